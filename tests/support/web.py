"""A web server on this computer."""

from __future__ import annotations

import contextlib
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.support.system import require


@contextlib.contextmanager
def serve(answer: Callable[[BaseHTTPRequestHandler], None], certificate: Path | None = None) -> Iterator[str]:
    """Answer requests for a while; gives the address of the server.

    Args:
        answer: answers one request.
        certificate: a file with certificate and key; without one, it is plain HTTP.
    """

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with contextlib.suppress(OSError):
                answer(self)

        def log_message(self, *arguments: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = False

        def handle_error(self, *arguments: object) -> None:
            pass

    server = Server(("127.0.0.1", 0), Handler)
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http{'s' if certificate else ''}://localhost:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def send(request: BaseHTTPRequestHandler, content: bytes, length: int | None = None, status: int = 200) -> None:
    """Answer with a file; `length` is what is said of it."""
    request.send_response(status)
    request.send_header("Content-Length", str(len(content) if length is None else length))
    request.end_headers()
    request.wfile.write(content)


def files_of(
    folder: Path, asked: list[tuple[str, str | None]] | None = None
) -> Callable[[BaseHTTPRequestHandler], None]:
    """Answer with the files of a folder, or with a part of one if a range is asked for.

    Args:
        folder: what it serves; nothing outside of it.
        asked: gets the path and the range of every request.
    """

    def answer(request: BaseHTTPRequestHandler) -> None:
        path, wanted = request.path.partition("?")[0], request.headers.get("Range")
        if asked is not None:
            asked.append((path, wanted))
        file = (folder / path.lstrip("/")).resolve()
        if not file.is_relative_to(folder.resolve()) or not file.is_file():
            send(request, b"", status=404)
            return
        content = file.read_bytes()
        if wanted is None:
            send(request, content)
            return
        start = int(wanted.removeprefix("bytes=").removesuffix("-"))
        if start >= len(content):
            request.send_response(416)
            request.send_header("Content-Range", f"bytes */{len(content)}")
            request.send_header("Content-Length", "0")
            request.end_headers()
            return
        request.send_response(206)
        request.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        request.send_header("Content-Length", str(len(content) - start))
        request.end_headers()
        request.wfile.write(content[start:])

    return answer


def make_certificate(folder: Path) -> Path:
    """A self-signed certificate for localhost, with its key."""
    require("openssl")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command += ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days", "2"]
    subprocess.run([*command, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    both = folder / "both.pem"
    both.write_bytes(certificate.read_bytes() + key.read_bytes())
    return both


@dataclass(frozen=True)
class Authority:
    """A certificate authority of our own.

    Attributes:
        certificate: what a client must trust (`SSL_CERT_FILE`).
        server: certificate and key of localhost, for `serve`.
    """

    certificate: Path
    server: Path


def make_authority(folder: Path) -> Authority:
    """A certificate authority, and what it has issued to localhost."""
    require("openssl")

    def request(name: str, *more: str | Path) -> tuple[Path, Path]:
        key, certificate = folder / f"{name}-key.pem", folder / f"{name}.pem"
        command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        subprocess.run(
            [*command, "-days", "2", "-keyout", key, "-out", certificate, *more], check=True, capture_output=True
        )
        return certificate, key

    certificate, key = request("authority", "-subj", "/CN=Test authority", "-addext", "keyUsage=critical,keyCertSign")
    extensions = ("-addext", "basicConstraints=critical,CA:FALSE", "-addext", "subjectAltName=DNS:localhost")
    issued = request("localhost", "-subj", "/CN=localhost", "-CA", certificate, "-CAkey", key, *extensions)
    server = folder / "server.pem"
    server.write_bytes(b"".join(path.read_bytes() for path in issued))
    return Authority(certificate, server)

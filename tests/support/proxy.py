"""Proxies on this computer: one that wants a password and passes bytes on, and one that looks into the traffic."""

from __future__ import annotations

import base64
import contextlib
import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_SECONDS = 20.0
_MOST_HEAD = 1 << 16


@dataclass
class Proxy:
    """A proxy that runs.

    Attributes:
        address: `127.0.0.1:port`.
        asked: the hosts that connections were asked for, with what became of each.
        heads: the requests that it has read, if it looks into what it passes on: as they were sent, without bodies.
    """

    address: str
    asked: list[tuple[str, int]] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)


@contextlib.contextmanager
def proxy(password: str | None = None, shown: Path | None = None, trusted: Path | None = None) -> Iterator[Proxy]:
    """Pass on what was asked for with CONNECT, to servers on this computer alone, for a while.

    Args:
        password: `name:password`, without which nothing is passed on.
        shown: the file with certificate and key that it shows in place of every server's, to look into what it passes
            on.
        trusted: the file with the authority of those servers, if it looks into it.
    """
    with socket.create_server(("127.0.0.1", 0)) as listening:
        running = Proxy(f"127.0.0.1:{listening.getsockname()[1]}")
        over = threading.Event()
        threads: list[threading.Thread] = []

        def accept() -> None:
            while True:
                client, _ = listening.accept()
                if over.is_set():
                    client.close()
                    return
                thread = threading.Thread(target=serve, args=(client,))
                threads.append(thread)
                thread.start()

        def serve(client: socket.socket) -> None:
            client.settimeout(_SECONDS)
            with contextlib.suppress(OSError), client:
                _serve(running, client, password, shown, trusted)

        acceptor = threading.Thread(target=accept)
        acceptor.start()
        try:
            yield running
        finally:
            over.set()
            with socket.create_connection(listening.getsockname(), _SECONDS):
                acceptor.join()
            for thread in threads:
                thread.join()


def _serve(
    running: Proxy, client: socket.socket, password: str | None, shown: Path | None, trusted: Path | None
) -> None:
    head = _head(client)
    method, _, rest = head.partition(" ")
    host, _, port = rest.partition(" ")[0].rpartition(":")
    allowed = password is None or f"Basic {base64.b64encode(password.encode()).decode()}" in head
    status = 405 if method != "CONNECT" else 407 if not allowed else 200 if host in ("localhost", "127.0.0.1") else 403
    running.asked.append((f"{host}:{port}", status))
    more = 'Proxy-Authenticate: Basic realm="proxy"\r\n' if status == 407 else ""
    client.sendall(f"HTTP/1.1 {status} {'OK' if status == 200 else 'No'}\r\n{more}\r\n".encode())
    if status != 200:
        return
    with socket.create_connection(("127.0.0.1", int(port)), _SECONDS) as plain:
        if shown is None:
            _pass_both_ways(client, plain)
            return
        inside = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        inside.load_cert_chain(shown)
        with (
            inside.wrap_socket(client, server_side=True) as opened,
            ssl.create_default_context(cafile=trusted).wrap_socket(plain, server_hostname=host) as server,
        ):
            request = _head(opened)
            running.heads.append(request)
            server.sendall(request.encode())
            _pass(server, opened)


def _head(sock: socket.socket) -> str:
    """Read to the empty line after the headers, one byte at a time: what follows is for others."""
    head = b""
    while not head.endswith(b"\r\n\r\n") and len(head) < _MOST_HEAD:
        if not (byte := sock.recv(1)):
            raise ConnectionError
        head += byte
    return head.decode("latin-1")


def _pass_both_ways(one: socket.socket, other: socket.socket) -> None:
    up = threading.Thread(target=_pass, args=(one, other))
    up.start()
    _pass(other, one)
    up.join()


def _pass(source: socket.socket, to: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while chunk := source.recv(1 << 16):
            to.sendall(chunk)
    for sock, how in ((to, socket.SHUT_WR), (source, socket.SHUT_RD)):
        with contextlib.suppress(OSError):
            sock.shutdown(how)

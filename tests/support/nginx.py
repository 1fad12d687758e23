"""Debian's web server, as an ordinary process of this user on 127.0.0.1: what really serves a feed."""

from __future__ import annotations

import json
import os
import socket
import ssl
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.support.system import require

_CONFIGURATION = """\
daemon off;
worker_processes 1;
user root;
pid {work}/pid;
error_log {work}/error.log;
events {{ worker_connections 64; }}
http {{
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    log_format lines escape=json '{{"method":"$request_method","path":"$request_uri","status":$status,'
        '"sent":$body_bytes_sent,"range":"$http_range","agent":"$http_user_agent"}}';
    access_log {work}/access.log lines;
    default_type application/octet-stream;
    server {{
        listen 127.0.0.1:{port} ssl sndbuf=16k;
        ssl_certificate {certificate};
        ssl_certificate_key {certificate};
        root {root};
        location = /settled {{ access_log off; return 204; }}
        {rules}
    }}
}}
"""


@dataclass(frozen=True)
class Asked:
    """A request as the access log has it.

    Attributes:
        sent: bytes of the body.
        range: what the client asked for of the file; empty for all of it.
        agent: what the client says it is.
    """

    method: str
    path: str
    status: int
    sent: int
    range: str
    agent: str


class Nginx:
    """A server of one folder; it runs from entering it to leaving it.

    Args:
        root: the folder.
        work: a new folder for the server's own files.
        certificate: the file with its certificate and its key.

    Attributes:
        url: its address; the port stays, however often it is started.
    """

    def __init__(self, root: Path, work: Path, certificate: Path) -> None:
        require("nginx")
        work.mkdir(parents=True)
        self._root, self._work, self._certificate = root, work, certificate
        with _listening(0) as found:
            self._port = found.getsockname()[1]
        self.url = f"https://localhost:{self._port}"
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Nginx:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self, rules: str = "") -> None:
        """Serve, with more rules of its language, which stand inside `server`."""
        values = {"work": self._work, "root": self._root, "port": self._port, "rules": rules}
        values |= {"certificate": self._certificate}
        configuration = self._work / "nginx.conf"
        configuration.write_text(_CONFIGURATION.format(**values))
        # It takes over a socket that listens already, so nobody has to wait until it does.
        with _listening(self._port) as sock:
            self._process = subprocess.Popen(
                ["nginx", "-p", self._work, "-c", configuration, "-e", self._work / "error.log"],
                env=os.environ | {"NGINX": f"{sock.fileno()};"},
                pass_fds=[sock.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
            )
        # Until its worker runs, a signal to end may get lost.
        self._settle()

    def stop(self) -> None:
        """End it at once, with every connection."""
        if self._process:
            self._process.terminate()
            self._process.wait(10)
            self._process = None

    def restart(self, rules: str = "") -> None:
        """Serve with these rules instead."""
        self.stop()
        self.start(rules)

    def asked(self) -> list[Asked]:
        """Every request that was answered so far, also before it was restarted."""
        if self._process:
            self._settle()
        log = self._work / "access.log"
        return [Asked(**json.loads(line)) for line in log.read_text().splitlines()] if log.exists() else []

    def _settle(self) -> None:
        """Wait until its one worker has done with everything that was asked before, its log included."""
        unsafe = ssl._create_unverified_context()
        with socket.create_connection(("127.0.0.1", self._port), 10) as plain, unsafe.wrap_socket(plain) as sock:
            sock.sendall(b"GET /settled HTTP/1.0\r\n\r\n")
            sock.recv(1)

    def forget(self) -> None:
        """Begin a new list of requests; the server writes at the end of the file, wherever that is."""
        os.truncate(self._work / "access.log", 0)


def _listening(port: int) -> socket.socket:
    sock = socket.create_server(("127.0.0.1", port), backlog=64)
    sock.set_inheritable(True)
    return sock

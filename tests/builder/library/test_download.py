from __future__ import annotations

import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import Cancelled, DownloadFailed
from builder.library import download as module
from builder.library.download import download
from tests.support.web import make_certificate, send, serve

CONTENT = bytes(range(256)) * 4000


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """For these tests, plain HTTP will do; a proxy will not."""
    monkeypatch.setattr(module, "_SCHEMES", ("https", "http"))
    monkeypatch.setenv("no_proxy", "localhost")


def get(url: str, to: Path, size: int = len(CONTENT), cancel: CancelToken = NEVER) -> list[int]:
    return list(download(url, size, to, cancel))


@pytest.mark.usefixtures("plain")
def test_a_file_comes_as_it_is(tmp_path: Path) -> None:
    with serve(lambda request: send(request, CONTENT)) as address:
        received = get(f"{address}/a", tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == CONTENT
    assert received == sorted(received)
    assert received[-1] == len(CONTENT)


def redirect(to: str) -> Callable[[BaseHTTPRequestHandler], None]:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(302)
        request.send_header("Location", to)
        request.end_headers()

    return answer


def endless(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    while True:
        request.wfile.write(CONTENT)


@pytest.mark.usefixtures("plain")
@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (lambda request: send(request, CONTENT[:-1]), "the server has 1023999 bytes, and app.toml states 1024000"),
        (lambda request: send(request, CONTENT[:-1], len(CONTENT)), "only 1023999 of 1024000 bytes arrived"),
        (lambda request: send(request, CONTENT, status=404), "Not Found"),
        (endless, "more than the 1024000 bytes arrived"),
        (redirect("ftp://localhost/a"), "it leads to an address with 'ftp' instead of https"),
        (redirect("file:///etc/passwd"), "Redirection to url 'file:///etc/passwd' is not allowed"),
        (lambda request: request.wfile.write(b"no HTTP\r\n"), "no HTTP"),
    ],
)
def test_what_does_not_come_as_it_should_is_refused(
    tmp_path: Path, answer: Callable[[BaseHTTPRequestHandler], None], why: str
) -> None:
    with serve(answer) as address, pytest.raises(DownloadFailed) as failed:
        get(f"{address}/a", tmp_path / "a")
    assert why in failed.value.message
    assert "--wheels" in failed.value.hint


def test_nothing_but_https_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "localhost")
    asked: list[str] = []
    with serve(lambda request: asked.append(request.path)) as address:
        with pytest.raises(DownloadFailed, match="instead of https"):
            get(f"{address}/a", tmp_path / "a")
        certificate = make_certificate(tmp_path)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        with serve(redirect(f"{address}/a"), certificate) as safe, pytest.raises(DownloadFailed, match="of https"):
            get(f"{safe}/a", tmp_path / "a")
    assert asked == []


def test_the_server_must_be_who_it_says_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "localhost")
    certificate = make_certificate(tmp_path)
    with serve(lambda request: send(request, CONTENT), certificate) as address:
        with pytest.raises(DownloadFailed, match="CERTIFICATE_VERIFY_FAILED"):
            get(f"{address}/a", tmp_path / "a")
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        get(f"{address}/a", tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == CONTENT


@pytest.mark.usefixtures("plain")
def test_a_silent_server_does_not_keep_a_run_from_being_cancelled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_SILENCE_SECONDS", 1.0)
    monkeypatch.setattr(module, "_LAST_WORD_SECONDS", 0.2)
    over = threading.Event()

    def keep_silent(_request: BaseHTTPRequestHandler) -> None:
        over.wait(10)

    cancel = CancelToken()
    started = time.monotonic()
    threading.Timer(0.2, cancel.cancel).start()
    with serve(keep_silent) as address:
        with pytest.raises(Cancelled):
            get(f"{address}/a", tmp_path / "a", cancel=cancel)
        assert time.monotonic() - started < 0.9
        with pytest.raises(DownloadFailed, match="timed out"):
            get(f"{address}/a", tmp_path / "a")
        over.set()
    while any(thread.name == "download" for thread in threading.enumerate()):
        time.sleep(0.05)


@pytest.mark.usefixtures("plain")
@pytest.mark.parametrize("where", ["in the file", "in the head"])
def test_a_server_that_sends_byte_for_byte_does_not_keep_a_download_going(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    monkeypatch.setattr(module, "_SECONDS_IN_ADVANCE", 0.6)
    over = threading.Event()

    def drip(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        if where == "in the file":
            request.end_headers()
        request.flush_headers()
        while not over.wait(0.05):
            request.wfile.write(b"x")

    started = time.monotonic()
    with serve(drip) as address:
        with pytest.raises(DownloadFailed, match=r"it comes too slowly, with \d+ of 1024000 bytes in 1 seconds"):
            get(f"{address}/a", tmp_path / "a")
        seconds = time.monotonic() - started
        over.set()
    assert seconds < 2.5


@pytest.mark.usefixtures("plain")
def test_what_comes_at_the_least_pace_comes_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SECONDS_IN_ADVANCE", 0.3)
    monkeypatch.setattr(module, "_LEAST_BYTES_PER_SECOND", len(CONTENT))

    def slowly(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        for start in range(0, len(CONTENT), len(CONTENT) // 8):
            request.wfile.write(CONTENT[start : start + len(CONTENT) // 8])
            time.sleep(0.1)

    with serve(slowly) as address:
        get(f"{address}/a", tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == CONTENT

from __future__ import annotations

import email.utils
import socket
import ssl
import threading
import time
from collections.abc import Callable
from email.message import Message
from http.client import BadStatusLine, IncompleteRead
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from types import SimpleNamespace
from urllib.error import HTTPError, URLError

import pytest

from builder import __version__
from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import Cancelled, DownloadFailed
from builder.base.text import say
from builder.library import download as module
from builder.library.download import NotThere, download, read_page, size_of
from builder.library.offline import forbid_downloads
from tests.support.load import under_load
from tests.support.web import files_of, make_certificate, send, serve

CONTENT = bytes(range(256)) * 4000


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """For these tests, plain HTTP will do; a proxy will not."""
    monkeypatch.setattr(module, "_SCHEMES", ("https", "http"))
    monkeypatch.setenv("no_proxy", "localhost")
    monkeypatch.setattr(module, "_PAUSES", (0.0, 0.0))


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
    monkeypatch.setattr(module, "_LAST_WORD_SECONDS", 0.2)
    over = threading.Event()

    def keep_silent(_request: BaseHTTPRequestHandler) -> None:
        over.wait(60)

    cancel = CancelToken()
    with serve(keep_silent) as address:
        started = time.monotonic()
        threading.Timer(0.2, cancel.cancel).start()
        with pytest.raises(Cancelled):
            get(f"{address}/a", tmp_path / "a", cancel=cancel)
        assert time.monotonic() - started < 10  # long before the silence would end it
        monkeypatch.setattr(module, "_SILENCE_SECONDS", 1.0)
        with pytest.raises(DownloadFailed, match="timed out"):
            get(f"{address}/a", tmp_path / "a")
        over.set()


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
    assert seconds < under_load(2.5)


@pytest.mark.usefixtures("plain")
@pytest.mark.parametrize(("late", "comes"), [(0.0, True), (0.001, False)])
def test_what_comes_at_the_least_pace_comes_to_its_end_and_nothing_slower(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, late: float, comes: bool
) -> None:
    # One second for each part, and five in advance, on a clock that goes on only when a part has come.
    part, now, wanted = len(CONTENT) // 8, [5.0], threading.Semaphore(1)
    monkeypatch.setattr(module, "_SECONDS_IN_ADVANCE", 5.0)
    monkeypatch.setattr(module, "_LEAST_BYTES_PER_SECOND", part)
    started = iter([0.0])
    clock = SimpleNamespace(monotonic=lambda: next(started, now[0]))
    monkeypatch.setattr(module, "time", clock)

    def slowly(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        for start in range(0, len(CONTENT), part):
            wanted.acquire(timeout=30)
            request.wfile.write(CONTENT[start : start + part])

    def get_slowly(address: str) -> None:
        for received in download(address, len(CONTENT), tmp_path / "a", NEVER):
            now[0] = 5.0 + received / part + late
            wanted.release()

    with serve(slowly) as address:
        if comes:
            get_slowly(address)
        else:
            with pytest.raises(DownloadFailed, match="it comes too slowly"):
                get_slowly(address)
            wanted.release(8)
    assert (len((tmp_path / "a").read_bytes()) == len(CONTENT)) == comes


def cut_off_after(
    count: int, asked: list[str | None], then: bytes = CONTENT
) -> Callable[[BaseHTTPRequestHandler], None]:
    """Send the first bytes of a file to whoever asks for all of it, and the rest, of a file that may be another."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        wanted = request.headers.get("Range")
        asked.append(wanted)
        if wanted is None:
            send(request, CONTENT[:count], len(CONTENT))
            return
        start = int(wanted.removeprefix("bytes=").removesuffix("-"))
        request.send_response(206)
        request.send_header("Content-Range", f"bytes {start}-{len(then) - 1}/{len(then)}")
        request.send_header("Content-Length", str(len(then) - start))
        request.end_headers()
        request.wfile.write(then[start:])

    return answer


@pytest.mark.usefixtures("plain")
def test_what_came_before_the_connection_broke_is_not_asked_for_again(tmp_path: Path) -> None:
    asked: list[str | None] = []
    with serve(cut_off_after(300_000, asked)) as address:
        received = get(f"{address}/a", tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == CONTENT
    assert asked == [None, "bytes=300000-"]
    assert received == sorted(received)


@pytest.mark.usefixtures("plain")
def test_a_part_that_is_of_another_file_is_not_put_behind_the_first(tmp_path: Path) -> None:
    asked: list[str | None] = []
    with (
        serve(cut_off_after(300_000, asked, CONTENT[::-1] + b"more")) as address,
        pytest.raises(DownloadFailed, match="only 300000 of 1024000 bytes arrived"),
    ):
        get(f"{address}/a", tmp_path / "a")
    assert asked == [None, "bytes=300000-", None, "bytes=300000-", None]


def go_on(url: str, to: Path) -> list[int]:
    return list(download(url, len(CONTENT), to, NEVER, go_on=True))


@pytest.mark.usefixtures("plain")
@pytest.mark.parametrize(
    ("had", "ranges"),
    [
        (b"", [None]),
        (CONTENT[:70_000], ["bytes=70000-"]),
        (CONTENT, []),
        (CONTENT + b"more", [None]),
        (None, [None]),
    ],
)
def test_a_download_goes_on_where_it_stood(tmp_path: Path, had: bytes | None, ranges: list[str | None]) -> None:
    to, asked = tmp_path / "a.part", list[tuple[str, str | None]]()
    (tmp_path / "served").mkdir()
    (tmp_path / "served" / "a").write_bytes(CONTENT)
    if had is not None:
        to.write_bytes(had)
    with serve(files_of(tmp_path / "served", asked)) as address:
        received = go_on(f"{address}/a", to)
    assert to.read_bytes() == CONTENT
    assert [wanted for _, wanted in asked] == ranges
    assert received[-1] == len(CONTENT)


@pytest.mark.usefixtures("plain")
def test_a_server_that_knows_no_ranges_sends_everything_anew(tmp_path: Path) -> None:
    to = tmp_path / "a.part"
    to.write_bytes(b"?" * 70_000)
    with serve(lambda request: send(request, CONTENT)) as address:
        go_on(f"{address}/a", to)
    assert to.read_bytes() == CONTENT


@pytest.mark.usefixtures("plain")
def test_a_file_that_has_become_smaller_is_asked_for_anew(tmp_path: Path) -> None:
    to, asked = tmp_path / "a.part", list[tuple[str, str | None]]()
    to.write_bytes(CONTENT[:70_000])
    (tmp_path / "a").write_bytes(b"small")
    with (
        serve(files_of(tmp_path, asked)) as address,
        pytest.raises(DownloadFailed, match=r"the server has 5 bytes, and app\.toml states 1024000"),
    ):
        go_on(f"{address}/a", to)
    assert [wanted for _, wanted in asked] == ["bytes=70000-", None]


@pytest.mark.usefixtures("plain")
def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "theirs").write_bytes(b"theirs")
    (tmp_path / "a.part").symlink_to("theirs")
    with serve(lambda request: send(request, CONTENT)) as address:
        go_on(f"{address}/a", tmp_path / "a.part")
    assert (tmp_path / "theirs").read_bytes() == b"theirs"
    assert (tmp_path / "a.part").read_bytes() == CONTENT


def fails(statuses: list[int], retry_after: str | None = None) -> Callable[[BaseHTTPRequestHandler], None]:
    """Answer with each of these in turn, and then with the file."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        if not statuses:
            send(request, CONTENT)
            return
        request.send_response(statuses.pop(0))
        if retry_after is not None:
            request.send_header("Retry-After", retry_after)
        request.send_header("Content-Length", "0")
        request.end_headers()

    return answer


@pytest.mark.usefixtures("plain")
@pytest.mark.parametrize(
    ("statuses", "left", "comes"),
    [
        ([503, 429], 0, True),
        ([503, 503, 503, 503], 1, False),
        ([404, 404], 1, False),
        ([401, 401], 1, False),
    ],
)
def test_a_server_is_asked_again_only_if_that_may_help_and_not_often(
    tmp_path: Path, statuses: list[int], left: int, comes: bool
) -> None:
    with serve(fails(statuses)) as address:
        if comes:
            get(f"{address}/a", tmp_path / "a")
        else:
            with pytest.raises(DownloadFailed):
                get(f"{address}/a", tmp_path / "a")
    assert len(statuses) == left


@pytest.mark.parametrize(
    ("error", "at_once", "after_some_bytes"),
    [
        (ConnectionResetError(), True, True),
        (URLError(ConnectionRefusedError()), True, True),
        (IncompleteRead(b""), True, True),
        (TimeoutError("timed out"), False, True),
        (ssl.SSLError(1, "[SSL] record layer failure"), False, True),
        (URLError(ssl.SSLCertVerificationError()), False, False),
        (URLError(socket.gaierror(-2, "Name or service not known")), False, True),
        (OSError("Tunnel connection failed: 407 Proxy Authentication Required"), False, True),
        (BadStatusLine("no HTTP"), False, False),
        (ValueError("anything else"), False, False),
    ],
)
def test_what_may_pass_is_tried_again(error: Exception, at_once: bool, after_some_bytes: bool) -> None:
    assert (module._seconds_to_wait(error, False) is not None) == at_once
    assert (module._seconds_to_wait(error, True) is not None) == after_some_bytes


@pytest.mark.usefixtures("plain")
@pytest.mark.parametrize("kind", ["seconds", "a date"])
def test_a_server_says_when_to_come_back(tmp_path: Path, kind: str) -> None:
    started = time.monotonic()
    # A date has whole seconds: it is at least one and at most two from now.
    retry_after = "1" if kind == "seconds" else email.utils.formatdate(time.time() + 2, usegmt=True)
    with serve(fails([429], retry_after)) as address:
        get(f"{address}/a", tmp_path / "a")
    assert time.monotonic() - started > 0.95


@pytest.mark.usefixtures("plain")
def test_nobody_waits_for_a_server_that_wants_hours(tmp_path: Path) -> None:
    started = time.monotonic()
    with serve(fails([503], "7200")) as address, pytest.raises(DownloadFailed, match="Service Unavailable"):
        get(f"{address}/a", tmp_path / "a")
    assert time.monotonic() - started < under_load(5)


@pytest.mark.usefixtures("plain")
def test_waiting_for_another_try_can_be_cancelled(tmp_path: Path) -> None:
    cancel = CancelToken()
    timer = threading.Timer(0.2, cancel.cancel)
    timer.start()
    started = time.monotonic()
    with serve(fails([503], "30")) as address, pytest.raises(Cancelled):
        get(f"{address}/a", tmp_path / "a", cancel=cancel)
    assert time.monotonic() - started < under_load(5)
    timer.join()


@pytest.mark.usefixtures("plain")
def test_an_address_with_a_secret_is_not_told(tmp_path: Path) -> None:
    with serve(fails([404])) as address, pytest.raises(DownloadFailed) as failed:
        get(f"{address}/a?token=secret", tmp_path / "a")
    assert "secret" not in f"{failed.value.message}{failed.value.hint}{failed.value.detail}"


@pytest.mark.usefixtures("plain")
def test_nothing_is_told_of_this_pc(tmp_path: Path) -> None:
    told: list[dict[str, str]] = []

    def answer(request: BaseHTTPRequestHandler) -> None:
        told.append(dict(request.headers))
        send(request, CONTENT)

    with serve(answer) as address:
        get(f"{address}/a", tmp_path / "a")
    (headers,) = told
    assert headers.pop("User-Agent") == f"engine-installer/{__version__}"
    assert headers.pop("Host").startswith("localhost:")
    assert headers == {"Accept": "*/*", "Accept-Encoding": "identity", "Connection": "close"}


@pytest.mark.usefixtures("plain")
def test_a_page_is_read_whole_with_its_kind_and_where_it_was_in_the_end(tmp_path: Path) -> None:
    asked: list[str | None] = []

    def answer(request: BaseHTTPRequestHandler) -> None:
        asked.append(request.headers.get("Accept"))
        if request.path == "/moved":
            redirect("/page")(request)
            return
        request.send_response(200)
        request.send_header("Content-Type", "text/html; charset=utf-8")
        request.end_headers()
        request.wfile.write(CONTENT)

    with serve(answer) as address:
        page = read_page(f"{address}/moved", "text/html", NEVER)
    assert (page.url, page.kind, page.content) == (f"{address}/page", "text/html", CONTENT)
    assert asked == ["text/html"] * 2


@pytest.mark.usefixtures("plain")
def test_a_page_has_a_bound() -> None:
    with serve(lambda request: send(request, bytes(1 << 20))) as address:
        assert len(read_page(address, "*/*", NEVER, limit=1 << 20).content) == 1 << 20
    with (
        serve(lambda request: send(request, bytes((1 << 20) + 1))) as address,
        pytest.raises(DownloadFailed, match="more than 1 MiB arrived"),
    ):
        read_page(address, "*/*", NEVER, limit=1 << 20)


@pytest.mark.usefixtures("plain")
@pytest.mark.parametrize(
    ("status", "is_there"), [(403, False), (404, False), (410, False), (401, True), (500, True), (503, True)]
)
def test_what_a_server_does_not_have_is_told_from_what_it_cannot_give(status: int, is_there: bool) -> None:
    with serve(fails([status] * 9)) as address, pytest.raises(DownloadFailed) as failed:
        read_page(f"{address}/a", "*/*", NEVER, hint=say("Ask somebody."))
    assert isinstance(failed.value, NotThere) != is_there
    assert failed.value.hint == "Ask somebody."
    assert failed.value.message.startswith(f"{address}/a could not be downloaded: ")


@pytest.mark.usefixtures("plain")
def test_the_size_of_a_file_is_what_its_server_says_of_it() -> None:
    def says_nothing(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()

    with serve(lambda request: send(request, CONTENT)) as address:
        assert size_of(address, NEVER) == len(CONTENT)
    with serve(says_nothing) as address:
        assert size_of(address, NEVER) is None
    with serve(fails([404])) as address, pytest.raises(NotThere):
        size_of(address, NEVER)


@pytest.mark.usefixtures("plain")
def test_a_page_that_never_comes_is_given_up_and_nobody_has_to_wait_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    over, cancel = threading.Event(), CancelToken()
    monkeypatch.setattr(module, "_PAGE_SECONDS", 0.3)

    def keep_silent(_request: BaseHTTPRequestHandler) -> None:
        over.wait(30)

    with serve(keep_silent) as address:
        with pytest.raises(DownloadFailed, match="no whole answer in 0 seconds"):
            read_page(address, "*/*", NEVER)
        monkeypatch.setattr(module, "_PAGE_SECONDS", 120.0)
        timer = threading.Timer(0.1, cancel.cancel)
        timer.start()
        with pytest.raises(Cancelled):
            read_page(address, "*/*", cancel)
        timer.join()
        over.set()


@pytest.mark.usefixtures("plain")
def test_who_may_download_nothing_asks_nobody(tmp_path: Path) -> None:
    asked: list[str] = []
    forbid_downloads(say("this is a kit"))
    try:
        with serve(lambda request: asked.append(request.path)) as address:
            for attempt in (lambda: get(address, tmp_path / "a"), lambda: read_page(address, "*/*", NEVER)):
                with pytest.raises(DownloadFailed, match="this is a kit"):
                    attempt()
    finally:
        forbid_downloads(None)
    assert asked == []


@pytest.mark.parametrize(
    ("headers", "waits"),
    [
        ({}, 0.0),
        ({"Retry-After": "60"}, 60.0),
        ({"Retry-After": "61"}, None),
        ({"Retry-After": "-1"}, 0.0),
        ({"Retry-After": "soon"}, 0.0),
        ({"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}, -1.0),
    ],
)
@pytest.mark.parametrize("code", [408, 429, 500, 502, 503, 504, 400, 401, 403, 404, 501])
def test_only_a_server_whose_trouble_may_pass_is_asked_again(
    headers: dict[str, str], waits: float | None, code: int
) -> None:
    message = Message()
    for name, value in headers.items():
        message[name] = value
    wait = module._seconds_to_wait(HTTPError("https://example.com", code, "", message, None), True)
    if code in (400, 401, 403, 404, 501) or waits is None:
        assert wait is None
    elif waits < 0:
        assert wait is not None
        assert wait < 0
    else:
        assert wait == waits


@pytest.mark.usefixtures("plain")
def test_a_connection_that_breaks_again_and_again_is_given_up_but_not_one_that_brings_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks_after(count: int) -> Callable[[BaseHTTPRequestHandler], None]:
        def answer(request: BaseHTTPRequestHandler) -> None:
            begin = int((request.headers.get("Range") or "bytes=0-").removeprefix("bytes=").removesuffix("-"))
            request.send_response(206 if begin else 200)
            request.send_header("Content-Range", f"bytes {begin}-{len(CONTENT) - 1}/{len(CONTENT)}")
            request.send_header("Content-Length", str(len(CONTENT) - begin))
            request.end_headers()
            request.wfile.write(CONTENT[begin : begin + count])

        return answer

    with serve(breaks_after(200_000)) as address:
        with pytest.raises(DownloadFailed, match="only 600000 of 1024000 bytes arrived"):
            get(address, tmp_path / "a")
        monkeypatch.setattr(module, "_MUCH_BYTES", 200_000)
        get(address, tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == CONTENT


@pytest.mark.usefixtures("plain")
@pytest.mark.parametrize(
    "content_range", [None, f"bytes 70000-{len(CONTENT) - 1}/{len(CONTENT) + 1}", f"bytes 0-{len(CONTENT) - 1}/*"]
)
def test_a_part_that_is_not_the_one_that_was_asked_for_is_not_used(tmp_path: Path, content_range: str | None) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        if request.headers.get("Range") is None:
            send(request, CONTENT)
            return
        request.send_response(206)
        if content_range:
            request.send_header("Content-Range", content_range)
        request.send_header("Content-Length", "5")
        request.end_headers()
        request.wfile.write(b"wrong")

    (tmp_path / "a.part").write_bytes(CONTENT[:70_000])
    with serve(answer) as address:
        go_on(address, tmp_path / "a.part")
    assert (tmp_path / "a.part").read_bytes() == CONTENT

"""Downloading one file whose size is known, over HTTPS; it can be cancelled at any moment, also while nothing comes.

A server must keep pace, so that no download lasts for ever, however little comes at a time. What came before a
connection broke is not asked for again.
"""

from __future__ import annotations

import contextlib
import os
import queue
import random
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPResponse
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

import builder
from builder.base.addresses import mask_addresses
from builder.base.cancellation import CancelToken
from builder.base.errors import DownloadFailed
from builder.base.files import continued_file, new_file, os_errors_as
from builder.base.text import Text, say, verbatim
from builder.library.offline import check_downloads_allowed

if TYPE_CHECKING:
    import ssl

T = TypeVar("T")

_SCHEMES = ("https",)
_CHUNK_BYTES = 1 << 18
_CHUNKS_AHEAD = 8
_SILENCE_SECONDS = 30.0
_LEAST_BYTES_PER_SECOND = 1 << 16
_SECONDS_IN_ADVANCE = 300.0
"""How far a server may be behind that pace, with everything that comes before the first byte."""
_POLL_SECONDS = 0.1
_LAST_WORD_SECONDS = 1.0
_MOST_PAGE_BYTES = 64 << 20
_PAGE_SECONDS = 120.0

_PAUSES = (1.0, 4.0)
"""Before another try, in seconds, more or less: as many tries as there are pauses, and no more."""
_LONGEST_WAIT = 60.0
_MUCH_BYTES = 1 << 20
_PASSING = (408, 429, 500, 502, 503, 504)
_NOT_THERE = (403, 404, 410)

# A frozen program looks for certificates where the system that it was made on has them.
_CERTIFICATES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)


_WHEELS = say(
    "Check the network connection and the system's proxy. Or get the file in another way and give its folder "
    "with --wheels.",
    window="Check the network connection and the system's proxy, then try again.",
)


class NotThere(DownloadFailed):
    """The server has no such file, or shows it to nobody."""


def download(
    url: str,
    size: int,
    to: Path,
    cancel: CancelToken,
    *,
    go_on: bool = False,
    stated_by: str = "app.toml",
    hint: Text = _WHEELS,
) -> Iterator[int]:
    """Download a file. What it holds is for the caller to check.

    If the connection breaks, the server is asked for the rest.

    Args:
        url: with https.
        size: of the file; anything else is refused, at the latest with the first byte too many.
        to: a new file.
        cancel: stops it at any moment.
        go_on: `to` may hold the beginning of the file already, and only the rest is asked for.
        stated_by: what states the size.
        hint: what the user can do if it fails.

    Yields:
        The bytes so far.

    Raises:
        DownloadFailed: it did not arrive, or not as it should.
        EngineInstallerError: it could not be written.
    """
    with os_errors_as(to, say("write")), continued_file(to) if go_on else new_file(to) as stream:
        received = stream.seek(0, os.SEEK_END)
        if received > size:
            received = stream.truncate(stream.seek(0))
        if received:
            yield received
        if received < size:
            yield from _receive(stream, received, _Receiver(url, size, received, stated_by, hint), cancel)


def _receive(stream: BinaryIO, had: int, receiver: _Receiver, cancel: CancelToken) -> Iterator[int]:
    received, started = had, time.monotonic()
    try:
        while True:
            cancel.check()
            seconds = time.monotonic() - started
            if seconds > _SECONDS_IN_ADVANCE + (received - had) / _LEAST_BYTES_PER_SECOND:
                too_slow = say(
                    "it comes too slowly, with {received} of {size} bytes in {seconds} seconds",
                    received=received,
                    size=receiver.size,
                    seconds=round(seconds),
                )
                raise receiver.failed(too_slow)
            try:
                item = receiver.items.get(timeout=_POLL_SECONDS)
            except queue.Empty:
                continue
            if isinstance(item, DownloadFailed):
                raise item
            if item is None:
                had = received = stream.truncate(stream.seek(0))
            elif not item:
                return
            else:
                stream.write(item)
                stream.flush()  # what a killed run leaves is not asked for again
                received += len(item)
                yield received
    finally:
        receiver.stop()


@dataclass(frozen=True, slots=True)
class Page:
    """A document that was read.

    Attributes:
        url: where it was in the end.
        kind: its media type, without parameters.
        content: the whole of it.
    """

    url: str
    kind: str
    content: bytes


def read_page(
    url: str, accepted: str, cancel: CancelToken, *, limit: int = _MOST_PAGE_BYTES, hint: Text = _WHEELS
) -> Page:
    """Read a document whose size nobody has stated, such as a page of a package index.

    Args:
        url: with https.
        accepted: the media types that are understood.
        cancel: stops it at any moment.
        limit: bytes that it may have; whole MiB.
        hint: what the user can do if it fails.

    Raises:
        DownloadFailed: it did not come; `NotThere` where the server has none.
    """

    def read(response: HTTPResponse) -> Page:
        content = bytearray()
        while chunk := response.read1(_CHUNK_BYTES):
            content += chunk
            if len(content) > limit:
                raise ValueError(say("more than {limit_mib} MiB arrived", limit_mib=limit >> 20))
        return Page(response.url, response.headers.get_content_type(), bytes(content))

    return _ask(url, accepted, read, cancel, hint)


def size_of(url: str, cancel: CancelToken) -> int | None:
    """Ask how large a file is, in bytes; None where its server does not say.

    Raises:
        DownloadFailed: there is no answer.
    """
    return _ask(url, "*/*", lambda response: response.length, cancel, _WHEELS)


def _ask(url: str, accepted: str, read: Callable[[HTTPResponse], T], cancel: CancelToken, hint: Text) -> T:
    """Ask a server in a thread, which cannot be interrupted, and wait for what it makes of the answer."""
    answers: queue.Queue[T | DownloadFailed] = queue.Queue()
    stopped = threading.Event()

    def attempt() -> None:
        with _open(url, accepted) as response:
            answers.put(read(response))

    def ask() -> None:
        try:
            _patiently(attempt, stopped)
        except Exception as error:
            answers.put(_failed(url, error, hint))

    threading.Thread(target=ask, name="download", daemon=True).start()
    end = time.monotonic() + _PAGE_SECONDS
    try:
        while time.monotonic() < end:
            cancel.check()
            with contextlib.suppress(queue.Empty):
                answer = answers.get(timeout=_POLL_SECONDS)
                if isinstance(answer, DownloadFailed):
                    raise answer
                return answer
    finally:
        stopped.set()
    raise _failed(url, ValueError(f"there was no whole answer in {_PAGE_SECONDS:.0f} seconds"), hint)


class _CutOff(ConnectionError):
    """The connection ended before the file did."""


def _patiently(
    attempt: Callable[[], object], stopped: threading.Event, progress: Callable[[], int] = lambda: 0
) -> None:
    """Try again, a few times and each time later, what fails for a reason that may pass.

    Args:
        attempt: what may fail.
        stopped: ends the waiting.
        progress: bytes that have come; where they become much more, it is no server that always fails.
    """
    tries = 0
    while True:
        before = progress()
        try:
            attempt()
            return
        except Exception as error:
            arrived = progress() - before
            if arrived >= _MUCH_BYTES:
                tries = 0
            wait = _seconds_to_wait(error, arrived > 0)
            if wait is None or tries == len(_PAUSES):
                raise
            # Many may have been cut off at the same moment, and are not to come back at the same one.
            if stopped.wait(max(wait, _PAUSES[tries] * random.uniform(0.5, 1.5))):  # noqa: S311
                raise
            tries += 1


def _seconds_to_wait(error: Exception, something_came: bool) -> float | None:
    """Tell for how long a server wants to be left alone before another try; None where there is no sense in one."""
    from http.client import IncompleteRead
    from ssl import SSLCertVerificationError
    from urllib.error import HTTPError

    if isinstance(error, HTTPError):
        wait = _retry_after(error.headers.get("Retry-After"))
        return wait if error.code in _PASSING and wait <= _LONGEST_WAIT else None
    reason = getattr(error, "reason", None)
    cause = reason if isinstance(reason, Exception) else error
    passing: tuple[type[Exception], ...] = (ConnectionError, IncompleteRead)
    if something_came:
        passing = (*passing, OSError)
    return 0.0 if isinstance(cause, passing) and not isinstance(cause, SSLCertVerificationError) else None


def _retry_after(value: str | None) -> float:
    """Read a header: seconds, or a date."""
    from email.utils import parsedate_to_datetime

    if value is None:
        return 0.0
    if value.isdecimal() and value.isascii():
        return float(value)
    with contextlib.suppress(ValueError, TypeError, OverflowError):
        return parsedate_to_datetime(value).timestamp() - time.time()
    return 0.0


def _failed(url: str, error: Exception, hint: Text) -> DownloadFailed:
    reason = getattr(error, "reason", None)
    ours = error.args[0] if error.args and isinstance(error.args[0], Text) else None
    why = ours or verbatim(mask_addresses(str(reason or error)) or type(error).__name__)
    kind = NotThere if getattr(error, "code", None) in _NOT_THERE else DownloadFailed
    if type(reason or error).__name__ == "SSLCertVerificationError":
        why = say("this computer does not trust the server's certificate ({problem})", problem=why)
        hint = say(
            "A proxy may open the connection. Have this computer trust its certificate authority, or name that in "
            "SSL_CERT_FILE; else somebody may be listening.",
            window="A program on the network may open the connection. Ask whoever looks after this computer.",
        )
    return kind(say("{url} could not be downloaded: {reason}.", url=mask_addresses(url), reason=why), hint=hint)


class _Receiver:
    """A thread that waits for the network, which cannot be interrupted; it touches no file.

    Attributes:
        items: what came; empty bytes are the end, None says that the file begins anew, an error why there is no more.
        size: of the whole file.
    """

    def __init__(self, url: str, size: int, had: int, stated_by: str, hint: Text) -> None:
        self.items: queue.Queue[bytes | DownloadFailed | None] = queue.Queue(_CHUNKS_AHEAD)
        self.size = size
        self._url, self._received, self._stated_by, self._hint = url, had, stated_by, hint
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._receive, name="download", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Want no more. A thread that waits for a silent server ends some time later."""
        self._stopped.set()
        self._thread.join(_LAST_WORD_SECONDS)

    def failed(self, why: Text) -> DownloadFailed:
        """Give the error that says why there is no more."""
        return _failed(self._url, ValueError(why), self._hint)

    def _receive(self) -> None:
        try:
            _patiently(self._attempt, self._stopped, lambda: self._received)
            self._put(b"")
        except Exception as error:
            # Whatever it is, the other thread waits for an answer.
            self._put(_failed(self._url, error, self._hint))

    def _attempt(self) -> None:
        with self._ask_for_the_rest() as response:
            stated = response.headers.get("Content-Length")
            if stated is not None and stated != str(self.size - self._received):
                raise ValueError(
                    say(
                        "the server has {found} bytes, and {file} states {size}",
                        found=stated,
                        file=self._stated_by,
                        size=self.size,
                    )
                )
            while chunk := response.read1(_CHUNK_BYTES):
                if self._received + len(chunk) > self.size:
                    raise ValueError(
                        say(
                            "more than the {size} bytes arrived that {file} states",
                            size=self.size,
                            file=self._stated_by,
                        )
                    )
                if not self._put(chunk):
                    return
                self._received += len(chunk)
        if self._received != self.size:
            raise _CutOff(say("only {received} of {size} bytes arrived", received=self._received, size=self.size))

    def _ask_for_the_rest(self) -> HTTPResponse:
        """Ask for what is not there yet; for everything if the server has another file by now, or knows no ranges."""
        from urllib.error import HTTPError

        if not self._received:
            return _open(self._url)
        try:
            response = _open(self._url, begin=self._received)
        except HTTPError as error:
            if error.code != HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
                raise
        else:
            rest = f"bytes {self._received}-{self.size - 1}/{self.size}"
            if response.status == HTTPStatus.PARTIAL_CONTENT and response.headers.get("Content-Range") == rest:
                return response
            if response.status == HTTPStatus.OK:
                self._begin_anew()
                return response
            response.close()
        self._begin_anew()
        return _open(self._url)

    def _begin_anew(self) -> None:
        self._put(None)
        self._received = 0

    def _put(self, item: bytes | DownloadFailed | None) -> bool:
        while not self._stopped.is_set():
            try:
                self.items.put(item, timeout=_POLL_SECONDS)
                return True
            except queue.Full:
                continue
        return False


def _open(url: str, accepted: str = "*/*", begin: int = 0) -> HTTPResponse:
    import urllib.request

    class OnlySafe(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *arguments: object) -> urllib.request.Request | None:
            _check_scheme(str(arguments[-1]))
            return super().redirect_request(*arguments)  # type: ignore[arg-type]

    _check_scheme(url)
    check_downloads_allowed()
    opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=_context()), OnlySafe)
    headers = {
        "User-Agent": f"engine-installer/{builder.__version__}",
        "Accept": accepted,
        "Accept-Encoding": "identity",
    }
    if begin:
        headers["Range"] = f"bytes={begin}-"
    request = urllib.request.Request(url, headers=headers)  # noqa: S310 - the scheme was checked
    response = opener.open(request, timeout=_SILENCE_SECONDS)
    assert isinstance(response, HTTPResponse)
    return response


def _check_scheme(url: str) -> None:
    scheme = url.partition(":")[0].lower()
    if scheme not in _SCHEMES:
        raise ValueError(say("it leads to an address with {scheme!r} instead of https", scheme=scheme))


def _context() -> ssl.SSLContext:
    import ssl

    context = ssl.create_default_context()
    # A folder of certificates may be there and have none that this Python finds.
    if not (context.cert_store_stats()["x509_ca"] or ssl.get_default_verify_paths().cafile):
        known = next((path for path in _CERTIFICATES if Path(path).is_file()), None)
        if known:
            context.load_verify_locations(known)
    return context

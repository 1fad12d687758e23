"""Downloading one file whose size is known, over HTTPS; it can be cancelled at any moment, also while nothing comes.

A server must keep pace, so that no download lasts for ever, however little comes at a time.
"""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPResponse
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import builder
from builder.base.addresses import mask_addresses
from builder.base.cancellation import CancelToken
from builder.base.errors import DownloadFailed
from builder.base.files import new_file, os_errors_as
from builder.base.text import Text, say, verbatim

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

# A frozen program looks for certificates where the system that it was made on has them.
_CERTIFICATES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)


def download(url: str, size: int, to: Path, cancel: CancelToken) -> Iterator[int]:
    """Download a file. What it holds is for the caller to check.

    Args:
        url: with https.
        size: of the file; anything else is refused, at the latest with the first byte too many.
        to: a new file.
        cancel: stops it at any moment.

    Yields:
        The bytes so far.

    Raises:
        DownloadFailed: it did not arrive, or not as it should.
        EngineInstallerError: it could not be written.
    """
    receiver = _Receiver(url, size)
    received, started = 0, time.monotonic()
    try:
        with os_errors_as(to, say("write")), new_file(to) as stream:
            while True:
                cancel.check()
                seconds = time.monotonic() - started
                if seconds > _SECONDS_IN_ADVANCE + received / _LEAST_BYTES_PER_SECOND:
                    too_slow = say(
                        "it comes too slowly, with {received} of {size} bytes in {seconds} seconds",
                        received=received,
                        size=size,
                        seconds=round(seconds),
                    )
                    raise _failed(url, too_slow)
                try:
                    item = receiver.items.get(timeout=_POLL_SECONDS)
                except queue.Empty:
                    continue
                if isinstance(item, str):
                    raise _failed(url, item)
                received += len(item)
                if received > size:
                    raise _failed(url, say("more than the {size} bytes arrived that app.toml states", size=size))
                if not item:
                    break
                stream.write(item)
                yield received
    finally:
        receiver.stop()
    if received != size:
        raise _failed(url, say("only {received} of {size} bytes arrived", received=received, size=size))


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


def read_page(url: str, accepted: str, cancel: CancelToken) -> Page:
    """Read a document whose size nobody has stated, such as a page of a package index.

    Args:
        url: with https.
        accepted: the media types that are understood.
        cancel: stops it at any moment.

    Raises:
        DownloadFailed: it did not come.
    """

    def read(response: HTTPResponse) -> Page:
        content = bytearray()
        while chunk := response.read1(_CHUNK_BYTES):
            content += chunk
            if len(content) > _MOST_PAGE_BYTES:
                raise ValueError(f"more than {_MOST_PAGE_BYTES >> 20} MiB arrived")
        return Page(response.url, response.headers.get_content_type(), bytes(content))

    return _ask(url, accepted, read, cancel)


def size_of(url: str, cancel: CancelToken) -> int | None:
    """Ask how large a file is, in bytes; None where its server does not say.

    Raises:
        DownloadFailed: there is no answer.
    """
    return _ask(url, "*/*", lambda response: response.length, cancel)


def _ask(url: str, accepted: str, read: Callable[[HTTPResponse], T], cancel: CancelToken) -> T:
    """Ask a server in a thread, which cannot be interrupted, and wait for what it makes of the answer."""
    answers: queue.Queue[T | DownloadFailed] = queue.Queue()

    def ask() -> None:
        try:
            with _open(url, accepted) as response:
                answers.put(read(response))
        except Exception as error:
            answers.put(_failed(url, _reason_of(error)))

    threading.Thread(target=ask, name="download", daemon=True).start()
    end = time.monotonic() + _PAGE_SECONDS
    while time.monotonic() < end:
        cancel.check()
        with contextlib.suppress(queue.Empty):
            answer = answers.get(timeout=_POLL_SECONDS)
            if isinstance(answer, DownloadFailed):
                raise answer
            return answer
    raise _failed(url, verbatim(f"there was no whole answer in {_PAGE_SECONDS:.0f} seconds"))


def _reason_of(error: Exception) -> Text:
    reason = getattr(error, "reason", None)
    ours = error.args[0] if error.args and isinstance(error.args[0], Text) else None
    return ours or verbatim(str(reason or error) or type(error).__name__)


def _failed(url: str, why: Text) -> DownloadFailed:
    return DownloadFailed(
        say("{url} could not be downloaded: {reason}.", url=mask_addresses(url), reason=why),
        hint=say(
            "Check the network connection and the system's proxy. Or get the file in another way and give its folder "
            "with --wheels.",
            window="Check the network connection and the system's proxy, then try again.",
        ),
    )


class _Receiver:
    """A thread that waits for the network, which cannot be interrupted; it touches no file.

    Attributes:
        items: what came; empty bytes are the end, a text says why there is no more.
    """

    def __init__(self, url: str, size: int) -> None:
        self.items: queue.Queue[bytes | Text] = queue.Queue(_CHUNKS_AHEAD)
        self._stopped = threading.Event()
        self._url, self._size = url, size
        self._thread = threading.Thread(target=self._receive, name="download", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Want no more. A thread that waits for a silent server ends some time later."""
        self._stopped.set()
        self._thread.join(_LAST_WORD_SECONDS)

    def _receive(self) -> None:
        try:
            with _open(self._url) as response:
                stated = response.headers.get("Content-Length")
                if stated is not None and stated != str(self._size):
                    said = say(
                        "the server has {found} bytes, and app.toml states {size}", found=stated, size=self._size
                    )
                    self._put(said)
                    return
                while chunk := response.read1(_CHUNK_BYTES):
                    if not self._put(chunk):
                        return
            self._put(b"")
        except Exception as error:
            # Whatever it is, the other thread waits for an answer.
            self._put(_reason_of(error))

    def _put(self, item: bytes | Text) -> bool:
        while not self._stopped.is_set():
            try:
                self.items.put(item, timeout=_POLL_SECONDS)
                return True
            except queue.Full:
                continue
        return False


def _open(url: str, accepted: str = "*/*") -> HTTPResponse:
    import urllib.request

    class OnlySafe(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *arguments: object) -> urllib.request.Request | None:
            _check_scheme(str(arguments[-1]))
            return super().redirect_request(*arguments)  # type: ignore[arg-type]

    _check_scheme(url)
    opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=_context()), OnlySafe)
    headers = {
        "User-Agent": f"engine-installer/{builder.__version__}",
        "Accept": accepted,
        "Accept-Encoding": "identity",
    }
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

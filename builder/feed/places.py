"""Where the files of a feed are: on a web server, or in a folder that somebody brought. Nothing here is trusted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from builder.base.addresses import mask_addresses
from builder.base.cancellation import CancelToken
from builder.base.files import new_file, os_errors_as
from builder.base.json_file import Damaged
from builder.base.paths import is_link
from builder.base.small_files import UnfitFile, open_regular, read_small_file
from builder.base.text import Text, say

MOST_LIST_BYTES = 32 << 20
"""Of the list of files: that is some 10,000 engines."""

_CHUNK_BYTES = 1 << 20
_HINT = say(
    "Check the network connection and the system's proxy, then run the command again: what has come is kept.",
    window="Check the network connection and the system's proxy, then try again: what has come is kept.",
)


@dataclass(frozen=True, slots=True)
class WebPlace:
    """An address below which a server has the files."""

    url: str

    @property
    def name(self) -> str:
        """As people may read it."""
        return mask_addresses(self.url)

    def read(self, path: str, cancel: CancelToken) -> bytes | None:
        """Read a small file.

        Returns:
            None where there is none.

        Raises:
            DownloadFailed: it did not come.
        """
        from builder.library.download import NotThere, read_page

        try:
            return read_page(self._address(path), "*/*", cancel, limit=MOST_LIST_BYTES, hint=_HINT).content
        except NotThere:
            return None

    def bring(self, path: str, size: int, to: Path, cancel: CancelToken) -> Iterator[int]:
        """Bring a file, or what is missing of it.

        Yields:
            The bytes that are there.

        Raises:
            DownloadFailed: it did not come.
        """
        from builder.library.download import download

        yield from download(self._address(path), size, to, cancel, go_on=True, stated_by="targets.json", hint=_HINT)

    def _address(self, path: str) -> str:
        return f"{self.url.rstrip('/')}/{quote(path)}"


@dataclass(frozen=True, slots=True)
class FolderPlace:
    """A folder that holds the files. No link in it is followed."""

    folder: Path

    @property
    def name(self) -> str:
        """As people may read it."""
        return str(self.folder)

    def read(self, path: str, cancel: CancelToken) -> bytes | None:
        """Read a small file.

        Returns:
            None where there is none.

        Raises:
            Damaged: it is not a file, or too large a one.
            EngineInstallerError: it cannot be read.
        """
        cancel.check()
        file = self._file(path)
        with os_errors_as(file, say("read")):
            try:
                return read_small_file(file, MOST_LIST_BYTES, follow_links=False)
            except (FileNotFoundError, NotADirectoryError):
                return None
            except UnfitFile as error:
                raise _unfit(path, error.reason) from error

    def bring(self, path: str, size: int, to: Path, cancel: CancelToken) -> Iterator[int]:
        """Copy a file.

        Yields:
            The bytes that are there.

        Raises:
            Damaged: it is not there, or not of this size.
            EngineInstallerError: it cannot be read or written.
        """
        file, copied = self._file(path), 0
        with os_errors_as(file, say("read")):
            try:
                stream = open_regular(file, follow_links=False)
            except (FileNotFoundError, NotADirectoryError) as error:
                raise _unfit(path, say("it is missing")) from error
            except UnfitFile as error:
                raise _unfit(path, error.reason) from error
        with stream, os_errors_as(to, say("write")), new_file(to) as copy:
            while True:
                cancel.check()
                with os_errors_as(file, say("read")):
                    chunk = stream.read(_CHUNK_BYTES)
                copied += len(chunk)
                if copied > size or not chunk:
                    break
                copy.write(chunk)
                yield copied
        if copied != size:
            raise _unfit(
                path,
                say("it is larger than the {size} bytes that were signed", size=size)
                if copied > size
                else say("it has {found} bytes instead of {size}", found=copied, size=size),
            )

    def _file(self, path: str) -> Path:
        file = self.folder
        for part in path.split("/")[:-1]:
            file /= part
            if is_link(file):
                raise _unfit(path, say("it is behind a link"))
        return file / path.rpartition("/")[2]


def _unfit(path: str, reason: Text) -> Damaged:
    return Damaged(say("{file} is not as it should be: {reason}", file=path, reason=reason))

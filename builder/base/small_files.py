"""Opening files that a stranger may have put there: without blocking, only regular files, never more than a bound.

What stands at a path is judged by the descriptor that is read from, so nothing can be swapped in between. A pipe would
keep `open` waiting for a writer, for ever and deaf to signals; a device may never end, or act on being opened.
"""

from __future__ import annotations

import errno
import os
import stat
import time
from pathlib import Path
from typing import BinaryIO

from builder.base.text import Text, say

SMALL_FILE_BYTES = 1 << 20
"""Enough for what people write."""

GROWING = say("it grew while it was read")
"""The reason to give up a file of any size, which could otherwise be read for ever."""

_FLAGS = os.O_RDONLY
# Not every system has them all; O_NONBLOCK also keeps `open` from waiting for a pipe's writer.
for _name in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY", "O_NOINHERIT"):
    _FLAGS |= getattr(os, _name, 0)
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)

_HELD_SECONDS = 1.0
_PAUSE_SECONDS = 0.02

_KINDS = {
    stat.S_IFDIR: say("it is a folder"),
    stat.S_IFIFO: say("it is a pipe"),
    stat.S_IFSOCK: say("it is a socket"),
    stat.S_IFCHR: say("it is a device"),
    stat.S_IFBLK: say("it is a device"),
    stat.S_IFLNK: say("it is a symbolic link"),
}


class UnfitFile(OSError):
    """What is there is no regular file, or not one of the expected size.

    Attributes:
        reason: what it is, as a part of a sentence.
    """

    def __init__(self, path: Path, reason: Text) -> None:
        super().__init__(errno.EINVAL, reason, str(path))
        self.reason = reason

    @property
    def which(self) -> str:
        """The reason as a relative clause, for faults of packages: `which is a pipe`."""
        return f"which {self.reason.removeprefix('it ')}"


def open_regular(path: Path, *, follow_links: bool = True, buffering: int = -1) -> BinaryIO:
    """Open a file for reading.

    Args:
        path: the file.
        follow_links: False refuses a link in its place; folders on the way may be links.
        buffering: as of `open`.

    Raises:
        UnfitFile: it is not a regular file.
        OSError: it cannot be opened.
    """
    # Before it is opened as well: opening some devices does something.
    _check_kind(path, path.stat() if follow_links else path.lstat())
    descriptor = _open(path, _FLAGS | (0 if follow_links else _NO_FOLLOW))
    try:
        _check_kind(path, os.fstat(descriptor))
        return os.fdopen(descriptor, "rb", buffering)
    except BaseException:
        os.close(descriptor)
        raise


def _open(path: Path, flags: int) -> int:
    give_up = time.monotonic() + _HELD_SECONDS
    while True:
        try:
            return os.open(path, flags)
        except BlockingIOError as error:
            # Another process has a lease on it (fcntl(2)), as Samba has; asked, it gives that up in a moment.
            if time.monotonic() > give_up:
                raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(path)) from error
            time.sleep(_PAUSE_SECONDS)
        except OSError as error:
            # Swapped since it was looked at.
            if error.errno == errno.ELOOP and flags & _NO_FOLLOW:
                raise UnfitFile(path, _KINDS[stat.S_IFLNK]) from error
            raise


def _check_kind(path: Path, status: os.stat_result) -> None:
    kind = stat.S_IFMT(status.st_mode)
    if kind != stat.S_IFREG:
        raise UnfitFile(path, _KINDS.get(kind, say("it is not a file")))


def read_small_file(path: Path, limit: int = SMALL_FILE_BYTES, *, follow_links: bool = True) -> bytes:
    """Read a whole file.

    Args:
        path: the file.
        limit: bytes that it may have.
        follow_links: as of `open_regular`.

    Raises:
        UnfitFile: it is not a regular file, or larger.
        OSError: it cannot be read.
    """
    with open_regular(path, follow_links=follow_links, buffering=0) as stream:
        # Its size tells what to make room for, not what is there: it may grow, and in /proc it is 0.
        size = os.fstat(stream.fileno()).st_size
        content = b""
        if size <= limit:
            content = stream.read(size + 1) or b""
            while more := stream.read(limit + 1 - len(content)):
                content += more
        if size > limit or len(content) > limit:
            raise UnfitFile(path, too_large(limit))
    return content


def too_large(limit: int) -> Text:
    """Say that a file is larger than it may be; whole MiB."""
    return say("it is larger than {limit_mib} MiB", limit_mib=limit >> 20)

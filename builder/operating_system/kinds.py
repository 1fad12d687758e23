"""The kinds of operating-system failure that engine-installer distinguishes."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from enum import Enum
from pathlib import Path


@dataclass(frozen=True, slots=True)
class MachineFolders:
    """The folders for all users of a computer.

    Attributes:
        programs: for applications.
        logs: for the logs of engine-installer.
    """

    programs: Path
    logs: Path


UNSEEN = ("offscreen", "minimal")
"""The platforms of Qt whose windows nobody sees."""


class NotElevated(Enum):
    """Why a command was not run with administrator rights."""

    REFUSED = "the user refused"
    NO_PROMPT = "the user could not be asked"


class OsErrorKind(Enum):
    """Why the operating system refused."""

    ACCESS_DENIED = "access denied"
    DISK_FULL = "disk full"
    IN_USE = "in use"
    OUT_OF_MEMORY = "out of memory"
    OTHER = "other"


ERRNO_KINDS = {
    errno.EACCES: OsErrorKind.ACCESS_DENIED,
    errno.EPERM: OsErrorKind.ACCESS_DENIED,
    errno.EROFS: OsErrorKind.ACCESS_DENIED,
    errno.ENOSPC: OsErrorKind.DISK_FULL,
    errno.EBUSY: OsErrorKind.IN_USE,
    errno.ENOMEM: OsErrorKind.OUT_OF_MEMORY,
}
"""The error numbers of the C library, on every system."""

"""The kinds of operating-system failure that engine-installer tells apart."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from enum import Enum
from pathlib import Path


@dataclass(frozen=True, slots=True)
class MachineFolders:
    """Where things for all users of a computer go.

    Attributes:
        programs: applications.
        logs: of engine-installer.
    """

    programs: Path
    logs: Path


class NotElevated(Enum):
    """Why a command was not run with administrator rights."""

    REFUSED = "the user refused"
    NOBODY_TO_ASK = "nobody could be asked"


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
"""What the C library says, on every system."""

"""The kinds of operating-system failure that engine-installer tells apart."""

from __future__ import annotations

from enum import Enum


class OsErrorKind(Enum):
    """Why the operating system refused."""

    ACCESS_DENIED = "access denied"
    DISK_FULL = "disk full"
    IN_USE = "in use"
    OUT_OF_MEMORY = "out of memory"
    OTHER = "other"

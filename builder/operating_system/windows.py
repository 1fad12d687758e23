"""Windows, written from Microsoft's documentation; nobody has run it on Windows yet (docs/verified.md)."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath
from typing import Any

from builder.operating_system.kinds import ERRNO_KINDS, OsErrorKind

# winerror.h
_KINDS = {
    5: OsErrorKind.ACCESS_DENIED,  # ERROR_ACCESS_DENIED
    19: OsErrorKind.ACCESS_DENIED,  # ERROR_WRITE_PROTECT
    8: OsErrorKind.OUT_OF_MEMORY,  # ERROR_NOT_ENOUGH_MEMORY
    14: OsErrorKind.OUT_OF_MEMORY,  # ERROR_OUTOFMEMORY
    1455: OsErrorKind.OUT_OF_MEMORY,  # ERROR_COMMITMENT_LIMIT: the page file is too small
    32: OsErrorKind.IN_USE,  # ERROR_SHARING_VIOLATION
    33: OsErrorKind.IN_USE,  # ERROR_LOCK_VIOLATION
    39: OsErrorKind.DISK_FULL,  # ERROR_HANDLE_DISK_FULL
    112: OsErrorKind.DISK_FULL,  # ERROR_DISK_FULL
    1295: OsErrorKind.DISK_FULL,  # ERROR_DISK_QUOTA_EXCEEDED
}

# ntstatus.h
_STATUS_NAMES = {
    0xC0000005: "access violation",
    0xC0000017: "no memory",
    0xC000001D: "illegal instruction",
    0xC0000094: "integer division by zero",
    0xC00000FD: "stack overflow",
    0xC0000135: "a DLL was not found",
    0xC0000142: "a DLL failed to initialise",
    0xC0000374: "heap corruption",
    0xC0000409: "stack buffer overrun or abort",
    0xE06D7363: "unhandled C++ exception",
}

_CREATE_NEW_PROCESS_GROUP = 0x00000200
_CREATE_NO_WINDOW = 0x08000000
_SEM_FAILCRITICALERRORS = 0x0001
_SEM_NOGPFAULTERRORBOX = 0x0002
_MAX_PATH = 260
_ROOM_FOR_FILES = 110
"""What is created inside a folder of the user's, such as engines\\.staging\\<a name of 64>.engine."""


def os_error_kind(error: OSError) -> OsErrorKind:
    """Tell why the system call failed."""
    winerror = getattr(error, "winerror", None)
    # open(), write() and fsync() go through the C library, which sets only errno.
    if winerror is None:
        return ERRNO_KINDS.get(error.errno or 0, OsErrorKind.OTHER)
    return _KINDS.get(winerror, OsErrorKind.OTHER)


def spawn_options() -> dict[str, Any]:
    """Options of `subprocess.Popen` for a worker: no console window, and Ctrl-C stays with the parent."""
    return {"creationflags": _CREATE_NEW_PROCESS_GROUP | _CREATE_NO_WINDOW}


def describe_crash(returncode: int) -> str | None:
    """Name the NTSTATUS that ended a process, or None when it ended by itself."""
    status = returncode & 0xFFFFFFFF
    # The two top bits of an NTSTATUS are its severity; 3 is an error.
    if status < 0xC0000000:
        return None
    return f"0x{status:08X} ({_STATUS_NAMES.get(status, 'unknown')})"


def prepare_worker_process() -> None:
    """Let a crash end the process at once instead of waiting behind a dialog that nobody sees in quiet mode."""
    import ctypes

    kernel32 = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    kernel32.SetErrorMode(_SEM_FAILCRITICALERRORS | _SEM_NOGPFAULTERRORBOX)


def sync_directory(directory: Path) -> None:
    """Nothing to do: NTFS journals renames, and a directory cannot be flushed."""


def extended_path(path: Path) -> Path:
    r"""Give a path the prefix `\\?\` when it is too long for the classic limit of 260 characters."""
    text = str(path)
    if len(text) < _MAX_PATH - _ROOM_FOR_FILES or text.startswith("\\\\?\\"):
        return path
    if text.startswith("\\\\"):
        return Path("\\\\?\\UNC\\" + text[2:])
    return Path("\\\\?\\" + text) if PureWindowsPath(text).is_absolute() else path


def gpus_known_to_driver() -> bool:
    """NVML alone tells here."""
    return False


def gpus_on_bus() -> bool | None:
    """Unknown: it would take the Setup API, and NVIDIA's driver comes with Windows Update."""
    return None

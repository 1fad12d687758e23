"""Linux and other POSIX systems."""

from __future__ import annotations

import errno
import os
import signal
from pathlib import Path
from typing import Any

from builder.operating_system.kinds import ERRNO_KINDS, OsErrorKind

_KINDS = ERRNO_KINDS | {errno.EDQUOT: OsErrorKind.DISK_FULL, errno.ETXTBSY: OsErrorKind.IN_USE}

_PCI_VENDOR_NVIDIA = "0x10de"
_PCI_CLASS_DISPLAY = "0x03"


def os_error_kind(error: OSError) -> OsErrorKind:
    """Tell why the system call failed."""
    return _KINDS.get(error.errno or 0, OsErrorKind.OTHER)


def spawn_options() -> dict[str, Any]:
    """Options of `subprocess.Popen` for a worker.

    A session of its own keeps the terminal's Ctrl-C away from the worker: the parent alone decides how it ends.
    """
    return {"start_new_session": True}


def describe_crash(returncode: int) -> str | None:
    """Name the signal that ended a process, or None when it ended by itself."""
    if returncode >= 0:
        return None
    try:
        name = signal.Signals(-returncode).name
    except ValueError:
        name = "unknown"
    return f"signal {-returncode} ({name})"


def prepare_worker_process() -> None:
    """Nothing to do: a crash shows no dialog here."""


def sync_directory(directory: Path) -> None:
    """Make renames inside the directory survive a power cut."""
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def extended_path(path: Path) -> Path:
    """Paths have no short limit here."""
    return path


def gpus_known_to_driver() -> bool:
    """Whether the kernel's NVIDIA driver has a GPU, visible to this process or not.

    The folder is that of NVIDIA's driver README, "The /proc/driver/nvidia filesystem".
    """
    folder = Path("/proc/driver/nvidia/gpus")
    return folder.is_dir() and any(folder.iterdir())


def gpus_on_bus(devices: Path = Path("/sys/bus/pci/devices")) -> bool | None:
    """Whether an NVIDIA display controller is on the PCI bus, driver or not; None when that cannot be told."""
    try:
        return any(
            (device / "vendor").read_text().strip() == _PCI_VENDOR_NVIDIA
            and (device / "class").read_text().startswith(_PCI_CLASS_DISPLAY)
            for device in devices.iterdir()
        )
    except OSError:
        return None

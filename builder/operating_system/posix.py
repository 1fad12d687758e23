"""Linux and other POSIX systems."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from builder.operating_system.kinds import ERRNO_KINDS, MachineFolders, NotElevated, OsErrorKind

_KINDS = ERRNO_KINDS | {errno.EDQUOT: OsErrorKind.DISK_FULL, errno.ETXTBSY: OsErrorKind.IN_USE}

_INHIBIT_SECONDS = 2.0
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


def system_environment(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The environment for the system's own programs: PyInstaller points ours at its libraries, which may be older."""
    if not getattr(sys, "frozen", False):
        return dict(environment)
    original = environment.get("LD_LIBRARY_PATH_ORIG")
    kept = {name: value for name, value in environment.items() if not name.startswith("LD_LIBRARY_PATH")}
    return kept | ({"LD_LIBRARY_PATH": original} if original else {})


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


def machine_folders(environment: Mapping[str, str] = os.environ) -> MachineFolders:
    """As the Filesystem Hierarchy Standard 3.0 has it: add-on software, and log files."""
    return MachineFolders(Path("/opt"), Path("/var/log/engine-installer"))


def is_held(path: Path) -> bool:
    """Never: a file that a program has open can be replaced here, and the program keeps what it has opened."""
    return False


def holds_running_programs() -> bool:
    """Never: a program goes on running when its files are removed."""
    return False


def remove_after_exit(folder: Path, parents: Sequence[Path]) -> None:
    """Nothing to do: nothing is left for then."""


def make_writable(path: Path) -> bool:
    """Nothing to do: whether a file can be replaced is a matter of its folder here."""
    return False


def plain_path(path: Path) -> Path:
    """Paths have one form here."""
    return path


@contextlib.contextmanager
def announce(name: str) -> Iterator[None]:
    """Nothing to do: nobody looks for named mutexes here."""
    yield


@contextlib.contextmanager
def keep_awake(why: str) -> Iterator[None]:
    """Keep the computer from going to sleep by itself, where systemd can do that (systemd-inhibit(1)).

    Args:
        why: for people who ask what keeps it awake.
    """
    inhibit = shutil.which("systemd-inhibit")
    if inhibit is None:
        yield
        return
    # It lasts as long as its command, and `cat` lasts as long as this process has not closed the pipe, or ended.
    with subprocess.Popen(
        [inhibit, "--what=idle:sleep", "--who=engine-installer", f"--why={why}", "cat"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=system_environment(),
    ) as process:
        try:
            yield
        finally:
            assert process.stdin is not None
            with contextlib.suppress(OSError):
                process.stdin.close()
            try:
                process.wait(_INHIBIT_SECONDS)
            except subprocess.TimeoutExpired:
                process.terminate()  # it still waits for an answer from logind


def has_administrator_rights() -> bool:
    """Whether this process may write where all users' programs are."""
    return os.geteuid() == 0


def is_elevated(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether this process took on more rights than the user who started it has; a login as root is not that."""
    return os.geteuid() == 0 and any(name in environment for name in ("SUDO_UID", "PKEXEC_UID", "DOAS_USER"))


def distrust(path: Path, trusted_uid: int = 0) -> str | None:
    """Why somebody without administrator rights could redirect what is written at a path; None when nobody could.

    Args:
        path: absolute; its end need not exist yet.
        trusted_uid: the owner whom every part of it must have.
    """
    for part in (*reversed(path.parents), path):
        try:
            status = part.lstat()
            resolved = part.resolve() if stat.S_ISLNK(status.st_mode) else None
        except FileNotFoundError:
            return None
        except (OSError, RuntimeError) as error:
            return f"{part} cannot be looked at ({error})"
        if resolved is not None:
            if part == path or status.st_uid != trusted_uid:
                return f"{part} is a symbolic link"
            if reason := distrust(resolved, trusted_uid):
                return reason
        elif status.st_uid != trusted_uid:
            return f"{part} belongs to another user (number {status.st_uid})"
        elif _others_may_write(status, above=part != path):
            return f"{part} can be written by other users"
    return None


def _others_may_write(status: os.stat_result, *, above: bool) -> bool:
    # In a sticky folder, such as /tmp, others may add things, but not replace what is there.
    if above and status.st_mode & stat.S_ISVTX:
        return False
    return bool(status.st_mode & (stat.S_IWGRP | stat.S_IWOTH))


def elevated_exit_code(command: Sequence[str]) -> int | NotElevated:
    """Run a command with administrator rights, after asking the user for them.

    Returns:
        The command's exit status, or why it was not run.
    """
    pkexec = shutil.which("pkexec")
    if pkexec is None:
        return NotElevated.NOBODY_TO_ASK
    code = subprocess.run([pkexec, *command], env=system_environment(), check=False).returncode
    # pkexec(1): 126 when the user closed the dialog, 127 when rights were not given or nobody could be asked.
    return {126: NotElevated.REFUSED, 127: NotElevated.NOBODY_TO_ASK}.get(code, code)

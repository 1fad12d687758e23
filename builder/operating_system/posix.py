"""Linux and other POSIX systems."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from builder.operating_system.kinds import ERRNO_KINDS, UNSEEN, MachineFolders, NotElevated, OsErrorKind

if TYPE_CHECKING:
    import ctypes

_KINDS = ERRNO_KINDS | {errno.EDQUOT: OsErrorKind.DISK_FULL, errno.ETXTBSY: OsErrorKind.IN_USE}

_INHIBIT_SECONDS = 0.5
_MOST_WORDS = 1000
_POLL_SECONDS = 0.1
_MOST_LINKS = 40
"""As many as Linux follows in one path."""

_GOES_FIRST = 500

_FOLDERS_OF_A_USER = (
    *("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"),
    *("TMPDIR", "TEMP", "TMP"),
)
_PLAIN = re.compile(
    r"LANG|LANGUAGE|LC_\w+|TERM|COLORTERM|COLUMNS|LINES|NO_COLOR|USER|LOGNAME|SUDO_(UID|GID|USER)|PKEXEC_UID|DOAS_USER|"
    r"DISPLAY|WAYLAND_DISPLAY|CUDA_VISIBLE_DEVICES|CUDA_DEVICE_ORDER|NVIDIA_VISIBLE_DEVICES|PYDANTIC_DISABLE_PLUGINS"
)
"""What a run with rights that were taken on keeps of its environment: names and numbers that lead nowhere."""
_ADDRESSES = re.compile(r"\w+_PROXY|SSL_CERT_FILE|SSL_CERT_DIR|XAUTHORITY|_PYI_\w+", re.IGNORECASE)
"""And where the network, the screen and the program's own unpacked files are; what is downloaded has a pinned hash."""

_ADDR_NO_RANDOMIZE, _ASK_PERSONALITY = 0x0040000, 0xFFFFFFFF
"""sys/personality.h: whether a program's parts lie at the same addresses in every process; and to change nothing."""

_PCI_VENDOR_NVIDIA = "0x10de"
_PCI_CLASS_DISPLAY = "0x03"


def os_error_kind(error: OSError) -> OsErrorKind:
    """Classify a failed system call."""
    return _KINDS.get(error.errno or 0, OsErrorKind.OTHER)


def spawn_options() -> dict[str, Any]:
    """Options of `subprocess.Popen` for a worker.

    A separate session keeps the terminal's Ctrl-C away from the worker: the parent alone decides how it ends.
    """
    return {"start_new_session": True}


def describe_crash(returncode: int) -> str | None:
    """Name the signal that ended a process; None if it exited by itself."""
    if returncode >= 0:
        return None
    try:
        name = signal.Signals(-returncode).name
    except ValueError:
        name = "unknown"
    return f"signal {-returncode} ({name})"


def prepare_worker_process() -> None:
    """Make CUDA's driver known to the engine library under WSL, and this process the first to go without memory.

    A crash shows no dialog here.
    """
    # The kernel ends the process with most of both, which must not be another program (proc(5)).
    adjustment = Path("/proc/self/oom_score_adj")
    with contextlib.suppress(OSError, ValueError):
        if int(adjustment.read_text()) < _GOES_FIRST:
            adjustment.write_text(str(_GOES_FIRST))
    load_driver_library("libcuda.so.1")


def has_fixed_addresses() -> bool:
    """Whether this process has its program, libraries and memory where every other such process has them."""
    personality = _personality(_ASK_PERSONALITY)
    return personality is not None and bool(personality & _ADDR_NO_RANDOMIZE)


def fix_addresses() -> bool:
    """Let the program that this process executes next have fixed addresses.

    Returns:
        Whether the system allows that; the usual filter of system calls in containers does not.
    """
    personality = _personality(_ASK_PERSONALITY)
    return personality is not None and _personality(personality | _ADDR_NO_RANDOMIZE) is not None


def _personality(value: int) -> int | None:
    """Call personality(2); None where there is none, or where the system refuses."""
    import ctypes

    try:
        answer: int = ctypes.CDLL(None).personality(ctypes.c_ulong(value))
    except (OSError, AttributeError):
        return None
    return None if answer == -1 else answer


def is_wsl(kernel: str | None = None) -> bool:
    """Whether this is Linux inside Windows, which has no driver of its own: it uses the one that Windows has.

    Args:
        kernel: the kernel's release; None for the one that runs. Microsoft's kernels are named after their maker.
    """
    return "microsoft" in (os.uname().release if kernel is None else kernel).lower()


def load_driver_library(name: str, folder: Path = Path("/usr/lib/wsl/lib")) -> bool:
    """Load a library of NVIDIA's driver from where Windows puts it under WSL; once loaded, it is found by its name.

    Distributions and containers often do not have that folder in the loader's search path.

    Returns:
        Whether it is there.
    """
    import ctypes

    if not (folder / name).is_file():
        return False
    try:
        ctypes.CDLL(str(folder / name), mode=ctypes.RTLD_GLOBAL)
    except OSError:
        return False
    return True


def open_cuda_driver() -> ctypes.CDLL:
    """Load the part of NVIDIA's driver that runs programs on a GPU.

    Raises:
        OSError: it is not there, or does not load.
    """
    import ctypes

    return ctypes.CDLL("libcuda.so.1")


def use_own_environment(environment: MutableMapping[str, str] = os.environ) -> None:
    """Leave behind what another user's environment could lead this process, and all that it starts, to.

    Rights are taken on together with an environment (`sudo -E`, `env_keep`, `su`), in which a path decides what is run,
    loaded, read and written. What the loader and Python have read before this is beyond us.

    Args:
        environment: of the process; it is changed.
    """
    if not is_elevated(environment) and not _is_led_by_others(environment):
        return
    import pwd

    own = {name: value for name, value in environment.items() if _is_harmless(name, value)}
    own["PATH"] = os.pathsep.join(_trusted_folders(environment)) or os.defpath
    try:
        own["HOME"] = pwd.getpwuid(os.geteuid()).pw_dir
    except KeyError:
        own["HOME"] = "/"
    for name in environment.keys() - own.keys():
        del environment[name]
    environment.update(own)


def _is_led_by_others(environment: Mapping[str, str]) -> bool:
    """Whether root's environment is that of another user, as after `su`, which leaves no other sign."""
    folders = [Path(environment.get(name, "")) for name in _FOLDERS_OF_A_USER]
    return os.geteuid() == 0 and any(folder.is_absolute() and belongs_to_others(folder) for folder in folders)


def _is_harmless(name: str, value: str) -> bool:
    # The C library takes what looks like a path in these for one.
    return bool(_ADDRESSES.fullmatch(name) or (_PLAIN.fullmatch(name) and not {"/", "%"} & set(value)))


def _trusted_folders(environment: Mapping[str, str]) -> list[str]:
    """The folders with programs into which no other user can put one."""
    folders = environment.get("PATH", os.defpath).split(os.pathsep)
    return [folder for folder in folders if Path(folder).is_absolute() and not distrust(Path(folder), follow=True)]


def find_tool(name: str) -> str | None:
    """Find one of the system's programs; as an administrator only one that no other user could have put there.

    Returns:
        Its path; None if there is none.
    """
    if os.geteuid() != 0:
        return shutil.which(name)
    tool = shutil.which(name, path=os.pathsep.join(_trusted_folders(os.environ)))
    return None if tool is None or distrust(Path(tool), follow=True) else tool


def system_environment(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Make the environment for the system's programs, without PyInstaller's path to libraries, which may be older."""
    if not getattr(sys, "frozen", False):
        return dict(environment)
    original = environment.get("LD_LIBRARY_PATH_ORIG")
    kept = {name: value for name, value in environment.items() if not name.startswith("LD_LIBRARY_PATH")}
    return kept | ({"LD_LIBRARY_PATH": original} if original else {})


def restrict_library_search() -> None:
    """Do nothing: the current folder is not searched for libraries here."""


def sync_directory(directory: Path) -> None:
    """Make renames inside the directory survive a power failure."""
    descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def extended_path(path: Path, *, deep: bool = False) -> Path:
    """Return the path: there is no short limit here."""
    return path


def gpus_known_to_driver() -> bool:
    """Whether the kernel's NVIDIA driver has a GPU, visible to this process or not.

    The folder is documented in NVIDIA's driver README, "The /proc/driver/nvidia filesystem".
    """
    folder = Path("/proc/driver/nvidia/gpus")
    return folder.is_dir() and any(folder.iterdir())


def file_description(executable: str) -> str | None:
    """Return None: what a program is called stands in desktop entries here, not in the program."""
    return None


def gpus_on_bus(devices: Path = Path("/sys/bus/pci/devices")) -> bool | None:
    """Whether an NVIDIA display controller is on the PCI bus, with or without a driver; None if that is unknown."""
    try:
        return any(
            (device / "vendor").read_text().strip() == _PCI_VENDOR_NVIDIA
            and (device / "class").read_text().startswith(_PCI_CLASS_DISPLAY)
            for device in devices.iterdir()
        )
    except OSError:
        return None


def machine_folders() -> MachineFolders:
    """The folders of the Filesystem Hierarchy Standard 3.0 for add-on software and for log files."""
    return MachineFolders(Path("/opt"), Path("/var/log/engine-installer"))


def is_held(path: Path) -> bool:
    """Return False: an open file can be replaced here, and the program that opened it keeps the old one."""
    return False


def programs_holding(paths: Sequence[Path]) -> tuple[str, ...]:
    """Return nothing: no program keeps a file from being replaced here."""
    return ()


def holds_running_programs() -> bool:
    """Return False: a program keeps running when its files are removed."""
    return False


def remove_after_exit(folder: Path, parents: Sequence[Path]) -> None:
    """Do nothing: everything could be removed before."""


def make_writable(path: Path) -> bool:
    """Return False: whether a file can be replaced depends on its folder here."""
    return False


def nameless_file(folder: Path) -> BinaryIO:
    """Create a file that goes when it is closed, without a name wherever the file system can do that."""
    import tempfile

    return tempfile.TemporaryFile(prefix=".nameless-", dir=folder)


def plain_path(path: Path) -> Path:
    """Return the path: there is only one form here."""
    return path


@contextlib.contextmanager
def hold_folder(folder: Path) -> Iterator[Path]:
    """Give a folder a path that leads to it as long as this lasts, whatever others put in its place meanwhile."""
    descriptor = os.open(folder, getattr(os, "O_PATH", os.O_RDONLY) | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        held = Path(f"/proc/self/fd/{descriptor}")
        yield held if held.exists() else folder
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def announce(name: str) -> Iterator[None]:
    """Do nothing: there are no named mutexes to look for here."""
    yield


@contextlib.contextmanager
def keep_awake(why: str) -> Iterator[Callable[[], str | None]]:
    """Keep the computer from going to sleep by itself, where systemd can do that (systemd-inhibit(1)).

    Args:
        why: shown to users who ask what keeps it awake.

    Yields:
        What tells why it may go to sleep after all, once; None as long as there is nothing to tell. It is to be asked
        from time to time.
    """
    inhibit, cat = find_tool("systemd-inhibit"), find_tool("cat")
    if inhibit is None or cat is None:
        yield _once(lambda: "there is no systemd-inhibit")
        return
    # It lasts as long as its command, and `cat` lasts as long as this process has not closed the pipe, or ended.
    with subprocess.Popen(
        [inhibit, "--what=idle:sleep", "--who=engine-installer", f"--why={why}", cat],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        env=system_environment(),
    ) as process:
        assert process.stdin is not None
        try:
            # Without logind it ends at once. Asking also takes a process that has ended off the system's list.
            yield _once(lambda: None if process.poll() is None else f"systemd-inhibit has ended{_last_words(process)}")
        finally:
            with contextlib.suppress(OSError):
                process.stdin.close()
            try:
                process.wait(_INHIBIT_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()  # it still waits for an answer from logind


def _once(ask: Callable[[], str | None]) -> Callable[[], str | None]:
    told: list[str] = []

    def tell() -> str | None:
        if told or not (reason := ask()):
            return None
        told.append(reason)
        return reason

    return tell


def _last_words(process: subprocess.Popen[bytes]) -> str:
    """What a process that has ended said about it, as the end of a sentence."""
    assert process.stderr is not None
    os.set_blocking(process.stderr.fileno(), False)  # what it started may hold the other end
    with contextlib.suppress(OSError):
        lines = (process.stderr.read(_MOST_WORDS) or b"").decode(errors="replace").split("\n")
        if words := next(filter(None, map(str.strip, lines)), ""):
            return f" ({words})"
    return ""


def has_administrator_rights() -> bool:
    """Whether this process may write to the folder of all users' programs."""
    return os.geteuid() == 0


def has_user_session(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a user sits before a screen that this process can show a window on."""
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    return platform not in UNSEEN and any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def is_elevated(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether this process has more rights than the user who started it; a login as root does not count."""
    return os.geteuid() == 0 and any(name in environment for name in ("SUDO_UID", "PKEXEC_UID", "DOAS_USER"))


def is_closed_to_others(path: Path) -> bool:
    """Whether users without administrator rights may not read a file, or not enter a folder."""
    mode = path.stat().st_mode
    needed = stat.S_IROTH | (stat.S_IXOTH if stat.S_ISDIR(mode) else 0)
    return mode & needed != needed


def distrust(path: Path, trusted_uid: int = 0, *, follow: bool = False) -> str | None:
    """Say how a user without administrator rights could change or redirect what a path leads to; None if none could.

    Links are judged hop by hop: whoever may change one of them, or a folder that one of them leads through, decides
    where the path ends.

    Args:
        path: absolute; its last parts need not exist yet.
        trusted_uid: the owner that every part of it must have.
        follow: accept a link as its last part, if the link and what it leads to are safe.
    """
    for hop in _hops(path):
        if isinstance(hop, OSError):
            return f"{hop.filename} cannot be examined ({hop.strerror})"
        if reason := _distrust_of(hop, trusted_uid, is_end=hop.is_last and not follow):
            return reason
    return None


def belongs_to_others(path: Path) -> bool:
    """Whether a part of a path that exists, or a hop of a link in it, is not the administrator's own.

    The owner of the root folder counts as the administrator, who goes by another number inside of a user namespace.
    """
    own: set[int] = {0}
    for hop in _hops(path):
        if isinstance(hop, OSError):
            return hop.errno not in (errno.ENOTDIR, errno.ELOOP)
        if hop.path == hop.path.parent:
            own.add(hop.status.st_uid)
        if hop.status.st_uid not in own:
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Hop:
    """One folder, link or file on the way to where a path leads.

    Attributes:
        path: of it; no part before its last one is a link.
        status: of itself, also if it is a link.
        is_last: whether nothing comes after it.
    """

    path: Path
    status: os.stat_result
    is_last: bool


def _hops(path: Path) -> Iterator[_Hop | OSError]:
    """Give every part of a path that exists, from the root on, as the system resolves it; an error ends it."""
    try:
        path = path.absolute()
        here, ahead, links = Path(path.anchor), list(reversed(path.parts[1:])), 0
        yield _Hop(here, here.lstat(), not ahead)
        while ahead:
            name = ahead.pop()
            part = here.parent if name == ".." else here / name
            status = part.lstat()
            yield _Hop(part, status, not ahead)
            if not stat.S_ISLNK(status.st_mode):
                here = part
                continue
            links += 1
            if links > _MOST_LINKS:
                raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(part))
            to = part.readlink()
            ahead += reversed(to.parts[1:] if to.is_absolute() else to.parts)
            here = Path(to.anchor) if to.is_absolute() else here
    except FileNotFoundError:
        pass
    except OSError as error:
        yield error


def _distrust_of(hop: _Hop, trusted_uid: int, *, is_end: bool) -> str | None:
    if stat.S_ISLNK(hop.status.st_mode):
        return f"{hop.path} is a symbolic link" if is_end or hop.status.st_uid != trusted_uid else None
    if hop.status.st_uid != trusted_uid:
        return f"{hop.path} belongs to another user (number {hop.status.st_uid})"
    if _others_may_write(hop.status, above=not hop.is_last):
        return f"{hop.path} can be written by other users"
    return None


def _others_may_write(status: os.stat_result, *, above: bool) -> bool:
    # In a sticky folder such as /tmp, others may add files, but not replace existing ones.
    if above and status.st_mode & stat.S_ISVTX:
        return False
    return bool(status.st_mode & (stat.S_IWGRP | stat.S_IWOTH))


def elevated_exit_code(command: Sequence[str], is_stopped: Callable[[], bool]) -> int | NotElevated:
    """Run a command with administrator rights, after asking the user for them.

    Args:
        command: the command.
        is_stopped: whether to give it up, as far as this user may: the question for the rights can be taken back, what
            runs with them cannot be ended from here. Ctrl-C in a terminal reaches that as well.

    Returns:
        The command's exit status, or why it was not run.
    """
    pkexec = find_tool("pkexec")
    if pkexec is None:
        return NotElevated.NO_PROMPT
    with subprocess.Popen([pkexec, *command], env=system_environment()) as process:
        while process.poll() is None:
            if is_stopped():
                with contextlib.suppress(PermissionError):
                    process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_POLL_SECONDS)
    code = process.returncode
    if code < 0 and is_stopped():
        return NotElevated.REFUSED
    # pkexec(1): 126 if the user closed the dialog, 127 if the rights were not granted or the user could not be asked.
    return {126: NotElevated.REFUSED, 127: NotElevated.NO_PROMPT}.get(code, code)

"""Windows, written from Microsoft's documentation; it has not been run on Windows yet (docs/verified.md)."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import stat
import subprocess
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING, Any, BinaryIO

from builder.operating_system.kinds import ERRNO_KINDS, UNSEEN, MachineFolders, NotElevated, OsErrorKind
from builder.operating_system.known_folders import PROGRAM_DATA, PROGRAM_FILES, known_folder

if TYPE_CHECKING:
    import ctypes

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
    0xC0000142: "a DLL failed to initialize",
    0xC0000374: "heap corruption",
    0xC0000409: "stack buffer overrun or abort",
    0xE06D7363: "unhandled C++ exception",
}

_CREATE_NEW_PROCESS_GROUP = 0x00000200
_CREATE_NO_WINDOW = 0x08000000
_SEM_FAILCRITICALERRORS = 0x0001
_SEM_NOGPFAULTERRORBOX = 0x0002
_LOAD_LIBRARY_SEARCH_SYSTEM32 = 0x00000800
_LOAD_LIBRARY_SEARCH_DEFAULT_DIRS = 0x00001000
_LEADS_ELSEWHERE = re.compile(r"PYTHON|QT_|QML|OPENSSL_|CUDA_INJECTION|SSLKEYLOGFILE", re.IGNORECASE)
_MAX_PATH = 260
_MOST_VERSION_BYTES = 1 << 20
_ROOM_FOR_FILES = 110
"""Length of the paths created inside a folder of the user, such as engines\\.staging\\<64 characters>.engine."""


def os_error_kind(error: OSError) -> OsErrorKind:
    """Classify a failed system call."""
    winerror = getattr(error, "winerror", None)
    # open(), write() and fsync() go through the C library, which sets only errno.
    if winerror is None:
        return ERRNO_KINDS.get(error.errno or 0, OsErrorKind.OTHER)
    return _KINDS.get(winerror, OsErrorKind.OTHER)


def spawn_options() -> dict[str, Any]:
    """Options of `subprocess.Popen` for a worker: no console window, and Ctrl-C stays with the parent."""
    return {"creationflags": _CREATE_NEW_PROCESS_GROUP | _CREATE_NO_WINDOW}


def describe_crash(returncode: int) -> str | None:
    """Name the NTSTATUS that ended a process; None if it exited by itself."""
    status = returncode & 0xFFFFFFFF
    # The two top bits of an NTSTATUS are its severity; 3 is an error.
    if status < 0xC0000000:
        return None
    return f"0x{status:08X} ({_STATUS_NAMES.get(status, 'unknown')})"


def prepare_worker_process() -> None:
    """Make a crash end the process at once instead of showing a dialog, which would go unseen in quiet mode."""
    import ctypes

    kernel32 = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    restrict_library_search()
    kernel32.SetErrorMode(_SEM_FAILCRITICALERRORS | _SEM_NOGPFAULTERRORBOX)


def has_fixed_addresses() -> bool:
    """Return False: Windows places libraries and memory anew, and no process can have that switched off for itself."""
    return False


def fix_addresses() -> bool:
    """Return False, as `has_fixed_addresses` does."""
    return False


def use_own_environment(environment: MutableMapping[str, str] = os.environ) -> None:
    """Leave behind what could lead a process with full rights to other people's programs and libraries.

    Args:
        environment: of the process; it is changed.
    """
    if not is_elevated():
        return
    for name in [name for name in environment if _LEADS_ELSEWHERE.match(name)]:
        del environment[name]
    system = PureWindowsPath(environment.get("SystemRoot", r"C:\Windows"))
    environment["PATH"] = ";".join(map(str, (system / "System32", system, system / "System32" / "Wbem")))
    # Documented at NeedCurrentDirectoryForExePathW: programs are not looked for in the current folder.
    environment["NoDefaultCurrentDirectoryInExePath"] = "1"


def find_tool(name: str) -> str | None:
    """Return None: none of the system's programs is needed here, but `cmd`, which has a path."""
    return None


def restrict_library_search() -> None:
    """Look for DLLs only beside the program, in System32 and in folders that were named (SetDefaultDllDirectories).

    Neither the current folder nor PATH is searched then. Folders of SetDllDirectory, with which PyInstaller names its
    own, are.
    """
    import ctypes

    ctypes.windll.kernel32.SetDefaultDllDirectories(_LOAD_LIBRARY_SEARCH_DEFAULT_DIRS)  # type: ignore[attr-defined,unused-ignore]


def sync_directory(directory: Path) -> None:
    """Do nothing: NTFS journals renames, and a directory cannot be flushed."""


def extended_path(path: Path, *, deep: bool = False) -> Path:
    r"""Add the prefix `\\?\` to a path that is too long for the classic limit of 260 characters.

    Args:
        path: of a file or a folder.
        deep: what is below the folder is reached through it, however long its names are.
    """
    text = str(path)
    if (len(text) < _MAX_PATH - _ROOM_FOR_FILES and not deep) or text.startswith(("\\\\?\\", "\\\\.\\")):
        return path
    if text.startswith("\\\\"):
        return Path("\\\\?\\UNC\\" + text[2:])
    return Path("\\\\?\\" + text) if PureWindowsPath(text).is_absolute() else path


def is_wsl() -> bool:
    """Return False: this is Windows itself."""
    return False


def load_driver_library(name: str) -> bool:
    """Return False: the driver's libraries are where the system looks for them."""
    return False


def open_cuda_driver() -> ctypes.CDLL:
    """Load the part of NVIDIA's driver that runs programs on a GPU, which is nowhere but in System32.

    Raises:
        OSError: it is not there, or does not load.
    """
    import ctypes

    return ctypes.CDLL("nvcuda.dll", winmode=_LOAD_LIBRARY_SEARCH_SYSTEM32)


def gpus_known_to_driver() -> bool:
    """Return False: only NVML knows here."""
    return False


def file_description(executable: str) -> str | None:
    """What the maker of a program calls it, as the Task Manager shows it; None when the file does not say."""
    import ctypes

    return description_in(executable, ctypes.WinDLL("version"))  # type: ignore[attr-defined,unused-ignore]


def description_in(executable: str, version: Any) -> str | None:
    """Read the description of a program with `version.dll`."""
    import ctypes

    size = version.GetFileVersionInfoSizeW(executable, None)
    if not 0 < size <= _MOST_VERSION_BYTES:
        return None
    block = ctypes.create_string_buffer(size)
    if not version.GetFileVersionInfoW(executable, 0, size, block):
        return None

    def ask(what: str, unit: int) -> bytes:
        found, length = ctypes.c_void_p(), ctypes.c_uint()
        if not version.VerQueryValueW(block, what, ctypes.byref(found), ctypes.byref(length)) or not found.value:
            return b""
        return ctypes.string_at(found.value, length.value * unit)

    # Pairs of a language and a code page, two bytes each; the first is the language that the file speaks.
    language = ask(r"\VarFileInfo\Translation", 1)[:4] or b"\x09\x04\xb0\x04"
    table = language[1::-1].hex() + language[:1:-1].hex()
    name = ask(rf"\StringFileInfo\{table}\FileDescription", 2).decode("utf-16-le", "replace")
    return name.partition("\0")[0].strip() or None


def gpus_on_bus() -> bool | None:
    """Return None, for unknown: it would take the Setup API, and Windows Update installs NVIDIA's driver anyway."""
    return None


def machine_folders() -> MachineFolders:
    """Program Files, and for the logs ProgramData: it does no harm that everyone can read them."""
    import ctypes

    dlls = ctypes.windll  # type: ignore[attr-defined,unused-ignore]
    logs = known_folder(PROGRAM_DATA, dlls) / "engine-installer" / "Logs"
    return MachineFolders(known_folder(PROGRAM_FILES, dlls), logs)


def programs_holding(paths: Sequence[Path]) -> tuple[str, ...]:
    """Name the programs that hold any of these files, as people call them; none where nobody knows."""
    import ctypes

    from builder.operating_system.restart_manager import holders_of

    try:
        manager = ctypes.WinDLL("rstrtmgr")  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        return ()  # as on Nano Server
    return holders_of(paths, manager)


def is_held(path: Path) -> bool:
    """Whether a running program has the file open or was started from it, so that it cannot be replaced or removed."""
    import ctypes

    kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    kernel32.CreateFileW.restype = ctypes.c_void_p
    # Without sharing, only a file that no other program has open can be opened; write access is refused to a file that
    # is being executed or is read-only.
    for access in (_GENERIC_READ | _GENERIC_WRITE | _DELETE, _GENERIC_READ | _DELETE):
        handle = kernel32.CreateFileW(str(path), access, 0, None, _OPEN_EXISTING, 0, None)
        if handle not in (None, _INVALID_HANDLE):
            kernel32.CloseHandle(ctypes.c_void_p(handle))
            return False
        if ctypes.get_last_error() == _ERROR_SHARING_VIOLATION:  # type: ignore[attr-defined,unused-ignore]
            return True
    return False


def make_writable(path: Path) -> bool:
    """Remove the read-only attribute from a file that will be replaced or removed; False if it has none."""
    try:
        if not getattr(path.lstat(), "st_file_attributes", 0) & stat.FILE_ATTRIBUTE_READONLY:
            return False
        path.chmod(stat.S_IWRITE)
    except OSError:
        return False
    return True


def nameless_file(folder: Path) -> BinaryIO:
    """Create a file that goes when it is closed; it has a name here, which nobody else knows.

    In a folder that refuses it, `tempfile` tries two billion other names until Python 3.13.13
    (https://github.com/python/cpython/issues/66305).
    """

    def open_temporary(path: str, flags: int) -> int:
        return os.open(path, flags | os.O_TEMPORARY)  # type: ignore[attr-defined,unused-ignore]

    return open(folder / f".nameless-{secrets.token_hex(16)}", "x+b", opener=open_temporary)


def plain_path(path: Path) -> Path:
    r"""Remove the prefix `\\?\` from a path, for users and for other programs."""
    text = str(path)
    if text.startswith("\\\\?\\UNC\\"):
        return Path("\\\\" + text[8:])
    return Path(text.removeprefix("\\\\?\\"))


_GENERIC_READ, _GENERIC_WRITE, _DELETE = 0x80000000, 0x40000000, 0x00010000
_OPEN_EXISTING = 3
_INVALID_HANDLE = (1 << 64) - 1
_ERROR_SHARING_VIOLATION = 32
_WAIT_FOREVER = 0xFFFFFFFF
_SEE_MASK_NOCLOSEPROCESS = 0x00000040
_SW_HIDE = 0
_ERROR_CANCELLED = 1223
_OWNER_SECURITY_INFORMATION = 1
_SE_FILE_OBJECT = 1
_TOKEN_QUERY = 0x0008
_TOKEN_USER = 1
_TRUSTED_OWNERS = {
    "S-1-5-18",  # the system
    "S-1-5-32-544",  # administrators
    "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",  # TrustedInstaller
}


@contextlib.contextmanager
def hold_folder(folder: Path) -> Iterator[Path]:
    """Give the folder itself: strict runs lead through no links here."""
    yield folder


@contextlib.contextmanager
def announce(name: str) -> Iterator[None]:
    """Show other installers that this one is running: a mutex of this name in this session, and one in all of them."""
    import ctypes

    kernel32 = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    kernel32.CreateMutexW.restype = ctypes.c_void_p
    handles = [kernel32.CreateMutexW(None, False, prefix + name) for prefix in ("", "Global\\")]
    try:
        yield
    finally:
        for handle in filter(None, handles):
            kernel32.CloseHandle(ctypes.c_void_p(handle))


_ES_CONTINUOUS, _ES_SYSTEM_REQUIRED = 0x80000000, 0x00000001


@contextlib.contextmanager
def keep_awake(why: str) -> Iterator[Callable[[], str | None]]:
    """Keep the computer from going to sleep by itself while this thread is in the block.

    Yields:
        What tells why it may go to sleep after all, once; None as long as there is nothing to tell.
    """
    import ctypes

    kernel32 = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    is_set = kernel32.SetThreadExecutionState(ctypes.c_uint(_ES_CONTINUOUS | _ES_SYSTEM_REQUIRED))
    reasons = [] if is_set else ["Windows refused (SetThreadExecutionState)"]
    try:
        yield lambda: reasons.pop() if reasons else None
    finally:
        kernel32.SetThreadExecutionState(ctypes.c_uint(_ES_CONTINUOUS))


def has_administrator_rights() -> bool:
    """Whether this process may write to the folder of all users' programs."""
    import ctypes

    return bool(ctypes.windll.shell32.IsUserAnAdmin())  # type: ignore[attr-defined,unused-ignore]


def has_user_session(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a user sits before a screen that this process can show a window on."""
    import ctypes

    if environment.get("QT_QPA_PLATFORM", "").partition(":")[0] in UNSEEN:
        return False
    return is_shown(ctypes.windll)  # type: ignore[attr-defined,unused-ignore]


def is_shown(dlls: Any) -> bool:
    """Whether windows of this process can be seen.

    Services and what they start, such as tools that deploy software, are in session 0 or at a window station that is
    not shown: their windows wait there for ever.

    Args:
        dlls: `ctypes.windll`, or what behaves like it.
    """
    import ctypes
    from ctypes import wintypes

    session = wintypes.DWORD()
    dlls.kernel32.ProcessIdToSessionId(dlls.kernel32.GetCurrentProcessId(), ctypes.byref(session))
    if session.value == 0:
        return False
    dlls.user32.GetProcessWindowStation.restype = ctypes.c_void_p
    station = ctypes.c_void_p(dlls.user32.GetProcessWindowStation())
    flags = (wintypes.DWORD * 3)()  # USEROBJECTFLAGS; the last one matters
    told = dlls.user32.GetUserObjectInformationW(station, _UOI_FLAGS, ctypes.byref(flags), ctypes.sizeof(flags), None)
    return not told or bool(flags[2] & _WSF_VISIBLE)


_UOI_FLAGS, _WSF_VISIBLE = 1, 1


def is_elevated() -> bool:
    """Whether this process has full rights: Windows gives them to administrators only on request."""
    return has_administrator_rights()


def is_closed_to_others(path: Path) -> bool:
    """Return False: what is made gets the rights of its folder here, whatever the habit of who makes it."""
    return False


def distrust(path: Path, *, follow: bool = False) -> str | None:
    """Say how a user without administrator rights could redirect what a path leads to; None if none is seen to.

    Links and owners are checked; access control lists that give others the right to write are not. No link is accepted,
    not even with `follow`: many kinds of junctions lead elsewhere for every user.
    """
    for part in (*reversed(path.parents), path):
        try:
            attributes = getattr(part.lstat(), "st_file_attributes", 0)
        except FileNotFoundError:
            return None
        except OSError as error:
            return f"{part} cannot be examined ({error.strerror})"
        if attributes & stat.FILE_ATTRIBUTE_REPARSE_POINT:
            return f"{part} is a symbolic link or a junction"
        if reason := distrust_of_owner(part, _owner_of(part), _own_sid()):
            return reason
    return None


def belongs_to_others(path: Path) -> bool:
    """Return False: whoever has administrator rights here is strict with every path."""
    return False


def distrust_of_owner(path: Path, owner: str | None, own: str | None) -> str | None:
    """Say why a folder's owner, a security identifier such as "S-1-5-18", is not to be trusted; None if it is."""
    if owner in _TRUSTED_OWNERS or (owner is not None and owner == own):
        return None
    return f"{path} belongs to another user ({owner or 'unknown'})"


def _owner_of(path: Path) -> str | None:
    import ctypes

    owner, descriptor = ctypes.c_void_p(), ctypes.c_void_p()
    advapi32, kernel32 = ctypes.windll.advapi32, ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    failed = advapi32.GetNamedSecurityInfoW(
        str(path), _SE_FILE_OBJECT, _OWNER_SECURITY_INFORMATION,
        ctypes.byref(owner), None, None, None, ctypes.byref(descriptor),
    )  # fmt: skip
    if failed:
        return None
    try:
        return _sid_text(owner)
    finally:
        kernel32.LocalFree(descriptor)


def _own_sid() -> str | None:
    import ctypes

    advapi32, kernel32 = ctypes.windll.advapi32, ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    kernel32.GetCurrentProcess.restype = ctypes.c_void_p
    token, size = ctypes.c_void_p(), ctypes.c_ulong()
    process = ctypes.c_void_p(kernel32.GetCurrentProcess())
    if not advapi32.OpenProcessToken(process, _TOKEN_QUERY, ctypes.byref(token)):
        return None
    try:
        advapi32.GetTokenInformation(token, _TOKEN_USER, None, 0, ctypes.byref(size))
        buffer = ctypes.create_string_buffer(size.value)
        if not advapi32.GetTokenInformation(token, _TOKEN_USER, buffer, size, ctypes.byref(size)):
            return None
        # TOKEN_USER begins with a pointer to the SID.
        return _sid_text(ctypes.cast(buffer, ctypes.POINTER(ctypes.c_void_p)).contents)
    finally:
        kernel32.CloseHandle(token)


def _sid_text(sid: Any) -> str | None:
    import ctypes

    advapi32, kernel32 = ctypes.windll.advapi32, ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    text = ctypes.c_wchar_p()
    if not advapi32.ConvertSidToStringSidW(sid, ctypes.byref(text)):
        return None
    try:
        return text.value
    finally:
        kernel32.LocalFree(text)


def holds_running_programs() -> bool:
    """Return True: the files that a process was started from cannot be removed before it has ended."""
    return True


def removal_command(
    folder: Path, parents: Sequence[Path], environment: Mapping[str, str] = os.environ
) -> tuple[str, dict[str, str], str]:
    """Make the command that removes a folder with everything in it, and then its parents as far as they are empty.

    Names are passed as variables: cmd does not expand variables in their values again, and inside quotes nothing else
    in them has a meaning. That does not hold in the body of its `for`, so there is none.

    Returns:
        The command line, the variables that it needs, and the folder in which to run it.
    """
    # Only the system's commands of these names may run, not others in the current folder or elsewhere.
    system = str(PureWindowsPath(environment.get("SystemRoot", r"C:\Windows"), "System32"))
    names = {f"EI_PARENT{number}": str(parent) for number, parent in enumerate(parents)}
    # `find` reads until the process with the other end has ended. A virus scanner may keep files open for moments after
    # that; `ping` serves as a pause, because `timeout` accepts input only from a console. The outer parentheses end the
    # `if`: cmd takes everything up to the end of the line into its body, what follows an inner pair as well.
    tries = [
        f'(if exist "%EI_FOLDER%" (rmdir /s /q "%EI_FOLDER%" & ping -n {seconds + 1} 127.0.0.1 >nul))'
        for seconds in (1, 2, 4, 8, 16, 32)
    ]
    steps = ['find "x" >nul', *tries, *(f'rmdir "%{name}%"' for name in names)]
    # With /s, the first and the last quote are removed and everything between them stays unchanged.
    command = f'"{PureWindowsPath(system, "cmd.exe")}" /d /e:on /v:off /s /c "{" & ".join(steps)}"'
    return command, {"PATH": system, "EI_FOLDER": str(folder)} | names, system


def remove_after_exit(folder: Path, parents: Sequence[Path]) -> None:
    """Remove the folder that this program runs from as soon as it has ended; fail silently.

    Args:
        folder: removed with everything in it.
        parents: removed as well if they are empty then, the innermost first.
    """
    command, names, system = removal_command(folder, parents)
    with contextlib.suppress(OSError):
        process = subprocess.Popen(
            command,
            cwd=system,
            env=os.environ | names,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **spawn_options(),
        )
        # Its other end must stay open until this process ends; nothing waits for the command.
        _kept_for_exit.append(process)


_kept_for_exit: list[subprocess.Popen[bytes]] = []


def elevated_exit_code(command: Sequence[str], is_stopped: Callable[[], bool]) -> int | NotElevated:
    """Run a command with administrator rights, after Windows has asked the user for them.

    Whatever `is_stopped` says, nothing ends it from here: Windows lets no process end one that has more rights.

    Returns:
        The command's exit status, or why it was not run.
    """
    process = start_as_administrator(command)
    if isinstance(process, NotElevated):
        return process
    try:
        code = exit_code_of(process)
    finally:
        import ctypes

        ctypes.windll.kernel32.CloseHandle(process)  # type: ignore[attr-defined,unused-ignore]
    assert code is not None
    return code


def start_as_administrator(command: Sequence[str]) -> NotElevated | Any:
    """Start a command with administrator rights, after Windows has asked the user for them.

    Returns:
        The handle of its process, or why it was not started.
    """
    import ctypes
    from ctypes import wintypes

    class ShellExecuteInfo(ctypes.Structure):
        _fields_ = (
            ("size", wintypes.DWORD), ("mask", wintypes.ULONG), ("window", wintypes.HWND), ("verb", wintypes.LPCWSTR),
            ("file", wintypes.LPCWSTR), ("parameters", wintypes.LPCWSTR), ("directory", wintypes.LPCWSTR),
            ("show", ctypes.c_int), ("instance", wintypes.HINSTANCE), ("id_list", ctypes.c_void_p),
            ("class_name", wintypes.LPCWSTR), ("class_key", wintypes.HKEY), ("hot_key", wintypes.DWORD),
            ("icon", wintypes.HANDLE), ("process", wintypes.HANDLE),
        )  # fmt: skip

    info = ShellExecuteInfo(
        size=ctypes.sizeof(ShellExecuteInfo),
        mask=_SEE_MASK_NOCLOSEPROCESS,
        verb="runas",
        file=command[0],
        parameters=subprocess.list2cmdline(command[1:]),
        show=_SW_HIDE,
    )
    shell32 = ctypes.WinDLL("shell32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    if not shell32.ShellExecuteExW(ctypes.byref(info)):
        error = ctypes.get_last_error()  # type: ignore[attr-defined,unused-ignore]
        if error == _ERROR_CANCELLED:
            return NotElevated.REFUSED
        raise ctypes.WinError(error)  # type: ignore[attr-defined,unused-ignore]
    if not info.process:
        raise OSError(f"{command[0]} was started, but cannot be waited for")
    return wintypes.HANDLE(info.process)


def exit_code_of(process: Any, seconds: float | None = None) -> int | None:
    """Wait for the end of a process, for ever or for so many seconds.

    Returns:
        Its exit status; None if it goes on.
    """
    import ctypes
    from ctypes import wintypes

    kernel32 = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    if kernel32.WaitForSingleObject(process, _WAIT_FOREVER if seconds is None else round(seconds * 1000)):
        return None
    code = wintypes.DWORD()
    if not kernel32.GetExitCodeProcess(process, ctypes.byref(code)):
        raise OSError("a process has ended, but its exit code cannot be read")
    return signed_exit_code(code.value)


def signed_exit_code(code: int) -> int:
    """Convert an exit code for `sys.exit`: Windows counts them from 0 to 2^32 - 1, Python's are signed."""
    return code - (1 << 32) if code >= 1 << 31 else code

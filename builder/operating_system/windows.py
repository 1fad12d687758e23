"""Windows, written from Microsoft's documentation; nobody has run it on Windows yet (docs/verified.md)."""

from __future__ import annotations

import contextlib
import os
import stat
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PureWindowsPath
from typing import Any

from builder.operating_system.kinds import ERRNO_KINDS, MachineFolders, NotElevated, OsErrorKind

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


def machine_folders(environment: Mapping[str, str] = os.environ) -> MachineFolders:
    """Program Files, and ProgramData for the logs, which are no harm where everybody may read them."""
    programs = environment.get("ProgramFiles", r"C:\Program Files")
    data = environment.get("ProgramData", r"C:\ProgramData")
    return MachineFolders(Path(programs), Path(data) / "engine-installer" / "Logs")


def is_held(path: Path) -> bool:
    """Whether a running program has the file open or is made of it, so that it cannot be replaced or removed."""
    import ctypes

    kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    kernel32.CreateFileW.restype = ctypes.c_void_p
    # Sharing nothing, it opens only what nobody else has open; write access is refused to what is being executed, and
    # to what is read-only.
    for access in (_GENERIC_READ | _GENERIC_WRITE | _DELETE, _GENERIC_READ | _DELETE):
        handle = kernel32.CreateFileW(str(path), access, 0, None, _OPEN_EXISTING, 0, None)
        if handle not in (None, _INVALID_HANDLE):
            kernel32.CloseHandle(ctypes.c_void_p(handle))
            return False
        if ctypes.get_last_error() == _ERROR_SHARING_VIOLATION:  # type: ignore[attr-defined,unused-ignore]
            return True
    return False


def make_writable(path: Path) -> bool:
    """Take the read-only attribute from a file that is to be replaced or removed; False when it has none."""
    try:
        if not getattr(path.lstat(), "st_file_attributes", 0) & stat.FILE_ATTRIBUTE_READONLY:
            return False
        path.chmod(stat.S_IWRITE)
    except OSError:
        return False
    return True


def plain_path(path: Path) -> Path:
    r"""Take the prefix `\\?\` from a path, for people and for other programs."""
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
def announce(name: str) -> Iterator[None]:
    """Let other installers see that this one works: a mutex of this name, in this session and for all of them."""
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
def keep_awake(why: str) -> Iterator[None]:
    """Keep the computer from going to sleep by itself, as long as this thread is at work in the block."""
    import ctypes

    kernel32 = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    kernel32.SetThreadExecutionState(ctypes.c_uint(_ES_CONTINUOUS | _ES_SYSTEM_REQUIRED))
    try:
        yield
    finally:
        kernel32.SetThreadExecutionState(ctypes.c_uint(_ES_CONTINUOUS))


def has_administrator_rights() -> bool:
    """Whether this process may write where all users' programs are."""
    import ctypes

    return bool(ctypes.windll.shell32.IsUserAnAdmin())  # type: ignore[attr-defined,unused-ignore]


def is_elevated() -> bool:
    """Every administrator's process with full rights counts: Windows gives them only where they were asked for."""
    return has_administrator_rights()


def distrust(path: Path) -> str | None:
    """Why somebody without administrator rights could redirect what is written at a path; None when nobody is seen to.

    Links and owners are looked at; access control lists that give others the right to write are not.
    """
    for part in (*reversed(path.parents), path):
        try:
            attributes = getattr(part.lstat(), "st_file_attributes", 0)
        except FileNotFoundError:
            return None
        except OSError as error:
            return f"{part} cannot be looked at ({error.strerror})"
        if attributes & stat.FILE_ATTRIBUTE_REPARSE_POINT:
            return f"{part} is a symbolic link or a junction"
        if reason := distrust_of_owner(part, _owner_of(part), _own_sid()):
            return reason
    return None


def distrust_of_owner(path: Path, owner: str | None, own: str | None) -> str | None:
    """Whether a folder's owner, a security identifier such as "S-1-5-18", is somebody whom an administrator trusts."""
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
    """Always: the files that a process is made of cannot be removed before it has ended."""
    return True


def removal_command(
    folder: Path, parents: Sequence[Path], environment: Mapping[str, str] = os.environ
) -> tuple[str, dict[str, str], str]:
    """What removes a folder with everything in it, and then its parents as far as they are empty.

    Names are given as variables: cmd does not read their values for variables again, and inside quotes nothing else in
    them has a meaning. That is not so in the body of its `for`, so there is none.

    Returns:
        The command line, the variables that it needs, and the folder in which it is to run.
    """
    # Nobody else's commands of these names are to run: neither those of the current folder nor those of others.
    system = str(PureWindowsPath(environment.get("SystemRoot", r"C:\Windows"), "System32"))
    names = {f"EI_PARENT{number}": str(parent) for number, parent in enumerate(parents)}
    # Find reads until whoever holds the other end has ended. A virus scanner may hold files for moments after that,
    # and `ping` stands for a pause, because `timeout` takes no input but a console.
    tries = [
        f'if exist "%EI_FOLDER%" (rmdir /s /q "%EI_FOLDER%" & ping -n {seconds + 1} 127.0.0.1 >nul)'
        for seconds in (1, 2, 4, 8, 16, 32)
    ]
    steps = ['find "x" >nul', *tries, *(f'rmdir "%{name}%"' for name in names)]
    # With /s, the first and the last quote are taken away and everything between them stays as it is.
    command = f'"{PureWindowsPath(system, "cmd.exe")}" /d /e:on /v:off /s /c "{" & ".join(steps)}"'
    return command, {"PATH": system, "EI_FOLDER": str(folder)} | names, system


def remove_after_exit(folder: Path, parents: Sequence[Path]) -> None:
    """Remove the folder that this program runs from, as soon as it has ended; without a word when that fails.

    Args:
        folder: it goes with everything in it.
        parents: those that go as well if they are empty then, the innermost first.
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
        # Its other end must stay open until this process ends, and nobody waits for the command.
        _kept_for_exit.append(process)


_kept_for_exit: list[subprocess.Popen[bytes]] = []


def elevated_exit_code(command: Sequence[str]) -> int | NotElevated:
    """Run a command with administrator rights, after Windows has asked the user for them.

    Returns:
        The command's exit status, or why it was not run.
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
    kernel32 = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    if not shell32.ShellExecuteExW(ctypes.byref(info)):
        error = ctypes.get_last_error()  # type: ignore[attr-defined,unused-ignore]
        if error == _ERROR_CANCELLED:
            return NotElevated.REFUSED
        raise ctypes.WinError(error)  # type: ignore[attr-defined,unused-ignore]
    if not info.process:
        raise OSError(f"{command[0]} was started, but cannot be waited for")
    try:
        kernel32.WaitForSingleObject(info.process, _WAIT_FOREVER)
        code = wintypes.DWORD()
        if not kernel32.GetExitCodeProcess(info.process, ctypes.byref(code)):
            raise OSError(f"{command[0]} has ended, but its exit code cannot be read")
        return signed_exit_code(code.value)
    finally:
        kernel32.CloseHandle(info.process)


def signed_exit_code(code: int) -> int:
    """An exit code as `sys.exit` takes it: Windows counts them from 0 to 2^32 - 1, Python's are signed."""
    return code - (1 << 32) if code >= 1 << 31 else code

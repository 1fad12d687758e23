"""Starting an application that outlives us, with the rights and in the world of the user before the screen.

With rights that were taken on, they are dropped first; where that is not possible, nothing is started.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from builder.operating_system.posix import system_environment

if os.name == "nt":  # pragma: no cover - what it decides is tested on every system
    from builder.operating_system.windows import is_elevated
else:
    from builder.operating_system.posix import is_elevated

_DETACHED_PROCESS, _CREATE_NEW_PROCESS_GROUP, _CREATE_UNICODE_ENVIRONMENT = 0x00000008, 0x00000200, 0x00000400
_ERROR_ELEVATION_REQUIRED = 740
_PROCESS_QUERY_LIMITED_INFORMATION = 0x1000
_TOKEN_ASSIGN_PRIMARY, _TOKEN_DUPLICATE, _TOKEN_QUERY = 0x0001, 0x0002, 0x0008
_TOKEN_ADJUST_DEFAULT, _TOKEN_ADJUST_SESSIONID = 0x0080, 0x0100
_SECURITY_IMPERSONATION, _TOKEN_PRIMARY = 2, 1

_USUAL_MASK = 0o022
_OURS = ("_PYI_", "_MEIPASS", "PYINSTALLER_", "DESKTOP_STARTUP_ID", "XDG_ACTIVATION_TOKEN")
"""How the names begin that are about this process alone: PyInstaller's, and the permission to come to the front."""
_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "LANG", "LANGUAGE", "TERM")

_started: list[subprocess.Popen[bytes]] = []
"""Kept, so that Python does not warn of processes that nothing waits for."""


def start_detached(program: Path, folder: Path) -> bool:
    """Start a program that goes on when this process ends; never with rights that were taken on.

    Args:
        program: absolute.
        folder: in which it starts.

    Returns:
        Whether it was started.
    """
    try:
        if os.name == "nt":  # pragma: no cover
            return _start_on_windows(program, folder)
        options = _options_for_user() if is_elevated() else {"env": own_environment()}
        if options is None:
            return False
        _start(program, folder, start_new_session=True, **options)
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def _start(program: Path, folder: Path, **options: Any) -> None:
    quiet = subprocess.DEVNULL
    _started.append(subprocess.Popen([program], cwd=folder, stdin=quiet, stdout=quiet, stderr=quiet, **options))


def own_environment(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Make the environment for another program: without what PyInstaller and the desktop have set for this one."""
    return {name: value for name, value in system_environment(environment).items() if not name.startswith(_OURS)}


def _options_for_user(environment: Mapping[str, str] = os.environ) -> dict[str, Any] | None:
    """The options of Popen that make a process of the user who took rights on; None where nobody knows who that is."""
    import pwd

    try:
        if name := environment.get("SUDO_UID") or environment.get("PKEXEC_UID"):
            user = pwd.getpwuid(int(name))
        else:
            user = pwd.getpwnam(environment.get("DOAS_USER", ""))
    except (KeyError, ValueError, OverflowError):
        return None
    if user.pw_uid == 0:
        return {"env": own_environment(environment)}
    return {
        "user": user.pw_uid,
        "group": user.pw_gid,
        "extra_groups": os.getgrouplist(user.pw_name, user.pw_gid),
        "umask": _USUAL_MASK,
        "env": user_environment(user, environment),
    }


def user_environment(
    user: Any, environment: Mapping[str, str] = os.environ, runtime: Path = Path("/run/user")
) -> dict[str, str]:
    """Make the environment that a user has on the desktop, from one in which rights were taken on.

    Args:
        user: as of the module pwd.
        environment: ours, which has lost most of it.
        runtime: where systemd has the folder of each user's session.
    """
    made = {name: environment[name] for name in _SCREEN if environment.get(name)}
    made |= {name: value for name, value in environment.items() if name.startswith("LC_")}
    made |= {"HOME": user.pw_dir, "USER": user.pw_name, "LOGNAME": user.pw_name, "SHELL": user.pw_shell or "/bin/sh"}
    made["PATH"] = "/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games"
    if not _belongs_to(made.get("XAUTHORITY", ""), user.pw_uid):
        made.pop("XAUTHORITY", None)
    session = runtime / str(user.pw_uid)
    if _belongs_to(session, user.pw_uid):
        made["XDG_RUNTIME_DIR"] = str(session)
        if os.access(session / "bus", os.F_OK):
            made["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={session / 'bus'}"
    return made


def _belongs_to(path: str | Path, uid: int) -> bool:
    try:
        return Path(path).is_absolute() and Path(path).stat().st_uid == uid
    except (OSError, ValueError):
        return False


def _start_on_windows(program: Path, folder: Path) -> bool:  # pragma: no cover - its parts are tested everywhere
    import ctypes

    dlls: Any = ctypes.windll  # type: ignore[attr-defined,unused-ignore]
    if is_elevated():
        return start_with_the_shells_rights(program, folder, dlls)
    # What PyInstaller adds to the search for DLLs is inherited; another program must not find our libraries.
    ours = str(getattr(sys, "_MEIPASS", "")) or None
    dlls.kernel32.SetDllDirectoryW(None)
    try:
        _start(program, folder, env=own_environment(), creationflags=_DETACHED_PROCESS | _CREATE_NEW_PROCESS_GROUP)
    except OSError as error:
        if getattr(error, "winerror", None) != _ERROR_ELEVATION_REQUIRED:
            raise
        # The program itself asks for administrator rights; only the shell lets users answer.
        os.startfile(program, cwd=folder)  # type: ignore[attr-defined,unused-ignore] # noqa: S606
    finally:
        dlls.kernel32.SetDllDirectoryW(ours)
    return True


def start_with_the_shells_rights(program: Path, folder: Path, dlls: Any) -> bool:
    """Start a program from a process with full rights as the desktop itself would: with the token of the shell.

    The shell runs as the user before the screen, also if somebody else gave us our rights. Of the known ways, this one
    takes a working folder, says whether it worked, and is a handful of plain calls. Letting Explorer start the program
    (IShellDispatch2) goes through seven COM objects, and `explorer.exe PROGRAM` does neither of the first two.

    Args:
        program: absolute.
        folder: in which it starts.
        dlls: `ctypes.windll`, or what behaves like it.
    """
    import ctypes

    user32, kernel32, advapi32 = dlls.user32, dlls.kernel32, dlls.advapi32
    pointer = ctypes.c_void_p
    for function in (user32.GetShellWindow, kernel32.OpenProcess):
        function.restype = pointer
    number = ctypes.c_ulong()
    window = user32.GetShellWindow()
    if not window or not user32.GetWindowThreadProcessId(pointer(window), ctypes.byref(number)):
        return False  # there is no desktop
    with contextlib.ExitStack() as owed:

        def owned(handle: Any) -> Any:
            owed.callback(kernel32.CloseHandle, handle)
            return handle

        shell = kernel32.OpenProcess(_PROCESS_QUERY_LIMITED_INFORMATION, False, number)
        if not shell:
            return False
        process, token, primary = owned(pointer(shell)), pointer(), pointer()
        if not advapi32.OpenProcessToken(process, _TOKEN_DUPLICATE | _TOKEN_QUERY, ctypes.byref(token)):
            return False
        owned(token)
        rights = _TOKEN_QUERY | _TOKEN_ASSIGN_PRIMARY | _TOKEN_DUPLICATE
        rights |= _TOKEN_ADJUST_DEFAULT | _TOKEN_ADJUST_SESSIONID
        if not advapi32.DuplicateTokenEx(
            token, rights, None, _SECURITY_IMPERSONATION, _TOKEN_PRIMARY, ctypes.byref(primary)
        ):
            return False
        owned(primary)
        startup_info, process_information = _structures()
        start, made = startup_info(size=ctypes.sizeof(startup_info)), process_information()
        line = ctypes.create_unicode_buffer(subprocess.list2cmdline([str(program)]))
        # Without an environment of ours, it gets that of the user.
        if not advapi32.CreateProcessWithTokenW(
            primary, 0, str(program), line, _CREATE_UNICODE_ENVIRONMENT, None, str(folder),
            ctypes.byref(start), ctypes.byref(made),
        ):  # fmt: skip
            return False
        owned(pointer(made.process))
        owned(pointer(made.thread))
    return True


def _structures() -> tuple[Any, Any]:
    import ctypes
    from ctypes import wintypes

    class StartupInfo(ctypes.Structure):
        """STARTUPINFOW."""

        _fields_ = (
            ("size", wintypes.DWORD), ("reserved", wintypes.LPWSTR), ("desktop", wintypes.LPWSTR),
            ("title", wintypes.LPWSTR), ("place", wintypes.DWORD * 7), ("flags", wintypes.DWORD),
            ("show", wintypes.WORD), ("reserved_size", wintypes.WORD), ("reserved_bytes", ctypes.c_void_p),
            ("streams", wintypes.HANDLE * 3),
        )  # fmt: skip

    class ProcessInformation(ctypes.Structure):
        """PROCESS_INFORMATION."""

        _fields_ = (
            ("process", wintypes.HANDLE), ("thread", wintypes.HANDLE),
            ("process_id", wintypes.DWORD), ("thread_id", wintypes.DWORD),
        )  # fmt: skip

    return StartupInfo, ProcessInformation

"""Starting the application: it outlives us, in its folder, as the user before the screen, without what is ours."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from builder.operating_system import launching
from builder.operating_system.launching import own_environment, start_detached, user_environment

on_posix = pytest.mark.skipif(os.name == "nt", reason="users and groups of POSIX")
as_root = pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can drop rights")

NOBODY = 65534


@pytest.fixture(autouse=True)
def _nobody_took_rights_on(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SUDO_UID", "PKEXEC_UID", "DOAS_USER"):
        monkeypatch.delenv(name, raising=False)


def reporter(folder: Path) -> Path:
    """A program that writes who and where it is into its current folder."""
    folder.mkdir()
    folder.chmod(0o777)
    program = folder / "the program"
    program.write_text("#!/bin/sh\n{ id -u; id -g; umask; pwd; env; } > new\nmv new report\n")
    program.chmod(0o755)
    return program


def report(program: Path) -> tuple[int, int, str, str, dict[str, str]]:
    """Its user, group, mask, folder and environment."""
    assert launching._started[-1].wait(20) == 0
    uid, gid, mask, folder, *variables = (program.parent / "report").read_text().splitlines()
    return int(uid), int(gid), mask, folder, dict(line.split("=", 1) for line in variables)


@on_posix
def test_it_starts_in_its_folder_in_a_session_of_its_own(tmp_path: Path) -> None:
    program = reporter(tmp_path / "app")
    assert start_detached(program, program.parent)
    assert os.getsid(launching._started[-1].pid) == launching._started[-1].pid
    assert report(program)[3] == str(program.parent)


@on_posix
def test_it_goes_on_when_this_process_has_ended(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "gate")
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\nread line < {tmp_path / 'gate'}\necho $line > {tmp_path / 'over'}\n")
    program.chmod(0o755)
    os.mkfifo(tmp_path / "over")
    code = (
        "import sys; from pathlib import Path; from builder.operating_system.launching import start_detached\n"
        "sys.exit(not start_detached(Path(sys.argv[1]), Path('/')))"
    )
    subprocess.run([sys.executable, "-c", code, str(program)], check=True, timeout=20)
    (tmp_path / "gate").write_text("still here\n")
    assert (tmp_path / "over").read_text() == "still here\n"


def test_what_is_about_this_process_alone_stays_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = {
        "_PYI_ARCHIVE_FILE": "/tmp/setup",
        "_PYI_APPLICATION_HOME_DIR": "/tmp/_MEI1",
        "_MEIPASS2": "/tmp/_MEI1",
        "PYINSTALLER_STRICT_UNPACK_MODE": "1",
        "DESKTOP_STARTUP_ID": "1",
        "XDG_ACTIVATION_TOKEN": "2",
        "LD_LIBRARY_PATH": "/tmp/_MEI1",
    }
    theirs = {"PATH": "/bin", "HOME": "/home/a", "LANG": "de_DE.UTF-8"}
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_environment(ours | theirs) == theirs
    assert own_environment(ours | theirs | {"LD_LIBRARY_PATH_ORIG": "/opt/x"}) == theirs | {"LD_LIBRARY_PATH": "/opt/x"}


def test_a_program_that_is_not_there_is_not_started(tmp_path: Path) -> None:
    assert not start_detached(tmp_path / "nothing", tmp_path)


@as_root
@pytest.mark.parametrize("how", ["SUDO_UID", "PKEXEC_UID", "DOAS_USER"])
def test_rights_that_were_taken_on_are_dropped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str, open_path: Callable[[Path], None]
) -> None:
    import pwd

    user = pwd.getpwuid(NOBODY)
    program = reporter(tmp_path / "app")
    open_path(tmp_path)
    monkeypatch.setenv(how, user.pw_name if how == "DOAS_USER" else str(NOBODY))
    monkeypatch.setenv("SECRET_OF_ROOT", "1")
    monkeypatch.setenv("DISPLAY", ":7")
    habit = os.umask(0o077)
    try:
        assert start_detached(program, program.parent)
    finally:
        os.umask(habit)
    uid, gid, mask, folder, environment = report(program)
    assert (uid, gid, mask, folder) == (NOBODY, user.pw_gid, "0022", str(program.parent))
    assert {"HOME": user.pw_dir, "USER": user.pw_name, "DISPLAY": ":7"}.items() <= environment.items()
    assert not {"SECRET_OF_ROOT", how} & environment.keys()


@pytest.fixture
def open_path() -> Callable[[Path], None]:
    """Lets every user enter a folder for tests."""

    def open_it(folder: Path) -> None:
        for part in (folder, *folder.parents):
            if part.stat().st_uid == os.geteuid() and part != Path("/"):
                part.chmod(part.stat().st_mode | 0o111)

    return open_it


@as_root
@pytest.mark.parametrize("uid", ["", "4294967294", "me", "9" * 40])
def test_where_nobody_knows_whose_they_are_nothing_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, uid: str
) -> None:
    program = reporter(tmp_path / "app")
    monkeypatch.setenv("SUDO_UID", uid)
    before = len(launching._started)
    assert not start_detached(program, program.parent)
    assert len(launching._started) == before


@as_root
def test_root_who_became_root_stays_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = reporter(tmp_path / "app")
    monkeypatch.setenv("SUDO_UID", "0")
    assert start_detached(program, program.parent)
    assert report(program)[0] == 0


@on_posix
def test_a_user_gets_the_session_that_is_his_and_no_other(tmp_path: Path) -> None:
    own, other = os.geteuid(), os.geteuid() + 1
    for uid in (own, other):
        (tmp_path / str(uid)).mkdir()  # both of this user
        (tmp_path / str(uid) / "bus").touch()
    cookie = tmp_path / "cookie"
    cookie.touch()
    base = {"XAUTHORITY": str(cookie), "WAYLAND_DISPLAY": "wayland-0", "PYTHONPATH": "/x", "LC_TIME": "de_DE.UTF-8"}

    def made(uid: int) -> dict[str, str]:
        user = SimpleNamespace(pw_uid=uid, pw_gid=1, pw_dir="/home/u", pw_name="u", pw_shell="")
        return user_environment(user, base, tmp_path)

    mine = made(own)
    assert mine["XDG_RUNTIME_DIR"] == str(tmp_path / str(own))
    assert mine["DBUS_SESSION_BUS_ADDRESS"] == f"unix:path={tmp_path / str(own) / 'bus'}"
    assert mine["XAUTHORITY"] == str(cookie)
    assert (mine["WAYLAND_DISPLAY"], mine["LC_TIME"], mine["SHELL"]) == ("wayland-0", "de_DE.UTF-8", "/bin/sh")
    assert "PYTHONPATH" not in mine
    assert not {"XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS", "XAUTHORITY"} & made(other).keys()


# Windows' calls, recorded.


class Desktop:
    """Windows with a desktop whose shell is process 4242; each call answers 1, unless the test wants another answer."""

    def __init__(self, **answers: int) -> None:
        self.calls: list[tuple[str, tuple[Any, ...]]] = []
        self._answers = {"GetShellWindow": 0x10, "OpenProcess": 0x20} | answers
        self.user32 = self.kernel32 = self.advapi32 = self
        self._functions: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        if name not in self._functions:

            def function(*arguments: Any) -> int:
                self.calls.append((name, arguments))
                answer = self._answers.get(name, 1)
                handles = {"OpenProcessToken": 0x30, "DuplicateTokenEx": 0x40}
                if name in handles and answer:
                    arguments[-1]._obj.value = handles[name]
                elif name == "GetWindowThreadProcessId":
                    arguments[-1]._obj.value = 4242
                elif name == "CreateProcessWithTokenW" and answer:
                    arguments[-1]._obj.process, arguments[-1]._obj.thread = 0x50, 0x60
                return answer

            self._functions[name] = function
        return self._functions[name]

    @property
    def closed(self) -> list[int]:
        return sorted(arguments[0].value for name, arguments in self.calls if name == "CloseHandle")


def test_windows_starts_it_with_the_token_of_the_shell() -> None:
    windows = Desktop()
    assert launching.start_with_the_shells_rights(Path("the program"), Path("folder"), windows)
    by_name = {name: arguments for name, arguments in windows.calls if name != "CloseHandle"}
    assert by_name["OpenProcess"][2].value == 4242
    assert by_name["OpenProcessToken"][0].value == 0x20
    assert by_name["DuplicateTokenEx"][0].value == 0x30
    token, flags, program, line, creation, environment, folder, *_ = by_name["CreateProcessWithTokenW"]
    assert (token.value, flags, program, folder, environment) == (0x40, 0, "the program", "folder", None)
    assert line.value == '"the program"'
    assert creation == 0x400
    assert windows.closed == [0x20, 0x30, 0x40, 0x50, 0x60]
    # A handle is as wide as a pointer.
    assert windows.OpenProcess.restype is ctypes.c_void_p


@pytest.mark.parametrize(
    ("refused", "closed"),
    [
        ("GetShellWindow", []),
        ("GetWindowThreadProcessId", []),
        ("OpenProcess", []),
        ("OpenProcessToken", [0x20]),
        ("DuplicateTokenEx", [0x20, 0x30]),
        ("CreateProcessWithTokenW", [0x20, 0x30, 0x40]),
    ],
)
def test_windows_starts_nothing_where_a_step_fails(refused: str, closed: list[int]) -> None:
    windows = Desktop(**{refused: 0})
    assert not launching.start_with_the_shells_rights(Path("program"), Path("folder"), windows)
    assert windows.closed == closed
    assert ("CreateProcessWithTokenW" in dict(windows.calls)) is (refused == "CreateProcessWithTokenW")

from __future__ import annotations

import errno
import inspect
import os
import re
import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, cast

import pytest

from builder import operating_system
from builder.operating_system import kinds, posix, windows
from builder.operating_system.kinds import OsErrorKind

COMMON = {"MachineFolders", "NotElevated", "distrust_tree", "is_terminal", "take_standard_input"}
"""Names that mean the same on every system."""


@pytest.mark.parametrize("name", sorted(set(operating_system.__all__) - COMMON))
def test_both_systems_have_every_name_and_need_the_same_arguments(name: str) -> None:
    needed = []
    for system in (posix, windows):
        function = getattr(system, name)
        assert function.__module__ == system.__name__
        parameters = inspect.signature(function).parameters.values()
        needed.append([each.kind for each in parameters if each.default is each.empty])
    assert needed[0] == needed[1]


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.EACCES, OsErrorKind.ACCESS_DENIED),
        (errno.EROFS, OsErrorKind.ACCESS_DENIED),
        (errno.ENOSPC, OsErrorKind.DISK_FULL),
        (errno.EBUSY, OsErrorKind.IN_USE),
        (errno.ENOMEM, OsErrorKind.OUT_OF_MEMORY),
        (errno.ENOTDIR, OsErrorKind.OTHER),
    ],
)
def test_posix_errors_have_kinds(number: int, kind: kinds.OsErrorKind) -> None:
    assert posix.os_error_kind(OSError(number, "")) is kind


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (5, OsErrorKind.ACCESS_DENIED),
        (32, OsErrorKind.IN_USE),
        (112, OsErrorKind.DISK_FULL),
        (1455, OsErrorKind.OUT_OF_MEMORY),
        (267, OsErrorKind.OTHER),
        (None, OsErrorKind.OTHER),
    ],
)
def test_windows_errors_have_kinds(number: int | None, kind: kinds.OsErrorKind) -> None:
    error = OSError(22, "")
    error.winerror = number  # type: ignore[attr-defined,unused-ignore]
    assert windows.os_error_kind(error) is kind


def test_what_windows_c_library_says_has_kinds_as_well() -> None:
    for number, kind in ((errno.EACCES, OsErrorKind.ACCESS_DENIED), (errno.ENOSPC, OsErrorKind.DISK_FULL)):
        assert windows.os_error_kind(OSError(number, "")) is kind


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (0, None),
        (1, None),
        (255, None),
        (0xC0000005, "0xC0000005 (access violation)"),
        (0xC0000005 - (1 << 32), "0xC0000005 (access violation)"),
        (0xC0000409, "0xC0000409 (stack buffer overrun or abort)"),
        (0xC1234567, "0xC1234567 (unknown)"),
    ],
)
def test_a_windows_crash_is_named_by_its_status(status: int, words: str | None) -> None:
    assert windows.describe_crash(status) == words


@pytest.mark.parametrize(
    ("status", "words"), [(0, None), (3, None), (-9, "signal 9 (SIGKILL)"), (-11, "signal 11 (SIGSEGV)"), (-60, None)]
)
def test_a_posix_crash_is_named_by_its_signal(status: int, words: str | None) -> None:
    assert posix.describe_crash(status) == (words if status > -60 else "signal 60 (unknown)")


@pytest.mark.skipif(os.name == "nt", reason="Windows itself makes other paths of these")
@pytest.mark.parametrize(
    ("path", "extended"),
    [
        ("C:\\" + "x" * 140, "C:\\" + "x" * 140),
        ("C:\\" + "x" * 150, "\\\\?\\C:\\" + "x" * 150),
        ("C:\\" + "x" * 300, "\\\\?\\C:\\" + "x" * 300),
        ("\\\\server\\share\\" + "x" * 300, "\\\\?\\UNC\\server\\share\\" + "x" * 300),
        ("\\\\?\\C:\\" + "x" * 300, "\\\\?\\C:\\" + "x" * 300),
        ("\\\\.\\C:\\" + "x" * 300, "\\\\.\\C:\\" + "x" * 300),
        ("x" * 300, "x" * 300),
    ],
)
def test_long_windows_paths_get_their_prefix(path: str, extended: str) -> None:
    assert str(windows.extended_path(Path(PurePosixPath(path)))) == extended
    whole = windows.extended_path(Path(PurePosixPath(path)), deep=True)
    assert whole == windows.extended_path(whole)
    assert str(whole).startswith(("\\\\", "x"))


def test_both_systems_offer_the_same_names() -> None:
    import builder.operating_system as chosen

    for name in set(chosen.__all__) - COMMON:
        assert callable(getattr(posix, name))
        assert callable(getattr(windows, name))


def test_a_worker_never_shares_the_terminals_ctrl_c() -> None:
    assert posix.spawn_options() == {"start_new_session": True}
    assert windows.spawn_options() == {"creationflags": 0x08000200}


@pytest.mark.parametrize(
    ("devices", "answer"),
    [
        pytest.param({"01": ("0x10de\n", "0x030000\n")}, True, id="a graphics card"),
        pytest.param({"01": ("0x10de\n", "0x030200\n")}, True, id="a GPU without a display output"),
        pytest.param({"00": ("0x8086\n", "0x030000\n"), "01": ("0x10de\n", "0x040300\n")}, False, id="its sound only"),
        pytest.param({"01": ("0x1002\n", "0x030000\n")}, False, id="another maker's"),
        pytest.param({}, False, id="an empty bus"),
    ],
)
def test_an_nvidia_gpu_is_seen_on_the_bus(tmp_path: Path, devices: dict[str, tuple[str, str]], answer: bool) -> None:
    for address, (vendor, kind) in devices.items():
        (tmp_path / address).mkdir()
        (tmp_path / address / "vendor").write_text(vendor)
        (tmp_path / address / "class").write_text(kind)
    assert posix.gpus_on_bus(tmp_path) is answer


def test_a_bus_that_cannot_be_read_says_nothing(tmp_path: Path) -> None:
    assert posix.gpus_on_bus(tmp_path / "none") is None
    (tmp_path / "01").mkdir()
    assert posix.gpus_on_bus(tmp_path) is None


def test_the_kernels_driver_has_a_folder_for_every_gpu(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(posix, "Path", lambda path: tmp_path / path.lstrip("/"))
    assert not posix.gpus_known_to_driver()
    gpus = tmp_path / "proc/driver/nvidia/gpus"
    gpus.mkdir(parents=True)
    assert not posix.gpus_known_to_driver()
    (gpus / "0000:01:00.0").mkdir()
    assert posix.gpus_known_to_driver()


@pytest.mark.skipif(os.name == "nt", reason="systemd")
def test_the_computer_is_kept_awake_as_long_as_the_block_lasts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from builder.operating_system import posix

    inhibit = tmp_path / "systemd-inhibit"
    inhibit.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/asked\nshift 3\n"$@"\necho over >> {tmp_path}/asked\n')
    inhibit.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with posix.keep_awake("building"):
        pass
    asked, over = (tmp_path / "asked").read_text().splitlines()
    assert re.fullmatch("--what=idle:sleep --who=engine-installer --why=building /[a-z/]*/cat", asked)
    assert over == "over"
    # Where it is refused, or missing, the work goes on.
    inhibit.write_text("#!/bin/sh\nexit 1\n")
    with posix.keep_awake("building"):
        pass
    # One that never gets an answer does not keep the program from ending.
    monkeypatch.setattr(posix, "_INHIBIT_SECONDS", 0.01)
    inhibit.write_text("#!/bin/sh\nexec sleep 1000\n")
    with posix.keep_awake("building"):
        pass
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    with posix.keep_awake("building") as why_asleep:
        assert (why_asleep(), why_asleep()) == ("there is no systemd-inhibit", None)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs Linux's /proc")
def test_systemd_without_logind_leaves_no_zombie_and_the_reason_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inhibit = tmp_path / "systemd-inhibit"
    inhibit.write_text(
        f"#!/bin/sh\n/bin/sleep 100 & echo $! > {tmp_path}/other\n"
        f"echo $$ > {tmp_path}/new; mv {tmp_path}/new {tmp_path}/number\n"
        "echo 'Failed to connect to bus' >&2\nread line\nexit 1\n"
    )
    inhibit.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    started: list[subprocess.Popen[bytes]] = []
    make = subprocess.Popen

    def note(*arguments: Any, **options: Any) -> subprocess.Popen[bytes]:
        started.append(make(*arguments, **options))
        return started[-1]

    monkeypatch.setattr("subprocess.Popen", note)
    with posix.keep_awake("building") as why_asleep:
        (process,) = started
        assert why_asleep() is None
        assert process.stdin is not None
        process.stdin.write(b"\n")
        process.stdin.flush()
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)  # it has ended, and is a zombie
        assert Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
        assert why_asleep() == "systemd-inhibit has ended (Failed to connect to bus)"
        assert not Path(f"/proc/{process.pid}").exists()
        assert why_asleep() is None
    os.kill(int((tmp_path / "other").read_text()), 9)


def test_the_systems_programs_get_the_systems_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    started = {"PATH": "/bin", "LD_LIBRARY_PATH": "/app/_internal:/opt/lib", "LD_LIBRARY_PATH_ORIG": "/opt/lib"}
    assert posix.system_environment(started) == started
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert posix.system_environment(started) == {"PATH": "/bin", "LD_LIBRARY_PATH": "/opt/lib"}
    assert posix.system_environment({"PATH": "/bin", "LD_LIBRARY_PATH": "/app/_internal"}) == {"PATH": "/bin"}


@pytest.mark.parametrize("folder", ["C:\\plain", "C:\\a b & c", "C:\\100%include%PATH%", "C:\\it's (1) ^x !y"])
def test_windows_removes_a_program_that_has_ended_whatever_its_path(folder: str) -> None:
    program, parents = PureWindowsPath(folder, ".engine-installer", "program"), [PureWindowsPath(folder)]
    command, variables, place = windows.removal_command(
        cast("Path", program), cast("list[Path]", parents), {"SystemRoot": r"D:\Windows"}
    )
    # No path stands in the command itself: cmd would read it as its own language.
    assert folder not in command
    assert variables == {"PATH": place, "EI_FOLDER": str(program), "EI_PARENT0": folder}
    assert place == r"D:\Windows\System32"
    start, _, line = command.partition(" /c ")
    assert start == r'"D:\Windows\System32\cmd.exe" /d /e:on /v:off /s'
    assert (line[0], line[-1]) == ('"', '"')
    first, *tries, last = line[1:-1].split(" & (if exist ")
    assert first == 'find "x" >nul'
    last, _, parent = last.rpartition(" & ")
    assert [each.partition(" & ping")[0] for each in [*tries, last]] == ['"%EI_FOLDER%" (rmdir /s /q "%EI_FOLDER%"'] * 6
    # What follows an `if` on its line is part of it, so each has parentheses around it.
    assert all(each.endswith(" 127.0.0.1 >nul))") for each in [*tries, last])
    # Without /s: only what is empty.
    assert parent == 'rmdir "%EI_PARENT0%"'
    # The body of cmd's `for` would read "%i" in a path as its own.
    assert " for " not in line


def test_windows_starts_that_command_with_an_input_that_ends_with_us(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[str, dict[str, Any]]] = []
    kept: list[Any] = []
    monkeypatch.setattr("subprocess.Popen", lambda command, **options: started.append((command, options)))
    monkeypatch.setattr(windows, "_kept_for_exit", kept)
    windows.remove_after_exit(Path("program"), [])
    ((command, options),) = started
    assert command == windows.removal_command(Path("program"), [])[0]
    assert options["stdin"] == subprocess.PIPE
    assert options["creationflags"] & windows._CREATE_NO_WINDOW
    assert options["env"]["EI_FOLDER"] == "program"
    assert len(kept) == 1


def test_windows_says_nothing_when_that_command_cannot_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise OSError

    monkeypatch.setattr("subprocess.Popen", refuse)
    windows.remove_after_exit(Path("program"), [])


def test_only_windows_holds_running_programs() -> None:
    assert windows.holds_running_programs()
    assert not posix.holds_running_programs()
    posix.remove_after_exit(Path("/nowhere"), [])


@pytest.mark.parametrize(
    ("kernel", "wsl"),
    [
        ("5.15.167.4-microsoft-standard-WSL2", True),
        ("4.4.0-19041-Microsoft", True),
        ("6.1.0-18-amd64", False),
        ("6.8.0-1015-azure", False),
    ],
)
def test_wsl_is_told_by_its_kernel(kernel: str, wsl: bool) -> None:
    assert posix.is_wsl(kernel) is wsl


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="needs Linux's /proc")
def test_a_held_folder_stays_the_same_whatever_comes_into_its_place(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "victim").mkdir()
    with posix.hold_folder(tmp_path / "folder") as held:
        (tmp_path / "folder").rename(tmp_path / "moved")
        (tmp_path / "folder").symlink_to("victim")
        (held / "file").touch()
    assert (tmp_path / "moved/file").exists()
    assert list((tmp_path / "victim").iterdir()) == []

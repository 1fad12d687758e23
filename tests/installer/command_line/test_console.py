from __future__ import annotations

import fcntl
import os
import pty
import re
import signal
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from builder.base.events import Result, Warned
from builder.base.text import say
from installer.command_line.console import PlainConsole, seconds_text, size_text, time_left_text
from tests.support.models import conv_net, deep_net
from tests.support.packages import package_of, small_package
from tests.support.program import command, environment, run


def on_terminal(*arguments: str | Path, home: Path, columns: int = 100) -> tuple[int, str]:
    """Run the program on a terminal of its own and give everything it showed."""
    main, side = pty.openpty()
    variables = environment(home, TERM="xterm-256color", COLUMNS=str(columns), LINES="30")
    with subprocess.Popen(
        command(*arguments), cwd=home, env=variables, stdin=side, stdout=side, stderr=side, start_new_session=True
    ) as process:
        os.close(side)
        shown = b""
        while True:
            try:
                chunk = os.read(main, 65536)
            except OSError:  # how Linux says that the other side is closed
                break
            shown += chunk
        code = process.wait(timeout=60)
    os.close(main)
    return code, shown.decode()


def test_a_terminal_gets_a_live_display_and_keeps_the_summary(tmp_path: Path) -> None:
    folder = tmp_path / "package"
    deep, small = deep_net(folder / "deep.onnx"), conv_net(folder / "small.onnx")
    package_of(folder, deep, small)
    code, shown = on_terminal("install", "--package", folder, "--target", tmp_path / "t", home=tmp_path)
    assert code == 0
    assert "Model 1 of 2: deep" in shown
    assert "elapsed" in shown
    assert "\x1b[" in shown
    assert re.search(r"small: built in \d+\.\d s, \d+\.\d (MB|kB)", shown)
    assert "2 engines installed in" in shown.splitlines()[-1]


def test_a_narrow_terminal_is_enough(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha")
    code, shown = on_terminal("install", "--package", package, "--target", tmp_path / "t", home=tmp_path, columns=40)
    assert code == 0
    assert "1 engine installed in" in shown


def test_a_pipe_gets_plain_lines(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha", "beta")
    ended = run("install", "--package", package, "--target", tmp_path / "t", "--jobs", "1", home=tmp_path)
    assert "\x1b" not in ended.out
    lines = ended.out.splitlines()
    assert lines[0] == "Test App 1.0: 2 of 2 engines to build"
    assert lines[2] in ("[1/2] alpha: building", "[1/2] beta: building")
    assert lines[-1] == f"2 engines installed in {tmp_path / 't' / 'engines'}."


def test_the_default_log_has_the_facts_first_and_the_result_last(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha", verify=False)
    for _ in range(2):
        assert run("install", "--package", package, "--target", tmp_path / "t", home=tmp_path).code == 0
    first, second = sorted(tmp_path.rglob("engine-installer-*.log"))
    lines = first.read_text(encoding="utf-8").splitlines()
    head = "\n".join(lines[:8])
    for fact in ("engine-installer 0.", "command line:", "system: Linux", "engine libraries: tensorrt-rtx", "driver:"):
        assert fact in head
    assert any("verify = false" in line for line in lines)
    assert any("Engine generation completed" in line for line in lines)
    assert lines[-1] == "RESULT code=0 name=ok"
    assert second.read_text(encoding="utf-8").endswith("RESULT code=0 name=ok\n")


def test_a_log_that_is_named_is_continued_and_its_folders_are_made(tmp_path: Path) -> None:
    package, log = small_package(tmp_path / "package", "alpha"), tmp_path / "new/folder/run.log"
    for _ in range(2):
        run("install", "--package", package, "--target", tmp_path / "t", "--log", log, home=tmp_path)
    assert log.read_text().count("RESULT code=0 name=ok\n") == 2


def test_a_reader_that_goes_away_does_not_stop_the_installation(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha")
    arguments = ("install", "--package", package, "--target", tmp_path / "t", "--json")
    with subprocess.Popen(
        command(*arguments), cwd=tmp_path, env=environment(tmp_path), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0
    assert (tmp_path / "t/engines/engines.json").exists()


def full(*arguments: str | Path, home: Path) -> tuple[int, str]:
    """Run the program with its standard output on a full disk."""
    with open("/dev/full", "wb") as out:
        ended = subprocess.run(
            command(*arguments), cwd=home, env=environment(home), stdin=subprocess.DEVNULL, stdout=out,
            stderr=subprocess.PIPE, timeout=120, check=False,
        )  # fmt: skip
    return ended.returncode, ended.stderr.decode()


def test_a_report_that_cannot_be_written_is_an_error_and_a_display_is_not(tmp_path: Path) -> None:
    package, target = small_package(tmp_path / "package", "alpha"), tmp_path / "t"
    for form in ((), ("--json",)):
        code, err = full("install", "--package", package, "--target", target, "--plan", *form, home=tmp_path)
        assert (code, "Cannot write standard output: the disk is full." in err) == (74, True)
    assert full("install", "--package", package, "--target", target, "--json", home=tmp_path) == (0, "")
    assert (target / "engines/engines.json").exists()
    for form in ((), ("--json",)):
        code, err = full("status", "--target", target, *form, home=tmp_path)
        assert (code, "Cannot write standard output: the disk is full." in err) == (74, True)


@pytest.mark.parametrize("command_name", ["install", "repair"])
def test_a_log_on_a_full_disk_is_refused_at_once(tmp_path: Path, command_name: str) -> None:
    package = small_package(tmp_path / "package", "alpha")
    places = ("--package", package, "--target", tmp_path / "t", "--log", "/dev/full")
    ended = run(command_name, *places, home=tmp_path)
    assert ended.code == 73
    assert "The log file /dev/full cannot be written: No space left on device." in ended.err


def test_a_log_that_fails_later_does_not_stop_the_installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from installer.actions.log import RunLog

    log = RunLog(tmp_path / "run.log", ["engine-installer"], "current-user")
    working = log._stream
    assert working is not None
    working.close()
    # Buffered by line, so that the write itself fails as it does on a full disk.
    monkeypatch.setattr(log, "_stream", open("/dev/full", "w", buffering=1, encoding="utf-8"))  # noqa: SIM115
    log.write("info", "something")
    log.write("info", "something more")
    log.close(Result(0, "ok", say("done")))


@pytest.mark.parametrize(("on_hangup", "code", "name"), [(signal.SIG_DFL, 130, "cancelled"), (signal.SIG_IGN, 0, "ok")])
def test_a_terminal_that_goes_away_cancels_cleanly_unless_nohup_was_asked_for(
    tmp_path: Path, on_hangup: signal.Handlers, code: int, name: str
) -> None:
    folder = tmp_path / "package"
    package_of(folder, deep_net(folder / "deep.onnx", layers=1500 if code else 100))
    log = tmp_path / "run.log"
    main, side = pty.openpty()
    arguments = ("install", "--package", folder, "--target", tmp_path / "t", "--log", log)

    def take_terminal() -> None:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
        signal.signal(signal.SIGHUP, on_hangup)

    with subprocess.Popen(
        command(*arguments), cwd=tmp_path, env=environment(tmp_path, TERM="xterm"), stdin=side, stdout=side,
        stderr=side, start_new_session=True, preexec_fn=take_terminal,
    ) as process:  # fmt: skip
        os.close(side)
        shown = b""
        while b"Model 1 of 1" not in shown:
            shown += os.read(main, 65536)
        os.close(main)
        assert process.wait(timeout=60) == code
    assert log.read_text().splitlines()[-1] == f"RESULT code={code} name={name}"
    assert (tmp_path / "t").exists() == (name == "ok")


_WRITES_TO_A_CLOSED_TERMINAL = """
import signal, sys
from builder.base.terminal import settle_standard_streams
signal.signal(signal.SIGHUP, signal.SIG_IGN)
print("ready", flush=True)
sys.stdin.read()
{write}
{settle}
"""


@pytest.mark.parametrize("write", ["sys.stdout.write('x')", "sys.stderr.write('x')"])
@pytest.mark.parametrize(("settle", "code"), [("settle_standard_streams()", 0), ("", 120)])
def test_what_a_closed_terminal_was_to_show_does_not_change_the_exit_status(write: str, settle: str, code: int) -> None:
    """Without it, Python's own flush at exit would: 120."""
    main, side = pty.openpty()
    script = _WRITES_TO_A_CLOSED_TERMINAL.format(write=write, settle=settle)
    with subprocess.Popen(
        [sys.executable, "-c", script], env={}, stdin=subprocess.PIPE, stdout=side, stderr=side, start_new_session=True
    ) as process:
        os.close(side)
        assert b"ready" in os.read(main, 100)
        os.close(main)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(timeout=30) == code


def test_a_terminal_that_cannot_show_a_name_still_gets_the_line(tmp_path: Path) -> None:
    package = small_package(tmp_path / "Größe 模型", "alpha")
    env = {"PYTHONIOENCODING": "ascii"}
    ended = run("install", "--package", package, "--target", tmp_path / "ü", home=tmp_path, env=env)
    assert ended.code == 0
    assert "\\xfc" in ended.out


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.04, "0.0 s"), (9.94, "9.9 s"), (9.96, "10 s"), (59.4, "59 s"), (200, "3 min 20 s"), (3900, "1 h 5 min")],
)
def test_durations_are_for_people(seconds: float, text: str) -> None:
    assert seconds_text(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (None, ""),
        (2, "a few seconds left"),
        (42, "about 40 seconds left"),
        (80, "about 1 minute left"),
        (170, "about 3 minutes left"),
    ],
)
def test_the_time_left_promises_no_more_than_is_known(seconds: float | None, text: str) -> None:
    assert time_left_text(seconds) == text


def test_sizes_are_for_people() -> None:
    assert (size_text(1_234), size_text(12_345_678)) == ("1.2 kB", "12.3 MB")


def test_warnings_go_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    PlainConsole().show(Warned(say("careful"), "alpha"))
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "warning: alpha: careful\n")

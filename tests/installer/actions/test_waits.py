"""Wherever a command waits, it answers a signal, `cancel` and its time limit within two seconds, and leaves nothing.

Waits for other runs, busy GPUs and servers are tested where these are: test_concurrency.py, test_gpus.py and others.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import Cancelled
from builder.base.terminal import Stream
from builder.operating_system import NotElevated, posix
from installer.command_line import screen
from tests.installer.actions.test_cancel import orphans
from tests.support.load import under_load
from tests.support.nvml import H200_IDLE, environment_of
from tests.support.packages import model_entry, small_package, write_manifest
from tests.support.program import ROOT, command, environment
from tests.support.unfit import ANSWER_SECONDS
from tests.support.waiting import wait_until

BUILDER = (
    "import sys; sys.path.insert(0, sys.argv.pop(1)); from builder.vendor.command_line import main; sys.exit(main())"
)


@contextlib.contextmanager
def started(
    home: Path, arguments: list[str], env: dict[str, str], out: int = subprocess.PIPE
) -> Iterator[subprocess.Popen[bytes]]:
    pipe = subprocess.PIPE
    with subprocess.Popen(
        arguments, cwd=home, env=environment(home) | env, stdin=pipe, stdout=out, stderr=pipe
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def code_within_two_seconds(process: subprocess.Popen[bytes], asked: float) -> int:
    code = process.wait(ANSWER_SECONDS)
    assert time.monotonic() - asked < under_load(ANSWER_SECONDS)
    return code


def ask(process: subprocess.Popen[bytes], how: signal.Signals | str) -> None:
    if isinstance(how, signal.Signals):
        process.send_signal(how)
        return
    assert process.stdin is not None
    process.stdin.write(how.encode() + b"\n")
    process.stdin.flush()


@pytest.fixture
def silent_driver(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """A pipe from which the stand-in for the driver reads its answers: opened for writing, it is being waited for."""
    pipe = tmp_path / "driver"
    os.mkfifo(pipe)
    return pipe, environment_of(H200_IDLE) | {"FAKE_NVML": str(pipe)}


WITH_DRIVER = {
    "status": ["status"],
    "status --detect": ["status", "--detect"],
    "install --plan": ["install", "--plan"],
    "install": ["install", "--quiet"],
    "repair": ["repair", "--quiet"],
}


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("arguments", WITH_DRIVER.values(), ids=WITH_DRIVER)
def test_a_driver_that_does_not_answer(
    tmp_path: Path, silent_driver: tuple[Path, dict[str, str]], arguments: list[str], how: signal.Signals
) -> None:
    package = small_package(tmp_path / "package", "alpha")
    places = ["--package", str(package), "--target", str(tmp_path / "target")]
    with started(tmp_path, command(*arguments, *places), silent_driver[1]) as process, silent_driver[0].open("wb"):
        ask(process, how)
        code = code_within_two_seconds(process, time.monotonic())
    # A detection script speaks through its exit status alone.
    assert code == (1 if "--detect" in arguments else 130)
    assert not (tmp_path / "target").exists()


def test_a_driver_that_does_not_answer_and_a_line(tmp_path: Path, silent_driver: tuple[Path, dict[str, str]]) -> None:
    options = command("install", "--json", "--target", tmp_path / "target")
    with started(tmp_path, options, silent_driver[1]) as process, silent_driver[0].open("wb"):
        ask(process, "cancel")
        assert code_within_two_seconds(process, time.monotonic()) == 130


def test_a_driver_that_does_not_answer_and_a_time_limit(
    tmp_path: Path, silent_driver: tuple[Path, dict[str, str]]
) -> None:
    options = command("install", "--json", "--timeout", "0.0001", "--target", tmp_path / "target")
    with started(tmp_path, options, silent_driver[1]) as process, silent_driver[0].open("wb"):
        assert code_within_two_seconds(process, time.monotonic()) == 75


BUILDER_COMMANDS = {
    "gpus": ["gpus"],
    "populate": ["populate", "--package", "package"],
    "caches explain": ["caches", "explain", "--package", "package"],
}


@pytest.mark.parametrize("arguments", BUILDER_COMMANDS.values(), ids=BUILDER_COMMANDS)
def test_a_driver_that_does_not_answer_the_builder(
    tmp_path: Path, silent_driver: tuple[Path, dict[str, str]], arguments: list[str]
) -> None:
    small_package(tmp_path / "package", "alpha")
    options = [sys.executable, "-P", "-c", BUILDER, str(ROOT), *arguments]
    with started(tmp_path, options, silent_driver[1]) as process, silent_driver[0].open("wb"):
        ask(process, signal.SIGTERM)
        assert code_within_two_seconds(process, time.monotonic()) == 130


@pytest.mark.parametrize("arguments", [["install", "--quiet"], ["install", "--plan"]])
def test_weights_without_end_that_are_hashed(tmp_path: Path, arguments: list[str]) -> None:
    package = small_package(tmp_path / "package", "alpha")
    weights = package / "models/alpha.bin"
    weights.write_bytes(b"weights")
    external = [{"file": "models/alpha.bin", "sha256": "0" * 64}]
    write_manifest(package, model_entry(package, package / "models/alpha.onnx", external_data=external))
    os.truncate(weights, 1 << 38)
    places = ["--package", str(package), "--target", str(tmp_path / "target")]
    with started(tmp_path, command(*arguments, *places), {}) as process:
        child = psutil.Process(process.pid)
        wait_until(lambda: any(Path(file.path) == weights for file in child.open_files()), process)
        ask(process, signal.SIGTERM)
        assert code_within_two_seconds(process, time.monotonic()) == 130
    assert not (tmp_path / "target").exists()


def test_the_children_of_a_self_test(tmp_path: Path) -> None:
    with started(tmp_path, command("self-test"), {}) as process:
        child = psutil.Process(process.pid)
        wait_until(child.children, process)
        ask(process, signal.SIGTERM)
        assert code_within_two_seconds(process, time.monotonic()) == 130
    assert orphans(tmp_path) == []


@pytest.fixture
def stalled() -> Iterator[int]:
    """The end of a pipe that nobody reads, and into which nothing goes any longer."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    with contextlib.suppress(BlockingIOError):
        while os.write(writing, b"x" * 4096):
            pass
    os.set_blocking(writing, True)
    yield writing
    os.close(reading)
    os.close(writing)


@pytest.mark.parametrize("how", [signal.SIGTERM, "cancel"])
def test_a_reader_that_does_not_read_a_run(tmp_path: Path, stalled: int, how: signal.Signals | str) -> None:
    package = small_package(tmp_path / "package", "alpha")
    log = tmp_path / "run.log"
    options = command("install", "--json", "--package", package, "--target", tmp_path / "target", "--log", log)
    with started(tmp_path, options, {}, stalled) as process:
        wait_until(log.exists, process)
        ask(process, how)
        assert code_within_two_seconds(process, time.monotonic()) == 130
    assert log.read_text().splitlines()[-1] == "RESULT code=130 name=cancelled"
    assert not (tmp_path / "target").exists()


def test_a_reader_that_does_not_read_what_a_command_prints(
    tmp_path: Path, stalled: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    cancel = CancelToken()
    monkeypatch.setattr(Stream, "cancel", cancel)
    with open(os.dup(stalled), "w") as out:
        stream = Stream(out)
        cancel.cancel()
        began = time.monotonic()
        stream.line("text " * 1000)
        stream.line("more")
        assert time.monotonic() - began < under_load(ANSWER_SECONDS)


def test_a_slow_reader_gets_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    if hasattr(fcntl, "F_SETPIPE_SZ"):
        fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096)
    text = "".join(f"{number}\ud800\n" for number in range(20_000))
    code = "import os, sys; sys.stdout.buffer.write(b''.join(iter(lambda: os.read(0, 1000), b'')))"
    with subprocess.Popen([sys.executable, "-c", code], stdin=reading, stdout=subprocess.PIPE) as reader:
        os.close(reading)
        with open(writing, "w", encoding="utf-8") as out:
            Stream(out).line(text)
        said, _ = reader.communicate()
    assert said.decode() == text.replace("\ud800", "\\ud800") + "\n"


def test_the_question_for_rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    question = tmp_path / "pkexec"
    question.write_text("#!/bin/sh\nexec sleep 60\n")
    question.chmod(0o755)
    monkeypatch.setattr(posix, "find_tool", lambda _name: str(question))
    began = time.monotonic()
    assert posix.elevated_exit_code(["engine-installer"], lambda: True) is NotElevated.REFUSED
    assert time.monotonic() - began < under_load(ANSWER_SECONDS)


def test_a_screen_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.base.program.child_command", lambda _module: ["sleep", "60"])
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        screen.shows_wizard([], cancel, {"DISPLAY": ":77"})
    monkeypatch.setattr(screen, "_PROBE_SECONDS", 0.0)
    assert not screen.shows_wizard([], NEVER, {"DISPLAY": ":77"})


def test_what_keeps_the_computer_awake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool = tmp_path / "tool"
    tool.write_text("#!/bin/sh\ntrap '' TERM\nwhile :; do sleep 0.1; done\n")
    tool.chmod(0o755)
    monkeypatch.setattr(posix, "find_tool", lambda _name: str(tool))
    with posix.keep_awake("a test"):
        began = time.monotonic()
    assert time.monotonic() - began < under_load(ANSWER_SECONDS)

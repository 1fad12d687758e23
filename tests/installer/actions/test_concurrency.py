"""Several runs at the same time, on one target and on several."""

from __future__ import annotations

import contextlib
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support import program
from tests.support.models import conv_net
from tests.support.packages import package_of, small_package
from tests.support.program import environment, run
from tests.support.runs import IDLE, Computer, events_of

Process = subprocess.Popen[str]


def start(computer: Computer, action: str, *options: str) -> Process:
    """Start a run that is not held in its build."""
    package: list[str | Path] = [] if action == "uninstall" else ["--package", computer.package]
    arguments = [action, *package, "--target", computer.target, "--quiet", "--json", *options]
    return program.process(
        *arguments,
        env=environment(computer.home) | computer.env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@contextlib.contextmanager
def several(computer: Computer, number: int, action: str, *options: str) -> Iterator[list[Process]]:
    """Start several runs at once; none of them outlives the block."""
    processes = [start(computer, action, *options) for _ in range(number)]
    try:
        yield processes
    finally:
        for process in processes:
            process.kill()
            process.communicate()


def end_of(process: Process) -> tuple[int, dict[str, Any], list[dict[str, Any]]]:
    """Exit status, result and all events of a run."""
    out, err = process.communicate(timeout=60)
    assert "Traceback" not in err
    events = [json.loads(line) for line in out.splitlines()]
    assert [event["event"] for event in events].count("result") == 1
    return process.returncode, events[-1], events


def wait_until_it_waits(process: Process) -> list[dict[str, Any]]:
    """Read events up to the one that says that another run is working on the target."""
    seen = []
    for event in events_of(process):
        seen.append(event)
        if event["event"] == "warning" and "Another run of engine-installer" in event["message"]:
            return seen
    raise AssertionError(f"it did not wait: {seen[-1]}")


def began(events: list[dict[str, Any]]) -> list[str]:
    return [event["model"] for event in events if event["event"] == "model_started"]


def assert_ready(computer: Computer) -> None:
    assert computer.run("status", "--detect").code == 0
    names = {path.name for path in (computer.target / "engines").iterdir()}
    assert names == {"engines.json", *(engine["file"] for engine in computer.engines)}
    assert {path.name for path in (computer.target / ".engine-installer").iterdir()} == {"package", "receipt.json"}


@pytest.mark.parametrize("number", [2, 4, pytest.param(8, marks=pytest.mark.exhaustive)])
def test_of_several_runs_on_one_target_one_works_and_the_others_end_at_once_or_wait(
    computer: Computer, number: int
) -> None:
    with computer.start("install", "--quiet") as first:
        computer.wait_for_build(first)
        with several(computer, number - 1, "install") as others:
            for process in others:
                code, result, events = end_of(process)
                assert (code, result["name"]) == (75, "already_running")
                assert f"Another run of engine-installer is working on {computer.target}" in result["detail"]
                assert "Wait until it has finished" in result["hint"]
                assert began(events) == []
        assert first.poll() is None
        with several(computer, number - 1, "install", "--wait") as others:
            for process in others:
                wait_until_it_waits(process)
            computer.marker.unlink()
            events = list(events_of(first))
            assert (events[-1]["name"], began(events)) == ("ok", ["alpha"])
            for process in others:
                code, result, later = end_of(process)
                assert (code, result["name"], began(later)) == (0, "ok", [])
    assert first.returncode == 0
    assert_ready(computer)


def test_a_waiting_run_ends_at_its_time_limit_or_when_it_is_cancelled(computer: Computer) -> None:
    with computer.start("install", "--quiet") as first:
        computer.wait_for_build(first)
        with (
            several(computer, 1, "install", "--wait", "--timeout", "0.01") as (limited,),
            several(computer, 1, "install", "--wait") as (cancelled,),
        ):
            wait_until_it_waits(cancelled)
            assert cancelled.stdin is not None
            cancelled.stdin.write("cancel\n")
            cancelled.stdin.flush()
            code, result, events = end_of(cancelled)
            assert (code, result["name"], began(events)) == (130, "cancelled", [])
            code, result, events = end_of(limited)
            assert (code, result["name"], began(events)) == (75, "suspended", [])
        assert first.poll() is None
        computer.marker.unlink()
        assert list(events_of(first))[-1]["name"] == "ok"
    assert_ready(computer)


def test_runs_on_different_targets_do_not_disturb_each_other(tmp_path: Path) -> None:
    computers = [Computer(tmp_path / name, IDLE) for name in ("one", "two")]
    with computers[0].start("install", "--quiet") as first, computers[1].start("install", "--quiet") as second:
        for computer, process in zip(computers, (first, second), strict=True):
            computer.wait_for_build(process)
        for computer, process in zip(computers, (first, second), strict=True):
            computer.marker.unlink()
            assert list(events_of(process))[-1]["name"] == "ok"
    for computer in computers:
        assert_ready(computer)


@pytest.fixture
def changed(computer: Computer) -> Computer:
    """An installation whose package has a newer model, so that every run has something to build."""
    assert computer.run("install", "--quiet").code == 0
    alpha = conv_net(computer.package / "models/alpha.onnx", channels=30)
    package_of(computer.package, alpha)
    return computer


def test_install_repair_and_uninstall_exclude_each_other(changed: Computer) -> None:
    before = changed.engines
    with changed.start("repair", "--quiet") as first:
        changed.wait_for_build(first)
        for action in ("install", "repair", "uninstall"):
            with several(changed, 1, action) as (process,):
                code, result, _ = end_of(process)
                assert (action, code, result["name"]) == (action, 75, "already_running")
        # Reading is not refused, and shows the old set.
        assert changed.run("status").code == 0
        assert changed.engines == before
        with several(changed, 1, "uninstall", "--wait") as (waiting,):
            wait_until_it_waits(waiting)
            changed.marker.unlink()
            assert list(events_of(first))[-1]["name"] == "ok"
            code, result, _ = end_of(waiting)
            assert (code, result["name"]) == (0, "ok")
    assert not changed.target.exists()


def without_gpu(home: Path) -> Computer:
    """A computer where TensorRT-RTX builds portable engines, in moments."""
    computer = Computer(home, IDLE)
    computer.env = {}
    return computer


def test_eight_unhindered_runs_leave_one_installation(tmp_path: Path) -> None:
    computer = without_gpu(tmp_path)
    small_package(computer.package, "alpha", "beta")
    with several(computer, 8, "install") as processes:
        ends = [end_of(process) for process in processes]
    assert {(code, result["name"]) for code, result, _ in ends} <= {(0, "ok"), (75, "already_running")}
    assert [code for code, _, _ in ends].count(0) >= 1
    assert sum(len(began(events)) for _, _, events in ends) == 2
    assert_ready(computer)


def test_eight_unhindered_runs_that_wait_all_succeed(tmp_path: Path) -> None:
    computer = without_gpu(tmp_path)
    with several(computer, 8, "install", "--wait") as processes:
        ends = [end_of(process) for process in processes]
    assert [(code, result["name"]) for code, result, _ in ends] == [(0, "ok")] * 8
    assert sum(len(began(events)) for _, _, events in ends) == 1
    assert_ready(computer)


def test_installing_repairing_and_removing_at_once_leaves_all_or_nothing(tmp_path: Path) -> None:
    computer = without_gpu(tmp_path)
    assert computer.run("install", "--quiet").code == 0
    actions = ("uninstall", "install", "repair", "uninstall", "install", "repair")
    processes = [start(computer, action) for action in actions]
    ends = [end_of(process) for process in processes]
    for action, (_, result, _) in zip(actions, ends, strict=True):
        allowed = {"ok", "already_running"} | ({"not_installed"} if action != "install" else set())
        assert result["name"] in allowed, (action, result)
    if (computer.target / "engines" / "engines.json").exists():
        assert_ready(computer)
    else:
        assert run("status", "--target", computer.target, home=tmp_path).code == 66
        # An empty folder stays where another run came between a removal and the folders that it removes last.
        assert not [path for path in computer.target.rglob("*") if not path.is_dir()]

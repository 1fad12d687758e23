"""Watching a GPU that answers as a driver does, in the time that it takes."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from builder.base.cancellation import CancelToken
from builder.gpu import busy, programs
from builder.gpu.busy import BusyMonitor, BusyPolicy, BusyVerdict, wait_until_idle
from builder.gpu.nvml import Gpu
from tests.support.nvml import (
    EVERYTHING,
    GPU_IS_LOST,
    H200,
    H200_BUSY,
    H200_IDLE,
    NO_GPU,
    Machine,
    environment_of,
    stand_in,
)
from tests.support.program import ROOT

GPU = Gpu(0, H200.name, H200.uuid, "9.0", 143771)


@pytest.fixture
def computer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[[Machine], None]]:
    # A small part of the real times, in the same proportion.
    for name in ("SAMPLE_SECONDS", "WINDOW_SECONDS", "BURSTS_SECONDS", "QUIET_SECONDS"):
        monkeypatch.setattr(busy, name, getattr(busy, name) / 20)
    monkeypatch.setattr(programs, "program_name", {642: "blender"}.get)
    monkeypatch.setattr(busy, "runs_on_battery", lambda: False)
    yield from stand_in(monkeypatch, tmp_path)


Replay = Callable[[Machine], None]


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.002)


def test_a_busy_gpu_is_waited_for(computer: Replay) -> None:
    told: list[BusyVerdict] = []

    def tell(verdict: BusyVerdict, _left: float) -> None:
        told.append(verdict)
        computer(H200_IDLE)

    computer(H200_BUSY)
    with BusyMonitor(GPU) as monitor:
        until(lambda: monitor.verdict.text == "is in use by blender (process 642, 883 MiB) (99 % used)")
        monitor.begin()
        assert wait_until_idle(monitor, BusyPolicy("wait", 600), CancelToken(), tell).verdict == "idle"
        assert monitor.summary().verdict == "in use"
    assert told[0].verdict == "in use"


def test_our_own_worker_may_join_while_it_is_watched(computer: Replay) -> None:
    later = itertools.count(2**51)  # microseconds, after those of the recording

    def measure_again() -> str:
        measured = ((642, next(later), 87, 19),)
        computer(Machine((replace(H200_BUSY.gpus[0], process_utilization=measured),)))
        return monitor.verdict.text

    computer(H200_BUSY)
    with BusyMonitor(GPU) as monitor:
        until(lambda: monitor.verdict.verdict == "in use")
        monitor.own.add(642)
        # The stand-in repeats what it measured, which is stale by now.
        until(lambda: monitor.verdict.verdict == "cannot tell")
        until(lambda: measure_again() == "is idle (0 % used by others)")


def test_a_computer_on_its_battery_says_so_with_every_verdict(
    computer: Replay, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(busy, "runs_on_battery", lambda: True)
    computer(H200_IDLE)
    with BusyMonitor(GPU) as monitor:
        until(lambda: monitor.verdict.verdict == "idle")
    assert monitor.verdict.reasons == ("0 % used", "this computer runs on battery")


@pytest.mark.parametrize(
    ("machine", "reason"),
    [
        (Machine((replace(H200, errors={EVERYTHING: GPU_IS_LOST}),)), "the driver does not answer: GPU is lost"),
        (Machine((replace(H200, errors={EVERYTHING: 999}),)), "the driver does not tell how much it is used"),
    ],
)
def test_a_gpu_that_vanishes_while_it_is_watched_is_unknown(computer: Replay, machine: Machine, reason: str) -> None:
    computer(H200_IDLE)
    with BusyMonitor(GPU) as monitor:
        until(lambda: monitor.verdict.verdict == "idle")
        computer(machine)
        until(lambda: monitor.verdict.verdict == "cannot tell")
        assert monitor.verdict.reasons == (reason,)
        assert monitor.idle_seconds == 0


def test_a_gpu_that_was_never_there_is_unknown(computer: Replay) -> None:
    computer(NO_GPU)
    with BusyMonitor(GPU) as monitor:
        until(lambda: monitor.verdict.reasons == ("the driver does not answer: Not Found",))
    assert monitor.verdict.verdict == "cannot tell"


def test_a_driver_that_hangs_does_not_keep_the_process() -> None:
    code = (
        "from builder.gpu import busy; from builder.gpu.nvml import Gpu; busy._STALE_SECONDS = 0.1\n"
        f"with busy.BusyMonitor(Gpu(0, '', {H200.uuid!r}, '', 0)) as monitor: pass\n"
        "print(monitor.verdict.reasons[0])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | environment_of(replace(H200_IDLE, hangs=("nvmlInitWithFlags",))),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "the driver has stopped answering\n", "")

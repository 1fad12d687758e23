"""Runs of the program as most tests need them: into a target of their own, on a computer with GPUs of their own."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.support.nvml import RTX_4070, FakeGpu, Machine, environment_of
from tests.support.packages import small_package
from tests.support.program import ROOT, Ended, environment, process, run
from tests.support.waiting import wait_until

DOUBLES = {"PYTHONPATH": str(ROOT / "tests/doubles")}


def install(
    home: Path,
    package: Path,
    *options: str | Path,
    action: str = "install",
    env: Mapping[str, str] | None = None,
    within_seconds: float = 120,
) -> Ended:
    """Install a package, or repair an installation with it, in quiet mode; events go to standard output.

    Args:
        home: the user's home, which gets the folder `target` and the log `run.log`.
        package: the app package.
        options: more options; they override those two places.
        action: `install` or `repair`.
        env: additions to the environment.
        within_seconds: how long it may take.
    """
    places = ("--package", package, "--target", home / "target", "--log", home / "run.log")
    return run(action, "--quiet", *places, "--json", *options, home=home, env=env, within_seconds=within_seconds)


def warnings(ended: Ended) -> str:
    """What a run warned of, a line each."""
    return "\n".join(event["message"] for event in ended.events if event["event"] == "warning")


def verdict_and_reason(status: str, label: str) -> tuple[str, str]:
    """What `status` prints of an engine: the verdict in its row of the table, and the line below it."""
    lines = status.splitlines()
    (at,) = (at for at, line in enumerate(lines) if line.startswith(f"{label}  "))
    cells = [cell.strip() for cell in lines[at].split("  ") if cell]
    return cells[3], lines[at + 1].removeprefix("  ")


def used(gpu: FakeGpu, percent: int, *pids: int) -> Machine:
    """A machine with one GPU on which these processes compute."""
    return Machine((replace(gpu, utilization=(percent, 0), compute=tuple((pid, 1 << 30) for pid in pids)),))


IDLE = used(RTX_4070, 0)
IN_USE = used(RTX_4070, 80, os.getpid())


class Computer:
    """A computer with classic TensorRT whose GPUs can change during a run."""

    def __init__(self, home: Path, machine: Machine) -> None:
        self.home = home
        self.package = small_package(home / "package", "alpha")
        self.target = home / "target"
        self.marker = home / "building"
        self.env = environment_of(machine) | DOUBLES
        self.use(machine)

    def use(self, machine: Machine) -> None:
        machine.write(Path(self.env["FAKE_NVML"]))

    def _arguments(self, action: str, *options: str) -> list[str | Path]:
        package: list[str | Path] = [] if action == "status" else ["--package", self.package]
        return [action, *package, "--target", self.target, *options]

    def run(self, action: str, *options: str) -> Ended:
        return run(*self._arguments(action, *options), home=self.home, env=self.env)

    @contextlib.contextmanager
    def start(self, action: str, *options: str, hold: bool = True) -> Iterator[subprocess.Popen[str]]:
        """Start a run; with `hold` it waits in the middle of its build until `marker` is removed."""
        with process(
            *self._arguments(action, "--json", *options),
            env=environment(self.home) | self.env | ({"FAKE_TENSORRT_BUILDING": str(self.marker)} if hold else {}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        ) as started:
            try:
                yield started
            except BaseException:
                started.kill()
                raise

    def wait_for_build(self, process: subprocess.Popen[str]) -> None:
        """Wait until a run that was started with `hold` is in the middle of its build."""
        wait_until(self.marker.exists, process)

    @property
    def engines(self) -> list[dict[str, Any]]:
        index = json.loads((self.target / "engines/engines.json").read_text())
        return list(index["engines"])


def events_of(process: subprocess.Popen[str]) -> Iterator[dict[str, Any]]:
    """The events of a run, each as soon as it is there."""
    assert process.stdout is not None
    for line in process.stdout:
        yield json.loads(line)


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    """A computer with one idle GPU and a package of one model."""
    return Computer(tmp_path, IDLE)

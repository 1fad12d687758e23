"""Runs on the Windows side: kills and fails runs of the program at the calls that change something, and looks at it.

python crashing.py SAMPLES

SAMPLES, in JSON, says for each scenario how many calls are taken: to kill a run that finds engines built, to kill one
that builds them, and to let fail with each error; null takes all of them. It prints what was tried and what was wrong,
in JSON line by line.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

import builder.base.files
from builder.base.errors import ExitCode
from builder.building.machine import survey_machine
from installer.command_line.main import main as run_program
from tests.support.crash_worlds import (
    SCENARIOS,
    Change,
    Point,
    Scenario,
    Snapshot,
    World,
    check_consistent,
    check_failed_run,
    check_next_run,
    phases,
    spread,
)
from tests.support.faults import Call
from tests.support.packages import APP
from tests.support.program import Ended
from tests.windows.faulty import BY_C_LIBRARY, KILLED, Fault, disturbed
from tests.windows.scenes import settle

ROOT = Path(r"C:\crashing")
_UNINSTALL = rf"Software\Microsoft\Windows\CurrentVersion\Uninstall\{APP['id']}"
_START_MENU = Path(os.environ["APPDATA"], r"Microsoft\Windows\Start Menu\Programs")
_ERRORS = {5: ExitCode.ACCESS_DENIED, 32: ExitCode.FILE_IN_USE, 112: ExitCode.DISK_FULL}
_STAGED = "index-new.engine"
"""The first file that a run makes when all engines are built."""
_winreg: Any = importlib.import_module("winreg")

Outside = tuple[dict[str, Any], list[str]]


@dataclass(frozen=True)
class Samples:
    """How many calls of a scenario are taken; None for all.

    Attributes:
        kills: of those of a run that takes over what an interrupted one has built.
        building_kills: of those of a run that builds engines, while it does that.
        failures: of each error.
    """

    kills: int | None
    building_kills: int | None
    failures: int | None


@dataclass(frozen=True)
class Tried:
    """One run that was disturbed.

    Attributes:
        fault: `killed`, or the number of an error.
        problem: what was wrong afterwards; None if nothing was.
    """

    scenario: str
    fault: str
    phase: str
    call: str
    problem: str | None


class WindowsWorld(World):
    """A world with what Windows keeps outside of our folders: the list of applications and the Start menu."""

    @property
    def watched(self) -> tuple[str, ...]:
        return str(self.root / "changing"), str(_START_MENU)

    def is_listed(self) -> bool:
        return bool(_listed())

    def is_outside(self, call: Call) -> bool:
        return call.name.startswith("winreg.") or call.paths[-1].startswith(str(_START_MENU))

    def outside(self) -> Outside:
        """What Windows lists, but the day, and what is in the Start menu."""
        values = {name: value for name, value in _listed().items() if name != "InstallDate"}
        return values, sorted(str(path) for path in _START_MENU.rglob("*"))

    def run(self, name: str) -> Ended:
        """Run it in this process: only what is to be killed needs one of its own."""
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = run_program([str(argument) for argument in self.arguments(name)])
        return Ended(code, out.getvalue(), err.getvalue())

    def keep(self, name: str = "before") -> None:
        super().keep(name)
        (self.root / f"{name}.listed").write_text(json.dumps(_listed()), "utf-8")
        shutil.rmtree(self.root / f"{name}.menu", ignore_errors=True)
        shutil.copytree(_START_MENU, self.root / f"{name}.menu")

    def restore(self, name: str = "before") -> None:
        super().restore(name)
        with contextlib.suppress(FileNotFoundError):
            _winreg.DeleteKey(_winreg.HKEY_CURRENT_USER, _UNINSTALL)
        if values := json.loads((self.root / f"{name}.listed").read_text("utf-8")):
            with _winreg.CreateKey(_winreg.HKEY_CURRENT_USER, _UNINSTALL) as key:
                for value, (content, kind) in values.items():
                    _winreg.SetValueEx(key, value, 0, kind, content)
        shutil.rmtree(_START_MENU)
        shutil.copytree(self.root / f"{name}.menu", _START_MENU)


def _listed() -> dict[str, Any]:
    with contextlib.suppress(FileNotFoundError), _winreg.OpenKey(_winreg.HKEY_CURRENT_USER, _UNINSTALL) as key:
        values = [_winreg.EnumValue(key, number) for number in range(_winreg.QueryInfoKey(key)[1])]
        return {name: [content, kind] for name, content, kind in values}
    return {}


@dataclass
class Stage:
    """A scenario, and what an undisturbed run does in it.

    Attributes:
        outside_before, outside_after: what is outside of our folders.
        building: the points of a run at which it builds engines.
        points: those of one that finds them built.
    """

    scenario: Scenario
    world: WindowsWorld
    change: Change
    outside_before: Outside
    outside_after: Outside
    building: list[Point]
    points: list[Point]

    def tried(self, samples: Samples) -> Iterator[Tried]:
        """Disturb one run after the other."""
        for point in _some(self.building, samples.building_kills):
            yield self._try("before", point, "killed", self._killed)
        start = "staged" if self.building else "before"
        for point in _some(self.points, samples.kills):
            yield self._try(start, point, "killed", self._killed)
        for number, error in enumerate(_ERRORS):
            for point in _some(self.points, samples.failures, number):
                yield self._try(start, point, str(error), partial(self._failed, error=error))

    def _try(self, start: str, point: Point, fault: str, disturb: Callable[[Point], None]) -> Tried:
        self.world.restore(start)
        problem = None
        try:
            disturb(point)
        except Exception as error:
            # The first line is what an assertion says.
            problem = str(error).splitlines()[0] if isinstance(error, AssertionError) else repr(error)
        return Tried(self.scenario.name, fault, point.phase, str(point.call), problem)

    def _killed(self, point: Point) -> None:
        code, _ = run_killed(self.world, self.scenario.command, kill=point.call.number)
        assert code == KILLED, f"not killed, but ended with {code}"
        check_consistent(self.world, self.change)
        events = check_next_run(self.world, self.change)
        built = [event["model"] for event in events if event["event"] == "model_started"]
        assert point in self.building or not built, f"built again: {built}"
        self._check_outside(self.outside_after)

    def _failed(self, point: Point, *, error: int) -> None:
        with disturbed(Fault(self.world.watched, fail=point.call.number, error=error)):
            ended = self.world.run(self.scenario.command)
        # The C library makes one error of "access denied" and "sharing violation".
        told = 5 if error == 32 and point.call.name in BY_C_LIBRARY else error
        check_failed_run(self.world, self.change, ended, {_ERRORS[told]})
        # An entry that could not be written anew stays as it was, which a run warns of.
        may_be_old = [self.outside_before] if point.phase == "registration" else []
        self._check_outside(self.outside_after, *may_be_old)

    def _check_outside(self, *allowed: Outside) -> None:
        there = self.world.outside()
        assert there in allowed, f"outside there is {there}"


def _some(points: Sequence[Point], number: int | None, start: int = 0) -> list[Point]:
    possible = [point for point in points if point.call.succeeded]
    return possible if number is None else spread(possible, number, start)


def run_killed(world: WindowsWorld, name: str, **kill: Any) -> tuple[int, list[Point]]:
    """Run a command that is killed, in a process of its own; gives its exit code and the calls until then."""
    record = ROOT / "calls.json"
    fault = Fault(world.watched, record=str(record), **kill)
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "tests.windows.faulty", fault.to_json(), *world.arguments(name)],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    # What it had started ends as well, but not at the same moment.
    settle()
    return done.returncode & 0xFFFFFFFF, _points(json.loads(record.read_text("utf-8")), world)


def _points(calls: Sequence[tuple[str, list[str], bool]], world: WindowsWorld) -> list[Point]:
    made = [Call(name, None, number, tuple(paths), changes) for number, (name, paths, changes) in enumerate(calls)]
    found = [Point(call, phase) for call, phase in zip(made, phases(made, world), strict=True)]
    return [point for point in found if not Path(point.call.paths[-1]).is_relative_to(world.log.parent)]


def make_stage(scenario: Scenario, world: WindowsWorld) -> Stage:
    """Prepare a scenario, and see what happens in it undisturbed."""
    if (world.root / "installed").exists():
        world.restore("installed")
    scenario.prepare(world)
    shutil.rmtree(world.log.parent, ignore_errors=True)
    world.keep()
    before, outside = Snapshot.of(world), world.outside()
    building: list[Point] = []
    if scenario.builds:
        code, points = run_killed(world, scenario.command, kill_at=_STAGED)
        assert code == KILLED, code
        building = [point for point in points if point.phase == "build"]
        world.keep("staged")
    with disturbed(Fault(world.watched)) as run:
        ended = world.run(scenario.command)
    assert ended.code == 0, ended.out + ended.err
    if not (world.root / "installed").exists():
        world.keep("installed")
    change = Change(scenario.command, before, Snapshot.of(world))
    return Stage(scenario, world, change, outside, world.outside(), building, _points(run.calls, world))


def main() -> int:
    """Try the samples."""
    # Retries are not what is looked at here.
    builder.base.files._PAUSE_SECONDS = 0.05
    world = WindowsWorld(ROOT, survey_machine())
    world.home.mkdir(parents=True)
    samples = {name: Samples(**taken) for name, taken in json.loads(sys.argv[1]).items()}
    for scenario in SCENARIOS:
        if scenario.name not in samples:
            continue
        for tried in make_stage(scenario, world).tried(samples[scenario.name]):
            print(json.dumps(asdict(tried)), flush=True)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())

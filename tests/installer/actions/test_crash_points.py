"""Every system call that changes files, killed or failing: what is then there, and what the next run makes of it.

By default some points of every phase are taken; `pytest -m exhaustive` takes all, for a quarter of an hour.
"""

from __future__ import annotations

import queue
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from builder.base.errors import ExitCode
from builder.building.machine import survey_machine
from tests.support.crash_worlds import (
    PHASES,
    SCENARIOS,
    WITHOUT_BUILDS,
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
from tests.support.faults import KILLED, Call, count_calls, run_with_fault
from tests.support.program import command, environment

PARALLEL = 2
ERRORS = {"ENOSPC": ExitCode.DISK_FULL, "EACCES": ExitCode.ACCESS_DENIED, "EIO": ExitCode.IO_ERROR}
INTERRUPTED = "finished by a run that was interrupted"

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="faults are injected with strace"),
    pytest.mark.needs("strace"),
]


@dataclass
class Stage:
    """A scenario in several worlds that are alike, with what an undisturbed run does in it.

    Attributes:
        scenario: which.
        worlds: those that no thread uses now.
        first: one of them, whose paths those of the points are.
        before: what is there before, in each world: when and from where engines were built differs.
        after: what is there after an undisturbed run.
        points: where that run could have been disturbed.
        log_points: those at which it writes its log.
    """

    scenario: Scenario
    worlds: queue.SimpleQueue[World]
    first: World
    before: Mapping[World, Snapshot]
    after: Snapshot
    points: list[Point]
    log_points: list[Point]

    def change(self, world: World) -> Change:
        """What its command does to a world."""
        return Change(self.scenario.command, self.before[world], self.after)

    def try_all(self, faults: Sequence[tuple[Point, str]], check: Callable[[World, Point, str], None]) -> None:
        """Check every fault, several at once, and report everything that went wrong."""

        def one(fault: tuple[Point, str]) -> str | None:
            world = self.worlds.get()
            try:
                world.restore()
                point = self._in_world(fault[0], world)
                check(world, point, fault[1])
            except Exception as error:
                # The first line is what the assertion says; pytest adds what it compared.
                text = str(error).splitlines()[0] if isinstance(error, AssertionError) else repr(error)
                return f"{fault[1]} at {str(fault[0]).replace(str(self.first.root), '')}: {text}"
            finally:
                self.worlds.put(world)
            return None

        with ThreadPoolExecutor(PARALLEL) as pool:
            problems = [problem for problem in pool.map(one, faults) if problem]
        assert not problems, f"{len(problems)} of {len(faults)} points:\n" + "\n".join(problems)

    def _in_world(self, point: Point, world: World) -> Point:
        def moved(path: str) -> str:
            return path.replace(str(self.first.root), str(world.root))

        call = point.call
        path = moved(call.path) if call.path else None
        return Point(Call(call.name, path, call.number, tuple(map(moved, call.paths)), call.succeeded), point.phase)


def make_stage(scenario: Scenario, folder: Path) -> Stage:
    machine = survey_machine()
    worlds = [World(folder / str(number), machine) for number in range(PARALLEL)]

    def prepare(world: World) -> None:
        world.home.mkdir(parents=True)
        scenario.prepare(world)
        shutil.rmtree(world.log.parent, ignore_errors=True)
        world.keep()

    with ThreadPoolExecutor(PARALLEL) as pool:
        list(pool.map(prepare, worlds))
    first = worlds[0]
    before = {world: Snapshot.of(world) for world in worlds}
    ended, calls = count_calls(
        command(*first.arguments(scenario.command)), first.root / "changing", environment(first.home)
    )
    assert ended.code == 0, ended.out + ended.err
    after = Snapshot.of(first)
    free: queue.SimpleQueue[World] = queue.SimpleQueue()
    for world in worlds:
        free.put(world)
    of_log = [call for call in calls if Path(call.paths[-1]).is_relative_to(first.log.parent)]
    others = [call for call in calls if call not in of_log]
    points = [Point(call, phase) for call, phase in zip(others, phases(others, first), strict=True)]
    return Stage(scenario, free, first, before, after, points, [Point(call, "log") for call in of_log])


@pytest.fixture(scope="module", params=SCENARIOS, ids=lambda scenario: scenario.name.replace(" ", "-"))
def stage(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Stage:
    return make_stage(request.param, tmp_path_factory.mktemp("stage"))


@pytest.fixture(
    params=[pytest.param("all", marks=[pytest.mark.exhaustive, pytest.mark.timeout(7200)]), "some"],
)
def takes_all(request: pytest.FixtureRequest) -> bool:
    return bool(request.param == "all")


def check_killed(world: World, stage: Stage, point: Point) -> None:
    arguments = command(*world.arguments(stage.scenario.command))
    ended = run_with_fault(point.call, "signal=KILL", arguments, world.root, environment(world.home))
    assert ended.code == KILLED, f"not killed, but ended with {ended.code}"
    check_consistent(world, stage.change(world))
    events = check_next_run(world, stage.change(world))
    started = [event["model"] for event in events if event["event"] == "model_started"]
    if point.phase in WITHOUT_BUILDS:
        assert started == [], f"built again: {started}"
    if point.phase == "journal" and stage.scenario.builds:
        kept = [event for event in events if event["event"] == "model_finished" and event["message"] == INTERRUPTED]
        assert kept, "no engine was taken over"
        assert {event["outcome"] for event in kept} == {"kept"}


def test_killed(stage: Stage, takes_all: bool) -> None:
    possible = [point for point in stage.points if point.call.succeeded]
    chosen = possible if takes_all else spread(possible, stage.scenario.kills)
    assert len(chosen) >= stage.scenario.kills
    if stage.scenario.command == "install":
        assert {point.phase for point in chosen} == set(PHASES)
    stage.try_all(
        [(point, "signal=KILL") for point in chosen], lambda world, point, _: check_killed(world, stage, point)
    )


def check_failed(world: World, stage: Stage, point: Point, fault: str) -> None:
    """One call fails: the run ends with the right code, or what failed does not matter."""
    arguments = command(*world.arguments(stage.scenario.command))
    ended = run_with_fault(point.call, fault, arguments, world.root, environment(world.home))
    code = ExitCode.LOG_UNWRITABLE if point.phase == "log" else ERRORS[fault.partition("=")[2]]
    check_failed_run(world, stage.change(world), ended, {code})


@pytest.mark.parametrize("error", ERRORS)
def test_failed(stage: Stage, takes_all: bool, error: str) -> None:
    points, log, number = stage.points, stage.log_points, list(ERRORS).index(error)
    if takes_all:
        # Line after line of the log goes the same way.
        chosen = [*points, *log[:6], *log[6:-4:20], *log[-4:]]
    else:
        chosen = [*spread(points, stage.scenario.errors - 1, number + 1), log[number * 2]]
    faults = [(point, f"error={error}") for point in chosen]
    stage.try_all(faults, lambda world, point, fault: check_failed(world, stage, point, fault))

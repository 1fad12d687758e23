from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builder.base.cancellation import CancelToken
from builder.base.errors import BuildFailed, Cancelled, EngineInstallerError
from builder.base.events import Built, Event, ModelStarted, Phase, Progress
from builder.base.text import say
from builder.building.local_build import LocalBuilder
from builder.building.plan import Build
from builder.building.planner import make_plan
from builder.building.scheduler import BuildEnded, Scheduler
from builder.engines.options import EngineOptions
from builder.engines.store import StagedEngine
from builder.gpu.busy import BusyPolicy
from tests.support.plans import RTX_4070, machine, package, record_of

BUILT = Built(1, "ab" * 32, 1.0, "1.7.1.116", {}, {}, None)

BuildOne = Callable[[Build, Callable[[Event], None], CancelToken], None]


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> Callable[[BuildOne], None]:
    """Lets a function stand in for the worker."""

    def use(build_one: BuildOne) -> None:
        def build(
            self: LocalBuilder, planned: Build, _source: Any, _output: Path, tell: Any, _: Any
        ) -> tuple[Built, None]:
            build_one(planned, tell, self.stop)
            return BUILT, None

        monkeypatch.setattr(LocalBuilder, "build", build)

    return use


def planned_builds(count: int, *, seconds: list[float] | None = None, memory_bytes: int = 1) -> list[Build]:
    plan = make_plan(package(*[{}] * count), machine(RTX_4070), [], EngineOptions())
    sources = [
        replace(planned.source, expected=replace(planned.expected, seconds=taken, memory_bytes=memory_bytes))
        for planned, taken in zip(plan.to_build, seconds or [1.0] * count, strict=True)
    ]
    return [replace(planned, source=source) for planned, source in zip(plan.to_build, sources, strict=True)]


def run(
    models: list[Build],
    cancel: CancelToken | None = None,
    jobs: int = 8,
    memory_bytes: int = 1 << 30,
    limit: int = 1 << 40,
) -> Iterator[Event | BuildEnded]:
    record = record_of(make_plan(package({}), machine(RTX_4070), [], EngineOptions()))
    return Scheduler(
        models,
        jobs=jobs,
        memory_bytes=memory_bytes,
        memory_limit=limit,
        staging_path=lambda key: Path("/nowhere") / key,
        accept=lambda _planned, path, *_rest: StagedEngine(path, record),
        busy=BusyPolicy("build"),
        cancel=cancel or CancelToken(),
        log_path=None,
    ).run()


def test_the_longest_is_started_first_and_events_name_it(builds: Callable[[BuildOne], None]) -> None:
    builds(lambda planned, tell, _stop: tell(Phase(planned.model.name, say("Reading the model"))))
    happened = list(run(planned_builds(3, seconds=[1.0, 3.0, 2.0]), jobs=1))
    started = [(item.model, item.number, item.total) for item in happened if isinstance(item, ModelStarted)]
    assert started == [("m1", 1, 3), ("m2", 2, 3), ("m0", 3, 3)]
    assert [item.model for item in happened if isinstance(item, Phase)] == ["m1", "m2", "m0"]
    assert isinstance(happened[-1], Progress)
    assert happened[-1].fraction == 1.0


@pytest.mark.parametrize(
    ("jobs", "memory_bytes", "limit", "most"),
    [(8, 1 << 30, 1 << 40, 4), (2, 1 << 30, 1 << 40, 2), (8, 30, 1 << 40, 3), (8, 0, 1 << 40, 1), (8, 1 << 30, 25, 2)],
)
def test_as_many_run_at_once_as_jobs_and_memory_allow(
    builds: Callable[[BuildOne], None], jobs: int, memory_bytes: int, limit: int, most: int
) -> None:
    running = 0
    seen = []
    lock = threading.Lock()
    all_are_there = threading.Event()

    def build_one(_planned: Build, _tell: object, _stop: CancelToken) -> None:
        nonlocal running
        with lock:
            running += 1
            seen.append(running)
            if running == most:
                all_are_there.set()
        assert all_are_there.wait(20)
        with lock:
            running -= 1

    builds(build_one)
    ended = [
        item
        for item in run(planned_builds(4, memory_bytes=10), jobs=jobs, memory_bytes=memory_bytes, limit=limit)
        if isinstance(item, BuildEnded)
    ]
    assert len(ended) == 4
    assert max(seen) == most


def test_a_failure_does_not_stop_the_others(builds: Callable[[BuildOne], None]) -> None:
    def build_one(planned: Build, _tell: object, _stop: CancelToken) -> None:
        if planned.model.name == "m0":
            raise BuildFailed(say("No."))
        if planned.model.name == "m1":
            raise ZeroDivisionError("impossible")

    builds(build_one)
    ended = {item.planned.key: item for item in run(planned_builds(3)) if isinstance(item, BuildEnded)}
    assert isinstance(ended["m0"].error, BuildFailed)
    assert ended["m1"].error is not None
    assert "'m1' hit an internal error: impossible" in ended["m1"].error.message
    assert "ZeroDivisionError" in ended["m1"].error.detail
    assert ended["m2"].staged is not None


@pytest.mark.parametrize("leaves", [False, True], ids=["cancelled", "the consumer goes away"])
def test_no_build_outlives_the_run(builds: Callable[[BuildOne], None], leaves: bool) -> None:
    ended: list[str] = []

    def build_one(planned: Build, _tell: object, stop: CancelToken) -> None:
        until = threading.Event()
        while not stop.is_set:
            until.wait(0.01)
        ended.append(planned.key)
        raise Cancelled

    builds(build_one)
    cancel = CancelToken()
    items = run(planned_builds(3), cancel, jobs=2)
    assert isinstance(next(items), ModelStarted)
    assert isinstance(next(items), ModelStarted)
    if leaves:
        items.close()  # type: ignore[attr-defined]
    else:
        cancel.cancel()
        rest: list[Event | BuildEnded] = []
        with pytest.raises(EngineInstallerError):
            rest.extend(items)
        assert not [item for item in rest if isinstance(item, BuildEnded)]
    assert sorted(ended) == ["m0", "m1"]
    assert cancel.is_set != leaves

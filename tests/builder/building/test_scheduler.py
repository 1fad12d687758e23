from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from builder.app_package.package import PackagedModel
from builder.base.cancellation import CancelToken
from builder.base.errors import BuildFailed, Cancelled, DownloadFailed, EngineInstallerError, LibraryMissing
from builder.base.events import (
    Answers,
    Built,
    Busy,
    Downloading,
    Event,
    Logged,
    ModelStarted,
    Phase,
    Progress,
    Warned,
)
from builder.base.text import say
from builder.building import scheduler
from builder.building.estimate import expect_download
from builder.building.inputs import ORIGINALS, Inputs
from builder.building.ladder import WrongWay
from builder.building.local_build import LocalBuilder
from builder.building.plan import AS_USUAL, Build, InstalledEngine, Way
from builder.building.planner import make_plan
from builder.building.scheduler import BuildEnded, Scheduler
from builder.building.source import Downloaded, Installed
from builder.engines.options import EngineOptions
from builder.engines.store import StagedEngine
from builder.feed.contents import Offer
from builder.gpu.busy import BusyPolicy
from tests.support.plans import CLASSIC, RTX, RTX_4070, machine, package, record_of
from tests.support.references import with_references

BUILT = Built(1, "ab" * 32, 1.0, "1.7.1.116", {}, {}, None)

BuildOne = Callable[[Build, Callable[[Event], None], CancelToken], None]


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> Callable[[BuildOne], None]:
    """Lets a function stand in for the worker."""

    def use(build_one: BuildOne) -> None:
        def build(self: LocalBuilder, planned: Build, _source: Any, _output: Path, tell: Any, _: Any) -> Any:
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


RECORD = record_of(make_plan(package({}), machine(RTX_4070), [], EngineOptions()))


def run(
    models: list[Build],
    cancel: CancelToken | None = None,
    jobs: int = 8,
    memory_bytes: int = 1 << 30,
    limit: int = 1 << 40,
    folder: Path = Path("/nowhere"),
    **more: Any,
) -> Iterator[Event | BuildEnded]:
    values: dict[str, Any] = {
        "jobs": jobs,
        "memory_bytes": memory_bytes,
        "memory_limit": limit,
        "staging_path": lambda key: folder / key,
        "accept": lambda _planned, path, *_rest: StagedEngine(path, RECORD),
        "busy": BusyPolicy("build"),
        "cancel": cancel or CancelToken(),
        "log_path": None,
    }
    return Scheduler(models, **values | more).run()


@dataclass
class Clock:
    """Takes the place of `time` in scheduler.py: it moves when a test moves it."""

    now: float = 0.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(scheduler, "time", clock)
    return clock


def ends(happened: Iterable[Event | BuildEnded]) -> dict[str, BuildEnded]:
    ended = [item for item in happened if isinstance(item, BuildEnded)]
    assert len({item.planned.key for item in ended}) == len(ended)
    return {item.planned.key: item for item in ended}


def test_the_longest_is_started_first_and_events_name_it(builds: Callable[[BuildOne], None]) -> None:
    builds(lambda planned, tell, _stop: tell(Phase(planned.model.name, say("Reading the model"))))
    happened = list(run(planned_builds(3, seconds=[1.0, 3.0, 2.0]), jobs=1))
    started = [(item.model, item.number, item.total) for item in happened if isinstance(item, ModelStarted)]
    assert started == [("m1", 1, 3), ("m2", 2, 3), ("m0", 3, 3)]
    assert [item.model for item in happened if isinstance(item, Phase)] == ["m1", "m2", "m0"]
    assert isinstance(happened[-1], Progress)
    assert happened[-1].fraction == 1.0


def started_at_once(builds: Callable[[BuildOne], None], items: Callable[[], Iterator[Event | BuildEnded]]) -> list[int]:
    """Run to the end; gives how many builds began whenever some could, which end together then."""
    go_on = threading.Semaphore(0)

    def build_one(_planned: Build, _tell: object, _stop: CancelToken) -> None:
        assert go_on.acquire(timeout=20)

    builds(build_one)
    counts, ended = [0], 0
    for item in items():
        if isinstance(item, ModelStarted):
            counts[-1] += 1
        elif isinstance(item, BuildEnded):
            ended += 1
        elif isinstance(item, Progress) and counts[-1] and ended == sum(counts[:-1]):
            # Whoever may start has started by now.
            go_on.release(counts[-1])
            counts.append(0)
    return counts[:-1]


@pytest.mark.parametrize(
    ("jobs", "memory_bytes", "limit", "expected"),
    [
        (8, 1 << 30, 1 << 40, [4]),
        (3, 1 << 30, 1 << 40, [3]),
        (1, 1 << 30, 1 << 40, [1, 1, 1, 1]),
        (8, 30, 1 << 40, [3]),
        (8, 29, 1 << 40, [2]),
        (8, 0, 1 << 40, [1, 1, 1, 1]),
        (8, 1 << 30, 25, [2]),
    ],
)
def test_as_many_run_at_once_as_jobs_and_memory_allow(
    builds: Callable[[BuildOne], None], jobs: int, memory_bytes: int, limit: int, expected: list[int]
) -> None:
    models = planned_builds(4, memory_bytes=10)
    counts = started_at_once(builds, lambda: run(models, jobs=jobs, memory_bytes=memory_bytes, limit=limit))
    assert counts[: len(expected)] == expected
    assert sum(counts) == 4


def timed_builds(*timed: bool) -> list[Build]:
    """Builds of which some time kernels on the GPU."""
    classic = make_plan(package({}), machine(RTX_4070, libraries=CLASSIC), [], EngineOptions()).to_build[0].source
    return [
        replace(planned, source=replace(classic, expected=planned.expected) if times else planned.source)
        for planned, times in zip(planned_builds(len(timed), seconds=[9.0, 2.0, 1.0][: len(timed)]), timed, strict=True)
    ]


@pytest.mark.parametrize(
    ("timed", "expected"),
    [
        ((True, True, True), [1, 1, 1]),
        ((True, False, False), [1, 2]),
        ((False, True, False), [1, 1, 1]),
        ((False, False, True), [2, 1]),
        ((False, False, False), [3]),
    ],
)
def test_what_times_kernels_runs_alone_however_many_jobs_there_may_be(
    builds: Callable[[BuildOne], None], timed: tuple[bool, ...], expected: list[int]
) -> None:
    assert started_at_once(builds, lambda: run(timed_builds(*timed), jobs=8)) == expected


def test_nothing_to_get_is_nothing_to_tell() -> None:
    assert list(run([])) == []


def test_how_far_the_run_is_is_said_when_every_place_is_taken_again(
    builds: Callable[[BuildOne], None], clock: Clock
) -> None:
    def build_one(planned: Build, tell: Callable[[Event], None], _stop: CancelToken) -> None:
        for _ in range(2):
            tell(Phase(planned.model.name, say("Reading the model")))

    builds(build_one)
    happened = list(run(planned_builds(2), jobs=1))
    one = [ModelStarted, Progress, Phase, Phase, BuildEnded]
    assert [type(item) for item in happened] == [*one, *one, Progress]
    assert isinstance(happened[-1], Progress)
    assert (happened[-1].fraction, clock.now) == (1.0, 0.0)


def test_how_far_the_run_is_is_said_while_nothing_happens(builds: Callable[[BuildOne], None], clock: Clock) -> None:
    go_on = threading.Event()

    def build_one(_planned: Build, _tell: object, _stop: CancelToken) -> None:
        assert go_on.wait(20)

    builds(build_one)
    said = []
    for item in run(planned_builds(1, seconds=[10.0])):
        if isinstance(item, Progress):
            said.append(item.fraction)
            clock.now += 1
            if len(said) == 5:
                go_on.set()
    assert said[:5] == pytest.approx([0.0, 0.1, 0.2, 0.3, 0.4])
    assert said[-1] == 1.0


def test_what_a_worker_says_of_its_time_counts_for_the_run(builds: Callable[[BuildOne], None], clock: Clock) -> None:
    said = threading.Event()

    def build_one(planned: Build, tell: Callable[[Event], None], _stop: CancelToken) -> None:
        clock.now = 300.0
        tell(Busy(planned.model.name, "in use", (), (), say("is in use"), 1.0))
        assert said.wait(20)

    builds(build_one)
    (planned,) = planned_builds(1)
    known = replace(
        planned, source=replace(planned.source, expected=replace(planned.expected, seconds=10.0, known=True))
    )
    waited = False
    left = []
    for item in run([known]):
        if isinstance(item, Busy):
            waited = True
            clock.now += 1
        elif isinstance(item, Progress) and waited:
            left.append(item.seconds_left)
            said.set()
    # Five minutes for an idle GPU are no part of the ten seconds that the build takes.
    assert left[0] == pytest.approx(9.0, abs=0.5)


@pytest.mark.parametrize(("fails", "left"), [(False, 10.0), (True, None)])
def test_only_a_build_that_went_well_says_how_long_the_others_take(
    builds: Callable[[BuildOne], None], clock: Clock, fails: bool, left: float | None
) -> None:
    def build_one(planned: Build, _tell: object, _stop: CancelToken) -> None:
        if planned.key == "m0":
            clock.now += 10
            if fails:
                raise BuildFailed(say("No."))

    builds(build_one)
    items = run(planned_builds(2, seconds=[10.0, 9.999]), jobs=1)
    next(item for item in items if isinstance(item, BuildEnded))
    said = next(item for item in items if isinstance(item, Progress))
    assert said.seconds_left == left
    assert len(ends(items)) == 1


def test_each_engine_ends_with_its_file_and_the_time_that_it_took(
    builds: Callable[[BuildOne], None], clock: Clock, tmp_path: Path
) -> None:
    seen = []

    def build_one(planned: Build, _tell: object, _stop: CancelToken) -> None:
        (tmp_path / planned.key).write_bytes(b"engine")
        clock.now += 2.25

    builds(build_one)

    def accept(planned: Build, path: Path, built: Built, busy: object, stop: CancelToken) -> StagedEngine:
        seen.append((planned.key, path, built, busy, stop.is_set))
        return StagedEngine(path, RECORD)

    ended = ends(run(planned_builds(1), folder=tmp_path, accept=accept))["m0"]
    assert seen == [("m0", tmp_path / "m0", BUILT, None, False)]
    assert (ended.staged, ended.error, ended.seconds) == (StagedEngine(tmp_path / "m0", RECORD), None, 2.25)
    assert (tmp_path / "m0").read_bytes() == b"engine"


@pytest.mark.parametrize("end", ["failed", "crashed", "refused", "not wanted", "cancelled"])
def test_without_an_engine_no_file_is_left(builds: Callable[[BuildOne], None], tmp_path: Path, end: str) -> None:
    cancel = CancelToken()

    def build_one(planned: Build, _tell: object, _stop: CancelToken) -> None:
        (tmp_path / planned.key).write_bytes(b"half an engine")
        if end == "failed":
            raise BuildFailed(say("No."))
        if end == "crashed":
            raise ZeroDivisionError
        if end == "cancelled":
            cancel.cancel()
            raise Cancelled

    def accept(*_: object) -> None:
        if end == "refused":
            raise BuildFailed(say("It is no engine."))

    builds(build_one)
    items = run(planned_builds(1), cancel, folder=tmp_path, accept=accept)
    happened: list[Event | BuildEnded] = []
    if end == "cancelled":
        with pytest.raises(Cancelled):
            happened.extend(items)
        assert ends(happened) == {}
    else:
        ended = ends(items)["m0"]
        assert ended.staged is None
        assert (ended.error is None) == (end == "not wanted")
    assert list(tmp_path.iterdir()) == []


def test_a_stop_starts_nothing_more_and_does_not_look_like_the_end(builds: Callable[[BuildOne], None]) -> None:
    cancel = CancelToken()

    def build_one(_planned: Build, _tell: object, _stop: CancelToken) -> None:
        cancel.cancel()  # too late for this one, which ends well

    builds(build_one)
    happened: list[Event | BuildEnded] = []
    with pytest.raises(Cancelled):
        happened.extend(run(planned_builds(3), cancel, jobs=1))
    assert list(ends(happened)) == ["m0"]
    assert [item.model for item in happened if isinstance(item, ModelStarted)] == ["m0"]
    assert all(item.fraction < 1 for item in happened if isinstance(item, Progress))


def test_a_failure_after_a_stop_is_no_reason_for_another_way(builds: Callable[[BuildOne], None]) -> None:
    cancel = CancelToken()

    def build_one(_planned: Build, _tell: object, stop: CancelToken) -> None:
        cancel.cancel()
        while not stop.is_set:
            threading.Event().wait(0.01)
        raise BuildFailed(say("The library was interrupted."))

    builds(build_one)
    (planned,) = planned_builds(1)
    happened: list[Event | BuildEnded] = []
    with pytest.raises(Cancelled):
        happened.extend(run([replace(planned, otherwise=planned.source)], cancel))
    assert not [item for item in happened if isinstance(item, Warned)]
    assert isinstance(ends(happened)["m0"].error, BuildFailed)


# --- Models that are fetched, and the engine library ------------------------------------------------------------------


def from_feed(planned: Build) -> Build:
    return replace(planned, model=replace(planned.model, onnx=replace(planned.model.onnx, in_feed=True)))


def test_models_that_are_not_in_the_package_are_fetched_before_they_are_built(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    built: list[tuple[str, object]] = []

    def build(_self: object, planned: Build, _source: object, _output: Path, _tell: object, files: object) -> Any:
        built.append((planned.key, files))
        return BUILT, None

    monkeypatch.setattr(LocalBuilder, "build", build)
    here, there = planned_builds(2)
    files = {there.model.onnx.path: Path("/staging/a.onnx")}

    def obtain(model: PackagedModel, tell: Callable[[str, int, int], None], stop: CancelToken) -> dict[Path, Path]:
        assert (model.name, stop.is_set) == ("m1", False)
        tell("a.onnx", 10, 10)
        return files

    there = replace(from_feed(there), engine_set="a")
    happened = list(run([here, there], jobs=1, obtain=obtain))
    assert built == [("m0", {}), (there.key, files)]
    assert [item for item in happened if isinstance(item, Downloading)] == [Downloading("a.onnx", 10, 10, "m1", "a")]
    # On the vendor's computer they are where app.toml says.
    built.clear()
    assert ends(run([there]))[there.key].error is None
    assert built == [(there.key, {})]


def test_a_model_that_cannot_be_fetched_is_not_built(builds: Callable[[BuildOne], None]) -> None:
    builds(lambda *_: pytest.fail("there is no model"))
    gone = DownloadFailed(say("The network is gone."))

    def obtain(*_: object) -> dict[Path, Path]:
        raise gone

    assert ends(run([from_feed(planned_builds(1)[0])], obtain=obtain))["m0"].error is gone


def test_builds_use_the_library_that_was_got_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Inputs] = []

    def build(self: LocalBuilder, *_: object) -> Any:
        seen.append(self.inputs)
        return BUILT, None

    monkeypatch.setattr(LocalBuilder, "build", build)
    got = Inputs(Path("/library"))

    def get_library() -> Generator[Event, None, Inputs]:
        yield Logged("info", "unpacking")
        return got

    happened = list(run(planned_builds(2), jobs=1, inputs=ORIGINALS, get_library=get_library))
    assert seen == [got, got]
    assert [item for item in happened if isinstance(item, Logged)] == [Logged("info", "unpacking")]


def test_a_library_that_is_not_there_ends_every_build_and_the_run(
    builds: Callable[[BuildOne], None], clock: Clock
) -> None:
    builds(lambda *_: pytest.fail("there is no library"))
    missing = LibraryMissing(say("The wheels are gone."))

    def get_library() -> Generator[Event, None, Inputs]:
        yield from ()
        raise missing

    happened = list(run(planned_builds(2), get_library=get_library))
    assert [(item.error, item.staged, item.seconds) for item in ends(happened).values()] == [(missing, None, 0.0)] * 2
    assert not [item for item in happened if isinstance(item, ModelStarted)]
    assert isinstance(happened[-1], Progress)
    assert happened[-1].fraction == 1.0


def test_a_stop_while_the_library_is_got_is_a_stop(builds: Callable[[BuildOne], None]) -> None:
    builds(lambda *_: pytest.fail("there is no library"))

    def get_library() -> Generator[Event, None, Inputs]:
        yield from ()
        raise Cancelled

    with pytest.raises(Cancelled):
        list(run(planned_builds(2), get_library=get_library))


# --- Other ways -------------------------------------------------------------------------------------------------------


def with_ways(*, downloaded: bool = False, there: bool = False) -> Build:
    """An engine of which, if it is wrong, there are two more ways to build it."""
    on = machine(RTX_4070, libraries={**CLASSIC, **RTX})
    (planned,) = make_plan(with_references(package({})), on, [], EngineOptions()).to_build
    first = Way(AS_USUAL, planned.model, planned.backend, planned.wanted, planned.source)
    if downloaded:
        offer = Downloaded(expect_download(1000, from_folder=False), Offer("m0.engine", RECORD), say("it fits"))
        return replace(planned, source=offer, otherwise=planned.source)
    if there:
        nothing = replace(planned.expected, seconds=1.0)
        installed = InstalledEngine(RECORD, "intact")
        return replace(planned, source=Installed(nothing, RECORD), installed=installed, ways=(first, *planned.ways))
    return planned


WRONG = WrongWay(say("The output 'y' is not finite."))
FAILED = BuildFailed(say("No kernel."))


@pytest.mark.parametrize(
    ("planned", "errors", "told"),
    [
        (
            with_ways(),
            [WRONG, FAILED],
            [
                "m0 gave wrong results and is built again with optimization level 2: The output 'y' is not finite.",
                "m0 could not be built and is built again with TensorRT-RTX: No kernel.",
            ],
        ),
        (
            with_ways(downloaded=True),
            [WRONG],
            ["m0 gave wrong results and is built here instead: The output 'y' is not finite."],
        ),
        (
            with_ways(downloaded=True),
            [FAILED],
            ["m0 could not be downloaded and is built here instead: No kernel."],
        ),
        (
            with_ways(there=True),
            [WRONG, WRONG],
            [
                "m0 gives wrong results now and is built again: The output 'y' is not finite.",
                "m0 gave wrong results and is built again with optimization level 2: The output 'y' is not finite.",
            ],
        ),
        (
            replace(with_ways(), otherwise=with_ways(downloaded=True).source),
            [WRONG],
            ["m0 gave wrong results and is downloaded instead: The output 'y' is not finite."],
        ),
        (
            replace(with_ways(), otherwise=with_ways(downloaded=True).source),
            [FAILED],
            ["m0 could not be built here and is downloaded instead: No kernel."],
        ),
    ],
)
def test_another_way_is_told_with_the_reason(
    monkeypatch: pytest.MonkeyPatch, planned: Build, errors: list[EngineInstallerError], told: list[str]
) -> None:
    left = list(errors)

    def get(*_: object) -> Any:
        if left:
            raise left.pop(0)
        return BUILT, None

    def check(*_: object) -> None:
        if left:
            raise left.pop(0)

    monkeypatch.setattr(LocalBuilder, "build", get)
    monkeypatch.setattr(LocalBuilder, "check", check)

    def deliver(*_: object) -> StagedEngine:
        check()
        return StagedEngine(Path("/nowhere"), RECORD)

    planned = replace(planned, engine_set="a")
    happened = list(run([planned], deliver=deliver, installed_path=lambda _: Path("/nowhere")))
    warned = [item for item in happened if isinstance(item, Warned)]
    assert [item.message for item in warned] == [text.replace("m0 ", f"{planned.label} ") for text in told]
    assert all((item.model, item.gpu) == ("m0", "a") for item in warned)
    assert ends(happened)[planned.key].staged
    (started,) = [item for item in happened if isinstance(item, ModelStarted)]
    assert (started.number, started.total, started.source) == (1, 1, planned.source_name)
    fractions = [item.fraction for item in happened if isinstance(item, Progress)]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0


@pytest.mark.parametrize("staged", [None, Path("/staging/m0.engine")])
def test_an_engine_that_is_there_is_checked_where_it_is(monkeypatch: pytest.MonkeyPatch, staged: Path | None) -> None:
    checked: list[StagedEngine] = []

    def check(_self: object, _planned: Build, engine: StagedEngine, _tell: object) -> Answers:
        checked.append(engine)
        return Answers("right", say("All agree."), RTX_4070.name)

    monkeypatch.setattr(LocalBuilder, "check", check)
    planned = with_ways(there=True)
    planned = replace(planned, source=Installed(planned.expected, RECORD, staged))
    ended = ends(run([planned], installed_path=lambda record: Path("/target") / record.file))["m0"]
    path = staged or Path("/target") / RECORD.file
    assert checked == [StagedEngine(path, RECORD)]
    assert ended.staged
    assert ended.staged.path == path
    assert ended.staged.record.answers
    assert (ended.staged.record.answers.state, ended.staged.record.answers.gpu) == ("right", RTX_4070.name)


def test_the_bytes_of_a_download_are_told_twice_a_second_and_at_its_end(
    builds: Callable[[BuildOne], None], clock: Clock
) -> None:
    builds(lambda *_: None)

    def deliver(
        _planned: Build, _source: Downloaded, to: Path, tell: Callable[[int], None], stop: CancelToken
    ) -> StagedEngine:
        assert not stop.is_set
        for received in range(0, 1000, 100):
            tell(received)
            clock.now += 0.25
        tell(RECORD.size)
        return StagedEngine(to, RECORD)

    happened = list(run([replace(with_ways(downloaded=True), answers=None)], deliver=deliver))
    told = [item for item in happened if isinstance(item, Downloading)]
    assert [item.received for item in told] == [0, 200, 400, 600, 800, RECORD.size]
    assert {(item.file, item.size, item.model) for item in told} == {(RECORD.file, RECORD.size, "m0")}


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

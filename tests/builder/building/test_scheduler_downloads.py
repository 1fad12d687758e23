"""Downloads in the scheduler: beside builds, one after another, and the other way when one fails."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from builder.base.cancellation import CancelToken
from builder.base.errors import BuildFailed, Cancelled, DownloadFailed, EngineInstallerError, LibraryMissing
from builder.base.events import Downloading, Event, Logged, ModelStarted, Progress, Warned
from builder.base.text import say
from builder.building.estimate import expect_download
from builder.building.inputs import Inputs
from builder.building.plan import Build
from builder.building.planner import make_plan
from builder.building.scheduler import BuildEnded, Deliver, GetLibrary, Scheduler
from builder.building.source import Downloaded
from builder.engines.options import EngineOptions
from builder.engines.store import StagedEngine
from builder.feed.contents import Offer
from builder.gpu.busy import BusyPolicy
from tests.builder.building.test_scheduler import BuildOne, builds
from tests.support.plans import RTX_4070, machine, package, record_of

__all__ = ["builds"]

RECORD = record_of(make_plan(package({}), machine(RTX_4070), [], EngineOptions()), size=1000)
FAILED = DownloadFailed(say("The network is gone."))


def planned(*kinds: str) -> list[Build]:
    """Builds (`b`) and downloads (`d`), those in capitals with the other way for when they fail."""
    plan = make_plan(package(*[{}] * len(kinds)), machine(RTX_4070), [], EngineOptions())
    made = []
    for build, kind in zip(plan.to_build, kinds, strict=True):
        offer = Offer(f"engines/{build.model.name}.engine", RECORD)
        fetched = Downloaded(expect_download(1000, from_folder=False), offer, say("it fits"))
        ways = (fetched, build.source) if kind in "dD" else (build.source, fetched)
        made.append(replace(build, source=ways[0], otherwise=ways[1] if kind.isupper() else None))
    return made


def run(
    models: list[Build], deliver: Deliver, get_library: GetLibrary | None = None, cancel: CancelToken | None = None
) -> Iterator[Event | BuildEnded]:
    return Scheduler(
        models,
        jobs=8,
        memory_bytes=1 << 30,
        memory_limit=1 << 40,
        staging_path=lambda key: Path("/nowhere") / key,
        accept=lambda _planned, path, *_rest: StagedEngine(path, RECORD),
        busy=BusyPolicy("build"),
        cancel=cancel or CancelToken(),
        log_path=None,
        deliver=deliver,
        get_library=get_library,
    ).run()


def deliver_well(
    _planned: Build, _source: Downloaded, to: Path, tell: Callable[[int], None], _cancel: CancelToken
) -> StagedEngine:
    for received in (0, 500, 1000):
        tell(received)
    return StagedEngine(to, RECORD)


def fail_to_deliver(*_arguments: object) -> StagedEngine:
    raise FAILED


def ends(happened: list[Event | BuildEnded]) -> dict[str, EngineInstallerError | None]:
    ended = [item for item in happened if isinstance(item, BuildEnded)]
    assert len({item.planned.key for item in ended}) == len(ended)
    return {item.planned.model.name: item.error for item in ended}


def test_downloads_come_one_by_one_beside_the_builds(builds: Callable[[BuildOne], None]) -> None:
    loads, most, both = threading.Semaphore(1), [0], threading.Barrier(2, timeout=30)

    def build(_planned: Build, _tell: object, _stop: CancelToken) -> None:
        both.wait()

    builds(build)
    met: list[bool] = []

    def deliver(*arguments: object) -> StagedEngine:
        assert loads.acquire(blocking=False), "two downloads at once"
        if not met:
            met.append(True)
            both.wait()  # a build runs meanwhile
        most[0] += 1
        loads.release()
        return deliver_well(*arguments)  # type: ignore[arg-type]

    happened = list(run(planned("d", "b", "d"), deliver))
    assert ends(happened) == {"m0": None, "m1": None, "m2": None}
    assert most == [2]
    sources = {item.model: item.source for item in happened if isinstance(item, ModelStarted)}
    assert sources == {"m0": "download", "m1": "build", "m2": "download"}
    told = [(item.model, item.received) for item in happened if isinstance(item, Downloading)]
    assert told == [("m0", 0), ("m0", 1000), ("m2", 0), ("m2", 1000)]


@pytest.mark.parametrize("kind", ["D", "B"])
def test_when_one_way_fails_the_other_is_taken(builds: Callable[[BuildOne], None], kind: str) -> None:
    def build(_planned: Build, _tell: object, _stop: CancelToken) -> None:
        if kind == "B":
            raise BuildFailed(say("No kernel."))

    builds(build)
    happened = list(run(planned(kind, "d" if kind == "B" else "b"), fail_to_deliver if kind == "D" else deliver_well))
    assert ends(happened) == {"m0": None, "m1": None}
    assert len([item for item in happened if isinstance(item, ModelStarted)]) == 2
    (warned,) = [item for item in happened if isinstance(item, Warned)]
    assert warned.model == "m0"
    assert ("The network is gone." if kind == "D" else "No kernel.") in warned.message
    fractions = [item.fraction for item in happened if isinstance(item, Progress)]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0


def test_the_second_failure_is_the_end_of_it(builds: Callable[[BuildOne], None]) -> None:
    def build(_planned: Build, _tell: object, _stop: CancelToken) -> None:
        raise BuildFailed(say("No kernel."))

    builds(build)
    error = ends(list(run(planned("D"), fail_to_deliver)))["m0"]
    assert isinstance(error, BuildFailed)
    assert ends(list(run(planned("d"), fail_to_deliver))) == {"m0": FAILED}


def test_a_run_that_is_cancelled_takes_no_other_way(builds: Callable[[BuildOne], None]) -> None:
    builds(lambda *_: pytest.fail("nothing is built"))
    cancel = CancelToken()

    def deliver(
        _planned: Build, _source: Downloaded, _to: Path, _tell: Callable[[int], None], stop: CancelToken
    ) -> StagedEngine:
        cancel.cancel()
        while not stop.is_set:
            threading.Event().wait(0.01)
        raise FAILED

    with pytest.raises(Cancelled):
        list(run(planned("D"), deliver, cancel=cancel))


def test_the_library_is_got_once_and_only_when_something_is_built(builds: Callable[[BuildOne], None]) -> None:
    builds(lambda *_: None)
    got: list[str] = []

    def get_library() -> Generator[Event, None, Inputs]:
        got.append("library")
        yield Logged("info", "unpacking")
        return Inputs(Path("/library"))

    assert ends(list(run(planned("D", "D"), deliver_well, get_library))) == {"m0": None, "m1": None}
    assert got == []
    happened = list(run(planned("D", "D"), fail_to_deliver, get_library))
    assert ends(happened) == {"m0": None, "m1": None}
    assert got == ["library"]


def test_a_library_that_cannot_be_got_fails_only_what_is_built(builds: Callable[[BuildOne], None]) -> None:
    builds(lambda *_: pytest.fail("there is no library"))
    missing = LibraryMissing(say("The wheels are gone."))

    def get_library() -> Generator[Event, None, Inputs]:
        yield Logged("info", "unpacking")
        raise missing

    def deliver(planned: Build, *rest: object) -> StagedEngine:
        return fail_to_deliver() if planned.model.name == "m0" else deliver_well(planned, *rest)  # type: ignore[arg-type]

    happened = list(run(planned("D", "d"), deliver, get_library))
    assert ends(happened) == {"m0": missing, "m1": None}

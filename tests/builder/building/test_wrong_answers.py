"""The scheduler goes through the ways to get an engine that gives wrong outputs, and says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builder.base.cancellation import CancelToken
from builder.base.errors import AnswersWrong, BuilderCrashed, BuildFailed, Cancelled, OutOfMemory
from builder.base.events import Answers, BuildJob, Built, Event, Phase, Progress, Warned, checking_the_results
from builder.base.text import say
from builder.building import local_build
from builder.building.plan import Build, InstalledEngine
from builder.building.planner import make_plan
from builder.building.scheduler import BuildEnded, Scheduler
from builder.building.source import BuiltHere, Downloaded
from builder.building.worker_limits import DidNothing, TookTooLong
from builder.building.worker_process import Crashed, Finished, HasFailed, Outcome, WasCancelled
from builder.engines.index import EngineRecord
from builder.engines.options import EngineOptions
from builder.engines.store import StagedEngine
from builder.gpu.busy import BusyPolicy
from tests.builder.building.test_ladder import BOTH, RIGHT, build_of, newer, record_of
from tests.builder.building.test_source import feed_of, with_feed
from tests.support.plans import RTX, RTX_4070, machine, package
from tests.support.references import REFERENCE, with_fp16_variant, with_references

WRONG_ANSWERS = Answers("wrong", say("The output 'y' is not finite."), RTX_4070.name, 0.5)
BUILT = Built(1, "ab" * 32, 1.0, "1.7.1.116", {}, {}, None)


@pytest.fixture
def outcomes(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[BuildJob], Outcome]], list[BuildJob]]:
    """Lets a function stand in for the worker; gives the jobs that it got."""
    jobs: list[BuildJob] = []

    def use(end: Callable[[BuildJob], Outcome]) -> list[BuildJob]:
        def run_worker(job: BuildJob, _cancel: CancelToken, tell: Callable[[Event], Any], **_: object) -> Outcome:
            jobs.append(job)
            outcome = end(job)
            if job.reference and not isinstance(outcome, HasFailed):
                tell(Phase(job.model, checking_the_results("GPU")))
            return outcome

        monkeypatch.setattr(local_build, "run_worker", run_worker)
        return jobs

    return use


def run(planned: Build, folder: Path, **more: Any) -> tuple[list[str], BuildEnded]:
    """Get an engine; gives what was warned of, and how it ended."""
    values: dict[str, Any] = {
        "jobs": 4,
        "memory_bytes": 1 << 30,
        "memory_limit": 1 << 40,
        "staging_path": lambda key: folder / f"{key}.engine",
        "accept": lambda way, path, built, *_: StagedEngine(path, record_of(way, built.answers)),
        "busy": BusyPolicy("build"),
        "cancel": CancelToken(),
        "log_path": None,
        "installed_path": lambda record: folder / record.file,
    }
    happened = list(Scheduler([planned], **values | more).run())
    (ended,) = [item for item in happened if isinstance(item, BuildEnded)]
    fractions = [item.fraction for item in happened if isinstance(item, Progress)]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    return [str(item.message) for item in happened if isinstance(item, Warned)], ended


def no_watch(planned: Build) -> Build:
    """Let no NVML be asked about a GPU that is not here."""

    def quiet(source: Any) -> Any:
        return replace(source, timing=None) if isinstance(source, BuiltHere) else source

    ways = tuple(replace(way, source=quiet(way.source)) for way in planned.ways)
    return replace(planned, source=quiet(planned.source), ways=ways)


def finished(answers: Answers | None = RIGHT) -> Finished:
    return Finished(replace(BUILT, answers=answers))


def test_every_way_is_tried_in_its_order_and_the_last_that_is_right_is_taken(outcomes: Any, tmp_path: Path) -> None:
    app = with_references(with_fp16_variant(package({})))
    planned = no_watch(build_of(app, machine(RTX_4070, libraries=BOTH)))
    jobs = outcomes(lambda job: finished(RIGHT if job.onnx.path == "/p/a.onnx" else WRONG_ANSWERS))
    warned, ended = run(planned, tmp_path)
    assert warned == [
        f"m0 gave wrong results and is built again {way}: The output 'y' is not finite."
        for way in ("with optimization level 2", "with TensorRT-RTX", "from m0, which is in fp32")
    ]
    assert [(job.backend, job.settings.optimization_level) for job in jobs] == [
        ("tensorrt", 3),
        ("tensorrt", 2),
        ("tensorrt-rtx", 3),
        ("tensorrt", 3),
    ]
    assert all(job.reference and job.reference.tolerances == {"y": {"max_abs": 0.02}} for job in jobs)
    assert ended.staged
    note = ended.staged.record.answers
    assert note
    assert (note.state, note.gpu, len(note.tried)) == ("right", RTX_4070.name, 3)
    assert note.reference_sha256 == REFERENCE.file.sha256
    assert ended.staged.record.variant is None


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [
        (finished(WRONG_ANSWERS), "The output 'y' is not finite"),
        (Crashed("signal 11 (SIGSEGV)", ""), "it crashed when it was tried: signal 11 (SIGSEGV)"),
        (DidNothing(600.0), "it did not come to an end when it was tried"),
        (TookTooLong(9000.0), "it did not come to an end when it was tried"),
    ],
)
def test_where_every_way_is_wrong_no_engine_is_left(
    outcomes: Any, tmp_path: Path, outcome: Outcome, reason: str
) -> None:
    planned = no_watch(build_of(with_references(package({})), machine(RTX_4070, libraries=BOTH)))

    def end(job: BuildJob) -> Outcome:
        assert not Path(job.output).exists()
        Path(job.output).write_bytes(b"wrong")
        return outcome

    outcomes(end)
    warned, ended = run(planned, tmp_path, accept=None)
    assert len(warned) == 2
    assert ended.staged is None
    assert isinstance(ended.error, AnswersWrong)
    assert ended.error.message.splitlines()[1:] == [
        f"  - as usual: {reason}",
        f"  - with optimization level 2: {reason}",
        f"  - with TensorRT-RTX: {reason}",
    ]
    assert list(tmp_path.iterdir()) == []


def test_a_builder_that_crashes_before_it_asks_for_outputs_is_no_reason_for_another_way(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    planned = build_of(with_references(package({})), machine(RTX_4070))
    monkeypatch.setattr(local_build, "run_worker", lambda *_, **__: Crashed("signal 11 (SIGSEGV)", ""))
    warned, ended = run(planned, tmp_path)
    assert not warned
    assert isinstance(ended.error, BuilderCrashed)
    assert not isinstance(ended.error, AnswersWrong)


def offered(app: Any, pc: Any, strategy: str | None = None) -> Build:
    record = replace(record_of(build_of(with_references(package({})), pc)), answers=None, size=1000)
    (planned,) = make_plan(app, pc, [], EngineOptions(), feed=feed_of(record)).to_build
    return planned


def deliver(planned: Build, source: Downloaded, path: Path, *_: object) -> StagedEngine:
    path.write_bytes(b"delivered")
    return StagedEngine(path, replace(source.offer.record, answers=None))


def test_a_downloaded_engine_is_asked_too_and_built_here_if_it_is_wrong(outcomes: Any, tmp_path: Path) -> None:
    app, pc = with_references(with_feed({"strategy": "download-else-build"})), machine(RTX_4070, libraries=RTX)
    planned = offered(app, pc)
    assert planned.is_downloaded
    jobs = outcomes(lambda job: finished(WRONG_ANSWERS if job.check_only else RIGHT))
    warned, ended = run(planned, tmp_path, deliver=deliver)
    assert [(bool(job.check_only), Path(job.output).name) for job in jobs] == [
        (True, "m0.engine"),
        (False, "m0.engine"),
    ]
    assert warned == ["m0 gave wrong results and is built here instead: The output 'y' is not finite."]
    assert ended.staged
    assert ended.staged.record.answers
    assert ended.staged.record.answers.tried == ("as downloaded: The output 'y' is not finite",)
    # One that is right is taken, with a note.
    outcomes(lambda _job: finished())
    _, ended = run(planned, tmp_path, deliver=deliver)
    assert ended.staged
    assert ended.staged.record.answers == record_of(planned).answers


def test_a_library_is_not_fetched_only_to_ask_a_downloaded_engine(outcomes: Any, tmp_path: Path) -> None:
    app, pc = with_references(with_feed({"strategy": "download"})), machine(RTX_4070, libraries=RTX)

    def get_library() -> Iterator[Event]:
        raise AssertionError

    jobs = outcomes(lambda _job: finished())
    _, ended = run(offered(app, pc), tmp_path, deliver=deliver, get_library=get_library)
    assert not jobs
    assert ended.staged
    note = ended.staged.record.answers
    assert note
    assert (note.state, note.reason, note.gpu) == (
        "unchecked",
        "the engine library is not here, and nothing had to be built",
        None,
    )


@pytest.fixture
def there(tmp_path: Path) -> tuple[Build, EngineRecord]:
    """An engine that is to be checked once more, because the driver has changed."""
    app, pc = with_references(package({})), machine(RTX_4070, libraries=RTX)
    record = record_of(build_of(app, pc))
    (tmp_path / record.file).write_bytes(b"as it was")
    plan = make_plan(app, newer(pc), [InstalledEngine(record, "intact")], EngineOptions())
    return plan.to_check[0], record


@pytest.mark.parametrize("end", ["right", "wrong", "crash", "does not load", "no memory", "cancelled"])
def test_the_engine_that_is_there_is_never_touched(
    outcomes: Any, tmp_path: Path, there: tuple[Build, EngineRecord], end: str
) -> None:
    planned, record = there
    cancel = CancelToken()
    ends: Mapping[str, Outcome] = {
        "right": finished(),
        "wrong": finished(WRONG_ANSWERS),
        "crash": Crashed("signal 11 (SIGSEGV)", ""),
        "does not load": HasFailed(BuildFailed(say("It does not load."))),
        "no memory": HasFailed(OutOfMemory(say("There is no memory."))),
        "cancelled": WasCancelled(),
    }

    def worker(job: BuildJob) -> Outcome:
        if job.check_only:
            assert Path(job.output).read_bytes() == b"as it was"
            if end == "cancelled":
                cancel.cancel()
            return ends[end]
        return finished(WRONG_ANSWERS)

    jobs = outcomes(worker)
    if end == "cancelled":
        with pytest.raises(Cancelled):
            run(planned, tmp_path, cancel=cancel)
    else:
        warned, ended = run(planned, tmp_path)
        assert ended.planned.installed
        note = ended.planned.installed.record.answers
        assert note
        if end in ("right", "no memory"):
            assert (len(jobs), warned, ended.error) == (1, [], None)
            assert ended.staged
            assert ended.staged.path == tmp_path / record.file
            answers = ended.staged.record.answers
            assert answers
            assert answers.state == ("right" if end == "right" else "unchecked")
            assert answers.driver_version == "591.20"
        else:
            assert len(jobs) == 2
            assert "m0 gives wrong results now and is built again" in warned[0]
            assert (note.state, note.driver_version, note.gpu) == ("wrong", "591.20", RTX_4070.name)
            assert isinstance(ended.error, AnswersWrong)
            assert ended.error.message.endswith("The engine that was there before stays.")
    assert (tmp_path / record.file).read_bytes() == b"as it was"

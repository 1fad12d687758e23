"""One build: what the worker is told, how the GPU is watched meanwhile, and how it ends in the user's words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from builder.app_package.package import PackagedPlugin
from builder.app_package.package_files import PackageFile
from builder.base.cancellation import CancelToken
from builder.base.errors import (
    BuilderCrashed,
    BuildFailed,
    Cancelled,
    EngineInstallerError,
    GpuBusy,
    OutOfMemory,
    Remedy,
)
from builder.base.events import (
    DROP_TIMINGS,
    KEEP_TIMINGS,
    Answers,
    BuildJob,
    Built,
    Busy,
    Event,
    Hello,
    InputFile,
    Phase,
    TimingCacheUse,
    TimingsMeasured,
    checking_the_results,
)
from builder.base.settings import BuildSettings
from builder.base.text import say, verbatim
from builder.building import local_build
from builder.building.crash_record import key_of, note_crash
from builder.building.inputs import Inputs
from builder.building.ladder import WrongWay
from builder.building.local_build import LocalBuilder, error_of, job_of
from builder.building.plan import Build
from builder.building.planner import make_plan
from builder.building.source import BuiltHere
from builder.building.worker_limits import DidNothing, MemoryBudget, TookTooLong, TookTooMuchMemory, WorkerLimits
from builder.building.worker_process import CouldNotStart, Crashed, Finished, HasFailed, Outcome, WasCancelled
from builder.engines.options import EngineOptions
from builder.engines.store import StagedEngine
from builder.gpu import busy
from builder.gpu.busy import BusyMonitor, BusyPolicy, BusyVerdict, judge_samples
from builder.gpu.nvml import GpuProcess, GpuSample
from tests.support.plans import CLASSIC, RTX_4070, RTX_5090, machine, package, record_of
from tests.support.references import REFERENCE, with_references

BUILT = Built(1, "ab" * 32, 1.0, "11.4.0.106", {}, {}, None)
WORKER, GAME = 77, 8
NOBODY = (0, 0)

Use = Callable[[float], tuple[int, int]]
"""How many percent of the GPU are used at a moment, and by which program."""


@dataclass
class Desk:
    """A GPU that is watched, and the clock: sleeping only moves it."""

    use: Use = lambda _now: NOBODY
    free_mib: int | None = 12_000
    now: float = 1000.0
    samples: list[GpuSample] = field(default_factory=list)
    monitor: BusyMonitor | None = None

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        end = self.now + seconds
        while self.now < end - 1e-9:
            self.now = min(end, self.now + 0.2)
            self.read()

    def read(self) -> None:
        percent, pid = self.use(self.now)
        here, of = (GpuProcess(pid, 500),) if percent else (), {pid: percent} if percent else {}
        sample = GpuSample(self.now, percent, 0, self.free_mib, processes=here, process_utilization=of)
        self.samples.append(sample)
        if self.monitor:
            self.monitor._samples.append(sample)
            self.monitor._take(judge_samples(self.samples, self.monitor.own, {GAME: "game"}.get))


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    desk = Desk()

    class Monitor(BusyMonitor):
        def __enter__(self) -> BusyMonitor:
            desk.monitor = self
            for _ in range(6):  # it has watched for a moment
                desk.sleep(0.2)
            return self

        def __exit__(self, *_: object) -> None:
            desk.monitor = None

    monkeypatch.setattr(busy, "time", desk)
    monkeypatch.setattr(local_build, "time", desk)
    monkeypatch.setattr(local_build, "BusyMonitor", Monitor)
    return desk


Work = Callable[[BuildJob, Callable[[Event], str | None]], Outcome]


@dataclass
class Workers:
    """Stand in for the worker processes; they note their jobs and limits."""

    work: Work = lambda _job, _tell: Finished(BUILT)
    jobs: list[BuildJob] = field(default_factory=list)
    limits: list[WorkerLimits | None] = field(default_factory=list)

    def run(
        self,
        job: BuildJob,
        _cancel: CancelToken,
        tell: Callable[[Event], str | None],
        *,
        limits: WorkerLimits | None = None,
    ) -> Outcome:
        self.jobs.append(job)
        self.limits.append(limits)
        return self.work(job, tell)


@pytest.fixture
def workers(monkeypatch: pytest.MonkeyPatch) -> Workers:
    workers = Workers()
    monkeypatch.setattr(local_build, "run_worker", workers.run)
    return workers


def planned_build(*, classic: bool = True, references: bool = False, **model: Any) -> tuple[Build, BuiltHere]:
    """An engine that is built with classic TensorRT, which times kernels, or with TensorRT-RTX, which does not."""
    app = package(model)
    app = with_references(app) if references else app
    on = machine(RTX_4070, libraries=CLASSIC) if classic else machine(RTX_4070)
    (planned,) = make_plan(app, on, [], EngineOptions()).to_build
    assert isinstance(planned.source, BuiltHere)
    assert planned.times_kernels == classic
    return planned, planned.source


def builder(policy: BusyPolicy | None = None, **more: Any) -> LocalBuilder:
    values: dict[str, Any] = {
        "busy": policy or BusyPolicy(),
        "stop": CancelToken(),
        "log_path": None,
        "inputs": Inputs(),
        "memory": MemoryBudget(1 << 40),
    }
    return LocalBuilder(**values | more)


def build(
    one: LocalBuilder, planned: tuple[Build, BuiltHere], heard: list[Event] | None = None
) -> tuple[Built, BusyVerdict | None]:
    tell = heard.append if heard is not None else lambda _: None
    return one.build(*planned, Path("/nowhere/m0.engine"), tell)


# --- Watching the GPU -------------------------------------------------------------------------------------------------


def test_our_own_worker_is_no_stranger_on_the_gpu(desk: Desk, workers: Workers) -> None:
    said: list[str | None] = []

    def work(_job: BuildJob, tell: Callable[[Event], str | None]) -> Outcome:
        assert tell(Phase("m0", say("Reading the model"))) is None
        assert tell(Hello(WORKER, "tensorrt", "11.4")) is None
        desk.use = lambda _now: (90, WORKER)
        desk.sleep(20)
        said.append(tell(TimingsMeasured("m0", 3)))
        return Finished(BUILT)

    workers.work = work
    heard: list[Event] = []
    built, verdict = build(builder(), planned_build(), heard)
    assert (built, verdict and verdict.verdict, said) == (BUILT, "idle", [KEEP_TIMINGS])
    assert [type(event) for event in heard] == [Busy, Phase, Hello]


def test_a_stranger_during_the_build_is_told_and_its_timings_are_dropped(desk: Desk, workers: Workers) -> None:
    said: list[str | None] = []

    def work(_job: BuildJob, tell: Callable[[Event], str | None]) -> Outcome:
        tell(Hello(WORKER, "tensorrt", "11.4"))
        desk.sleep(20)
        desk.use = lambda _now: (60, GAME)
        desk.sleep(3)
        desk.use = lambda _now: NOBODY
        desk.sleep(20)
        said.append(tell(TimingsMeasured("m0", 3)))
        return Finished(BUILT)

    workers.work = work
    heard: list[Event] = []
    _, verdict = build(builder(), planned_build(), heard)
    assert (verdict and verdict.verdict, said) == ("in use", [DROP_TIMINGS])
    told = [event for event in heard if isinstance(event, Busy)]
    assert [event.verdict for event in (*told[:2], told[-1])] == ["idle", "in use", "idle"]
    assert told[1].text.startswith(f"{RTX_4070.name} is in use by game (process 8, 500 MiB) (")
    assert (told[1].model, told[1].programs, told[1].seconds_left) == ("m0", ("game (process 8, 500 MiB)",), None)


def test_use_in_the_last_moments_of_a_build_is_seen(desk: Desk, workers: Workers) -> None:
    said: list[str | None] = []

    def work(_job: BuildJob, tell: Callable[[Event], str | None]) -> Outcome:
        desk.sleep(20)
        desk.use = lambda _now: (60, GAME)
        said.append(tell(TimingsMeasured("m0", 3)))
        return Finished(BUILT)

    workers.work = work
    build(builder(), planned_build())
    assert said == [DROP_TIMINGS]


def test_nothing_is_waited_for_once_a_stop_was_asked_for(desk: Desk, workers: Workers) -> None:
    one = builder()

    def work(_job: BuildJob, tell: Callable[[Event], str | None]) -> Outcome:
        def stop_soon(now: float) -> tuple[int, int]:
            if now > before + 0.1:
                one.stop.cancel()
            return NOBODY

        before, desk.use = desk.now, stop_soon
        tell(TimingsMeasured("m0", 3))
        assert desk.now < before + 0.5
        return WasCancelled()

    workers.work = work
    with pytest.raises(Cancelled):
        build(one, planned_build())


def test_use_before_a_build_began_is_not_use_during_it(desk: Desk, workers: Workers) -> None:
    def work(_job: BuildJob, _tell: object) -> Outcome:
        desk.sleep(20)
        return Finished(BUILT)

    workers.work = work
    desk.use = lambda now: (60, GAME) if now < 1010 else NOBODY
    heard: list[Event] = []
    _, verdict = build(builder(), planned_build(), heard)
    assert verdict
    assert verdict.verdict == "idle"
    told = [(event.verdict, event.seconds_left) for event in heard if isinstance(event, Busy)]
    assert told[0] == ("in use", 300.0)
    assert told[-1] == ("idle", None)
    assert all(left for state, left in told if state == "in use")


def test_the_patience_for_a_busy_gpu_is_for_all_builds_of_a_run(desk: Desk, workers: Workers) -> None:
    one = builder(BusyPolicy("wait", 60))
    desk.use = lambda now: (60, GAME) if now < 1040 else NOBODY
    build(one, planned_build())
    assert 1040 <= desk.now <= 1045
    began = desk.now
    desk.use = lambda _now: (60, GAME)
    _, verdict = build(one, planned_build())
    assert verdict
    assert verdict.verdict == "in use"
    assert 10 <= desk.now - began <= 22
    began = desk.now
    build(one, planned_build())
    assert desk.now - began < 3
    assert one.busy == BusyPolicy("wait", 0.0)
    assert len(workers.jobs) == 3


def test_a_build_that_finds_an_idle_gpu_takes_nothing_of_the_patience(desk: Desk, workers: Workers) -> None:
    one = builder(BusyPolicy("wait", 60))
    build(one, planned_build())
    assert one.busy.timeout_seconds == 60
    assert desk.now < 1003
    assert len(workers.jobs) == 1


def test_an_engine_that_was_timed_on_a_busy_gpu_is_not_timed_on_a_busy_gpu_again(desk: Desk, workers: Workers) -> None:
    planned, source = planned_build()
    again = replace(planned, verdict=replace(planned.verdict, cause="busy"))
    desk.use = lambda _now: (60, GAME)
    with pytest.raises(GpuBusy, match=r"is in use by game .* so timing the kernels again would be no better"):
        build(builder(BusyPolicy("build")), (again, source))
    assert workers.jobs == []
    build(builder(BusyPolicy("build")), (planned, source))
    desk.use = lambda _now: NOBODY
    build(builder(BusyPolicy("build")), (again, source))
    assert len(workers.jobs) == 2


def test_a_gpu_without_room_for_the_engine_is_said_before_a_worker_starts(desk: Desk, workers: Workers) -> None:
    # Models of these tests have a thousand bytes, so what a CUDA context takes is all that they need.
    desk.free_mib = 511
    with pytest.raises(OutOfMemory) as raised:
        build(builder(), planned_build(feature="Sky"))
    assert raised.value.message == (
        f"{RTX_4070.name} has 511 of 12288 MiB free, and the model 'm0' needs at least 512 MiB; it is idle (0 % used)."
    )
    assert "free memory for Sky" in raised.value.plain
    assert workers.jobs == []
    desk.free_mib = 512
    build(builder(), planned_build())
    desk.free_mib = None  # the driver does not tell
    build(builder(), planned_build())
    assert len(workers.jobs) == 2


def test_where_nothing_is_timed_the_gpu_is_not_watched(desk: Desk, workers: Workers) -> None:
    desk.use = lambda _now: (60, GAME)
    heard: list[Event] = []
    assert build(builder(BusyPolicy("stop")), planned_build(classic=False), heard) == (BUILT, None)
    assert (desk.samples, heard) == ([], [])
    with pytest.raises(GpuBusy):
        build(builder(BusyPolicy("stop")), planned_build())
    assert len(workers.jobs) == 1


def test_every_worker_has_the_limits_of_its_build(desk: Desk, workers: Workers) -> None:
    one = builder()
    with_answers = planned_build(references=True)
    for planned in (planned_build(), planned_build(classic=False)):
        build(one, planned)
        assert workers.limits.pop() == WorkerLimits.for_build(one.memory, planned[0].expected)
    workers.work = lambda _job, _tell: Finished(replace(BUILT, answers=Answers("right", say("All agree."))))
    engine = StagedEngine(Path("/nowhere/m0.engine"), record_of(make_plan(package({}), machine(), [], EngineOptions())))
    one.check(with_answers[0], engine, lambda _: None)
    assert workers.limits.pop() == WorkerLimits.for_build(one.memory, with_answers[0].expected)


# --- The worker's order -----------------------------------------------------------------------------------------------


def test_a_worker_is_told_everything_that_its_engine_depends_on(tmp_path: Path) -> None:
    planned, source = planned_build(references=True, reproducible=True)
    weights = PackageFile(Path("/p/w.bin"), "w.bin", "12" * 32, 5)
    library = PackageFile(Path("/p/ops.so"), "ops.so", "34" * 32, 7)
    plugin = PackagedPlugin("ops", ("Grid",), library)
    model = replace(
        planned.model,
        place="model[0]",
        external_data=(weights,),
        plugins=(plugin,),
        other_operators={"Blur": "others"},
    )
    planned = replace(planned, model=model, engine_set="a")
    copy = tmp_path / "ops.so"
    inputs = Inputs(library_folder=tmp_path / "library", staged={library.path: copy})
    job = job_of(planned, source, tmp_path / "m0.engine", inputs)
    assert (job.model, job.engine_set, job.place, job.backend) == ("m0", "a", "model[0]", "tensorrt")
    assert job.onnx == InputFile("/p/a.onnx", "ab" * 32, None, size=1000)
    assert job.external_data == (InputFile("/p/w.bin", "12" * 32, None, size=5),)
    assert (job.output, job.settings, job.targets) == (str(tmp_path / "m0.engine"), source.settings, ())
    assert (job.load_on, job.gpu_uuid) == (RTX_4070.name, RTX_4070.uuid)
    assert source.timing
    assert job.timing == source.timing.job
    assert job.timing
    assert (job.reproducible, job.library_folder) == (True, str(tmp_path / "library"))
    (told,) = job.plugins
    assert (told.name, told.operators, told.file.copy, told.file.sha256) == ("ops", ("Grid",), str(copy), None)
    assert job.other_operators == {"Blur": "others"}
    assert job.reference
    assert job.reference.file.path == str(REFERENCE.file.path)
    assert job.reference.tolerances == {"y": {"max_abs": 0.02}}
    assert not job.reference.equal_rows
    assert job.check_only is None


def test_a_worker_without_a_gpu_of_its_own_sees_whatever_there_is(tmp_path: Path) -> None:
    (planned,) = make_plan(with_references(package({})), machine(), [], EngineOptions()).to_build
    assert isinstance(planned.source, BuiltHere)
    job = job_of(planned, planned.source, tmp_path / "m0.engine", Inputs())
    assert (job.load_on, job.gpu_uuid, job.timing, job.library_folder, job.reference) == (None,) * 5


def test_of_several_gpus_each_worker_gets_that_of_its_engine() -> None:
    plan = make_plan(package({}), machine(RTX_4070, RTX_5090), [], EngineOptions(gpu="all"))
    jobs = [
        job_of(planned, planned.source, Path("/nowhere"), Inputs())
        for planned in plan.to_build
        if isinstance(planned.source, BuiltHere)
    ]
    assert [(job.engine_set, job.gpu_uuid) for job in jobs] == [(gpu.name, gpu.uuid) for gpu in (RTX_5090, RTX_4070)]
    assert len({planned.key for planned in plan.to_build}) == 2


def test_files_that_were_fetched_are_read_where_they_are_now(workers: Workers) -> None:
    planned, source = planned_build(classic=False)
    kept = {Path("/p/other.onnx"): Path("/staging/other.onnx")}
    one = builder(inputs=Inputs(staged=kept))
    fetched = {planned.model.onnx.path: Path("/staging/a.onnx")}
    one.build(planned, source, Path("/nowhere/m0.engine"), lambda _: None, fetched)
    assert workers.jobs[0].onnx.copy == "/staging/a.onnx"
    assert one.inputs.staged == kept


# --- How it ends ------------------------------------------------------------------------------------------------------


def test_a_build_that_can_be_done_after_all_is_no_longer_known_for_its_crash(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, workers: Workers
) -> None:
    record = tmp_path / "crashes.json"
    monkeypatch.setattr(local_build, "record_path", lambda: record)
    planned = planned_build(classic=False)
    note_crash(record, key_of(planned[0]), "signal 11 (SIGSEGV)")
    for outcome in (WasCancelled(), HasFailed(BuildFailed(say("No kernel.")))):
        workers.work = lambda _job, _tell, outcome=outcome: outcome  # type: ignore[misc]
        with pytest.raises(EngineInstallerError):
            build(builder(), planned)
    assert note_crash(record, key_of(planned[0]), "signal 11 (SIGSEGV)")
    workers.work = lambda _job, _tell: Finished(BUILT)
    build(builder(), planned)
    assert not note_crash(record, key_of(planned[0]), "signal 11 (SIGSEGV)")


def test_where_nothing_is_remembered_no_crash_is_a_repeated_one(workers: Workers) -> None:
    workers.work = lambda _job, _tell: Crashed(verbatim("signal 11 (SIGSEGV)"), "")
    for _ in range(2):
        with pytest.raises(BuilderCrashed) as raised:
            build(builder(), planned_build(classic=False))
        assert "It has crashed in the same way before" not in raised.value.message


WRONG = Answers("wrong", say("The output 'y' is not finite."), RTX_4070.name)


@pytest.mark.parametrize(
    ("timings", "used"),
    [(None, False), (TimingCacheUse(entries=0), False), (TimingCacheUse(entries=1), True)],
)
def test_wrong_outputs_of_an_engine_say_whether_timings_came_from_elsewhere(
    workers: Workers, timings: TimingCacheUse | None, used: bool
) -> None:
    workers.work = lambda _job, _tell: Finished(replace(BUILT, answers=WRONG, timing_cache=timings))
    with pytest.raises(WrongWay) as raised:
        build(builder(), planned_build(classic=False, references=True))
    assert (raised.value.answers, raised.value.used_timings) == (WRONG, used)
    for state in ("right", "unchecked"):
        answers = replace(WRONG, state=state)
        workers.work = lambda _job, _tell, it=answers: Finished(replace(BUILT, answers=it))  # type: ignore[misc]
        assert build(builder(), planned_build(classic=False, references=True))[0].answers == answers


@pytest.mark.parametrize("began", [False, True])
@pytest.mark.parametrize(
    ("outcome", "blamed"),
    [
        (Crashed(verbatim("signal 11 (SIGSEGV)"), "stack"), True),
        (Crashed(verbatim("signal 6 (SIGABRT)"), "std::bad_alloc"), False),
        (DidNothing(600.0, "stack"), True),
        (TookTooLong(9000.0, "stack"), True),
        (TookTooMuchMemory(2, 1), False),
        (HasFailed(BuildFailed(say("It does not load."))), False),
        (WasCancelled(), False),
    ],
)
def test_what_ends_a_worker_while_it_tries_its_engine_is_the_engines_fault(
    workers: Workers, began: bool, outcome: Outcome, blamed: bool
) -> None:
    def work(job: BuildJob, tell: Callable[[Event], str | None]) -> Outcome:
        tell(Phase(job.model, say("Reading the model")))
        if began:
            tell(Phase(job.model, checking_the_results(RTX_4070.name)))
            tell(Phase(job.model, say("Anything else")))
        return outcome

    workers.work = work
    heard: list[Event] = []
    with pytest.raises(EngineInstallerError) as raised:
        build(builder(), planned_build(classic=False, references=True), heard)
    assert isinstance(raised.value, WrongWay) == (began and blamed)
    assert len(heard) == (3 if began else 1)
    if began and blamed:
        assert raised.value.detail == "stack"


@pytest.fixture
def engine() -> StagedEngine:
    record = record_of(make_plan(package({}), machine(RTX_4070), [], EngineOptions()))
    return StagedEngine(Path("/nowhere/there.engine"), record)


def test_an_engine_that_is_there_is_only_checked(workers: Workers, engine: StagedEngine) -> None:
    right = Answers("right", say("All agree."), RTX_4070.name)
    workers.work = lambda _job, _tell: Finished(replace(BUILT, answers=right))
    planned, _ = planned_build(references=True, optimization_level=2)
    assert builder().check(planned, engine, lambda _: None) == right
    (job,) = workers.jobs
    assert (job.check_only, job.output, job.timing) == (engine.record.sha256, str(engine.path), None)
    assert job.settings == planned.wanted.settings
    # Of a library that is not here, nobody knows how it would be built.
    builder().check(replace(planned, wanted=replace(planned.wanted, settings=None)), engine, lambda _: None)
    assert workers.jobs.pop().settings == BuildSettings()
    assert job.reference
    assert planned.answers
    for unwanted in (planned_build()[0], replace(planned, answers=replace(planned.answers, gpu=None))):
        assert builder().check(unwanted, engine, lambda _: None) is None
    assert len(workers.jobs) == 1


@pytest.mark.parametrize(
    ("outcome", "error"),
    [
        (HasFailed(BuildFailed(say("It does not load."))), WrongWay),
        (Crashed(verbatim("signal 11 (SIGSEGV)"), ""), WrongWay),
        (DidNothing(600.0), WrongWay),
        (TookTooLong(9000.0), WrongWay),
        (Finished(replace(BUILT, answers=WRONG)), WrongWay),
        (WasCancelled(), Cancelled),
        (TookTooMuchMemory(2 << 20, 1 << 20), None),
        (CouldNotStart("No such file"), None),
        (HasFailed(OutOfMemory(say("There is no memory."))), None),
    ],
)
def test_what_keeps_an_engine_from_being_checked_is_not_its_fault(
    workers: Workers, engine: StagedEngine, outcome: Outcome, error: type[EngineInstallerError] | None
) -> None:
    workers.work = lambda _job, _tell: outcome
    planned, _ = planned_build(references=True)
    if error:
        with pytest.raises(error):
            builder().check(planned, engine, lambda _: None)
        return
    answers = builder().check(planned, engine, lambda _: None)
    assert answers
    assert (answers.state, answers.gpu) == ("unchecked", None)
    assert answers.reason


SAYS_LOG, SAYS_OPTION = "The log has the details: /l/x.log", "--log FILE"


@pytest.mark.parametrize(
    ("outcome", "kind", "words"),
    [
        (Crashed(verbatim("signal 11 (SIGSEGV)"), "s"), BuilderCrashed, "of the model 'net' crashed: signal 11"),
        (DidNothing(10.0, "s"), BuilderCrashed, "had done nothing for 1 min"),
        (DidNothing(150.1, "s"), BuilderCrashed, "had done nothing for 3 min"),
        (CouldNotStart("first\nlast"), BuilderCrashed, "'net' could not be started: last"),
        (CouldNotStart("only"), BuilderCrashed, "'net' could not be started: only"),
    ],
)
def test_an_end_that_somebody_may_report_says_where_the_details_are(
    outcome: Outcome, kind: type[EngineInstallerError], words: str
) -> None:
    logged, not_logged = error_of(outcome, "net", Path("/l/x.log")), error_of(outcome, "net", None)
    assert isinstance(logged, kind)
    assert words in logged.message
    assert "It has crashed in the same way before" not in logged.message
    assert SAYS_LOG in logged.hint
    assert SAYS_OPTION not in logged.hint
    assert SAYS_OPTION in not_logged.hint
    assert logged.detail == (outcome.reason if isinstance(outcome, CouldNotStart) else "s")


@pytest.mark.parametrize(
    ("how", "memory"),
    [("signal 9 (SIGKILL)", True), ("no memory (0xC0000017)", True), ("signal 11 (SIGSEGV)", False)],
)
def test_only_a_crash_that_may_be_for_want_of_memory_says_so(how: str, memory: bool) -> None:
    for repeated in (False, True):
        error = error_of(Crashed(verbatim(how), ""), "net", None, repeated=repeated)
        assert ("may have run out of memory" in error.message) == memory
        assert ("may have run out of memory" in error.plain) == memory
        assert ("It has crashed in the same way before" in error.message) == (repeated and not memory)
        assert (error.remedy is Remedy.NONE) == (repeated and not memory)
        assert ("Close other programs" in error.hint) == (not repeated or memory)


def test_how_much_was_too_much_is_said_in_numbers() -> None:
    memory = error_of(TookTooMuchMemory(3 << 30, 2 << 30, "s"), "net", None)
    assert isinstance(memory, OutOfMemory)
    assert "had taken 3072 MiB and all builds together may take 2048 MiB" in memory.message
    assert (memory.detail, memory.remedy) == ("s", Remedy.NONE)
    long = error_of(TookTooLong(6.6 * 3600, "s"), "net", None)
    assert isinstance(long, BuildFailed)
    assert "had taken 7 h" in long.message
    assert long.detail == "s"


def test_a_stop_and_what_the_worker_says_itself_pass_as_they_are() -> None:
    own = BuildFailed(say("No kernel."))
    assert error_of(HasFailed(own), "net", None) is own
    assert isinstance(error_of(WasCancelled(), "net", None), Cancelled)


@pytest.mark.parametrize(
    "ended",
    [
        Crashed(
            verbatim("exit status 1 without saying why"),
            "OpenBLAS error: Memory allocation still failed after 10 retries, giving up.",
        ),
        CouldNotStart("Traceback (most recent call last):\nRuntimeError: can't start new thread"),
        CouldNotStart("ImportError: libm.so.6: failed to map segment from shared object"),
    ],
)
@pytest.mark.parametrize("repeated", [False, True])
def test_a_worker_that_ends_for_want_of_memory_says_so(ended: Crashed | CouldNotStart, repeated: bool) -> None:
    error = error_of(ended, "alpha", None, repeated=repeated)
    assert isinstance(error, OutOfMemory)
    assert str(error.message) == "There is not enough memory to build the model 'alpha'."
    assert "ulimit -v" in error.hint

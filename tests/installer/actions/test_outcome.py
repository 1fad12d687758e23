"""How builds and whole runs end: what is said, with which exit code, and what the user can do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builder.base.cancellation import CancelToken
from builder.base.errors import (
    AnswersWrong,
    BuilderCrashed,
    BuildFailed,
    EngineInstallerError,
    ExitCode,
    FeedNotTrusted,
    GpuBusy,
    OutOfMemory,
    Remedy,
    TimeLimitReached,
)
from builder.base.events import Event, Logged, ModelFinished, TimingCacheUse, Warned
from builder.base.text import Text, say
from builder.building.plan import BuildPlan, InstalledEngine
from builder.building.planner import make_plan
from builder.building.scheduler import BuildEnded
from builder.building.source import Installed
from builder.engines.index import AnswersNote, AppEntry, EngineIndex, EngineRecord, Origin, Sameness
from builder.engines.options import EngineOptions
from builder.engines.store import EngineStore, StagedEngine
from builder.engines.verdict import Verdict
from builder.gpu.busy import BusyVerdict
from installer.actions.outcome import (
    BuildResult,
    events_of,
    found_wrong,
    keeps_current,
    outcome,
    refusal_to_publish,
    result,
    result_of,
    sameness_events,
    summarize_failures,
)
from tests.support import plans
from tests.support.models import conv_net
from tests.support.packages import model_entry, package_of, small_package, write_manifest
from tests.support.payloads import payload_package
from tests.support.plans import RTX_4070, RTX_5090
from tests.support.quick_builds import Pc


def plan_of(count: int = 1, **options: Any) -> BuildPlan:
    machine = plans.machine(RTX_4070, RTX_5090)
    return make_plan(plans.package(*[{}] * count), machine, [], EngineOptions(**{"gpu": "GPU-1"} | options))


def failures(plan: BuildPlan, *errors: EngineInstallerError) -> dict[str, EngineInstallerError]:
    return {planned.key: error for planned, error in zip(plan.engines, errors, strict=False)}


def ended(
    record: EngineRecord | None = None,
    error: EngineInstallerError | None = None,
    *,
    plan: BuildPlan | None = None,
    **changes: Any,
) -> BuildEnded:
    planned = replace((plan or plan_of()).to_build[0], **changes)
    return BuildEnded(planned, StagedEngine(Path("/staged"), record) if record else None, error, 2.5)


def record(**changes: Any) -> EngineRecord:
    return plans.record_of(plan_of(), **changes)


def finished(item: BuildEnded) -> ModelFinished:
    *_, last = events_of(item)
    assert isinstance(last, ModelFinished)
    return last


def failed(kind: type[EngineInstallerError], message: str = "no", hint: str = "", **more: Any) -> EngineInstallerError:
    return kind(say(message), hint=say(hint) if hint else Text(""), **more)


# What becomes of a single engine.


def test_an_engine_that_was_built_is_told_with_its_file() -> None:
    told = finished(ended(record()))
    assert (told.model, told.outcome, told.seconds) == ("m0", "built", 2.5)
    assert (told.file, told.size, told.message) == ("m0-0123456789ab.engine", 10, None)
    assert (told.timed_while_busy, told.sameness, told.answers, told.tried) == (False, None, None, ())


def test_what_is_known_of_an_engine_that_was_built_is_told() -> None:
    use = TimingCacheUse(entries=5, hits=5)
    busy = BusyVerdict("in use", (say("93 % used"),), (say("blender"),))
    told = finished(
        ended(
            record(
                timing_cache=use,
                gpu_busy=busy,
                sameness=Sameness(state="identical", reason="like the vendor's"),
                answers=AnswersNote(state="right", reason="", gpu="RTX 4070", tried=("y is 0",)),
            )
        )
    )
    assert told.timing_cache == use
    assert told.timed_while_busy
    assert (told.sameness, told.answers, told.tried) == ("identical", "right", ("y is 0",))
    assert told.message is not None
    for part in ("all 5 timings", "in use by blender", "like the vendor's", "right on RTX 4070"):
        assert part in told.message


def test_an_idle_gpu_is_nothing_to_tell() -> None:
    told = finished(ended(record(gpu_busy=BusyVerdict("idle", (), ()))))
    assert (told.timed_while_busy, told.message) == (False, None)


def test_an_engine_that_came_from_the_vendor_is_told_with_the_place() -> None:
    origin = Origin(feed="https://example.com/feed", version=3, at="2026-01-01T00:00:00Z")
    same = Sameness(state="different", reason="different")
    told = finished(ended(record(origin=origin, sameness=same)))
    assert (told.outcome, told.file, told.sameness) == ("downloaded", "m0-0123456789ab.engine", "different")
    assert told.message == "from https://example.com/feed; different"


def test_an_engine_that_was_only_checked_is_kept() -> None:
    plan = plan_of()
    here = Installed(plan.to_build[0].expected, record())
    note = AnswersNote(state="right", reason="", gpu="RTX 4070")
    told = finished(ended(record(answers=note), plan=plan, source=here))
    assert (told.outcome, told.file, told.answers) == ("kept", None, "right")
    assert told.message == "its results are right on RTX 4070"


@pytest.mark.parametrize(("kind", "outcome"), [(BuildFailed, "failed"), (BuilderCrashed, "crashed")])
def test_an_engine_that_failed_is_told_with_the_reason_and_the_details_in_the_log(
    kind: type[EngineInstallerError], outcome: str
) -> None:
    log, told = events_of(ended(error=failed(kind, "It broke.", detail="the stack", plain=say("Plain."))))
    assert isinstance(log, Logged)
    assert isinstance(told, ModelFinished)
    assert (log.severity, log.message, log.model) == ("error", "It broke.\nthe stack", "m0")
    assert (told.outcome, told.message, told.plain, told.file) == (outcome, "It broke.", "Plain.", None)


BUSY, CURRENT, STALE = failed(GpuBusy, "in use"), Verdict("current", say("x")), Verdict("stale", say("x"))


@pytest.mark.parametrize(
    ("error", "verdict", "stays"),
    [(BUSY, CURRENT, True), (BUSY, STALE, False), (failed(BuildFailed), CURRENT, False), (None, CURRENT, False)],
)
def test_an_engine_that_was_only_to_be_timed_again_stays_where_the_gpu_is_in_use(
    error: EngineInstallerError | None, verdict: Verdict, stays: bool
) -> None:
    item = ended(error=error, verdict=verdict)
    assert keeps_current(item) is stays
    if error:
        assert (finished(item).outcome == "kept") is stays


def test_an_engine_that_is_there_is_found_wrong_only_if_this_run_found_it() -> None:
    known, marked = record(), record(answers=AnswersNote(state="wrong", reason="y is 0"))
    other = record(model="other")
    plan = replace(plan_of(), installed=(InstalledEngine(known, "intact"), InstalledEngine(other, "intact")))

    def found(installed: InstalledEngine | None) -> EngineRecord | None:
        return found_wrong(ended(error=failed(AnswersWrong), plan=plan, installed=installed), plan)

    assert found(InstalledEngine(marked, "intact")) == marked
    assert found(InstalledEngine(known, "intact")) is None
    assert found(InstalledEngine(marked, "intact", Path("/staged"))) is None
    assert found(None) is None


def index(*records: EngineRecord) -> EngineIndex:
    app = AppEntry(id="com.example.test", name="Test", version="1", package="/p")
    return EngineIndex(app=app, fingerprint="", engines=records)


@pytest.mark.parametrize(("state", "warned"), [("identical", 0), ("not-comparable", 0), ("different", 1)])
def test_only_an_engine_that_is_different_from_the_vendors_is_warned_of(state: Any, warned: int) -> None:
    same = Sameness(state=state, reason="so and so")
    events = list(sameness_events(index(record(), record(sameness=same))))
    assert [event.message for event in events if isinstance(event, Logged)] == ["m0-0123456789ab.engine: so and so"]
    assert len([event for event in events if isinstance(event, Warned)]) == warned


# What failures amount to.


def test_a_single_failure_of_a_single_model_speaks_for_itself() -> None:
    plan, error = plan_of(), failed(OutOfMemory)
    assert summarize_failures(failures(plan, error), plan) is error


def test_failures_of_one_kind_keep_their_exit_code() -> None:
    plan = plan_of(2)
    error = summarize_failures(failures(plan, failed(OutOfMemory), failed(OutOfMemory)), plan)
    assert (error.exit_code, error.remedy) == (ExitCode.OUT_OF_MEMORY, Remedy.TRY_AGAIN)
    assert str(error.plain) == str(OutOfMemory.plain)
    assert error.message.startswith("2 of 2 models could not be built:")


def test_failures_of_several_kinds_are_failed_builds() -> None:
    plan = plan_of(2)
    error = summarize_failures(failures(plan, failed(OutOfMemory), failed(AnswersWrong)), plan)
    assert (error.exit_code, error.remedy) == (ExitCode.BUILD_FAILED, Remedy.TRY_AGAIN)
    assert str(error.plain) == "2 AI features could not be set up, for several reasons."


def test_a_failure_beside_engines_that_were_built_is_a_failed_build() -> None:
    plan = plan_of(2)
    error = summarize_failures(failures(plan, failed(OutOfMemory, "too little")), plan)
    assert error.exit_code is ExitCode.BUILD_FAILED
    assert error.message == "1 of 2 models could not be built:\n  - too little"
    assert str(error.plain) == str(OutOfMemory.plain)


@pytest.mark.parametrize("waiting", [1, 2, 3])
def test_engines_that_wait_for_an_idle_gpu_are_no_failures_whatever_became_of_the_others(waiting: int) -> None:
    plan = plan_of(3)
    error = summarize_failures(failures(plan, *[BUSY] * waiting), plan)
    assert error.exit_code is ExitCode.SUSPENDED


def test_one_that_waits_beside_one_that_failed_is_a_failure() -> None:
    plan = plan_of(2)
    error = summarize_failures(failures(plan, BUSY, failed(BuildFailed)), plan)
    assert error.exit_code is ExitCode.BUILD_FAILED


def test_what_cannot_be_trusted_is_said_whatever_else_failed() -> None:
    plan = plan_of(3)
    error = summarize_failures(failures(plan, BUSY, failed(FeedNotTrusted), failed(BuildFailed)), plan)
    assert error.exit_code is ExitCode.BLOCKED_BY_POLICY


def test_each_hint_is_given_once_with_the_models_that_it_is_for() -> None:
    plan = plan_of(4)
    errors = [failed(BuildFailed, f"e{number}", hint) for number, hint in enumerate(("A", "B", "A", ""))]
    error = summarize_failures(failures(plan, *errors), plan)
    assert error.message.splitlines()[1:] == ["  - e0", "  - e1", "  - e2", "  - e3"]
    assert error.hint == "m0, m2: A\nm1: B"


@pytest.mark.parametrize(
    ("kinds", "remedy"),
    [
        ([AnswersWrong, AnswersWrong], Remedy.GET_DRIVER),
        ([BuildFailed, BuildFailed], Remedy.NONE),
        ([AnswersWrong, BuildFailed], Remedy.TRY_AGAIN),
    ],
)
def test_what_can_be_done_is_what_helps_with_all_failures(
    kinds: list[type[EngineInstallerError]], remedy: Remedy
) -> None:
    plan = plan_of(2)
    assert summarize_failures(failures(plan, *map(failed, kinds)), plan).remedy is remedy


def test_details_of_all_failures_are_kept_for_the_log() -> None:
    plan = plan_of(2)
    errors = [failed(BuildFailed, detail="one"), failed(BuildFailed, detail="two")]
    assert summarize_failures(failures(plan, *errors), plan).detail == "one\ntwo"


def test_where_there_are_engines_for_several_gpus_each_is_named() -> None:
    plan = plan_of(gpu="all")
    assert len(plan.engines) == 2
    error = summarize_failures({plan.engines[0].key: failed(BuildFailed, "no")}, plan)
    assert error.message.splitlines()[0] == "1 of 2 engines could not be built:"
    assert error.message.splitlines()[1].endswith(": no")
    assert plan.engines[0].label in error.message
    assert plan.engines[1].label not in error.message
    both = summarize_failures(failures(plan, failed(OutOfMemory), failed(AnswersWrong)), plan)
    assert both.message.splitlines()[0] == "2 of 2 engines could not be built:"
    assert both.exit_code is ExitCode.BUILD_FAILED


@pytest.mark.parametrize("how", ["staged", "checked"])
def test_an_engine_for_one_gpu_is_published_although_that_for_another_failed(how: str) -> None:
    plan = plan_of(gpu="all")
    good, bad = (planned.key for planned in plan.engines)
    some = built(**{how: [good]}, failures={bad: failed(BuildFailed)})
    assert refusal_to_publish(some, plan, changes_features=False) is None


# Whether anything is published.


def built(
    staged: Sequence[str] = (),
    failures: Mapping[str, EngineInstallerError] | None = None,
    checked: Sequence[str] = (),
) -> BuildResult:
    staged_engines = {key: StagedEngine(Path("/staged"), record()) for key in staged}
    return BuildResult(staged_engines, failures or {}, 0, dict.fromkeys(checked, record()))


@pytest.mark.parametrize(
    ("models", "staged", "checked", "errors", "changes_features", "refused"),
    [
        (1, 0, 0, [BuildFailed], False, True),
        (2, 1, 0, [BuildFailed], False, False),
        (2, 0, 1, [BuildFailed], False, False),
        # One of two is current: the other one's failure is noted.
        (2, 0, 0, [BuildFailed], False, False),
        (2, 0, 0, [BuildFailed, BuildFailed], False, True),
        (2, 1, 0, [FeedNotTrusted], False, True),
        (3, 1, 0, [FeedNotTrusted, BuildFailed], False, True),
        # What is there was found to be wrong, and that is noted.
        (1, 0, 1, [BuildFailed], False, False),
        (2, 1, 0, [BuildFailed], True, True),
        (2, 2, 0, [], True, False),
        (1, 0, 0, [], False, False),
    ],
)
def test_what_was_there_stays_where_nothing_or_too_little_has_come(
    models: int,
    staged: int,
    checked: int,
    errors: list[type[EngineInstallerError]],
    changes_features: bool,
    refused: bool,
) -> None:
    plan = plan_of(models)
    keys = [planned.key for planned in plan.engines]
    why = dict(zip(reversed(keys), map(failed, errors), strict=False))
    some = built(keys[:staged], why, keys[:checked])
    assert (refusal_to_publish(some, plan, changes_features=changes_features) is not None) is refused


def test_a_result_has_everything_that_the_error_says() -> None:
    error = failed(OutOfMemory, "M", "H", plain=say("P"), remedy=Remedy.FREE_SPACE)
    told = result_of(error, ("a.engine",))
    assert (told.code, told.label) == (ExitCode.OUT_OF_MEMORY.number, "out_of_memory")
    assert (told.detail, told.hint, told.plain, told.remedy) == ("M", "H", "P", Remedy.FREE_SPACE)
    assert told.files == ("a.engine",)
    plain = result(ExitCode.OK, say("done"))
    assert (plain.code, plain.hint, plain.files, plain.remedy) == (0, "", (), Remedy.NONE)


# How whole runs end.


def test_a_run_says_how_much_it_has_installed_and_where(pc: Pc) -> None:
    payload_package(pc.package, {"studio": b"app"}, "alpha", "beta")
    assert pc.run().result.detail == f"2 engines and 1 file of the application installed in {pc.target}."
    package_of(pc.package, *(conv_net(pc.package / f"models/{name}.onnx", channels=20) for name in ("alpha", "beta")))
    again = pc.run().result
    assert again.detail == f"2 engines installed in {pc.target / 'engines'}."
    assert sorted(again.files) == sorted(engine["file"] for engine in pc.index["engines"])


def test_a_run_that_builds_nothing_says_so(pc: Pc) -> None:
    payload_package(pc.package, {"studio": b"app", "two": b"2"})
    pc.run()
    (pc.target / "studio").unlink()
    (pc.target / "two").unlink()
    assert pc.run().result.detail == f"2 files of the application installed in {pc.target}."
    assert pc.run().result.detail == "Everything is current; nothing was changed."
    (pc.target / ".engine-installer/receipt.json").unlink()
    assert pc.run().result.detail == f"No engine had to be built; {pc.target / 'engines/engines.json'} is current."


def test_a_run_that_only_removes_engines_says_how_many(pc: Pc) -> None:
    folder = pc.package
    core = model_entry(folder, conv_net(folder / "core.onnx"))
    sky = model_entry(folder, conv_net(folder / "sky.onnx", channels=9), feature="Sky")
    write_manifest(folder, core, sky)
    pc.run()
    assert pc.run(remove=("Sky",)).result.detail == (f"Removed 1 engine from {pc.target / 'engines'}.")


def test_a_run_that_gets_an_engine_while_another_goes_says_what_it_got(pc: Pc) -> None:
    small_package(pc.package, "alpha", "beta")
    pc.run()
    package_of(pc.package, conv_net(pc.package / "models/alpha.onnx", channels=20))
    assert pc.run().result.detail == f"1 engine installed in {pc.target / 'engines'}."


def test_a_run_says_what_timing_caches_did(pc: Pc) -> None:
    assert said_of(pc, {}) == ""
    all_there = {"timing_cache": TimingCacheUse(entries=5, hits=5)}
    assert said_of(pc, all_there) == "No timing was measured here; 1 of 1 model took every timing from the cache."
    some = {"timing_cache": TimingCacheUse(entries=5, hits=5, misses=2, timing_seconds=1.26)}
    first = {"timing_cache": TimingCacheUse(misses=1, timing_seconds=0.5)}
    assert said_of(pc, all_there, some, first, {}) == (
        "3 timings measured here in 1.8 s; 1 of 3 models took every timing from the cache."
    )
    assert said_of(pc, first).startswith("1 timing measured here in 0.5 s; 0 of 1 model")
    nothing_to_time = {"timing_cache": TimingCacheUse()}
    assert said_of(pc, nothing_to_time).endswith("0 of 1 model took every timing from the cache.")


def test_a_run_says_how_engines_compare_with_the_vendors(pc: Pc) -> None:
    def same(state: Any) -> dict[str, Any]:
        return {"sameness": Sameness(state=state, reason="")}

    identical, different, unknown = same("identical"), same("different"), same("not-comparable")
    assert said_of(pc, unknown, {}) == ""
    assert said_of(pc, identical, unknown) == "1 of them is identical to the one that the vendor tested."
    assert said_of(pc, identical, identical).startswith("2 of them are identical to those")
    assert said_of(pc, identical, different) == "1 of them is different from the one that the vendor tested."
    assert said_of(pc, different, different).startswith("2 of them are different from those")


def said_of(pc: Pc, *records: Mapping[str, Any]) -> str:
    """What is said besides how many engines there are, where a run got engines with these records."""
    small_package(pc.package, "alpha")
    staged = {str(key): StagedEngine(Path("/staged"), record(**what)) for key, what in enumerate(records)}
    told = outcome(pc.plan(), BuildResult(staged, {}, 0), EngineStore(pc.target), timed_out=False)
    return told.detail.partition(f"{pc.target / 'engines'}.")[2].strip()


@pytest.mark.parametrize(("timed_out", "label"), [(True, "suspended"), (False, "build_failed")])
def test_a_run_whose_time_ran_out_says_what_failed_before(pc: Pc, timed_out: bool, label: str) -> None:
    small_package(pc.package, "alpha", "beta", "gamma")
    plan = pc.plan()
    first, second, _ = (planned.key for planned in plan.build.to_build)
    some = built([first], {second: failed(BuildFailed, "It cannot be built.")})
    told = outcome(plan, some, EngineStore(pc.target), timed_out=timed_out)
    assert told.label == label
    assert told.detail.startswith("The time limit was reached: 1 engine installed, 1 not built yet.") is timed_out
    assert "It cannot be built." in told.detail


@pytest.mark.parametrize("timed_out", [True, False])
def test_a_run_whose_time_ran_out_when_everything_was_done_is_complete(pc: Pc, timed_out: bool) -> None:
    small_package(pc.package, "alpha", "beta")
    plan = pc.plan()
    first, second = (planned.key for planned in plan.build.to_build)
    for some in (built([first, second]), built([first], checked=[second])):
        assert outcome(plan, some, EngineStore(pc.target), timed_out=timed_out).label == "ok"


def test_a_run_that_published_some_engines_ends_with_the_failure_of_the_others(pc: Pc) -> None:
    small_package(pc.package, "alpha", "beta")
    pc.workers.failing["beta"] = failed(BuildFailed, "It cannot be built.", "Ask.")
    told = pc.run().result
    assert (told.label, told.detail) == (
        "build_failed",
        "1 of 2 models could not be built:\n  - It cannot be built.",
    )
    assert told.files == tuple(engine["file"] for engine in pc.index["engines"])
    assert pc.models == ["alpha"]


def test_a_run_without_all_files_of_the_application_is_no_success(pc: Pc) -> None:
    payload_package(pc.package, {"studio": b"app"})
    pc.run()
    (pc.target / "studio").unlink()
    (pc.package / "app").rename(pc.home / "moved")
    told = pc.run("repair").result
    assert (told.label, told.remedy) == ("package_missing", Remedy.DOWNLOAD_AGAIN)
    assert told.detail.endswith("But 1 file of the application is missing: studio.")


def test_a_run_whose_time_ran_out_says_what_is_left_and_goes_on_later(pc: Pc) -> None:
    small_package(pc.package, "alpha", "beta", "gamma")
    cancel = CancelToken()

    def stop_after_the_first(event: Event) -> None:
        if isinstance(event, ModelFinished):
            cancel.time_out()

    told = pc.run("install", cancel, stop_after_the_first, jobs=1).result
    assert (told.label, told.remedy) == ("suspended", TimeLimitReached.remedy)
    assert told.detail.startswith("The time limit was reached: 1 engine installed, 2 not built yet.")
    assert len(told.files) == 1
    assert pc.index["failed"] == []
    assert pc.run().result.label == "ok"
    assert sorted(pc.workers.built) == ["alpha", "beta", "gamma"]

"""Which engines are asked for right outputs, and in which other ways one is built that gives wrong ones."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builder.app_package.manifest import Checks
from builder.app_package.package import AppPackage
from builder.backend import Installation
from builder.backend.tensorrt_rtx import DEFAULT_TARGETS
from builder.base.errors import AnswersWrong, BuildFailed, DownloadFailed, EngineInstallerError
from builder.base.events import Answers, Built
from builder.base.text import say
from builder.building.engine_record import make_record
from builder.building.estimate import expect_download
from builder.building.ladder import (
    WrongWay,
    in_the_end,
    next_way,
    note_of,
    noted,
    why_check_again,
    with_check_again,
    with_check_of_new,
)
from builder.building.machine import Machine
from builder.building.plan import Build, InstalledEngine, Keep, Way
from builder.building.planner import make_plan
from builder.building.source import BuiltHere, Downloaded, Installed, NoSource
from builder.engines.index import EngineRecord
from builder.engines.options import EngineOptions
from builder.feed.contents import Offer
from builder.gpu.nvml import Driver
from tests.support.plans import CLASSIC, RTX, RTX_4070, RTX_5090, decision, machine, package
from tests.support.references import REFERENCE, with_fp16_variant, with_references

BOTH = {**CLASSIC, **RTX}
RIGHT = Answers("right", say("The results agree with 1 reference."), RTX_4070.name, 1.5)
WRONG = WrongWay(say("The output 'y' differs by 0.31, allowed 0.02."))


def build_of(app: AppPackage, pc: Machine, *installed: InstalledEngine, **options: Any) -> Build:
    (planned,) = make_plan(app, pc, installed, EngineOptions(**options)).to_build
    return planned


def keep_of(app: AppPackage, pc: Machine, record: EngineRecord, **more: Any) -> Keep:
    (planned,) = make_plan(app, pc, [InstalledEngine(record, "intact")], EngineOptions(), **more).models
    assert isinstance(planned, Keep), planned.decisions
    return planned


def record_of(planned: Build, answers: Answers | None = RIGHT, pc: Machine | None = None) -> EngineRecord:
    """What is noted of an engine that was built as planned."""
    built = Built(9, "cd" * 32, 2.0, planned.wanted.library_version or "", {}, {}, None, answers=answers)
    targets = None if planned.wanted.backend == "tensorrt" else planned.wanted.targets or DEFAULT_TARGETS
    return make_record(planned, built, None, targets, pc or machine(RTX_4070, libraries=BOTH))


def every_way(planned: Build, error: EngineInstallerError = WRONG) -> list[Build]:
    """The ways that are gone while all of them give wrong outputs."""
    gone = [planned]
    while following := next_way(gone[-1], error):
        gone.append(following)
    return gone


def test_where_a_gpu_can_run_an_engine_its_outputs_are_checked() -> None:
    app, pc = with_references(package({})), machine(RTX_4070)
    plain, planned = build_of(package({}), pc), build_of(app, pc)
    assert plain.answers is None
    assert (planned.answers and planned.answers.gpu) == RTX_4070
    assert planned.expected.seconds == planned.expected.closing + plain.expected.seconds - plain.expected.closing
    assert planned.expected.seconds > plain.expected.seconds
    plan = make_plan(app, pc, [], EngineOptions())
    assert decision(plan, "results") == (
        "checked on NVIDIA GeForce RTX 4070",
        "with what the vendor knows to be right",
    )
    assert plan.to_json()["models"][0]["checks_answers"] is True


@pytest.mark.parametrize("why", ["command line", "app package", "no GPU"])
def test_where_outputs_are_not_checked_that_is_said_and_noted(why: str) -> None:
    app = with_references(package({}))
    if why == "app package":
        app = replace(app, manifest=app.manifest.model_copy(update={"checks": Checks(answers=False)}))
    pc = machine() if why == "no GPU" else machine(RTX_4070)
    plan = make_plan(app, pc, [], EngineOptions(no_answer_check=why == "command line"))
    choice, reason = decision(plan, "results")
    assert choice == "not checked"
    assert why in reason or (why == "no GPU" and "can run it" in reason)
    (planned,) = plan.to_build
    record = record_of(planned, None, pc)
    assert record.answers
    assert (record.answers.state, record.answers.reason, record.answers.gpu) == ("unchecked", reason, None)
    assert not planned.ways
    if why == "no GPU":  # as soon as there is one, it is asked
        plan = make_plan(app, machine(RTX_4070), [InstalledEngine(record, "intact")], EngineOptions())
        (kept,) = plan.kept
        assert kept.check


def test_the_ways_come_in_their_order_and_each_only_where_it_applies() -> None:
    app = with_references(with_fp16_variant(package({})))
    planned = build_of(app, machine(RTX_4070, libraries=BOTH))
    assert planned.model.variant == "8.9"
    timed = WrongWay(WRONG.reason, used_timings=True)
    gone = every_way(planned, timed)
    assert [way.words for way in gone] == [
        "as usual",
        "without timings from elsewhere",
        "with optimization level 2",
        "with TensorRT-RTX",
        "from m0, which is in fp32",
    ]
    assert isinstance(gone[1].source, BuiltHere)
    assert gone[1].source.timing
    assert gone[1].source.timing.job is None
    assert gone[1].wanted == planned.wanted
    assert isinstance(gone[2].source, BuiltHere)
    assert gone[2].source.settings.optimization_level == 2
    assert (gone[3].backend.name, gone[3].wanted.targets, gone[3].model) == ("tensorrt-rtx", ("8.9",), planned.model)
    assert (gone[4].backend.name, gone[4].model.variant) == ("tensorrt", None)
    assert gone[4].wanted.onnx_sha256 == app.models[0].onnx.sha256
    assert [len(way.tried) for way in gone] == [0, 1, 2, 3, 4]
    assert gone[1].tried == ("as usual: The output 'y' differs by 0.31, allowed 0.02",)
    # Nothing came from elsewhere, so measuring anew would give the same.
    assert [way.words for way in every_way(planned)][1] == "with optimization level 2"
    assert len({way.key for way in gone}) == 1


@pytest.mark.parametrize(
    ("model", "libraries", "options", "expected"),
    [
        ({}, RTX, {}, []),
        ({}, CLASSIC, {}, ["with optimization level 2"]),
        ({"optimization_level": 5}, CLASSIC, {}, ["with optimization level 3"]),
        # An application that names its library loads engines of no other.
        ({"backend": "tensorrt-rtx"}, BOTH, {}, []),
        ({}, BOTH, {"backend": "tensorrt-rtx"}, []),
        ({}, BOTH, {}, ["with optimization level 2", "with TensorRT-RTX"]),
        ({"version_compatible": True}, BOTH, {}, ["with optimization level 2"]),
    ],
)
def test_what_does_not_apply_is_left_out(
    model: dict[str, Any], libraries: dict[str, Installation], options: dict[str, Any], expected: list[str]
) -> None:
    planned = build_of(with_references(package(model)), machine(RTX_4070, libraries=libraries), **options)
    assert [way.words for way in every_way(planned)[1:]] == expected


def test_an_ordinary_failure_is_the_end_but_not_once_outputs_were_wrong() -> None:
    failure = BuildFailed(say("The library could not build it."))
    planned = build_of(with_references(package({})), machine(RTX_4070, libraries=BOTH))
    assert next_way(planned, failure) is None
    assert in_the_end(planned, failure) is failure
    second = next_way(planned, WRONG)
    assert second
    third = next_way(second, failure)
    assert third
    assert third.words == "with TensorRT-RTX"
    assert third.tried == second.tried
    error = in_the_end(third, failure)
    assert isinstance(error, AnswersWrong)
    assert "  - as usual: The output 'y' differs by 0.31, allowed 0.02" in error.message
    assert "The library could not build it." in error.message
    assert "stays" not in error.message
    assert "driver" in error.hint


def test_what_is_there_stays_while_nothing_that_it_depends_on_has_changed() -> None:
    app, pc = with_references(package({})), machine(RTX_4070, libraries=RTX)
    record = record_of(build_of(app, pc))
    assert keep_of(app, pc, record).check is None
    # Without the library, or with one that would have to be fetched first, nothing can be asked.
    older = replace(record, answers=None)
    assert keep_of(app, pc, older).check
    assert keep_of(app, pc, older, library_is_there=False).check is None
    # What could not be checked here will not be checkable in the next run.
    tried = replace(record, answers=note_of(build_of(app, pc), replace(RIGHT, state="unchecked")))
    assert keep_of(app, pc, tried).check is None


def newer(pc: Machine) -> Machine:
    return replace(pc, driver=Driver("591.20", "13.1"))


@pytest.mark.parametrize("what", ["driver", "references", "tolerances", "GPU"])
def test_what_is_there_is_checked_again_after_a_change(what: str) -> None:
    app, pc = with_references(package({})), machine(RTX_4070, libraries=RTX)
    record = record_of(build_of(app, pc))
    if what == "driver":
        pc = newer(pc)
    elif what == "references":
        app = with_references(app, replace(REFERENCE, file=replace(REFERENCE.file, sha256="34" * 32)))
    elif what == "tolerances":
        app = with_references(app, replace(REFERENCE, tolerances={}))
    else:
        pc = machine(replace(RTX_4070, name="NVIDIA GeForce RTX 4080"), libraries=RTX)
    plan = make_plan(app, pc, [InstalledEngine(record, "intact")], EngineOptions())
    assert plan.to_build == ()
    (check,) = plan.to_check
    assert plan.to_json()["models"][0]["checks_answers"]
    assert (check.source_name, check.key) == ("check", "m0")
    assert isinstance(check.source, Installed)
    assert check.expected.seconds == 1.5 or what == "GPU"
    # If it is wrong now, it is built anew, and what is known of it is kept.
    found = noted(check, WRONG)
    instead = next_way(found, WRONG)
    assert instead
    assert isinstance(instead.source, BuiltHere)
    assert (instead.words, instead.tried) == ("as usual", ())
    assert instead.installed
    assert instead.installed.record.answers
    assert instead.installed.record.answers.state == "wrong"
    assert instead.installed.record.answers.driver_version == pc.driver.version
    error = in_the_end(instead, WRONG)
    assert error.message.splitlines()[1:] == [
        "  - as installed: The output 'y' differs by 0.31, allowed 0.02",
        "  - as usual: The output 'y' differs by 0.31, allowed 0.02",
        "The engine that was there before stays.",
    ]
    damaged = replace(instead, installed=replace(instead.installed, file_state="damaged"))
    assert "stays" not in in_the_end(damaged, WRONG).message


def test_an_engine_that_is_known_to_be_wrong_is_built_anew_until_a_driver_may_have_changed_that() -> None:
    app, pc = with_references(package({})), machine(RTX_4070, libraries=RTX)
    planned = build_of(app, pc)
    record = replace(record_of(planned), answers=note_of(planned, replace(RIGHT, state="wrong", reason=WRONG.reason)))
    again = build_of(app, pc, InstalledEngine(record, "intact"))
    assert (again.verdict.state, again.verdict.cause) == ("stale", "answers")
    assert again.verdict.reason == "it gives wrong results: The output 'y' differs by 0.31, allowed 0.02"
    assert keep_of(app, newer(pc), record).check


def test_an_engine_that_was_built_in_another_way_stays_and_is_checked_like_any_other() -> None:
    app, pc = with_references(with_fp16_variant(package({}))), machine(RTX_4070, libraries=BOTH)
    ways = every_way(build_of(app, pc), WrongWay(WRONG.reason, used_timings=True))
    for way in ways[1:]:
        record = record_of(way)
        assert record.answers
        assert len(record.answers.tried) == ways.index(way)
        kept = keep_of(app, pc, record)
        assert (kept.model.variant, kept.backend) == (way.model.variant, way.backend)
        assert kept.check is None
        check = keep_of(app, newer(pc), record).check
        assert check
        assert check.tried == record.answers.tried
        assert [other.words for other in check.ways] == [way.words for way in ways]
        # What was not built so because others were wrong is stale, as it always was.
        plain = replace(record, answers=replace(record.answers, tried=()))
        plan = make_plan(app, pc, [InstalledEngine(plain, "intact")], EngineOptions())
        assert bool(plan.to_build) == (way.wanted != ways[0].wanted)
    # A library that is gone is no way any longer.
    assert build_of(app, machine(RTX_4070, libraries=CLASSIC), InstalledEngine(record_of(ways[3]), "intact"))


def test_what_is_rebuilt_on_request_begins_with_the_first_way() -> None:
    app, pc = with_references(package({})), machine(RTX_4070, libraries=CLASSIC)
    record = record_of(every_way(build_of(app, pc))[1])
    (planned,) = make_plan(app, pc, [InstalledEngine(record, "intact")], EngineOptions(), rebuild=True).to_build
    assert (planned.words, planned.tried) == ("as usual", ())


def test_numbers_that_json_does_not_have_are_left_out_of_the_note() -> None:
    planned = build_of(with_references(package({})), machine(RTX_4070))
    output = {"output": "y", "max_abs": math.inf, "cosine": math.nan, "psnr": 3.0, "fault": "is not finite"}
    note = note_of(planned, replace(RIGHT, outputs=(output,)))
    assert note
    assert note.outputs == (output | {"max_abs": None, "cosine": None},)
    assert note.tolerances == {"y": {"max_abs": 0.02}}
    assert (note.gpu, note.driver_version, note.seconds) == (RTX_4070.name, "580.159", 1.5)


def test_each_gpu_has_a_check_of_its_own() -> None:
    plan = make_plan(with_references(package({})), machine(RTX_4070, RTX_5090), [], EngineOptions(gpu="all"))
    assert [planned.answers and planned.answers.gpu for planned in plan.to_build] == [RTX_5090, RTX_4070]


def test_a_build_that_uses_no_timing_caches_has_no_timings_from_elsewhere() -> None:
    own = build_of(with_references(package({"optimization_level": 0})), machine(RTX_4070, libraries=CLASSIC))
    assert own.timing
    assert own.timing.job is None
    usual = build_of(with_references(package({})), machine(RTX_4070, libraries=CLASSIC))
    assert [way.without_timings for way in usual.ways] == [True, False]
    assert [way.without_timings for way in own.ways] == [False]


def test_one_file_in_fp32_is_another_way_if_it_is_here() -> None:
    app = with_references(with_fp16_variant(package({})))
    (model,) = app.models
    (narrow,) = model.variants
    wide = replace(narrow, spec=narrow.spec.model_copy(update={"precision": "fp32"}))
    pc = machine(RTX_4070)
    more = replace(app, models=(replace(model, variants=(narrow, wide)),))
    assert [way.words for way in build_of(more, pc).ways] == ["from m0, which is in fp32"]
    away = replace(app, models=(replace(model, onnx=replace(model.onnx, in_feed=True)),))
    assert [way.words for way in build_of(away, pc).ways] == []
    # Of a model that is in fp32 itself, no other file is any better.
    assert [way.words for way in build_of(more, machine(RTX_5090)).ways] == []


def test_the_other_source_is_the_first_of_the_other_ways() -> None:
    planned = build_of(with_references(package({})), machine(RTX_4070, libraries=BOTH))
    offer = Offer("engines/m0.engine", record_of(planned))
    fetched = replace(
        planned,
        source=Downloaded(expect_download(1000, from_folder=False), offer, say("it fits")),
        otherwise=planned.source,
    )
    failure = DownloadFailed(say("The network is gone."))
    for error, tried in ((failure, ()), (WRONG, ("as downloaded: The output 'y' differs by 0.31, allowed 0.02",))):
        instead = next_way(fetched, error)
        assert instead
        assert (instead.source, instead.otherwise, instead.tried) == (planned.source, None, tried)
        assert instead.ways == fetched.ways


def test_what_was_found_of_an_engine_that_is_there_is_noted_and_of_any_other_is_not() -> None:
    app, pc = with_references(package({})), machine(RTX_4070, libraries=RTX)
    record = record_of(build_of(app, pc))
    check = keep_of(app, newer(pc), record).check
    assert check
    found = noted(check, WRONG).installed
    assert found
    assert found.record.answers
    assert (found.record.answers.state, found.record.answers.gpu) == ("wrong", RTX_4070.name)
    elsewhere = replace(RIGHT, state="wrong", gpu="another", seconds=7.0)
    found = noted(check, WrongWay(WRONG.reason, answers=elsewhere)).installed
    assert found
    assert found.record.answers
    assert (found.record.answers.gpu, found.record.answers.seconds) == ("another", 7.0)
    assert noted(check, BuildFailed(say("It does not load."))) is check
    new = build_of(app, pc)
    assert noted(new, WRONG) is new
    gone = replace(check, installed=None)
    assert noted(gone, WRONG) is gone


def test_only_what_gave_wrong_outputs_where_it_was_asked_is_said_in_the_end() -> None:
    app, pc = with_references(package({})), machine(RTX_4070, libraries=RTX)
    planned = build_of(app, pc)
    record = record_of(planned)
    failure = BuildFailed(say("The library could not build it."), detail="what it said")
    right = replace(planned, installed=InstalledEngine(record, "intact"))
    assert in_the_end(right, failure) is failure
    assert planned.answers
    unasked = replace(planned, answers=replace(planned.answers, gpu=None))
    assert in_the_end(unasked, WRONG) is WRONG
    assert in_the_end(replace(planned, answers=None), WRONG) is WRONG
    wrong = replace(record, answers=note_of(planned, replace(RIGHT, state="wrong", reason=WRONG.reason)))
    for there, stays in (
        (InstalledEngine(wrong, "intact"), True),
        (InstalledEngine(wrong, "intact", staged=Path("/staging/m0.engine")), False),
        (InstalledEngine(wrong, "missing"), False),
    ):
        error = in_the_end(replace(planned, installed=there), failure)
        assert isinstance(error, AnswersWrong)
        assert "  - as installed: The output 'y' differs by 0.31, allowed 0.02" in error.message
        assert ("The engine that was there before stays." in error.message) == stays
        assert ("What was there before stays." in error.plain) == stays
        assert error.detail == "what it said"


@pytest.mark.parametrize("seconds", [None, 0.0, -1.0, math.inf, math.nan])
def test_a_time_that_cannot_be_is_not_believed(seconds: float | None) -> None:
    """Anybody may have written the file that it stands in."""
    app, pc = with_references(package({})), machine(RTX_4070, libraries=RTX)
    record = record_of(build_of(app, pc))
    assert record.answers
    unknown = keep_of(app, newer(pc), replace(record, answers=replace(record.answers, seconds=None))).check
    check = keep_of(app, newer(pc), replace(record, answers=replace(record.answers, seconds=seconds))).check
    assert check
    assert unknown
    assert check.expected == unknown.expected
    assert 0 < check.expected.seconds < math.inf


def test_a_check_takes_what_it_took_before_and_nothing_else() -> None:
    app, pc = with_references(package({})), machine(RTX_4070, libraries=RTX)
    check = keep_of(app, newer(pc), record_of(build_of(app, pc))).check
    assert check
    assert (check.expected.seconds, check.expected.closing, check.expected.known) == (1.5, 1.5, True)
    assert check.expected.memory_bytes > 0


def test_every_way_takes_the_time_of_its_check_too() -> None:
    plain = build_of(package({}), machine(RTX_4070, libraries=CLASSIC))
    offer = Offer("engines/m0.engine", record_of(plain))
    fetched = Downloaded(expect_download(1000, from_folder=False), offer, say("it fits"))
    way = Way(say("in another way"), plain.model, plain.backend, plain.wanted, plain.source, fetched)
    checked = build_of(with_references(package({})), machine(RTX_4070, libraries=CLASSIC))
    assert checked.answers
    planned = with_check_of_new(replace(plain, otherwise=fetched), checked.answers, [way])
    assert planned.otherwise
    (other,) = planned.ways
    assert other.otherwise
    more = [
        after.expected.seconds - before.expected.seconds
        for after, before in (
            (planned.source, plain.source),
            (planned.otherwise, fetched),
            (other.source, plain.source),
            (other.otherwise, fetched),
        )
    ]
    assert more == [pytest.approx(5.0)] * 4
    assert with_check_of_new(plain, replace(checked.answers, gpu=None), [way]).source == plain.source


def test_what_cannot_be_got_anew_is_still_checked() -> None:
    app, pc = with_references(package({})), machine(RTX_4070, libraries=RTX)
    kept = replace(keep_of(app, newer(pc), record_of(build_of(app, pc))), check=None)
    planned = build_of(app, pc)
    assert planned.answers

    def no_source() -> Any:
        raise NoSource(BuildFailed(say("There is no way.")))

    check = with_check_again(kept, planned.answers, no_source, ()).check
    assert check
    assert check.ways == ()


@pytest.mark.parametrize("state", ["right", "unchecked"])
def test_what_was_not_asked_is_asked_and_took_no_time(state: str) -> None:
    app, pc = with_references(package({})), machine(RTX_4070, libraries=RTX)
    planned = build_of(app, pc)
    note = note_of(planned, replace(RIGHT, state=state, gpu=None))  # type: ignore[arg-type]
    assert note
    assert note.seconds is None
    assert planned.answers
    assert why_check_again(note, planned.answers, "580.159") == "its results were not checked yet"
    assert why_check_again(None, planned.answers, "580.159") == "its results were not checked yet"
    nothing = note_of(planned, None)
    assert nothing
    assert (nothing.state, nothing.reason) == ("unchecked", "nothing was answered")
    assert note_of(build_of(package({}), pc), RIGHT) is None

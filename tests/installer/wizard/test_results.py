"""What the window says of results that are checked, and of features that gave wrong ones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.base.events import (
    Answers,
    Built,
    ModelFinished,
    ModelStarted,
    Phase,
    PlanMade,
    Result,
    checking_the_results,
)
from builder.base.text import say
from builder.building.engine_record import make_record
from builder.building.ladder import WrongWay, in_the_end
from builder.building.plan import InstalledEngine
from builder.building.planner import make_plan
from builder.engines.index import EngineRecord
from builder.engines.options import EngineOptions
from builder.gpu.nvml import Driver
from installer.target.installation import TargetState
from installer.wizard.assessment import Assessment, Brand
from installer.wizard.ending import Offers, ending_of
from installer.wizard.findings import Change
from installer.wizard.inventory import change_of
from installer.wizard.run_lines import line_of
from installer.wizard.run_state import RunState, engines_of
from installer.wizard.upkeep import maintenance_of, repair_of
from tests.support.assessments import assessed
from tests.support.plans import RTX_4070, machine, package
from tests.support.references import with_references
from tests.support.studio import studio
from tests.support.wizard import shown_rows, texts, titles
from tools.gallery.scenes import SCENES
from tools.gallery.studio import Studio

__all__ = ["studio"]

FEATURE = "Upscaling"
PC = machine(RTX_4070)
RIGHT = Answers("right", say("It agrees."), RTX_4070.name, 1.5)
MODEL = with_references(package({"feature": FEATURE}))


def engine(answers: Answers | None = RIGHT) -> EngineRecord:
    """An engine that was built as the plan wants it."""
    (planned,) = make_plan(MODEL, PC, [], EngineOptions()).to_build
    built = Built(9, "cd" * 32, 2.0, planned.wanted.library_version or "", {}, {}, None, answers=answers)
    return make_record(planned, built, None, (RTX_4070.compute_capability,), PC)


def found_with(record: EngineRecord, driver: str) -> Assessment:
    """What a repair of it finds on a computer with this driver."""
    pc = replace(PC, driver=Driver(driver, "13.0"))
    found = assessed(pc, [{"feature": FEATURE}], mode="repair")
    assert found.plan is not None
    plan = replace(found.plan, build=make_plan(MODEL, pc, [InstalledEngine(record, "intact")], EngineOptions()))
    state = TargetState(found.plan.index, None, None, None, leftovers=False, engines=plan.build.installed)
    return replace(found, plan=plan, change=change_of(plan, state, driver))


def test_after_another_driver_results_are_checked_again_and_nothing_else_is_said_to_be_wrong() -> None:
    found = found_with(engine(), "591.44")
    said = repair_of(found)
    assert (said.title, said.sentence) == (
        "The AI features are to be checked",
        "A new driver was installed, so their results are checked again.",
    )
    assert said.button == "Check now"
    assert [fact.title for fact in said.facts][1:] == ["1 AI feature is checked"]
    remark = maintenance_of(found).remark
    assert remark is not None
    assert (remark.title, remark.text) == (
        "A new driver was installed",
        "Choose Repair to check the results of the AI features again.",
    )


@pytest.mark.parametrize("noted", ["nothing", "that there was no card"])
def test_what_was_never_checked_is_said_to_be_so(noted: str) -> None:
    record = engine(None)
    if noted == "nothing":  # by a version that knew of no references
        record = replace(record, answers=None)
    found = found_with(record, "580.159")
    assert repair_of(found).sentence == "Their results have not been checked on this PC yet."
    assert maintenance_of(found).remark is None


def test_what_was_checked_with_this_driver_is_not_checked_again() -> None:
    found = found_with(engine(), "580.159")
    assert found.change is None
    assert maintenance_of(found).remark is None


def test_wrong_results_that_nothing_could_replace_are_said() -> None:
    """Of an engine that was right before, such as with another driver."""
    record = engine()
    assert record.answers is not None
    found = found_with(replace(record, answers=replace(record.answers, state="wrong", reason="y is 0.")), "580.159")
    assert found.change == Change("wrong", count=1)
    assert repair_of(found).sentence == "1 AI feature gives wrong results."
    remark = maintenance_of(found).remark
    assert remark is not None
    assert remark.title == "Some AI features give wrong results"


@pytest.mark.parametrize("is_there", [False, True])
def test_that_an_older_version_stays_is_said_in_plain_words(is_there: bool) -> None:
    (planned,) = make_plan(MODEL, PC, [], EngineOptions()).to_build
    planned = replace(planned, installed=InstalledEngine(engine(), "intact") if is_there else None)
    error = in_the_end(planned, WrongWay(say("The output 'y' differs.")))
    stays = " What was there before stays." if is_there else ""
    assert error.plain == f"An AI feature gave wrong results on this PC.{stays}"


def test_what_engines_json_says_of_wrong_results_is_named_with_the_ways() -> None:
    """It was read from a file, so it is an ordinary string."""
    record = engine()
    assert record.answers is not None
    record = replace(record, answers=replace(record.answers, state="wrong", reason="y is 0."))
    (planned,) = make_plan(MODEL, PC, [InstalledEngine(record, "intact")], EngineOptions()).to_build
    assert "as installed: y is 0\n" in in_the_end(planned, WrongWay(say("The output 'y' differs."))).message


def test_an_engine_that_is_only_checked_is_never_called_optimizing() -> None:
    found = found_with(engine(), "591.44")
    assert found.plan is not None
    state = RunState.begin("repair", engines_of(found), card="GeForce RTX 4070")
    plan = PlanMade(found.plan.build.to_json())
    assert line_of(plan, {}) == "Started: 0 of 1 models to optimize, 1 to check"
    state = state.after(plan)
    assert [row.state for row in state.rows] == ["next"]
    started = ModelStarted("m0", 1, 1, "tensorrt-rtx", source="check")
    assert line_of(started, {"m0": FEATURE}) == f"{FEATURE} (m0): checking its results"
    loading = Phase("m0", say("Loading the engine on {gpu}", gpu=RTX_4070.name))
    for event in (started, loading, Phase("m0", checking_the_results(RTX_4070.name))):
        state = state.after(event)
        assert (state.sentence, [row.is_tried for row in state.rows]) == ("Checking the results", [True])
    # It is wrong now, so it is made again.
    again = state.after(Phase("m0", say("Reading the model")))
    assert again.sentence == "Optimizing the AI features for your GeForce RTX 4070"
    kept = state.after(ModelFinished("m0", "kept", 1.0, answers="right"))
    assert [row.state for row in kept.rows] == ["kept"]
    ended = ending_of("repair", Brand(), found, Result(0, "ok", say("Done.")), kept, Offers())
    assert ended.sentence == "The results of its AI features are right."


def test_while_results_are_checked_nothing_is_called_optimizing(studio: Studio) -> None:
    window = SCENES["progress-checking-results"](studio)
    assert titles(window)[1] == "Checking the results"
    assert shown_rows(window)["Portrait retouch"] == "Checking…"
    assert "Optimizing" not in texts(window)


def test_the_end_names_what_was_made_in_another_way_and_why(studio: Studio) -> None:
    told = "Optimized in another way, because the first one gave wrong results: Portrait retouch."
    assert told in texts(SCENES["done-otherwise"](studio))


def test_a_feature_that_only_gives_wrong_results_could_not_be_set_up(studio: Studio) -> None:
    window = SCENES["done-wrong-results"](studio)
    assert shown_rows(window)["Sky replacement"] == "Could not be set up"
    assert "gave wrong results" in texts(window)


def test_the_page_of_a_repair_says_what_a_new_driver_means(studio: Studio) -> None:
    window = SCENES["repair-new-driver"](studio)
    assert "A new driver was installed, so their results are checked again." in texts(window)
    assert "4 AI features are checked" in texts(window)

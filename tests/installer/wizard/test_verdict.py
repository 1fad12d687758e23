"""One verdict from all checks, and the facts beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.base.errors import (
    AccessDenied,
    EngineInstallerError,
    InvalidParameter,
    LibraryMissing,
    PackageInvalid,
    Remedy,
)
from builder.base.text import Text, say
from builder.building.machine import Machine
from builder.building.preflight import Check, Problem
from builder.building.target_facts import TargetFacts
from builder.engines.options import EngineOptions
from builder.gpu.nvml import Driver, GpuProblem
from installer.wizard.assessment import Assessment
from installer.wizard.facts import Fact, caveats, check_rows, check_sentence, facts
from installer.wizard.verdict import CARD_PROBLEMS, Verdict, lacking_features, verdict, verdict_of
from tests.support.assessments import FACTS, assessed
from tests.support.plans import CLASSIC, GTX_1080, H200, RTX_4070, RTX_5090, machine

PC = machine(RTX_4070)
RTX_2080 = replace(RTX_4070, name="NVIDIA GeForce RTX 2080", compute_capability="7.5")
OLD_DRIVER = replace(PC, driver=Driver("550.54", "12.4"))
RETOUCH: dict[str, object] = {"feature": "Portrait retouch"}
SKY: dict[str, object] = {"feature": "Sky replacement"}


def without_driver(name: str, *, has_card: bool) -> Machine:
    problem = GpuProblem(name, say("odd"), say("Do this."), has_card)  # type: ignore[arg-type]
    return replace(machine(), driver=Driver(problem=problem))


def said(judged: Verdict) -> tuple[str, str, str]:
    return judged.kind, judged.title, judged.text


def test_a_good_pc_is_ready() -> None:
    assert verdict(assessed(PC)) == Verdict("ready", say("Your PC is ready"))


@pytest.mark.parametrize(
    ("pc", "has_payload", "title", "text", "remedy"),
    [
        (
            machine(), True, "No NVIDIA graphics card found",
            "You can install, but the AI features will not work on this PC. Everything else will.", Remedy.NONE,
        ),
        (
            machine(), False, "No NVIDIA graphics card found",
            "You can install, but Lumen will not work on this PC.", Remedy.NONE,
        ),
        (
            machine(GTX_1080), True, "Your graphics card is too old for the AI features",
            "You can install; everything else will work.", Remedy.NONE,
        ),
        (
            machine(GTX_1080), False, "Your graphics card is too old for the AI features",
            "You can install, but Lumen will not work on this PC.", Remedy.NONE,
        ),
        (
            machine(H200), True, "The AI features do not support your graphics card",
            "You can install; everything else will work.", Remedy.NONE,
        ),
        (
            OLD_DRIVER, True, "Your graphics driver is too old",
            "The AI features need version 580 or newer.", Remedy.GET_DRIVER,
        ),
        (
            OLD_DRIVER, False, "Your graphics driver is too old",
            "The AI features need version 580 or newer. You can install, but Lumen will not work on this PC.",
            Remedy.GET_DRIVER,
        ),
        (
            without_driver("no_driver", has_card=True), True, "Your graphics card has no driver",
            "The AI features need version 580 or newer.", Remedy.GET_DRIVER,
        ),
        (
            without_driver("driver_mismatch", has_card=True), True, "Your graphics card does not respond",
            "Until you restart this PC, the AI features will not work. You can install; everything else will work.",
            Remedy.TRY_AGAIN,
        ),
        (
            without_driver("binding_missing", has_card=True), True, "This setup is incomplete",
            "It cannot find out which graphics card you have. Download it again from Lumen Imaging GmbH. "
            "You can install; everything else will work.", Remedy.DOWNLOAD_AGAIN,
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("policy", ["portable", "skip"])
def test_a_warning_that_costs_a_function_is_a_caveat(
    pc: Machine, has_payload: bool, title: str, text: str, remedy: Remedy, policy: str
) -> None:
    judged = verdict(assessed(pc, has_payload=has_payload, no_gpu=policy))
    assert said(judged) == ("caveat", title, text)
    assert (judged.remedy, judged.keeps_working, judged.meter) == (remedy, has_payload, None)


def test_a_repair_is_no_installation() -> None:
    judged = verdict(assessed(machine(), mode="repair"))
    assert judged.text == "You can go on, but the AI features will not work on this PC. Everything else will."


def test_only_some_features_may_be_lost() -> None:
    models = [RETOUCH | {"no_gpu": "skip", "data_types": frozenset({"bf16"})}, SKY]
    found = assessed(machine(RTX_2080), models, has_payload=False)
    judged = verdict(found)
    assert judged.title == "Your graphics card is too old for some AI features"
    assert judged.text == "You can install; everything else will work."
    assert judged.keeps_working
    lacking = lacking_features(found)
    assert lacking is not None
    assert (lacking.features, lacking.is_all) == (("Portrait retouch",), False)


def test_what_the_user_left_out_is_not_missed() -> None:
    options = EngineOptions(without=("Portrait retouch",))
    assert verdict(assessed(PC, [RETOUCH, SKY], options=options)).kind == "ready"
    judged = verdict(assessed(machine(), [RETOUCH, SKY], options=options, no_gpu="skip"))
    assert judged.text.startswith("You can install, but the AI features will not work")


def test_notes_are_no_verdict() -> None:
    pc = replace(PC, memory_free_bytes=100 << 20, memory_total_bytes=4 << 30)
    full = replace(pc, gpus=(replace(RTX_4070, memory_free_mib=100),))
    found = assessed(full)
    assert {check.problem for check in found.checks} == {None, Problem.LITTLE_MEMORY, Problem.LITTLE_GPU_MEMORY}
    assert verdict(found).kind == "ready"
    assert check_sentence(found) == "See what is marked."


def test_a_lost_card_beside_a_good_one_costs_nothing() -> None:
    problem = GpuProblem("gpu_lost", say("GPU 1 has stopped answering"), say("Restart."))
    assert verdict(assessed(replace(PC, driver=Driver("580.159", "13.0", problem)))).kind == "ready"


DENIED = AccessDenied(say("Cannot write to /t/engines: Permission denied."))


@pytest.mark.parametrize(
    ("found", "title", "text", "remedy"),
    [
        (
            assessed(PC, target=replace(FACTS, free_bytes=310_000_000), copy_bytes=1_397_900_000),
            "Not enough room on drive C",
            "Lumen needs 1.4 GB, and 310 MB are free. "
            "Choose another folder, or free 1.09 GB: this page notices by itself.",
            Remedy.FREE_SPACE,
        ),
        (
            assessed(PC, target=replace(FACTS, free_bytes=0), mode="repair"),
            "Not enough room on drive C",
            "Lumen needs 2.1 MB, and 0 bytes are free. Free 2.1 MB: this page notices by itself.",
            Remedy.FREE_SPACE,
        ),
        (
            assessed(PC, target=replace(FACTS, write_error=DENIED)),
            "This folder cannot be used", "You are not allowed to write there.", Remedy.OTHER_FOLDER,
        ),
        (
            assessed(PC, target=replace(FACTS, held=True)),
            "Lumen is already being set up",
            "The other window must finish first. This page goes on by itself.", Remedy.WAIT,
        ),
        (
            assessed(replace(PC, libraries={})),
            "This setup is incomplete", "Download it again from Lumen Imaging GmbH.", Remedy.DOWNLOAD_AGAIN,
        ),
        (
            assessed(machine(), no_gpu="stop"),
            "No NVIDIA graphics card found",
            "Lumen needs a graphics card of the RTX 20 series or newer.", Remedy.NONE,
        ),
        (
            assessed(machine(GTX_1080), no_gpu="stop"),
            "Your graphics card is too old for the AI features",
            "Lumen needs a graphics card of the RTX 20 series or newer.", Remedy.NONE,
        ),
        (
            assessed(OLD_DRIVER, no_gpu="stop"),
            "Your graphics driver is too old", "The AI features need version 580 or newer.", Remedy.GET_DRIVER,
        ),
        (
            assessed(replace(PC, memory_free_bytes=1 << 20, memory_total_bytes=2 << 20)),
            "Not enough memory",
            "Your PC has too little memory for the AI features. They need 151 MB.", Remedy.NONE,
        ),
        (
            assessed(PC, refusal=PackageInvalid(say("app.toml is wrong."))),
            "This setup is incomplete", "Download it again from Lumen Imaging GmbH.", Remedy.DOWNLOAD_AGAIN,
        ),
        (
            assessed(PC, refusal=InvalidParameter(say("Odd."))),
            "Lumen cannot be installed on this PC", InvalidParameter.plain, InvalidParameter.remedy,
        ),
    ],
)  # fmt: skip
def test_what_prevents_the_installation(found: Assessment, title: str, text: str, remedy: Remedy) -> None:
    judged = verdict(found)
    assert said(judged) == ("cannot", title, text)
    assert judged.remedy is remedy
    assert (judged.meter is not None) == title.startswith("Not enough room")


def test_of_several_reasons_the_one_that_no_other_folder_mends_comes_first() -> None:
    bad = TargetFacts(Path("/t/engines"), 0, DENIED, probed=True, held=True)
    assert verdict(assessed(PC, target=bad)).problem is Problem.NO_ACCESS
    assert verdict(assessed(machine(), target=bad, no_gpu="stop")).problem is Problem.NO_GPU


def test_an_error_that_prevented_every_look_has_a_verdict_too() -> None:
    judged = verdict_of(LibraryMissing(say("No.")), "", None)
    assert said(judged) == ("cannot", "This setup is incomplete", "Download it again.")
    assert verdict_of(EngineInstallerError(say("Odd.")), "").title == "This setup cannot go on"
    assert verdict_of(DENIED, "Lumen").text == "You are not allowed to write there."


@given(
    st.lists(
        st.builds(
            Check,
            st.sampled_from(["gpu", "driver", "library", "memory", "gpu_memory", "disk", "write_access", "other_run"]),
            st.just(say("Title")),
            st.sampled_from(["pass", "warn", "fail"]),
            st.just(say("fact")),
            problem=st.sampled_from([None, *Problem]),
            error=st.sampled_from([None, DENIED, LibraryMissing(say("No."))]),
            amounts=st.sampled_from([None, (10, 20)]),
        ),
        max_size=6,
    ),
    st.sampled_from([PC, machine(), machine(GTX_1080), OLD_DRIVER]),
    st.booleans(),
)
def test_every_fail_prevents_and_no_other_check_decides(checks: list[Check], pc: Machine, has_payload: bool) -> None:
    found = replace(assessed(pc, has_payload=has_payload), checks=tuple(checks), refusal=None)
    judged = verdict(found)
    fails = any(check.state == "fail" for check in checks)
    assert (judged.kind == "cannot") == fails
    assert (judged.kind == "ready") == (not fails and pc is PC)
    assert judged.title
    assert judged.kind == "ready" or judged.text
    if judged.kind == "caveat":
        assert judged.keeps_working == has_payload
        assert judged.problem is not None
    assert len(check_rows(found)) == len(checks)
    assert all(row.title for row in check_rows(found))


def test_the_first_page_has_three_facts() -> None:
    found = assessed(PC, copy_bytes=1_397_900_000)
    assert facts(found) == (
        Fact("gpu", Text("GeForce RTX 4070"), say("AI features will run at full speed")),
        Fact("clock", say("Less than a minute"), say("You can keep using your PC")),
        Fact("disk", Text("1.4 GB"), Text("73 GB free on drive C")),
    )
    assert [fact.icon for fact in facts(assessed(machine()))] == ["clock", "disk"]


def test_quick_optimization_and_several_cards_are_said() -> None:
    quick = assessed(replace(PC, libraries=CLASSIC), options=EngineOptions(optimization_level=2))
    assert facts(quick)[0].note == "AI features may run a little slower"
    both = assessed(machine(RTX_4070, RTX_5090), options=EngineOptions(gpu="all"))
    assert facts(both)[0].title == "2 graphics cards"


def test_the_system_check_lists_what_was_found_and_needed() -> None:
    found = assessed(PC, copy_bytes=1_397_900_000)
    rows = [(row.icon, row.title, row.found, row.needed) for row in check_rows(found)]
    assert rows == [
        ("good", "Graphics card", "NVIDIA GeForce RTX 4070, 12 GB", "RTX 20 series or newer"),
        ("good", "Driver", "580.159", "580 or newer"),
        ("good", "AI software", "Included", ""),
        ("good", "Memory", "16 GB of 24 GB free", "151 MB"),
        ("good", "Disk", "73 GB free on drive C", "1.4 GB"),
        ("good", "Folder", "Can be written to", ""),
        ("good", "Other setups", "None running", ""),
    ]
    assert check_sentence(found) == "Your PC has everything that is needed."


def test_a_driver_that_is_too_old_has_the_mark_not_the_card() -> None:
    rows = {str(row.title): row for row in check_rows(assessed(OLD_DRIVER))}
    assert (rows["Graphics card"].icon, rows["Driver"].icon) == ("good", "warn")
    assert "Install driver 580" not in rows["Graphics card"].note
    assert rows["Driver"].note


def test_without_a_card_there_is_one_line_about_it() -> None:
    rows = [row for row in check_rows(assessed(machine())) if row.title in ("Graphics card", "Driver")]
    assert [(row.icon, row.title, row.found) for row in rows] == [("warn", "Graphics card", "No NVIDIA graphics card")]


def test_caveats_are_said_again_at_the_end() -> None:
    assert caveats(assessed(PC)) == ()
    (card,) = caveats(assessed(machine()), windows=True)
    assert (card.sentence, card.title, card.text) == (
        "The AI features do not work on this PC.",
        "No NVIDIA graphics card found",
        "If you add one, choose Modify in Settings › Apps.",
    )
    found = assessed(replace(PC, libraries=CLASSIC), [RETOUCH, SKY, {}])
    (busy,) = caveats(found, ["Portrait retouch", "Sky replacement"], ["Blender"], windows=True)
    assert busy.sentence == "2 AI features may run a little slower than they could."
    assert busy.title == "Blender was using your graphics card"
    assert busy.text == (
        "Portrait retouch and Sky replacement can be made faster in less than a minute: now, or at any time from "
        "Settings › Apps › Modify."
    )
    (unnamed,) = caveats(found, [""], ["Blender", "Steam"], windows=False)
    assert unnamed.title == "Other programs were using your graphics card"
    assert unnamed.text.startswith("The AI features can be made faster")
    assert unnamed.text.endswith("now, or at any time with Repair.")


def test_every_problem_of_cards_has_a_title_of_its_own() -> None:
    found = assessed(machine())
    titles = set()
    for problem in CARD_PROBLEMS:
        check = Check("driver", say("Driver"), "warn", say("odd"), problem=problem)
        titles.add(verdict(replace(found, checks=(check,))).title)
    assert len(titles) == len(CARD_PROBLEMS)

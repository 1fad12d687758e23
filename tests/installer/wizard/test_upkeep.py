"""What the pages of maintenance, repair and removal say, decided without Qt."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.engines.options import EngineOptions
from installer.wizard.assessment import Assessment
from installer.wizard.findings import Change, ChangeKind, LastingCaveat
from installer.wizard.upkeep import (
    lasting_remark,
    listed,
    maintenance_of,
    nothing_of,
    removal_lines,
    repair_of,
)
from installer.wizard.views import Action
from tests.support.installed import (
    OLD,
    RTX_3060,
    RTX_4070,
    edit_index,
    for_gpu,
    found_by,
    home,
    installed_once,
    machine,
    target,
    timed_while_busy,
)

__all__ = ["home", "installed_once", "target"]

PC = machine(RTX_4070)


def test_qt_is_not_needed_to_decide() -> None:
    code = "import sys, installer.wizard.upkeep; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# Maintenance.


def test_an_installation_can_be_repaired_changed_and_removed(target: Path) -> None:
    said = maintenance_of(found_by(target, "install", PC))
    assert said.title == "Test App 1.0 is installed"
    assert said.remark is None
    assert said.features == "2 of 2 installed"
    assert said.freed.startswith("frees ")
    left_out = maintenance_of(found_by(target, "install", PC, options=EngineOptions(without=("Upscaling",))))
    assert left_out.features == "2 of 2 installed"  # what is there now counts, not what is asked for


def test_features_that_are_not_there_do_not_count(target: Path) -> None:
    next((target / "engines").glob("gamma-*")).unlink()
    assert maintenance_of(found_by(target, "install", PC)).features == "1 of 2 installed"


def test_what_an_installation_lacks_is_said_above_what_helps(target: Path) -> None:
    edit_index(target, timed_while_busy)
    remark = maintenance_of(found_by(target, "install", PC)).remark
    assert remark is not None
    assert remark.title == "blender was using your graphics card"
    assert remark.text == "Upscaling can be made faster: choose Repair."


@pytest.mark.parametrize(
    ("caveat", "title", "text"),
    [
        (
            LastingCaveat("busy", ("A", "B", "C"), ("Blender", "Krita")),
            "Other programs were using your graphics card",
            "A, B and C can be made faster: choose Repair.",
        ),
        (
            LastingCaveat("busy", ("A", "B", "C", "D")),
            "Other programs were using your graphics card",
            "The AI features can be made faster: choose Repair.",
        ),
        (
            LastingCaveat("no_gpu", ("A",)),
            "No graphics card in this PC can be used",
            "Without one, these do not work: A. If that changes, choose Repair.",
        ),
        (
            LastingCaveat("no_gpu"),
            "No graphics card in this PC can be used",
            "The AI features do not work without one. If that changes, choose Repair.",
        ),
    ],
)
def test_caveats_in_words(caveat: LastingCaveat, title: str, text: str) -> None:
    remark = lasting_remark(caveat)
    assert remark is not None
    assert (remark.title, remark.text) == (title, text)


# Repair.


def test_another_card_is_shown_beside_the_old_one(target: Path) -> None:
    edit_index(target, for_gpu(RTX_3060))
    said = repair_of(found_by(target, pc=PC))
    assert (said.title, said.sentence) == (
        "Your graphics card changed",
        "The AI features of Test App were optimized for the old card.",
    )
    assert (said.before, said.now) == ("GeForce RTX 3060", "GeForce RTX 4070")
    assert (said.action, said.button) == (Action.OPTIMIZE, "Optimize for RTX 4070")
    assert [fact.title for fact in said.facts] == ["Less than a minute", "2 AI features are optimized"]
    assert said.facts[1].note == "Files and settings stay as they are"
    assert said.remark is None


def test_files_are_restored_and_others_stay(target: Path) -> None:
    edit_index(target, for_gpu(RTX_3060))
    (target / "studio").unlink()
    (target / "data/one.txt").write_bytes(b"changed")
    said = repair_of(found_by(target, pc=machine(RTX_3060)))
    assert (said.title, said.sentence) == ("Test App needs a repair", "2 files are missing or damaged.")
    assert (said.action, said.button) == (Action.REPAIR, "")
    # The package is still where it was; the changed file is kept under another name.
    assert [fact.title for fact in said.facts] == ["Less than a minute", "2 files are restored"]
    assert said.facts[1].note == "Your own files stay as they are"


def test_what_is_repaired_is_named_as_far_as_there_is_room(target: Path) -> None:
    edit_index(target, for_gpu(RTX_4070))
    next((target / "engines").glob("gamma-*")).unlink()
    said = repair_of(found_by(target, pc=PC))
    assert [(line.name, line.state) for line in said.lines] == [("Portrait retouch", "Missing or damaged")]
    (target / "studio").write_bytes(b"changed")
    (target / "data/one.txt").unlink()
    said = repair_of(found_by(target, pc=PC))
    assert [(line.name, line.state) for line in said.lines] == [
        ("one.txt", "Missing"),
        ("studio", "Damaged"),
        ("Portrait retouch", "Missing or damaged"),
    ]
    for kept in (target / ".engine-installer/package").glob("*.onnx"):
        kept.unlink()
    said = repair_of(found_by(target, pc=PC))
    assert len(said.lines) == 4
    assert said.lines[-1].name == "and 3 more"
    edit_index(target, for_gpu(RTX_3060))
    assert repair_of(found_by(target, pc=PC)).lines == ()  # there is a picture


def test_what_cannot_be_restored_is_said(target: Path, home: Path) -> None:
    (home / "package").rename(home / "gone")
    (target / "studio").unlink()
    said = repair_of(found_by(target, pc=PC))
    assert said.sentence == "1 file is missing or damaged."
    assert said.remark is not None
    assert said.remark.title == "Some files cannot be restored from here"


def test_without_a_card_a_repair_goes_on_with_a_caveat(target: Path) -> None:
    next((target / "engines").glob("gamma-*")).unlink()
    said = repair_of(found_by(target, pc=machine()))
    assert said.sentence == "1 AI feature is missing or damaged."
    assert said.remark is not None
    assert said.remark.title == "No NVIDIA graphics card found"


def test_what_was_timed_while_busy_can_be_made_faster(target: Path) -> None:
    edit_index(target, timed_while_busy)
    said = repair_of(found_by(target, pc=PC))
    assert (said.title, said.sentence) == (
        "The AI features can be made faster",
        "blender was using your graphics card when they were optimized.",
    )
    assert said.action is Action.OPTIMIZE


def test_optimizing_again_is_no_repair(target: Path) -> None:
    said = repair_of(found_by(target, pc=PC, rebuild=True))
    assert said.title == "Optimize the AI features again?"
    assert said.action is Action.OPTIMIZE
    assert said.facts[1].title == "2 AI features are optimized"


@pytest.mark.parametrize("kind", ["gpu", "driver", "library", "files", "engines", "busy", "settings", None])
@pytest.mark.parametrize("before", ["", "NVIDIA GeForce RTX 3060"])
@pytest.mark.parametrize("count", [0, 1, 1284])
def test_whatever_has_changed_there_are_words_for_it(
    target: Path, kind: ChangeKind | None, before: str, count: int
) -> None:
    found = replace(found_by(target, pc=PC), change=Change(kind, before, "NVIDIA X", count) if kind else None)
    said = repair_of(found)
    assert said.title
    assert said.sentence.endswith(".")
    assert bool(said.before) == bool(said.now) == (kind == "gpu" and bool(before))
    if kind == "files" and count > 1000:
        assert said.sentence == "1,284 files are missing or damaged."


# Nothing to repair.


def test_that_everything_is_fine_is_said_with_what_was_looked_at(target: Path) -> None:
    edit_index(target, for_gpu(RTX_4070))
    said = nothing_of(found_by(target, pc=PC))
    assert (said.title, said.sentence, said.badge) == (
        "Everything is fine",
        "Test App 1.0 has nothing to repair.",
        "good",
    )
    files = len(json.loads((target / ".engine-installer/receipt.json").read_text())["files"]) + 3
    assert [(fact.title, fact.note) for fact in said.facts] == [
        ("All files complete", f"{files} files checked just now"),
        ("2 of 2 AI features ready", "optimized for your GeForce RTX 4070"),
    ]
    assert said.can_optimize
    assert said.remark is None


@pytest.mark.parametrize("gpus", [(), (OLD,)])
def test_where_no_card_runs_them_features_are_not_called_ready(target: Path, gpus: tuple[()]) -> None:
    said = nothing_of(found_by(target, pc=machine(*gpus)))
    assert (said.title, said.badge) == ("There is nothing to repair", "warn")
    assert [fact.title for fact in said.facts] == ["All files complete"]
    assert said.remark is not None
    assert not said.can_optimize


def test_features_that_were_left_out_are_not_counted(target: Path) -> None:
    found = replace(found_by(target, pc=PC), left_out=("Upscaling",))
    assert nothing_of(found).facts[1].title == "1 of 1 AI feature ready"
    assert found.installed is not None
    without_names = replace(found, installed=replace(found.installed, all_features=()))
    assert nothing_of(without_names).facts[1].title == "AI features ready"


# Removal.


def removal(target: Path) -> Assessment:
    return found_by(target, "uninstall")


def test_a_removal_says_what_it_frees_and_what_stays(target: Path) -> None:
    found = removal(target)
    assert found.removal is not None
    frees, own = removal_lines(found)
    assert frees.name.startswith("Frees ")
    assert frees.name.endswith(" on this disk")
    assert frees.state == f"{found.removal.count} files"
    assert own.name == "Your own files stay"
    (target / "studio").write_bytes(b"changed")
    (_, _, changed) = removal_lines(removal(target))
    assert (changed.name, changed.state) == ("1 file that you changed stays", "studio")


def test_of_many_changed_files_some_are_named(target: Path) -> None:
    found = removal(target)
    assert found.removal is not None
    many = replace(found.removal, changed=tuple(f"presets/{number}.json" for number in range(5)), was_there=("a/b",))
    (_, _, changed, there) = removal_lines(replace(found, removal=many))
    assert changed.state == "0.json, 1.json, 2.json and 2 more"
    assert (there.name, there.state) == ("1 file that was there before stays", "b")


@given(names=st.lists(st.text(min_size=1), max_size=5))
def test_names_of_others_cannot_be_taken_for_something_else(names: list[str]) -> None:
    said = listed(names)
    assert "\n" not in said
    assert "\u202e" not in said


@given(count=st.integers(0, 5), busy=st.booleans(), programs=st.lists(st.text(min_size=1, max_size=8), max_size=3))
def test_a_lasting_caveat_always_says_what_helps(count: int, busy: bool, programs: list[str]) -> None:
    features = tuple(f"Feature {number}" for number in range(count))
    remark = lasting_remark(LastingCaveat("busy" if busy else "no_gpu", features, tuple(programs)))
    assert remark is not None
    assert remark.title
    assert "choose Repair" in remark.text

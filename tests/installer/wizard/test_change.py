"""The page on which features are added and removed: what it says of them, with real installations and widgets."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from builder.base.errors import EngineInstallerError
from builder.base.events import Result
from builder.base.quantities import Bytes
from builder.base.text import say
from builder.building.estimate import Expected, expect_download
from builder.building.plan import BuildPlan
from builder.feed.contents import Feed
from installer.actions.elevated import arguments_of
from installer.target.request import Request
from installer.wizard import footer
from installer.wizard.assessment import Assessment, Brand
from installer.wizard.change import FeatureChange, change_facts, change_of_features, cost_of, feature_lines
from installer.wizard.controls.choices import Check
from installer.wizard.controls.labels import Spoken
from installer.wizard.ending import Offers, ending_of
from installer.wizard.facts import facts
from installer.wizard.findings import FeatureOffer, Room, seconds_for
from installer.wizard.footer import FooterBar
from installer.wizard.inventory import feature_offers
from installer.wizard.pages import change
from installer.wizard.pages.change import ChangePage
from installer.wizard.run_state import RunState, engines_of
from installer.wizard.views import Action
from tests.builder.building.test_source import OUT_OF_REACH, feed_of, offer, plan_of, with_feed
from tests.support import runs
from tests.support.assessments import assessed
from tests.support.installed import (
    RTX_4070,
    edit_index,
    found_by,
    home,
    installed_once,
    machine,
    package_of,
    target,
)
from tests.support.plans import RTX_4070 as CARD
from tests.support.plans import machine as plan_machine

__all__ = ["home", "installed_once", "target"]

PC = machine(RTX_4070)
ROOMY = Room(say("this disk"), 73_000_000_000)


@pytest.fixture(scope="session")
def partial_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the application is installed without a feature."""
    folder = tmp_path_factory.mktemp("partial")
    assert runs.install(folder, package_of(folder / "package"), "--without", "Upscaling").code == 0
    return folder / "target"


def built(seconds: float) -> Expected:
    return Expected(seconds, 0.0, known=False)


def with_offers(found: Assessment, room: Room = ROOMY) -> Assessment:
    """The same with sizes and times of real features."""
    there = found.installed.features if found.installed else ()
    sizes = {"Upscaling": 310_000_000, "Portrait retouch": 280_000_000}
    offers = [
        FeatureOffer(offer.name, sizes[offer.name], () if offer.name in there else (built(100.0), built(40.0)))
        for offer in found.offers
    ]
    return replace(found, offers=tuple(offers), jobs=1, room=room)


def said(found: Assessment, *wanted: str) -> list[str]:
    """The facts of a choice, as they are read."""
    facts = change_facts(found, change_of_features(found, wanted))
    return [": ".join(filter(None, (fact.title, fact.note))) for fact in facts]


# What is said.


def test_every_feature_has_its_size_and_what_is_not_there_the_time_it_takes(partial_once: Path) -> None:
    found = found_by(partial_once, "install", PC)
    upscaling, retouch = feature_lines(found)
    assert (upscaling.name, upscaling.is_wanted, upscaling.can_change) == ("Upscaling", False, True)
    assert upscaling.note == f"Less than a minute · {Bytes(found.offers[0].bytes)}"
    record = next(each for each in found.plan.build.kept).installed.record if found.plan else None
    assert record is not None
    assert retouch.note == f"Installed · {Bytes(record.size)}"
    assert retouch.is_wanted


def test_a_choice_says_what_it_adds_and_removes_how_long_that_takes_and_what_room(partial_once: Path) -> None:
    found = with_offers(found_by(partial_once, "install", PC))
    assert said(found, "Portrait retouch") == ["73 GB free on this disk"]
    assert said(found, "Portrait retouch", "Upscaling") == [
        "Adds Upscaling",
        "About 2 minutes",
        "310 MB: 73 GB free on this disk",
    ]
    assert said(found) == ["Removes Portrait retouch", "Frees 280 MB on this disk"]
    assert said(found, "Upscaling")[0] == "Adds Upscaling: Removes Portrait retouch"


def test_what_is_damaged_is_said_and_no_part_of_a_change(target: Path) -> None:
    next((target / "engines").glob("gamma-*")).unlink()
    found = found_by(target, "install", PC)
    upscaling, retouch = feature_lines(found)
    assert upscaling.note.startswith("Installed · ")
    assert retouch.note.startswith("Missing or damaged · ")
    assert retouch.is_wanted
    assert cost_of(found, FeatureChange(removed=("Upscaling",))).seconds == 0


def test_a_feature_that_no_card_here_runs_cannot_be_added(tmp_path: Path) -> None:
    package = package_of(tmp_path / "package", defaults={"no_gpu": "skip"})
    assert runs.install(tmp_path, package, "--without", "Upscaling").code == 0
    upscaling, _ = feature_lines(found_by(tmp_path / "target", "install"))
    assert (upscaling.note, upscaling.can_change) == ("Does not work on this PC", False)
    upscaling, _ = feature_lines(found_by(tmp_path / "target", "install", PC))
    assert upscaling.can_change


def test_the_engines_that_are_there_are_judged_by_what_they_were_asked_for_as(target: Path) -> None:
    edit_index(target, lambda index: index["options"].update(portable=True))
    assert [offer.missing for offer in found_by(target, "install", PC).offers] == [(), ()]


def test_many_features_are_not_all_named(target: Path) -> None:
    found = found_by(target, "install", PC)
    names = tuple(f"Style {number}" for number in range(1, 6))
    (adds, *_) = change_facts(found, FeatureChange(added=names))
    assert adds.title == "Adds Style 1, Style 2, Style 3 and 2 more"


def test_a_run_for_other_features_is_a_change_and_no_installation(target: Path) -> None:
    found = found_by(target, "install", PC)
    assert (found.deed, found.installed is not None) == ("install", True)
    assert found.installed is not None
    changed = found_by(target, "install", PC, remove=("Upscaling",))
    assert changed.deed == "change"
    assert found_by(target, "repair", PC).deed == "repair"
    run = RunState.begin(changed.deed, engines_of(changed))
    assert run.sentence == "Removing files"
    ended = ending_of("install", Brand(), changed, Result(0, "ok", say("Done.")), run, Offers())
    assert (ended.title, ended.sentence) == ("Test App is ready", "Removed: Upscaling.")


# The page.


def shown(qtbot: QtBot, found: Assessment) -> ChangePage:
    page = ChangePage()
    qtbot.addWidget(page)
    page.resize(640, 340)
    page.show_assessment(found)
    page.show()
    QApplication.processEvents()
    return page


def boxes(page: QWidget) -> list[Check]:
    return [box for box in page.findChildren(Check) if box.isVisible()]


def test_only_what_changes_something_can_be_applied(qtbot: QtBot, partial_once: Path) -> None:
    page = shown(qtbot, with_offers(found_by(partial_once, "install", PC)))
    upscaling, retouch = boxes(page)
    assert [box.isChecked() for box in (upscaling, retouch)] == [False, True]
    assert page.focus_wanted is upscaling
    assert page.footer().why_disabled(Action.APPLY_CHANGE) == "Choose a feature to add or remove"
    with qtbot.waitSignal(page.changed):
        QTest.keyClick(upscaling, Qt.Key.Key_Space)
    assert page.footer().why_disabled(Action.APPLY_CHANGE) is None
    assert page.footer().primary is Action.APPLY_CHANGE
    assert page.applied(Request()) == Request(add=("Upscaling",))
    retouch.click()
    assert page.applied(Request()) == Request(add=("Upscaling",), remove=("Portrait retouch",))
    retouch.click()
    upscaling.click()
    assert page.footer().primary is None


def test_a_row_is_a_box_whose_state_is_read_as_well(qtbot: QtBot, partial_once: Path) -> None:
    page = shown(qtbot, with_offers(found_by(partial_once, "install", PC)))
    assert [box.accessibleDescription() for box in boxes(page)] == ["About 2 minutes · 310 MB", "Installed · 280 MB"]
    boxes(page)[0].click()
    QApplication.processEvents()
    facts = [fact.text() for fact in page.findChildren(Spoken) if fact.isVisible()]
    assert facts == ["Adds Upscaling", "About 2 minutes", "310 MB: 73 GB free on this disk"]


def test_without_room_nothing_can_be_applied_and_the_page_says_why(qtbot: QtBot, partial_once: Path) -> None:
    little = Room(say("drive {letter}", letter="C"), 100_000_000)
    page = shown(qtbot, with_offers(found_by(partial_once, "install", PC), little))
    assert page.header().sentence == "Choose the features to have on this PC."
    boxes(page)[0].click()
    assert page.header().sentence == "Not enough room on drive C"
    assert page.footer().why_disabled(Action.APPLY_CHANGE) == "Not enough room on drive C"
    assert page.footer().primary is None
    boxes(page)[0].click()
    boxes(page)[1].click()
    assert page.footer().primary is Action.APPLY_CHANGE


def test_a_box_that_cannot_be_ticked_is_no_stop(qtbot: QtBot, partial_once: Path) -> None:
    found = with_offers(found_by(partial_once, "install", PC))
    offers = tuple(replace(offer, is_possible=False) for offer in found.offers)
    page = shown(qtbot, replace(found, offers=offers))
    upscaling, retouch = boxes(page)
    assert not upscaling.isEnabled()
    assert page.focus_wanted is retouch


def test_a_name_that_has_no_room_beside_its_state_stands_above_it(qtbot: QtBot, partial_once: Path) -> None:
    page = shown(qtbot, with_offers(found_by(partial_once, "install", PC)))
    upscaling = boxes(page)[0]
    assert upscaling.heightForWidth(640) < upscaling.heightForWidth(220)
    page.be_tight(True)
    assert upscaling.heightForWidth(640) < 36 <= upscaling.heightForWidth(220)


def test_with_rights_to_ask_for_one_command_line_says_all_of_it(
    qtbot: QtBot, partial_once: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(change, "needs_elevation", lambda _scope, _target: True)
    page = shown(qtbot, with_offers(found_by(partial_once, "install", PC)))
    assert page.footer().needs_rights
    upscaling, retouch = boxes(page)
    upscaling.click()
    assert arguments_of("install", page.applied(Request())) == ("add", "--all-users", "--", "Upscaling")
    retouch.click()
    both = ("install", "--all-users", "--without=Portrait retouch", "--with=Upscaling")
    assert arguments_of("install", page.applied(Request())) == both
    upscaling.click()
    assert arguments_of("install", page.applied(Request())) == ("remove", "--all-users", "--", "Portrait retouch")


@pytest.mark.parametrize("gnome", [False, True])
def test_buttons_stay_in_their_places_when_what_goes_on_can_be_pressed(
    qtbot: QtBot, partial_once: Path, monkeypatch: pytest.MonkeyPatch, gnome: bool
) -> None:
    monkeypatch.setattr(footer, "default_stands_last", lambda _widget: gnome)
    page, bar = shown(qtbot, found_by(partial_once, "install", PC)), FooterBar()
    qtbot.addWidget(bar)
    orders = []
    for _ in range(2):
        bar.show_footer(page.footer(), (), marked=False)
        orders.append([stop.text().replace("&", "") for stop in bar.stops])
        boxes(page)[0].click()
    assert orders == [["Cancel", "Apply"]] * 2 if gnome else [["Apply", "Cancel"]] * 2


# What may come from the vendor.


def with_plan(build: BuildPlan) -> Assessment:
    found = assessed(plan_machine(CARD))
    assert found.plan is not None
    return replace(found, plan=replace(found.plan, build=build))


def test_before_the_vendor_is_asked_the_way_that_is_likely_counts() -> None:
    app = with_feed(
        {"name": "always", "feature": "Always", "strategy": "download"},
        {"name": "never", "feature": "Never", "strategy": "build"},
        {"name": "rather-not", "feature": "Rather not", "strategy": "build-else-download"},
    )
    always, never, rather_not = feature_offers(plan_of(app, None))
    assert always.download == always.bytes > 0
    assert always.missing == (expect_download(always.bytes, from_folder=False),)
    assert (never.download, rather_not.download) == (0, 0)


def test_what_comes_from_the_vendor_needs_no_library() -> None:
    bare = plan_machine(CARD, libraries={})
    (always,) = feature_offers(plan_of(with_feed({"feature": "Always", "strategy": "download"}), None, on=bare))
    assert always.is_possible
    assert always.download > 0


def test_a_download_is_told_by_its_size(partial_once: Path) -> None:
    found = with_offers(found_by(partial_once, "install", PC))
    fetched = (expect_download(300_000_000, from_folder=False),)
    found = replace(found, offers=(replace(found.offers[0], missing=fetched), found.offers[1]))
    assert feature_lines(found)[0].note == "About 1 minute · 300 MB to download"
    assert said(found, "Upscaling", "Portrait retouch")[1:] == [
        "About 1 minute: 300 MB to download",
        "310 MB: 73 GB free on this disk",
    ]
    both = (built(100.0), *fetched)
    assert seconds_for(both, jobs=1) == 100.0  # beside each other


def test_the_first_page_tells_how_much_comes_from_the_network() -> None:
    found = with_plan(plan_of(with_feed({"strategy": "download"}), feed_of(offer(size=300_000_000))))
    (clock,) = [fact for fact in facts(found) if fact.icon == "clock"]
    assert (clock.title, clock.note) == ("About 1 minute", "300 MB to download")
    (engine,) = engines_of(found)
    assert (engine.download, engine.times_kernels, found.timed_gpus) == ((0, 300_000_000), False, ())


def test_what_is_built_only_because_the_vendor_cannot_be_reached_is_known() -> None:
    def instead(strategy: str | None, feed: Feed | EngineInstallerError | None) -> bool:
        app = with_feed({"strategy": strategy} if strategy else {})
        (engine,) = engines_of(with_plan(plan_of(app, feed)))
        return engine.is_instead

    assert instead("download-else-build", OUT_OF_REACH)
    assert instead(None, OUT_OF_REACH)
    assert not instead("build-else-download", OUT_OF_REACH)
    assert not instead("download-else-build", None)

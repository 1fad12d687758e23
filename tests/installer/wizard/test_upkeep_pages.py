"""The pages of maintenance, repair, nothing to repair and removal, with real widgets."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from installer.target.request import Request
from installer.wizard.assessment import Assessment, brand_of
from installer.wizard.controls.buttons import Command
from installer.wizard.controls.choices import Check
from installer.wizard.controls.drawings import GraphicsCardPicture
from installer.wizard.pages.maintenance import MaintenancePage
from installer.wizard.pages.nothing import NothingPage
from installer.wizard.pages.page import Page
from installer.wizard.pages.remove import RemovePage
from installer.wizard.pages.repair import RepairPage
from installer.wizard.views import Action, View
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
from tests.support.wizard import Speak

__all__ = ["home", "installed_once", "target"]

PC = machine(RTX_4070)
Upkeep = MaintenancePage | RepairPage | NothingPage | RemovePage


def shown(qtbot: QtBot, kind: type[Upkeep], found: Assessment) -> Upkeep:
    """A page that shows an assessment, as wide as in the window."""
    page = kind(brand_of(found.mode, found.request))
    qtbot.addWidget(page)
    page.resize(640, 340)
    page.show()
    with qtbot.waitSignal(page.changed):
        page.show_assessment(found)
    QApplication.processEvents()
    return page


def texts(page: QWidget) -> list[str]:
    """What is read on it, from top to bottom."""
    labels = [label for label in page.findChildren(QLabel) if label.isVisible() and label.text()]
    return [label.text() for label in sorted(labels, key=lambda label: label.mapTo(page, label.pos()).y())]


def commands(page: QWidget) -> list[Command]:
    return [command for command in page.findChildren(Command) if command.isVisible()]


def asks(qtbot: QtBot, page: Page, button: QAbstractButton) -> Action:
    with qtbot.waitSignal(page.asked) as signal:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (action,) = signal.args
    assert isinstance(action, Action)
    return action


# Maintenance (13).


def test_an_installed_application_can_be_repaired_changed_and_removed(qtbot: QtBot, target: Path) -> None:
    page = shown(qtbot, MaintenancePage, found_by(target, "install", PC))
    assert page.view is View.MAINTENANCE
    header = page.header()
    assert (header.title, header.sentence) == ("Test App 1.0 is installed", "What would you like to do?")
    repair, change, remove = commands(page)
    assert [command.text() for command in (repair, change, remove)] == ["Repair", "Change", "Remove"]
    assert change.accessibleDescription() == "Add or remove features, 2 of 2 installed"
    assert "your own files stay" in remove.accessibleDescription()
    assert "frees " in remove.accessibleDescription()
    assert asks(qtbot, page, repair) is Action.OPEN_REPAIR
    assert asks(qtbot, page, change) is Action.OPEN_CHANGE
    assert asks(qtbot, page, remove) is Action.OPEN_REMOVE
    footer = page.footer()
    assert (footer.buttons, footer.primary) == ((Action.CLOSE,), None)
    assert footer.links == (Action.HELP, Action.OPEN_CHECK)
    assert texts(page) == []  # nothing is lacking


def test_arrow_keys_lead_through_the_commands_and_enter_takes_one(qtbot: QtBot, target: Path) -> None:
    page = shown(qtbot, MaintenancePage, found_by(target, "install", PC))
    repair, change, remove = commands(page)
    first = page.focus_wanted
    assert first is repair
    page.activateWindow()
    first.setFocus()
    qtbot.keyClick(repair, Qt.Key.Key_Down)
    assert page.focusWidget() is change
    qtbot.keyClick(change, Qt.Key.Key_Down)
    assert page.focusWidget() is remove
    qtbot.keyClick(remove, Qt.Key.Key_Down)
    assert page.focusWidget() is remove
    qtbot.keyClick(remove, Qt.Key.Key_Up)
    assert page.focusWidget() is change
    with qtbot.waitSignal(page.asked) as signal:
        qtbot.keyClick(change, Qt.Key.Key_Return)
    assert signal.args == [Action.OPEN_CHANGE]


def test_an_application_without_features_cannot_be_changed(qtbot: QtBot, target: Path) -> None:
    found = found_by(target, "install", PC)
    assert found.plan is not None
    manifest = found.plan.build.package.manifest
    models = [model.model_copy(update={"feature": None}) for model in manifest.model]
    package = replace(found.plan.build.package, manifest=manifest.model_copy(update={"model": models}))
    plan = replace(found.plan, build=replace(found.plan.build, package=package))
    page = shown(qtbot, MaintenancePage, replace(found, plan=plan))
    assert [command.text() for command in commands(page)] == ["Repair", "Remove"]


def test_what_was_timed_while_busy_is_said_above_the_repair(qtbot: QtBot, target: Path) -> None:
    edit_index(target, timed_while_busy)
    page = shown(qtbot, MaintenancePage, found_by(target, "install", PC))
    assert texts(page) == ["blender was using your graphics card", "Upscaling can be made faster: choose Repair."]


@pytest.mark.parametrize("gpus", [(), (OLD,)])
def test_that_no_card_runs_the_features_is_said_above_the_repair(qtbot: QtBot, target: Path, gpus: tuple[()]) -> None:
    page = shown(qtbot, MaintenancePage, found_by(target, "install", machine(*gpus)))
    title, text = texts(page)
    assert title == "No graphics card in this PC can be used"
    assert text == "Without one, these do not work: Upscaling and Portrait retouch. If that changes, choose Repair."


# Repair (14).


def test_another_card_is_drawn_beside_the_old_one(qtbot: QtBot, target: Path) -> None:
    edit_index(target, for_gpu(RTX_3060))
    page = shown(qtbot, RepairPage, found_by(target, pc=PC))
    header, footer = page.header(), page.footer()
    assert header.title == "Your graphics card changed"
    assert header.sentence == "The AI features of Test App were optimized for the old card."
    assert (footer.buttons, footer.primary) == ((Action.OPTIMIZE, Action.NOT_NOW), Action.OPTIMIZE)
    assert footer.texts == ((Action.OPTIMIZE, "Optimize for RTX 4070"),)
    said = texts(page)
    assert said.index("GeForce RTX 3060") < said.index("before")
    assert {"GeForce RTX 4070", "now", "2 AI features are optimized: Files and settings stay as they are"} <= set(said)
    pictures = [picture for picture in page.findChildren(GraphicsCardPicture) if picture.isVisible()]
    assert [picture.accessibleName() for picture in pictures] == [
        "",
        "Graphics card before: GeForce RTX 3060. Now: GeForce RTX 4070.",
    ]


def test_both_cards_fit_into_the_smallest_window(qtbot: QtBot, target: Path) -> None:
    edit_index(target, for_gpu(RTX_3060))
    page = shown(qtbot, RepairPage, found_by(target, pc=PC))
    assert page.minimumSizeHint().width() <= 480 - 2 * 24


def test_missing_files_need_a_repair_without_a_picture(qtbot: QtBot, target: Path) -> None:
    (target / "studio").unlink()
    (target / "data/one.txt").unlink()
    page = shown(qtbot, RepairPage, found_by(target, pc=PC))
    header, footer = page.header(), page.footer()
    assert (header.title, header.sentence) == ("Test App needs a repair", "2 files are missing or damaged.")
    assert (footer.buttons, footer.primary, footer.texts) == ((Action.REPAIR, Action.NOT_NOW), Action.REPAIR, ())
    assert not [picture for picture in page.findChildren(GraphicsCardPicture) if picture.isVisible()]
    assert "2 files are restored: Your own files stay as they are" in texts(page)


def test_another_driver_is_a_reason_where_there_is_no_better_one(qtbot: QtBot, target: Path) -> None:
    edit_index(target, for_gpu(RTX_4070, driver_version="570.1"))
    found = found_by(target, pc=PC, rebuild=True)
    assert found.change is not None
    assert found.change.kind == "driver"
    page = shown(qtbot, RepairPage, replace(found, request=Request(target=target)))
    assert page.header().sentence == "A new driver was installed."


def test_files_that_only_the_setup_has_are_said_before(qtbot: QtBot, target: Path, home: Path) -> None:
    (home / "package").rename(home / "gone")
    (target / "studio").unlink()
    page = shown(qtbot, RepairPage, found_by(target, pc=PC))
    assert texts(page)[0] == "Some files cannot be restored from here"


def test_a_page_that_has_shown_one_thing_can_show_another(qtbot: QtBot, target: Path) -> None:
    edit_index(target, for_gpu(RTX_3060))
    page = shown(qtbot, RepairPage, found_by(target, pc=PC))
    assert isinstance(page, RepairPage)
    page.show_assessment(found_by(target, pc=machine(RTX_3060), rebuild=True))
    QApplication.processEvents()
    assert page.header().title == "Optimize the AI features again?"
    assert "before" not in texts(page)


# Nothing to repair (15).


def test_everything_is_fine(qtbot: QtBot, target: Path) -> None:
    edit_index(target, for_gpu(RTX_4070))
    page = shown(qtbot, NothingPage, found_by(target, pc=PC))
    header, footer = page.header(), page.footer()
    assert (header.title, header.badge, header.is_hero) == ("Everything is fine", "good", True)
    assert header.sentence == "Test App 1.0 has nothing to repair."
    assert (footer.buttons, footer.primary) == ((Action.OPTIMIZE_AGAIN, Action.CLOSE), Action.CLOSE)
    checked, ready = sorted(texts(page), key=lambda text: "AI" in text)
    assert checked.startswith("All files complete: ")
    assert checked.endswith(" files checked just now")
    assert ready == "2 of 2 AI features ready: optimized for your GeForce RTX 4070"


def test_nothing_can_be_repaired_where_no_card_runs_the_features(qtbot: QtBot, target: Path) -> None:
    page = shown(qtbot, NothingPage, found_by(target, pc=machine()))
    header, footer = page.header(), page.footer()
    assert (header.title, header.badge) == ("There is nothing to repair", "warn")
    assert (footer.buttons, footer.primary) == ((Action.CLOSE,), Action.CLOSE)
    assert texts(page)[0] == "No NVIDIA graphics card found"


# Removal (16).


def test_a_removal_says_what_goes_and_what_stays(qtbot: QtBot, target: Path) -> None:
    (target / "studio").write_bytes(b"changed")
    (target / "data/one.txt").write_bytes(b"changed")
    page = shown(qtbot, RemovePage, found_by(target, "uninstall"))
    assert isinstance(page, RemovePage)
    header, footer = page.header(), page.footer()
    assert header.title == "Remove Test App?"
    assert header.sentence == "The application and its AI features will be taken off this PC."
    assert (footer.buttons, footer.primary, footer.is_danger) == ((Action.REMOVE, Action.CANCEL), Action.REMOVE, True)
    frees, own, changed = texts(page)
    assert frees.startswith("Frees ")
    assert own == "Your own files stay"
    assert changed.startswith("2 files that you changed stay, ")
    assert "one.txt" in changed
    (logs,) = page.findChildren(Check)
    assert logs.isHidden()  # there are none


def test_log_files_go_only_where_that_is_chosen(qtbot: QtBot, target: Path) -> None:
    found = found_by(target, "uninstall")
    assert found.removal is not None
    with_logs = replace(found, removal=replace(found.removal, logs=(target / "x.log",), log_bytes=2_000_000))
    page = shown(qtbot, RemovePage, with_logs)
    assert isinstance(page, RemovePage)
    (check,) = page.findChildren(Check)
    assert check.isVisible()
    assert not check.isChecked()
    assert "2" in check.accessibleDescription()
    request = Request(target=target)
    assert page.applied(request) == request
    qtbot.mouseClick(check, Qt.MouseButton.LeftButton, pos=check.rect().center() * 0.1)
    assert check.isChecked()
    assert page.applied(request).remove_logs
    # What the command line asks for stays asked for.
    check.setChecked(False)
    assert page.applied(replace(request, remove_logs=True)).remove_logs
    page.show_assessment(found)
    assert not page.removes_logs


@pytest.mark.parametrize("language", ["de", "ja"])
def test_pages_speak_other_languages(qtbot: QtBot, target: Path, speak: Speak, language: str) -> None:
    speak(language)
    for kind, mode in ((MaintenancePage, "install"), (RepairPage, "repair"), (RemovePage, "uninstall")):
        page = shown(qtbot, kind, found_by(target, mode, PC))  # type: ignore[arg-type]
        assert page.header().title

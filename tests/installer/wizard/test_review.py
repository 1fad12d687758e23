"""What a review of the wizard before this one found wrong or misleading, each as what must be so instead."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QProgressBar
from pytestqt.qtbot import QtBot

from builder.base.events import Busy, Committing, ModelStarted, Phase, PlanMade, Progress, Result
from builder.base.files import os_errors_as
from builder.base.text import say
from builder.engines.store import EngineStore
from installer.actions import install as actions
from installer.wizard.controls.details import Details
from installer.wizard.frame import size_on
from installer.wizard.taskbar import TaskbarState
from installer.wizard.views import LEAST_SECONDS, Action, View
from installer.wizard.window import InstallerWindow
from tests.support.packages import small_package
from tests.support.studio import studio
from tests.support.wizard import Open, click, go, named, offered, settle, shows, texts, titles, work
from tools.gallery.scenes import BLENDER, SCENES
from tools.gallery.studio import Studio

__all__ = ["studio"]


def asks(window: InstallerWindow) -> bool:
    """Whether a question is open."""
    return window.sheet.is_open


# A: wrong or harmful.


def test_a1_a_computer_that_cannot_run_the_features_is_told_so_before_and_after(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path
) -> None:
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
    assert "No NVIDIA graphics card found" in texts(wizard)
    assert "Your PC is ready" not in texts(wizard)
    # Nothing but AI: leaving is what Enter does.
    assert wizard.page.footer().primary is Action.CANCEL
    work(qtbot, wizard, Action.INSTALL_ANYWAY)
    assert "No NVIDIA graphics card found" in texts(wizard)


def test_a2_nobody_is_blamed_for_what_is_not_written(open_wizard: Open, tmp_path: Path) -> None:
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
    wizard.press(Action.OPEN_CHECK)
    for word in ("no_gpu", "app package", "portable"):
        assert word not in texts(wizard)


@pytest.mark.parametrize("screen", [(960, 492), (911, 480), (683, 360), (640, 400)])
def test_a3_the_window_is_never_larger_than_the_screen(screen: tuple[int, int]) -> None:
    edges = QSize(4, 34)
    size = size_on(QRect(QPoint(), QSize(*screen)), QSize(720, 480), edges)
    assert size.width() + edges.width() <= screen[0]
    assert size.height() + edges.height() <= screen[1]


@pytest.mark.parametrize("how", ["committed", "ended"])
def test_a4_the_question_closes_itself_when_it_is_too_late(studio: Studio, how: str) -> None:
    window = SCENES["progress-stop-question"](studio)
    assert asks(window)
    if how == "committed":
        studio.work(Committing())
        cancel = window.footer.button(Action.CANCEL)
        assert cancel is not None
        assert not cancel.isEnabled()
    else:
        studio.work(result=Result(0, "ok", say("Done.")))
        assert shows(window, View.DONE)
    assert not asks(window)
    assert window.isVisible()


def test_a5_screen_readers_hear_the_values(studio: Studio) -> None:
    window = SCENES["welcome"](studio)
    heard = [
        interface.text(QAccessible.Text.Name)
        for label in window.findChildren(QLabel)
        if label.isVisible() and (interface := QAccessible.queryAccessibleInterface(label))
    ]
    assert any(re.fullmatch(r"GeForce RTX 4070: .+", text) for text in heard)
    assert any(re.fullmatch(r"(About|Less than) .+: .+", text) for text in heard)
    assert any(" free on " in text for text in heard)
    for label in window.findChildren(QLabel):
        assert not label.text() or label.accessibleName() in ("", label.text())


def test_a6_a_double_click_does_not_start_what_the_next_page_has_there(studio: Studio) -> None:
    window = SCENES["options"](studio)
    done = window.footer.button(Action.DONE)
    assert done is not None
    place = done.mapTo(window, done.rect().center())
    for _ in range(2):
        under = window.childAt(place)
        assert under is not None
        QTest.mouseClick(under, Qt.MouseButton.LeftButton)
    assert shows(window, View.WELCOME)
    install = window.footer.button(Action.INSTALL)
    assert install is not None
    assert install.isEnabled()
    QTest.mouseClick(install, Qt.MouseButton.LeftButton)
    assert shows(window, View.WELCOME)
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert shows(window, View.WELCOME)
    studio.clock.advance(LEAST_SECONDS)
    QTest.mouseClick(install, Qt.MouseButton.LeftButton)
    assert shows(window, View.PROGRESS)


def test_a7_another_folder_is_asked_for_where_that_helps(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))

    def full(*_arguments: object, **_options: object) -> None:
        with os_errors_as(tmp_path / "target", say("write")):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(actions.InstallRun, "stage", full)
        work(qtbot, wizard, go(wizard))
    assert titles(wizard) == ("Test App was not installed", "The disk became full. Nothing was changed on this PC.")
    assert wizard.page.footer().primary is Action.OTHER_FOLDER
    click(qtbot, wizard, Action.OTHER_FOLDER)
    (folder,) = wizard.page.findChildren(QLineEdit)
    assert folder.hasFocus()
    assert folder.selectedText() == folder.text()
    assert "The disk became full." in texts(wizard)
    folder.setText(str(tmp_path / "elsewhere"))
    folder.textEdited.emit(folder.text())
    qtbot.waitUntil(lambda: " free on " in texts(wizard), timeout=5000)
    settle(qtbot, wizard, Action.DONE)
    work(qtbot, wizard, go(wizard))
    assert (tmp_path / "elsewhere/engines/engines.json").exists()


def test_a8_no_title_promises_what_an_error_denies(open_wizard: Open, tmp_path: Path) -> None:
    (tmp_path / "target/engines").mkdir(parents=True)
    with EngineStore(tmp_path / "target").exclusive():
        wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
    assert "is already being set up" in texts(wizard)
    assert not re.search(r"\bready\b", texts(wizard), re.IGNORECASE)
    assert offered(wizard)[-1] == "Cancel"


# B: misleading or clumsy.


def test_b9_the_progress_of_a_first_installation_speaks_of_no_earlier_one(studio: Studio) -> None:
    window = SCENES["progress"](studio)
    assert "present version" not in texts(window)
    assert "before" not in texts(window)


def test_b10_and_b11_an_installed_application_is_repaired_changed_or_removed(studio: Studio) -> None:
    window = SCENES["maintenance"](studio)
    said = [each.text().replace("&", "") for each in window.page.findChildren(type(named(window, "Repair")))]
    assert [text.partition("\n")[0] for text in said] == ["Repair", "Change", "Remove"]


def test_b12_the_time_left_is_said_from_the_first_second(studio: Studio) -> None:
    window = SCENES["welcome"](studio)
    expected = re.search(r"About \d+ minutes?|Less than a minute", texts(window))
    assert expected
    window.pressed.emit(Action.INSTALL)
    assert expected[0] in texts(window)


def test_b13_features_are_listed_in_the_order_in_which_they_are_built(studio: Studio) -> None:
    window = SCENES["progress"](studio)
    said = [line for line in texts(window).splitlines() if (", " in line and "…" in line) or line.endswith("Done")]
    assert said[-3:] == ["Upscaling, Done", "Portrait retouch, Optimizing…", "Sky replacement, Optimizing…"]
    assert "Model " not in texts(window)


def test_b14_a_small_window_has_no_dead_buttons(studio: Studio) -> None:
    window = SCENES["passive"](studio)
    assert not [stop for stop in window.footer.stops if stop.isVisible()]


def test_b15_what_happened_last_counts_in_one_batch_as_well(studio: Studio) -> None:
    window = SCENES["welcome"](studio)
    window.pressed.emit(Action.INSTALL)
    plan = {"models": [{"model": "faces", "action": "build"}]}
    busy = Busy("faces", "in use", BLENDER.reasons, BLENDER.programs, BLENDER.text, 3000.0, names=("Blender",))
    studio.work(PlanMade(plan), ModelStarted("faces", 1, 1, "tensorrt"), Phase("faces", say("Reading the model")), busy)
    studio.clock.advance(4.0)
    studio.work(busy)
    (waiting,) = [line for line in texts(window).splitlines() if line.endswith(", Waiting")]
    assert "Portrait retouch" in waiting
    assert "Optimizing" not in texts(window)


def test_b16_sizes_are_in_units_that_people_know(studio: Studio) -> None:
    for scene in ("welcome", "system-check"):
        window = SCENES[scene](studio)
        assert "MiB" not in texts(window)
        window.hide()
        break


def test_b17_details_have_times_and_no_chatter_of_the_library(studio: Studio) -> None:
    window = SCENES["progress-details"](studio)
    (log,) = window.page.findChildren(Details)
    lines = log.toPlainText().splitlines()
    assert lines
    assert all(re.match(r"\d\d:\d\d:\d\d", line) for line in lines)


def test_b18_the_taskbar_keeps_its_progress_while_a_question_is_open(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = SCENES["progress"](studio)
    shown: list[tuple[TaskbarState, float]] = []
    monkeypatch.setattr(window._taskbar, "show", lambda state, share: shown.append((state, share)))
    window.leave()
    ((state, share),) = shown
    assert state is TaskbarState.PAUSED
    assert share == pytest.approx(0.42)


@pytest.mark.parametrize("typed", ["Lumen", "", "~nosuchuser/x", "./x"])
def test_b19_a_folder_is_a_full_path(studio: Studio, typed: str) -> None:
    window = SCENES["options"](studio)
    (folder,) = window.page.findChildren(QLineEdit)
    folder.setText(typed)
    folder.textEdited.emit(typed)
    done = window.footer.button(Action.DONE)
    assert done is not None
    assert not done.isEnabled()
    assert "full path" in done.accessibleDescription()


def test_b19_the_application_gets_a_folder_of_its_own(
    studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = SCENES["options"](studio)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    named(window, "Change").click()
    (folder,) = window.page.findChildren(QLineEdit)
    assert folder.text() == str(tmp_path / "Photo Studio")


def test_the_bar_waits_for_the_end(studio: Studio) -> None:
    window = SCENES["progress"](studio)
    studio.work(Progress(1.0, 10.0, None))
    (bar,) = window.page.findChildren(QProgressBar)
    assert bar.value() < bar.maximum()


def test_a_card_that_blocks_for_two_minutes_is_told_of_once(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    window = SCENES["progress-waiting"](studio)
    told: list[tuple[str, str]] = []
    monkeypatch.setattr(window._notifier, "tell", lambda *said: told.append(said))
    text = say("in use")
    for _ in range(4):
        studio.clock.advance(60.0)
        studio.work(Busy("faces", "in use", (), (), text, 3000.0, names=BLENDER.names, percent=87))
    assert told == [("Installing Photo Studio", "Waiting for your graphics card")]

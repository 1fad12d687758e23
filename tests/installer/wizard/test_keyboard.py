"""The window without a mouse: where the Tab key leads, what Enter and Escape press, and that the focus can be seen."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from installer.wizard.controls.buttons import Command
from installer.wizard.controls.choices import Check
from installer.wizard.look.theme import Theme, theme
from installer.wizard.views import Action, View
from installer.wizard.window import InstallerWindow
from tests.support.look import look
from tools.gallery.scenes import SCENES
from tools.gallery.studio import Studio

__all__ = ["look"]

Show = Callable[[str], InstallerWindow]
SHOWN = (
    "checking",
    "welcome",
    "caveat-no-card",
    "cannot-no-room",
    "options",
    "system-check",
    "license",
    "progress",
    "progress-details",
    "progress-waiting",
    "progress-waiting-folded",
    "done-while-busy",
    "done-partly",
    "failed-disk-full",
    "maintenance",
    "change",
    "repair-new-card",
    "repair-nothing",
    "remove",
    "removed",
)


@pytest.fixture
def studio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Studio]:
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = tmp_path / "studio"
    folder.mkdir()
    with Studio(folder) as opened:
        yield opened


@pytest.fixture
def show(studio: Studio, look: Theme, qtbot: QtBot) -> Show:
    """Opens a page of the gallery in a window that has the focus, half a second after it was opened."""
    look.set_still(True)
    look.show_focus(False)

    def show_it(scene: str) -> InstallerWindow:
        window = SCENES[scene](studio)
        with qtbot.waitActive(window):
            window.activateWindow()
        QApplication.processEvents()
        studio.clock.advance(1.0)
        return window

    return show_it


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focused(), key)
    QApplication.processEvents()


def way_round(most: int = 60) -> list[QWidget]:
    """Where the Tab key leads, from the widget that has the focus until it is there again."""
    if not focused().focusPolicy() & Qt.FocusPolicy.TabFocus:
        press(Qt.Key.Key_Tab)  # there is no default button, so the footer as a whole has the focus
    reached = [focused()]
    for _ in range(most):
        press(Qt.Key.Key_Tab)
        if focused() is reached[0]:
            return reached
        reached.append(focused())
    raise AssertionError(f"the Tab key does not come back, but leads to {reached[-3:]}")


def picture_of(widget: QWidget) -> QImage:
    """How a control and what is around it look."""
    window = widget.window()
    corner, around = widget.mapTo(window, QPoint()), QPoint(4, 4)
    area = widget.rect().translated(corner).adjusted(-around.x(), -around.y(), around.x(), around.y())
    return window.grab(area & window.rect()).toImage()


@pytest.mark.parametrize("scene", SHOWN)
def test_the_tab_key_follows_the_eye(show: Show, scene: str) -> None:
    window = show(scene)
    reached = way_round()
    assert len(reached) == len(set(reached))
    usable = [stop for stop in window.footer.stops if stop.isEnabled()]
    in_footer = [widget for widget in reached if window.footer.isAncestorOf(widget)]
    assert set(in_footer) == set(usable)
    start = reached.index(usable[0]) if usable else 0
    # Links and buttons of the footer from left to right, and then the page from its top.
    assert [*reached[start:], *reached[:start]][: len(usable)] == usable
    page = [*reached[start:], *reached[:start]][len(usable) :]
    tops = [widget.mapTo(window.page, QPoint(0, widget.height() // 2)).y() for widget in page]
    assert all(after >= before - 8 for before, after in itertools.pairwise(tops))


@pytest.mark.parametrize(
    "scene", ["welcome", "options", "progress-waiting", "done-while-busy", "maintenance", "remove"]
)
def test_the_focus_is_seen_once_the_tab_key_is_used(show: Show, scene: str) -> None:
    show(scene)
    assert not theme().shows_focus
    for widget in way_round():
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert theme().shows_focus
        QApplication.processEvents()
        seen = picture_of(widget)
        theme().show_focus(False)
        widget.clearFocus()
        QApplication.processEvents()
        assert picture_of(widget) != seen, widget


def test_letters_are_marked_and_the_focus_is_seen_while_alt_is_held(show: Show) -> None:
    window = show("welcome")
    install = window.footer.button(Action.INSTALL)
    assert install is not None
    assert "&" not in install.text()
    QTest.keyPress(focused(), Qt.Key.Key_Alt)
    assert "&" in install.text()
    assert theme().shows_focus
    QTest.keyRelease(focused(), Qt.Key.Key_Alt)
    assert "&" not in install.text()
    assert theme().shows_focus


def test_arrows_lead_through_what_can_be_done(show: Show) -> None:
    window = show("maintenance")
    commands = window.page.findChildren(Command)
    assert focused() is commands[0]
    for key, at in (
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Up, 0),
    ):
        press(key)
        assert focused() is commands[at]
    assert theme().shows_focus


def test_enter_presses_the_button_that_has_the_focus(show: Show, qtbot: QtBot) -> None:
    window = show("welcome")
    options = window.footer.button(Action.OPEN_OPTIONS)
    assert options is not None
    options.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Return)
    assert window.page.view is View.OPTIONS


def test_enter_presses_cancel_where_nothing_useful_would_be_installed_and_space_does_not(show: Show) -> None:
    window = show("caveat-nothing-works")
    assert window.footer.primary_button is window.footer.button(Action.CANCEL) is not None
    press(Qt.Key.Key_Space)
    assert window.isVisible()
    press(Qt.Key.Key_Return)
    assert not window.isVisible()


def test_enter_elsewhere_presses_the_primary_button(show: Show) -> None:
    window = show("options")
    press(Qt.Key.Key_Return)
    assert window.page.view is View.WELCOME


def test_enter_elsewhere_does_nothing_where_there_is_no_primary_button(show: Show) -> None:
    window = show("maintenance")
    window.footer.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert window.page.view is View.MAINTENANCE


def test_escape_goes_back_without_taking_over(show: Show) -> None:
    window = show("options")
    folder = focused()
    assert isinstance(folder, QLineEdit)
    assert folder.selectedText() == folder.text() != ""
    before = folder.text()
    QTest.keyClicks(folder, "/elsewhere")
    assert folder.text() == "/elsewhere"
    press(Qt.Key.Key_Escape)
    assert window.page.view is View.WELCOME
    window.pressed.emit(Action.OPEN_OPTIONS)
    assert folder.text() == before


@pytest.mark.parametrize("scene", ["system-check", "license"])
def test_escape_leaves_what_was_opened_on_the_way(show: Show, studio: Studio, scene: str) -> None:
    window = show(scene)
    press(Qt.Key.Key_Escape)
    assert window.page.view is View.WELCOME
    studio.clock.advance(1.0)
    press(Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_escape_keeps_going_where_it_is_asked_whether_to_stop(show: Show) -> None:
    window = show("progress")
    press(Qt.Key.Key_Escape)
    asked = [window.sheet.is_open]
    press(Qt.Key.Key_Escape)
    assert [*asked, window.sheet.is_open] == [True, False]
    assert window.page.view is View.PROGRESS
    assert window.isVisible()


def test_what_is_known_by_now_gets_the_focus_until_somebody_has_moved_it(show: Show, studio: Studio) -> None:
    window = show("checking")
    assert focused() is window.footer
    studio.tell(studio.assess())
    assert isinstance(focused(), Check)
    cancel = window.footer.button(Action.CANCEL)
    assert cancel is not None
    cancel.setFocus(Qt.FocusReason.TabFocusReason)
    studio.tell(studio.assess())
    assert focused() is cancel


def test_where_the_focus_is_can_be_seen_in_a_small_window(show: Show) -> None:
    """The license below the facts is scrolled into view, and so is whatever the Tab key leads to."""
    window = show("welcome")
    window.setMinimumSize(QSize(1, 1))
    window.resize(480, 360)
    QApplication.processEvents()
    for widget in way_round():
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        assert widget.visibleRegion().boundingRect().height() > widget.height() // 2, widget

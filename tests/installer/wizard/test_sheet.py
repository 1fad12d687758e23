"""The question inside the window: nothing behind it can be reached, and it goes when there is nothing to ask."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from installer.wizard.controls import sheet as module
from installer.wizard.controls.buttons import Button
from installer.wizard.controls.labels import Label
from installer.wizard.controls.sheet import Sheet
from installer.wizard.look.theme import Theme, px
from installer.wizard.views import Action
from tests.support.look import look

__all__ = ["look"]

QUESTION = ("Stop installing Photo Studio?", "Nothing on this PC has been changed yet.")
BUTTONS = ((Action.KEEP_GOING, "Keep installing", "primary"), (Action.STOP, "Stop", ""))


class Window(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.button = Button("Cancel")
        self.button.setText("&Cancel")
        self.pressed: list[str] = []
        self.button.clicked.connect(lambda: self.pressed.append("behind"))
        QVBoxLayout(self).addWidget(self.button)
        self.sheet = Sheet(self)
        self.answers: list[object] = []
        self.sheet.answered.connect(self.answers.append)


@pytest.fixture
def window(qtbot: QtBot, look: Theme) -> Window:
    made = Window()
    qtbot.addWidget(made)
    look.dress(made)
    made.resize(720, 480)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    made.button.setFocus()
    return made


@pytest.fixture
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LEAST_SECONDS", 0.0)


def buttons(window: Window) -> list[Button]:
    return window.sheet.findChildren(Button)


def test_it_covers_the_window_and_its_first_button_has_the_focus(window: Window) -> None:
    was_open = window.sheet.is_open
    window.sheet.ask(*QUESTION, BUTTONS)
    assert (was_open, window.sheet.is_open) == (False, True)
    assert window.sheet.geometry() == window.rect()
    keep, stop = buttons(window)
    assert (keep.text(), stop.text()) == ("Keep installing", "Stop")
    assert keep.hasFocus()
    window.resize(500, 400)
    assert window.sheet.geometry() == window.rect()
    (box,) = window.sheet.findChildren(module._Box)
    assert window.rect().contains(box.geometry())
    interface = QAccessible.queryAccessibleInterface(box)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == QUESTION[0]


@pytest.mark.usefixtures("_at_once")
@pytest.mark.parametrize(("number", "action"), [(0, Action.KEEP_GOING), (1, Action.STOP)])
def test_a_click_answers(window: Window, qtbot: QtBot, number: int, action: Action) -> None:
    window.sheet.ask(*QUESTION, BUTTONS)
    qtbot.mouseClick(buttons(window)[number], Qt.MouseButton.LeftButton)
    assert window.answers == [action]
    assert not window.sheet.is_open
    assert window.button.hasFocus()


def test_a_second_click_of_a_double_click_does_not_stop(window: Window, qtbot: QtBot) -> None:
    window.sheet.ask(*QUESTION, BUTTONS)
    qtbot.mouseClick(buttons(window)[1], Qt.MouseButton.LeftButton)
    assert window.answers == []
    assert window.sheet.is_open
    qtbot.mouseClick(buttons(window)[0], Qt.MouseButton.LeftButton)
    assert window.answers == [Action.KEEP_GOING]


def test_escape_is_the_first_button(window: Window, qtbot: QtBot) -> None:
    window.sheet.ask(*QUESTION, BUTTONS)
    qtbot.keyClick(buttons(window)[0], Qt.Key.Key_Escape)
    assert window.answers == [Action.KEEP_GOING]


@pytest.mark.usefixtures("_at_once")
def test_enter_is_the_button_with_the_focus(window: Window, qtbot: QtBot) -> None:
    window.sheet.ask(*QUESTION, BUTTONS)
    qtbot.keyClick(buttons(window)[0], Qt.Key.Key_Tab)
    qtbot.keyClick(buttons(window)[1], Qt.Key.Key_Return)
    assert window.answers == [Action.STOP]


def test_the_focus_goes_round_in_it(window: Window, qtbot: QtBot) -> None:
    window.sheet.ask(*QUESTION, BUTTONS)
    keep, stop = buttons(window)
    seen = []
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Backtab):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)
        seen.append(QApplication.focusWidget())
    assert seen == [stop, keep, stop, keep]
    window.button.setFocus()
    assert keep.hasFocus()


def test_nothing_behind_it_is_pressed(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window.button, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.pressed == ["behind"], timeout=2000)
    window.sheet.ask(*QUESTION, BUTTONS)
    keep, stop = buttons(window)
    qtbot.keyClick(keep, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    assert not window.button.isDown()
    place = window.button.geometry().center()
    assert window.childAt(place) is not window.button
    qtbot.mouseClick(window.sheet, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert window.pressed == ["behind"]
    assert window.answers == []
    keep.setText("&Keep installing")
    qtbot.keyClick(stop, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    assert window.answers == [Action.KEEP_GOING]


def test_it_closes_by_itself_without_an_answer(window: Window) -> None:
    window.sheet.ask(*QUESTION, BUTTONS)
    window.sheet.close_by_itself()
    assert not window.sheet.is_open
    assert window.answers == []
    assert window.button.hasFocus()
    window.sheet.close_by_itself()
    window.sheet.ask("Once more?", "", BUTTONS[:1])
    assert len([button for button in buttons(window) if button.isVisible()]) == 1


def test_its_words_are_not_cut_off(window: Window) -> None:
    window.sheet.ask("Installation von Photo Studio wirklich abbrechen und später neu beginnen?", "Wort " * 60, BUTTONS)
    QApplication.processEvents()
    for label in window.sheet.findChildren(Label):
        assert label.height() >= label.heightForWidth(label.width())
    (box,) = window.sheet.findChildren(module._Box)
    assert box.width() == px(440)


def test_a_window_that_is_too_low_grows_for_the_question_and_shrinks_again(window: Window) -> None:
    low = QSize(px(480), px(152))
    window.resize(low)
    text = "Nothing on this PC has been changed yet. If you install later, the optimization starts over."
    window.sheet.ask("Stop installing Lumen Photo Studio for everyone?", text, BUTTONS)
    QApplication.processEvents()
    assert window.sheet.geometry() == window.rect()
    for label in window.sheet.findChildren(Label):
        assert label.height() >= label.heightForWidth(label.width())
    window.sheet.close_by_itself()
    assert window.size() == low
    # A window that has become another one meanwhile stays as it is.
    window.sheet.ask("Stop installing Lumen Photo Studio for everyone?", text, BUTTONS)
    window.resize(720, 480)
    window.sheet.close_by_itself()
    assert window.size() == QSize(720, 480)

"""What appears moves, and where nothing may move it is there at once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from installer.wizard.controls.details import Details
from installer.wizard.controls.opening import fade_in, open_up
from installer.wizard.look.theme import Theme
from tests.support.look import look

__all__ = ["look"]


@pytest.fixture
def details(qtbot: QtBot, look: Theme) -> Details:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    made = Details()
    layout.addWidget(made)
    made.hide()
    window.resize(400, 300)
    window.show()
    QApplication.processEvents()
    made.window_of_test = window  # type: ignore[attr-defined]  # kept alive
    return made


def test_where_nothing_may_move_it_is_there_at_once(details: Details) -> None:
    open_up(details)
    assert details.isVisible()
    assert details.maximumHeight() > 10_000
    fade_in(details)
    assert details.graphicsEffect() is None
    open_up(details, False)
    assert details.isHidden()


def test_details_open_and_close_by_their_height(details: Details, look: Theme, qtbot: QtBot) -> None:
    look.set_still(False)
    open_up(details)
    assert details.isVisible()
    assert details.maximumHeight() < 100
    qtbot.waitUntil(lambda: details.maximumHeight() > 10_000, timeout=2000)
    open_up(details)
    assert details.maximumHeight() > 10_000
    open_up(details, False)
    assert details.isVisible()
    qtbot.waitUntil(details.isHidden, timeout=2000)
    open_up(details)
    qtbot.waitUntil(lambda: details.maximumHeight() > 10_000, timeout=2000)


def test_a_page_fades_in_and_again_before_it_has(details: Details, look: Theme, qtbot: QtBot) -> None:
    look.set_still(False)
    details.show()
    QApplication.processEvents()
    fade_in(details)
    fade_in(details)
    qtbot.waitUntil(lambda: details.graphicsEffect() is None, timeout=2000)
    assert details.isVisible()


def test_nothing_fades_in_high_contrast(details: Details, look: Theme) -> None:
    look.set_still(False)
    look.set_high_contrast(True)
    details.show()
    QApplication.processEvents()
    fade_in(details)
    assert details.graphicsEffect() is None


def test_what_opens_can_close_before_it_is_open(details: Details, look: Theme, qtbot: QtBot) -> None:
    look.set_still(False)
    open_up(details)
    open_up(details)
    open_up(details, False)
    open_up(details, False)
    qtbot.waitUntil(details.isHidden, timeout=2000)
    assert details.maximumHeight() > 10_000

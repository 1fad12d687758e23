"""What tests of the look have in common: a theme with known colors in which nothing moves, and something to show."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from installer.wizard.controls.lists import FactText, Row
from installer.wizard.look.theme import Theme, theme

LIGHT = {"Base": "#ffffff", "Window": "#f5f5f6", "Text": "#1c1c1f", "WindowText": "#1c1c1f", "Accent": "#0067c0"}
DARK = {"Base": "#2b2b2b", "Window": "#222222", "Text": "#f2f2f3", "WindowText": "#f2f2f3", "Accent": "#0067c0"}

ACCENTS = ("#5b4fd6", "#ff7a1a", "#0067c0", "#76b900", "#101014", "#f4f4f0")
"""Colors of vendors, nearly black and nearly white ones among them."""

LONG = "Bildvergrößerung ohne Qualitätsverlust für besonders große Aufnahmen"
NOTE_TEXT = "ungefähr dreißig Sekunden; KI-Funktionen laufen vielleicht etwas langsamer"
FACTS = (
    FactText("gpu", "GeForce RTX 4070", "AI features will run at full speed"),
    FactText("clock", "About 3 minutes", "You can keep using your PC"),
    FactText("disk", "1.4 GB", "73 GB free on drive C"),
)
ROWS = (
    Row("good", "", "Application files", "Done"),
    Row("work", "", "Portrait retouch", "Optimizing…", "text"),
    Row("todo", "edge", LONG, "Next", note="190 MB"),
)
CHECKS = (
    Row("good", "", "Graphics card", "needs RTX 20 series or newer", found="NVIDIA GeForce RTX 4070, 12 GB"),
    Row("bad", "", "Driver", "needs 570 or newer", found=LONG),
)


def palette(colors: dict[str, str]) -> QPalette:
    made = QPalette()
    for name, color in colors.items():
        made.setColor(QPalette.ColorRole[name], QColor(color))
    return made


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    font, direction = qapp.font(), qapp.layoutDirection()
    QApplication.setPalette(palette(LIGHT))
    found = theme()
    QApplication.processEvents()
    found.set_still(True)
    found.set_high_contrast(False)
    found.show_focus(False)
    yield found
    QApplication.setPalette(QPalette())
    QApplication.setFont(font)
    QApplication.processEvents()
    qapp.setLayoutDirection(direction)
    found.set_accent(None)
    found.set_still(None)
    found.set_high_contrast(None)
    found.show_focus(False)


@pytest.fixture
def window(qtbot: QtBot, look: Theme) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    look.dress(made)
    QVBoxLayout(made)
    made.resize(640, 480)
    return made


def put(window: QWidget, *controls: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    for control in controls:
        layout.addWidget(control)
    window.show()
    QApplication.processEvents()


def picture_of(widget: QWidget, size: QSize) -> QImage:
    widget.setMinimumSize(0, 0)
    widget.resize(size)
    return widget.grab().toImage()

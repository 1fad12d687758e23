"""The theme of a test: known colors, nothing moves, and afterwards everything is as it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from installer.wizard.look.theme import Theme, theme

LIGHT = {"Base": "#ffffff", "Window": "#f5f5f6", "Text": "#1c1c1f", "WindowText": "#1c1c1f", "Accent": "#0067c0"}
DARK = {"Base": "#2b2b2b", "Window": "#222222", "Text": "#f2f2f3", "WindowText": "#f2f2f3", "Accent": "#0067c0"}

ACCENTS = ("#5b4fd6", "#ff7a1a", "#0067c0", "#76b900", "#101014", "#f4f4f0")
"""Colors of vendors, nearly black and nearly white ones among them."""


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

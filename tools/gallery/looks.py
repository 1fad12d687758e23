"""The themes and languages in which the wizard is drawn."""

from __future__ import annotations

import re

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from installer.wizard import languages
from installer.wizard.language import install_language

THEMES = {
    # window, fields, text, dimmed text
    "light": ("#f0f0f0", "#ffffff", "#000000", "#5a5a5a"),
    "dark": ("#202326", "#141618", "#fcfcfc", "#a8a8a8"),
}


def palette_of(theme: str) -> QPalette:
    """The colours of a theme; the platform without a screen has no themes of its own."""
    window, base, text, dimmed = map(QColor, THEMES[theme])
    palette = QPalette(window)
    for role, color in (
        (QPalette.ColorRole.Window, window),
        (QPalette.ColorRole.Button, window),
        (QPalette.ColorRole.Base, base),
        (QPalette.ColorRole.AlternateBase, window),
        (QPalette.ColorRole.WindowText, text),
        (QPalette.ColorRole.Text, text),
        (QPalette.ColorRole.ButtonText, text),
        (QPalette.ColorRole.ToolTipText, text),
        (QPalette.ColorRole.PlaceholderText, dimmed),
    ):
        palette.setColor(role, color)
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, dimmed)
    return palette


_PLACEHOLDER = re.compile(r"(\{[^}]*\}|%n)")


class LongWords(QTranslator):
    """A language that takes half as much room again and has a mark on every letter, so that nothing hides from it."""

    _MARKED = str.maketrans("aeiouyAEIOUYcnsz", "àéîöûÿÀÉÎÖÛŸçñšž")

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        pieces = _PLACEHOLDER.split(text)
        pieces[::2] = [piece.translate(self._MARKED) for piece in pieces[::2]]
        marked = "".join(pieces)
        return f"{marked} {'·' * (len(text) // 2)}" if text.strip(":, ") else text

    def isEmpty(self) -> bool:  # noqa: N802
        return False


LANGUAGES = (*languages.LANGUAGES, "long", "rtl")


def set_language(application: QApplication, language: str) -> None:
    """Let everything that is drawn from now on speak it."""
    install_language(application, language if language in languages.LANGUAGES else "en")
    if language == "long":
        translator = LongWords(application)
        application.installTranslator(translator)
    elif language == "rtl":
        hebrew = QTranslator(application)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        assert hebrew.load(QLocale("he"), "qtbase", "_", folder)
        application.installTranslator(hebrew)
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

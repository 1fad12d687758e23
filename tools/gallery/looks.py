"""The themes and languages in which the wizard is drawn."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from installer.wizard import languages
from installer.wizard.language import install_language

THEMES = {
    # window, fields, text, dimmed text
    "light": ("#f5f5f6", "#ffffff", "#1c1c1f", "#6e6e70"),
    "dark": ("#222222", "#2b2b2b", "#f2f2f3", "#aaaaab"),
}

SCREENS = {
    # Logical pixels beside a task bar: an ordinary desktop, one of 1920x1080 at 200 %, and one for the smallest window.
    "desktop": (1280, 860),
    "small": (960, 492),
    "least": (492, 402),
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
    palette.setColor(QPalette.ColorRole.Accent, QColor("#0067c0"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#0067c0"))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("#ffffff"))
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


def leave_home(folder: Path) -> None:
    """Let a program have another home from now on, where nobody has chosen anything before."""
    for name in [name for name in os.environ if name.startswith("XDG_")]:
        del os.environ[name]
    os.environ["HOME"] = str(folder)


@dataclass(frozen=True, slots=True)
class Look:
    """How everything is drawn in one process.

    Attributes:
        language: one of `LANGUAGES`.
        scale: percent.
        screen: one of `SCREENS`.
        branded: the application brings an icon, a banner and an accent.
    """

    language: str
    scale: int
    screen: str
    branded: bool = True

    @property
    def name(self) -> str:
        """It as a part of a file's name."""
        return "-".join([self.language, str(self.scale), self.screen, *([] if self.branded else ["plain"])])

    def options(self) -> list[str]:
        """It as options of the command line."""
        options = ["--language", self.language, "--scale", str(self.scale), "--screen", self.screen]
        return options if self.branded else [*options, "--plain"]

    def platform(self, folder: Path) -> str:
        """Write down the screen; returns Qt's platform that has it."""
        width, height = (length * self.scale // 100 for length in SCREENS[self.screen])
        screen = {"name": self.screen, "x": 0, "y": 0, "width": width, "height": height, "dpr": 1}
        screen |= {"logicalDpi": 96, "logicalBaseDpi": 96}
        path = folder / f".{self.screen}-{self.scale}.json"
        path.write_text(json.dumps({"windowFrameMargins": True, "screens": [screen]}), encoding="utf-8")
        return f"offscreen:configfile={path}"

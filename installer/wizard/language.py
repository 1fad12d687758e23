"""The wizard's languages: which one, its words for durations and sizes, and what quiet mode says in English.

Messages of plans, checks and errors are written once, in English, because logs, events and consoles have them as well.
Here they are looked up by their pattern (`installer/wizard/messages.py`); what nobody has translated stays as it is.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from installer.wizard.messages import MESSAGES

_FOLDER = Path(__file__).with_name("languages")
_PLACEHOLDER = re.compile(r"\\\{\d\\\}")
_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-Z0-9])")


def install_language(application: QApplication, asked: str | None) -> None:
    """Load the catalogues of a language, ours and Qt's own.

    Args:
        application: gets them.
        asked: such as `de` or `zh_CN`; None takes the first of the system's that there is, or else English.
    """
    wished = QLocale(asked) if asked else QLocale.system()
    ours = QTranslator(application)
    if not ours.load(wished, "engine-installer", "_", str(_FOLDER)):
        wished = QLocale("en")
        ours.load(wished, "engine-installer", "_", str(_FOLDER))
    language = QLocale(ours.language())
    qt = QTranslator(application)
    # Without it, Back, Next and Cancel would stay English. English itself is what Qt says without one.
    if qt.load(language, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(qt)
    application.installTranslator(ours)
    # Numbers as in the user's country, unless it speaks another language than the wizard.
    QLocale.setDefault(wished if wished.language() == language.language() else language)
    application.setLayoutDirection(language.textDirection())
    _patterns.cache_clear()


def translated(text: str) -> str:
    """A message of quiet mode in the wizard's language."""
    whole = _translated(text)
    if whole is not None:
        return whole
    if "\n" in text:
        return "\n".join(map(_translated_item, text.split("\n")))
    sentences = _SENTENCE_END.split(text)
    return " ".join(map(translated, sentences)) if len(sentences) > 1 else text


def _translated_item(line: str) -> str:
    marker = "  - " if line.startswith("  - ") else ""
    return marker + translated(line.removeprefix(marker)) if line else line


def _translated(text: str) -> str | None:
    for pattern, translation in _patterns():
        if match := pattern.fullmatch(text):
            return translation.format(*map(translated, match.groups()))
    return None


@functools.cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What is translated, the longest first, so that a general pattern does not take what a special one is for."""
    found = []
    for source in sorted(MESSAGES, key=lambda message: -len(message)):
        translation = QCoreApplication.translate("messages", source)
        if translation != source:
            found.append((re.compile(_PLACEHOLDER.sub("(.+?)", re.escape(source)), re.DOTALL), translation))
    return tuple(found)


def clock_text(seconds: float) -> str:
    """A time that has passed, as a clock shows it: `0:42`, `1:05:00`."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def duration_text(seconds: float) -> str:
    """An expected time, no more exact than it is known."""
    if seconds < 60:
        return QCoreApplication.translate("words", "%n second(s)", "", max(1, round(seconds)))
    if seconds < 3600:
        return QCoreApplication.translate("words", "%n minute(s)", "", round(seconds / 60))
    return QCoreApplication.translate("words", "%n hour(s)", "", round(seconds / 3600))


def time_left_text(seconds: float | None) -> str:
    """A time left that promises no more than is known; empty when nothing is."""
    if seconds is None:
        return ""
    if seconds < 5:
        return QCoreApplication.translate("words", "a few seconds left")
    if seconds < 60:
        return QCoreApplication.translate("words", "about %n second(s) left", "", round(seconds / 5) * 5)
    return QCoreApplication.translate("words", "about %n minute(s) left", "", round(seconds / 60))


def size_text(size: int) -> str:
    """A file size in the megabytes (10^6 bytes) that file managers show."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)

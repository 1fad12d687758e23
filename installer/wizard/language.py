"""The wizard's languages: which one, its words for durations and sizes, and what quiet mode says in English.

Messages of plans, checks and errors are written once, in English, because logs, events and consoles have them as well.
Here they are looked up by their pattern (`installer/wizard/messages.py`); what nobody has translated stays as it is.
"""

from __future__ import annotations

import functools
import itertools
import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from installer.wizard.languages import LANGUAGES
from installer.wizard.messages import MESSAGES, VERBS

_LONGEST = 600
_FOLDER = Path(__file__).with_name("languages")
_PLACEHOLDER = re.compile(r"\{\d\}")
_COUNTED = re.compile(r" (MiB|%|engines|files|timings|models|seconds|MHz|cores|things|faults|s\b)")
_NUMBER = r"([\d.,]+)"
_WITHIN_A_SENTENCE = r"((?:(?!\n|[.!?] [A-Z0-9]).)+?)"
_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-Z0-9])")
_COMMA = re.compile(r", (?![^(]*\))")


def _qt_folder() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)


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
    if qt.load(language, "qtbase", "_", _qt_folder()):
        application.installTranslator(qt)
    application.installTranslator(ours)
    # Numbers as in the user's country, unless it speaks another language than the wizard.
    QLocale.setDefault(wished if wished.language() == language.language() else language)
    application.setLayoutDirection(language.textDirection())
    _patterns.cache_clear()
    translated.cache_clear()


def missing_catalogues() -> list[str]:
    """The languages whose catalogue, ours or Qt's own, this program does not have."""
    ours = [(f"engine-installer_{language}", str(_FOLDER)) for language in LANGUAGES]
    # English is what Qt says without one.
    qts = [(f"qtbase_{language}", _qt_folder()) for language in LANGUAGES if language != "en"]
    return [name for name, folder in (*ours, *qts) if not QTranslator().load(name, folder)]


@functools.lru_cache(1000)
def translated(text: str) -> str:
    """A message of quiet mode in the wizard's language; what nobody has translated, or is very long, stays as it is."""
    if len(text) > _LONGEST and "\n" not in text:
        return text
    for pattern, translation in _patterns():
        # A full stop belongs to the sentence, not to what stands last in it.
        if text.endswith(".") <= pattern.pattern.endswith(".") and (match := pattern.fullmatch(text)):
            said = translation.format(*map(_part, match.groups()))
            # At the beginning of a sentence, what is written as its part has a capital; names stay as they are.
            is_name = re.match(r"\S*[{.]", translation)
            return said[:1].upper() + said[1:] if text[:1].isupper() and not is_name else said
    for parts, mark in (
        (text.split("\n  - "), "\n  - "),
        (text.split("\n"), "\n"),
        (_SENTENCE_END.split(text), " "),
        (text.split("; "), QCoreApplication.translate("words", "; ")),
        (text.split(": ", 1), QCoreApplication.translate("words", ": ")),
        (_COMMA.split(text), QCoreApplication.translate("words", ", ")),
    ):
        if len(parts) > 1:
            told = [translated(part) for part in parts]
            if told != parts:
                # Full-width punctuation brings its own space.
                return mark.join(told).replace("。 ", "。")
    # A part of a sentence that stands alone.
    if text.endswith(".") and not text.endswith("..") and (told_part := translated(text[:-1])) != text[:-1]:
        return told_part + QCoreApplication.translate("words", ".")
    return text


def _part(text: str) -> str:
    """What stands in a message: a single word is a name, but for what could not be done."""
    return translated(text) if " " in text or text in VERBS else text


@functools.cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What is translated, the longest first, so that a general pattern does not take what a special one is for."""
    found = []
    for source in sorted((*VERBS, *MESSAGES), key=len, reverse=True):
        translation = QCoreApplication.translate("messages", source)
        if translation != source:
            found.append((re.compile(_pattern_of(source)), translation))
    return tuple(found)


def _pattern_of(source: str) -> str:
    """What a message looks like. Placeholders are narrow, so that none swallows what another pattern is for."""
    pieces = _PLACEHOLDER.split(source)
    pattern = f"(?i:{re.escape(pieces[0][:1])}){re.escape(pieces[0][1:])}"
    for before, after in itertools.pairwise(pieces):
        if before == "Cannot ":
            pattern += f"({'|'.join(sorted(VERBS, key=len, reverse=True))})"
        elif _COUNTED.match(after) or before.endswith("(process "):
            pattern += _NUMBER
        else:
            pattern += _WITHIN_A_SENTENCE
        pattern += re.escape(after)
    return pattern


class Words(QObject):
    """Durations and sizes. A class, because Qt finds plural forms in `tr` alone."""

    def duration(self, seconds: float) -> str:
        """An expected time, no more exact than it is known."""
        if seconds < 60:
            return self.tr("%n second(s)", "", max(1, round(seconds)))
        minutes = round(seconds / 60)
        return self.tr("%n minute(s)", "", minutes) if minutes < 180 else self.tr("%n hour(s)", "", round(minutes / 60))

    def time_left(self, seconds: float | None) -> str:
        """A time left that promises no more than is known; empty when nothing is."""
        if seconds is None:
            return ""
        if seconds < 5:
            return self.tr("a few seconds left")
        if seconds < 60:
            return self.tr("about %n second(s) left", "", round(seconds / 5) * 5)
        return self.tr("about %n minute(s) left", "", round(seconds / 60))

    def clock(self, seconds: float) -> str:
        """A time that has passed, as a clock shows it: `0:42`, `1:05:00`."""
        minutes, rest = divmod(int(seconds), 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"

    def size(self, size: int) -> str:
        """A file size in the megabytes (10^6 bytes) that file managers show."""
        return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


words = Words()

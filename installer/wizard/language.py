"""The wizard's languages: which one, its words for durations and sizes, and what quiet mode says in English.

Messages of plans, checks and errors are written once, in English, because logs, events and consoles have them as well.
They remember their templates (`builder/base/text.py`), which are looked up in the catalogues here.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from builder.base.text import Text, verbatim
from installer.wizard.languages import LANGUAGES

_FOLDER = Path(__file__).with_name("languages")


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


def missing_catalogues() -> list[str]:
    """The languages whose catalogue, ours or Qt's own, this program does not have."""
    ours = [(f"engine-installer_{language}", str(_FOLDER)) for language in LANGUAGES]
    # English is what Qt says without one.
    qts = [(f"qtbase_{language}", _qt_folder()) for language in LANGUAGES if language != "en"]
    return [name for name, folder in (*ours, *qts) if not QTranslator().load(name, folder)]


def translated(text: str) -> Text:
    """Say a text in the wizard's language, in the words that suit a window.

    Ordinary strings, such as names, paths and what a library said, stay as they are.
    """
    if not isinstance(text, Text) or text.template is None:
        return verbatim(text)
    if text.parts:
        return _joined(text, text.template)
    number = -1 if text.number is None else text.number
    template = QCoreApplication.translate("messages", text.window or text.template, None, number)
    arguments = {
        name: translated(value) if isinstance(value, Text) else value for name, value in text.arguments.items()
    }
    return Text(template.format(**arguments), template, arguments)


def _joined(text: Text, separator: str) -> Text:
    parts = tuple(map(translated, text.parts))
    said, separator = "", QCoreApplication.translate("words", separator)
    for part in parts:
        # Full-width punctuation brings its own space.
        no_space = not said or (separator == " " and said.endswith("。"))
        said += part if no_space else separator + part
    return Text(said, separator, parts=parts)


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

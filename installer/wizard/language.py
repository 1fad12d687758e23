"""The wizard's languages: which one, its words for durations and sizes, and what quiet mode says in English.

Messages of plans, checks and errors are written once, in English, because logs, events and consoles have them as well.
They remember their templates (`builder/base/text.py`), which are looked up in the catalogues here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from builder.base.quantities import Bytes, Count, Duration, unit_name
from builder.base.small_files import read_small_file
from builder.base.text import Text, fill, verbatim
from installer.wizard.catalogue_file import MOST_BYTES, is_sound
from installer.wizard.languages import LANGUAGES

_FOLDER = Path(__file__).with_name("languages")
_OURS = "engine-installer_"


def _qt_folder() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)


def install_language(application: QApplication, asked: str | None) -> list[str]:
    """Load the catalogues of a language, ours and Qt's own, in place of those of another; else it speaks English.

    Args:
        application: gets them.
        asked: such as `de` or `zh_CN`; None takes the first of the system's that there is, or else English.

    Returns:
        The catalogues that are missing or damaged, although the language is one of the wizard's.
    """
    wished = QLocale(asked) if asked else QLocale.system()
    missing = []
    ours = _load("engine-installer", _FOLDER, wished)
    if ours is None:
        spoken = {name.replace("-", "_") for name in wished.uiLanguages()} & set(LANGUAGES)
        missing += sorted(f"engine-installer_{name}" for name in spoken)
        wished = QLocale("en")
        ours = _load("engine-installer", _FOLDER, wished)
    language = QLocale(ours.language() if ours else "en")
    # Without it, Back, Next and Cancel would stay English. English itself is what Qt says without one.
    qt = _load("qtbase", Path(_qt_folder()), language)
    if qt is None and language.language() != QLocale.Language.English:
        missing.append(f"qtbase_{language.name()}")
    for translator in application.findChildren(QTranslator, options=Qt.FindChildOption.FindDirectChildrenOnly):
        application.removeTranslator(translator)
        translator.setParent(None)
    for translator in filter(None, (qt, ours)):
        translator.setParent(application)
        application.installTranslator(translator)
    # Numbers as in the user's country, unless it speaks another language than the wizard.
    QLocale.setDefault(wished if wished.language() == language.language() else language)
    application.setLayoutDirection(language.textDirection())
    return missing


def switch_language(application: QApplication, code: str) -> list[str]:
    """Speak another language from now on: every window gets `QEvent.LanguageChange`, once, when events are processed.

    Texts that were made with `tr` or `translated` before stay in the old language until they are made again.

    Args:
        application: with its windows.
        code: one of `spoken_languages`.

    Returns:
        As `install_language`.
    """
    return install_language(application, code)


def active_language(application: QApplication) -> str:
    """The language that is spoken now, such as `de` or `zh_CN`."""
    for translator in application.findChildren(QTranslator, options=Qt.FindChildOption.FindDirectChildrenOnly):
        code = Path(translator.filePath()).stem.removeprefix(_OURS)
        if code in LANGUAGES:
            return code
    return "en"


@dataclass(frozen=True, slots=True)
class Language:
    """A language that can be chosen.

    Attributes:
        code: such as `zh_CN`.
        name: what its speakers call it, such as `简体中文`.
    """

    code: str
    name: str


@cache
def spoken_languages() -> tuple[Language, ...]:
    """The languages of which this program has all catalogues, in the order of their codes."""
    missing = {name.partition("_")[2] for name in missing_catalogues()}
    return tuple(Language(code, _own_name(code)) for code in LANGUAGES if code == "en" or code not in missing)


def _own_name(code: str) -> str:
    locale = QLocale(code)
    if locale.language() == QLocale.Language.English:
        return "English"  # "American English" would promise another one
    name = locale.nativeLanguageName()
    # Scripts tell the kinds of Chinese apart; of other languages, the country does where it is part of the code.
    country = locale.nativeTerritoryName() if "_" in code and not code.startswith("zh") else ""
    # European Spanish is the only Spanish here.
    name = "español" if code == "es" else name
    return name[:1].upper() + name[1:] + (f" ({country})" if country else "")


def _load(name: str, folder: Path, language: QLocale) -> QTranslator | None:
    """Load a catalogue of the program's own, from nowhere else; None where there is none that can be used."""
    translator = QTranslator()
    if not translator.load(language, name, "_", str(folder)):
        return None
    try:
        return translator if is_sound(read_small_file(Path(translator.filePath()), MOST_BYTES)) else None
    except OSError:
        return None


def missing_catalogues() -> list[str]:
    """The languages whose catalogue, ours or Qt's own, this program does not have."""
    ours = [("engine-installer", _FOLDER, language) for language in LANGUAGES]
    # English is what Qt says without one.
    qts = [("qtbase", Path(_qt_folder()), language) for language in LANGUAGES if language != "en"]
    return [f"{name}_{code}" for name, folder, code in (*ours, *qts) if not _load(name, folder, QLocale(code))]


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
    arguments = {name: _shown(value) for name, value in text.arguments.items()}
    try:
        return Text(fill(template, arguments), template, arguments)
    except (AttributeError, LookupError, TypeError, ValueError):
        return text  # a catalogue with other placeholders, which is not ours


def _shown(argument: object) -> object:
    """What stands in a placeholder, as a window shows it."""
    match argument:
        case Text():
            return translated(argument)
        case Bytes():
            return words.size(argument)
        case Duration():
            return words.duration(argument)
        case Count():
            return QLocale().toString(int(argument))
        case _:
            return argument


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
        count, unit = Duration(seconds).rounded()
        if unit == "second":
            return self.tr("%n second(s)", "", count)
        return self.tr("%n minute(s)", "", count) if unit == "minute" else self.tr("%n hour(s)", "", count)

    def percent(self, share: float) -> str:
        """A share of 1 in percent, without decimals."""
        return self.tr("{0}%").format(QLocale().toString(round(share * 100)))

    def size(self, size: int) -> str:
        """A size in the units of this system's file manager, as `Bytes` rounds it."""
        amount = size if isinstance(size, Bytes) else Bytes(size)
        rounded, decimals = amount.rounded()
        formats = QLocale.DataSizeFormat
        shown = formats.DataSizeTraditionalFormat if amount.base == 1024 else formats.DataSizeSIFormat
        return unit_name(QLocale().formattedDataSize(rounded, decimals, shown), amount.base)


words = Words()

"""The wizard's languages: complete, up to date, and true to what the program says."""

from __future__ import annotations

import string
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QWizard

from builder.base.errors import DiskFull
from builder.base.files import explain_os_error
from installer.wizard.language import install_language, translated, words
from installer.wizard.languages import LANGUAGES
from tests.support.wizard import Open
from tools.translations import CATALOGUES, release, update

OTHERS = [language for language in LANGUAGES if language != "en"]
Speak = Callable[[str | None], None]


@pytest.fixture
def speak(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Speak]:
    """Lets the wizard speak a language until the end of the test."""
    installed: list[QTranslator] = []
    install = QCoreApplication.installTranslator

    def note(translator: QTranslator) -> bool:
        installed.append(translator)
        return install(translator)

    monkeypatch.setattr(qapp, "installTranslator", note)
    yield lambda language: install_language(qapp, language)
    for translator in installed:
        qapp.removeTranslator(translator)
    QLocale.setDefault(QLocale("en"))


def entries(language: str) -> Iterator[tuple[str, str, list[str]]]:
    """Context, source and translations (several where there are plural forms) of a catalogue."""
    for context in ET.parse(CATALOGUES / f"engine-installer_{language}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            yield context.findtext("name") or "", message.findtext("source") or "", forms


def fields(text: str) -> list[str]:
    return sorted(name or "" for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def test_the_catalogues_have_every_text_and_the_wizard_loads_what_they_say(tmp_path: Path) -> None:
    for catalogue in CATALOGUES.glob("*.ts"):
        (tmp_path / catalogue.name).write_bytes(catalogue.read_bytes())
    update(tmp_path)
    release(CATALOGUES, tmp_path)
    for made in sorted(tmp_path.iterdir()):
        kept = CATALOGUES / made.name
        assert made.read_bytes() == kept.read_bytes(), f"run: python -m tools.translations ({made.name})"


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_is_complete(language: str) -> None:
    for context, source, forms in entries(language):
        for form in forms:
            assert form, (context, source)
            assert fields(form) == fields(source), (source, form)
            assert ("%n" in form) <= ("%n" in source), (source, form)
            assert form.replace("&&", "").count("&") == source.replace("&&", "").count("&"), (source, form)


def test_english_has_every_plural() -> None:
    assert all(len(forms) == 2 and all(forms) for _, source, forms in entries("en") if "%n" in source)


@pytest.mark.parametrize(
    ("message", "german"),
    [
        ("The run was cancelled. Nothing was changed.", None),
        ("the NVIDIA driver finds no GPU", None),
        ("The NVIDIA driver finds no GPU", None),
        ("The file alpha-1234.engine is missing.", "alpha-1234.engine"),
        ("3 engines and 12 files of the application installed in /home/a. B/app.", "/home/a. B/app"),
        ("Cannot create the folder /a/b: the disk is full.", "/a/b"),
        ("Cannot write to C:\\Program Files\\App: access denied.", "C:\\Program Files\\App"),
        ("NVIDIA RTX 4070 is in use by blender (process 4033, 6144 MiB) (93 % used).", "4033"),
        ("NVIDIA RTX 4070 is in use by blender (process 1, 5 MiB), gimp (process 22, 7 MiB) (9 % used).", "22"),
        ("2 things stand in the way:\n  - the NVIDIA driver finds no GPU.\n  - No such thing: 7.", None),
        ("NVIDIA RTX 4070: the only supported GPU, compute capability 8.9", "8.9"),
        ("Removed 3 files from /x. Kept, because they were there before: a.", "/x"),
        ("the only supported GPU, compute capability 8.9; TensorRT-RTX is not installed", "8.9"),
    ],
)
def test_what_quiet_mode_says_is_said_in_german(speak: Speak, message: str, german: str | None) -> None:
    speak("de")
    told = translated(message)
    assert told != message
    assert german is None or german in told
    for english in ("the folder", " to C:", "used", "files", "things", "driver finds", "process", "supported GPU"):
        assert english not in told, told


def test_what_has_no_translation_stays_as_it_is(speak: Speak) -> None:
    speak("ja")
    for text in ("", "x", "a: b; c, d. E\n  - f", "tactic 0x3e8 skipped: {0} not enough {memory}"):
        assert translated(text) == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_error_reads_the_same_in_a_window(speak: Speak, language: str) -> None:
    speak(language)
    error = explain_os_error(OSError(28, "No space left on device"), Path("/a b/ü"), "write")
    assert isinstance(error, DiskFull)
    assert "/a b/ü" in translated(error.message)
    assert "--target" not in translated(error.hint)
    assert "run the command" not in translated(error.hint)


def test_durations_and_sizes(speak: Speak) -> None:
    speak("en")
    assert [words.duration(seconds) for seconds in (0.2, 1.4, 59, 60, 3500, 7300, 14_000)] == [
        "1 second", "1 second", "59 seconds", "1 minute", "58 minutes", "122 minutes", "4 hours",
    ]  # fmt: skip
    assert [words.time_left(seconds) for seconds in (None, 3, 12, 80, 200)] == [
        "", "a few seconds left", "about 10 seconds left", "about 1 minute left", "about 3 minutes left",
    ]  # fmt: skip
    assert [words.clock(seconds) for seconds in (0, 61.9, 3605)] == ["0:00", "1:01", "1:00:05"]
    assert words.size(12_345_678) == "12.3 MB"
    speak("de")
    assert words.time_left(80) == "noch etwa 1 Minute"
    assert words.size(12_345_678) == "12,3 MB"


@pytest.mark.parametrize(
    ("system", "back"),
    [("de_AT", "Zurück"), ("zh_CN", "上一步"), ("pt_BR", "Back"), ("en_GB", "Back"), ("ja_JP", "戻る")],
)
def test_the_system_chooses_the_language_and_english_is_the_last_resort(
    open_wizard: Open,
    speak: Speak,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    system: str,
    back: str,
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(system))
    speak(None)
    wizard = open_wizard("install", tmp_path / "nowhere")
    assert back in wizard.button(QWizard.WizardButton.BackButton).text().replace("&", "")

"""The wizard's languages: complete, up to date, and true to what the program says."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from builder.base.errors import DiskFull
from builder.base.files import explain_os_error
from builder.base.quantities import Bytes, Count, Duration, MemoryBytes
from builder.base.text import Text, join, say, say_count, sentence
from installer.wizard.language import translated, words
from installer.wizard.languages import LANGUAGES
from tests.support.program import ROOT
from tests.support.wizard import Open, Speak, catalogue, english_in, offered, quotes_of
from tools.translations import CATALOGUES, Message, calls_in, message_of, messages, release, update, windows_of

OTHERS = [language for language in LANGUAGES if language != "en"]


def fields(text: str) -> list[str]:
    """The placeholders, with their conversions and formats."""
    return sorted(
        f"{name}{f'!{conversion}' if conversion else ''}{f':{spec}' if spec else ''}"
        for _, name, spec, conversion in string.Formatter().parse(text)
        if name is not None
    )


def test_the_catalogues_have_every_text_and_the_wizard_loads_what_they_say(tmp_path: Path) -> None:
    for path in CATALOGUES.glob("*.ts"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    update(tmp_path)
    release(CATALOGUES, tmp_path)
    for made in sorted(tmp_path.iterdir()):
        kept = CATALOGUES / made.name
        assert made.read_bytes() == kept.read_bytes(), f"run: python -m tools.translations ({made.name})"


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_is_complete(language: str) -> None:
    for context, source, forms in catalogue(language):
        for form in forms:
            assert form, (context, source)
            assert fields(form) == fields(source), (source, form)
            assert ("%n" in form) <= ("%n" in source), (source, form)
            assert form.replace("&&", "").count("&") == source.replace("&&", "").count("&"), (source, form)


def test_english_has_every_plural_and_nothing_else() -> None:
    for _, source, forms in catalogue("en"):
        assert all(forms) if len(forms) == 2 else not any(forms), source


ALL_CALLS = [
    call
    for path in sorted([*(ROOT / "builder").rglob("*.py"), *(ROOT / "installer").rglob("*.py")])
    for call in calls_in(path)
]


def test_every_template_is_a_literal_and_gets_what_stands_in_it() -> None:
    """Also where no window shows it: it would fail only when it is said."""
    assert len(ALL_CALLS) > 300
    for call in ALL_CALLS:
        made = message_of(call)
        given = {keyword.arg for keyword in call.keywords} | ({"count"} if made.one else set())
        for node in (*call.args, *windows_of(call)):
            if made.context == "messages" and isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert {re.split("[!:]", name)[0] for name in fields(node.value)} <= given, ast.unparse(call)


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_of_a_window_is_in_every_catalogue(language: str) -> None:
    known = {(context, source) for context, source, _ in catalogue(language)}
    assert {(message.context, message.template) for message in messages()} <= known


def sample(message: Message) -> Text:
    """The message with something in each placeholder that no translation contains."""
    arguments: dict[str, object] = {}
    for field in fields(message.template):
        name, _, spec = field.partition(":")
        name, _, _conversion = name.partition("!")
        arguments[name] = Text(f"<{name}>") if spec in ("", "capital", "part") else 7
    number = 7 if message.one else None
    arguments |= {"count": 7} if message.one else {}
    return Text(message.template.format(**arguments), message.template, arguments, number=number)


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_is_said_in_the_language_with_what_stands_in_it(speak: Speak, language: str) -> None:
    speak(language)
    for message in messages():
        if message.context == "messages":
            text = sample(message)
            said = translated(text)
            for argument in re.findall(r"<\w+>", text):
                assert argument in said, (message.template, said)
            assert not english_in(said, *quotes_of(text)), (message.template, said)
            assert "7" in said or not re.search(r"\b7\b", text), (message.template, said)


HOSTILE = [
    "/home/ann/My Files. Old/alpha.engine",
    "C:\\Program Files\\{0} {file} %n 100%\\a{b}.onnx",
    "/tmp/access denied. Choose another folder.: x; y, z",
    "The run was cancelled. Nothing was changed.",
    "none",
    "read",
    "GPU",
]


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_names_and_paths_come_through_unharmed(speak: Speak, language: str, name: str) -> None:
    """One that looks like a message, like two sentences, or like a template."""
    speak(language)
    for text in (
        say("the file {file} is missing", file=name),
        say("the file {file} is missing", file=Path(name)),
        sentence(say("{gpu} {verdict}", gpu=name, verdict=say("is in use by {programs}", programs=join(", ", [name])))),
        join("\n", [say("the model has changed"), name]),
        say_count(2, "one problem in {file}.", "The app package is not valid: {count} problems in {file}.", file=name),
    ):
        assert name in translated(text)
    assert translated(name) == name


def test_a_part_of_a_sentence_begins_it_with_a_capital_in_its_language(speak: Speak) -> None:
    speak("de")
    assert translated(sentence(say("the NVIDIA driver finds no GPU"))) == "Der NVIDIA-Treiber findet keine GPU."
    assert translated(sentence(say("{file} is missing", file="alpha.engine"))) == "alpha.engine fehlt."


def test_full_width_punctuation_brings_its_own_space(speak: Speak) -> None:
    sentences = join(" ", [say("Restart the computer."), say("Close other programs.")])
    assert sentences == "Restart the computer. Close other programs."
    speak("ja")
    assert "。 " not in translated(sentences)
    assert translated(sentences).count("。") == 2
    assert translated(join("; ", ["a", "b"])) == "a；b"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_error_reads_the_same_in_a_window(speak: Speak, language: str) -> None:
    speak(language)
    error = explain_os_error(OSError(28, "No space left on device"), Path("/a b/ü"), say("write"))
    assert isinstance(error, DiskFull)
    assert "/a b/ü" in translated(error.message)
    assert "--target" not in translated(error.hint)
    assert "run the command" not in translated(error.hint)
    assert "--target" in explain_os_error(PermissionError(13, "no"), Path("/a"), say("write")).hint


def test_durations_and_sizes(speak: Speak) -> None:
    speak("en")
    assert [words.duration(seconds) for seconds in (0.2, 1.4, 59, 60, 3500, 7300, 14_000)] == [
        "1 second", "1 second", "59 seconds", "1 minute", "58 minutes", "122 minutes", "4 hours",
    ]  # fmt: skip
    assert words.size(12_345_678) == "12.3 MB"
    speak("de")
    assert words.size(12_345_678) == "12,3 MB"


def test_counts_are_written_as_in_the_country(speak: Speak) -> None:
    text = say("{count} of {all}", count=Count(1284), all=Count(2))
    assert translated(text) == "1,284 of 2"
    speak("de")
    assert "1.284" in translated(text)
    # Templates with a number have plural forms, whose choice takes it as well.
    assert translated(say_count(Count(3), "{count} engine", "{count} engines"))


def test_quantities_in_messages_are_shown_in_the_language(speak: Speak) -> None:
    text = say("{size} in {time}", size=MemoryBytes(1_503_238_553), time=Duration(170))
    assert text == "1.4 GB in 3 minutes"
    speak("de")
    assert translated(text) == "1,4 GB in 3 Minuten"
    speak("fr")
    assert translated(text) == "1,4 Go in 3\xa0minutes"


@pytest.mark.parametrize(("base", "shown"), [(1000, ["1.5 kB", "312 bytes"]), (1024, ["1.46 KB", "312 bytes"])])
def test_sizes_are_those_of_the_file_manager(
    speak: Speak, monkeypatch: pytest.MonkeyPatch, base: int, shown: list[str]
) -> None:
    speak("en")
    monkeypatch.setattr("builder.base.quantities._FILE_BASE", base)
    assert [words.size(size) for size in (1500, 312)] == shown == [str(Bytes(1500)), str(Bytes(312))]


@pytest.mark.parametrize(
    ("system", "close"),
    [
        ("de_AT", "Schließen"),
        ("zh_CN", "关闭"),
        ("pt_BR", "Fechar"),
        ("ko_KR", "닫기"),
        ("sv_SE", "Close"),
        ("en_GB", "Close"),
        ("ja_JP", "閉じる"),
    ],
)
def test_the_system_chooses_the_language_and_english_is_the_last_resort(
    open_wizard: Open,
    speak: Speak,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    system: str,
    close: str,
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(system))
    speak(None)
    wizard = open_wizard("install", tmp_path / "nowhere")
    assert offered(wizard)[-1] == close

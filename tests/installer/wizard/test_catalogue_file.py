"""Catalogues that are damaged, or made to harm: the wizard speaks English, says so in its log, and never crashes."""

from __future__ import annotations

import random
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo
from PySide6.QtWidgets import QApplication, QDialog

from builder.base.text import say
from installer.wizard import language, run
from installer.wizard.catalogue_file import is_sound
from installer.wizard.languages import LANGUAGES
from tests.support.program import ROOT
from tests.support.wizard import Open, Speak

OURS = ROOT / "installer/wizard/languages"
GERMAN = (OURS / "engine-installer_de.qm").read_bytes()
HASHES = GERMAN.index(b"\x42", 16) + 5


def damaged(*, offset: int = -1, length: int = -1) -> bytes:
    """The German catalogue with another offset, or another length of the first message's first part."""
    content = bytearray(GERMAN)
    (first,) = struct.unpack_from(">I", content, HASHES + 4)
    size = struct.unpack_from(">I", content, HASHES - 4)[0]
    if offset >= 0:
        struct.pack_into(">I", content, HASHES + 4, offset)
    if length >= 0:
        struct.pack_into(">I", content, HASHES + size + 5 + first + 1, length)
    return bytes(content)


DAMAGED = {
    "empty": b"",
    "text": b"This is no catalogue.",
    "half": GERMAN[: len(GERMAN) // 2],
    "a byte too few": GERMAN[:-1],
    "an offset beyond it": damaged(offset=0xFFFFFFF0),
    "a length beyond it": damaged(length=0x7FFFFFF0),
    "files besides": GERMAN + struct.pack(">BI", 0x96, 12) + b"/etc/passwd\0",
}


def test_catalogues_of_ours_and_of_qt_are_sound() -> None:
    qts = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for code in LANGUAGES:
        assert is_sound((OURS / f"engine-installer_{code}.qm").read_bytes())
        assert is_sound((qts / f"qtbase_{code}.qm").read_bytes())


@pytest.mark.parametrize("what", DAMAGED)
def test_a_damaged_catalogue_means_english_and_a_warning(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, speak: Speak, open_wizard: Open, what: str
) -> None:
    folder = shutil.copytree(OURS, tmp_path / "languages")
    (folder / "engine-installer_de.qm").write_bytes(DAMAGED[what])
    monkeypatch.setattr(language, "_FOLDER", folder)
    assert language.install_language(qapp, "de") == ["engine-installer_de"]
    assert language.missing_catalogues() == ["engine-installer_de"]
    assert QCoreApplication.translate("ChoicesPage", "Choices") == "Choices"


def test_a_language_that_the_wizard_does_not_speak_is_no_damage(qapp: QApplication, speak: Speak) -> None:
    assert language.install_language(qapp, "nl") == []


def test_the_warning_stands_in_the_log(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_wizard: Open
) -> None:
    said: list[tuple[str, str]] = []

    class Log:
        def write(self, level: str, text: str) -> None:
            said.append((level, text))

    def stop(*_: object, **__: object) -> QDialog:
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "install_language", lambda *_: ["engine-installer_de"])
    monkeypatch.setattr(run, "InstallerWindow", stop)
    with pytest.raises(KeyboardInterrupt):
        run.run_wizard("install", None, Log(), None)  # type: ignore[arg-type]
    assert said == [
        ("warning", "The catalogue engine-installer_de is missing or damaged; the wizard speaks English instead.")
    ]


def test_other_placeholders_mean_english(monkeypatch: pytest.MonkeyPatch) -> None:
    for hostile in ("{other}", "{file.__class__.x}", "{file[9]}", "{", "{0}", "{file:d}"):
        monkeypatch.setattr(QCoreApplication, "translate", lambda *_, said=hostile: said)
        assert language.translated(say("{file} is missing", file="a")) == "a is missing"


FUZZ = """
import sys
from PySide6.QtCore import QCoreApplication, QTranslator
from installer.wizard.catalogue_file import is_sound
application = QCoreApplication([])
used = 0
for path in sys.argv[1:]:
    translator = QTranslator()
    if translator.load(path) and is_sound(open(path, "rb").read()):
        used += 1
        for text in ("Options", "The file {file} is missing.", "Folder", "License terms"):
            for context in ("OptionsPage", "messages", "LicensePage"):
                translator.translate(context, text, None, 2)
print(used)
"""


def test_what_passes_for_sound_never_crashes(tmp_path: Path) -> None:
    """Mutated catalogues, in a process of its own: without the check, one in a hundred ends it."""
    chance = random.Random(15)
    paths = []
    for number in range(300):
        content = bytearray(GERMAN)
        for _ in range(chance.choice((1, 5, 50, 500, 5000))):
            content[chance.randrange(len(content))] = chance.choice((0, 0x7F, 0x80, 0xFF, chance.randrange(256)))
        paths.append(tmp_path / f"{number}.qm")
        paths[-1].write_bytes(content)
    done = subprocess.run(
        [sys.executable, "-c", FUZZ, *map(str, paths)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert 10 < int(done.stdout) < 300

"""Every page in every state is drawn, and nothing is cut off, hard to read, nameless or out of order.

By default, two looks have all of the states, and each of the others a fifth of them; `pytest -m exhaustive` draws all.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.program import ROOT
from tools.gallery.looks import Look
from tools.gallery.scenes import SCENES

# German and Japanese stand for long words and other letters; the made-up language for everything that is longer still.
VARIANTS = [
    (Look("en", 100, "desktop"), "light"),
    (Look("long", 100, "least"), "light"),
    (Look("en", 100, "desktop"), "dark"),
    (Look("en", 100, "small", branded=False), "light"),
    (Look("de", 100, "small"), "light"),
    (Look("ja", 200, "desktop"), "light"),
    (Look("rtl", 100, "desktop"), "light"),
]
NAMES = list(SCENES)
ALL = [NAMES] * len(VARIANTS)
SOME = [NAMES, NAMES, *(NAMES[number::5] for number in range(len(VARIANTS) - 2))]


@pytest.mark.parametrize("shares", [SOME, pytest.param(ALL, marks=pytest.mark.exhaustive)], ids=["some", "all"])
@pytest.mark.parametrize(
    "number", range(len(VARIANTS)), ids=lambda number: f"{VARIANTS[number][0].name}-{VARIANTS[number][1]}"
)
def test_nothing_is_wrong_with_any_page(tmp_path: Path, number: int, shares: list[list[str]]) -> None:
    (look, scheme), scenes = VARIANTS[number], shares[number]
    command = [sys.executable, "-m", "tools.gallery", str(tmp_path), *look.options(), "--scheme", scheme]
    command += [word for scene in scenes for word in ("--scene", scene)]
    ended = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"HOME": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    assert len(list(tmp_path.glob("*.png"))) == len(scenes) + 1


def test_the_pictures_of_the_docs_can_be_drawn_and_are_small(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tools.gallery.docs_pictures", str(tmp_path / "drawn")]
    subprocess.run(command, cwd=ROOT, env=os.environ | {"HOME": str(tmp_path)}, capture_output=True, check=True)
    drawn = {path.name: path.stat().st_size for path in (tmp_path / "drawn").iterdir()}
    assert drawn.keys() == {path.name for path in (ROOT / "docs/pictures").glob("*.png")}
    assert max(drawn.values()) < 120_000


def test_what_is_wrong_is_found(tmp_path: Path) -> None:
    """A picture of a window whose controls have lost their names, letters, room and place."""
    spoilt = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QRadioButton
from installer.wizard.controls.buttons import Button
from installer.wizard.views import Action
from tools.gallery.__main__ import main
from tools.gallery.scenes import SCENES
make = SCENES["options"]
def spoil(studio):
    window = make(studio)
    page = window.page
    page.findChildren(QPushButton)[0].setText("&X")
    window.footer.button(Action.CANCEL).setText("&x")
    window.footer.button(Action.CANCEL).setFocus()
    (folder,) = page.findChildren(QLineEdit)
    folder.setAccessibleName("")
    for label in page.findChildren(QLabel):
        if label.buddy() is folder:
            label.setBuddy(page)
    room = [label for label in page.findChildren(QLabel) if " needed" in label.text()][0]
    room.setFixedHeight(3)
    room.setTextFormat(Qt.TextFormat.AutoText)
    room.setAccessibleName("Room")
    page.setToolTip("a < b")
    page.findChildren(Button)[0].set_kind("primary")
    window.resize(2000, 400)
    return window
SCENES["options"] = spoil
sys.exit(main())
"""
    command = [sys.executable, "-c", spoilt, str(tmp_path), "--language", "en", "--scale", "100", "--scene", "options"]
    command += ["--screen", "desktop"]
    environment = os.environ | {"HOME": str(tmp_path), "QT_SCALE_FACTOR": "1.0"}
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 1, ended.stderr
    for defect in (
        "share a letter",
        "Field has no name",
        "is cut off",
        "may be taken for markup",
        "tool tip",
        "the name 'Room' hides",
        "2 primary buttons",
        "the keyboard begins at Cancel",
        "is not within the screen",
    ):
        assert defect in ended.stderr

"""Every page in every state is drawn, and nothing is cut off, hard to read, nameless or out of order."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.program import ROOT
from tools.gallery.looks import THEMES, Look
from tools.gallery.scenes import SCENES

# German and Japanese stand for long words and other letters; the made-up language for everything that is longer still.
VARIANTS = [
    Look("en", 100, "desktop"),
    Look("en", 100, "small", branded=False),
    Look("de", 100, "small"),
    Look("ja", 200, "desktop"),
    Look("rtl", 100, "desktop"),
    Look("long", 100, "least"),
]


@pytest.mark.parametrize("look", VARIANTS, ids=lambda look: look.name)
def test_nothing_is_wrong_with_any_page(tmp_path: Path, look: Look) -> None:
    # Only colours differ between light and dark.
    schemes = list(THEMES) if look == VARIANTS[0] else ["light"]
    command = [sys.executable, "-m", "tools.gallery", str(tmp_path), *look.options()]
    command += [word for scheme in schemes for word in ("--scheme", scheme)]
    ended = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"HOME": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    assert len(list(tmp_path.glob("*.png"))) == len(schemes) * (len(SCENES) + 1)


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

"""Every page in every state is drawn, and nothing is cut off, hard to read, nameless or out of order."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.program import ROOT
from tools.gallery.looks import THEMES
from tools.gallery.scenes import SCENES

# German and Japanese stand for long words and other letters; the made-up language for everything that is longer still.
VARIANTS = [("en", 100), ("de", 100), ("ja", 200), ("rtl", 100), ("long", 200)]


@pytest.mark.parametrize(("language", "scale"), VARIANTS)
def test_nothing_is_wrong_with_any_page(tmp_path: Path, language: str, scale: int) -> None:
    command = [sys.executable, "-m", "tools.gallery", str(tmp_path), "--language", language, "--scale", str(scale)]
    ended = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"HOME": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    assert len(list(tmp_path.glob("*.png"))) == len(THEMES) * (len(SCENES) + 1)


def test_what_is_wrong_is_found(tmp_path: Path) -> None:
    """A picture of a wizard whose controls have lost their names, letters and room."""
    spoilt = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit
from tools.gallery.__main__ import main
from tools.gallery.scenes import SCENES
make = SCENES["choices"]
def spoil(studio):
    wizard = make(studio)
    page = wizard.currentPage()
    page.findChildren(QAbstractButton)[0].setText("&X")
    page.findChildren(QAbstractButton)[1].setText("&x")
    (folder,) = page.findChildren(QLineEdit)
    folder.setAccessibleName("")
    (note,) = [label for label in page.findChildren(QLabel) if label.text().startswith("Takes less time.")]
    note.setFixedHeight(3)
    note.setTextFormat(Qt.TextFormat.AutoText)
    page.setToolTip("a < b")
    page.setTabOrder(folder, page.findChildren(QComboBox)[0])
    return wizard
SCENES["choices"] = spoil
sys.exit(main())
"""
    command = [sys.executable, "-c", spoilt, str(tmp_path), "--language", "en", "--scale", "100", "--scene", "choices"]
    environment = os.environ | {"HOME": str(tmp_path), "QT_SCALE_FACTOR": "1.0"}
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 1, ended.stderr
    for defect in (
        "share a letter",
        "QLineEdit has no name",
        "is cut off",
        "which comes before it",
        "may be taken for markup",
        "tool tip",
    ):
        assert defect in ended.stderr

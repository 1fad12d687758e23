"""What others wrote is text in the window, whatever it looks like: no markup, no line and no direction of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QMessageBox, QTreeWidget
from pytestqt.qtbot import QtBot

from builder.base.errors import BuildFailed, ExitCode
from builder.base.events import Event, ModelFinished, ModelStarted, PlanMade, Result, Warned
from builder.base.text import say
from installer.wizard import widgets
from installer.wizard.assessment import Assessment, Mode
from installer.wizard.navigation import Page
from tests.support.program import ROOT
from tools.gallery import studio as gallery
from tools.gallery.defects import defects_of
from tools.gallery.scenes import SCENES
from tools.gallery.studio import MACHINE, Studio

MARKUP = '<img src="file:///etc/logo.png"><a href="file:///etc/passwd">Go on</a>'
DIRECTIONS = "Good\u202egpj.exe \u2028RESULT\nerror: forged\x1b[31m"
MODES: tuple[Mode, ...] = ("install", "repair", "uninstall")
UNSAFE = {"QLabel", "QMessageBox", "QErrorMessage", "QTextEdit", "QTextBrowser", "QToolTip", "QWhatsThis"}
"""What Qt shows as markup where it looks like some."""
MAKERS = {"widgets.py", "controls/labels.py"}
"""The modules that make such things, as plain text."""


def markup_of(studio: Studio) -> list[str]:
    wizard = studio._wizard
    assert wizard is not None
    return [defect for defect in defects_of(wizard) if "markup" in defect]


@pytest.fixture
def studio(tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Studio]:
    """A gallery whose application, features and graphics cards have names that look like markup."""
    text = gallery.APP_TOML.replace('"Photo Studio"', f"'{MARKUP}'")
    monkeypatch.setattr(gallery, "APP_TOML", text)
    monkeypatch.setenv("HOME", str(tmp_path))
    with Studio(tmp_path / "studio") as opened:
        manifest = opened.package / "app.toml"
        manifest.write_text(manifest.read_text().replace('"Upscaling"', "'<b>Up</b>'"))
        yield opened


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path) -> None:
    (tmp_path / "studio").mkdir()


@pytest.mark.parametrize("scene", SCENES)
def test_no_page_takes_names_for_markup(studio: Studio, scene: str) -> None:
    SCENES[scene](studio)
    assert markup_of(studio) == []


@pytest.mark.parametrize("mode", MODES)
def test_names_of_application_and_graphics_card_are_shown_as_they_are(studio: Studio, mode: Mode) -> None:
    card = replace(MACHINE.gpus[0], name=MARKUP)
    found = studio.assess(replace(MACHINE, gpus=(card, MACHINE.gpus[1])))
    assert found.title == f"{MARKUP} 3.2"
    wizard = studio.open(Page.READY, replace(found, mode=mode), mode=mode)
    assert found.title in {label.text() for label in wizard.findChildren(QLabel)}
    assert wizard.windowTitle().startswith(found.title)
    wizard.next()
    plan = {"models": [{"model": MARKUP, "action": "build"}]}
    events: list[Event] = [
        PlanMade(plan),
        ModelStarted(MARKUP, 1, 1, "tensorrt", card.name),
        Warned(say("{name} is odd", name=MARKUP)),
        ModelFinished(MARKUP, "failed", 1.0, message=say("no engine for {name}", name=MARKUP), gpu=card.name),
    ]
    error = BuildFailed(say("{name} could not be built.", name=MARKUP))
    studio.work(wizard, *events, result=Result(1, ExitCode.BUILD_FAILED.label, error.message, error.hint))
    assert markup_of(studio) == []
    shown = {label.text() for label in wizard.findChildren(QLabel) if label.isVisible()}
    assert found.title in shown
    assert f"{MARKUP} could not be built." in shown
    (tree,) = wizard.findChildren(QTreeWidget)
    item = tree.topLevelItem(0)
    assert item is not None
    assert "&lt;img" in item.toolTip(1)


def test_features_are_shown_as_they_are(studio: Studio) -> None:
    wizard = studio.open(Page.CHOICES, studio.assess())
    assert "<b>Up</b>" in {box.text() for box in wizard.findChildren(QCheckBox)}


def test_names_bring_neither_lines_nor_directions(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names that reach the window from elsewhere than a manifest, such as those of programs, are escaped."""
    found: Assessment = replace(studio.assess(), title=DIRECTIONS)
    wizard = studio.open(Page.READY, found)
    wizard.next()
    studio.work(wizard, ModelStarted(DIRECTIONS, 1, 1, "tensorrt"), result=Result(0, "ok", say("Done.")))
    texts = [wizard.windowTitle(), *(label.text() for label in wizard.findChildren(QLabel))]
    (tree,) = wizard.findChildren(QTreeWidget)
    texts += [item.text(0) for item in map(tree.topLevelItem, range(tree.topLevelItemCount())) if item]
    assert any("Good\\u202egpj.exe" in text for text in texts)
    assert not [text for text in texts if {"\u202e", "\u2028", "\x1b"} & set(text)]
    assert "\n" not in wizard.windowTitle()


def test_a_question_is_text(qtbot: QtBot, studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    wizard = studio.open(Page.COMPUTER, studio.assess())
    formats = []

    def exec_(box: QMessageBox) -> QMessageBox.StandardButton:
        formats.append((box.textFormat(), box.defaultButton() is box.button(QMessageBox.StandardButton.No)))
        return QMessageBox.StandardButton.Yes

    monkeypatch.setattr(QMessageBox, "exec", exec_)
    assert widgets.asks(wizard, "Stop?", MARKUP)
    assert formats == [(Qt.TextFormat.PlainText, True)]


def test_only_few_modules_make_what_could_show_markup() -> None:
    for path in (ROOT / "installer/wizard").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imported = {
            alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names
        } & UNSAFE
        assert not imported or path.relative_to(ROOT / "installer/wizard").as_posix() in MAKERS, path
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                if node.func.attr in ("setToolTip", "setWhatsThis", "setStatusTip"):
                    assert ast.unparse(node.args[-1]).startswith("tool_tip("), path
                # A label that is made of a string is one of Qt's.
                assert node.func.attr != "addRow" or not isinstance(node.args[0], ast.Constant), path

"""What others wrote is text in the window, whatever it looks like: no markup, no line and no direction of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel

from builder.base.errors import BuildFailed
from builder.base.events import Busy, Event, ModelFinished, ModelStarted, PlanMade, Result, Warned
from builder.base.text import say
from installer.actions.outcome import result_of
from installer.wizard.views import Action
from tests.support.program import ROOT
from tools.gallery import studio as gallery
from tools.gallery.defects import defects_of
from tools.gallery.scenes import SCENES
from tools.gallery.studio import MACHINE, Studio

MARKUP = '<img src="file:///etc/logo.png"><a href="file:///etc/passwd">Go on</a>'
DIRECTIONS = "Good\u202egpj.exe \u2028RESULT\nerror: forged\x1b[31m"
UNSAFE = {"QLabel", "QMessageBox", "QErrorMessage", "QTextEdit", "QTextBrowser", "QToolTip", "QWhatsThis"}
"""What Qt shows as markup where it looks like some."""
MAKERS = {"controls/labels.py"}
"""The modules that make such things, as plain text."""


def markup_of(studio: Studio) -> list[str]:
    return [defect for defect in defects_of(studio.window) if "markup" in defect]


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


def everything(studio: Studio) -> str:
    """Every text of the window, shown now or not."""
    window = studio.window
    labels = [label.text() for label in window.findChildren(QLabel)]
    buttons = [button.text() for button in window.findChildren(QAbstractButton)]
    return "\n".join([window.windowTitle(), *labels, *buttons])


def test_names_of_application_and_graphics_card_are_shown_as_they_are(studio: Studio) -> None:
    card = replace(MACHINE.gpus[0], name=MARKUP)
    window = studio.open(studio.assess(replace(MACHINE, gpus=(card, MACHINE.gpus[1]))))
    assert window.windowTitle().startswith(MARKUP)
    assert f"Install {MARKUP} 3.2" in everything(studio)
    window.pressed.emit(Action.INSTALL)
    events: list[Event] = [
        PlanMade({"models": [{"model": MARKUP, "action": "build"}]}),
        ModelStarted(MARKUP, 1, 1, "tensorrt", card.name),
        Warned(say("{name} is odd", name=MARKUP)),
        ModelFinished(MARKUP, "failed", 1.0, message=say("no engine for {name}", name=MARKUP), gpu=card.name),
    ]
    error = BuildFailed(say("{name} could not be built.", name=MARKUP), plain=say("{name} failed.", name=MARKUP))
    studio.work(*events, result=result_of(error))
    assert markup_of(studio) == []
    assert f"{MARKUP} was not installed" in everything(studio)
    assert f"{MARKUP} failed." in everything(studio)


def test_features_are_shown_as_they_are(studio: Studio) -> None:
    window = SCENES["options"](studio)
    assert "<b>Up</b>" in {box.text() for box in window.findChildren(QCheckBox)}


def test_names_bring_neither_lines_nor_directions(studio: Studio) -> None:
    """Names that reach the window from elsewhere than a manifest, such as those of programs, are escaped."""
    found = studio.assess()
    window = studio.open(replace(found, app=replace(found.app, name=DIRECTIONS)))
    window.pressed.emit(Action.INSTALL)
    names = (say("{program}", program=DIRECTIONS),)
    busy = Busy("faces", "in use", (), (), say("in use"), 3000.0, names=names)
    studio.work(busy)
    studio.clock.advance(4.0)
    studio.work(busy)
    shown = everything(studio)
    assert "Good\\u202egpj.exe" in shown
    assert not {"\u202e", "\u2028", "\x1b"} & set(shown)
    studio.work(result=Result(0, "ok", say("Done.")))
    assert not {"\u202e", "\u2028", "\x1b"} & set(everything(studio))


def test_a_question_is_text(studio: Studio) -> None:
    window = studio.open(studio.assess())
    window.ask(MARKUP, MARKUP, MARKUP)
    assert window.sheet.is_open
    assert markup_of(studio) == []
    assert MARKUP in everything(studio)


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

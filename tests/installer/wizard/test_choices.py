"""What the user decides: licence, features, folder, graphics card, and what is saved of it."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QProgressBar
from pytestqt.qtbot import QtBot

from builder.base.text import say
from installer.command_line import run as console_run
from installer.command_line.answers import read_answers
from installer.target.request import Request
from installer.wizard import run
from installer.wizard.navigation import Page
from installer.wizard.window import InstallerWizard
from tests.support.in_process import main, user
from tests.support.models import conv_net
from tests.support.nvml import TWO_DIFFERENT, Machine
from tests.support.packages import APP, model_entry, small_package, write_manifest
from tests.support.wizard import (
    COMMIT,
    FINISH,
    NEXT,
    Open,
    button,
    click,
    engines,
    go_to_ready,
    page,
    texts,
    work,
    working_page,
)

ICON = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#2f6fdd"/></svg>'


def featured_package(folder: Path) -> Path:
    features = {"core": {}, "x2": {"feature": "Upscaling"}, "x4": {"feature": "Upscaling"}}
    models = [
        model_entry(folder, conv_net(folder / f"{name}.onnx", channels=8 + number), **more)
        for number, (name, more) in enumerate(features.items())
    ]
    return write_manifest(folder, *models)


def test_a_licence_must_be_accepted_first(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha", branding={"license": "license.txt"})
    (package / "license.txt").write_text("You may.", encoding="utf-8-sig")
    wizard = open_wizard("install", package)
    assert page(wizard) is Page.LICENSE
    assert not wizard.button(NEXT).isEnabled()
    (box,) = wizard.currentPage().findChildren(QCheckBox)
    box.click()
    go_to_ready(qtbot, wizard)
    work(qtbot, wizard)
    assert engines(tmp_path / "target") == ["alpha"]
    assert page(open_wizard("repair")) is Page.COMPUTER


def test_the_window_looks_like_the_application(open_wizard: Open, tmp_path: Path) -> None:
    brand = {"icon": "icon.svg", "banner": "icon.svg", "accent": "#203040"}
    package = small_package(tmp_path / "package", "alpha", branding=brand)
    (package / "icon.svg").write_bytes(ICON)
    wizard = open_wizard("install", package)
    assert wizard.windowTitle() == "Test App 1.0 – Install"
    assert wizard.windowIcon().pixmap(16, 16).toImage().pixelColor(8, 8) == QColor("#2f6fdd")
    (bar,) = wizard.findChildren(QProgressBar)
    assert bar.palette().color(QPalette.ColorRole.Highlight) == QColor("#203040")
    assert bar.palette().color(QPalette.ColorRole.HighlightedText) == QColor("white")


def test_a_feature_can_be_left_out_and_stays_left_out(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    package = featured_package(tmp_path / "package")
    wizard = open_wizard("install", package)
    click(qtbot, wizard, NEXT)
    (box,) = [box for box in wizard.currentPage().findChildren(QCheckBox) if box.text() == "Upscaling"]
    assert box.isChecked()
    box.click()
    with qtbot.waitSignal(wizard.settled, timeout=20_000):
        click(qtbot, wizard, NEXT)
    assert "1 engine to build." in texts(wizard)
    work(qtbot, wizard)
    assert engines(tmp_path / "target") == ["core"]
    repair = open_wizard("repair")
    go_to_ready(qtbot, repair)
    assert "None has to be built." not in texts(repair)
    assert "1 engine is current and is kept." in texts(repair)
    again = open_wizard("install", package)
    click(qtbot, again, NEXT)
    (box,) = [box for box in again.currentPage().findChildren(QCheckBox) if box.text() == "Upscaling"]
    assert not box.isChecked()
    box.click()
    with qtbot.waitSignal(again.settled, timeout=20_000):
        click(qtbot, again, NEXT)
    assert "2 engines to build." in texts(again)
    # What was ticked stays ticked.
    again.back()
    (box,) = [box for box in again.currentPage().findChildren(QCheckBox) if box.text() == "Upscaling"]
    assert box.isChecked()
    click(qtbot, again, NEXT)
    work(qtbot, again)
    assert engines(tmp_path / "target") == ["core", "x2", "x4"]


def test_an_older_version_and_engines_that_go_are_said_before_anything_is_done(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path
) -> None:
    newer = small_package(tmp_path / "newer", "alpha", "beta", app=APP | {"version": "1.1"})
    wizard = open_wizard("install", newer)
    go_to_ready(qtbot, wizard)
    assert "replaces" not in texts(wizard)
    work(qtbot, wizard)
    older = open_wizard("install", small_package(tmp_path / "older", "alpha"))
    go_to_ready(qtbot, older)
    assert "Version 1.0 replaces the newer version 1.1." in texts(older)
    assert "To be removed" in texts(older)
    assert "beta" in texts(older)


def test_with_two_graphics_cards_one_can_be_chosen(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path, use: Callable[[Machine], None]
) -> None:
    use(TWO_DIFFERENT)
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
    click(qtbot, wizard, NEXT)
    (cards,) = wizard.currentPage().findChildren(QComboBox)
    assert [cards.itemText(number) for number in range(cards.count())] == [
        "Recommended: NVIDIA GeForce RTX 4090",
        "NVIDIA GeForce RTX 4090 (number 0, 24564 MiB)",
        "NVIDIA GeForce RTX 5060 (number 1, 8151 MiB)",
        "All of them, with engines for each",
    ]
    cards.setCurrentIndex(2)
    with qtbot.waitSignal(wizard.settled, timeout=20_000):
        click(qtbot, wizard, NEXT)
    assert "NVIDIA GeForce RTX 5060" in texts(wizard)
    work(qtbot, wizard)
    index = json.loads((tmp_path / "target/engines/engines.json").read_text())
    assert [engine["gpu"]["uuid"] for engine in index["engines"]] == ["GPU-5060"]


def test_what_was_chosen_is_saved_and_asks_for_the_same_again(
    qtbot: QtBot, qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program itself with a window: the user is played by what happens as soon as it has settled."""
    package = featured_package(tmp_path / "package")
    file, elsewhere = tmp_path / "answers.toml", tmp_path / "elsewhere"

    def play(wizard: InstallerWizard) -> None:
        if page(wizard) is Page.COMPUTER:
            click(qtbot, wizard, NEXT)
            (folder,) = wizard.currentPage().findChildren(QLineEdit)
            folder.setText(str(elsewhere))
            (box,) = [box for box in wizard.currentPage().findChildren(QCheckBox) if box.text() == "Upscaling"]
            box.click()
            click(qtbot, wizard, NEXT)
        else:
            wizard.ended.connect(wizard.accept)
            click(qtbot, wizard, COMMIT)

    class Played(InstallerWizard):
        def begin(self) -> None:
            self.settled.connect(lambda: play(self), Qt.ConnectionType.QueuedConnection)
            super().begin()

    with user(tmp_path) as patch:
        patch.setattr(console_run, "shows_wizard", lambda _given, _cancel: True)
        patch.setattr(run, "InstallerWizard", Played)
        ended = main("install", "--package", package, "--save-answers", file)
        assert ended.code == 0
    assert engines(elsewhere) == ["core"]
    saved = tomllib.loads(file.read_text())
    assert saved["target"] == str(elsewhere)
    assert saved["without"] == ["Upscaling"]
    assert read_answers(file)["without"] == ("Upscaling",)
    with user(tmp_path):
        replayed = main("install", "--quiet", "--answers", file)
    assert "Everything is current; nothing was changed." in replayed.err + replayed.out


def test_answers_that_cannot_be_written_are_reported_and_stop_nothing(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path
) -> None:
    from builder.base.errors import AccessDenied

    def refuse(_request: Request) -> None:
        raise AccessDenied(say("Cannot write answers.toml: access denied."))

    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"), save=refuse)
    go_to_ready(qtbot, wizard)
    work(qtbot, wizard)
    assert wizard.result_of_run.code == 0
    assert "Cannot write answers.toml: access denied." in working_page(wizard).details
    assert button(wizard, FINISH)

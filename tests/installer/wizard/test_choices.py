"""What the user decides: licence, features, folder, graphics card, and what is saved of it."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from builder.base.text import say
from installer.command_line import run as console_run
from installer.command_line.answers import read_answers
from installer.target.request import Request
from installer.wizard import run
from installer.wizard.look.theme import theme
from installer.wizard.views import Action, View
from installer.wizard.window import InstallerWindow
from tests.support.in_process import main, user
from tests.support.models import conv_net
from tests.support.nvml import TWO_DIFFERENT, Machine
from tests.support.packages import APP, model_entry, small_package, write_manifest
from tests.support.wizard import Open, click, engines, go, named, offered, settle, shows, texts, work

ICON = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#2f6fdd"/></svg>'


def featured_package(folder: Path) -> Path:
    features = {"core": {}, "x2": {"feature": "Upscaling"}, "x4": {"feature": "Upscaling"}}
    models = [
        model_entry(folder, conv_net(folder / f"{name}.onnx", channels=8 + number), **more)
        for number, (name, more) in enumerate(features.items())
    ]
    return write_manifest(folder, *models)


def type_folder(wizard: InstallerWindow, folder: object) -> None:
    """Type a folder into the only field of the page."""
    (field,) = wizard.page.findChildren(QLineEdit)
    field.setText(str(folder))
    field.textEdited.emit(field.text())


def test_a_license_must_be_accepted_first(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha", branding={"license": "license.txt"})
    (package / "license.txt").write_text("You may.", encoding="utf-8-sig")
    wizard = open_wizard("install", package)
    install = wizard.footer.button(go(wizard))
    assert install is not None
    assert not install.isEnabled()
    assert install.accessibleDescription() == "Accept the license terms first"
    assert "Accept the license terms first" in install.toolTip()
    named(wizard, "Read them").click()
    assert shows(wizard, View.LICENSE)
    (text,) = wizard.page.findChildren(QPlainTextEdit)
    assert text.toPlainText() == "You may."
    click(qtbot, wizard, Action.BACK)
    (box,) = [box for box in wizard.page.findChildren(QCheckBox) if box.isVisible()]
    assert not box.isChecked()
    box.click()
    work(qtbot, wizard, go(wizard))
    assert engines(tmp_path / "target") == ["alpha"]
    assert shows(open_wizard("repair"), View.NOTHING_TO_REPAIR)


def test_the_window_looks_like_the_application(open_wizard: Open, tmp_path: Path) -> None:
    brand = {"icon": "icon.svg", "banner": "icon.svg", "accent": "#203040"}
    package = small_package(tmp_path / "package", "alpha", branding=brand)
    (package / "icon.svg").write_bytes(ICON)
    wizard = open_wizard("install", package)
    assert wizard.windowTitle() == "Test App Setup"
    assert wizard.windowIcon().pixmap(16, 16).toImage().pixelColor(8, 8) == QColor("#2f6fdd")
    assert theme().roles.accent == QColor("#203040")
    assert theme().roles.on_accent == QColor("white")


def test_a_feature_can_be_left_out_and_stays_left_out(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    package = featured_package(tmp_path / "package")
    wizard = open_wizard("install", package)
    click(qtbot, wizard, Action.OPEN_OPTIONS)
    box = named(wizard, "Upscaling")
    assert box.isChecked()
    box.click()
    settle(qtbot, wizard, Action.DONE)
    work(qtbot, wizard, go(wizard))
    assert engines(tmp_path / "target") == ["core"]
    assert shows(open_wizard("repair"), View.NOTHING_TO_REPAIR)
    again = open_wizard("install", package)
    assert shows(again, View.MAINTENANCE)
    named(again, "Change").click()
    assert shows(again, View.CHANGE)
    assert again.page.header().title == "Change features"
    box = named(again, "Upscaling")
    assert not box.isChecked()
    box.click()
    work(qtbot, again, Action.APPLY_CHANGE)
    assert engines(tmp_path / "target") == ["core", "x2", "x4"]


def test_options_that_are_cancelled_are_forgotten_and_defaults_come_back(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path
) -> None:
    wizard = open_wizard("install", featured_package(tmp_path / "package"))
    click(qtbot, wizard, Action.OPEN_OPTIONS)
    type_folder(wizard, tmp_path / "elsewhere")
    named(wizard, "Upscaling").click()
    click(qtbot, wizard, Action.CANCEL)
    assert shows(wizard, View.WELCOME)
    click(qtbot, wizard, Action.OPEN_OPTIONS)
    (field,) = wizard.page.findChildren(QLineEdit)
    assert field.text() == str(tmp_path / "target")
    assert named(wizard, "Upscaling").isChecked()
    type_folder(wizard, tmp_path / "elsewhere")
    named(wizard, "Upscaling").click()
    click(qtbot, wizard, Action.RESTORE_DEFAULTS)
    assert field.text() == str(tmp_path / "target")
    assert named(wizard, "Upscaling").isChecked()


def test_an_older_version_is_said_before_anything_is_done(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    newer = small_package(tmp_path / "newer", "alpha", "beta", app=APP | {"version": "1.1"})
    wizard = open_wizard("install", newer)
    assert "replaces" not in texts(wizard)
    work(qtbot, wizard, go(wizard))
    older = open_wizard("install", small_package(tmp_path / "older", "alpha"))
    assert shows(older, View.WELCOME)
    assert older.page.header().title == "Install Test App 1.0"
    assert "Version 1.0 replaces the newer version 1.1." in texts(older)


def test_with_two_graphics_cards_one_can_be_chosen(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path, use: Callable[[Machine], None]
) -> None:
    use(TWO_DIFFERENT)
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
    assert "GeForce RTX 4090: AI features will run at full speed" in texts(wizard)
    click(qtbot, wizard, Action.OPEN_OPTIONS)
    (cards,) = wizard.page.findChildren(QComboBox)
    assert [cards.itemText(number) for number in range(cards.count())] == [
        "NVIDIA GeForce RTX 4090",
        "NVIDIA GeForce RTX 5060",
        "All of them",
    ]
    assert cards.accessibleDescription() == "fastest, recommended"
    cards.setCurrentIndex(1)
    settle(qtbot, wizard, Action.DONE)
    assert "GeForce RTX 5060" in texts(wizard)
    work(qtbot, wizard, go(wizard))
    index = json.loads((tmp_path / "target/engines/engines.json").read_text())
    assert [engine["gpu"]["uuid"] for engine in index["engines"]] == ["GPU-5060"]


def test_what_was_chosen_is_saved_and_asks_for_the_same_again(
    qtbot: QtBot, qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program itself with a window: the user is played by what happens as soon as it has settled."""
    package = featured_package(tmp_path / "package")
    file, elsewhere = tmp_path / "answers.toml", tmp_path / "elsewhere"
    settled = []

    def play(wizard: InstallerWindow) -> None:
        settled.append(wizard)
        if len(settled) == 1:
            wizard.pressed.emit(Action.OPEN_OPTIONS)
            type_folder(wizard, elsewhere)
            named(wizard, "Upscaling").click()
            wizard.pressed.emit(Action.DONE)
        else:
            wizard.ended.connect(lambda: wizard.pressed.emit(Action.FINISH))
            wizard.pressed.emit(go(wizard))

    class Played(InstallerWindow):
        def begin(self) -> None:
            self.settled.connect(lambda: play(self), Qt.ConnectionType.QueuedConnection)
            super().begin()

    with user(tmp_path) as patch:
        patch.setattr(console_run, "shows_wizard", lambda _given, _cancel: True)
        patch.setattr(run, "InstallerWindow", Played)
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
    work(qtbot, wizard, go(wizard))
    assert wizard.result_of_run.code == 0
    assert "Cannot write answers.toml: access denied." in wizard.report()
    assert "Finish" in offered(wizard)


def test_choices_of_a_window_that_was_closed_are_there_again(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    package = featured_package(tmp_path / "package")
    elsewhere = tmp_path / "elsewhere"
    request = Request(package=package)
    wizard = open_wizard("install", request=request)
    default = wizard.target
    click(qtbot, wizard, Action.OPEN_OPTIONS)
    type_folder(wizard, elsewhere)
    named(wizard, "Upscaling").click()
    settle(qtbot, wizard, Action.DONE)
    click(qtbot, wizard, Action.CANCEL)
    again = open_wizard("install", request=request)
    assert again.target == elsewhere
    click(qtbot, again, Action.OPEN_OPTIONS)
    assert not named(again, "Upscaling").isChecked()
    click(qtbot, again, Action.RESTORE_DEFAULTS)
    (field,) = again.page.findChildren(QLineEdit)
    assert field.text() == str(default)
    click(qtbot, again, Action.CANCEL)
    work(qtbot, again, go(again))
    assert engines(elsewhere) == ["core"]
    click(qtbot, again, Action.FINISH)
    # The next window finds what is installed, without being told where.
    third = open_wizard("install", request=request)
    assert shows(third, View.MAINTENANCE)
    assert third.target == elsewhere

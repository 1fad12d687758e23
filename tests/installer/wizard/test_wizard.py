"""The window with real widgets and real builds: the ways through it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from installer.wizard.views import LEAST_SECONDS, Action, View
from tests.support.models import conv_net, deep_net, unsupported_net
from tests.support.nvml import H200_IDLE, Machine
from tests.support.packages import model_entry, package_of, small_package, write_manifest
from tests.support.wizard import (
    Clock,
    Open,
    button,
    click,
    engines,
    go,
    named,
    offered,
    settle,
    shows,
    texts,
    titles,
    work,
)


def test_an_application_is_installed_with_two_clicks(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha", "beta"))
    assert wizard.windowTitle() == "Test App Setup"
    assert titles(wizard)[0] == "Install Test App 1.0"
    assert shows(wizard, View.WELCOME)
    work(qtbot, wizard, go(wizard))
    assert shows(wizard, View.DONE)
    assert offered(wizard)[-1] == "Finish"
    click(qtbot, wizard, Action.FINISH)
    assert not wizard.isVisible()
    assert wizard.result_of_run.code == 0
    assert engines(tmp_path / "target") == ["alpha", "beta"]


def test_an_application_is_installed_in_another_folder(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
    click(qtbot, wizard, Action.OPEN_OPTIONS)
    (folder,) = wizard.page.findChildren(QLineEdit)
    assert folder.hasFocus()
    elsewhere = tmp_path / "elsewhere"
    folder.setText(str(elsewhere))
    folder.textEdited.emit(folder.text())
    settle(qtbot, wizard, Action.DONE)
    assert shows(wizard, View.WELCOME)
    work(qtbot, wizard, go(wizard))
    assert engines(elsewhere) == ["alpha"]
    assert not (tmp_path / "target").exists()


def test_an_application_is_installed_with_the_keyboard_alone(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha", defaults={"no_gpu": "portable"}))
    assert isinstance(wizard.clock, Clock)
    wizard.clock.advance(LEAST_SECONDS)
    primary = wizard.footer.primary_button
    assert primary is not None
    with qtbot.waitSignal(wizard.ended, timeout=60_000):
        if wizard.page.footer().primary is Action.CANCEL:
            button(wizard, Action.INSTALL_ANYWAY).setFocus()
        qtbot.keyClick(wizard.focusWidget() or wizard, Qt.Key.Key_Return)
    assert shows(wizard, View.DONE)
    assert engines(tmp_path / "target") == ["alpha"]


def test_what_the_user_was_told_is_in_the_log(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path, use: Callable[[Machine], None]
) -> None:
    use(Machine(()))
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha", defaults={"no_gpu": "skip"}))
    with qtbot.waitSignal(wizard.settled, timeout=20_000):
        wizard._assess_quietly()
    log = (tmp_path / "run.log").read_text()
    assert log.count("The window says: No NVIDIA graphics card found") == 1  # however often it was looked at
    work(qtbot, wizard, go(wizard))
    said = (tmp_path / "run.log").read_text().removeprefix(log)
    (line,) = [line for line in said.splitlines() if "The window says: " in line]
    for text in titles(wizard):
        assert text in line
    assert "WARNING" in line
    assert "No NVIDIA graphics card found" in line


@pytest.mark.parametrize("leave", [Action.CANCEL, "escape", "close"])
def test_before_anything_begins_it_can_be_left_at_once(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path, leave: object
) -> None:
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
    if isinstance(leave, Action):
        click(qtbot, wizard, leave)
    elif leave == "escape":
        assert isinstance(wizard.clock, Clock)
        wizard.clock.advance(LEAST_SECONDS)
        qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    else:
        wizard.close()
    assert not wizard.isVisible()
    assert wizard.result_of_run.label == "cancelled"
    assert not (tmp_path / "target").exists()


def long_package(folder: Path) -> Path:
    return package_of(folder, deep_net(folder / "deep.onnx", layers=300))


@pytest.mark.parametrize("answer", [Action.STOP, Action.KEEP_GOING])
def test_in_the_middle_of_a_build_cancel_asks_first(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path, answer: Action
) -> None:
    wizard = open_wizard("install", long_package(tmp_path / "package"))
    with qtbot.waitSignal(wizard.ended, timeout=120_000):
        with qtbot.waitSignal(wizard.activity, timeout=20_000):
            click(qtbot, wizard, go(wizard))
        wizard.close()
        assert wizard.isVisible()
        assert wizard.sheet.is_open
        assert isinstance(wizard.clock, Clock)
        wizard.clock.advance(LEAST_SECONDS)
        wizard.sheet.answered.emit(answer)
    if answer is Action.STOP:
        assert wizard.result_of_run.label == "cancelled"
        assert not wizard.isVisible()
        assert not (tmp_path / "target").exists()
    else:
        assert wizard.result_of_run.code == 0
        assert engines(tmp_path / "target") == ["deep"]


def test_most_of_it_is_kept_and_the_rest_can_be_tried_again(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    good = model_entry(folder, conv_net(folder / "good.onnx"), feature="Upscaling")
    bad = model_entry(folder, unsupported_net(folder / "bad.onnx"), feature="Sky replacement")
    wizard = open_wizard("install", write_manifest(folder, good, bad))
    work(qtbot, wizard, go(wizard))
    assert titles(wizard) == ("Almost everything is ready", "Test App works; one AI feature could not be set up.")
    assert "Sky replacement, Could not be set up" in texts(wizard)
    assert "Upscaling, Ready" in texts(wizard)
    assert wizard.result_of_run.label == "build_failed"
    assert engines(tmp_path / "target") == ["good"]
    # Now it is repaired: the same window continues.
    write_manifest(folder, good)
    work(qtbot, wizard, Action.TRY_AGAIN)
    assert wizard.result_of_run.code == 0


def test_a_missing_package_is_reported_and_looked_for_again(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    wizard = open_wizard("install", tmp_path / "package")
    assert wizard.result_of_run.label == "package_missing"
    assert "Install" not in offered(wizard)
    assert "app.toml" not in texts(wizard)


def test_a_repair_says_why_and_a_removal_what_goes(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    first = open_wizard("install", small_package(tmp_path / "package", "alpha", "beta"))
    work(qtbot, first, go(first))
    (engine,) = (tmp_path / "target/engines").glob("alpha-*.engine")
    engine.unlink()
    repair = open_wizard("repair")
    assert shows(repair, View.REPAIR)
    assert titles(repair)[0] == "Test App needs a repair"
    primary = repair.page.footer().primary
    assert primary is not None
    work(qtbot, repair, primary)
    assert engine.exists()
    again = open_wizard("repair")
    assert shows(again, View.NOTHING_TO_REPAIR)
    removal = open_wizard("uninstall")
    assert shows(removal, View.REMOVE)
    work(qtbot, removal, Action.REMOVE)
    assert titles(removal)[0] == "Test App was removed"
    assert not (tmp_path / "target").exists()


def test_an_installed_application_is_maintained(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path, use: Callable[[Machine], None]
) -> None:
    use(H200_IDLE)
    package = small_package(tmp_path / "package", "alpha")
    first = open_wizard("install", package)
    work(qtbot, first, go(first))
    again = open_wizard("install", package)
    assert shows(again, View.MAINTENANCE)
    assert titles(again) == ("Test App 1.0 is installed", "What would you like to do?")
    with qtbot.waitSignal(again.settled, timeout=20_000):
        named(again, "Repair").click()
    assert shows(again, View.NOTHING_TO_REPAIR)
    assert titles(again) == ("Everything is fine", "Test App 1.0 has nothing to repair.")
    settle(qtbot, again, Action.OPTIMIZE_AGAIN)
    assert shows(again, View.REPAIR)
    click(qtbot, again, Action.NOT_NOW)
    assert shows(again, View.MAINTENANCE)
    with qtbot.waitSignal(again.settled, timeout=20_000):
        named(again, "Remove").click()
    click(qtbot, again, Action.CANCEL)
    assert shows(again, View.MAINTENANCE)
    with qtbot.waitSignal(again.settled, timeout=20_000):
        named(again, "Repair").click()
    # What says that it closes does so.
    click(qtbot, again, Action.CLOSE)
    assert not again.isVisible()


@pytest.mark.parametrize(("names", "display", "stays"), [(("alpha",), ":0", False), ((), ":0", True), ((), "", False)])
def test_without_questions_it_shows_its_progress_and_stays_only_to_say_why_it_failed(
    qtbot: QtBot,
    open_wizard: Open,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    names: tuple[str, ...],
    display: str,
    stays: bool,
) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.setenv(variable, display)
    package = small_package(tmp_path / "package", *names) if names else tmp_path / "nowhere"
    wizard = open_wizard("install", package, passive=True)
    assert shows(wizard, View.PROGRESS)
    assert not wizard.footer.isVisible()
    assert wizard.height() < 260
    with qtbot.waitSignal(wizard.ended, timeout=60_000):
        wizard.begin()
    assert wizard.result_of_run.label == ("ok" if names else "package_missing")
    assert wizard.isVisible() is stays
    if stays:
        # B14: who double-clicked a shortcut must be told.
        assert shows(wizard, View.FAILED)
        assert "Close" in offered(wizard)

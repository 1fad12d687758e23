"""People who change their mind, press things twice, and start the program where it cannot be seen."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QProgressBar
from pytestqt.qtbot import QtBot

from builder.base.events import Event, Logged, ModelStarted, Phase, Progress, Warned
from builder.base.text import say, verbatim
from installer.wizard import window
from installer.wizard.pages.progress import ProgressPage
from installer.wizard.views import Action, View
from installer.wizard.window import InstallerWindow
from tests.support.models import conv_net, unsupported_net
from tests.support.nvml import H200_BUSY, Machine
from tests.support.packages import model_entry, small_package, write_manifest
from tests.support.program import command, environment, run
from tests.support.waiting import wait_until
from tests.support.wizard import Clock, Open, Speak, click, engines, go, named, offered, settle, shows, texts, work
from tools.gallery.scenes import SCENES
from tools.gallery.studio import Studio
from tools.walkthrough.stage import write_package


def type_folder(wizard: InstallerWindow, folder: object) -> None:
    (field,) = wizard.page.findChildren(QLineEdit)
    field.setText(str(folder))
    field.textEdited.emit(field.text())


def test_a_license_that_appears_later_must_be_accepted_as_well(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    wizard = open_wizard("install", tmp_path / "package")
    package = small_package(tmp_path / "package", "alpha", branding={"license": "license.txt"})
    (package / "license.txt").write_text("Be kind.")
    again = Action.CHECK_AGAIN if "Check again" in offered(wizard) else Action.OPEN_CHECK
    click(qtbot, wizard, again)
    with qtbot.waitSignal(wizard.settled, timeout=20_000):
        if again is Action.OPEN_CHECK:
            click(qtbot, wizard, Action.CHECK_AGAIN)
    if again is Action.OPEN_CHECK:
        click(qtbot, wizard, Action.BACK)
    assert not wizard.footer.button(go(wizard)).isEnabled()  # type: ignore[union-attr]
    (box,) = [box for box in wizard.page.findChildren(QCheckBox) if box.isVisible()]
    box.click()
    assert wizard.footer.button(go(wizard)).isEnabled()  # type: ignore[union-attr]


def test_the_last_choice_counts_however_fast_it_comes(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
    click(qtbot, wizard, Action.OPEN_OPTIONS)
    type_folder(wizard, tmp_path / "first")
    click(qtbot, wizard, Action.DONE)
    wizard.pressed.emit(Action.OPEN_OPTIONS)
    type_folder(wizard, tmp_path / "second")
    settle(qtbot, wizard, Action.DONE)
    work(qtbot, wizard, go(wizard))
    assert engines(tmp_path / "second") == ["alpha"]
    assert not (tmp_path / "first").exists()


def test_an_impossible_folder_is_reported_and_can_be_corrected(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
    click(qtbot, wizard, Action.OPEN_OPTIONS)
    type_folder(wizard, "/" + "x" * 5000)
    settle(qtbot, wizard, Action.DONE)
    assert "unexpected" not in texts(wizard)
    assert "Install" not in offered(wizard)
    click(qtbot, wizard, Action.OPEN_OPTIONS)
    type_folder(wizard, tmp_path / "good")
    settle(qtbot, wizard, Action.DONE)
    assert go(wizard)


def test_a_second_round_can_be_cancelled_like_the_first(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    wizard = open_wizard("install", write_manifest(folder, model_entry(folder, unsupported_net(folder / "b.onnx"))))
    work(qtbot, wizard, go(wizard))
    assert shows(wizard, View.FAILED)
    click(qtbot, wizard, Action.CLOSE)
    assert not wizard.isVisible()
    assert wizard.result_of_run.label == "build_failed"


def test_waiting_can_be_ended(qtbot: QtBot, open_wizard: Open, tmp_path: Path, use: Callable[[Machine], None]) -> None:
    use(H200_BUSY)
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
    with qtbot.waitSignal(wizard.ended, timeout=60_000):
        click(qtbot, wizard, go(wizard))
        qtbot.waitUntil(lambda: "is using your graphics card" in texts(wizard), timeout=20_000)
        assert isinstance(wizard.clock, Clock)
        wizard.clock.advance(1.0)
        named(wizard, "Continue anyway").click()
    assert wizard.result_of_run.code == 0
    assert "may run a little slower" in texts(wizard)


def test_a_flood_of_events_is_shown_at_once(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    with Studio(tmp_path) as studio:
        window = SCENES["progress"](studio)
        page = window.page
        assert isinstance(page, ProgressPage)
        flood: list[Event] = [ModelStarted("denoise", 1, 1, "tensorrt")]
        flood += [Logged("info", f"line {number}") for number in range(10_000)]
        flood += [Phase("denoise", verbatim(f"phase {number}")) for number in range(10_000)]
        flood += [Progress(number / 10_000, 1.0, None) for number in range(10_001)]
        page.show_events([*flood, Warned(say("<b>the last</b>"))])
        assert "Noise reduction, Optimizing…" in texts(window)
        assert page.details.splitlines()[-1].endswith("<b>the last</b>")
        (bar,) = page.findChildren(QProgressBar)
        assert bar.value() < bar.maximum()


def test_features_follow_the_package(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    core = model_entry(folder, conv_net(folder / "core.onnx"))
    old = model_entry(folder, conv_net(folder / "old.onnx", channels=9), feature="<b>Old & slow</b>")
    wizard = open_wizard("install", write_manifest(folder, core, old))
    click(qtbot, wizard, Action.OPEN_OPTIONS)

    def features() -> list[str]:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return [box.text() for box in wizard.page.findChildren(QCheckBox) if "slow" in box.text()]

    assert features() == ["<b>Old && slow</b>"]
    click(qtbot, wizard, Action.CANCEL)
    write_manifest(folder, core)
    with qtbot.waitSignal(wizard.settled, timeout=20_000):
        wizard.begin()
    click(qtbot, wizard, Action.OPEN_OPTIONS)
    assert features() == []


def test_without_a_screen_that_answers_it_continues_in_the_terminal(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha")
    ended = run("install", "--package", package, "--target", tmp_path / "target", home=tmp_path, env={"DISPLAY": ":77"})
    assert ended.code == 0, ended.err
    assert "1 engine installed" in ended.out


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_closes_the_window(tmp_path: Path, number: signal.Signals) -> None:
    package = small_package(tmp_path / "package", "alpha")
    log = tmp_path / "run.log"
    arguments = command("install", "--package", package, "--target", tmp_path / "target", "--log", log)
    with subprocess.Popen(
        arguments, env=environment(tmp_path, QT_QPA_PLATFORM="offscreen"), stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        wait_until(log.exists, process)
        process.send_signal(number)
        assert process.wait(20) == 130
    assert not (tmp_path / "target").exists()


def test_a_change_that_is_cancelled_while_it_is_looked_at_is_not_made(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path
) -> None:
    wizard = maintenance(qtbot, open_wizard, tmp_path)
    change_features(wizard)
    wizard.press(Action.CANCEL)
    assert shows(wizard, View.MAINTENANCE)
    qtbot.wait(1500)
    assert shows(wizard, View.MAINTENANCE)
    assert engines(tmp_path / "target") == ["alpha", "beta"]


def test_a_change_after_a_removal_that_was_only_looked_at_removes_nothing(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path
) -> None:
    wizard = maintenance(qtbot, open_wizard, tmp_path)
    wizard.press(Action.OPEN_REMOVE)
    with qtbot.waitSignal(wizard.ended, timeout=60_000):
        change_features(wizard)
    assert engines(tmp_path / "target") == ["alpha"]


def maintenance(qtbot: QtBot, open_wizard: Open, folder: Path) -> InstallerWindow:
    """A window of an application of two features that is installed."""
    package = folder / "package"
    files = [conv_net(package / f"{name}.onnx", channels=8 + len(name)) for name in ("alpha", "beta")]
    write_manifest(package, *(model_entry(package, file, feature=file.stem) for file in files))
    first = open_wizard("install", package)
    work(qtbot, first, go(first))
    wizard = open_wizard("install", package)
    assert shows(wizard, View.MAINTENANCE)
    return wizard


def change_features(wizard: InstallerWindow) -> None:
    """Do without the last feature."""
    assert isinstance(wizard.clock, Clock)
    wizard.press(Action.OPEN_CHANGE)
    named(wizard, "beta").click()
    wizard.clock.advance(1)
    wizard.press(Action.APPLY_CHANGE)
    wizard.clock.advance(1)


def test_what_prevents_everything_is_still_said_in_another_language(
    open_wizard: Open, tmp_path: Path, speak: Speak, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = open_wizard("install", tmp_path / "nowhere", offers_language=True)
    monkeypatch.setattr(window, "ask_for_language", lambda _button: "de")
    wizard.press(Action.LANGUAGE)
    assert "Dieses Installationsprogramm ist unvollständig" in texts(wizard)
    assert "Schließen" in offered(wizard)


def test_a_folder_that_cannot_even_be_looked_at_is_no_reason_to_fail(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path
) -> None:
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
    click(qtbot, wizard, Action.OPEN_OPTIONS)
    type_folder(wizard, "/" + "x" * 5000)
    qtbot.wait(600)  # its room is said a moment after the last key
    assert "needed" in texts(wizard)


@pytest.mark.parametrize("folder", ["a file", "/proc/none"])
def test_what_is_wrong_with_a_folder_is_said_once_and_the_same_on_both_pages(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path, folder: str
) -> None:
    (tmp_path / "a file").touch()
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
    click(qtbot, wizard, Action.OPEN_OPTIONS)
    type_folder(wizard, tmp_path / folder)
    settle(qtbot, wizard, Action.DONE)
    assert texts(wizard).count("This folder cannot be used") == 1
    click(qtbot, wizard, Action.OTHER_FOLDER)
    said = texts(wizard)
    assert "There is not enough room" not in said
    assert ("needed, 0 " if folder.startswith("/") else "This folder cannot be used") in said


def test_a_removal_leaves_no_choices_behind_and_escape_starts_nothing(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path
) -> None:
    first = open_wizard("install", write_package(tmp_path / "package"))
    first._pages.welcome.accept(True)
    work(qtbot, first, go(first))
    named(first, "Start").setChecked(True)
    assert isinstance(first.clock, Clock)
    first.clock.advance(1)
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    assert not first.isVisible()
    assert not first.launches
    choices = tmp_path / ".local/share/engine-installer/choices"
    assert list(choices.iterdir())
    removal = open_wizard("uninstall")
    work(qtbot, removal, Action.REMOVE)
    click(qtbot, removal, Action.CLOSE)
    assert not list(choices.iterdir())


def test_in_the_small_window_all_of_the_question_can_be_read(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"), passive=True)
    before = wizard.height()
    wizard.ask("Stop installing an application with a long name?", "Nothing has been changed yet. " * 4, "Keep going")
    assert wizard.height() > before

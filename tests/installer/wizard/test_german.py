"""A German window shows no English sentence, whatever has gone wrong; what it quotes stays as it is."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from builder.base.errors import EngineInstallerError, ExitCode
from builder.base.events import Result
from builder.base.files import os_errors_as
from builder.base.text import say
from builder.engines.store import EngineStore
from installer.actions.runner import as_user_error
from installer.wizard.assessment import Mode
from installer.wizard.failure import failure_words
from installer.wizard.language import translated
from installer.wizard.views import Action
from installer.wizard.window import InstallerWindow
from tests.support.models import conv_net, deep_net
from tests.support.nvml import H200_BUSY, Machine
from tests.support.packages import model_entry, package_of, small_package, write_manifest
from tests.support.wizard import Open, Speak, click, english_in, go, quotes_of, settle, texts, work
from tools.gallery.scenes import SCENES
from tools.gallery.studio import Studio


def shown(wizard: InstallerWindow) -> list[str]:
    """Every text of the window, of labels and of buttons."""
    QApplication.processEvents()
    widgets: list[QLabel | QAbstractButton] = [*wizard.findChildren(QLabel), *wizard.findChildren(QAbstractButton)]
    visible = [each for each in widgets if each.isVisible()]
    tips = [tip for each in visible for tip in (each.toolTip(), each.accessibleDescription())]
    return [wizard.windowTitle(), *(each.text().replace("&", "") for each in visible), *tips]


def assert_german(wizard: InstallerWindow, *quoted: str) -> None:
    for text in shown(wizard):
        assert not english_in(text, *quoted), text


@pytest.mark.parametrize("scene", SCENES)
def test_every_page_in_every_state_is_german(
    speak: Speak, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scene: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    speak("de")
    with Studio(tmp_path) as studio:
        wizard = SCENES[scene](studio)
        wizard.show()
        assert_german(wizard, str(tmp_path), "with a rather long name")


@pytest.mark.parametrize("mode", ["install", "repair", "uninstall"])
@pytest.mark.parametrize("code", [code for code in ExitCode if code is not ExitCode.OK])
def test_every_end_of_a_run_is_said_in_german(speak: Speak, code: ExitCode, mode: Mode) -> None:
    speak("de")
    words = failure_words(mode, "Lumen", Result(code.number, code.label, say("x"), plain=say("x")), changed=False)
    for text in (words.title, words.sentence):
        assert not english_in(translated(text)), translated(text)
        assert translated(text) != text


def missing(folder: Path) -> Path:
    return folder / "nowhere"


def empty(folder: Path) -> Path:
    folder.mkdir()
    return folder


def without_a_key(folder: Path) -> Path:
    small_package(folder, "alpha")
    manifest = folder / "app.toml"
    manifest.write_text(manifest.read_text().replace("publisher", "publishr"))
    return folder


def with_a_changed_file(folder: Path) -> Path:
    small_package(folder, "alpha")
    (folder / "models/alpha.onnx").write_bytes(b"changed")
    return folder


def with_impossible_settings(folder: Path) -> Path:
    return package_of(folder, conv_net(folder / "alpha.onnx"), optimization_level=1)


@pytest.mark.parametrize("spoil", [missing, empty, without_a_key, with_a_changed_file, with_impossible_settings])
def test_a_bad_package_is_explained_in_german(
    speak: Speak, open_wizard: Open, tmp_path: Path, spoil: Callable[[Path], Path]
) -> None:
    speak("de")
    wizard = open_wizard("install", spoil(tmp_path / "package"))
    assert wizard.result_of_run.code != 0
    assert_german(wizard, str(tmp_path), *quotes_of(wizard.result_of_run.detail))


@pytest.mark.parametrize("mode", ["repair", "uninstall"])
def test_where_nothing_is_installed_it_says_so_in_german(
    speak: Speak, open_wizard: Open, tmp_path: Path, mode: str
) -> None:
    speak("de")
    wizard = open_wizard(mode, None)
    assert wizard.result_of_run.code != 0
    assert_german(wizard, str(tmp_path))


def test_another_run_and_a_folder_that_cannot_be_written_are_explained_in_german(
    speak: Speak, open_wizard: Open, tmp_path: Path
) -> None:
    speak("de")
    (tmp_path / "target/engines").mkdir(parents=True)
    with EngineStore(tmp_path / "target").exclusive():
        wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
        assert wizard.result_of_run.label == "already_running"
        assert_german(wizard, str(tmp_path))


def test_a_repair_has_its_reasons_in_german(qtbot: QtBot, speak: Speak, open_wizard: Open, tmp_path: Path) -> None:
    speak("de")
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha", "beta"))
    work(qtbot, wizard, go(wizard))
    assert wizard.result_of_run.code == 0
    assert_german(wizard, str(tmp_path))
    first, second = sorted((tmp_path / "target/engines").glob("*.engine"))
    first.unlink()
    second.write_bytes(b"damaged")
    wizard = open_wizard("repair", None)
    assert_german(wizard, str(tmp_path))


def unreadable_model(folder: Path) -> Path:
    (folder / "bad.onnx").parent.mkdir(parents=True, exist_ok=True)
    (folder / "bad.onnx").write_bytes(b"no model at all\0" * 10)
    return package_of(folder, folder / "bad.onnx")


def unfitting_formats(folder: Path) -> Path:
    return package_of(folder, conv_net(folder / "alpha.onnx"), input_formats={"no such input": "fp32:chw"})


@pytest.mark.parametrize("spoil", [unreadable_model, unfitting_formats])
def test_what_a_worker_refuses_is_explained_in_german(
    qtbot: QtBot, speak: Speak, open_wizard: Open, tmp_path: Path, spoil: Callable[[Path], Path]
) -> None:
    speak("de")
    wizard = open_wizard("install", spoil(tmp_path / "package"))
    work(qtbot, wizard, go(wizard))
    assert wizard.result_of_run.label == "package_invalid"
    assert_german(wizard, str(tmp_path), *quotes_of(wizard.result_of_run.detail))


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EBUSY, errno.ENOMEM, errno.EIO, errno.ENOTDIR])
def test_what_the_system_refuses_is_explained_in_german(speak: Speak, number: int) -> None:
    speak("de")
    error = OSError(number, os.strerror(number))
    for doing in ("read", "write"):
        with pytest.raises(EngineInstallerError) as caught, os_errors_as(Path("/a. B/{0}"), say(doing)):
            raise error
        for text in (caught.value.message, caught.value.hint):
            assert not english_in(translated(text), *quotes_of(text)), translated(text)
        assert "/a. B/{0}" in translated(caught.value.message)


def test_an_internal_error_is_explained_in_german(speak: Speak) -> None:
    speak("de")
    error = as_user_error(ZeroDivisionError("the number of things is 0"))
    assert translated(error.message).startswith("Interner Fehler in engine-installer")
    assert not english_in(translated(error.message), *quotes_of(error.message))


def test_a_full_disk_in_a_hostile_folder_is_explained_in_german(
    qtbot: QtBot, speak: Speak, open_wizard: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder's name could be two sentences, or a template; the model's is a word of the program."""
    from installer.actions import install

    speak("de")
    folder = tmp_path / "Meine Dateien. Only for {0} and {file} %n. The run was cancelled"
    wizard = open_wizard("install", small_package(tmp_path / "package", "none"))
    click(qtbot, wizard, Action.OPEN_OPTIONS)
    (line,) = wizard.page.findChildren(QLineEdit)
    line.setText(str(folder))
    line.textEdited.emit(str(folder))
    settle(qtbot, wizard, Action.DONE)

    def full(*_arguments: object, **_options: object) -> Result:
        with os_errors_as(folder / "engines", say("write")):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(install.InstallRun, "stage", full)
    work(qtbot, wizard, go(wizard))
    assert wizard.page.header().title == "Test App wurde nicht installiert"
    assert_german(wizard, str(folder))


def test_a_run_that_ran_out_of_time_is_explained_in_german(
    qtbot: QtBot, speak: Speak, open_wizard: Open, tmp_path: Path
) -> None:
    speak("de")
    folder = tmp_path / "package"
    package = write_manifest(folder, model_entry(folder, deep_net(folder / "deep.onnx", layers=300)))
    wizard = open_wizard("install", package, timeout_minutes=0.3 / 60)
    work(qtbot, wizard, go(wizard))
    assert wizard.result_of_run.label == "suspended"
    assert_german(wizard, str(tmp_path))


def test_a_busy_card_is_described_in_german(
    qtbot: QtBot, speak: Speak, open_wizard: Open, tmp_path: Path, use: Callable[[Machine], None]
) -> None:
    use(H200_BUSY)
    speak("de")
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
    with qtbot.waitSignal(wizard.ended, timeout=60_000):
        click(qtbot, wizard, go(wizard))
        qtbot.waitUntil(lambda: "Ihre Grafikkarte" in texts(wizard), timeout=20_000)
        assert_german(wizard, str(tmp_path))
        wizard.press(Action.CONTINUE_ANYWAY)
    assert_german(wizard, str(tmp_path))

"""The wizard with real widgets and real builds."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from installer.wizard.branding import contrast
from installer.wizard.navigation import Page
from installer.wizard.window import InstallerWizard
from tests.support.models import conv_net, deep_net, unsupported_net
from tests.support.packages import model_entry, package_of, small_package, write_manifest
from tests.support.wizard import (
    BACK,
    CANCEL,
    COMMIT,
    FINISH,
    MORE,
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
from tools.gallery.looks import palette_of


def test_an_application_is_installed_with_the_mouse(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha", "beta"))
    assert wizard.windowTitle() == "Test App 1.0 – Install"
    assert "Engine library: TensorRT-RTX" in texts(wizard)
    click(qtbot, wizard, NEXT)
    assert page(wizard) is Page.CHOICES
    (folder,) = wizard.currentPage().findChildren(QLineEdit)
    elsewhere = tmp_path / "elsewhere"
    folder.setText(str(elsewhere))
    with qtbot.waitSignal(wizard.settled, timeout=20_000):
        click(qtbot, wizard, NEXT)
    assert page(wizard) is Page.READY
    assert "2 engines to build." in texts(wizard)
    assert str(elsewhere) in texts(wizard)
    work(qtbot, wizard)
    assert page(wizard) is Page.END
    assert f"2 engines installed in {elsewhere / 'engines'}." in texts(wizard)
    assert not wizard.button(CANCEL).isVisible()
    assert not wizard.button(MORE).isVisible()
    click(qtbot, wizard, FINISH)
    assert wizard.result_of_run.code == 0
    assert engines(elsewhere) == ["alpha", "beta"]
    assert not (tmp_path / "target").exists()


def test_an_application_is_installed_with_the_keyboard_alone(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
    qtbot.keyClick(wizard, Qt.Key.Key_Return)
    assert page(wizard) is Page.CHOICES
    qtbot.keyClick(wizard, Qt.Key.Key_Return)
    assert page(wizard) is Page.READY
    with qtbot.waitSignal(wizard.ended, timeout=60_000):
        qtbot.keyClick(wizard, Qt.Key.Key_Return)
    assert page(wizard) is Page.END
    assert engines(tmp_path / "target") == ["alpha"]


@pytest.mark.parametrize("last", [Page.COMPUTER, Page.CHOICES, Page.READY])
def test_before_the_commit_it_can_be_left_at_once(qtbot: QtBot, open_wizard: Open, tmp_path: Path, last: Page) -> None:
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
    while page(wizard) is not last:
        click(qtbot, wizard, NEXT)
    click(qtbot, wizard, CANCEL)
    assert not wizard.isVisible()
    assert wizard.result_of_run.label == "cancelled"
    assert not (tmp_path / "target").exists()


@pytest.mark.parametrize("answer", [QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No])
def test_in_the_middle_of_a_build_cancel_asks_first(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: object
) -> None:
    folder = tmp_path / "package"
    package_of(folder, deep_net(folder / "deep.onnx", layers=300))
    wizard = open_wizard("install", folder)
    go_to_ready(qtbot, wizard)
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: answer)
    with qtbot.waitSignal(wizard.ended, timeout=120_000):
        with qtbot.waitSignal(working_page(wizard).activity, timeout=20_000):
            click(qtbot, wizard, COMMIT)
        wizard.close()
        assert wizard.isVisible()
    if answer is QMessageBox.StandardButton.Yes:
        assert wizard.result_of_run.label == "cancelled"
        assert not wizard.isVisible()
        assert not (tmp_path / "target").exists()
    else:
        assert wizard.result_of_run.code == 0
        assert engines(tmp_path / "target") == ["deep"]


def test_what_went_wrong_is_worded_as_in_quiet_mode_and_can_be_tried_again(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path
) -> None:
    folder = tmp_path / "package"
    good = model_entry(folder, conv_net(folder / "good.onnx"))
    bad = model_entry(folder, unsupported_net(folder / "bad.onnx"))
    wizard = open_wizard("install", write_manifest(folder, good, bad))
    go_to_ready(qtbot, wizard)
    work(qtbot, wizard)
    assert wizard.currentPage().title() == "Partly installed"
    assert button(wizard, FINISH).text() == "&Continue with what was built"
    assert "1 of 2 models could not be built" in texts(wizard)
    assert wizard.result_of_run.label == "build_failed"
    assert engines(tmp_path / "target") == ["good"]
    # Now it is repaired: the same window continues.
    write_manifest(folder, good)
    with qtbot.waitSignal(wizard.settled, timeout=20_000):
        click(qtbot, wizard, MORE)
    assert page(wizard) is Page.COMPUTER
    go_to_ready(qtbot, wizard)
    work(qtbot, wizard)
    assert wizard.result_of_run.code == 0


def test_what_prevents_an_installation_is_reported_before_anything_is_asked(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path
) -> None:
    package = small_package(tmp_path / "package", "alpha", defaults={"no_gpu": "stop"})
    wizard = open_wizard("install", package)
    assert "Fix this and choose Try again, or go on and choose otherwise:" in texts(wizard)
    assert "Failed\nDriver: No NVIDIA driver is installed" in texts(wizard)
    # Engines for other computers can be built all the same.
    click(qtbot, wizard, NEXT)
    (portable,) = [box for box in wizard.currentPage().findChildren(QAbstractButton) if "anyway" in box.text()]
    portable.click()
    with qtbot.waitSignal(wizard.settled, timeout=20_000):
        click(qtbot, wizard, NEXT)
    work(qtbot, wizard)
    assert wizard.result_of_run.code == 0


def test_a_missing_package_is_reported_and_looked_for_again(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    wizard = open_wizard("install", tmp_path / "package")
    assert "There is no app package" in texts(wizard)
    assert not wizard.button(NEXT).isEnabled()
    assert wizard.result_of_run.label == "package_missing"
    small_package(tmp_path / "package", "alpha")
    with qtbot.waitSignal(wizard.settled, timeout=20_000):
        click(qtbot, wizard, MORE)
    assert button(wizard, NEXT)


def test_a_repair_begins_with_the_reason_and_a_removal_with_what_goes(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path
) -> None:
    first = open_wizard("install", small_package(tmp_path / "package", "alpha", "beta"))
    go_to_ready(qtbot, first)
    work(qtbot, first)
    (engine,) = (tmp_path / "target/engines").glob("alpha-*.engine")
    engine.unlink()
    repair = open_wizard("repair")
    assert f"The file {engine.name} is missing." in texts(repair)
    go_to_ready(qtbot, repair)
    assert "1 engine to build. 1 engine is current and is kept." in texts(repair)
    work(qtbot, repair)
    assert engine.exists()
    removal = open_wizard("uninstall")
    assert page(removal) is Page.READY
    assert "files will be removed." in texts(removal)
    work(qtbot, removal)
    assert not (tmp_path / "target").exists()


@pytest.mark.parametrize(("names", "label"), [(("alpha",), "ok"), ((), "package_missing")])
def test_without_questions_it_shows_its_progress_and_closes(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path, names: tuple[str, ...], label: str
) -> None:
    package = small_package(tmp_path / "package", *names) if names else tmp_path / "nowhere"
    wizard = open_wizard("install", package, passive=True)
    assert page(wizard) is Page.WORKING
    with qtbot.waitSignal(wizard.ended, timeout=60_000):
        wizard.begin()
    assert not wizard.isVisible()
    assert wizard.result_of_run.label == label


def default_button(wizard: InstallerWizard) -> str:
    """What Enter presses."""
    (found,) = [each for each in wizard.findChildren(QPushButton) if each.isDefault() and each.isVisible()]
    return found.text().replace("&", "")


def test_enter_presses_what_helps(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    missing = open_wizard("install", tmp_path / "package")
    assert default_button(missing) == "Try again"
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
    assert default_button(wizard) == "Next >"
    go_to_ready(qtbot, wizard)
    assert default_button(wizard) == "Install"
    work(qtbot, wizard)
    assert default_button(wizard) == "Finish"
    assert wizard.currentPage().title() == "Installed"
    assert not wizard.button(BACK).isVisible()


def test_boxes_can_be_seen_in_the_dark(qtbot: QtBot, qapp: QApplication, open_wizard: Open, tmp_path: Path) -> None:
    """Fusion draws the outline of a box from its colour Window, darker than that."""
    before = qapp.palette(), qapp.style().name()
    try:
        qapp.setStyle("fusion")
        qapp.setPalette(palette_of("dark"))
        wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
        click(qtbot, wizard, NEXT)
        boxes = wizard.currentPage().findChildren(QLineEdit)
        assert boxes
        window = wizard.palette().color(QPalette.ColorRole.Window)
        for box in boxes:
            assert contrast(box.palette().color(QPalette.ColorRole.Window).darker(140), window) >= 3
        qapp.setPalette(palette_of("light"))
        assert boxes[0].palette().color(QPalette.ColorRole.Window).lightness() > 128
    finally:
        qapp.setStyle(before[1])
        qapp.setPalette(before[0])

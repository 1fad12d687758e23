"""What can come in between: busy graphics cards, crashes, full disks, time limits, and people who log off."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QMessageBox, QRadioButton
from pytestqt.qtbot import QtBot

from builder.base.events import Busy, ModelStarted
from builder.base.files import os_errors_as
from builder.base.text import say
from installer.actions import install as actions
from installer.wizard.navigation import Page
from tests.support.models import deep_net
from tests.support.nvml import H200_BUSY, H200_IDLE, Machine
from tests.support.packages import package_of, small_package
from tests.support.wizard import (
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
    rows,
    texts,
    work,
    working_page,
)


def long_package(folder: Path) -> Path:
    return package_of(folder, deep_net(folder / "deep.onnx", layers=300))


def radio(wizard: object, text: str) -> QRadioButton:
    (found,) = [box for box in wizard.currentPage().findChildren(QRadioButton) if text in box.text()]  # type: ignore[attr-defined]
    assert isinstance(found, QRadioButton)
    return found


def test_a_busy_card_is_shown_live_and_waited_for(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path, use: Callable[[Machine], None]
) -> None:
    use(H200_BUSY)
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
    go_to_ready(qtbot, wizard)
    qtbot.waitUntil(lambda: "NVIDIA H200 is in use" in texts(wizard), timeout=20_000)
    assert radio(wizard, "Wait until it is idle").isChecked()
    use(H200_IDLE)
    qtbot.waitUntil(lambda: "is in use" not in texts(wizard), timeout=20_000)
    use(H200_BUSY)
    qtbot.waitUntil(lambda: "NVIDIA H200 is in use" in texts(wizard), timeout=20_000)
    with qtbot.waitSignal(wizard.ended, timeout=60_000):
        click(qtbot, wizard, COMMIT)
        qtbot.waitUntil(lambda: "It begins as soon as the graphics card is idle" in texts(wizard), timeout=20_000)
        use(H200_IDLE)
    assert wizard.result_of_run.code == 0
    assert working_page(wizard).timed_while_busy == []
    assert not wizard.button(MORE).isVisible()


def test_who_does_not_wait_is_offered_to_build_again(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path, use: Callable[[Machine], None]
) -> None:
    use(H200_BUSY)
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
    go_to_ready(qtbot, wizard)
    with qtbot.waitSignal(wizard.ended, timeout=60_000):
        click(qtbot, wizard, COMMIT)
        hurry = [each for each in wizard.currentPage().findChildren(QAbstractButton) if "any longer" in each.text()]
        qtbot.waitUntil(lambda: hurry[0].isVisible(), timeout=20_000)
        hurry[0].click()
    assert wizard.result_of_run.code == 0
    assert "The graphics card was in use while these models were measured" in texts(wizard)
    assert "alpha" in texts(wizard)
    assert button(wizard, FINISH)
    use(H200_IDLE)
    with qtbot.waitSignal(wizard.settled, timeout=20_000):
        click(qtbot, wizard, MORE)
    assert page(wizard) is Page.READY
    work(qtbot, wizard)
    assert "The graphics card was in use" not in texts(wizard)
    assert "1 engine installed" in texts(wizard)


def test_a_card_that_becomes_busy_during_a_build_is_reported(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
    text = say("NVIDIA H200 is in use by blender (process 7)")
    busy = Busy("alpha", "in use", ("80 % used",), ("blender (process 7)",), text)
    working_page(wizard).show_events([ModelStarted("alpha", 1, 1, "tensorrt"), busy])
    assert rows(wizard) == {"alpha": text}


def test_a_builder_that_crashes_is_reported_and_can_be_tried_again(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path
) -> None:
    wizard = open_wizard("install", long_package(tmp_path / "package"))
    go_to_ready(qtbot, wizard)

    def builders() -> list[psutil.Process]:
        found = []
        for child in psutil.Process().children(recursive=True):
            with contextlib.suppress(psutil.Error):  # it has already ended
                if "builder.worker" in " ".join(child.cmdline()):
                    found.append(child)
        return found

    with qtbot.waitSignal(wizard.ended, timeout=60_000):
        click(qtbot, wizard, COMMIT)
        qtbot.waitUntil(lambda: bool(builders()), timeout=20_000)
        for builder in builders():
            builder.kill()
    assert wizard.result_of_run.label == "build_failed"
    assert "The builder of the model 'deep' crashed" in texts(wizard)
    assert not (tmp_path / "target").exists()
    with qtbot.waitSignal(wizard.settled, timeout=20_000):
        click(qtbot, wizard, MORE)
    go_to_ready(qtbot, wizard)
    work(qtbot, wizard)
    assert engines(tmp_path / "target") == ["deep"]


def test_on_a_full_disk_another_folder_is_offered(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
    go_to_ready(qtbot, wizard)

    def full(*_arguments: object, **_options: object) -> None:
        with os_errors_as(tmp_path / "target", say("write")):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(actions.InstallRun, "stage", full)
        work(qtbot, wizard)
    assert wizard.currentPage().title() == "The disk is full"
    assert not (tmp_path / "target").exists()
    with qtbot.waitSignal(wizard.settled, timeout=20_000):
        click(qtbot, wizard, MORE)
    assert page(wizard) is Page.CHOICES
    (folder,) = wizard.currentPage().findChildren(QLineEdit)
    folder.setText(str(tmp_path / "elsewhere"))
    with qtbot.waitSignal(wizard.settled, timeout=20_000):
        click(qtbot, wizard, NEXT)
    work(qtbot, wizard)
    assert engines(tmp_path / "elsewhere") == ["alpha"]


def test_who_logs_off_is_asked_nothing(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = open_wizard("install", long_package(tmp_path / "package"))
    go_to_ready(qtbot, wizard)

    def asked(*_: object) -> None:
        raise AssertionError("a question")

    monkeypatch.setattr(QMessageBox, "exec", asked)
    with qtbot.waitSignal(wizard.ended, timeout=60_000):
        with qtbot.waitSignal(working_page(wizard).activity, timeout=20_000):
            click(qtbot, wizard, COMMIT)
        wizard.stop()
        wizard.close()  # as the session does with every window
    assert wizard.result_of_run.label == "cancelled"
    assert not wizard.isVisible()
    assert not (tmp_path / "target").exists()


def test_a_run_that_is_out_of_time_can_be_continued(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    wizard = open_wizard("install", long_package(tmp_path / "package"), timeout_minutes=0.3 / 60)
    go_to_ready(qtbot, wizard)
    work(qtbot, wizard)
    assert wizard.result_of_run.label == "suspended"
    assert wizard.currentPage().title() == "Not finished"
    wizard.timeout_minutes = None
    with qtbot.waitSignal(wizard.settled, timeout=20_000):
        click(qtbot, wizard, MORE)
    go_to_ready(qtbot, wizard)
    work(qtbot, wizard)
    assert engines(tmp_path / "target") == ["deep"]


def test_forty_models_are_forty_lines(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    names = [f"model-{number:02}" for number in range(40)]
    wizard = open_wizard("install", small_package(tmp_path / "package", *names))
    go_to_ready(qtbot, wizard)
    work(qtbot, wizard)
    assert sorted(rows(wizard)) == names
    assert all(state.startswith("Built in") for state in rows(wizard).values())
    assert engines(tmp_path / "target") == names
    assert not wizard.button(CANCEL).isVisible()

"""People who change their mind, press things twice, and start the program where it cannot be seen."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QRadioButton,
)
from pytestqt.qtbot import QtBot

from builder.base.cancellation import CancelToken
from builder.base.events import Event, Logged, ModelStarted, Phase, Progress, Warned
from builder.base.text import say, verbatim
from builder.gpu.busy import BusyVerdict
from installer.target.request import Request
from installer.wizard.assessment import assess
from installer.wizard.navigation import Page
from installer.wizard.pages.choices import ChoicesPage
from installer.wizard.pages.ready import ReadyPage
from tests.support.models import conv_net, unsupported_net
from tests.support.nvml import H200_BUSY, H200_IDLE, Machine
from tests.support.packages import model_entry, small_package, write_manifest
from tests.support.program import command, environment, run
from tests.support.wizard import (
    BACK,
    CANCEL,
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


def folder_of(wizard: object) -> QLineEdit:
    (folder,) = wizard.currentPage().findChildren(QLineEdit)  # type: ignore[attr-defined]
    assert isinstance(folder, QLineEdit)
    return folder


def test_a_licence_that_appears_later_must_be_accepted_as_well(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    wizard = open_wizard("install", tmp_path / "package")
    package = small_package(tmp_path / "package", "alpha", branding={"license": "license.txt"})
    (package / "license.txt").write_text("Be kind.")
    with qtbot.waitSignal(wizard.settled, timeout=20_000):
        click(qtbot, wizard, MORE)
    assert page(wizard) is Page.LICENSE
    assert not wizard.button(NEXT).isEnabled()
    wizard.currentPage().findChildren(QCheckBox)[0].click()
    go_to_ready(qtbot, wizard)


def test_the_last_choice_counts_however_fast_it_comes(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
    click(qtbot, wizard, NEXT)
    folder_of(wizard).setText(str(tmp_path / "first"))
    click(qtbot, wizard, NEXT)
    click(qtbot, wizard, BACK)
    folder_of(wizard).setText(str(tmp_path / "second"))
    with qtbot.waitSignal(wizard.settled, timeout=20_000):
        click(qtbot, wizard, NEXT)
    assert str(tmp_path / "second") in texts(wizard)
    work(qtbot, wizard)
    assert engines(tmp_path / "second") == ["alpha"]
    assert not (tmp_path / "first").exists()


@pytest.mark.parametrize("typed", ["~nosuchuser/x", "x" * 5000])
def test_an_impossible_folder_is_reported_and_can_be_corrected(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path, typed: str
) -> None:
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
    click(qtbot, wizard, NEXT)
    folder_of(wizard).setText(typed)
    with qtbot.waitSignal(wizard.settled, timeout=20_000):
        click(qtbot, wizard, NEXT)
    assert "error of its own" not in texts(wizard)
    assert not wizard.currentPage().isComplete()
    click(qtbot, wizard, BACK)
    folder_of(wizard).setText(str(tmp_path / "good"))
    with qtbot.waitSignal(wizard.settled, timeout=20_000):
        click(qtbot, wizard, NEXT)
    assert wizard.currentPage().isComplete()


def test_choices_stay_when_one_goes_back(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha", defaults={"no_gpu": "stop"}))
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "engines").mkdir(parents=True)
    click(qtbot, wizard, NEXT)
    folder_of(wizard).setText(str(elsewhere))
    (portable,) = [box for box in wizard.currentPage().findChildren(QAbstractButton) if "anyway" in box.text()]
    portable.click()
    with qtbot.waitSignal(wizard.settled, timeout=20_000):
        click(qtbot, wizard, NEXT)
    click(qtbot, wizard, BACK)
    assert portable.isVisible()
    assert portable.isChecked()
    click(qtbot, wizard, NEXT)
    assert str(elsewhere) in texts(wizard)
    assert wizard.currentPage().isComplete()


def test_a_second_round_can_be_cancelled_like_the_first(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    good = model_entry(folder, conv_net(folder / "good.onnx"))
    wizard = open_wizard(
        "install", write_manifest(folder, good, model_entry(folder, unsupported_net(folder / "b.onnx")))
    )
    go_to_ready(qtbot, wizard)
    work(qtbot, wizard)
    with qtbot.waitSignal(wizard.settled, timeout=20_000):
        click(qtbot, wizard, MORE)
    assert button(wizard, CANCEL)
    click(qtbot, wizard, CANCEL)
    assert wizard.result_of_run.label == "cancelled"


def test_what_was_chosen_about_a_busy_card_counts_only_while_it_is_busy(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path, use: Callable[[Machine], None]
) -> None:
    use(H200_IDLE)
    asked: list[Request] = []
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"), save=asked.append)
    go_to_ready(qtbot, wizard)
    wizard.busy_watch.stop()
    wizard.busy_watch.seen.emit([("NVIDIA H200", BusyVerdict("in use")), ("NVIDIA H200", BusyVerdict("idle"))])
    ready = wizard.currentPage()
    assert isinstance(ready, ReadyPage)
    assert ready.asks_what_to_do
    (fast,) = [choice for choice in ready.findChildren(QRadioButton) if "Fa&st" in choice.text()]
    fast.click()
    wizard.busy_watch.seen.emit([("NVIDIA H200", BusyVerdict("idle"))])
    work(qtbot, wizard)
    assert asked[0].options.optimization_level is None


def test_waiting_can_be_ended_without_questions_too(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path, use: Callable[[Machine], None]
) -> None:
    use(H200_BUSY)
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"), passive=True)
    with qtbot.waitSignal(wizard.ended, timeout=60_000):
        wizard.begin()
        (skip,) = [each for each in wizard.currentPage().findChildren(QAbstractButton) if "any longer" in each.text()]
        qtbot.waitUntil(skip.isVisible, timeout=20_000)
        skip.click()
    assert wizard.result_of_run.code == 0


def test_a_flood_of_events_is_shown_at_once(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
    working = working_page(wizard)
    flood: list[Event] = [ModelStarted("alpha", 1, 1, "tensorrt")]
    flood += [Logged("info", f"line {number}") for number in range(10_000)]
    flood += [Phase("alpha", verbatim(f"phase {number}")) for number in range(10_000)]
    flood += [Progress(number / 10_000, 1.0, None) for number in range(10_001)]
    working.show_events([*flood, Phase("alpha", say("Writing the engine")), Warned(say("<b>the last</b>"))])
    assert rows(wizard) == {"alpha": "Writing the engine"}
    assert working.details.splitlines()[-1] == "<b>the last</b>"
    (bar,) = working.findChildren(QProgressBar)
    assert bar.value() == 999


def test_a_silent_library_is_reported(open_wizard: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    working = working_page(open_wizard("install", small_package(tmp_path / "package", "alpha")))

    def shown() -> str:
        return "\n".join(label.text() for label in working.findChildren(QLabel))

    working.show_events([ModelStarted("alpha", 1, 1, "tensorrt")])
    later = time.monotonic() + 60
    monkeypatch.setattr("installer.wizard.pages.working.time", SimpleNamespace(monotonic=lambda: later))
    working.show_events([Progress(0.5, 60.0, None)])
    assert "the library is still at work" in shown()
    working.show_events([Phase("alpha", verbatim("x"))])
    working.show_events([Progress(0.5, 60.0, None)])
    assert "still at work" not in shown()


def test_features_follow_the_package(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    core = model_entry(folder, conv_net(folder / "core.onnx"))
    old = model_entry(folder, conv_net(folder / "old.onnx", channels=9), feature="<b>Old & slow</b>")
    package = write_manifest(folder, core, old)
    wizard = open_wizard("install", package)
    click(qtbot, wizard, NEXT)
    choices = wizard.currentPage()
    assert isinstance(choices, ChoicesPage)

    def features() -> list[str]:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return [box.text() for box in choices.findChildren(QCheckBox) if "slow" in box.text()]

    assert features() == ["<b>Old && slow</b>"]
    before = assess("install", Request(package=package, target=tmp_path / "target"), CancelToken())
    assert before.features
    write_manifest(folder, core)
    wizard.restart()
    with qtbot.waitSignal(wizard.settled, timeout=20_000):
        wizard.begin()
    assert features() == []
    assert choices.choices(before).without == ()


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
        while not log.exists():
            assert process.poll() is None
        process.send_signal(number)
        assert process.wait(20) == 130
    assert not (tmp_path / "target").exists()

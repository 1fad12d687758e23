"""What can come in between: busy graphics cards, crashes, full disks, time limits, and people who log off."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

from installer.wizard.controls.sheet import Sheet
from installer.wizard.views import Action, View
from tests.support.models import deep_net
from tests.support.nvml import H200_BUSY, H200_IDLE, Machine
from tests.support.packages import package_of, small_package
from tests.support.wizard import Clock, Open, click, engines, go, named, offered, shows, texts, titles, work


def long_package(folder: Path) -> Path:
    return package_of(folder, deep_net(folder / "deep.onnx", layers=300))


def test_a_busy_card_is_shown_live_and_waited_for(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path, use: Callable[[Machine], None]
) -> None:
    use(H200_BUSY)
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
    qtbot.waitUntil(lambda: "it may take longer" in texts(wizard), timeout=20_000)
    use(H200_IDLE)
    qtbot.waitUntil(lambda: "it may take longer" not in texts(wizard), timeout=20_000)
    use(H200_BUSY)
    with qtbot.waitSignal(wizard.ended, timeout=60_000):
        click(qtbot, wizard, go(wizard))
        qtbot.waitUntil(lambda: "is using your graphics card" in texts(wizard), timeout=20_000)
        assert titles(wizard)[1] == "Waiting for your graphics card"
        named(wizard, "Wait").click()
        assert "Waiting for" in texts(wizard)
        assert shows(wizard, View.PROGRESS)
        use(H200_IDLE)
    assert wizard.result_of_run.code == 0
    assert "slower" not in texts(wizard)


def test_who_does_not_wait_can_improve_it_at_once(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path, use: Callable[[Machine], None]
) -> None:
    use(H200_BUSY)
    wizard = open_wizard("install", small_package(tmp_path / "package", "alpha"))
    with qtbot.waitSignal(wizard.ended, timeout=60_000):
        click(qtbot, wizard, go(wizard))
        qtbot.waitUntil(lambda: "is using your graphics card" in texts(wizard), timeout=20_000)
        assert isinstance(wizard.clock, Clock)
        wizard.clock.advance(1.0)
        named(wizard, "Continue anyway").click()
    assert wizard.result_of_run.code == 0
    assert titles(wizard)[1] == "One AI feature may run a little slower than it could."
    assert "was using your graphics card" in texts(wizard) or "were using your graphics card" in texts(wizard)
    assert offered(wizard)[-1] == "Improve later"
    use(H200_IDLE)
    with qtbot.waitSignal(wizard.ended, timeout=60_000):
        wizard.clock.advance(1.0)
        named(wizard, "Improve now").click()
    assert wizard.result_of_run.code == 0
    assert "slower" not in texts(wizard)
    assert offered(wizard)[-1] == "Finish"


def test_a_builder_that_crashes_is_reported_and_can_be_tried_again(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path
) -> None:
    wizard = open_wizard("install", long_package(tmp_path / "package"))

    def builders() -> list[psutil.Process]:
        found = []
        for child in psutil.Process().children(recursive=True):
            with contextlib.suppress(psutil.Error):  # it has already ended
                if child.name().startswith("python"):
                    found.append(child)
        return found

    with qtbot.waitSignal(wizard.ended, timeout=60_000):
        click(qtbot, wizard, go(wizard))
        qtbot.waitUntil(lambda: bool(builders()), timeout=20_000)
        for builder in builders():
            builder.kill()
    assert wizard.result_of_run.label == "build_failed"
    assert titles(wizard) == (
        "Test App was not installed",
        "A part of the setup stopped unexpectedly. Your PC may have run out of memory. Nothing was changed on this PC.",
    )
    assert "SIGKILL" not in texts(wizard)
    assert not (tmp_path / "target").exists()
    with qtbot.waitSignal(wizard.settled, timeout=20_000):
        click(qtbot, wizard, Action.TRY_AGAIN)
    work(qtbot, wizard, go(wizard))
    assert engines(tmp_path / "target") == ["deep"]


def test_who_logs_off_is_asked_nothing(
    qtbot: QtBot, open_wizard: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = open_wizard("install", long_package(tmp_path / "package"))

    def asked(*_: object) -> None:
        raise AssertionError("a question")

    monkeypatch.setattr(Sheet, "ask", asked)
    with qtbot.waitSignal(wizard.ended, timeout=60_000):
        with qtbot.waitSignal(wizard.activity, timeout=20_000):
            click(qtbot, wizard, go(wizard))
        wizard.stop()
        wizard.close()  # as the session does with every window
    assert wizard.result_of_run.label == "cancelled"
    assert not wizard.isVisible()
    assert not (tmp_path / "target").exists()


def test_a_run_that_is_out_of_time_can_be_continued(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    wizard = open_wizard("install", long_package(tmp_path / "package"), timeout_minutes=0.3 / 60)
    work(qtbot, wizard, go(wizard))
    assert wizard.result_of_run.label == "suspended"
    assert titles(wizard)[0] == "Test App is not ready yet"
    wizard.timeout_minutes = None
    with qtbot.waitSignal(wizard.settled, timeout=20_000):
        click(qtbot, wizard, Action.TRY_AGAIN)
    work(qtbot, wizard, go(wizard))
    assert engines(tmp_path / "target") == ["deep"]


def test_forty_models_without_a_feature_are_one_line(qtbot: QtBot, open_wizard: Open, tmp_path: Path) -> None:
    names = [f"model-{number:02}" for number in range(40)]
    wizard = open_wizard("install", small_package(tmp_path / "package", *names))
    with qtbot.waitSignal(wizard.ended, timeout=120_000):
        click(qtbot, wizard, go(wizard))
        assert "AI features, Next" in texts(wizard) or "AI features, Optimizing…" in texts(wizard)
        assert "model-" not in texts(wizard)
    assert engines(tmp_path / "target") == names

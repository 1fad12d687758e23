"""Telling users who look elsewhere, without taking the focus from what they do."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from installer.wizard import notification
from installer.wizard.notification import Notifier

on_posix = pytest.mark.skipif(os.name == "nt", reason="notify-send")


class Tray(QObject):
    """A system tray that shows messages."""

    messageClicked = Signal()  # noqa: N815 - Qt's names
    activated = Signal(object)
    made: ClassVar[list[Tray]] = []
    is_there, speaks = True, True

    def __init__(self, icon: QIcon, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: list[tuple[str, str]] = []
        self.is_visible = False
        self._icon = icon
        Tray.made.append(self)

    @classmethod
    def isSystemTrayAvailable(cls) -> bool:  # noqa: N802
        return cls.is_there

    @classmethod
    def supportsMessages(cls) -> bool:  # noqa: N802
        return cls.speaks

    def setToolTip(self, text: str) -> None:  # noqa: N802
        self.setObjectName(text)

    def icon(self) -> QIcon:
        return self._icon

    def show(self) -> None:
        self.is_visible = True

    def hide(self) -> None:
        self.is_visible = False

    def showMessage(self, title: str, text: str, _icon: QIcon) -> None:  # noqa: N802
        assert self.is_visible
        self.shown.append((title, text))


@pytest.fixture
def alerts(monkeypatch: pytest.MonkeyPatch) -> list[QWidget]:
    """The windows that have asked for attention; there is no tray and no server unless a test has one."""
    asked: list[QWidget] = []
    monkeypatch.setattr(notification, "QSystemTrayIcon", Tray)
    monkeypatch.setattr(Tray, "made", [])
    monkeypatch.setattr(Tray, "is_there", False)
    monkeypatch.setattr(QApplication, "alert", asked.append)
    monkeypatch.setattr(notification, "find_tool", lambda _name: None)
    return asked


@pytest.fixture
def window(qtbot: QtBot, alerts: list[QWidget]) -> QWidget:
    made = QWidget()
    made.setWindowTitle("Install Studio")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def other(qtbot: QtBot, window: QWidget) -> QWidget:
    """Another window, which is used."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def notifier(window: QWidget) -> Iterator[Notifier]:
    made = Notifier(window, icon_file=Path("/icon.png"))
    yield made
    made.close()


def test_who_looks_at_the_window_is_told_nothing(
    qtbot: QtBot, window: QWidget, notifier: Notifier, alerts: list[QWidget], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Tray, "is_there", True)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert not notifier.tell("Studio is ready.")
    assert alerts == []
    assert Tray.made == []
    window.showMinimized()
    assert notifier.tell("Studio is ready.")


def test_a_click_on_the_message_raises_the_window_and_nothing_else_does(
    qtbot: QtBot,
    window: QWidget,
    other: QWidget,
    notifier: Notifier,
    alerts: list[QWidget],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Tray, "is_there", True)
    window.showMinimized()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    assert notifier.tell("Studio is ready.", "<b>Its AI features</b>\nare optimized.")
    assert notifier.tell("Again.")
    (tray,) = Tray.made
    # A server may understand markup, and a name may hold some.
    assert tray.shown == [("Studio is ready.", "‹b>Its AI features‹/b>\\nare optimized."), ("Again.", "")]
    assert alerts == [window, window]
    assert other.isActiveWindow()
    assert window.isMinimized()
    tray.messageClicked.emit()
    qtbot.waitUntil(window.isActiveWindow)
    assert not window.isMinimized()
    assert not tray.is_visible


def test_the_message_goes_when_the_user_comes_back(
    qtbot: QtBot, window: QWidget, other: QWidget, notifier: Notifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Tray, "is_there", True)
    notifier.tell("Studio is ready.")
    (tray,) = Tray.made
    window.activateWindow()
    qtbot.waitUntil(lambda: not tray.is_visible)


@pytest.mark.parametrize("speaks", [True, False])
def test_without_a_tray_that_speaks_the_window_asks_for_attention(
    window: QWidget,
    other: QWidget,
    notifier: Notifier,
    alerts: list[QWidget],
    monkeypatch: pytest.MonkeyPatch,
    speaks: bool,
) -> None:
    monkeypatch.setattr(Tray, "is_there", not speaks)
    monkeypatch.setattr(Tray, "speaks", speaks)
    assert notifier.tell("Studio is ready.")
    assert alerts == [window]
    assert Tray.made == []


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, alerts: list[QWidget]) -> Callable[[str], Path]:
    """Gives the desktop a `notify-send` that does something after it has noted its arguments."""

    def make(then: str) -> Path:
        tool = tmp_path / "notify-send"
        tool.write_text(
            f'#!/bin/sh\n{{ for it in "$@"; do printf "%s\\n" "$it"; done; echo; }} >> {tmp_path}/asked\n{then}\n'
        )
        tool.chmod(0o755)
        monkeypatch.setattr(notification, "find_tool", lambda name: str(tool) if name == "notify-send" else None)
        return tmp_path / "asked"

    return make


def asked_of(file: Path) -> list[list[str]]:
    return [part.splitlines() for part in file.read_text().split("\n\n") if part]


@on_posix
def test_a_desktop_without_a_tray_shows_it_and_a_click_raises_the_window(
    qtbot: QtBot, window: QWidget, other: QWidget, notifier: Notifier, server: Callable[[str], Path]
) -> None:
    asked = server("echo default; exec sleep 1000")  # until the server has closed it
    assert notifier.tell("--Studio is ready.", "Four features.")
    qtbot.waitUntil(window.isActiveWindow, timeout=20_000)
    assert asked_of(asked) == [
        ["--app-name=Install Studio", "--icon=/icon.png", "--action=default=Open", "--wait", "--",
         "--Studio is ready.", "Four features."]
    ]  # fmt: skip


@on_posix
def test_an_old_server_shows_it_without_a_click(
    qtbot: QtBot, window: QWidget, other: QWidget, notifier: Notifier, server: Callable[[str], Path]
) -> None:
    asked = server('case "$*" in *--action*) exit 1;; esac; exit 1')
    notifier.tell("Studio is ready.")
    qtbot.waitUntil(lambda: asked.exists() and len(asked_of(asked)) == 2, timeout=20_000)
    assert asked_of(asked)[1] == ["--app-name=Install Studio", "--icon=/icon.png", "--", "Studio is ready."]
    # It is not asked a third time.
    qtbot.waitUntil(lambda: notifier._server is not None and notifier._server.state().value == 0, timeout=20_000)
    assert len(asked_of(asked)) == 2
    assert other.isActiveWindow()


@on_posix
@pytest.mark.parametrize("how", ["closed", "ended"])
def test_a_server_that_waits_does_not_outlive_the_window(
    qtbot: QtBot, window: QWidget, other: QWidget, server: Callable[[str], Path], how: str
) -> None:
    notifier = Notifier(window)
    asked = server("exec sleep 1000")
    notifier.tell("Studio is ready.")
    qtbot.waitUntil(asked.exists, timeout=20_000)
    process = notifier._server
    assert process is not None
    ended: list[Any] = []
    process.stateChanged.connect(ended.append)
    if how == "closed":
        window.close()
    else:
        notifier.close()
    assert ended[-1].value == 0


def test_it_is_not_needed_to_have_told_anything(window: QWidget) -> None:
    notifier = Notifier(window)
    notifier.close()
    notifier.raise_window()
    assert window.isVisible()
    assert window.windowState() == Qt.WindowState.WindowNoState

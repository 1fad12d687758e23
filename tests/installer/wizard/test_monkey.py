"""Somebody who presses, types and clicks anything at all: nothing raises, there is always a way out, and nothing is
left half done.

`MONKEY_SEED` and `MONKEY_SECONDS` in the environment let it play longer, and another game.
"""

from __future__ import annotations

import os
import random
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from installer.target.request import Request
from installer.wizard import window as window_module
from installer.wizard.assessment import Mode
from installer.wizard.language import spoken_languages
from installer.wizard.views import LEAST_SECONDS, Action, View
from installer.wizard.window import InstallerWindow
from tests.support.nvml import H200_BUSY, RTX_4070, RTX_5090, Machine
from tests.support.wizard import Clock, Open, Speak
from tools.walkthrough.stage import write_package

SECONDS = float(os.environ.get("MONKEY_SECONDS", "10"))
SEED = int(os.environ.get("MONKEY_SEED", "16"))

_KEYS = (
    *(Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space, Qt.Key.Key_F1),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Alt, Qt.Key.Key_A, Qt.Key.Key_Home, Qt.Key.Key_PageDown),
)
_WAITS_MS = (0, 0, 0, 5, 30, 200)
_MACHINES = (Machine((RTX_4070,)), Machine((RTX_4070, RTX_5090)), H200_BUSY, Machine())
_WAY_OUT_SECONDS = 20.0


class Monkey:
    """Plays with one window.

    Attributes:
        did: what it did, the latest last; said when something is wrong.
    """

    def __init__(self, qtbot: QtBot, wizard: InstallerWindow, chance: random.Random, folders: list[str]) -> None:
        self._qtbot, self._wizard, self._chance, self._folders = qtbot, wizard, chance, folders
        self.did: list[str] = []

    @property
    def _tells(self) -> str:
        return " > ".join(self.did[-40:])

    def _shown(self, kind: type[QWidget]) -> list[QWidget]:
        return [each for each in self._wizard.findChildren(kind) if each.isVisible()]

    def play(self) -> None:
        """Do one thing."""
        ways: tuple[tuple[Callable[[], None], int], ...] = (
            (self._click_a_button, 10),
            (self._click_anywhere, 2),
            (self._press_a_key, 5),
            (self._type_a_folder, 2),
            (self._choose_in_a_list, 1),
            (self._resize, 1),
            (self._close, 1),
            (self._change_the_colors, 1),
            (self._let_time_pass, 5),
            (self._wait_for_the_end, 1),
        )
        (way,) = self._chance.choices([way for way, _ in ways], [weight for _, weight in ways])
        way()
        self._qtbot.wait(self._chance.choice(_WAITS_MS))
        self._look()

    def _look(self) -> None:
        """Whoever looks at the window finds something that can be pressed, or is told to wait."""
        wizard = self._wizard
        if not wizard.isVisible() or wizard.is_passive:
            return
        usable = [each for each in self._shown(QAbstractButton) if each.isEnabled()]
        assert usable, self._tells
        header = wizard.page.header()
        assert header.title, self._tells

    def _click_a_button(self) -> None:
        buttons = self._shown(QAbstractButton)
        if not buttons:
            return
        pressed = self._chance.choice(buttons)
        assert isinstance(pressed, QAbstractButton)
        twice = self._chance.random() < 0.2
        self.did.append(f"{'double ' * twice}click {pressed.text()} on {self._wizard.page.view.name}")
        self._qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)
        if twice and self._wizard.isVisible():
            self._click_at(self._chance.choice((self._wizard.footer, self._wizard.page)))

    def _click_anywhere(self) -> None:
        self.did.append("click anywhere")
        self._click_at(self._wizard)

    def _click_at(self, widget: QWidget) -> None:
        at = QPoint(self._chance.randrange(widget.width() or 1), self._chance.randrange(widget.height() or 1))
        hit = widget.childAt(at) or widget
        self._qtbot.mouseClick(hit, Qt.MouseButton.LeftButton, pos=hit.mapFrom(widget, at) if hit is not widget else at)

    def _press_a_key(self) -> None:
        key, focus = self._chance.choice(_KEYS), self._wizard.focusWidget() or self._wizard
        self.did.append(f"{key.name} in {type(focus).__name__} on {self._wizard.page.view.name}")
        self._qtbot.keyClick(focus, key)

    def _type_a_folder(self) -> None:
        for field in self._shown(QLineEdit):
            assert isinstance(field, QLineEdit)
            folder = self._chance.choice(self._folders)
            self.did.append(f"type {folder}")
            field.setText(folder)
            field.textEdited.emit(folder)

    def _choose_in_a_list(self) -> None:
        for box in self._shown(QComboBox):
            assert isinstance(box, QComboBox)
            self.did.append("choose in a list")
            box.setCurrentIndex(self._chance.randrange(box.count()))

    def _resize(self) -> None:
        self.did.append("resize")
        self._wizard.resize(self._chance.randrange(100, 1500), self._chance.randrange(100, 1000))

    def _close(self) -> None:
        self.did.append(f"close on {self._wizard.page.view.name}")
        self._wizard.close()

    def _change_the_colors(self) -> None:
        palette = QApplication.palette()
        text, base = palette.text().color(), palette.base().color()
        self.did.append("other colors")
        for role, color in ((palette.ColorRole.Text, base), (palette.ColorRole.Base, text)):
            palette.setColor(role, color)
        QApplication.setPalette(palette)

    def _let_time_pass(self) -> None:
        assert isinstance(self._wizard.clock, Clock)
        self.did.append("pause")
        self._wizard.clock.advance(self._chance.choice((LEAST_SECONDS, LEAST_SECONDS, 300.0)))

    def _wait_for_the_end(self) -> None:
        self.did.append("wait")
        deadline = time.monotonic() + 2
        while self._wizard.page.view is View.PROGRESS and self._wizard.isVisible() and time.monotonic() < deadline:
            self._qtbot.wait(20)

    def leave(self) -> None:
        """Go the way out, as somebody does who wants to: close the window, and answer the question."""
        wizard = self._wizard
        deadline = time.monotonic() + _WAY_OUT_SECONDS
        while wizard.isVisible():
            assert time.monotonic() < deadline, f"There is no way out of {wizard.page.view.name}: {self._tells}"
            assert isinstance(wizard.clock, Clock)
            wizard.clock.advance(LEAST_SECONDS)
            if wizard.sheet.is_open:
                wizard.sheet.answered.emit(Action.STOP)
            else:
                wizard.close()
            self._qtbot.wait(20)


def is_whole(target: Path) -> bool:
    """Whether there is nothing, or an application in which nothing is unfinished, missing or damaged."""
    if not target.exists():
        return True
    names = [file.relative_to(target).as_posix() for file in target.rglob("*")]
    if "engines/engines.json" not in names:
        return False
    unfinished = [name for name in names if "journal" in name or "staging" in name or name.endswith(".new")]
    return not unfinished and {"bin/lumen", ".engine-installer/receipt.json"} <= set(names)


@pytest.fixture
def colors(qapp: QApplication) -> Iterator[None]:
    """Gives the application its colors back in the end."""
    before = qapp.palette()
    yield
    qapp.setPalette(before)


def test_whatever_is_pressed_there_is_a_way_out_and_nothing_is_half_done(
    qtbot: QtBot,
    open_wizard: Open,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    use: Callable[[Machine], None],
    speak: Speak,
    colors: None,
) -> None:
    chance = random.Random(SEED)
    # What would leave the window, or wait for somebody, answers at once.
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: chance.choice(("", str(tmp_path / "picked"))))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chance.choice(("", str(tmp_path / "l.txt"))), ""))
    codes = [None, *(language.code for language in spoken_languages())]
    monkeypatch.setattr(window_module, "ask_for_language", lambda _button: chance.choice(codes))
    monkeypatch.setenv("FAKE_TENSORRT_TIMING_MS", "15")
    package = write_package(tmp_path / "package")
    targets = [tmp_path / "target", tmp_path / "with spaces and ä", tmp_path / "picked/Lumen Photo Studio"]
    (tmp_path / "file").touch()
    folders = [
        *map(str, targets),
        str(tmp_path / "file"),
        "relative",
        "~nobody-there/x",
        "",
        "/proc/no",
        "/" + "x" * 5000,
    ]
    began = time.monotonic()
    while time.monotonic() - began < SECONDS:
        use(chance.choice(_MACHINES))
        installed = [target for target in targets if (target / "engines/engines.json").exists()]
        modes: tuple[Mode, ...] = ("install", "repair", "uninstall") if installed else ("install",)
        mode = chance.choice(modes)
        passive = chance.random() < 0.2
        target = chance.choice(installed or targets)
        request = Request(package=None if mode == "uninstall" else package, target=target)
        wizard = open_wizard(mode, request=request, passive=passive, offers_language=True)
        if passive:
            wizard.begin()
        monkey = Monkey(qtbot, wizard, chance, folders)
        monkey.did.append(f"{mode} {'passive' * passive}")
        plays = chance.randrange(10, 80)
        while plays and wizard.isVisible() and time.monotonic() - began < SECONDS:
            plays -= 1
            monkey.play()
        monkey.leave()
        wizard.end()
        for target in targets:
            assert is_whole(target), f"{sorted(target.rglob('*'))}: {monkey.did}"
    # Who leaves while the driver is asked does not wait for its answer.
    qtbot.waitUntil(lambda: not any(thread.name.startswith(("NVML", "watch")) for thread in threading.enumerate()))

"""A wizard in a home of its own; any complaint from Qt fails the test."""

from __future__ import annotations

import json
import re
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from builder.base.text import Text
from installer.actions.log import RunLog
from installer.target.request import Request
from installer.wizard.assessment import Mode
from installer.wizard.controls.lists import RowList
from installer.wizard.language import install_language
from installer.wizard.views import LEAST_SECONDS, Action, View
from installer.wizard.window import InstallerWindow
from tests.support.nvml import Machine, stand_in
from tests.support.program import ROOT

# The platform without a screen says so, whatever is shown.
_HARMLESS = re.compile(r"This plugin does not support (?:propagateSizeHints\(\)|raise\(\)|grabbing the keyboard)")

# Words that no other language of the wizard has.
_ENGLISH = re.compile(
    r"\b(?:the|is|of|and|cannot|not|with|this|that|to|are|has|have|from|it|its|they|there|where|which)\b", re.IGNORECASE
)

Open = Callable[..., InstallerWindow]
Speak = Callable[[str | None], object]


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["pytest", "-platform", "offscreen"]


@pytest.fixture(autouse=True)
def _qt_does_not_complain(qtlog: Any) -> Iterator[None]:
    yield
    assert not [record.message for record in qtlog.records if not _HARMLESS.search(record.message)]


@pytest.fixture(scope="session", autouse=True)
def _in_english(qapp: QApplication) -> None:
    install_language(qapp, "en")


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Speak]:
    """Lets the wizard speak a language until the end of the test."""
    yield lambda language: install_language(qapp, language)
    install_language(qapp, "en")


def catalogue(language: str) -> Iterator[tuple[str, str, list[str]]]:
    """Context, source and translations (several where there are plural forms) of a catalogue."""
    for context in (
        ET.parse(ROOT / f"installer/wizard/languages/engine-installer_{language}.ts").getroot().iter("context")
    ):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            yield context.findtext("name") or "", message.findtext("source") or "", forms


def english_in(shown: str, *quoted: str) -> list[str]:
    """The English words of a text in another language, apart from what it quotes."""
    for part in sorted(quoted, key=len, reverse=True):
        shown = shown.replace(part, "")
    return _ENGLISH.findall(shown)


def quotes_of(text: str) -> Iterator[str]:
    """What stands in a text as it is in every language: names, paths, what a library said."""
    if not isinstance(text, Text) or text.template is None:
        yield str(text)
        return
    for part in (*text.parts, *text.arguments.values()):
        if isinstance(part, str):
            yield from quotes_of(part)


class Clock:
    """Seconds that pass as always, and more when a test wants it."""

    def __init__(self) -> None:
        self._more = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self._more

    def advance(self, seconds: float) -> None:
        """Let so many seconds pass at once."""
        self._more += seconds


@pytest.fixture
def open_wizard(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens a wizard that has checked the computer, and ends it with the test."""
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    opened: list[tuple[InstallerWindow, RunLog]] = []

    def open_it(
        mode: Mode,
        package: Path | None = None,
        *,
        request: Request | None = None,
        passive: bool = False,
        **options: Any,
    ) -> InstallerWindow:
        log = RunLog(tmp_path / "run.log", ["test"], "current-user")
        asked = request or Request(package=package, target=tmp_path / "target")
        wizard = InstallerWindow(mode, asked, log, passive=passive, clock=Clock(), **options)
        # A test that fails in the middle of a run must not be asked whether to stop it.
        qtbot.addWidget(wizard, before_close_func=lambda closing: closing.stop())
        opened.append((wizard, log))
        wizard.show()
        if passive:
            return wizard
        with qtbot.waitSignal(wizard.settled, timeout=20_000):
            wizard.begin()
        return wizard

    yield open_it
    for wizard, log in opened:
        wizard.end()
        assert wizard.background.isFinished()
        log.close(wizard.result_of_run)


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[[Machine], None]]:
    """Gives this computer classic TensorRT, and the GPUs of a machine: both libraries are stand-ins."""
    monkeypatch.syspath_prepend(ROOT / "tests/doubles")
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "tests/doubles"))
    yield from stand_in(monkeypatch, tmp_path)


def button(wizard: InstallerWindow, action: Action) -> QAbstractButton:
    """A button or link of the footer that can be pressed."""
    found = wizard.footer.button(action)
    assert found is not None, f"there is no {action.name}, but {offered(wizard)}"
    assert found.isVisible()
    assert found.isEnabled(), f"{action.name} cannot be pressed: {found.accessibleDescription()}"
    return found


def shows(wizard: InstallerWindow, view: View) -> bool:
    """Whether a window shows that view now."""
    return wizard.page.view is view


def offered(wizard: InstallerWindow) -> list[str]:
    """What the footer's buttons say, from left to right."""
    buttons = [stop for stop in wizard.footer.stops if stop.isVisible()]
    return [each.text().replace("&", "") for each in sorted(buttons, key=lambda each: each.x())]


def click(qtbot: QtBot, wizard: InstallerWindow, action: Action) -> None:
    """Press a button as somebody does who has read the page first."""
    assert isinstance(wizard.clock, Clock)
    wizard.clock.advance(LEAST_SECONDS)
    qtbot.mouseClick(button(wizard, action), Qt.MouseButton.LeftButton)


def go(wizard: InstallerWindow) -> Action:
    """What begins an installation on the first page, with a caveat or without."""
    begins = {Action.INSTALL, Action.INSTALL_ANYWAY, Action.UPDATE}
    found = [each for each in wizard.page.footer().buttons if each in begins]
    assert len(found) == 1, offered(wizard)
    return found[0]


def named(wizard: InstallerWindow, text: str) -> QAbstractButton:
    """The button, box or link in the page that says so."""
    found = [
        each
        for each in wizard.page.findChildren(QAbstractButton)
        if each.isVisible() and text in each.text().replace("&", "")
    ]
    assert len(found) == 1, [each.text() for each in found]
    return found[0]


def texts(wizard: InstallerWindow) -> str:
    """Every text that is shown above the footer."""
    QApplication.processEvents()  # what was just added to a page is shown
    labels = [label for label in wizard.findChildren(QLabel) if label.isVisible() and label.text()]
    return "\n".join(label.text() for label in labels)


def shown_rows(wizard: InstallerWindow) -> dict[str, str]:
    """The rows of the page's lists: what stands at the end of each, by its name."""
    QApplication.processEvents()
    rows = [row for each in wizard.page.findChildren(RowList) if each.isVisible() for row in each.rows]
    return {row.name: row.state for row in rows}


def titles(wizard: InstallerWindow) -> tuple[str, str]:
    """The title of the page, and the sentence below it."""
    header = wizard.page.header()
    return header.title, header.sentence


def work(qtbot: QtBot, wizard: InstallerWindow, action: Action) -> None:
    """Press the button that begins, and wait for the end."""
    with qtbot.waitSignal(wizard.ended, timeout=120_000):
        click(qtbot, wizard, action)


def settle(qtbot: QtBot, wizard: InstallerWindow, action: Action) -> None:
    """Press a button, and wait until what it leads to is known."""
    with qtbot.waitSignal(wizard.settled, timeout=20_000):
        click(qtbot, wizard, action)


def engines(target: Path) -> list[str]:
    index = json.loads((target / "engines/engines.json").read_text())
    return [engine["model"] for engine in index["engines"]]

"""A wizard in a home of its own; any complaint from Qt fails the test."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTreeWidget, QWizard
from pytestqt.qtbot import QtBot

from builder.base.text import Text
from installer.actions.log import RunLog
from installer.target.request import Request
from installer.wizard.assessment import Mode
from installer.wizard.language import install_language
from installer.wizard.navigation import Page
from installer.wizard.pages.working import WorkingPage
from installer.wizard.window import InstallerWizard
from tests.support.nvml import Machine, stand_in
from tests.support.program import ROOT

# The platform without a screen says so, whatever is shown.
_HARMLESS = re.compile(r"This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)")

# Words that no other language of the wizard has.
_ENGLISH = re.compile(
    r"\b(?:the|is|of|and|cannot|not|with|this|that|to|are|has|have|from|it|its|they|there|where|which)\b", re.IGNORECASE
)

Open = Callable[..., InstallerWizard]
Speak = Callable[[str | None], object]

NEXT, COMMIT = QWizard.WizardButton.NextButton, QWizard.WizardButton.CommitButton
CANCEL, FINISH = QWizard.WizardButton.CancelButton, QWizard.WizardButton.FinishButton
MORE, BACK = QWizard.WizardButton.CustomButton1, QWizard.WizardButton.BackButton


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


@pytest.fixture
def open_wizard(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens a wizard that has checked the computer, and ends it with the test."""
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    opened: list[tuple[InstallerWizard, RunLog]] = []

    def open_it(
        mode: Mode,
        package: Path | None = None,
        *,
        request: Request | None = None,
        passive: bool = False,
        **options: Any,
    ) -> InstallerWizard:
        log = RunLog(tmp_path / "run.log", ["test"], "current-user")
        asked = request or Request(package=package, target=tmp_path / "target")
        wizard = InstallerWizard(mode, asked, log, passive=passive, **options)
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


def button(wizard: InstallerWizard, which: QWizard.WizardButton) -> QAbstractButton:
    """A button of the wizard that can be pressed."""
    found = wizard.button(which)
    assert found.isVisible()
    assert found.isEnabled()
    return found


def click(qtbot: QtBot, wizard: InstallerWizard, which: QWizard.WizardButton) -> None:
    qtbot.mouseClick(button(wizard, which), Qt.MouseButton.LeftButton)


def page(wizard: InstallerWizard) -> Page:
    return Page(wizard.currentId())


def working_page(wizard: InstallerWizard) -> WorkingPage:
    """The page with the progress, whichever is shown."""
    found = wizard.page(Page.WORKING)
    assert isinstance(found, WorkingPage)
    return found


def rows(wizard: InstallerWizard) -> dict[str, str]:
    """The state of each model on the page with the progress."""
    (tree,) = working_page(wizard).findChildren(QTreeWidget)
    items = [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]
    return {item.text(0): item.text(1) for item in items if item}


def texts(wizard: InstallerWizard) -> str:
    """Every label that is shown on the page."""
    QApplication.processEvents()  # what was just added to a page is shown
    return "\n".join(label.text() for label in wizard.currentPage().findChildren(QLabel) if label.isVisible())


def go_to_ready(qtbot: QtBot, wizard: InstallerWizard) -> None:
    while page(wizard) is not Page.READY:
        click(qtbot, wizard, NEXT)
    qtbot.waitUntil(lambda: wizard.currentPage().isComplete(), timeout=20_000)


def work(qtbot: QtBot, wizard: InstallerWizard) -> None:
    """Press the button that begins, and wait for the end."""
    with qtbot.waitSignal(wizard.ended, timeout=120_000):
        click(qtbot, wizard, COMMIT)


def engines(target: Path) -> list[str]:
    index = json.loads((target / "engines/engines.json").read_text())
    return [engine["model"] for engine in index["engines"]]

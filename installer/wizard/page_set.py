"""All pages of one window, created together and told together about assessments."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWizard, QWizardPage

from builder.base.errors import EngineInstallerError
from installer.wizard.assessment import Assessment, Brand, Mode
from installer.wizard.navigation import Page
from installer.wizard.pages.choices import ChoicesPage
from installer.wizard.pages.computer import ComputerPage
from installer.wizard.pages.end import EndPage
from installer.wizard.pages.license import LicensePage
from installer.wizard.pages.ready import ReadyPage
from installer.wizard.pages.working import WorkingPage


class PageSet:
    """The pages.

    Attributes:
        license, choices, ready, working, end: pages that the window asks or tells something of their own.
    """

    def __init__(self, mode: Mode, brand: Brand, log_path: Path) -> None:
        self.license = LicensePage(brand.license)
        self._computer = ComputerPage(mode, brand)
        self.choices = ChoicesPage()
        self.ready = ReadyPage(mode)
        self.working = WorkingPage(mode, brand)
        self.end = EndPage(mode, brand, log_path)

    def add_to(self, wizard: QWizard) -> None:
        """Give the pages to a wizard, under their numbers."""
        widgets: dict[Page, QWizardPage] = {
            Page.LICENSE: self.license,
            Page.COMPUTER: self._computer,
            Page.CHOICES: self.choices,
            Page.READY: self.ready,
            Page.WORKING: self.working,
            Page.END: self.end,
        }
        for page, widget in widgets.items():
            wizard.setPage(page, widget)

    def begin_assessment(self) -> None:
        """Show that an assessment is running."""
        self._computer.begin()
        self.ready.begin()

    def show_error(self, error: EngineInstallerError) -> None:
        """Show why the assessment failed."""
        self._computer.show_error(error.message, error.hint)
        self.ready.show_error(error.message, error.hint)

    def show_assessment(self, found: Assessment, *, is_first: bool) -> None:
        """Show an assessment; only the first one says what can be chosen."""
        if is_first:
            self.choices.show_assessment(found)
        self._computer.show_assessment(found)
        self.ready.show_assessment(found)

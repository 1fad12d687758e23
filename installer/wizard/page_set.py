"""All pages of one window, created together and told together about assessments and results."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from builder.base.errors import EngineInstallerError
from builder.base.events import Result
from builder.base.names import printable
from installer.wizard.assessment import Assessment, Brand, Mode, Summary, summarize
from installer.wizard.ending import Ending, ending_of, ending_of_refusal
from installer.wizard.facts import card_name, chosen_cards
from installer.wizard.pages.done import DonePage
from installer.wizard.pages.failed import FailedPage
from installer.wizard.pages.license import LicensePage
from installer.wizard.pages.maintenance import MaintenancePage
from installer.wizard.pages.nothing import NothingPage
from installer.wizard.pages.options import OptionsPage
from installer.wizard.pages.page import Page
from installer.wizard.pages.progress import ProgressPage
from installer.wizard.pages.remove import RemovePage
from installer.wizard.pages.repair import RepairPage
from installer.wizard.pages.system_check import SystemCheckPage
from installer.wizard.pages.welcome import WelcomePage
from installer.wizard.run_state import copies_files, engines_of
from installer.wizard.views import View


class PageSet:
    """The pages.

    Attributes:
        home: where the pages that were opened on the way lead back to.
        welcome, options, license, progress, done: pages that the window tells or asks something of their own.
    """

    def __init__(self, brand: Brand, log_path: Path, clock: Callable[[], float]) -> None:
        self._brand = brand
        self._log_path = log_path
        self.home = View.WELCOME
        self.welcome = WelcomePage(brand)
        self.options = OptionsPage()
        self._check = SystemCheckPage()
        self.license = LicensePage(brand)
        self.progress = ProgressPage(brand, clock)
        self.done = DonePage(brand)
        self._failed = FailedPage(brand)
        self._maintenance = MaintenancePage(brand)
        self._repair = RepairPage(brand)
        self._nothing = NothingPage(brand)
        self.remove = RemovePage(brand)
        pages: tuple[Page, ...] = (
            self.welcome,
            self.options,
            self._check,
            self.license,
            self.progress,
            self.done,
            self._failed,
            self._maintenance,
            self._repair,
            self._nothing,
            self.remove,
        )
        self._by_view = {page.view: page for page in pages}

    def of(self, view: View) -> Page:
        """Find the page of a view."""
        return self._by_view[view]

    @property
    def all(self) -> tuple[Page, ...]:
        """Every page."""
        return tuple(self._by_view.values())

    def set_brand(self, brand: Brand) -> None:
        """Show another application, or what has become known of it."""
        self._brand = brand
        for page in self.all:
            page.set_brand(brand)

    def begin_assessment(self) -> None:
        """Show that an assessment is running."""
        self.welcome.begin()
        self._check.begin()

    def show_assessment(self, found: Assessment) -> None:
        """Show an assessment on every page that is about it."""
        shows: dict[
            Mode, tuple[WelcomePage | SystemCheckPage | MaintenancePage | RepairPage | NothingPage | RemovePage, ...]
        ]
        shows = {
            "install": (self.welcome, self._check, self._maintenance),
            "repair": (self._check, self._repair, self._nothing),
            "uninstall": (self.remove,),
        }
        for page in shows[found.mode]:
            page.show_assessment(found)

    def show_error(self) -> None:
        """Show that an assessment has failed."""
        self._check.show_error()

    def show_details(self, *, shown: bool) -> None:
        """Show or hide the details of a run."""
        self.progress.show_details(shown=shown)
        self._failed.show_details(shown=shown)

    def begin_run(self, mode: Mode, found: Assessment | None, *, passive: bool) -> None:
        """Prepare the progress of a run.

        Args:
            mode: what it does.
            found: what is known about it; None without questions.
            passive: the window is small.
        """
        cards = chosen_cards(found) if found else ()
        summary = summarize(found) if found else Summary()
        self.progress.begin(
            mode,
            engines_of(found) if found else (),
            expected=summary.seconds,
            is_known=summary.seconds_known,
            has_files=found is not None and copies_files(found),
            card=card_name(cards[0].name) if len(cards) == 1 else "",
            is_update=found is not None and found.is_update,
            passive=passive,
        )

    def show_result(self, mode: Mode, found: Assessment | None, result: Result) -> View:
        """Prepare the page that says how a run ended; returns which one that is."""
        ending = ending_of(mode, self._brand, found, result, self.progress.state)
        return self._show_ending(ending, self.report(result))

    def show_refusal(self, mode: Mode, error: EngineInstallerError) -> View:
        """Prepare the page that says what prevents a run; returns which one that is."""
        lines = [error.message, error.hint, str(self._log_path)]
        return self._show_ending(ending_of_refusal(mode, self._brand, error), "\n".join(filter(None, lines)))

    def _show_ending(self, ending: Ending, details: str) -> View:
        if ending.view is View.DONE:
            self.done.show_ending(ending)
        else:
            self._failed.show_ending(ending, details)
        return ending.view

    def report(self, result: Result | None) -> str:
        """Everything that helps those who help, in English.

        Args:
            result: of a run that has ended; None before that.
        """
        parts = [self._check.report, self.progress.details]
        parts += [result.detail, result.hint] if result else []
        return "\n\n".join(printable(part) for part in (*parts, str(self._log_path)) if part)

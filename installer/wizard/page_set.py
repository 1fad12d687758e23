"""All pages of one window, told together about assessments and results."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from builder.base.errors import EngineInstallerError
from builder.base.events import Result
from builder.base.names import printable
from installer.wizard.assessment import Assessment, Brand, Deed, Mode
from installer.wizard.ending import Ending, Offers, ending_of, ending_of_refusal
from installer.wizard.facts import card_name, chosen_cards
from installer.wizard.pages.page import Page
from installer.wizard.pages.progress import ProgressPage
from installer.wizard.pages.welcome import WelcomePage
from installer.wizard.run_state import copies_files, engines_of
from installer.wizard.views import View

if TYPE_CHECKING:
    from installer.wizard.pages.change import ChangePage
    from installer.wizard.pages.done import DonePage
    from installer.wizard.pages.failed import FailedPage
    from installer.wizard.pages.license import LicensePage
    from installer.wizard.pages.maintenance import MaintenancePage
    from installer.wizard.pages.nothing import NothingPage
    from installer.wizard.pages.options import OptionsPage
    from installer.wizard.pages.remove import RemovePage
    from installer.wizard.pages.repair import RepairPage
    from installer.wizard.pages.system_check import SystemCheckPage

_Made = TypeVar("_Made", bound=Page)


class PageSet:
    """The pages. All but the first one and the progress are made when they are needed: few windows show them.

    Attributes:
        home: where the pages that were opened on the way lead back to.
        ending: what the last page shows; None until there is one.
        welcome, progress: pages that the window tells or asks something of their own, as `options`, `done` and others.
    """

    def __init__(
        self, brand: Brand, log_path: Path, clock: Callable[[], float], add: Callable[[Page], None] = lambda page: None
    ) -> None:
        """Create the pages.

        Args:
            brand: of the application.
            log_path: the log of this window.
            clock: seconds.
            add: called with each page that was made.
        """
        self._brand = brand
        self._log_path = log_path
        self._add = add
        self._by_view: dict[View, Page] = {}
        self._latest: dict[Mode, Assessment] = {}
        self._shows_details = False
        self.ending: Ending | None = None
        self.home = View.WELCOME
        self.welcome = self._made(WelcomePage(brand))
        self._shows: dict[Mode, list[Callable[[Assessment], None]]]
        self._shows = {"install": [self.welcome.show_assessment], "repair": [], "uninstall": []}
        self.progress = self._made(ProgressPage(brand, clock))

    def _made(self, page: _Made) -> _Made:
        self._by_view[page.view] = page
        self._add(page)
        return page

    def _made_about(self, mode: Mode, page: _Made, show: Callable[[Assessment], None]) -> _Made:
        """Have a page that shows assessments of a mode: the latest that there was, and those to come."""
        self._shows[mode].append(show)
        if mode in self._latest:
            show(self._latest[mode])
        return self._made(page)

    @cached_property
    def options(self) -> OptionsPage:
        """What can be chosen."""
        from installer.wizard.pages.options import OptionsPage

        return self._made(OptionsPage())

    @cached_property
    def change(self) -> ChangePage:
        """Which features of an installed application there are to be."""
        from installer.wizard.pages.change import ChangePage

        return self._made(ChangePage())

    @cached_property
    def license(self) -> LicensePage:
        """The license terms."""
        from installer.wizard.pages.license import LicensePage

        return self._made(LicensePage(self._brand))

    @cached_property
    def done(self) -> DonePage:
        """What ended well."""
        from installer.wizard.pages.done import DonePage

        return self._made(DonePage(self._brand))

    @cached_property
    def remove(self) -> RemovePage:
        """What a removal does."""
        from installer.wizard.pages.remove import RemovePage

        page = RemovePage(self._brand)
        return self._made_about("uninstall", page, page.show_assessment)

    @cached_property
    def _check(self) -> SystemCheckPage:
        from installer.wizard.pages.system_check import SystemCheckPage

        return self._made(SystemCheckPage())

    @cached_property
    def _failed(self) -> FailedPage:
        from installer.wizard.pages.failed import FailedPage

        page = self._made(FailedPage(self._brand))
        page.show_details(shown=self._shows_details)
        return page

    @cached_property
    def _maintenance(self) -> MaintenancePage:
        from installer.wizard.pages.maintenance import MaintenancePage

        page = MaintenancePage(self._brand)
        return self._made_about("install", page, page.show_assessment)

    @cached_property
    def _repair(self) -> RepairPage:
        from installer.wizard.pages.repair import RepairPage

        page = RepairPage(self._brand)
        return self._made_about("repair", page, page.show_assessment)

    @cached_property
    def _nothing(self) -> NothingPage:
        from installer.wizard.pages.nothing import NothingPage

        page = NothingPage(self._brand)
        return self._made_about("repair", page, page.show_assessment)

    def of(self, view: View) -> Page:
        """Find the page of a view."""
        ways: dict[View, Callable[[], Page]] = {
            View.OPTIONS: lambda: self.options,
            View.CHANGE: lambda: self.change,
            View.SYSTEM_CHECK: lambda: self._check,
            View.LICENSE: lambda: self.license,
            View.DONE: lambda: self.done,
            View.FAILED: lambda: self._failed,
            View.MAINTENANCE: lambda: self._maintenance,
            View.REPAIR: lambda: self._repair,
            View.NOTHING_TO_REPAIR: lambda: self._nothing,
            View.REMOVE: lambda: self.remove,
        }
        return self._by_view.get(view) or ways[view]()

    @property
    def all(self) -> tuple[Page, ...]:
        """Every page that there is so far."""
        return tuple(self._by_view.values())

    def set_brand(self, brand: Brand) -> None:
        """Show another application, or what has become known of it."""
        self._brand = brand
        for page in self.all:
            page.set_brand(brand)

    def begin_assessment(self) -> None:
        """Show that an assessment is running."""
        self.welcome.begin()
        if View.SYSTEM_CHECK in self._by_view:
            self._check.begin()

    def show_assessment(self, found: Assessment) -> None:
        """Show an assessment on every page that is about it; those that are made later will show it as well."""
        self._latest[found.mode] = found
        for show in self._shows[found.mode]:
            show(found)
        if found.mode != "uninstall":
            self._check.show_assessment(found)

    def show_error(self) -> None:
        """Show that an assessment has failed."""
        self._check.show_error()

    def show_details(self, *, shown: bool) -> None:
        """Show or hide the details of a run."""
        self._shows_details = shown
        self.progress.show_details(shown=shown)
        if View.FAILED in self._by_view:
            self._failed.show_details(shown=shown)

    def begin_run(self, mode: Mode, found: Assessment | None, *, passive: bool) -> None:
        """Prepare the progress of a run.

        Args:
            mode: what it does.
            found: what is known about it; None without questions.
            passive: the window is small.
        """
        cards = chosen_cards(found) if found else ()
        self.progress.begin(
            found.deed if found else mode,
            engines_of(found) if found else (),
            expected=found.seconds if found else 0.0,
            is_known=found is not None and found.seconds_known,
            has_files=found is not None and copies_files(found),
            card=card_name(cards[0].name) if len(cards) == 1 else "",
            passive=passive,
        )

    def show_result(self, mode: Mode, found: Assessment | None, result: Result, *, wants_shortcut: bool) -> View:
        """Prepare the page that says how a run ended; returns which one that is.

        Args:
            mode: what was done.
            found: what was known before; None without questions.
            result: how it ended.
            wants_shortcut: the user wanted a shortcut the last time.
        """
        from installer.actions.shortcut import offers_shortcut
        from installer.wizard.inventory import room_of
        from installer.wizard.launching import program_in

        offers = Offers()
        if found and mode != "uninstall":
            room = room_of(found.target, found.room.needed)
            offers = Offers(
                (room.free, room.needed) if room.free is not None and room.free < room.needed else None,
                program_in(found.target) is not None,
                offers_shortcut(found.target),
                wants_shortcut,
            )
        ending = ending_of(mode, self._brand, found, result, self.progress.state, offers)
        return self._show_ending(ending, self.report(result))

    def show_refusal(self, deed: Deed, error: EngineInstallerError) -> View:
        """Prepare the page that says what prevents a run; returns which one that is."""
        lines = [error.message, error.hint, str(self._log_path)]
        return self._show_ending(ending_of_refusal(deed, self._brand, error), "\n".join(filter(None, lines)))

    def _show_ending(self, ending: Ending, details: str) -> View:
        self.ending = ending
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

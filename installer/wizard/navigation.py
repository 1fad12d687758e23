"""Which page follows which, what the window can do at each moment, and its buttons; without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum

from builder.base.errors import ExitCode
from builder.base.events import Result
from installer.wizard.assessment import Assessment, Brand, Mode


class Page(IntEnum):
    """The pages, in their order; the values are their numbers in Qt's wizard."""

    LICENSE = 0
    COMPUTER = 1
    CHOICES = 2
    READY = 3
    WORKING = 4
    END = 5


def pages(mode: Mode, brand: Brand, offered: Assessment | None) -> tuple[Page, ...]:
    """List the pages to show, in their order; a page without anything to decide is left out.

    Args:
        mode: what the wizard does.
        brand: of the application.
        offered: what there is to choose; None while it is unknown.
    """
    if mode == "uninstall":
        return (Page.READY, Page.WORKING, Page.END)
    license_page = (Page.LICENSE,) if brand.license else ()
    choices = (Page.CHOICES,) if offered is None or offered.has_choices else ()
    return (*license_page, Page.COMPUTER, *choices, Page.READY, Page.WORKING, Page.END)


class Phase(Enum):
    """What the window is doing; `FOLLOWING` has the order."""

    ASSESSING = "finding out what could be done"
    ASKING = "waiting for the user"
    WORKING = "doing it, which can still be stopped"
    STOPPING = "waiting until it has stopped"
    COMMITTED = "doing what cannot be stopped any longer"
    ENDED = "showing the result"

    @property
    def is_busy(self) -> bool:
        """Whether an action is running, so that the window must not close yet."""
        return self in (Phase.WORKING, Phase.STOPPING, Phase.COMMITTED)


FOLLOWING: dict[Phase, frozenset[Phase]] = {
    # Another choice starts another assessment; without questions, there is none.
    Phase.ASSESSING: frozenset({Phase.ASSESSING, Phase.ASKING, Phase.WORKING}),
    Phase.ASKING: frozenset({Phase.ASSESSING, Phase.WORKING}),
    Phase.WORKING: frozenset({Phase.STOPPING, Phase.COMMITTED, Phase.ENDED}),
    # A run that commits while it is being stopped still closes the window in the end.
    Phase.STOPPING: frozenset({Phase.ENDED}),
    Phase.COMMITTED: frozenset({Phase.ENDED}),
    Phase.ENDED: frozenset({Phase.ASSESSING}),
}
"""The phases that can follow each phase."""


class Remedy(Enum):
    """What the last page offers first."""

    CLOSE = "close"
    CONTINUE = "continue with what was built"
    TRY_AGAIN = "try again"
    OTHER_FOLDER = "choose another folder"
    TIME_AGAIN = "time the kernels again"


_FOLDER_IS_WRONG = (ExitCode.DISK_FULL, ExitCode.ACCESS_DENIED, ExitCode.BLOCKED_BY_POLICY, ExitCode.IO_ERROR)


def remedy_for(result: Result, *, can_move: bool = False, timed_while_busy: bool = False) -> Remedy:
    """Choose what helps most after a run.

    Args:
        result: how it ended.
        can_move: the application could be installed in another folder.
        timed_while_busy: kernels were timed on a GPU that other programs used.
    """
    if result.label == ExitCode.OK.label:
        return Remedy.TIME_AGAIN if timed_while_busy else Remedy.CLOSE
    if result.label == ExitCode.BUILD_FAILED.label and result.files:
        return Remedy.CONTINUE
    if can_move and result.label in [code.label for code in _FOLDER_IS_WRONG]:
        return Remedy.OTHER_FOLDER
    return Remedy.TRY_AGAIN


class Finish(Enum):
    """What the button that closes the last page says."""

    FINISH = "finish"
    CONTINUE = "continue with what was built"
    CLOSE = "close"


class Preferred(Enum):
    """Which button Enter presses, where that is not Qt's own choice."""

    MORE = "more"
    FINISH = "finish"


@dataclass(frozen=True, slots=True)
class Buttons:
    """What the buttons offer.

    Attributes:
        more: what the additional button does; None hides it.
        finish: what the button that closes the last page says.
        preferred: which button Enter presses; None leaves it to Qt.
        can_cancel: whether Cancel can be pressed.
        can_turn_pages: whether Back and Next are shown.
    """

    more: Remedy | None = None
    finish: Finish = Finish.FINISH
    preferred: Preferred | None = None
    can_cancel: bool = True
    can_turn_pages: bool = True


_FINISH = {Remedy.CLOSE: Finish.FINISH, Remedy.TIME_AGAIN: Finish.FINISH, Remedy.CONTINUE: Finish.CONTINUE}


def buttons(phase: Phase, page: Page, *, is_complete: bool, is_refused: bool, remedy: Remedy) -> Buttons:
    """Decide what the buttons offer.

    Args:
        phase: what the window is doing.
        page: the page that is shown.
        is_complete: the page has everything that the next one needs.
        is_refused: what is asked for cannot be done.
        remedy: what helps most after a run that has ended.
    """
    if page is Page.END:
        helps = remedy in (Remedy.OTHER_FOLDER, Remedy.TRY_AGAIN)
        return Buttons(
            # Partial success can be kept, and the rest tried again.
            more={Remedy.CLOSE: None, Remedy.CONTINUE: Remedy.TRY_AGAIN}.get(remedy, remedy),
            finish=_FINISH.get(remedy, Finish.CLOSE),
            preferred=Preferred.MORE if helps else Preferred.FINISH,
        )
    if page is Page.WORKING:
        return Buttons(can_cancel=phase not in (Phase.STOPPING, Phase.COMMITTED), can_turn_pages=False)
    if phase is Phase.ASKING and page in (Page.COMPUTER, Page.READY) and (is_refused or not is_complete):
        return Buttons(more=Remedy.TRY_AGAIN, preferred=None if is_complete else Preferred.MORE)
    return Buttons()

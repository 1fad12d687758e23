"""What the window shows, what can be pressed, and what follows what; without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

LEAST_SECONDS = 0.5
"""How long a page must have been shown before its buttons can start anything: the second click of a double click on
the page before it must not."""


class View(Enum):
    """What the window shows."""

    WELCOME = "what will be installed, and whether it can be"
    OPTIONS = "folder, features, graphics card, optimization, users"
    SYSTEM_CHECK = "each requirement, what was found and what is needed"
    LICENSE = "the license terms"
    PROGRESS = "a run"
    DONE = "a run that ended well, or almost"
    FAILED = "a run that did not, or what prevents one"
    MAINTENANCE = "what can be done with an application that is installed"
    CHANGE = "the features of an application that is installed, and what adding and removing takes"
    REPAIR = "why a repair is needed and what it will do"
    NOTHING_TO_REPAIR = "that nothing has to be repaired"
    REMOVE = "what a removal takes away and what it leaves"


class Action(Enum):
    """What a button or a link does; the values are for tests and logs."""

    INSTALL = "install"
    INSTALL_ANYWAY = "install anyway"
    UPDATE = "update"
    REPAIR = "repair"
    OPTIMIZE = "optimize for the new card"
    REMOVE = "remove"
    OPEN_REPAIR = "show what a repair would do"
    OPEN_CHANGE = "choose features"
    OPEN_REMOVE = "show what a removal would do"
    OPTIMIZE_AGAIN = "optimize again anyway"
    IMPROVE_NOW = "optimize again, now that nothing disturbs"
    IMPROVE_LATER = "close and leave it as it is"
    TRY_AGAIN = "try again"
    OTHER_FOLDER = "choose another folder"
    OPEN_OPTIONS = "open the options"
    OPEN_CHECK = "open the system check"
    OPEN_LICENSE = "open the license terms"
    DONE = "take over the options"
    APPLY_CHANGE = "add and remove features"
    RESTORE_DEFAULTS = "restore the default options"
    BACK = "go back"
    CHECK_AGAIN = "check again"
    KEEP_GOING = "do not stop"
    STOP = "stop"
    WAIT = "wait for the graphics card"
    CONTINUE_ANYWAY = "do not wait for the graphics card"
    CANCEL = "cancel"
    CLOSE = "close"
    NOT_NOW = "not now"
    FINISH = "finish"
    GET_DRIVER = "open the page with drivers"
    WEBSITE = "open the publisher's page"
    HELP = "open the help page"
    LANGUAGE = "choose the language"
    SHOW_DETAILS = "show the details"
    HIDE_DETAILS = "hide the details"
    COPY_REPORT = "copy the report"
    OPEN_LOG = "open the log folder"
    OPEN_FOLDER = "open the folder of the application"
    SAVE = "save the license terms"


STARTING = frozenset(
    {
        Action.INSTALL,
        Action.INSTALL_ANYWAY,
        Action.UPDATE,
        Action.REPAIR,
        Action.OPTIMIZE,
        Action.REMOVE,
        Action.APPLY_CHANGE,
        Action.IMPROVE_NOW,
        Action.TRY_AGAIN,
        Action.STOP,
        Action.CONTINUE_ANYWAY,
        Action.FINISH,
        Action.IMPROVE_LATER,
        Action.CANCEL,
        Action.CLOSE,
        Action.NOT_NOW,
    }
)
"""What begins or ends something, so that a click that was meant for the page before must not reach it."""


def can_press(action: Action, shown_for: float) -> bool:
    """Whether a button works yet.

    Args:
        action: what it does.
        shown_for: seconds since its page was opened.
    """
    return action not in STARTING or shown_for >= LEAST_SECONDS


@dataclass(frozen=True, slots=True)
class Footer:
    """The buttons below a page.

    Attributes:
        buttons: from left to right, as Windows and KDE have them: what goes on comes before what leaves.
        primary: the one in the accent colour, which Enter presses; None while Enter must not press anything.
        links: quiet ones at the other end.
        disabled: buttons that cannot be pressed now, and why, in words; empty where that is plain.
        texts: what buttons say on this page, where that is not what they always say.
        is_danger: the primary button takes something away.
        needs_rights: the system asks for administrator rights when it is pressed.
    """

    buttons: tuple[Action, ...] = ()
    primary: Action | None = None
    links: tuple[Action, ...] = ()
    disabled: tuple[tuple[Action, str], ...] = ()
    texts: tuple[tuple[Action, str], ...] = ()
    is_danger: bool = False
    needs_rights: bool = False

    def why_disabled(self, action: Action) -> str | None:
        """Say why a button cannot be pressed; None when it can."""
        return dict(self.disabled).get(action)


@dataclass(frozen=True, slots=True)
class Header:
    """The top of a page.

    Attributes:
        title: what the page is about, true in every state.
        sentence: what there is to say about it; may be empty.
        is_hero: the banner and the large icon instead of the small header.
        badge: the name of an icon at the corner of the application's icon, such as `good`; empty for none.
        icon: the name of an icon instead of the application's, such as `bad`; empty for the application's.
    """

    title: str
    sentence: str = ""
    is_hero: bool = False
    badge: str = ""
    icon: str = ""


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
    Phase.ENDED: frozenset({Phase.ASSESSING, Phase.WORKING}),
}
"""The phases that can follow each phase."""


def view_for(mode: str, *, is_there: bool, chosen: bool, nothing_to_do: bool) -> View:
    """Choose what is shown when it is known what could be done.

    Args:
        mode: `install`, `repair` or `uninstall`.
        is_there: this version of the application is installed already.
        chosen: the user has chosen something since the window was opened.
        nothing_to_do: nothing would be built, checked, copied or removed.
    """
    if mode == "uninstall":
        return View.REMOVE
    if mode == "repair":
        return View.NOTHING_TO_REPAIR if nothing_to_do else View.REPAIR
    return View.MAINTENANCE if is_there and not chosen else View.WELCOME

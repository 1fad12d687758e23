"""What the last page says of a run that did not end well, or only almost; pure, and without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.base.errors import ExitCode, NotInstalled, Remedy
from builder.base.events import Result
from builder.base.text import NO_TEXT, Text, join, say, say_count
from installer.wizard.assessment import Deed

_NOTHING_CHANGED = say("Nothing was changed on this PC.")


@dataclass(frozen=True, slots=True)
class FailureWords:
    """The words of the page.

    Attributes:
        title: what did not happen, or what is so; true in every state.
        sentence: why, and what became of the PC.
        remedy: what the main button does; `FREE_SPACE` and `WAIT` are not among them, because here a run has ended.
        reason: why something is missing that the sentence only mentions; empty where the sentence says it.
    """

    title: Text
    sentence: Text
    remedy: Remedy
    reason: Text = NO_TEXT


def failure_words(deed: Deed, app: str, result: Result, changed: bool) -> FailureWords:
    """Say how a run ended that did not do what it was to do.

    Args:
        deed: what was to be done.
        app: the application's name.
        result: of the run.
        changed: whether the run had begun to change what is installed.
    """
    remedy = _remedy(result.remedy, can_choose_folder=deed == "install" and not changed)
    unchanged = NO_TEXT if changed else _NOTHING_CHANGED
    match result.label:
        case ExitCode.CANCELLED.label:
            return FailureWords(_stopped(deed), unchanged or result.plain, Remedy.NONE)
        case ExitCode.SUSPENDED.label:
            kept = say("What is finished stays.") if changed else _NOTHING_CHANGED
            return FailureWords(_not_yet(deed, app), join(" ", [result.plain, kept]), Remedy.TRY_AGAIN)
        case ExitCode.ALREADY_RUNNING.label:
            title = say("Another setup of {app} is running", app=app)
            return FailureWords(title, say("It must finish first."), Remedy.TRY_AGAIN)
        case ExitCode.NOT_INSTALLED.label if result.plain == NotInstalled.plain:
            nothing = say("There is nothing to remove.") if deed == "uninstall" else say("There is nothing to repair.")
            return FailureWords(say("{app} is not installed", app=app), nothing, Remedy.NONE)
        case ExitCode.PACKAGE_MISSING.label if changed:
            # What could be restored is; the rest of the application's files have to come from somewhere else.
            return FailureWords(say("{app} is not complete", app=app), result.plain, remedy)
    if changed:
        interrupted = say("Some of it is done already. Try again to finish it.")
        return FailureWords(_half_done(deed, app), join(" ", [result.plain, interrupted]), Remedy.TRY_AGAIN)
    return FailureWords(_not_done(deed, app), join(" ", [result.plain, _NOTHING_CHANGED]), remedy)


def partly_done_words(app: str, reasons: Sequence[Text], result: Result) -> FailureWords:
    """Say that an application works except for some AI features.

    Args:
        app: the application's name.
        reasons: why, of each feature that could not be set up.
        result: of the run.
    """
    sentence = say_count(
        len(reasons),
        "{app} works; one AI feature could not be set up.",
        "{app} works; {count} AI features could not be set up.",
        app=app,
    )
    # Where reasons differ, each is said at its feature.
    shared = reasons[0] if len(set(reasons)) == 1 else NO_TEXT
    return FailureWords(say("Almost everything is ready"), sentence, _remedy(result.remedy), shared)


def _remedy(remedy: Remedy, *, can_choose_folder: bool = False) -> Remedy:
    """Choose what can be done about it after a run, in whose place nothing waits."""
    match remedy:
        case Remedy.OTHER_FOLDER | Remedy.FREE_SPACE:
            return Remedy.OTHER_FOLDER if can_choose_folder else Remedy.TRY_AGAIN
        case Remedy.WAIT:
            return Remedy.TRY_AGAIN
    return remedy


def _stopped(deed: Deed) -> Text:
    match deed:
        case "install" | "update" | "change":
            return say("The installation was stopped")
        case "repair":
            return say("The repair was stopped")
        case "uninstall":
            return say("The removal was stopped")


def _not_yet(deed: Deed, app: str) -> Text:
    match deed:
        case "install" | "update" | "change":
            return say("{app} is not ready yet", app=app)
        case "repair":
            return say("{app} is not repaired yet", app=app)
        case "uninstall":
            return say("{app} is not removed yet", app=app)


def _half_done(deed: Deed, app: str) -> Text:
    match deed:
        case "install" | "update":
            return say("{app} was not installed completely", app=app)
        case "change":
            return say("{app} was not changed completely", app=app)
        case "repair":
            return say("{app} was not repaired completely", app=app)
        case "uninstall":
            return say("{app} was not removed completely", app=app)


def _not_done(deed: Deed, app: str) -> Text:
    match deed:
        case "install":
            return say("{app} was not installed", app=app)
        case "update":
            return say("{app} was not updated", app=app)
        case "change":
            return say("{app} was not changed", app=app)
        case "repair":
            return say("{app} was not repaired", app=app)
        case "uninstall":
            return say("{app} was not removed", app=app)

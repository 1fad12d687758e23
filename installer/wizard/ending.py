"""What the last page says and offers when a run has ended, or when something prevents one; pure, and without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.base.errors import EngineInstallerError, ExitCode, Remedy
from builder.base.events import Result
from builder.base.quantities import Bytes
from builder.base.text import NO_TEXT, Text, join, say, say_count
from installer.actions.outcome import result_of
from installer.wizard.assessment import Assessment, Brand, Deed, Mode
from installer.wizard.change import made_features
from installer.wizard.facts import Caveat, caveats
from installer.wizard.failure import FailureWords, failure_words, partly_done_words
from installer.wizard.run_state import RowState, RunState
from installer.wizard.upkeep import named
from installer.wizard.views import Action, View


@dataclass(frozen=True, slots=True)
class Ending:
    """A last page.

    Attributes:
        view: which page it is.
        title, sentence: what it says.
        buttons: what it offers, from left to right.
        primary: the button that Enter presses.
        badge: the name of the icon that shows at a glance how it ended.
        is_hero: it has the banner.
        caveat: what works less well than it could, or not at all; None when everything does.
        can_improve: the caveat goes when it is done once more, now that nothing disturbs.
        rows: the features and which of them could not be set up; empty where all are alike.
        reason: why something is missing that the sentence only mentions.
        can_launch: the application can be started.
        launches: and will be, unless the user objects.
        can_add_shortcut: a shortcut can be put on the desktop.
        adds_shortcut: and will be, unless the user objects.
        leaves: the folder has files of the user's own.
        room: what is free on the disk and what is needed, in bytes, where that is what was missing.
        has_report: there is something to report to those who help.
    """

    view: View
    title: Text
    sentence: Text
    buttons: tuple[Action, ...]
    primary: Action
    badge: str = "good"
    is_hero: bool = True
    caveat: Caveat | None = None
    can_improve: bool = False
    rows: tuple[RowState, ...] = ()
    reason: Text = NO_TEXT
    can_launch: bool = False
    launches: bool = False
    can_add_shortcut: bool = False
    adds_shortcut: bool = False
    leaves: bool = False
    has_report: bool = False
    room: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Offers:
    """What can be offered when an application is there.

    Attributes:
        room: what is free on the disk now and what is needed, in bytes; None while it suffices or is unknown.
        launch: its program is there and can be started.
        shortcut: a shortcut to it can be put on the desktop, and will be removed with it.
        wants_shortcut: the user wanted one the last time.
    """

    room: tuple[int, int] | None = None
    launch: bool = False
    shortcut: bool = False
    wants_shortcut: bool = False


def ending_of(
    mode: Mode, brand: Brand, found: Assessment | None, result: Result, run: RunState, offers: Offers
) -> Ending:
    """Say how a run ended.

    Args:
        mode: what it did.
        brand: of the application.
        found: what was known before; None in a run without questions.
        result: how it ended.
        run: what happened.
        offers: what can be offered now.
    """
    app = _name(brand, found)
    if result.label == ExitCode.OK.label:
        return _removed(app, found) if mode == "uninstall" else _well(mode, app, found, run, offers)
    if result.label == ExitCode.BUILD_FAILED.label and result.files:
        return _partly(app, result, run, offers)
    room = offers.room if result.remedy is Remedy.FREE_SPACE else None
    return _failed(failure_words(found.deed if found else mode, app, result, run.stage == "finishing"), brand, room)


def log_line(ending: Ending) -> str:
    """What the last page says, in English."""
    caveat = ending.caveat
    texts = (ending.title, ending.sentence, *((caveat.title, caveat.text) if caveat else ()))
    return "The window says: " + " | ".join(map(str, filter(None, texts)))


def ending_of_refusal(deed: Deed, brand: Brand, error: EngineInstallerError) -> Ending:
    """Say what prevents a run before it has begun."""
    return _failed(failure_words(deed, _name(brand, None), result_of(error), changed=False), brand)


def _name(brand: Brand, found: Assessment | None) -> str:
    return brand.app.name or (found.app.name if found else None) or brand.title or "The application"


def _well(mode: Mode, app: str, found: Assessment | None, run: RunState, offers: Offers) -> Ending:
    lasting = caveats(found, run.timed_while_busy, run.disturbed_by) if found else ()
    caveat = lasting[0] if lasting else None
    can_improve = caveat is not None and caveat.kind == "busy"
    if caveat is None:
        buttons: tuple[Action, ...] = (Action.FINISH,)
        title, sentence = say("{app} is ready", app=app), _changed_features(found) or _all_well(mode, run)
    else:
        buttons = (Action.IMPROVE_LATER,) if can_improve else (Action.FINISH,)
        title = say("{app} is ready", app=app) if can_improve else say("{app} is installed", app=app)
        sentence = caveat.sentence
    return Ending(
        View.DONE,
        title,
        sentence,
        buttons,
        buttons[0],
        caveat=caveat,
        can_improve=can_improve,
        can_launch=offers.launch,
        launches=offers.launch and (caveat is None or can_improve),
        can_add_shortcut=offers.shortcut and mode == "install",
        adds_shortcut=offers.wants_shortcut,
        reason=_origins(run),
        has_report=caveat is not None,
    )


def _changed_features(found: Assessment | None) -> Text:
    """Say which features were added and removed; empty where the run was about more."""
    made = made_features(found)
    added = say("Added: {features}.", features=named(made.added)) if made.added else NO_TEXT
    removed = say("Removed: {features}.", features=named(made.removed)) if made.removed else NO_TEXT
    return join(" ", [added, removed])


def _origins(run: RunState) -> Text:
    """Say what was downloaded, what was optimized here besides, and what in another way; empty for nothing of it."""
    downloaded, size = run.downloaded
    parts = []
    if downloaded:
        parts.append(say("Downloaded: {features} ({size}).", features=_features(downloaded), size=Bytes(size)))
    if downloaded and run.made_here:
        parts.append(say("Optimized on this PC: {features}.", features=_features(run.made_here)))
    if instead := run.made_instead:
        parts.append(say("Optimized on this PC, because the download failed: {features}.", features=_features(instead)))
    if otherwise := run.made_otherwise:
        because = say(
            "Optimized in another way, because the first one gave wrong results: {features}.",
            features=_features(otherwise),
        )
        parts.append(because)
    return join(" ", parts)


def _features(names: Sequence[str]) -> Text:
    """Name features; models without one have no name."""
    return named([name or say("AI features") for name in names])


def _all_well(mode: Mode, run: RunState) -> Text:
    if run.engines and all(engine.state == "kept" and engine.is_tried for engine in run.engines):
        return say("The results of its AI features are right.")
    if not run.card:
        return say("Its AI features are ready.")
    if mode == "repair" and any(engine.state == "done" for engine in run.engines):
        return say("Its AI features are optimized for your {card} again.", card=run.card)
    return say("Its AI features are optimized for your {card}.", card=run.card)


def _removed(app: str, found: Assessment | None) -> Ending:
    removal = found.removal if found else None
    title, sentence = say("{app} was removed", app=app), say("It has been taken off this PC.")
    if removal is not None and removal.bytes:
        sentence = say("{size} are free again.", size=Bytes(removal.bytes))
    changed = len(removal.changed) if removal else 0
    return Ending(
        View.DONE,
        title,
        sentence,
        (Action.CLOSE,),
        Action.CLOSE,
        reason=_left_behind(changed),
        leaves=bool(changed),
    )


def _left_behind(changed: int) -> Text:
    if not changed:
        return NO_TEXT
    return say_count(
        changed,
        "{count} file that you changed is still in its folder.",
        "{count} files that you changed are still in its folder.",
    )


def _partly(app: str, result: Result, run: RunState, offers: Offers) -> Ending:
    words = partly_done_words(app, [row.reason for row in run.rows if row.state == "failed"], result)
    rows = sorted(run.rows, key=lambda row: row.state != "failed")
    return Ending(
        View.DONE,
        words.title,
        words.sentence,
        (Action.TRY_AGAIN, Action.FINISH),
        Action.FINISH,
        is_hero=False,
        rows=tuple(rows),
        reason=words.reason,
        can_launch=offers.launch,
        launches=offers.launch,
        has_report=True,
    )


def _failed(words: FailureWords, brand: Brand, room: tuple[int, int] | None = None) -> Ending:
    offers: dict[Remedy, Action | None] = {
        Remedy.TRY_AGAIN: Action.TRY_AGAIN,
        Remedy.OTHER_FOLDER: Action.OTHER_FOLDER,
        Remedy.GET_DRIVER: Action.GET_DRIVER,
        Remedy.DOWNLOAD_AGAIN: Action.WEBSITE if brand.url else None,
    }
    helps = offers.get(words.remedy)
    buttons = (helps, Action.CLOSE) if helps else (Action.CLOSE,)
    return Ending(View.FAILED, words.title, words.sentence, buttons, buttons[0], badge="bad", is_hero=False, room=room)

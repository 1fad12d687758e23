"""What the pages say besides the verdict: the facts of the first page, the system check, the caveats of the last page.

Pure, and without Qt: texts are translated where they are shown.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from builder.base.errors import Remedy
from builder.base.names import one_line
from builder.base.quantities import Bytes
from builder.base.settings import HEURISTIC_OPTIMIZATION_LEVEL
from builder.base.text import NO_TEXT, Text, join, say, say_count, verbatim
from builder.building.preflight import Check, Problem, State
from builder.building.progress import makespan
from builder.gpu.nvml import Gpu
from installer.wizard.assessment import Assessment
from installer.wizard.times import about, within
from installer.wizard.verdict import Lacking, card_problem, lacking_features, verdict


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing worth knowing before the start.

    Attributes:
        icon: name of a picture: `gpu`, `clock` or `disk`.
        title: the fact.
        note: what it means.
    """

    icon: str
    title: Text
    note: Text = NO_TEXT


def facts(found: Assessment) -> tuple[Fact, ...]:
    """List the graphics card, the time and the room, each where it is known and matters."""
    cards = () if verdict(found).kind != "ready" else chosen_cards(found)
    listed = [Fact("gpu", _cards(cards), _speed(found))] if cards else []
    if found.plan is not None:
        note = to_download(found.download) or say("You can keep using your PC")
        listed.append(Fact("clock", about(found.seconds), note))
    if needed := room_needed(found):
        listed.append(Fact("disk", say("{size}", size=Bytes.at_least(needed)), free_room(found)))
    return tuple(listed)


def to_download(size: int) -> Text:
    """Say how much comes from the network; empty for nothing."""
    return say("{size} to download", size=Bytes(size)) if size else NO_TEXT


def card_name(name: str) -> str:
    """The name of a graphics card without its maker's: `GeForce RTX 4070`."""
    return one_line(name).removeprefix("NVIDIA ")


def chosen_cards(found: Assessment) -> tuple[Gpu, ...]:
    """The graphics cards that the AI features are for."""
    engines = found.plan.build.engines if found.plan else ()
    return tuple(dict.fromkeys(gpu for planned in engines if (gpu := planned.wanted.gpu or planned.load_on)))


def room_needed(found: Assessment) -> int:
    """The bytes that a run takes on the disk."""
    disk = next((check for check in found.checks if check.name == "disk" and check.amounts), None)
    return found.room.needed or (disk.amounts[1] if disk and disk.amounts else 0)


def _cards(cards: Sequence[Gpu]) -> Text:
    if len(cards) == 1:
        return verbatim(card_name(cards[0].name))
    return say_count(len(cards), "{count} graphics card", "{count} graphics cards")


def _speed(found: Assessment) -> Text:
    is_quick = found.request.options.optimization_level == HEURISTIC_OPTIMIZATION_LEVEL
    return say("AI features may run a little slower") if is_quick else say("AI features will run at full speed")


def free_room(found: Assessment) -> Text:
    """Say how much room there is; empty when that is unknown."""
    free = found.room.free
    if free is None:
        disk = next((check for check in found.checks if check.name == "disk" and check.amounts), None)
        free = disk.amounts[0] if disk and disk.amounts else None
    if free is None:
        return NO_TEXT
    return _free_on(Bytes.at_most(free), found.room.volume)


def _free_on(free: Bytes, volume: Text) -> Text:
    if volume:
        return say("{free} free on {volume}", free=free, volume=volume)
    return say("{free} free", free=free)


# --- the system check


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A line of the system check.

    Attributes:
        icon: `good`, `warn` or `bad`.
        title: what was looked at.
        found: what there is.
        needed: what is needed, such as `RTX 20 series or newer`; empty where nothing can be said.
        state: in words, for those who do not see the icon.
        note: what is wrong and what to do, for the details; empty where all is well.
    """

    icon: Literal["good", "warn", "bad"]
    title: Text
    found: Text
    needed: Text
    state: Text
    note: Text = NO_TEXT


_ORDER = ("gpu", "driver", "library", "memory", "gpu_memory", "disk", "write_access", "other_run")
_ICONS: dict[State, Literal["good", "warn", "bad"]] = {"pass": "good", "warn": "warn", "fail": "bad"}
_STATES = {"pass": say("in order"), "warn": say("may be a problem"), "fail": say("has to be changed")}


def check_rows(found: Assessment) -> tuple[CheckRow, ...]:
    """List the checks in the order of their weight for users."""
    return tuple(_row(check, found) for check in sorted(_about_drivers(found.checks), key=_place))


def check_sentence(found: Assessment) -> Text:
    """Sum the list up."""
    if all(check.state == "pass" for check in found.checks) and found.refusal is None:
        return say("Your PC has everything that is needed.")
    return say("See what is marked.")


def _place(check: Check) -> int:
    about_card = check.problem is Problem.NO_GPU
    return 0 if about_card else _ORDER.index(check.name) if check.name in _ORDER else len(_ORDER)


def _about_drivers(checks: Sequence[Check]) -> list[Check]:
    """A card whose driver is too old is in order itself: the driver's line has the mark."""
    old = next((check for check in checks if check.problem is Problem.DRIVER_TOO_OLD), None)
    if old is None:
        return list(checks)
    return [
        replace(check, state="pass", problem=None, hint=NO_TEXT, error=None)
        if check.problem is Problem.DRIVER_TOO_OLD
        else replace(check, state=old.state, message=old.message, hint=old.hint, problem=old.problem)
        if check.name == "driver"
        else check
        for check in checks
    ]


def _row(check: Check, found: Assessment) -> CheckRow:
    what = check.found or check.message
    if check.name == "disk" and check.amounts:
        what = _free_on(Bytes.at_most(check.amounts[0]), found.room.volume)
    note = NO_TEXT if check.state == "pass" else join("\n", [check.message, check.hint])
    return CheckRow(_ICONS[check.state], check.plain_title, what, check.needed, _STATES[check.state], note)


# --- the caveats


@dataclass(frozen=True, slots=True)
class Caveat:
    """What a user has put up with, said again on the last page, in the notification and in the log.

    Attributes:
        kind: `card`: no graphics card can be used; `busy`: the card was in use while it was measured.
        sentence: what it means, below the title of the page.
        title: the fact.
        text: what can be done about it.
        features: which it is about; empty for all, or for models without one.
        remedy: of it; `TRY_AGAIN` means optimizing once more.
    """

    kind: Literal["card", "busy"]
    sentence: Text
    title: Text
    text: Text
    features: tuple[str, ...] = ()
    remedy: Remedy = Remedy.NONE


def caveats(
    found: Assessment, busy: Sequence[str] = (), programs: Sequence[str] = (), *, windows: bool = os.name == "nt"
) -> tuple[Caveat, ...]:
    """List what is to be said once more when a run has ended well.

    Args:
        found: what was known before it.
        busy: the features that were measured while the graphics card was in use; an empty name stands for models
            without a feature.
        programs: that used it, as people know them.
        windows: how the system calls the list of its applications.
    """
    listed = []
    if lacking := lacking_features(found):
        listed.append(_card_caveat(found, lacking, windows=windows))
    if busy:
        listed.append(_busy_caveat(found, tuple(busy), tuple(programs), windows=windows))
    return tuple(listed)


def _card_caveat(found: Assessment, lacking: Lacking, *, windows: bool) -> Caveat:
    judged = verdict(found)
    problem, _ = card_problem(found)
    sentence = (
        say("The AI features do not work on this PC.")
        if lacking.is_all
        else say("Some AI features do not work on this PC.")
    )
    if problem is Problem.NO_GPU:
        when = (
            say("If you add one, choose Modify in Settings › Apps.")
            if windows
            else say("If you add one, start this setup again and choose Repair.")
        )
    else:
        when = (
            say("When that has changed, choose Modify in Settings › Apps.")
            if windows
            else say("When that has changed, start this setup again and choose Repair.")
        )
    return Caveat("card", sentence, judged.title, when, lacking.features, judged.remedy)


def _busy_caveat(found: Assessment, busy: tuple[str, ...], programs: tuple[str, ...], *, windows: bool) -> Caveat:
    names = tuple(filter(None, busy))
    sentence = say_count(
        len(busy),
        "One AI feature may run a little slower than it could.",
        "{count} AI features may run a little slower than they could.",
    )
    title = (
        say("{programs} was using your graphics card", programs=verbatim(programs[0]))
        if len(programs) == 1
        else say("Other programs were using your graphics card")
    )
    which = _listed(names) if len(names) == len(busy) else say("The AI features")
    minutes = within(improving_seconds(found, busy))
    text = (
        say(
            "{features} can be made faster {time}: now, or at any time from Settings › Apps › Modify.",
            features=which,
            time=minutes,
        )
        if windows
        else say("{features} can be made faster {time}: now, or at any time with Repair.", features=which, time=minutes)
    )
    return Caveat("busy", sentence, title, text, names, Remedy.TRY_AGAIN)


def improving_seconds(found: Assessment, features: Sequence[str]) -> float:
    """How long optimizing some features once more will take."""
    builds = found.plan.build.to_build if found.plan else ()
    again = [planned.expected.seconds for planned in builds if (planned.model.spec.feature or "") in features]
    return makespan([], again, found.plan.build.jobs if found.plan else 1)


def _listed(names: Sequence[str]) -> Text:
    """Name all: `Portrait retouch`, `Portrait retouch and Sky replacement`."""
    if len(names) < 2:
        return join(", ", names)
    return say("{names} and {last}", names=join(", ", names[:-1]), last=names[-1])

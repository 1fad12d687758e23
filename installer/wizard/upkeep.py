"""What the pages say that look after an installation: maintenance, repair, nothing to repair, removal.

Pure, and without Qt: texts are translated where they are shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.base.names import one_line
from builder.base.quantities import Bytes, Count
from builder.base.text import NO_TEXT, Text, join, say, say_count, verbatim
from installer.wizard.assessment import Assessment
from installer.wizard.facts import Fact, card_name, chosen_cards
from installer.wizard.findings import Change, LastingCaveat
from installer.wizard.times import about
from installer.wizard.verdict import app_name, verdict
from installer.wizard.views import Action

_NAMES_SHOWN = 3
"""How many names stand in one line."""
_LINES_SHOWN = 4
"""How many lines a page has room for."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What should be known besides: a title, and what it means."""

    title: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Line:
    """A line about something that is repaired, goes or stays.

    Attributes:
        icon: the name of one.
        color: the name of a role; empty for that of the icon's state.
        name: what it is.
        state: how much of it, or what is wrong with it.
    """

    icon: str
    color: str
    name: Text
    state: Text = NO_TEXT


def listed(names: Sequence[str]) -> Text:
    """Name all in a sentence: `Portrait retouch`, `Portrait retouch and Sky replacement`."""
    plain = [*map(_shown, names)]
    if len(plain) < 2:
        return join(", ", plain)
    return say("{names} and {last}", names=join(", ", plain[:-1]), last=plain[-1])


def _shown(name: str) -> Text:
    return name if isinstance(name, Text) else verbatim(one_line(name))


def named(names: Sequence[str]) -> Text:
    """Name all, or the first where there are many: `Portrait retouch, Sky replacement, Upscaling and 2 more`."""
    return _first_of(names) or listed(names)


def _first_of(names: Sequence[str]) -> Text:
    """Name the first of so many that not all can be named; empty where they can."""
    if len(names) <= _NAMES_SHOWN:
        return NO_TEXT
    first = join(", ", map(_shown, names[:_NAMES_SHOWN]))
    return say("{names} and {count} more", names=first, count=Count(len(names) - _NAMES_SHOWN))


# --- maintenance


@dataclass(frozen=True, slots=True)
class Maintenance:
    """What can be done with an installed application.

    Attributes:
        title: what is installed.
        remark: what it lacks; None when nothing.
        features: how many of its features are installed, such as `3 of 4 installed`; empty where there are none to
            choose.
        freed: what a removal frees; empty when unknown.
    """

    title: Text
    remark: Remark | None
    features: Text
    freed: Text


def maintenance_of(found: Assessment) -> Maintenance:
    """Say what is installed, and what could be done with it."""
    there = found.installed
    version = (there.version if there else found.app.version) or ""
    title = say("{app} {version} is installed", app=app_name(found), version=version)
    features, freed = NO_TEXT, NO_TEXT
    if there and found.features:
        ready = Count(sum(feature in there.features for feature in found.features))
        features = say("{ready} of {all} installed", ready=ready, all=Count(len(found.features)))
    if there and there.bytes:
        freed = say("frees {size}", size=Bytes(there.bytes))
    remark = (lasting_remark(there.caveat) if there else None) or _results_remark(found.change)
    return Maintenance(title, remark, features, freed)


def _results_remark(change: Change | None) -> Remark | None:
    """Say that results are wrong, or were checked with another driver; None where nothing is known to be so."""
    if change and change.kind == "wrong":
        text = say("A newer driver may help. With one, choose Repair.")
        return Remark(say("Some AI features give wrong results"), text)
    if change and change.kind == "results" and change.before:
        text = say("Choose Repair to check the results of the AI features again.")
        return Remark(say("A new driver was installed"), text)
    return None


def lasting_remark(caveat: LastingCaveat | None) -> Remark | None:
    """Say what an installation lacks, above what can be done about it; None when nothing."""
    if caveat is None:
        return None
    names = caveat.features if len(caveat.features) <= _NAMES_SHOWN else ()
    if caveat.kind == "no_gpu":
        title = say("No graphics card in this PC can be used")
        if names:
            text = say(
                "Without one, these do not work: {features}. If that changes, choose Repair.", features=listed(names)
            )
        else:
            text = say("The AI features do not work without one. If that changes, choose Repair.")
        return Remark(title, text)
    text = (
        say("{features} can be made faster: choose Repair.", features=listed(names))
        if names
        else say("The AI features can be made faster: choose Repair.")
    )
    return Remark(_were_in_use(caveat.programs), text)


def _were_in_use(programs: Sequence[str]) -> Text:
    if len(programs) == 1:
        return say("{programs} was using your graphics card", programs=verbatim(one_line(programs[0])))
    return say("Other programs were using your graphics card")


# --- repair


@dataclass(frozen=True, slots=True)
class Repair:
    """Why a repair is needed, and what it does.

    Attributes:
        title, sentence: the reason.
        action: what the button does.
        button: what it says; empty for what it always says.
        before, now: the graphics cards of a picture; empty for none.
        lines: what is repaired, where there is no picture.
        facts: what it takes and does.
        remark: what else should be known; None for nothing.
    """

    title: Text
    sentence: Text
    action: Action
    button: Text
    before: str
    now: str
    lines: tuple[Line, ...]
    facts: tuple[Fact, ...]
    remark: Remark | None


def repair_of(found: Assessment) -> Repair:
    """Say why a repair is needed, and what it will do."""
    change = found.change
    title, sentence = _reason(found, change)
    before = now = ""
    button = NO_TEXT
    if change and change.kind == "gpu" and change.before and change.now:
        before, now = card_name(change.before), card_name(change.now)
        button = say("Optimize for {card}", card=now.removeprefix("GeForce "))
    action = Action.OPTIMIZE if _only_optimizes(found) else Action.REPAIR
    if action is Action.REPAIR:
        button = say("Check now") if change and change.kind == "results" else NO_TEXT
    lines = () if now else tuple(_repaired(found))
    return Repair(title, sentence, action, button, before, now, lines, _repair_facts(found), _repair_remark(found))


def _only_optimizes(found: Assessment) -> bool:
    return found.plan is not None and bool(found.plan.build.to_build) and found.plan.files.is_nothing


def _repaired(found: Assessment) -> Iterator[Line]:
    """Name what is repaired: files, then features."""
    if found.plan is None:
        return
    files, states = found.plan.files, [say("Missing"), say("Damaged")]
    broken = [(item.file, states[files.found.get(item.file) is not None]) for item in files.install]
    broken += [(file, states[0]) for file in files.not_restorable]
    lines = [
        Line("folder", "muted", verbatim(one_line(file.rpartition("/")[2])), state) for file, state in sorted(broken)
    ]
    features: dict[str | None, Text] = {}
    for planned in found.plan.build.to_build:
        is_broken = planned.verdict.cause in ("missing", "damaged")
        state = say("Missing or damaged") if is_broken else say("To be optimized")
        if is_broken or planned.model.spec.feature not in features:
            features[planned.model.spec.feature] = state
    names = {feature: verbatim(one_line(feature)) if feature else say("AI features") for feature in features}
    lines += [Line("gpu", "muted", names[feature], state) for feature, state in features.items()]
    yield from lines[: _LINES_SHOWN if len(lines) <= _LINES_SHOWN else _LINES_SHOWN - 1]
    if len(lines) > _LINES_SHOWN:
        more = Count(len(lines) - _LINES_SHOWN + 1)
        yield Line("list", "muted", say("and {count} more", count=more))


def _reason(found: Assessment, change: Change | None) -> tuple[Text, Text]:
    """Title and sentence."""
    app = app_name(found)
    if found.request.rebuild and (change is None or change.kind == "driver"):
        title = say("Optimize the AI features again?")
        return title, say("Nothing of {app} needs a repair; this optimizes everything once more.", app=app)
    if change and change.kind == "gpu":
        title = say("Your graphics card changed")
        if change.before:
            return title, say("The AI features of {app} were optimized for the old card.", app=app)
        return title, say("The AI features of {app} were not optimized for this card.", app=app)
    if change and change.kind == "busy":
        caveat = found.installed.caveat if found.installed else None
        programs = caveat.programs if caveat and caveat.kind == "busy" else ()
        title = say("The AI features can be made faster")
        if len(programs) == 1:
            program = verbatim(one_line(programs[0]))
            return title, say("{program} was using your graphics card when they were optimized.", program=program)
        return title, say("Other programs were using your graphics card when they were optimized.")
    if change and change.kind == "results":
        title = say("The AI features are to be checked")
        if change.before:
            return title, say("A new driver was installed, so their results are checked again.")
        return title, say("Their results have not been checked on this PC yet.")
    return say("{app} needs a repair", app=app), _damage(found, change)


def _damage(found: Assessment, change: Change | None) -> Text:
    """What is wrong, in a sentence."""
    count = Count(change.count if change else 0)
    match change.kind if change else None:
        case "files":
            return say_count(count, "{count} file is missing or damaged.", "{count} files are missing or damaged.")
        case "engines":
            return say_count(
                optimized_features(found),
                "{count} AI feature is missing or damaged.",
                "{count} AI features are missing or damaged.",
            )
        case "wrong":
            return say_count(
                optimized_features(found),
                "{count} AI feature gives wrong results.",
                "{count} AI features give wrong results.",
            )
        case "library":
            return say("The software that its AI features run on was updated.")
        case "settings":
            return say("Some AI features were made with other settings.")
        case "driver":
            return say("A new driver was installed.")
        case _:
            return say("Not everything is as it was installed.")


def optimized_features(found: Assessment) -> Count:
    """Count the features that a run optimizes; models without a feature are one."""
    return Count(len({planned.model.spec.feature for planned in found.plan.build.to_build} if found.plan else ()))


def _checked_features(found: Assessment) -> Count:
    """Count the features that are there and whose results a run checks; models without a feature are one."""
    return Count(len({planned.model.spec.feature for planned in found.plan.build.to_check} if found.plan else ()))


def _repair_facts(found: Assessment) -> tuple[Fact, ...]:
    facts = [Fact("clock", about(found.seconds), say("You can keep using your PC"))]
    only_optimizes = _only_optimizes(found)
    if count := optimized_features(found):
        title = say_count(count, "{count} AI feature is optimized", "{count} AI features are optimized")
        facts.append(Fact("repair", title, say("Files and settings stay as they are") if only_optimizes else NO_TEXT))
    if count := _checked_features(found):
        title = say_count(count, "{count} AI feature is checked", "{count} AI features are checked")
        facts.append(Fact("good", title, say("One that gives wrong results is optimized again")))
    if found.plan is not None and (files := Count(len(found.plan.files.install))):
        title = say_count(files, "{count} file is restored", "{count} files are restored")
        facts.append(Fact("folder", title, say("Your own files stay as they are")))
    return tuple(facts)


def _repair_remark(found: Assessment) -> Remark | None:
    if found.plan is not None and found.plan.files.not_restorable:
        return Remark(
            say("Some files cannot be restored from here"),
            say("Start the setup program of {app} that you downloaded to restore them.", app=app_name(found)),
        )
    judged = verdict(found)
    return Remark(judged.title, judged.text) if judged.kind == "caveat" else None


# --- nothing to repair


@dataclass(frozen=True, slots=True)
class Nothing:
    """That nothing has to be repaired.

    Attributes:
        title, sentence: that.
        badge: the name of an icon, `good` or `warn`.
        facts: what was looked at.
        remark: what a repair cannot change; None for nothing.
        can_optimize: whether optimizing again makes sense.
    """

    title: Text
    sentence: Text
    badge: str
    facts: tuple[Fact, ...]
    remark: Remark | None
    can_optimize: bool


def nothing_of(found: Assessment) -> Nothing:
    """Say that all is well, or as well as it can be on this computer."""
    there = found.installed
    app, version = app_name(found), found.app.version or ""
    files = Count(there.files if there else 0)
    checked = say_count(files, "{count} file checked just now", "{count} files checked just now")
    facts = [Fact("folder", say("All files complete"), checked)]
    judged, caveat = verdict(found), lasting_remark(there.caveat) if there else None
    remark = Remark(judged.title, caveat.text) if judged.kind == "caveat" and caveat else None
    has_engines = found.plan is not None and bool(found.plan.build.engines)
    if has_engines and remark is None:
        facts.append(Fact("gpu", _ready(found), _optimized_for(found)))
    if remark is not None:
        sentence = say("{app} {version} is complete.", app=app, version=version)
        return Nothing(say("There is nothing to repair"), sentence, "warn", tuple(facts), remark, can_optimize=False)
    sentence = say("{app} {version} has nothing to repair.", app=app, version=version)
    return Nothing(say("Everything is fine"), sentence, "good", tuple(facts), None, has_engines)


def _ready(found: Assessment) -> Text:
    there = found.installed
    wanted = [feature for feature in there.all_features if feature not in found.left_out] if there else []
    if not there or not wanted:
        return say("AI features ready")
    ready = sum(feature in there.features for feature in wanted)
    return say_count(
        len(wanted),
        "{ready} of {count} AI feature ready",
        "{ready} of {count} AI features ready",
        ready=Count(ready),
    )


def _optimized_for(found: Assessment) -> Text:
    cards = chosen_cards(found)
    if len(cards) > 1:
        return say("optimized for your graphics cards")
    return say("optimized for your {card}", card=card_name(cards[0].name)) if cards else NO_TEXT


# --- removal


def removal_lines(found: Assessment) -> tuple[Line, ...]:
    """List what a removal takes away and what it leaves."""
    removal = found.removal
    assert removal is not None
    size, volume = Bytes(removal.bytes), found.room.volume
    frees = say("Frees {size} on {volume}", size=size, volume=volume) if volume else say("Frees {size}", size=size)
    lines = [Line("disk", "muted", frees, say_count(Count(removal.count), "{count} file", "{count} files"))]
    lines.append(Line("good", "", say("Your own files stay")))
    if removal.changed:
        stay = say_count(
            Count(len(removal.changed)), "{count} file that you changed stays", "{count} files that you changed stay"
        )
        lines.append(Line("good", "", stay, _some(removal.changed)))
    if removal.was_there:
        stay = say_count(
            Count(len(removal.was_there)),
            "{count} file that was there before stays",
            "{count} files that were there before stay",
        )
        lines.append(Line("good", "", stay, _some(removal.was_there)))
    return tuple(lines)


def _some(files: Sequence[str]) -> Text:
    """Name the first files, without their folders."""
    names = [file.rpartition("/")[2] for file in files]
    return _first_of(names) or join(", ", [verbatim(one_line(name)) for name in names])

"""Whether an application can be installed and will work, in one verdict; what the first and the last page say of it.

Pure, and without Qt: texts are translated where they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from builder.base.errors import (
    AlreadyRunning,
    DiskFull,
    EngineInstallerError,
    InternalError,
    LibraryMissing,
    OutOfMemory,
    PackageInvalid,
    PackageMissing,
    Remedy,
    SystemNotSupported,
)
from builder.base.quantities import Bytes
from builder.base.text import NO_TEXT, Text, join, say
from builder.building.plan import Skip
from builder.building.preflight import Check, Problem
from installer.wizard.assessment import Assessment

Kind = Literal["ready", "caveat", "cannot"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What all checks come to.

    Attributes:
        kind: `ready`; `caveat` when something that the application is for will not work; `cannot` when nothing can be
            installed.
        title: it in a few words.
        text: what that means, and what can be done.
        problem: what is wrong; None when all is well.
        remedy: what the user can do.
        keeps_working: whether something useful is left of the application in spite of a caveat. Where nothing is,
            cancelling is the default.
        meter: what is free and what is needed, in bytes, where room is what is missing.
    """

    kind: Kind
    title: Text
    text: Text = NO_TEXT
    problem: Problem | None = None
    remedy: Remedy = Remedy.NONE
    keeps_working: bool = True
    meter: tuple[int, int] | None = None


_WORST_FIRST = (
    Problem.DAMAGED,
    Problem.NO_LIBRARY,
    Problem.NO_GPU,
    Problem.NO_DRIVER,
    Problem.DRIVER_STOPPED,
    Problem.GPU_NOT_VISIBLE,
    Problem.DRIVER_TOO_OLD,
    Problem.GPU_TOO_OLD,
    Problem.GPU_NOT_SUPPORTED,
    Problem.LITTLE_GPU_MEMORY,
    Problem.LITTLE_MEMORY,
    Problem.NO_ACCESS,
    Problem.NO_ROOM,
    Problem.OTHER_RUN,
    Problem.OTHER,
)
"""Of several reasons why nothing can be installed, the one that is said: what another folder would not help comes
first."""

_OF_ERRORS: tuple[tuple[type[EngineInstallerError], Problem], ...] = (
    (LibraryMissing, Problem.NO_LIBRARY),
    (PackageMissing, Problem.DAMAGED),
    (PackageInvalid, Problem.DAMAGED),
    (InternalError, Problem.OTHER),
    (SystemNotSupported, Problem.GPU_NOT_SUPPORTED),
    (OutOfMemory, Problem.LITTLE_MEMORY),
    (DiskFull, Problem.NO_ROOM),
    (AlreadyRunning, Problem.OTHER_RUN),
)

CARD_PROBLEMS = frozenset(
    {
        Problem.NO_GPU,
        Problem.NO_DRIVER,
        Problem.DRIVER_STOPPED,
        Problem.GPU_NOT_VISIBLE,
        Problem.DRIVER_TOO_OLD,
        Problem.GPU_TOO_OLD,
        Problem.GPU_NOT_SUPPORTED,
        Problem.LITTLE_GPU_MEMORY,
    }
)
"""The problems because of which no graphics card can be used."""


def app_name(found: Assessment) -> str:
    """The application's name, without its version."""
    if found.app.name:
        return found.app.name
    return found.plan.build.package.manifest.app.name if found.plan else found.title


def verdict(found: Assessment) -> Verdict:
    """Judge: the worst of all checks counts, and a warning only if it costs a function."""
    fails = [check for check in found.checks if check.state == "fail"]
    if fails:
        worst = min(fails, key=lambda check: _WORST_FIRST.index(check.problem or Problem.OTHER))
        return _cannot(found, worst)
    if found.refusal is not None:
        return verdict_of(found.refusal, app_name(found), found.app.publisher)
    lacking = lacking_features(found)
    return _caveat(found, lacking) if lacking else Verdict("ready", say("Your PC is ready"))


def verdict_of(error: EngineInstallerError, app: str, publisher: str | None = None) -> Verdict:
    """Judge by an error that kept everything else from being looked at, or that no check is about.

    Args:
        error: what happened.
        app: the application's name; empty while unknown.
        publisher: of the application.
    """
    problem = next((problem for kind, problem in _OF_ERRORS if isinstance(error, kind)), Problem.OTHER)
    title, text = say("This setup cannot go on"), error.plain
    if problem in (Problem.DAMAGED, Problem.NO_LIBRARY):
        title, text = say("This setup is incomplete"), _download_again(publisher)
    elif problem is Problem.OTHER_RUN:
        title, text = _other_run(app)
    elif problem is Problem.NO_ROOM:
        title = say("Not enough room on the disk")
    elif app:
        title = say("{app} cannot be installed on this PC", app=app)
    return Verdict("cannot", title, text, problem, error.remedy, keeps_working=False)


# --- what costs a function


@dataclass(frozen=True, slots=True)
class Lacking:
    """What will not work because no graphics card of this computer can be used for it.

    Attributes:
        features: names of the features; models without one are not named.
        is_all: whether no AI feature will work at all.
    """

    features: tuple[str, ...]
    is_all: bool


def lacking_features(found: Assessment) -> Lacking | None:
    """Find out what will not work; None when everything will."""
    if found.plan is None:
        return None
    build = found.plan.build
    lacking = [planned.model for planned in build.engines if planned.load_on is None]
    left_out = [planned.model for planned in build.models if isinstance(planned, Skip) and planned.lack]
    if not lacking and not left_out:
        return None
    names = dict.fromkeys(model.spec.feature for model in (*lacking, *left_out) if model.spec.feature)
    return Lacking(tuple(names), is_all=len(lacking) == len(build.engines))


def keeps_working(found: Assessment) -> bool:
    """Whether something useful is left of the application without its AI features: files besides engines."""
    return found.plan is not None and found.plan.build.package.manifest.payload is not None


def card_problem(found: Assessment) -> tuple[Problem, Check | None]:
    """Why no graphics card can be used, and the check that says so."""
    for check in found.checks:
        if check.name in ("gpu", "driver") and check.state != "pass" and check.problem is not None:
            return check.problem, check
    has_card = found.plan is not None and found.plan.machine.gpus
    return Problem.GPU_NOT_SUPPORTED if has_card else Problem.NO_GPU, None


def _caveat(found: Assessment, lacking: Lacking) -> Verdict:
    problem, check = card_problem(found)
    works = keeps_working(found) or not lacking.is_all
    lead = _driver_lead(found, check, problem)
    title = _card_title(problem, some=not lacking.is_all)
    if not works:
        effect = _of_mode(
            found,
            say("You can install, but {app} will not work on this PC.", app=app_name(found)),
            say("You can go on, but {app} will not work on this PC.", app=app_name(found)),
        )
    elif not lacking.is_all and problem is not Problem.GPU_TOO_OLD:
        effect = _of_mode(
            found,
            say("You can install, but some AI features will not work on this PC. Everything else will."),
            say("You can go on, but some AI features will not work on this PC. Everything else will."),
        )
    elif problem is Problem.NO_GPU:
        effect = _of_mode(
            found,
            say("You can install, but the AI features will not work on this PC. Everything else will."),
            say("You can go on, but the AI features will not work on this PC. Everything else will."),
        )
    elif problem in (Problem.NO_DRIVER, Problem.DRIVER_TOO_OLD):
        effect = NO_TEXT
    else:
        effect = _of_mode(
            found,
            say("You can install; everything else will work."),
            say("You can go on; everything else will work."),
        )
    return Verdict("caveat", title, join(" ", [lead, effect]), problem, _card_remedy(problem), works)


def _of_mode(found: Assessment, install: Text, otherwise: Text) -> Text:
    return install if found.mode == "install" else otherwise


def _card_title(problem: Problem, *, some: bool) -> Text:
    if problem is Problem.GPU_TOO_OLD and some:
        return say("Your graphics card is too old for some AI features")
    return {
        Problem.DAMAGED: say("This setup is incomplete"),
        Problem.NO_GPU: say("No NVIDIA graphics card found"),
        Problem.NO_DRIVER: say("Your graphics card has no driver"),
        Problem.DRIVER_STOPPED: say("Your graphics card does not respond"),
        Problem.GPU_NOT_VISIBLE: say("Your graphics card cannot be used by this account"),
        Problem.DRIVER_TOO_OLD: say("Your graphics driver is too old"),
        Problem.GPU_TOO_OLD: say("Your graphics card is too old for the AI features"),
        Problem.LITTLE_GPU_MEMORY: say("Your graphics card has too little memory for the AI features"),
    }.get(problem, say("The AI features do not support your graphics card"))


def _driver_lead(found: Assessment, check: Check | None, problem: Problem) -> Text:
    """What can be done about the driver, or about a card that does not respond; empty for other problems."""
    if problem is Problem.DAMAGED:
        return say(
            "It cannot find out which graphics card you have. {advice}", advice=_download_again(found.app.publisher)
        )
    if problem is Problem.DRIVER_STOPPED:
        return say("Until you restart this PC, the AI features will not work.")
    if problem not in (Problem.NO_DRIVER, Problem.DRIVER_TOO_OLD):
        return NO_TEXT
    driver = next((item for item in found.checks if item.name == "driver"), check)
    if driver is None or "version" not in driver.needed.arguments:
        return say("The AI features need the newest driver.")
    return say("The AI features need version {version} or newer.", version=str(driver.needed.arguments["version"]))


def _card_remedy(problem: Problem) -> Remedy:
    if problem in (Problem.NO_DRIVER, Problem.DRIVER_TOO_OLD):
        return Remedy.GET_DRIVER
    if problem is Problem.DAMAGED:
        return Remedy.DOWNLOAD_AGAIN
    return Remedy.TRY_AGAIN if problem is Problem.DRIVER_STOPPED else Remedy.NONE


# --- what prevents everything


def _cannot(found: Assessment, check: Check) -> Verdict:
    problem, app = check.problem or Problem.OTHER, app_name(found)
    remedy = check.error.remedy if check.error else Remedy.NONE
    plain = check.error.plain if check.error else check.message
    meter = None
    if check.name == "gpu_memory":
        title = say("Too little graphics memory is free")
        text, remedy = say("Close other programs that use your graphics card, then try again."), Remedy.TRY_AGAIN
    elif problem in CARD_PROBLEMS:
        title, text, remedy = _card_title(problem, some=False), _card_text(found, check), _card_remedy(problem)
    elif problem is Problem.NO_ROOM and check.amounts:
        title, text, remedy, meter = *_no_room(found, *check.amounts), Remedy.FREE_SPACE, check.amounts
    elif problem is Problem.NO_ACCESS:
        title = say("This folder cannot be used")
        text = NO_TEXT if plain == f"{title}." else plain  # said once
        remedy = Remedy.OTHER_FOLDER if found.asks_for_folder else remedy
    elif problem is Problem.OTHER_RUN:
        (title, text), remedy = _other_run(app), Remedy.WAIT
    elif problem in (Problem.DAMAGED, Problem.NO_LIBRARY):
        title, text = say("This setup is incomplete"), _download_again(found.app.publisher)
        remedy = Remedy.DOWNLOAD_AGAIN
    elif problem is Problem.LITTLE_MEMORY:
        title, text = say("Not enough memory"), join(" ", [plain, say("They need {needed}.", needed=check.needed)])
    else:
        title, text = say("{app} cannot be installed on this PC", app=app), plain
    return Verdict("cannot", title, text, problem, remedy, keeps_working=False, meter=meter)


def _card_text(found: Assessment, check: Check) -> Text:
    """What an application needs that cannot be installed without a graphics card that runs its AI features."""
    problem, app = check.problem, app_name(found)
    if problem is Problem.DRIVER_STOPPED:
        return say("Restart this PC, then try again.")
    if lead := _driver_lead(found, check, problem or Problem.OTHER):
        return lead
    if problem is Problem.GPU_NOT_VISIBLE:
        return say("{app} cannot be installed without one.", app=app)
    if problem in (Problem.NO_GPU, Problem.GPU_TOO_OLD) and check.needed:
        return say("{app} needs a graphics card of the {series}.", app=app, series=check.needed)
    return (
        say("{app} cannot be installed with this one.", app=app)
        if problem is not Problem.NO_GPU
        else say("{app} cannot be installed without one.", app=app)
    )


def _no_room(found: Assessment, free: int, needed: int) -> tuple[Text, Text]:
    volume, missing = found.room.volume, Bytes.at_least(needed - free)
    title = say("Not enough room on {volume}", volume=volume) if volume else say("Not enough room on the disk")
    fact = say(
        "{app} needs {needed}, and {free} are free.",
        app=app_name(found),
        needed=Bytes.at_least(needed),
        free=Bytes.at_most(free),
    )
    advice = (
        say("Choose another folder, or free {missing}: this page notices by itself.", missing=missing)
        if found.asks_for_folder
        else say("Free {missing}: this page notices by itself.", missing=missing)
    )
    return title, join(" ", [fact, advice])


def _other_run(app: str) -> tuple[Text, Text]:
    title = say("{app} is already being set up", app=app) if app else say("Another setup is running")
    return title, say("The other window must finish first. This page goes on by itself.")


def _download_again(publisher: str | None) -> Text:
    if publisher:
        return say("Download it again from {publisher}.", publisher=publisher)
    return say("Download it again.")

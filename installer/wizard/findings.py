"""The parts of an assessment that pages show: the application, what is installed of it, what changed; without Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from builder.base.text import NO_TEXT, Text
from builder.building.estimate import Expected
from builder.building.progress import makespan
from builder.engines.options import EngineOptions
from installer.target.request import Scope

ChangeKind = Literal["gpu", "driver", "library", "files", "engines", "busy", "settings", "wrong", "results"]
"""What a repair is for, the most telling first where there are several causes:

gpu: another graphics card.
library: another version of the engine library.
files: files of the application, maybe engines as well, are missing or damaged.
engines: engines alone are missing or damaged, or could not be built.
settings: models or their settings are others.
busy: engines were timed while the graphics card was in use.
wrong: engines give wrong results, and could not be replaced.
driver: another driver, besides something that has none of these causes.
results: engines that are as they should be, but whose results have not been checked as this computer is now.
"""


@dataclass(frozen=True, slots=True)
class AppInfo:
    """The application, as far as its package, its receipt or engines.json tell.

    Attributes:
        name, version, publisher: of it.
        url: the vendor's page about it.
        help_url: where its users find help.
        executable: its program, relative to the target.
        id: its identifier.
    """

    name: str | None = None
    version: str | None = None
    publisher: str | None = None
    url: str | None = None
    help_url: str | None = None
    executable: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class LastingCaveat:
    """What an installation lacks as long as it is as it is.

    Attributes:
        kind: `busy`: kernels were timed while other programs used the graphics card, so engines may be slower than they
            could be. `no_gpu`: no graphics card of this computer can run the engines.
        features: of these; empty for engines that belong to no feature.
        programs: that used the graphics card, as far as they are known.
    """

    kind: Literal["busy", "no_gpu"]
    features: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Installed:
    """What is in the target.

    Attributes:
        name, version: of the application.
        features: those that have all their engines.
        all_features: those that could be installed; models without one do not count.
        files: number of files, engines among them.
        bytes: of all of them.
        caveat: what this installation lacks; None when it is as good as it can be.
        options: what it was asked for; a graphics card that is gone is not among them, and features that nobody has
            asked for yet are left out by it.
        scope: whom it is for; None when that is not known.
    """

    name: str
    version: str
    features: tuple[str, ...] = ()
    all_features: tuple[str, ...] = ()
    files: int = 0
    bytes: int = 0
    caveat: LastingCaveat | None = None
    options: EngineOptions = field(default_factory=EngineOptions)
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class FeatureOffer:
    """A feature of the application, and what it takes to have it here.

    Attributes:
        name: of it.
        bytes: of its engines on the disk; an estimate while they are not there.
        missing: what getting each of its engines takes that are not there as they should be.
        is_possible: it can be set up on this computer.
    """

    name: str
    bytes: int
    missing: tuple[Expected, ...] = ()
    is_possible: bool = True

    @property
    def download(self) -> int:
        """The bytes that the vendor delivers, as far as that can be said before."""
        return sum(expected.bytes_to_fetch for expected in self.missing)


def seconds_for(engines: Iterable[Expected], jobs: int) -> float:
    """How long getting engines takes: builds side by side, downloads one after the other beside them.

    Args:
        engines: what each takes.
        jobs: how many are built at once.
    """
    listed = list(engines)
    built = sorted((expected.seconds for expected in listed if not expected.bytes_to_fetch), reverse=True)
    return max(makespan((), built, jobs), sum(expected.seconds for expected in listed if expected.bytes_to_fetch))


@dataclass(frozen=True, slots=True)
class Change:
    """The one most telling reason for a repair.

    Attributes:
        kind: of it.
        before, now: names of graphics cards, or versions of a driver or library; empty where unknown.
        count: of files or engines, where they are what it is about.
    """

    kind: ChangeKind
    before: str = ""
    now: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Room:
    """The volume of the target.

    Attributes:
        volume: its name for people, such as `drive C` or `this disk`.
        free: bytes; None when unknown.
        needed: bytes for what would be done.
    """

    volume: Text = NO_TEXT
    free: int | None = None
    needed: int = 0

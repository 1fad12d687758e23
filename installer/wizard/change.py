"""What the page says on which features are added and removed: what each takes, and what a choice comes to.

Pure, and without Qt: texts are translated where they are shown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from builder.base.quantities import Bytes
from builder.base.text import Text, join, say
from installer.wizard.assessment import Assessment
from installer.wizard.facts import Fact, free_room, to_download
from installer.wizard.findings import FeatureOffer, seconds_for
from installer.wizard.times import about
from installer.wizard.upkeep import named


@dataclass(frozen=True, slots=True)
class FeatureLine:
    """A feature that can be had.

    Attributes:
        name: of it.
        note: whether it is there, or how long that takes, and its size.
        is_wanted: the installation has it, or was asked to.
        can_change: it can be added or removed.
    """

    name: str
    note: Text
    is_wanted: bool
    can_change: bool


@dataclass(frozen=True, slots=True)
class FeatureChange:
    """What becomes of features.

    Attributes:
        added, removed: their names.
    """

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed)


def feature_lines(found: Assessment) -> tuple[FeatureLine, ...]:
    """List the features of an application that is installed."""
    return tuple(_line(found, offer) for offer in found.offers)


def _line(found: Assessment, offer: FeatureOffer) -> FeatureLine:
    is_wanted, size = offer.name not in found.left_out, _size(offer.bytes)
    if found.installed and offer.name in found.installed.features:
        state = say("Installed")
    elif is_wanted:
        state = say("Missing or damaged")
    elif not offer.is_possible:
        return FeatureLine(offer.name, say("Does not work on this PC"), is_wanted, can_change=False)
    else:
        state, size = about(seconds_for(offer.missing, found.jobs)), to_download(offer.download) or size
    return FeatureLine(offer.name, join(" · ", [state, size]), is_wanted, can_change=True)


def _size(size: int) -> Text:
    return say("{size}", size=Bytes(size))


def change_of_features(found: Assessment, wanted: Collection[str]) -> FeatureChange:
    """Say what changes when these features are wanted, and no others."""
    added = (name for name in found.features if name in wanted and name in found.left_out)
    removed = (name for name in found.features if name not in wanted and name not in found.left_out)
    return FeatureChange(tuple(added), tuple(removed))


def made_features(found: Assessment | None) -> FeatureChange:
    """Say what a run has changed that was about features of an application that was there; nothing for other runs."""
    if found is None or found.installed is None or found.deed != "change":
        return FeatureChange()
    before = found.installed.options.without
    wanted = [name for name in found.features if name not in found.left_out]
    added = tuple(name for name in wanted if name in before)
    removed = tuple(name for name in found.features if name in found.left_out and name not in before)
    return FeatureChange(added, removed)


@dataclass(frozen=True, slots=True)
class ChangeCost:
    """What a choice of features takes.

    Attributes:
        seconds: how long it takes.
        bytes: that it takes on the disk at the least.
        download: bytes that come from the vendor.
        freed: bytes that are free again when it is done.
    """

    seconds: float = 0.0
    bytes: int = 0
    download: int = 0
    freed: int = 0


def cost_of(found: Assessment, change: FeatureChange) -> ChangeCost:
    """Say what a change takes."""
    added = [offer for offer in found.offers if offer.name in change.added]
    missing = [expected for offer in added for expected in offer.missing]
    library = found.plan.library if found.plan else None
    needed = sum(offer.bytes for offer in added)
    if library and library.is_to_be_unpacked and not all(expected.bytes_to_fetch for expected in missing):
        needed += library.bytes_needed()
    there = found.installed.features if found.installed else ()
    freed = sum(offer.bytes for offer in found.offers if offer.name in change.removed and offer.name in there)
    download = sum(offer.download for offer in added)
    return ChangeCost(seconds_for(missing, found.jobs), needed, download, freed)


def change_facts(found: Assessment, change: FeatureChange) -> tuple[Fact, ...]:
    """List what a change adds and removes, how long that takes, and what room."""
    return tuple(_change_facts(found, change, cost_of(found, change)))


def _change_facts(found: Assessment, change: FeatureChange, cost: ChangeCost) -> Iterator[Fact]:
    if change:
        adds = [say("Adds {features}", features=named(change.added))] if change.added else []
        removes = [say("Removes {features}", features=named(change.removed))] if change.removed else []
        yield Fact("list", *adds, *removes)
    if change and cost.seconds:
        yield Fact("clock", about(cost.seconds), to_download(cost.download))
    if cost.bytes:
        yield Fact("disk", _size(Bytes.at_least(cost.bytes)), free_room(found))
    elif cost.freed:
        size, volume = Bytes(cost.freed), found.room.volume
        frees = say("Frees {size} on {volume}", size=size, volume=volume) if volume else say("Frees {size}", size=size)
        yield Fact("disk", frees)
    elif free := free_room(found):
        yield Fact("disk", free)


def lack_of_room(found: Assessment, change: FeatureChange) -> tuple[int, int] | None:
    """What is free and what is needed, in bytes; None where it suffices or is unknown."""
    free, needed = found.room.free, cost_of(found, change).bytes
    return (free, needed) if free is not None and free < needed else None

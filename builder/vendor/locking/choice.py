"""Which wheels a package needs, for every system and Python that it is made for: decided by their names alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.app_package.systems import SYSTEMS, System
from builder.backend.base import release_of
from builder.library.wheels import WheelName

if TYPE_CHECKING:
    from packaging.tags import Tag

SUPPORTED_PYTHONS = ((3, 11), (3, 12), (3, 13))
"""With which a program can be packaged."""

_NEWEST_GLIBC = 60
TITLES: dict[System, str] = {"windows": "Windows", "linux": "Linux"}


@dataclass(frozen=True, slots=True)
class Target:
    """What a program is packaged for."""

    system: System
    python: tuple[int, int]


def in_words(targets: Iterable[Target]) -> str:
    """Name targets, as in "Python 3.11 and 3.12 on Windows"."""
    pythons: dict[System, list[str]] = {}
    for target in sorted(targets, key=_order):
        pythons.setdefault(target.system, []).append(".".join(map(str, target.python)))
    return "; ".join(f"Python {_listed(which)} on {TITLES[system]}" for system, which in pythons.items())


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen.

    Attributes:
        wheels: the names of the files, each with the targets that it serves, in an order that does not change.
        lacking: distributions and the targets that no file of them fits.
    """

    wheels: Mapping[str, Sequence[Target]]
    lacking: Sequence[tuple[str, Target]]


def names_of(files: Iterable[str]) -> dict[str, WheelName]:
    """Read the names of files; what is not called as a wheel is left out."""
    from packaging.utils import InvalidWheelFilename

    found = {}
    for file in files:
        try:
            found[file] = WheelName.parse(file)
        except InvalidWheelFilename:
            continue
    return found


def choose(
    names: Mapping[str, WheelName], distributions: Sequence[str], version: str, targets: Collection[Target]
) -> Choice:
    """Choose a wheel of each distribution for each target: the one that fits the most computers.

    Args:
        names: of all wheels that there are, by file.
        distributions: that are needed, normalized.
        version: of all of them.
        targets: to choose for; with one distribution lacking, nothing is chosen for a target.
    """
    chosen: dict[str, list[Target]] = {}
    lacking = []
    for target in sorted(targets, key=_order):
        ranks = {tag: rank for rank, tag in enumerate(tags_for(target))}
        found = {name: _best(names, name, version, ranks) for name in distributions}
        lacking += [(name, target) for name, file in found.items() if file is None]
        if None not in found.values():
            for file in filter(None, found.values()):
                chosen.setdefault(file, []).append(target)
    return Choice(chosen, lacking)


def _order(target: Target) -> tuple[int, tuple[int, int]]:
    return SYSTEMS.index(target.system), target.python


def _best(names: Mapping[str, WheelName], distribution: str, version: str, ranks: Mapping[Tag, int]) -> str | None:
    fitting = [
        (min(ranks[tag] for tag in name.tags if tag in ranks), file)
        for file, name in names.items()
        if name.distribution == distribution and release_of(name.version) == version and not name.tags.isdisjoint(ranks)
    ]
    return min(fitting)[1] if fitting else None


def tags_for(target: Target) -> Iterator[Tag]:
    """Give what a wheel may be built for, the best first: on Linux for the oldest C library, which most PCs have."""
    from packaging.tags import compatible_tags, cpython_tags

    platforms = ["win_amd64"] if target.system == "windows" else list(_linux_platforms())
    yield from cpython_tags(target.python, platforms=platforms)
    yield from compatible_tags(target.python, f"cp{target.python[0]}{target.python[1]}", platforms)


def _linux_platforms() -> Iterator[str]:
    old = {5: "manylinux1", 12: "manylinux2010", 17: "manylinux2014"}
    for minor in range(5, _NEWEST_GLIBC):
        yield f"manylinux_2_{minor}_x86_64"
        if minor in old:
            yield f"{old[minor]}_x86_64"
    yield "linux_x86_64"

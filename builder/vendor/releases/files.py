"""Which files of a package differ between two releases, and how much that is to download."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from builder.app_package.manifest import Wheel
from builder.base.paths import size_of
from builder.library.wheels import WheelName
from builder.vendor.releases.release import Release

_KINDS = {
    "model": "models",
    "plugin": "plugins",
    "payload": "the application's files",
    "caches": "timing caches",
    "program": "the program",
}
_OTHERS = "other files"
_SYSTEMS = {"win": "windows", "linux": "linux", "manylinux": "linux"}


@dataclass(frozen=True, slots=True)
class FileDifference:
    """The files of two packages, compared by their paths and contents.

    Attributes:
        changed, added, removed: their paths in the package, or those of the program's files in its folder.
        total: how many files the new package has.
        bytes_to_get: size of those that are changed or added.
        total_bytes: size of all files of the new package.
        by_kind: of `bytes_to_get`, by what the files are, the most first.
    """

    changed: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    total: int
    bytes_to_get: int
    total_bytes: int
    by_kind: Mapping[str, int]

    def to_json(self) -> dict[str, Any]:
        """What `--json` says of it."""
        return {
            "changed": list(self.changed),
            "added": list(self.added),
            "removed": list(self.removed),
            "total": self.total,
            "bytes_to_get": self.bytes_to_get,
            "total_bytes": self.total_bytes,
            "by_kind": dict(self.by_kind),
        }


@dataclass(frozen=True, slots=True)
class _Item:
    kind: str
    sha256: str
    size: int


def compare_files(old: Release, new: Release) -> FileDifference:
    """Compare the files of two releases; the application's own, and the program's, only where both have them."""
    both = [old, new]
    with_payload, with_program = all(it.has_payload for it in both), all(it.program for it in both)
    before, after = (dict(_items(it, with_payload=with_payload, with_program=with_program)) for it in both)
    changed = tuple(path for path in after if path in before and after[path].sha256 != before[path].sha256)
    added = tuple(path for path in after if path not in before)
    by_kind: dict[str, int] = {}
    for path in (*changed, *added):
        by_kind[after[path].kind] = by_kind.get(after[path].kind, 0) + after[path].size
    return FileDifference(
        changed,
        added,
        tuple(path for path in before if path not in after),
        len(after),
        sum(by_kind.values()),
        sum(item.size for item in after.values()),
        dict(sorted(by_kind.items(), key=lambda item: -item[1])),
    )


def _items(release: Release, *, with_payload: bool, with_program: bool) -> Iterator[tuple[str, _Item]]:
    for item in release.package.files():
        if with_payload or item.role != "payload":
            yield item.path, _Item(_KINDS.get(item.role, _OTHERS), item.file.sha256, item.file.size)
    catalogue = release.catalogue
    for entry in catalogue.entries:
        path = catalogue.path_of(entry)
        yield f"caches/{entry.file}", _Item(_KINDS["caches"], entry.sha256, size_of(path))
    for file, (sha256, size) in release.program.items() if with_program else ():
        yield file, _Item(_KINDS["program"], sha256, size)


def wheels_to_get(old: Release, new: Release) -> dict[str, int]:
    """How many bytes of wheels a PC downloads that builds with the new release, by system; those of one Python each."""
    had = {wheel.sha256 for wheel in old.package.manifest.library.wheels}
    wheels = new.package.manifest.library.wheels
    if all(wheel.sha256 in had for wheel in wheels):
        return {}
    return {system: size for system in ("linux", "windows") if (size := _size_on(system, wheels))}


def _size_on(system: str, wheels: Sequence[Wheel]) -> int:
    largest: dict[str, int] = {}
    is_for_it = False
    for wheel in wheels:
        name = WheelName.of(wheel)
        systems = {_system_of(tag.platform) for tag in name.tags}
        is_for_it |= system in systems
        if systems & {system, "any"}:
            largest[name.distribution] = max(wheel.size, largest.get(name.distribution, 0))
    return sum(largest.values()) if is_for_it else 0


def _system_of(platform: str) -> str:
    return next((system for start, system in _SYSTEMS.items() if platform.startswith(start)), "any")

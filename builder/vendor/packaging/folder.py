"""The finished folder: what is in it, how large, and the list of hashes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from builder.base.files import sha256_of
from builder.base.program import SUMS_NAME
from builder.vendor.packaging.components import Component
from builder.vendor.packaging.origins import Unaccounted

SBOM_NAME = "sbom.cdx.json"
LICENCE_FOLDER = "licenses"
INSIDE = "_internal"
"""Where PyInstaller puts everything but the executables."""

_MODULES = "the executables, with all modules"
_ROWS = 15


def files_of(folder: Path) -> Iterator[Path]:
    """Every file below a folder, in the order of their paths; links are not files."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path


def sizes(folder: Path, programs: Collection[str], files: Mapping[str, Component]) -> dict[str, int]:
    """The bytes of each component.

    Args:
        folder: the finished one.
        programs: names of the executables.
        files: the component of each file, by its place in the bundle.

    Raises:
        Unaccounted: there is a file of unknown origin.
    """
    found: Counter[str] = Counter()
    unknown = []
    for path in files_of(folder):
        place = path.relative_to(folder / INSIDE if path.is_relative_to(folder / INSIDE) else folder)
        if path.name in programs and path.parent == folder:
            owner = _MODULES
        elif place.parts[0] == LICENCE_FOLDER or place.parts[0].endswith(".dist-info"):
            owner = "texts of licenses and names of versions"
        elif component := files.get(place.as_posix()):
            owner = component.name
        elif path.parent == folder and path.name in (SUMS_NAME, SBOM_NAME):
            continue
        else:
            unknown.append(path.relative_to(folder).as_posix())
            continue
        found[owner] += path.stat().st_size
    if unknown:
        raise Unaccounted(unknown)
    return dict(found.most_common())


def size_table(found: Mapping[str, int]) -> list[str]:
    """What takes the space, the largest first, a line each."""
    largest = list(found.items())[:_ROWS]
    rest = len(found) - len(largest)
    if rest:
        largest.append((f"{rest} more", sum(found.values()) - sum(size for _, size in largest)))
    rows = [*largest, ("together", sum(found.values()))]
    return [f"{size / 1e6:9.1f} MB  {name}" for name, size in rows]


def write_sums(folder: Path) -> None:
    """Write the list of hashes, as `sha256sum --check` reads it."""
    lines = [
        f"{sha256_of(path)}  {path.relative_to(folder).as_posix()}\n"
        for path in files_of(folder)
        if path != folder / SUMS_NAME
    ]
    (folder / SUMS_NAME).write_text("".join(lines), encoding="utf-8", newline="\n")

"""Whether a packaged program still consists of exactly the files that were packaged."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.base import program
from builder.base.cancellation import CancelToken
from builder.base.files import resolve_inside, sha256_of
from builder.base.paths import is_file, is_link
from builder.base.program import MOST_SUMS_BYTES, SUMS_NAME, frozen_executable, is_one_file
from builder.base.small_files import open_regular, read_small_file
from builder.base.text import verbatim
from builder.building.preflight import Check
from builder.timing.catalogue import catalogue_folder
from installer.target.maintenance_copy import runs_as_copy

_NAMED = 5
_ELF64_HEADER = struct.Struct("<40xQ10xHHH")
_SECTION = struct.Struct("<I20xQQ24x")
_REPLACE = (
    "Remove the whole folder of the program and install it again. An update must not be copied over an old version."
)
_STRIPPING = (
    "They look stripped, as dh_strip and rpmbuild's brp-strip do by default: switch that off for this folder, as "
    "docs/vendors/embedding.md describes, and package it again."
)


@dataclass(frozen=True, slots=True)
class Differences:
    """How a folder differs from its list; paths inside it.

    Attributes:
        missing: listed, but not there or not readable.
        changed: not the file that was listed.
        stripped: those of the changed ones that look as if their symbols had been removed.
        unlisted: there, but not listed.
    """

    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    stripped: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()


def check_files(cancel: CancelToken) -> Check | None:
    """Compare this program with its list of files; None where it is not a packaged one that has a folder."""
    executable = frozen_executable()
    if executable is None or is_one_file(executable):
        return None
    package = program.own_folder() / "assets"
    # The copy in a target has the app package elsewhere.
    left_out = (package, catalogue_folder(package)) if runs_as_copy() else ()
    return files_check(executable.parent, left_out, cancel)


def files_check(folder: Path, left_out: Sequence[Path], cancel: CancelToken) -> Check:
    """Compare a folder with the list in it.

    Args:
        folder: of the program.
        left_out: folders that may be missing, although their files are listed.
        cancel: stops it while files are hashed.
    """
    name, title = "files", verbatim("Program files")
    try:
        listed = read_sums(folder / SUMS_NAME)
    except (OSError, ValueError) as error:
        message = verbatim(f"{SUMS_NAME}, the list of this program's files, cannot be read ({error})")
        return Check(name, title, "fail", message, verbatim(_REPLACE))
    found = compare(folder, listed, left_out, cancel)
    others = [file for file in found.changed if file not in found.stripped]
    faults = [
        *_named(found.missing, "missing"),
        *_named(others, "changed"),
        *_named(found.stripped, "changed and without debugging symbols"),
        *_named(found.unlisted, f"not in {SUMS_NAME}"),
    ]
    if not faults:
        return Check(name, title, "pass", verbatim(f"{len(listed)} files, each as it was packaged"))
    # Stripping changes binaries and nothing else; files of another version are binaries as well.
    hint = _REPLACE if found.missing or others or found.unlisted else _STRIPPING
    return Check(name, title, "fail", verbatim("; ".join(faults)), verbatim(hint))


def _named(files: Sequence[str], what: str) -> Iterator[str]:
    if files:
        more = f" and {len(files) - _NAMED} more" if len(files) > _NAMED else ""
        yield f"{what}: {', '.join(files[:_NAMED])}{more}"


def read_sums(path: Path) -> dict[str, str]:
    """Read a list as `sha256sum` writes it: hashes by path.

    Raises:
        OSError: it cannot be read.
        ValueError: it is not such a list.
    """
    listed = {}
    for line in read_small_file(path, MOST_SUMS_BYTES).decode("utf-8").splitlines():
        sha256, separator, file = line.partition("  ")
        if not separator or len(sha256) != 64:
            raise ValueError(f"{line[:80]!r} is not a line of it")
        resolve_inside(path.parent, file)
        listed[file] = sha256
    return listed


def compare(folder: Path, listed: dict[str, str], left_out: Sequence[Path], cancel: CancelToken) -> Differences:
    """Find how a folder differs from what is listed of it."""
    missing, changed, stripped = [], [], []
    for file, sha256 in listed.items():
        path = folder / file
        try:
            if sha256_of(path, cancel) == sha256:
                continue
            changed.append(file)
            if looks_stripped(path):
                stripped.append(file)
        except OSError:
            if not any(path.is_relative_to(part) for part in left_out):
                missing.append(file)
    unlisted = sorted(set(_files_in(folder)) - {*listed, SUMS_NAME})
    # Some ways of copying make files of links.
    linked = {(Path(file).name, sha256) for file, sha256 in listed.items()}
    names = {name for name, _ in linked}
    unlisted = [
        file
        for file in unlisted
        if Path(file).name not in names or (Path(file).name, _hash_of(folder / file, cancel)) not in linked
    ]
    return Differences(tuple(missing), tuple(changed), tuple(stripped), tuple(unlisted))


def _hash_of(path: Path, cancel: CancelToken) -> str | None:
    try:
        return sha256_of(path, cancel)
    except OSError:
        return None


def _files_in(folder: Path) -> Iterator[str]:
    """Give every file; links to other files in the folder, as PyInstaller makes them, are none of their own."""
    for inside, folders, files in os.walk(folder):
        links = [name for name in folders if is_link(Path(inside, name))]
        for name in (*files, *links):
            path = Path(inside, name)
            relative = path.relative_to(folder).as_posix()
            if not is_link(path):
                yield relative
            elif not is_file(path.resolve()) or not path.resolve().is_relative_to(folder.resolve()):
                yield f"{relative} (a link)"


def looks_stripped(path: Path) -> bool:
    """Whether a file is a whole ELF binary without debugging symbols.

    Every way of stripping removes those, `strip -g` nothing else; a damaged file is mostly not whole.
    """
    try:
        return not any(name.startswith(b".debug_") for name in _section_names(path))
    except (OSError, ValueError, struct.error):
        return False


def _section_names(path: Path) -> list[bytes]:
    """List the names of an ELF binary's sections.

    Raises:
        ValueError: it is not one that is whole.
    """
    with open_regular(path) as stream:
        header = stream.read(64)
        # 64 bits, little-endian: every system that the program is packaged for.
        if header[:6] != b"\x7fELF\x02\x01":
            raise ValueError("not an ELF binary")
        offset, size, count, names_at = _ELF64_HEADER.unpack(header)
        stream.seek(offset)
        table = stream.read(size * count)
        if size != _SECTION.size or not count or len(table) != size * count or names_at >= count:
            raise ValueError("its table of sections is cut off")
        sections = list(_SECTION.iter_unpack(table))
        _, start, length = sections[names_at]
        stream.seek(start)
        names = stream.read(length)
        if len(names) != length:
            raise ValueError("its names of sections are cut off")
    return [names[at : names.find(b"\0", at)] for at, _, _ in sections]

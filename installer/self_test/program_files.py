"""Whether a packaged program still consists of exactly the files that were packaged."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from pathlib import Path

from builder.base import program
from builder.base.cancellation import CancelToken
from builder.base.program import SUMS_NAME, frozen_executable, is_one_file
from builder.base.small_files import open_regular
from builder.base.sums import compare, named, read_sums
from builder.base.text import verbatim
from builder.building.preflight import Check
from builder.timing.catalogue import catalogue_folder
from installer.target.maintenance_copy import runs_as_copy

_ELF64_HEADER = struct.Struct("<40xQ10xHHH")
_SECTION = struct.Struct("<I20xQQ24x")
_REPLACE = (
    "Remove the whole folder of the program and install it again. An update must not be copied over an old version."
)
_STRIPPING = (
    "They look stripped, as dh_strip and rpmbuild's brp-strip do by default: switch that off for this folder, as "
    "docs/vendors/embedding.md describes, and package it again."
)


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
    stripped = [file for file in found.changed if looks_stripped(folder / file)]
    others = [file for file in found.changed if file not in stripped]
    faults = [
        *named(found.missing, "missing"),
        *named(others, "changed"),
        *named(stripped, "changed and without debugging symbols"),
        *named(found.unlisted, f"not in {SUMS_NAME}"),
    ]
    if not faults:
        return Check(name, title, "pass", verbatim(f"{len(listed)} files, each as it was packaged"))
    # Stripping changes binaries and nothing else; files of another version are binaries as well.
    hint = _REPLACE if found.missing or others or found.unlisted else _STRIPPING
    return Check(name, title, "fail", verbatim("; ".join(faults)), verbatim(hint))


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

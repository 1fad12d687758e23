"""Lists of files with their hashes, as `sha256sum` writes and reads them: of a packaged program, of a kit."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.base.cancellation import NEVER, CancelToken
from builder.base.files import resolve_inside, sha256_of
from builder.base.paths import is_file, is_link
from builder.base.program import MOST_SUMS_BYTES, SUMS_NAME
from builder.base.small_files import read_small_file

_NAMED = 5


@dataclass(frozen=True, slots=True)
class Differences:
    """How a folder differs from its list; paths inside it.

    Attributes:
        missing: listed, but not there or not readable.
        changed: not the file that was listed.
        unlisted: there, but not listed.
    """

    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()


def named(files: Sequence[str], what: str) -> Iterator[str]:
    """Say in a few words what is wrong with these files; nothing where there are none."""
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


def compare(
    folder: Path, listed: Mapping[str, str], left_out: Sequence[Path] = (), cancel: CancelToken = NEVER
) -> Differences:
    """Find how a folder differs from what is listed of it.

    Args:
        folder: with the files.
        listed: hashes by path.
        left_out: folders that may be missing, although their files are listed.
        cancel: stops it while files are hashed.
    """
    missing, changed = [], []
    for file, sha256 in listed.items():
        path = folder / file
        try:
            if sha256_of(path, cancel) == sha256:
                continue
            changed.append(file)
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
    return Differences(tuple(missing), tuple(changed), tuple(unlisted))


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

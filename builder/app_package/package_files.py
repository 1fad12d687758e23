"""The files of an app package: found, checked to lie inside it, and hashed, several at once."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from builder.base.cancellation import CancelToken
from builder.base.file_kinds import Expected, foreign_file
from builder.base.files import explain_os_error, name_fault, resolve_inside, sha256_of
from builder.base.paths import is_link
from builder.base.small_files import UnfitFile
from builder.base.text import say
from builder.operating_system import os_error_kind
from builder.operating_system.kinds import OsErrorKind


@dataclass(frozen=True)
class PackageFile:
    """A file of the package with what it was found to hold.

    Attributes:
        path: where it is.
        relative: its path, with forward slashes: in the package, or of a payload's file in the payload's folder.
        sha256: the hash of its content, as read; empty when it was not read and the manifest states none.
        size: bytes.
        in_feed: the package only says what it holds; the file itself comes from the vendor's feed.
    """

    path: Path
    relative: str
    sha256: str
    size: int
    in_feed: bool = False


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a file cannot be taken: what was found in its place, and what was expected."""

    found: str
    expected: str


def look_for_foreign(root: Path, file: str, expected: Expected) -> Unreadable | None:
    """Say what a file is instead of what is expected; None when it may be right, or cannot be looked at at all."""
    with contextlib.suppress(ValueError, OSError):
        if foreign := foreign_file(resolve_inside(root, file), expected):
            return Unreadable(f"{file!r}, which is {foreign.found}", foreign.expected)
    return None


def read_files(root: Path, files: Collection[str], cancel: CancelToken) -> dict[str, PackageFile | Unreadable]:
    """Look at every file and hash it, several at once: hashing is all that a second installation waits for."""
    with ThreadPoolExecutor() as pool:
        reading = {file: pool.submit(_read_file, root, file, cancel) for file in sorted(files)}
        return {file: future.result() for file, future in reading.items()}


def _read_file(root: Path, file: str, cancel: CancelToken) -> PackageFile | Unreadable:
    cancel.check()  # most of a large package may still wait for its turn
    try:
        path = resolve_inside(root, file)
    except ValueError as error:
        return Unreadable(f"{error} ({file!r})", "a relative path inside the package, with forward slashes")
    try:
        return PackageFile(path, file, sha256_of(path, cancel), path.stat().st_size)
    except (FileNotFoundError, NotADirectoryError):
        return Unreadable(f"{file!r}, which does not exist", "a file")
    except UnfitFile as error:
        return Unreadable(f"{file!r}, {error.which}", "a file")
    except OSError as error:
        _raise_if_denied(error, path)
        return Unreadable(f"{file!r}, which cannot be read ({error.strerror})", "a readable file")


def _raise_if_denied(error: OSError, path: Path) -> None:
    """Tell what this user may not read from what is wrong with a package."""
    if os_error_kind(error) in (OsErrorKind.ACCESS_DENIED, OsErrorKind.IN_USE):
        raise explain_os_error(error, path, say("read")) from error


def read_folder(
    root: Path, reserved: Collection[str], cancel: CancelToken
) -> tuple[list[PackageFile], list[Unreadable]]:
    """Read a whole folder of the package, such as an application's own files.

    Links to files count as files when they stay inside the folder; empty folders do not count.

    Args:
        root: the folder.
        reserved: names at the top of it that are not for the package, in lower case.
        cancel: stops it while files are hashed.

    Returns:
        Its files in the order of their paths, and what cannot be taken.

    Raises:
        EngineInstallerError: this user may not read it.
    """
    names: list[str] = []
    folder_names: list[str] = []
    faults: list[Unreadable] = []

    def cannot_list(error: OSError) -> None:
        _raise_if_denied(error, Path(error.filename))
        faults.append(Unreadable(f"a folder that cannot be read ({error.strerror})", "a readable folder"))

    for folder, folders, files in os.walk(root, onerror=cannot_list):
        cancel.check()
        inside = Path(folder).relative_to(root)
        for name in sorted(folders + files):
            relative = (inside / name).as_posix()
            if fault := name_fault(name):
                faults.append(Unreadable(f"{relative!r} with {fault}", "names that every system takes"))
            elif inside == Path() and name.lower() in reserved:
                faults.append(Unreadable(f"{name!r}, which engine-installer uses itself", "other names"))
            elif name in folders and is_link(Path(folder) / name):
                faults.append(Unreadable(f"{relative!r}, a link to a folder", "folders and files"))
            elif name in files:
                names.append(relative)
            else:
                folder_names.append(relative)
    seen: dict[str, str] = {}
    for relative in folder_names + names:
        first = seen.setdefault(relative.lower(), relative)
        if first != relative:
            found = f"{first!r} and {relative!r}"
            faults.append(Unreadable(found, "names that differ in more than upper and lower case"))
    read = read_files(root, names, cancel).values()
    faults += [file for file in read if isinstance(file, Unreadable)]
    return sorted((file for file in read if isinstance(file, PackageFile)), key=lambda file: file.relative), faults


def folder_hash(files: Iterable[PackageFile]) -> str:
    """One hash of all files and their paths: that of what `sha256sum` prints, one line a file, in the paths' order."""
    lines = (f"{file.sha256}  {file.relative}\n" for file in sorted(files, key=lambda file: file.relative.encode()))
    return hashlib.sha256("".join(lines).encode()).hexdigest()

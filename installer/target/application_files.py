"""The files that go to a target besides engines: the application's own, and what is kept of its package for repairs.

What is to be done is decided by pure functions; nothing that the user has made or changed is ever overwritten.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from builder.app_package.manifest import MAINTENANCE_FOLDER, AppPackage
from builder.base.cancellation import CancelToken
from builder.base.errors import EngineInstallerError, FileInUse, PackageInvalid
from builder.base.files import explained, new_file, sha256_of
from builder.operating_system import extended_path, is_held
from builder.timing.catalogue import INDEX_NAME as CATALOGUE_INDEX
from builder.timing.catalogue import Catalogue
from installer.target.receipt import KEPT_PACKAGE, InstalledFile, Receipt, is_program
from installer.target.transaction import (
    Operation,
    Remove,
    RemoveFolder,
    SetAside,
    Transaction,
    folders_of,
    in_the_way,
    is_maintenance,
    saved_name,
)

_CHUNK_BYTES = 1 << 20
_NAMES_TOLD = 10


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to install.

    Attributes:
        source: where it is now.
        file: its path in the target.
        sha256: of its content.
        size: bytes.
        executable: whether its owner may execute it.
    """

    source: Path
    file: str
    sha256: str
    size: int
    executable: bool = False


@dataclass(frozen=True, slots=True)
class There:
    """What is in the place of a file.

    Attributes:
        content: the hash of a file's content; of anything else, which is never ours, what it is, in words.
        executable: whether its owner may execute it.
    """

    content: str
    executable: bool = False

    @property
    def is_folder(self) -> bool:
        return self == FOLDER

    @property
    def digest(self) -> str:
        """Twelve hexadecimal digits that tell it from anything else that may be in that place."""
        if " " not in self.content:
            return self.content[:12]
        return hashlib.sha256(self.content.encode("utf-8", "surrogateescape")).hexdigest()[:12]


FOLDER = There("a folder")
Disk = Mapping[str, There | None]
"""What is in the place of each path of a target; None where nothing is."""


@dataclass(frozen=True)
class FileChanges:
    """What is to happen to the files of a target.

    Attributes:
        files: everything that is to be there in the end.
        place: those that are not there yet.
        set_aside: files in the way that are not ours or were changed, and the names under which they are kept.
        remove: files of an earlier version, unchanged since.
        kept: files of an earlier version that were changed since; they stay.
        remove_folders: folders of ours that may be empty now, the innermost first.
        new_folders: folders that do not exist yet.
        not_restorable: files of the application that are missing and not at hand.
        in_the_way: folders in the place of files; nothing can be done about them here.
        found: what was in the place of each file when this was decided.
    """

    files: tuple[InstalledFile, ...]
    place: tuple[SourceFile, ...] = ()
    set_aside: Mapping[str, str] = field(default_factory=dict)
    remove: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    remove_folders: tuple[str, ...] = ()
    new_folders: tuple[str, ...] = ()
    not_restorable: tuple[str, ...] = ()
    in_the_way: tuple[str, ...] = ()
    found: Disk = field(default_factory=dict, repr=False, compare=False)

    @property
    def untouched(self) -> Disk:
        """What was found of the files that stay as they are."""
        touched = {*(file.file for file in self.place), *self.remove, *self.set_aside}
        return {file: there for file, there in self.found.items() if file not in touched}

    @property
    def is_nothing(self) -> bool:
        return not (self.place or self.remove)

    @property
    def bytes_to_copy(self) -> int:
        """The room that is needed while both old and new files are there."""
        return sum({file.source: file.size for file in self.place}.values())

    def to_json(self) -> dict[str, object]:
        """What `--plan --json` prints."""
        return {
            "copy": [file.file for file in self.place],
            "copy_mib": round(self.bytes_to_copy / (1 << 20), 1),
            "set_aside": dict(self.set_aside),
            "remove": list(self.remove),
            "keep_changed": list(self.kept),
            "missing": list(self.not_restorable),
        }

    def operations(self, transaction: Transaction) -> Iterator[Operation]:
        """The same for a journal. What goes away goes first: it may be a file where a folder is to be."""
        for file, to in self.set_aside.items():
            yield SetAside(file=file, to=to)
        for file in self.remove:
            yield Remove(file=file, sha256=self._content_of(file))
        for folder in self.remove_folders:
            yield RemoveFolder(folder=folder)
        for item in self.place:
            replaces = None if item.file in self.set_aside else self._content_of(item.file)
            yield transaction.place_of(item.file, item.sha256, replaces=replaces)

    def _content_of(self, file: str) -> str | None:
        there = self.found.get(file)
        return there.content if there else None


def files_to_install(package: AppPackage, catalogue: Catalogue) -> list[SourceFile]:
    """What of a package goes to the target as it is."""
    files = list(package.files())
    wanted = [
        SourceFile(
            item.file.path, item.file.relative, item.file.sha256, item.file.size, _is_executable(item.file.path.stat())
        )
        for item in files
        if item.role == "payload"
    ]
    if package.icon is not None and (name := installed_icon(package)):
        wanted.append(SourceFile(package.icon.path, name, package.icon.sha256, package.icon.size))
    if package.manifest.maintenance.keep_package:
        kept = {item.path: item.file for item in files if item.role != "payload"}
        wanted += (
            SourceFile(file.path, f"{KEPT_PACKAGE}/{path}", file.sha256, file.size) for path, file in kept.items()
        )
        wanted += _kept_caches(catalogue)
    return wanted


def installed_icon(package: AppPackage) -> str | None:
    """Where the icon of a registration goes, whether the package is kept or not; a path in the target."""
    return f"{MAINTENANCE_FOLDER}/icon{package.icon.path.suffix.lower()}" if package.icon else None


def _kept_caches(catalogue: Catalogue) -> Iterator[SourceFile]:
    if catalogue.entries and catalogue.folder is not None:
        yield _small_file(catalogue.folder / CATALOGUE_INDEX, f"{KEPT_PACKAGE}/caches/{CATALOGUE_INDEX}")
        for entry in {entry.file: entry for entry in catalogue.entries}.values():
            path = catalogue.path_of(entry)
            with explained(path, "read"):
                yield SourceFile(path, f"{KEPT_PACKAGE}/caches/{entry.file}", entry.sha256, path.stat().st_size)


def _small_file(path: Path, file: str) -> SourceFile:
    with explained(path, "read"):
        content = path.read_bytes()
    return SourceFile(path, file, hashlib.sha256(content).hexdigest(), len(content))


def look_at(target: Path, file: str, cancel: CancelToken) -> There | None:
    """What is in the place of a file; None when nothing is.

    Raises:
        EngineInstallerError: it cannot be read.
    """
    path = extended_path(target / file)
    with explained(path, "read"):
        try:
            status = path.lstat()
            if stat.S_ISLNK(status.st_mode):
                return There(f"a link to {path.readlink()}")
        except (FileNotFoundError, NotADirectoryError):
            return None
        if stat.S_ISDIR(status.st_mode):
            return FOLDER
        if not stat.S_ISREG(status.st_mode):
            return There("a device")
        return There(sha256_of(path, cancel), _is_executable(status))


def _is_executable(status: os.stat_result) -> bool:
    return bool(status.st_mode & stat.S_IXUSR)


def changes(
    wanted: Sequence[SourceFile],
    previous: Receipt | None,
    found: Disk,
    folders: Iterable[str],
    *,
    with_payload: bool,
    with_program: bool = True,
    fold: Callable[[str], str] = os.path.normcase,
) -> FileChanges:
    """Decide what happens to the files of a target. Pure.

    Args:
        wanted: what is to be installed.
        previous: what was installed before.
        found: what is there, for each path of both.
        folders: those of the wanted paths that exist.
        with_payload: False when the application's own files are not at hand, so that those that are there stay.
        with_program: the same for the program that is kept for repairs.
        fold: what makes two spellings of one file's path equal on this system.
    """
    by_path = {fold(file.file): file for file in wanted}
    installed = {fold(file.file): file for file in previous.files} if previous else {}
    stay = [
        file
        for file in _not_in(by_path, installed.values(), fold)
        if not (with_program if is_program(file.file) else with_payload or is_maintenance(file.file))
    ]
    staying = {file.file for file in stay}
    superseded = [file for file in _not_in(by_path, installed.values(), fold) if file.file not in staying]
    removed = [file for file in superseded if _is_to_go(file, found.get(file.file))]
    needed = folders_of([*(file.file for file in wanted), *staying])
    gone = [file.file for file in superseded if found.get(file.file) is None]
    remove_folders = _folders_to_go([*(file.file for file in removed), *gone], needed, previous)
    place, set_aside, blocked = [], {}, []
    for file in wanted:
        there, before = found.get(file.file), installed.get(fold(file.file))
        if there is not None and there.content == file.sha256 and there.executable == file.executable:
            continue
        place.append(file)
        ours = before is not None and not before.was_there and there is not None and before.sha256 == there.content
        if there is None or ours or is_maintenance(file.file):
            continue
        if not there.is_folder:
            set_aside[file.file] = saved_name(file.file, there.digest)
        elif file.file not in remove_folders:
            blocked.append(file.file)
    was_there = {
        file.file
        for file in wanted
        if file not in place and not is_maintenance(file.file)
        if (before := installed.get(fold(file.file))) is None or before.was_there
    }
    return FileChanges(
        files=(
            *(
                InstalledFile(file=file.file, size=file.size, sha256=file.sha256, was_there=file.file in was_there)
                for file in wanted
            ),
            *stay,
        ),
        place=tuple(place),
        set_aside=set_aside,
        remove=tuple(file.file for file in removed),
        kept=tuple(
            file.file
            for file in superseded
            if found.get(file.file) is not None and file not in removed and not file.was_there
        ),
        remove_folders=tuple(remove_folders),
        new_folders=tuple(folder for folder in reversed(needed) if folder not in set(folders)),
        not_restorable=tuple(
            file.file for file in stay if found.get(file.file) is None and not is_maintenance(file.file)
        ),
        in_the_way=tuple(blocked),
        found=found,
    )


def _not_in(paths: Collection[str], files: Iterable[InstalledFile], fold: Callable[[str], str]) -> list[InstalledFile]:
    return [file for file in files if fold(file.file) not in paths]


def _is_to_go(file: InstalledFile, there: There | None) -> bool:
    """Whether a file that is no longer wanted is ours to remove."""
    if there is None or there.is_folder or file.was_there:
        return False
    return there.content == file.sha256 or is_maintenance(file.file)


def _folders_to_go(removed: Iterable[str], needed: Iterable[str], previous: Receipt | None) -> list[str]:
    ours = set(previous.folders if previous else ()) - set(needed)
    return [folder for folder in folders_of(removed) if folder in ours]


def survey_changes(
    target: Path,
    wanted: Sequence[SourceFile],
    previous: Receipt | None,
    cancel: CancelToken,
    *,
    with_payload: bool,
    with_program: bool = True,
    known: Disk | None = None,
) -> FileChanges:
    """Look at a target and decide what happens to its files.

    Args:
        target: its folder.
        wanted: what is to be installed.
        previous: what was installed before.
        cancel: stops it while files are hashed.
        with_payload: as of `changes`.
        with_program: likewise.
        known: what need not be looked at again.

    Raises:
        EngineInstallerError: something in the way is no file, or cannot be read.
    """
    # What comes from where it is to go was read a moment ago.
    in_place = [file for file in wanted if file.source == target / file.file]
    found: dict[str, There | None] = {file.file: There(file.sha256, file.executable) for file in in_place}
    found |= known or {}
    installed = [
        file.file for file in (previous.files if previous else ()) if with_program or not is_program(file.file)
    ]
    paths = {file.file for file in wanted} | set(installed)
    found |= _look_at_all(target, paths - set(found), cancel)
    there = [folder for folder in folders_of(paths) if (target / folder).is_dir()]
    decided = changes(wanted, previous, found, there, with_payload=with_payload, with_program=with_program)
    if decided.in_the_way:
        raise in_the_way(target / decided.in_the_way[0])
    return replace(decided, set_aside=_free_names(target, decided.set_aside, found, cancel))


def _look_at_all(target: Path, files: Collection[str], cancel: CancelToken) -> Disk:
    with ThreadPoolExecutor() as pool:
        looking = {file: pool.submit(look_at, target, file, cancel) for file in sorted(files)}
        return {file: future.result() for file, future in looking.items()}


def _free_names(target: Path, set_aside: Mapping[str, str], found: Disk, cancel: CancelToken) -> dict[str, str]:
    """The same with names that are free, or that have exactly what is to be kept already."""
    free = {}
    for file, to in set_aside.items():
        name, number, kept = to, 1, found[file]
        assert kept is not None
        while (there := look_at(target, name, cancel)) is not None and there.content != kept.content:
            number += 1
            name = saved_name(file, kept.digest, number)
        free[file] = name
    return free


def stage(
    transaction: Transaction,
    changes: FileChanges,
    cancel: CancelToken,
    staged_before: Collection[SourceFile] = (),
) -> None:
    """Copy what is to be placed into the staging folder, checking that it still is what was read before.

    Args:
        transaction: of the target.
        changes: what is to be placed.
        cancel: stops it while files are copied.
        staged_before: what need not be copied again.

    Raises:
        PackageInvalid: a file has changed meanwhile.
        FileInUse: a file that is to be replaced is held by a program.
        EngineInstallerError: the system refused.
    """
    check_not_held(transaction.target, [*(file.file for file in changes.place), *changes.remove, *changes.set_aside])
    copies: dict[Path, Path] = {}
    for item in changes.place:
        if item in staged_before:
            continue
        staged = transaction.stage(item.file)
        if is_program(item.file) and _linked(copies.setdefault(item.source, staged), staged):
            continue
        if _copy(item.source, staged, cancel) != item.sha256:
            if is_program(item.file):
                raise PackageInvalid(f"{item.source} is not as it was packaged.", hint="Get the installer anew.")
            raise PackageInvalid(
                f"{item.source} was changed while it was being installed.", hint="Run the command again."
            )
        if is_program(item.file):
            # By which the next run knows it again.
            modified = item.source.stat().st_mtime_ns
            os.utime(staged, ns=(modified, modified))


def _linked(copy: Path, to: Path) -> bool:
    """Give a copy of ours one more name; False where there is none yet, or this volume takes no such links."""
    if copy == to:
        return False
    with contextlib.suppress(OSError):
        to.unlink(missing_ok=True)
        to.hardlink_to(copy)
        return True
    return False


def some_of(names: Sequence[str]) -> str:
    """Names for a sentence: the first ten, and how many more there are."""
    more = f" and {len(names) - _NAMES_TOLD} more" if len(names) > _NAMES_TOLD else ""
    return f"{', '.join(names[:_NAMES_TOLD])}{more}"


def check_not_held(target: Path, files: Iterable[str]) -> None:
    """Refuse to begin where a program holds a file that is to be replaced or removed.

    Raises:
        FileInUse: with the names.
    """
    held = [file for file in files if is_held(extended_path(target / file))]
    if held:
        raise FileInUse(
            f"These files are in use: {some_of(held)}.",
            hint="Close the application, then run the command again.",
        )


def _copy(source: Path, to: Path, cancel: CancelToken) -> str:
    """Copy a file's content, and whether it may be executed; returns the hash of what was written."""
    digest = hashlib.sha256()
    try:
        with source.open("rb") as reading:
            executable = _is_executable(os.fstat(reading.fileno()))
            with explained(to, "write"), new_file(to) as writing:
                while chunk := reading.read(_CHUNK_BYTES):
                    cancel.check()
                    writing.write(chunk)
                    digest.update(chunk)
                writing.flush()
                if executable:
                    # Those who may read it may execute it.
                    mode = to.stat().st_mode
                    to.chmod(mode | (mode & 0o444) >> 2)
                os.fsync(writing.fileno())
    except EngineInstallerError:
        raise
    except OSError as error:
        raise PackageInvalid(f"{source} cannot be read: {error.strerror}.", detail=str(error)) from error
    return digest.hexdigest()

"""The files that go to a target besides engines: the application's own, and what is kept of its package for repairs.

What is to be done is decided by pure functions; nothing that the user has made or changed is ever overwritten.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from builder.errors import EngineInstallerError, FileInUse, InvalidParameter, PackageInvalid
from builder.files import explained, sha256_of
from builder.manifest import MAINTENANCE_FOLDER, MANIFEST_NAME, AppPackage
from builder.operating_system import extended_path, is_held
from builder.timing_cache import INDEX_NAME as CATALOGUE_INDEX
from builder.timing_cache import Catalogue
from installer.receipt import KEPT_PACKAGE, InstalledFile, Receipt
from installer.transaction import Operation, Remove, RemoveFolder, SetAside, Transaction, folders_of

_CHUNK_BYTES = 1 << 20
_LINK = "link to "
"""Begins what stands in the place of a hash: a link is no file of ours, whatever it leads to."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to install.

    Attributes:
        source: where it is now.
        file: its path in the target.
        sha256: of its content.
        size: bytes.
    """

    source: Path
    file: str
    sha256: str
    size: int


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
    """

    files: tuple[InstalledFile, ...]
    place: tuple[SourceFile, ...] = ()
    set_aside: Mapping[str, str] | None = None
    remove: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    remove_folders: tuple[str, ...] = ()
    new_folders: tuple[str, ...] = ()
    not_restorable: tuple[str, ...] = ()

    @property
    def is_nothing(self) -> bool:
        return not (self.place or self.remove)

    @property
    def bytes_to_copy(self) -> int:
        """The room that is needed while both old and new files are there."""
        return sum(file.size for file in self.place)

    def to_json(self) -> dict[str, object]:
        """What `--plan --json` prints."""
        return {
            "copy": [file.file for file in self.place],
            "copy_mib": round(self.bytes_to_copy / (1 << 20), 1),
            "set_aside": dict(self.set_aside or {}),
            "remove": list(self.remove),
            "keep_changed": list(self.kept),
            "missing": list(self.not_restorable),
        }

    def operations(self, transaction: Transaction) -> Iterator[Operation]:
        """The same for a journal, in the right order."""
        for file, to in (self.set_aside or {}).items():
            yield SetAside(file=file, to=to)
        for item in self.place:
            yield transaction.place_of(item.file, item.sha256)
        for file in self.remove:
            yield Remove(file=file)
        for folder in self.remove_folders:
            yield RemoveFolder(folder=folder)


def files_to_install(package: AppPackage, catalogue: Catalogue) -> list[SourceFile]:
    """What of a package goes to the target as it is."""
    wanted = [SourceFile(file.path, file.relative, file.sha256, file.size) for file in package.payload or ()]
    if package.icon is not None:
        name = f"{MAINTENANCE_FOLDER}/icon{package.icon.path.suffix.lower()}"
        wanted.append(SourceFile(package.icon.path, name, package.icon.sha256, package.icon.size))
    if package.manifest.maintenance.keep_package:
        wanted += _kept_package(package, catalogue)
    return wanted


def _kept_package(package: AppPackage, catalogue: Catalogue) -> Iterator[SourceFile]:
    yield _small_file(package.root / MANIFEST_NAME, f"{KEPT_PACKAGE}/{MANIFEST_NAME}")
    named = {file.relative: file for model in package.models for file in (model.onnx, *model.external_data)}
    if package.icon is not None:
        named[package.icon.relative] = package.icon
    for relative, file in named.items():
        yield SourceFile(file.path, f"{KEPT_PACKAGE}/{relative}", file.sha256, file.size)
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


def look_at(target: Path, file: str, check_cancelled: Callable[[], None]) -> str | None:
    """What is in the place of a file: the hash of its content, None when it is free, or where a link leads.

    Raises:
        EngineInstallerError: a folder or device is there, or it cannot be read.
    """
    path = extended_path(target / file)
    try:
        status = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    with explained(path, "read"):
        if stat.S_ISLNK(status.st_mode):
            return _LINK + str(path.readlink())
        if not stat.S_ISREG(status.st_mode):
            raise InvalidParameter(
                f"{path} is in the way: it is no file, but one of this name is to be installed.",
                hint="Move it away, or choose another target.",
            )
        return sha256_of(path, check_cancelled)


def changes(
    wanted: Sequence[SourceFile],
    previous: Receipt | None,
    found: Mapping[str, str | None],
    folders: Iterable[str],
    *,
    with_payload: bool,
) -> FileChanges:
    """Decide what happens to the files of a target. Pure.

    Args:
        wanted: what is to be installed.
        previous: what was installed before.
        found: for each path of both, what `look_at` said.
        folders: those of the wanted paths that exist.
        with_payload: False when the application's own files are not at hand, so that those that are there stay.
    """
    by_path = {file.file: file for file in wanted}
    installed = {file.file: file for file in previous.files} if previous else {}
    stay = [] if with_payload or previous is None else [f for f in previous.application_files if f.file not in by_path]
    staying = {file.file for file in stay}
    superseded = [file for path, file in installed.items() if path not in by_path and path not in staying]
    place = tuple(file for file in wanted if found.get(file.file) != file.sha256)
    set_aside = {}
    for file in place:
        there = found.get(file.file)
        ours = file.file in installed and installed[file.file].sha256 == there
        if there is not None and not ours and not _is_maintenance(file.file):
            name = hashlib.sha256(there.encode("utf-8", "surrogateescape")) if there.startswith(_LINK) else None
            set_aside[file.file] = f"{file.file}.saved-{(name.hexdigest() if name else there)[:12]}"
    remove = [f.file for f in superseded if found.get(f.file) == f.sha256 or _is_maintenance(f.file)]
    remove = [file for file in remove if found.get(file) is not None]
    needed = folders_of([*by_path, *staying])
    return FileChanges(
        files=(*(InstalledFile(file=f.file, size=f.size, sha256=f.sha256) for f in wanted), *stay),
        place=place,
        set_aside=set_aside,
        remove=tuple(remove),
        kept=tuple(f.file for f in superseded if found.get(f.file) is not None and f.file not in remove),
        remove_folders=tuple(
            folder
            for folder in folders_of(remove)
            if folder not in needed and previous is not None and folder in previous.folders
        ),
        new_folders=tuple(folder for folder in reversed(needed) if folder not in set(folders)),
        not_restorable=tuple(file.file for file in stay if found.get(file.file) is None),
    )


def _is_maintenance(file: str) -> bool:
    return file.startswith(f"{MAINTENANCE_FOLDER}/")


def survey_changes(
    target: Path,
    wanted: Sequence[SourceFile],
    previous: Receipt | None,
    check_cancelled: Callable[[], None],
    *,
    with_payload: bool,
) -> FileChanges:
    """Look at a target and decide what happens to its files.

    Raises:
        EngineInstallerError: something in the way is no file, or cannot be read.
    """
    # What comes from where it is to go was read a moment ago.
    found: dict[str, str | None] = {file.file: file.sha256 for file in wanted if file.source == target / file.file}
    paths = {file.file for file in wanted} | {file.file for file in (previous.files if previous else ())}
    with ThreadPoolExecutor() as pool:
        looking = {path: pool.submit(look_at, target, path, check_cancelled) for path in sorted(paths - set(found))}
        found |= {path: future.result() for path, future in looking.items()}
    there = [folder for folder in folders_of(paths) if (target / folder).is_dir()]
    return changes(wanted, previous, found, there, with_payload=with_payload)


def stage(transaction: Transaction, changes: FileChanges, check_cancelled: Callable[[], None]) -> None:
    """Copy what is to be placed into the staging folder, checking that it still is what was read before.

    Raises:
        PackageInvalid: a file has changed meanwhile.
        FileInUse: a file that is to be replaced is held by a program.
        EngineInstallerError: the system refused.
    """
    held = [file.file for file in changes.place if is_held(extended_path(transaction.target / file.file))]
    if held:
        raise FileInUse(
            f"These files of the application are in use: {', '.join(held)}.",
            hint="Close the application, then run the command again.",
        )
    for item in changes.place:
        staged = transaction.stage(item.file)
        if _copy(item.source, staged, check_cancelled) != item.sha256:
            raise PackageInvalid(
                f"{item.source} was changed while it was being installed.", hint="Run the command again."
            )


def _copy(source: Path, to: Path, check_cancelled: Callable[[], None]) -> str:
    """Copy a file's content, and whether it may be executed; returns the hash of what was written."""
    digest = hashlib.sha256()
    try:
        with source.open("rb") as reading:
            executable = os.fstat(reading.fileno()).st_mode & stat.S_IXUSR
            with explained(to, "write"), to.open("wb") as writing:
                while chunk := reading.read(_CHUNK_BYTES):
                    check_cancelled()
                    writing.write(chunk)
                    digest.update(chunk)
                writing.flush()
                os.fsync(writing.fileno())
            if executable:
                # Those who may read it may execute it.
                mode = to.stat().st_mode
                to.chmod(mode | (mode & 0o444) >> 2)
    except EngineInstallerError:
        raise
    except OSError as error:
        raise PackageInvalid(f"{source} cannot be read: {error.strerror}.", detail=str(error)) from error
    return digest.hexdigest()

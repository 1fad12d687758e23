"""The files that go to a target besides engines: the application's own, and what is kept of its package for repairs.

What happens to each is decided in `file_changes.py`; here the target is read, and what it needs is copied.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from builder.app_package.manifest import MAINTENANCE_FOLDER
from builder.app_package.package import ROLES_OF_ENGINES, AppPackage
from builder.base.cancellation import CancelToken
from builder.base.errors import EngineInstallerError, FileInUse, PackageInvalid, Remedy
from builder.base.files import (
    explain_os_error,
    hash_stream,
    new_file,
    os_errors_as,
    plain_in_use,
    programs_using,
    sha256_of,
)
from builder.base.paths import is_folder
from builder.base.small_files import open_regular
from builder.base.text import Text, join, say
from builder.operating_system import extended_path, is_held
from builder.timing.catalogue import INDEX_NAME as CATALOGUE_INDEX
from builder.timing.catalogue import Catalogue
from installer.target.file_changes import FOLDER, Disk, DiskEntry, FileChanges, SourceFile, changes
from installer.target.paths import KEPT_PACKAGE, folders_of, is_program, saved_name
from installer.target.receipt import Receipt
from installer.target.transaction import Transaction, in_the_way

_NAMES_SHOWN = 10


def files_to_install(package: AppPackage, catalogue: Catalogue) -> list[SourceFile]:
    """Give what goes from a package to a target as it is."""
    files = list(package.files())
    wanted = [
        SourceFile(
            item.file.path, item.file.relative, item.file.sha256, item.file.size, _may_be_executed(item.file.path)
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
    """Give the path in the target of a registration's icon, which goes there whether the package is kept or not."""
    return f"{MAINTENANCE_FOLDER}/icon{package.icon.path.suffix.lower()}" if package.icon else None


def _kept_caches(catalogue: Catalogue) -> Iterator[SourceFile]:
    if catalogue.entries and catalogue.folder is not None:
        index, to = catalogue.folder / CATALOGUE_INDEX, f"{KEPT_PACKAGE}/caches/{CATALOGUE_INDEX}"
        yield SourceFile(index, to, catalogue.index_sha256, catalogue.index_size)
        for entry in {entry.file: entry for entry in catalogue.entries}.values():
            path = catalogue.path_of(entry)
            with os_errors_as(path, say("read")):
                yield SourceFile(path, f"{KEPT_PACKAGE}/caches/{entry.file}", entry.sha256, path.stat().st_size)


def inspect(target: Path, file: str, cancel: CancelToken) -> DiskEntry | None:
    """Find out what is in the place of a file; None when nothing is.

    Raises:
        EngineInstallerError: it cannot be read.
    """
    path = extended_path(target / file)
    with os_errors_as(path, say("read")):
        try:
            status = path.lstat()
            if stat.S_ISLNK(status.st_mode):
                return DiskEntry(f"a link to {path.readlink()}")
            if stat.S_ISDIR(status.st_mode):
                return FOLDER
            if not stat.S_ISREG(status.st_mode):
                return DiskEntry("a device")
            return DiskEntry(sha256_of(path, cancel), _is_executable(status))
        except (FileNotFoundError, NotADirectoryError):
            return None  # perhaps only now: another run may be removing it


def _may_be_executed(path: Path) -> bool:
    with os_errors_as(path, say("read")):
        return _is_executable(path.stat())


def _is_executable(status: os.stat_result) -> bool:
    return bool(status.st_mode & stat.S_IXUSR)


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
    """Read a target and decide what happens to its files.

    Args:
        target: its folder.
        wanted: what should be installed.
        previous: what was installed before.
        cancel: stops it while files are hashed.
        with_payload: as of `changes`.
        with_program: as of `changes`.
        known: what need not be read again.

    Raises:
        EngineInstallerError: something in the way is not a file, or cannot be read.
    """
    # What comes from where it goes to was read a moment ago.
    in_place = [file for file in wanted if file.source == target / file.file]
    found: dict[str, DiskEntry | None] = {file.file: DiskEntry(file.sha256, file.executable) for file in in_place}
    found |= known or {}
    installed = [
        file.file for file in (previous.files if previous else ()) if with_program or not is_program(file.file)
    ]
    paths = {file.file for file in wanted} | set(installed)
    found |= _inspect_all(target, paths - set(found), cancel)
    there = [folder for folder in folders_of(paths) if is_folder(target / folder)]
    decided = changes(wanted, previous, found, there, with_payload=with_payload, with_program=with_program)
    if decided.blocked:
        raise in_the_way(target / decided.blocked[0])
    return replace(decided, backups=_with_free_names(target, decided, cancel))


def _inspect_all(target: Path, files: Collection[str], cancel: CancelToken) -> Disk:
    with ThreadPoolExecutor() as pool:
        inspecting = {file: pool.submit(inspect, target, file, cancel) for file in sorted(files)}
        return {file: future.result() for file, future in inspecting.items()}


def _with_free_names(target: Path, decided: FileChanges, cancel: CancelToken) -> dict[str, str]:
    """Give the backups with names that are free, or whose files have exactly the content that must be kept."""
    free = {}
    for file, to in decided.backups.items():
        name, number, kept = to, 1, decided.found[file]
        assert kept is not None
        while (there := inspect(target, name, cancel)) is not None and there.content != kept.content:
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
    """Copy what must be installed into the staging folder, checking that it still is what was read before.

    Args:
        transaction: of the target.
        changes: what must be installed.
        cancel: stops it while files are copied.
        staged_before: what need not be copied again.

    Raises:
        PackageInvalid: a file has changed since.
        FileInUse: a file that must be replaced is held by a program.
        EngineInstallerError: the system refused.
    """
    check_not_held(transaction.target, [*(file.file for file in changes.install), *changes.remove, *changes.backups])
    copies: dict[Path, Path] = {}
    for item in changes.install:
        if item in staged_before:
            continue
        staged = transaction.stage(item.file)
        if is_program(item.file) and _linked(copies.setdefault(item.source, staged), staged):
            continue
        if _copy(item.source, staged, item.size, cancel) != item.sha256:
            if is_program(item.file):
                raise PackageInvalid(
                    say("{file} is not as it was packaged.", file=item.source),
                    hint=say("Download the installer again."),
                )
            raise PackageInvalid(
                say("{file} was changed while it was being installed.", file=item.source),
                hint=say("Run the command again.", window="Try again."),
                plain=say("A file was changed while it was being copied."),
                remedy=Remedy.TRY_AGAIN,
            )
        if is_program(item.file):
            # By its time the next run recognizes it.
            with os_errors_as(item.source, say("read")):
                modified = item.source.stat().st_mtime_ns
                os.utime(staged, ns=(modified, modified))


def copies_of_models(
    package: AppPackage, changes: FileChanges, transaction: Transaction
) -> tuple[dict[Path, Path], dict[Path, Path]]:
    """Find the copies of a package's models in a target, from which engines are built: nobody else writes there.

    References count in, with which engines are checked.

    Args:
        package: whose files they are.
        changes: what happens to the files of the target; what must be installed is staged.
        transaction: of the target.

    Returns:
        The copies that are staged, and those that are in their place already, by the path of the original.
    """
    new = {item.file for item in changes.install}
    there = {file.file: file.sha256 for file in changes.files}
    staged: dict[Path, Path] = {}
    kept: dict[Path, Path] = {}
    for item in package.files():
        name = f"{KEPT_PACKAGE}/{item.path}"
        if item.role in ROLES_OF_ENGINES and there.get(name) == item.file.sha256:
            found, path = (staged, transaction.stage(name)) if name in new else (kept, transaction.target / name)
            found[item.file.path] = path
    return staged, kept


def _linked(copy: Path, to: Path) -> bool:
    """Give a copy of ours one more name; False where there is none yet, or this volume takes no such links."""
    if copy == to:
        return False
    with contextlib.suppress(OSError):
        to.unlink(missing_ok=True)
        to.hardlink_to(copy)
        return True
    return False


def some_of(names: Sequence[str]) -> Text:
    """Give names for a sentence: the first ten, and how many more there are."""
    first = join(", ", names[:_NAMES_SHOWN])
    more = len(names) - _NAMES_SHOWN
    return say("{names} and {count} more", names=first, count=more) if more > 0 else first


def check_not_held(target: Path, files: Iterable[str]) -> None:
    """Refuse to begin where a program holds a file that must be replaced or removed.

    Raises:
        FileInUse: with the names.
    """
    held = [file for file in files if is_held(extended_path(target / file))]
    if held:
        programs = programs_using([target / file for file in held])
        raise FileInUse(
            say("These files are in use by {programs}: {files}.", programs=programs, files=some_of(held))
            if programs
            else say("These files are in use: {files}.", files=some_of(held)),
            hint=say(
                "Close the application, then run the command again.",
                window="Close the application, then try again.",
            ),
            plain=plain_in_use(programs) or say("Files of the application are in use. Close it, then try again."),
        )


def _copy(source: Path, to: Path, size: int, cancel: CancelToken) -> str:
    """Copy a file's content, and whether it may be executed; returns the hash of what was written.

    It stops one byte after `size`: if there are more, the file is another one already, and may be endless.
    """
    try:
        with open_regular(source, buffering=0) as reading:
            executable = _is_executable(os.fstat(reading.fileno()))
            with os_errors_as(to, say("write")), new_file(to) as writing:
                digest = hash_stream(reading, size + 1, cancel.check, writing)
                writing.flush()
                if executable:
                    # Those who may read it may execute it.
                    mode = to.stat().st_mode
                    to.chmod(mode | (mode & 0o444) >> 2)
                os.fsync(writing.fileno())
    except EngineInstallerError:
        raise
    except OSError as error:
        raise explain_os_error(error, source, say("read")) from error
    return digest

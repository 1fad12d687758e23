"""The copy of this very program that stays in a target, for repairs and removal without what was downloaded.

Only the frozen program is copied. Its files are entries of the receipt like all others.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from builder.app_package.app import App
from builder.app_package.manifest import find_manifest, read_manifest
from builder.base import program
from builder.base.cancellation import CancelToken
from builder.base.errors import EngineInstallerError, PackageInvalid
from builder.base.files import os_errors_as, resolve_inside, sha256_of
from builder.base.paths import is_file, is_link
from builder.base.program import (
    CONSOLE_PROGRAM,
    MOST_SUMS_BYTES,
    SUMS_NAME,
    WIZARD_ENDING,
    console_name,
    frozen_executable,
    is_one_file,
)
from builder.base.small_files import read_small_file
from builder.base.text import say
from builder.operating_system import extended_path, plain_path
from builder.timing.catalogue import catalogue_folder
from installer.target.file_changes import Disk, DiskEntry, SourceFile
from installer.target.paths import KEPT_PROGRAM, is_program
from installer.target.receipt import Receipt

DOWNLOAD_AGAIN = say("Download the installer again.")


def runs_as_copy() -> bool:
    """Whether this program is the copy in some target."""
    executable = frozen_executable()
    return executable is not None and executable.parent.parts[-2:] == PurePosixPath(KEPT_PROGRAM).parts


def runs_from(target: Path) -> bool:
    """Whether this program is the copy in this very target."""
    executable = frozen_executable()
    try:
        return executable is not None and executable.parent.samefile(target / KEPT_PROGRAM)
    except OSError:
        return False


def copy_target() -> Path | None:
    """Find the target that this program is the copy in; None for any other program."""
    executable = frozen_executable()
    return executable.parents[2] if executable and runs_as_copy() else None


def _came_with(app: App) -> bool:
    """Whether this program came with this very version of an application: no other replaces its copy."""
    try:
        shipped = read_manifest(find_manifest(program.own_folder() / "assets")).app
    except EngineInstallerError:
        return False
    return (shipped.id, shipped.version) == (app.id, app.version)


def program_files(app: App, target: Path, cancel: CancelToken) -> list[SourceFile] | None:
    """List the files of this program, to be installed in a target.

    Args:
        app: the application that is installed.
        target: where.
        cancel: stops it while files are hashed.

    Returns:
        None when there is nothing to copy, so that a copy which is there stays as it is: this program is not frozen, it
        lies in the target already, as that copy does, it came with another application or version, or nothing says
        which of the files around it are its own.

    Raises:
        EngineInstallerError: they cannot be read.
    """
    executable = frozen_executable()
    if executable is None or executable.is_relative_to(plain_path(target).resolve()) or not _came_with(app):
        return None
    if is_one_file(executable):
        name = f"{KEPT_PROGRAM}/{console_name(executable)}"
        return [_source_file(executable, name, _hash_of(executable, cancel))]
    folder = executable.parent
    if not is_file(folder / SUMS_NAME):
        return None
    return list(_folder_files(folder, cancel))


def _folder_files(folder: Path, cancel: CancelToken) -> Iterator[SourceFile]:
    """List the files of the folder program without the app package, of which the target keeps a copy of its own.

    Their hashes are those of the program's list: what is copied is compared with them.
    """
    package = program.own_folder() / "assets"
    left_out = (package, catalogue_folder(package))
    listed: dict[Path, str] = {}
    with os_errors_as(folder / SUMS_NAME, say("read")):
        lines = read_small_file(folder / SUMS_NAME, MOST_SUMS_BYTES).decode("utf-8", "replace").splitlines()
    for line in lines:
        sha256, _, relative = line.partition("  ")
        try:
            path = resolve_inside(folder, relative)
        except ValueError as error:
            raise PackageInvalid(
                say("{file} is not as it was packaged: it names {name}.", file=folder / SUMS_NAME, name=error),
                hint=DOWNLOAD_AGAIN,
            ) from error
        if any(path.is_relative_to(part) for part in left_out):
            continue
        if not is_file(path):
            raise PackageInvalid(
                say("This program is not as it was packaged: {file} is missing.", file=path), hint=DOWNLOAD_AGAIN
            )
        listed[path] = sha256
        yield _source_file(path, f"{KEPT_PROGRAM}/{relative}", sha256)
    yield _source_file(folder / SUMS_NAME, f"{KEPT_PROGRAM}/{SUMS_NAME}", _hash_of(folder / SUMS_NAME, cancel))
    for path in _links_in(program.own_folder()):
        if sha256 := listed.get(real := path.resolve(), ""):
            yield _source_file(real, f"{KEPT_PROGRAM}/{path.relative_to(folder).as_posix()}", sha256)


def _links_in(folder: Path) -> Iterator[Path]:
    for inside, _, files in os.walk(folder):
        yield from (path for name in sorted(files) if is_link(path := Path(inside, name)))


def _source_file(path: Path, file: str, sha256: str) -> SourceFile:
    with os_errors_as(path, say("read")):
        status = path.stat()
    return SourceFile(path, file, sha256, status.st_size, bool(status.st_mode & stat.S_IXUSR))


_hashes: dict[Path, str] = {}


def _hash_of(path: Path, cancel: CancelToken) -> str:
    """Hash one of our own files; a run asks for it several times."""
    if path not in _hashes:
        with os_errors_as(path, say("read")):
            _hashes[path] = sha256_of(path, cancel)
    return _hashes[path]


def unchanged(target: Path, files: Sequence[SourceFile], previous: Receipt | None) -> Disk:
    """Find the files of a copy that are as they were installed, as far as their size and time tell.

    A run that changes nothing need not read hundreds of megabytes for that; a repair does.
    """
    before = previous.hashes if previous else {}
    found = {}
    for file in files:
        try:
            there, source = extended_path(target / file.file).lstat(), file.source.stat()
        except OSError:
            continue
        same = (there.st_size, there.st_mtime_ns) == (source.st_size, source.st_mtime_ns)
        if same and stat.S_ISREG(there.st_mode) and before.get(file.file) == file.sha256:
            found[file.file] = DiskEntry(file.sha256, bool(there.st_mode & stat.S_IXUSR))
    return found


def copied_programs(receipt: Receipt, target: Path) -> tuple[Path, Path] | None:
    """Find the executables of the copy in a target: for the screen, and for terminals; None when there is no copy."""
    names = [PurePosixPath(file.file) for file in receipt.files if is_program(file.file)]
    programs = [target / name for name in names if name.parent == PurePosixPath(KEPT_PROGRAM)]
    console = next((path for path in programs if path.name in (CONSOLE_PROGRAM, f"{CONSOLE_PROGRAM}.exe")), None)
    if console is None or not is_file(console):
        return None
    wizards = (path for path in programs if path.name.removesuffix(".exe").endswith(WIZARD_ENDING) and is_file(path))
    return next(wizards, console), console

"""Changing a target as a whole: everything is staged first, then one journal is written, then it is carried out.

Until the journal stands, nothing that anybody sees has changed, and dropping what is staged undoes everything. From
then on nothing is undone: each operation of the journal can be done again, so a run that was cut off is completed by
the next one.
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from builder.app_package.manifest import MAINTENANCE_FOLDER, AppId
from builder.base.errors import BlockedByPolicy, EngineInstallerError, InvalidParameter, IoError
from builder.base.files import (
    explained,
    is_regular_file,
    remove_file,
    remove_tree,
    rename_over,
    sha256_of,
    write_atomically,
)
from builder.base.json_file import Damaged, read_json, to_bytes
from builder.base.toml_file import INSIDE
from builder.engines.index import EngineFileName
from builder.engines.store import ENGINE_STAGING, ENGINES_FOLDER
from builder.operating_system import extended_path, os_error_kind, sync_directory
from builder.operating_system.kinds import OsErrorKind

Scope = Literal["current-user", "all-users"]
"""Whom an installation is for."""

SCHEMA: Literal[1] = 1
STAGING = f"{MAINTENANCE_FOLDER}/staging"
JOURNAL = f"{MAINTENANCE_FOLDER}/journal.json"

_NOT_EMPTY = {errno.ENOTEMPTY, errno.EEXIST, errno.ENOENT, errno.ENOTDIR, errno.EBUSY}
_NAME_BYTES = 255
"""The longest name that common file systems take."""

_AGAIN = "Run the command again."


def _staged(value: str) -> str:
    if not value.startswith((f"{STAGING}/", f"{ENGINE_STAGING}/")):
        raise ValueError("a path inside a staging folder")
    return value


InTarget = Annotated[str, INSIDE]
InStaging = Annotated[str, INSIDE, AfterValidator(_staged)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Put a staged file where it belongs.

    Attributes:
        staged: the file.
        file: its place; what is there is replaced.
        sha256: of its content.
        replaces: the hash of what is there now; None when nothing is, or when it does not matter.
        last: everything before it must have reached the disk, because it speaks of it.
    """

    do: Literal["place"] = "place"
    staged: InStaging
    file: InTarget
    sha256: str
    replaces: str | None = None
    last: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """Keep a file that is not ours under another name; the name has a part of its hash, so this can be repeated."""

    do: Literal["set_aside"] = "set_aside"
    file: InTarget
    to: InTarget


@dataclass(frozen=True, slots=True, kw_only=True)
class Remove:
    """Remove a file of ours.

    Attributes:
        file: its path.
        sha256: of its content; None when it does not matter.
    """

    do: Literal["remove"] = "remove"
    file: InTarget
    sha256: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveFolder:
    """Remove a folder of ours, if it is empty."""

    do: Literal["remove_folder"] = "remove_folder"
    folder: InTarget


Operation = Annotated[Place | SetAside | Remove | RemoveFolder, Field(discriminator="do")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """What the operating system lists: an application, for whom."""

    app_id: AppId
    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """What is being carried out in a target.

    Attributes:
        action: what the run was.
        operations: in this order.
        superseded: engine files that engines.json no longer names; removed in the end, when no program holds them.
        unregister: what the operating system is to list no longer; before everything else.
        made: folders that were made for the application, up to the target's parents; absolute paths.
    """

    schema: Literal[1] = SCHEMA
    action: Literal["install", "uninstall"]
    operations: tuple[Operation, ...]
    superseded: tuple[EngineFileName, ...] = ()
    unregister: Registered | None = None
    made: tuple[str, ...] = ()


class Transaction:
    """The journal and the staging folder of one target. Whoever uses it holds the target's lock."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.folder = target / MAINTENANCE_FOLDER
        self._journal_path = target / JOURNAL
        self._staging = target / STAGING

    def pending(self) -> Journal | None:
        """What an earlier run had begun to carry out; None when there is nothing.

        Raises:
            BlockedByPolicy: the journal is not one that engine-installer wrote.
            EngineInstallerError: it cannot be read.
        """
        if self.folder.is_symlink():
            raise BlockedByPolicy(
                f"Nothing is written to {self.target}: {self.folder} is a symbolic link, but engine-installer made a "
                "folder there.",
                hint="Somebody has changed it. Put the folder back, or choose another folder with --target.",
            )
        try:
            return read_json(self._journal_path, Journal, SCHEMA)
        except Damaged as error:
            raise BlockedByPolicy(
                f"The journal {self._journal_path} is not as engine-installer wrote it: {error}.",
                hint="Somebody has changed it, or the disk is damaged. Delete that file, then run the installer again.",
            ) from error

    def is_begun(self) -> bool:
        """Whether the point of no return was passed."""
        return self._journal_path.exists()

    def has_leftovers(self) -> bool:
        """Whether a run that was cut off has left something in the staging folder."""
        return os.path.lexists(self._staging)

    def stage(self, relative: str) -> Path:
        """Where a file may be written before it is placed; `relative` to the target, as in its final place."""
        path = extended_path(self._staging / relative)
        with explained(path.parent, "create the folder"):
            path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def place_of(self, relative: str, sha256: str, *, replaces: str | None = None, last: bool = False) -> Place:
        """The operation that puts a file that `stage` was asked for into its place."""
        return Place(staged=f"{STAGING}/{relative}", file=relative, sha256=sha256, replaces=replaces, last=last)

    def check_feasible(self, operations: Sequence[Operation], distrust: Callable[[Path], str | None]) -> None:
        """Find out whether the operations can be done, as far as that can be known before.

        Args:
            operations: all of them.
            distrust: why a folder is not to be written to; None when it may be.

        Raises:
            EngineInstallerError: one of them would fail.
        """
        changed = [item for item in operations if not isinstance(item, RemoveFolder)]
        emptied = {item.folder for item in operations if isinstance(item, RemoveFolder)}
        removed = {item.file for item in operations if isinstance(item, Remove | SetAside)}
        volume = self.target.stat().st_dev
        for relative in sorted({Path(item.file).parent.as_posix() for item in changed}):
            folder = self._at(relative)
            # What does not exist yet is made inside what does; a file in the way goes before.
            there = next(path for path in (folder, *folder.parents) if os.path.lexists(path))
            if there != self.target and there.relative_to(self.target).as_posix() in removed:
                there = there.parent
            if reason := distrust(there):
                raise BlockedByPolicy(
                    f"Nothing is written to {there} with administrator rights: {reason}.",
                    hint="Make it a folder that only administrators can change, or choose another one with --target.",
                )
            with explained(there, "write to"):
                if not there.is_dir():
                    raise NotADirectoryError(errno.ENOTDIR, "it is not a folder")
                if not os.access(there, os.W_OK | os.X_OK):
                    raise PermissionError(errno.EACCES, "access denied")
            if there.stat().st_dev != volume and not relative.startswith(ENGINES_FOLDER):
                raise IoError(
                    f"The folder {there} lies on another volume than {self.target}.",
                    hint="Install into a folder whose parts are on one volume.",
                )
        for item in changed:
            path = self._at(item.file)
            if isinstance(item, Place):
                if not is_regular_file(self._at(item.staged)):
                    raise IoError(f"{path} cannot be installed: what was prepared for it is gone.", hint=_AGAIN)
                if path.is_dir() and not path.is_symlink():
                    inside = {each.relative_to(self.target).as_posix() for each in path.rglob("*")}
                    if item.file not in emptied or inside - removed - emptied:
                        raise in_the_way(path)

    def commit(self, journal: Journal) -> None:
        """Pass the point of no return: write the journal.

        Raises:
            EngineInstallerError: it could not be written, and nothing has changed.
        """
        _sync({self._at(item.staged).parent for item in journal.operations if isinstance(item, Place)})
        write_atomically(self._journal_path, to_bytes(journal), self.stage("journal.json"))

    def carry_out(self, journal: Journal, *, was_interrupted: bool = False) -> None:
        """Do every operation that is not done yet. The journal stays, for there may be more to do than files.

        Args:
            journal: what is to be done.
            was_interrupted: the journal is of an earlier run, so that files may have been edited since.

        Raises:
            EngineInstallerError: one of them failed.
        """
        touched: set[Path] = set()
        for operation in journal.operations:
            match operation:
                case Place(file=file):
                    if operation.last:
                        _sync(touched)
                    if was_interrupted and _may_be_edited(file):
                        self._keep_edited(operation)
                    touched.add(self._place(operation).parent)
                case SetAside(file=file, to=to):
                    there, kept = self._at(file), self._at(to)
                    if not os.path.lexists(kept) and os.path.lexists(there):
                        rename_over(there, kept)
                        touched.add(there.parent)
                case Remove(file=file):
                    path = self._at(file)
                    # Done before, or something else is there meanwhile, which is not ours.
                    if os.path.lexists(path) and (path.is_symlink() or not path.is_dir()):
                        edited = was_interrupted and operation.sha256 and _may_be_edited(file)
                        if not (edited and is_regular_file(path) and sha256_of(path) != operation.sha256):
                            remove_file(path)
                case RemoveFolder(folder=folder):
                    # A link in its place, or on the way to it, is not ours, and neither is what it leads to.
                    with contextlib.suppress(BlockedByPolicy):
                        if not (path := self._at(folder)).is_symlink():
                            remove_empty_folder(path)
        _sync(touched)

    def _keep_edited(self, operation: Place) -> None:
        """Set aside what somebody has written into a place since the journal was."""
        final = self._at(operation.file)
        with explained(final, "read"):
            if not os.path.lexists(self._at(operation.staged)) or not is_regular_file(final):
                return
            content = sha256_of(final)
        if content in (operation.sha256, operation.replaces):
            return
        number = 1
        while os.path.lexists(to := self._at(saved_name(operation.file, content[:12], number))):
            number += 1
        rename_over(final, to)

    def _at(self, relative: str) -> Path:
        """The place of a path in the target.

        Raises:
            BlockedByPolicy: a link on the way leads elsewhere. The engines alone may lie on another volume.
        """
        path = self.target / relative
        for part in path.relative_to(self.target).parents:
            folder = self.target / part
            if part not in (Path(), Path(ENGINES_FOLDER)) and folder.is_symlink():
                raise BlockedByPolicy(
                    f"{folder} is a symbolic link, and nothing is changed behind it.",
                    hint="Put a folder in its place, or choose another target.",
                )
        return extended_path(path)

    def _place(self, operation: Place) -> Path:
        """Do it, or find that it was done; returns the place."""
        staged, final = self._at(operation.staged), self._at(operation.file)
        with explained(final, "replace"):
            if os.path.lexists(staged):
                final.parent.mkdir(parents=True, exist_ok=True)
                rename_over(staged, final)
            # What became of a file of the application since it was placed is its user's affair.
            elif not _may_be_edited(operation.file) and (
                not is_regular_file(final) or sha256_of(final) != operation.sha256
            ):
                raise IoError(
                    f"{final} cannot be installed: what the interrupted run had prepared for it is gone.",
                    hint=f"Delete {self._journal_path}, then run the installer again.",
                )
        return final

    def finish(self) -> None:
        """Everything is done: forget the journal."""
        # First, because without a journal nobody would look there again.
        self._remove_staging()
        remove_file(self._journal_path)
        with explained(self.folder, "flush"):
            sync_directory(self.folder)

    def drop_staging(self, *, keep_folder: bool = False) -> None:
        """Undo everything that was prepared; what cannot be removed now is removed by the next run."""
        self._remove_staging()
        if not keep_folder:
            with contextlib.suppress(OSError):
                self.folder.rmdir()  # empty, where nothing was ever committed

    def _remove_staging(self) -> None:
        with contextlib.suppress(EngineInstallerError):
            remove_tree(self._staging)


def saved_name(file: str, digest: str, number: int = 1) -> str:
    """The name under which a file is kept that is in the way: never too long for a file system.

    Args:
        file: its path in the target.
        digest: a part of the hash of its content.
        number: counts up while names are taken.
    """
    folder, slash, name = file.rpartition("/")
    suffix = f".saved-{digest}" + (f"-{number}" if number > 1 else "")
    while len((name + suffix).encode()) > _NAME_BYTES:
        name = name[:-1]
    return f"{folder}{slash}{name}{suffix}"


def _may_be_edited(file: str) -> bool:
    """Whether a file is the application's own, and not one of those that only engine-installer writes."""
    return not file.startswith(f"{ENGINES_FOLDER}/") and not is_maintenance(file)


def is_maintenance(file: str) -> bool:
    """Whether a path of the target lies in our own folder."""
    return file.startswith(f"{MAINTENANCE_FOLDER}/")


def in_the_way(path: Path) -> InvalidParameter:
    """What a run ends with when something that is no file is in the place of a file."""
    return InvalidParameter(
        f"{path} is in the way: it is no file, but one of this name is to be installed.",
        hint="Move it away, or choose another target.",
    )


def remove_empty_folder(path: Path) -> None:
    """Remove a folder unless something is in it.

    Raises:
        EngineInstallerError: the system refused for another reason.
    """
    with explained(path, "remove"):
        try:
            path.rmdir()
        except OSError as error:
            # In use by a program whose current folder it is, for example: an empty folder does no harm.
            if error.errno not in _NOT_EMPTY and os_error_kind(error) is not OsErrorKind.IN_USE:
                raise


def _sync(folders: set[Path]) -> None:
    for folder in folders:
        # Somebody may have deleted it since, and has then flushed more than we would.
        with explained(folder, "flush"), contextlib.suppress(FileNotFoundError, NotADirectoryError):
            sync_directory(folder)
    folders.clear()


def folders_of(files: Iterable[str]) -> Sequence[str]:
    """The folders in which files lie, with all their parents, the innermost first; paths inside the target."""
    return innermost_first({parent.as_posix() for file in files for parent in Path(file).parents if parent != Path()})


def innermost_first(folders: Iterable[str]) -> Sequence[str]:
    """Folders in the order in which they can be removed."""
    return sorted(folders, key=lambda folder: (-folder.count("/"), folder))

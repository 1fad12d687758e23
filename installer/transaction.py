"""Changing a target as a whole: everything is staged first, then one journal is written, then it is carried out.

Until the journal stands, nothing that anybody sees has changed, and dropping what is staged undoes everything. From
then on nothing is undone: each operation of the journal can be done again, so a run that was cut off is completed by
the next one.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from builder.engine_store import ENGINE_STAGING, EngineFileName
from builder.errors import BlockedByPolicy, EngineInstallerError, IoError
from builder.files import (
    explained,
    is_regular_file,
    relative_fault,
    remove_tree,
    rename_over,
    sha256_of,
    write_atomically,
)
from builder.json_file import Damaged, Entry, read_json, to_bytes
from builder.manifest import MAINTENANCE_FOLDER
from builder.operating_system import extended_path, sync_directory

SCHEMA: Literal[1] = 1
STAGING = f"{MAINTENANCE_FOLDER}/staging"
JOURNAL = f"{MAINTENANCE_FOLDER}/journal.json"


def _inside(value: str) -> str:
    if fault := relative_fault(value):
        raise ValueError(f"not a path inside the target, but {fault}")
    return value


def _staged(value: str) -> str:
    if not value.startswith((f"{STAGING}/", f"{ENGINE_STAGING}/")):
        raise ValueError("not a path inside a staging folder")
    return _inside(value)


InTarget = Annotated[str, AfterValidator(_inside)]
InStaging = Annotated[str, AfterValidator(_staged)]


class Place(Entry):
    """Put a staged file where it belongs.

    Attributes:
        staged: the file.
        file: its place; what is there is replaced.
        sha256: of its content.
        last: everything before it must have reached the disk, because it speaks of it.
    """

    do: Literal["place"] = "place"
    staged: InStaging
    file: InTarget
    sha256: str
    last: bool = False


class SetAside(Entry):
    """Keep a file that is not ours under another name; the name has a part of its hash, so this can be repeated."""

    do: Literal["set_aside"] = "set_aside"
    file: InTarget
    to: InTarget


class Remove(Entry):
    """Remove a file of ours."""

    do: Literal["remove"] = "remove"
    file: InTarget


class RemoveFolder(Entry):
    """Remove a folder of ours, if it is empty."""

    do: Literal["remove_folder"] = "remove_folder"
    folder: InTarget


Operation = Annotated[Place | SetAside | Remove | RemoveFolder, Field(discriminator="do")]


class Journal(Entry):
    """What is being carried out in a target.

    Attributes:
        action: what the run was.
        operations: in this order.
        superseded: engine files that engines.json no longer names; removed in the end, when no program holds them.
    """

    schema_version: Annotated[Literal[1], Field(alias="schema")] = SCHEMA
    action: Literal["install", "uninstall"]
    operations: list[Operation]
    superseded: list[EngineFileName] = []


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

    def stage(self, relative: str) -> Path:
        """Where a file may be written before it is placed; `relative` to the target, as in its final place."""
        path = extended_path(self._staging / relative)
        with explained(path.parent, "create the folder"):
            path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def place_of(self, relative: str, sha256: str, *, last: bool = False) -> Place:
        """The operation that puts a file that `stage` was asked for into its place."""
        return Place(staged=f"{STAGING}/{relative}", file=relative, sha256=sha256, last=last)

    def check_feasible(self, operations: Iterable[Operation]) -> None:
        """Find out whether the operations can be done, as far as that can be known before.

        Raises:
            EngineInstallerError: one of them would fail.
        """
        volume = self.target.stat().st_dev
        for folder in {self.target / Path(item.file).parent for item in operations if isinstance(item, Place)}:
            # What does not exist yet is made inside what does.
            there = next(path for path in (folder, *folder.parents) if path.exists() or path.is_symlink())
            with explained(there, "write to"):
                if not there.is_dir():
                    raise NotADirectoryError(20, "it is not a folder")
                if not os.access(there, os.W_OK | os.X_OK):
                    raise PermissionError(13, "access denied")
            engines = Path(folder).relative_to(self.target).parts[:1] == (Path(ENGINE_STAGING).parts[0],)
            if not engines and there.stat().st_dev != volume:
                raise IoError(
                    f"The folder {there} lies on another volume than {self.target}.",
                    hint="Install into a folder whose parts are on one volume.",
                )

    def commit(self, journal: Journal) -> None:
        """Pass the point of no return: write the journal.

        Raises:
            EngineInstallerError: it could not be written, and nothing has changed.
        """
        write_atomically(self._journal_path, to_bytes(journal), self.stage("journal.json"))

    def carry_out(self, journal: Journal) -> None:
        """Do every operation that is not done yet. The journal stays, for there may be more to do than files."""
        touched: set[Path] = set()
        for operation in journal.operations:
            match operation:
                case Place(file=file):
                    if operation.last:
                        _sync(touched)
                    self._place(operation)
                    touched.add(self._at(file).parent)
                case SetAside(file=file, to=to):
                    if not os.path.lexists(self._at(to)) and os.path.lexists(self._at(file)):
                        rename_over(self._at(file), self._at(to))
                        touched.add(self._at(file).parent)
                case Remove(file=file):
                    with explained(self._at(file), "remove"):
                        self._at(file).unlink(missing_ok=True)
                case RemoveFolder(folder=folder):
                    with contextlib.suppress(OSError):
                        self._at(folder).rmdir()
        _sync(touched)

    def _at(self, relative: str) -> Path:
        return extended_path(self.target / relative)

    def _place(self, operation: Place) -> None:
        staged, final = self._at(operation.staged), self._at(operation.file)
        with explained(final, "replace"):
            if os.path.lexists(staged):
                final.parent.mkdir(parents=True, exist_ok=True)
                rename_over(staged, final)
            elif not is_regular_file(final) or sha256_of(final) != operation.sha256:
                raise IoError(
                    f"{final} cannot be installed: what the interrupted run had prepared for it is gone.",
                    hint=f"Delete {self._journal_path}, then run the installer again.",
                )

    def finish(self) -> None:
        """Everything is done: forget the journal."""
        with explained(self._journal_path, "remove"):
            self._journal_path.unlink(missing_ok=True)
            sync_directory(self._journal_path.parent)
        self.drop_staging()

    def drop_staging(self) -> None:
        """Remove what is staged; what cannot be removed now is removed by the next run."""
        with contextlib.suppress(EngineInstallerError):
            remove_tree(self._staging)
        with contextlib.suppress(OSError):
            self.folder.rmdir()  # empty, where nothing was ever committed


def _sync(folders: set[Path]) -> None:
    for folder in folders:
        with explained(folder, "flush"):
            sync_directory(folder)
    folders.clear()


def folders_of(files: Iterable[str]) -> Sequence[str]:
    """The folders in which files lie, with all their parents, the innermost first; paths inside the target."""
    folders = {parent.as_posix() for file in files for parent in Path(file).parents if parent != Path()}
    return sorted(folders, key=lambda folder: (-folder.count("/"), folder))

"""Changing a target as a whole: everything is staged first, then one journal is written, then it is applied.

Until the journal stands, nothing that anyone sees has changed, and dropping what is staged undoes everything. From
then on nothing is undone: each operation of the journal can be done again, so a run that was cut off is completed by
the next one.
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from builder.app_package.manifest import MAINTENANCE_FOLDER
from builder.base.errors import BlockedByPolicy, EngineInstallerError, InvalidParameter, IoError, Remedy
from builder.base.files import (
    os_errors_as,
    remove_file,
    remove_tree,
    rename_over,
    replace_file,
    sha256_of,
    write_atomically,
)
from builder.base.json_file import Damaged, read_json, to_bytes
from builder.base.paths import entry_exists, exists, is_folder, is_link, is_real_folder, is_regular_file
from builder.base.text import say
from builder.engines.store import ENGINES_FOLDER
from builder.operating_system import extended_path, os_error_kind, plain_path, sync_directory
from builder.operating_system.kinds import OsErrorKind
from installer.target.journal import SCHEMA, Backup, Install, Journal, Operation, Remove, RemoveFolder
from installer.target.location import PLAIN_UNSAFE_FOLDER
from installer.target.paths import JOURNAL, STAGING, may_be_edited, saved_name
from installer.target.receipt import PLAIN_CHANGED_BY_OTHERS

_NOT_EMPTY = {errno.ENOTEMPTY, errno.EEXIST, errno.ENOENT, errno.ENOTDIR, errno.EBUSY}


class Transaction:
    """The journal and the staging folder of one target. Its user holds the target's lock."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.folder = target / MAINTENANCE_FOLDER
        self._journal_path = target / JOURNAL
        self._staging = target / STAGING

    def pending(self) -> Journal | None:
        """Read what an earlier run had begun to apply; None when there is nothing.

        Raises:
            BlockedByPolicy: the journal is not one that engine-installer wrote.
            EngineInstallerError: it cannot be read.
        """
        if is_link(self.folder):
            raise BlockedByPolicy(
                say(
                    "Nothing is written to {target}: {folder} is a symbolic link, but engine-installer made a folder "
                    "there.",
                    target=self.target,
                    folder=self.folder,
                ),
                hint=say(
                    "Someone has changed it. Put the folder back, or choose another folder with --target.",
                    window="Someone has changed it. Put the folder back, or choose another folder.",
                ),
                plain=PLAIN_CHANGED_BY_OTHERS,
                remedy=Remedy.OTHER_FOLDER,
            )
        try:
            return read_json(self._journal_path, Journal, SCHEMA)
        except Damaged as error:
            raise BlockedByPolicy(
                say(
                    "The journal {file} is not as engine-installer wrote it: {fault}.",
                    file=self._journal_path,
                    fault=error.reason,
                ),
                hint=say(
                    "Someone has changed it, or the disk is damaged. Delete that file, then run the installer again."
                ),
                plain=PLAIN_CHANGED_BY_OTHERS,
                remedy=Remedy.OTHER_FOLDER,
            ) from error

    def is_begun(self) -> bool:
        """Whether the point of no return was passed."""
        return exists(self._journal_path)

    def has_leftovers(self) -> bool:
        """Whether a run that was cut off has left something in the staging folder."""
        return entry_exists(self._staging)

    def stage(self, relative: str) -> Path:
        """Make room for a file that is to be installed.

        Args:
            relative: its final place, relative to the target.

        Returns:
            Where to write it.
        """
        path = extended_path(self._staging / relative)
        with os_errors_as(path.parent, say("create the folder")):
            self.folder.mkdir(parents=True, exist_ok=True)
            # Nobody else changes what waits there, whatever the user's habit (the umask) lets others do.
            self._staging.mkdir(mode=0o700, exist_ok=True)
            path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def install_operation(self, relative: str, sha256: str, *, replaces: str | None = None) -> Install:
        """Give the operation that puts a file that `stage` was asked for into its place."""
        return Install(staged=f"{STAGING}/{relative}", file=relative, sha256=sha256, replaces=replaces)

    def check_feasible(self, operations: Sequence[Operation], distrust: Callable[[Path], str | None]) -> None:
        """Find out whether the operations can be done, as far as that can be known before.

        Args:
            operations: all of them.
            distrust: why a folder must not be written to; None when it may be.

        Raises:
            EngineInstallerError: one of them would fail.
        """
        changed = [item for item in operations if not isinstance(item, RemoveFolder)]
        emptied = {item.folder for item in operations if isinstance(item, RemoveFolder)}
        removed = {item.file for item in operations if isinstance(item, Remove | Backup)}
        for relative in sorted({Path(item.file).parent.as_posix() for item in changed}):
            self._check_folder(relative, removed, distrust)
        for item in changed:
            path = self._at(item.file)
            if isinstance(item, Install):
                self._check_place(item, path, removed, emptied)

    def _check_folder(self, relative: str, removed: Collection[str], distrust: Callable[[Path], str | None]) -> None:
        folder = self._at(relative)
        # What does not exist yet is made inside what does; a file in the way goes before.
        there = next(path for path in (folder, *folder.parents) if entry_exists(path))
        if self._relative(there) in removed:
            there = there.parent
        if reason := distrust(there):
            raise BlockedByPolicy(
                say("Nothing is written to {folder} with administrator rights: {reason}.", folder=there, reason=reason),
                hint=say(
                    "Make it a folder that only administrators can change, or choose another one with --target.",
                    window="Make it a folder that only administrators can change, or choose another one.",
                ),
                plain=PLAIN_UNSAFE_FOLDER,
                remedy=Remedy.OTHER_FOLDER,
            )
        with os_errors_as(there, say("write to")):
            if not is_folder(there):
                raise NotADirectoryError(errno.ENOTDIR, "it is not a folder")
            if not os.access(there, os.W_OK | os.X_OK):
                raise PermissionError(errno.EACCES, "access denied")
            elsewhere = there.stat().st_dev != self.target.stat().st_dev
        if elsewhere and Path(relative).parts[:1] != (ENGINES_FOLDER,):
            raise IoError(
                say("The folder {folder} lies on another volume than {target}.", folder=there, target=self.target),
                hint=say("Install into a folder whose parts are on one volume."),
                plain=say("Parts of this folder are on different disks."),
                remedy=Remedy.OTHER_FOLDER,
            )

    def _check_place(self, item: Install, path: Path, removed: Collection[str], emptied: Collection[str]) -> None:
        if not is_regular_file(self._at(item.staged)):
            raise IoError(
                say("{file} cannot be installed: what was prepared for it is gone.", file=path),
                hint=say("Run the command again.", window="Try again."),
                plain=say("A file that was prepared for the installation is gone."),
            )
        if is_real_folder(path):
            with os_errors_as(path, say("read")):
                inside = {self._relative(each) for each in path.rglob("*")}
            if item.file not in emptied or inside - {*removed, *emptied}:
                raise in_the_way(path)

    def commit(self, journal: Journal) -> None:
        """Pass the point of no return: write the journal.

        Raises:
            EngineInstallerError: it could not be written, and nothing has changed.
        """
        staged = [Path(item.staged) for item in journal.operations if isinstance(item, Install)]
        _sync({self._at(folder.as_posix()) for path in staged for folder in path.parents})
        write_atomically(self._journal_path, to_bytes(journal), self.stage("journal.json"))

    def apply(self, journal: Journal, *, was_interrupted: bool = False) -> None:
        """Do every operation that is not done yet. The journal stays, for there may be more to do than files.

        Args:
            journal: what is to be done.
            was_interrupted: the journal is of an earlier run, so that files may have been edited since.

        Raises:
            EngineInstallerError: one of them failed.
        """
        touched: set[Path] = set()
        installs = [item for item in journal.operations if isinstance(item, Install)]
        for operation in journal.operations:
            match operation:
                case Install():
                    if operation is installs[0]:
                        # A disk may keep a rename and lose the folder that it leads to, or the backup before it.
                        touched |= self._make_folders(installs)
                        _sync(touched)
                    if operation.last:
                        _sync(touched)
                    if was_interrupted and may_be_edited(operation.file):
                        self._keep_edited(operation)
                    touched.add(self._install(operation).parent)
                case Backup():
                    touched |= self._back_up(operation)
                case Remove():
                    touched |= self._remove(operation, was_interrupted=was_interrupted)
                    if operation.first:
                        _sync(touched)
                case RemoveFolder():
                    # A link in its place, or on the way to it, is not ours, and neither is what it leads to.
                    with contextlib.suppress(BlockedByPolicy):
                        if not is_link(path := self._at(operation.folder)):
                            remove_empty_folder(path)
                            touched.add(path.parent)
        _sync(touched)

    def _keep_edited(self, operation: Install) -> None:
        """Back up what someone has written into a place since the journal was written."""
        final = self._at(operation.file)
        with os_errors_as(final, say("read")):
            if not (entry_exists(self._at(operation.staged)) and entry_exists(final)) or is_real_folder(final):
                return
            content = sha256_of(final) if is_regular_file(final) else "link"
        if content in (operation.sha256, operation.replaces):
            return
        number = 1
        while entry_exists(to := self._at(saved_name(operation.file, content[:12], number))):
            number += 1
        replace_file(final, to)

    def _make_folders(self, operations: Sequence[Install]) -> set[Path]:
        """Make the folders of files that are still to be installed; returns the folders in which they were made."""
        changed = set()
        for operation in operations:
            if entry_exists(self._at(operation.staged)):
                final = self._at(operation.file)
                changed |= {folder.parent for folder in final.parents if not exists(folder)}
                with os_errors_as(final, say("replace")):
                    final.parent.mkdir(parents=True, exist_ok=True)
        return changed

    def _install(self, operation: Install) -> Path:
        """Put a file into its place, or find that this was done; returns the place."""
        staged, final = self._at(operation.staged), self._at(operation.file)
        with os_errors_as(final, say("replace")):
            if entry_exists(staged):
                rename_over(staged, final)
            # What became of a file of the application since it was installed is its user's affair.
            elif not may_be_edited(operation.file) and (
                not is_regular_file(final) or sha256_of(final) != operation.sha256
            ):
                raise IoError(
                    say(
                        "{file} cannot be installed: what the interrupted run had prepared for it is gone.", file=final
                    ),
                    hint=say("Delete {journal}, then run the installer again.", journal=self._journal_path),
                    plain=say("A file that was prepared for the installation is gone."),
                )
        return final

    def _back_up(self, operation: Backup) -> set[Path]:
        """Rename a file, unless this was done; returns the folder in which something has changed, if any."""
        there, kept = self._at(operation.file), self._at(operation.to)
        if entry_exists(kept) or not entry_exists(there):
            return set()
        rename_over(there, kept)
        return {there.parent}

    def _remove(self, operation: Remove, *, was_interrupted: bool) -> set[Path]:
        """Remove a file of ours; returns its folder."""
        path = self._at(operation.file)
        # Removed before, or something else has come into its place, which is not ours.
        if not entry_exists(path) or is_real_folder(path):
            return {path.parent}
        can_be_edited = was_interrupted and operation.sha256 and may_be_edited(operation.file)
        if not can_be_edited or (is_regular_file(path) and sha256_of(path) == operation.sha256):
            remove_file(path)
        return {path.parent}

    def _at(self, relative: str) -> Path:
        """Find the place of a path in the target.

        Raises:
            BlockedByPolicy: a link on the way leads elsewhere. The engines alone may lie on another volume.
        """
        path = self.target / relative
        for part in path.relative_to(self.target).parents:
            folder = self.target / part
            if part not in (Path(), Path(ENGINES_FOLDER)) and is_link(folder):
                raise BlockedByPolicy(
                    say("{folder} is a symbolic link, and nothing is changed behind it.", folder=folder),
                    hint=say(
                        "Put a folder in its place, or choose another target.",
                        window="Put a folder in its place, or choose another folder.",
                    ),
                    plain=PLAIN_CHANGED_BY_OTHERS,
                    remedy=Remedy.OTHER_FOLDER,
                )
        return extended_path(path)

    def _relative(self, path: Path) -> str:
        """Name a path as seen from the target: either of them may have Windows' prefix for long paths, or both."""
        return plain_path(path).relative_to(plain_path(self.target)).as_posix()

    def finish(self) -> None:
        """Forget the journal: everything is done."""
        # First, because without a journal no run would look there again.
        self._remove_staging()
        remove_file(self._journal_path)
        with os_errors_as(self.folder, say("flush")):
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


def in_the_way(path: Path) -> InvalidParameter:
    """Make the error of a run that finds something else than a file in the place of a file."""
    return InvalidParameter(
        say("{path} is not a file, but a file of that name must be installed.", path=path),
        hint=say("Move or rename it, or choose another target.", window="Move or rename it, or choose another folder."),
        plain=say("Something in this folder has the name of a file that must be installed."),
        remedy=Remedy.OTHER_FOLDER,
    )


def remove_empty_folder(path: Path) -> bool:
    """Remove a folder unless something is in it.

    Returns:
        Whether it stays although nothing is in it, because this user may not remove it.

    Raises:
        EngineInstallerError: the system refused for another reason.
    """
    with os_errors_as(path, say("remove")):
        try:
            path.rmdir()
        except OSError as error:
            kind = os_error_kind(error)
            if kind is OsErrorKind.ACCESS_DENIED:
                # Linux says so of folders that are not empty as well. Everything of ours is gone by now either way.
                return _is_empty(path)
            # In use by a program whose current folder it is, for example: an empty folder does no harm.
            if error.errno not in _NOT_EMPTY and kind is not OsErrorKind.IN_USE:
                raise
    return False


def _is_empty(folder: Path) -> bool:
    try:
        return not any(folder.iterdir())
    except OSError:
        return False


def _sync(folders: set[Path]) -> None:
    for folder in folders:
        # It may have been deleted since, and then more has been flushed than we would flush.
        with os_errors_as(folder, say("flush")), contextlib.suppress(FileNotFoundError, NotADirectoryError):
            sync_directory(folder)
    folders.clear()

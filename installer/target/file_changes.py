"""What is to happen to the files of a target, decided path by path. Pure.

Nothing that the user has made or changed is ever overwritten.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from installer.target.journal import Backup, Operation, Remove, RemoveFolder
from installer.target.paths import folders_of, is_maintenance, is_program, saved_name
from installer.target.receipt import InstalledFile, Receipt
from installer.target.transaction import Transaction

Fate = Literal["keep", "install", "backup", "blocked", "remove", "leave"]
"""What happens in one place of a target:

keep: the wanted file is there as it should be.
install: it is not, and nothing is lost when it takes its place.
backup: the same, once the file that is there, which is not ours or was changed, has another name.
blocked: a folder is there.
remove: a file of ours is there that is no longer wanted.
leave: no file is wanted, and what is there, if anything, is not ours.
"""


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
class DiskEntry:
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


FOLDER = DiskEntry("a folder")
Disk = Mapping[str, DiskEntry | None]
"""What is in the place of each path of a target; None where nothing is."""


@dataclass(frozen=True)
class FileChanges:
    """What is to happen to the files of a target.

    Attributes:
        files: everything that should be there in the end.
        install: those that are not there yet.
        backups: files in the way that are not ours or were changed, and the names under which they are kept.
        remove: files of an earlier version, unchanged since.
        kept: files of an earlier version that were changed since; they stay.
        remove_folders: folders of ours that may be empty now, the innermost first.
        new_folders: folders that do not exist yet.
        not_restorable: files of the application that are missing and not available.
        blocked: files in whose places folders are; nothing can be done about them here.
        found: what was in the place of each file when this was decided.
    """

    files: tuple[InstalledFile, ...]
    install: tuple[SourceFile, ...] = ()
    backups: Mapping[str, str] = field(default_factory=dict)
    remove: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    remove_folders: tuple[str, ...] = ()
    new_folders: tuple[str, ...] = ()
    not_restorable: tuple[str, ...] = ()
    blocked: tuple[str, ...] = ()
    found: Disk = field(default_factory=dict)

    @property
    def untouched(self) -> Disk:
        """What was found of the files that stay as they are."""
        touched = {*(file.file for file in self.install), *self.remove, *self.backups}
        return {file: there for file, there in self.found.items() if file not in touched}

    @property
    def is_nothing(self) -> bool:
        return not (self.install or self.remove)

    @property
    def bytes_to_copy(self) -> int:
        """The room that is needed while both old and new files are there."""
        return sum({file.source: file.size for file in self.install}.values())

    def to_json(self) -> dict[str, Any]:
        """What `--plan --json` prints."""
        return {
            "copy": [file.file for file in self.install],
            "copy_mib": round(self.bytes_to_copy / (1 << 20), 1),
            "set_aside": dict(self.backups),
            "remove": list(self.remove),
            "keep_changed": list(self.kept),
            "missing": list(self.not_restorable),
        }

    def operations(self, transaction: Transaction) -> Iterator[Operation]:
        """Give the operations of the journal. What goes away goes first: a file may be where a folder should be."""
        for file, to in self.backups.items():
            yield Backup(file=file, to=to)
        for file in self.remove:
            yield Remove(file=file, sha256=self._content_of(file))
        for folder in self.remove_folders:
            yield RemoveFolder(folder=folder)
        for item in self.install:
            replaces = None if item.file in self.backups else self._content_of(item.file)
            yield transaction.install_operation(item.file, item.sha256, replaces=replaces)

    def _content_of(self, file: str) -> str | None:
        there = self.found.get(file)
        return there.content if there else None


def decide(wanted: SourceFile | None, before: InstalledFile | None, there: DiskEntry | None) -> Fate:
    """Decide what happens in one place of a target.

    Args:
        wanted: the file that should be there; None when none should.
        before: the file that was installed there; None when none was.
        there: what is there now.
    """
    if there is None:
        return "leave" if wanted is None else "install"
    installed = None if before is None or before.was_there or there.is_folder else before
    ours = installed is not None and installed.sha256 == there.content
    if wanted is None:
        # In our own folder every file is ours, whatever its content.
        return "remove" if ours or (installed and is_maintenance(installed.file)) else "leave"
    if (there.content, there.executable) == (wanted.sha256, wanted.executable):
        return "keep"
    if ours or is_maintenance(wanted.file):
        return "install"
    return "blocked" if there.is_folder else "backup"


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
    """Decide what happens to the files of a target.

    Args:
        wanted: what should be installed.
        previous: what was installed before.
        found: what is there, for each path of both.
        folders: those of the wanted paths that exist.
        with_payload: False when the application's own files are not available, so that those that are there stay.
        with_program: False when the program that is kept for repairs is not available.
        fold: what makes two spellings of one file's path equal on this system.
    """
    by_path = {fold(file.file) for file in wanted}
    installed = {fold(file.file): file for file in previous.files} if previous else {}
    old = [file for path, file in installed.items() if path not in by_path]
    stay = [file for file in old if not _is_known(file, with_payload=with_payload, with_program=with_program)]
    superseded = [file for file in old if file not in stay]
    fates = {file.file: decide(file, installed.get(fold(file.file)), found.get(file.file)) for file in wanted}
    fates |= {file.file: decide(None, file, found.get(file.file)) for file in superseded}
    needed = folders_of([*(file.file for file in wanted), *(file.file for file in stay)])
    gone = [file.file for file in superseded if found.get(file.file) is None]
    remove = _with(fates, "remove")
    ours = set(previous.folders if previous else ()) - set(needed)
    remove_folders = tuple(folder for folder in folders_of([*remove, *gone]) if folder in ours)
    return FileChanges(
        files=(*(_noted(file, installed.get(fold(file.file)), fates[file.file]) for file in wanted), *stay),
        install=tuple(file for file in wanted if fates[file.file] != "keep"),
        backups={file: saved_name(file, there.digest) for file in _with(fates, "backup") if (there := found[file])},
        remove=remove,
        kept=_changed(superseded, fates, found),
        remove_folders=remove_folders,
        new_folders=tuple(folder for folder in reversed(needed) if folder not in set(folders)),
        not_restorable=_missing(stay, found),
        blocked=tuple(file for file in _with(fates, "blocked") if file not in remove_folders),
        found=found,
    )


def _is_known(file: InstalledFile, *, with_payload: bool, with_program: bool) -> bool:
    """Whether a file that was installed could be installed again, so that it is known whether it is still wanted."""
    if is_program(file.file):
        return with_program
    return with_payload or is_maintenance(file.file)


def _with(fates: Mapping[str, Fate], fate: Fate) -> tuple[str, ...]:
    return tuple(file for file, its_fate in fates.items() if its_fate == fate)


def _noted(file: SourceFile, before: InstalledFile | None, fate: Fate) -> InstalledFile:
    """Give what the receipt says of a file: one that was there before us, exactly like this, is not ours to remove."""
    was_there = fate == "keep" and not is_maintenance(file.file) and (before is None or before.was_there)
    return InstalledFile(file=file.file, size=file.size, sha256=file.sha256, was_there=was_there)


def _changed(superseded: Iterable[InstalledFile], fates: Mapping[str, Fate], found: Disk) -> tuple[str, ...]:
    left = (file for file in superseded if fates[file.file] == "leave" and not file.was_there)
    return tuple(file.file for file in left if found.get(file.file) is not None)


def _missing(stay: Iterable[InstalledFile], found: Disk) -> tuple[str, ...]:
    return tuple(file.file for file in stay if found.get(file.file) is None and not is_maintenance(file.file))

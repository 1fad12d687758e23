"""Paths inside a target. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from builder.app_package.manifest import MAINTENANCE_FOLDER
from builder.engines.store import ENGINES_FOLDER

RECEIPT = f"{MAINTENANCE_FOLDER}/receipt.json"
JOURNAL = f"{MAINTENANCE_FOLDER}/journal.json"
STAGING = f"{MAINTENANCE_FOLDER}/staging"
KEPT_PACKAGE = f"{MAINTENANCE_FOLDER}/package"
KEPT_PROGRAM = f"{MAINTENANCE_FOLDER}/program"

_NAME_BYTES = 255
"""The longest name that common file systems take."""


def is_maintenance(file: str) -> bool:
    """Whether a path lies in our own folder."""
    return file.startswith(f"{MAINTENANCE_FOLDER}/")


def is_program(file: str) -> bool:
    """Whether a path belongs to the program that is kept for repairs."""
    return file.startswith(f"{KEPT_PROGRAM}/")


def may_be_edited(file: str) -> bool:
    """Whether a file is the application's own, and not one of those that only engine-installer writes."""
    return not file.startswith(f"{ENGINES_FOLDER}/") and not is_maintenance(file)


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


def folders_of(files: Iterable[str]) -> Sequence[str]:
    """The folders in which files lie, with all their parents, the innermost first; paths inside the target."""
    return innermost_first({parent.as_posix() for file in files for parent in Path(file).parents if parent != Path()})


def innermost_first(folders: Iterable[str]) -> Sequence[str]:
    """Folders in the order in which they can be removed."""
    return sorted(folders, key=lambda folder: (-folder.count("/"), folder))

"""Taking away exactly what was installed: what the user has added or changed stays, and is told."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from builder.cancellation import CancelToken
from builder.engine_store import ENGINES_FOLDER, INDEX_NAME
from builder.errors import ExitCode, FileInUse, NotInstalled
from builder.machine import Machine
from builder.manifest import MAINTENANCE_FOLDER
from builder.operating_system import is_held
from builder.protocol import Committing, Event, Logged, Result, Warned
from installer import registration
from installer.actions import count, result
from installer.application_files import look_at
from installer.installation import Found, Installation, Request, pause, wait_for_others
from installer.receipt import RECEIPT
from installer.transaction import JOURNAL, STAGING, Journal, Operation, Remove, RemoveFolder, folders_of

_NAMES_TOLD = 10


@dataclass(frozen=True)
class RemovalPlan:
    """What `uninstall` would do.

    Attributes:
        target: where.
        remove: files, in this order.
        changed: files of ours that were changed since; they stay.
        folders: of ours, the innermost first; each goes if it is empty by then.
        registered: whether the operating system lists it.
    """

    target: Path
    remove: tuple[str, ...]
    changed: tuple[str, ...]
    folders: tuple[str, ...]
    registered: bool

    def to_json(self) -> dict[str, Any]:
        """What `uninstall --plan --json` prints."""
        return {
            "schema": 1,
            "target": str(self.target),
            "remove": list(self.remove),
            "keep_changed": list(self.changed),
            "registered": self.registered,
        }


def plan(request: Request, cancel: CancelToken) -> RemovalPlan:
    """What `uninstall` would do, changing nothing.

    Raises:
        NotInstalled: there is nothing to remove.
    """
    installation = Installation(request)
    found = installation.find(cancel.check, quick=True)
    _check_installed(installation, found)
    return _plan(installation, found, cancel)


def _check_installed(installation: Installation, found: Found) -> None:
    if found.is_nothing and installation.store.index_fault() is None:
        raise NotInstalled(
            f"There is nothing to remove: engine-installer has installed nothing in {installation.target}.",
            hint="Give the application's folder with --target.",
        )


def _plan(installation: Installation, found: Found, cancel: CancelToken) -> RemovalPlan:
    target, receipt = installation.target, found.receipt
    # engines.json goes first: its existence says that everything is there.
    remove = [f"{ENGINES_FOLDER}/{INDEX_NAME}"] if installation.store.index_path.exists() else []
    remove += [f"{ENGINES_FOLDER}/{name}" for name in installation.store.own_files(found.index)]
    changed = []
    for file in receipt.application_files if receipt else ():
        there = look_at(target, file.file, cancel.check)
        if there == file.sha256:
            remove.append(file.file)
        elif there is not None:
            changed.append(file.file)
    own = [
        path.relative_to(target).as_posix()
        for folder, _, names in os.walk(target / MAINTENANCE_FOLDER)
        for path in (Path(folder) / name for name in sorted(names))
    ]
    # The receipt goes last of all: without it nothing is known to be ours.
    remove += [file for file in own if file not in (RECEIPT, JOURNAL) and not file.startswith(f"{STAGING}/")]
    remove += [RECEIPT] if receipt else []
    folders = set(receipt.folders if receipt else ()) | set(folders_of(own)) - {MAINTENANCE_FOLDER}
    return RemovalPlan(
        target,
        tuple(remove),
        tuple(changed),
        tuple(sorted(folders, key=lambda folder: (-folder.count("/"), folder))),
        receipt is not None and receipt.registration is not None and registration.is_registered(receipt, target),
    )


def uninstall(request: Request, _machine: Machine, cancel: CancelToken) -> Iterator[Event]:
    """Remove an installation.

    Yields:
        What happens; the last event is the `Result`.

    Raises:
        NotInstalled: there is nothing to remove.
        EngineInstallerError: nothing was changed, or what was begun is completed by the next run.
    """
    installation = Installation(request)
    yield from wait_for_others(request, installation, cancel)
    found = installation.find(cancel.check, quick=True)
    _check_installed(installation, found)
    installation.check_permitted(found.receipt)
    app = (found.receipt.app if found.receipt else None) or (found.index.app if found.index else None)
    with installation.held(app.id if app else "", wait=(lambda: pause(cancel.check)) if request.wait else None):
        removed = 0
        if found.journal:
            yield Warned("An earlier run was interrupted; what it had begun is completed first.")
            removed += len(found.journal.operations) if found.journal.action == "uninstall" else 0
            installation.complete(found.journal)
            found = installation.find(cancel.check, quick=True)
        removal = _plan(installation, found, cancel)
        held = [file for file in removal.remove if is_held(installation.target / file)]
        if held:
            raise FileInUse(
                f"These files are in use: {', '.join(held[:_NAMES_TOLD])}.",
                hint="Close the application, then run the command again.",
            )
        if removal.remove:
            cancel.check()
            yield Committing()
            operations: list[Operation] = [
                *(Remove(file=file) for file in removal.remove),
                *(RemoveFolder(folder=folder) for folder in removal.folders),
            ]
            journal = Journal(action="uninstall", operations=operations)
            installation.transaction.commit(journal)
            installation.complete(journal)
            removed += len(removal.remove)
    _remove_made_folders(installation, found)
    kept = _left(installation.target, found, removal)
    for file in removal.changed:
        yield Logged("info", f"kept {file}, which was changed since it was installed")
    for file in kept:
        yield Logged("info", f"kept {file}, which engine-installer did not install")
    yield _outcome(installation.target, removed, removal.changed, kept)


def _remove_made_folders(installation: Installation, found: Found) -> None:
    """Remove the folders above that were made for this installation, where nothing is left in them."""
    made = [Path(path) for path in (found.receipt.made if found.receipt else ())]
    above = {installation.target, *installation.target.parents}
    # A receipt that somebody has changed can at most name empty folders on the way to the target.
    own = sorted((path for path in made if path in above), key=lambda path: -len(path.parts))
    for folder in (installation.store.folder, installation.transaction.folder, *own):
        with contextlib.suppress(OSError):
            folder.rmdir()


def _left(target: Path, found: Found, removal: RemovalPlan) -> list[str]:
    """What others have put into the folders of ours, which therefore stay."""
    folders = [target / folder for folder in (ENGINES_FOLDER, *removal.folders)]
    if found.receipt and str(target) in found.receipt.made:
        folders = [target]
    left = {path for folder in folders if folder.is_dir() for path in folder.rglob("*") if not path.is_dir()}
    names = {path.relative_to(target).as_posix() for path in left}
    return sorted(names - set(removal.changed))


def _outcome(target: Path, removed: int, changed: tuple[str, ...], left: list[str]) -> Result:
    detail = f"Removed {count(removed, 'file')} from {target}."
    for files, why in ((changed, "changed since they were installed"), (left, "not installed by engine-installer")):
        if files:
            more = f" and {len(files) - _NAMES_TOLD} more" if len(files) > _NAMES_TOLD else ""
            detail += f" Kept, because {why}: {', '.join(files[:_NAMES_TOLD])}{more}."
    return result(ExitCode.OK, detail)

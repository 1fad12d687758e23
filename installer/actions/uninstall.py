"""Removes exactly what was installed: what the user has added or changed stays, and the result names it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from builder.app_package.manifest import MAINTENANCE_FOLDER
from builder.base.cancellation import CancelToken
from builder.base.errors import ExitCode, NotInstalled
from builder.base.events import Committing, Event, Logged, Result
from builder.base.paths import entry_exists, exists, files_below, is_real_folder
from builder.base.text import join, say, say_count
from builder.building.machine import Machine
from builder.engines.index import INDEX_NAME
from builder.engines.store import ENGINES_FOLDER
from builder.operating_system import extended_path, holds_running_programs
from installer.actions.outcome import result
from installer.actions.own_logs import about, find_logs, remove_logs
from installer.target.application_files import check_not_held, inspect, some_of
from installer.target.installation import Installation, TargetState
from installer.target.journal import Journal, Operation, Registered, Remove, RemoveFolder
from installer.target.maintenance_copy import runs_from
from installer.target.paths import RECEIPT, innermost_first, is_maintenance, is_program
from installer.target.request import Request


@dataclass(frozen=True)
class RemovalPlan:
    """What `uninstall` would do.

    Attributes:
        target: where.
        remove: files, in this order.
        changed: files that we installed and that were changed since; they stay.
        was_there: files that were there before, exactly like ours; they stay.
        folders: our own, the innermost first; each is removed if it is empty by then.
        registered: what the operating system lists; None when it lists nothing.
        after_exit: files of the program that runs, where the system removes them only when it has ended.
        bytes: what the removal frees.
        logs: the log files of earlier runs, which go only where that is asked for.
        log_bytes: what they take.
    """

    target: Path
    remove: tuple[str, ...]
    changed: tuple[str, ...]
    was_there: tuple[str, ...]
    folders: tuple[str, ...]
    registered: Registered | None
    after_exit: tuple[str, ...] = ()
    bytes: int = 0
    logs: tuple[Path, ...] = ()
    log_bytes: int = 0

    @property
    def count(self) -> int:
        """How many files go."""
        return len(self.remove) + len(self.after_exit)

    def to_json(self) -> dict[str, Any]:
        """What `uninstall --plan --json` prints."""
        return {
            "schema": 1,
            "target": str(self.target),
            "remove": [*self.remove, *self.after_exit],
            "keep_changed": list(self.changed),
            "keep_was_there": list(self.was_there),
            "registered": self.registered is not None,
            "frees_mib": round(self.bytes / (1 << 20), 1),
            "logs": [str(path) for path in self.logs],
        }


def plan(request: Request, cancel: CancelToken) -> RemovalPlan:
    """Find out what `uninstall` would do, changing nothing.

    Raises:
        NotInstalled: there is nothing to remove.
    """
    installation = Installation(request)
    state = installation.read_state(cancel, with_engines=False)
    _check_installed(installation, state)
    return _with_logs(removal_plan(installation, state, cancel), installation, state)


def _with_logs(removal: RemovalPlan, installation: Installation, state: TargetState) -> RemovalPlan:
    """Look for the log files of this application."""
    if state.app is None:
        return removal
    scope = installation.scope_given(state.receipt)
    found = find_logs(state.app.id, installation.target, scope, installation.request.log_path)
    return replace(removal, logs=found.files, log_bytes=found.bytes)


def _check_installed(installation: Installation, state: TargetState) -> None:
    if state.is_nothing and not exists(installation.transaction.folder) and not installation.store.has_lock_file():
        raise NotInstalled(
            say(
                "There is nothing to remove: engine-installer has installed nothing in {folder}.",
                folder=installation.target,
            ),
            hint=say("Specify the application's folder with --target.", window="Choose the application's folder."),
        )


def removal_plan(installation: Installation, state: TargetState, cancel: CancelToken) -> RemovalPlan:
    """Decide what goes and what stays."""
    target, receipt = installation.target, state.receipt
    # engines.json goes first: its existence says that everything is there.
    remove = [f"{ENGINES_FOLDER}/{INDEX_NAME}"] if exists(installation.store.index_path) else []
    remove += [f"{ENGINES_FOLDER}/{name}" for name in installation.store.own_files(state.index)]
    changed: list[str] = []
    was_there: list[str] = []
    after_exit: list[str] = []
    stays = runs_from(target) and holds_running_programs()
    # The program goes last: until then it can complete what was cut off.
    for file in sorted(receipt.files, key=lambda file: is_program(file.file)) if receipt else ():
        if stays and is_program(file.file):
            after_exit.append(file.file)
            continue
        if is_maintenance(file.file):
            # Only we write there, so there is no need to read it.
            path = extended_path(target / file.file)
            if entry_exists(path):
                (changed if is_real_folder(path) else remove).append(file.file)
            continue
        there = inspect(target, file.file, cancel)
        if there is None:
            continue
        if file.was_there:
            was_there.append(file.file)
            continue
        (remove if there.content == file.sha256 else changed).append(file.file)
    # The receipt goes last of all: without it nothing is known to be ours.
    remove += [RECEIPT] if receipt else []
    folders = set(receipt.folders) if receipt else set()
    return RemovalPlan(
        target,
        tuple(remove),
        tuple(changed),
        tuple(was_there),
        tuple(innermost_first(folders - {MAINTENANCE_FOLDER})),
        receipt.registered if receipt else None,
        tuple(after_exit),
        sum(_size(target / file) for file in (*remove, *after_exit)),
    )


def _size(path: Path) -> int:
    with contextlib.suppress(OSError):
        return extended_path(path).lstat().st_size
    return 0


def removal_journal(removal: RemovalPlan, state: TargetState) -> Journal:
    """Write down what is done, in this order."""
    hashes = state.receipt.hashes if state.receipt else {}
    operations: list[Operation] = [
        *(
            Remove(file=file, sha256=hashes.get(file), first=file == f"{ENGINES_FOLDER}/{INDEX_NAME}")
            for file in removal.remove
        ),
        *(RemoveFolder(folder=folder) for folder in removal.folders),
    ]
    return Journal(
        action="uninstall",
        operations=tuple(operations),
        unregister=removal.registered,
        shortcuts=state.receipt.all_shortcuts if state.receipt else (),
        made=_made_folders(removal, state),
    )


def _made_folders(removal: RemovalPlan, state: TargetState) -> tuple[str, ...]:
    if state.receipt is not None:
        return state.receipt.made
    # A folder that holds nothing but our leftovers was probably made by us.
    return () if state.index else (str(removal.target),)


def uninstall(request: Request, _machine: Machine, cancel: CancelToken) -> Iterator[Event]:
    """Remove an installation.

    Yields:
        What happens; the last event is the `Result`.

    Raises:
        NotInstalled: there is nothing to remove.
        EngineInstallerError: nothing was changed, or what was begun is completed by the next run.
    """
    installation = Installation(request)
    target, transaction = installation.target, installation.transaction
    yield from installation.wait_for_others(cancel)
    interrupted = transaction.pending()
    yield from installation.recover(cancel)
    if interrupted and interrupted.action == "uninstall":
        yield result(ExitCode.OK, say("The removal from {folder} that was interrupted is complete.", folder=target))
        return
    state = installation.read_state(cancel, with_engines=False)
    _check_installed(installation, state)
    installation.check_permitted(state.receipt)
    with installation.held(state.app, cancel, removing=True):
        # Another run may have ended since.
        state = installation.read_state(cancel, with_engines=False)
        removal = removal_plan(installation, state, cancel)
        if installation.request.remove_logs:
            removal = _with_logs(removal, installation, state)
        if state.app:
            yield Logged("info", about(state.app.id, target))
        check_not_held(target, removal.remove)
        journal = removal_journal(removal, state)
        if removal.remove:
            installation.check_feasible(journal.operations, state.receipt)
        cancel.check()
        if removal.remove:
            yield Committing()
            transaction.commit(journal)
            yield from installation.complete(journal)
    refused = installation.remove_made_folders(journal)
    refused_logs = remove_logs(removal.logs) if installation.request.remove_logs else []
    kept = _left(target, journal, removal)
    yield from _kept_events(removal, kept, refused_logs)
    logs = len(removal.logs) - len(refused_logs) if installation.request.remove_logs else 0
    yield _outcome(target, removal, kept, refused, logs)


def _kept_events(removal: RemovalPlan, left: list[str], refused_logs: list[Path]) -> Iterator[Event]:
    for file in removal.changed:
        yield Logged("info", f"kept {file}, which was changed since it was installed")
    for file in removal.was_there:
        yield Logged("info", f"kept {file}, which was there before")
    for file in left:
        yield Logged("info", f"kept {file}, which engine-installer did not install")
    for path in refused_logs:
        yield Logged("warning", f"kept {path}, which could not be removed")


def _left(target: Path, journal: Journal, removal: RemovalPlan) -> list[str]:
    """List what others have put into our folders, which therefore stay."""
    folders = [target / folder for folder in (ENGINES_FOLDER, MAINTENANCE_FOLDER, *removal.folders)]
    if str(target) in journal.made:
        folders = [target]
    left = {path for folder in folders for path in files_below(folder)}
    names = {path.relative_to(target).as_posix() for path in left}
    if removal.after_exit:
        names = {name for name in names if not is_program(name)}
    return sorted(names - {*removal.changed, *removal.was_there})


def _outcome(target: Path, removal: RemovalPlan, left: list[str], refused: list[Path], logs: int) -> Result:
    said = [
        say_count(
            len(removal.remove),
            "Removed {count} file from {folder}.",
            "Removed {count} files from {folder}.",
            folder=target,
        )
    ]
    if removal.changed:
        said.append(say("Kept, because changed since they were installed: {files}.", files=some_of(removal.changed)))
    if removal.was_there:
        said.append(say("Kept, because they were there before: {files}.", files=some_of(removal.was_there)))
    if left:
        said.append(say("Kept, because not installed by engine-installer: {files}.", files=some_of(left)))
    if logs:
        said.append(say_count(logs, "Removed {count} log file.", "Removed {count} log files."))
    if refused:
        folders = some_of([str(folder) for folder in refused])
        said.append(say("Empty folders that this user may not remove: {folders}.", folders=folders))
    return result(ExitCode.OK, join(" ", said))

"""One application in one target: what is asked for, what is there, and completing what an earlier run has begun."""

from __future__ import annotations

import contextlib
import datetime
import os
import sys
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from builder.app_package.app import App
from builder.app_package.manifest import ManifestFile, checked, find_manifest, parse_manifest
from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import AccessDenied, EngineInstallerError, Remedy
from builder.base.events import Event, Warned
from builder.base.files import absolute
from builder.base.paths import exists
from builder.base.program import has_wizard
from builder.base.text import join, say
from builder.building.plan import InstalledEngine
from builder.engines.index import AppEntry, EngineIndex
from builder.engines.store import ENGINES_FOLDER, EngineStore
from builder.operating_system import (
    announce,
    distrust,
    extended_path,
    has_administrator_rights,
    holds_running_programs,
    is_closed_to_others,
    plain_path,
    remove_after_exit,
)
from installer.target import registration
from installer.target.journal import Journal, Operation
from installer.target.location import check_names, check_safe, default_target, is_strict, lacks_rights, start_menu_path
from installer.target.maintenance_copy import copied_programs, runs_from
from installer.target.package_choice import package_folder
from installer.target.paths import KEPT_PROGRAM
from installer.target.receipt import Receipt, read_receipt
from installer.target.registration.entry import Entry
from installer.target.request import Request, Scope
from installer.target.transaction import Transaction, remove_empty_folder

_WAIT_SECONDS = 0.25
_RERUN_HINT = say(
    "Run the same command again: it completes what this run has begun.",
    window="Try again to complete what has begun.",
)


@dataclass(frozen=True)
class TargetState:
    """What is in a target.

    Attributes:
        index: engines.json.
        index_fault: what is wrong with engines.json, where it counts as none although it is there.
        receipt: what was installed besides engines.
        journal: what an earlier run has begun and not completed.
        leftovers: whether a run is at work here, or one that was cut off has left something.
        engines: those of the index, and those that a run which was cut off has finished.
    """

    index: EngineIndex | None
    index_fault: str | None
    receipt: Receipt | None
    journal: Journal | None
    leftovers: bool
    engines: tuple[InstalledEngine, ...]

    @property
    def is_nothing(self) -> bool:
        return not (self.index or self.index_fault or self.receipt or self.journal or self.leftovers)

    @property
    def app(self) -> App | AppEntry | None:
        """Whose installation it is."""
        if self.receipt:
            return self.receipt.app
        return self.index.app if self.index else None


class Installation:
    """An application's place on this computer.

    Attributes:
        request: what is asked for.
        target: its folder.
        manifest: of the package, where the folder depends on it.
        store: its engines.
        transaction: its journal.
        parts: files in the staging folder with what has come of engines that are still wanted; they stay for the next
            run, unless this one is cancelled.
    """

    def __init__(self, request: Request) -> None:
        """Find the place.

        Raises:
            EngineInstallerError: it depends on a package's manifest that cannot be read.
        """
        self.request = request
        self.manifest: ManifestFile | None = None
        if request.target is not None:
            check_names(request.target, windows=os.name == "nt")
            self.target = absolute(request.target)
        else:
            self.manifest = parse_manifest(find_manifest(package_folder(request)))
            self.target = default_target(
                checked(self.manifest).app, request.scope or "current-user", windows=os.name == "nt"
            )
        self.store = EngineStore(self.target)
        self.transaction = Transaction(self.target)
        self.parts: Collection[Path] = ()
        self._check_safe: Callable[[], None] = lambda: None

    def scope_given(self, receipt: Receipt | None) -> Scope:
        """Decide whom the installation is for: as asked, else as it was, else the current user."""
        return self.request.scope or (receipt.scope if receipt else "current-user")

    def read_state(self, cancel: CancelToken = NEVER, *, quick: bool = False, with_engines: bool = True) -> TargetState:
        """Read what is there.

        Args:
            cancel: stops it while files are hashed.
            quick: as of `EngineStore.file_state`.
            with_engines: look at the files of engines, which a removal does without.

        Raises:
            EngineInstallerError: something cannot be trusted or read.
        """
        journal = self.transaction.pending()
        index = self.store.read_index()
        engines = [
            InstalledEngine(record, self.store.file_state(record, quick=quick, cancel=cancel))
            for record in (index.engines if index and with_engines else [])
        ]
        leftovers = self.store.has_leftovers() or self.transaction.has_leftovers()
        return TargetState(
            index,
            self.store.index_fault() if index is None else None,
            read_receipt(self.target),
            journal,
            leftovers,
            tuple(engines),
        )

    def read_state_with_finished(self, cancel: CancelToken) -> TargetState:
        """Read what is there, with the engines that a run which was cut off has finished. The target must be held."""
        state = self.read_state(cancel)
        finished = self.store.finished(cancel)
        return replace(
            state,
            engines=(*state.engines, *(InstalledEngine(item.record, "intact", item.path) for item in finished)),
        )

    def check_permitted(self, receipt: Receipt | None) -> None:
        """Refuse what this process has no right to do, or should not do with the rights that it has.

        Raises:
            AccessDenied: it is for all users, and this process may not change that.
            BlockedByPolicy: another user could redirect what is written.
        """
        scope = self.scope_given(receipt)
        if lacks_rights(scope):
            raise AccessDenied(
                say("An installation for all users needs administrator rights."),
                hint=say(
                    "Run this as administrator or with sudo, or use --current-user.",
                    window="Run this as administrator.",
                ),
                plain=say("Administrator rights are needed for this."),
                remedy=Remedy.NONE,
            )
        self._check_safe = lambda: check_safe(self.target, scope)
        self._check_safe()

    def check_feasible(self, operations: Sequence[Operation], receipt: Receipt | None) -> None:
        """Check as `Transaction.check_feasible` does, with the rights that this run has."""
        scope = self.scope_given(receipt)

        def reason_against(folder: Path) -> str | None:
            if not is_strict(scope, self.target, folder):
                return None
            # The engines alone may lie behind a link, on another volume, if nobody else could lead it elsewhere.
            return distrust(folder, follow=folder == self.target / ENGINES_FOLDER)

        self.transaction.check_feasible(operations, reason_against)

    def wait_for_others(self, cancel: CancelToken) -> Iterator[Event]:
        """Wait until no other run works on the target, where that was asked for."""
        if self.request.wait and self.store.is_held():
            yield Warned(
                say(
                    "Another run of engine-installer is working on {folder}; waiting until it has finished.",
                    folder=self.target,
                )
            )
            while self.store.is_held():
                _pause(cancel)

    @contextlib.contextmanager
    def held(self, app: App | AppEntry | None, cancel: CancelToken, *, removing: bool = False) -> Iterator[None]:
        """Hold the target, so that no other run changes it. What is staged and not committed is removed in the end.

        Args:
            app: whose installation it is; None when that is unknown.
            cancel: ends the wait for another run.
            removing: our own folder goes last of all, by `remove_made_folders`: as long as it is there, a removal that
                was cut off is known to be one.

        Raises:
            AlreadyRunning: another run holds it, and this one does not wait.
        """
        wait = (lambda: _pause(cancel)) if self.request.wait else None
        name = f"engine-installer-{app.id}" if app else "engine-installer"
        with announce(name), self.store.exclusive(wait, self._check_safe):
            try:
                yield
            finally:
                if not self.transaction.is_begun():
                    is_cancelled = cancel.is_set and not cancel.timed_out
                    self.store.clear_staging(() if is_cancelled else self.parts)
                    self.transaction.drop_staging(keep_folder=removing)

    def warn_if_closed(self) -> Iterator[Event]:
        """Warn an administrator whose habits (the umask) have closed what was installed to all other users."""
        home = os.path.expanduser("~")  # noqa: PTH111 - pathlib's raises where there is none
        if not has_administrator_rights() or self.target.is_relative_to(home):
            return
        places = (self.target, self.store.folder, self.store.index_path)
        closed = next((place for place in places if exists(place) and is_closed_to_others(place)), None)
        if closed:
            yield Warned(
                say(
                    "Other users of this computer cannot read {place}. If they use the application, run "
                    "'chmod -R go+rX {folder}'; --all-users gives them the right from the start.",
                    window="Other users of this computer cannot read {place}. If they use the application, an "
                    "administrator must give them the right.",
                    place=closed,
                    folder=self.target,
                )
            )

    def recover(self, cancel: CancelToken) -> Iterator[Event]:
        """Complete what an earlier run has begun, before anything else is decided."""
        journal = self.transaction.pending()
        if journal is None:
            return
        receipt = read_receipt(self.target)
        self.check_permitted(receipt)
        with self.held(receipt.app if receipt else None, cancel, removing=journal.action == "uninstall"):
            # Another run may have done it by now.
            if journal := self.transaction.pending():
                yield Warned(
                    say("A removal was interrupted; it is completed first.")
                    if journal.action == "uninstall"
                    else say("An installation was interrupted; it is completed first.")
                )
                yield from self.complete(journal, was_interrupted=True)
        if journal:
            self.remove_made_folders(journal)

    def complete(self, journal: Journal, *, was_interrupted: bool = False) -> Iterator[Event]:
        """Apply a journal to its end, whether it was just written or is of a run that was cut off.

        Args:
            journal: what remains to be done.
            was_interrupted: whether it is of a run that was cut off.

        Raises:
            EngineInstallerError: the system refused; the next run goes on.
        """
        try:
            yield from self._remove_shortcuts(journal)
            if listed := journal.unregister:
                if journal.action == "uninstall":
                    registration.unregister(listed, self.target)
                else:
                    yield from _warning_of(lambda: registration.unregister(listed, self.target))
            self.transaction.apply(journal, was_interrupted=was_interrupted)
            if journal.action == "install":
                receipt, index = read_receipt(self.target), self.store.read_index()
                if receipt and receipt.registration:
                    entry = self.entry(receipt, index)
                    # Worth a warning, not a target that can never be repaired; the next run tries again.
                    yield from _warning_of(lambda: registration.register(entry))
                    yield from _write_shortcuts(entry)
                if index:
                    self.store.collect_garbage(index, journal.superseded)
            self.store.clear_staging(self.parts)
            self.transaction.finish()
        except EngineInstallerError as error:
            error.hint = join("\n", [error.hint, _RERUN_HINT])
            raise

    def _remove_shortcuts(self, journal: Journal) -> Iterator[Event]:
        """Remove the shortcuts that go with the application."""
        from installer.target.registration import shortcuts

        if not journal.shortcuts:
            return
        scope = self.scope_given(read_receipt(self.target))
        for path in map(Path, journal.shortcuts):
            yield from _warning_about_shortcut(path, partial(shortcuts.remove_shortcut, path, self.target, scope))

    def remove_made_folders(self, journal: Journal) -> list[Path]:
        """After a removal, remove the folders that were made for the application and are empty now.

        Where the program runs from one of them and the system holds it, it goes with them when it has ended.

        Returns:
            Those that are empty, but may not be removed by this user.

        Raises:
            EngineInstallerError: the system refused for another reason.
        """
        if journal.action != "uninstall":
            return []
        # A journal that was tampered with can at most name empty folders on the way to the target.
        target = _real_path(self.target)
        above = {target, *target.parents}
        made = [_real_path(Path(path)) for path in journal.made if "\0" not in path]
        made = sorted((path for path in made if path in above), key=lambda path: -len(path.parts))
        folders = [self.store.folder, self.transaction.folder, *map(extended_path, made)]
        refused = [folder for folder in folders if remove_empty_folder(folder)]
        if holds_running_programs() and runs_from(self.target):
            remove_after_exit(self.target / KEPT_PROGRAM, folders)
        return refused

    def entry(self, receipt: Receipt, index: EngineIndex | None) -> Entry:
        """What the system lists of this installation."""
        size = sum(file.size for file in receipt.files)
        size += sum(engine.size for engine in (index.engines if index else []))
        today = datetime.datetime.now().astimezone()
        target = plain_path(self.target)
        date = f"{today:%Y%m%d}"
        if copied := copied_programs(receipt, target):
            wizard, console = copied
            # The executable of a program without a window needs a terminal.
            serves_both = wizard == console and not has_wizard()
            return Entry(receipt, target, (str(wizard),), size, date, None if serves_both else (str(console),))
        return Entry(receipt, target, registration.own_program(sys.argv), size, date)


def _real_path(path: Path) -> Path:
    """Follow the links in a path, and write it in the one way that it has without Windows' prefix for long ones.

    Where the system refuses, such as Wine with long ones, there are none to follow.
    """
    try:
        return plain_path(Path(os.path.realpath(path)))
    except OSError:
        return plain_path(path)


def _warning_of(change: Callable[[], None]) -> Iterator[Warned]:
    try:
        change()
    except EngineInstallerError as error:
        yield Warned(say("The operating system's list of applications was not changed: {reason}", reason=error.message))


def _write_shortcuts(entry: Entry) -> Iterator[Warned]:
    """Write that in the Start menu, and again those still on the desktop: the program may have another name."""
    from installer.target.registration import shortcuts

    app, note = entry.receipt.app, entry.receipt.registration
    in_menu = start_menu_path(app, entry.receipt.scope, note, windows=os.name == "nt")
    # What the receipt says could be anything, so nothing new is written there.
    there = [path for path in map(Path, entry.receipt.shortcuts) if shortcuts.is_ours(path, entry.target)]
    for path in filter(None, [*there, in_menu]) if note and note.executable else ():
        yield from _warning_about_shortcut(path, partial(shortcuts.write_shortcut, entry, path))


def _warning_about_shortcut(path: Path, change: Callable[[], None]) -> Iterator[Warned]:
    try:
        change()
    except EngineInstallerError as error:
        yield Warned(say("The shortcut {file} was not changed: {reason}", file=path, reason=error.message))


def _pause(cancel: CancelToken) -> None:
    """Let another run go on for a moment."""
    cancel.check()
    time.sleep(_WAIT_SECONDS)

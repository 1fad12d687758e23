"""One application in one target: what is asked for, what is there, and completing what an earlier run had begun."""

from __future__ import annotations

import contextlib
import datetime
import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import builder
from builder.busy import BusyPolicy
from builder.cancellation import CancelToken
from builder.engine_store import EngineIndex, EngineStore
from builder.errors import AccessDenied, EngineInstallerError, PackageMissing
from builder.files import absolute
from builder.manifest import AppPackage, find_manifest, load_package, read_manifest
from builder.operating_system import announce, has_administrator_rights
from builder.plan import InstalledEngine, PlanOptions
from builder.protocol import Event, Warned
from installer import registration
from installer.receipt import KEPT_PACKAGE, Receipt, read_receipt
from installer.target import Scope, check_safe, default_target
from installer.transaction import Journal, Transaction

_WAIT_SECONDS = 0.25


@dataclass(frozen=True)
class Request:
    """What a front end asks for.

    Attributes:
        package: folder of the app package; None for the one that is installed or shipped.
        target: folder of the application; None for the scope's default.
        scope: whom it is for; None for whom it was installed for, and at first the current user.
        options: for the plan.
        busy: what to do about a GPU that is in use when kernels are to be timed on it.
        wait: wait while another run works on the target.
        log_path: named in messages; None without a log.
    """

    package: Path | None = None
    target: Path | None = None
    scope: Scope | None = None
    options: PlanOptions = field(default_factory=PlanOptions)
    busy: BusyPolicy = field(default_factory=BusyPolicy)
    wait: bool = False
    log_path: Path | None = None


def shipped_package() -> Path:
    """The app package that came with this program."""
    return Path(builder.__file__).resolve().parent.parent / "assets"


@dataclass(frozen=True)
class Found:
    """What is in a target.

    Attributes:
        index: engines.json.
        receipt: what was installed besides engines.
        journal: what an earlier run had begun and not ended.
        engines: those of the index, and those that a run which was cut off had finished.
    """

    index: EngineIndex | None
    receipt: Receipt | None
    journal: Journal | None
    engines: tuple[InstalledEngine, ...]

    @property
    def is_nothing(self) -> bool:
        return self.index is None and self.receipt is None and self.journal is None


class Installation:
    """An application's place on this computer.

    Attributes:
        target: its folder.
        scope: whom it is for.
        store: its engines.
        transaction: its journal.
    """

    def __init__(self, request: Request) -> None:
        """Find the place.

        Raises:
            EngineInstallerError: it depends on a package's manifest that cannot be read.
        """
        scope: Scope = request.scope or "current-user"
        if request.target is not None:
            self.target = absolute(request.target)
        else:
            app = read_manifest(find_manifest(package_folder(request))).app
            self.target = default_target(app, scope, windows=os.name == "nt")
        self.store = EngineStore(self.target)
        self.transaction = Transaction(self.target)
        self._asked_scope = request.scope

    def scope_given(self, receipt: Receipt | None) -> Scope:
        """Whom the installation is for: as asked, else as it was, else the current user."""
        return self._asked_scope or (receipt.scope if receipt else "current-user")

    def find(self, check_cancelled: Callable[[], None] = lambda: None, *, quick: bool = False) -> Found:
        """Read what is there.

        Raises:
            EngineInstallerError: something is not to be trusted, or cannot be read.
        """
        index = self.store.read_index()
        engines = [
            InstalledEngine(record, self.store.file_state(record, quick=quick, check_cancelled=check_cancelled))
            for record in (index.engines if index else [])
        ]
        return Found(index, read_receipt(self.target), self.transaction.pending(), tuple(engines))

    def find_with_finished(self, check_cancelled: Callable[[], None]) -> Found:
        """The same with the engines that a run which was cut off had finished. Only for whoever holds the target."""
        found = self.find(check_cancelled)
        finished = self.store.finished(check_cancelled)
        return replace(
            found,
            engines=(*found.engines, *(InstalledEngine(item.record, "intact", item.path) for item in finished)),
        )

    def check_permitted(self, receipt: Receipt | None) -> None:
        """Refuse what this process has no right to do, or should not do with the rights that it has.

        Raises:
            AccessDenied: it is for all users, and this process may not change that.
            BlockedByPolicy: somebody else could redirect what is written.
        """
        scope = self.scope_given(receipt)
        if scope == "all-users" and not has_administrator_rights():
            raise AccessDenied(
                "An installation for all users needs administrator rights.",
                hint="Run this as administrator or with sudo, or use --current-user.",
            )
        check_safe(self.target, scope)

    def wait_until_free(self, check_cancelled: Callable[[], None]) -> Iterator[str]:
        """Wait while another run holds the target; tells once that it does.

        Raises:
            EngineInstallerError: of `check_cancelled`.
        """
        if self.store.is_held():
            yield f"Another run of engine-installer is working on {self.target}; waiting until it has finished."
        while self.store.is_held():
            pause(check_cancelled)

    @contextlib.contextmanager
    def held(self, app_id: str, *, wait: Callable[[], None] | None) -> Iterator[None]:
        """Hold the target, so that no other run changes it. What is staged and not committed is gone in the end."""
        with announce(f"engine-installer-{app_id}"), self.store.exclusive(wait):
            try:
                yield
            finally:
                if not self.transaction.is_begun():
                    self.store.clear_staging()
                    self.transaction.drop_staging()

    def complete(self, journal: Journal) -> None:
        """Carry out a journal to its end, whether it was just written or is of a run that was cut off.

        Raises:
            EngineInstallerError: the system refused; the next run goes on.
        """
        receipt = read_receipt(self.target)
        if journal.action == "uninstall" and receipt and receipt.registration:
            registration.unregister(receipt, self.target)
        self.transaction.carry_out(journal)
        if journal.action == "install":
            receipt, index = read_receipt(self.target), self.store.read_index()
            if receipt and receipt.registration:
                registration.register(self._entry(receipt, index))
            if index:
                self.store.collect_garbage(index, journal.superseded)
        self.store.clear_staging()
        self.transaction.finish()
        if journal.action == "uninstall":
            self._remove_own_folders()

    def _remove_own_folders(self) -> None:
        for folder in (self.transaction.folder, self.store.folder):
            with contextlib.suppress(OSError):
                folder.rmdir()

    def _entry(self, receipt: Receipt, index: EngineIndex | None) -> registration.Entry:
        size = sum(file.size for file in receipt.files) + sum(
            engine.size for engine in (index.engines if index else [])
        )
        today = datetime.datetime.now().astimezone()
        return registration.Entry(receipt, self.target, registration.own_program(sys.argv), size, f"{today:%Y%m%d}")


def wait_for_others(request: Request, installation: Installation, cancel: CancelToken) -> Iterator[Event]:
    """Where that was asked for, wait until no other run works on the target."""
    if request.wait:
        for message in installation.wait_until_free(cancel.check):
            yield Warned(message)


def pause(check_cancelled: Callable[[], None]) -> None:
    """Let another run go on for a moment."""
    check_cancelled()
    time.sleep(_WAIT_SECONDS)


def package_folder(request: Request) -> Path:
    """The package that was asked for, or else the shipped one."""
    return shipped_package() if request.package is None else absolute(request.package)


def package_of(index: EngineIndex, target: Path) -> Path:
    """The package of an installation: the copy that was kept, else where it came from, else the shipped one.

    Raises:
        PackageMissing: none of them is there.
    """
    for folder in (target / KEPT_PACKAGE, Path(index.app.package), shipped_package()):
        with contextlib.suppress(EngineInstallerError):
            if read_manifest(find_manifest(folder)).app.id == index.app.id:
                return folder
    raise PackageMissing(
        f"The app package of {index.app.name} is no longer at {index.app.package}.",
        hint="Give its folder with --package.",
    )


def load(
    package: Path, target: Path, check_cancelled: Callable[[], None] = lambda: None, *, read_content: bool = True
) -> AppPackage:
    """Read a package; the copy that was kept for repairs is one without the application's own files.

    Raises:
        EngineInstallerError: it is missing or not valid.
    """
    complete = package != target / KEPT_PACKAGE
    return load_package(package, check_cancelled, read_content=read_content, with_payload=complete)

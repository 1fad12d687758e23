"""Install and repair, over one plan and one transaction. Every front end runs these and decides nothing itself."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path

from builder.app_package.package import AppPackage, load_package
from builder.base.cancellation import CancelToken
from builder.base.errors import EngineInstallerError, FeedNotTrusted, InvalidParameter, Remedy, TimeLimitReached
from builder.base.events import Built, Committing, Event, Logged, PlanMade, PreflightDone
from builder.base.files import absolute, sha256_of, write_durably
from builder.base.json_file import Damaged, to_bytes
from builder.base.paths import entries_of
from builder.base.text import say
from builder.building.engine_record import make_record
from builder.building.inputs import Inputs
from builder.building.machine import Machine
from builder.building.plan import Build, BuildPlan, InstalledEngine
from builder.building.preflight import Check, library_missing, machine_checks, refusal_of
from builder.building.scheduler import BuildEnded, Scheduler
from builder.building.target_facts import survey_target, target_checks
from builder.building.target_questions import AnswerMemory, AsksLibrary
from builder.engines.index import EngineIndex, EngineRecord
from builder.engines.options import EngineOptions
from builder.engines.sameness import ExpectedEngine, index_with_sameness, with_sameness
from builder.engines.store import ENGINE_STAGING, ENGINES_FOLDER, StagedEngine
from builder.feed.statement import expected_of
from builder.gpu.busy import BusyVerdict
from builder.operating_system import keep_awake
from builder.timing.catalogue import Catalogue, catalogue_folder, load_catalogue
from installer.actions.delivery import Delivery, parts_of
from installer.actions.engine_index import make_index
from installer.actions.features import check_features, installed_index, part_that_changes, with_features
from installer.actions.install_plan import (
    InstallPlan,
    check_same_application,
    engines_removed,
    file_changes,
    make_receipt,
    options_for,
    plan_engines,
    repair_request,
)
from installer.actions.outcome import (
    BuildResult,
    events_of,
    found_wrong,
    keeps_current,
    outcome,
    refusal_to_publish,
    sameness_events,
    success_result,
)
from installer.actions.own_logs import about
from installer.target import registration
from installer.target.application_files import copies_of_models
from installer.target.application_files import stage as stage_files
from installer.target.file_changes import FileChanges, SourceFile
from installer.target.installation import Installation
from installer.target.journal import Install, Journal, Operation
from installer.target.kit import check_kit, forbid_downloads_outside
from installer.target.library import Library, Unpacking, survey_library
from installer.target.location import distrust_input, lacks_rights
from installer.target.maintenance_copy import runs_from
from installer.target.package_choice import load_installed_package, package_folder
from installer.target.paths import KEPT_PACKAGE, RECEIPT
from installer.target.receipt import Receipt, read_receipt
from installer.target.request import Request


def install(request: Request, machine: Machine, cancel: CancelToken, *, repairing: bool = False) -> Iterator[Event]:
    """Install everything that is not current, as one transaction.

    Args:
        request: what is asked for.
        machine: this computer.
        cancel: stops the run until it is committed.
        repairing: restore what is installed, from the package that was installed.

    Yields:
        What happens; the last event is the `Result`.

    Raises:
        NotInstalled: there is nothing to repair.
        EngineInstallerError: nothing was changed, or what was begun is completed by the next run.
    """
    installation = Installation(request)
    # Before engines are hashed: another user's can keep a run busy for as long as that user likes.
    installation.check_permitted(read_receipt(installation.target))
    yield from installation.wait_for_others(cancel)
    yield from installation.recover(cancel)
    yield from InstallRun(installation, machine, cancel, repairing=repairing).events()


def repair(request: Request, machine: Machine, cancel: CancelToken) -> Iterator[Event]:
    """Rebuild what is damaged, missing or stale in an existing installation; like `install` in everything else."""
    yield from install(request, machine, cancel, repairing=True)


def plan(request: Request, machine: Machine, cancel: CancelToken, *, repairing: bool = False) -> InstallPlan:
    """Find out what `install` or `repair` would do, changing nothing."""
    return InstallRun(Installation(request), machine, cancel, repairing=repairing).plan()


class InstallRun:
    """One run of `install` or `repair`; its steps share what it has found.

    Attributes:
        installation: where.
        state: what is there.
        request: what is asked for; of a repair and a change of features, what the installation was asked for. Features
            that were left out before are left out in all of them.
    """

    def __init__(
        self,
        installation: Installation,
        machine: Machine,
        cancel: CancelToken,
        *,
        repairing: bool = False,
        delivery: Delivery | None = None,
    ) -> None:
        """Read what is installed.

        Args:
            installation: where.
            machine: this computer.
            cancel: stops the run until it is committed.
            repairing: restore what is installed.
            delivery: what is known of the vendor's feed; None for nothing.

        Raises:
            NotInstalled: there is nothing to repair.
            EngineInstallerError: something cannot be trusted or read.
        """
        self._machine, self._cancel, self._repairing = machine, cancel, repairing
        forbid_downloads_outside(installation.request.kit)
        self.installation = installation
        self.state = installation.read_state(cancel)
        self.request = installation.request
        if repairing:
            self.request = repair_request(self.request, installation.store.index_path, self.state, machine)
        self._asked = self.request
        self._delivery = delivery or Delivery(self.request.feed, cancel)

    @cached_property
    def package(self) -> AppPackage:
        """The package that was asked for; a repair finds the one that was installed, and so does the program's copy.

        Raises:
            EngineInstallerError: it cannot be used.
        """
        state, target = self.state, self.installation.target
        if self.request.kit:
            check_kit(absolute(self.request.kit), self._cancel)
        of_installed = self._repairing or self.request.changes_features or runs_from(target)
        if self.request.package is None and of_installed:
            scope = self.installation.scope_given(state.receipt)
            return load_installed_package(target, state.app, state.index, state.receipt, scope, self._cancel)
        folder = package_folder(self.request)
        # A copy that was kept for repairs is one without the application's own files.
        package = load_package(
            self.installation.manifest or folder, self._cancel, with_payload=folder != target / KEPT_PACKAGE
        )
        payload = package.manifest.payload
        if payload and Path(os.path.realpath(target)).is_relative_to(os.path.realpath(package.root / payload.folder)):
            raise InvalidParameter(
                say("{folder} is the folder that the application's files come from.", folder=target),
                hint=say("Choose another folder with --target.", window="Choose another folder."),
                plain=say("The files of the setup are in this folder."),
                remedy=Remedy.OTHER_FOLDER,
            )
        return package

    @cached_property
    def expected(self) -> tuple[ExpectedEngine, ...] | None:
        """What the package's vendor has stated about the bytes of engines; None without a statement.

        Raises:
            PackageInvalid: that of the package cannot be trusted.
            FeedNotTrusted: that of the feed cannot.
        """
        try:
            return expected_of(self.package, self._delivery.statement)
        except Damaged as error:
            raise FeedNotTrusted(
                say("The feed's statement about engines was refused: {reason}.", reason=error.reason),
                hint=say("Ask the application's vendor; nothing of it was used."),
            ) from error

    def events(self) -> Iterator[Event]:
        """Run every step.

        Yields:
            What happens; the last event is the `Result`.
        """
        installation = self.installation
        installation.check_permitted(self.state.receipt)
        plan = self.plan()
        yield PlanMade(plan.to_json())
        yield Logged("info", about(plan.receipt.app.id, installation.target))
        yield from plan.warnings()
        checks = self.preflight(plan)
        yield PreflightDone(tuple(check.to_json() for check in checks))
        refusal = refusal_of(checks) or plan.refusal
        if refusal:
            raise refusal
        if plan.changes_nothing:
            installation.store.remove_stale_lock()
            yield from plan.kept_events()
            yield from sameness_events(plan.index)
            yield success_result(plan, say("Everything is current; nothing was changed."))
            return
        with installation.held(plan.receipt.app, self._cancel):
            plan = self._plan_again(plan)
            yield from plan.kept_events()
            plan, inputs = yield from self._prepare_files(plan)
            plan, built = yield from self.build(plan, inputs)
            index = self._index(plan.build, built)
            yield from sameness_events(index)
            journal = self.stage(plan, built, index)
            yield from self.commit(journal, index)
            yield outcome(plan, built, installation.store, timed_out=self._cancel.timed_out)

    def plan(self) -> InstallPlan:
        """Read everything else that a plan depends on, and make it.

        Raises:
            EngineInstallerError: the package cannot be installed here as it was asked for.
        """
        request = self._of_installation()
        package, state, target, cancel = self.package, self.state, self.installation.target, self._cancel
        self.request = with_features(request, package.manifest, state.index)
        part = part_that_changes(package, request, state)
        check_features(package, (*self.request.options.without, *self.request.options.wanted), state.index)
        check_same_application(package, state, target)
        catalogue = load_catalogue(catalogue_folder(package.root), cancel)
        scope = self.installation.scope_given(state.receipt)
        library = survey_library(
            package, target, state.receipt, self.request.wheels, cancel, scope, self._machine.system
        )
        machine = self._machine.with_library(library.libraries)
        self._delivery.check(package)
        build_plan = self.plan_engines(part, self.request, machine, state.engines, catalogue, library)
        files = self._file_changes(build_plan, library)
        receipt = self._receipt(files)
        index = self._index(build_plan)
        if self._repairing:  # which has read the files, so later looks need not
            index = self.installation.store.with_times(index, {})
        changes_nothing = (
            not (build_plan.to_build or build_plan.to_check)
            and index == state.index
            and files.is_nothing
            and receipt == state.receipt
            and state.journal is None
            and not state.leftovers
            and registration.is_listed(receipt, target)
        )
        removed = engines_removed(build_plan, index, state.index)
        return InstallPlan(
            build_plan, files, receipt, index, changes_nothing, library, machine, previous=state.app, removed=removed
        )

    def plan_engines(
        self,
        package: AppPackage,
        request: Request,
        machine: Machine,
        installed: Sequence[InstalledEngine],
        catalogue: Catalogue,
        library: Library,
        memory: AnswerMemory | None = None,
    ) -> BuildPlan:
        """Plan the engines, as of `install_plan.plan_engines`; the feed is asked where one may come from there."""
        asks, delivery = self.asks(library, machine), self._delivery

        def plan() -> BuildPlan:
            return plan_engines(
                package, request, machine, installed, catalogue, asks, memory, feed=delivery.feed, library=library
            )

        first = plan()
        if delivery.feed is not None or not first.asks_feed:
            return first
        delivery.ask(package, self.state.receipt.feed if self.state.receipt else None)
        return plan()

    def _receipt(self, files: FileChanges) -> Receipt:
        before = self.state.receipt
        seen = self._delivery.seen(self.package, before.feed if before else None)
        return make_receipt(self.package, self.installation, before, files, seen)

    def _of_installation(self) -> Request:
        """What is asked for; of a change of features, with the options of the installation.

        Raises:
            NotInstalled: features of an installation are to change, and there is none.
        """
        if not self._asked.changes_features:
            return self._asked
        index = installed_index(self.installation, self.state)
        return replace(self._asked, options=options_for(EngineOptions(), index, self._machine))

    def _index(self, build_plan: BuildPlan, built: BuildResult | None = None) -> EngineIndex:
        """What engines.json says in the end; without builds, what it would say of the engines that stay."""
        records, failures = (built.records, built.failures) if built else ({}, {})
        before, target = self.state.index, self.installation.target
        index = make_index(build_plan, records, failures, before, target, has_run=built is not None)
        index = index_with_sameness(index, self.expected)
        if before is None or not self.request.changes_features:
            return index
        decided = self.request.options
        options = replace(before.options, without=decided.without, wanted=decided.wanted)
        return replace(index, app=before.app, options=options)

    def _file_changes(self, build_plan: BuildPlan, library: Library, before: FileChanges | None = None) -> FileChanges:
        """Look at the files of the target besides engines; only at those of `before` that are to change."""
        receipt, only_for_engines = self.state.receipt, self.request.changes_features
        if only_for_engines and not build_plan.to_build:
            return FileChanges(receipt.files if receipt else ())
        return file_changes(
            self.package,
            build_plan.catalogue,
            library.files,
            self.installation.target,
            receipt,
            self._cancel,
            before,
            thorough=self._repairing,
            only_for_engines=only_for_engines,
        )

    def asks(self, library: Library, machine: Machine) -> AsksLibrary | None:
        """Say how the library is asked what it refuses; None where it cannot be, because it is not unpacked yet."""
        if library.is_to_be_unpacked:
            return None
        # Nothing is staged yet, and what is kept may be of another version.
        folder = library.path_in(self.installation.target)
        return AsksLibrary(machine, Inputs(folder, changeable=self._changeable(self.package)), self._cancel)

    def preflight(self, plan: InstallPlan) -> list[Check]:
        """Check what must be right before anything is built."""
        # What changes nothing needs no access, and what another process does needs its access.
        is_ours = not lacks_rights(self.installation.scope_given(self.state.receipt))
        facts = survey_target(self.installation.store, probe=is_ours and not plan.changes_nothing)
        if self.request.wait:
            facts = replace(facts, held=False)
        library = plan.library
        copy_bytes = plan.files.bytes_to_copy + (library.bytes_needed() if plan.gets_library else 0)
        fetched = {file.sha256: file.size for planned in plan.build.built_here for file in planned.model.in_feed}
        copy_bytes += sum(fetched.values())
        if not self.package.manifest.maintenance.keep_package:
            # Of these, workers make copies of their own.
            changeable = self._changeable(self.package)
            models = {planned.model.title: planned.model for planned in plan.build.built_here}.values()
            files = (file for model in models for file in (model.onnx, *model.external_data))
            copy_bytes += sum(file.size for file in files if file.path in changeable)
        checks = [
            *machine_checks(plan.machine, plan.build, waits=self.request.busy.if_busy == "wait"),
            *target_checks(facts, plan.build, copy_bytes),
        ]
        if plan.refusal is not None and plan.refusal is library.problem:
            return [library_missing(library.problem) if check.name == "library" else check for check in checks]
        return checks

    def _plan_again(self, plan: InstallPlan) -> InstallPlan:
        """Now that no other run can change the target, take in what has changed since it was read, and clean up."""
        state = self.installation.read_state_with_finished(self._cancel)
        if state != self.state:
            # Another run has ended since, or one that was cut off has left something; planning again is cheap.
            self.state = state
            plan = self.plan()
            if plan.refusal:
                raise plan.refusal
        store = self.installation.store
        self.installation.parts = parts_of(plan.build.to_build, store)
        store.clear_staging({*self.installation.parts, *(engine.staged for engine in state.engines if engine.staged)})
        self.installation.transaction.drop_staging()
        return plan

    def _prepare_files(self, plan: InstallPlan) -> Generator[Event, None, tuple[InstallPlan, Inputs]]:
        """Stage what is copied, and get the engine library where it is needed.

        Returns:
            The plan with the files of that library, and what to build from: the copies, wherever there are any.
        """
        if copied := plan.files.install:
            files = "1 file" if len(copied) == 1 else f"{len(copied)} files"
            yield Logged("info", f"copying {files}, {plan.files.bytes_to_copy} bytes")
        if removed := plan.files.remove:
            yield Logged("info", f"to be removed, because this version does not have them: {', '.join(removed)}")
        if plan.gets_library:
            return (yield from self._unpack_library(plan, ()))
        stage_files(self.installation.transaction, plan.files, self._cancel)
        return plan, self._inputs(plan, plan.library.path_in(self.installation.target))

    def _unpack_library(
        self, plan: InstallPlan, staged_before: Sequence[SourceFile]
    ) -> Generator[Event, None, tuple[InstallPlan, Inputs]]:
        """Get the engine library, and stage what is not staged yet; returns as `_prepare_files` does."""
        transaction = self.installation.transaction
        unpacking = Unpacking(plan.library, transaction)
        yield from unpacking.events(self._cancel)
        plan = replace(plan, library=replace(plan.library, files=tuple(unpacking.files)))
        plan = self._with_files_now(plan)
        stage_files(transaction, plan.files, self._cancel, staged_before=[*unpacking.files, *staged_before])
        return plan, self._inputs(plan, unpacking.folder)

    def _inputs(self, plan: InstallPlan, library_folder: Path | None) -> Inputs:
        transaction, package = self.installation.transaction, self.package
        staged, kept = copies_of_models(package, plan.files, transaction)
        kept = {path: copy for path, copy in kept.items() if not self._is_changeable(copy)}
        return Inputs(library_folder, staged, kept, self._changeable(package))

    def _changeable(self, package: AppPackage) -> frozenset[Path]:
        return frozenset(filter(self._is_changeable, (file.path for file in package.files_of_engines)))

    def _is_changeable(self, path: Path) -> bool:
        """Whether users without the rights of this run could change a file while it is in use."""
        scope = self.installation.scope_given(self.state.receipt)
        return distrust_input(path, scope, self.installation.target) is not None

    def _with_files_now(self, plan: InstallPlan) -> InstallPlan:
        """Look once more at the files that are to change: while engines were built, they may have been edited."""
        return replace(plan, files=self._file_changes(plan.build, plan.library, plan.files))

    def build(self, plan: InstallPlan, inputs: Inputs) -> Generator[Event, None, tuple[InstallPlan, BuildResult]]:
        """Get every engine that the plan asks for.

        When time runs out, what is finished counts, and the next run goes on from there.

        Args:
            plan: of this run.
            inputs: where workers read what they build from.

        Returns:
            The plan, with the files of an engine library that had to be got only now, and what there is to publish.

        Raises:
            EngineInstallerError: there is nothing to publish, or the run was cancelled.
        """
        build_plan, store, machine = plan.build, self.installation.store, plan.machine

        def accept(
            planned: Build, path: Path, built: Built, busy: BusyVerdict | None, cancel: CancelToken
        ) -> StagedEngine:
            header = store.verify(path, planned.label, built.size, built.sha256, planned.wanted, cancel)
            return StagedEngine(path, make_record(planned, built, busy, header.targets, machine))

        def get_library() -> Generator[Event, None, Inputs]:
            nonlocal plan
            plan, ready = yield from self._unpack_library(plan, plan.files.install)
            return ready

        staged = {
            planned.key: StagedEngine(planned.installed.staged, planned.installed.record)
            for planned in build_plan.kept
            if planned.installed.staged and not planned.check
        }
        resumed = len(staged)
        failures: dict[str, EngineInstallerError] = {}
        checked: dict[str, EngineRecord] = {}
        work = (*build_plan.to_build, *build_plan.to_check)
        why = f"{build_plan.package.manifest.app.name}: building engines"
        awake = keep_awake(why) if work else contextlib.nullcontext(lambda: None)
        with contextlib.suppress(TimeLimitReached), awake as why_asleep:
            for item in Scheduler(
                work,
                jobs=build_plan.jobs,
                memory_bytes=machine.memory_free_bytes,
                memory_limit=build_plan.memory_limit_bytes,
                staging_path=store.staging_path,
                accept=accept,
                busy=self.request.busy,
                cancel=self._cancel,
                log_path=self.request.log_path,
                inputs=inputs,
                deliver=partial(self._delivery.deliver, store),
                obtain=partial(self._delivery.obtain, store),
                # What should have been downloaded may have to be built after all.
                get_library=get_library if plan.library.is_to_be_unpacked else None,
                installed_path=lambda record: store.folder / record.file,
            ).run():
                if reason := why_asleep():
                    yield Logged("info", f"the computer may go to sleep by itself: {reason}")
                if not isinstance(item, BuildEnded):
                    yield item
                    continue
                if record := found_wrong(item, build_plan):
                    checked[item.planned.key] = record
                if item.staged and item.planned.is_checked_only and item.staged.path.parent != store.staging:
                    checked[item.planned.key] = item.staged.record
                elif item.staged:
                    record = with_sameness(item.staged.record, self.expected)
                    compared = replace(item.staged, record=record)
                    item = replace(item, staged=compared)
                    store.note_finished(compared)
                    staged[item.planned.key] = compared
                elif item.error and not keeps_current(item):
                    failures[item.planned.key] = item.error
                yield from events_of(item)
        built = BuildResult(staged, failures, resumed, checked)
        left = (planned for planned in work if planned.key not in staged)
        self.installation.parts = parts_of(left, store)
        self._check_worth_publishing(plan, built)
        return plan, built

    def _check_worth_publishing(self, plan: InstallPlan, built: BuildResult) -> None:
        if self._cancel.timed_out and not built.staged:
            self._cancel.check()
        if refusal := refusal_to_publish(built, plan.build, changes_features=self.request.changes_features):
            raise refusal
        if not self._cancel.timed_out:
            self._cancel.check()

    def stage(self, plan: InstallPlan, built: BuildResult, index: EngineIndex) -> Journal:
        """Make ready everything that can fail, and write down in a journal what is left to be done.

        Raises:
            EngineInstallerError: it could not be carried out; nothing has changed.
        """
        installation, state = self.installation, self.state
        transaction, before = installation.transaction, plan.files
        plan = self._with_files_now(plan)
        stage_files(transaction, plan.files, self._cancel, staged_before=before.install)
        engines = list(self._engine_operations(built))
        staged_engines = {Path(item.file).name: installation.target / item.staged for item in engines}
        damaged = {engine.record.file for engine in state.engines if engine.file_state != "intact"}
        index = installation.store.with_times(index, staged_engines, damaged)
        operations: list[Operation] = [*plan.files.operations(transaction), *engines, *self._index_operations(index)]
        receipt = self._receipt(plan.files)
        if state.receipt is None:
            receipt = replace(receipt, made=self._made_folders())
        if receipt != state.receipt:
            staged = transaction.stage(RECEIPT)
            write_durably(staged, to_bytes(receipt))
            operations.append(transaction.install_operation(RECEIPT, sha256_of(staged)))
        installation.check_feasible(operations, state.receipt)
        previous, listed = state.index, state.receipt.registered if state.receipt else None
        in_menu = state.receipt.start_menu if state.receipt else None
        return Journal(
            action="install",
            operations=tuple(operations),
            superseded=(*previous.superseded, *(record.file for record in previous.engines)) if previous else (),
            unregister=listed if listed != receipt.registered else None,
            shortcuts=(in_menu,) if in_menu and in_menu != receipt.start_menu else (),
        )

    def _engine_operations(self, built: BuildResult) -> Iterator[Install]:
        # Several GPUs may get the same file.
        for engine in {engine.record.file: engine for engine in built.staged.values()}.values():
            # Builds are reproducible, and an application may hold the file.
            if self.installation.store.file_state(engine.record, quick=False) != "intact":
                yield Install(
                    staged=f"{ENGINE_STAGING}/{engine.path.name}",
                    file=f"{ENGINES_FOLDER}/{engine.record.file}",
                    sha256=engine.record.sha256,
                )

    def _index_operations(self, index: EngineIndex) -> Iterator[Install]:
        if index != self.state.index:
            store = self.installation.store
            path = store.stage_index(index)
            yield Install(
                staged=f"{ENGINE_STAGING}/{path.name}",
                file=f"{ENGINES_FOLDER}/{store.index_path.name}",
                sha256=sha256_of(path),
                last=True,
            )

    def _made_folders(self) -> tuple[str, ...]:
        """The folders that were made for the application, as far as that is known."""
        installation, state = self.installation, self.state
        made = [path for path in installation.store.new_folders if path != installation.store.folder]
        own = {installation.store.folder, installation.transaction.folder}
        if not made and state.leftovers and state.index is None and set(entries_of(installation.target)) <= own:
            made = [installation.target]  # by a run that was cut off
        return tuple(str(path) for path in made)

    def commit(self, journal: Journal, index: EngineIndex) -> Iterator[Event]:
        """Pass the point of no return, and put everything in its place.

        Raises:
            EngineInstallerError: nothing was changed, or what was begun is completed by the next run.
        """
        yield Committing()
        self.installation.transaction.commit(journal)
        yield from self.installation.complete(journal)
        yield from self.installation.warn_if_closed()
        kept = {record.file for record in index.engines}
        for record in self.state.index.engines if self.state.index else []:
            if record.file not in kept:
                yield Logged("info", f"removed {record.file}, which nothing needs any longer", record.model)

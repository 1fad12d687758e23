"""Install and repair, over one plan and one transaction. Every front end runs these and decides nothing itself."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from builder.app_package.manifest import BackendChoice
from builder.app_package.package import AppPackage, load_package
from builder.backend import BACKENDS
from builder.base.cancellation import CancelToken
from builder.base.errors import (
    BuilderCrashed,
    BuildFailed,
    EngineInstallerError,
    ExitCode,
    GpuBusy,
    InvalidParameter,
    LibraryMissing,
    NotInstalled,
    TimeLimitReached,
)
from builder.base.events import (
    Built,
    Committing,
    Event,
    Logged,
    ModelFinished,
    PlanMade,
    PreflightDone,
    Result,
    Warned,
)
from builder.base.files import sha256_of, write_durably
from builder.base.json_file import to_bytes
from builder.base.text import join
from builder.building.machine import Machine
from builder.building.plan import Build, BuildPlan, Keep, PlanOptions, Skip
from builder.building.planner import make_plan
from builder.building.preflight import Check, library_missing, machine_checks, refusal_of, survey_target, target_checks
from builder.building.scheduler import BuildEnded, Scheduler
from builder.engines.index import EngineIndex, EngineRecord, InstallOptions
from builder.engines.store import ENGINE_STAGING, ENGINES_FOLDER, EngineStore, StagedEngine
from builder.gpu.busy import BusyVerdict
from builder.gpu.choice import ALL_GPUS
from builder.operating_system import keep_awake
from builder.timing.catalogue import Catalogue, catalogue_folder, load_catalogue
from installer.actions.engine_index import busy_note, make_index, make_record, recorded
from installer.target import registration
from installer.target.application_files import files_to_install, installed_icon, stage, survey_changes
from installer.target.file_changes import FileChanges, SourceFile
from installer.target.installation import Found, Installation, Request
from installer.target.journal import Install, Journal
from installer.target.library import Library, Unpacking, survey_library
from installer.target.maintenance_copy import program_files, unchanged
from installer.target.package_choice import load_installed_package
from installer.target.paths import KEPT_PACKAGE, RECEIPT, folders_of, is_maintenance
from installer.target.receipt import Receipt, ReceiptApp, RegistrationNote


@dataclass(frozen=True)
class InstallPlan:
    """What `install` would do to engines and to all other files.

    Attributes:
        build: the engines.
        files: everything else.
        receipt: what is to be noted of it.
        index: what engines.json would say if no engine had to be built.
        changes_nothing: it is all there already.
        library: the engine library.
    """

    build: BuildPlan
    files: FileChanges
    receipt: Receipt
    index: EngineIndex
    changes_nothing: bool
    library: Library

    @property
    def gets_library(self) -> bool:
        """Whether the engine library is to be got: only to build with it."""
        return bool(self.build.to_build) and self.library.is_to_be_unpacked

    @property
    def refusal(self) -> EngineInstallerError | None:
        """Why nothing can be installed."""
        lacks_library = self.gets_library or isinstance(self.build.refusal, LibraryMissing)
        return (self.library.problem if lacks_library else None) or self.build.refusal

    def to_json(self) -> dict[str, Any]:
        """What `--plan --json` prints."""
        own = {"scope": self.receipt.scope, "files": self.files.to_json(), "library": self.library.to_json()}
        return self.build.to_json() | own


def plan(request: Request, machine: Machine, cancel: CancelToken, *, repairing: bool = False) -> InstallPlan:
    """What `install` or `repair` would do, changing nothing."""
    installation = Installation(request)
    found = installation.find(cancel)
    if repairing:
        request = _repair_request(request, installation, found, machine)
    package = _package(request, installation, found, cancel, repairing=repairing)
    return _plan(request, package, installation, found, machine, cancel, repairing=repairing)


def _package(
    request: Request, installation: Installation, found: Found, cancel: CancelToken, *, repairing: bool
) -> AppPackage:
    """The package that was asked for; a repair finds the one that was installed."""
    if repairing and request.package is None:
        return load_installed_package(installation.target, found.app, found.index, found.receipt, cancel)
    folder = request.package_folder
    # A copy that was kept for repairs is one without the application's own files.
    package = load_package(folder, cancel, with_payload=folder != installation.target / KEPT_PACKAGE)
    payload = package.manifest.payload
    target = Path(os.path.realpath(installation.target))
    if payload and target.is_relative_to(os.path.realpath(package.root / payload.folder)):
        raise InvalidParameter(
            f"{installation.target} is the folder that the application's files come from.",
            hint="Choose another folder with --target.",
        )
    return package


def _plan(
    request: Request,
    package: AppPackage,
    installation: Installation,
    found: Found,
    machine: Machine,
    cancel: CancelToken,
    *,
    repairing: bool,
) -> InstallPlan:
    """Read everything else that a plan depends on, and make it."""
    target = installation.target
    _check_features(package, request.options.without, found)
    _check_same_application(package, found, target)
    catalogue = load_catalogue(catalogue_folder(package.root), cancel)
    library = survey_library(package, target, found.receipt, request.wheels, cancel)
    build_plan = make_plan(package, library.equip(machine), found.engines, request.options, catalogue)
    files = _file_changes(package, catalogue, library.files, installation, found, cancel, thorough=repairing)
    receipt = _receipt(package, installation, found.receipt, files)
    index = make_index(build_plan, {}, {}, found.index, target)
    changes_nothing = (
        not build_plan.to_build
        and index == found.index
        and files.is_nothing
        and receipt == found.receipt
        and found.journal is None
        and not found.leftovers
        and (receipt.registered is None or registration.is_registered(receipt.registered, target))
    )
    return InstallPlan(build_plan, files, receipt, index, changes_nothing, library)


def _file_changes(
    package: AppPackage,
    catalogue: Catalogue,
    library: Sequence[SourceFile],
    installation: Installation,
    found: Found,
    cancel: CancelToken,
    before: FileChanges | None = None,
    *,
    thorough: bool = False,
) -> FileChanges:
    """Look at the files of the target; at those that are to change once more, where `before` is given.

    Args:
        package: what is to be installed.
        catalogue: its timing caches.
        library: of the engine library, where that is installed as well.
        installation: where.
        found: what is there.
        cancel: stops it.
        before: what was decided before.
        thorough: read what seems to be unchanged as well.
    """
    target, receipt = installation.target, found.receipt
    program: list[SourceFile] | None = []
    if package.manifest.maintenance.keep_program:
        program = program_files(package.manifest.app, target, cancel)
    known = before.untouched if before else {} if thorough else unchanged(target, program or (), receipt)
    return survey_changes(
        target,
        [*files_to_install(package, catalogue), *library, *(program or ())],
        receipt,
        cancel,
        with_payload=package.payload is not None,
        with_program=program is not None,
        known=known,
    )


def _check_same_application(package: AppPackage, found: Found, target: Path) -> None:
    there, app = found.app, package.manifest.app
    if there is not None and there.id != app.id:
        raise InvalidParameter(
            f"{there.name} ({there.id}) is installed in {target}; {app.name} ({app.id}) needs a folder of its own.",
            hint="Choose another folder with --target, or uninstall the other application first.",
        )


def _check_features(package: AppPackage, without: Iterable[str], found: Found) -> None:
    features = package.manifest.features
    # What was left out of an earlier version may be no part of this one.
    known = {*features, *(found.index.options.without if found.index else ())}
    if unknown := [feature for feature in without if feature not in known]:
        listed = ", ".join(map(repr, features)) or "none"
        raise InvalidParameter(
            f"{package.manifest.app.name} has no feature {', '.join(map(repr, unknown))}.",
            hint=f"Its features that can be left out: {listed}.",
        )


def _receipt(package: AppPackage, installation: Installation, previous: Receipt | None, files: FileChanges) -> Receipt:
    wished = package.manifest.registration
    maintenance = folders_of(file.file for file in files.files if is_maintenance(file.file))
    # Those that are to go stay listed: somebody may have put something into them, so that they cannot go yet.
    own_folders = {*files.new_folders, *(previous.folders if previous else ()), *maintenance}
    return Receipt(
        app=ReceiptApp.of(package.manifest.app),
        scope=installation.scope_given(previous),
        files=tuple(sorted(files.files, key=lambda file: file.file)),
        folders=tuple(sorted(own_folders)),
        made=previous.made if previous else (),
        registration=RegistrationNote.of(wished, installed_icon(package)) if wished else None,
    )


def install(request: Request, machine: Machine, cancel: CancelToken, *, repairing: bool = False) -> Iterator[Event]:
    """Install everything that is not current, as one transaction.

    Args:
        request: what is asked for.
        machine: this computer.
        cancel: stops the run until it is committed.
        repairing: mend what is installed, from the package that was installed.

    Yields:
        What happens; the last event is the `Result`.

    Raises:
        NotInstalled: there is nothing to repair.
        EngineInstallerError: nothing was changed, or what was begun is completed by the next run.
    """
    installation = Installation(request)
    yield from installation.wait_for_others(cancel)
    yield from installation.complete_interrupted(cancel)
    found = installation.find(cancel)
    if repairing:
        request = _repair_request(request, installation, found, machine)
    installation.check_permitted(found.receipt)
    package = _package(request, installation, found, cancel, repairing=repairing)
    install_plan = _plan(request, package, installation, found, machine, cancel, repairing=repairing)
    build_plan = install_plan.build
    yield PlanMade(install_plan.to_json())
    yield from _plan_warnings(install_plan)
    checks = preflight(install_plan, installation, machine, request)
    yield PreflightDone(tuple(check.to_json() for check in checks))
    refusal = refusal_of(checks) or install_plan.refusal
    if refusal:
        raise refusal
    if install_plan.changes_nothing:
        installation.store.remove_stale_lock()
        yield from _not_built(build_plan)
        yield _ended_well(install_plan, "Everything is current; nothing was changed.")
        return
    with installation.held(install_plan.receipt.app, cancel):
        now = installation.find_with_finished(cancel)
        if now != found:
            # Another run has ended meanwhile, or one that was cut off has left something; planning anew is cheap.
            install_plan = _plan(request, package, installation, now, machine, cancel, repairing=repairing)
            if install_plan.refusal:
                raise install_plan.refusal
        installation.store.clear_staging({engine.staged for engine in now.engines if engine.staged})
        installation.transaction.drop_staging()
        yield from _not_built(install_plan.build)
        yield from _build_and_commit(install_plan, installation, now, machine, request, cancel)


def preflight(install_plan: InstallPlan, installation: Installation, machine: Machine, request: Request) -> list[Check]:
    """What must be right before anything is built."""
    # What changes nothing needs no access.
    facts = survey_target(installation.store, probe=not install_plan.changes_nothing)
    if request.wait:
        facts = replace(facts, held=False)
    waits = request.busy.if_busy == "wait"
    library = install_plan.library
    copy_bytes = install_plan.files.bytes_to_copy + (library.bytes_needed() if install_plan.gets_library else 0)
    checks = [
        *machine_checks(library.equip(machine), install_plan.build, waits=waits),
        *target_checks(facts, install_plan.build, copy_bytes),
    ]
    if install_plan.refusal is not None and install_plan.refusal is library.problem:
        return [library_missing(library.problem) if check.name == "library" else check for check in checks]
    return checks


def _plan_warnings(install_plan: InstallPlan) -> Iterator[Warned]:
    build_plan = install_plan.build
    catalogue = build_plan.catalogue
    for problem in catalogue.problems:
        yield Warned(f"A timing cache that ships with the application is not used: {problem}.")
    for planned in build_plan.to_build:
        timing = planned.source.timing
        if catalogue.entries and timing and not timing.cache.uses_caches:
            yield Warned(f"No timing cache is used: {timing.cache.reason}.", planned.model.name)
    if not build_plan.package.manifest.verify:
        yield Warned("app.toml says verify = false: the files of this package were not checked against their hashes.")
    for file, to in install_plan.files.backups.items():
        yield Warned(f"{file} is not as engine-installer installed it; it is kept as {Path(to).name}.")
    for file in install_plan.files.kept:
        yield Warned(f"{file} belongs to an earlier version, but was changed since; it is kept.")
    if missing := install_plan.files.not_restorable:
        yield Warned(
            f"{count(len(missing), 'file')} of the application {'is' if len(missing) == 1 else 'are'} missing and can "
            f"only be restored by the application's own installer: {', '.join(missing[:5])}."
        )


def _not_built(build_plan: BuildPlan) -> Iterator[ModelFinished]:
    for planned in build_plan.models:
        reason = planned.decisions[0].reason
        match planned:
            case Keep():
                yield ModelFinished(planned.model.name, "kept", 0.0, message=reason, gpu=planned.engine_set)
            case Skip():
                yield ModelFinished(planned.model.name, "skipped", 0.0, message=reason)


def repair(request: Request, machine: Machine, cancel: CancelToken) -> Iterator[Event]:
    """Rebuild what is damaged, missing or stale in an existing installation; like `install` in everything else."""
    yield from install(request, machine, cancel, repairing=True)


def _repair_request(request: Request, installation: Installation, found: Found, machine: Machine) -> Request:
    """What a repair asks for: the same as the installation did.

    Raises:
        NotInstalled: there is nothing to repair.
    """
    index_path = installation.store.index_path
    if found.index is None and found.receipt is None:
        fault = f"is damaged: {found.index_fault}" if found.index_fault else "does not exist"
        raise NotInstalled(
            f"There is nothing to repair: {index_path} {fault}.", hint="Run 'engine-installer install' instead."
        )
    options = options_for(request.options, found.index, machine) if found.index else request.options
    return replace(request, options=replace(options, retime=True))


def options_for(given: PlanOptions, index: EngineIndex, machine: Machine) -> PlanOptions:
    """What is asked for now, or else what the installation was asked for."""
    if recorded(given) != InstallOptions():
        return given
    before = index.options
    # A GPU that is gone cannot be what is wanted now, and the plan recommends another. One that does not answer is ill.
    found = any(gpu.uuid == before.gpu for gpu in machine.gpus)
    there = before.gpu == ALL_GPUS or found or machine.driver.problem is not None
    return PlanOptions(
        backend=cast("BackendChoice | None", before.backend if before.backend in (*BACKENDS, "auto") else None),
        gpu=before.gpu if there else None,
        portable=before.portable,
        targets=tuple(before.targets),
        optimization_level=before.optimization_level,
        without=tuple(before.without),
        jobs=given.jobs,
    )


def _build_and_commit(
    install_plan: InstallPlan,
    installation: Installation,
    found: Found,
    machine: Machine,
    request: Request,
    cancel: CancelToken,
) -> Iterator[Event]:
    build_plan, store, transaction = install_plan.build, installation.store, installation.transaction
    machine = install_plan.library.equip(machine)

    def accept(
        planned: Build,
        path: Path,
        built: Built,
        busy: BusyVerdict | None,
        cancel: CancelToken,
    ) -> StagedEngine:
        header = store.verify(path, planned.label, built.size, built.sha256, planned.wanted, cancel)
        return StagedEngine(path, make_record(planned, built, busy, header.targets, machine))

    if copied := install_plan.files.install:
        yield Logged("info", f"copying {count(len(copied), 'file')}, {install_plan.files.bytes_to_copy} bytes")
    if removed := install_plan.files.remove:
        yield Logged("info", f"to be removed, because this version does not have them: {', '.join(removed)}")
    library_folder = install_plan.library.folder_in(installation.target)
    unpacked: list[SourceFile] = []
    if install_plan.gets_library:
        unpacking = Unpacking(install_plan.library, transaction)
        yield from unpacking.events(cancel)
        library_folder, unpacked = unpacking.folder, unpacking.files
        install_plan = _with_library(install_plan, unpacked, installation, found, cancel)
    stage(transaction, install_plan.files, cancel, staged_before=unpacked)
    staged = {
        planned.key: StagedEngine(planned.installed.staged, planned.installed.record)
        for planned in build_plan.kept
        if planned.installed.staged
    }
    resumed = len(staged)
    failures: dict[str, EngineInstallerError] = {}
    # Out of time: what is finished is published, and the next run goes on from there.
    awake = keep_awake(f"{build_plan.package.manifest.app.name}: building engines")
    with contextlib.suppress(TimeLimitReached), awake if build_plan.to_build else contextlib.nullcontext():
        for item in Scheduler(
            build_plan.to_build,
            jobs=build_plan.jobs,
            memory_bytes=machine.memory_free_bytes,
            staging_path=store.staging_path,
            accept=accept,
            busy=request.busy,
            cancel=cancel,
            log_path=request.log_path,
            library_folder=library_folder,
        ).run():
            if not isinstance(item, BuildEnded):
                yield item
                continue
            planned, error = item.planned, item.error
            name, gpu = planned.model.name, planned.engine_set
            if item.staged:
                store.note_finished(item.staged)
                staged[planned.key] = item.staged
                record = item.staged.record
                use = record.timing_cache
                notes = join("; ", filter(None, [use.text if use else None, busy_note(record)])) or None
                busy = record.gpu_busy is not None and record.gpu_busy.in_use
                yield ModelFinished(name, "built", item.seconds, record.file, record.size, notes, gpu, use, busy)
            elif isinstance(error, GpuBusy) and planned.verdict.state == "current":
                yield ModelFinished(name, "kept", item.seconds, message=error.message, gpu=gpu)
            elif error:
                failures[planned.key] = error
                outcome = "crashed" if isinstance(error, BuilderCrashed) else "failed"
                yield Logged("error", f"{error.message}\n{error.detail}", name, gpu)
                yield ModelFinished(name, outcome, item.seconds, message=error.message, gpu=gpu)
    if cancel.timed_out and not staged:
        cancel.check()
    if failures and not staged and len(failures) == len(build_plan.models):
        # Nothing to publish: an installation that was there before stays exactly as it was.
        raise _one_error(failures, build_plan)
    if not cancel.timed_out:
        cancel.check()
    built = {key: engine.record for key, engine in staged.items()}
    index = make_index(build_plan, built, failures, found.index, installation.target)
    library_files = unpacked or install_plan.library.files
    journal = _prepare(index, staged.values(), install_plan, library_files, installation, found, cancel)
    yield Committing()
    transaction.commit(journal)
    yield from installation.complete(journal)
    for record in found.index.engines if found.index else []:
        if record.file not in {kept.file for kept in index.engines}:
            yield Logged("info", f"removed {record.file}, which nothing needs any longer", record.model)
    yield _outcome(index, staged, failures, install_plan, cancel, store, resumed)


def _with_library(
    install_plan: InstallPlan,
    library: Sequence[SourceFile],
    installation: Installation,
    found: Found,
    cancel: CancelToken,
) -> InstallPlan:
    """The plan with the files of a library that was got meanwhile."""
    build, before = install_plan.build, install_plan.files
    files = _file_changes(build.package, build.catalogue, library, installation, found, cancel, before)
    return replace(install_plan, files=files)


def _prepare(
    index: EngineIndex,
    staged: Collection[StagedEngine],
    install_plan: InstallPlan,
    library: Sequence[SourceFile],
    installation: Installation,
    found: Found,
    cancel: CancelToken,
) -> Journal:
    """Make ready everything that can fail, and say in a journal what is left to be done.

    Raises:
        EngineInstallerError: it could not be carried out; nothing has changed.
    """
    store, transaction, build_plan = installation.store, installation.transaction, install_plan.build
    # Somebody may have worked with these files while engines were built.
    before = install_plan.files
    files = _file_changes(build_plan.package, build_plan.catalogue, library, installation, found, cancel, before)
    stage(transaction, files, cancel, staged_before=before.install)
    receipt = _receipt(build_plan.package, installation, found.receipt, files)
    operations = list(files.operations(transaction))
    operations += [
        Install(
            staged=f"{ENGINE_STAGING}/{engine.path.name}",
            file=f"{ENGINES_FOLDER}/{engine.record.file}",
            sha256=engine.record.sha256,
        )
        for engine in staged
        # Builds are reproducible, and an application may hold the file.
        if store.file_state(engine.record, quick=False) != "intact"
    ]
    if index != found.index:
        index_path = store.stage_index(index)
        operations.append(
            Install(
                staged=f"{ENGINE_STAGING}/{index_path.name}",
                file=f"{ENGINES_FOLDER}/{store.index_path.name}",
                sha256=sha256_of(index_path),
                last=True,
            )
        )
    if found.receipt is None:
        receipt = replace(receipt, made=_made(installation, found))
    if receipt != found.receipt:
        staged_receipt = transaction.stage(RECEIPT)
        write_durably(staged_receipt, to_bytes(receipt))
        operations.append(transaction.install_operation(RECEIPT, sha256_of(staged_receipt), last=True))
    installation.check_feasible(operations, found.receipt)
    previous, listed = found.index, found.receipt.registered if found.receipt else None
    return Journal(
        action="install",
        operations=tuple(operations),
        superseded=(*previous.superseded, *(record.file for record in previous.engines)) if previous else (),
        unregister=listed if listed != receipt.registered else None,
    )


def _made(installation: Installation, found: Found) -> tuple[str, ...]:
    """The folders that were made for the application, as far as that is known."""
    made = [path for path in installation.store.new_folders if path != installation.store.folder]
    own = {installation.store.folder, installation.transaction.folder}
    if not made and found.leftovers and found.index is None and set(installation.target.iterdir()) <= own:
        made = [installation.target]  # by a run that was cut off
    return tuple(str(path) for path in made)


def _outcome(
    index: EngineIndex,
    staged: Mapping[str, StagedEngine],
    failures: Mapping[str, EngineInstallerError],
    install_plan: InstallPlan,
    cancel: CancelToken,
    store: EngineStore,
    resumed: int,
) -> Result:
    build_plan = install_plan.build
    files = tuple(engine.record.file for engine in staged.values())
    left = len(build_plan.to_build) - (len(staged) - resumed) - len(failures)
    if cancel.timed_out and left:
        detail = f"The time limit was reached: {count(len(files), 'engine')} installed, {left} not built yet."
        if failures:
            detail += f" {_one_error(failures, build_plan).message}"
        return result(ExitCode.SUSPENDED, detail, "Run the command again to continue; nothing is built twice.", files)
    if failures:
        error = _one_error(failures, build_plan)
        return result(error.exit_code, error.message, error.hint, files)
    copied = [file for file in install_plan.files.install if not is_maintenance(file.file)]
    installed = [count(len(files), "engine")] if files else []
    installed += [f"{count(len(copied), 'file')} of the application"] if copied else []
    if installed:
        done = f"{' and '.join(installed)} installed in {store.target if copied else store.folder}."
        return _ended_well(install_plan, done + _timing_summary(engine.record for engine in staged.values()), files)
    return _ended_well(install_plan, f"No engine had to be built; {store.index_path} is current.")


def _ended_well(install_plan: InstallPlan, detail: str, files: tuple[str, ...] = ()) -> Result:
    """The result of a run that did what it could: no success while files of the application are missing."""
    missing = install_plan.files.not_restorable
    if not missing:
        return result(ExitCode.OK, detail, files=files)
    return result(
        ExitCode.PACKAGE_MISSING,
        f"{detail} But {count(len(missing), 'file')} of the application "
        f"{'is' if len(missing) == 1 else 'are'} missing: {', '.join(missing[:5])}.",
        "Run the application's own installer, or give the folder of its complete app package with --package.",
        files,
    )


def count(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def result(code: ExitCode, detail: str, hint: str = "", files: tuple[str, ...] = ()) -> Result:
    """The last event of a run."""
    return Result(code.number, code.label, detail, hint, files)


def result_of(error: EngineInstallerError) -> Result:
    """The last event of a run that an error ended."""
    return result(error.exit_code, error.message, error.hint)


def _one_error(failures: Mapping[str, EngineInstallerError], build_plan: BuildPlan) -> EngineInstallerError:
    """Sum up failures: a single one speaks for itself; several keep their exit code only when it is the same."""
    models = build_plan.models
    failed = [(planned, failures[planned.key]) for planned in build_plan.to_build if planned.key in failures]
    if len(failed) == 1 and len(models) == 1:
        return failed[0][1]
    noun = "engine" if any(planned.engine_set for planned in build_plan.engines) else "model"
    message = f"{len(failed)} of {count(len(models), noun)} could not be built:" + "".join(
        f"\n  - {f'{planned.label}: ' if planned.engine_set else ''}{error.message}" for planned, error in failed
    )
    by_hint: dict[str, list[str]] = {}
    for planned, error in failed:
        by_hint.setdefault(error.hint, []).append(planned.label)
    hints = [f"{', '.join(labels)}: {hint}" for hint, labels in by_hint.items() if hint]
    # Engines that wait for an idle GPU are no failures, whatever became of the others.
    waiting = all(isinstance(error, GpuBusy) for _, error in failed)
    alike = waiting or (len(failed) == len(models) and len({error.exit_code for _, error in failed}) == 1)
    kind = type(failed[0][1]) if alike else BuildFailed
    return kind(message, hint="\n".join(hints), detail="\n".join(error.detail for _, error in failed))


def _timing_summary(records: Iterable[EngineRecord]) -> str:
    """What timing caches did for the whole run, as a sentence with a space before it; empty when nothing was timed."""
    uses = [use for record in records if (use := record.timing_cache)]
    if not uses:
        return ""
    misses, seconds = sum(use.misses for use in uses), sum(use.timing_seconds for use in uses)
    measured = (
        f"{count(misses, 'timing')} measured here in {seconds:.1f} s" if misses else "No timing was measured here"
    )
    served = sum(use.misses == 0 and use.entries > 0 for use in uses)
    return f" {measured}; {served} of {count(len(uses), 'model')} took every timing from the cache."

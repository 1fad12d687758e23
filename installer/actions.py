"""Install, repair and status, over one plan. Every front end runs these and decides nothing itself."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, cast

import builder
from builder.backend import BACKENDS
from builder.backend.base import release_of
from builder.builds import BuildEnded, planned_timing, run_builds
from builder.busy import BusyPolicy, BusyVerdict
from builder.cancellation import CancelToken
from builder.engine_store import (
    AbsentModel,
    AppEntry,
    BusyEntry,
    EngineIndex,
    EngineRecord,
    EngineStore,
    GpuEntry,
    InstallOptions,
    StagedEngine,
    TimingCacheEntry,
    Verdict,
    engine_file_name,
    fingerprint_of,
    judge,
)
from builder.errors import (
    BuilderCrashed,
    BuildFailed,
    EngineInstallerError,
    ExitCode,
    GpuBusy,
    InvalidParameter,
    NotInstalled,
    PackageInvalid,
    PackageMissing,
    TimeLimitReached,
)
from builder.files import absolute
from builder.gpu_choice import ALL_GPUS
from builder.machine import Machine
from builder.manifest import AppPackage, BackendChoice, find_manifest, load_package, read_manifest
from builder.plan import BuildPlan, InstalledEngine, PlannedModel, PlanOptions, make_plan, wanted_without_package
from builder.preflight import Check, machine_checks, refusal_of, survey_target, target_checks
from builder.protocol import (
    Built,
    Event,
    Logged,
    ModelFinished,
    PlanMade,
    PreflightDone,
    Result,
    TimingCacheUse,
    Warned,
)
from builder.timing_cache import catalogue_folder, load_catalogue

State = Literal["ready", "stale", "incomplete", "absent"]


@dataclass(frozen=True)
class Request:
    """What a front end asks for.

    Attributes:
        package: folder of the app package; None for the one that is installed or shipped.
        target: folder of the application; None for the user's default.
        options: for the plan.
        busy: what to do about a GPU that is in use when kernels are to be timed on it.
        log_path: named in messages; None without a log.
    """

    package: Path | None = None
    target: Path | None = None
    options: PlanOptions = field(default_factory=PlanOptions)
    busy: BusyPolicy = field(default_factory=BusyPolicy)
    log_path: Path | None = None


def shipped_package() -> Path:
    """The app package that came with this program."""
    return Path(builder.__file__).resolve().parent.parent / "assets"


def default_target(app_id: str) -> Path:
    """Where an application's engines go when nobody says: the user's own data folder."""
    import platformdirs

    try:
        return platformdirs.user_data_path(app_id, appauthor=False)
    except RuntimeError as error:
        raise InvalidParameter(
            "This user has no home folder, so there is no default for the target.", hint="Give a folder with --target."
        ) from error


def target_of(request: Request) -> Path:
    """The target of a request.

    Raises:
        EngineInstallerError: it depends on the package's manifest, and that cannot be read.
    """
    if request.target is not None:
        return absolute(request.target)
    return default_target(read_manifest(find_manifest(_package_folder(request))).app.id)


def _package_folder(request: Request) -> Path:
    return shipped_package() if request.package is None else absolute(request.package)


def plan(request: Request, machine: Machine, cancel: CancelToken) -> BuildPlan:
    """What `install` would do, changing nothing."""
    _, _, build_plan = _plan(request, machine, cancel)
    return build_plan


def _plan(request: Request, machine: Machine, cancel: CancelToken) -> tuple[EngineStore, EngineIndex | None, BuildPlan]:
    """Read everything that a plan depends on, and make it; with the store, and what engines.json says now."""
    package = load_package(_package_folder(request), cancel.check)
    store = EngineStore(target_of(request))
    previous = store.read_index()
    catalogue = load_catalogue(catalogue_folder(package.root), cancel.check)
    installed = _installed(store, previous, cancel.check)
    return store, previous, make_plan(package, machine, installed, request.options, catalogue)


def install(request: Request, machine: Machine, cancel: CancelToken) -> Iterator[Event]:
    """Build every engine that is not current and publish the new set.

    Yields:
        What happens; the last event is the `Result`.

    Raises:
        EngineInstallerError: nothing was published.
    """
    store, previous, build_plan = _plan(request, machine, cancel)
    package, catalogue = build_plan.package, build_plan.catalogue
    yield PlanMade(build_plan.to_json())
    for problem in catalogue.problems:
        yield Warned(f"A timing cache that ships with the application is not used: {problem}.")
    for planned in build_plan.to_build:
        if catalogue.entries and planned.cache and not planned.cache.uses_caches:
            yield Warned(f"No timing cache is used: {planned.cache.reason}.", planned.model.name)
    if not package.manifest.verify:
        yield Warned("app.toml says verify = false: the files of this package were not checked against their hashes.")
    unchanged = previous is not None and not build_plan.to_build and _index(build_plan, {}, {}) == previous
    # What changes nothing needs no access.
    facts = survey_target(store, probe=not unchanged)
    waits = request.busy.if_busy == "wait"
    checks = [*machine_checks(machine, build_plan, waits=waits), *target_checks(facts, build_plan)]
    yield PreflightDone(tuple(check.to_json() for check in checks))
    refusal = refusal_of(checks) or build_plan.refusal
    if refusal:
        raise refusal
    for planned in build_plan.models:
        if planned.action in ("keep", "skip"):
            outcome = "kept" if planned.action == "keep" else "skipped"
            yield ModelFinished(
                planned.model.name, outcome, 0.0, message=planned.decisions[0].reason, gpu=planned.engine_set
            )
    if unchanged:
        yield _result(ExitCode.OK, "Everything is current; nothing was changed.")
        return
    with store.exclusive():
        if store.read_index() != previous:
            # Another run ended between the plan and the lock; its work is kept, and planning anew is cheap.
            previous = store.read_index()
            installed = _installed(store, previous, cancel.check)
            build_plan = make_plan(package, machine, installed, request.options, catalogue)
        yield from _build_and_publish(build_plan, store, previous, machine, request, cancel)


def repair(request: Request, machine: Machine, cancel: CancelToken) -> Iterator[Event]:
    """Rebuild what is damaged, missing or stale in an existing installation; like `install` in everything else.

    Raises:
        NotInstalled: there is nothing to repair.
    """
    store = EngineStore(target_of(request))
    index = store.read_index()
    if index is None:
        raise NotInstalled(
            f"There is nothing to repair: {store.index_path} does not exist or is not readable.",
            hint="Run 'engine-installer install' instead.",
        )
    package = request.package or _package_of(index)
    options = replace(_options_for(request.options, index, machine), retime=True)
    yield from install(replace(request, package=package, options=options), machine, cancel)


def _recorded(options: PlanOptions) -> InstallOptions:
    return InstallOptions(
        backend=options.backend,
        gpu=options.gpu,
        portable=options.portable,
        targets=list(options.targets),
        optimization_level=options.optimization_level,
    )


def _options_for(given: PlanOptions, index: EngineIndex, machine: Machine) -> PlanOptions:
    """What is asked for now, or else what the installation was asked for."""
    if _recorded(given) != InstallOptions():
        return given
    recorded = index.options
    # A GPU that is gone cannot be what is wanted now, and the plan recommends another. One that does not answer is ill.
    found = any(gpu.uuid == recorded.gpu for gpu in machine.gpus.gpus)
    there = recorded.gpu == ALL_GPUS or found or machine.gpus.problem is not None
    return PlanOptions(
        backend=cast("BackendChoice | None", recorded.backend if recorded.backend in (*BACKENDS, "auto") else None),
        gpu=recorded.gpu if there else None,
        portable=recorded.portable,
        targets=tuple(recorded.targets),
        optimization_level=recorded.optimization_level,
        jobs=given.jobs,
    )


def _package_of(index: EngineIndex) -> Path:
    """The package that an installation came from, where it was then, or else the one shipped with this program."""
    recorded = Path(index.app.package)
    with contextlib.suppress(EngineInstallerError):
        if read_manifest(find_manifest(recorded)).app.id == index.app.id:
            return recorded
    with contextlib.suppress(EngineInstallerError):
        if read_manifest(find_manifest(shipped_package())).app.id == index.app.id:
            return shipped_package()
    raise PackageMissing(
        f"The app package of {index.app.name} is no longer at {recorded}.",
        hint="Give its folder with --package.",
    )


def _installed(
    store: EngineStore, index: EngineIndex | None, check_cancelled: Callable[[], None], *, quick: bool = False
) -> list[InstalledEngine]:
    return [
        InstalledEngine(record, store.file_state(record, quick=quick, check_cancelled=check_cancelled))
        for record in (index.engines if index else [])
    ]


def _build_and_publish(
    build_plan: BuildPlan,
    store: EngineStore,
    previous: EngineIndex | None,
    machine: Machine,
    request: Request,
    cancel: CancelToken,
) -> Iterator[Event]:
    def accept(
        planned: PlannedModel,
        path: Path,
        built: Built,
        busy: BusyVerdict | None,
        check_cancelled: Callable[[], None],
    ) -> StagedEngine:
        assert planned.wanted is not None
        header = store.verify(path, planned.label, built.size, built.sha256, planned.wanted, check_cancelled)
        return StagedEngine(path, _record(planned, built, busy, header.targets, machine))

    staged: dict[str, StagedEngine] = {}
    failures: dict[str, EngineInstallerError] = {}
    # Out of time: what is finished is published, and the next run goes on from there.
    with contextlib.suppress(TimeLimitReached):
        for item in run_builds(
            build_plan.to_build,
            jobs=build_plan.jobs,
            memory_bytes=machine.memory_free_bytes,
            staging_path=store.staging_path,
            accept=accept,
            timing=planned_timing(build_plan.catalogue, machine.overlay_folder),
            busy=request.busy,
            cancel=cancel,
            log_path=request.log_path,
        ):
            if not isinstance(item, BuildEnded):
                yield item
                continue
            planned, error = item.planned, item.error
            name, gpu = planned.model.name, planned.engine_set
            if item.staged:
                staged[planned.key] = item.staged
                record = item.staged.record
                use = _timing_use(record)
                notes = "; ".join(filter(None, [use.text if use else None, _busy_note(record)])) or None
                yield ModelFinished(name, "built", item.seconds, record.file, record.size, notes, gpu, use)
            elif isinstance(error, GpuBusy) and planned.verdict is not None and planned.verdict.state == "current":
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
    index = _index(build_plan, {key: engine.record for key, engine in staged.items()}, failures)
    store.publish(index, list(staged.values()), previous)
    for record in previous.engines if previous else []:
        if record.file not in {kept.file for kept in index.engines}:
            yield Logged("info", f"removed {record.file}, which nothing needs any longer", record.model)
    files = tuple(engine.record.file for engine in staged.values())
    left = len(build_plan.to_build) - len(staged) - len(failures)
    if cancel.timed_out and left:
        detail = f"The time limit was reached: {_count(len(files), 'engine')} installed, {left} not built yet."
        if failures:
            detail += f" {_one_error(failures, build_plan).message}"
        yield _result(ExitCode.SUSPENDED, detail, "Run the command again to continue; nothing is built twice.", files)
    elif failures:
        error = _one_error(failures, build_plan)
        yield _result(error.exit_code, error.message, error.hint, files)
    else:
        done = f"{_count(len(files), 'engine')} installed in {store.folder}."
        done += _timing_summary(engine.record for engine in staged.values())
        yield _result(
            ExitCode.OK, done if files else f"No engine had to be built; {store.index_path} is current.", files=files
        )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _result(code: ExitCode, detail: str, hint: str = "", files: tuple[str, ...] = ()) -> Result:
    return Result(code.number, code.label, detail, hint, files)


def result_of(error: EngineInstallerError) -> Result:
    """The last event of a run that an error ended."""
    return _result(error.exit_code, error.message, error.hint)


def _one_error(failures: Mapping[str, EngineInstallerError], build_plan: BuildPlan) -> EngineInstallerError:
    """Sum up failures: a single one speaks for itself; several keep their exit code only when it is the same."""
    models = build_plan.models
    failed = [(planned, failures[planned.key]) for planned in models if planned.key in failures]
    if len(failed) == 1 and len(models) == 1:
        return failed[0][1]
    noun = "engine" if any(planned.engine_set for planned in models) else "model"
    message = f"{len(failed)} of {_count(len(models), noun)} could not be built:" + "".join(
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


def _timing_use(record: EngineRecord) -> TimingCacheUse | None:
    use = record.timing_cache
    return TimingCacheUse(**use.model_dump() | {"refused": tuple(use.refused)}) if use else None


def _timing_summary(records: Iterable[EngineRecord]) -> str:
    """What timing caches did for the whole run, as a sentence with a space before it; empty when nothing was timed."""
    uses = [use for record in records if (use := _timing_use(record))]
    if not uses:
        return ""
    misses, seconds = sum(use.misses for use in uses), sum(use.timing_seconds for use in uses)
    measured = (
        f"{_count(misses, 'timing')} measured here in {seconds:.1f} s" if misses else "No timing was measured here"
    )
    served = sum(use.misses == 0 and use.entries > 0 for use in uses)
    return f" {measured}; {served} of {_count(len(uses), 'model')} took every timing from the cache."


def _busy_note(record: EngineRecord) -> str | None:
    """What the user should know of an engine whose kernels were timed while others used the GPU."""
    if record.gpu_busy is None or record.gpu_busy.verdict == "idle":
        return None
    if record.gpu_busy.in_use:
        return (
            f"timed while the GPU was in use{record.gpu_busy.by}; run 'engine-installer repair' later to time it again"
        )
    return f"whether the GPU was in use meanwhile is unknown: {'; '.join(record.gpu_busy.reasons)}"


def _record(
    planned: PlannedModel, built: Built, busy: BusyVerdict | None, targets: tuple[str, ...] | None, machine: Machine
) -> EngineRecord:
    wanted, model = planned.wanted, planned.model
    assert wanted is not None
    assert wanted.settings is not None
    gpu = wanted.gpu
    own = (gpu.compute_capability,) if gpu else ()
    library = machine.libraries[wanted.backend]
    return EngineRecord(
        model=model.name,
        feature=model.spec.feature,
        file=engine_file_name(model.name, built.sha256),
        size=built.size,
        sha256=built.sha256,
        onnx_sha256=model.onnx.sha256,
        external_data_sha256=[file.sha256 for file in model.external_data],
        settings=wanted.settings.to_json(),
        backend=wanted.backend,
        library_version=release_of(built.library_version),
        cuda=library.cuda,
        driver_version=machine.gpus.driver_version,
        gpu=GpuEntry(name=gpu.name, uuid=gpu.uuid, compute_capability=gpu.compute_capability) if gpu else None,
        targets=list(targets if targets is not None else own),
        portable=targets is not None and not wanted.targets,
        system=machine.system,
        inputs=built.inputs,
        outputs=built.outputs,
        seconds=built.seconds,
        built_at=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        built_by=builder.__version__,
        loaded_on=built.loaded_on,
        # A GPU in use does no harm where every timing came from a cache.
        gpu_busy=BusyEntry.model_validate(busy.to_json()) if busy and _has_timed(built) else None,
        timing_cache=_timing_entry(built),
    )


def _still_wanted(
    build_plan: BuildPlan,
    built: Mapping[str, EngineRecord],
    failures: Mapping[str, EngineInstallerError],
    records: list[EngineRecord],
) -> Iterator[EngineRecord]:
    """Engines that the plan does not name, but that nothing has replaced: of a model that failed, or of an ill GPU."""
    failed = {planned.model.name for planned in build_plan.models if planned.key in failures}
    replaced = [planned.installed.record for planned in build_plan.models if planned.installed and planned.key in built]
    planned_for = {planned.model.name for planned in build_plan.models if planned.action != "skip"}
    kinds = {planned.wanted.gpu.kind for planned in build_plan.models if planned.wanted and planned.wanted.gpu}
    for engine in build_plan.installed:
        record = engine.record
        ill = build_plan.gpus_are_missing and record.gpu is not None and record.gpu.kind not in kinds
        if (
            engine.file_state == "intact"
            and record not in records
            and record not in replaced
            and (record.model in failed or (ill and record.model in planned_for))
        ):
            yield record


def _has_timed(built: Built) -> bool:
    return built.timing_cache is None or built.timing_cache.misses > 0


def _timing_entry(built: Built) -> TimingCacheEntry | None:
    use = built.timing_cache
    return TimingCacheEntry.model_validate(asdict(use) | {"refused": list(use.refused)}) if use else None


def _index(
    build_plan: BuildPlan,
    built: Mapping[str, EngineRecord],
    failures: Mapping[str, EngineInstallerError],
) -> EngineIndex:
    """What engines.json is to say. A model that could not be built keeps the engines that it had."""
    records = []
    for planned in build_plan.models:
        kept = planned.installed.record if planned.installed and planned.installed.file_state == "intact" else None
        record = built.get(planned.key) or kept
        if record:
            records.append(record)
    records += _still_wanted(build_plan, built, failures, records)
    order = [planned.model.name for planned in build_plan.models]
    records.sort(key=lambda record: order.index(record.model))
    app = build_plan.package.manifest.app
    return EngineIndex(
        options=_recorded(build_plan.resolved_options),
        app=AppEntry(id=app.id, name=app.name, version=app.version, package=str(build_plan.package.root)),
        fingerprint=fingerprint_of(records),
        engines=records,
        skipped=[
            AbsentModel(model=planned.model.name, reason=planned.decisions[0].reason)
            for planned in build_plan.models
            if planned.action == "skip"
        ],
        failed=[
            AbsentModel(model=planned.model.name, reason=failures[planned.key].message, gpu=planned.engine_set)
            for planned in build_plan.models
            if planned.key in failures
        ],
    )


@dataclass(frozen=True)
class EngineStatus:
    """One line of `status`."""

    model: str
    file: str | None
    verdict: Verdict
    record: EngineRecord | None
    gpu: str | None = None

    @property
    def label(self) -> str:
        """The model, and the GPU where there are engines for several."""
        return f"{self.model} for {self.gpu}" if self.gpu else self.model

    def to_json(self) -> dict[str, Any]:
        values = {
            "model": self.model,
            "for_gpu": self.gpu,
            "file": self.file,
            "verdict": self.verdict.state,
            "reason": self.verdict.reason,
        }
        if self.record:
            values |= self.record.model_dump(
                mode="json",
                include={
                    "size",
                    "backend",
                    "library_version",
                    "targets",
                    "portable",
                    "gpu",
                    "gpu_busy",
                    "timing_cache",
                    "built_at",
                    "seconds",
                },
            )
        return values


@dataclass(frozen=True)
class Status:
    """What is installed in a target and whether it fits this machine now."""

    state: State
    target: Path
    fingerprint: str | None
    engines: tuple[EngineStatus, ...]
    compared_with_package: Path | None
    checks: tuple[Check, ...]

    def to_json(self) -> dict[str, Any]:
        """What `status --json` prints."""
        return {
            "schema": 1,
            "state": self.state,
            "target": str(self.target),
            "fingerprint": self.fingerprint,
            "package": str(self.compared_with_package) if self.compared_with_package else None,
            "engines": [engine.to_json() for engine in self.engines],
            "checks": [check.to_json() for check in self.checks],
        }


def status(request: Request, machine: Machine, cancel: CancelToken, *, quick: bool) -> Status:
    """Judge every installed engine. Changes nothing.

    Args:
        request: which target, and the package to compare with; without one, the package that was installed is used if
            it is still there, else models and settings are not compared.
        machine: this machine now.
        cancel: stops the hashing of large files.
        quick: look at sizes and headers instead of hashing engine and model files.
    """
    target = target_of(request)
    store = EngineStore(target)
    index = store.read_index()
    if index is None:
        return Status("absent", target, None, (), None, _checks(machine, store, None))
    installed = _installed(store, index, cancel.check, quick=quick)
    package = _package_to_compare(request, index, cancel, quick=quick)
    build_plan = None
    if package is None:
        engines = [
            EngineStatus(
                engine.record.model,
                engine.record.file,
                judge(engine.record, engine.file_state, wanted_without_package(engine.record, machine)),
                engine.record,
                engine.record.gpu.name if engine.record.gpu and index.options.gpu == ALL_GPUS else None,
            )
            for engine in installed
        ]
        has_engine = {(record.model, gpu) for record in index.engines for gpu in (None, record.gpu and record.gpu.name)}
        engines += [
            EngineStatus(absent.model, None, Verdict("missing", absent.reason), None, absent.gpu)
            for absent in index.failed
            if (absent.model, absent.gpu) not in has_engine
        ]
    else:
        options = _options_for(request.options, index, machine)
        build_plan = make_plan(package, machine, installed, options)
        engines = list(_compare(build_plan, index))
    return Status(
        _state([engine.verdict for engine in engines]),
        target,
        index.fingerprint,
        tuple(engines),
        package.root if package else None,
        _checks(machine, store, build_plan),
    )


def _checks(machine: Machine, store: EngineStore, build_plan: BuildPlan | None) -> tuple[Check, ...]:
    """What can be said of the machine and the target without touching it."""
    facts = survey_target(store, probe=False)
    return (*machine_checks(machine, build_plan), *target_checks(facts, build_plan))


def _package_to_compare(request: Request, index: EngineIndex, cancel: CancelToken, *, quick: bool) -> AppPackage | None:
    if request.package is not None:
        return load_package(absolute(request.package), cancel.check, read_files=not quick)
    with contextlib.suppress(PackageMissing, PackageInvalid):
        return load_package(_package_of(index), cancel.check, read_files=not quick)
    return None


def _compare(build_plan: BuildPlan, index: EngineIndex) -> Iterator[EngineStatus]:
    rest = list(index.engines)
    for planned in build_plan.models:
        # A model that was refused has no engine of its own in the plan.
        of_model = next((record for record in rest if record.model == planned.model.name), None)
        record = planned.installed.record if planned.installed else of_model if planned.error else None
        if record in rest:
            rest.remove(record)
        verdict = planned.verdict
        if planned.error is not None:
            verdict = Verdict("stale" if record else "missing", planned.error.message)
        if verdict is not None:
            yield EngineStatus(planned.model.name, record.file if record else None, verdict, record, planned.engine_set)
    models = {planned.model.name for planned in build_plan.models}
    for record in rest:
        gpu = record.gpu.name if record.gpu else None
        reason = "not wanted on this computer now"
        if record.model not in models:
            reason = "the model is no longer in the app package"
        elif gpu and build_plan.gpus_are_missing:
            reason = "its GPU does not answer"
        yield EngineStatus(record.model, record.file, Verdict("stale", reason), record, gpu)


def _state(verdicts: list[Verdict]) -> State:
    states = {verdict.state for verdict in verdicts}
    if states & {"missing", "damaged"}:
        return "incomplete"
    return "stale" if "stale" in states else "ready"

"""What an installation is going to do and why: a pure function of what was read, with a reason for every decision."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from builder.app_package.manifest import AppPackage, BackendChoice, PackagedModel
from builder.backend import BACKENDS, TENSORRT_RTX, Backend
from builder.backend.tensorrt_rtx import DEFAULT_TARGETS, TARGETS
from builder.base.errors import (
    EngineInstallerError,
    InvalidParameter,
    LibraryMissing,
    PackageInvalid,
    SystemNotSupported,
)
from builder.base.settings import BuildSettings
from builder.base.text import say
from builder.building.machine import Machine
from builder.engines.index import EngineRecord
from builder.engines.verdict import FileState, Verdict, WantedEngine, judge
from builder.gpu.choice import ALL_GPUS, ChosenGpu, Support, choose_gpus, find_gpu, judge_support, recommend
from builder.gpu.nvml import Gpu
from builder.timing.catalogue import (
    CacheChoice,
    CacheFlags,
    CacheWish,
    Catalogue,
    OverlayIdentity,
    choose_cache,
    settings_digest,
)

Action = Literal["build", "keep", "skip", "refuse"]

# Of TensorRT-RTX 1.7 on one core of 2024, from 24 networks of 13 to 6,000 nodes and 0.1 to 2,070 MB: most build within
# 0.7 to 1.4 times of it. What the library fuses early costs less, attention more, and a node costs the more the more
# there are. What timing kernels adds with the classic library was not measured.
_SECONDS_PER_NODE = 2.2e-3
_SECONDS_PER_NODE_SQUARED = 0.8e-6
_SECONDS_PER_BUILT_BYTE = 3e-9
# Measured likewise: starting interpreter and library; writing and hashing the engine at the end of a build; reading it
# again to verify it. These depend on the disk, and on whether the processor has instructions for SHA-256.
_SECONDS_PER_WORKER = 0.15
_SECONDS_PER_WRITTEN_BYTE = 3e-9
_SECONDS_PER_VERIFIED_BYTE = 0.6e-9
_MOST_CLOSING_SHARE = 0.5
_ENGINE_OVERHEAD_BYTES = 2 << 20
# A CUDA context and the library's kernels.
_GPU_OVERHEAD_MIB = 512


@dataclass(frozen=True, slots=True)
class PlanOptions:
    """What the command line asks for.

    Attributes:
        backend: which engine library; None leaves it to the package.
        gpu: index, UUID or PCI bus id of the GPU to build for, or `all` for every distinct one; None recommends one.
        portable: build without regard to this machine's GPU.
        targets: compute capabilities to build for, without regard to this machine's GPU.
        optimization_level: instead of what the package says.
        jobs: parallel builds; None leaves it to the plan.
        retime: build engines again that were timed while the GPU was in use.
        without: features of the package that are left out.
    """

    backend: BackendChoice | None = None
    gpu: str | None = None
    portable: bool = False
    targets: tuple[str, ...] = ()
    optimization_level: int | None = None
    jobs: int | None = None
    retime: bool = False
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """One choice with its reason."""

    what: str
    choice: str
    reason: str


@dataclass(frozen=True, slots=True)
class InstalledEngine:
    """An engine that engines.json names, or that a run which was cut off had finished.

    Attributes:
        record: what is known of it.
        file_state: whether its file is as it was.
        staged: where it waits for publication; None when it is published.
    """

    record: EngineRecord
    file_state: FileState
    staged: Path | None = None


@dataclass(frozen=True)
class PlannedModel:
    """What happens to one model, for one GPU where several were asked for.

    Attributes:
        model: the model.
        action: build it, keep the engine that is there, skip it on this machine, or refuse the whole run.
        decisions: everything that was decided, the action first.
        backend: the engine library; None when it was skipped or refused before that was decided.
        wanted: what the engine is to be; None likewise.
        installed: the engine that is there already, published or finished; None when there is none.
        verdict: the state of that engine; None when the model was skipped or refused.
        engine_set: names the GPU when there is an engine of this model for each of several; else None.
        error: why the run is refused.
        expected_seconds: wall time of the worker and of verifying its engine, a rough estimate unless `seconds_known`.
        seconds_known: this very model was built on this machine before.
        closing_seconds: the part of `expected_seconds` from the first byte of the engine on.
        expected_bytes: size of the engine, an estimate.
        load_on: a GPU of this machine that the engine must run on, to try it before it is published.
        cache: the shipped timing cache; None where nothing is timed.
        overlay: what this machine's own timings are for; None where nothing is timed.
    """

    model: PackagedModel
    action: Action
    decisions: tuple[Decision, ...]
    backend: Backend | None = None
    wanted: WantedEngine | None = None
    installed: InstalledEngine | None = None
    verdict: Verdict | None = None
    engine_set: str | None = None
    error: EngineInstallerError | None = None
    expected_seconds: float = 0.0
    seconds_known: bool = False
    closing_seconds: float = 0.0
    expected_bytes: int = 0
    load_on: Gpu | None = None
    cache: CacheChoice | None = None
    overlay: OverlayIdentity | None = None

    @property
    def key(self) -> str:
        """What tells it from every other in the same plan; also fit for a file name."""
        if self.engine_set is None:
            return self.model.name
        return f"{self.model.name}-{hashlib.sha256(self.engine_set.encode()).hexdigest()[:8]}"

    @property
    def tactics_known(self) -> int | None:
        """How many timings a build of this model needed last time, if it was built alike on this GPU."""
        record = self.installed.record if self.installed else None
        if record is None or record.timing_cache is None or self.wanted is None or self.wanted.settings is None:
            return None
        alike = (record.onnx_sha256, record.library_version, record.settings) == (
            self.wanted.onnx_sha256,
            self.wanted.library_version,
            self.wanted.settings.to_json(),
        )
        return record.timing_cache.tactics if alike else None

    @property
    def label(self) -> str:
        """The same for people."""
        return f"{self.model.name} for {self.engine_set}" if self.engine_set else self.model.name

    def to_json(self) -> dict[str, Any]:
        """What `--plan --json` prints of it."""
        gpu = self.wanted.gpu if self.wanted else None
        return {
            "model": self.model.name,
            "action": self.action,
            "backend": self.backend.name if self.backend else None,
            "targets": list(self.wanted.targets) if self.wanted else None,
            "gpu": gpu.name if gpu else None,
            "gpu_uuid": gpu.uuid if gpu else None,
            "gpu_pci_bus_id": gpu.pci_bus_id if gpu else None,
            "expected_seconds": round(self.expected_seconds, 1),
            "expected_mib": round(self.expected_bytes / (1 << 20), 1),
            "error": self.error.message if self.error else None,
            "decisions": [{"what": item.what, "choice": item.choice, "reason": item.reason} for item in self.decisions],
        }


@dataclass(frozen=True)
class BuildPlan:
    """What is going to happen.

    Attributes:
        package: what is installed.
        options: what was asked for.
        models: in the manifest's order.
        installed: what is there already.
        catalogue: the timing caches that ship with the package.
        has_unresponsive_gpu: a GPU of this machine does not answer, so engines outside the plan may still be wanted.
        jobs: how many builds run at once at the most.
        jobs_reason: why so many.
    """

    package: AppPackage
    options: PlanOptions
    models: tuple[PlannedModel, ...]
    installed: tuple[InstalledEngine, ...]
    catalogue: Catalogue
    has_unresponsive_gpu: bool
    jobs: int
    jobs_reason: str

    @property
    def to_build(self) -> tuple[PlannedModel, ...]:
        return tuple(planned for planned in self.models if planned.action == "build")

    @property
    def not_runnable_here(self) -> str | None:
        """Why this machine cannot run engines that nobody asked to be portable; None when it can."""
        if self.options.portable or self.options.targets:
            return None
        for planned in self.models:
            if planned.wanted is not None and planned.load_on is None:
                return next(item.reason for item in planned.decisions if item.what == "gpu")
        return None

    @property
    def resolved_options(self) -> PlanOptions:
        """What was asked for, with the chosen GPU by its UUID: an index may mean another one tomorrow."""
        if self.options.gpu in (None, ALL_GPUS):
            return self.options
        gpu = next((planned.wanted.gpu for planned in self.models if planned.wanted and planned.wanted.gpu), None)
        return replace(self.options, gpu=gpu.uuid if gpu else None)

    @property
    def refusal(self) -> EngineInstallerError | None:
        """Why nothing may be started, or None."""
        return next((planned.error for planned in self.models if planned.error), None)

    def to_json(self) -> dict[str, Any]:
        """What `--plan --json` prints."""
        app = self.package.manifest.app
        return {
            "schema": 1,
            "app": {"id": app.id, "name": app.name, "version": app.version},
            "verify": {
                "choice": self.package.manifest.verify,
                "reason": "every file has the hash that app.toml states"
                if self.package.manifest.verify
                else "app.toml says verify = false: the files of this package were not checked",
            },
            "jobs": {"choice": self.jobs, "reason": self.jobs_reason},
            "catalogue_problems": list(self.catalogue.problems),
            "models": [planned.to_json() for planned in self.models],
        }


class _Refused(Exception):
    """The plan cannot go on with this model."""

    def __init__(self, error: EngineInstallerError) -> None:
        self.error = error


class _Skipped(Exception):
    """The package wants this model left out on this machine."""

    def __init__(self, reason: str) -> None:
        self.reason = reason


def make_plan(
    package: AppPackage,
    machine: Machine,
    installed: Sequence[InstalledEngine],
    options: PlanOptions,
    catalogue: Catalogue | None = None,
) -> BuildPlan:
    """Decide everything. Pure: reads nothing, changes nothing, never raises.

    Args:
        package: what is to be installed.
        machine: where.
        installed: what is there already.
        options: what the user asked for.
        catalogue: the timing caches that ship with the package.
    """
    catalogue = catalogue or Catalogue()
    models = tuple(
        planned for model in package.models for planned in _plan_model(model, machine, installed, options, catalogue)
    )
    jobs, jobs_reason = _choose_jobs(models, machine, options)
    return BuildPlan(
        package, options, models, tuple(installed), catalogue, machine.has_unresponsive_gpu, jobs, jobs_reason
    )


def _plan_model(
    model: PackagedModel,
    machine: Machine,
    installed: Sequence[InstalledEngine],
    options: PlanOptions,
    catalogue: Catalogue,
) -> Iterator[PlannedModel]:
    decisions: list[Decision] = []
    try:
        if model.spec.feature in options.without:
            raise _Skipped(f"the feature {model.spec.feature!r} was not chosen")
        backend = _choose_backend(model, machine, options, decisions)
        chosen = _choose_gpus(model, backend, machine, options, decisions)
        settings = _settings(model, backend, options)
        for gpu in chosen or (None,):
            own = [*decisions, Decision("gpu", gpu.gpu.name, gpu.reason)] if gpu else list(decisions)
            targets = _targets(model, backend, gpu.gpu if gpu else None, options, own)
            wanted = _wanted(model, backend, settings, targets, gpu.gpu if gpu else None, machine)
            engine_set = _engine_set(gpu.gpu, [item.gpu for item in chosen]) if gpu and len(chosen) > 1 else None
            planned = _plan_engine(model, backend, wanted, machine, installed, options, own, engine_set)
            yield _with_timing_cache(planned, backend, machine, catalogue) if gpu and backend.times_kernels else planned
    except _Refused as refused:
        yield PlannedModel(
            model, "refuse", (Decision("action", "refuse", refused.error.message), *decisions), error=refused.error
        )
    except _Skipped as skipped:
        yield PlannedModel(model, "skip", (Decision("action", "skip", skipped.reason), *decisions))


def _wanted(
    model: PackagedModel,
    backend: Backend,
    settings: BuildSettings,
    targets: tuple[str, ...],
    gpu: Gpu | None,
    machine: Machine,
) -> WantedEngine:
    externals = [file.sha256 for file in model.external_data]
    return WantedEngine(
        onnx_sha256=model.onnx.sha256 or None,
        external_data_sha256=tuple(externals) if all(externals) else None,
        settings=settings,
        backend=backend.name,
        library_version=machine.libraries[backend.name].version,
        targets=targets,
        gpu=gpu,
        system=machine.system,
        driver_version=machine.driver.version,
    )


def _plan_engine(
    model: PackagedModel,
    backend: Backend,
    wanted: WantedEngine,
    machine: Machine,
    all_installed: Sequence[InstalledEngine],
    options: PlanOptions,
    decisions: list[Decision],
    engine_set: str | None,
) -> PlannedModel:
    several = engine_set is not None
    published = [engine for engine in all_installed if engine.staged is None]
    installed = _find_installed(model.name, wanted.gpu, published, several=several)
    verdict = judge(installed.record if installed else None, installed.file_state if installed else "missing", wanted)
    serves = verdict.state == "current" and not (options.retime and verdict.timed_while_busy)
    if not serves:
        staged = [engine for engine in all_installed if engine.staged is not None]
        finished = _find_installed(model.name, wanted.gpu, staged, several=several)
        if finished and judge(finished.record, finished.file_state, wanted).state == "current":
            installed, serves = finished, True
            verdict = Verdict("current", "finished by a run that was interrupted")
    action: Action = "keep" if serves else "build"
    known = _known_seconds(model, backend, installed)
    expected_seconds = _around_build(model) + (_estimated_seconds(model) if known is None else known)
    return PlannedModel(
        model,
        action,
        (Decision("action", action, verdict.reason), *decisions),
        backend,
        wanted,
        installed,
        verdict,
        engine_set=engine_set,
        expected_seconds=expected_seconds,
        seconds_known=known is not None,
        closing_seconds=_closing_seconds(model, expected_seconds),
        expected_bytes=model.total_bytes + _ENGINE_OVERHEAD_BYTES,
        load_on=wanted.gpu or _covered_gpu(model, wanted.targets, backend, machine),
    )


def _with_timing_cache(planned: PlannedModel, backend: Backend, machine: Machine, catalogue: Catalogue) -> PlannedModel:
    """Choose the timing caches of a build that times kernels."""
    wanted = planned.wanted
    assert wanted is not None
    assert wanted.settings is not None
    assert wanted.gpu is not None
    library, driver = machine.libraries[backend.name], machine.driver.version
    flags = CacheFlags.of(wanted.settings)
    model = planned.model
    wish = CacheWish(
        library.version,
        library.cuda,
        wanted.system,
        wanted.gpu,
        flags,
        model.onnx.sha256,
        model.name,
        settings_digest(wanted.settings),
    )
    choice = choose_cache(catalogue.entries, wish)
    if choice.uses_caches and not catalogue.entries and catalogue.problems:
        choice = replace(choice, reason=say("those that ship cannot be used: {problem}", problem=catalogue.problems[0]))
    identity = OverlayIdentity(
        library.version, library.cuda, driver.partition(".")[0] if driver else None, wanted.gpu.uuid, flags
    )
    decision = Decision("timing cache", choice.entry.file if choice.entry else "none", choice.reason)
    known = choice.covered.warm_seconds if choice.covered and not planned.seconds_known else None
    expected_seconds = planned.expected_seconds if known is None else _around_build(model) + known
    return replace(
        planned,
        decisions=(*planned.decisions, decision),
        cache=choice,
        overlay=identity if choice.uses_caches else None,
        expected_seconds=expected_seconds,
        closing_seconds=_closing_seconds(model, expected_seconds),
        seconds_known=planned.seconds_known or (known is not None and choice.exact),
    )


def _engine_set(gpu: Gpu, chosen: Sequence[Gpu]) -> str:
    """What tells the engines for one GPU from those for the others: its name, where that is enough."""
    alike = [other for other in chosen if other.name == gpu.name]
    return gpu.name if len(alike) == 1 else f"{gpu.name} (compute capability {gpu.compute_capability})"


def _find_installed(
    model: str, gpu: Gpu | None, installed: Sequence[InstalledEngine], *, several: bool
) -> InstalledEngine | None:
    """The installed engine of a model: the one for this GPU, or else any where only one is wanted."""
    of_model = [engine for engine in installed if engine.record.model == model]
    for engine in of_model:
        made_for = engine.record.gpu
        if gpu and made_for and made_for.kind == gpu.kind:
            return engine
    return None if several else next(iter(of_model), None)


def _covered_gpu(model: PackagedModel, targets: tuple[str, ...], backend: Backend, machine: Machine) -> Gpu | None:
    """A GPU of this machine that runs engines which were built without regard to it."""
    covered = (
        gpu
        for gpu in machine.gpus
        if _judge_gpus(model, backend, machine)(gpu).supported
        and (
            gpu.compute_capability in (targets or DEFAULT_TARGETS)
            or (not targets and gpu.compute_capability not in TARGETS)
        )
    )
    return next(covered, None)


def _known_seconds(model: PackagedModel, backend: Backend, installed: InstalledEngine | None) -> float | None:
    if installed is None:
        return None
    record = installed.record
    same = record.onnx_sha256 == model.onnx.sha256 and record.backend == backend.name
    # Anybody may have written that file.
    return record.seconds if same and 0 < record.seconds < math.inf else None


def _estimated_seconds(model: PackagedModel) -> float:
    of_nodes = _SECONDS_PER_NODE * model.nodes + _SECONDS_PER_NODE_SQUARED * model.nodes**2
    return of_nodes + (_SECONDS_PER_BUILT_BYTE + _SECONDS_PER_WRITTEN_BYTE) * model.total_bytes


def _around_build(model: PackagedModel) -> float:
    """What a build takes besides the seconds that are recorded of it."""
    return _SECONDS_PER_WORKER + _SECONDS_PER_VERIFIED_BYTE * model.total_bytes


def _closing_seconds(model: PackagedModel, expected_seconds: float) -> float:
    """What writing and verifying the engine takes; on a machine that builds fast, no more than a share of it all."""
    per_byte = _SECONDS_PER_WRITTEN_BYTE + _SECONDS_PER_VERIFIED_BYTE
    return min(per_byte * model.total_bytes, _MOST_CLOSING_SHARE * expected_seconds)


def gpu_memory_needed_mib(model: PackagedModel) -> int:
    """What the engine of a model takes on a GPU at the least: its weights and a CUDA context, MiB."""
    return (model.total_bytes >> 20) + _GPU_OVERHEAD_MIB


def _judge_gpus(model: PackagedModel | None, backend: Backend, machine: Machine) -> Callable[[Gpu], Support]:
    """How every GPU is judged for a backend; without a model, what that needs is unknown."""
    needed = gpu_memory_needed_mib(model) if model else 0
    # What is asked for on the command line has nothing to do with the GPUs of this computer.
    limits = model.compute_capabilities_for(backend.name) if model and backend.builds_without_gpu else ()
    return lambda gpu: machine.judge(gpu, backend, needed, limits)


def _chosen(model: PackagedModel, backend: Backend, machine: Machine, asked: str | None) -> tuple[ChosenGpu, ...]:
    try:
        return choose_gpus(machine.gpus, _judge_gpus(model, backend, machine), asked)
    except EngineInstallerError as error:
        raise _Refused(_ill_rather_than_missing(error, machine)) from error


def _ill_rather_than_missing(error: EngineInstallerError, machine: Machine) -> EngineInstallerError:
    """A GPU that does not answer is no mistake in the command line."""
    problem = machine.driver.problem
    if problem is None or not isinstance(error, InvalidParameter):
        return error
    return SystemNotSupported(f"{error.message} That may be because {problem.message}.", hint=problem.hint)


def _lacks_gpu(model: PackagedModel, backend: Backend, machine: Machine, options: PlanOptions) -> str | None:
    """Why a backend that needs a GPU has none that it could use; None when it has one."""
    judge_gpu = _judge_gpus(model, backend, machine)
    if options.gpu not in (None, ALL_GPUS):
        try:
            support = judge_gpu(find_gpu(machine.gpus, options.gpu or ""))
        except InvalidParameter as error:
            raise _Refused(_ill_rather_than_missing(error, machine)) from error
        return None if support.supported else support.reason
    usable = any(judge_gpu(gpu).supported for gpu in machine.gpus)
    return None if usable else f"{backend.title} needs a GPU of {backend.supported_gpus}"


def _choose_backend(model: PackagedModel, machine: Machine, options: PlanOptions, decisions: list[Decision]) -> Backend:
    asked = options.backend if options.backend not in (None, "auto") else model.backend
    if asked != "auto":
        backend = BACKENDS[asked]
        if backend.name not in machine.libraries:
            raise _Refused(LibraryMissing(f"{backend.title} is not installed.", hint=backend.install_hint))
        by = "the command line asks" if options.backend not in (None, "auto") else "the app package asks"
        decisions.append(Decision("backend", backend.name, f"{by} for it; {_version(backend, machine)}"))
        return backend
    passed_over = []
    for backend in BACKENDS.values():
        if backend.name not in machine.libraries:
            passed_over.append(f"{backend.title} is not installed")
        elif not backend.builds_without_gpu and (options.portable or options.targets):
            passed_over.append(f"{backend.title} cannot build portable engines")
        elif not backend.builds_without_gpu and (lack := _lacks_gpu(model, backend, machine, options)):
            passed_over.append(lack)
        elif len(machine.libraries) > 1 and (refused := _refusals(model, backend, options)):
            passed_over.append(f"{backend.title} cannot honour {refused[0]}")
        else:
            reason = "; ".join([*passed_over, _version(backend, machine)])
            decisions.append(Decision("backend", backend.name, reason))
            return backend
    if options.portable or options.targets:
        raise _Refused(
            InvalidParameter(
                f"Portable engines cannot be built here: {'; '.join(passed_over)}.", hint=TENSORRT_RTX.install_hint
            )
        )
    installed = [BACKENDS[name] for name in machine.libraries]
    if any(_refusals(model, backend, options) for backend in installed):
        raise _Refused(PackageInvalid(f"No engine library can build {model.name!r}: {'; '.join(passed_over)}."))
    if installed:
        raise _no_gpu(model, installed[0], machine)
    raise _Refused(
        LibraryMissing(
            "No engine library is installed: neither TensorRT-RTX nor TensorRT.", hint=TENSORRT_RTX.install_hint
        )
    )


def _version(backend: Backend, machine: Machine) -> str:
    return f"{backend.title} {machine.libraries[backend.name].version} is installed"


def _choose_gpus(
    model: PackagedModel, backend: Backend, machine: Machine, options: PlanOptions, decisions: list[Decision]
) -> tuple[ChosenGpu, ...]:
    """Choose the GPUs to build for, one for each engine set; none of them means portable engines."""
    if options.portable or options.targets:
        if options.gpu is not None:
            raise _Refused(
                InvalidParameter(
                    "--gpu builds for a GPU of this computer, --portable and --for build without regard to any.",
                    hint="Leave out one of them.",
                )
            )
        if not backend.builds_without_gpu:
            raise _Refused(
                InvalidParameter(
                    f"{backend.title} cannot build portable engines: it times kernels on the GPU of this machine.",
                    hint="Leave out --portable and --for, or use --backend tensorrt-rtx.",
                )
            )
        decisions.append(Decision("gpu", "none", "the command line asks for engines that do not depend on it"))
        return ()
    chosen = _chosen(model, backend, machine, options.gpu)
    if chosen:
        return chosen
    of_package = [judge_support(gpu, backend) for gpu in machine.gpus]
    if model.compute_capabilities_for(backend.name) and any(support.supported for support in of_package):
        # Portable engines of such a package would not run here either.
        reason, hint = _why_no_gpu(model, backend, machine)
        raise _Refused(SystemNotSupported(f"{reason[0].upper()}{reason[1:]}.", hint=hint))
    if model.no_gpu != "portable" or not backend.builds_without_gpu:
        raise _no_gpu(model, backend, machine)
    reason, _ = _why_no_gpu(model, backend, machine)
    decisions.append(Decision("gpu", "none", f"{reason}; the app package says no_gpu = 'portable'"))
    return ()


def _no_gpu(model: PackagedModel, backend: Backend, machine: Machine) -> Exception:
    reason, hint = _why_no_gpu(model, backend, machine)
    if model.no_gpu == "skip":
        return _Skipped(f"{reason}, and the app package says no_gpu = 'skip'")
    if not machine.gpus:
        reason += f"; {backend.title} supports {backend.supported_gpus}"
    return _Refused(
        SystemNotSupported(f"The model {model.name!r} needs a supported NVIDIA GPU, but {reason}.", hint=hint)
    )


def _why_no_gpu(model: PackagedModel, backend: Backend, machine: Machine) -> tuple[str, str]:
    """Why no GPU can be used, and what to do about it."""
    supports = [_judge_gpus(model, backend, machine)(gpu) for gpu in machine.gpus]
    if supports:
        return "; ".join(dict.fromkeys(support.reason for support in supports)), supports[0].hint
    problem = machine.driver.problem
    if problem is None:
        return "there is none", ""
    other = " Engines for other computers can be built with --portable." if backend.builds_without_gpu else ""
    return problem.message, problem.hint + other


def _portable_targets(limits: tuple[str, ...], decisions: list[Decision]) -> tuple[str, ...]:
    choice = ", ".join(limits) or "library default"
    reason = "as asked for" if limits else "one engine for every GPU from compute capability 8.0 on"
    decisions.append(Decision("targets", choice, reason))
    return limits


def _targets(
    model: PackagedModel, backend: Backend, gpu: Gpu | None, options: PlanOptions, decisions: list[Decision]
) -> tuple[str, ...]:
    """The compute capabilities to build for; none of them means the library's default."""
    limits = options.targets or model.compute_capabilities_for(backend.name)
    if gpu is None:
        return _portable_targets(limits, decisions)
    own = gpu.compute_capability
    if not backend.builds_without_gpu:
        decisions.append(Decision("targets", own, f"{backend.title} builds for the GPU that it runs on"))
        return limits
    if limits:
        decisions.append(Decision("targets", ", ".join(limits), "the app package names them"))
        return limits
    if own not in TARGETS:
        decisions.append(Decision("targets", "library default", f"{own} is newer than every GPU that can be named"))
        return ()
    decisions.append(Decision("targets", own, f"only {gpu.name} will run these engines"))
    return (own,)


def _asked_settings(model: PackagedModel, backend: Backend, options: PlanOptions) -> BuildSettings:
    settings = model.settings_for(backend.name)
    if options.optimization_level is not None:
        settings = replace(settings, optimization_level=options.optimization_level)
    return settings


def _refusals(model: PackagedModel, backend: Backend, options: PlanOptions) -> list[str]:
    targets = options.targets or model.compute_capabilities_for(backend.name)
    return backend.refusals(_asked_settings(model, backend, options), targets)


def _settings(model: PackagedModel, backend: Backend, options: PlanOptions) -> BuildSettings:
    refused = _refusals(model, backend, options)
    if not refused:
        return _asked_settings(model, backend, options)
    lines = "".join(f"\n  - {reason}" for reason in refused)
    if options.optimization_level is not None or options.targets:
        raise _Refused(InvalidParameter(f"{backend.title} cannot honour what was asked for:{lines}"))
    raise _Refused(
        PackageInvalid(
            f"{backend.title} cannot honour these settings of the model {model.name!r}:{lines}",
            hint="Remove them from app.toml, or put what is only for one library into a table of its own, such as "
            "'tensorrt = { optimization_level = 5 }'.",
        )
    )


def _choose_jobs(models: tuple[PlannedModel, ...], machine: Machine, options: PlanOptions) -> tuple[int, str]:
    to_build = [planned for planned in models if planned.action == "build"]
    if any(planned.backend and planned.backend.times_kernels for planned in to_build):
        return 1, "kernels are timed on the GPU, and two builds at once would disturb each other"
    if options.jobs is not None:
        return options.jobs, "the command line asks for it"
    jobs = max(1, min(machine.cores, len(to_build)))
    return jobs, f"{len(to_build)} models to build, {machine.cores} cores; as free memory allows"


def wanted_without_package(record: EngineRecord, machine: Machine) -> WantedEngine:
    """What an installed engine should be when the package it came from is not at hand: model and settings as recorded,
    library and GPU as they are now.
    """
    backend = BACKENDS.get(record.backend, TENSORRT_RTX)
    library = machine.libraries.get(record.backend)
    gpus = [gpu for gpu in machine.gpus if _judge_gpus(None, backend, machine)(gpu).supported]
    same = [gpu for gpu in gpus if record.gpu is not None and gpu.name == record.gpu.name]
    covered = [gpu for gpu in gpus if gpu.compute_capability in record.targets]
    best = recommend(same or covered or gpus) if gpus else None
    gpu = best.gpu if best else None
    targets: tuple[str, ...] = tuple(record.targets)
    if gpu is not None and not record.portable:
        targets = (gpu.compute_capability,)
    return WantedEngine(
        onnx_sha256=None,
        external_data_sha256=None,
        settings=None,
        backend=record.backend,
        library_version=library.version if library else None,
        targets=targets,
        gpu=gpu,
        system=machine.system,
        driver_version=machine.driver.version,
    )

"""What an installation is going to do and why: a pure function of what was read, with a reason for every decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from builder.backend import BACKENDS, TENSORRT_RTX, Backend
from builder.backend.base import parse_compute_capability
from builder.backend.tensorrt_rtx import DEFAULT_TARGETS, TARGETS
from builder.engine_store import EngineRecord, FileState, Verdict, WantedEngine, judge
from builder.errors import EngineInstallerError, InvalidParameter, PackageInvalid, SystemNotSupported
from builder.gpu import Gpu
from builder.machine import Machine
from builder.manifest import AppPackage, BackendChoice, PackagedModel
from builder.settings import BuildSettings

Action = Literal["build", "keep", "skip", "refuse"]

# Of a TensorRT-RTX build on one core of 2024: interpreter and library, then parsing, building and writing.
_SECONDS_PER_BUILD = 0.4
_SECONDS_PER_BYTE = 5e-9
_ENGINE_OVERHEAD_BYTES = 2 << 20


@dataclass(frozen=True, slots=True)
class PlanOptions:
    """What the command line asks for.

    Attributes:
        backend: which engine library; None leaves it to the package.
        portable: build without regard to this machine's GPU.
        targets: compute capabilities to build for, without regard to this machine's GPU.
        optimization_level: instead of what the package says.
        jobs: parallel builds; None leaves it to the plan.
    """

    backend: BackendChoice | None = None
    portable: bool = False
    targets: tuple[str, ...] = ()
    optimization_level: int | None = None
    jobs: int | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """One choice with its reason."""

    what: str
    choice: str
    reason: str


@dataclass(frozen=True)
class PlannedModel:
    """What happens to one model.

    Attributes:
        model: the model.
        action: build it, keep the engine that is there, skip it on this machine, or refuse the whole run.
        decisions: everything that was decided, the action first.
        backend: the engine library; None when it was skipped or refused before that was decided.
        wanted: what the engine is to be; None likewise.
        verdict: the state of the engine that is installed; None likewise.
        error: why the run is refused.
        expected_seconds: wall time of the build, a rough estimate unless `seconds_known`.
        seconds_known: this very model was built on this machine before.
        expected_bytes: size of the engine, an estimate.
        load_on: a GPU of this machine that the engine must run on, to try it before it is published.
    """

    model: PackagedModel
    action: Action
    decisions: tuple[Decision, ...]
    backend: Backend | None = None
    wanted: WantedEngine | None = None
    verdict: Verdict | None = None
    error: EngineInstallerError | None = None
    expected_seconds: float = 0.0
    seconds_known: bool = False
    expected_bytes: int = 0
    load_on: Gpu | None = None

    def to_json(self) -> dict[str, Any]:
        """What `--plan --json` prints of it."""
        return {
            "model": self.model.name,
            "action": self.action,
            "backend": self.backend.name if self.backend else None,
            "targets": list(self.wanted.targets) if self.wanted else None,
            "gpu": self.wanted.gpu.name if self.wanted and self.wanted.gpu else None,
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
        jobs: how many builds run at once at the most.
        jobs_reason: why so many.
    """

    package: AppPackage
    options: PlanOptions
    models: tuple[PlannedModel, ...]
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
            "models": [planned.to_json() for planned in self.models],
        }


@dataclass(frozen=True, slots=True)
class InstalledEngine:
    """An engine that engines.json names, with the state of its file."""

    record: EngineRecord
    file_state: FileState


class _Refused(Exception):
    """The plan cannot go on with this model."""

    def __init__(self, error: EngineInstallerError) -> None:
        self.error = error


class _Skipped(Exception):
    """The package wants this model left out on this machine."""

    def __init__(self, reason: str) -> None:
        self.reason = reason


def make_plan(
    package: AppPackage, machine: Machine, installed: Mapping[str, InstalledEngine], options: PlanOptions
) -> BuildPlan:
    """Decide everything. Pure: reads nothing, changes nothing, never raises.

    Args:
        package: what is to be installed.
        machine: where.
        installed: what is there already, by model name.
        options: what the user asked for.
    """
    models = tuple(_plan_model(model, machine, installed.get(model.name), options) for model in package.models)
    jobs, jobs_reason = _choose_jobs(models, machine, options)
    return BuildPlan(package, options, models, jobs, jobs_reason)


def _plan_model(
    model: PackagedModel, machine: Machine, installed: InstalledEngine | None, options: PlanOptions
) -> PlannedModel:
    decisions: list[Decision] = []
    try:
        backend = _choose_backend(model, machine, options, decisions)
        gpu, targets = _choose_targets(model, backend, machine, options, decisions)
        settings = _settings(model, backend, options)
    except _Refused as refused:
        decisions.insert(0, Decision("action", "refuse", refused.error.message))
        return PlannedModel(model, "refuse", tuple(decisions), error=refused.error)
    except _Skipped as skipped:
        decisions.insert(0, Decision("action", "skip", skipped.reason))
        return PlannedModel(model, "skip", tuple(decisions))
    externals = [file.sha256 for file in model.external_data]
    wanted = WantedEngine(
        onnx_sha256=model.onnx.sha256 or None,
        external_data_sha256=tuple(externals) if all(externals) else None,
        settings=settings,
        backend=backend.name,
        library_version=machine.libraries[backend.name].version,
        targets=targets,
        gpu=gpu,
        system=machine.system,
    )
    verdict = judge(installed.record if installed else None, installed.file_state if installed else "missing", wanted)
    action: Action = "keep" if verdict.state == "current" else "build"
    decisions.insert(0, Decision("action", action, verdict.reason))
    known = _known_seconds(model, backend, installed)
    return PlannedModel(
        model,
        action,
        tuple(decisions),
        backend,
        wanted,
        verdict,
        expected_seconds=known or _SECONDS_PER_BUILD + _SECONDS_PER_BYTE * model.total_bytes,
        seconds_known=known is not None,
        expected_bytes=model.total_bytes + _ENGINE_OVERHEAD_BYTES,
        load_on=gpu or _covered_gpu(targets, backend, machine),
    )


def _covered_gpu(targets: tuple[str, ...], backend: Backend, machine: Machine) -> Gpu | None:
    """A GPU of this machine that runs engines which were built without regard to it."""
    covered = (
        gpu
        for gpu in _usable_gpus(backend, machine)
        if gpu.compute_capability in (targets or DEFAULT_TARGETS)
        or (not targets and gpu.compute_capability not in TARGETS)
    )
    return next(covered, None)


def _known_seconds(model: PackagedModel, backend: Backend, installed: InstalledEngine | None) -> float | None:
    if installed is None:
        return None
    record = installed.record
    same = record.onnx_sha256 == model.onnx.sha256 and record.backend == backend.name
    return record.seconds if same else None


def _usable_gpus(backend: Backend, machine: Machine) -> list[Gpu]:
    return [gpu for gpu in machine.gpus.gpus if backend.is_supported(gpu.compute_capability)]


def _choose_backend(model: PackagedModel, machine: Machine, options: PlanOptions, decisions: list[Decision]) -> Backend:
    asked = options.backend if options.backend not in (None, "auto") else model.backend
    if asked != "auto":
        backend = BACKENDS[asked]
        if backend.name not in machine.libraries:
            raise _Refused(SystemNotSupported(f"{backend.title} is not installed.", hint=backend.install_hint))
        by = "the command line asks" if options.backend not in (None, "auto") else "the app package asks"
        decisions.append(Decision("backend", backend.name, f"{by} for it; {_version(backend, machine)}"))
        return backend
    passed_over = []
    for backend in BACKENDS.values():
        if backend.name not in machine.libraries:
            passed_over.append(f"{backend.title} is not installed")
        elif not backend.builds_without_gpu and (options.portable or options.targets):
            passed_over.append(f"{backend.title} cannot build portable engines")
        elif not backend.builds_without_gpu and not _usable_gpus(backend, machine):
            passed_over.append(f"{backend.title} needs a GPU of {backend.supported_gpus}")
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
        SystemNotSupported(
            "No engine library is installed: neither TensorRT-RTX nor TensorRT.", hint=TENSORRT_RTX.install_hint
        )
    )


def _version(backend: Backend, machine: Machine) -> str:
    return f"{backend.title} {machine.libraries[backend.name].version} is installed"


def _choose_targets(
    model: PackagedModel, backend: Backend, machine: Machine, options: PlanOptions, decisions: list[Decision]
) -> tuple[Gpu | None, tuple[str, ...]]:
    """Choose the GPU to build for and the compute capabilities; none of them means the library's default."""
    limits = options.targets or model.compute_capabilities_for(backend.name)
    if options.portable or options.targets:
        if not backend.builds_without_gpu:
            raise _Refused(
                InvalidParameter(
                    f"{backend.title} cannot build portable engines: it times kernels on the GPU of this machine.",
                    hint="Leave out --portable and --for, or use --backend tensorrt-rtx.",
                )
            )
        decisions.append(Decision("gpu", "none", "the command line asks for engines that do not depend on it"))
        return None, _portable_targets(limits, decisions)
    usable = _usable_gpus(backend, machine)
    if usable:
        gpu = max(
            usable,
            key=lambda item: (parse_compute_capability(item.compute_capability), item.memory_total_mib, -item.index),
        )
        only = "the only GPU that the library supports" if len(usable) == 1 else "the newest supported GPU"
        decisions.append(Decision("gpu", gpu.name, f"{only}, compute capability {gpu.compute_capability}"))
        return gpu, _targets_of(gpu, limits, backend, decisions)
    reason = _why_no_gpu(backend, machine)
    if model.no_gpu == "stop" or not backend.builds_without_gpu:
        raise _no_gpu(model, backend, machine)
    if model.no_gpu == "skip":
        raise _Skipped(f"{reason}, and the app package says no_gpu = 'skip'")
    decisions.append(Decision("gpu", "none", f"{reason}; the app package says no_gpu = 'portable'"))
    return None, _portable_targets(limits, decisions)


def _no_gpu(model: PackagedModel, backend: Backend, machine: Machine) -> Exception:
    reason = _why_no_gpu(backend, machine)
    if model.no_gpu == "skip":
        return _Skipped(f"{reason}, and the app package says no_gpu = 'skip'")
    return _Refused(
        SystemNotSupported(
            f"The model {model.name!r} needs a supported NVIDIA GPU, but {reason}. "
            f"{backend.title} supports {backend.supported_gpus}.",
            hint="Install a supported GPU and its driver, or build engines for other machines with --portable.",
        )
    )


def _why_no_gpu(backend: Backend, machine: Machine) -> str:
    if machine.gpus.problem:
        return machine.gpus.problem
    names = ", ".join(f"{gpu.name} (compute capability {gpu.compute_capability})" for gpu in machine.gpus.gpus)
    return f"{backend.title} does not support the GPU of this machine: {names}"


def _portable_targets(limits: tuple[str, ...], decisions: list[Decision]) -> tuple[str, ...]:
    choice = ", ".join(limits) or "library default"
    reason = "as asked for" if limits else "one engine for every GPU from compute capability 8.0 on"
    decisions.append(Decision("targets", choice, reason))
    return limits


def _targets_of(gpu: Gpu, limits: tuple[str, ...], backend: Backend, decisions: list[Decision]) -> tuple[str, ...]:
    own = gpu.compute_capability
    if not backend.builds_without_gpu:
        decisions.append(Decision("targets", own, f"{backend.title} builds for the GPU that it runs on"))
        return limits
    if limits and own not in limits:
        raise _Refused(
            SystemNotSupported(
                f"The app package is made for GPUs of compute capability {', '.join(limits)}, "
                f"but {gpu.name} has {own}.",
                hint="Ask the application's vendor for a package that supports this GPU.",
            )
        )
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
    gpus = _usable_gpus(backend, machine)
    gpu = next((item for item in gpus if item.compute_capability in record.targets), gpus[0] if gpus else None)
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
    )

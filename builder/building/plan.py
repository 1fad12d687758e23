"""The plan: what happens to each model of a package on this machine, with a reason for every decision."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar, Literal

from builder.app_package.package import AppPackage, PackagedModel
from builder.app_package.reference_table import PackagedReference
from builder.backend import Backend
from builder.base.errors import EngineInstallerError, LibraryMissing
from builder.base.text import Text, say
from builder.building.estimate import Expected
from builder.building.source import BuiltHere, Downloaded, Installed, KernelTiming, Source
from builder.engines.index import EngineRecord
from builder.engines.options import EngineOptions
from builder.engines.verdict import FileState, Verdict, WantedEngine
from builder.feed.contents import Feed
from builder.gpu.choice import ALL_GPUS, Lack
from builder.gpu.nvml import Gpu
from builder.timing.catalogue import Catalogue

AS_USUAL = say("as usual")


@dataclass(frozen=True, slots=True)
class Decision:
    """One choice with its reason."""

    what: str
    choice: str
    reason: Text


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


@dataclass(frozen=True, slots=True)
class AnswersCheck:
    """Whether the outputs of an engine are compared with the vendor's references before it is published.

    Attributes:
        reference: what they are compared with.
        gpu: where the engine is asked for them; None where it is not.
        reason: why, or why not.
    """

    reference: PackagedReference
    gpu: Gpu | None
    reason: Text

    @classmethod
    def of(
        cls, model: PackagedModel, package: AppPackage, options: EngineOptions, load_on: Gpu | None
    ) -> AnswersCheck | None:
        """Decide for an engine that a GPU can run, or None; None for a model without references."""
        if model.reference is None:
            return None
        if options.no_answer_check:
            return cls(model.reference, None, say("the command line asks for none", window="none was asked for"))
        if not package.manifest.checks.answers:
            return cls(model.reference, None, say("the app package asks for none"))
        if load_on is None:
            return cls(model.reference, None, say("no GPU of this computer can run it"))
        return cls(model.reference, load_on, say("with what the vendor knows to be right"))


@dataclass(frozen=True, slots=True)
class Way:
    """Another way to get an engine, for when one gives wrong outputs.

    Attributes:
        words: how it differs from the first way, as a part of a sentence.
        model, backend, wanted, source, otherwise: as of `Build`.
        without_timings: it differs only in that no kernel timings are taken from elsewhere.
    """

    words: Text
    model: PackagedModel
    backend: Backend
    wanted: WantedEngine
    source: Source
    otherwise: Source | None = None
    without_timings: bool = False


@dataclass(frozen=True, slots=True)
class Build:
    """A new engine is needed, for one GPU where several were asked for; or one that is there is checked once more.

    Attributes:
        model: the model.
        decisions: everything that was decided, the action first.
        backend: the engine library.
        wanted: what the engine is to be.
        source: where it comes from.
        otherwise: where it comes from if that fails; None where there is no other way.
        verdict: why the engine that is there does not serve, or that there is none.
        installed: the engine that it replaces; None when there is none.
        engine_set: names what it is for where there are several engines of this model: the GPU, or compute
            capabilities; else None.
        load_on: a GPU of this machine that the engine must run on, to try it before it is published.
        lack: why the engine is built although no GPU of this machine can run it; None when one can, or when none was
            looked for.
        answers: whether its outputs are checked; None for a model without references.
        words: how this way differs from the first one, as a part of a sentence.
        ways: other ways, for when this one gives wrong outputs, in their order.
        tried: each way that gave wrong outputs, with the reason.
    """

    action: ClassVar[Literal["build"]] = "build"

    model: PackagedModel
    decisions: tuple[Decision, ...]
    backend: Backend
    wanted: WantedEngine
    source: Source
    verdict: Verdict
    installed: InstalledEngine | None = None
    engine_set: str | None = None
    load_on: Gpu | None = None
    lack: Lack | None = None
    otherwise: Source | None = None
    answers: AnswersCheck | None = None
    words: Text = AS_USUAL
    ways: tuple[Way, ...] = ()
    tried: tuple[Text, ...] = ()

    @property
    def key(self) -> str:
        """The name that no other engine of the plan has; also fit for a file name."""
        return _key(self)

    @property
    def label(self) -> str:
        """Its name for people."""
        return _label(self)

    @property
    def expected(self) -> Expected:
        """What getting the engine takes."""
        return self.source.expected

    @property
    def is_downloaded(self) -> bool:
        """Whether the vendor delivers it, so that nothing is built here unless that fails."""
        return isinstance(self.source, Downloaded)

    @property
    def is_checked_only(self) -> bool:
        """Whether the engine is there, and only its outputs are checked."""
        return isinstance(self.source, Installed)

    @property
    def source_name(self) -> Literal["build", "download", "check"]:
        """Where it comes from, for programs; `check` where it is there."""
        return "download" if self.is_downloaded else "check" if self.is_checked_only else "build"

    @property
    def timing(self) -> KernelTiming | None:
        """How kernels are timed on the GPU; None where none are."""
        return self.source.timing if isinstance(self.source, BuiltHere) else None

    @property
    def times_kernels(self) -> bool:
        """Whether kernels are timed on the GPU, so that it matters who else uses it."""
        return self.timing is not None


@dataclass(frozen=True, slots=True)
class Keep:
    """The engine that is there serves.

    Attributes:
        model: the model.
        decisions: everything that was decided, the action first.
        backend: the engine library.
        wanted: what the engine is to be.
        verdict: why it serves.
        installed: the engine, published or finished.
        expected: what getting it once more would take.
        engine_set: names what it is for where there are several engines of this model, as of `Build`.
        load_on: a GPU of this machine that runs it; None when there is none.
        lack: why the engine is wanted although no GPU of this machine can run it.
        check: how its outputs are checked once more, and what is done if they are wrong; None when they are not.
    """

    action: ClassVar[Literal["keep"]] = "keep"

    model: PackagedModel
    decisions: tuple[Decision, ...]
    backend: Backend
    wanted: WantedEngine
    verdict: Verdict
    installed: InstalledEngine
    expected: Expected
    engine_set: str | None = None
    load_on: Gpu | None = None
    lack: Lack | None = None
    check: Build | None = None

    @property
    def key(self) -> str:
        """The name that no other engine of the plan has."""
        return _key(self)

    @property
    def label(self) -> str:
        """Its name for people."""
        return _label(self)


@dataclass(frozen=True, slots=True)
class Skip:
    """The model is left out on this machine, as the package or the user wants it.

    Attributes:
        lack: why no GPU of this machine can run it, where that is the reason; None when the user left it out.
    """

    action: ClassVar[Literal["skip"]] = "skip"

    model: PackagedModel
    decisions: tuple[Decision, ...]
    lack: Lack | None = None


@dataclass(frozen=True, slots=True)
class Refuse:
    """The whole run is refused because of this model.

    Attributes:
        error: why.
        lack: why no GPU of this machine can run it, where that is the reason.
    """

    action: ClassVar[Literal["refuse"]] = "refuse"

    model: PackagedModel
    decisions: tuple[Decision, ...]
    error: EngineInstallerError
    lack: Lack | None = None


PlannedEngine = Build | Keep
Planned = Build | Keep | Skip | Refuse
"""What happens to one model."""


def _key(planned: PlannedEngine) -> str:
    name, engine_set = planned.model.name, planned.engine_set
    return name if engine_set is None else f"{name}-{hashlib.sha256(engine_set.encode()).hexdigest()[:8]}"


def _label(planned: PlannedEngine) -> str:
    name, engine_set = planned.model.name, planned.engine_set
    return say("{model} for {gpu}", model=name, gpu=engine_set) if engine_set else name


def engine_set_of(gpu: Gpu, chosen: Sequence[Gpu]) -> str | None:
    """Tell the engines for one of several GPUs from those for the others: by its name, where that is enough."""
    if len(chosen) == 1:
        return None
    if sum(other.name == gpu.name for other in chosen) == 1:
        return gpu.name
    return f"{gpu.name} (compute capability {gpu.compute_capability})"


def may_be_downloaded(model: PackagedModel, package: AppPackage) -> bool:
    """Whether the app package lets the engine of a model come from the vendor."""
    return package.manifest.feed is not None and model.strategy != "build"


def _planned_json(planned: Planned) -> dict[str, Any]:
    engine = planned if isinstance(planned, PlannedEngine) else None
    gpu = engine.wanted.gpu if engine else None
    source = planned.source if isinstance(planned, Build) else None
    check = planned if isinstance(planned, Build) else planned.check if isinstance(planned, Keep) else None
    fetched = source.expected.size if isinstance(source, Downloaded) else 0
    if isinstance(source, BuiltHere):
        fetched = sum(file.size for file in planned.model.in_feed)
    return {
        "model": planned.model.name,
        "action": planned.action,
        "variant": planned.model.variant,
        "backend": engine.backend.name if engine else None,
        "targets": list(engine.wanted.targets or engine.wanted.served) if engine else None,
        "gpu": gpu.name if gpu else None,
        "gpu_uuid": gpu.uuid if gpu else None,
        "gpu_pci_bus_id": gpu.pci_bus_id if gpu else None,
        "expected_seconds": round(engine.expected.seconds, 1) if engine else 0.0,
        "checks_answers": check is not None and check.answers is not None and check.answers.gpu is not None,
        "source": planned.source_name if isinstance(planned, Build) else None,
        "download_mib": round(fetched / (1 << 20), 1),
        "expected_mib": round(engine.expected.size / (1 << 20), 1) if engine else 0.0,
        "error": planned.error.message if isinstance(planned, Refuse) else None,
        "decisions": [{"what": item.what, "choice": item.choice, "reason": item.reason} for item in planned.decisions],
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
        memory_limit_bytes: what all builders that run at the same time may take together.
        memory_reason: why so much.
        feed: what the vendor delivers, or why that cannot be had now; None where it was not asked.
    """

    package: AppPackage
    options: EngineOptions
    models: tuple[Planned, ...]
    installed: tuple[InstalledEngine, ...]
    catalogue: Catalogue
    has_unresponsive_gpu: bool
    jobs: int
    jobs_reason: Text
    memory_limit_bytes: int
    memory_reason: Text
    feed: Feed | EngineInstallerError | None = None

    @property
    def engines(self) -> tuple[PlannedEngine, ...]:
        """The engines that there will be, new and kept ones."""
        return tuple(planned for planned in self.models if isinstance(planned, PlannedEngine))

    @property
    def to_build(self) -> tuple[Build, ...]:
        return tuple(planned for planned in self.models if isinstance(planned, Build))

    @property
    def to_check(self) -> tuple[Build, ...]:
        """The engines that stay if their outputs are found to be right once more."""
        return tuple(planned.check for planned in self.kept if planned.check)

    @property
    def built_here(self) -> tuple[Build, ...]:
        """Those that are built on this computer, unless one that is downloaded fails."""
        return tuple(planned for planned in self.to_build if not planned.is_downloaded)

    @property
    def asks_feed(self) -> bool:
        """Whether something is to be got that the app package lets come from the vendor."""
        return any(
            may_be_downloaded(planned.model, self.package) or bool(planned.model.in_feed)
            for planned in self.models
            if isinstance(planned, Build) or (isinstance(planned, Refuse) and isinstance(planned.error, LibraryMissing))
        )

    @property
    def kept(self) -> tuple[Keep, ...]:
        return tuple(planned for planned in self.models if isinstance(planned, Keep))

    @property
    def skipped(self) -> tuple[Skip, ...]:
        return tuple(planned for planned in self.models if isinstance(planned, Skip))

    @property
    def not_runnable_here(self) -> Text | None:
        """Why this machine cannot run an engine, unless portable ones were asked for; None when it can run all."""
        if self.options.ignores_gpus:
            return None
        for planned in self.engines:
            if planned.load_on is None:
                return next(item.reason for item in planned.decisions if item.what == "gpu")
        # What is left out for want of a GPU does not run here either.
        return next((planned.decisions[0].reason for planned in self.skipped if planned.lack), None)

    @property
    def lack(self) -> Lack | None:
        """What the first model lacks that no GPU of this machine can run; None where there is no such model."""
        return next((planned.lack for planned in self.models if planned.lack), None)

    @property
    def resolved_options(self) -> EngineOptions:
        """What was asked for, with the chosen GPU by its UUID: an index may mean another one tomorrow."""
        if self.options.gpu in (None, ALL_GPUS):
            return self.options
        gpu = next((planned.wanted.gpu for planned in self.engines), None)
        return replace(self.options, gpu=gpu.uuid if gpu else None)

    @property
    def refusal(self) -> EngineInstallerError | None:
        """Why nothing may be started, or None."""
        return next((planned.error for planned in self.models if isinstance(planned, Refuse)), None)

    @property
    def verify_reason(self) -> Text:
        """Whether the files of the package were checked, in words."""
        if self.package.manifest.verify:
            return say("every file has the hash that app.toml states")
        return say("app.toml says verify = false: the files of this package were not checked")

    def to_json(self) -> dict[str, Any]:
        """What `--plan --json` prints."""
        app = self.package.manifest.app
        return {
            "schema": 1,
            "app": {"id": app.id, "name": app.name, "version": app.version},
            "verify": {"choice": self.package.manifest.verify, "reason": self.verify_reason},
            "jobs": {"choice": self.jobs, "reason": self.jobs_reason},
            "memory_mib": {"choice": self.memory_limit_bytes >> 20, "reason": self.memory_reason},
            "catalogue_problems": list(self.catalogue.problems),
            "models": [_planned_json(planned) for planned in self.models],
        }

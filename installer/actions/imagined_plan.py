"""Plans for computers that nobody has here: with one of NVIDIA's GPUs, or with each of them. Nothing is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from builder.backend import BACKENDS
from builder.backend.base import parse_compute_capability
from builder.base.cancellation import CancelToken
from builder.base.text import NO_TEXT
from builder.building.imagined_machine import imagine
from builder.building.machine import Machine
from builder.building.plan import Build, BuildPlan, Keep, Planned, Refuse
from builder.building.target_questions import AnswerMemory
from builder.gpu.choice import driver_for
from builder.gpu.known_gpus import KnownGpu, find_known_gpu, known_gpus, same_name
from builder.timing.catalogue import catalogue_folder, load_catalogue
from installer.actions.features import check_features, with_features
from installer.actions.install import InstallRun
from installer.actions.install_plan import InstallPlan
from installer.target.installation import Installation
from installer.target.library import Library, survey_library
from installer.target.request import Request

Verdict = Literal["runs", "runs in part", "does not run", "refused"]
"""What becomes of an application on a GPU. Refused: its installation ends with an error."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What is known of a computer that is not here, besides its GPU; the rest is as here.

    Attributes:
        driver: version of its driver; None for one that is new enough.
        system: `linux` or `windows`; None for this one's.
        memory_gib: its system memory, GiB; None for this one's.
    """

    driver: str | None = None
    system: str | None = None
    memory_gib: int | None = None

    def machine(self, gpu: KnownGpu, here: Machine) -> Machine:
        """Make that computer.

        Raises:
            InvalidParameter: there is no such driver.
        """
        memory = None if self.memory_gib is None else self.memory_gib << 10
        return imagine(gpu, here, driver=self.driver, system=self.system, memory_mib=memory)


@dataclass(frozen=True, slots=True)
class Assumed:
    """What a plan stands on, in words, besides what was asked for.

    Attributes:
        guesses: facts that may differ on a real computer.
        unknown: what was not said, and what is taken for it.
    """

    guesses: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImaginedPlan:
    """What `install` would do on a computer with a GPU that need not be here.

    Attributes:
        gpu: the GPU.
        plan: for that computer.
        assumed: what it stands on.
    """

    gpu: KnownGpu
    plan: InstallPlan
    assumed: Assumed

    def to_json(self) -> dict[str, Any]:
        """What `--plan --json` prints: the plan, and for which computer it is."""
        machine = self.plan.machine
        return self.plan.to_json() | {
            "imagined": {
                "gpu": _gpu_json(self.gpu),
                "driver": machine.driver.version,
                "system": machine.system,
                "memory_mib": machine.memory_bytes >> 20,
                "guesses": list(self.assumed.guesses),
                "unknown": list(self.assumed.unknown),
            }
        }


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of one model on a GPU.

    Attributes:
        model: its name.
        action: as of the plan.
        backend: the engine library; None where no engine is built.
        targets: the compute capabilities of the engine.
        runs: whether the GPU runs it.
        reason: why it does not, without the GPU's name and compute capability; empty where it does.
        variant: of the model, where one is chosen; None for the model's own file.
        source: `build` or `download`; None where no engine is got.
    """

    model: str
    action: str
    backend: str | None
    targets: tuple[str, ...]
    runs: bool
    reason: str
    variant: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class GpuGroup:
    """GPUs on which the same happens.

    Attributes:
        compute_capabilities: theirs, the oldest first.
        gpus: in the order of the table.
        outcomes: in the order of the package.
    """

    compute_capabilities: tuple[str, ...]
    gpus: tuple[KnownGpu, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def verdict(self) -> Verdict:
        """What becomes of the application."""
        if any(outcome.action == "refuse" for outcome in self.outcomes):
            return "refused"
        running = [outcome.runs for outcome in self.outcomes]
        return "runs" if all(running) else "runs in part" if any(running) else "does not run"


@dataclass(frozen=True, slots=True)
class GpuSurvey:
    """What `install` would do on computers with each of NVIDIA's GPUs.

    Attributes:
        groups: those alike together.
        plan: for one of these computers: one that runs the most.
        libraries: the engine libraries with their versions, in words.
        system: of all these computers.
        assumed: what it all stands on.
    """

    groups: tuple[GpuGroup, ...]
    plan: BuildPlan
    libraries: tuple[str, ...]
    system: str
    assumed: Assumed

    def to_json(self) -> dict[str, Any]:
        """What `--plan --as-gpu all --json` prints."""
        app = self.plan.package.manifest.app
        return {
            "schema": 1,
            "app": {"id": app.id, "name": app.name, "version": app.version},
            "system": self.system,
            "libraries": list(self.libraries),
            "guesses": list(self.assumed.guesses),
            "unknown": list(self.assumed.unknown),
            "groups": [
                {
                    "compute_capabilities": list(group.compute_capabilities),
                    "verdict": group.verdict,
                    "models": [_outcome_json(outcome) for outcome in group.outcomes],
                    "gpus": [_gpu_json(gpu) for gpu in group.gpus],
                }
                for group in self.groups
            ],
        }


def plan_as(request: Request, asked: str, elsewhere: Elsewhere, here: Machine, cancel: CancelToken) -> ImaginedPlan:
    """Find out what `install` would do on a computer with a certain GPU. What is in the target counts as being there.

    Args:
        request: what is asked for.
        asked: the GPU's name, as people write it.
        elsewhere: what else is known of that computer.
        here: this computer.
        cancel: stops it.

    Raises:
        InvalidParameter: there is no such GPU or driver.
        EngineInstallerError: as of `install.plan`.
    """
    gpu = find_known_gpu(asked)
    run = InstallRun(Installation(request), elsewhere.machine(gpu, here), cancel)
    plan = run.plan()
    guesses = [*_guesses_of(gpu), *_guesses(elsewhere, here, plan.library)]
    return ImaginedPlan(gpu, plan, Assumed(tuple(guesses), tuple(_unknown(elsewhere, plan.machine))))


def survey_gpus(request: Request, elsewhere: Elsewhere, here: Machine, cancel: CancelToken) -> GpuSurvey:
    """Find out what `install` would do on computers with each GPU of the table, and nothing installed.

    Args:
        request: what is asked for.
        elsewhere: what else is known of these computers.
        here: this computer.
        cancel: stops it.

    Raises:
        InvalidParameter: there is no such driver.
        EngineInstallerError: as of `install.plan`.
    """
    run = InstallRun(Installation(request), here, cancel)
    package = run.package
    request = with_features(request, package.manifest, None)
    check_features(package, (*request.options.without, *request.options.wanted), None)
    catalogue = load_catalogue(catalogue_folder(package.root), cancel)
    installation = run.installation
    scope = installation.scope_given(None)
    system = elsewhere.system or here.system
    library = survey_library(package, installation.target, None, request.wheels, cancel, scope, system)
    memory = AnswerMemory(None, {})
    found: dict[tuple[Outcome, ...], list[KnownGpu]] = {}
    plans = []
    for gpu in known_gpus():
        cancel.check()
        machine = elsewhere.machine(gpu, here).with_library(library.libraries)
        plan = run.plan_engines(package, request, machine, (), catalogue, library, memory)
        plans.append(plan)
        outcomes = tuple(_outcome(planned, gpu) for planned in plan.models)
        found.setdefault(outcomes, []).append(gpu)
    groups = [GpuGroup(_capabilities(gpus), tuple(gpus), outcomes) for outcomes, gpus in found.items()]
    guesses = ["the memory of GPUs is as they are sold, where their driver's figure is not known"]
    return GpuSurvey(
        groups=tuple(sorted(groups, key=lambda group: parse_compute_capability(group.compute_capabilities[0]))),
        plan=max(plans, key=lambda plan: sum(planned.load_on is not None for planned in plan.to_build)),
        libraries=tuple(f"{BACKENDS[name].title} {library.version}" for name, library in machine.libraries.items()),
        system=system,
        assumed=Assumed((*guesses, *_guesses(elsewhere, here, library)), tuple(_unknown(elsewhere, machine))),
    )


def _outcome(planned: Planned, gpu: KnownGpu) -> Outcome:
    engine = planned if isinstance(planned, Build | Keep) else None
    runs = engine is not None and engine.load_on is not None
    reason = NO_TEXT
    if isinstance(planned, Refuse):
        reason = planned.error.message
    elif engine is None:
        reason = planned.decisions[0].reason
    elif not runs:
        reason = next((item.reason for item in planned.decisions if item.what == "gpu"), NO_TEXT)
    return Outcome(
        model=planned.model.name,
        action=planned.action,
        backend=engine.backend.name if engine else None,
        targets=(engine.wanted.targets or engine.wanted.served) if engine else (),
        runs=runs,
        # So that those alike come together.
        reason=reason.replace(gpu.name, "this GPU").replace(f" (compute capability {gpu.compute_capability})", ""),
        variant=next(
            (item.choice for item in planned.decisions if item.what == "variant" and item.choice != "none"), None
        ),
        source=planned.source_name if isinstance(planned, Build) else None,
    )


def _capabilities(gpus: list[KnownGpu]) -> tuple[str, ...]:
    return tuple(sorted({gpu.compute_capability for gpu in gpus}, key=parse_compute_capability))


def _guesses_of(gpu: KnownGpu) -> Iterator[str]:
    if "memory" in gpu.guesses:
        yield f"{gpu.memory_mib} MiB of GPU memory, as it is sold; its driver will say a little less"
    if others := same_name(gpu):
        yield f"the driver gives the same name to {', '.join(other.label for other in others)}"


def _guesses(elsewhere: Elsewhere, here: Machine, library: Library) -> Iterator[str]:
    if elsewhere.system not in (None, here.system):
        if library.libraries is None:
            yield f"the engine library for {elsewhere.system} is of the same version as the one here, for {here.system}"
        yield f"what is stated per system (payload, icon, folder of installation) is that for {here.system}"
    if library.is_to_be_unpacked:
        yield "the engine library is not unpacked here, so it was not asked which models it refuses for a GPU"


def _unknown(elsewhere: Elsewhere, machine: Machine) -> Iterator[str]:
    if elsewhere.driver is None:
        windows = machine.system == "windows"
        drivers = [driver_for(library.cuda, windows=windows) for library in machine.libraries.values()]
        least = max(filter(None, drivers), key=int, default=None)
        yield f"a driver that is new enough ({least} or newer)" if least else "a driver that is new enough"
    if elsewhere.memory_gib is None:
        yield f"system memory of {machine.memory_bytes >> 20} MiB, as here"
    yield f"a processor with {machine.cores} cores, as here"


def _gpu_json(gpu: KnownGpu) -> dict[str, Any]:
    return {
        "name": gpu.name,
        "variant": gpu.variant or None,
        "compute_capability": gpu.compute_capability,
        "memory_mib": gpu.memory_mib,
        "cores": gpu.cores,
        "boost_mhz": gpu.boost_mhz,
        "guessed": sorted(gpu.guesses),
        "series": gpu.group,
    }


def _outcome_json(outcome: Outcome) -> dict[str, Any]:
    return {
        "model": outcome.model,
        "action": outcome.action,
        "backend": outcome.backend,
        "targets": list(outcome.targets),
        "runs": outcome.runs,
        "reason": outcome.reason or None,
        "variant": outcome.variant,
        "source": outcome.source,
    }

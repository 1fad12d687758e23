"""What must be right before minutes are spent on a build: one list, each item with pass, warn or fail.

All judgements are pure. Those about the place of installation are in `target_facts.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal

from builder.backend import BACKENDS, TENSORRT_RTX
from builder.backend.tensorrt_rtx import TARGETS, lacks_data_type
from builder.base.errors import (
    DownloadFailed,
    EngineInstallerError,
    LibraryMissing,
    OutOfMemory,
    Remedy,
    SystemNotSupported,
)
from builder.base.quantities import MemoryBytes
from builder.base.text import NO_TEXT, Text, join, say, sentence, verbatim
from builder.building.estimate import gpu_memory_needed_mib, plain_lack_of_gpu_memory
from builder.building.machine import Machine
from builder.building.plan import Build, BuildPlan
from builder.gpu.choice import Lack, driver_for, nearest_lack
from builder.gpu.nvml import Driver, Gpu, GpuProblem

_MIB = 1 << 20
# The budget of a build is generous (see `Backend.build_memory_bytes`); with less than this share it cannot succeed.
_LEAST_SHARE_OF_BUDGET = 0.6

_DRIVER, _ENGINE_LIBRARY, _GPU = say("Driver"), say("Engine library"), say("GPU")
_GPU_MEMORY, _MEMORY = say("GPU memory"), say("Memory")

State = Literal["pass", "warn", "fail"]


class Problem(Enum):
    """What is not as it should be, for windows: what they say and offer depends on it."""

    NO_GPU = "there is no NVIDIA graphics card"
    GPU_TOO_OLD = "no graphics card is new enough"
    GPU_NOT_SUPPORTED = "the graphics card is none of those that are supported, or is shared out"
    GPU_NOT_VISIBLE = "there is a graphics card, but this user or session may not use it"
    LITTLE_GPU_MEMORY = "the graphics card has too little memory, or too little of it is free"
    NO_DRIVER = "there is a graphics card, but no driver"
    DRIVER_TOO_OLD = "the driver is too old"
    DRIVER_STOPPED = "the driver or a graphics card does not answer; a restart may help"
    NO_LIBRARY = "the engine library is missing"
    LITTLE_MEMORY = "the computer has too little memory"
    NO_ROOM = "there is too little room on the disk"
    NO_ACCESS = "nothing can be written into the folder"
    OTHER_RUN = "another run is at work in the folder"
    DAMAGED = "the program or the app package is damaged"
    OTHER = "something else"


_PLAIN_TITLES = {
    "gpu": say("Graphics card"),
    "driver": say("Driver"),
    "library": say("AI software"),
    "memory": say("Memory"),
    "gpu_memory": say("Graphics memory"),
    "disk": say("Disk"),
    "write_access": say("Folder"),
    "other_run": say("Other setups"),
}


@dataclass(frozen=True, slots=True)
class Check:
    """One item.

    Attributes:
        name: for programs, such as `gpu_memory`.
        title: for people, such as `GPU memory`.
        state: a fail stops an installation, a warning does not.
        message: the fact, in words.
        hint: how to fix it.
        error: what an installation ends with; only of a fail.
        problem: what kind of fault a warning or a fail is about; None where there is none.
        found: what there is, in a user's words, such as `NVIDIA GeForce RTX 4070, 12 GB`; empty where there is nothing
            to say.
        needed: what is needed, such as `RTX 20 series or newer`; empty where nothing can be said.
        amounts: what there is and what is needed in bytes, where it is room that is compared.
    """

    name: str
    title: Text
    state: State
    message: Text
    hint: Text = NO_TEXT
    error: EngineInstallerError | None = None
    problem: Problem | None = None
    found: Text = NO_TEXT
    needed: Text = NO_TEXT
    amounts: tuple[int, int] | None = None

    @property
    def plain_title(self) -> Text:
        """What it is about, in a user's words: `Graphics card`."""
        about = "gpu" if self.problem is Problem.NO_GPU else self.name
        return _PLAIN_TITLES.get(about, self.title)

    def to_json(self) -> dict[str, Any]:
        """What events and `--json` say of it."""
        return {"name": self.name, "state": self.state, "message": self.message, "hint": self.hint}


def failed(
    name: str,
    title: Text,
    error: EngineInstallerError,
    problem: Problem,
    found: Text,
    needed: Text = NO_TEXT,
    amounts: tuple[int, int] | None = None,
) -> Check:
    """Make the check that an error ends the installation with."""
    return Check(name, title, "fail", error.message, error.hint, error, problem, found, needed, amounts)


def machine_checks(machine: Machine, plan: BuildPlan | None = None, *, waits: bool = True) -> Iterator[Check]:
    """Check driver, GPU, library and memory; with a plan, for what it needs of them.

    Args:
        machine: this one.
        plan: what will be done.
        waits: the run waits for a GPU that is in use, so its memory may become free.
    """
    refusal = plan.refusal if plan else None
    yield _check_driver(machine, plan)
    yield from _check_libraries(machine, refusal, needed=plan is None or not plan.engines)
    yield from _check_gpus(machine, plan)
    yield from _check_gpu_memory(needed_builds(plan), waits=waits)
    yield _check_memory(machine, plan)


def needed_builds(plan: BuildPlan | None) -> list[Build]:
    """Return what must be built here; an engine that would only be timed again can stay as it is."""
    to_build = plan.built_here if plan else ()
    return [planned for planned in to_build if not planned.verdict.timed_while_busy]


def checks_text(checks: Sequence[Check]) -> str:
    """Write the list for a console: a line for each check, with the hint below those that did not pass."""
    width = max((len(check.title) for check in checks), default=0)
    marks = {"pass": "ok", "warn": "WARNING", "fail": "FAILED"}
    lines = []
    for check in checks:
        lines.append(f"{check.title:{width}}  {marks[check.state]:7}  {check.message}")
        lines += [f"{'':{width}}           {line}" for line in check.hint.splitlines() if check.state != "pass"]
    return "\n".join(lines)


def refusal_of(checks: Sequence[Check]) -> EngineInstallerError | None:
    """Return what an installation ends with, naming every fail; None when there is none."""
    errors = [check.error for check in checks if check.error is not None]
    if len(errors) < 2:
        return errors[0] if errors else None
    kind = type(errors[0])
    return kind(
        join(
            "\n  - ",
            [
                say("{count} problems prevent the installation:", count=len(errors)),
                *(error.message for error in errors),
            ],
        ),
        hint=join("\n", dict.fromkeys(error.hint for error in errors)),
        plain=errors[0].plain,
        remedy=errors[0].remedy,
    )


_DRIVER_PROBLEMS = {
    "binding_missing": (Problem.DAMAGED, say("Cannot be checked")),
    "no_driver": (Problem.NO_DRIVER, say("Not installed")),
    "driver_not_loaded": (Problem.DRIVER_STOPPED, say("Not running")),
    "driver_mismatch": (Problem.DRIVER_STOPPED, say("Needs a restart")),
    "permission_denied": (Problem.GPU_NOT_VISIBLE, say("Not for this user")),
    "not_visible": (Problem.GPU_NOT_VISIBLE, say("Not for this user")),
    "no_gpu": (Problem.NO_GPU, say("No NVIDIA graphics card")),
}
_LACKS: dict[Lack, Problem] = {
    "no card": Problem.NO_GPU,
    "too old": Problem.GPU_TOO_OLD,
    "not supported": Problem.GPU_NOT_SUPPORTED,
    "driver too old": Problem.DRIVER_TOO_OLD,
    "little memory": Problem.LITTLE_GPU_MEMORY,
}


def _driver_problem(problem: GpuProblem) -> tuple[Problem, Text]:
    """What kind of problem it is for people, and what is found instead of a driver."""
    if problem.name == "no_driver" and not problem.has_card:
        return _DRIVER_PROBLEMS["no_gpu"]
    return _DRIVER_PROBLEMS.get(problem.name, (Problem.DRIVER_STOPPED, say("Does not answer")))


def _is_about_gpus(refusal: EngineInstallerError | None) -> bool:
    """Whether a plan is refused for want of a GPU or a driver, and not of what could be got from elsewhere."""
    return isinstance(refusal, SystemNotSupported) and not isinstance(refusal, LibraryMissing | DownloadFailed)


def _driver_needed(machine: Machine, plan: BuildPlan | None) -> Text:
    """Which driver the engine libraries need that are used, or that are there; empty when unknown."""
    used = {planned.backend.name for planned in plan.engines} if plan else set()
    libraries = [library for name, library in machine.libraries.items() if not used or name in used]
    windows = machine.system == "windows"
    versions = [version for library in libraries if (version := driver_for(library.cuda, windows=windows))]
    return say("{version} or newer", version=max(versions, key=int)) if versions else NO_TEXT


def _check_driver(machine: Machine, plan: BuildPlan | None) -> Check:
    driver, problem = machine.driver, machine.driver.problem
    needed = _driver_needed(machine, plan)
    if problem is None:
        found = verbatim(driver.version or "")
        return Check("driver", _DRIVER, "pass", _driver_version(driver), found=found, needed=needed)
    kind, found = _driver_problem(problem)
    if kind is Problem.NO_GPU:
        needed = _cards_needed(plan)

    def check(state: State, message: Text, hint: Text = NO_TEXT, error: EngineInstallerError | None = None) -> Check:
        return Check("driver", _DRIVER, state, message, hint, error, kind, found, needed)

    message = say("{problem:capital}", problem=problem.message)
    if plan is None or machine.gpus:
        return check("warn", message, problem.hint)
    if _is_about_gpus(plan.refusal):
        return check("fail", message, problem.hint, plan.refusal)
    if plan.not_runnable_here:
        return check("warn", _not_runnable(plan.not_runnable_here), problem.hint)
    not_needed = say("{problem:capital}, and these engines do not need one", problem=problem.message)
    return Check("driver", _DRIVER, "pass", not_needed, found=say("Not needed"))


def _driver_version(driver: Driver) -> Text:
    if driver.cuda_version:
        return say("NVIDIA driver {version} (CUDA {cuda})", version=driver.version, cuda=driver.cuda_version)
    return say("NVIDIA driver {version}", version=driver.version)


def _not_runnable(reason: Text) -> Text:
    return say("This computer cannot run these engines: {reason}", reason=reason)


def _check_libraries(machine: Machine, refusal: EngineInstallerError | None, *, needed: bool) -> Iterator[Check]:
    found = [f"{BACKENDS[name].title} {library.version}" for name, library in machine.libraries.items()]
    if isinstance(refusal, LibraryMissing):
        yield library_missing(refusal)
    elif found:
        yield Check("library", _ENGINE_LIBRARY, "pass", join(", ", found), found=say("Included"))
    elif not needed:
        message = say("none is installed, and nothing is built here")
        yield Check("library", _ENGINE_LIBRARY, "pass", message, found=say("Not needed"))
    else:
        message, hint = say("neither TensorRT-RTX nor TensorRT is installed"), BACKENDS["tensorrt-rtx"].install_hint
        missing = say("Not included")
        yield Check("library", _ENGINE_LIBRARY, "warn", message, hint, problem=Problem.NO_LIBRARY, found=missing)


def library_missing(error: EngineInstallerError) -> Check:
    """Make the check of an engine library that an installation needs and cannot get."""
    problem = Problem.NO_LIBRARY if isinstance(error, LibraryMissing) else Problem.DAMAGED
    return failed("library", _ENGINE_LIBRARY, error, problem, say("Not included"))


_SERIES = {"7.5": 20, "8.0": 30, "8.6": 30, "8.9": 40, "12.0": 50, "12.1": 50}
"""The first GeForce RTX series of each compute capability, by which people know graphics cards."""


def _cards_needed(plan: BuildPlan | None) -> Text:
    """Which cards run every engine; empty where that is no series of GeForce RTX."""
    backends = {planned.model.name: planned.backend.name for planned in plan.engines} if plan else {}
    least = []
    for model in plan.package.models if plan else ():
        limits = model.compute_capabilities_for(backends.get(model.name, TENSORRT_RTX.name)) or TARGETS
        served = [limit for limit in limits if not lacks_data_type(limit, model.for_gpu(limit).data_types)]
        least.append(min((_SERIES.get(limit, 0) for limit in served), default=0))
    series = max(least, default=20)
    return say("RTX {series} series or newer", series=series) if series else NO_TEXT


def card_in_words(gpu: Gpu) -> Text:
    """A graphics card as its box says it: `NVIDIA GeForce RTX 4070, 12 GB`."""
    return say("{card}, {memory}", card=gpu.name, memory=_sold_as(gpu.memory_total_mib))


def _sold_as(mib: int) -> MemoryBytes:
    """The memory of a card that keeps a little of it for itself: whole gigabytes."""
    return MemoryBytes(round(mib / 1024) << 30 if mib >= 1024 else mib * _MIB)


def _check_gpus(machine: Machine, plan: BuildPlan | None) -> Iterator[Check]:
    """Each GPU, or each that the plan has chosen, for each installed library."""
    if not machine.gpus:
        return
    refusal, needed = plan.refusal if plan else None, _cards_needed(plan)
    found = join(", ", [card_in_words(gpu) for gpu in machine.gpus])
    problem = _LACKS[plan.lack] if plan and plan.lack else Problem.GPU_NOT_SUPPORTED
    if refusal and _is_about_gpus(refusal):
        yield failed("gpu", _GPU, refusal, problem, found, needed)
        return
    if plan is not None and plan.not_runnable_here:
        message = _not_runnable(plan.not_runnable_here)
        yield Check("gpu", _GPU, "warn", message, problem=problem, found=found, needed=needed)
        return
    chosen = {
        planned.wanted.gpu.uuid: next(item.reason for item in planned.decisions if item.what == "gpu")
        for planned in (plan.engines if plan else ())
        if planned.wanted.gpu is not None
    }
    for gpu in machine.gpus:
        if gpu.uuid in chosen:
            message = say("{gpu}: {reason}", gpu=gpu.name, reason=chosen[gpu.uuid])
            yield Check("gpu", _GPU, "pass", message, found=card_in_words(gpu), needed=needed)
        elif not chosen:
            yield _check_support(gpu, machine)


def _check_support(gpu: Gpu, machine: Machine) -> Check:
    supports = {name: machine.judge(gpu, BACKENDS[name]) for name in machine.libraries}
    by = [BACKENDS[name].title for name, support in supports.items() if support.supported]
    refused = [support for support in supports.values() if not support.supported]
    own = say(
        "{gpu}, compute capability {capability}, {mib} MiB",
        gpu=gpu.name,
        capability=gpu.compute_capability,
        mib=gpu.memory_total_mib,
    )
    if by:
        own = say("{gpu}: supported by {libraries}", gpu=own, libraries=join(" and ", by))
    message = join("; ", [own, *(support.reason for support in refused)])
    found, needed = card_in_words(gpu), _cards_needed(None)
    if by:
        return Check("gpu", _GPU, "pass", message, found=found, needed=needed)
    problem = _LACKS[nearest_lack([support.lack for support in refused])] if refused else None
    hint = refused[0].hint if refused else NO_TEXT
    return Check("gpu", _GPU, "warn", message, hint, problem=problem, found=found, needed=needed)


def _check_gpu_memory(to_build: Sequence[Build], *, waits: bool) -> Iterator[Check]:
    """Free memory of each GPU that engines are timed or tried on, for the model that needs most."""
    problem = Problem.LITTLE_GPU_MEMORY
    by_gpu: dict[Gpu, list[Build]] = {}
    for planned in to_build:
        if planned.load_on is not None:
            by_gpu.setdefault(planned.load_on, []).append(planned)
    for gpu, models in by_gpu.items():
        if gpu.memory_free_mib is None:
            continue
        largest = max(models, key=lambda planned: gpu_memory_needed_mib(planned.model))
        needed = gpu_memory_needed_mib(largest.model)
        message = say(
            "{gpu} has {free_mib} of {total_mib} MiB free",
            gpu=gpu.name,
            free_mib=gpu.memory_free_mib,
            total_mib=gpu.memory_total_mib,
        )
        free = MemoryBytes.at_most(gpu.memory_free_mib * _MIB)
        found = say("{free} of {total} free", free=free, total=_sold_as(gpu.memory_total_mib))
        wanted = say("{size}", size=MemoryBytes.at_least(needed * _MIB))
        if gpu.memory_free_mib >= needed:
            yield Check("gpu_memory", _GPU_MEMORY, "pass", message, found=found, needed=wanted)
            continue
        lack = say("{model!r} needs at least {needed_mib} MiB", model=largest.model.name, needed_mib=needed)
        message = join("; ", [message, lack])
        hint = say(
            "Close other programs that use the GPU, then run the command again.",
            window="Close other programs that use the graphics card, then try again.",
        )
        if not waits and any(planned.times_kernels for planned in models):
            error = OutOfMemory(sentence(message), hint=hint, plain=plain_lack_of_gpu_memory(largest.model))
            yield failed("gpu_memory", _GPU_MEMORY, error, problem, found, wanted)
        else:
            yield Check("gpu_memory", _GPU_MEMORY, "warn", message, hint, problem=problem, found=found, needed=wanted)


_MORE_MEMORY = {
    None: say("Enlarge the swap space or page file, or build on a computer with more memory."),
    "container": say("The container sets this limit: give it more memory."),
    "address space": say("The shell or the service that started this sets the limit: raise it (ulimit -v)."),
}


def _check_memory(machine: Machine, plan: BuildPlan | None) -> Check:
    free = say(
        "{free_mib} of {total_mib} MiB free",
        free_mib=machine.memory_free_bytes // _MIB,
        total_mib=machine.memory_total_bytes // _MIB,
    )
    needs = [(planned.expected.memory_bytes, planned.model.name) for planned in needed_builds(plan)]
    needed, name = max(needs, default=(0, ""))
    found = say(
        "{free} of {total} free",
        free=MemoryBytes.at_most(machine.memory_free_bytes),
        total=MemoryBytes.at_least(machine.memory_bytes),
    )
    wanted = say("{size}", size=MemoryBytes.at_least(needed)) if needed else NO_TEXT
    problem = Problem.LITTLE_MEMORY
    if plan is not None and needed * _LEAST_SHARE_OF_BUDGET > plan.memory_limit_bytes:
        error = _allowed_too_little(name, needed, plan.memory_limit_bytes)
        return failed("memory", _MEMORY, error, problem, found, wanted)
    if needed <= machine.memory_free_bytes:
        granted = _granted(plan, free) if plan is not None and plan.built_here else free
        return Check("memory", _MEMORY, "pass", granted, found=found, needed=wanted)
    need = say("building {model!r} may need {needed_mib} MiB", model=name, needed_mib=needed // _MIB)
    message = join("; ", [free, need])
    if needed * _LEAST_SHARE_OF_BUDGET > machine.memory_total_bytes:
        error = OutOfMemory(
            say("This computer has too little memory: {need}.", need=message)
            if machine.memory_limited_by is None
            else say("This program may use too little memory: {need}.", need=message),
            hint=_MORE_MEMORY[machine.memory_limited_by],
            plain=say("Your PC has too little memory for the AI features."),
            remedy=Remedy.NONE,
        )
        return failed("memory", _MEMORY, error, problem, found, wanted)
    hint = say("Close other programs if the build fails.")
    return Check("memory", _MEMORY, "warn", message, hint, problem=problem, found=found, needed=wanted)


def _granted(plan: BuildPlan, free: Text) -> Text:
    return say(
        "{free}; builds may take {limit_mib} MiB ({reason})",
        free=free,
        limit_mib=plan.memory_limit_bytes // _MIB,
        reason=plan.memory_reason,
    )


def _allowed_too_little(model: str, needed: int, limit: int) -> OutOfMemory:
    return OutOfMemory(
        say(
            "Building {model!r} may need {needed_mib} MiB, and builds may take {limit_mib} MiB of memory.",
            model=model,
            needed_mib=needed // _MIB,
            limit_mib=limit // _MIB,
        ),
        hint=say("Allow more with --limit-memory.", window="Run the installation with a higher limit of memory."),
        plain=say("The setup is not allowed to use enough memory for the AI features."),
        remedy=Remedy.NONE,
    )

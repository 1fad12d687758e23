"""What must be right before minutes are spent on a build: one list, each item with pass, warn or fail.

The judgements are pure; `survey_target` alone touches the disk.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from builder.backend import BACKENDS
from builder.base.errors import (
    DiskFull,
    EngineInstallerError,
    InvalidParameter,
    LibraryMissing,
    OutOfMemory,
    SystemNotSupported,
)
from builder.base.files import os_errors_as
from builder.base.paths import exists
from builder.base.text import NO_TEXT, Text, join, say, sentence
from builder.building.estimate import gpu_memory_needed_mib
from builder.building.machine import Machine
from builder.building.plan import Build, BuildPlan
from builder.engines.store import EngineStore, already_running
from builder.gpu.nvml import Gpu
from builder.operating_system import hold_folder

_MIB = 1 << 20
# The budget of a build is generous (see `Backend.build_memory_bytes`); with less than this share it cannot succeed.
_LEAST_SHARE_OF_BUDGET = 0.6

_DRIVER, _ENGINE_LIBRARY, _GPU = say("Driver"), say("Engine library"), say("GPU")
_GPU_MEMORY, _MEMORY, _DISK = say("GPU memory"), say("Memory"), say("Disk")
_WRITE_ACCESS, _OTHER_RUNS = say("Write access"), say("Other runs")

State = Literal["pass", "warn", "fail"]


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
    """

    name: str
    title: Text
    state: State
    message: Text
    hint: Text = NO_TEXT
    error: EngineInstallerError | None = None

    def to_json(self) -> dict[str, Any]:
        """What events and `--json` say of it."""
        return {"name": self.name, "state": self.state, "message": self.message, "hint": self.hint}


@dataclass(frozen=True, slots=True)
class TargetFacts:
    """What is known about the place of installation.

    Attributes:
        folder: where the engines go.
        free_bytes: room on its volume; None when unknown.
        write_error: why nothing can be written there; None when a probe was written, or when none was asked for.
        probed: whether writing was tried.
        held: whether another run holds it.
    """

    folder: Path
    free_bytes: int | None
    write_error: EngineInstallerError | None
    probed: bool
    held: bool


def _failed(name: str, title: Text, error: EngineInstallerError) -> Check:
    return Check(name, title, "fail", error.message, error.hint, error)


def survey_target(store: EngineStore, *, probe: bool) -> TargetFacts:
    """Look at the place of installation.

    Args:
        store: of the target.
        probe: try to write, and to take the lock; leaves nothing behind. Without it nothing is touched.
    """
    place = store.folder
    while not exists(place) and place != place.parent:
        place = place.parent
    try:
        free_bytes = shutil.disk_usage(place).free
    except OSError:
        free_bytes = None
    write_error: EngineInstallerError | None = None
    if probe:
        try:
            os.fsencode(store.folder)
            # Without a name wherever the system can do that, so that nothing stays behind, whatever happens.
            with (
                os_errors_as(store.folder, say("write to")),
                hold_folder(place) as held,
                tempfile.TemporaryFile(prefix=".probe-", dir=held) as probe_file,
            ):
                probe_file.write(b"probe")
        except UnicodeEncodeError:
            write_error = InvalidParameter(
                say("The path {folder} cannot be spelled in this system's character set.", folder=store.folder),
                hint=say(
                    "Choose another target, or run this in a UTF-8 locale.", window="Choose a folder with another name."
                ),
            )
        except EngineInstallerError as error:
            write_error = error
    return TargetFacts(store.folder, free_bytes, write_error, probe, probe and store.is_held())


def machine_checks(machine: Machine, plan: BuildPlan | None = None, *, waits: bool = True) -> Iterator[Check]:
    """Check driver, GPU, library and memory; with a plan, for what it needs of them.

    Args:
        machine: this one.
        plan: what will be done.
        waits: the run waits for a GPU that is in use, so its memory may become free.
    """
    refusal = plan.refusal if plan else None
    yield _check_driver(machine, plan)
    yield from _check_libraries(machine, refusal)
    yield from _check_gpus(machine, plan)
    if plan is not None:
        yield from _check_gpu_memory(_needed_builds(plan), waits=waits)
    yield _check_memory(machine, plan)


def _needed_builds(plan: BuildPlan | None) -> list[Build]:
    """Return what must be built; an engine that would only be timed again can stay as it is."""
    to_build = plan.to_build if plan else ()
    return [planned for planned in to_build if not planned.verdict.timed_while_busy]


def target_checks(facts: TargetFacts, plan: BuildPlan | None, copy_bytes: int = 0) -> Iterator[Check]:
    """Check disk space, write access and other runs.

    Args:
        facts: of the target.
        plan: what will be done.
        copy_bytes: size of the files that are copied besides the engines.
    """
    yield _check_disk(facts, plan, copy_bytes)
    if not facts.probed:
        return
    if facts.write_error is not None:
        yield _failed("write_access", _WRITE_ACCESS, facts.write_error)
    else:
        message = say("{folder} can be written to", folder=facts.folder)
        yield Check("write_access", _WRITE_ACCESS, "pass", message)
    if facts.held:
        yield _failed("other_run", _OTHER_RUNS, already_running(facts.folder.parent))
    else:
        yield Check("other_run", _OTHER_RUNS, "pass", say("no other run is using this target"))


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
    )


def _check_driver(machine: Machine, plan: BuildPlan | None) -> Check:
    driver, problem = machine.driver, machine.driver.problem
    if problem is None:
        version = say("NVIDIA driver {version}", version=driver.version)
        if driver.cuda_version:
            version = say("NVIDIA driver {version} (CUDA {cuda})", version=driver.version, cuda=driver.cuda_version)
        return Check("driver", _DRIVER, "pass", version)
    message = say("{problem:capital}", problem=problem.message)
    if plan is None or machine.gpus:
        return Check("driver", _DRIVER, "warn", message, problem.hint)
    if isinstance(plan.refusal, SystemNotSupported) and not isinstance(plan.refusal, LibraryMissing):
        return Check("driver", _DRIVER, "fail", message, problem.hint, plan.refusal)
    if plan.not_runnable_here:
        return Check("driver", _DRIVER, "warn", _not_runnable(plan.not_runnable_here), problem.hint)
    not_needed = say("{problem:capital}, and these engines do not need one", problem=problem.message)
    return Check("driver", _DRIVER, "pass", not_needed)


def _not_runnable(reason: Text) -> Text:
    return say("This computer cannot run these engines: {reason}", reason=reason)


def _check_libraries(machine: Machine, refusal: EngineInstallerError | None) -> Iterator[Check]:
    found = [f"{BACKENDS[name].title} {library.version}" for name, library in machine.libraries.items()]
    if isinstance(refusal, LibraryMissing):
        yield _failed("library", _ENGINE_LIBRARY, refusal)
    elif found:
        yield Check("library", _ENGINE_LIBRARY, "pass", join(", ", found))
    else:
        message, hint = say("neither TensorRT-RTX nor TensorRT is installed"), BACKENDS["tensorrt-rtx"].install_hint
        yield Check("library", _ENGINE_LIBRARY, "warn", message, hint)


def library_missing(error: EngineInstallerError) -> Check:
    """Make the check of an engine library that an installation needs and cannot get."""
    return _failed("library", _ENGINE_LIBRARY, error)


def _check_gpus(machine: Machine, plan: BuildPlan | None) -> Iterator[Check]:
    """Each GPU, or each that the plan has chosen, for each installed library."""
    if not machine.gpus:
        return
    refusal = plan.refusal if plan else None
    if isinstance(refusal, SystemNotSupported) and not isinstance(refusal, LibraryMissing):
        yield _failed("gpu", _GPU, refusal)
        return
    if plan is not None and plan.not_runnable_here:
        yield Check("gpu", _GPU, "warn", _not_runnable(plan.not_runnable_here))
        return
    chosen = {
        planned.wanted.gpu.uuid: next(item.reason for item in planned.decisions if item.what == "gpu")
        for planned in (plan.engines if plan else ())
        if planned.wanted.gpu is not None
    }
    for gpu in machine.gpus:
        if gpu.uuid in chosen:
            yield Check("gpu", _GPU, "pass", say("{gpu}: {reason}", gpu=gpu.name, reason=chosen[gpu.uuid]))
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
    return Check("gpu", _GPU, "pass" if by else "warn", message, NO_TEXT if by or not refused else refused[0].hint)


def _check_gpu_memory(to_build: Sequence[Build], *, waits: bool) -> Iterator[Check]:
    """Free memory of each GPU that engines are timed or tried on, for the model that needs most."""
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
        if gpu.memory_free_mib >= needed:
            yield Check("gpu_memory", _GPU_MEMORY, "pass", message)
            continue
        lack = say("{model!r} needs at least {needed_mib} MiB", model=largest.model.name, needed_mib=needed)
        message = join("; ", [message, lack])
        hint = say(
            "Close other programs that use the GPU, then run the command again.",
            window="Close other programs that use the graphics card, then choose Try again.",
        )
        if not waits and any(planned.times_kernels for planned in models):
            yield _failed("gpu_memory", _GPU_MEMORY, OutOfMemory(sentence(message), hint=hint))
        else:
            yield Check("gpu_memory", _GPU_MEMORY, "warn", message, hint)


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
    needs = [(planned.expected.memory_bytes, planned.model.name) for planned in _needed_builds(plan)]
    needed, name = max(needs, default=(0, ""))
    if plan is not None and needed * _LEAST_SHARE_OF_BUDGET > plan.memory_limit_bytes:
        return _failed("memory", _MEMORY, _allowed_too_little(name, needed, plan.memory_limit_bytes))
    if needed <= machine.memory_free_bytes:
        if plan is None or not plan.to_build:
            return Check("memory", _MEMORY, "pass", free)
        granted = say(
            "{free}; builds may take {limit_mib} MiB ({reason})",
            free=free,
            limit_mib=plan.memory_limit_bytes // _MIB,
            reason=plan.memory_reason,
        )
        return Check("memory", _MEMORY, "pass", granted)
    need = say("building {model!r} may need {needed_mib} MiB", model=name, needed_mib=needed // _MIB)
    message = join("; ", [free, need])
    if needed * _LEAST_SHARE_OF_BUDGET > machine.memory_total_bytes:
        return _failed(
            "memory",
            _MEMORY,
            OutOfMemory(
                say("This computer has too little memory: {need}.", need=message)
                if machine.memory_limited_by is None
                else say("This program may use too little memory: {need}.", need=message),
                hint=_MORE_MEMORY[machine.memory_limited_by],
            ),
        )
    return Check("memory", _MEMORY, "warn", message, say("Close other programs if the build fails."))


def _allowed_too_little(model: str, needed: int, limit: int) -> OutOfMemory:
    return OutOfMemory(
        say(
            "Building {model!r} may need {needed_mib} MiB, and builds may take {limit_mib} MiB of memory.",
            model=model,
            needed_mib=needed // _MIB,
            limit_mib=limit // _MIB,
        ),
        hint=say("Allow more with --limit-memory.", window="Run the installation with a higher limit of memory."),
    )


def _check_disk(facts: TargetFacts, plan: BuildPlan | None, copy_bytes: int) -> Check:
    if facts.free_bytes is None:
        message = say("the free space on the volume of {folder} is unknown", folder=facts.folder)
        return Check("disk", _DISK, "warn", message)
    engines = sum(planned.expected.size for planned in _needed_builds(plan))
    needed = engines + copy_bytes
    # Each part is given in the same unit, rounded so that the comparison still reads true.
    free_mib, needed_mib = facts.free_bytes // _MIB, -(-needed // _MIB)
    if needed <= facts.free_bytes:
        free = say("{free_mib} MiB free for {folder}", free_mib=free_mib, folder=facts.folder)
        return Check("disk", _DISK, "pass", free)
    if copy_bytes:
        message = say(
            "There is not enough space on the volume of {folder}: {free_mib} MiB are free, and the installation needs "
            "about {needed_mib} MiB.",
            folder=facts.folder,
            free_mib=free_mib,
            needed_mib=needed_mib,
        )
    else:
        message = say(
            "There is not enough space on the volume of {folder}: {free_mib} MiB are free, and the engines need about "
            "{needed_mib} MiB.",
            folder=facts.folder,
            free_mib=free_mib,
            needed_mib=needed_mib,
        )
    hint = say(
        "Free some space, or choose another folder with --target.", window="Free some space, or choose another folder."
    )
    return _failed("disk", _DISK, DiskFull(message, hint=hint))

"""Which GPU an engine is built for: what each backend supports, which one is recommended, which one was asked for.

Pure: the same GPUs give the same choice, in whatever order they come.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from builder.backend import Backend, Installation
from builder.backend.base import parse_compute_capability
from builder.base.errors import InvalidParameter, Remedy, SystemNotSupported
from builder.base.text import NO_TEXT, Text, join, say
from builder.gpu.nvml import Gpu

ALL_GPUS = "all"
"""The choice that makes an engine set for each distinct GPU."""

# The driver that first ran each CUDA major version, Linux and Windows (CUDA Toolkit release notes, table 3).
_DRIVERS = {"12": ("525", "528"), "13": ("580", "580")}

Lack = Literal["no card", "too old", "not supported", "driver too old", "little memory"]
"""Why a GPU cannot be used; "no card" stands for a machine on which no GPU answers."""
_NEAREST_FIRST: tuple[Lack, ...] = ("driver too old", "little memory", "not supported", "too old")
_OLDEST = (7, 5)
"""The compute capability of Turing, the oldest that any engine library supports."""


_PLAIN_LACKS: dict[Lack, Text] = {
    "no card": say("No NVIDIA graphics card was found."),
    "too old": say("Your graphics card is too old for the AI features."),
    "not supported": say("The AI features cannot use your graphics card."),
    "driver too old": say("Your graphics driver is too old for the AI features."),
    "little memory": say("Your graphics card has too little memory for the AI features."),
}


def lacking(lack: Lack, message: Text, hint: Text, detail: str = "") -> SystemNotSupported:
    """Make the error of a run that needs a GPU which this machine lacks."""
    remedy = Remedy.GET_DRIVER if lack == "driver too old" else Remedy.NONE
    return SystemNotSupported(message, hint=hint, detail=detail, plain=_PLAIN_LACKS[lack], remedy=remedy)


def driver_for(cuda: str | None, *, windows: bool = os.name == "nt") -> str | None:
    """Return the first driver of a system that runs a CUDA major version, such as `580`; None when unknown."""
    versions = _DRIVERS.get(cuda or "")
    return versions[windows] if versions else None


@dataclass(frozen=True, slots=True)
class Support:
    """Whether a backend can be used with a GPU.

    Attributes:
        supported: the answer.
        reason: in words, as a part of a sentence.
        hint: what to do when it is not.
        lack: why it is not; None when it is.
    """

    supported: bool
    reason: Text
    hint: Text = NO_TEXT
    lack: Lack | None = None


@dataclass(frozen=True, slots=True)
class ChosenGpu:
    """A GPU to build for, and the fact that decided."""

    gpu: Gpu
    reason: Text


def judge_support(
    gpu: Gpu,
    backend: Backend,
    library: Installation | None = None,
    cuda_driver_version: str | None = None,
    memory_needed_mib: int = 0,
    limits: tuple[str, ...] = (),
    *,
    windows: bool = os.name == "nt",
) -> Support:
    """Judge one GPU for one backend.

    Args:
        gpu: the GPU.
        backend: what should build for it.
        library: the installed library; None leaves the driver out of the judgement.
        cuda_driver_version: the newest CUDA that the driver runs, such as `13.0`; None when unknown.
        memory_needed_mib: what the engine takes at the least, MiB.
        limits: compute capabilities that the app package is made for; none of them means all.
        windows: whether the driver that is needed is one for Windows.
    """
    if not backend.is_supported(gpu.compute_capability):
        return Support(
            False,
            say(
                "{library} does not support {gpu} (compute capability {own}); it supports {supported}",
                library=backend.title,
                gpu=gpu.name,
                own=gpu.compute_capability,
                supported=backend.supported_gpus,
            ),
            _or_portable(say("Install a supported GPU and its driver"), backend),
            "too old" if parse_compute_capability(gpu.compute_capability) < _OLDEST else "not supported",
        )
    if limits and gpu.compute_capability not in limits:
        return Support(
            False,
            say(
                "the app package is for GPUs of compute capability {capabilities}, but {gpu} has {own}",
                capabilities=join(", ", limits),
                gpu=gpu.name,
                own=gpu.compute_capability,
            ),
            say("Ask the application's vendor for a package that supports this GPU."),
            "too old" if _is_older(gpu, limits) else "not supported",
        )
    if gpu.mig_enabled:
        return Support(
            False,
            say("{gpu} is divided into MIG instances, and engines are built for whole GPUs only", gpu=gpu.name),
            _or_portable(say("Turn MIG off (nvidia-smi -mig 0)"), backend),
            "not supported",
        )
    needed = library.cuda if library else None
    if needed and cuda_driver_version and parse_compute_capability(cuda_driver_version)[0] < int(needed):
        return Support(
            False,
            say(
                "the NVIDIA driver is too old: it runs CUDA up to {newest_cuda}, and {library} needs CUDA "
                "{needed_cuda}",
                newest_cuda=cuda_driver_version,
                library=backend.title,
                needed_cuda=needed,
            ),
            say("Install driver {driver} or newer from nvidia.com.", driver=driver)
            if (driver := driver_for(needed, windows=windows))
            else say("Install a driver for CUDA {needed_cuda} from nvidia.com.", needed_cuda=needed),
            "driver too old",
        )
    if gpu.memory_total_mib < memory_needed_mib:
        return Support(
            False,
            say(
                "{gpu} has {total_mib} MiB of memory, and at least {needed_mib} MiB are needed",
                gpu=gpu.name,
                total_mib=gpu.memory_total_mib,
                needed_mib=memory_needed_mib,
            ),
            say("Use a GPU with more memory, or ask the application's vendor for a smaller model."),
            "little memory",
        )
    return Support(True, say("compute capability {own}", own=gpu.compute_capability))


def nearest_lack(lacks: Sequence[Lack | None]) -> Lack:
    """Choose what is said of several GPUs of which none can be used: what is the easiest to mend.

    Args:
        lacks: of each GPU.
    """
    return next((lack for lack in _NEAREST_FIRST if lack in lacks), "no card")


def _is_older(gpu: Gpu, limits: Sequence[str]) -> bool:
    own = parse_compute_capability(gpu.compute_capability)
    return all(own < parse_compute_capability(limit) for limit in limits)


def _or_portable(advice: Text, backend: Backend) -> Text:
    if not backend.builds_without_gpu:
        return say("{advice}.", advice=advice)
    return say(
        "{advice}, or build engines for other computers with --portable.",
        window="{advice}, or build engines for other computers.",
        advice=advice,
    )


def recommend(gpus: Sequence[Gpu]) -> ChosenGpu:
    """The best of several GPUs that can all be used.

    Args:
        gpus: one at least.
    """
    ranked = sorted(gpus, key=_rank(gpus))
    best = ranked[0]
    if len(ranked) == 1:
        only = say("the only supported GPU, compute capability {own}", own=best.compute_capability)
        return ChosenGpu(best, only)
    return ChosenGpu(best, _deciding_fact(best, ranked[1], gpus))


def _speed(gpu: Gpu) -> int | None:
    """What it computes at the most, in cores times MHz; CUDA's own order of devices goes by speed as well."""
    return gpu.cores * gpu.sm_clock_max_mhz if gpu.cores and gpu.sm_clock_max_mhz else None


def _rank(gpus: Sequence[Gpu]) -> Callable[[Gpu], tuple[object, ...]]:
    speeds_known = all(_speed(gpu) for gpu in gpus)

    def rank(gpu: Gpu) -> tuple[object, ...]:
        major, minor = parse_compute_capability(gpu.compute_capability)
        speed = (_speed(gpu) or 0) if speeds_known else 0
        return (-speed, -major, -minor, -gpu.memory_total_mib, gpu.pci_bus_id or "", gpu.uuid)

    return rank


def _deciding_fact(best: Gpu, second: Gpu, gpus: Sequence[Gpu]) -> Text:
    if all(_speed(gpu) for gpu in gpus) and _speed(best) != _speed(second):
        return say(
            "the fastest supported GPU ({cores} cores at up to {mhz} MHz; "
            "{second} has {second_cores} at up to {second_mhz} MHz)",
            cores=best.cores,
            mhz=best.sm_clock_max_mhz,
            second=second.name,
            second_cores=second.cores,
            second_mhz=second.sm_clock_max_mhz,
        )
    if best.compute_capability != second.compute_capability:
        return say(
            "the newest supported GPU (compute capability {own}; {second} has {second_own})",
            own=best.compute_capability,
            second=second.name,
            second_own=second.compute_capability,
        )
    if best.memory_total_mib != second.memory_total_mib:
        return say(
            "the supported GPU with the most memory ({mib} MiB; {second} has {second_mib} MiB)",
            mib=best.memory_total_mib,
            second=second.name,
            second_mib=second.memory_total_mib,
        )
    return say("the first of equal GPUs, at PCI bus {bus}", bus=best.pci_bus_id or say("unknown"))


def choose_gpus(gpus: Sequence[Gpu], judge: Callable[[Gpu], Support], asked: str | None) -> tuple[ChosenGpu, ...]:
    """Choose the GPUs to build for, each for an engine set of its own.

    Args:
        gpus: every GPU of the machine.
        judge: whether one can be used.
        asked: an index, UUID or PCI bus id; `all` for every distinct GPU; None for the recommended one.

    Returns:
        Nothing when no GPU can be used and none was asked for by name.

    Raises:
        InvalidParameter: there is no such GPU.
        SystemNotSupported: the GPU that was asked for cannot be used.
    """
    usable = [gpu for gpu in gpus if judge(gpu).supported]
    if asked is None:
        return (recommend(usable),) if usable else ()
    if asked == ALL_GPUS:
        groups: dict[tuple[str, str], list[Gpu]] = {}
        for gpu in sorted(usable, key=_rank(usable)):
            groups.setdefault(gpu.kind, []).append(gpu)
        return tuple(ChosenGpu(group[0], _group_reason(group)) for group in groups.values())
    gpu = find_gpu(gpus, asked)
    support = judge(gpu)
    if not support.supported:
        message = say("The GPU {gpu} cannot be used: {reason}.", gpu=asked, reason=support.reason)
        raise lacking(support.lack or "not supported", message, support.hint)
    asked_for = say("the command line asks for it", window="it was asked for")
    return (ChosenGpu(gpu, join("; ", [asked_for, support.reason])),)


def _group_reason(group: Sequence[Gpu]) -> Text:
    own = say("compute capability {own}", own=group[0].compute_capability)
    if len(group) > 1:
        own = say("{capability}, shared by {count} equal GPUs", capability=own, count=len(group))
    return join("; ", [say("every distinct GPU was asked for"), own])


def find_gpu(gpus: Sequence[Gpu], asked: str) -> Gpu:
    """The GPU that an index, a UUID (or how one begins) or a PCI bus id means.

    Raises:
        InvalidParameter: none, or several.
    """
    if re.fullmatch(r"[0-9]{1,6}", asked):
        found = [gpu for gpu in gpus if gpu.index == int(asked)]
    elif asked.upper().startswith("GPU-"):
        found = [gpu for gpu in gpus if gpu.uuid.upper().startswith(asked.upper())]
        found = [gpu for gpu in found if gpu.uuid.upper() == asked.upper()] or found
    else:
        wanted = _bus_id(asked)
        found = [gpu for gpu in gpus if wanted is not None and _bus_id(gpu.pci_bus_id or "") == wanted]
    if len(found) == 1:
        return found[0]
    listed = Text(
        "".join(
            f"\n  {gpu.index}  {gpu.uuid}  {gpu.pci_bus_id or '-'}  {gpu.name}"
            for gpu in sorted(gpus, key=lambda gpu: gpu.index)
        )
    )
    raise InvalidParameter(
        say("--gpu {gpu} means several GPUs of this computer.", gpu=asked)
        if found
        else say("This computer has no GPU {gpu}.", gpu=asked),
        hint=say("Specify an index, a UUID or a PCI bus id of these, or 'all':{gpus}", gpus=listed)
        if gpus
        else say("Run 'engine-builder gpus' to see why there is none."),
        plain=say("The chosen graphics card was not found."),
    )


def _bus_id(text: str) -> tuple[int, ...] | None:
    """Domain, bus, device and function; the domain may be left out, as lspci does."""
    match = re.fullmatch(r"(?:([0-9a-f]{1,8}):)?([0-9a-f]{1,2}):([0-9a-f]{1,2})(?:\.([0-7]))?", text, re.IGNORECASE)
    return tuple(int(part or "0", 16) for part in match.groups()) if match else None

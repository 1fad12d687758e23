"""The facts about this machine that a plan depends on, read once."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass, replace
from pathlib import Path

from builder.backend import BACKENDS, Backend, Installation
from builder.base.cancellation import NEVER, CancelToken
from builder.gpu.choice import Support, judge_support
from builder.gpu.nvml import Driver, Gpu, detect_gpus
from builder.operating_system.limits import LimitedBy, memory_limits, processor_limit
from builder.timing.overlay import overlay_folder


@dataclass(frozen=True, slots=True)
class Machine:
    """This machine as a plan sees it.

    Attributes:
        system: `linux` or `windows`.
        gpus: those that answer, in NVML's order.
        driver: NVIDIA's.
        libraries: the engine libraries that are installed, by backend name.
        cores: processors that this process may use.
        memory_free_bytes: system memory that can be had without swapping.
        memory_total_bytes: system memory and swap space.
        memory_bytes: system memory alone.
        memory_limited_by: what grants this process less memory than the machine has.
        overlay_folder: where this user's own timing caches are; None where nothing is remembered.
    """

    system: str
    gpus: tuple[Gpu, ...]
    driver: Driver
    libraries: dict[str, Installation]
    cores: int
    memory_free_bytes: int
    memory_total_bytes: int
    memory_bytes: int
    memory_limited_by: LimitedBy | None = None
    overlay_folder: Path | None = None

    @property
    def has_unresponsive_gpu(self) -> bool:
        """Whether a GPU of this machine does not answer, while others do."""
        return bool(self.gpus) and self.driver.problem is not None

    def judge(self, gpu: Gpu, backend: Backend, memory_needed_mib: int = 0, limits: tuple[str, ...] = ()) -> Support:
        """Judge whether a GPU can be used with a backend, as installed here; see `judge_support`."""
        library = self.libraries.get(backend.name)
        cuda, windows = self.driver.cuda_version, self.system == "windows"
        return judge_support(gpu, backend, library, cuda, memory_needed_mib, limits, windows=windows)

    def with_library(self, libraries: dict[str, Installation] | None) -> Machine:
        """Put a package's own engine libraries in place of those that are installed; None leaves them."""
        return self if libraries is None else replace(self, libraries=libraries)


def survey_machine(cancel: CancelToken = NEVER, *, with_memory: bool = True) -> Machine:
    """Read the facts. Imports no engine library and takes milliseconds.

    Args:
        cancel: stops it, also while the driver does not answer.
        with_memory: False leaves memory at nothing, for those who build nothing.
    """
    memory = _memory_now() if with_memory else _Memory(0, 0, 0, None)
    survey = detect_gpus(cancel=cancel)
    installed = {name: backend.find() for name, backend in BACKENDS.items()}
    return Machine(
        system=platform.system().lower(),
        gpus=survey.gpus,
        driver=survey.driver,
        libraries={name: found for name, found in installed.items() if found},
        cores=min(filter(None, (_cores(), processor_limit()))),
        memory_free_bytes=memory.free_bytes,
        memory_total_bytes=memory.total_bytes,
        memory_bytes=memory.own_bytes,
        memory_limited_by=memory.limited_by,
        overlay_folder=overlay_folder(),
    )


@dataclass(frozen=True, slots=True)
class _Memory:
    """What this process can have: free without swapping, all with swap space, all without, and what limits it."""

    free_bytes: int
    total_bytes: int
    own_bytes: int
    limited_by: LimitedBy | None


def _memory_now() -> _Memory:
    import psutil

    return _memory_granted(psutil.virtual_memory().available, psutil.virtual_memory().total, _swap_bytes())


def _memory_granted(free: int, total: int, swap: int) -> _Memory:
    """Take the least of what the machine has and what each limit leaves of it."""
    limited_by: LimitedBy | None = None
    granted, own = total + swap, total
    for limit in memory_limits():
        free, own = min(free, limit.free_bytes), min(own, limit.total_bytes)
        allowed = limit.total_bytes + (swap if limit.swap_bytes is None else min(swap, limit.swap_bytes))
        if allowed < granted:
            granted, limited_by = allowed, limit.by
    return _Memory(free, granted, own, limited_by)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _swap_bytes() -> int:
    """Swap space or page file; 0 where Windows' performance counters, which psutil asks, are switched off."""
    import psutil

    try:
        return int(psutil.swap_memory().total)
    except (OSError, RuntimeError):
        return 0

"""The facts about this machine that a plan depends on, read once."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from pathlib import Path

from builder.backend import BACKENDS, Installation
from builder.gpu.nvml import GpuSurvey, detect_gpus
from builder.timing.overlay import overlay_folder


@dataclass(frozen=True, slots=True)
class Machine:
    """This machine as a plan sees it.

    Attributes:
        system: `linux` or `windows`.
        gpus: what NVML said.
        libraries: the engine libraries that are installed, by backend name.
        cores: processors that this process may use.
        memory_free_bytes: system memory that can be had without swapping.
        memory_total_bytes: system memory and swap space.
        overlay_folder: where this user's own timing caches are; None without a home folder.
    """

    system: str
    gpus: GpuSurvey
    libraries: dict[str, Installation]
    cores: int
    memory_free_bytes: int
    memory_total_bytes: int
    overlay_folder: Path | None = None


def survey_machine() -> Machine:
    """Read the facts. Imports no engine library and takes milliseconds."""
    import psutil

    memory = psutil.virtual_memory()
    installed = {name: backend.find() for name, backend in BACKENDS.items()}
    return Machine(
        system=platform.system().lower(),
        gpus=detect_gpus(),
        libraries={name: found for name, found in installed.items() if found},
        cores=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        memory_free_bytes=memory.available,
        memory_total_bytes=memory.total + _swap_bytes(),
        overlay_folder=overlay_folder(),
    )


def _swap_bytes() -> int:
    """Swap space or page file; 0 where Windows' performance counters, which psutil asks, are switched off."""
    import psutil

    try:
        return int(psutil.swap_memory().total)
    except (OSError, RuntimeError):
        return 0

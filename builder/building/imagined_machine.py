"""A computer that nobody has here: this one with another GPU, driver, system or memory. Pure."""

from __future__ import annotations

from dataclasses import replace

from builder.building.machine import Machine
from builder.gpu.known_drivers import cuda_of_driver
from builder.gpu.known_gpus import KnownGpu
from builder.gpu.nvml import Driver, Gpu

IMAGINED_UUID = "GPU-00000000-0000-0000-0000-000000000000"
"""Of the GPU of an imagined computer; no real one has it."""


def imagine(
    gpu: KnownGpu,
    here: Machine,
    *,
    driver: str | None = None,
    system: str | None = None,
    memory_mib: int | None = None,
) -> Machine:
    """Make the computer that a plan is wanted for. Plans for it write nothing: it has no place for what is remembered.

    Args:
        gpu: its only GPU.
        here: this computer, which gives everything else: cores, memory, engine libraries.
        driver: version of its driver, such as `551.61`; None for one that is new enough.
        system: `linux` or `windows`; None for this one's.
        memory_mib: its system memory, all of it free; None for this one's.

    Raises:
        InvalidParameter: there is no such driver.
    """
    imagined = replace(
        here,
        system=system or here.system,
        gpus=(imagined_gpu(gpu),),
        driver=Driver() if driver is None else Driver(driver, cuda_of_driver(driver)),
        overlay_folder=None,
    )
    if memory_mib is None:
        return imagined
    memory = memory_mib << 20
    return replace(
        imagined, memory_free_bytes=memory, memory_total_bytes=memory, memory_bytes=memory, memory_limited_by=None
    )


def imagined_gpu(gpu: KnownGpu) -> Gpu:
    """Make what NVML would say of a GPU; how much of its memory is free, nobody knows."""
    return Gpu(
        index=0,
        name=gpu.name,
        uuid=IMAGINED_UUID,
        compute_capability=gpu.compute_capability,
        memory_total_mib=gpu.memory_mib,
        cores=gpu.cores,
        sm_clock_max_mhz=gpu.boost_mhz,
    )

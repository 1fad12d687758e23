"""The NVIDIA GPUs of this machine, as NVML tells them. The only importer of pynvml."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import Any

_MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Gpu:
    """One GPU.

    Attributes:
        index: its number in NVML's order, which is not CUDA's.
        name: as NVIDIA names it, such as `NVIDIA GeForce RTX 4070`.
        uuid: stable across restarts and changes of slot.
        compute_capability: such as `8.9`.
        memory_total_mib: MiB.
    """

    index: int
    name: str
    uuid: str
    compute_capability: str
    memory_total_mib: int


@dataclass(frozen=True, slots=True)
class GpuSurvey:
    """What NVML said.

    Attributes:
        gpus: in NVML's order.
        driver_version: such as `580.159`, or None without a driver.
        problem: why no GPU could be listed, in words; None when there are some.
    """

    gpus: tuple[Gpu, ...]
    driver_version: str | None
    problem: str | None


def detect_gpus() -> GpuSurvey:
    """Ask NVML for every GPU. Never raises: whatever NVML refuses becomes the survey's `problem`."""
    try:
        import pynvml
    except ImportError:
        return GpuSurvey((), None, "the Python package nvidia-ml-py is not installed, so GPUs cannot be listed")
    try:
        pynvml.nvmlInit()
    except pynvml.NVMLError_LibraryNotFound:
        return GpuSurvey((), None, "no NVIDIA driver is installed")
    except pynvml.NVMLError as error:
        return GpuSurvey((), None, f"the NVIDIA driver does not answer ({error})")
    try:
        driver = pynvml.nvmlSystemGetDriverVersion()
        gpus = tuple(_read_gpu(pynvml, index) for index in range(pynvml.nvmlDeviceGetCount()))
    except pynvml.NVMLError as error:
        return GpuSurvey((), None, f"the NVIDIA driver does not answer ({error})")
    finally:
        with contextlib.suppress(pynvml.NVMLError):
            pynvml.nvmlShutdown()
    return GpuSurvey(gpus, driver, None if gpus else "the NVIDIA driver finds no GPU")


def _read_gpu(nvml: Any, index: int) -> Gpu:
    handle = nvml.nvmlDeviceGetHandleByIndex(index)
    major, minor = nvml.nvmlDeviceGetCudaComputeCapability(handle)
    return Gpu(
        index=index,
        name=nvml.nvmlDeviceGetName(handle),
        uuid=nvml.nvmlDeviceGetUUID(handle),
        compute_capability=f"{major}.{minor}",
        memory_total_mib=nvml.nvmlDeviceGetMemoryInfo(handle).total // _MIB,
    )

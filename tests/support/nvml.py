"""Machines for the compiled stand-in for NVIDIA's management library.

What is not recorded comes from NVIDIA's public specifications; NVML's maximum clock is given as the boost clock.
"""

from __future__ import annotations

import atexit
import ctypes
import functools
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pynvml
import pytest

from tests.support.system import require

TESTS = Path(__file__).resolve().parent.parent
SOURCE = TESTS / "doubles" / "nvml.c"

GPU_IS_LOST = 15
EVERYTHING = ""
"""As a symbol in `errors`: every question about that GPU."""


@dataclass(frozen=True)
class FakeGpu:
    """What NVML answers about one GPU, as the C functions do; None is "not supported".

    Attributes:
        memory: total, free and used bytes.
        compute, graphics: programs as (pid, bytes of GPU memory).
        process_utilization: (pid, timestamp, percent of the multiprocessors, percent of memory).
        errors: return codes by symbol.
    """

    name: str
    uuid: str
    capability: tuple[int, int]
    memory: tuple[int, int, int]
    pci_bus_id: str | None = None
    cores: int | None = None
    sm_clock_max: int | None = None
    sm_clock: int | None = None
    milliwatts: int | None = None
    performance_state: int | None = None
    mig: tuple[int, int] | None = None
    display_mode: bool | None = None
    display_active: bool | None = None
    virtualization: int | None = None
    driver_model: tuple[int, int] | None = None
    utilization: tuple[int, int] | None = (0, 0)
    reasons: int | None = None
    compute: tuple[tuple[int, int | None], ...] | None = ()
    graphics: tuple[tuple[int, int | None], ...] | None = ()
    process_utilization: tuple[tuple[int, int, int, int], ...] | None = ()
    errors: Mapping[str, int] = field(default_factory=dict)

    def lines(self, index: int) -> Iterator[str]:
        for name, symbol in _SYMBOLS.items():
            if (value := getattr(self, name)) is not None:
                yield f"{index}.{symbol} {_text(value)}"
        for symbol, code in self.errors.items():
            yield f"{index}.err{'.' * bool(symbol)}{symbol} {code}"


_SYMBOLS = {
    "name": "nvmlDeviceGetName",
    "uuid": "nvmlDeviceGetUUID",
    "capability": "nvmlDeviceGetCudaComputeCapability",
    "memory": "nvmlDeviceGetMemoryInfo",
    "pci_bus_id": "nvmlDeviceGetPciInfo_v3",
    "cores": "nvmlDeviceGetNumGpuCores",
    "sm_clock_max": "nvmlDeviceGetMaxClockInfo",
    "sm_clock": "nvmlDeviceGetClockInfo",
    "milliwatts": "nvmlDeviceGetPowerUsage",
    "performance_state": "nvmlDeviceGetPerformanceState",
    "mig": "nvmlDeviceGetMigMode",
    "display_mode": "nvmlDeviceGetDisplayMode",
    "display_active": "nvmlDeviceGetDisplayActive",
    "virtualization": "nvmlDeviceGetVirtualizationMode",
    "driver_model": "nvmlDeviceGetDriverModel_v2",
    "utilization": "nvmlDeviceGetUtilizationRates",
    "reasons": "nvmlDeviceGetCurrentClocksEventReasons",
    "compute": "nvmlDeviceGetComputeRunningProcesses_v3",
    "graphics": "nvmlDeviceGetGraphicsRunningProcesses_v3",
    "process_utilization": "nvmlDeviceGetProcessUtilization",
}


def _text(value: object, separator: str = " ") -> str:
    if isinstance(value, tuple):
        return separator.join(_text(part, ":") for part in value)
    return "-" if value is None else str(int(value) if isinstance(value, bool) else value)


@dataclass(frozen=True)
class Machine:
    """What NVML answers on one computer.

    Attributes:
        errors: return codes by symbol.
        hangs: the symbols that never return.
    """

    gpus: tuple[FakeGpu, ...] = ()
    driver: str = "580.159"
    cuda: int | None = 13000
    errors: Mapping[str, int] = field(default_factory=dict)
    hangs: tuple[str, ...] = ()

    def write(self, file: Path) -> None:
        """Replace `file` at once: the stand-in may be reading it."""
        lines = [f"nvmlSystemGetDriverVersion {self.driver}", f"nvmlDeviceGetCount_v2 {len(self.gpus)}"]
        lines += [f"nvmlSystemGetCudaDriverVersion {self.cuda}"] if self.cuda is not None else []
        lines += [f"err.{symbol} {code}" for symbol, code in self.errors.items()]
        for index, gpu in enumerate(self.gpus):
            # What hangs does so wherever it is asked.
            lines += [*gpu.lines(index), *(f"{index}.hang.{symbol}" for symbol in self.hangs)]
        lines += [f"hang.{symbol}" for symbol in self.hangs]
        new = file.with_suffix(".new")
        new.write_text("\n".join(lines) + "\n", encoding="utf-8")
        new.replace(file)


def _mib(total: int, used: int = 0) -> tuple[int, int, int]:
    return total << 20, total - used << 20, used << 20


def _recorded(file: str) -> Machine:
    """What a real computer answered."""
    system: dict[str, Any] = json.loads((TESTS / "recordings" / file).read_text(encoding="utf-8"))
    (said,) = system["devices"]

    def of(question: str) -> Any:
        return said[f"nvmlDeviceGet{question}"]

    def programs(kind: str) -> tuple[tuple[int, int], ...]:
        return tuple((each["pid"], each["usedGpuMemory"]) for each in of(f"{kind}RunningProcesses"))

    use = [] if isinstance(said["procutil"], str) else said["procutil"]
    gpu = FakeGpu(
        name=of("Name"),
        uuid=of("UUID"),
        capability=tuple(of("CudaComputeCapability")),
        memory=(of("MemoryInfo")["total"], of("MemoryInfo")["free"], of("MemoryInfo")["used"]),
        pci_bus_id=of("PciInfo")["busId"],
        cores=of("NumGpuCores"),
        sm_clock_max=said["maxSM"],
        sm_clock=said["SM"],
        milliwatts=of("PowerUsage"),
        performance_state=of("PerformanceState"),
        mig=tuple(of("MigMode")),
        display_mode=bool(of("DisplayMode")),
        display_active=bool(of("DisplayActive")),
        virtualization=of("VirtualizationMode"),
        utilization=(of("UtilizationRates")["gpu"], of("UtilizationRates")["memory"]),
        reasons=of("CurrentClocksEventReasons"),
        compute=programs("Compute"),
        graphics=programs("Graphics"),
        process_utilization=tuple((each["pid"], each["timeStamp"], each["smUtil"], each["memUtil"]) for each in use),
    )
    return Machine((gpu,), system["nvmlSystemGetDriverVersion"], system["nvmlSystemGetCudaDriverVersion"])


H200_IDLE = _recorded("h200_idle.json")
H200_BUSY = _recorded("h200_busy.json")

H200 = H200_IDLE.gpus[0]
RTX_4070 = FakeGpu("NVIDIA GeForce RTX 4070", "GPU-aaaa", (8, 9), _mib(12282), cores=5888, sm_clock_max=2475)
RTX_5090 = FakeGpu("NVIDIA GeForce RTX 5090", "GPU-bbbb", (12, 0), _mib(32607), cores=21760, sm_clock_max=2407)

# As Windows shows it: programs without their memory, nothing measured per program.
LAPTOP = Machine(
    (
        FakeGpu(
            "NVIDIA GeForce RTX 4060 Laptop GPU",
            "GPU-4060-laptop",
            (8, 9),
            _mib(8188, used=420),
            pci_bus_id="00000000:01:00.0",
            cores=3072,
            sm_clock_max=2370,
            sm_clock=210,
            milliwatts=1950,
            performance_state=8,
            display_mode=True,
            display_active=True,
            virtualization=0,
            driver_model=(0, 0),
            utilization=(21, 4),
            reasons=1,
            compute=((4321, None),),
            graphics=((4321, None), (1234, None)),
            process_utilization=None,
        ),
    )
)
TWO_DIFFERENT = Machine(
    (
        FakeGpu(
            "NVIDIA GeForce RTX 4090",
            "GPU-4090",
            (8, 9),
            _mib(24564),
            "00000000:01:00.0",
            16384,
            2520,
            display_mode=True,
        ),
        FakeGpu(
            "NVIDIA GeForce RTX 5060",
            "GPU-5060",
            (12, 0),
            _mib(8151),
            "00000000:02:00.0",
            3840,
            2497,
            display_mode=False,
        ),
    )
)
THREE_OF_WHICH_TWO_ARE_EQUAL = Machine(
    (
        FakeGpu("NVIDIA GeForce RTX 3090", "GPU-3090-a", (8, 6), _mib(24576), "00000000:01:00.0", 10496, 1695),
        FakeGpu("NVIDIA GeForce RTX 3090", "GPU-3090-b", (8, 6), _mib(24576), "00000000:02:00.0", 10496, 1695),
        FakeGpu("NVIDIA GeForce RTX 4060", "GPU-4060", (8, 9), _mib(8188), "00000000:03:00.0", 3072, 2460),
    )
)
# A GPU in MIG mode has no utilisation of its own, says nvml.h.
MIG_ON = Machine(
    (
        FakeGpu(
            "NVIDIA H100 80GB HBM3",
            "GPU-h100",
            (9, 0),
            _mib(81559),
            cores=16896,
            sm_clock_max=1980,
            mig=(1, 1),
            utilization=None,
            process_utilization=None,
        ),
    )
)
UNSUPPORTED_OLD = Machine(
    (FakeGpu("NVIDIA GeForce GTX 1080 Ti", "GPU-1080", (6, 1), _mib(11264), cores=3584, sm_clock_max=1582),)
)
NO_GPU = Machine()


@functools.cache
def _made_folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="fake-nvml-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@functools.cache
def _compiled(old_driver: bool) -> Path:
    """The stand-in. It has no SONAME: loaded by its path, it is not what a later `libnvidia-ml.so.1` finds."""
    library = _made_folder() / ("old" if old_driver else "new") / "libnvidia-ml.so.1"
    library.parent.mkdir()
    variant = ["-DOLD_DRIVER"] if old_driver else []
    subprocess.run(
        ["cc", "-shared", "-fPIC", "-Wall", "-Wextra", "-Werror", *variant, "-o", library, SOURCE], check=True
    )
    return library


def stand_in_library(old_driver: bool) -> Path:
    require("cc")
    return _compiled(old_driver)


def environment_of(machine: Machine) -> dict[str, str]:
    """The environment of a process on this machine."""
    descriptor, file = tempfile.mkstemp(dir=_made_folder())
    os.close(descriptor)
    machine.write(Path(file))
    return {"LD_LIBRARY_PATH": str(stand_in_library(old_driver=False).parent), "FAKE_NVML": file}


def machine_with(*gpus: FakeGpu, init: int = 0, device: int = 0) -> dict[str, str]:
    """The environment of a process that finds these GPUs; `init` and `device` are return codes."""
    broken = tuple(replace(gpu, errors={EVERYTHING: device}) for gpu in gpus) if device else gpus
    return environment_of(Machine(broken, errors={"nvmlInitWithFlags": init}))


def stand_in(
    monkeypatch: pytest.MonkeyPatch, folder: Path, old_driver: bool = False
) -> Iterator[Callable[[Machine], None]]:
    """The body of a fixture: this process is on the machine that the yielded function is called with.

    In the end, NVML must not have been left open.
    """
    library = ctypes.CDLL(str(stand_in_library(old_driver)))
    monkeypatch.setattr(pynvml, "nvmlLib", library)
    monkeypatch.setattr(pynvml, "_nvmlGetFunctionPointer_cache", {})
    monkeypatch.setenv("FAKE_NVML", str(folder / "machine.txt"))
    yield lambda machine: machine.write(folder / "machine.txt")
    assert library.nvmlShutdown() == pynvml.NVML_ERROR_UNINITIALIZED

"""The NVIDIA GPUs of this machine, as NVML tells them. The only importer of pynvml.

What an older driver or another kind of GPU does not answer is None, not an error: most questions are optional.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Self

from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import PackageInvalid, Remedy
from builder.base.names import one_line
from builder.base.text import Text, say
from builder.operating_system import gpus_known_to_driver, gpus_on_bus, is_wsl, load_driver_library

NVML_TIMEOUT_SECONDS = 15.0
"""How long NVML may take to list the GPUs. Without persistence mode a server with eight of them needs some seconds."""

SHARES_SECONDS = 0.4
"""How often at the most the programs' shares are read: that takes 1.6 to 2.4 ms, all else together 0.05 ms (H200)."""

_MIB = 1 << 20

_VIRTUALIZATION = {0: "none", 1: "passthrough", 2: "vgpu", 3: "vgpu host", 4: "vsga host"}
_DRIVER_MODELS = {0: "WDDM", 1: "TCC", 2: "MCDM"}

# nvml.h, nvmlClocksEventReasons: what makes a GPU slower than it would be by its own choice. The power cap (0x4) is not
# among them: every heavy load meets it, a measurement's own included.
_SLOWDOWNS = {
    0x08: say("a hardware slowdown"),
    0x20: say("heat"),
    0x40: say("heat"),
    0x80: say("a limited power supply"),
}

ProblemName = Literal[
    "no_driver",
    "driver_not_loaded",
    "driver_mismatch",
    "permission_denied",
    "no_gpu",
    "not_visible",
    "gpu_lost",
    "no_answer",
    "nvml_error",
    "binding_missing",
]


@dataclass(frozen=True, slots=True)
class Gpu:
    """One GPU. Everything after `memory_total_mib` is None when the driver does not tell.

    Attributes:
        index: its number in NVML's order, as `nvidia-smi` shows it. CUDA's order may differ.
        name: as NVIDIA names it, such as `NVIDIA GeForce RTX 4070`.
        uuid: stable across restarts and changes of slot.
        compute_capability: such as `8.9`.
        memory_total_mib: MiB.
        memory_free_mib: MiB.
        pci_bus_id: such as `00000000:01:00.0`.
        cores: CUDA cores.
        sm_clock_max_mhz: the highest clock of its multiprocessors, MHz.
        sm_clock_mhz: their clock now, MHz.
        power_watts: what it draws now.
        performance_state: 0 (highest) to 15.
        display_attached: whether a screen is connected to it.
        display_active: whether a desktop is shown through it.
        mig_enabled: whether it is divided into MIG instances.
        virtualization: `none`, `passthrough`, `vgpu`, `vgpu host` or `vsga host`.
        driver_model: on Windows `WDDM`, `TCC` or `MCDM`.
    """

    index: int
    name: str
    uuid: str
    compute_capability: str
    memory_total_mib: int
    memory_free_mib: int | None = None
    pci_bus_id: str | None = None
    cores: int | None = None
    sm_clock_max_mhz: int | None = None
    sm_clock_mhz: int | None = None
    power_watts: float | None = None
    performance_state: int | None = None
    display_attached: bool | None = None
    display_active: bool | None = None
    mig_enabled: bool | None = None
    virtualization: str | None = None
    driver_model: str | None = None

    @property
    def kind(self) -> tuple[str, str]:
        """Name and compute capability: GPUs of one kind share engines."""
        return self.name, self.compute_capability


_PLAIN_NO_ANSWER = say("Your graphics driver does not answer. Restart your PC, then try again.")


@dataclass(frozen=True, slots=True)
class GpuProblem:
    """Why a GPU, or any, could not be listed.

    Attributes:
        name: for programs.
        message: what is wrong, as a part of a sentence without its full stop.
        hint: what to do about it.
        has_card: whether a card was seen without a driver; None when that is unknown.
        plain, remedy: as of `EngineInstallerError`.
    """

    name: ProblemName
    message: Text
    hint: Text
    has_card: bool | None = None
    plain: Text = _PLAIN_NO_ANSWER
    remedy: Remedy = Remedy.TRY_AGAIN


@dataclass(frozen=True, slots=True)
class Driver:
    """The NVIDIA driver.

    Attributes:
        version: such as `580.159.04`; None without a driver.
        cuda_version: the newest CUDA that it runs, such as `13.0`; None when unknown.
        problem: why it lists no GPU, or why one of them is missing; None when all is well.
    """

    version: str | None = None
    cuda_version: str | None = None
    problem: GpuProblem | None = None


@dataclass(frozen=True, slots=True)
class GpuSurvey:
    """What NVML said: the GPUs that answer, in NVML's order, and the driver."""

    gpus: tuple[Gpu, ...] = ()
    driver: Driver = Driver()


@dataclass(frozen=True, slots=True)
class GpuProcess:
    """A program that has something open on a GPU.

    Attributes:
        pid: its process id, as this process would name it.
        memory_mib: GPU memory in MiB; None where the driver does not tell, as on Windows desktops.
    """

    pid: int
    memory_mib: int | None


@dataclass(frozen=True, slots=True)
class GpuSample:
    """One reading of a GPU. What the driver does not tell is None.

    Attributes:
        seconds: when, on a monotonic clock.
        utilization: share of recent time in which a kernel ran, percent. It lags by 0.2 to 0.3 s.
        memory_utilization: share of recent time in which GPU memory was read or written, percent.
        memory_free_mib: MiB.
        sm_clock_mhz: clock of the multiprocessors, MHz.
        power_watts: what it draws.
        slowdowns: what keeps its clocks low, in words.
        processes: the programs on it.
        process_utilization: percent by process id, only what was measured since it was last read; empty in between.
    """

    seconds: float
    utilization: int | None
    memory_utilization: int | None
    memory_free_mib: int | None = None
    sm_clock_mhz: int | None = None
    power_watts: float | None = None
    slowdowns: tuple[Text, ...] = ()
    processes: tuple[GpuProcess, ...] | None = None
    process_utilization: Mapping[int, int] | None = None


_NVML_REMEDY = say("Run nvidia-smi to see what the driver says; installing the driver again often helps.")
_IN_WINDOWS = say(
    "Under WSL, the NVIDIA driver is installed in Windows, never inside WSL: install or update it there, run "
    "'wsl --update' and 'wsl --shutdown' in Windows, and open WSL again. WSL 1 has no GPU."
)


def detect_gpus(timeout_seconds: float = NVML_TIMEOUT_SECONDS, cancel: CancelToken = NEVER) -> GpuSurvey:
    """Ask NVML for every GPU. Whatever NVML refuses becomes the driver's `problem`, no error.

    Args:
        timeout_seconds: an NVML that takes longer is given up; its thread ends with the process.
        cancel: gives it up at once.

    Raises:
        Cancelled: a stop was asked for.
    """
    try:
        import pynvml
    except ImportError:
        return _failed(
            GpuProblem(
                "binding_missing",
                say("the Python package nvidia-ml-py is not installed, so GPUs cannot be listed"),
                say("Install engine-installer again; its package or environment is damaged."),
                plain=PackageInvalid.plain,
                remedy=PackageInvalid.remedy,
            )
        )
    answers: list[GpuSurvey] = []

    def ask() -> None:
        try:
            answers.append(_survey(pynvml))
        except Exception as error:
            # Such as a name that is not UTF-8: whatever it is, the caller must not wait for it.
            message = say("NVML cannot be read: {error}", error=error)
            answers.append(_failed(GpuProblem("nvml_error", message, _NVML_REMEDY)))

    thread = threading.Thread(target=ask, name="NVML", daemon=True)
    thread.start()
    cancel.join(thread, timeout_seconds)
    if answers:
        return answers[0]
    return _failed(
        GpuProblem(
            "no_answer",
            say("the NVIDIA driver did not answer within {seconds:g} seconds", seconds=timeout_seconds),
            say("Restart the computer. If nvidia-smi hangs as well, install the driver again."),
        )
    )


def _failed(problem: GpuProblem) -> GpuSurvey:
    return GpuSurvey(driver=Driver(problem=problem))


def _survey(nvml: Any) -> GpuSurvey:
    try:
        _open(nvml)
    except nvml.NVMLError as error:
        return _failed(_problem_of(nvml, error))
    try:
        version = _optional(nvml, nvml.nvmlSystemGetDriverVersion)
        cuda = _optional(nvml, nvml.nvmlSystemGetCudaDriverVersion)
        gpus, problem = _read_gpus(nvml)
    finally:
        with contextlib.suppress(nvml.NVMLError):
            nvml.nvmlShutdown()
    return GpuSurvey(gpus, Driver(version, f"{cuda // 1000}.{cuda % 1000 // 10}" if cuda else None, problem))


def _open(nvml: Any) -> None:
    try:
        nvml.nvmlInit()
    except nvml.NVMLError_LibraryNotFound:
        if not load_driver_library("libnvidia-ml.so.1"):
            raise
        nvml.nvmlInit()


def _read_gpus(nvml: Any) -> tuple[tuple[Gpu, ...], GpuProblem | None]:
    """Every GPU that answers; the problem of the first that does not, or of there being none."""
    gpus = []
    problem = None
    try:
        count = nvml.nvmlDeviceGetCount()
    except nvml.NVMLError as error:
        return (), _problem_of(nvml, error)
    for index in range(count):
        try:
            gpus.append(_read_gpu(nvml, index))
        except nvml.NVMLError as error:
            problem = problem or _problem_of(nvml, error, index)
    if count == 0:
        problem = _not_visible() if gpus_known_to_driver() else _no_gpu()
    return tuple(gpus), problem


def _read_gpu(nvml: Any, index: int) -> Gpu:
    handle = nvml.nvmlDeviceGetHandleByIndex(index)
    major, minor = nvml.nvmlDeviceGetCudaComputeCapability(handle)
    memory = nvml.nvmlDeviceGetMemoryInfo(handle)

    def ask(function: str, *arguments: Any) -> Any:
        return _optional(nvml, getattr(nvml, function), handle, *arguments)

    pci = ask("nvmlDeviceGetPciInfo")
    power = ask("nvmlDeviceGetPowerUsage")
    mig = ask("nvmlDeviceGetMigMode")
    driver_model = ask("nvmlDeviceGetDriverModel")
    attached, active = ask("nvmlDeviceGetDisplayMode"), ask("nvmlDeviceGetDisplayActive")
    return Gpu(
        index=index,
        name=_text(nvml.nvmlDeviceGetName(handle)),
        uuid=_text(nvml.nvmlDeviceGetUUID(handle)),
        compute_capability=f"{major}.{minor}",
        memory_total_mib=memory.total // _MIB,
        memory_free_mib=memory.free // _MIB,
        pci_bus_id=_text(pci.busId) if pci else None,
        cores=ask("nvmlDeviceGetNumGpuCores"),
        sm_clock_max_mhz=ask("nvmlDeviceGetMaxClockInfo", nvml.NVML_CLOCK_SM),
        sm_clock_mhz=ask("nvmlDeviceGetClockInfo", nvml.NVML_CLOCK_SM),
        power_watts=None if power is None else power / 1000,
        performance_state=ask("nvmlDeviceGetPerformanceState"),
        display_attached=None if attached is None else bool(attached),
        display_active=None if active is None else bool(active),
        mig_enabled=bool(mig[0]) if mig else None,
        virtualization=_VIRTUALIZATION.get(ask("nvmlDeviceGetVirtualizationMode")),
        driver_model=_DRIVER_MODELS.get(driver_model[0] if isinstance(driver_model, list) else driver_model),
    )


def _text(value: str | bytes) -> str:
    return one_line(value.decode("ascii", "replace") if isinstance(value, bytes) else value)


def _optional(nvml: Any, function: Callable[..., Any], *arguments: Any) -> Any:
    """The answer, or None when this driver or GPU has none. A GPU that is gone is not a missing answer."""
    try:
        return function(*arguments)
    except nvml.NVMLError_GpuIsLost:
        raise
    except nvml.NVMLError:
        return None


def _no_gpu() -> GpuProblem:
    return GpuProblem(
        "no_gpu",
        say("the NVIDIA driver finds no GPU"),
        say("Check that the card is seated and powered and that no firmware setting has turned it off."),
        plain=say("No NVIDIA graphics card was found."),
        remedy=Remedy.NONE,
    )


def _no_driver(message: Text, hint: Text, *, has_card: bool | None = None) -> GpuProblem:
    plain = say("No driver is installed for an NVIDIA graphics card.")
    return GpuProblem("no_driver", message, hint, has_card, plain, Remedy.GET_DRIVER)


def _not_visible() -> GpuProblem:
    return GpuProblem(
        "not_visible",
        say("there is an NVIDIA GPU, but it is not visible in this session"),
        say("In a container, pass the GPU in (docker run --gpus all); elsewhere, run this as a user who may use it."),
        plain=say("You are not allowed to use the graphics card."),
        remedy=Remedy.NONE,
    )


def _problem_of(nvml: Any, error: Any, index: int | None = None) -> GpuProblem:
    """Put an error of NVML into words; `index` is the GPU that was asked, or None for the driver as a whole."""
    which = say("the GPU") if index is None else say("GPU {index}", index=index)
    match error.value:
        case nvml.NVML_ERROR_LIBRARY_NOT_FOUND | nvml.NVML_ERROR_DRIVER_NOT_LOADED if is_wsl():
            return _no_driver(say("Windows gives WSL no NVIDIA driver"), _IN_WINDOWS)
        case nvml.NVML_ERROR_LIBRARY_NOT_FOUND:
            present = gpus_on_bus()
            if present is False:
                return GpuProblem(
                    "no_driver",
                    say("no NVIDIA driver is installed"),
                    say("No NVIDIA GPU was found either; the engines need one to run."),
                    has_card=False,
                    plain=say("No NVIDIA graphics card was found."),
                    remedy=Remedy.NONE,
                )
            return _no_driver(
                say("this computer has an NVIDIA GPU, but no NVIDIA driver is installed")
                if present
                else say("no NVIDIA driver is installed"),
                say("Install the driver for the GPU from nvidia.com or from the system's packages, then restart."),
                has_card=present,
            )
        case nvml.NVML_ERROR_DRIVER_NOT_LOADED:
            return GpuProblem(
                "driver_not_loaded",
                say("the NVIDIA driver is installed, but not running"),
                say(
                    "Restart the computer. If that does not help, install the driver again (on Linux, Secure Boot may "
                    "have refused an unsigned kernel module)."
                ),
                plain=say("Your graphics driver is not running. Restart your PC, then try again."),
            )
        case nvml.NVML_ERROR_LIB_RM_VERSION_MISMATCH:
            return GpuProblem(
                "driver_mismatch",
                say("the NVIDIA driver was updated, but the old one is still running"),
                say("Restart the computer."),
                plain=say("Your graphics driver was updated. Restart your PC, then try again."),
            )
        case nvml.NVML_ERROR_NO_PERMISSION if index is None:
            return GpuProblem(
                "permission_denied",
                say("this user may not use the NVIDIA driver"),
                say("Run this as a user who may (on Linux: one who can read and write /dev/nvidia*)."),
                plain=say("You are not allowed to use the graphics card."),
                remedy=Remedy.NONE,
            )
        case nvml.NVML_ERROR_NO_PERMISSION:
            return _not_visible()
        case nvml.NVML_ERROR_GPU_IS_LOST:
            return GpuProblem(
                "gpu_lost",
                say("{gpu} has stopped answering", gpu=which),
                say("Restart the computer. If it happens again, check the card's power and cooling."),
                plain=say("Your graphics card has stopped answering. Restart your PC, then try again."),
            )
        case nvml.NVML_ERROR_GPU_NOT_FOUND | nvml.NVML_ERROR_NOT_FOUND if index is None:
            return _no_gpu()
        case _:
            return GpuProblem("nvml_error", say("{gpu} cannot be read: {error}", gpu=which, error=error), _NVML_REMEDY)


@dataclass
class GpuSampler:
    """Reads one GPU again and again; a context manager, because it keeps NVML open.

    Attributes:
        uuid: which GPU.
    """

    uuid: str
    _nvml: Any = field(default=None, init=False, repr=False)
    _handle: Any = field(default=None, init=False, repr=False)
    _newest_program_reading: int = field(default=0, init=False, repr=False)
    _shares_read_at: float = field(default=0.0, init=False, repr=False)

    def __enter__(self) -> Self:
        """Open NVML.

        Raises:
            GpuUnreadable: it refuses.
        """
        import pynvml

        self._nvml = pynvml
        try:
            _open(pynvml)
        except pynvml.NVMLError as error:
            raise GpuUnreadable(str(error)) from error
        try:
            self._handle = pynvml.nvmlDeviceGetHandleByUUID(self.uuid)
            # The driver answers with its whole history at first, or with stale values; only what comes later counts.
            self._read_shares()
        except pynvml.NVMLError as error:
            self.__exit__()
            raise GpuUnreadable(str(error)) from error
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(self._nvml.NVMLError):
            self._nvml.nvmlShutdown()

    def sample(self) -> GpuSample:
        """Read everything once: 0.05 ms, and 2 ms more when a used GPU's shares are due (measured on an H200).

        Raises:
            GpuUnreadable: the GPU is gone.
        """
        nvml = self._nvml
        try:
            utilization = self._ask("nvmlDeviceGetUtilizationRates")
            memory = self._ask("nvmlDeviceGetMemoryInfo")
            power = self._ask("nvmlDeviceGetPowerUsage")
            reasons = self._ask("nvmlDeviceGetCurrentClocksEventReasons")
            if reasons is None:  # its name until driver 535
                reasons = self._ask("nvmlDeviceGetCurrentClocksThrottleReasons")
            return GpuSample(
                seconds=time.monotonic(),
                utilization=utilization.gpu if utilization else None,
                memory_utilization=utilization.memory if utilization else None,
                memory_free_mib=memory.free // _MIB if memory else None,
                sm_clock_mhz=self._ask("nvmlDeviceGetClockInfo", nvml.NVML_CLOCK_SM),
                power_watts=None if power is None else power / 1000,
                slowdowns=slowdowns_of(reasons or 0),
                processes=self._read_processes(),
                process_utilization=self._read_shares_if_due(used=utilization is None or utilization.gpu > 0),
            )
        except nvml.NVMLError as error:
            raise GpuUnreadable(str(error)) from error

    def _ask(self, function: str, *arguments: Any) -> Any:
        return _optional(self._nvml, getattr(self._nvml, function), self._handle, *arguments)

    def _read_processes(self) -> tuple[GpuProcess, ...] | None:
        # Without its version, a symbol that an old driver lacks is no NVMLError.
        lists = [
            self._ask("nvmlDeviceGetComputeRunningProcesses_v3"),
            self._ask("nvmlDeviceGetGraphicsRunningProcesses_v3"),
        ]
        if lists == [None, None]:
            return None
        found: dict[int, GpuProcess] = {}
        for process in (process for processes in lists for process in processes or ()):
            memory = process.usedGpuMemory
            # A program that computes and draws is in both lists.
            found[process.pid] = GpuProcess(process.pid, None if memory is None else memory // _MIB)
        return tuple(found.values())

    def _read_shares_if_due(self, *, used: bool) -> dict[int, int] | None:
        now = time.monotonic()
        if not used or now - self._shares_read_at < SHARES_SECONDS:
            return {}
        self._shares_read_at = now
        return self._read_shares()

    def _read_shares(self) -> dict[int, int] | None:
        """What was measured since the last call. Asked with timestamp 0, the driver repeats stale values."""
        nvml = self._nvml
        try:
            samples = nvml.nvmlDeviceGetProcessUtilization(self._handle, self._newest_program_reading)
        except nvml.NVMLError_NotFound:
            return {}
        except nvml.NVMLError_GpuIsLost:
            raise
        except nvml.NVMLError:
            return None
        fresh = [sample for sample in samples if sample.timeStamp > self._newest_program_reading]
        self._newest_program_reading = max([self._newest_program_reading, *(sample.timeStamp for sample in fresh)])
        newest = {sample.pid: sample for sample in sorted(fresh, key=lambda sample: sample.timeStamp)}
        return {pid: max(sample.smUtil, sample.memUtil) for pid, sample in newest.items()}


class GpuUnreadable(Exception):
    """NVML cannot read this GPU now; the text is NVML's."""


def slowdowns_of(reasons: int) -> tuple[Text, ...]:
    """NVML's bit mask of clock event reasons in words, without those that mean nothing to a measurement."""
    return tuple(dict.fromkeys(words for bit, words in _SLOWDOWNS.items() if reasons & bit))

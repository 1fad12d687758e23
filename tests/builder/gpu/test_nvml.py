"""The real pynvml against a compiled stand-in for NVIDIA's library."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pynvml
import pytest
from hypothesis import given
from hypothesis import strategies as st

import builder.gpu.nvml
from builder.gpu.nvml import (
    Driver,
    Gpu,
    GpuProcess,
    GpuSampler,
    GpuSurvey,
    GpuUnreadable,
    detect_gpus,
    slowdowns_of,
)
from tests.support.nvml import (
    EVERYTHING,
    GPU_IS_LOST,
    H200,
    H200_BUSY,
    H200_IDLE,
    LAPTOP,
    MIG_ON,
    NO_GPU,
    RTX_4070,
    SOURCE,
    THREE_OF_WHICH_TWO_ARE_EQUAL,
    TWO_DIFFERENT,
    UNSUPPORTED_OLD,
    Machine,
    environment_of,
    machine_with,
    stand_in,
)
from tests.support.program import ROOT

Replay = Callable[[Machine], None]


@pytest.fixture
def computer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Replay]:
    # A driver on the machine that runs the tests has no say.
    monkeypatch.setattr(builder.gpu.nvml, "gpus_known_to_driver", lambda: False)
    yield from stand_in(monkeypatch, tmp_path)


@pytest.fixture
def old_computer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Replay]:
    yield from stand_in(monkeypatch, tmp_path, old_driver=True)


def survey_in_a_process(environment: dict[str, str], timeout_seconds: float = 60) -> GpuSurvey:
    code = f"import pickle, builder.gpu.nvml as it; print(pickle.dumps(it.detect_gpus({timeout_seconds})).hex())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stderr == ""
    found = pickle.loads(bytes.fromhex(done.stdout))
    assert isinstance(found, GpuSurvey)
    return found


@pytest.mark.parametrize(
    ("machine", "gpus"),
    [
        pytest.param(
            H200_IDLE,
            [
                Gpu(
                    index=0,
                    name="NVIDIA H200",
                    uuid="GPU-00000000-1111-2222-3333-444444444444",
                    compute_capability="9.0",
                    memory_total_mib=143771,
                    memory_free_mib=143155,
                    pci_bus_id="00000000:00:06.0",
                    cores=16896,
                    sm_clock_max_mhz=1980,
                    sm_clock_mhz=345,
                    power_watts=78.778,
                    performance_state=0,
                    display_attached=True,
                    display_active=False,
                    mig_enabled=False,
                    virtualization="passthrough",
                    driver_model=None,
                )
            ],
            id="a real H200",
        ),
        pytest.param(
            LAPTOP,
            [
                Gpu(
                    index=0,
                    name="NVIDIA GeForce RTX 4060 Laptop GPU",
                    uuid="GPU-4060-laptop",
                    compute_capability="8.9",
                    memory_total_mib=8188,
                    memory_free_mib=7768,
                    pci_bus_id="00000000:01:00.0",
                    cores=3072,
                    sm_clock_max_mhz=2370,
                    sm_clock_mhz=210,
                    power_watts=1.95,
                    performance_state=8,
                    display_attached=True,
                    display_active=True,
                    mig_enabled=None,
                    virtualization="none",
                    driver_model="WDDM",
                )
            ],
            id="a hybrid laptop",
        ),
        pytest.param(
            TWO_DIFFERENT,
            [
                Gpu(
                    0,
                    "NVIDIA GeForce RTX 4090",
                    "GPU-4090",
                    "8.9",
                    24564,
                    24564,
                    "00000000:01:00.0",
                    16384,
                    2520,
                    display_attached=True,
                ),
                Gpu(
                    1,
                    "NVIDIA GeForce RTX 5060",
                    "GPU-5060",
                    "12.0",
                    8151,
                    8151,
                    "00000000:02:00.0",
                    3840,
                    2497,
                    display_attached=False,
                ),
            ],
            id="two different GPUs",
        ),
        pytest.param(
            THREE_OF_WHICH_TWO_ARE_EQUAL,
            [
                Gpu(0, "NVIDIA GeForce RTX 3090", "GPU-3090-a", "8.6", 24576, 24576, "00000000:01:00.0", 10496, 1695),
                Gpu(1, "NVIDIA GeForce RTX 3090", "GPU-3090-b", "8.6", 24576, 24576, "00000000:02:00.0", 10496, 1695),
                Gpu(2, "NVIDIA GeForce RTX 4060", "GPU-4060", "8.9", 8188, 8188, "00000000:03:00.0", 3072, 2460),
            ],
            id="three GPUs of which two are equal",
        ),
        pytest.param(
            MIG_ON,
            [
                Gpu(
                    0,
                    "NVIDIA H100 80GB HBM3",
                    "GPU-h100",
                    "9.0",
                    81559,
                    81559,
                    cores=16896,
                    sm_clock_max_mhz=1980,
                    mig_enabled=True,
                )
            ],
            id="MIG on",
        ),
        pytest.param(
            UNSUPPORTED_OLD,
            [
                Gpu(
                    0,
                    "NVIDIA GeForce GTX 1080 Ti",
                    "GPU-1080",
                    "6.1",
                    11264,
                    11264,
                    cores=3584,
                    sm_clock_max_mhz=1582,
                )
            ],
            id="an old GPU",
        ),
    ],
)
def test_every_field_of_every_gpu_is_read(computer: Replay, machine: Machine, gpus: list[Gpu]) -> None:
    computer(machine)
    assert detect_gpus() == GpuSurvey(tuple(gpus), Driver(machine.driver, "13.0"))


def test_a_machine_can_become_busy_while_one_process_looks(computer: Replay) -> None:
    computer(H200_IDLE)
    (idle,) = detect_gpus().gpus
    computer(H200_BUSY)
    (busy,) = detect_gpus().gpus
    assert busy == replace(idle, memory_free_mib=142273, sm_clock_mhz=1515, power_watts=692.572)


def test_a_process_finds_the_driver_by_its_usual_name() -> None:
    found = survey_in_a_process(machine_with(RTX_4070, H200))
    assert [gpu.name for gpu in found.gpus] == ["NVIDIA GeForce RTX 4070", "NVIDIA H200"]
    assert found.driver.version == "580.159"
    assert found.driver.problem is None


def test_the_driver_of_windows_is_found_under_wsl(tmp_path: Path) -> None:
    environment = machine_with(RTX_4070)
    del environment["LD_LIBRARY_PATH"]
    library = tmp_path / "libnvidia-ml.so.1"
    # NVIDIA's has this name within as well, so that it is found once it is loaded.
    subprocess.run(["cc", "-shared", "-fPIC", f"-Wl,-soname,{library.name}", "-o", library, SOURCE], check=True)
    code = (
        "import functools, sys\nfrom pathlib import Path\nfrom builder.gpu import nvml\n"
        "nvml.load_driver_library = functools.partial(nvml.load_driver_library, folder=Path(sys.argv[1]))\n"
        "print([gpu.name for gpu in nvml.detect_gpus().gpus])"
    )
    for folder, found in ((tmp_path, "['NVIDIA GeForce RTX 4070']"), (tmp_path / "none", "[]")):
        command = [sys.executable, "-c", code, str(folder)]
        ended = subprocess.run(
            command, env=os.environ | environment, cwd=ROOT, capture_output=True, text=True, check=True
        )
        assert ended.stdout.strip() == found


@pytest.mark.parametrize(("number", "version"), [(12080, "12.8"), (13010, "13.1"), (None, None)])
def test_the_newest_cuda_of_the_driver_is_a_version(computer: Replay, number: int | None, version: str | None) -> None:
    computer(Machine(cuda=number))
    assert detect_gpus().driver.cuda_version == version


@pytest.mark.parametrize(
    ("model", "words"), [((0, 0), "WDDM"), ((1, 0), "TCC"), ((2, 2), "MCDM"), ((9, 9), None), (None, None)]
)
def test_the_windows_driver_model_has_a_name(
    computer: Replay, model: tuple[int, int] | None, words: str | None
) -> None:
    computer(Machine((replace(RTX_4070, driver_model=model),)))
    assert detect_gpus().gpus[0].driver_model == words


@pytest.mark.parametrize(
    ("mode", "words"),
    [(0, "none"), (1, "passthrough"), (2, "vgpu"), (3, "vgpu host"), (4, "vsga host"), (9, None), (None, None)],
)
def test_virtualization_has_a_name(computer: Replay, mode: int | None, words: str | None) -> None:
    computer(Machine((replace(RTX_4070, virtualization=mode),)))
    assert detect_gpus().gpus[0].virtualization == words


@pytest.mark.parametrize(
    ("machine", "name", "message", "hint"),
    [
        (NO_GPU, "no_gpu", "the NVIDIA driver finds no GPU", "seated and powered"),
        (Machine(errors={"nvmlInitWithFlags": 4}), "permission_denied", "this user may not use", "/dev/nvidia*"),
        (Machine(errors={"nvmlInitWithFlags": 9}), "driver_not_loaded", "installed, but not running", "Secure Boot"),
        (Machine(errors={"nvmlInitWithFlags": 18}), "driver_mismatch", "was updated, but the old one", "Restart"),
        (Machine(errors={"nvmlInitWithFlags": 999}), "nvml_error", "cannot be read: Unknown Error", "nvidia-smi"),
        (Machine(errors={"nvmlInitWithFlags": 77}), "nvml_error", "cannot be read: an error of", "nvidia-smi"),
        (Machine(errors={"nvmlDeviceGetCount_v2": 15}), "gpu_lost", "the GPU has stopped answering", "Restart"),
    ],
)
def test_what_the_driver_refuses_is_a_problem_in_words(
    computer: Replay, machine: Machine, name: str, message: str, hint: str
) -> None:
    computer(machine)
    found = detect_gpus()
    assert found.gpus == ()
    assert found.driver.problem is not None
    assert found.driver.problem.name == name
    assert message in found.driver.problem.message
    assert hint in found.driver.problem.hint


@pytest.mark.parametrize(
    ("errors", "name", "message"),
    [
        ({"nvmlDeviceGetHandleByIndex_v2": GPU_IS_LOST}, "gpu_lost", "GPU 1 has stopped answering"),
        # A question that may stay unanswered still shows that the GPU is gone.
        ({"nvmlDeviceGetPowerUsage": GPU_IS_LOST}, "gpu_lost", "GPU 1 has stopped answering"),
        ({"nvmlDeviceGetHandleByIndex_v2": 4}, "not_visible", "not visible in this session"),
        ({"nvmlDeviceGetMemoryInfo": 999}, "nvml_error", "GPU 1 cannot be read: Unknown Error"),
        ({"nvmlDeviceGetName": 28}, "nvml_error", "GPU 1 cannot be read"),
    ],
)
def test_a_gpu_that_fails_leaves_the_others_listed(
    computer: Replay, errors: dict[str, int], name: str, message: str
) -> None:
    computer(Machine((RTX_4070, replace(H200, errors=errors), TWO_DIFFERENT.gpus[1])))
    found = detect_gpus()
    assert [(gpu.index, gpu.uuid) for gpu in found.gpus] == [(0, "GPU-aaaa"), (2, "GPU-5060")]
    assert found.driver.problem is not None
    assert found.driver.problem.name == name
    assert message in found.driver.problem.message


def test_the_first_of_two_problems_is_reported(computer: Replay) -> None:
    broken = (replace(H200, errors={EVERYTHING: 15}), replace(RTX_4070, errors={EVERYTHING: 999}))
    computer(Machine(broken))
    found = detect_gpus()
    assert found.gpus == ()
    assert found.driver.problem is not None
    assert found.driver.problem.message == "GPU 0 has stopped answering"


def test_a_gpu_that_only_the_kernel_knows_is_not_visible(computer: Replay, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builder.gpu.nvml, "gpus_known_to_driver", lambda: True)
    computer(NO_GPU)
    problem = detect_gpus().driver.problem
    assert problem is not None
    assert problem.name == "not_visible"
    assert "docker run --gpus all" in problem.hint


@pytest.mark.parametrize(
    ("on_bus", "message", "hint"),
    [
        (True, "this computer has an NVIDIA GPU, but no NVIDIA driver is installed", "Install the driver"),
        (None, "no NVIDIA driver is installed", "Install the driver"),
        (False, "no NVIDIA driver is installed", "No NVIDIA GPU was found either"),
    ],
)
def test_without_a_driver_the_bus_shows_whether_one_would_help(
    monkeypatch: pytest.MonkeyPatch, on_bus: bool | None, message: str, hint: str
) -> None:
    def fail(name: str) -> None:
        raise OSError(f"{name}: cannot open shared object file")

    monkeypatch.setattr(pynvml, "nvmlLib", None)
    monkeypatch.setattr(pynvml, "CDLL", fail)
    monkeypatch.setattr(builder.gpu.nvml, "gpus_on_bus", lambda: on_bus)
    problem = detect_gpus().driver.problem
    assert problem is not None
    assert (problem.name, problem.message) == ("no_driver", message)
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize("error", [pynvml.NVML_ERROR_LIBRARY_NOT_FOUND, pynvml.NVML_ERROR_DRIVER_NOT_LOADED])
def test_under_wsl_the_driver_is_one_of_windows(monkeypatch: pytest.MonkeyPatch, error: int) -> None:
    def fail() -> None:
        raise pynvml.NVMLError(error)

    monkeypatch.setattr(pynvml, "nvmlInit", fail)
    monkeypatch.setattr(builder.gpu.nvml, "is_wsl", lambda: True)
    problem = detect_gpus().driver.problem
    assert problem is not None
    assert (problem.name, problem.message) == ("no_driver", "Windows gives WSL no NVIDIA driver")
    assert problem.hint.startswith("Under WSL, the NVIDIA driver is installed in Windows, never inside WSL")


def test_a_machine_without_a_driver_says_so() -> None:
    if Path("/proc/driver/nvidia").exists():
        pytest.skip("this machine has an NVIDIA driver")
    found = survey_in_a_process({})
    assert found.driver.problem is not None
    assert found.driver.problem.name == "no_driver"
    assert found == GpuSurvey(driver=Driver(problem=found.driver.problem))


def test_a_damaged_installation_is_distinguished_from_a_missing_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pynvml", None)
    problem = detect_gpus().driver.problem
    assert problem is not None
    assert problem.name == "binding_missing"
    assert "nvidia-ml-py is not installed" in problem.message
    assert "Install engine-installer again" in problem.hint


@pytest.mark.parametrize("symbol", ["nvmlInitWithFlags", "nvmlDeviceGetMemoryInfo"])
def test_a_driver_that_hangs_is_given_up_and_does_not_keep_the_process(symbol: str) -> None:
    found = survey_in_a_process(environment_of(replace(H200_IDLE, hangs=(symbol,))), timeout_seconds=0.5)
    assert found.gpus == ()
    assert found.driver.problem is not None
    assert found.driver.problem.name == "no_answer"
    assert found.driver.problem.message == "the NVIDIA driver did not answer within 0.5 seconds"
    assert "Restart" in found.driver.problem.hint


def test_an_old_driver_leaves_only_the_newer_answers_open(old_computer: Replay) -> None:
    old_computer(H200_IDLE)
    found = detect_gpus()
    (gpu,) = found.gpus
    assert (gpu.cores, gpu.mig_enabled, gpu.driver_model) == (None, None, None)
    assert (gpu.name, gpu.sm_clock_max_mhz, gpu.virtualization) == ("NVIDIA H200", 1980, "passthrough")
    assert found.driver.problem is None


def test_a_sample_has_what_was_recorded_on_a_busy_gpu(computer: Replay) -> None:
    computer(H200_BUSY)
    with GpuSampler(H200.uuid) as sampler:
        sample = sampler.sample()
    assert replace(sample, seconds=0) == builder.gpu.nvml.GpuSample(
        seconds=0,
        utilization=99,
        memory_utilization=23,
        memory_free_mib=142273,
        sm_clock_mhz=1515,
        power_watts=692.572,
        slowdowns=(),
        processes=(GpuProcess(642, 883),),
        process_utilization={},
    )


def test_samples_come_in_order_of_time(computer: Replay) -> None:
    computer(H200_IDLE)
    with GpuSampler(H200.uuid) as sampler:
        seconds = [sampler.sample().seconds for _ in range(5)]
    assert seconds == sorted(seconds)


def test_a_program_that_computes_and_draws_is_one(computer: Replay) -> None:
    computer(LAPTOP)
    with GpuSampler("GPU-4060-laptop") as sampler:
        sample = sampler.sample()
    assert sample.processes == (GpuProcess(4321, None), GpuProcess(1234, None))
    assert sample.process_utilization is None


def test_the_gpu_is_found_by_its_uuid(computer: Replay) -> None:
    computer(Machine((RTX_4070, replace(RTX_4070, uuid="GPU-other", utilization=(40, 30)))))
    with GpuSampler("GPU-other") as sampler:
        assert sampler.sample().utilization == 40


def test_an_old_driver_names_slowdowns_but_no_programs(old_computer: Replay) -> None:
    old_computer(Machine((replace(H200_BUSY.gpus[0], reasons=0x08 | 0x04),)))
    with GpuSampler(H200.uuid) as sampler:
        sample = sampler.sample()
    assert sample.slowdowns == ("a hardware slowdown",)
    assert (sample.utilization, sample.processes, sample.process_utilization) == (99, None, None)


def test_a_gpu_that_answers_nothing_gives_an_empty_sample(computer: Replay) -> None:
    computer(H200_IDLE)
    with GpuSampler(H200.uuid) as sampler:
        computer(Machine((replace(H200, errors={EVERYTHING: 3}),)))
        sample = sampler.sample()
    assert sample == builder.gpu.nvml.GpuSample(sample.seconds, None, None)


def test_only_fresh_utilization_of_programs_counts(computer: Replay, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builder.gpu.nvml, "SHARES_SECONDS", 0.0)

    def reported(*samples: tuple[int, int, int, int]) -> dict[int, int]:
        computer(Machine((replace(H200_BUSY.gpus[0], process_utilization=samples),)))
        return dict(sampler.sample().process_utilization or {})

    computer(H200_BUSY)
    recorded = H200_BUSY.gpus[0].process_utilization
    assert recorded is not None
    ((pid, then, _, _),) = recorded
    with GpuSampler(H200.uuid) as sampler:
        assert reported(*recorded) == {}
        assert reported((pid, then + 2, 50, 3), (pid, then + 1, 90, 3), (7, then + 1, 1, 20)) == {pid: 50, 7: 20}
        assert reported((pid, then + 2, 50, 3), (8, then + 1, 60, 3)) == {}
        assert reported() == {}
        assert reported((pid, then + 3, 0, 0)) == {pid: 0}
        monkeypatch.setattr(builder.gpu.nvml, "SHARES_SECONDS", 1000.0)
        assert reported((pid, then + 4, 9, 9)) == {}
        monkeypatch.setattr(builder.gpu.nvml, "SHARES_SECONDS", 0.0)
        # On a GPU that does nothing there is nothing to share, and asking costs more than all the rest.
        computer(Machine((replace(H200, process_utilization=((pid, then + 5, 9, 9),)),)))
        assert sampler.sample().process_utilization == {}


def test_a_gpu_that_is_lost_cannot_be_read_any_more(computer: Replay) -> None:
    computer(H200_IDLE)
    with GpuSampler(H200.uuid) as sampler:
        computer(Machine((replace(H200, errors={EVERYTHING: GPU_IS_LOST}),)))
        with pytest.raises(GpuUnreadable, match="GPU is lost"):
            sampler.sample()


@pytest.mark.parametrize(
    ("machine", "words"),
    [
        (Machine(errors={"nvmlInitWithFlags": 9}), "Driver Not Loaded"),
        (NO_GPU, "Not Found"),
        (Machine((replace(H200, errors={"nvmlDeviceGetProcessUtilization": 15}),)), "GPU is lost"),
    ],
)
def test_a_sampler_that_cannot_begin_leaves_nothing_open(computer: Replay, machine: Machine, words: str) -> None:
    computer(machine)
    with pytest.raises(GpuUnreadable, match=words), GpuSampler(H200.uuid):
        pass


KNOWN = {3: "a hardware slowdown", 5: "heat", 6: "heat", 7: "a limited power supply"}


@pytest.mark.parametrize("bit", range(64))
def test_only_what_slows_a_gpu_against_its_will_is_a_slowdown(bit: int) -> None:
    assert slowdowns_of(1 << bit) == ((KNOWN[bit],) if bit in KNOWN else ())


@given(st.integers(0, 2**64 - 1), st.integers(0, 2**64 - 1))
def test_slowdowns_add_up_and_none_is_named_twice(some: int, more: int) -> None:
    together = slowdowns_of(some | more)
    assert set(together) == {*slowdowns_of(some), *slowdowns_of(more)}
    assert len(set(together)) == len(together)

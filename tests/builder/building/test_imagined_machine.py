from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from builder.backend import BACKENDS, Installation
from builder.base.errors import InvalidParameter
from builder.building.imagined_machine import IMAGINED_UUID, imagine
from builder.building.machine import Machine
from builder.gpu.known_gpus import find_known_gpu
from builder.gpu.nvml import Driver, Gpu

HERE = Machine(
    system="linux",
    gpus=(Gpu(0, "NVIDIA GeForce RTX 4070", "GPU-1", "8.9", 12282),),
    driver=Driver("580.159", "13.0"),
    libraries={"tensorrt-rtx": Installation("1.7.1.116", "13")},
    cores=2,
    memory_free_bytes=1 << 30,
    memory_total_bytes=3 << 30,
    memory_bytes=2 << 30,
    memory_limited_by="container",
    overlay_folder=Path("timing-caches"),
)
RTX = BACKENDS["tensorrt-rtx"]


def test_only_what_is_asked_for_is_imagined() -> None:
    machine = imagine(find_known_gpu("rtx 2060"), HERE)
    (gpu,) = machine.gpus
    assert (gpu.index, gpu.name, gpu.compute_capability, gpu.uuid) == (
        0,
        "NVIDIA GeForce RTX 2060",
        "7.5",
        IMAGINED_UUID,
    )
    assert (gpu.memory_total_mib, gpu.cores, gpu.sm_clock_max_mhz) == (6144, 1920, 1680)
    assert (machine.system, machine.libraries, machine.cores) == (HERE.system, HERE.libraries, HERE.cores)
    assert (machine.memory_bytes, machine.memory_limited_by) == (HERE.memory_bytes, "container")
    assert machine.driver == Driver()
    assert machine.judge(gpu, RTX).supported


def test_nothing_has_a_place_to_be_remembered() -> None:
    assert imagine(find_known_gpu("rtx 2060"), HERE).overlay_folder is None


def test_driver_system_and_memory() -> None:
    machine = imagine(find_known_gpu("rtx 4060"), HERE, driver="551.61", system="windows", memory_mib=16 << 10)
    assert (machine.driver.version, machine.driver.cuda_version) == ("551.61", "12.4")
    assert machine.system == "windows"
    sizes = (machine.memory_free_bytes, machine.memory_total_bytes, machine.memory_bytes)
    assert sizes == (16 << 30,) * 3
    assert machine.memory_limited_by is None
    support = machine.judge(machine.gpus[0], RTX)
    assert support.lack == "driver too old"
    assert "580" in support.hint


def test_no_such_driver() -> None:
    with pytest.raises(InvalidParameter):
        imagine(find_known_gpu("rtx 4060"), HERE, driver="newest")


@pytest.mark.parametrize(("system", "least"), [("windows", "528"), ("linux", "525")])
def test_the_driver_that_is_needed_is_that_of_the_imagined_system(system: str, least: str) -> None:
    here = replace(HERE, libraries={"tensorrt-rtx": Installation("1.7.1.116", "12")})
    machine = imagine(find_known_gpu("rtx 4060"), here, driver="522.25", system=system)
    assert machine.judge(machine.gpus[0], RTX).hint == f"Install driver {least} or newer from nvidia.com."

from __future__ import annotations

import contextlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.backend.tensorrt_rtx import TARGETS
from builder.base.errors import InvalidParameter
from builder.gpu.gpu_table import GPU_TABLE
from builder.gpu.known_drivers import cuda_of_driver
from builder.gpu.known_gpus import find_known_gpu, known_gpus, same_name
from tests.support.nvml import H200
from tests.support.program import ROOT

GPUS = known_gpus()


def test_the_table_is_whole() -> None:
    labels = [gpu.label.casefold() for gpu in GPUS]
    assert len(labels) == len(set(labels))
    for gpu in GPUS:
        assert re.fullmatch(r"(NVIDIA|Quadro|Tesla) [\w -]+", gpu.name)
        assert re.fullmatch(r"\d+\.\d", gpu.compute_capability)
        assert 2000 <= gpu.memory_mib <= 200_000
        assert gpu.cores % 64 == 0
        assert gpu.boost_mhz is None or 900 <= gpu.boost_mhz <= 2700
    newest = {gpu.compute_capability for gpu in GPUS if gpu.group != "Older than Turing"}
    assert newest >= set(TARGETS)
    assert all(float(gpu.compute_capability) < 7.5 for gpu in GPUS if gpu.group == "Older than Turing")


def test_the_recorded_gpu_is_as_the_table_says() -> None:
    gpu = find_known_gpu(H200.name)
    assert (gpu.name, gpu.compute_capability, gpu.cores) == (H200.name, "9.0", H200.cores)
    assert gpu.boost_mhz == H200.sm_clock_max
    assert abs(gpu.memory_mib - (H200.memory[0] >> 20)) < 1024


@pytest.mark.parametrize("gpu", GPUS, ids=lambda gpu: gpu.label)
def test_every_gpu_is_found_by_its_label_in_any_case_and_without_the_makers_name(gpu: object) -> None:
    label = gpu.label  # type: ignore[attr-defined]
    assert find_known_gpu(label) == gpu
    assert find_known_gpu(label.upper()) == gpu
    assert find_known_gpu(label.removeprefix("NVIDIA ").removeprefix("GeForce ")) == gpu


@pytest.mark.parametrize(
    ("asked", "label"),
    [
        ("rtx 2060", "NVIDIA GeForce RTX 2060"),
        ("2060", "NVIDIA GeForce RTX 2060"),
        ("RTX2060 mobile", "NVIDIA GeForce RTX 2060 (laptop)"),
        ("4060ti", "NVIDIA GeForce RTX 4060 Ti (8 GB)"),
        ("rtx 4060 ti 16gb", "NVIDIA GeForce RTX 4060 Ti (16 GB)"),
        ("rtx 2070 super", "NVIDIA GeForce RTX 2070 SUPER"),
        ("2070 super max-q", "NVIDIA GeForce RTX 2070 Super with Max-Q Design"),
        ("laptop 4060", "NVIDIA GeForce RTX 4060 Laptop GPU"),
        ("a4000", "NVIDIA RTX A4000"),
        ("t4", "Tesla T4"),
        ("gtx 1080ti", "NVIDIA GeForce GTX 1080 Ti"),
    ],
)
def test_lenient_names(asked: str, label: str) -> None:
    assert find_known_gpu(asked).label == label


@pytest.mark.parametrize(
    ("asked", "message", "hint"),
    [
        ("rtx 9090", "No GPU named 'rtx 9090' is known.", "'GeForce RTX 5090'"),
        ("RTX 9999", "No GPU named 'RTX 9999' is known.", "Did you mean 'GeForce RTX 5090'"),
        ("H100", "'H100' means several GPUs.", "'H100 PCIe' or 'H100 80GB HBM3' or 'H100 NVL'"),
        ("titan", "'titan' means several GPUs.", "'TITAN RTX'"),
        ("Radeon RX 7900", "No GPU named 'Radeon RX 7900' is known.", "as nvidia-smi shows it"),
        ("", "No GPU named '' is known.", "as nvidia-smi shows it"),
    ],
)
def test_what_is_not_known_is_refused_with_what_may_be_meant(asked: str, message: str, hint: str) -> None:
    with pytest.raises(InvalidParameter) as caught:
        find_known_gpu(asked)
    assert caught.value.message == message
    assert hint in caught.value.hint


@given(st.text(max_size=40))
def test_any_text_is_found_or_refused(asked: str) -> None:
    with contextlib.suppress(InvalidParameter):
        assert find_known_gpu(asked) in GPUS


def test_gpus_of_the_same_name() -> None:
    labels = [gpu.label for gpu in same_name(find_known_gpu("rtx 2060"))]
    assert labels == ["NVIDIA GeForce RTX 2060 (12 GB)", "NVIDIA GeForce RTX 2060 (laptop)"]
    assert same_name(find_known_gpu("rtx 4070")) == ()


@pytest.mark.parametrize(
    ("driver", "cuda"),
    [
        ("551.61", "12.4"),
        ("580.159.04", "13.0"),
        ("525.60.13", "12.0"),
        ("522.25", "11.8"),
        ("470.141.03", "11.4"),
        ("999.99", "13.2"),
        ("582", "13.0"),
    ],
)
def test_the_cuda_version_of_a_driver(driver: str, cuda: str) -> None:
    assert cuda_of_driver(driver) == cuda


@pytest.mark.parametrize("driver", ["", "55", "551,61", "v551.61", "551.61.1.1", "390.157", "٥٥١.٦١", "5515"])
def test_what_is_no_driver(driver: str) -> None:
    with pytest.raises(InvalidParameter) as caught:
        cuda_of_driver(driver)
    assert caught.value.hint


def test_the_page_has_the_same_table() -> None:
    page = (ROOT / "docs/gpu-table.md").read_text(encoding="utf-8").partition("\n## The GPUs\n")[2]
    rows = [line.strip("| ").split(" | ")[:6] for line in page.splitlines() if "](http" in line]
    lines = [line.split(" | ") for line in GPU_TABLE.strip().splitlines() if not line.startswith("#")]
    assert [[cell.strip() or "-" for cell in row] for row in rows] == lines
    assert re.findall(r"^### (.*)", page, re.MULTILINE) == list(dict.fromkeys(gpu.group for gpu in GPUS))

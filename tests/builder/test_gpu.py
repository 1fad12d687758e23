"""The real pynvml against a compiled stand-in for NVIDIA's library, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from builder.gpu import Gpu, GpuSurvey, detect_gpus
from tests.support.nvml import H200, RTX_4070, machine_with
from tests.support.program import ROOT


def survey(environment: dict[str, str]) -> GpuSurvey:
    code = "from builder.gpu import *; print(repr(detect_gpus()))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=True
    )
    found = eval(done.stdout, {"Gpu": Gpu, "GpuSurvey": GpuSurvey})
    assert isinstance(found, GpuSurvey)
    return found


def test_every_gpu_is_read() -> None:
    assert survey(machine_with(RTX_4070, H200)) == GpuSurvey(
        (
            Gpu(0, "NVIDIA GeForce RTX 4070", "GPU-aaaa", "8.9", 12282),
            Gpu(1, "NVIDIA H200", "GPU-cccc", "9.0", 143771),
        ),
        "580.159",
        None,
    )


@pytest.mark.parametrize(
    ("gpus", "answers", "problem"),
    [
        ((), {}, "the NVIDIA driver finds no GPU"),
        ((), {"init": 9}, "the NVIDIA driver does not answer (Driver Not Loaded)"),
        ((), {"init": 18}, "the NVIDIA driver does not answer (RM has detected an NVML/RM version mismatch.)"),
        ((RTX_4070,), {"device": 15}, "the NVIDIA driver does not answer (GPU is lost)"),
    ],
)
def test_what_the_driver_refuses_becomes_a_problem_in_words(
    gpus: tuple[str, ...], answers: dict[str, int], problem: str
) -> None:
    found = survey(machine_with(*gpus, **answers))
    assert found.gpus == ()
    assert found.problem == problem


def test_without_a_driver_there_is_none(tmp_path: Path) -> None:
    if Path("/proc/driver/nvidia").exists():
        pytest.skip("this machine has an NVIDIA driver")
    assert detect_gpus() == GpuSurvey((), None, "no NVIDIA driver is installed")

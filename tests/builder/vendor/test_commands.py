"""`engine-builder` in a process of its own."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping

from tests.support.nvml import (
    H200_BUSY,
    H200_IDLE,
    THREE_OF_WHICH_TWO_ARE_EQUAL,
    TWO_DIFFERENT,
    Machine,
    environment_of,
)
from tests.support.program import Ended, run_builder


def engine_builder(*arguments: str, env: Mapping[str, str]) -> Ended:
    return run_builder(*arguments, env=os.environ | dict(env))


def test_gpus_lists_an_idle_gpu_as_it_was_recorded() -> None:
    ended = engine_builder("gpus", env=environment_of(H200_IDLE))
    assert ended.code == 0
    for line in (
        "GPU 0: NVIDIA H200",
        "  PCI bus id           00000000:00:06.0",
        "  compute capability   9.0",
        "  memory               143771 MiB, 143155 MiB free",
        "  speed                16896 cores at up to 1980 MHz",
        "  now                  it is idle (0 % used)",
        "  TensorRT             yes, compute capability 9.0; it is not installed",
        "  TensorRT-RTX         no, TensorRT-RTX does not support NVIDIA H200 (compute capability 9.0)",
        "Driver          ok       NVIDIA driver 580.159.04 (CUDA 13.0)",
    ):
        assert line in ended.out


def test_gpus_names_a_busy_gpu() -> None:
    ended = engine_builder("gpus", "--json", env=environment_of(H200_BUSY))
    reported = json.loads(ended.out)
    assert (reported["driver"], reported["cuda_driver"], reported["problem"]) == ("580.159.04", "13.0", None)
    (gpu,) = reported["gpus"]
    assert gpu["uuid"] == "GPU-00000000-1111-2222-3333-444444444444"
    assert gpu["busy"]["verdict"] == "in use"
    assert "99 % used" in gpu["busy"]["reasons"]
    assert "(process 642, 883 MiB)" in gpu["busy"]["programs"][0]
    assert gpu["backends"]["tensorrt-rtx"]["supported"] is False


def test_gpus_recommends_one_of_several_with_the_reason() -> None:
    ended = engine_builder("gpus", env=environment_of(TWO_DIFFERENT))
    assert "TensorRT-RTX builds for GPU 0, NVIDIA GeForce RTX 4090: the fastest supported GPU (16384" in ended.out
    ended = engine_builder("gpus", env=environment_of(THREE_OF_WHICH_TWO_ARE_EQUAL))
    assert "TensorRT-RTX builds for GPU 0, NVIDIA GeForce RTX 3090: the first of equal GPUs, at PCI bus" in ended.out


def test_gpus_says_why_there_is_none() -> None:
    broken = Machine(errors={"nvmlInitWithFlags": 18})
    reported = json.loads(engine_builder("gpus", "--json", env=environment_of(broken)).out)
    assert reported["gpus"] == []
    assert reported["problem"]["name"] == "driver_mismatch"
    assert reported["problem"]["hint"] == "Restart the computer."
    assert "The NVIDIA driver was updated" in engine_builder("gpus", env=environment_of(broken)).out


def test_a_bad_command_line_is_reported() -> None:
    ended = engine_builder("gpu", env={})
    assert ended.code == 64
    assert "invalid choice: 'gpu'" in ended.err
    assert engine_builder(env={}).code == 64

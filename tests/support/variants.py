"""A model with variants: the same inputs and outputs, computed in other data types on newer and older GPUs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from onnx import TensorProto

from tests.support.models import conv_net, converted_net
from tests.support.nvml import RTX_4070, FakeGpu, machine_with
from tests.support.packages import model_entry, write_manifest
from tests.support.program import ROOT

CHOICES = {
    "7.5": ("turing", "it is for compute capability 7.5"),
    "8.6": ("none", "no variant is for compute capability 8.6"),
    "8.9": ("fp8", "compute capability 8.9 has fp8"),
    "12.0": ("blackwell", "it is for compute capability 12.0, 12.1"),
}
"""What GPUs get of the package, and why."""


def variant(folder: Path, file: Path, **values: Any) -> dict[str, Any]:
    """The `[[model.variant]]` of a file, with its true hash; it has no name unless `values` give one."""
    entry = model_entry(folder, file, **values)
    return entry if "name" in values else {key: value for key, value in entry.items() if key != "name"}


def package_with_variants(folder: Path, **values: Any) -> Path:
    """A package of one model, `net`, with a variant in fp4, fp8 and fp16 each; `values` go into `[[model]]`."""
    file = conv_net(folder / "net.onnx")
    variants = [
        variant(
            folder,
            converted_net(folder / "fp4.onnx", TensorProto.FLOAT4E2M1),
            name="blackwell",
            compute_capabilities=["12.0", "12.1"],
        ),
        variant(folder, converted_net(folder / "fp8.onnx", TensorProto.FLOAT8E4M3FN), needs="fp8"),
        variant(
            folder,
            converted_net(folder / "fp16.onnx", TensorProto.FLOAT16),
            name="turing",
            compute_capabilities=["7.5"],
        ),
    ]
    return write_manifest(folder, model_entry(folder, file, **values) | {"variant": variants})


def fake_gpu(capability: str) -> FakeGpu:
    major, minor = map(int, capability.split("."))
    return replace(RTX_4070, name=f"NVIDIA GPU {capability}", uuid=f"GPU-{capability}", capability=(major, minor))


def computer_with(capability: str) -> dict[str, str]:
    """The environment of a computer with one GPU of that compute capability."""
    return machine_with(fake_gpu(capability))


LIBRARY_THAT_LOADS = {"PYTHONPATH": str(ROOT / "tests/doubles/rtx")}
"""The environment in which engines that were really built count as loaded on a GPU of the stand-in."""

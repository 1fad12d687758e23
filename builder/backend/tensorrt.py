"""Classic TensorRT: times kernels on the very GPU that will run the engine."""

from __future__ import annotations

from builder.backend.base import Backend, parse_compute_capability
from builder.base.settings import BuildSettings
from builder.base.text import Text, say


def _is_supported(compute_capability: str) -> bool:
    # Turing or later, from the support matrix of TensorRT 10 and 11.
    return parse_compute_capability(compute_capability) >= (7, 5)


def _refusals(_settings: BuildSettings, compute_capabilities: tuple[str, ...]) -> list[Text]:
    if compute_capabilities:
        return [say("compute_capabilities: a classic TensorRT engine is always built for the GPU that builds it")]
    return []


TENSORRT = Backend(
    name="tensorrt",
    title="TensorRT",
    modules=("tensorrt", "tensorrt_bindings"),
    distributions={"tensorrt-cu13-bindings": "13", "tensorrt-cu12-bindings": "12", "tensorrt": None},
    builds_without_gpu=False,
    times_kernels=True,
    install_hint=say(
        "Install engine-installer with its extra 'tensorrt' where NVIDIA's own package index can be reached."
    ),
    is_supported=_is_supported,
    supported_gpus=say("compute capability 7.5 (Turing) or newer"),
    refusals=_refusals,
    memory_mib_per_build=2048,
    memory_factor=6,
)

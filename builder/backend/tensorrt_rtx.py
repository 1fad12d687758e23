"""TensorRT for RTX: builds ahead of time on the CPU; the GPU compiles kernels when the application first runs."""

from __future__ import annotations

from builder.backend.base import Backend, parse_compute_capability
from builder.base.settings import BuildSettings
from builder.base.text import Text, join, say

TARGETS = ("7.5", "8.0", "8.6", "8.9", "12.0", "12.1")
"""What `tensorrt_rtx.ComputeCapability` names (1.7), in the order of the engine header's bits."""

DEFAULT_TARGETS = TARGETS[1:]
"""What an engine runs on when no target is named: everything but Turing, and GPUs newer than 12.1 as well."""


def _is_supported(compute_capability: str) -> bool:
    # The library itself says "Supported compute capabilities: 8.0 8.6 8.9 12.0 12.1 >12.0"; 7.5 must be asked for.
    return compute_capability in TARGETS or parse_compute_capability(compute_capability) > (12, 0)


def _refusals(settings: BuildSettings, compute_capabilities: tuple[str, ...]) -> list[Text]:
    refused = []
    # Levels 0 to 5 give byte-identical engines with TensorRT-RTX 1.7: there is no tactic selection to speed up.
    if settings.optimization_level != 3:
        refused.append(say("optimization_level (and heuristic): TensorRT-RTX selects no tactics, so it has no effect"))
    if settings.hardware_compatibility != "none":
        refused.append(say("hardware_compatibility: TensorRT-RTX ignores it; name the GPUs with compute_capabilities"))
    if settings.version_compatible:
        refused.append(say("version_compatible: TensorRT-RTX does not ship the lean runtime that it needs"))
    unknown = [target for target in compute_capabilities if target not in TARGETS]
    if unknown:
        refused.append(
            say(
                "compute_capabilities {unknown}: TensorRT-RTX builds for {known} "
                "(leave the key out for all from 8.0 on, including newer GPUs)",
                unknown=join(", ", unknown),
                known=join(", ", TARGETS),
            )
        )
    return refused


TENSORRT_RTX = Backend(
    name="tensorrt-rtx",
    title="TensorRT-RTX",
    modules=("tensorrt_rtx", "tensorrt_rtx_bindings"),
    distributions={"tensorrt-rtx-cu13-bindings": "13", "tensorrt-rtx-cu12-bindings": "12", "tensorrt-rtx": None},
    builds_without_gpu=True,
    times_kernels=False,
    install_hint=say("Install it with: pip install tensorrt-rtx-cu13-bindings tensorrt-rtx-cu13-libs"),
    is_supported=_is_supported,
    supported_gpus=say("compute capability 7.5, 8.0, 8.6, 8.9, or 12.0 and newer (GeForce RTX 20 to 50 and similar)"),
    refusals=_refusals,
    # Measured: 120 MB + 3.4 to 5.6 times the ONNX file.
    memory_mib_per_build=150,
    memory_factor=6,
)

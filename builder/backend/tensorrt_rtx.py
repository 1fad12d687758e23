"""TensorRT for RTX: builds ahead of time on the CPU; the GPU compiles kernels when the application first runs."""

from __future__ import annotations

from builder.backend.base import Backend, parse_compute_capability
from builder.base.settings import BuildSettings
from builder.base.text import Text, join, say

TARGETS = ("7.5", "8.0", "8.6", "8.9", "12.0", "12.1")
"""What `tensorrt_rtx.ComputeCapability` names (1.7), in the order of the engine header's bits."""

DEFAULT_TARGETS = TARGETS[1:]
"""What an engine runs on when no target is named: everything but Turing, and GPUs newer than 12.1 as well."""

TURING = "7.5"
"""Asked for by name only; many fp32 operators are refused for it, each for reasons of its own."""

FAMILIES = {
    "7.5": "GeForce RTX 20, GTX 16",
    "8.0": "A100, A30",
    "8.6": "GeForce RTX 30",
    "8.9": "GeForce RTX 40",
    "12.0": "GeForce RTX 50",
    "12.1": "GB10 (DGX Spark)",
}
"""What people call the GPUs of each target: those that most users have."""

SERVED_EVERYWHERE = frozenset({"fp32", "fp16", "int64", "int32", "int8", "uint8", "bool", "fp64", "string"})
"""Data types that every target has, as far as the library knows them at all."""

LEAST_TARGETS = {"bf16": "8.0", "int4": "8.0", "fp8": "8.9", "fp4": "12.0"}
"""Data types that older GPUs lack, each with the first target that has it. Only a build that names the target is
refused; a build for the default targets succeeds, and its header names them all."""


OLDER_GPU_HINT = say(
    "Give the model a variant in fp16 for such GPUs ([[model.variant]] in app.toml), without 3-D convolutions for "
    "compute capability 7.5; or install TensorRT on that computer, which backend = 'auto' then "
    "prefers; or set no_gpu = 'skip' or compute_capabilities in app.toml to leave such GPUs out.",
    window="Ask the application's vendor for a version that supports this graphics card.",
)


def lacks_data_type(target: str, data_types: frozenset[str]) -> str | None:
    """Return one of a model's data types that a target lacks; None when it has them all, as far as is known."""
    own = parse_compute_capability(target)
    for data_type in sorted(data_types & LEAST_TARGETS.keys()):
        if own < parse_compute_capability(LEAST_TARGETS[data_type]):
            return data_type
    return None


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

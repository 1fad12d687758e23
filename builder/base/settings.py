"""How one engine is built, in plain values that travel unchanged to the worker and to engines.json."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from typing import Literal

from builder.base.plain import LEFT_OUT_IF_EMPTY
from builder.base.text import Text, say

ProfilingVerbosity = Literal["layer-names", "none", "detailed"]
HardwareCompatibility = Literal["none", "ampere-plus", "same-compute-capability"]
Precision = Literal["fp32", "fp16", "bf16", "fp8", "int8", "int4", "fp4"]

HEURISTIC_OPTIMIZATION_LEVEL = 2
"""`BuilderFlag.ENABLE_TACTIC_HEURISTIC` was superseded by this level (NvInfer.h of TensorRT 8.6)."""

DATA_TYPES = {
    "fp32": "FLOAT",
    "fp16": "HALF",
    "bf16": "BF16",
    "fp8": "FP8",
    "int8": "INT8",
    "uint8": "UINT8",
    "int32": "INT32",
    "int64": "INT64",
    "bool": "BOOL",
}
"""The data types of an input or output, spelled as trtexec does, with their names in `tensorrt.DataType`."""

TENSOR_FORMATS = {
    "chw": "LINEAR",
    "chw2": "CHW2",
    "chw4": "CHW4",
    "chw16": "CHW16",
    "chw32": "CHW32",
    "hwc": "HWC",
    "hwc8": "HWC8",
    "hwc16": "HWC16",
    "dhwc": "DHWC",
    "dhwc8": "DHWC8",
    "cdhw32": "CDHW32",
}
"""Memory layouts, spelled as trtexec does, with their names in `tensorrt.TensorFormat`."""

COMPUTE_CAPABILITY_PATTERN = re.compile(r"[1-9]\d?\.\d")


@dataclass(frozen=True, slots=True)
class BuildSettings:
    """Everything that shapes an engine apart from the model, the library and the target GPUs.

    Attributes:
        optimization_level: 0 to 5; 3 is the library's default and 2 is heuristic tactic selection.
        workspace_mib: limit of the workspace memory pool in MiB; 0 leaves the library's default.
        tf32: whether float32 arithmetic may use TF32 tensor cores.
        profiling_verbosity: what the engine says about its layers to a profiler.
        weight_streaming: whether weights may stay in system memory and be streamed to the GPU.
        hardware_compatibility: on which other GPUs the engine may run (classic TensorRT).
        version_compatible: whether later TensorRT versions may run the engine (classic TensorRT).
        input_formats: per input, `"<data type>:<layout>"` such as `"fp16:hwc"`.
        output_formats: the same per output.
        profiles: optimization profiles; each maps an input to its `min`, `opt` and `max` shape.
        precision: what the ONNX is declared to hold; checked against the parsed network when given.
        plugins: hashes of the libraries with operators of the vendor's own, by their names in app.toml.
    """

    optimization_level: int = 3
    workspace_mib: int = 0
    tf32: bool = True
    profiling_verbosity: ProfilingVerbosity = "layer-names"
    weight_streaming: bool = False
    hardware_compatibility: HardwareCompatibility = "none"
    version_compatible: bool = False
    input_formats: dict[str, str] = field(default_factory=dict)
    output_formats: dict[str, str] = field(default_factory=dict)
    profiles: list[dict[str, dict[str, list[int]]]] = field(default_factory=list)
    precision: Precision | None = None
    plugins: dict[str, str] = field(default_factory=dict, metadata=LEFT_OUT_IF_EMPTY)

    def differences(self, other: BuildSettings) -> list[Text]:
        """Name what differs, as `optimization_level 3, was 2`, with `other` as the older one."""
        new, old = asdict(self), asdict(other)
        now, before = new.pop("plugins"), old.pop("plugins")
        return [
            say("{setting} {value}, was {old}", setting=key, value=json.dumps(new[key]), old=json.dumps(old[key]))
            for key in new
            if new[key] != old[key]
        ] + [
            say("the plugin {plugin!r} is another one", plugin=name)
            for name in sorted(now.keys() | before.keys())
            if now.get(name) != before.get(name)
        ]

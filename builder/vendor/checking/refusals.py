"""Why there is no engine: the library's words as a reason that programs can tell apart, with what a vendor can do.

The words are those of TensorRT-RTX 1.7. What is not known here keeps the library's own words as its reason. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from builder.base.errors import (
    BuilderCrashed,
    BuildFailed,
    EngineInstallerError,
    EngineInvalid,
    InternalError,
    OutOfMemory,
    PackageInvalid,
    SystemNotSupported,
)
from builder.vendor.hints import for_vendors

ReasonName = Literal[
    "fp32_matmul_on_turing",
    "conv3d_on_turing",
    "int8_convolution_on_turing",
    "data_type",
    "unsupported_operator",
    "package",
    "library",
    "memory",
    "crash",
    "engine",
    "internal",
]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no engine.

    Attributes:
        reason: for programs.
        message: for people, one or more sentences.
        node: the node of the model that is named, as the library or the ONNX file calls it; None where none is.
        way_out: what the vendor can do; may be empty.
    """

    reason: ReasonName
    message: str
    node: str | None
    way_out: str


_OTHER_FILE = (
    "Give these GPUs a file of their own: a [[model.variant]] {what}. Or leave them out: name the others in "
    'compute_capabilities, and say with no_gpu = "skip" that the application works without. Where users have classic '
    'TensorRT, backend = "auto" takes it.'
)
_FP16_FILE = _OTHER_FILE.format(what='in fp16, with compute_capabilities = ["7.5"]')
_TURING = (
    (r"FP32 GEMM", "fp32_matmul_on_turing", "an fp32 matrix product", _FP16_FILE),
    (r"FP32 3D (?:de)?convolution", "conv3d_on_turing", "an fp32 3-D convolution", _FP16_FILE),
    (r"INT8 convolution", "int8_convolution_on_turing", "an int8 convolution", _FP16_FILE),
)  # fmt: skip
_TURING_NODE = re.compile(r"Cannot compile operation '([^']*)' for Turing \(SM75\): ([^.]*)")
_LACKED_TYPES = re.compile(r"HW-specific datatypes: ([\w, ]+)")
_TYPE_NAMES = {"b16": "bf16", "fp8_e4m3": "fp8", "fp8_e5m2": "fp8", "fp4_e2m1": "fp4", "i4": "int4", "s4": "int4"}
_OPERATORS = (
    "uses operators that the engine library does not support",
    ": not supported",
    "does not have this operator",
    "The library lacks an operator",
)
_NOT_LOADED = ("cannot run on", "does not load on")
"""What a worker says whose engine is built, and fails on a GPU of this computer, maybe for its driver."""
_TABLE = "tensorrt = { optimization_level = 5 }"
_FIRST_NODE = re.compile(r"\b(\w+) \(node ('(?:[^'\\]|\\.)*'|number \d+)")


def refusal_of(error: EngineInstallerError) -> Refusal:
    """Say why there is no engine, from the error that a build or the plan ended with."""
    words = f"{error.message}\n{error.detail}"
    if turing := _TURING_NODE.search(words):
        return _on_turing(turing[1], turing[2])
    if lacked := _LACKED_TYPES.search(words):
        return _data_types(lacked[1])
    message = str(error.message)
    node = _FIRST_NODE.search(message)
    return Refusal(_reason(error, message), message, f"{node[1]} {node[2]}" if node else None, for_vendors(error.hint))


def _on_turing(operation: str, what: str) -> Refusal:
    for pattern, reason, noun, way_out in _TURING:
        if re.search(pattern, what):
            message = f"TensorRT-RTX has no kernel for {noun} on Turing. The first is {_node_in_words(operation)}."
            return Refusal(reason, message, operation, way_out)  # type: ignore[arg-type]
    message = f"TensorRT-RTX cannot build {_node_in_words(operation)} for Turing: {what}."
    return Refusal("unsupported_operator", message, operation, _FP16_FILE)


def _node_in_words(operation: str) -> str:
    """Name a node; the library names one that has no name by its first output."""
    unnamed = operation.removeprefix("node_of_")
    return f"the node that computes '{unnamed}'" if unnamed != operation else f"the node '{operation}'"


def _data_types(named: str) -> Refusal:
    types = sorted({_TYPE_NAMES.get(name.strip(), name.strip()) for name in named.split(",")})
    message = f"The model uses {', '.join(types)}, which these GPUs do not have."
    return Refusal("data_type", message, None, _OTHER_FILE.format(what=f"without {', '.join(types)}"))


def _reason(error: EngineInstallerError, message: str) -> ReasonName:
    if any(words in message for words in _OPERATORS):
        return "unsupported_operator"
    if any(words in message for words in _NOT_LOADED):
        return "engine"
    kinds: tuple[tuple[type[EngineInstallerError], ReasonName], ...] = (
        (PackageInvalid, "package"),
        (OutOfMemory, "memory"),
        (BuilderCrashed, "crash"),
        (EngineInvalid, "engine"),
        (BuildFailed, "library"),
        (SystemNotSupported, "library"),
        (InternalError, "internal"),
    )
    return next((reason for kind, reason in kinds if isinstance(error, kind)), "library")


def settings_refused(library: str, reasons: Sequence[str]) -> Refusal:
    """Say that a library cannot honour settings of app.toml."""
    message = f"{library} cannot honour what app.toml asks for: {'; '.join(reasons)}."
    return Refusal("package", message, None, f"Remove it, or put it into a table for the other library ({_TABLE}).")


def is_refusal(refusal: Refusal) -> bool:
    """Whether the library or the package refuses; else it ended here for a reason that may not hold elsewhere."""
    return refusal.reason not in ("memory", "crash", "engine", "internal")

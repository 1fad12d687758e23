"""Why there is no engine: the library's words as a reason that programs can tell apart, with what a vendor can do.

What is not known here keeps the library's own words as its reason. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from builder.backend.target_refusals import TargetReason, target_refusal
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
from builder.base.text import sentence
from builder.vendor.hints import for_vendors

ReasonName = TargetReason | Literal["package", "library", "memory", "crash", "engine", "internal"]


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
    if refused := target_refusal(f"{error.message}\n{error.detail}"):
        lacked = ", ".join(refused.data_types)
        way_out = _OTHER_FILE.format(what=f"without {lacked}") if lacked else _FP16_FILE
        return Refusal(refused.reason, str(sentence(refused.words)), refused.node, way_out)
    message = str(error.message)
    node = _FIRST_NODE.search(message)
    return Refusal(_reason(error, message), message, f"{node[1]} {node[2]}" if node else None, for_vendors(error.hint))


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

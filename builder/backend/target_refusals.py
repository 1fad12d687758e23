"""Why TensorRT-RTX refuses a model for some compute capability: from its words to plain ones, for every front end.

The words are those of TensorRT-RTX 1.7. Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from builder.backend.base import parse_compute_capability
from builder.backend.tensorrt_rtx import LEAST_TARGETS
from builder.base.text import Text, say, verbatim

TargetReason = Literal[
    "fp32_matmul_on_turing", "conv3d_on_turing", "int8_convolution_on_turing", "unsupported_operator", "data_type"
]


@dataclass(frozen=True, slots=True)
class TargetRefusal:
    """Why there is no engine for a compute capability.

    Attributes:
        reason: for programs.
        words: for people, as a part of a sentence.
        node: the node that is named, as the library calls it; None where none is, or none that the model has.
        data_types: that the GPUs lack, such as `bf16`.
    """

    reason: TargetReason
    words: Text
    node: str | None = None
    data_types: tuple[str, ...] = ()


_ON_TURING = re.compile(r"Cannot compile operation '(.*?)' for Turing \(SM75\): ([^.]*)", re.DOTALL)
_OPERATIONS: tuple[tuple[str, TargetReason, Text], ...] = (
    ("FP32 GEMM", "fp32_matmul_on_turing", say("a matrix product in fp32")),
    ("FP32 3D (?:de)?convolution", "conv3d_on_turing", say("a 3-D convolution in fp32")),
    ("INT8 convolution", "int8_convolution_on_turing", say("a convolution in int8")),
)
_MADE_UP = re.compile(r"\$\$|\(Unnamed |__my")
"""What the library calls nodes of its own making; nobody finds them in the model."""
_LACKED_TYPES = re.compile(r"HW-specific datatypes: ([\w, ]+)")
_TYPE_NAMES = {"b16": "bf16", "fp8_e4m3": "fp8", "fp8_e5m2": "fp8", "fp4_e2m1": "fp4", "i4": "int4", "s4": "int4"}


def target_refusal(words: str) -> TargetRefusal | None:
    """Understand what the library said; None where it said something else."""
    if turing := _ON_TURING.search(words):
        return _on_turing(turing[1], turing[2].strip())
    if lacked := _LACKED_TYPES.search(words):
        return _lacks(lacked[1])
    return None


def in_plain_words(words: str) -> Text:
    """What the library said as a part of a sentence for people; what is not known here stays as it is."""
    refusal = target_refusal(words)
    return refusal.words if refusal else verbatim(words)


def _on_turing(operation: str, what: str) -> TargetRefusal:
    known = ((reason, noun) for pattern, reason, noun in _OPERATIONS if re.search(pattern, what))
    unknown: tuple[TargetReason, Text] = "unsupported_operator", say("an operation ({reason})", reason=verbatim(what))
    reason, noun = next(known, unknown)
    if not operation or _MADE_UP.search(operation):
        return TargetRefusal(reason, say("TensorRT-RTX does not support {operation} on Turing GPUs", operation=noun))
    words = say(
        "TensorRT-RTX does not support {operation} on Turing GPUs; the first is {node}",
        operation=noun,
        node=_node_in_words(operation),
    )
    return TargetRefusal(reason, words, operation)


def _node_in_words(operation: str) -> Text:
    """Name a node; the library names one that has no name by its first output."""
    unnamed = operation.removeprefix("node_of_")
    if unnamed != operation:
        return say("the node that computes {tensor!r}", tensor=unnamed)
    return say("the node {node!r}", node=operation)


def _lacks(named: str) -> TargetRefusal | None:
    types = sorted({_TYPE_NAMES.get(name.strip(), name.strip()) for name in named.split(",")})
    if not LEAST_TARGETS.keys() >= set(types):
        return None
    most = max(types, key=lambda data_type: parse_compute_capability(LEAST_TARGETS[data_type]))
    words = say(
        "the model uses {data_type}, which needs compute capability {least} or newer",
        data_type=most,
        least=LEAST_TARGETS[most],
    )
    return TargetRefusal("data_type", words, data_types=tuple(types))

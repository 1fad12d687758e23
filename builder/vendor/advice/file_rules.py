"""Advice on how a model is written. docs/vendors/advice.md has the source of every figure."""

from __future__ import annotations

from builder.base.quantities import Bytes
from builder.vendor.advice.advice import Advice
from builder.vendor.advice.subject import Subject
from builder.vendor.models.patterns import layer_norms

_WORTHWHILE_BYTES = 1 << 20
_WORTHWHILE_SHARE = 0.05
_LAYER_NORM_OPSET = 17
_FEW = 4


def duplicate_weights(subject: Subject) -> Advice | None:
    """Weights that every user downloads more than once."""
    found = subject.duplicates
    if found.bytes < max(_WORTHWHILE_BYTES, subject.model.total_bytes * _WORTHWHILE_SHARE):
        return None
    names = found.groups[0]
    listed = ", ".join(repr(name) for name in names[:_FEW]) + (", …" if len(names) > _FEW else "")
    times = "once more" if len(found.groups) == 1 and len(names) == 2 else f"in {len(found.groups)} groups"
    return subject.advice(
        "duplicate-weights",
        f"The model stores equal weights {times}, such as {listed}.",
        f"{Bytes(found.bytes)} of {Bytes(subject.model.total_bytes)} are downloaded and kept for nothing. TensorRT-RTX "
        "has them once in the engine.",
        "Let the nodes share one initializer; exporters and tools such as onnxsim's or ONNX Runtime's offline "
        "optimization do that.",
    )


def old_opset(subject: Subject) -> Advice | None:
    """Operators that an old opset lacks, so that what they do is written out, and less exact."""
    squares = [name for name in layer_norms(subject.graphs.model) if name in subject.tensors]
    concerned = [name for name in squares if subject.tensors[name].data_type == "fp16"]
    opset = subject.facts.opsets.get("ai.onnx", 0)
    if not concerned:
        return None
    number = "One layer normalization is" if len(concerned) == 1 else f"{len(concerned)} layer normalizations are"
    return subject.advice(
        "old-opset",
        f"{number} written out in fp16 (opset {opset}), with 7 to 9 operators each.",
        "In fp16 the square of a deviation of 256 or more is infinite, and the row becomes 0; the operator "
        "LayerNormalization computes this step in fp32.",
        f"Export with opset {_LAYER_NORM_OPSET} or later, and convert to fp16 after that."
        if opset < _LAYER_NORM_OPSET
        else "Export it as the operator LayerNormalization, or keep these operators in fp32 (keep_fp32).",
    )

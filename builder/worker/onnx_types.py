"""What an ONNX file declares of its inputs and outputs.

The engine library silently turns some data types into others, renames inputs, and takes an input of unknown shape for a
scalar. The onnx package would also know what is declared, but only after loading every weight once more, which doubles
the memory; so this walks over the file's fields and skips the weights. Field numbers are those of onnx.proto.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass

from builder.worker.onnx_fields import fields

_MODEL_IR_VERSION, _MODEL_GRAPH = 1, 7
_GRAPH_INPUT, _GRAPH_OUTPUT = 11, 12
_VALUE_NAME, _VALUE_TYPE = 1, 2
_TYPE_TENSOR = 1
_TENSOR_ELEMENT, _TENSOR_SHAPE = 1, 2
_SHAPE_DIMENSION, _DIMENSION_VALUE = 1, 1

ELEMENT_TYPES = {
    1: "fp32", 2: "uint8", 3: "int8", 4: "uint16", 5: "int16", 6: "int32", 7: "int64", 8: "string", 9: "bool",
    10: "fp16", 11: "fp64", 12: "uint32", 13: "uint64", 16: "bf16",
}  # fmt: skip
"""onnx.TensorProto.DataType, in trtexec's spelling where it has one."""

_DYNAMIC = -1


@dataclass(frozen=True, slots=True)
class DeclaredTensor:
    """An input or output as the ONNX file declares it.

    Attributes:
        name: its name.
        data_type: in trtexec's spelling; None when the file declares none that is known.
        shape: its dimensions, -1 for each that is dynamic; None when not even their number is declared.
    """

    name: str
    data_type: str | None
    shape: tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class Interface:
    """What an ONNX file declares for those who run it, each in the file's order.

    Attributes:
        inputs: of the main graph; among them those with a default value.
        outputs: of the main graph.
        ir_version: of the file. Before 4, every weight had to be listed as an input.
    """

    inputs: tuple[DeclaredTensor, ...] = ()
    outputs: tuple[DeclaredTensor, ...] = ()
    ir_version: int = 0


def declared_interface(model: memoryview) -> Interface:
    """Read what an ONNX model declares.

    Raises:
        ValueError: this is not what the walk understands, so nothing is known.
    """
    ir_version, graph = 0, memoryview(b"")
    for field in fields(model):
        if field.number == _MODEL_IR_VERSION and isinstance(field.content, int):
            ir_version = field.content
        if field.number == _MODEL_GRAPH and isinstance(field.content, memoryview):
            graph = field.content
    return Interface(
        tuple(_declared(value) for value in _messages(graph, _GRAPH_INPUT)),
        tuple(_declared(value) for value in _messages(graph, _GRAPH_OUTPUT)),
        ir_version,
    )


def _declared(value: memoryview) -> DeclaredTensor:
    name = next((bytes(text).decode() for text in _messages(value, _VALUE_NAME)), "")
    data_type, shape = None, None
    for kind in _messages(value, _VALUE_TYPE):
        for tensor in _messages(kind, _TYPE_TENSOR):
            for field in fields(tensor):
                if field.number == _TENSOR_ELEMENT and isinstance(field.content, int):
                    data_type = ELEMENT_TYPES.get(field.content)
                if field.number == _TENSOR_SHAPE and isinstance(field.content, memoryview):
                    shape = tuple(map(_dimension, _messages(field.content, _SHAPE_DIMENSION)))
    return DeclaredTensor(name, data_type, shape)


def _dimension(message: memoryview) -> int:
    sizes = [field.content for field in fields(message) if field.number == _DIMENSION_VALUE]
    size = sizes[-1] if sizes else _DYNAMIC
    # A negative number takes all 64 bits; the library takes it for a dynamic dimension.
    return size if isinstance(size, int) and size < 1 << 63 else _DYNAMIC


def _messages(message: memoryview, wanted: int) -> Iterator[memoryview]:
    for field in fields(message):
        if field.number == wanted and isinstance(field.content, memoryview):
            yield field.content


_RARE_ELEMENT_TYPES = {
    14: "complex64", 15: "complex128", 17: "float8e4m3fn", 18: "float8e4m3fnuz", 19: "float8e5m2", 20: "float8e5m2fnuz",
    21: "uint4", 22: "int4", 23: "float4e2m1", 24: "float8e8m0", 25: "uint2", 26: "int2",
}  # fmt: skip
_KINDS = {4: "a sequence", 5: "a map", 7: "an opaque value", 8: "a sparse tensor", 9: "an optional value"}
"""The fields of onnx.TypeProto other than that of tensors."""


def element_in_words(number: int) -> str:
    """A member of onnx.TensorProto.DataType by its usual name."""
    return ELEMENT_TYPES.get(number) or _RARE_ELEMENT_TYPES.get(number) or f"of the data type number {number}"


def declared_kinds(model: memoryview) -> dict[str, str]:
    """Read what each input is declared as, such as `uint16` or `a sequence`; what cannot be read is left out."""
    kinds: dict[str, str] = {}
    with contextlib.suppress(ValueError, IndexError):
        for value in _messages(next(_messages(model, _MODEL_GRAPH), memoryview(b"")), _GRAPH_INPUT):
            name = next((bytes(text).decode() for text in _messages(value, _VALUE_NAME)), "")
            for kind in _messages(value, _VALUE_TYPE):
                for field in fields(kind):
                    if field.number == _TYPE_TENSOR and isinstance(field.content, memoryview):
                        element = next(
                            (item.content for item in fields(field.content) if item.number == _TENSOR_ELEMENT), None
                        )
                        kinds[name] = element_in_words(element) if isinstance(element, int) else "of no data type"
                    elif field.number in _KINDS:
                        kinds[name] = _KINDS[field.number]
    return kinds

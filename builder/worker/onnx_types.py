"""What an ONNX file declares of its inputs and outputs.

The engine library silently turns some data types into others, and takes an input of unknown shape for a scalar. The
onnx package would also know the types, but only after loading every weight once more, which doubles the memory; so this
walks over the file's fields and skips the weights. Field numbers are those of onnx.proto.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.base.protobuf_wire import LENGTH_DELIMITED, VARINT, read_field

_MODEL_GRAPH = 7
_GRAPH_INPUT, _GRAPH_OUTPUT = 11, 12
_VALUE_NAME, _VALUE_TYPE = 1, 2
_TYPE_TENSOR = 1
_TENSOR_ELEMENT, _TENSOR_SHAPE = 1, 2

ELEMENT_TYPES = {
    1: "fp32", 2: "uint8", 3: "int8", 4: "uint16", 5: "int16", 6: "int32", 7: "int64", 8: "string", 9: "bool",
    10: "fp16", 11: "fp64", 12: "uint32", 13: "uint64", 16: "bf16",
}  # fmt: skip
"""onnx.TensorProto.DataType, in trtexec's spelling where it has one."""


@dataclass(frozen=True, slots=True)
class DeclaredTensor:
    """An input or output as the ONNX file declares it.

    Attributes:
        name: its name.
        data_type: in trtexec's spelling; None when the file declares none that is known.
        has_shape: whether its number of dimensions is declared.
    """

    name: str
    data_type: str | None
    has_shape: bool


def declared_inputs_and_outputs(model: memoryview) -> tuple[list[DeclaredTensor], list[DeclaredTensor]]:
    """Read what an ONNX model declares.

    Raises:
        ValueError: this is not what the walk understands, so nothing is known.
    """
    try:
        graph = next(_messages(model, _MODEL_GRAPH), memoryview(b""))
        inputs = [_declared(value) for value in _messages(graph, _GRAPH_INPUT)]
        outputs = [_declared(value) for value in _messages(graph, _GRAPH_OUTPUT)]
    except IndexError as error:
        raise ValueError("the file ends inside a field") from error
    return inputs, outputs


def _declared(value: memoryview) -> DeclaredTensor:
    name = next((bytes(text).decode() for text in _messages(value, _VALUE_NAME)), "")
    data_type, has_shape = None, False
    for kind in _messages(value, _VALUE_TYPE):
        for tensor in _messages(kind, _TYPE_TENSOR):
            for number, content in _fields(tensor):
                if number == _TENSOR_ELEMENT and isinstance(content, int):
                    data_type = ELEMENT_TYPES.get(content)
                has_shape |= number == _TENSOR_SHAPE
    return DeclaredTensor(name, data_type, has_shape)


def _messages(message: memoryview, wanted: int) -> Iterator[memoryview]:
    for number, content in _fields(message):
        if number == wanted and isinstance(content, memoryview):
            yield content


def _fields(message: memoryview) -> Iterator[tuple[int, memoryview | int | None]]:
    """Walk over the fields of a protobuf message: their numbers, and contents without copying."""
    position = 0

    def next_byte() -> int:
        nonlocal position
        position += 1
        return message[position - 1]

    while position < len(message):
        number, wire_type, value = read_field(next_byte)
        if wire_type == VARINT:
            yield number, value
            continue
        yield number, message[position : position + value] if wire_type == LENGTH_DELIMITED else None
        position += value

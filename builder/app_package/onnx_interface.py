"""The inputs and outputs of an ONNX file: names, data types and dimensions, read without its weights.

This walks over the fields of the file, as `onnx_data_types.py` does. Field numbers are those of onnx.proto.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from builder.base.cancellation import NEVER, CancelToken
from builder.base.protobuf_wire import Content, fields_in
from builder.base.small_files import open_regular

_MODEL_GRAPH = 7
_GRAPH_INITIALIZER, _GRAPH_INPUT, _GRAPH_OUTPUT = 5, 11, 12
_TENSOR_NAME = 8
_VALUE_NAME, _VALUE_TYPE, _TYPE_TENSOR = 1, 2, 1
_TENSOR_ELEMENT, _TENSOR_SHAPE, _SHAPE_DIMENSION = 1, 2, 1
_DIMENSION_VALUE, _DIMENSION_NAME = 1, 2

_DATA_TYPES = {
    1: "fp32", 2: "uint8", 3: "int8", 4: "uint16", 5: "int16", 6: "int32", 7: "int64", 8: "string", 9: "bool",
    10: "fp16", 11: "fp64", 12: "uint32", 13: "uint64", 16: "bf16", 17: "fp8", 18: "fp8", 19: "fp8", 20: "fp8",
    21: "uint4", 22: "int4", 23: "fp4",
}  # fmt: skip
"""onnx.TensorProto.DataType, in trtexec's spelling."""

_MOST_FIELDS = 500_000
_LONGEST_NAME = 1 << 16
_LARGEST = (1 << 63) - 1


@dataclass(frozen=True, slots=True)
class Tensor:
    """An input or an output.

    Attributes:
        data_type: such as `fp32`; empty where the file states none.
        shape: a number, a name, or None where nothing is said of a dimension; None where no shape is declared.
    """

    data_type: str = ""
    shape: tuple[int | str | None, ...] | None = None

    def __str__(self) -> str:
        shape = (
            "of any shape"
            if self.shape is None
            else f"[{', '.join('?' if it is None else str(it) for it in self.shape)}]"
        )
        return f"{self.data_type or 'no data type'} {shape}"


@dataclass(frozen=True, slots=True)
class Interface:
    """What a model takes and gives, by name, in the file's order; inputs with a default value are none."""

    inputs: Mapping[str, Tensor]
    outputs: Mapping[str, Tensor]


def interface_of(path: Path, cancel: CancelToken = NEVER) -> Interface | None:
    """Read the inputs and outputs of a model.

    Returns:
        None when the file cannot be read, ends too early, is no ONNX model, or has far too many fields: what is wrong
        with it shows when it is built.
    """
    with contextlib.suppress(OSError, EOFError, ValueError), open_regular(path) as stream:
        return _Walk(cancel).model(stream, stream.seek(0, io.SEEK_END))
    return None


class _Walk:
    def __init__(self, cancel: CancelToken) -> None:
        self._cancel = cancel
        self._fields_left = _MOST_FIELDS

    def model(self, stream: BinaryIO, size: int) -> Interface | None:
        inputs: dict[str, Tensor] = {}
        outputs: dict[str, Tensor] = {}
        constants: set[str] = set()
        graphs = [content for number, content in self._contents((stream, 0, size)) if number == _MODEL_GRAPH]
        for number, content in (field for graph in graphs for field in self._contents(graph)):
            if number == _GRAPH_INITIALIZER:
                constants.add(self._text(content, _TENSOR_NAME))
            elif number in (_GRAPH_INPUT, _GRAPH_OUTPUT):
                values = inputs if number == _GRAPH_INPUT else outputs
                values[self._text(content, _VALUE_NAME)] = self._tensor(content)
        if not outputs:
            return None
        return Interface({name: inputs[name] for name in inputs if name not in constants}, outputs)

    def _tensor(self, value: Content) -> Tensor:
        inner = value
        for number in (_VALUE_TYPE, _TYPE_TENSOR):
            found = next((content for field, content in self._contents(inner) if field == number), None)
            if found is None:
                return Tensor()
            inner = found
        data_type, shape = "", None
        for number, element, content in self._fields(inner):
            if number == _TENSOR_ELEMENT and content is None:
                data_type = _DATA_TYPES.get(element, f"data type {element}")
            elif number == _TENSOR_SHAPE and content:
                dimensions = (each for field, each in self._contents(content) if field == _SHAPE_DIMENSION)
                shape = tuple(self._dimension(each) for each in dimensions)
        return Tensor(data_type, shape)

    def _dimension(self, content: Content) -> int | str | None:
        for number, value, inner in self._fields(content):
            if number == _DIMENSION_VALUE and inner is None and value <= _LARGEST:
                return value
            if number == _DIMENSION_NAME and inner:
                return self._read(inner) or None
        return None

    def _text(self, content: Content, wanted: int) -> str:
        return next((self._read(inner) for number, inner in self._contents(content) if number == wanted), "")

    @staticmethod
    def _read(content: Content) -> str:
        stream, start, end = content
        stream.seek(start)
        return stream.read(min(end - start, _LONGEST_NAME)).decode("utf-8", "replace")

    def _contents(self, content: Content) -> Iterator[tuple[int, Content]]:
        return ((number, inner) for number, _, inner in self._fields(content) if inner)

    def _fields(self, content: Content) -> Iterator[tuple[int, int, Content | None]]:
        return fields_in(*content, self._step)

    def _step(self) -> None:
        self._cancel.check()
        self._fields_left -= 1
        if self._fields_left < 0:
            raise EOFError

"""Which data types an ONNX file uses, because not every GPU has all of them.

This walks over the fields of the file and seeks past the weights. A type that it does not find is found in the parsed
network when the engine is built. Field numbers are those of onnx.proto.
"""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from builder.base.cancellation import NEVER, CancelToken
from builder.base.protobuf_wire import Content, fields_in
from builder.base.small_files import open_regular

_MODEL_GRAPH, _MODEL_FUNCTION = 7, 25
_GRAPH_NODE, _GRAPH_INITIALIZER, _GRAPH_INPUT, _GRAPH_OUTPUT, _GRAPH_VALUE = 1, 5, 11, 12, 13
_FUNCTION_NODE = 7
_NODE_ATTRIBUTE = 5
_ATTRIBUTE_NAME, _ATTRIBUTE_NUMBER, _ATTRIBUTE_TENSOR, _ATTRIBUTE_GRAPH, _ATTRIBUTE_GRAPHS = 1, 3, 5, 6, 11
_TENSOR_TYPE = 2
_VALUE_TYPE, _TYPE_TENSOR, _TENSOR_ELEMENT = 2, 1, 1

_NAMES = {
    16: "bf16", 17: "fp8", 18: "fp8", 19: "fp8", 20: "fp8", 21: "int4", 22: "int4", 23: "fp4",
}  # fmt: skip
"""onnx.TensorProto.DataType, in trtexec's spelling: those that some GPUs lack."""

_TYPE_ATTRIBUTES = (b"to", b"dtype", b"output_dtype")
_MAY_NAME_ONE = re.compile(rb"[\x08\x10\x18][\x10-\x17]")
"""Bytes that every field has which holds such a number; nearly every node is passed over for want of them."""

_MOST_FIELDS = 500_000
_MOST_BYTES_IN_MEMORY = 1 << 20


def data_types_of(path: Path, cancel: CancelToken = NEVER) -> frozenset[str]:
    """Find the data types of a model that some GPUs lack.

    Returns:
        Their names; those found so far when the file ends too early, is not an ONNX model, or is very large.
    """
    walk = _Walk(cancel)
    with contextlib.suppress(OSError, EOFError, ValueError, RecursionError), open_regular(path) as stream:
        size = stream.seek(0, io.SEEK_END)
        walk.model(stream, 0, size)
    return frozenset(_NAMES[number] for number in walk.found & _NAMES.keys())


class _Walk:
    def __init__(self, cancel: CancelToken) -> None:
        self.found: set[int] = set()
        self._cancel = cancel
        self._fields_left = _MOST_FIELDS

    def model(self, stream: BinaryIO, start: int, end: int) -> None:
        for number, _value, content in self._fields(stream, start, end):
            if number == _MODEL_GRAPH and content:
                self._graph(*content)
            elif number == _MODEL_FUNCTION and content:
                self._function(*content)

    def _graph(self, stream: BinaryIO, start: int, end: int) -> None:
        for number, _value, content in self._fields(stream, start, end):
            if content is None:
                continue
            if number == _GRAPH_NODE:
                self._node(*content)
            elif number == _GRAPH_INITIALIZER:
                self._tensor(*content)
            elif number in (_GRAPH_INPUT, _GRAPH_OUTPUT, _GRAPH_VALUE):
                self._value(*content)

    def _function(self, stream: BinaryIO, start: int, end: int) -> None:
        for number, _value, content in self._fields(stream, start, end):
            if number == _FUNCTION_NODE and content:
                self._node(*content)

    def _node(self, stream: BinaryIO, start: int, end: int) -> None:
        # What lies inside such a node is in memory already; reading it again at each depth would take hundreds of MiB.
        if end - start <= _MOST_BYTES_IN_MEMORY and not isinstance(stream, io.BytesIO):
            stream.seek(start)
            node = stream.read(end - start)
            if not _MAY_NAME_ONE.search(node):
                return
            stream, start, end = io.BytesIO(node), 0, len(node)
        for number, _value, content in self._fields(stream, start, end):
            if number == _NODE_ATTRIBUTE and content:
                self._attribute(*content)

    def _attribute(self, stream: BinaryIO, start: int, end: int) -> None:
        name, integer = b"", None
        for number, value, content in self._fields(stream, start, end):
            if number == _ATTRIBUTE_NUMBER:
                integer = value
            elif content is None:
                continue
            elif number == _ATTRIBUTE_NAME:
                stream.seek(content[1])
                name = stream.read(min(content[2] - content[1], 64))
            elif number == _ATTRIBUTE_TENSOR:
                self._tensor(*content)
            elif number in (_ATTRIBUTE_GRAPH, _ATTRIBUTE_GRAPHS):
                self._graph(*content)
        if integer is not None and name in _TYPE_ATTRIBUTES:
            self.found.add(integer)

    def _tensor(self, stream: BinaryIO, start: int, end: int) -> None:
        for number, value, content in self._fields(stream, start, end):
            if number == _TENSOR_TYPE and content is None:
                self.found.add(value)
                return

    def _value(self, stream: BinaryIO, start: int, end: int) -> None:
        for path in (_VALUE_TYPE, _TYPE_TENSOR):
            found = next((item[2] for item in self._fields(stream, start, end) if item[0] == path and item[2]), None)
            if found is None:
                return
            _stream, start, end = found
        for number, value, content in self._fields(stream, start, end):
            if number == _TENSOR_ELEMENT and content is None:
                self.found.add(value)

    def _fields(self, stream: BinaryIO, start: int, end: int) -> Iterator[tuple[int, int, Content | None]]:
        return fields_in(stream, start, end, self._step)

    def _step(self) -> None:
        self._cancel.check()
        self._fields_left -= 1
        if self._fields_left < 0:
            raise EOFError

"""How many nodes an ONNX file has, for estimates of build times.

The parent must not load the onnx package, and the weights need not be read to count nodes: this walks over the file's
fields and seeks past their contents. The file is read, not mapped: one that shrinks meanwhile would be the end of a
process that has it mapped. Field numbers are those of onnx.proto.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_MODEL_GRAPH = 7
_GRAPH_NODE, _GRAPH_INITIALIZER = 1, 5

_VARINT, _FIXED_64, _LENGTH_DELIMITED, _FIXED_32 = 0, 1, 2, 5
_VARINT_BYTES = 10

_MOST_FIELDS = 500_000
"""Far more than any network has; a file that consists of empty fields must not hold up a run."""


def count_nodes(path: Path) -> int:
    """Count the nodes of a model's main graph, those inside of other nodes left out.

    Writers put fields in the order of their numbers, so nodes come before weights, and the walk ends at the first
    weight: in a file of gigabytes, the others lie all over the disk.

    Returns:
        0 as well when the file cannot be read; what was counted so far when it ends too early or is no ONNX model.
    """
    nodes = 0
    with contextlib.suppress(OSError, EOFError, ValueError), path.open("rb") as stream:
        in_graph = False
        for number, wire_type, length in _fields(stream):
            if in_graph and number == _GRAPH_INITIALIZER:
                break
            nodes += in_graph and (number, wire_type) == (_GRAPH_NODE, _LENGTH_DELIMITED)
            if not in_graph and (number, wire_type) == (_MODEL_GRAPH, _LENGTH_DELIMITED):
                in_graph = True
            else:
                stream.seek(length, 1)
    return nodes


def _fields(stream: BinaryIO) -> Iterator[tuple[int, int, int]]:
    """Give number, wire type and length of the field at the position; whoever takes them moves past the content.

    Raises:
        EOFError: the file ends.
        ValueError: this is no protobuf.
    """
    for _ in range(_MOST_FIELDS):
        key = _varint(stream)
        number, wire_type = key >> 3, key & 7
        if wire_type == _VARINT:
            _varint(stream)
            yield number, wire_type, 0
        elif wire_type == _LENGTH_DELIMITED:
            yield number, wire_type, _varint(stream)
        elif wire_type in (_FIXED_64, _FIXED_32):
            yield number, wire_type, 8 if wire_type == _FIXED_64 else 4
        else:
            raise ValueError(f"protobuf wire type {wire_type}")


def _varint(stream: BinaryIO) -> int:
    value = 0
    for shift in range(0, 7 * _VARINT_BYTES, 7):
        byte = stream.read(1)
        if not byte:
            raise EOFError
        value |= (byte[0] & 0x7F) << shift
        if byte[0] < 0x80:
            return value
    raise ValueError("a number of more than ten bytes")

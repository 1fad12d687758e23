"""How many nodes an ONNX file has, for estimates of build times.

The weights need not be read to count nodes: this walks over the file's fields and seeks past their contents. The file
is read, not mapped: if it shrank during the walk, a process that has it mapped would die. Field numbers are those of
onnx.proto.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from builder.base.cancellation import NEVER, CancelToken
from builder.base.protobuf_wire import LENGTH_DELIMITED, VARINT, read_field_of
from builder.base.small_files import open_regular

_MODEL_GRAPH = 7
_GRAPH_NODE, _GRAPH_INITIALIZER = 1, 5

_MOST_FIELDS = 500_000
"""Far more than any network has; a file that consists of empty fields must not hold up a run."""


def count_nodes(path: Path, cancel: CancelToken = NEVER) -> int:
    """Count the nodes of a model's main graph, without those inside other nodes.

    Writers put fields in the order of their numbers, so nodes come before weights, and the walk ends at the first
    weight: in a file of gigabytes, the others lie all over the disk.

    Returns:
        The number; 0 also when the file cannot be read, and what was counted so far when it ends too early or is not
        an ONNX model.
    """
    nodes = 0
    with contextlib.suppress(OSError, EOFError, ValueError), open_regular(path) as stream:
        in_graph = False
        for _ in range(_MOST_FIELDS):
            cancel.check()
            number, wire_type, length = read_field_of(stream)
            if in_graph and number == _GRAPH_INITIALIZER:
                break
            nodes += in_graph and (number, wire_type) == (_GRAPH_NODE, LENGTH_DELIMITED)
            if not in_graph and (number, wire_type) == (_MODEL_GRAPH, LENGTH_DELIMITED):
                in_graph = True
            elif wire_type != VARINT:
                stream.seek(length, 1)
    return nodes

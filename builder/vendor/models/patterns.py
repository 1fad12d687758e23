"""What in a model could be said in fewer words: weights that are stored twice, operators that stand for one."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from builder.base.cancellation import NEVER, CancelToken
from builder.base.small_files import open_regular
from builder.vendor.models.onnx_file import graphs, stored_tensors

_LARGE_BYTES = 64 << 10
"""Smaller tensors are equal by chance, and no matter."""
_CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Weights that a model stores more than once.

    Attributes:
        bytes: what the repetitions take.
        groups: the names of those that are equal, the largest first.
    """

    bytes: int
    groups: tuple[tuple[str, ...], ...]


def find_duplicates(model: Any, folder: Path, cancel: CancelToken = NEVER) -> Duplicates:
    """Find weights with the same bytes, in the model's file or in files of their own.

    Args:
        model: the `onnx.ModelProto` with its weights.
        folder: where its file lies.
        cancel: stops it while files are read.
    """
    alike: dict[tuple[int, tuple[int, ...]], list[Any]] = defaultdict(list)
    for tensor in stored_tensors(model):
        alike[tensor.data_type, tuple(tensor.dims)].append(tensor)
    equal: dict[tuple[bytes, int], list[tuple[str, object]]] = defaultdict(list)
    for tensors in alike.values():
        if len(tensors) < 2:
            continue
        for tensor in tensors:
            if content := _content(tensor, folder, cancel):
                digest, size, place = content
                equal[digest, size].append((tensor.name, place))
    found = []
    for (_, size), named in equal.items():
        # Tensors that refer to the same place of a file are stored once.
        stored = len({place for _, place in named})
        if stored > 1:
            found.append((size * (stored - 1), tuple(name for name, _ in named)))
    found.sort(key=lambda item: -item[0])
    return Duplicates(sum(size for size, _ in found), tuple(names for _, names in found))


def _content(tensor: Any, folder: Path, cancel: CancelToken) -> tuple[bytes, int, object] | None:
    """Hash and size of a tensor's bytes, and where they are; None for small ones, and for those that cannot be read."""
    from onnx import TensorProto

    if tensor.data_location == TensorProto.EXTERNAL:
        return _outside(tensor, folder, cancel)
    data = tensor.raw_data or b"".join(
        field.SerializeToString() for field in [_numbers_only(tensor)] if tensor.ByteSize() >= _LARGE_BYTES
    )
    return (hashlib.sha256(data).digest(), len(data), id(tensor)) if len(data) >= _LARGE_BYTES else None


def _numbers_only(tensor: Any) -> Any:
    copied = type(tensor)()
    copied.CopyFrom(tensor)
    copied.ClearField("name")
    copied.ClearField("doc_string")
    return copied


def _outside(tensor: Any, folder: Path, cancel: CancelToken) -> tuple[bytes, int, object] | None:
    entries = {entry.key: entry.value for entry in tensor.external_data}
    try:
        place, offset, left = entries["location"], int(entries.get("offset", 0)), int(entries["length"])
        if (size := left) < _LARGE_BYTES:
            return None
        digest = hashlib.sha256()
        with open_regular(folder / place) as stream:
            stream.seek(offset)
            while left and (chunk := stream.read(min(left, _CHUNK_BYTES))):
                cancel.check()
                digest.update(chunk)
                left -= len(chunk)
    except (KeyError, ValueError, OSError):
        return None
    return None if left else (digest.digest(), size, (place, offset))


def layer_norms(model: Any) -> Iterator[str]:
    """Find layer normalizations that are written with operators of their own.

    Before opset 17, exporters wrote ReduceMean, Sub, Pow, ReduceMean, Add, Sqrt and Div.

    Returns:
        The names of the tensors with the squares.
    """
    for graph in graphs(model):
        makers = {name: node for node in graph.node for name in node.output}
        for node in graph.node:
            if node.op_type == "Sqrt" and (squares := _squares_of_deviations(node, makers)):
                yield squares


def _squares_of_deviations(root: Any, makers: Mapping[str, Any]) -> str | None:
    """Follow a Sqrt to the squares of what is left of a tensor without its mean."""
    mean = _maker(root.input[0], makers, "ReduceMean")
    if mean is None and (add := _maker(root.input[0], makers, "Add")) is not None:
        mean = next((node for name in add.input if (node := _maker(name, makers, "ReduceMean")) is not None), None)
    square = None if mean is None else _maker(mean.input[0], makers, "Pow", "Mul")
    if square is None or (square.op_type == "Mul" and square.input[0] != square.input[1]):
        return None
    deviation = _maker(square.input[0], makers, "Sub")
    if deviation is None or _maker(deviation.input[1], makers, "ReduceMean") is None:
        return None
    return str(square.output[0])


def _maker(name: str, makers: Mapping[str, Any], *operators: str) -> Any | None:
    """The node that makes a tensor if it is one of these operators, or casts what one of them makes."""
    node = makers.get(name)
    while node is not None and node.op_type == "Cast":
        node = makers.get(node.input[0])
    return node if node is not None and node.op_type in operators else None

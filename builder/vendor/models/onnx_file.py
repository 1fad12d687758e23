"""An ONNX file as the onnx package reads it, without the weights that lie in files of their own, and walks over it.

Nothing of an end user's run comes here: a vendor's own files may take the memory and the time that this takes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import Fault
from builder.base.file_kinds import foreign_file
from builder.base.files import relative_fault
from builder.base.small_files import UnfitFile, open_regular

_CHUNK_BYTES = 16 << 20
_EXPORT_AGAIN = "a whole ONNX model; export it or copy it again"


class NotOnnx(ValueError):
    """The file is no ONNX model.

    Attributes:
        fault: what it is instead.
    """

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


def load_onnx(path: Path, cancel: CancelToken = NEVER) -> Any:
    """Read a model's file.

    Returns:
        The `onnx.ModelProto`.

    Raises:
        NotOnnx: it is something else, damaged, or not there.
    """
    import onnx
    from google.protobuf.message import DecodeError

    try:
        if foreign := foreign_file(path, "model"):
            raise NotOnnx(Fault(path.name, "", foreign.found, foreign.expected))
        content = bytearray()
        with open_regular(path) as stream:
            while chunk := stream.read(_CHUNK_BYTES):
                cancel.check()
                content += chunk
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotOnnx(Fault(path.name, "", f"nothing at {path}", "an ONNX file")) from error
    except UnfitFile as error:
        raise NotOnnx(Fault(path.name, "", f"{path.name!r}, {error.which}", "an ONNX file")) from error
    except OSError as error:
        found = f"a file that cannot be read ({error.strerror})"
        raise NotOnnx(Fault(path.name, "", found, "a readable file")) from error
    model = onnx.ModelProto()
    try:
        model.ParseFromString(bytes(content))
    except DecodeError as error:
        found = "a file that is cut off or damaged"
        raise NotOnnx(Fault(path.name, "", found, _EXPORT_AGAIN)) from error
    if not model.graph.output:
        found = "a file without a graph that has outputs"
        raise NotOnnx(Fault(path.name, "", found, _EXPORT_AGAIN))
    return model


def graphs(model: Any) -> Iterator[Any]:
    """Give the main graph, then every graph inside a node; bodies of functions count as graphs."""
    waiting = [model.graph, *model.functions]
    while waiting:
        graph = waiting.pop(0)
        yield graph
        for node in graph.node:
            for attribute in node.attribute:
                waiting += [attribute.g] if attribute.HasField("g") else []
                waiting += attribute.graphs


def nodes(model: Any) -> Iterator[Any]:
    """Give every node, also those inside other nodes and in functions."""
    for graph in graphs(model):
        yield from graph.node


def stored_tensors(model: Any) -> Iterator[Any]:
    """Give every `onnx.TensorProto`: weights, sparse ones as their two parts, and attributes of nodes."""
    for graph in graphs(model):
        if hasattr(graph, "initializer"):
            yield from graph.initializer
            yield from _of_sparse(graph.sparse_initializer)
        for node in graph.node:
            for attribute in node.attribute:
                if attribute.HasField("t"):
                    yield attribute.t
                yield from attribute.tensors
                if attribute.HasField("sparse_tensor"):
                    yield from _of_sparse([attribute.sparse_tensor])
                yield from _of_sparse(attribute.sparse_tensors)


def _of_sparse(tensors: Any) -> Iterator[Any]:
    for tensor in tensors:
        yield tensor.values
        yield tensor.indices


@dataclass(frozen=True, slots=True)
class ExternalFile:
    """A file with weights that an ONNX file refers to.

    Attributes:
        location: as the ONNX file has it, relative to itself.
        needed_bytes: what it must have at least.
    """

    location: str
    needed_bytes: int


def external_files(model: Any, size_of: Any) -> tuple[ExternalFile, ...]:
    """Find the files with weights that a model refers to, each once, in the order in which it names them.

    Args:
        model: the `onnx.ModelProto`.
        size_of: gives the bytes of an `onnx.TensorProto`.
    """
    from onnx import TensorProto

    needed: dict[str, int] = {}
    for tensor in stored_tensors(model):
        if tensor.data_location != TensorProto.EXTERNAL:
            continue
        entries = {entry.key: entry.value for entry in tensor.external_data}
        location = entries.get("location", "")
        offset, length = (_number(entries.get(key, "")) for key in ("offset", "length"))
        needed[location] = max(needed.get(location, 0), offset + (length or size_of(tensor)))
    return tuple(ExternalFile(location, size) for location, size in needed.items())


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 20 else 0


def external_fault(path: Path, file: ExternalFile) -> Fault | None:
    """Say what keeps a file with weights from being used; None when nothing does.

    Args:
        path: the ONNX file, in whose folder it must lie.
        file: what is referred to.
    """
    location = file.location
    if fault := relative_fault(location):
        expected = "a file beside the ONNX file or below its folder; save the model again with its weights there"
        return Fault(path.name, "external data", f"{location!r}, {fault}", expected)
    there = path.parent / location
    try:
        if not there.resolve().is_relative_to(path.parent.resolve()):
            found = f"{location!r}, a link that leaves the model's folder"
            return Fault(path.name, "external data", found, "a file below the model's folder")
        if foreign := foreign_file(there, "weights"):
            return Fault(path.name, "external data", f"{location!r}, which is {foreign.found}", foreign.expected)
        with open_regular(there) as stream:
            size = os.fstat(stream.fileno()).st_size
    except (FileNotFoundError, NotADirectoryError):
        expected = "the file with weights that the model refers to; copy it along with the model"
        return Fault(path.name, "external data", f"{location!r}, which does not exist", expected)
    except UnfitFile as error:
        return Fault(path.name, "external data", f"{location!r}, {error.which}", "a file")
    except (OSError, RuntimeError) as error:
        return Fault(path.name, "external data", f"{location!r}, which cannot be read ({error})", "a readable file")
    if size < file.needed_bytes:
        found = f"{location!r} with {size} bytes"
        return Fault(path.name, "external data", found, f"at least {file.needed_bytes} bytes; copy or export it again")
    return None

"""The facts of an ONNX model that a vendor needs, in the words of `app.toml`."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import Fault, ModelInvalid
from builder.base.settings import Precision
from builder.base.text import verbatim
from builder.vendor.models.onnx_file import NotOnnx, external_fault, external_files, load_onnx, nodes, stored_tensors
from builder.worker.onnx_tensors import BITS
from builder.worker.onnx_types import element_in_words

_STANDARD_DOMAIN = "ai.onnx"
_MOST_NUMBERS = 1 << 40
"""In one weight; more than any GPU has room for."""

_LOW = {
    10: "fp16", 16: "bf16", 17: "fp8", 18: "fp8", 19: "fp8", 20: "fp8", 3: "int8", 21: "int4", 22: "int4", 23: "fp4",
}  # fmt: skip
"""onnx.TensorProto.DataType, as `precision` has it."""
_LOWEST_FIRST: tuple[Precision, ...] = ("fp4", "int4", "fp8", "int8", "bf16", "fp16")
_TYPE_ATTRIBUTES = ("to", "dtype", "output_dtype")
_KINDS = {"sequence_type": "sequence", "map_type": "map", "sparse_tensor_type": "sparse tensor"}
_LEAVE_THE_TYPE = ("Cast", "DequantizeLinear")


@dataclass(frozen=True, slots=True)
class TensorFacts:
    """An input or output.

    Attributes:
        name: its name.
        data_type: in the words of `app.toml` where it has one, such as `fp32`; otherwise ONNX's own, such as `string`.
        shape: the size of each dimension, its name, or None where it has neither; None as a whole where not even the
            number of dimensions is declared.
    """

    name: str
    data_type: str
    shape: tuple[int | str | None, ...] | None

    @property
    def is_dynamic(self) -> bool:
        """Whether a profile has to tell its shape."""
        return self.shape is None or not all(isinstance(size, int) for size in self.shape)

    @property
    def text(self) -> str:
        """Data type and shape, such as `fp32 batch × 3 × ? × ?`."""
        if self.shape is None:
            return f"{self.data_type}, of unknown shape"
        sizes = ["?" if size is None else str(size) for size in self.shape]
        return f"{self.data_type} {' × '.join(sizes)}" if sizes else f"{self.data_type} scalar"


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """What an ONNX file holds.

    Attributes:
        path: the file.
        inputs: of the main graph, without those that are weights or have default values.
        outputs: of the main graph.
        opsets: version by domain; the standard one is `ai.onnx`.
        ir_version: of the file.
        producer: which program wrote it, with its version; "" when it does not say.
        operators: how many nodes of each type, most frequent first; a name outside the standard domain has its domain
            in front, such as `com.microsoft.Gelu`. Nodes inside other nodes and in functions are counted as well.
        precision: what `precision` in `app.toml` would be: the lowest that something in the model is computed or
            stored in; None for a model that computes in none of them.
        data_types: of everything that the model declares or stores.
        nodes: the sum of `operators`.
        parameters: numbers that it stores, in the file or outside.
        weight_bytes: what these take.
        external_data: files with weights that it refers to, as it has them: relative to itself, with forward slashes,
            inside its folder.
    """

    path: Path
    inputs: tuple[TensorFacts, ...]
    outputs: tuple[TensorFacts, ...]
    opsets: Mapping[str, int]
    ir_version: int
    producer: str
    operators: Mapping[str, int]
    precision: Precision | None
    data_types: frozenset[str]
    nodes: int
    parameters: int
    weight_bytes: int
    external_data: tuple[str, ...]


def read_model(path: Path, cancel: CancelToken = NEVER) -> ModelFacts:
    """Read the facts of one model; the files with its weights need to be there, but are not read.

    Raises:
        ModelInvalid: with everything that is wrong with it.
    """
    return read_models([path], cancel)[0]


def read_models(paths: Iterable[Path], cancel: CancelToken = NEVER) -> tuple[ModelFacts, ...]:
    """Read the facts of several models.

    Raises:
        ModelInvalid: with everything that is wrong with any of them.
    """
    read: list[ModelFacts] = []
    faults: list[Fault] = []
    for path in paths:
        cancel.check()
        try:
            model = load_onnx(path, cancel)
        except NotOnnx as error:
            faults.append(error.fault)
            continue
        if impossible := _size_fault(path, model):
            faults.append(impossible)
            continue
        faults += filter(None, (external_fault(path, file) for file in external_files(model, _bytes_of)))
        read.append(facts_of(path, model))
    if faults:
        raise ModelInvalid(
            verbatim("Not every model can be used:"),
            hint=verbatim("Correct what is listed, then run the command again."),
            faults=tuple(faults),
        )
    return tuple(read)


def read_whole(path: Path, cancel: CancelToken = NEVER) -> Any:
    """Read one model with the weights that lie in other files.

    Returns:
        The `onnx.ModelProto`.

    Raises:
        ModelInvalid: with everything that is wrong with it.
    """
    from onnx.external_data_helper import load_external_data_for_model

    read_model(path, cancel)
    model = load_onnx(path, cancel)
    load_external_data_for_model(model, str(path.parent))
    return model


def _size_fault(path: Path, model: Any) -> Fault | None:
    """Say which weight has a size that no weight has."""
    for tensor in stored_tensors(model):
        if any(size < 0 for size in tensor.dims) or math.prod(tensor.dims) > _MOST_NUMBERS:
            shape = " × ".join(map(str, tensor.dims[:8]))
            return Fault(path.name, "", f"the weight {tensor.name!r} of the shape {shape}", "a shape; export it again")
    return None


def facts_of(path: Path, model: Any) -> ModelFacts:
    """Tell the facts of an `onnx.ModelProto` that was read from a file."""
    weights = {tensor.name for tensor in model.graph.initializer}
    weights |= {tensor.values.name for tensor in model.graph.sparse_initializer}
    inputs = tuple(_tensor(value) for value in model.graph.input if value.name not in weights)
    outputs = tuple(map(_tensor, model.graph.output))
    operators = Counter(_operator(node) for node in nodes(model))
    tensors = list(stored_tensors(model))
    numbers = {tensor.data_type for tensor in tensors} | _numbers_in_attributes(model)
    return ModelFacts(
        path=path,
        inputs=inputs,
        outputs=outputs,
        opsets={item.domain or _STANDARD_DOMAIN: item.version for item in model.opset_import},
        ir_version=model.ir_version,
        producer=f"{model.producer_name} {model.producer_version}".strip(),
        operators=dict(sorted(operators.items(), key=lambda item: (-item[1], item[0]))),
        precision=_precision(model, inputs, outputs, numbers),
        data_types=frozenset(map(_in_words, numbers)) | {tensor.data_type for tensor in (*inputs, *outputs)},
        nodes=operators.total(),
        parameters=sum(math.prod(tensor.dims) for tensor in tensors),
        weight_bytes=sum(map(_bytes_of, tensors)),
        external_data=tuple(file.location for file in external_files(model, _bytes_of)),
    )


def _operator(node: Any) -> str:
    return f"{node.domain}.{node.op_type}" if node.domain not in ("", _STANDARD_DOMAIN) else str(node.op_type)


def _in_words(number: int) -> str:
    return _LOW.get(number) or element_in_words(number)


def _tensor(value: Any) -> TensorFacts:
    kind = value.type.WhichOneof("value")
    if kind != "tensor_type":
        return TensorFacts(value.name, _KINDS.get(kind or "", "unknown"), None)
    declared = value.type.tensor_type
    shape = tuple(map(_size, declared.shape.dim)) if declared.HasField("shape") else None
    return TensorFacts(value.name, element_in_words(declared.elem_type), shape)


def _size(dimension: Any) -> int | str | None:
    if dimension.HasField("dim_value") and dimension.dim_value >= 0:
        return int(dimension.dim_value)
    # The library takes a negative size for a dynamic one.
    return dimension.dim_param or None


def _bytes_of(tensor: Any) -> int:
    return -(-int(math.prod(tensor.dims)) * BITS.get(tensor.data_type, 0) // 8)


def _numbers_in_attributes(model: Any) -> set[int]:
    """Find the data types that nodes turn their results into."""
    return {
        attribute.i
        for node in nodes(model)
        for attribute in node.attribute
        if attribute.name in _TYPE_ATTRIBUTES and attribute.i
    }


def _precision(
    model: Any, inputs: tuple[TensorFacts, ...], outputs: tuple[TensorFacts, ...], numbers: set[int]
) -> Precision | None:
    found = {_LOW[number] for number in numbers & _LOW.keys()}
    # An input of that type says nothing if the first thing that is done to it is to make another type of it.
    users: dict[str, set[str]] = {}
    for node in nodes(model):
        for name in node.input:
            users.setdefault(name, set()).add(node.op_type)
    found |= {item.data_type for item in inputs if users.get(item.name, set()) - {*_LEAVE_THE_TYPE}} & {*_LOWEST_FIRST}
    if lowest := next((precision for precision in _LOWEST_FIRST if precision in found), None):
        return lowest
    declared = {tensor.data_type for tensor in (*inputs, *outputs)} | set(map(_in_words, numbers))
    return "fp32" if declared & {"fp32", "fp64"} else None


assert set(_LOWEST_FIRST) | {"fp32"} == set(get_args(Precision))

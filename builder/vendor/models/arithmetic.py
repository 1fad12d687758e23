"""How much a model computes, in which data types and of which sizes: its convolutions and matrix products."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from builder.vendor.models.folding import fold
from builder.vendor.models.onnx_file import graphs
from builder.worker.onnx_tensors import BITS
from builder.worker.onnx_types import element_in_words

_SMALL = 1024
"""Numbers of a tensor that may decide shapes, so that their values matter; of larger ones, only the shapes do."""
_MOST_ROUNDS = 20
"""Each makes known what depends on one more shape that is computed; real models need one to three."""
_MOST_ELEMENTS = 1 << 50
"""No memory holds more; what declares more is damaged, and no figures are made of it."""
_STANDARD = ("", "ai.onnx")


@dataclass(frozen=True, slots=True)
class Product:
    """A convolution or matrix product.

    Attributes:
        name: of its node; that of its output where it has none.
        operator: such as `Conv`.
        data_type: of what is multiplied, in the words of app.toml.
        channels: how many channels go in and out, or the sizes of its matrix of weights; empty where it has no weights,
            or channels in groups.
        multiply_adds: how many it takes.
        tensor_bytes: of its input and its output, which are in memory together.
    """

    name: str
    operator: str
    data_type: str
    channels: tuple[int, ...]
    multiply_adds: int
    tensor_bytes: int


@dataclass(frozen=True, slots=True)
class Tensor:
    """What is known of a tensor.

    Attributes:
        kind: its member of onnx.TensorProto.DataType.
        dims: its dimensions.
    """

    kind: int
    dims: tuple[int, ...]

    @property
    def data_type(self) -> str:
        """In the words of app.toml."""
        return element_in_words(self.kind)

    @property
    def elements(self) -> int:
        return math.prod(self.dims)

    @property
    def bytes(self) -> int:
        return self.elements * BITS.get(self.kind, 0) // 8


class Graphs:
    """The graphs of a model without its weights, for looking at its shapes.

    The model that it is made of loses its weights: only their shapes are kept, so that gigabytes are not copied.
    """

    def __init__(self, model: Any) -> None:
        self.model = model
        self.constants = _constants(model)
        _drop_weights(model)

    def tensors(self, shapes: Mapping[str, Sequence[int]]) -> Mapping[str, Tensor]:
        """Find the data type and the shape of every tensor for which both can be told.

        Args:
            shapes: of the inputs that are dynamic.
        """
        from onnx import ModelProto, checker, shape_inference

        model = ModelProto()
        model.CopyFrom(self.model)
        for value in model.graph.input:
            if value.name in shapes:
                _set_shape(value, shapes[value.name])
        known: dict[str, Tensor] = {}
        try:
            for _ in range(_MOST_ROUNDS):
                known = dict(_known(shape_inference.infer_shapes(model)))
                if not fold(model, {name: tensor.dims for name, tensor in known.items()}):
                    break
        except (checker.ValidationError, shape_inference.InferenceError, RuntimeError, ValueError):
            pass  # what is known so far is no less true
        return known

    def products(self, tensors: Mapping[str, Tensor]) -> tuple[Product, ...] | None:
        """Find all convolutions and matrix products, those inside other nodes included.

        Returns:
            None where the shapes of some cannot be told, because the others would be no measure of the whole.
        """
        found = []
        for graph in graphs(self.model):
            makers = {name: node for node in graph.node for name in node.output}
            for node in graph.node:
                if node.op_type not in _READERS or node.domain not in _STANDARD:
                    continue
                try:
                    channels, multiply_adds = _READERS[node.op_type](node, tensors, self.constants)
                    moved = tensors[node.input[0]].bytes + tensors[node.output[0]].bytes
                    data_type = _multiplied(node, tensors, makers)
                except (KeyError, IndexError, ValueError):
                    return None
                name = node.name or node.output[0]
                found.append(Product(name, node.op_type, data_type, channels, multiply_adds, moved))
        return tuple(found)


def _constants(model: Any) -> frozenset[str]:
    """Name the tensors that are computed from weights alone."""
    names: set[str] = set()
    for graph in graphs(model):
        names.update(tensor.name for tensor in getattr(graph, "initializer", ()))
        for node in graph.node:
            if node.op_type != "Constant" and not any(node.input):
                continue
            if all(name in names for name in node.input if name):
                names.update(node.output)
    return frozenset(names)


def _drop_weights(model: Any) -> None:
    """Turn weights into inputs, so that their shapes are known, and forget what is to be inferred."""
    graph = model.graph
    weights = {tensor.name: tensor for tensor in graph.initializer if math.prod(tensor.dims) > _SMALL}
    small = [tensor for tensor in graph.initializer if tensor.name not in weights]
    nodes = []
    for node in graph.node:
        value = next((item.t for item in node.attribute if item.name == "value" and item.HasField("t")), None)
        if node.op_type == "Constant" and value is not None and math.prod(value.dims) > _SMALL:
            weights[node.output[0]] = value
        else:
            nodes.append(node)
    inputs = [value for value in graph.input if value.name not in weights] + [
        _value(name, tensor) for name, tensor in weights.items()
    ]
    for field, kept in (("input", inputs), ("initializer", small), ("node", nodes)):
        kept = [_copy(item) for item in kept]
        graph.ClearField(field)
        getattr(graph, field).extend(kept)
    # Before 4, shape inference looks at no initializer that is not an input as well.
    model.ir_version = max(model.ir_version, 4)
    for each in graphs(model):
        each.ClearField("value_info")
    for output in graph.output:
        output.type.tensor_type.ClearField("shape")


def _copy(message: Any) -> Any:
    copied = type(message)()
    copied.CopyFrom(message)
    return copied


def _value(name: str, tensor: Any) -> Any:
    from onnx import helper

    return helper.make_tensor_value_info(name, tensor.data_type, list(tensor.dims))


def _set_shape(value: Any, dims: Sequence[int]) -> None:
    shape = value.type.tensor_type.shape
    shape.ClearField("dim")
    for size in dims:
        shape.dim.add(dim_value=size)


def _known(model: Any) -> Iterator[tuple[str, Tensor]]:
    for graph in graphs(model):
        for item in getattr(graph, "initializer", ()):
            yield item.name, Tensor(item.data_type, tuple(item.dims))
        for value in (*graph.value_info, *_declared(graph)):
            declared = value.type.tensor_type
            dims = declared.shape.dim
            if not declared.elem_type or not declared.HasField("shape"):
                continue
            tensor = Tensor(declared.elem_type, tuple(dim.dim_value for dim in dims))
            if all(dim.HasField("dim_value") for dim in dims) and 0 <= tensor.elements <= _MOST_ELEMENTS:
                yield value.name, tensor


def _declared(graph: Any) -> Iterator[Any]:
    for value in (*graph.input, *graph.output):
        if not isinstance(value, str):  # as those of functions are
            yield value


_Reader = Callable[[Any, Mapping[str, Tensor], frozenset[str]], tuple[tuple[int, ...], int]]


def _convolution(node: Any, tensors: Mapping[str, Tensor], _constants: frozenset[str]) -> tuple[tuple[int, ...], int]:
    weights = tensors[node.input[1]].dims
    moved = node.op_type == "ConvTranspose"
    walked = tensors[node.input[0] if moved else node.output[0]].elements
    channels = (weights[0], weights[1]) if moved else (weights[1], weights[0])
    return channels if _attribute(node, "group", 1) == 1 else (), walked * math.prod(weights[1:])


def _matrix_product(node: Any, tensors: Mapping[str, Tensor], constants: frozenset[str]) -> tuple[tuple[int, ...], int]:
    left, right = (tensors[name].dims for name in node.input[:2])
    weights = next((tensors[name].dims for name in (node.input[1], node.input[0]) if name in constants), ())
    depth = left[0] if _attribute(node, "transA", 0) else left[-1]
    return weights if len(weights) == len(right) == 2 else (), tensors[node.output[0]].elements * depth


def _recurrent(node: Any, tensors: Mapping[str, Tensor], _constants: frozenset[str]) -> tuple[tuple[int, ...], int]:
    steps, batch = tensors[node.input[0]].dims[:2]
    return (), steps * batch * sum(tensors[name].elements for name in node.input[1:3])


_READERS: Mapping[str, _Reader] = {
    "Conv": _convolution,
    "ConvTranspose": _convolution,
    "MatMul": _matrix_product,
    "Gemm": _matrix_product,
    "LSTM": _recurrent,
    "GRU": _recurrent,
    "RNN": _recurrent,
}


def _attribute(node: Any, name: str, default: int) -> int:
    return next((int(item.i) for item in node.attribute if item.name == name), default)


def _multiplied(node: Any, tensors: Mapping[str, Tensor], makers: Mapping[str, Any]) -> str:
    """The data type of both factors; with Q/DQ around them, that between Q and DQ."""
    factors = [makers.get(name) for name in node.input[:2]]
    if all(maker is not None and maker.op_type == "DequantizeLinear" for maker in factors):
        return tensors[factors[0].input[0]].data_type  # type: ignore[union-attr]
    return tensors[node.input[0]].data_type

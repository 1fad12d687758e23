"""A model that computes in fp32 what a GPU would compute in fp16 or bf16: every result is rounded, as it is there.

The processor is no help by itself: ONNX Runtime computes most of an fp16 model in fp32 and rounds little of what lies
in between, and bf16 it does not compute at all. Here two casts follow every result, to the narrow type and back. So
numbers that are too large become infinite, those that are too small become 0, and others lose their last digits. How a
GPU rounds while it adds up a single result differs from kernel to kernel, and is not shown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Set
from types import MappingProxyType
from typing import Any

from builder.references.bfloat16 import from_bfloat16, to_bfloat16
from builder.vendor.models.onnx_file import graphs
from builder.vendor.preparing.conversion import Narrow
from builder.vendor.preparing.tensor_types import types_of

_KEEPS_NUMBERS = frozenset({
    "Concat", "DepthToSpace", "Expand", "Flatten", "Gather", "Identity", "Max", "MaxPool", "Min", "Neg", "Relu",
    "Reshape", "Slice", "SpaceToDepth", "Split", "Squeeze", "Tile", "Transpose", "Unsqueeze", "Where",
})  # fmt: skip
"""Operators whose results are numbers that they were given: of rounded ones, nothing is left to round."""
_TYPE_ATTRIBUTES = ("to", "dtype", "output_dtype")
_BF16_CASTS_FROM = 13
"""The version of ONNX's operators that has them."""
_NOTHING: Mapping[str, str] = MappingProxyType({})


def emulated(model: Any, narrow: Collection[str], to: Narrow) -> Any:
    """Emulate the conversion of an fp32 model.

    Args:
        model: the `onnx.ModelProto` with its weights inside; it is not changed.
        narrow: the nodes of its main graph that are to compute in the narrow type, with all that is inside them.
        to: that type.

    Returns:
        A model with the same inputs and outputs.
    """
    from onnx import TensorProto

    copy = _copy(model)
    types = types_of(copy)
    floats = {name for name, kind in types.items() if kind == TensorProto.FLOAT}
    _forget_types(copy)
    _Rounding(copy, floats, _number(to)).graph(copy.graph, narrow)
    return copy


def emulated_file(model: Any) -> Any:
    """Emulate a model that is in fp16 or bf16, wholly or in part, such as one that was converted.

    Args:
        model: the `onnx.ModelProto` with its weights inside; it is not changed.

    Returns:
        A model with the same inputs and outputs.
    """
    copy = _copy(model)
    types = types_of(copy)
    _forget_types(copy)
    for number in map(_number, ("fp16", "bf16")):
        if names := {name for name, kind in types.items() if kind == number}:
            _Widening(copy, names, number).all()
    return copy


def _number(to: str) -> int:
    from onnx import TensorProto

    return int(TensorProto.FLOAT16 if to == "fp16" else TensorProto.BFLOAT16)


def _copy(model: Any) -> Any:
    from onnx import inliner

    if model.functions:
        return inliner.inline_local_functions(model)
    copy = type(model)()
    copy.CopyFrom(model)
    return copy


def _forget_types(model: Any) -> None:
    for graph in graphs(model):
        del graph.value_info[:]


class _Casts:
    """Makes the nodes that round."""

    def __init__(self, model: Any, number: int) -> None:
        from onnx import TensorProto, helper

        self._node = helper.make_node
        self._float = int(TensorProto.FLOAT)
        self._number = number
        opset = next((item.version for item in model.opset_import if item.domain in ("", "ai.onnx")), 1)
        self._is_cast = number == TensorProto.FLOAT16 or opset >= _BF16_CASTS_FROM
        if not self._is_cast:
            self._add_constants(model)

    def pair(self, name: str, result: str) -> Iterator[Any]:
        """Round a tensor of fp32 numbers."""
        if self._is_cast:
            yield self._node("Cast", [name], [f"{result}/narrow"], to=self._number)
            yield self._node("Cast", [f"{result}/narrow"], [result], to=self._float)
            return
        # Dekker's splitting leaves the upper 8 bits, rounded to the nearest; scaled down, so that nothing overflows.
        scaled, large, low, high = (f"{result}/{part}" for part in ("scaled", "large", "low", "high"))
        yield self._node("Mul", [name, "rounding/down"], [scaled])
        yield self._node("Mul", [scaled, "rounding/split"], [large])
        yield self._node("Sub", [large, scaled], [low])
        yield self._node("Sub", [large, low], [high])
        yield self._node("Mul", [high, "rounding/up"], [f"{result}/rounded"])
        yield self._node("Abs", [name], [f"{result}/size"])
        yield self._node("Less", [f"{result}/size", "rounding/infinite"], [f"{result}/finite"])
        yield self._node("Where", [f"{result}/finite", f"{result}/rounded", name], [result])

    def _add_constants(self, model: Any) -> None:
        import numpy
        from onnx import numpy_helper

        constants = {"down": 2.0**-16, "split": 2.0**16 + 1, "up": 2.0**16, "infinite": numpy.inf}
        for name, number in constants.items():
            model.graph.initializer.append(numpy_helper.from_array(numpy.array(number, "float32"), f"rounding/{name}"))


class _Rounding:
    """Rounds what chosen nodes of an fp32 model take and give."""

    def __init__(self, model: Any, floats: Collection[str], number: int) -> None:
        from onnxruntime.transformers.float16 import ALWAYS_FLOAT_INPUTS

        self._casts = _Casts(model, number)
        self._floats = floats
        self._number = number
        self._wide_inputs: Mapping[str, Collection[int]] = ALWAYS_FLOAT_INPUTS | {"Resize": (1, 2)}
        self._copies = 0

    def graph(self, graph: Any, narrow: Collection[str] | None, outside: Mapping[str, str] = _NOTHING) -> None:
        """Round in a graph.

        Args:
            graph: which is changed.
            narrow: its nodes that are concerned; None for all.
            outside: rounded tensors of the graphs around it, by the name of what was rounded.
        """
        rounded = dict(outside)
        weights = {tensor.name: tensor for tensor in graph.initializer}
        nodes: list[Any] = []
        for node in graph.node:
            is_narrow = narrow is None or node.name in narrow
            for inner in _graphs_in(node):
                self.graph(inner, None if is_narrow else (), rounded)
            if not is_narrow:
                nodes.append(node)
                continue
            for index, name in enumerate(node.input):
                if name in self._floats and index not in self._wide_inputs.get(node.op_type, ()):
                    if name not in rounded:
                        self._copies += 1
                        rounded[name] = f"{name}/rounded{self._copies}"
                        if name in weights:
                            _round_weight(weights[name], self._number, graph.initializer.add(name=rounded[name]))
                        else:
                            nodes += self._casts.pair(name, rounded[name])
                    node.input[index] = rounded[name]
            nodes.append(node)
            for index, name in enumerate(node.output):
                if name in self._floats:
                    rounded[name] = name
                    if node.op_type not in _KEEPS_NUMBERS:
                        node.output[index] = f"{name}/exact"
                        nodes += self._casts.pair(f"{name}/exact", name)
        _replace(graph.node, nodes)
        _drop_unused_weights(graph, weights.keys() & rounded.keys())


class _Widening:
    """Turns what is narrow in a model into rounded fp32."""

    def __init__(self, model: Any, names: Collection[str], number: int) -> None:
        from onnx import TensorProto

        self._model = model
        self._casts = _Casts(model, number)
        self._names = names
        self._number = number
        self._float = int(TensorProto.FLOAT)

    def all(self) -> None:
        """Change all graphs of the model."""
        from onnx import helper

        for graph in graphs(self._model):
            self._graph(graph)
        main = self._model.graph
        # Whoever runs it gives and takes what the file declares.
        inputs = {value.name: f"{value.name}/wide" for value in main.input if value.name in self._names}
        outputs = {value.name: f"{value.name}/wide" for value in main.output if value.name in self._names}
        for graph in graphs(self._model):
            for node in graph.node:
                for field, names in ((node.input, inputs | outputs), (node.output, outputs)):
                    for index, name in enumerate(field):
                        field[index] = names.get(name, name)
        before = [helper.make_node("Cast", [name], [wide], to=self._float) for name, wide in inputs.items()]
        after = [helper.make_node("Cast", [wide], [name], to=self._number) for name, wide in outputs.items()]
        _replace(main.node, [*before, *main.node, *after])

    def _graph(self, graph: Any) -> None:
        for value in () if graph is self._model.graph else (*graph.input, *graph.output):
            if value.type.tensor_type.elem_type == self._number:
                value.type.tensor_type.elem_type = self._float
        for tensor in graph.initializer:
            self._widen(tensor)
        nodes: list[Any] = []
        for node in graph.node:
            for attribute in node.attribute:
                if attribute.name in _TYPE_ATTRIBUTES and attribute.i == self._number:
                    attribute.i = self._float
                if attribute.HasField("t"):
                    self._widen(attribute.t)
            nodes.append(node)
            if node.op_type in _KEEPS_NUMBERS or node.op_type == "Constant" or _graphs_in(node):
                continue
            for index, name in enumerate(node.output):
                if name in self._names:
                    node.output[index] = f"{name}/exact"
                    nodes += self._casts.pair(f"{name}/exact", name)
        _replace(graph.node, nodes)

    def _widen(self, tensor: Any) -> None:
        import numpy
        from onnx import numpy_helper

        if tensor.data_type == self._number:
            array = numpy_helper.to_array(tensor).astype(numpy.float32)
            tensor.CopyFrom(numpy_helper.from_array(array, tensor.name))


def _graphs_in(node: Any) -> list[Any]:
    found = [attribute.g for attribute in node.attribute if attribute.HasField("g")]
    return found + [graph for attribute in node.attribute for graph in attribute.graphs]


def _replace(field: Any, nodes: list[Any]) -> None:
    # A field that is cleared takes its nodes with it.
    kept = [type(node).FromString(node.SerializeToString()) for node in nodes]
    del field[:]
    field.extend(kept)


def _drop_unused_weights(graph: Any, names: Set[str]) -> None:
    """Remove weights of which only rounded copies are used any more."""
    used = {name for inner in _with_inner(graph) for node in inner.node for name in node.input}
    used |= {value.name for value in graph.output}
    for index in reversed(range(len(graph.initializer))):
        if graph.initializer[index].name in names - used:
            del graph.initializer[index]


def _with_inner(graph: Any) -> Iterator[Any]:
    yield graph
    for node in graph.node:
        for inner in _graphs_in(node):
            yield from _with_inner(inner)


def _round_weight(tensor: Any, number: int, rounded: Any) -> None:
    """Round a weight as the converters do, which let none become infinite, and in fp16 none become 0."""
    import numpy
    from onnx import TensorProto, numpy_helper

    array = numpy_helper.to_array(tensor)
    if number == TensorProto.FLOAT16:
        limits = numpy.finfo(numpy.float16)
        with numpy.errstate(over="ignore", under="ignore"):
            numbers = numpy.asarray(array.astype(numpy.float16).astype(numpy.float32))
        for lost, least in ((0, limits.smallest_subnormal), (numpy.inf, limits.max)):
            changed = (numpy.abs(numbers) == lost) & (numpy.abs(array) != lost)
            numbers[changed] = numpy.copysign(numpy.float32(least), array[changed])
    else:
        numbers = numpy.where(numpy.isfinite(array), from_bfloat16(to_bfloat16(array)), array)
    rounded.data_type = TensorProto.FLOAT
    rounded.dims.extend(tensor.dims)
    rounded.raw_data = numbers.astype("<f4", copy=False).tobytes()

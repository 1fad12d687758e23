"""How a file in fp16 or bf16 computes on a GPU, shown on the CPU: every narrow result is rounded to its type.

ONNX Runtime's CPU kernels compute such files in fp32 from end to end, so an overflow in the middle never shows there.
This is a ruler of its own, for what any converter made; `preparing/emulation.py` starts from the fp32 file instead.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import AttributeProto, GraphProto, ModelProto, NodeProto, TensorProto, helper, numpy_helper

NARROW = {TensorProto.FLOAT16, TensorProto.BFLOAT16}
FLOATS = NARROW | {TensorProto.FLOAT, TensorProto.DOUBLE}
NEVER_FLOAT = {"Shape", "Size", "ArgMax", "ArgMin", "NonZero", "Equal", "Less", "Greater", "Not", "And", "Or"}


def run(model: ModelProto | bytes, samples: Sequence[Mapping[str, NDArray[Any]]]) -> list[list[NDArray[Any]]]:
    """The outputs of a model for each sample, by ONNX Runtime as the file stands."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 3
    content = model if isinstance(model, bytes) else model.SerializeToString()
    session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    halves = {tensor.name for tensor in session.get_inputs() if tensor.type == "tensor(float16)"}
    names = {tensor.name for tensor in session.get_inputs()}
    return [
        session.run(
            None,
            {
                name: value.astype(np.float16) if name in halves else value
                for name, value in sample.items()
                if name in names
            },
        )
        for sample in samples
    ]


def rounded(converted: ModelProto) -> ModelProto:
    """The same model in fp32, with a pair of casts after every node whose result is narrow."""
    model = onnx.shape_inference.infer_shapes(converted)
    types = {name: kind for graph in _graphs(model.graph) for name, kind in _known_types(graph)}
    _Rounding(types).apply(model.graph, whole=True)
    return model


def _graphs(graph: GraphProto) -> Iterator[GraphProto]:
    yield graph
    for node in graph.node:
        for attribute in node.attribute:
            if attribute.type == AttributeProto.GRAPH:
                yield from _graphs(attribute.g)


def _known_types(graph: GraphProto) -> Iterator[tuple[str, int]]:
    yield from ((tensor.name, tensor.data_type) for tensor in graph.initializer)
    for value in (*graph.value_info, *graph.input, *graph.output):
        if value.type.tensor_type.elem_type:
            yield value.name, value.type.tensor_type.elem_type


def _widen(tensor: TensorProto) -> None:
    if tensor.data_type in NARROW:
        tensor.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(tensor).astype(np.float32), tensor.name))


class _Rounding:
    def __init__(self, types: dict[str, int]) -> None:
        self._types = types
        self._numbers = itertools.count()

    def apply(self, graph: GraphProto, *, whole: bool) -> None:
        renamed: dict[str, str] = {}
        nodes: list[NodeProto] = []
        for tensor in graph.initializer:
            _widen(tensor)
        for value in graph.input:
            if value.type.tensor_type.elem_type in NARROW:
                if whole:
                    renamed[value.name] = self._name(value.name)
                    nodes.append(helper.make_node("Cast", [value.name], [renamed[value.name]], to=TensorProto.FLOAT))
                else:
                    value.type.tensor_type.elem_type = TensorProto.FLOAT
        for node in graph.node:
            for index, name in enumerate(node.input):
                node.input[index] = renamed.get(name, name)
            nodes += self._round(node)
        for value in graph.output:
            if value.type.tensor_type.elem_type in NARROW:
                value.type.tensor_type.elem_type = TensorProto.FLOAT
        del graph.node[:], graph.value_info[:]
        graph.node.extend(nodes)

    def _round(self, node: NodeProto) -> Iterator[NodeProto]:
        kinds = [self._kind(node, name) for name in node.output]
        for attribute in node.attribute:
            if attribute.type == AttributeProto.TENSOR:
                _widen(attribute.t)
            elif attribute.type == AttributeProto.GRAPH:
                self.apply(attribute.g, whole=False)
            elif attribute.name in ("to", "dtype") and attribute.i in NARROW:
                attribute.i = TensorProto.FLOAT
        yield node
        for index, (name, kind) in enumerate(zip(node.output, kinds, strict=True)):
            if kind in NARROW and node.op_type != "Constant":
                node.output[index] = self._name(name)
                yield from self._as_narrow(node.output[index], name, kind)

    def _as_narrow(self, source: str, result: str, kind: int) -> Iterator[NodeProto]:
        narrow, rest = self._name(result), self._name(result)
        if kind == TensorProto.FLOAT16:
            yield helper.make_node("Cast", [source], [narrow], to=kind)
            yield helper.make_node("Cast", [narrow], [result], to=TensorProto.FLOAT)
            return
        # Veltkamp's splitting leaves the first 8 of 24 bits, in models that are too old for a cast to bf16 as well.
        factor = self._name("factor")
        value = numpy_helper.from_array(np.array(2**16 + 1, np.float32))
        yield helper.make_node("Constant", [], [factor], value=value)
        yield helper.make_node("Mul", [source, factor], [narrow])
        yield helper.make_node("Sub", [narrow, source], [rest])
        yield helper.make_node("Sub", [narrow, rest], [result])

    def _kind(self, node: NodeProto, name: str) -> int | None:
        """The type of a result; where inference knew none, that of the first number it is made of."""
        if node.op_type == "Cast":
            return int(next(attribute.i for attribute in node.attribute if attribute.name == "to"))
        if name not in self._types and node.op_type not in NEVER_FLOAT:
            before = (self._types.get(source) for source in node.input)
            self._types[name] = next((kind for kind in before if kind in FLOATS), TensorProto.UNDEFINED)
        return self._types.get(name)

    def _name(self, of: str) -> str:
        return f"rounded_{next(self._numbers)}_{of}"

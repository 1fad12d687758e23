"""Small models on which GPU generations differ: each is refused for some of them, for a reason of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

from tests.support.graphs import node, value, weight

_RANDOM = numpy.random.default_rng(17)


def _random(*shape: int) -> numpy.ndarray:
    return _RANDOM.standard_normal(shape).astype(numpy.float32)


def _save(
    file: Path,
    nodes: Sequence[onnx.NodeProto],
    shapes: tuple[Sequence[int], Sequence[int]],
    weights: Sequence[onnx.TensorProto] = (),
    *,
    kind: int = TensorProto.FLOAT,
    opset: int = 17,
) -> Path:
    graph = helper.make_graph(nodes, "g", [value("x", shapes[0], kind)], [value("y", shapes[1], kind)], weights)
    opsets = [helper.make_opsetid("", opset), helper.make_opsetid("com.example", 1)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=9)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(model.SerializeToString())
    return file


def mm(file: Path) -> Path:
    """An fp32 matrix product."""
    return _save(file, [node("MatMul", ["x", "w"], ["y"])], ([1, 512], [1, 512]), [weight("w", _random(512, 512))])


def half_mm(file: Path) -> Path:
    """The same in fp16, with inputs and outputs in fp32."""
    nodes = [
        node("Cast", ["x"], ["h"], to=TensorProto.FLOAT16),
        node("MatMul", ["h", "w"], ["p"]),
        node("Cast", ["p"], ["y"], to=TensorProto.FLOAT),
    ]
    return _save(file, nodes, ([1, 512], [1, 512]), [weight("w", _random(512, 512).astype(numpy.float16))])


def conv3d(file: Path) -> Path:
    """An fp32 3-D convolution."""
    nodes = [node("Conv", ["x", "w"], ["y"], pads=[1] * 6)]
    return _save(file, nodes, ([1, 4, 8, 16, 16], [1, 8, 8, 16, 16]), [weight("w", _random(8, 4, 3, 3, 3))])


def bf16(file: Path) -> Path:
    """Arithmetic in bf16."""
    nodes = [node("Relu", ["x"], ["a"]), node("Add", ["a", "x"], ["y"])]
    return _save(file, nodes, ([1, 64], [1, 64]), kind=TensorProto.BFLOAT16)


def fp8(file: Path) -> Path:
    """A matrix product in fp8."""
    nodes = [
        step
        for name in "xw"
        for step in (
            node("QuantizeLinear", [name, "s", "z"], [f"{name}q"]),
            node("DequantizeLinear", [f"{name}q", "s", "z"], [f"{name}d"]),
        )
    ]
    zero = helper.make_tensor("z", TensorProto.FLOAT8E4M3FN, [], [0])
    weights = [weight("w", _random(64, 64)), numpy_helper.from_array(numpy.array(0.1, numpy.float32), "s"), zero]
    return _save(file, [*nodes, node("MatMul", ["xd", "wd"], ["y"])], ([16, 64], [16, 64]), weights, opset=19)


def three_unknown(file: Path) -> Path:
    """Three operators that nobody knows, one of them twice and one in a branch."""
    branch = helper.make_graph([node("Gamma", ["x"], ["t"], domain="com.example")], "b", [], [value("t", [1, 8])])
    nodes = [
        node("ReduceMax", ["x"], ["m"], keepdims=0),
        node("Cast", ["m"], ["c"], to=TensorProto.BOOL),
        node("If", ["c"], ["i"], name="choice", then_branch=branch, else_branch=branch),
        node("Alpha", ["i"], ["a"], name="one", domain="com.example"),
        node("Alpha", ["a"], ["b"], name="two", domain="com.example"),
        node("Beta", ["b"], ["y"], name="three", domain="com.example"),
    ]
    return _save(file, nodes, ([1, 8], [1, 8]))


GPU_FIXTURES = {"mm": mm, "conv3d": conv3d, "bf16": bf16, "fp8": fp8}

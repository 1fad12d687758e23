"""What a GPU reads of fp32 numbers where TF32 is allowed, computed with ordinary operators."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper

from builder.vendor.preparing.runtime import Runtime
from builder.vendor.preparing.tf32 import in_tf32
from tests.support.graphs import node, value, weight


def rounded(array: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    bits = array.view(np.uint32).astype(np.uint64)
    return ((bits + 0xFFF + ((bits >> 13) & 1)) & 0xFFFFE000).astype(np.uint32).view(np.float32)


def model(size: int, *nodes: onnx.NodeProto, outputs: str) -> onnx.ModelProto:
    graph = helper.make_graph(
        list(nodes),
        "g",
        [value("x", (1, size))],
        [value(name, (1, size)) for name in outputs],
        [weight("w", np.eye(size, dtype=np.float32))],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)


def test_factors_are_rounded_to_eleven_bits_and_nothing_else_is() -> None:
    made = model(6, node("MatMul", ["x", "w"], ["a"]), node("Add", ["x", "x"], ["b"]), outputs="ab")
    sample = np.array([[1.0, 1.00048828125, 1 / 3, -1e-20, 12345.678, 0.0]], np.float32)
    (found,) = Runtime().run(in_tf32(made), [{"x": sample}])
    np.testing.assert_array_equal(found["a"], rounded(sample))
    assert (found["a"] != sample).any()
    np.testing.assert_array_equal(found["b"], sample + sample)


def test_numbers_that_are_too_large_to_split_stay() -> None:
    made = in_tf32(model(1, node("MatMul", ["x", "w"], ["y"]), outputs="y"))
    for number in (-3.4e38, np.inf):
        (found,) = Runtime().run(made, [{"x": np.array([[number]], np.float32)}])
        assert found["y"][0, 0] == np.float32(number)


def test_what_is_fp16_is_read_as_it_is() -> None:
    nodes = [
        node("Cast", ["x"], ["x0"], to=TensorProto.FLOAT16),
        node("MatMul", ["x0", "x0"], ["y0"]),
        node("Cast", ["y0"], ["y"], to=TensorProto.FLOAT),
    ]
    assert len(in_tf32(model(1, *nodes, outputs="y")).graph.node) == 3

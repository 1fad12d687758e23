"""Values that a model computes from nothing but weights and shapes.

Exporters write sizes as chains of nodes, such as Shape, Gather and Concat before a Reshape; where these are not
computed, the shapes of everything behind them are unknown. What onnx propagates itself ends at the first Cast.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

_MOST_NUMBERS = 1024
"""Far more than any shape has: a node that would make more of them is left alone."""

_FOLDABLE = {
    "Shape", "Size", "Constant", "ConstantOfShape", "Cast", "Identity", "Gather", "Slice", "Concat", "Unsqueeze",
    "Squeeze", "Reshape", "Transpose", "Split", "Add", "Sub", "Mul", "Div", "Mod", "Neg", "Abs", "Floor", "Ceil",
    "Round", "Min", "Max", "ReduceProd", "ReduceMax", "ReduceMin", "ReduceSum", "Equal", "Less", "Greater",
    "LessOrEqual", "GreaterOrEqual", "Not", "And", "Or", "Where",
}  # fmt: skip
"""What shapes are computed with. None makes more numbers than it takes, but for ConstantOfShape."""


def fold(model: Any, dims: Mapping[str, tuple[int, ...]]) -> int:
    """Replace nodes of the main graph whose results are known by the results.

    Args:
        model: the `onnx.ModelProto`, which is changed.
        dims: the shapes that are known, by name.

    Returns:
        How many nodes were replaced.
    """
    from onnx import numpy_helper

    graph = model.graph
    values = {tensor.name: value for tensor in graph.initializer if (value := _value(tensor)) is not None}
    opsets = {item.domain: item.version for item in model.opset_import}
    left = []
    for node in graph.node:
        results = _results(node, values, dims, opsets)
        if results is None:
            left.append(node)
            continue
        for name, value in results.items():
            values[name] = value
            graph.initializer.append(numpy_helper.from_array(value, name))
    number = len(graph.node) - len(left)
    if number:
        kept = [node.__class__.FromString(node.SerializeToString()) for node in left]
        graph.ClearField("node")
        graph.node.extend(kept)
    return number


def _value(tensor: Any) -> Any | None:
    """The numbers of a small tensor; None where it has none, or too many."""
    from onnx import TensorProto, numpy_helper

    if tensor.data_location == TensorProto.EXTERNAL or math.prod(tensor.dims) > _MOST_NUMBERS:
        return None
    try:
        return numpy_helper.to_array(tensor)
    except Exception:  # noqa: BLE001 - of a damaged one, the package says so with exceptions of many kinds
        return None


def _results(
    node: Any, values: Mapping[str, Any], dims: Mapping[str, tuple[int, ...]], opsets: Mapping[str, int]
) -> dict[str, Any] | None:
    """Compute a node; None where that cannot be done, or nobody needs it."""
    if node.op_type not in _FOLDABLE or node.domain not in ("", "ai.onnx"):
        return None
    if not node.input and node.op_type != "Constant":
        return None
    feeds = {name: values[name] for name in node.input if name in values}
    if node.op_type in ("Shape", "Size") and node.input[0] in dims:
        return _of_shape(node, dims[node.input[0]])
    if len(feeds) < len({name for name in node.input if name}):
        return None
    if node.op_type == "ConstantOfShape" and _product(feeds[node.input[0]]) > _MOST_NUMBERS:
        return None
    from onnx.reference import ReferenceEvaluator

    try:
        computed = ReferenceEvaluator(node, opsets=dict(opsets)).run(None, feeds)
    except Exception:  # noqa: BLE001 - numpy's and the package's own, of many kinds; what is behind it stays unknown
        return None
    # Some operators of the package answer plain numbers.
    named = {name: value for name, value in zip(node.output, computed, strict=False) if name}
    return named if all(hasattr(value, "dtype") and value.size <= _MOST_NUMBERS for value in named.values()) else None


def _product(numbers: Any) -> float:
    """The product of whole numbers, however large; infinite for others."""
    return math.prod(map(int, numbers.ravel().tolist())) if numbers.dtype.kind in "iu" else math.inf


def _of_shape(node: Any, dims: tuple[int, ...]) -> dict[str, Any]:
    from onnx import TensorProto, helper, numpy_helper

    if node.op_type == "Size":
        numbers, shape = [math.prod(dims)], []
    else:
        ends = {item.name: item.i for item in node.attribute}
        numbers = list(dims[ends.get("start", 0) : ends.get("end", len(dims))])
        shape = [len(numbers)]
    tensor = helper.make_tensor(node.output[0], TensorProto.INT64, shape, numbers)
    return {node.output[0]: numpy_helper.to_array(tensor)}

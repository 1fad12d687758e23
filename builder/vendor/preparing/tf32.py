"""A model that reads what a GPU would read of fp32 where TF32 is allowed: the upper 11 bits of two factors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from builder.vendor.models.onnx_file import graphs
from builder.vendor.preparing.tensor_types import types_of

_OPERATORS = ("Conv", "ConvTranspose", "Gemm", "MatMul")
"""What GPUs compute with TF32."""
_SPLIT = 2.0**13 + 1
"""Dekker's splitting leaves the upper 11 bits, rounded to the nearest."""
_MOST = 2.0**110
"""Where the product with that is still a number."""


def in_tf32(model: Any) -> Any:
    """Emulate TF32; what is fp16 or bf16 is read as it is.

    Args:
        model: the `onnx.ModelProto` with its weights inside; it is not changed.

    Returns:
        A model with the same inputs and outputs.
    """
    from onnx import TensorProto

    copy = type(model)()
    copy.CopyFrom(model)
    floats = {name for name, kind in types_of(copy).items() if kind == TensorProto.FLOAT}
    for number, graph in enumerate(graphs(copy)):
        nodes: list[Any] = []
        for place, node in enumerate(graph.node):
            if node.op_type in _OPERATORS:
                nodes += _split(node, floats, f"tf32/{number}/{place}")
            nodes.append(node)
        # A field that is cleared takes its nodes with it.
        nodes = [type(node).FromString(node.SerializeToString()) for node in nodes]
        del graph.node[:]
        graph.node.extend(nodes)
    return copy


def _split(node: Any, floats: set[str], name: str) -> Iterator[Any]:
    """Let a node read the upper bits of its factors; numbers too large for that, and infinite ones, stay."""
    from onnx import helper

    for number, value in enumerate(node.input[:2]):
        if value not in floats:
            continue
        at = f"{name}/{number}"
        node.input[number] = at
        yield helper.make_node("Constant", [], [f"{at}/split"], value_float=_SPLIT)
        yield helper.make_node("Constant", [], [f"{at}/most"], value_float=_MOST)
        for operator, inputs, output in (
            ("Mul", [value, f"{at}/split"], f"{at}/large"),
            ("Sub", [f"{at}/large", value], f"{at}/low"),
            ("Sub", [f"{at}/large", f"{at}/low"], f"{at}/high"),
            ("Abs", [value], f"{at}/size"),
            ("Less", [f"{at}/size", f"{at}/most"], f"{at}/fits"),
            ("Where", [f"{at}/fits", f"{at}/high", value], at),
        ):
            yield helper.make_node(operator, inputs, [output], name=output)

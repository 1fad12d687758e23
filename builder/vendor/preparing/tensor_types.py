"""Which data type each tensor of a model has, as far as ONNX's inference can tell."""

from __future__ import annotations

import math
from typing import Any

from builder.vendor.models.onnx_file import graphs

_MOST_NUMBERS = 1024
"""Weights with more of them are no shapes, so their numbers decide nothing and need not be copied."""


def types_of(model: Any) -> dict[str, int]:
    """Find the data type of each tensor, also inside nodes, by name.

    Args:
        model: the `onnx.ModelProto`; it is not changed.

    Returns:
        Members of onnx.TensorProto.DataType; tensors of which nothing is known are left out.
    """
    from onnx import ModelProto, shape_inference

    light = ModelProto(ir_version=model.ir_version, opset_import=model.opset_import, functions=model.functions)
    for field in ("node", "input", "output", "value_info"):
        getattr(light.graph, field).extend(getattr(model.graph, field))
    for tensor in model.graph.initializer:
        if math.prod(tensor.dims) <= _MOST_NUMBERS:
            light.graph.initializer.append(tensor)
        else:
            light.graph.initializer.add(name=tensor.name, data_type=tensor.data_type, dims=tensor.dims)
    found: dict[str, int] = {}
    for graph in (*graphs(shape_inference.infer_shapes(light)), *graphs(model)):
        for tensor in getattr(graph, "initializer", ()):
            found[tensor.name] = tensor.data_type
        for value in (*getattr(graph, "value_info", ()), *graph.input, *graph.output):
            kind = 0 if isinstance(value, str) else value.type.tensor_type.elem_type
            if kind:
                found[value.name] = kind
    return found

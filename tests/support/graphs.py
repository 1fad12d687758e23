"""ONNX models in memory, for what a file may contain."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

node = helper.make_node


def value(name: str, shape: Sequence[int | str] | None = (1, 4), kind: int = TensorProto.FLOAT) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, shape)


def weight(name: str, array: Any) -> onnx.TensorProto:
    return numpy_helper.from_array(numpy.asarray(array), name)


def outside(name: str, array: Any, file: Path, **entries: str) -> onnx.TensorProto:
    """A tensor whose content is appended to a file; `entries` override what the reference says."""
    tensor = weight(name, array)
    with file.open("ab") as stream:
        offset = stream.tell()
        stream.write(tensor.raw_data)
    said = {"location": file.name, "offset": str(offset), "length": str(len(tensor.raw_data))} | entries
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    for key, text in said.items():
        tensor.external_data.add(key=key, value=text)
    return tensor


def model(
    nodes: Sequence[onnx.NodeProto],
    inputs: Sequence[onnx.ValueInfoProto],
    outputs: Sequence[onnx.ValueInfoProto],
    weights: Sequence[onnx.TensorProto] = (),
    **more: Any,
) -> onnx.ModelProto:
    graph = helper.make_graph(nodes, "g", inputs, outputs, weights, sparse_initializer=more.pop("sparse", None))
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.example", 1)]
    return helper.make_model(graph, opset_imports=opsets, **{"ir_version": 9} | more)


def if_node(then_weight: onnx.TensorProto, condition: str = "c", output: str = "y") -> onnx.NodeProto:
    """An If whose first branch multiplies x by its own weight."""
    branches = [
        helper.make_graph([node("MatMul", ["x", then_weight.name], ["t"])], "then", [], [value("t")], [then_weight]),
        helper.make_graph([node("Relu", ["x"], ["e"])], "else", [], [value("e")]),
    ]
    return node("If", [condition], [output], then_branch=branches[0], else_branch=branches[1])


def loop_node(inputs: Sequence[str], output: str, inner: str) -> onnx.NodeProto:
    """A Loop that adds x; `inner` begins the names in its body."""
    count, goes_on, state, again, after = (inner + name for name in ("count", "goes_on", "state", "again", "after"))
    body = helper.make_graph(
        [node("Add", [state, "x"], [after]), node("Identity", [goes_on], [again])],
        "body",
        [value(count, [], TensorProto.INT64), value(goes_on, [], TensorProto.BOOL), value(state)],
        [value(again, [], TensorProto.BOOL), value(after)],
    )
    return node("Loop", inputs, [output], body=body)

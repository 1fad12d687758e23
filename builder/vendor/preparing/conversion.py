"""A model of which most nodes compute in fp16 or bf16, and some still in fp32.

The work is done by ONNX Runtime's converter for fp16, which knows what each operator needs. What it does between two
nodes that stay in fp32, to weights that both kinds of nodes use, and in nodes with graphs of their own, is put right
here. There is no such library for bf16 (docs/dependencies.md), so for bf16 the fp16 that it makes is replaced.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Literal

from builder.references.bfloat16 import to_bfloat16
from builder.vendor.models.onnx_file import graphs, nodes

Narrow = Literal["fp16", "bf16"]
"""What a model can be converted to."""


class CannotConvert(ValueError):
    """The converter gave no valid model."""


_CONVERTED = frozenset({"Max", "Min"})
"""The converter leaves them in fp32 for ONNX Runtime's sake; TensorRT-RTX builds them in both."""
_REFUSED: Mapping[Narrow, frozenset[str]] = {
    "fp16": frozenset({"Celu", "MeanVarianceNormalization"}),
    "bf16": frozenset({
        "Celu", "ConvTranspose", "GRU", "LpNormalization", "MeanVarianceNormalization", "RandomNormal",
        "RandomNormalLike",
    }),
}  # fmt: skip
"""Operators of which TensorRT-RTX 1.7 builds no engine in that type, though it does in fp32."""


def stays_anyway(node: Any, to: Narrow) -> bool:
    """Whether a node of the main graph stays in fp32 whatever is asked for, because there is no narrow kind of it."""
    from onnxruntime.transformers.float16 import ALWAYS_FLOAT_INPUTS, DEFAULT_OP_BLOCK_LIST

    wide = _REFUSED[to].union(DEFAULT_OP_BLOCK_LIST) - _CONVERTED
    # For inner nodes, the converter would put casts into the main graph.
    return node.op_type in wide or any(inner.op_type in wide | ALWAYS_FLOAT_INPUTS.keys() for inner in _inside(node))


def convert(model: Any, to: Narrow, keep: Collection[str]) -> Any:
    """Convert a model; its inputs and outputs keep their types.

    Args:
        model: the `onnx.ModelProto` as `simplified` gives it; it is not changed.
        to: what its nodes are to compute in.
        keep: nodes of its main graph that stay in fp32, and what is inside them with them.

    Returns:
        The same for the same model and nodes, byte for byte.

    Raises:
        CannotConvert: what came of it is no valid model.
    """
    import onnx
    from onnxruntime.transformers.float16 import convert_float_to_float16

    source = onnx.ModelProto()
    source.CopyFrom(model)
    staying = {node.name for node in source.graph.node if node.name in keep or stays_anyway(node, to)}
    _separate_weights(source, staying)
    original = onnx.ModelProto()
    original.CopyFrom(source)
    try:
        converted = convert_float_to_float16(
            source, keep_io_types=True, op_block_list=[], node_block_list=sorted(staying)
        )
    except Exception as error:
        raise CannotConvert(f"the converter failed ({type(error).__name__}: {error})") from error
    known = {node.name for node in original.graph.node}
    _cast_captured(converted, original, staying)
    _join_fp32(converted, known)
    if to == "bf16":
        _as_bf16(converted, original)
    for graph in graphs(converted):
        graph.ClearField("value_info")
    _sort(converted.graph)
    _check(converted, original, to)
    return converted


def _inside(node: Any) -> Iterator[Any]:
    """Give the nodes of the graphs that a node has."""
    for attribute in node.attribute:
        for graph in ([attribute.g] if attribute.HasField("g") else []) + list(attribute.graphs):
            for inner in graph.node:
                yield inner
                yield from _inside(inner)


def _uses(node: Any) -> Iterator[tuple[Any, int]]:
    """Give what a node reads, also inside its graphs, as places that can be changed."""
    yield from ((node, index) for index in range(len(node.input)))
    for inner in _inside(node):
        yield from ((inner, index) for index in range(len(inner.input)))


def _separate_weights(model: Any, staying: Collection[str]) -> None:
    """Give nodes that stay in fp32 weights of their own where others use the same ones: those are rounded."""
    from onnx import TensorProto

    weights = {tensor.name: tensor for tensor in model.graph.initializer if tensor.data_type == TensorProto.FLOAT}
    shared = {
        node.input[index]
        for main in model.graph.node
        if main.name not in staying
        for node, index in _uses(main)
        if node.input[index] in weights
    }
    copies: dict[str, str] = {}
    for main in model.graph.node:
        if main.name not in staying:
            continue
        for node, index in _uses(main):
            name = node.input[index]
            if name not in shared:
                continue
            if name not in copies:
                copies[name] = f"{name}_in_fp32"
                copy = model.graph.initializer.add()
                copy.CopyFrom(weights[name])
                copy.name = copies[name]
            node.input[index] = copies[name]


def _cast_captured(converted: Any, original: Any, staying: Collection[str]) -> None:
    """Cast what the graphs inside nodes that stay in fp32 read from the main graph; the converter overlooks that."""
    from onnx import TensorProto, helper

    narrow = {
        value.name
        for value in (*converted.graph.value_info, *converted.graph.input, *converted.graph.initializer)
        if _type_of(value) == TensorProto.FLOAT16
    }
    cast: dict[str, str] = {}
    for main in converted.graph.node:
        if main.name not in staying:
            continue
        own = {name for node in _inside(main) for name in node.output}
        for node, index in _uses(main):
            name = node.input[index]
            if node is not main and name in narrow and name not in own:
                node.input[index] = cast.setdefault(name, f"{name}_captured_in_fp32")
    converted.graph.node.extend(
        helper.make_node("Cast", [name], [result], name=f"{result}_cast", to=TensorProto.FLOAT)
        for name, result in cast.items()
    )


def _type_of(value: Any) -> int:
    return int(value.data_type if hasattr(value, "data_type") else value.type.tensor_type.elem_type)


def _join_fp32(model: Any, known: Collection[str]) -> None:
    """Let nodes that stay in fp32 read from each other, from inputs and into outputs, without rounding in between."""
    from onnx import TensorProto

    def casts_to(kind: int) -> dict[str, Any]:
        return {
            node.output[0]: node
            for node in model.graph.node
            if node.op_type == "Cast" and node.name not in known and _target(node) == kind
        }

    rounded, widened = casts_to(TensorProto.FLOAT16), casts_to(TensorProto.FLOAT)
    inputs = {value.name for value in model.graph.input}
    outputs = {value.name for value in model.graph.output}
    renamed: dict[str, str] = {}
    for name, node in widened.items():
        if node.input[0] in rounded:
            before = rounded[node.input[0]].input[0]
            if name not in outputs:
                renamed[name] = before
            elif before not in inputs:
                renamed[before] = name
    left = [node for node in model.graph.node if {*node.output}.isdisjoint({*renamed, *renamed.values()} & {*widened})]
    _rename(left, renamed)
    read = outputs | {node.input[index] for main in left for node, index in _uses(main)}
    idle = [node for node in left if node.output[0] in rounded and node.output[0] not in read]
    left = [node for node in left if node.output[0] not in rounded or node.output[0] in read]
    _rename(left, {node.input[0]: node.output[0] for node in idle if node.input[0] not in inputs | outputs})
    del model.graph.node[:]
    model.graph.node.extend(left)


def _rename(mains: Sequence[Any], names: Mapping[str, str]) -> None:
    def final(name: str) -> str:
        while name in names:
            name = names[name]
        return name

    for main in mains:
        for node, index in _uses(main):
            node.input[index] = final(node.input[index])
        for index, name in enumerate(main.output):
            main.output[index] = final(name)


def _target(node: Any) -> int:
    return next((int(attribute.i) for attribute in node.attribute if attribute.name == "to"), 0)


def _as_bf16(model: Any, original: Any) -> None:
    """Make bf16 of the fp16 that the converter made, with weights that are rounded from what they were before."""
    from onnx import TensorProto

    weights = {tensor.name: tensor for graph in graphs(original) for tensor in graph.initializer}
    constants = {node.name: node for node in nodes(original)}
    for graph in graphs(model):
        for value in (*graph.input, *graph.output):
            if value.type.tensor_type.elem_type == TensorProto.FLOAT16:
                value.type.tensor_type.elem_type = TensorProto.BFLOAT16
        for tensor in graph.initializer:
            _round_to_bf16(tensor, weights.get(tensor.name))
        for node in graph.node:
            before = {attribute.name: attribute for attribute in getattr(constants.get(node.name), "attribute", ())}
            for attribute in node.attribute:
                if attribute.name in ("to", "dtype") and attribute.i == TensorProto.FLOAT16:
                    attribute.i = TensorProto.BFLOAT16
                if attribute.HasField("t"):
                    _round_to_bf16(attribute.t, before[attribute.name].t if attribute.name in before else None)


def _round_to_bf16(tensor: Any, original: Any) -> None:
    """Put the numbers of an fp32 tensor into what the converter made of it: to the nearest, and to even."""
    from onnx import TensorProto, numpy_helper

    if tensor.data_type != TensorProto.FLOAT16:
        return
    rounded = to_bfloat16(numpy_helper.to_array(tensor if original is None else original)).astype("<u2", copy=False)
    name, dims = tensor.name, [*tensor.dims]
    tensor.Clear()
    tensor.name, tensor.data_type, tensor.raw_data = name, TensorProto.BFLOAT16, rounded.tobytes()
    tensor.dims.extend(dims)


def _sort(graph: Any) -> None:
    """Put every node after those that it needs, and otherwise leave the order as it is."""
    makers = {name: number for number, node in enumerate(graph.node) for name in node.output if name}
    needs = [
        {makers[node.input[index]] for node, index in _uses(main) if node.input[index] in makers} - {number}
        for number, main in enumerate(graph.node)
    ]
    users: dict[int, list[int]] = {}
    for number, needed in enumerate(needs):
        for maker in needed:
            users.setdefault(maker, []).append(number)
    ready = [number for number, needed in enumerate(needs) if not needed]
    order = []
    while ready:
        number = heapq.heappop(ready)
        order.append(graph.node[number])
        for user in users.get(number, ()):
            needs[user].discard(number)
            if not needs[user]:
                heapq.heappush(ready, user)
    if len(order) < len(graph.node):
        raise CannotConvert("nodes would need each other in a circle")
    ordered = [type(node).FromString(node.SerializeToString()) for node in order]
    del graph.node[:]
    graph.node.extend(ordered)


def _check(model: Any, original: Any, to: Narrow) -> None:
    import onnx

    def fault(of: Any) -> str:
        try:
            # ONNX allows bf16 for convolutions only from version 22 on; engine libraries take it in every version.
            onnx.checker.check_model(of, full_check=to == "fp16")
        except (onnx.checker.ValidationError, onnx.shape_inference.InferenceError, RuntimeError, ValueError) as error:
            return f"{error}".partition("\n")[0] or type(error).__name__
        return ""

    # What is wrong with the model already, engine libraries may not mind.
    if (found := fault(model)) and not fault(original):
        raise CannotConvert(f"the converted model is not valid: {found}")

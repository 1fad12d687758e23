"""Conversion on small graphs: what stays in fp32 does so from input to output, and the rest is rounded."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

import numpy
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper, numpy_helper

from builder.base.errors import ModelInvalid
from builder.vendor.models.facts import facts_of
from builder.vendor.preparing.conversion import Narrow, convert
from builder.vendor.preparing.simplifying import simplified
from tests.support.graphs import if_node, model, node, value, weight

X = {"x": numpy.array([[1.0, 2.0, 3.0, 4.0]], numpy.float32)}
BOTH = pytest.mark.parametrize("to", ["fp16", "bf16"])


def chain() -> onnx.ModelProto:
    """Multiplies by 100,000 and divides again; both use one weight, and a third node uses another."""
    nodes = [
        node("Mul", ["x", "big"], ["a"], name="up"),
        node("Div", ["a", "big"], ["b"], name="down"),
        node("Add", ["b", "third"], ["c"], name="near"),
        node("Mul", ["c", "third"], ["y"], name="last"),
    ]
    weights = [weight("big", numpy.float32(1e5)), weight("third", numpy.float32(1 / 3))]
    return model(nodes, [value("x")], [value("y")], weights)


def run(converted: onnx.ModelProto, feed: dict[str, Any] = X) -> Any:
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 4
    session = onnxruntime.InferenceSession(converted.SerializeToString(), options)
    return session.run(None, feed)[0]


def weight_of(converted: onnx.ModelProto, name: str) -> Any:
    return next(tensor for tensor in converted.graph.initializer if tensor.name == name)


def casts(converted: onnx.ModelProto) -> list[str]:
    return [item.op_type for item in converted.graph.node if item.op_type == "Cast"]


@BOTH
def test_inputs_and_outputs_keep_their_names_and_types(to: Narrow) -> None:
    before, converted = (facts_of(Path("m"), it) for it in (chain(), convert(chain(), to, [])))
    assert (converted.inputs, converted.outputs) == (before.inputs, before.outputs)
    assert converted.precision == to


@BOTH
def test_nothing_is_rounded_between_nodes_that_stay(to: Narrow) -> None:
    converted = convert(chain(), to, ["up", "down", "near", "last"])
    assert converted.graph.node == chain().graph.node
    assert casts(convert(chain(), to, ["up", "down"])) == ["Cast"] * 2


def test_values_beyond_fp16_pass_between_nodes_that_stay() -> None:
    kept = run(convert(chain(), "fp16", ["up", "down"]))
    numpy.testing.assert_allclose(kept, run(chain()), rtol=1e-3)
    assert not numpy.array_equal(kept, run(chain()))


@BOTH
def test_a_weight_that_both_kinds_of_nodes_use_is_rounded_for_one_of_them(to: Narrow) -> None:
    converted = convert(chain(), to, ["up", "down", "last"])
    kind = TensorProto.FLOAT16 if to == "fp16" else TensorProto.BFLOAT16
    assert weight_of(converted, "third").data_type == kind
    assert weight_of(converted, "third_in_fp32") == weight("third_in_fp32", numpy.float32(1 / 3))
    assert weight_of(converted, "big") == weight("big", numpy.float32(1e5))


def test_bf16_is_rounded_from_fp32_and_not_from_fp16() -> None:
    numbers = numpy.array([1e5, 1 / 3, 1e-30, -0.0, numpy.inf, numpy.nan, 1 + 2**-8, 1 + 3 * 2**-8], numpy.float32)
    source = model(
        [node("Add", ["x", "w"], ["y"], name="add")], [value("x", [8])], [value("y", [8])], [weight("w", numbers)]
    )
    rounded = numpy_helper.to_array(weight_of(convert(source, "bf16", []), "w"))
    numpy.testing.assert_array_equal(rounded.astype(numpy.float32), numbers.astype(rounded.dtype).astype(numpy.float32))


@BOTH
def test_constants_of_nodes_and_types_that_they_make_are_converted(to: Narrow) -> None:
    nodes = [
        node(
            "ConstantOfShape", ["shape"], ["fill"], name="fill", value=weight("", numpy.array([1 / 3], numpy.float32))
        ),
        node("Cast", ["n"], ["m"], name="cast", to=TensorProto.FLOAT),
        node("Add", ["fill", "m"], ["y"], name="add"),
    ]
    inputs = [value("shape", [1], TensorProto.INT64), value("n", [1], TensorProto.INT64)]
    converted = convert(model(nodes, inputs, [value("y", ["many"])]), to, [])
    kind = TensorProto.FLOAT16 if to == "fp16" else TensorProto.BFLOAT16
    filler, cast, *_ = converted.graph.node
    assert (filler.attribute[0].t.data_type, cast.attribute[0].i) == (kind, kind)


@BOTH
@pytest.mark.parametrize("keep", [[], ["if"], ["if", "before"], ["before"]])
def test_graphs_inside_nodes_are_converted_with_them(to: Narrow, keep: Collection[str]) -> None:
    choice = if_node(weight("inner", numpy.eye(4, dtype=numpy.float32) / 3))
    choice.name = "if"
    for branch in choice.attribute:
        branch.g.node[0].input[0] = "s"
    before = node("Mul", ["x", "third"], ["s"], name="before")
    inputs = [value("x"), value("c", [], TensorProto.BOOL)]
    source = model([before, choice], inputs, [value("y")], [weight("third", numpy.float32(1 / 3))])
    converted = convert(source, to, keep)
    branches = {it.name: it.g for it in next(it for it in converted.graph.node if it.name == "if").attribute}
    inner = branches["then_branch"].initializer[0]
    narrow = TensorProto.FLOAT16 if to == "fp16" else TensorProto.BFLOAT16
    assert inner.data_type == (TensorProto.FLOAT if "if" in keep else narrow)
    if to == "fp16":
        feed = X | {"c": numpy.array(True)}
        numpy.testing.assert_allclose(run(converted, feed), run(source, feed), rtol=2e-3)


@BOTH
def test_an_operator_without_a_narrow_kind_stays(to: Narrow) -> None:
    kind = "Range" if to == "fp16" else "ConvTranspose"
    weights = [weight("w", numpy.ones((1, 1, 2, 2), numpy.float32))]
    nodes, inputs = {
        "Range": ([node("Range", ["x", "x", "x"], ["y"], name="n")], [value("x", [])]),
        "ConvTranspose": ([node("ConvTranspose", ["x", "w"], ["y"], name="n")], [value("x", [1, 1, 4, 4])]),
    }[kind]
    source = model(nodes, inputs, [value("y", None)], weights)
    assert convert(source, to, []).graph.node == source.graph.node


@BOTH
def test_the_same_comes_of_the_same(to: Narrow) -> None:
    orders = (["up", "down"], ["down", "up"])
    one, two = (convert(chain(), to, keep).SerializeToString(deterministic=True) for keep in orders)
    assert one == two


@BOTH
def test_the_model_itself_is_not_changed(to: Narrow) -> None:
    source = chain()
    convert(source, to, ["last"])
    assert source == chain()


def test_simplifying_folds_names_and_forgets_defaults() -> None:
    nodes = [
        node("Add", ["half", "half"], ["one"]),
        node("Mul", ["x", "one"], ["a"], name="same"),
        node("Mul", ["a", "x"], ["b"], name="same"),
        node("Relu", ["b"], ["y"]),
    ]
    half = weight("half", numpy.float32(0.5))
    source = model(nodes, [value("x"), value("half", [])], [value("y")], [half], ir_version=3)
    simple = simplified(source)
    assert [it.name for it in simple.graph.input] == ["x"]
    assert [it.name for it in simple.graph.node] == ["same", "same_2", "Relu_y"]
    assert {item.domain for item in simple.opset_import} == {""}
    numpy.testing.assert_array_equal(run(simple), numpy.square(X["x"]))


def test_names_of_nodes_can_stand_in_an_app_toml() -> None:
    nodes = [node("Relu", ["x"], ["a"], name="l" * 300), node("Mul", ["a", "x"], ["y"], name="one\nline")]
    simple = simplified(model(nodes, [value("x")], [value("y")]))
    assert [it.name for it in simple.graph.node] == ["l" * 240, r"one\nline"]


def test_a_normalization_becomes_part_of_the_convolution_before_it() -> None:
    """As in PP-OCRv4's detector, whose variance of 9.8e7 is beyond fp16."""
    ones = numpy.ones(1, numpy.float32)
    weights = [
        weight("w", numpy.ones((1, 1, 1, 1), numpy.float32)),
        weight("variance", ones * 9.8e7),
        weight("one", ones),
    ]
    nodes = [
        node("Conv", ["x", "w"], ["a"], name="conv"),
        node("BatchNormalization", ["a", "one", "one", "one", "variance"], ["y"], name="norm"),
    ]
    source = model(nodes, [value("x", [1, 1, 4, 4])], [value("y", [1, 1, 4, 4])], weights)
    assert [it.op_type for it in simplified(source).graph.node] == ["Conv"]


def test_what_onnx_runtime_cannot_run_cannot_be_simplified() -> None:
    with pytest.raises(ModelInvalid, match="Unknown"):
        simplified(model([helper.make_node("Unknown", ["x"], ["y"])], [value("x")], [value("y")]))

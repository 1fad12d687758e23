"""What must stay in fp32: models that fp16 ruins, and the nodes that the rules find in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy
import onnx
import pytest
from onnx import TensorProto, helper

from builder.references.comparison import compare_output
from builder.references.tolerance import Tolerance
from builder.vendor.preparing.conversion import Narrow, convert
from builder.vendor.preparing.emulation import emulated, emulated_file
from builder.vendor.preparing.ranges import tensor_ranges
from builder.vendor.preparing.rules import must_stay
from builder.vendor.preparing.runtime import Runtime
from builder.vendor.preparing.simplifying import simplified
from tests.support.graphs import model, node, value, weight
from tests.support.precision_models import RUINED, Ruined

LIMITS = Tolerance(min_cosine=0.9999)


@pytest.fixture(scope="module", params=RUINED)
def ruined(request: pytest.FixtureRequest) -> Ruined:
    made = RUINED[request.param]()
    names = [item.name for item in made.model.graph.node]
    simple = simplified(made.model)
    assert [item.name for item in simple.graph.node] == names
    return Ruined(simple, made.samples, made.stays)


def faults(made: Ruined, other: onnx.ModelProto) -> list[str]:
    right, got = (Runtime().run(each, made.samples) for each in (made.model, other))
    differences = [
        compare_output(name, one[name], two[name], LIMITS) for one, two in zip(right, got, strict=True) for name in one
    ]
    return [item.fault for item in differences if item.fault]


def test_a_plain_conversion_ruins_it(ruined: Ruined) -> None:
    names = {item.name for item in ruined.model.graph.node}
    assert faults(ruined, emulated(ruined.model, names, "fp16"))
    assert faults(ruined, emulated_file(convert(ruined.model, "fp16", ())))


def test_exactly_what_must_stay_is_found_and_saves_it(ruined: Ruined) -> None:
    found = must_stay(ruined.model, tensor_ranges(ruined.model, ruined.samples), "fp16")
    assert tuple(found) == ruined.stays
    narrow = {item.name for item in ruined.model.graph.node} - found.keys()
    assert not faults(ruined, emulated(ruined.model, narrow, "fp16"))
    assert not faults(ruined, emulated_file(convert(ruined.model, "fp16", found)))


def test_where_the_numbers_are_small_nothing_must_stay() -> None:
    made = RUINED["overflow_in_the_middle"]()
    small = [{"x": sample["x"] / 100} for sample in made.samples]
    assert must_stay(made.model, tensor_ranges(made.model, small), "fp16") == {}


def test_bf16_has_the_range_but_not_the_digits() -> None:
    made = RUINED["overflow_in_the_middle"]()
    assert must_stay(made.model, tensor_ranges(made.model, made.samples), "bf16") == {}
    made = RUINED["normalization_with_large_means"]()
    assert tuple(must_stay(made.model, tensor_ranges(made.model, made.samples), "bf16")) == made.stays


def stays(nodes: Sequence[Any], sample: Any, to: Narrow = "fp16", **weights: Any) -> dict[str, str]:
    for item in nodes:
        item.name = item.output[0]
    stored = [weight(name, numpy.asarray(numbers, "float32")) for name, numbers in weights.items()]
    x = numpy.asarray(sample, "float32")
    made = model(nodes, [value("x", x.shape)], [value(nodes[-1].output[0], None)], stored)
    return must_stay(made, tensor_ranges(made, [{"x": x}]), to)


def test_a_large_input_concerns_those_who_take_it() -> None:
    found = stays([node("Relu", ["x"], ["a"]), node("Sigmoid", ["a"], ["y"])], [1e6])
    assert found["a"] == "it takes numbers up to 1e+06, and fp16 ends at 65504"
    assert found["y"] == "it takes numbers up to 1e+06, and fp16 ends at 65504"


def test_a_quarter_of_the_range_is_left_for_other_inputs() -> None:
    assert stays([node("Relu", ["x"], ["y"])], [16000]) == {}
    assert stays([node("Relu", ["x"], ["y"])], [17000]).keys() == {"y"}


def test_numbers_that_are_infinite_anyway_are_none_that_are_too_large() -> None:
    assert stays([node("Neg", ["x"], ["a"]), node("Exp", ["a"], ["y"])], [numpy.inf, 1.0]) == {}


def test_a_weight_beyond_the_type_keeps_its_node_unless_it_is_a_limit() -> None:
    found = stays([node("Add", ["x", "w"], ["y"])], [0, 0], w=[1, -1e5])
    assert found["y"] == "it has a weight of 1e+05, and fp16 ends at 65504"
    assert stays([node("Clip", ["x", "low", "high"], ["y"])], [1.0], low=-3e38, high=3e38) == {}


def test_what_would_divide_by_zero_is_found_with_the_nodes_that_make_the_number() -> None:
    nodes = [
        node("Sqrt", ["x"], ["root"]), node("Transpose", ["root"], ["moved"]), node("Div", ["one", "moved"], ["y"])
    ]  # fmt: skip
    found = stays(nodes, [1e-20, 4], one=1)
    assert found.keys() == {"root", "moved", "y"}
    assert stays(nodes, [1e-8, 4], one=1) == {}
    assert stays(nodes, [0.0, 4], one=1) == {}, "it divides by zero in fp32 as well"


def test_a_layer_normalization_of_large_numbers_depends_on_their_differences() -> None:
    nodes = [
        node("Add", ["x", "offset"], ["a"]), node("Reshape", ["a", "shape"], ["b"]),
        node("LayerNormalization", ["b", "ones"], ["y"]),
    ]  # fmt: skip
    shape = weight("shape", numpy.array([1, 4]))
    x = numpy.arange(4, dtype="float32")
    for offset, expected in ((1000, {"a", "b", "y"}), (10, set())):
        stored = [shape, weight("offset", numpy.float32(offset)), weight("ones", numpy.ones(4, "float32"))]
        made = model(nodes, [value("x", [4])], [value("y", [1, 4])], stored)
        for item in made.graph.node:
            item.name = item.output[0]
        found = must_stay(made, tensor_ranges(made, [{"x": x}]), "fp16")
        assert found.keys() == expected


def test_a_mean_may_come_of_a_sum_that_is_too_large() -> None:
    mean = [node("ReduceMean", ["x"], ["y"], axes=[0], keepdims=0)]
    found = stays(mean, numpy.full(40_000, 2.0))
    assert found["y"] == "it adds up 40000 numbers to 8e+04, and fp16 ends at 65504"
    assert stays(mean, numpy.full(400, 2.0)) == {}
    assert stays([node("ReduceL2", ["x"], ["y"], axes=[0])], numpy.full(4, 150.0)).keys() == {"y"}


def test_numbers_inside_another_node_are_reached_by_name() -> None:
    inner = [node("MatMul", ["a", "w"], ["t"]), node("Relu", ["a"], ["e"])]
    branches = [helper.make_graph([item], item.output[0], [], [value(item.output[0])]) for item in inner]
    nodes = [
        node("Mul", ["x", "millions"], ["a"]), node("Cast", ["zero"], ["c"], to=TensorProto.BOOL),
        node("If", ["c"], ["y"], then_branch=branches[0], else_branch=branches[1]),
    ]  # fmt: skip
    found = stays(nodes, [[1, 2, 3, 4]], millions=[1e6], w=numpy.eye(4), zero=0)
    assert found["y"].startswith("it takes numbers up to")

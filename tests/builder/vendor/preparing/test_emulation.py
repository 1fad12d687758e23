"""Emulated rounding: what is narrow is rounded as numpy rounds, what stays wide is not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy
import onnx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from onnx import TensorProto, helper

from builder.vendor.models.onnx_file import graphs
from builder.vendor.preparing.conversion import Narrow, convert
from builder.vendor.preparing.emulation import emulated, emulated_file
from builder.vendor.preparing.runtime import Runtime
from builder.vendor.preparing.simplifying import simplified
from tests.support.graphs import if_node, model, node, value, weight

NUMBERS = numpy.array(
    [0, -0.0, 1.0001, 3.14159, -1234.567, 65504, 65519, 65520, -7e4, 1e-5, 6e-8, 2.9e-8, 1e30, 3.3e38, 1e-30, -1e-38,
     1.00390625, 1.01171875, 1.01171876, numpy.inf, -numpy.inf, numpy.nan], "float32",
)  # fmt: skip


def to_fp16(array: Any) -> Any:
    with numpy.errstate(over="ignore"):
        return array.astype("float16").astype("float32")


def to_bf16(array: Any) -> Any:
    """Arithmetic in fp64, on the digits; unlike what is tested, which works on bits or in fp32."""
    with numpy.errstate(invalid="ignore"):
        mantissa, exponent = numpy.frexp(array.astype("float64"))
        rounded = numpy.ldexp(numpy.round(mantissa * 256), exponent - 8)
    return numpy.where(numpy.isfinite(array), rounded, array)


def chain(*operators: str, opset: int = 17) -> onnx.ModelProto:
    names = ["x", *(f"t{at}" for at in range(len(operators) - 1)), "y"]
    nodes = [node(kind, [names[at]], [names[at + 1]], name=f"n{at}") for at, kind in enumerate(operators)]
    made = model(nodes, [value("x", ["n"])], [value("y", ["n"])])
    made.opset_import[0].version = opset
    return made


def run(made: onnx.ModelProto, **inputs: Any) -> Any:
    return Runtime().run(made, [inputs])[0]["y"]


@pytest.mark.parametrize("opset", [12, 17])
@pytest.mark.parametrize("to", ["fp16", "bf16"])
def test_results_are_rounded_to_the_nearest(to: Narrow, opset: int) -> None:
    expected = to_fp16(NUMBERS) if to == "fp16" else to_bf16(NUMBERS).astype("float32")
    got = run(emulated(chain("Neg", "Abs", opset=opset), {"n0", "n1"}, to), x=NUMBERS)
    is_far = numpy.abs(NUMBERS) < 1e-35 if to == "bf16" else numpy.zeros(len(NUMBERS), bool)
    numpy.testing.assert_array_equal(got[~is_far], numpy.abs(expected)[~is_far])
    numpy.testing.assert_allclose(got[is_far], numpy.abs(expected)[is_far], atol=1e-38)


def test_a_result_that_is_too_large_becomes_infinite_only_where_it_is_narrow() -> None:
    squares = chain("Abs", "Sqrt", "Exp", "Log")
    x = numpy.array([200.0], "float32")
    assert numpy.isinf(run(emulated(squares, {"n0", "n1", "n2", "n3"}, "fp16"), x=x))
    assert run(emulated(squares, {"n0", "n1"}, "fp16"), x=x) == pytest.approx(to_fp16(numpy.sqrt(x)), rel=1e-6)
    assert run(emulated(squares, set(), "fp16"), x=x) == run(squares, x=x)


def test_what_a_narrow_node_reads_is_rounded_and_others_read_it_as_it_is() -> None:
    w = numpy.array([1.0001], "float32")
    nodes = [
        node("Mul", ["x", "w"], ["a"], name="narrow"), node("Mul", ["x", "w"], ["b"], name="wide"),
        node("Sub", ["a", "b"], ["y"], name="difference"),
    ]  # fmt: skip
    made = model(nodes, [value("x", [1])], [value("y", [1])], [weight("w", w)])
    got = run(emulated(made, {"narrow"}, "fp16"), x=w)
    assert got == numpy.float32(1) - w * w


@pytest.mark.parametrize("to", ["fp16", "bf16"])
def test_weights_are_those_that_a_converted_file_has(to: Narrow) -> None:
    inside = [it for it in NUMBERS.tolist() if numpy.isfinite(it) and it != -1e-38] + [1e-9, -1e-9]
    w = numpy.array(inside, "float32")
    made = simplified(
        model([node("Mul", ["x", "w"], ["y"])], [value("x", ["n"])], [value("y", ["n"])], [weight("w", w)])
    )
    one = numpy.ones(1, "float32")
    emulation = run(emulated(made, {item.name for item in made.graph.node}, to), x=one)
    numpy.testing.assert_array_equal(run(emulated_file(convert(made, to, ())), x=one), emulation)


def test_the_sizes_that_a_resize_is_given_are_not_rounded() -> None:
    scales = weight("s", numpy.array([1, 1, 1.3335, 1.3335], "float32"))
    nodes = [node("Resize", ["x", "", "s"], ["y"], name="r")]
    made = model(nodes, [value("x", [1, 1, 3000, 1])], [value("y", None)], [scales])
    assert run(emulated(made, {"r"}, "bf16"), x=numpy.ones((1, 1, 3000, 1), "float32")).shape[2] == 4000


def test_nodes_inside_nodes_are_rounded_with_them() -> None:
    w = weight("w", numpy.eye(4, dtype="float32") * 1.0001)
    inputs = [value("c", [], TensorProto.BOOL), value("x")]
    made = model([helper.make_node("Neg", ["x"], ["n"], name="n"), if_node(w)], inputs, [value("y")])
    made.graph.node[1].name = "if"
    for branch in (attribute.g for attribute in made.graph.node[1].attribute):
        branch.node.append(node("Abs", [branch.output[0].name], [f"{branch.name}_size"]))
        branch.output[0].name = f"{branch.name}_size"
    x = numpy.full((1, 4), 1.0001, "float32")
    for condition in (True, False):
        feeds = {"c": numpy.array(condition), "x": x}
        exact = run(made, **feeds)
        assert (exact != 1).all()
        assert (run(emulated(made, {"if"}, "fp16"), **feeds) == 1).all()
        numpy.testing.assert_array_equal(run(emulated(made, {"n"}, "fp16"), **feeds), exact)
    simple = simplified(made)
    names = {item.name for item in simple.graph.node}
    for to in ("fp16", "bf16"):
        converted = convert(simple, to, ())
        assert not any(graph.value_info for graph in graphs(converted))
        numpy.testing.assert_array_equal(
            run(emulated_file(converted), **feeds), run(emulated(simple, names, to), **feeds)
        )


def mixed() -> onnx.ModelProto:
    """In and out in fp16, with a part in fp32 and a weight."""
    kind = TensorProto.FLOAT16
    w = helper.make_tensor("w", kind, [1], [1.5])
    nodes: Sequence[Any] = [
        node("Mul", ["x", "w"], ["a"]), node("Cast", ["a"], ["wide"], to=TensorProto.FLOAT),
        node("Exp", ["wide"], ["e"]), node("Log", ["e"], ["l"]), node("Cast", ["l"], ["b"], to=kind),
        node("Exp", ["b"], ["y"]),
    ]  # fmt: skip
    return model(nodes, [value("x", ["n"], kind)], [value("y", ["n"], kind)], [w])


def test_a_file_in_fp16_is_emulated_with_its_own_inputs_and_outputs() -> None:
    x = numpy.array([1, 8, 0.3333], "float16")
    got = run(emulated_file(mixed()), x=x)
    assert got.dtype == numpy.float16
    half = to_fp16(numpy.float32(1.5) * x.astype("float32"))
    numpy.testing.assert_allclose(got[[0, 2]], numpy.exp(half)[[0, 2]], rtol=1e-3)
    assert numpy.isinf(got[1])


def test_a_converted_file_computes_what_the_emulation_of_its_conversion_says() -> None:
    random = numpy.random.RandomState(5)
    weights = [weight(name, random.standard_normal((8, 8)).astype("float32")) for name in ("w1", "w2")]
    nodes = [
        node("MatMul", ["x", "w1"], ["a"]), node("Softmax", ["a"], ["b"], axis=-1), node("Erf", ["b"], ["c"]),
        node("MatMul", ["c", "w2"], ["d"]), node("Sigmoid", ["d"], ["y"]),
    ]  # fmt: skip
    made = simplified(model(nodes, [value("x", ["n", 8])], [value("y", ["n", 8])], weights))
    names = [item.name for item in made.graph.node]
    x = random.standard_normal((4, 8)).astype("float32")
    for to in ("fp16", "bf16"):
        for keep in ([], [names[1]], names[2:4]):
            from_fp32 = run(emulated(made, set(names) - set(keep), to), x=x)
            of_file = run(emulated_file(convert(made, to, keep)), x=x)
            numpy.testing.assert_array_equal(of_file, from_fp32)
            assert (from_fp32 != run(made, x=x)).any()


OPERATORS = (
    "Relu",
    "Sigmoid",
    "Tanh",
    "Neg",
    "Softmax",
    "Exp",
    "Identity",
    "Transpose",
    "MatMul",
    "Add",
    "Mul",
    "Where",
)


@settings(max_examples=25, deadline=None)
@given(
    operators=st.lists(st.sampled_from(OPERATORS), min_size=2, max_size=8),
    wide=st.integers(0, 255),
    to=st.sampled_from(["fp16", "bf16"]),
    seed=st.integers(0, 9),
)
def test_any_chain_is_the_same_whether_its_file_or_its_conversion_is_emulated(
    operators: list[str], wide: int, to: Narrow, seed: int
) -> None:
    random = numpy.random.RandomState(seed)
    nodes = []
    for at, kind in enumerate(operators):
        before, after = f"t{at}", f"t{at + 1}"
        inputs = {"MatMul": [before, "w"], "Add": [before, "w"], "Mul": [before, before], "Where": ["c", before, "w"]}
        nodes.append(node(kind, inputs.get(kind, [before]), [after], name=f"n{at}"))
    weights = [weight("w", random.standard_normal((4, 4)).astype("float32")), weight("c", numpy.eye(4, dtype=bool))]
    made = model(nodes, [value("t0", [4, 4])], [value(f"t{len(nodes)}", [4, 4])], weights)
    keep = {f"n{at}" for at in range(len(nodes)) if wide >> at & 1}
    names = {item.name for item in nodes}
    sample = {"t0": random.standard_normal((4, 4)).astype("float32") * 3}
    one, other = (
        Runtime().run(each, [sample])[0][f"t{len(nodes)}"]
        for each in (emulated(made, names - keep, to), emulated_file(convert(made, to, keep)))
    )
    numpy.testing.assert_array_equal(one, other)

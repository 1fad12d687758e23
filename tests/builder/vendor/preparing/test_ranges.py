"""The ranges of tensors: all numbers of all samples, without keeping a tensor."""

from __future__ import annotations

import subprocess
import sys

import numpy
from onnx import TensorProto

from builder.vendor.preparing.ranges import Range, tensor_ranges
from tests.support.graphs import model, node, value, weight
from tests.support.program import ROOT


def test_every_fp32_tensor_has_the_range_of_all_samples() -> None:
    nodes = [node("Mul", ["x", "w"], ["a"]), node("Shape", ["a"], ["s"]), node("Neg", ["a"], ["y"])]
    made = model(nodes, [value("x", ["n"])], [value("y", ["n"])], [weight("w", numpy.array([2], "float32"))])
    samples = [{"x": numpy.array(numbers, "float32")} for numbers in ([0, 3, -4], [0.25])]
    assert tensor_ranges(made, samples) == {
        "x": Range(4, -4, 3, True, 3),
        "a": Range(8, -8, 6, True, 3),
        "y": Range(8, -6, 8, True, 3),
    }
    assert made.graph.output[0].name == "y"


def test_nan_and_infinity_are_told_and_do_not_hide_the_rest() -> None:
    made = model([node("Identity", ["x"], ["y"])], [value("x", ["n"])], [value("y", ["n"])])
    for bad in (numpy.nan, numpy.inf, -numpy.inf):
        for numbers in ([bad, 7, -9], [7, bad, -9], [7, -9, bad]):
            found = tensor_ranges(made, [{"x": numpy.array(numbers, "float32")}])["y"]
            assert (found.max_abs, found.finite, found.smallest) == (9, False, 7)
    only = tensor_ranges(made, [{"x": numpy.array([numpy.nan], "float32")}])["y"]
    assert (only.max_abs, only.finite, only.smallest) == (0, False, numpy.inf)


def test_the_smallest_number_of_what_is_divided_by() -> None:
    one = weight("one", numpy.ones(1, "float32"))
    made = model([node("Div", ["one", "x"], ["y"])], [value("x", ["n"])], [value("y", ["n"])], [one])
    samples = [{"x": numpy.array(numbers, "float32")} for numbers in ([1, -0.125, 4], [0, 2, 3])]
    found = tensor_ranges(made, samples)
    assert found["x"] == Range(4, -0.125, 4, True, 3, 0.125)
    assert found["y"].max_abs == 8
    assert not found["y"].finite


def test_a_tensor_without_numbers_has_no_range() -> None:
    made = model([node("Neg", ["x"], ["y"])], [value("x", ["n"])], [value("y", ["n"])])
    empty, one = numpy.zeros(0, "float32"), numpy.ones(1, "float32")
    assert tensor_ranges(made, [{"x": empty}]) == {}
    assert tensor_ranges(made, [{"x": empty}, {"x": one}])["y"] == Range(1, -1, -1, True, 1)


def test_scalars_and_whole_numbers() -> None:
    nodes = [node("Cast", ["x"], ["i"], to=TensorProto.INT64), node("Cast", ["i"], ["y"], to=TensorProto.FLOAT)]
    made = model(nodes, [value("x", [])], [value("y", [])])
    found = tensor_ranges(made, [{"x": numpy.array(2.5, "float32")}])
    assert {name: seen.max for name, seen in found.items()} == {"x": 2.5, "y": 2.0}


def test_no_tensor_is_kept_for_it() -> None:
    """Sixty tensors of 8 MB each would take half a gigabyte."""
    code = """
import resource, numpy
from builder.vendor.preparing.ranges import tensor_ranges
from tests.support.graphs import model, node, value
names = ["x", *(f"t{at}" for at in range(60))]
nodes = [node("Relu" if at % 2 else "Neg", [names[at]], [names[at + 1]]) for at in range(60)]
made = model(nodes, [value("x", ["n"])], [value(names[-1], ["n"])])
tensor_ranges(made, [{"x": numpy.ones(1000, "float32")}])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
found = tensor_ranges(made, [{"x": numpy.ones(2_000_000, "float32")}])
assert len(found) == 61
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(done.stdout) < 150

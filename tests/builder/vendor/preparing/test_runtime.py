"""Running models on the processor: what is in the file is what runs, and a stop is heard."""

from __future__ import annotations

import itertools
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from typing import Any

import numpy
import onnx
import pytest
from onnx import TensorProto

from builder.base.cancellation import CancelToken
from builder.base.errors import Cancelled, ModelInvalid
from builder.vendor.preparing.runtime import Runtime
from tests.support.graphs import model, node, value, weight
from tests.support.load import under_load
from tests.support.program import ROOT


def casts(to: int) -> onnx.ModelProto:
    return model(
        [node("Cast", ["x"], ["narrow"], to=to), node("Cast", ["narrow"], ["y"], to=TensorProto.FLOAT)],
        [value("x", ["n"])],
        [value("y", ["n"])],
    )


def endless() -> onnx.ModelProto:
    """Minutes of matrix products, whose square is the one weight."""
    names = ["x", *(f"t{at}" for at in range(1000)), "y"]
    products = [node("MatMul", [a, "w"], [b]) for a, b in itertools.pairwise(names)]
    square = weight("w", numpy.full((700, 700), 1 / 700, "float32"))
    return model(products, [value("x", [700, 700])], [value("y", [700, 700])], [square])


def test_outputs_come_by_name_for_each_sample() -> None:
    nodes = [node("Relu", ["x"], ["y"]), node("Neg", ["x"], ["z"])]
    both = model(nodes, [value("x", ["n"])], [value("y", None), value("z", None)])
    samples = [{"x": numpy.array(numbers, "float32")} for numbers in ([-1, 2], [3])]
    first, second = Runtime().run(both, samples)
    assert {name: array.tolist() for name, array in first.items()} == {"y": [0, 2], "z": [1, -2]}
    assert second["z"].tolist() == [-3]
    assert [it.keys() for it in Runtime().run(both.SerializeToString(), samples, outputs=["z"])] == [{"z"}] * 2


def test_a_cast_to_a_narrow_type_and_back_is_not_optimized_away() -> None:
    x = numpy.array([1.0001, 65519, 65520, -1e30, 6e-8, 2.9e-8, numpy.nan], "float32")
    with numpy.errstate(over="ignore"):
        expected = x.astype("float16").astype("float32")
    (got,) = Runtime().run(casts(TensorProto.FLOAT16), [{"x": x}])
    numpy.testing.assert_array_equal(got["y"], expected)
    (got,) = Runtime().run(casts(TensorProto.BFLOAT16), [{"x": x}])
    assert got["y"][:3].tolist() == [1.0, 65536, 65536]


def test_a_model_that_does_not_run_says_why() -> None:
    with pytest.raises(ModelInvalid, match="x"):
        Runtime().run(casts(TensorProto.FLOAT16), [{"x": numpy.zeros((2, 2), "float32")}])
    with pytest.raises(ModelInvalid, match="Nonsense"):
        Runtime().run(model([node("Nonsense", ["x"], ["y"])], [value("x")], [value("y")]), [])


def test_a_stop_ends_a_run_within_two_seconds() -> None:
    cancel = CancelToken()

    class Stopping(Mapping[str, Any]):
        """A sample that asks for the stop as soon as it is taken."""

        def __getitem__(self, name: str) -> Any:
            cancel.cancel()
            return numpy.ones((700, 700), "float32")

        def __iter__(self) -> Iterator[str]:
            yield "x"

        def __len__(self) -> int:
            return 1

    before = time.monotonic()
    with pytest.raises(Cancelled):
        Runtime().run(endless(), [Stopping()], cancel)
    assert time.monotonic() - before < under_load(2)


def test_a_process_ends_although_a_node_does_not() -> None:
    code = """
import sys, threading, numpy, onnx
from onnx import helper, TensorProto
from builder.base.cancellation import CancelToken
from builder.base.errors import Cancelled
from builder.vendor.preparing.runtime import Runtime
value = lambda name: helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", "n"])
graph = helper.make_graph([helper.make_node("MatMul", ["x", "x"], ["y"])], "g", [value("x")], [value("y")])
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
cancel = CancelToken()
threading.Timer(0.5, cancel.cancel).start()
try:
    Runtime().run(model, [{"x": numpy.zeros((9000, 9000), "float32")}], cancel)
except Cancelled:
    print("stopped", flush=True)
    sys.exit(130)
"""
    process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    with process:
        assert process.stdout.readline() == "stopped\n"
        before = time.monotonic()
        assert process.wait(60) == 130
        # The node alone takes half a minute. At best the end takes a tenth of a second; not while other tests run.
        assert time.monotonic() - before < under_load(10)

from __future__ import annotations

import sys
from typing import Any

import numpy
import onnx
import pytest
from onnx import TensorProto, helper

from builder.worker import weight_numbers as module
from builder.worker.onnx_fields import fields
from builder.worker.onnx_tensors import stored_tensors
from builder.worker.weight_numbers import warn_of_logged_numbers, warn_of_numbers
from tests.support.graphs import if_node, model, node, value, weight

INF, NAN = numpy.inf, numpy.nan


def warnings_of(made: onnx.ModelProto) -> list[str]:
    said: list[str] = []
    stored = stored_tensors(memoryview(made.SerializeToString()))
    assert warn_of_numbers(stored, {}, said.append) == bool(said)
    return said


def added(tensor: onnx.TensorProto, operator: str = "Add") -> onnx.ModelProto:
    return model([node(operator, ["x", "w"], ["y"])], [value("x")], [value("y")], [tensor])


def typed(data_type: int, numbers: list[Any]) -> onnx.TensorProto:
    """A tensor that does not keep its values as raw bytes."""
    return helper.make_tensor("w", data_type, [len(numbers)], numbers)


@pytest.mark.parametrize(
    ("tensor", "count"),
    [
        (weight("w", numpy.array([1, INF, NAN], numpy.float32)), "2 of 3"),
        (weight("w", numpy.array([1, -INF], numpy.float64)), "1 of 2"),
        (weight("w", numpy.array([[INF, INF]], numpy.float16)), "2 of 2"),
        (weight("w", numpy.array(-INF, numpy.float16)), "1 of 1"),
        (typed(TensorProto.FLOAT, [0.5, NAN, 2.0]), "1 of 3"),
        (typed(TensorProto.FLOAT16, [0.5, -INF, 65504.0, 1e-7]), "1 of 4"),
        (typed(TensorProto.BFLOAT16, [0.5, -1.0, INF]), "1 of 3"),
        (typed(TensorProto.DOUBLE, [NAN, 1.0]), "1 of 2"),
        (typed(TensorProto.FLOAT8E5M2, [1.0, NAN]), "1 of 2"),
        (typed(TensorProto.FLOAT8E4M3FN, [NAN, 1.0]), "1 of 2"),
    ],
)
def test_weights_that_are_no_numbers_are_warned_of(tensor: onnx.TensorProto, count: str) -> None:
    (said,) = warnings_of(added(tensor))
    assert said == f"Weights are infinite or not numbers, and the engine's results may be as well: 'w' ({count})."


def test_they_are_found_in_constants_branches_and_plain_numbers() -> None:
    nodes = [
        node("Constant", [], ["k"], value=weight("", numpy.array([NAN, 1], numpy.float32))),
        node("Constant", [], ["one"], value_float=INF),
        node("Constant", [], ["many"], value_floats=[1.0, NAN, INF]),
        if_node(weight("inner", numpy.full((4, 4), INF, numpy.float32))),
    ]
    (said,) = warnings_of(model(nodes, [value("x")], [value("y")]))
    assert said.endswith(": 'k' (1 of 2), 'one' (1 of 1), 'many' (2 of 3), 'inner' (16 of 16).")


def test_what_is_no_number_is_never_meant() -> None:
    filling = node("ConstantOfShape", ["s"], ["y"], value=weight("", numpy.array([NAN], "f4")))
    (said,) = warnings_of(model([filling], [], []))
    assert said.endswith(": 'y' (1 of 1).")
    (said,) = warnings_of(added(weight("w", numpy.array([-INF, NAN], numpy.float16)), "Max"))
    assert said.endswith(": 'w' (2 of 2).")


def test_only_the_first_weights_are_named() -> None:
    weights = [weight(f"w{number}", numpy.array([NAN], numpy.float32)) for number in range(13)]
    (said,) = warnings_of(model([], [value("x")], [value("y")], weights))
    assert said.endswith("'w9' (1 of 1) and 3 more.")


@pytest.mark.parametrize(
    "made",
    [
        added(weight("w", numpy.array([1, 65504], numpy.float16))),
        added(weight("w", numpy.array([0, -INF, 0, -INF], numpy.float32))),
        added(weight("w", numpy.array(INF, numpy.float32)), "Min"),
        model([node("Where", ["c", "x", "w"], ["y"])], [value("x")], [], [weight("w", numpy.array(-INF, "f4"))]),
        model([node("ConstantOfShape", ["s"], ["y"], value=weight("", numpy.array([-INF], "f4")))], [], []),
        added(weight("w", numpy.array([2**62, -1]))),
        added(typed(TensorProto.BFLOAT16, [3e38, -1.0])),
    ],
)
def test_what_is_meant_or_fits_is_not_warned_of(made: onnx.ModelProto) -> None:
    assert warnings_of(made) == []


def test_numbers_that_do_not_fit_their_next_type_are_warned_of() -> None:
    (said,) = warnings_of(added(weight("w", numpy.array([1, -1e39]))))
    assert said.startswith("Weights of type fp64 are too large for fp32")
    assert said.endswith(": 'w'.")
    cast = node("Cast", ["w"], ["h"], to=TensorProto.FLOAT16)
    (said,) = warnings_of(model([cast], [], [], [weight("w", numpy.array([70000, 1], numpy.float32))]))
    assert said == "Weights are too large for fp16 and become infinite: 'w'."
    assert not warnings_of(model([cast], [], [], [weight("w", numpy.array([65504, 1], numpy.float32))]))
    wide = node("Cast", ["w"], ["h"], to=TensorProto.BFLOAT16)
    assert not warnings_of(model([wide], [], [], [weight("w", numpy.array([70000, 1], numpy.float32))]))


def test_what_the_library_logs_of_changed_numbers_is_a_warning_once() -> None:
    said: list[str] = []
    line = "Detected FP32 infinity values and converted them to corresponding FP16 infinity."
    warn_of_logged_numbers(["Unused Input: x", line, line], said.append)
    warn_of_logged_numbers(["Unused Input: x"], said.append)
    assert said == [f"The engine library changed numbers that do not fit: {line}"]


def test_without_numpy_there_is_no_check_and_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    made = added(weight("w", numpy.array([NAN], numpy.float32)))
    stored = stored_tensors(memoryview(made.SerializeToString()))
    said: list[str] = []
    monkeypatch.setitem(sys.modules, "numpy", None)
    assert not warn_of_numbers(stored, {}, said.append)
    (warning,) = said
    assert warning.startswith("numpy cannot be loaded: ")


def test_packed_numbers_are_read_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = range(0, 1 << 16, 77)
    made = TensorProto(int32_data=numbers).SerializeToString()
    (field,) = fields(memoryview(made))
    packed = field.content
    assert isinstance(packed, memoryview)
    monkeypatch.setattr(module, "_PACKED_BYTES", 7)
    pieces = list(module._packed_parts(packed))
    assert len(pieces) > 200
    assert b"".join(pieces) == packed
    assert numpy.concatenate([module._unpacked(piece) for piece in pieces]).tolist() == list(numbers)

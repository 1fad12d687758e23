"""How far outputs are from their references: nothing in an array makes it raise or warn, and no fault passes."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as nps

from builder.references.comparison import as_expected, compare_output, compare_reference, compare_rows
from builder.references.file import Reference
from builder.references.tolerance import Tolerance

TYPES = st.sampled_from([np.dtype(it) for it in ("f2", "f4", "f8", ">f4", "i1", "i8", "u8", "u1", "?")])
EXACT = Tolerance(max_abs=0.0)
CLOSE = Tolerance(max_abs=0.01, min_cosine=0.999, min_psnr=40.0)


@st.composite
def arrays(draw: st.DrawFn) -> np.ndarray[Any, Any]:
    """Arrays of arbitrary bytes: NaN of every kind, infinities, −0, subnormals, empty ones."""
    dtype = draw(TYPES)
    shape = draw(nps.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4))
    size = math.prod(shape)
    if dtype.kind == "b":
        return np.array(draw(st.lists(st.booleans(), min_size=size, max_size=size)), dtype).reshape(shape)
    content = draw(st.binary(min_size=size * dtype.itemsize, max_size=size * dtype.itemsize))
    return np.frombuffer(content, dtype).reshape(shape)


TOLERANCES = st.builds(
    Tolerance,
    max_abs=st.none() | st.floats(0, 1e300),
    min_cosine=st.none() | st.floats(-1, 1),
    min_psnr=st.none() | st.floats(-100, 200),
)


@given(arrays(), arrays(), TOLERANCES)
def test_whatever_stands_in_an_array_is_compared_with_plain_numbers(
    expected: np.ndarray[Any, Any], got: np.ndarray[Any, Any], tolerance: Tolerance
) -> None:
    compared = compare_output("y", expected, got, tolerance)
    numbers = [it for it in (compared.max_abs, compared.cosine, compared.psnr) if it is not None]
    assert all(type(it) is float and math.isfinite(it) for it in numbers)
    same_kind = expected.dtype.newbyteorder("=") == got.dtype.newbyteorder("=") and expected.shape == got.shape
    assert same_kind or compared.fault
    assert compare_rows("y", got).output == "y"


@given(arrays())
def test_an_array_is_equal_to_itself_however_small_the_tolerance(array: np.ndarray[Any, Any]) -> None:
    compared = compare_output("y", array, array.copy(), Tolerance(max_abs=0.0, min_cosine=0.999999, min_psnr=300.0))
    assert (compared.fault, compared.max_abs, compared.psnr) == (None, 0.0, None)
    assert compared.cosine is None or compared.cosine == pytest.approx(1.0)
    assert compare_rows("y", np.stack([array, array])).fault is None


@given(nps.arrays(np.float32, nps.array_shapes(max_side=4), elements=st.floats(-1e6, 1e6, width=32)), st.data())
def test_one_value_beyond_the_tolerance_is_a_fault_wherever_it_stands(
    expected: np.ndarray[Any, Any], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, expected.size - 1))
    got = expected.copy()
    got.flat[place] += np.float32(3.0)
    compared = compare_output("y", expected, got, Tolerance(max_abs=1.0))
    assert compared.max_abs == pytest.approx(3.0, abs=0.25)
    assert compared.fault == f"differs by {compared.max_abs:.4g}, allowed 1"
    got.flat[place] = data.draw(st.sampled_from([np.nan, np.inf, -np.inf]))
    assert compare_output("y", expected, got, Tolerance(min_cosine=-1.0)).fault == (
        f"is not finite in 1 of {expected.size} places"
    )


@given(nps.arrays(st.sampled_from([np.int8, np.int64, np.uint64]), nps.array_shapes(max_side=4)), st.data())
def test_whole_numbers_are_equal_unless_a_difference_is_allowed(
    expected: np.ndarray[Any, Any], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, expected.size - 1))
    got = expected.copy()
    got.flat[place] ^= 1
    for tolerance in (Tolerance(min_cosine=-1.0), EXACT):
        assert compare_output("y", expected, got, tolerance).fault
    assert compare_output("y", expected, got, Tolerance(max_abs=1.0)).fault is None


def test_numbers_are_what_they_are_called() -> None:
    expected = np.array([0.0, 1.0, 2.0, 4.0], np.float32)
    compared = compare_output("y", expected, expected + np.float32(0.25), CLOSE)
    assert compared.max_abs == 0.25
    assert compared.cosine == pytest.approx(22.75 / math.sqrt(21 * 24.75))
    assert compared.psnr == pytest.approx(20 * math.log10(4 / 0.25))
    assert compared.fault is not None
    assert compared.fault.startswith("differs by 0.25, allowed 0.01, has a cosine of 0.997")
    assert compared.fault.endswith("has a PSNR of 24.1 dB, required 40.0 dB")


@pytest.mark.parametrize(
    ("expected", "got", "fault"),
    [
        ([np.inf], [np.inf], None),
        ([np.inf], [-np.inf], "should not be finite, or another infinity, in 1 of 1 places"),
        ([np.nan], [np.inf], "should not be finite, or another infinity, in 1 of 1 places"),
        ([np.inf], [0.0], "should not be finite, or another infinity, in 1 of 1 places"),
        ([np.nan, 1.0], [np.nan, 1.0], None),
        ([0.0], [-0.0], None),
        ([1e308], [-1e308], "differs by 1.798e+308, allowed 0.01, has a cosine of -1.000000 with its reference"),
        ([1.0, 2.0], [0.0, 0.0], "differs by 2, allowed 0.01, has a cosine of 0.000000 with its reference"),
        ([0.0, 0.0], [0.0, 0.0], None),
    ],
)
def test_special_values(expected: list[float], got: list[float], fault: str | None) -> None:
    found = compare_output("y", np.array(expected), np.array(got), CLOSE).fault
    assert found == fault or (fault and found and found.startswith(fault))


@pytest.mark.parametrize(
    ("expected", "got", "psnr"),
    [
        ([2.0, 2.0], [2.5, 2.5], 20 * math.log10(2 / 0.5)),  # without a range, the largest value is the peak
        ([-2.0, -2.0], [-2.5, -2.5], 20 * math.log10(2 / 0.5)),
        ([0.0, 0.0], [0.5, 0.5], 20 * math.log10(1 / 0.5)),  # and without one, 1
        ([1e308], [-1e308], -5.09),
        ([0.0, 4.0], [0.0, 5.0], 20 * math.log10(4) + 10 * math.log10(2)),
    ],
)
def test_the_ratio_to_the_range_of_values(expected: list[float], got: list[float], psnr: float) -> None:
    compared = compare_output("y", np.array(expected), np.array(got), CLOSE)
    assert compared.psnr == pytest.approx(psnr, abs=0.01)


def test_answers_of_a_file_in_another_precision_get_the_type_of_the_reference() -> None:
    reference = Reference({}, {"y": np.zeros(2, np.float16), "n": np.zeros(2, np.int64)}, {})
    given: dict[str, Any] = {
        "y": np.array([1.5, 1e38], np.float32),
        "n": np.array([1.5, 2.5], np.float32),
        "z": np.array([1.5], np.float64),
    }
    got = as_expected(given, reference)
    assert {name: array.dtype for name, array in got.items()} == {"y": "float16", "n": "float32", "z": "float64"}
    assert got["y"].tolist() == [1.5, np.inf]
    whole = as_expected({"y": np.array([1, 2])}, reference)
    assert whole["y"].dtype == np.int64


def test_types_and_shapes_are_named() -> None:
    zeros = np.zeros((2, 3), np.float32)
    assert compare_output("y", zeros, zeros.astype(np.float16), CLOSE).fault == (
        "has another type: float16 instead of float32"
    )
    assert compare_output("y", zeros, zeros.T, CLOSE).fault == "has another shape: (3, 2) instead of (2, 3)"
    assert compare_output("y", zeros.astype(complex), zeros, CLOSE).fault == (
        "is of a type that cannot be compared: complex128"
    )


def test_rows_agree_up_to_the_rounding_of_kernels() -> None:
    row = np.linspace(-1, 1, 50, dtype=np.float32)
    assert compare_rows("y", np.stack([row, row * np.float32(1.009)])).fault is None
    assert compare_rows("y", np.stack([row, row[::-1]])).fault == (
        "gives different results for equal rows: differs by 2, allowed 0.01"
    )
    assert compare_rows("y", np.stack([row, row * np.nan])).fault
    assert compare_rows("y", np.stack([row * np.nan, row])).fault
    assert compare_rows("y", np.array([[1, 2], [1, 3]])).fault
    assert compare_rows("y", row[:1]).fault == "has no two rows: its shape is (1,)"
    assert compare_rows("y", row[0]).fault == "has no two rows: its shape is ()"


@settings(max_examples=30)
@given(st.integers(0, 3), st.integers(0, 3))
def test_only_the_part_that_was_kept_is_compared(top: int, left: int) -> None:
    whole = np.arange(25, dtype=np.float32).reshape(5, 5)
    kept = whole[top : top + 2, left : left + 2]
    reference = Reference({}, {"y": kept, "z": kept}, {"y": ((top, top + 2), (left, left + 2))})
    tolerances = {"y": EXACT}
    assert [it.fault for it in compare_reference(reference, {"y": whole}, tolerances)] == [None]
    wrong = whole.copy()
    wrong[top, left] += 1
    assert compare_reference(reference, {"y": wrong}, tolerances)[0].fault == "differs by 1, allowed 0"
    assert compare_reference(reference, {}, tolerances)[0].fault == "is missing"
    for other in (whole[: top + 1], whole[0]):
        (compared,) = compare_reference(reference, {"y": other}, tolerances)
        assert compared.fault
        assert compared.fault.startswith("has another shape: ")


@pytest.mark.parametrize("beside", [np.nan, np.inf])
def test_beside_the_part_that_was_kept_all_must_be_finite(beside: float) -> None:
    whole = np.zeros((3, 3), np.float16)
    part = Reference({}, {"y": whole[:2, :2]}, {"y": ((0, 2), (0, 2))})
    answer = whole.copy()
    answer[2, 2] = beside
    tolerances = {"y": EXACT}
    assert compare_reference(part, {"y": answer}, tolerances)[0].fault == "is not finite in 1 of 9 places"
    # Where the part itself has infinities, what else has some is not known.
    endless = Reference({}, {"y": np.full((2, 2), -np.inf, np.float16)}, part.crops)
    answer[:2, :2] = -np.inf
    assert compare_reference(endless, {"y": answer}, tolerances)[0].fault is None

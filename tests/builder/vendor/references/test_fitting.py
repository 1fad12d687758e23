"""References are made small, and tolerances wide enough for a GPU and no wider."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as nps

from builder.references.comparison import OutputDifference, compare_output
from builder.references.tolerance import Tolerance
from builder.vendor.references.fitting import chosen, cropped, packed_size, simplified
from builder.vendor.references.tolerances import MEASURED, derived, over, tells_nothing

Array = np.ndarray[Any, Any]
FLOATS = nps.arrays(np.float32, nps.array_shapes(max_side=6), elements=st.floats(-100, 100, width=32))


@settings(max_examples=40)
@given(nps.arrays(np.float32, nps.array_shapes(max_dims=4, max_side=9)), st.integers(450, 900))
def test_what_is_kept_of_an_output_is_where_its_crop_says(array: Array, limit: int) -> None:
    part, crop = cropped(array, limit)
    assert packed_size(part) <= limit or part.size <= 64
    if crop is None:
        assert part is array
    else:
        np.testing.assert_array_equal(part, array[tuple(slice(*ends) for ends in crop)])


def test_the_part_with_something_in_it_is_kept() -> None:
    picture = np.zeros((1, 3, 256, 256), np.float32)
    picture[..., 200:, 200:] = np.random.RandomState(0).random((1, 3, 56, 56))
    part, _ = cropped(picture, 4000)
    assert part.std() > 0.2


def test_as_many_samples_are_taken_as_there_is_room_for() -> None:
    samples = [{"x": np.random.RandomState(seed).random(250).astype(np.float32)} for seed in range(6)]
    assert chosen(samples, 1 << 20) == samples[:4]
    assert len(chosen(samples, 4000)) == 2
    assert chosen(samples, 1000) == []


def test_samples_that_were_made_up_become_as_small_as_they_must() -> None:
    large: list[dict[str, Array]] = [
        {
            "x": np.random.RandomState(0).random((1, 3, 512, 512)).astype(np.float32),
            "n": np.arange(9),
            "one": np.array(0.3),
        }
    ]
    (small,) = simplified(large, 48 << 10)
    assert small["x"].shape == (1, 3, 512, 512)
    assert len(chosen([small], 48 << 10)) == 1
    np.testing.assert_array_equal(small["n"], np.arange(9))
    assert (small["x"] * 64 % 1 == 0).all()
    assert isinstance(small["one"], np.ndarray)


@settings(max_examples=60)
@given(FLOATS, st.floats(-1, 1))
def test_what_was_measured_is_within_what_is_derived_of_it(expected: Array, off: float) -> None:
    got = expected + np.float32(off)
    measured = compare_output("y", expected, got, MEASURED)
    assert measured.fault is None
    if tolerance := derived([expected], [measured]):
        assert compare_output("y", expected, got, tolerance).fault is None


def test_tolerances_leave_room_and_are_written_as_people_write_them() -> None:
    expected = [np.linspace(-1, 1, 100, dtype=np.float32)]
    measured = [OutputDifference(output="y", max_abs=0.001234, cosine=0.99998)]
    assert derived(expected, measured) == Tolerance(max_abs=0.013, min_cosine=0.9998)
    assert derived(expected, [OutputDifference(output="y", max_abs=0.0, cosine=1.0)]) == Tolerance(
        max_abs=0.004, min_cosine=0.9999
    )
    assert derived(expected, [OutputDifference(output="y", max_abs=0.5, cosine=0.98)]) is None
    assert derived([np.arange(3)], [OutputDifference(output="y", max_abs=1.0)]) is None
    assert over(Tolerance(min_psnr=30.0), Tolerance(max_abs=0.1)) == Tolerance(max_abs=0.1, min_psnr=30.0)


@pytest.mark.parametrize(
    ("expected", "tolerance", "nothing"),
    [
        (np.ones(3), Tolerance(max_abs=0.5), False),
        (np.ones(3), Tolerance(max_abs=1.0), True),
        (np.ones(3), Tolerance(max_abs=1.0, min_cosine=0.9), False),
        (np.zeros(3), Tolerance(max_abs=0.0, min_cosine=0.9), True),
    ],
)
def test_a_tolerance_that_zeros_pass_says_nothing(expected: Array, tolerance: Tolerance, nothing: bool) -> None:
    assert tells_nothing("y", [expected], tolerance) is nothing

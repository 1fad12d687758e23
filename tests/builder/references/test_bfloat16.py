"""bf16 numbers: how they are rounded, and that they come back."""

from __future__ import annotations

import numpy
import pytest

from builder.references.bfloat16 import from_bfloat16, to_bfloat16


def test_a_number_beyond_the_type_is_rounded_to_infinity_in_silence() -> None:
    assert to_bfloat16(numpy.array([1e300, -1e300])).tolist() == [0x7F80, 0xFF80]


@pytest.mark.parametrize(
    ("number", "bits"),
    [
        (1.0, 0x3F80), (-2.0, 0xC000), (0.0, 0), (numpy.inf, 0x7F80), (numpy.nan, 0x7FC0),
        (1 + 2**-8, 0x3F80), (1 + 3 * 2**-8, 0x3F82), (3.4e38, 0x7F80), (1e-45, 0),
    ],
)  # fmt: skip
def test_bfloat16_is_rounded_as_gpus_round(number: float, bits: int) -> None:
    for shape in ((), (1,), (2, 3)):
        array = numpy.full(shape, number, numpy.float32)
        rounded = to_bfloat16(array)
        assert rounded.dtype == numpy.uint16
        assert rounded.shape == shape
        assert (rounded == bits).all()
        back = from_bfloat16(rounded)
        assert back.dtype == numpy.float32
        assert back.shape == shape
        assert numpy.array_equal(to_bfloat16(back), rounded)

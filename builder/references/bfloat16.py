"""bf16 numbers, for which numpy has no type: the upper halves of fp32 numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NAN = 0x7FC0


def to_bfloat16(numbers: NDArray[Any]) -> NDArray[Any]:
    """Round floating-point numbers to the nearest, the even one of two, as whole numbers of 16 bits."""
    import numpy

    with numpy.errstate(all="ignore"):
        bits = numpy.ascontiguousarray(numbers, numpy.float32).reshape(numbers.shape).view(numpy.uint32)
    wide = bits.astype(numpy.uint64)
    rounded = (wide + 0x7FFF + (wide >> 16 & 1)) >> 16
    # Rounding could make an infinity of a NaN.
    return numpy.where(numpy.isnan(numbers), _NAN, rounded).astype(numpy.uint16)


def from_bfloat16(stored: NDArray[Any]) -> NDArray[Any]:
    """Give the fp32 numbers that 16 bits each stand for."""
    import numpy

    return numpy.asarray(stored.astype(numpy.uint32) << 16).view(numpy.float32)

"""How far the outputs of a model are from what is right: numbers, and a fault where they are too far.

It judges what an engine has made of arbitrary bytes, so nothing that stands in an array makes it raise or warn.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from builder.references.tolerance import Tolerance

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from builder.references.file import Reference

EQUAL_ROWS_MAX_PART = 0.01
"""How far equal rows of a batch may be apart, as part of the largest value: kernels may add in another order for each,
and fp16 carries such differences through many layers to some thousandths."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputDifference:
    """One output beside what it should be.

    Attributes:
        output: its name.
        max_abs: the largest difference of a value; None where the two cannot be compared.
        cosine: of the angle between both, taken as vectors; None as above, and where there are no values.
        psnr: in dB; None as above, and where there is no difference.
        fault: what is wrong with it, to be read after its name; None if it is within its tolerance.
    """

    output: str
    max_abs: float | None = None
    cosine: float | None = None
    psnr: float | None = None
    fault: str | None = None


def compare_reference(
    reference: Reference, answers: Mapping[str, NDArray[Any]], tolerances: Mapping[str, Tolerance]
) -> tuple[OutputDifference, ...]:
    """Compare every output of a reference that has a tolerance, or only the part that was kept of it."""
    return tuple(
        _compare_kept(name, expected, answers.get(name), reference.crops.get(name), tolerances[name])
        for name, expected in reference.outputs.items()
        if name in tolerances
    )


def as_expected(answers: Mapping[str, NDArray[Any]], reference: Reference) -> dict[str, NDArray[Any]]:
    """Give floating-point outputs the type of the reference: a file in fp16 may stand for the one in fp32."""
    import numpy as np

    kinds = {name: array.dtype for name, array in reference.outputs.items() if array.dtype.kind == "f"}
    with np.errstate(all="ignore"):
        return {
            name: array.astype(kinds[name]) if name in kinds and array.dtype.kind == "f" else array
            for name, array in answers.items()
        }


def compare_output(name: str, expected: NDArray[Any], got: NDArray[Any], tolerance: Tolerance) -> OutputDifference:
    """Compare an output with its reference."""
    import numpy as np

    # Arbitrary bytes may be signalling NaNs, at which even a comparison warns.
    with np.errstate(all="ignore"):
        return _compare(name, expected, got, tolerance)


def _compare(name: str, expected: NDArray[Any], got: NDArray[Any], tolerance: Tolerance) -> OutputDifference:
    if fault := _kind_fault(expected, got) or _finite_fault(expected, got):
        return OutputDifference(output=name, fault=fault)
    measured = _measure(name, expected, got)
    kind = expected.dtype.kind
    if kind == "f" or (kind in "iu" and tolerance.max_abs is not None):
        return replace(measured, fault=_beyond(measured, tolerance))
    different = int((expected != got).sum())
    fault = f"has {different:,} of {expected.size:,} values that are not as they should be" if different else None
    return replace(measured, fault=fault)


def compare_rows(name: str, got: NDArray[Any]) -> OutputDifference:
    """Compare the first two rows of an output whose inputs were two equal rows."""
    import numpy as np

    if got.ndim == 0 or got.shape[0] < 2:
        return OutputDifference(output=name, fault=f"has no two rows: its shape is {got.shape}")
    first, second = got[0:1], got[1:2]
    allowed = None
    if first.dtype.kind == "f":
        with np.errstate(all="ignore"):
            finite = np.abs(first[np.isfinite(first)].astype(np.float64))
        allowed = EQUAL_ROWS_MAX_PART * float(finite.max(initial=0.0))
    compared = compare_output(name, first, second, Tolerance(max_abs=allowed))
    return replace(compared, fault=compared.fault and f"gives different results for equal rows: {compared.fault}")


def _compare_kept(
    name: str,
    expected: NDArray[Any],
    got: NDArray[Any] | None,
    crop: tuple[tuple[int, int], ...] | None,
    tolerance: Tolerance,
) -> OutputDifference:
    if got is None:
        return OutputDifference(output=name, fault="is missing")
    if crop is not None:
        if len(crop) != got.ndim or any(stop > size for (_, stop), size in zip(crop, got.shape, strict=True)):
            ranges = ", ".join(f"{start}:{stop}" for start, stop in crop)
            return OutputDifference(output=name, fault=f"has another shape: {got.shape} has no part [{ranges}]")
        if places := _not_finite_beside(expected, got):
            return OutputDifference(output=name, fault=f"is not finite in {places:,} of {got.size:,} places")
        got = got[tuple(slice(start, stop) for start, stop in crop)]
    return compare_output(name, expected, got, tolerance)


def _not_finite_beside(kept: NDArray[Any], whole: NDArray[Any]) -> int:
    """Count what is not finite in an output of which a finite part was kept: beside that part it is to be finite, too.

    References for which that is not so with the shipped files are not made.
    """
    import numpy as np

    if kept.dtype.kind != "f" or whole.dtype.kind != "f" or not np.isfinite(kept).all():
        return 0
    return int(whole.size - np.isfinite(whole).sum())


def _kind_fault(expected: NDArray[Any], got: NDArray[Any]) -> str | None:
    if expected.dtype.kind not in "biuf":
        return f"is of a type that cannot be compared: {expected.dtype}"
    if expected.dtype.newbyteorder("=") != got.dtype.newbyteorder("="):
        return f"has another type: {got.dtype} instead of {expected.dtype}"
    if expected.shape != got.shape:
        return f"has another shape: {got.shape} instead of {expected.shape}"
    return None


def _finite_fault(expected: NDArray[Any], got: NDArray[Any]) -> str | None:
    import numpy as np

    if expected.dtype.kind != "f":
        return None
    here, there = np.isfinite(expected), np.isfinite(got)
    if lost := int((here & ~there).sum()):
        return f"is not finite in {lost:,} of {expected.size:,} places"
    other = ~here & ((np.isnan(expected) != np.isnan(got)) | ((expected > 0) != (got > 0)) | there)
    if places := int(other.sum()):
        return f"should not be finite, or another infinity, in {places:,} of {expected.size:,} places"
    return None


def _measure(name: str, expected: NDArray[Any], got: NDArray[Any]) -> OutputDifference:
    """Measure two arrays of the same type and shape, which are finite in the same places."""
    import numpy as np

    finite = np.isfinite(expected)
    right, answer = expected[finite].astype(np.float64), got[finite].astype(np.float64)
    if not right.size:
        return OutputDifference(output=name, max_abs=0.0)
    difference = np.abs(right - answer)
    if expected.dtype.kind in "iu":
        # Large whole numbers are not exact in float64, and their differences are in the unsigned type.
        one, other = expected[finite].astype(np.uint64), got[finite].astype(np.uint64)
        difference = np.where(expected[finite] > got[finite], one - other, other - one).astype(np.float64)
    # Two finite numbers may be further apart than any number is large.
    largest = min(float(difference.max()), sys.float_info.max)
    return OutputDifference(
        output=name, max_abs=largest, cosine=_cosine(right, answer), psnr=_psnr(right, difference, largest)
    )


def _cosine(first: NDArray[Any], second: NDArray[Any]) -> float:
    # Scaled first: the squares of large or tiny values would leave the type's range.
    scales = float(abs(first).max()), float(abs(second).max())
    if not all(scales):
        return 1.0 if scales[0] == scales[1] else 0.0
    first, second = first / scales[0], second / scales[1]
    product = float((first * second).sum()) / math.sqrt(float((first**2).sum()) * float((second**2).sum()))
    return max(-1.0, min(1.0, product))


def _psnr(expected: NDArray[Any], difference: NDArray[Any], largest: float) -> float | None:
    if not largest:
        return None
    # Halved: the range of finite numbers may be beyond their type.
    half_range = float(expected.max()) / 2 - float(expected.min()) / 2
    half_peak = half_range or float(abs(expected).max()) / 2 or 0.5
    mean_square = float(((difference / largest).clip(max=1.0) ** 2).mean())
    return 20 * (math.log10(half_peak) + math.log10(2) - math.log10(largest)) - 10 * math.log10(mean_square)


def _beyond(measured: OutputDifference, tolerance: Tolerance) -> str | None:
    faults = []
    if tolerance.max_abs is not None and (measured.max_abs or 0.0) > tolerance.max_abs:
        faults.append(f"differs by {measured.max_abs:.4g}, allowed {tolerance.max_abs:.4g}")
    if tolerance.min_cosine is not None and measured.cosine is not None and measured.cosine < tolerance.min_cosine:
        faults.append(f"has a cosine of {measured.cosine:.6f} with its reference, required {tolerance.min_cosine:.6f}")
    if tolerance.min_psnr is not None and measured.psnr is not None and measured.psnr < tolerance.min_psnr:
        faults.append(f"has a PSNR of {measured.psnr:.1f} dB, required {tolerance.min_psnr:.1f} dB")
    return ", ".join(faults) or None

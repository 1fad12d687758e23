"""Which tolerances references get: from how far files are off on the processor, with room for GPUs. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from builder.references.comparison import OutputDifference, compare_output
from builder.references.tolerance import Tolerance

if TYPE_CHECKING:
    from numpy.typing import NDArray

MARGIN = 10.0
"""How much further a GPU may be off than the processor with the same roundings: it adds in another order, and rounds
sums in the middle."""
LEAST_PART = 1 / 256
"""The smallest difference that is allowed, as part of an output's largest value."""
LEAST_DEFICIT = 1e-4
"""The smallest that is allowed to be missing from a cosine of 1."""
MOST_DEFICIT = 0.1
"""Where more would have to be allowed, right and wrong could not be told apart."""
MEASURED = Tolerance(max_abs=math.inf, min_cosine=-1.0)
"""Lets everything pass that can be compared at all."""


def derived(expected: Sequence[NDArray[Any]], measured: Iterable[OutputDifference]) -> Tolerance | None:
    """Derive the tolerance of an output; None where no useful one holds for it.

    Args:
        expected: what is right, in each reference.
        measured: how far each file is off, in each reference.
    """
    measured = list(measured)
    furthest = max((it.max_abs or 0.0 for it in measured), default=0.0)
    if expected[0].dtype.kind != "f":
        return Tolerance(max_abs=0.0) if furthest == 0.0 else None
    largest = max((_largest(array) for array in expected), default=0.0)
    deficit = max((1.0 - (1.0 if it.cosine is None else it.cosine) for it in measured), default=0.0)
    cosine = _floor(1.0 - max(MARGIN * deficit, LEAST_DEFICIT))
    if 1.0 - cosine > MOST_DEFICIT:
        return None
    return Tolerance(max_abs=_up(max(MARGIN * furthest, LEAST_PART * largest)), min_cosine=cosine)


def tells_nothing(name: str, expected: Sequence[NDArray[Any]], tolerance: Tolerance) -> bool:
    """Whether an output that is all zeros would pass in every reference."""
    return not any(compare_output(name, array, array * 0, tolerance).fault for array in expected)


def over(given: Tolerance, tolerance: Tolerance) -> Tolerance:
    """Give a tolerance with those numbers in it that were asked for."""
    asked = {
        name: value for name in ("max_abs", "min_cosine", "min_psnr") if (value := getattr(given, name)) is not None
    }
    return replace(tolerance, **asked)


def _largest(array: NDArray[Any]) -> float:
    import numpy as np

    return float(np.abs(array[np.isfinite(array)]).max(initial=0.0))


def _up(value: float) -> float:
    """Round up to two digits, as people write a tolerance."""
    if value == 0.0:
        return 0.0
    unit = 10.0 ** (math.floor(math.log10(value)) - 1)
    return float(f"{math.ceil(value / unit - 1e-9) * unit:.2g}")


def _floor(cosine: float) -> float:
    return math.floor(cosine * 10_000 + 1e-6) / 10_000

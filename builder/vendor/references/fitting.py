"""References made small enough to be shipped: which samples are taken, and which part of an output is kept."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from builder.references.file import PACKING, Crop

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from builder.vendor.preparing.samples import Sample

MOST_REFERENCES = 4
_OF_INPUTS = 0.75
"""The part of a file that inputs may take; they must be whole."""
_STEP = 64
"""Numbers that samples are rounded to, for each 1: exact in every data type, and well to pack."""
_PERIODS = (128, 64, 32, 16)
_BEST_PACKING = 64
"""What is larger by more than that is cut without trying to pack it."""
_LEAST = 64
"""Values that say something of an output."""


def packed_size(array: NDArray[Any]) -> int:
    """The bytes that an array takes in a file of references."""
    # With room for the headers.
    return len(zlib.compress(array.tobytes(), PACKING)) + 400


def chosen(samples: Sequence[Sample], limit: int) -> list[Sample]:
    """Take the first samples that leave room for outputs; none where not even one does."""
    taken: list[Sample] = []
    left = int(limit * _OF_INPUTS)
    for sample in samples:
        size = sum(map(packed_size, sample.values()))
        if size <= left and len(taken) < MOST_REFERENCES:
            taken.append(sample)
            left -= size
    return taken


def simplified(samples: Sequence[Sample], limit: int) -> list[Sample]:
    """Make samples that were made up smaller: with fewer different numbers, and if need be with a pattern repeated."""
    import numpy as np

    def coarse(array: NDArray[Any]) -> NDArray[Any]:
        return np.asarray(np.round(array * _STEP) / _STEP, array.dtype) if array.dtype.kind == "f" else array

    rounded = [{name: coarse(array) for name, array in sample.items()} for sample in samples]
    for period in (0, *_PERIODS):
        simple = [{name: _repeated(array, period) for name, array in sample.items()} for sample in rounded]
        if len(taken := chosen(simple, limit)) == len(samples):
            return taken
    return taken


def _repeated(array: NDArray[Any], period: int) -> NDArray[Any]:
    """Repeat the beginning of the last two axes all along them; whole numbers may mean something where they stand."""
    import numpy as np

    if not period or array.dtype.kind != "f" or array.ndim < 2:
        return array
    down, across = (np.arange(size) % period for size in array.shape[-2:])
    return array[..., down[:, None], across[None, :]]


def cropped(array: NDArray[Any], limit: int) -> tuple[NDArray[Any], Crop | None]:
    """Cut an output until it is small enough, each time keeping the half in which its values differ more."""
    ranges = [(0, size) for size in array.shape]
    part = array
    while part.size > _LEAST and (part.nbytes > _BEST_PACKING * limit or packed_size(part) > limit):
        axis = max(range(part.ndim), key=lambda at: part.shape[at])
        middle = part.shape[axis] // 2
        before, after = (part.take(range(*ends), axis) for ends in ((0, middle), (middle, part.shape[axis])))
        start, stop = ranges[axis]
        is_before = _spread(before) >= _spread(after)
        part = before if is_before else after
        ranges[axis] = (start, start + middle) if is_before else (start + middle, stop)
    return part, tuple(ranges) if part.shape != array.shape else None


def _spread(array: NDArray[Any]) -> float:
    import numpy as np

    values = array[np.isfinite(array)].astype(np.float64)
    return float(values.std()) if values.size else 0.0


def small_shapes(profile: Mapping[str, Any]) -> list[dict[str, list[int]]]:
    """Give shapes for samples, the best first: usual ones but for large sizes, then the smallest, then the usual ones.

    Args:
        profile: min, opt and max of each input.
    """
    capped = {
        name: [max(least, min(usual, _STEP)) for least, usual in zip(it.min, it.opt, strict=True)]
        for name, it in profile.items()
    }
    candidates = [capped, {name: list(it.min) for name, it in profile.items()}]
    candidates.append({name: list(it.opt) for name, it in profile.items()})
    return [shapes for number, shapes in enumerate(candidates) if shapes not in candidates[:number]]

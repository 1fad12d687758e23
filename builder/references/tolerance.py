"""How far an output may be from its reference."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerance:
    """What an output must keep, beside its type, its shape, and being finite where its reference is.

    Attributes:
        max_abs: the largest difference of a value; whole numbers must be equal without it.
        min_cosine: the smallest cosine of the angle between both, taken as vectors.
        min_psnr: the smallest ratio of the reference's range of values to the difference, in dB.
    """

    max_abs: float | None = None
    min_cosine: float | None = None
    min_psnr: float | None = None

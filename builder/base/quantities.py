"""Sizes, times and counts as arguments of `say`: plain numbers to programs, "1.4 GB", "3 minutes", "1,284" to people.

    >>> say("{app} needs {size}.", app="Lumen", size=Bytes(1_400_000_000))
    'Lumen needs 1.4 GB.'

English is written here; a window writes the same amounts in its own language and number format, from the same rounding
(`installer/wizard/language.py`).
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable
from fractions import Fraction
from typing import ClassVar, Self

_FILE_BASE = 1024 if os.name == "nt" else 1000
"""What makes a kilobyte of a file: the Explorer counts in 1024, the file managers of other systems in 1000."""
_DIGITS = 3
_UNITS = ("bytes", "kB", "MB", "GB", "TB", "PB", "EB")


class Bytes(int):
    """An amount of storage in bytes, shown with three significant digits in the units of this system's file manager."""

    __slots__ = ()

    @property
    def base(self) -> int:
        """How many of a unit make the next: 1000 or 1024."""
        return _FILE_BASE

    @classmethod
    def at_least(cls, size: float) -> Self:
        """Round up what is needed, so that it reads as more than an amount `at_most` that does not suffice."""
        return cls(_to_digits(cls(math.ceil(size)), math.ceil))

    @classmethod
    def at_most(cls, size: float) -> Self:
        """Round down what there is."""
        return cls(_to_digits(cls(math.floor(size)), math.floor))

    def rounded(self) -> tuple[int, int]:
        """What is shown: bytes rounded to three significant digits, and how many decimals its unit needs for them."""
        size = _to_digits(self, round)
        _, unit = _unit(size, self.base)
        text = f"{size / unit:.{_decimals(size, unit)}f}"
        return size, len(text.rstrip("0").partition(".")[2])

    def __str__(self) -> str:
        size, decimals = self.rounded()
        if size == 1:
            return "1 byte"
        name, unit = _unit(size, self.base)
        return f"{size / unit:,.{decimals}f} {unit_name(name, self.base)}"

    def __format__(self, spec: str, /) -> str:
        return format(str(self), spec)


class MemoryBytes(Bytes):
    """An amount of memory in bytes: a computer or a graphics card with 16 GB is sold by 1024s on every system."""

    __slots__ = ()

    @property
    def base(self) -> int:
        return 1024


def unit_name(name: str, base: int) -> str:
    """Spell a unit as where it is counted: `kB` has 1000 bytes, Windows' `KB` 1024. Others are spelled the same."""
    return name.replace("kB", "KB") if base == 1024 else name


def _unit(size: int, base: int) -> tuple[str, int]:
    """The largest unit that an amount fills, and its bytes."""
    step = 0
    while step + 1 < len(_UNITS) and abs(size) >= base ** (step + 1):
        step += 1
    return _UNITS[step], base**step


def _decimals(size: int, unit: int) -> int:
    """How many decimals make three significant digits; whole units are never rounded away."""
    whole = len(str(abs(size) // unit))
    return max(0, _DIGITS - whole)


def _to_digits(size: Bytes, whole: Callable[[Fraction], int]) -> int:
    """Round to three significant digits of the unit, to a whole number of bytes, with `whole`: up, down or nearest."""
    _, unit = _unit(size, size.base)
    step = Fraction(unit, 10 ** _decimals(size, unit))
    rounded = whole(size / step) * step
    return whole(rounded)


class Count(int):
    """A number of things, shown with its thousands apart."""

    __slots__ = ()

    def __str__(self) -> str:
        return f"{int(self):,}"

    def __format__(self, spec: str, /) -> str:
        return format(str(self), spec)


class Duration(float):
    """A time in seconds, shown no more exactly than an expectation is known."""

    __slots__ = ()
    _HOURS_FROM: ClassVar[int] = 180

    def rounded(self) -> tuple[int, str]:
        """What is shown: a number of `second`, `minute` or `hour`."""
        if round(self) < 60:
            return max(1, round(self)), "second"
        minutes = round(self / 60)
        return (minutes, "minute") if minutes < self._HOURS_FROM else (round(minutes / 60), "hour")

    def __str__(self) -> str:
        count, unit = self.rounded()
        return f"{count} {unit}" if count == 1 else f"{count} {unit}s"

    def __format__(self, spec: str, /) -> str:
        return format(str(self), spec)

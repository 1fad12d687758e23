"""How long something will take, in words that promise no more than is known. Pure, and without Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from builder.base.text import Text, say, say_count

_FIVES_FROM = 10
_HOURS_FROM = 120


def steps_of(seconds: float) -> int:
    """Round to what is said: 0 for less than a minute, whole minutes, fives from ten on, hours from two on.

    Returns:
        Minutes.
    """
    minutes = max(0.0, seconds) / 60
    if minutes < 1:
        return 0
    whole = math.floor(minutes + 0.5)
    if whole < _FIVES_FROM:
        return whole
    if whole < _HOURS_FROM:
        return 5 * math.floor(minutes / 5 + 0.5)
    return 60 * math.floor(minutes / 60 + 0.5)


def about(seconds: float) -> Text:
    """Say how long something takes: `Less than a minute`, `About 3 minutes`."""
    minutes = steps_of(seconds)
    if minutes < 1:
        return say("Less than a minute")
    if minutes < _HOURS_FROM:
        return say_count(minutes, "About {count} minute", "About {count} minutes")
    return say_count(minutes // 60, "About {count} hour", "About {count} hours")


def within(seconds: float) -> Text:
    """The same as a part of a sentence: `in less than a minute`, `in about 3 minutes`."""
    minutes = steps_of(seconds)
    if minutes < 1:
        return say("in less than a minute")
    if minutes < _HOURS_FROM:
        return say_count(minutes, "in about {count} minute", "in about {count} minutes")
    return say_count(minutes // 60, "in about {count} hour", "in about {count} hours")


_MOST_TIMES = 3.0
_LEAST_EXPECTED = 60.0
"""What was promised at the least: the page before says no less than a minute."""
_LEAST_RAISE = 1.3


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """How long a run will still take, as a page says it from its first second on.

    It begins with what the page before has promised. All times are seconds of one monotonic clock, given by the caller.

    Attributes:
        expected: how long the run takes, as was said before.
        is_known: whether that was measured on this computer before; else it is an estimate.
        worked: how long it has worked, without waiting for anything.
        seconds: what is said, before it is rounded; never raised by less than 30 percent.
        is_measured: whether it is based on what this run has measured.
        is_waiting: it waits for the graphics card, and the clock stands still.
        looked_at: when this was true.
    """

    expected: float
    is_known: bool
    worked: float
    seconds: float
    is_measured: bool
    is_waiting: bool
    looked_at: float

    @classmethod
    def begin(cls, expected: float, now: float, *, is_known: bool = False) -> TimeLeft:
        """Begin with a run."""
        return cls(expected, is_known, 0.0, expected, is_measured=False, is_waiting=False, looked_at=now)

    def at(self, now: float, *, measured: float | None = None, is_waiting: bool = False) -> TimeLeft:
        """Look again.

        Args:
            now: of the caller's clock.
            measured: the seconds that are left as the run says, from what it has measured; None when it says nothing
                new, or nothing that can be trusted.
            is_waiting: whether it waits for the graphics card, and has since the last look.
        """
        passed = 0.0 if is_waiting else max(0.0, now - self.looked_at)
        worked = self.worked + passed
        left = self.seconds - passed if measured is None else measured
        if self.seconds < left < self.seconds * _LEAST_RAISE:
            left = self.seconds
        return replace(
            self,
            worked=worked,
            seconds=self.seconds if is_waiting else left,
            is_measured=self.is_measured or (measured is not None and not is_waiting),
            is_waiting=is_waiting,
            looked_at=now,
        )

    @property
    def is_late(self) -> bool:
        """Whether the run takes so much longer than expected that something has to be said."""
        return self.worked > _MOST_TIMES * max(self.expected, _LEAST_EXPECTED)

    @property
    def text(self) -> Text:
        """Say it, such as `About 3 minutes left (estimate)`."""
        if self.is_waiting:
            return say("{time}, once your graphics card is free", time=about(self.seconds))
        if self.seconds <= 0 and self.is_late:
            return say("This is taking longer than expected. It is still working.")
        if self.seconds <= 0 and not self.is_measured and self.worked > _LEAST_EXPECTED:
            return say("A little longer than expected")
        left = _left(self.seconds)
        return left if self.is_known or self.is_measured else say("{left} (estimate)", left=left)


def _left(seconds: float) -> Text:
    minutes = steps_of(seconds)
    if minutes < 1:
        return say("Less than a minute left")
    if minutes < _HOURS_FROM:
        return say_count(minutes, "About {count} minute left", "About {count} minutes left")
    return say_count(minutes // 60, "About {count} hour left", "About {count} hours left")

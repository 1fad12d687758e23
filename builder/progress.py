"""How far a run is and how long it will still take.

The engine library is no help: 50 to 99 % of a TensorRT-RTX build is one silent step. So progress lives on expected
time, corrected by what was measured so far, and the time left stays unsaid until there is something to base it on.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from builder.protocol import Progress

_ON_TIME_SHARE = 0.9
"""The share of a model's progress that the expected time fills; the rest is for builds that take longer."""


def share_done(elapsed: float, expected: float) -> float:
    """Estimate how much of a running build is done, 0 to below 1, growing for ever slower past the expected time."""
    ratio = elapsed / max(expected, 0.001)
    if ratio <= 1:
        return _ON_TIME_SHARE * ratio
    return _ON_TIME_SHARE + (1 - _ON_TIME_SHARE) * (1 - math.exp(1 - ratio)) * 0.99


class ProgressEstimate:
    """Overall progress of several builds.

    All times are seconds of one monotonic clock, given by the caller.
    """

    def __init__(self, expected: Mapping[str, float], known: Mapping[str, bool], jobs: int, started: float) -> None:
        """Begin.

        Args:
            expected: seconds per model.
            known: whether that was measured on this machine before.
            jobs: how many run at once.
            started: now.
        """
        self._expected = dict(expected)
        self._known = dict(known)
        self._jobs = jobs
        self._started = started
        self._running: dict[str, float] = {}
        self._measured: dict[str, float] = {}
        self._shown = 0.0

    def start(self, model: str, now: float) -> None:
        """A build begins."""
        self._running[model] = now

    def finish(self, model: str, now: float) -> None:
        """A build ended, well or not."""
        self._measured[model] = now - self._running.pop(model)

    def at(self, now: float) -> Progress:
        """The progress at a moment; the fraction never falls."""
        total = sum(self._expected.values())
        speed = self._speed()
        remaining = 0.0
        done = 0.0
        for model, expected in self._expected.items():
            if model in self._measured:
                done += expected
                continue
            likely = expected if self._known[model] else expected * speed
            share = share_done(now - self._running[model], likely) if model in self._running else 0.0
            done += expected * share
            remaining += likely * (1 - share)
        self._shown = max(self._shown, done / total if total else 1.0)
        return Progress(
            fraction=round(self._shown, 4),
            seconds_elapsed=round(now - self._started, 1),
            seconds_left=round(remaining / min(self._jobs, self._unfinished() or 1), 1) if self._trusted() else None,
        )

    def _unfinished(self) -> int:
        return len(self._expected) - len(self._measured)

    def _speed(self) -> float:
        """How much longer the finished builds took than expected."""
        expected = sum(self._expected[model] for model in self._measured)
        return sum(self._measured.values()) / expected if expected else 1.0

    def _trusted(self) -> bool:
        return bool(self._measured) or all(self._known.values())

"""How far a run is and how long it will still take.

The engine library is no help: 50 to 99 % of a TensorRT-RTX build is one silent step. So progress lives on expected
time, corrected by what was measured so far, and the time left stays unsaid until there is something to base it on.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from builder.base.events import WRITING_THE_ENGINE, Busy, Downloading, Event, Phase, Progress
from builder.building.estimate import Expected

_OVERDUE_SHARE = 0.1
"""What takes longer than expected is taken to need this share of what it has taken, and on top of that."""

_DOUBT = 0.1
"""How much of all expected time must be measured before that counts more than the expectation itself.

Without it, one small model that had to wait for a cold disk would double the time of all large ones.
"""

_DOUBT_OF_BYTES = 0.02
"""The same of what is downloaded: nothing was known of the connection, and one megabyte is like another."""

_CREEP = 0.5
"""How fast the bar moves at the least, as a share of the speed that would bring it to its end in time."""

_TRUSTED_SHARE = 0.25
"""The share of the builds with estimated times that must have been measured before the time left is said.

Models differ: what one of eight took says little of the other seven.
"""

_TRUSTED_FETCHED_SHARE = 0.05
"""The same of what is downloaded: bytes are alike, and the first of them tell how fast the others come."""

_LOST_FACTOR = 1.5
"""A build that takes so many times longer than was likely has shown that nothing is known of it."""

_MOST_SHOWN = 0.9999
_LEAST_PAUSE_SECONDS, _MOST_PAUSE_SECONDS = 0.02, 0.25


@dataclass(slots=True)
class _Running:
    """A running build or download.

    Attributes:
        began: when.
        wrote: when the first byte of the engine was written that is built.
        resumed: the bytes that an earlier run had fetched; None before anything is known of a download.
        received: the bytes that are there, with those.
    """

    began: float
    wrote: float | None = None
    resumed: int | None = None
    received: int = 0


def likely_seconds(elapsed: float, seconds: float, closing: float, silent: float | None = None) -> float:
    """The time that a running build will take altogether; it never is about to end at once.

    Args:
        elapsed: seconds so far.
        seconds: how many it was expected to take.
        closing: how many of them from the first byte of the engine on.
        silent: seconds before that byte; None while there is none.
    """
    if silent is None:
        return max(seconds - closing, elapsed * (1 + _OVERDUE_SHARE)) + closing
    return silent + max(closing, (elapsed - silent) * (1 + _OVERDUE_SHARE))


def makespan(running: Iterable[float], waiting: Sequence[float], jobs: int) -> float:
    """The time until all builds have ended, when each free place takes the next that waits.

    Args:
        running: seconds left of each that runs.
        waiting: seconds of each that waits, in order.
        jobs: how many places there are.
    """
    places = list(running)
    places += [0.0] * (jobs - len(places))
    heapq.heapify(places)
    for seconds in waiting:
        heapq.heapreplace(places, places[0] + seconds)
    return max(places)


def pace(measured: Iterable[tuple[float, float]], late: Iterable[tuple[float, float]], doubt: float) -> float:
    """How many times longer than expected builds take on this machine now.

    Args:
        measured: seconds taken and expected of builds.
        late: seconds that running builds take at the least, and seconds expected: they count when they are late.
        doubt: seconds that the expectation itself counts for, above 0.
    """
    taken = expected = doubt
    for seconds, of in measured:
        taken, expected = taken + seconds, expected + of
    so_far = taken / expected
    for seconds, of in late:
        if seconds > of * so_far:
            taken, expected = taken + seconds, expected + of
    return taken / expected


def advanced(shown: float, elapsed: float, left: float, since: float) -> float:
    """The fraction to show: that of the time, but no less than was shown before, and never at a standstill.

    Args:
        shown: the fraction that was shown last.
        elapsed: seconds since the beginning.
        left: seconds that are likely to be left.
        since: seconds since `shown` was shown.
    """
    if left <= 0:
        return max(shown, _MOST_SHOWN)
    # A run that is late again and again leaves ever less to be shown, and must not have shown all of it too soon.
    creeping = shown - (1 - shown) * math.expm1(-_CREEP * since / max(left, _CREEP * elapsed))
    return max(shown, min(max(elapsed / (elapsed + left), creeping), _MOST_SHOWN))


class ProgressEstimate:
    """Overall progress of several builds.

    All times are seconds of one monotonic clock, given by the caller.
    """

    def __init__(self, expected: Mapping[str, Expected], jobs: int, started: float) -> None:
        """Begin.

        Args:
            expected: of every model, in the order in which they will be started.
            jobs: how many run at once at the most.
            started: now.
        """
        self._expected = dict(expected)
        self._jobs = jobs
        self._started = started
        self._running: dict[str, _Running] = {}
        self._ended: set[str] = set()
        self._took: dict[str, float] = {}
        self._fetched: list[tuple[float, float]] = []  # seconds taken and expected, of downloads that have ended
        self._shown = 0.0
        self._shown_at = started
        self._total = 0.0

    def start(self, model: str, now: float) -> None:
        """Note that a build begins; once more, when it was only waiting until now."""
        self._running[model] = _Running(now)

    def hear(self, model: str, event: Event, now: float) -> None:
        """Note what an event of a running build says about its time."""
        match event:
            case Busy(seconds_left=left) if left is not None:
                # Waiting for the GPU is no part of the build.
                self.start(model, now)
            case Phase(title=title) if title == WRITING_THE_ENGINE:
                self.write(model, now)
            case Downloading(received=received) if self._expected[model].bytes_to_fetch:
                running = self._running[model]
                running.received = received
                if running.resumed is None:
                    running.resumed = received

    def write(self, model: str, now: float) -> None:
        """Note the first byte of an engine: what remains is easy to estimate."""
        self._running[model].wrote = now

    def finish(self, model: str, now: float, *, built: bool) -> None:
        """Note that a build ended; one that failed says nothing about how long builds take."""
        running = self._running.pop(model)
        self._ended.add(model)
        if not built:
            return
        if size := self._expected[model].bytes_to_fetch:
            self._fetched.append((now - running.began, self._fetch_seconds(model, size - (running.resumed or 0))))
        else:
            self._took[model] = now - running.began

    def begin_again(self, model: str, expected: Expected) -> None:
        """Note that what was tried has failed, and that the engine will be got in another way."""
        del self._running[model]
        self._expected[model] = expected

    @property
    def pause_seconds(self) -> float:
        """How long to wait before saying it again: a hundredth of the run, within what an eye sees and a log bears."""
        return min(max(0.01 * self._total, _LEAST_PAUSE_SECONDS), _MOST_PAUSE_SECONDS)

    def at(self, now: float) -> Progress:
        """The progress at a moment; the fraction never falls."""
        elapsed = now - self._started
        left = self._left(now)
        unfinished = len(self._ended) < len(self._expected)
        self._shown = advanced(self._shown, elapsed, left, now - self._shown_at) if unfinished else 1.0
        self._shown_at = now
        self._total = elapsed + left
        return Progress(
            fraction=round(self._shown, 4),
            seconds_elapsed=round(elapsed, 1),
            seconds_left=round(left, 1) if self._trusted(now) else None,
        )

    def _left(self, now: float) -> float:
        """The time that is left: downloads come one after another, beside the builds."""
        return max(self._left_of_builds(now), self._left_of_downloads(now))

    @property
    def _builds(self) -> dict[str, Expected]:
        return {model: expected for model, expected in self._expected.items() if not expected.bytes_to_fetch}

    @property
    def _downloads(self) -> dict[str, Expected]:
        return {model: expected for model, expected in self._expected.items() if expected.bytes_to_fetch}

    def _fetch_seconds(self, model: str, received: int) -> float:
        """What fetching so many bytes of an engine was expected to take."""
        expected = self._expected[model]
        return (expected.seconds - expected.closing) * received / expected.bytes_to_fetch

    def _received(self, now: float) -> list[tuple[float, float]]:
        """Seconds taken and expected of all that was fetched until now."""
        return [
            *self._fetched,
            *(
                (now - running.began, self._fetch_seconds(model, running.received - running.resumed))
                for model, running in self._running.items()
                if running.resumed is not None
            ),
        ]

    def _left_of_downloads(self, now: float) -> float:
        downloads = self._downloads
        total = sum(expected.seconds for expected in downloads.values())
        factor = pace(self._received(now), [], max(_DOUBT_OF_BYTES * total, 0.001))
        left = 0.0
        for model, expected in downloads.items():
            if model not in self._ended:
                there = self._running[model].received if model in self._running else 0
                left += self._fetch_seconds(model, expected.bytes_to_fetch - there) * factor + expected.closing
        return left

    def _left_of_builds(self, now: float) -> float:
        paces = {known: self._pace(known, now) for known in (False, True)}
        waiting, running = [], []
        for model, expected in self._builds.items():
            factor = paces[expected.known]
            if model in self._running:
                running.append(self._likely(model, now, factor) - (now - self._running[model].began))
            elif model not in self._ended:
                waiting.append(expected.seconds * factor)
        # While models wait although places are free, memory allows no more.
        jobs = len(running) if waiting and running else self._jobs
        return makespan(running, waiting, jobs)

    def _likely(self, model: str, now: float, factor: float = 1.0, *, least: bool = False) -> float:
        """What a running build is likely to take, or takes at the least, with its expectation times a factor."""
        running, expected = self._running[model], self._expected[model]
        silent = None if running.wrote is None else running.wrote - running.began
        seconds = 0.0 if least else expected.seconds * factor
        return likely_seconds(now - running.began, seconds, expected.closing * factor, silent)

    def _pace(self, known: bool, now: float | None = None) -> float:
        """The pace of those measured before or of the others: the two may be wrong by different factors.

        Args:
            known: which of them.
            now: also counts those that run; None does not.
        """
        seconds = {model: expected.seconds for model, expected in self._builds.items() if expected.known == known}
        measured, late = dict(self._took), dict[str, float]()
        for model, running in self._running.items() if now is not None else ():
            (late if running.wrote is None else measured)[model] = self._likely(model, now or 0.0, least=True)
        return pace(
            [(took, seconds[model]) for model, took in measured.items() if model in seconds],
            [(took, seconds[model]) for model, took in late.items() if model in seconds],
            max(_DOUBT * sum(seconds.values()), 0.001),
        )

    def _trusted(self, now: float) -> bool:
        """Whether enough was measured, here and now or before, and no build has proved it wrong."""
        unfinished = [
            self._fetch_seconds(model, it.bytes_to_fetch)
            for model, it in self._downloads.items()
            if model not in self._ended
        ]
        if unfinished and sum(seconds for _, seconds in self._received(now)) < _TRUSTED_FETCHED_SHARE * sum(unfinished):
            return False
        estimated = {model: expected.seconds for model, expected in self._builds.items() if not expected.known}
        measured = sum(seconds for model, seconds in estimated.items() if model in self._took)
        if not estimated.keys() <= self._ended and measured < _TRUSTED_SHARE * sum(estimated.values()):
            return False
        finished = {known: self._pace(known) for known in (False, True)}
        return all(
            now - running.began <= _LOST_FACTOR * self._expected[model].seconds * finished[self._expected[model].known]
            for model, running in self._running.items()
            if model in self._builds
        )

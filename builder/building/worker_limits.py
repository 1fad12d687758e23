"""What workers may take: memory, all that run at the same time together, and time.

A model of a few kilobytes can make an engine library take all memory, or wait for ever for a lock of its own. The
parent looks at its workers and ends them. The system's own limits would not do: that of the address space counts what a
library reserves and never uses, and a library whose allocation fails may crash, or wait for ever, instead of saying so.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from builder.building.estimate import Expected
from builder.operating_system.usage import Usage, usage_of

_LEAST_SECONDS = 6 * 3600.0
_TIMES_EXPECTED = 100
"""How long a build may take: a multiple of what is expected, and never less than hours, as timing kernels can take."""

_LOOK_SECONDS = 0.1
_MOST_SECONDS_AT_ONCE = 5.0
"""What counts of a pause between two looks: a computer that was asleep did not wait."""


@dataclass
class MemoryBudget:
    """The memory that all workers of a run may take together.

    Attributes:
        limit_bytes: all of it.
    """

    limit_bytes: int
    _used: dict[int, tuple[int, int]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def is_exceeded_by(self, pid: int, used: int, expected: int) -> bool:
        """Note what a worker takes, and judge whether it is the one to end: the one that is furthest from expected."""
        with self._lock:
            self._used[pid] = (used, used - expected)
            total = sum(taken for taken, _ in self._used.values())
            return total > self.limit_bytes and used - expected >= max(over for _, over in self._used.values())

    def forget(self, pid: int) -> None:
        """Take a worker out that has ended."""
        with self._lock:
            self._used.pop(pid, None)


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """What one worker may take.

    Attributes:
        memory: shared with those that run at the same time; None for any amount.
        expected_bytes: the memory that it is expected to need at its peak.
        idle_seconds: how long it may use no processor time. A build may be one silent step of many minutes, but it
            computes all the time; what waits for a disk or a GPU for so long has no hope.
        seconds: how long it may run at all. Small models can make a library compute for years.
    """

    memory: MemoryBudget | None = None
    expected_bytes: int = 0
    idle_seconds: float = 600.0
    seconds: float = _LEAST_SECONDS

    @classmethod
    def for_build(cls, memory: MemoryBudget, expected: Expected) -> WorkerLimits:
        """Make the limits of a build from what it is expected to take."""
        return cls(memory, expected.memory_bytes, seconds=max(_LEAST_SECONDS, _TIMES_EXPECTED * expected.seconds))


@dataclass(frozen=True, slots=True)
class TookTooMuchMemory:
    """The worker was ended because of the memory that it took.

    Attributes:
        used_bytes: by it.
        limit_bytes: for it and those beside it.
        stack: what it wrote to standard error before.
    """

    used_bytes: int
    limit_bytes: int
    stack: str = ""


@dataclass(frozen=True, slots=True)
class DidNothing:
    """The worker was ended because it used no processor time.

    Attributes:
        seconds: for so long.
        stack: what it wrote to standard error before.
    """

    seconds: float
    stack: str = ""


@dataclass(frozen=True, slots=True)
class TookTooLong:
    """The worker was ended because it had run for far longer than anything takes.

    Attributes:
        seconds: for so long.
        stack: what it wrote to standard error before.
    """

    seconds: float
    stack: str = ""


@dataclass
class WorkerWatch:
    """Looks at one worker from time to time.

    Attributes:
        pid: of the worker.
        limits: of it.
        measure: how much it has taken; tests have their own.
    """

    pid: int
    limits: WorkerLimits
    measure: Callable[[int], Usage | None] = usage_of
    _looked_at: float = field(default_factory=time.monotonic)
    _cpu_seconds: float = -1.0
    _idle: float = 0.0
    _ran: float = 0.0

    def look(self, now: float) -> TookTooMuchMemory | DidNothing | TookTooLong | None:
        """Judge the worker; None when it may go on, or when it is not yet time for the next look."""
        since = now - self._looked_at
        if since < _LOOK_SECONDS:
            return None
        self._looked_at = now
        usage = self.measure(self.pid)
        if usage is None:
            return None
        budget = self.limits.memory
        if budget and budget.is_exceeded_by(self.pid, usage.memory_bytes, self.limits.expected_bytes):
            return TookTooMuchMemory(usage.memory_bytes, budget.limit_bytes)
        awake = min(since, _MOST_SECONDS_AT_ONCE)
        self._ran += awake
        if self._ran >= self.limits.seconds:
            return TookTooLong(self._ran)
        is_idle = usage.cpu_seconds == self._cpu_seconds
        self._cpu_seconds = usage.cpu_seconds
        self._idle = self._idle + awake if is_idle else 0.0
        return DidNothing(self._idle) if self._idle >= self.limits.idle_seconds else None

    def end(self) -> None:
        """Give back what the worker had."""
        if self.limits.memory:
            self.limits.memory.forget(self.pid)

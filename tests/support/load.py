"""Times that hold on a computer that does nothing else, stretched by what this one does besides."""

from __future__ import annotations

import time

_MEASURED_SECONDS = 0.1


def under_load(seconds: float) -> float:
    """How long may take here and now what takes so many seconds where a process has a core to itself."""
    began, used = time.monotonic(), time.process_time()
    while time.process_time() - used < _MEASURED_SECONDS:
        pass
    return seconds * max(1.0, (time.monotonic() - began) / _MEASURED_SECONDS)

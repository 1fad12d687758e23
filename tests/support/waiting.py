"""Waiting for what another process does: with an end, and without taking the processor from it."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from typing import Any

_LOOK_SECONDS = 0.005


def wait_until(
    condition: Callable[[], object], process: subprocess.Popen[Any] | None = None, within_seconds: float = 120
) -> None:
    """Wait until something is so, which `process` is to bring about."""
    end = time.monotonic() + within_seconds
    while not condition():
        assert process is None or process.poll() is None, "it ended before"
        assert time.monotonic() < end, f"it was not so within {within_seconds} seconds"
        time.sleep(_LOOK_SECONDS)

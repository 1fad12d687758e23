"""Work that a stop leaves behind: much of it is inside libraries that hear of no stop."""

from __future__ import annotations

import atexit
import os
import threading
from collections.abc import Callable
from typing import TypeVar

from builder.base.cancellation import CancelToken
from builder.base.errors import ExitCode

Result = TypeVar("Result")

_GRACE_SECONDS = 0.6
"""For work that ends when it is told to."""


def in_background(work: Callable[[], Result], cancel: CancelToken, stop: Callable[[], None] = lambda: None) -> Result:
    """Do something in another thread, and wait for it.

    Args:
        work: it must change nothing outside that a stop must not leave half done.
        cancel: ends the waiting.
        stop: tells the work of it.

    Raises:
        Cancelled: a stop was asked for; or whatever the work raises.
    """
    results: list[Result] = []
    errors: list[Exception] = []

    def do() -> None:
        try:
            results.append(work())
        except Exception as error:  # noqa: BLE001 - raised where it is waited for
            errors.append(error)

    thread = threading.Thread(target=do, daemon=True)
    thread.start()
    try:
        cancel.join(thread, threading.TIMEOUT_MAX)
    finally:
        if thread.is_alive():
            stop()
            thread.join(_GRACE_SECONDS)
            atexit.register(_leave, thread)
    if errors:
        raise errors[0]
    return results[0]


def _leave(thread: threading.Thread) -> None:
    """End the process at once if a thread still works: libraries would be torn down under it, which aborts."""
    if thread.is_alive():
        os._exit(ExitCode.CANCELLED.number)

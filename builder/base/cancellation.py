"""The wish to stop, carried to everyone who works."""

from __future__ import annotations

import contextlib
import math
import signal
import threading
import time
from typing import TYPE_CHECKING, Any

from builder.base.errors import Cancelled, TimeLimitReached

if TYPE_CHECKING:
    import subprocess

_POLL_SECONDS = 0.1


class CancelToken:
    """Set once, by anyone; setting it is safe inside a signal handler.

    Attributes:
        is_set: whether a stop was asked for.
        timed_out: whether that was for want of time: what is finished may still be published.
    """

    def __init__(self) -> None:
        # Not a threading.Event: two signals close together would meet in its lock, in one thread.
        self.is_set = False
        self.timed_out = False

    def cancel(self) -> None:
        """Ask everyone to stop. It cannot be taken back."""
        assert self is not NEVER, "what was started with NEVER cannot be stopped"
        self.is_set = True

    def time_out(self) -> None:
        """Ask everyone to stop because time has run out, unless a stop was asked for already."""
        assert self is not NEVER, "what was started with NEVER cannot be stopped"
        if not self.is_set:
            self.timed_out = self.is_set = True

    def check(self) -> None:
        """Raise `Cancelled` or `TimeLimitReached` once a stop was asked for."""
        if self.is_set:
            raise TimeLimitReached if self.timed_out else Cancelled

    def join(self, thread: threading.Thread, seconds: float) -> None:
        """Wait for the end of a thread that does what cannot be interrupted; a stop leaves it behind.

        Args:
            thread: a daemon, which ends with the process.
            seconds: how long at the most; whether it has ended by then is for the caller to see.

        Raises:
            Cancelled: a stop was asked for; or `TimeLimitReached`.
        """
        give_up = time.monotonic() + seconds
        while thread.is_alive() and (left := give_up - time.monotonic()) > 0:
            self.check()
            thread.join(min(left, _POLL_SECONDS))

    def wait(self, process: subprocess.Popen[Any], seconds: float = math.inf) -> int | None:
        """Wait for the end of a process; a stop, or the end of the time, ends it.

        Returns:
            Its exit status; None where the time was up.

        Raises:
            Cancelled: a stop was asked for; or `TimeLimitReached`.
        """
        from subprocess import TimeoutExpired

        give_up = time.monotonic() + seconds
        while process.poll() is None:
            if self.is_set or time.monotonic() > give_up:
                process.kill()
                process.wait()
                self.check()
                return None
            with contextlib.suppress(TimeoutExpired):
                process.wait(_POLL_SECONDS)
        return process.returncode


NEVER = CancelToken()
"""For work that nothing stops; it cannot be set."""


def cancel_on_signals(cancel: CancelToken) -> None:
    """Let Ctrl-C, a closed terminal and `kill` cancel the run instead of tearing it down, to the end of the process."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        # nohup and a shell's & want some signals ignored.
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, lambda _number, _frame: cancel.cancel())

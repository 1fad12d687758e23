"""The wish to stop, carried to everyone who works."""

from __future__ import annotations

import signal

from builder.base.errors import Cancelled, TimeLimitReached


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


NEVER = CancelToken()
"""For work that nothing stops; it cannot be set."""


def cancel_on_signals(cancel: CancelToken) -> None:
    """Let Ctrl-C, a closed terminal and `kill` cancel the run instead of tearing it down, to the end of the process."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        # nohup and a shell's & want some signals ignored.
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, lambda _number, _frame: cancel.cancel())

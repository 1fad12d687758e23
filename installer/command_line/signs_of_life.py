"""What a program that controls a run hears while nothing else happens, and what it can say."""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from builder.base.cancellation import CancelToken

if TYPE_CHECKING:
    from builder.base.events import Event

HEARTBEAT_SECONDS = 5.0
"""Within twice this time a front end that reads the events hears something."""


@contextlib.contextmanager
def heartbeats(show: Callable[[Event], None]) -> Iterator[Callable[[Event], None]]:
    """Show a heartbeat whenever nothing else was shown for a while, so that a long step is not taken for a hang.

    Yields:
        What to show events with instead of `show`.
    """
    from builder.base.events import Heartbeat

    started = time.monotonic()
    lock = threading.Lock()
    ended = threading.Event()
    something_shown = threading.Event()

    def show_and_note(event: Event) -> None:
        something_shown.set()
        with lock:
            show(event)

    def beat() -> None:
        while not ended.wait(HEARTBEAT_SECONDS):
            if not something_shown.is_set():
                with lock:
                    show(Heartbeat(round(time.monotonic() - started, 1)))
            something_shown.clear()

    thread = threading.Thread(target=beat, name="heartbeat", daemon=True)
    thread.start()
    try:
        yield show_and_note
    finally:
        ended.set()
        thread.join()


def listen_for_cancel(cancel: CancelToken) -> None:
    """Let a controlling process cancel with a line on standard input; its end means nothing."""
    from builder.base.events import CANCEL_COMMAND
    from builder.operating_system import take_standard_input

    if sys.stdin is None:  # the process was started without one
        return
    commands = take_standard_input()

    def listen() -> None:
        pending = b""
        # Unbuffered: a thread that waits inside a buffered reader holds its lock while the interpreter exits.
        with contextlib.suppress(OSError):
            while chunk := commands.read(4096):
                *lines, pending = (pending + chunk).split(b"\n")
                if CANCEL_COMMAND.encode() in (line.strip() for line in lines):
                    cancel.cancel()

    threading.Thread(target=listen, name="standard input", daemon=True).start()

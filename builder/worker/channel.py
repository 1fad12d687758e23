"""The worker's line to its parent: events out on a private descriptor; in on standard input, the job and answers."""

from __future__ import annotations

import contextlib
import io
import os
import queue
import sys
import threading
from pathlib import Path
from typing import BinaryIO, NoReturn

from builder.base.events import CANCEL_COMMAND, BuildJob, Event
from builder.operating_system import take_standard_input

_STDOUT, _STDERR = 1, 2
_EXIT_PARENT_GONE = 3
_POLL_SECONDS = 0.05


class Channel:
    """Both directions.

    Attributes:
        cancelled: set once the parent asks to stop; it is never cleared.
    """

    def __init__(self, events: BinaryIO, commands: BinaryIO) -> None:
        self._events = events
        self._commands = commands
        # The engine library may call the monitor from several threads.
        self._lock = threading.Lock()
        self.cancelled = threading.Event()
        self._answers: queue.SimpleQueue[str] = queue.SimpleQueue()

    @classmethod
    def open(cls) -> Channel:
        """Take over the process's standard streams.

        What native code or a stray print writes to standard output goes to standard error from here on, so that it
        lands in the log and never between the events.
        """
        events = os.fdopen(os.dup(_STDOUT), "wb", buffering=0)
        os.dup2(_STDERR, _STDOUT)
        sys.stdout = sys.stderr
        return cls(events, io.BufferedReader(take_standard_input()))

    def send(self, event: Event) -> None:
        """Write one event; when the parent no longer reads, the input's end will stop this process."""
        line = event.to_parent_line().encode()
        with self._lock:
            try:
                while line:
                    line = line[self._events.write(line) :]
            except OSError:
                self.cancelled.set()

    def ask(self, question: Event) -> str | None:
        """Send a question and wait for the parent's answer; None once the run is cancelled."""
        self.send(question)
        while not self.cancelled.is_set():
            with contextlib.suppress(queue.Empty):
                return self._answers.get(timeout=_POLL_SECONDS)
        return None

    def read_job(self) -> BuildJob | None:
        """Wait for the job; None when the parent went away before it sent one."""
        line = self._commands.readline()
        return BuildJob.from_line(line) if line.endswith(b"\n") else None

    def end_with(self, event: Event) -> NoReturn:
        """Send the last event and end without tearing down the library.

        That takes longer than starting it, and its bugs are not ours to meet.
        """
        self.send(event)
        sys.stderr.flush()
        os._exit(0)

    def listen(self, abandon: Path | None) -> None:
        """Hear `cancel` from now on, and end the process at once when the parent is gone.

        Args:
            abandon: the unfinished file to remove in that case; None when there is none.
        """
        threading.Thread(target=self._listen, args=(abandon,), name="commands", daemon=True).start()

    def _listen(self, abandon: Path | None) -> None:
        for line in self._commands:
            if line.strip() == CANCEL_COMMAND.encode():
                self.cancelled.set()
            else:
                self._answers.put(line.strip().decode())
        try:
            if abandon:
                abandon.unlink()
        finally:
            # The library may be inside a step of minutes that nothing interrupts.
            os._exit(_EXIT_PARENT_GONE)

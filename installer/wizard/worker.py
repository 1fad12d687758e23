"""What takes time, in a QThread: looking, and the same actions as quiet mode, with their events as signals.

The engine library never runs here: the action's child processes have it (docs/architecture.md).
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal, Slot

from builder.base.cancellation import CancelToken
from builder.base.events import Busy, Committing, ModelFinished
from installer.actions.runner import action_of, follow, told
from installer.wizard.navigation import Mode, look

if TYPE_CHECKING:
    from builder.base.events import Event
    from installer.actions.log import RunLog
    from installer.target.installation import Request

_SECONDS_BETWEEN_SIGNALS = 0.05
"""A build can send thousands of events in a few milliseconds; the window is told of all of them this often."""


class Worker(QObject):
    """Lives in a thread of its own.

    Attributes:
        looked: what was asked for, and a `Look`, or the error that kept it from being made.
        happened: a list of events.
        ended: the `Result` of an action.
        cancel: stops what is being done; a new one for each run, because what was cancelled stays so.
    """

    looked = Signal(object, object)
    happened = Signal(list)
    ended = Signal(object)

    def __init__(self, mode: Mode, log: RunLog) -> None:
        super().__init__()
        self._mode: Mode = mode
        self._log = log
        self._waiting: list[Event] = []
        self._told_at = 0.0
        self.cancel = CancelToken()

    @Slot(object)
    def look(self, request: Request) -> None:
        """Find out what there is to do."""
        try:
            found: object = look(self._mode, request, self.cancel)
        except Exception as error:
            found = told(error)
        self.looked.emit(request, found)

    @Slot(object)
    def work(self, request: Request) -> None:
        """Do it."""
        result = follow(action_of(self._mode), request, self._log, self._show, self.cancel)
        self._tell()
        self.ended.emit(result)

    def _show(self, event: Event) -> None:
        self._waiting.append(event)
        # What somebody may act upon is told at once.
        if (
            isinstance(event, Busy | Committing | ModelFinished)
            or time.monotonic() - self._told_at >= _SECONDS_BETWEEN_SIGNALS
        ):
            self._tell()

    def _tell(self) -> None:
        if self._waiting:
            self.happened.emit(self._waiting)
        self._waiting = []
        self._told_at = time.monotonic()


class WorkerThread(QThread):
    """The thread of one worker; ends when the window does, and never before the worker."""

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self.setObjectName("installer")
        self._worker = worker
        worker.moveToThread(self)

    def end(self) -> None:
        """Stop what is being done, and wait until it has stopped."""
        self._worker.cancel.cancel()
        self.quit()
        self.wait()

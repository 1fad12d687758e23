"""What takes time, in a QThread: assessments, and the same actions as quiet mode, with their events as signals.

The engine library never runs here: the action's child processes load it (docs/architecture.md).
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from builder.base.cancellation import CancelToken
from builder.base.events import Busy, Committing, ModelFinished
from installer.actions.delivery import Delivery
from installer.actions.elevated import needs_elevation, run_elevated
from installer.actions.runner import action_of, as_user_error, run_action
from installer.wizard.assessment import Mode, assess

if TYPE_CHECKING:
    from builder.base.events import Event
    from installer.actions.log import RunLog
    from installer.target.request import Request

_SECONDS_BETWEEN_SIGNALS = 0.05
"""A build can send thousands of events within milliseconds; the window gets all of them at this interval."""

_LONGEST_TIMER_MS = 2**31 - 1
"""Qt counts milliseconds in 32 bits. Three weeks are as good as no limit."""


class Worker(QObject):
    """Assesses and acts, in a thread of its own.

    Attributes:
        assessed: the mode, what was asked for, and an `Assessment` or the error that prevented it.
        happened: a list of events.
        ended: the `Result` of an action.
        cancel: stops what is running; a new one for each run, because a cancelled token stays cancelled.
        delivery: what was asked of the vendor's server for the latest assessment; None before the first.
    """

    assessed = Signal(str, object, object)
    happened = Signal(list)
    ended = Signal(object)

    def __init__(self, log: RunLog) -> None:
        super().__init__()
        self._log = log
        self._pending: list[Event] = []
        self._flushed_at = 0.0
        self.cancel = CancelToken()
        self.delivery: Delivery | None = None

    @Slot(str, object)
    def assess(self, mode: Mode, request: Request) -> None:
        """Find out what could be done."""
        self.delivery = self.delivery.again(self.cancel) if self.delivery else Delivery(request.feed, self.cancel)
        try:
            found: object = assess(mode, request, self.cancel, delivery=self.delivery)
        except Exception as error:
            found = as_user_error(error)
        self.assessed.emit(mode, request, found)

    @Slot(str, object)
    def work(self, mode: Mode, request: Request) -> None:
        """Carry out the request; with administrator rights, where it needs them and this process has none."""
        if needs_elevation(request.scope, request.target):
            result = run_elevated(mode, request, self._log, self._show, self.cancel)
        else:
            result = run_action(action_of(mode), request, self._log, self._show, self.cancel)
        self._flush()
        self.ended.emit(result)

    def _show(self, event: Event) -> None:
        self._pending.append(event)
        # Users may react to these, so they do not wait.
        is_urgent = isinstance(event, Busy | Committing | ModelFinished)
        if is_urgent or time.monotonic() - self._flushed_at >= _SECONDS_BETWEEN_SIGNALS:
            self._flush()

    def _flush(self) -> None:
        if self._pending:
            self.happened.emit(self._pending)
        self._pending = []
        self._flushed_at = time.monotonic()


class Background(QThread):
    """The thread of one worker, and the time limit of its run; ends with the window and never before the worker.

    Attributes:
        worker: what runs in it.
    """

    _assessment_requested = Signal(str, object)
    _work_requested = Signal(str, object)

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self.setObjectName("installer")
        self.worker = worker
        self._time_limit = QTimer(self, singleShot=True)
        self._time_limit.timeout.connect(lambda: worker.cancel.time_out())
        self._assessment_requested.connect(worker.assess)
        self._work_requested.connect(worker.work)
        worker.ended.connect(self._time_limit.stop)
        worker.moveToThread(self)
        self.start()

    def assess(self, mode: Mode, request: Request, *, is_quiet: bool = False) -> None:
        """Let the worker find out what could be done.

        Args:
            mode: what the window does.
            request: what is asked for.
            is_quiet: nobody has asked for this look, so it asks the vendor's server nothing again.
        """
        self.worker.cancel = CancelToken()
        if not is_quiet:
            self.worker.delivery = None
        self._assessment_requested.emit(mode, request)

    def work(self, mode: Mode, request: Request, timeout_minutes: float | None) -> None:
        """Let the worker carry out a request, for at most so many minutes."""
        self.worker.cancel = CancelToken()
        if timeout_minutes is not None:
            self._time_limit.start(min(max(1, round(timeout_minutes * 60_000)), _LONGEST_TIMER_MS))
        self._work_requested.emit(mode, request)

    def cancel(self) -> None:
        """Stop what is running."""
        self.worker.cancel.cancel()

    def end(self) -> None:
        """Stop what is running, and wait until it has stopped."""
        self.cancel()
        self.quit()
        self.wait()

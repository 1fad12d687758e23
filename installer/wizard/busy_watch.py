"""Watches the GPUs on which kernels will be timed, while a page is shown."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from builder.gpu.busy import BusyMonitor
from builder.gpu.nvml import Gpu

_REPORT_MS = 500


class BusyWatch(QObject):
    """Watches GPUs from `watch` until `stop`.

    Attributes:
        seen: the name and `BusyVerdict` of each GPU, twice a second.
    """

    seen = Signal(list)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._monitors: list[BusyMonitor] = []
        self._running = contextlib.ExitStack()
        self._timer = QTimer(self)
        self._timer.setInterval(_REPORT_MS)
        self._timer.timeout.connect(self._report)

    def watch(self, gpus: Sequence[Gpu]) -> None:
        """Watch these GPUs instead of any others."""
        self.stop()
        self._monitors = [self._running.enter_context(BusyMonitor(gpu)) for gpu in gpus]
        if self._monitors:
            self._timer.start()

    def stop(self) -> None:
        """Stop watching."""
        self._timer.stop()
        for monitor in self._monitors:
            monitor.end()
        self._running.close()
        self._monitors = []

    def _report(self) -> None:
        self.seen.emit([(monitor.gpu.name, monitor.verdict) for monitor in self._monitors])

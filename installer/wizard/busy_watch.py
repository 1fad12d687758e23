"""The GPUs that kernels are to be timed on, watched while a page is shown."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from builder.gpu.busy import BusyMonitor
from builder.gpu.nvml import Gpu

_LOOK_MS = 500


class BusyWatch(QObject):
    """Watches from `watch` to `stop`.

    Attributes:
        seen: name and `BusyVerdict` of each GPU.
    """

    seen = Signal(list)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._monitors: list[BusyMonitor] = []
        self._running = contextlib.ExitStack()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def watch(self, gpus: Sequence[Gpu]) -> None:
        """Begin to watch these, and no others any longer."""
        self.stop()
        self._monitors = [self._running.enter_context(BusyMonitor(gpu)) for gpu in gpus]
        if self._monitors:
            self._timer.start()

    def stop(self) -> None:
        """Watch nothing any longer."""
        self._timer.stop()
        for monitor in self._monitors:
            monitor.end()
        self._running.close()
        self._monitors = []

    def _look(self) -> None:
        self.seen.emit([(monitor.gpu.name, monitor.verdict) for monitor in self._monitors])

"""The wizard, watched from inside, for bench/wizard.py: `python -m bench.wizard_watch WHAT [arguments]`.

WHAT is `painted` or `installed`, with arguments of engine-installer, or for the reference `bare-painted` or
`bare-memory`. The figures go as lines to the descriptor that BENCH_PIPE names: the program writes its result to
standard output.

Qt is imported when the program itself does so and not before: with it, every later import takes longer.
"""

from __future__ import annotations

import importlib.abc
import importlib.util
import itertools
import os
import sys
import time
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any


def tell(value: float) -> None:
    """Say a figure."""
    os.write(int(os.environ["BENCH_PIPE"]), f"{value}\n".encode())


def tell_memory() -> None:
    """Say the most memory that this process ever held, MiB."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    tell(next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024)


def tell_first_paint(application: Any) -> None:
    """Say when something has been painted for the first time, and end the process."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    def told() -> None:
        tell(time.monotonic())
        tell(time.process_time())
        os._exit(0)

    class FirstPaint(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint:
                application.removeEventFilter(self)
                QTimer.singleShot(0, told)  # after everything else that is painted with it
            return False

    application.first_paint = FirstPaint()
    application.installEventFilter(application.first_paint)


class Installation:
    """Presses what a user would press until the last page is there, and then says the longest wait and the memory."""

    def __init__(self, application: Any) -> None:
        from PySide6.QtCore import Qt, QTimer
        from PySide6.QtWidgets import QApplication

        self._widgets = QApplication.allWidgets
        self._working: list[float] = []
        self._ticks: list[float] = []
        ticking = QTimer(application, interval=16, timerType=Qt.TimerType.PreciseTimer)
        ticking.timeout.connect(lambda: self._ticks.append(time.monotonic()))
        ticking.start()
        pressing = QTimer(application, interval=100)
        pressing.timeout.connect(self._press)
        pressing.start()
        self._watch_the_run()

    def _watch_the_run(self) -> None:
        worker: Any = importlib.import_module("installer.wizard.worker")
        run = worker.run_action

        def run_and_note(*arguments: Any) -> Any:
            self._working.append(time.monotonic())
            result = run(*arguments)
            self._working.append(time.monotonic())
            return result

        worker.run_action = run_and_note

    def _press(self) -> None:
        from PySide6.QtWidgets import QAbstractButton, QCheckBox

        if len(self._working) == 1:
            return  # nothing of ours may disturb the event loop now
        shown = [each for each in self._widgets() if isinstance(each, QAbstractButton)]
        shown = [each for each in shown if each.isVisible() and each.isEnabled()]
        buttons: dict[str, QAbstractButton] = {}
        for each in shown:
            if isinstance(each, QCheckBox) and "accept" in each.text().lower() and not each.isChecked():
                each.click()
                return
            buttons[each.text().replace("&", "").removesuffix(" >")] = each
        if self._working and "Finish" in buttons:
            self._tell()
        for text in ("Install", "Install anyway", "Next"):
            if text in buttons:
                buttons[text].click()
                return

    def _tell(self) -> None:
        begun, ended = self._working
        times = [begun, *(tick for tick in self._ticks if begun <= tick <= ended), ended]
        tell(1000 * max(after - before for before, after in itertools.pairwise(times)))
        tell_memory()
        os._exit(0)


class WhenMade(importlib.abc.MetaPathFinder):
    """Calls a function with Qt's application object as soon as the program has made it."""

    def __init__(self, call: Callable[[Any], object]) -> None:
        self._call = call
        self.kept: object = None

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find the module that makes the application, and change it when it is loaded."""
        if fullname != "installer.wizard.application":
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(fullname)
        assert spec is not None
        assert spec.loader is not None
        execute = spec.loader.exec_module

        def execute_and_change(module: ModuleType) -> None:
            execute(module)
            make = module.make_application

            def make_and_call(arguments: Sequence[str]) -> Any:
                application = make(arguments)
                self.kept = self._call(application)
                return application

            module.make_application = make_and_call  # type: ignore[attr-defined]

        spec.loader.exec_module = execute_and_change  # type: ignore[method-assign]
        return spec


def bare(*, painted: bool) -> None:
    """Show the smallest window; say when it was painted, or its memory."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QPushButton

    application = QApplication(["bare"])
    if painted:
        tell_first_paint(application)
    else:
        QTimer.singleShot(500, application.quit)
    button = QPushButton("Install")
    button.show()
    application.exec()
    tell_memory()


def main() -> int:
    """Run one of them; returns the exit status of the program."""
    what = sys.argv.pop(1)
    if what.startswith("bare"):
        bare(painted=what == "bare-painted")
        return 0
    sys.meta_path.insert(0, WhenMade(tell_first_paint if what == "painted" else Installation))
    from installer.command_line.main import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

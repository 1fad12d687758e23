"""The wizard: how soon its window is on the screen, how long its event loop ever waits, and how much memory it needs.

`python -m bench.wizard` from the repository root; no screen is needed. All three belong to an installation of a model
of 471 MB from a package with icon, banner, accent and license.

- Painted: from the start of the process to the end of the first painting of the window, with the welcome and before the
  checks of the computer have ended, which go on behind it. It includes the interpreter, the imports, reading the
  package's branding and building the pages; it does not include a screen, whose place Qt's offscreen platform takes.
- Event loop: the longest time between two ticks of a timer of 16 ms, what a screen of 60 Hz asks for, from the moment
  the build is asked for to its result.
- Memory: the most that the window's process ever held (`VmHWM`, without its child processes), from its start through
  all pages to the last one.

The reference is the smallest window that PySide6 can show: a button. Memory may be 1.1 times that of the wizard before
its new look; that one was measured with this program as well, and ratios to the reference can be compared between
machines.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QColor, QImage

from bench.common import ROOT, Row, fresh, interleave, parse_options, report, write_package
from bench.models import LARGE, write_models

PAINTED_MS = 600
GAP_MS = 30
MEMORY_SHARE = 1.1

BEFORE = {"painted": 742 / 142, "memory": 112.7 / 50.9}
"""Medians of seven runs of the wizard at commit 610b4c7, with QWizard's pages, each to the reference; on 2026-11-28,
with 2 cores of which others used some, and PySide6 6.11.3. Its event loop waited for 21.5 ms."""

# What both programs begin with. `tell` goes to a pipe of its own, because the program prints its result.
_SHARED = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QPushButton

def tell(value):
    os.write(int(os.environ["BENCH_PIPE"]), f"{value}\\n".encode())

def peak_mib():
    with open("/proc/self/status") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QApplication.instance().removeEventFilter(self)
            QTimer.singleShot(0, lambda: (tell(time.monotonic()), os._exit(0)))
        return False
"""
_BARE_PAINTED = """
application = QApplication(["bare"])
first = FirstPaint()
application.installEventFilter(first)
button = QPushButton("Install")
button.show()
application.exec()
"""
_BARE_MEMORY = """
application = QApplication(["bare"])
button = QPushButton("Install")
button.show()
QTimer.singleShot(500, application.quit)
application.exec()
tell(peak_mib())
"""
_HOOKS = """
from installer.wizard import application as module
make = module.make_application
def make_and_watch(arguments):
    application = make(arguments)
    watch(application)
    return application
module.make_application = make_and_watch
"""
_RUNS = """
from installer.command_line import main as cli
sys.exit(cli.main(sys.argv[1:]))
"""
_PAINTED = """
def watch(application):
    application.first = FirstPaint()
    application.installEventFilter(application.first)
"""
# It presses what a user would press, until the last page is there.
_INSTALLS = """
from installer.wizard import worker
working, ticks = [], []
run_action = worker.run_action
def run_and_note(*arguments):
    working.append(time.monotonic())
    result = run_action(*arguments)
    working.append(time.monotonic())
    return result
worker.run_action = run_and_note

def press():
    if len(working) == 1:
        return
    shown = [widget for widget in QApplication.allWidgets() if isinstance(widget, QAbstractButton)
             and widget.isVisible() and widget.isEnabled()]
    for widget in shown:
        if isinstance(widget, QCheckBox) and "accept" in widget.text().lower() and not widget.isChecked():
            return widget.click()
    texts = {widget.text().replace("&", "").rstrip(" >"): widget for widget in shown}
    if "Finish" in texts and working:
        inside = [tick for tick in ticks if working[0] <= tick <= working[1]]
        edges = [working[0], *inside, working[1]]
        tell(1000 * max(after - before for before, after in zip(edges, edges[1:])))
        tell(peak_mib())
    for text in ("Finish", "Install", "Install anyway", "Next"):
        if text in texts:
            return texts[text].click()

def watch(application):
    application.ticking = QTimer(interval=16, timerType=Qt.TimerType.PreciseTimer)
    application.ticking.timeout.connect(lambda: ticks.append(time.monotonic()))
    application.ticking.start()
    application.pressing = QTimer(interval=100)
    application.pressing.timeout.connect(press)
    application.pressing.start()
"""


def main() -> int:
    """Measure and print the table."""
    options = parse_options(__doc__, repeats=7)
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        folder = Path(temporary)
        package = _package(folder / "package")
        places = ["--package", str(package), "--target", str(folder / "target"), "--log", str(folder / "log")]
        arguments = ["install", *places, "--lang", "en"]
        measured = interleave(
            {
                "painted": lambda: [_painted_ms(_PAINTED + _HOOKS + _RUNS, arguments)],
                "installed": lambda: _installed(arguments, folder / "target"),
                "bare painted": lambda: [_painted_ms(_BARE_PAINTED, [])],
                "bare memory": lambda: _told(_BARE_MEMORY, []),
            },
            options.repeat,
        )
    painted, bare_painted = _column(measured["painted"], 0), _column(measured["bare painted"], 0)
    memory, bare_memory = _column(measured["installed"], 1), _column(measured["bare memory"], 0)
    memory_ratio = MEMORY_SHARE * BEFORE["memory"]
    most = memory_ratio * statistics.median(bare_memory)
    rows = [
        Row("window painted", painted, bare_painted, "ms", PAINTED_MS, f"<= {PAINTED_MS} ms"),
        Row(
            "longest wait of the event loop",
            _column(measured["installed"], 0),
            bare_painted,
            "ms",
            GAP_MS,
            f"<= {GAP_MS} ms",
        ),
        Row("most memory of the window", memory, bare_memory, "MiB", most, f"<= {memory_ratio:.2f} x"),
    ]
    print(f"Before the new look: painted {BEFORE['painted']:.2f} x, memory {BEFORE['memory']:.2f} x.")
    return report("Wizard, warm, a model of 471 MB", "a button", rows, check=options.check)


def _column(runs: Sequence[Sequence[float]], number: int) -> list[float]:
    return [figures[number] for figures in runs]


def _package(folder: Path) -> Path:
    """Write an app package of the large model, with everything that a vendor can show."""
    write_package(fresh(folder), write_models(LARGE, folder))
    for name, width, height in (("icon", 256, 256), ("banner", 960, 160)):
        picture = QImage(width, height, QImage.Format.Format_ARGB32)
        picture.fill(QColor("#5b4fd6"))
        picture.save(str(folder / f"{name}.png"))
    (folder / "license.txt").write_text("You may use this program for any purpose. " * 200, encoding="utf-8")
    with (folder / "app.toml").open("a", encoding="utf-8") as manifest:
        manifest.write('[branding]\nicon = "icon.png"\nbanner = "banner.png"\naccent = "#5b4fd6"\n')
        manifest.write('license = "license.txt"\n')
    return folder


def _painted_ms(code: str, arguments: Sequence[str]) -> float:
    started = time.monotonic()
    (painted,) = _told(code, arguments)
    return 1000 * (painted - started)


def _installed(arguments: Sequence[str], target: Path) -> list[float]:
    """The longest wait of the event loop, ms, and the most memory, MiB."""
    fresh(target).rmdir()
    return _told(_INSTALLS + _HOOKS + _RUNS, arguments)


def _told(code: str, arguments: Sequence[str]) -> list[float]:
    reader, writer = os.pipe()
    with open(reader, encoding="ascii") as told:
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "BENCH_PIPE": str(writer)}
        try:
            done = subprocess.run(
                [sys.executable, "-c", _SHARED + code, *arguments],
                cwd=ROOT,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
                pass_fds=[writer],
                timeout=300,
                check=False,
            )
        finally:
            os.close(writer)
        figures = [float(line) for line in told]
    if not figures:
        raise SystemExit(f"The wizard did not run:\n{done.stderr}")
    return figures


if __name__ == "__main__":
    sys.exit(main())

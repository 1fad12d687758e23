"""The wizard: how soon its window is on the screen, and how long its event loop ever waits during a large build.

`python -m bench.wizard` from the repository root; no screen is needed. The window counts as shown when it has been
painted for the first time, and the detection has begun. The event loop is watched by a timer of 16 ms, what a screen of
60 Hz asks for, from the moment the build is asked for to its result.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.common import ROOT, Row, fresh, interleave, parse_options, report, write_package
from bench.models import LARGE, write_models

WINDOW_MS = 800
GAP_MS = 50

_BEGINS = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from installer.command_line import main as cli
from installer.wizard import window
begin = window.InstallerWizard.begin
def begin_and_tell(self):
    begin(self)
    QApplication.processEvents()
    print(time.monotonic(), flush=True)
    QTimer.singleShot(0, QApplication.instance().quit)
window.InstallerWizard.begin = begin_and_tell
sys.exit(cli.main(sys.argv[1:]))
"""
_WATCHES = """
import sys, time
from PySide6.QtCore import QTimer, Qt
from installer.command_line import main as cli
from installer.wizard import window
begin = window.InstallerWizard.begin
def begin_and_watch(self):
    ticks = []
    timer = QTimer(self, interval=16, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(time.monotonic()))
    self.ended.connect(lambda: print(max(after - before for before, after in zip(ticks, ticks[1:])), flush=True))
    timer.start()
    begin(self)
window.InstallerWizard.begin = begin_and_watch
sys.exit(cli.main(sys.argv[1:]))
"""


def main() -> int:
    """Measure and print the table."""
    options = parse_options(__doc__, repeats=7)
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        folder = Path(temporary)
        package = fresh(folder / "package")
        write_package(package, write_models(LARGE, package))
        places = ["--package", str(package), "--target", str(folder / "target"), "--log", str(folder / "log")]
        milliseconds = interleave(
            {
                "window": lambda: _window_ms(["install", *places]),
                "gap": lambda: _gap_ms(["install", "--passive", *places], folder),
                "nothing": lambda: _nothing_ms(),
            },
            options.repeat,
        )
    nothing = milliseconds["nothing"]
    rows = [
        Row("window painted", milliseconds["window"], nothing, "ms", WINDOW_MS, f"<= {WINDOW_MS} ms"),
        Row("longest wait of the event loop", milliseconds["gap"], nothing, "ms", GAP_MS, f"<= {GAP_MS} ms"),
    ]
    return report("Wizard, warm, a model of 471 MB", "python -c pass", rows, check=options.check)


def _window_ms(arguments: Sequence[str]) -> float:
    started = time.monotonic()
    # Nothing was done, so the run counts as cancelled.
    return 1000 * (_told(_BEGINS, arguments) - started)


def _gap_ms(arguments: Sequence[str], folder: Path) -> float:
    fresh(folder / "target")
    return 1000 * _told(_WATCHES, arguments)


def _nothing_ms() -> float:
    started = time.monotonic()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    return 1000 * (time.monotonic() - started)


def _told(code: str, arguments: Sequence[str]) -> float:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    if not done.stdout.strip():
        raise SystemExit(f"The wizard did not run:\n{done.stderr}")
    return float(done.stdout.split()[-1])


if __name__ == "__main__":
    sys.exit(main())

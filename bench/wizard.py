"""The wizard: how soon its window is on the screen, how long its event loop ever waits, and how much memory it needs.

`python -m bench.wizard` from the repository root; no screen is needed. All three belong to an installation of a model
of 471 MB from a package with icon, banner, accent and license.

- Painted: from the start of the process to the end of the first painting of the window, with the welcome and before the
  checks of the computer have ended, which go on behind it. It includes the interpreter, the imports, reading the
  package's branding and building the pages. It does not include a screen, whose place Qt's offscreen platform takes;
  on Linux, a real one is first tried out by a short process of its own.
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

MEMORY_BEFORE = 107.3 / 50.0
"""To the reference, before the new look: medians of six runs at commit 610b4c7, with QWizard's pages and
PySide6 6.11.3. Memory hardly depends on the machine; times do, and these are in the README."""


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
                "painted": lambda: [_painted_ms("painted", arguments)],
                "installed": lambda: _installed(arguments, folder / "target"),
                "bare painted": lambda: [_painted_ms("bare-painted")],
                "bare memory": lambda: _told("bare-memory"),
            },
            options.repeat,
        )
    painted, bare_painted = _column(measured["painted"], 0), _column(measured["bare painted"], 0)
    memory, bare_memory = _column(measured["installed"], 1), _column(measured["bare memory"], 0)
    memory_ratio = MEMORY_SHARE * MEMORY_BEFORE
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


def _painted_ms(what: str, arguments: Sequence[str] = ()) -> float:
    started = time.monotonic()
    painted, _processor = _told(what, arguments)
    return 1000 * (painted - started)


def _installed(arguments: Sequence[str], target: Path) -> list[float]:
    """The longest wait of the event loop, ms, and the most memory, MiB."""
    fresh(target).rmdir()
    return _told("installed", arguments)


def _told(what: str, arguments: Sequence[str] = ()) -> list[float]:
    reader, writer = os.pipe()
    with open(reader, encoding="ascii") as told:
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "BENCH_PIPE": str(writer)}
        # As a program that is installed has it: its modules were compiled before, here in the discarded first round.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        try:
            done = subprocess.run(
                [sys.executable, "-m", "bench.wizard_watch", what, *arguments],
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

"""How far the overall bar and the time left are from the truth.

`python -m bench.progress` from the repository root; `--package DIR` measures that app package instead of the built-in
cases.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

if not __package__:  # started by its path
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rich.console import Console
from rich.table import Table

from bench.common import ROOT, fresh, install_command, interleave, machine_text, option_parser, write_package
from bench.models import LARGE, MIXED, write_models

TARGETS = {"first": 0.10, "second": 0.05}
"""The highest allowed mean distance: in a first build, and where engines.json has an earlier one."""

SHOWN_AFTER = 0.2


@dataclass(frozen=True)
class Shown:
    """One `progress` event.

    Attributes:
        at: when it was received, seconds since the bar appeared.
        fraction: as shown.
        seconds_left: as shown; None when it was not.
    """

    at: float
    fraction: float
    seconds_left: float | None


@dataclass(frozen=True)
class Run:
    """What a user sees of one run, from the first `model_started`, when the bar appears, to the result.

    Attributes:
        before: seconds from the start of the program to that moment: hashing, planning, preflight, copying.
        seconds: how long it then took.
        shown: every `progress` event, in order.
    """

    before: float
    seconds: float
    shown: Sequence[Shown]

    @property
    def distance(self) -> float:
        """The mean over time of |shown - true|, the bar standing still between two events."""
        steps = [Shown(0.0, 0.0, None), *self.shown, Shown(self.seconds, 1.0, None)]
        area = sum(_area(step.at, following.at, step.fraction * self.seconds) for step, following in pairwise(steps))
        return area / self.seconds**2

    @property
    def _forecasts(self) -> list[Shown]:
        """Those that say a time left while there is one."""
        return [shown for shown in self.shown if shown.seconds_left is not None and shown.fraction < 1]

    @property
    def left_error(self) -> float | None:
        """|shown - true| of the first time left after a fifth of the time, as a share of the whole; or None."""
        for shown in self._forecasts:
            if shown.at >= SHOWN_AFTER * self.seconds:
                return abs((shown.seconds_left or 0.0) - (self.seconds - shown.at)) / self.seconds
        return None

    @property
    def left_shown_at(self) -> float | None:
        """The share of the time after which the time left was shown first; None when it never was."""
        return next((shown.at / self.seconds for shown in self._forecasts), None)

    @property
    def longest_stand(self) -> float:
        """The longest time, in seconds, in which the bar did not move."""
        steps = [Shown(0.0, 0.0, None), *self.shown]
        moves = [0.0, *(later.at for earlier, later in pairwise(steps) if later.fraction > earlier.fraction)]
        return max(later - earlier for earlier, later in pairwise([*moves, self.seconds]))


def _area(start: float, end: float, level: float) -> float:
    """The integral of |level - t| over t from start to end."""

    def until(moment: float) -> float:
        return (moment - level) * abs(moment - level) / 2

    return until(end) - until(start)


def watch(command: list[str]) -> Run:
    """Run our program with its events as JSON lines.

    Raises:
        SystemExit: the command failed, or built nothing.
    """
    started = time.monotonic()
    appeared: float | None = None
    shown: list[Shown] = []
    result: dict[str, Any] = {"code": None, "detail": "no result"}
    with subprocess.Popen(
        [*command, "--progress", "jsonl"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        for line in process.stdout:
            now = time.monotonic()
            event = json.loads(line)
            if event["event"] == "model_started" and appeared is None:
                appeared = now
            elif event["event"] == "progress" and appeared is not None:
                shown.append(Shown(now - appeared, event["fraction"], event["seconds_left"]))
            elif event["event"] == "result":
                result, ended = event, now
        errors = process.stderr.read()
    if result["code"] != 0 or appeared is None:
        raise SystemExit(f"{' '.join(command)}\nbuilt nothing: {result['detail']}\n{errors}")
    return Run(appeared - started, ended - appeared, shown)


def _runs_of(name: str, package: Path, folder: Path) -> dict[tuple[str, str], Callable[[], Run]]:
    """A first build of a package, and a second one in the same target."""
    target, log = folder / f"target-{name}", folder / "log"
    index, index_of_first = target / "engines/engines.json", folder / f"{name}.json"

    def first() -> Run:
        run = watch(install_command(package, fresh(target), log))
        shutil.copy(index, index_of_first)
        return run

    def second() -> Run:
        for engine in index.parent.glob("*.engine"):
            engine.unlink()
        # A run that other programs disturbed is repeated, so nothing is recorded of it.
        shutil.copy(index_of_first, index)
        os.sync()
        return watch(["repair" if word == "install" else word for word in install_command(package, target, log)])

    return {(name, "first"): first, (name, "second"): second}


def _packages(options: argparse.Namespace, folder: Path) -> dict[str, Path]:
    if options.package:
        return {options.package.resolve().name: options.package.resolve()}
    packages = {"demo": ROOT / "assets"}
    for name, models in {"eight models": MIXED, "large model": LARGE}.items():
        packages[name] = fresh(folder / name)
        write_package(packages[name], write_models(models, packages[name]))
    return packages


def main() -> int:
    """Measure and print the table."""
    parser = option_parser(__doc__, repeats=3)
    parser.add_argument("--package", type=Path, metavar="DIR", help="an app package (default: the built-in cases)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        folder = Path(temporary)
        runs: dict[tuple[str, str], Callable[[], Run]] = {}
        for title, package in _packages(options, folder).items():
            runs |= _runs_of(title, package, folder)
        measured = interleave(runs, options.repeat)
    table = Table(title=f"Shown against true progress\n{machine_text()}", title_justify="left")
    for column in ("package", "build", "before", "seconds", "mean distance", "target", "met"):
        table.add_column(column, justify="left" if column == "package" else "right")
    for column in ("left after 20 %: error", "shown from", "longest standstill"):
        table.add_column(column, justify="right")
    met = True
    for (name, build), results in measured.items():
        distance = statistics.median(run.distance for run in results)
        met &= distance <= TARGETS[build]
        table.add_row(
            name,
            build,
            f"{statistics.median(run.before for run in results):.2f}",
            f"{statistics.median(run.seconds for run in results):.2f}",
            _percent([run.distance for run in results]),
            f"<= {TARGETS[build]:.0%}",
            "yes" if distance <= TARGETS[build] else "NO",
            _percent([run.left_error for run in results]),
            _percent([run.left_shown_at for run in results]),
            f"{max(run.longest_stand for run in results):.2f} s",
        )
    Console(width=None if sys.stdout.isatty() else 160, highlight=False).print(table)
    return 1 if options.check and not met else 0


def _percent(values: Sequence[float | None]) -> str:
    """Median, minimum and maximum of the values there are."""
    there = [value for value in values if value is not None]
    if not there:
        return "never shown"
    text = f"{statistics.median(there):.1%} ({min(there):.1%}-{max(there):.1%})"
    return text if len(there) == len(values) else f"{text}, {len(there)} of {len(values)} runs"


if __name__ == "__main__":
    sys.exit(main())

"""What the benchmarks share: app packages, interleaved runs, memory of process trees, and the table."""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import psutil
from rich.console import Console
from rich.table import Table

from builder.backend import TENSORRT_RTX

ROOT = Path(__file__).resolve().parent.parent

SAMPLE_SECONDS = 0.01

DISTURBED_TRIES = 20
DISTURBED_PAUSE_SECONDS = 5.0

Key = TypeVar("Key")
Measured = TypeVar("Measured")


def parse_options(description: str | None, repeats: int) -> argparse.Namespace:
    """Read the command line of a benchmark: `repeat` and `check`."""
    return option_parser(description, repeats).parse_args()


def option_parser(description: str | None, repeats: int) -> argparse.ArgumentParser:
    """The command line of a benchmark, for those that have options of their own."""
    parser = argparse.ArgumentParser(description=(description or "").partition("\n")[0])
    parser.add_argument("--repeat", type=int, default=repeats, metavar="N", help=f"measured runs (default: {repeats})")
    parser.add_argument("--check", action="store_true", help="exit 1 when a target is missed")
    return parser


def write_package(folder: Path, models: dict[str, Path]) -> None:
    """Write an `app.toml` beside the models of a folder, with their hashes."""
    lines = [
        "schema = 1",
        "verify = true",
        "[app]",
        'id = "org.example.bench"',
        'name = "Bench"',
        'publisher = "Example"',
        'version = "1.0"',
    ]
    for name, path in models.items():
        lines += ["[[model]]", f'name = "{name}"', f'onnx = "{path.name}"', f'sha256 = "{_digest(path)}"']
    (folder / "app.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def install_command(package: Path, target: Path, log: Path) -> list[str]:
    """Our program: install a package into a target."""
    arguments = ["--quiet", "--package", str(package), "--target", str(target), "--log", str(log)]
    return [sys.executable, "-m", "installer", "install", *arguments]


def plain_command(models: Sequence[Path], folder: Path) -> list[str]:
    """The plain API: build models one after the other in one process."""
    pairs = [str(path) for model in models for path in (model, folder / f"{model.stem}.engine")]
    return [sys.executable, str(ROOT / "bench" / "plain.py"), *pairs]


def run_seconds(command: list[str]) -> float:
    """Run a command from the repository root and give its wall time.

    Raises:
        SystemExit: the command failed; with its output.
    """
    started = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - started
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)}\nended with exit status {done.returncode}:\n{done.stdout}{done.stderr}")
    return seconds


@dataclass(frozen=True)
class MemoryPeak:
    """The most memory that a process tree held at once.

    Attributes:
        mib: sum of the proportional set sizes of all its processes, MiB.
        interval_ms: average time between two readings.
    """

    mib: float
    interval_ms: float


def run_memory(command: list[str]) -> MemoryPeak:
    """Run a command from the repository root and watch the memory of its whole process tree.

    Not for wall times: the kernel walks the page tables for every sample, and the watched process waits
    for that whenever it needs more memory.
    """
    peak = samples = 0
    started = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        tree = psutil.Process(process.pid)
        while process.poll() is None:
            next_sample = time.perf_counter() + SAMPLE_SECONDS
            peak = max(peak, _tree_kib(tree))
            samples += 1
            time.sleep(max(0.0, next_sample - time.perf_counter()))
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(command)}\nended with exit status {process.returncode}")
    return MemoryPeak(peak / 1024, 1000 * (time.perf_counter() - started) / max(1, samples))


def _tree_kib(tree: psutil.Process) -> int:
    try:
        processes = [tree, *tree.children(recursive=True)]
    except psutil.NoSuchProcess:
        return 0
    return sum(_pss_kib(process.pid) for process in processes)


def _pss_kib(pid: int) -> int:
    """The proportional set size of one process; 0 once it has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def fresh(folder: Path) -> Path:
    """Empty a folder, and let the disk finish what earlier runs left behind, so that no run pays for another."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    os.sync()
    return folder


def expect_same_engines(ours: Path, plain: Path) -> None:
    """Check that both did the same work: the same engines, byte for byte.

    Raises:
        SystemExit: they did not.
    """
    built, wanted = ({_digest(path) for path in folder.rglob("*.engine")} for folder in (ours, plain))
    if not built or built != wanted:
        raise SystemExit("Our engines are not those of the plain API: this comparison means nothing.")


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def interleave(runs: Mapping[Key, Callable[[], Measured]], repeats: int) -> dict[Key, list[Measured]]:
    """Run everything in turn, several times: if the machine gets slower or faster, it does so for all.

    A run during which other programs took much of the processor is repeated.

    Returns:
        What each run gave; the first round is a warm-up and left out.
    """
    results: dict[Key, list[Measured]] = {name: [] for name in runs}
    for repeat in range(repeats + 1):
        for name, run in runs.items():
            result = _undisturbed(run)
            if repeat:
                results[name].append(result)
    return results


def _undisturbed(run: Callable[[], Measured]) -> Measured:
    for _ in range(DISTURBED_TRIES):
        started, others = time.perf_counter(), _others_seconds()
        result = run()
        seconds, others = time.perf_counter() - started, _others_seconds() - others
        # The kernel's own work for us, such as writing to the disk, counts as that of others.
        if others <= 0.1 + 0.1 * seconds * (os.cpu_count() or 1):
            return result
        print(f"Others used the processor for {others:.1f} of {seconds:.1f} s; once more.", file=sys.stderr)
        time.sleep(DISTURBED_PAUSE_SECONDS)
    raise SystemExit("This machine is too busy for measurements.")


def _others_seconds() -> float:
    """Processor time that everything else but this process and its ended children has used since the start."""
    machine, own = psutil.cpu_times(), os.times()
    return machine.user + machine.nice + machine.system - sum(own[:4])


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Attributes:
        what: what was measured.
        ours: our figures, one for each run.
        reference: the reference's figures.
        unit: such as `s`.
        limit: the highest allowed median of ours.
        target: the limit in words.
    """

    what: str
    ours: Sequence[float]
    reference: Sequence[float]
    unit: str
    limit: float
    target: str

    @property
    def met(self) -> bool:
        return statistics.median(self.ours) <= self.limit


def report(title: str, reference: str, rows: Sequence[Row], *, check: bool) -> int:
    """Print the table.

    Args:
        title: what was compared.
        reference: name of the column of the reference's figures.
        rows: what was measured.
        check: whether a missed target is a failure.

    Returns:
        The exit status.
    """
    table = Table(title=f"{title}\n{machine_text()}", title_justify="left")
    for name in ("", "ours", reference, "ratio", "target", "met"):
        table.add_column(name, justify="left" if not name else "right")
    for row in rows:
        ratio = statistics.median(row.ours) / statistics.median(row.reference)
        table.add_row(
            row.what,
            _figures(row.ours, row.unit),
            _figures(row.reference, row.unit),
            f"{ratio:.2f}",
            row.target,
            "yes" if row.met else "NO",
        )
    # A pipe has no width of its own, and a table that is cut is of no use.
    Console(width=None if sys.stdout.isatty() else 140, highlight=False).print(table)
    return 1 if check and not all(row.met for row in rows) else 0


def _figures(values: Sequence[float], unit: str) -> str:
    digits = 2 if unit == "s" else 0
    median, low, high = (f"{value:.{digits}f}" for value in (statistics.median(values), min(values), max(values)))
    return f"{median} {unit} ({low}-{high})"


def machine_text() -> str:
    """What it was measured on, and what three figures in a row are."""
    cores = len(os.sched_getaffinity(0))
    library = TENSORRT_RTX.find()
    assert library is not None
    python = platform.python_version()
    return (
        f"{cores} cores, {platform.system()}, Python {python}, TensorRT-RTX {library.version}; median (minimum-maximum)"
    )

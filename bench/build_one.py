"""Wall time and memory of building one large model, against the plain API.

`python -m bench.build_one` from the repository root; needs 4 GB of memory and 3 GB of disk in the temporary folder.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from bench.common import (
    Row,
    expect_same_engines,
    fresh,
    install_command,
    interleave,
    parse_options,
    plain_command,
    report,
    run_memory,
    run_seconds,
    write_package,
)
from bench.models import LARGE, write_models

WALL_RATIO, WALL_SECONDS = 1.10, 0.3
MEMORY_RATIO = 1.05


def main() -> int:
    """Measure and print the table."""
    options = parse_options(__doc__, repeats=9)
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        folder = Path(temporary)
        package = fresh(folder / "package")
        models = write_models(LARGE, package)
        write_package(package, models)

        def ours() -> list[str]:
            return install_command(package, fresh(folder / "ours"), folder / "log")

        def plain() -> list[str]:
            return plain_command(list(models.values()), fresh(folder / "plain"))

        seconds = interleave(
            {"ours": lambda: run_seconds(ours()), "plain": lambda: run_seconds(plain())}, options.repeat
        )
        expect_same_engines(folder / "ours", folder / "plain")
        # In runs of their own: looking at the memory takes time.
        peaks = interleave({"ours": lambda: run_memory(ours()), "plain": lambda: run_memory(plain())}, options.repeat)
        size = sum(path.stat().st_size for path in models.values())
    memory = {name: [peak.mib for peak in runs] for name, runs in peaks.items()}
    interval = statistics.median(peak.interval_ms for runs in peaks.values() for peak in runs)
    rows = [
        Row(
            "wall time",
            seconds["ours"],
            seconds["plain"],
            "s",
            WALL_RATIO * statistics.median(seconds["plain"]) + WALL_SECONDS,
            f"<= {WALL_RATIO:.2f} x plain + {WALL_SECONDS} s",
        ),
        Row(
            f"peak memory (PSS every {interval:.0f} ms)",
            memory["ours"],
            memory["plain"],
            "MiB",
            MEMORY_RATIO * statistics.median(memory["plain"]),
            f"<= {MEMORY_RATIO:.2f} x plain",
        ),
    ]
    return report(f"One model of {size / 1e6:.0f} MB", "plain API", rows, check=options.check)


if __name__ == "__main__":
    sys.exit(main())

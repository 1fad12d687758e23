"""Wall time of `engine_check.open_engine`, which returns an engine's bytes verified, against `sha256sum`.

`python -m bench.verified_load` from the repository root. The file is in the system's cache, and not a real engine: what
is in it makes no difference.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.common import Row, interleave, parse_options, report
from builder.engines.engine_check import open_engine

BYTES = 470_000_000
MOST_TIMES = 1.2


def main() -> int:
    """Measure and print the table."""
    options = parse_options(__doc__, repeats=9)
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        engine = Path(temporary) / "engines/large-0123456789ab.engine"
        engine.parent.mkdir()
        with open("/dev/urandom", "rb") as noise:
            engine.write_bytes(noise.read(BYTES))
        reference = [shutil.which("sha256sum") or "sha256sum", str(engine)]
        sha256 = subprocess.run(reference, capture_output=True, text=True, check=True).stdout.split()[0]
        entry = {"model": "large", "file": engine.name, "size": BYTES, "sha256": sha256, "library_version": "1"}
        (engine.parent / "engines.json").write_text(json.dumps({"schema": 1, "engines": [entry]}))
        seconds = interleave(
            {
                "ours": lambda: _seconds(lambda: open_engine(temporary, "large")),
                "sha256sum": lambda: _seconds(lambda: subprocess.run(reference, capture_output=True)),
            },
            options.repeat,
        )
    limit = MOST_TIMES * sorted(seconds["sha256sum"])[len(seconds["sha256sum"]) // 2]
    row = Row("open_engine, 470 MB", seconds["ours"], seconds["sha256sum"], "s", limit, f"<= {MOST_TIMES} x")
    return report("Verified load", "sha256sum", [row], check=options.check)


def _seconds(run: Callable[[], object]) -> float:
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())

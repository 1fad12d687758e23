"""How soon the packaged program answers.

`python -m bench.packaged FOLDER` from the repository root, with what `engine-builder package` has made (Linux).
The wizard is measured from its start to its end, with nothing to do: an upper bound of the time to its window.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.common import Row, interleave, report

HELP_MS = 350
WIZARD_MS = 1200
NOTHING_TO_DO_MS = 600


def main() -> int:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="what engine-builder package has made")
    parser.add_argument("--repeat", type=int, default=9, metavar="N", help="measured runs (default: 9)")
    parser.add_argument("--check", action="store_true", help="exit 1 when a target is missed")
    options = parser.parse_args()
    console = options.folder / "engine-installer"
    (wizard,) = options.folder.glob("*-setup")
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        places = ["--target", f"{temporary}/target", "--log", f"{temporary}/log"]
        _run_ms([str(console), "install", "--quiet", *places])
        milliseconds = interleave(
            {
                "help": lambda: _run_ms([str(console), "--help"]),
                "nothing to do": lambda: _run_ms([str(console), "install", "--quiet", *places]),
                "wizard": lambda: _run_ms([str(wizard), "install", "--passive", *places]),
                "nothing": lambda: _run_ms([sys.executable, "-c", "pass"]),
            },
            options.repeat,
        )
    nothing = milliseconds["nothing"]
    rows = [
        Row("--help", milliseconds["help"], nothing, "ms", HELP_MS, f"<= {HELP_MS} ms"),
        Row(
            "install, nothing to do",
            milliseconds["nothing to do"],
            nothing,
            "ms",
            NOTHING_TO_DO_MS,
            f"<= {NOTHING_TO_DO_MS} ms",
        ),
        Row("wizard, nothing to do", milliseconds["wizard"], nothing, "ms", WIZARD_MS, f"<= {WIZARD_MS} ms"),
    ]
    return report("The packaged program, warm", "python -c pass", rows, check=options.check)


def _run_ms(command: Sequence[str]) -> float:
    started = time.monotonic()
    subprocess.run(
        command,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    return 1000 * (time.monotonic() - started)


if __name__ == "__main__":
    sys.exit(main())

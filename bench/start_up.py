"""Wall time of the commands that people and detection scripts wait for, against an interpreter that does nothing.

`python -m bench.start_up` from the repository root. The package of `bench.build_package` is installed first.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from bench.common import (
    Row,
    fresh,
    install_command,
    interleave,
    parse_options,
    report,
    run_seconds,
    write_package,
)
from bench.models import MIXED, write_models

HELP_MS = 150
DETECT_MS = 200


def main() -> int:
    """Measure and print the table."""
    options = parse_options(__doc__, repeats=25)
    # Installed programs have compiled modules.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        folder = Path(temporary)
        package, target = fresh(folder / "package"), folder / "target"
        write_package(package, write_models(MIXED, package))
        run_seconds(install_command(package, target, folder / "log"))
        detect = ["status", "--detect", "--package", str(package), "--target", str(target)]
        milliseconds = interleave(
            {
                "help": lambda: _milliseconds("-m", "installer", "--help"),
                "detect": lambda: _milliseconds("-m", "installer", *detect),
                "nothing": lambda: _milliseconds("-c", "pass"),
            },
            options.repeat,
        )
    nothing = milliseconds["nothing"]
    rows = [
        Row("--help", milliseconds["help"], nothing, "ms", HELP_MS, f"<= {HELP_MS} ms"),
        Row("status --detect", milliseconds["detect"], nothing, "ms", DETECT_MS, f"<= {DETECT_MS} ms"),
    ]
    return report("Start, warm", "python -c pass", rows, check=options.check)


def _milliseconds(*arguments: str) -> float:
    return 1000 * run_seconds([sys.executable, *arguments])


if __name__ == "__main__":
    sys.exit(main())

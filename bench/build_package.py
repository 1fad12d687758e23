"""Wall time of installing a package of eight models, against a plain loop over them.

`python -m bench.build_package` from the repository root.
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
    run_seconds,
    write_package,
)
from bench.models import MIXED, write_models

RATIO = 0.60


def main() -> int:
    """Measure and print the table."""
    options = parse_options(__doc__, repeats=5)
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        folder = Path(temporary)
        package = fresh(folder / "package")
        models = write_models(MIXED, package)
        write_package(package, models)

        def ours() -> float:
            return run_seconds(install_command(package, fresh(folder / "ours"), folder / "log"))

        def plain() -> float:
            return run_seconds(plain_command(list(models.values()), fresh(folder / "plain")))

        seconds = interleave({"ours": ours, "plain": plain}, options.repeat)
        expect_same_engines(folder / "ours", folder / "plain")
        size = sum(path.stat().st_size for path in models.values())
    limit = RATIO * statistics.median(seconds["plain"])
    rows = [Row("wall time", seconds["ours"], seconds["plain"], "s", limit, f"<= {RATIO:.2f} x plain")]
    title = f"{len(models)} models of {size / 1e6:.0f} MB together, against one after the other in one process"
    return report(title, "plain API", rows, check=options.check)


if __name__ == "__main__":
    sys.exit(main())

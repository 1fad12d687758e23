"""The one package of ours in site-packages, with both entry points.

`installer` and `builder` are import names of other projects on PyPI. So the wheel puts ours into this folder, which
goes first on the path of our own processes, and of no others (docs/architecture.md).
"""

import sys
from pathlib import Path


def main() -> int:
    """Run the `engine-installer` command."""
    _use_our_packages()
    from installer.command_line.main import main as run

    return run()


def builder_main() -> int:
    """Run the `engine-builder` command."""
    _use_our_packages()
    from builder.vendor.command_line import main as run

    return run()


def _use_our_packages() -> None:
    here = Path(__file__).resolve().parent
    # An editable installation runs this file where it lies in the checkout, which has our packages at its top.
    sys.path.insert(0, str(here if (here / "installer").is_dir() else here.parents[1]))

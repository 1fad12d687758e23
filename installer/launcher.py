"""Becomes `engine_installer/__init__.py` in the wheel: the one package of ours in site-packages.

`installer` and `builder` are import names of other projects on PyPI. So ours are installed inside `engine_installer/`,
and that folder goes first on the path of our own processes, and of no others (docs/architecture.md).
"""

import sys
from pathlib import Path


def main() -> int:
    """Entry point of the `engine-installer` command."""
    _use_our_packages()
    from installer.command_line.main import main as run

    return run()


def builder_main() -> int:
    """Entry point of the `engine-builder` command."""
    _use_our_packages()
    from builder.vendor.command_line import main as run

    return run()


def _use_our_packages() -> None:
    sys.path.insert(0, str(Path(__file__).resolve().parent))

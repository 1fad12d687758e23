"""The one package of ours in site-packages, with both entry points.

`installer` and `builder` are import names of other projects on PyPI. So the wheel puts ours into this folder, which
goes first on the path of our own processes, and of no others (docs/architecture.md).
"""

# ruff: noqa: PTH112, PTH118, PTH120 - pathlib is imported once it is certain to be Python's

import os
import sys


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
    here = os.path.dirname(os.path.realpath(__file__))
    if os.path.isdir(os.path.join(here, "installer")):
        _put_pythonpath_last(os.path.dirname(here))
    else:
        # An editable installation runs this file where it lies in the checkout, which has our packages at its top.
        here = os.path.dirname(os.path.dirname(here))
    sys.path.insert(0, here)


def _put_pythonpath_last(home: str) -> None:
    """Let the modules of Python and of our environment come before those of PYTHONPATH, which is for other programs.

    Nothing may be imported before this but what Python itself has imported. builder/base/program.py does the same for
    child processes.

    Args:
        home: the folder that we are installed in; if PYTHONPATH leads to it, it stays where it is.
    """
    entries = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    others = {os.path.realpath(entry) for entry in entries if entry} - {home}
    sys.path.sort(key=lambda entry: os.path.realpath(entry) in others)

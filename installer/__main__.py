"""`python -m installer` in a checkout is what `engine-installer` is when installed."""

# ruff: noqa: PTH119, PTH120 - pathlib is imported once it is certain to be Python's

import os
import sys

if not __package__:  # started by its path, as the commands are that other programs keep for later
    _own = os.path.dirname(os.path.realpath(__file__))
    _top = os.path.dirname(_own)
    sys.path[:] = [_top, *(path for path in sys.path if os.path.realpath(path) != _own)]
    if os.path.basename(_top) == "engine_installer":
        # Installed: PYTHONPATH is for other programs, as launcher/engine_installer/__init__.py explains.
        _entries = os.environ.get("PYTHONPATH", "").split(os.pathsep)
        _others = {os.path.realpath(entry) for entry in _entries if entry} - {os.path.dirname(_top)}
        sys.path.sort(key=lambda path: os.path.realpath(path) in _others)

from installer.command_line.main import main

if __name__ == "__main__":
    sys.exit(main())

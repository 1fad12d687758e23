"""`python -m installer` in a checkout is what `engine-installer` is when installed."""

import sys
from pathlib import Path

if not __package__:  # started by its path, as the commands are that other programs keep for later
    _own = Path(__file__).resolve().parent
    sys.path[:] = [str(_own.parent), *(path for path in sys.path if Path(path) != _own)]

from installer.command_line.main import main

if __name__ == "__main__":
    sys.exit(main())

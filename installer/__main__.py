"""`python -m installer` in a checkout is what `engine-installer` is when installed."""

import sys
from pathlib import Path

if not __package__:  # started by its path, as the commands are that other programs keep for later
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from installer.cli import main

if __name__ == "__main__":
    sys.exit(main())

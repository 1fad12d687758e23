"""`python -m installer` in a checkout is what `engine-installer` is when installed."""

import sys

from installer.cli import main

if __name__ == "__main__":
    sys.exit(main())

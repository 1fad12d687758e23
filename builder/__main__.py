"""`python -m builder` in a checkout is what `engine-builder` is when installed."""

import sys

from builder.vendor.command_line import main

if __name__ == "__main__":
    sys.exit(main())

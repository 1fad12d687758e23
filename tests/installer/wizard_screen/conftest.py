"""Linux only: an X server, and AT-SPI. Without Qt, the files here cannot even be imported."""

from __future__ import annotations

import sys

from tests.support.system import is_missing

if sys.platform != "linux" or is_missing("Qt"):
    collect_ignore_glob = ["test_*.py"]
else:
    from tests.support.screen import desktop, stage, start

    __all__ = ["desktop", "stage", "start"]

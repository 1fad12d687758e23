"""Where Qt cannot be loaded, nothing is packaged; tests/conftest.py says so, and CI insists."""

from __future__ import annotations

import sys

try:
    import PySide6.QtWidgets  # noqa: F401
except ImportError:
    collect_ignore_glob = ["test_*.py"]
if sys.platform != "linux":
    # Written for Linux: the tests look into /proc and at modes.
    collect_ignore_glob = ["test_*.py"]

from tests.support.packaged import packaged

__all__ = ["packaged"]

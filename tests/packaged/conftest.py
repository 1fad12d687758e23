from __future__ import annotations

import sys

if sys.platform != "linux":
    # Written for Linux: the tests look into /proc and at modes.
    collect_ignore_glob = ["test_*.py"]

from tests.feed.shop import authority, built, shop
from tests.support.packaged import packaged

__all__ = ["authority", "built", "packaged", "shop"]

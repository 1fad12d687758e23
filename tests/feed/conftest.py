"""Feeds as they are really served: by nginx, over HTTPS, to processes of engine-installer."""

from __future__ import annotations

import sys

if sys.platform != "linux":
    # nginx is Debian's.
    collect_ignore_glob = ["test_*.py"]

from tests.feed.shop import authority, built, shop

__all__ = ["authority", "built", "shop"]

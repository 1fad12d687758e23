"""What the tests of feeds share: engines that were really built, once for all of them, and an empty feed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.packages import small_package
from tests.support.runs import install
from tests.support.vendor_feeds import VendorFeed


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which engine-installer has put two engines of TensorRT-RTX."""
    home = tmp_path_factory.mktemp("built")
    ended = install(home, small_package(home / "package"), "--for", "sm89")
    assert ended.code == 0, ended.err
    return home / "target"


@pytest.fixture
def feed(tmp_path: Path) -> VendorFeed:
    made = VendorFeed(tmp_path)
    made.done("init")
    return made

"""The stand-in for Windows: made once on this computer, started once in every process of pytest."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform != "linux":
    collect_ignore_glob = ["test_*.py"]

from tests.support.packages import small_package
from tests.support.system import require
from tests.windows.inside import StandIn
from tests.windows.packaged import drafted, made
from tests.windows.running import MENUS, SMALL, Windows, running
from tests.windows.stand_in import CannotLoad, ready_stand_in

__all__ = ["drafted", "made"]

_MAKING_SECONDS = 900


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.windows)
            # The first one waits until the stand-in is made.
            if not item.get_closest_marker("timeout"):
                item.add_marker(pytest.mark.timeout(_MAKING_SECONDS))


@pytest.fixture(scope="session")
def stand_in() -> StandIn:
    if os.geteuid() != 0:
        pytest.skip("missing here: root's rights, for the stand-in for Windows")
    require("debootstrap", "mingw", "namespaces")
    try:
        return ready_stand_in()
    except CannotLoad as error:
        # Nobody's change is at fault, in CI neither. Whatever else goes wrong is a failure.
        pytest.skip(f"there is no stand-in for Windows: {str(error).splitlines()[0]}")


@pytest.fixture(scope="session")
def started_windows(stand_in: StandIn) -> Iterator[Windows]:
    with running(stand_in) as started:
        yield started


@pytest.fixture
def windows(started_windows: Windows) -> Iterator[Windows]:
    """The stand-in; nothing that a test starts there outlives it."""
    yield started_windows
    assert started_windows.scene("programs") == []


@pytest.fixture
def target(windows: Windows, request: pytest.FixtureRequest) -> Iterator[str]:
    r"""An own folder on drive C, such as C:\targets\test_it; it does not exist yet."""
    name = rf"C:\targets\{request.node.name}"
    yield name
    # A shortcut to an installation that is gone would be another program's for the next test.
    shortcuts = [link for menu in MENUS.values() for link in windows.here(menu).rglob("*.lnk")]
    subprocess.run(["rm", "-rf", windows.here(name), *shortcuts], check=True)


@pytest.fixture(scope="session")
def small(started_windows: Windows) -> str:
    """A package of two small models, for what is not about engines: a build of them takes no time."""
    small_package(started_windows.here(SMALL), defaults={"no_gpu": "portable"})
    return SMALL


@pytest.fixture(autouse=True)
def _nothing_left_running() -> None:
    """Instead of the rule for all tests: Wine's services come and go; see `windows`."""

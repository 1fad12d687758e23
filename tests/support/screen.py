"""The real program on a screen: `desktop` is one for all tests of its size, `stage` a computer and an application."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.support.system import require
from tools.walkthrough.desktop import Desktop
from tools.walkthrough.stage import Stage
from tools.walkthrough.wizard import Wizard, started

USUAL = (1280, 800, 1.0)
FULL_HD_AT_200_PERCENT = (1920, 1080, 2.0)
LAPTOP_AT_150_PERCENT = (1366, 768, 1.5)
SMALL = (960, 540, 1.0)
TINY = (1280, 720, 1.75)
"""Less than what the window would like to have."""

Start = Callable[..., AbstractContextManager[Wizard]]


# Before each test children are counted; so this one is made before, and not in the middle of a test.
@pytest.fixture(scope="session")
def desktop(request: pytest.FixtureRequest) -> Iterator[Desktop]:
    """A desktop; `@pytest.mark.parametrize("desktop", [SMALL], indirect=True)` asks for one of another size."""
    require("Qt", "screen")
    width, height, scale = getattr(request, "param", USUAL)
    with Desktop(width, height, scale) as opened:
        yield opened


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """A computer with a graphics card, and an application that is not installed yet."""
    return Stage(tmp_path)


@pytest.fixture
def start(desktop: Desktop, stage: Stage) -> Start:
    """Starts the program for the application of the stage: `with start("install") as wizard`."""

    def start_it(action: str, *options: str) -> AbstractContextManager[Wizard]:
        return started(desktop, stage.arguments(action, *options), stage.home, stage.environment)

    return start_it

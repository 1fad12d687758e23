"""The one-file program under Wine: made in four minutes, and unpacked at each start."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.windows.packaged import NAME, PACKAGE, SECONDS, SETUP
from tests.windows.running import PYTHON, Windows

OUTPUT = r"C:\dist-one-file"

pytestmark = [pytest.mark.exhaustive, pytest.mark.timeout(2 * SECONDS)]


@pytest.fixture(scope="module")
def program(started_windows: Windows, drafted: Path) -> str:
    assert drafted.is_dir()
    ended = started_windows.execute(
        [PYTHON, "-X", "utf8", "-m", "builder", "package", "--package", PACKAGE, "--output", OUTPUT, "--one-file"],
        seconds=SECONDS,
    )
    assert ended.code == 0, ended.text
    return rf"{OUTPUT}\{NAME}-one-file\{SETUP}"


def unpacked(windows: Windows) -> list[Path]:
    return list(windows.here(r"C:\users").glob("*/AppData/Local/Temp/_MEI*"))


def test_it_installs_repairs_and_removes_and_leaves_nothing_unpacked(
    windows: Windows, program: str, target: str
) -> None:
    def run(*arguments: str) -> str:
        ended = windows.execute([program, *arguments], folder="C:\\", seconds=300)
        assert ended.code == 0, ended.text
        return ended.text

    run("install", "--quiet", "--target", target)
    engines = windows.engines(target)
    assert engines
    next((windows.here(target) / "engines").glob("*.engine")).unlink()
    run("repair", "--quiet", "--target", target)
    assert windows.engines(target) == engines
    run("status", "--detect", "--target", target)
    run("uninstall", "--quiet", "--target", target)
    assert not windows.here(target).exists()
    assert unpacked(windows) == []

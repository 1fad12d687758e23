"""The command that is registered for later: the program by its path, from anywhere, whatever Python's path rules."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.program import ROOT, environment


@pytest.mark.parametrize("options", [(), ("-P",), ("-I",)])
def test_the_program_starts_by_its_path(tmp_path: Path, options: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, *options, ROOT / "installer/__main__.py", "--version"],
        cwd=tmp_path, env=environment(tmp_path), capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("engine-installer ")

"""The program as `engine-builder package` makes it, once for all tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock

from tests.support.program import ROOT, Ended, environment
from tests.support.system import require

WIZARD = "engine-installer-demo-setup"
NAME = "engine-installer-demo-1.0.0"


@dataclass(frozen=True)
class Packaged:
    """What `engine-builder package` made, and what it said."""

    folder: Path
    said: str

    def run(
        self, *arguments: str | Path, home: Path, name: str = "engine-installer", env: Mapping[str, str] | None = None
    ) -> Ended:
        """Run it where there is no Python to be found."""
        away = {"PATH": "/usr/bin:/bin"} | dict(env or {})
        done = subprocess.run(
            [self.folder / name, *arguments], cwd=home, env=environment(home) | away, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        return Ended(done.returncode, done.stdout, done.stderr)


def package(output: Path, *options: str, env: Mapping[str, str] | None = None, app: str | Path = "assets") -> Packaged:
    require("Qt", "libpython", "objdump")
    done = subprocess.run(
        [sys.executable, "-m", "builder", "package", "--package", app, "--output", output, *options],
        cwd=ROOT, env=os.environ | dict(env or {}), capture_output=True, text=True, timeout=280, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return Packaged(output / NAME, done.stdout)


@pytest.fixture(scope="session")
def packaged(tmp_path_factory: pytest.TempPathFactory) -> Packaged:
    own = tmp_path_factory.getbasetemp()
    # The processes of pytest-xdist share one: it takes a minute and a half to make.
    output = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "packaged"
    said = output / "said"
    with FileLock(f"{output}.lock"):
        if not said.exists():
            shutil.rmtree(output, ignore_errors=True)
            output.mkdir()
            said.write_text(_signed(output).said, encoding="utf-8")
    return Packaged(output / NAME, said.read_text(encoding="utf-8"))


def _signed(output: Path) -> Packaged:
    signed = output / "signed"
    note = "import sys; open(sys.argv[2], 'a').write(sys.argv[1])"
    made = package(output, "--sign-command", f'{sys.executable} -c "{note}" {{file}} {signed}')
    assert signed.read_text() == f"{made.folder / WIZARD}{made.folder / 'engine-installer'}"
    return made

"""Another user, who may read and enter less than the one who installed something."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.support.system import require

ANOTHER_USER = 65534


@contextlib.contextmanager
def open_folder() -> Iterator[Path]:
    """Make a folder that every user may enter; the temporary folders of tests are their user's own."""
    folder = Path(tempfile.mkdtemp(prefix="rights-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def as_another_user(*command: str | Path) -> None:
    """Run a command of the system as a user who is no administrator; only root can."""
    require("setpriv")
    subprocess.run(
        ["setpriv", f"--reuid={ANOTHER_USER}", f"--regid={ANOTHER_USER}", "--clear-groups", *map(str, command)],
        check=True,
    )


@contextlib.contextmanager
def no_administrator() -> Iterator[None]:
    """Be a user with no more rights than others; who is none of root's is that already."""
    root = os.geteuid() == 0
    if root:
        os.setresuid(ANOTHER_USER, ANOTHER_USER, 0)
    try:
        yield
    finally:
        if root:
            os.setresuid(0, 0, 0)


@contextlib.contextmanager
def closed(*paths: Path) -> Iterator[None]:
    """Take all rights to some files or folders away, also from their owner, and be no administrator meanwhile."""
    modes = {path: path.stat().st_mode & 0o7777 for path in paths}
    for path in paths:
        path.chmod(0)
    try:
        with no_administrator():
            yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)

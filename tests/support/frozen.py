"""A pretended frozen program: its files, and a process that takes itself for it."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from builder.base import program
from builder.base.program import CONSOLE_PROGRAM, SUMS_NAME
from tests.support.payloads import write_files

WIZARD = "Test-App-1.0-setup"
PROGRAM = {
    CONSOLE_PROGRAM: b"the console program",
    WIZARD: b"the wizard",
    "licenses/x-1.0/LICENSE": b"do as you like",
    "_internal/qt/library.so.1": b"a library",
    "_internal/base.zip": b"modules",
}


def program_folder(folder: Path, package: Path, files: Mapping[str, bytes] = PROGRAM) -> Path:
    """What `engine-builder package` makes of a package; `library.so.1` is there under a second name."""
    shutil.copytree(package, folder / "_internal/assets")
    write_files(folder, files)
    (folder / "_internal/library.so.1").symlink_to("qt/library.so.1")
    for name in files:
        # As if all were unpacked from one archive of that version.
        os.utime(folder / name, (10**9, 10**9 + len(files)))
        if "/" not in name:
            (folder / name).chmod(0o755)
    listed = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder)}\n" for path in listed]
    (folder / SUMS_NAME).write_text("".join(lines))
    return folder


def pretend(patch: pytest.MonkeyPatch, executable: Path, contents: Path | None = None) -> None:
    """Take this process for a frozen program.

    Args:
        patch: undoes it.
        executable: the one that runs.
        contents: the folder with what was frozen; None for that of a folder program.
    """
    patch.setattr(sys, "frozen", True, raising=False)
    patch.setattr(sys, "executable", str(executable))
    patch.setattr(program, "own_folder", lambda: contents or executable.resolve().parent / "_internal")


def pretend_source(patch: pytest.MonkeyPatch) -> None:
    """Take this process for what it is again."""
    patch.setattr(sys, "frozen", False, raising=False)

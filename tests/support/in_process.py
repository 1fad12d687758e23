"""The program's `main` inside the test's own process: much faster, and its parts can be replaced."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.operating_system.kinds import MachineFolders
from installer.command_line import main as cli
from tests.support.program import Ended


def main(*arguments: str | Path) -> Ended:
    """Run the program to its end; `--help` ends as well."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = cli.main([str(argument) for argument in arguments])
        except SystemExit as end:
            code = int(end.code or 0)
    return Ended(code, out.getvalue(), err.getvalue())


@contextlib.contextmanager
def user(home: Path) -> Iterator[pytest.MonkeyPatch]:
    """Be a user whose data and logs are all below `home`, without a standard input; signals stay as they are."""
    folders = MachineFolders(home / "programs", home / "logs")
    mask = os.umask(0o022)
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("XDG_")]:
            patch.delenv(name)
        patch.setenv("HOME", str(home))
        patch.chdir(home)
        patch.setattr(sys, "stdin", None)
        patch.setattr(cli, "cancel_on_signals", lambda _cancel: None)
        patch.setattr(cli, "_trust_no_environment", lambda: None)
        for module in ("installer.actions.log", "installer.target.location"):
            patch.setattr(f"{module}.machine_folders", lambda: folders)
        yield patch
    os.umask(mask)


def run(*arguments: str | Path, home: Path) -> Ended:
    """Run the program as the user whose home this is, as `program.run` does in a process of its own."""
    with user(home):
        return main(*arguments)


def install(home: Path, package: Path, *options: str | Path, action: str = "install") -> Ended:
    """Install a package, or repair an installation with it, as `runs.install` does in a process of its own."""
    places = ("--package", package, "--target", home / "target", "--log", home / "run.log")
    return run(action, "--quiet", *places, "--json", *options, home=home)

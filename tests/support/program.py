"""The real command lines in processes of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.fork_server import BUILDER, INSTALLER, start_program

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Ended:
    """How a run of the program ended."""

    code: int
    out: str
    err: str

    @property
    def events(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


_PATH = "import sys; sys.path.insert(0, sys.argv.pop(1))"
_START = [
    *(sys.executable, "-P", "-c", f"{_PATH}; from installer.command_line.main import main; sys.exit(main())"),
    str(ROOT),
]
_OUTPUTS = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}


def command(*arguments: str | Path) -> list[str]:
    """The command line of the program as a checkout has it."""
    return [*_START, *map(str, arguments)]


def environment(home: Path, **extra: str) -> dict[str, str]:
    """The environment of a user whose data and logs are all below `home`."""
    screen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "XDG_", *screen))}
    return kept | {"HOME": str(home)} | extra


def process(*arguments: str | Path, **options: Any) -> subprocess.Popen[Any]:
    """Start the program with options of `subprocess.Popen`."""
    return start_program(INSTALLER, _START, list(map(str, arguments)), **options)


def run(
    *arguments: str | Path,
    home: Path,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    within_seconds: float = 120,
) -> Ended:
    """Run the program to its end."""
    options = {"cwd": cwd or home, "env": environment(home) | dict(env or {}), "stdin": subprocess.DEVNULL}
    return _end_of(process(*arguments, **options, **_OUTPUTS), within_seconds)


def _end_of(process: subprocess.Popen[bytes], within_seconds: float) -> Ended:
    with process:
        try:
            out, err = process.communicate(timeout=within_seconds)
        except BaseException:
            process.kill()
            raise
    return Ended(process.returncode, out.decode(), err.decode())


def start(*arguments: str | Path, home: Path, **options: Any) -> subprocess.Popen[bytes]:
    """Start the program with pipes."""
    return process(*arguments, cwd=home, env=environment(home), stdin=subprocess.PIPE, **_OUTPUTS, **options)


def builder_process(*arguments: str | Path, **options: Any) -> subprocess.Popen[Any]:
    """Start `engine-builder` in the checkout with options of `subprocess.Popen`."""
    return start_program(
        BUILDER, [sys.executable, "-m", "builder"], list(map(str, arguments)), **{"cwd": ROOT} | options
    )


def run_builder(*arguments: str | Path, env: Mapping[str, str] | None = None, within_seconds: float = 240) -> Ended:
    """Run `engine-builder` to its end, with an environment of its own or that of the tests."""
    return _end_of(builder_process(*arguments, env=env, **_OUTPUTS), within_seconds)

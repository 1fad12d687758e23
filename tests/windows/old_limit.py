"""Runs engine-installer as Windows runs programs where long paths are not switched on: Wine has no such limit.

python old_limit.py ARGUMENTS OF ENGINE-INSTALLER...
"""

from __future__ import annotations

import os
import runpy
import sys
from collections.abc import Callable
from typing import Any

# learn.microsoft.com, "Maximum Path Length Limitation": a path of 260 characters counts the end of its text, and a
# folder must have room for a name of 8.3.
_MOST, _MOST_OF_FOLDER = 259, 247
_EVENTS = {
    "open", "os.chmod", "os.link", "os.listdir", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.scandir",
    "os.truncate", "os.utime",
}  # fmt: skip
_WITHOUT_EVENT = ("stat", "lstat", "access", "readlink")


def check(name: str, values: tuple[Any, ...]) -> None:
    """Fail for a path that Windows would refuse, in a way that nothing catches as an error of the system."""
    for value in values:
        path = os.fspath(value) if isinstance(value, os.PathLike) else value
        most = _MOST_OF_FOLDER if name == "os.mkdir" else _MOST
        if isinstance(path, str) and len(path) > most and not path.startswith("\\\\?\\"):
            raise AssertionError(f"{name} of {len(path)} characters: {path}")


def _checked(name: str) -> Callable[..., Any]:
    function: Callable[..., Any] = getattr(os, name)

    def call(*values: Any, **more: Any) -> Any:
        check(name, values)
        return function(*values, **more)

    return call


if __name__ == "__main__":
    sys.addaudithook(lambda event, values: check(event, values) if event in _EVENTS else None)
    for name in _WITHOUT_EVENT:
        setattr(os, name, _checked(name))
    runpy.run_module("installer", run_name="__main__", alter_sys=True)

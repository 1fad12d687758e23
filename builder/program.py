"""How this very program is started again, as a child: from a checkout, from site-packages, or frozen by PyInstaller."""

from __future__ import annotations

import sys
from pathlib import Path

CONSOLE_PROGRAM = "engine-installer"
"""Name of the frozen program's executable for terminals and for children."""

CHILD_ARGUMENT = "--child-of-engine-installer"
"""First argument of the frozen program when it is to run one module of ours; only `child_command` gives it."""

_START = "import importlib, sys; sys.path.insert(0, sys.argv[1]); sys.exit(importlib.import_module(sys.argv[2]).main())"


def own_folder() -> Path:
    """The folder with our packages and, beside them, `assets/` and `caches/`; the same when frozen."""
    return Path(__file__).resolve().parent.parent


def child_command(module: str) -> list[str]:
    """The command line that runs `main()` of a module of ours in a process of its own.

    Args:
        module: its whole name; the frozen program runs only those that `installer/frozen.py` lists.
    """
    if getattr(sys, "frozen", False):
        return [str(_console_executable(Path(sys.executable), own_folder())), CHILD_ARGUMENT, module]
    # Both sides must spell file names in the same bytes, and an option of the interpreter is not inherited.
    # The folder goes first, whatever other packages are called `builder`.
    return [sys.executable, "-P", "-X", f"utf8={sys.flags.utf8_mode}", "-c", _START, str(own_folder()), module]


def _console_executable(executable: Path, contents: Path) -> Path:
    """The executable with standard streams: on Windows the wizard's has none.

    Args:
        executable: the one that runs.
        contents: the folder with what was frozen.
    """
    # The one-file program unpacks its contents elsewhere and lies among files of others, such as downloads.
    if contents.parent != executable.resolve().parent:
        return executable
    return executable.with_name(CONSOLE_PROGRAM + executable.suffix)

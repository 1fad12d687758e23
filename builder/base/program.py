"""How this very program is started again, as a child: from a checkout, from site-packages, or frozen by PyInstaller."""

from __future__ import annotations

import sys
from pathlib import Path

CONSOLE_PROGRAM = "engine-installer"
"""Name of the frozen program's executable for terminals and for children."""

WIZARD_ENDING = "-setup"
"""How the name of the frozen program's executable for the wizard ends; the application's name comes before."""

INSTALLED_FOLDER = "engine_installer"
"""Name of the folder in site-packages with our packages, where they are installed."""

SUMS_NAME = "SHA256SUMS"
"""The list of the files that a packaged program consists of, with their hashes, as `sha256sum` writes it."""

MOST_SUMS_BYTES = 16 << 20
"""More than that list ever has."""

CHILD_ARGUMENT = "--child-of-engine-installer"
"""First argument of the frozen program when it runs one of our modules; only `child_command` gives it."""

WORKER = "builder.worker.__main__"
"""The module whose `main` is a worker."""

REPRODUCIBLE_ARGUMENT = "--reproducible"
"""With it, a worker starts itself again at fixed addresses."""

_START = "import importlib, sys; sys.path.insert(0, sys.argv[1]); sys.exit(importlib.import_module(sys.argv[2]).main())"

# The folder above ours is where we are installed. Nothing but what Python itself has imported comes before the sorting.
_START_INSTALLED = (
    "import os, sys; home = os.path.dirname(sys.argv[1]); "
    "others = {os.path.realpath(p) for p in os.environ.get('PYTHONPATH', '').split(os.pathsep) if p} - {home}; "
    "sys.path.sort(key=lambda p: os.path.realpath(p) in others); " + _START
)


def own_folder() -> Path:
    """The folder with our packages and, beside them, `assets/` and `caches/`; the same when frozen."""
    return Path(__file__).resolve().parents[2]


def frozen_executable() -> Path | None:
    """The executable that runs; None where an interpreter runs our modules."""
    return Path(sys.executable).resolve() if getattr(sys, "frozen", False) else None


def is_one_file(executable: Path) -> bool:
    """Whether the frozen program is a single executable, which unpacks its contents elsewhere."""
    return own_folder().parent != executable.parent


def has_wizard() -> bool:
    """Whether this program can have a window, where there is a screen: it may have been made without one."""
    import importlib.util

    return importlib.util.find_spec("PySide6") is not None


def console_name(executable: Path) -> str:
    """The name of the frozen program's executable for terminals, from that of any of its executables."""
    # Elsewhere than on Windows, what follows a dot belongs to the application's name.
    return CONSOLE_PROGRAM + (executable.suffix if executable.suffix.lower() == ".exe" else "")


def child_command(module: str) -> list[str]:
    """The command line that runs `main()` of one of our modules in a process of its own.

    Args:
        module: its whole name; the frozen program runs only those that `installer/frozen.py` lists.
    """
    if executable := frozen_executable():
        return [str(_console_executable(executable)), CHILD_ARGUMENT, module]
    # Both sides must spell file names in the same bytes, and an option of the interpreter is not inherited.
    # The folder goes first, whatever other packages are called `builder`.
    # In a checkout, PYTHONPATH is as good as it is for Python.
    start = _START_INSTALLED if own_folder().name == INSTALLED_FOLDER else _START
    return [sys.executable, "-P", "-X", f"utf8={sys.flags.utf8_mode}", "-c", start, str(own_folder()), module]


def child_arguments() -> list[str]:
    """The arguments of this process, which `child_command` started: those that were added to the command."""
    return sys.argv[2:] if frozen_executable() else sys.argv[3:]


def _console_executable(executable: Path) -> Path:
    """The executable with standard streams: on Windows the wizard's has none."""
    # The one-file program lies among files of others, such as downloads.
    return executable if is_one_file(executable) else executable.with_name(console_name(executable))

"""What the last page offers to do with the installed application: start it, and put it on the desktop. Without Qt."""

from __future__ import annotations

import os
from pathlib import Path

from builder.base.errors import EngineInstallerError
from builder.base.files import absolute
from builder.base.paths import is_file
from builder.operating_system import plain_path
from builder.operating_system.launching import start_detached
from installer.actions.shortcut import add_desktop_shortcut, offers_shortcut
from installer.target.receipt import read_receipt

__all__ = ["add_desktop_shortcut", "offers_shortcut", "program_in", "start_application"]


def program_in(target: Path) -> Path | None:
    """Find the application's own program, which can be started.

    Args:
        target: where it is installed.

    Returns:
        None where app.toml names none, or where it is not there.
    """
    target = absolute(target)
    try:
        receipt = read_receipt(target)
    except EngineInstallerError:
        return None
    if receipt is None or receipt.registration is None or receipt.registration.executable is None:
        return None
    program = plain_path(target / receipt.registration.executable)
    return program if is_file(program) and os.access(program, os.X_OK) else None


def start_application(target: Path) -> bool:
    """Start the application in its program's own folder; it goes on when the installer ends.

    It runs as the user before the screen, whatever rights the installer has.

    Returns:
        Whether it was started; without a program, or a way to drop those rights, nothing is.
    """
    program = program_in(target)
    return program is not None and start_detached(program, program.parent)

"""Being listed by the operating system, with commands for repair and removal.

`windows.py` and `linux.py` answer alike.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from builder.base.errors import BlockedByPolicy
from builder.base.text import say
from builder.operating_system import distrust, plain_path
from installer.target.journal import Registered
from installer.target.receipt import Receipt
from installer.target.registration.entry import Entry


def register(entry: Entry) -> None:
    """List an installation, in the place of an earlier one of the same application.

    Raises:
        BlockedByPolicy: it is for all users, and others could change the program that they would start.
        EngineInstallerError: the system refused.
    """
    if entry.receipt.scope == "all-users":
        parts = (*entry.program, *(entry.console or ()))
        for reason in filter(None, (distrust(Path(part), follow=True) for part in parts)):
            raise BlockedByPolicy(
                say("The program that all users would start for a repair is not safe: {reason}.", reason=reason),
                plain=say("Others on this PC could change the program that carries out repairs."),
            )
    _system().register(entry)


def unregister(listed: Registered, target: Path) -> None:
    """Take an installation off the list; what belongs to another target stays.

    Raises:
        EngineInstallerError: the system refused.
    """
    _system().unregister(listed, plain_path(target))


def is_listed(receipt: Receipt, target: Path) -> bool:
    """Whether the system lists what a receipt says: the application, and its shortcut in the Start menu."""
    if (listed := receipt.registered) and not _system().is_registered(listed, plain_path(target)):
        return False
    if receipt.start_menu is None:
        return True
    from installer.target.registration import shortcuts

    return shortcuts.is_ours(Path(receipt.start_menu), target)


def _system() -> ModuleType:
    if os.name == "nt":  # pragma: no cover - windows.py is tested with a recording registry
        from installer.target.registration import windows

        return windows
    from installer.target.registration import linux

    return linux


def own_program(arguments: Sequence[str]) -> tuple[str, ...]:
    """The command that starts this very program again.

    Args:
        arguments: `sys.argv`.
    """
    import shutil
    import sys

    if getattr(sys, "frozen", False):
        return (sys.executable,)
    script = shutil.which(arguments[0]) if arguments else None
    if script and Path(script).stem == "engine-installer":
        return (str(Path(script).absolute()),)
    return (sys.executable, str(Path(__file__).resolve().parents[2] / "__main__.py"))

"""Being listed by the operating system, with commands for repair and removal.

`windows.py` and `linux.py` answer alike.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from builder.errors import BlockedByPolicy
from builder.operating_system import distrust, plain_path
from installer.receipt import Receipt
from installer.transaction import Registered


@dataclass(frozen=True, slots=True)
class Entry:
    """What is listed.

    Attributes:
        receipt: what was installed.
        target: where.
        program: the command that starts engine-installer, without arguments.
        size_bytes: of everything in the target that was installed.
        date: of the installation, such as "20261122".
        console: the same for deployment tools, where `program` opens the wizard; None where it is the same.
    """

    receipt: Receipt
    target: Path
    program: tuple[str, ...]
    size_bytes: int
    date: str
    console: tuple[str, ...] | None = None

    def command(self, action: str) -> tuple[str, ...]:
        """The command line of an action on this installation, for a user to click."""
        scope = ("--all-users",) if self.receipt.scope == "all-users" else ()
        return (*self.program, action, "--target", str(self.target), *scope)

    def quiet_command(self, action: str) -> tuple[str, ...]:
        """The same for deployment tools."""
        return (*(self.console or self.program), *self.command(action)[len(self.program) :], "--quiet")


def register(entry: Entry) -> None:
    """List an installation, in the place of an earlier one of the same application.

    Raises:
        BlockedByPolicy: it is for all users, and others could change the program that they would start.
        EngineInstallerError: the system refused.
    """
    if entry.receipt.scope == "all-users":
        for reason in filter(
            None, (distrust(Path(part).resolve()) for part in (*entry.program, *(entry.console or ())))
        ):
            raise BlockedByPolicy(f"The program that all users would start for a repair is not safe: {reason}.")
    _system().register(entry)


def unregister(listed: Registered, target: Path) -> None:
    """Take an installation off the list; what belongs to another target stays.

    Raises:
        EngineInstallerError: the system refused.
    """
    _system().unregister(listed, plain_path(target))


def is_registered(listed: Registered, target: Path) -> bool:
    """Whether an installation is listed."""
    return bool(_system().is_registered(listed, plain_path(target)))


def _system() -> ModuleType:
    if os.name == "nt":  # pragma: no cover - windows.py is tested with a recording registry
        from installer.registration import windows

        return windows
    from installer.registration import linux

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
    return (sys.executable, str(Path(__file__).resolve().parent.parent / "__main__.py"))

"""One entry in the operating system's list of applications."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from installer.target.receipt import Receipt


@dataclass(frozen=True, slots=True)
class Entry:
    """What is listed.

    Attributes:
        receipt: what was installed.
        target: where.
        program: the command that starts engine-installer, without arguments.
        size_bytes: of everything in the target that was installed.
        date: of the installation, such as "20261122".
        console: the command for deployment tools, where `program` opens the wizard; None where `program` serves both.
    """

    receipt: Receipt
    target: Path
    program: tuple[str, ...]
    size_bytes: int
    date: str
    console: tuple[str, ...] | None = None

    def command(self, action: str) -> tuple[str, ...]:
        """Give the command line of an action on this installation, for a user to click."""
        scope = ("--all-users",) if self.receipt.scope == "all-users" else ()
        return (*self.program, action, "--target", str(self.target), *scope)

    def quiet_command(self, action: str) -> tuple[str, ...]:
        """Give the command line of an action on this installation, for deployment tools."""
        return (*(self.console or self.program), *self.command(action)[len(self.program) :], "--quiet")

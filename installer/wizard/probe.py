"""Tries to connect to the screen, in a process of its own, because Qt ends the process when it cannot."""

from __future__ import annotations

from installer.wizard.application import make_application


def main() -> int:
    """Open Qt's connection to the screen; where there is none, Qt ends the process."""
    make_application([])
    return 0

"""Run in a process of its own, because Qt ends the process that it cannot show anything in."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication


def main() -> int:
    """Open Qt's connection to the screen; whoever comes to the end has one."""
    QGuiApplication([])
    return 0

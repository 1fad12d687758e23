"""Tries to connect to the screen, in a process of its own, because Qt ends the process when it cannot."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication


def main() -> int:
    """Open Qt's connection to the screen; where there is none, Qt ends the process."""
    QGuiApplication([])
    return 0

"""What every page has."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from installer.wizard.views import Action, Footer, Header, View


class Page(QWidget):
    """The body of one view. The frame around it shows its header and its footer, and scrolls it where it must.

    A page starts nothing itself: it says what was asked for, and shows what it is told.

    Attributes:
        view: which one it is.
        asked: something in the page was pressed; an `Action`.
        changed: header or footer may say something else now.
    """

    view: ClassVar[View]
    asked = Signal(Action)
    changed = Signal()

    def header(self) -> Header:
        """Say what stands above the page."""
        raise NotImplementedError

    def footer(self) -> Footer:
        """Say which buttons stand below the page."""
        raise NotImplementedError

    def opened(self) -> QWidget | None:
        """Prepare to be seen; returns what gets the keyboard focus, None for the primary button."""
        return None

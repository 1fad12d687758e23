"""What every page has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from installer.wizard.access_keys import letter_of, with_access_keys
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

    def keyed(self) -> Sequence[tuple[QAbstractButton, str]]:
        """List the buttons in the page that get an access key, each with its text."""
        return ()

    def access_keys(self) -> list[str]:
        """Give the buttons in the page their letters; returns these, which the footer cannot have."""
        buttons = [(button, text) for button, text in self.keyed() if not button.isHidden()]
        marked = with_access_keys([text for _, text in buttons])
        for (button, _), text in zip(buttons, marked, strict=True):
            if button.text() != text:
                button.setText(text)
        return [letter for text in marked if (letter := letter_of(text))]

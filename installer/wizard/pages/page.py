"""What every page has."""

from __future__ import annotations

import weakref
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from installer.wizard.assessment import Brand
from installer.wizard.controls.buttons import Command
from installer.wizard.controls.choices import CheckList
from installer.wizard.controls.keys import give_keys
from installer.wizard.controls.lists import RowList
from installer.wizard.controls.painting import text_of
from installer.wizard.look.theme import px
from installer.wizard.views import Action, Footer, Header, View

_NO_BRAND = Brand()


GIVES_WAY = 100
"""The stretch of a `gap`: it gets its room before what is left collects above the footer."""


def gap(height: float) -> QWidget:
    """Room that gives way in a small window, but does not grow with a large one.

    Args:
        height: in pixels of the design.
    """
    room = QWidget()
    room.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    room.setMaximumHeight(px(height))
    return room


class Page(QWidget):
    """The body of one view. The frame around it shows its header and its footer, and scrolls it where it must.

    A page starts nothing itself: it says what was asked for, and shows what it is told.

    Attributes:
        view: which one it is.
        brand: of the application.
        is_tight: lists and commands are lower than they would like to be.
        asked: something in the page was pressed; an `Action`.
        changed: header or footer may say something else now.
    """

    view: ClassVar[View]
    asked = Signal(Action)
    changed = Signal()

    def __init__(self, brand: Brand = _NO_BRAND) -> None:
        super().__init__()
        self.brand = brand
        self.is_tight = False
        # What buttons say without the mark of an access key, and what they show.
        self._keyed: weakref.WeakKeyDictionary[QAbstractButton, tuple[str, str]] = weakref.WeakKeyDictionary()

    def set_brand(self, brand: Brand) -> None:
        """Show another application, or what has become known of it."""
        self.brand = brand

    @property
    def help_link(self) -> tuple[Action, ...]:
        """The link to the application's help, where there is one."""
        return (Action.HELP,) if self.brand.help_url or self.brand.url else ()

    def header(self) -> Header:
        """Say what stands above the page."""
        raise NotImplementedError

    def footer(self) -> Footer:
        """Say which buttons stand below the page."""
        raise NotImplementedError

    @property
    def focus_wanted(self) -> QWidget | None:
        """What gets the keyboard focus until somebody moves it; None for the primary button, if that is not Cancel."""
        return None

    @property
    def _giving_way(self) -> list[RowList | CheckList | Command]:
        return [*self.findChildren(RowList), *self.findChildren(CheckList), *self.findChildren(Command)]

    def be_tight(self, is_tight: bool) -> None:
        """Make lists and commands lower, where the page would have to be scrolled otherwise."""
        self.is_tight = is_tight
        for each in self._giving_way:
            each.set_tight(is_tight)

    @property
    def tight_gain(self) -> int:
        """How much lower it is when it is tight, in pixels."""
        return sum(each.tight_gain for each in self._giving_way if each.isVisibleTo(self))

    def give_keys(self, *, marked: bool) -> list[str]:
        """Give the buttons in the page a letter each; returns these, which the footer cannot have.

        Args:
            marked: the letters can be seen.
        """
        buttons = [each for each in self.findChildren(QAbstractButton) if each.isVisibleTo(self) and each.text()]
        bare = [(button, self._bare_text(button)) for button in buttons]
        letters = give_keys(bare, (), marked=marked)
        for button, text in bare:
            self._keyed[button] = text, button.text()
        return letters

    def _bare_text(self, button: QAbstractButton) -> str:
        bare, shown = self._keyed.get(button, ("", ""))
        return bare if shown and button.text() == shown else text_of(button)

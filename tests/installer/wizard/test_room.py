"""What the window does with more or less room than it wants."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from installer.wizard.controls.choices import Check
from installer.wizard.controls.lists import Facts, RowList
from installer.wizard.controls.surfaces import Card
from installer.wizard.look.theme import Theme, px
from installer.wizard.window import InstallerWindow
from tests.support.look import look
from tools.gallery.scenes import SCENES
from tools.gallery.studio import Studio

__all__ = ["look"]

Show = Callable[[str, int, int], InstallerWindow]


@pytest.fixture
def show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, look: Theme) -> Iterator[Show]:
    """Opens a page of the gallery in a window of a size."""
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "studio").mkdir()
    with Studio(tmp_path / "studio") as studio:

        def show_it(scene: str, width: int, height: int) -> InstallerWindow:
            window = SCENES[scene](studio)
            resize(window, width, height)
            return window

        yield show_it


def resize(window: InstallerWindow, width: int, height: int) -> None:
    window.setMinimumSize(1, 1)
    window.resize(width, height)
    for _ in range(12):
        QApplication.processEvents()


def place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def test_a_large_window_keeps_the_column_narrow_and_together(show: Show) -> None:
    window = show("welcome", 1920, 1000)
    (facts,) = window.page.findChildren(Facts)
    (accept,) = window.page.findChildren(Check)
    assert facts.width() <= px(760)
    assert abs(place(facts).center().x() - 960) <= 1
    assert place(accept).top() - place(facts).bottom() < px(60)


def test_lists_give_way_before_a_page_scrolls(show: Show) -> None:
    window = show("progress", 720, 600)
    rows = next(each for each in window.page.findChildren(RowList) if each.isVisible())
    scrolled, wanted = window._area.verticalScrollBar(), rows.height()
    # As much lower as nothing but the list can give.
    resize(window, 720, 600 - (window._area.height() - window._body_layout.totalMinimumHeightForWidth(720)) - px(8))
    assert not scrolled.maximum()
    assert rows.height() < wanted
    resize(window, 720, 600)
    assert rows.height() == wanted
    resize(window, 720, 360)
    assert scrolled.maximum()


def test_a_scroll_bar_lies_in_the_margin(show: Show) -> None:
    window = show("progress-waiting", 720, 600)
    card = next(each for each in window.page.findChildren(Card) if each.isVisible())
    before = place(card)
    resize(window, 720, 380)
    assert window._area.verticalScrollBar().maximum()
    assert (place(card).left(), place(card).right()) == (before.left(), before.right())

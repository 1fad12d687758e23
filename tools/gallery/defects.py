"""What is wrong with a window, found by looking at its widgets."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollArea,
    QWidget,
)

from installer.wizard.access_keys import letter_of
from installer.wizard.controls.buttons import Button
from installer.wizard.controls.labels import Spoken
from installer.wizard.controls.painting import text_of
from installer.wizard.frame import Frame
from installer.wizard.look.roles import contrast
from installer.wizard.look.theme import theme
from installer.wizard.views import Action

LEAST_CONTRAST = 4.5
INTERACTIVE = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QProgressBar, QScrollArea)


def defects_of(window: Frame) -> Iterator[str]:
    """What is wrong with what a window shows now, in words."""
    shown = [widget for widget in window.findChildren(QWidget) if widget.isVisible() and _is_drawn(widget)]
    yield from _off_the_screen(window)
    for widget in shown:
        yield from _cut_off(widget)
        yield from _hard_to_read(widget)
        yield from _nameless(widget)
        content = widget.widget() if isinstance(widget, QScrollArea) else None
        if content and widget.width() < content.width():
            yield "the page is wider than the window"
    yield from _primaries(window, shown)
    if window.focusWidget() and window.focusWidget() is window.footer.button(Action.CANCEL):
        yield "the keyboard begins at Cancel, which Space would press"
    yield from _markup(window)
    yield from _overlaps(window)
    yield from _shared_letters(window, shown)
    if not window.sheet.is_open:
        yield from _tab_order(window)


def _is_drawn(widget: QWidget) -> bool:
    return not widget.visibleRegion().isEmpty()


def _off_the_screen(window: Frame) -> Iterator[str]:
    """Controls that cannot be reached, because the window is larger than the screen or the footer than the window."""
    screen = window.screen().availableGeometry()
    if not screen.contains(window.frameGeometry()):
        yield f"the window {_words(window.frameGeometry())} is not within the screen {_words(screen)}"
    for stop in window.footer.stops:
        place = QRect(stop.mapTo(window, QPoint()), stop.size())
        if stop.isVisible() and not window.rect().contains(place):
            yield f"{_said(stop)!r} is outside the window"


def _words(area: QRect) -> str:
    return f"{area.width()}×{area.height()} at {area.x()},{area.y()}"


def _cut_off(widget: QWidget) -> Iterator[str]:
    """Texts without room in either direction."""
    text = _said(widget)
    if not text:
        return
    if isinstance(widget, Spoken):
        return  # it paints itself in the room that it needs; tests of the controls see to that
    if isinstance(widget, QLabel):
        needed = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else widget.sizeHint().height()
        # A word longer than the line is cut off at its end.
        if widget.height() < needed or widget.width() < widget.minimumSizeHint().width():
            yield f"{text!r} is cut off"
    elif isinstance(widget, QAbstractButton):
        needed = (
            widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else widget.minimumSizeHint().height()
        )
        if widget.height() < needed or widget.width() < widget.minimumSizeHint().width():
            yield f"{text!r} is cut off"


def _hard_to_read(widget: QWidget) -> Iterator[str]:
    if not isinstance(widget, QLabel) or not widget.text() or not widget.isEnabled():
        return
    color = widget.palette().color(widget.foregroundRole())
    for name, behind in (("page", theme().roles.page), ("card", theme().roles.card)):
        if (ratio := contrast(color, behind)) < LEAST_CONTRAST:
            yield f"{widget.text()!r} has a contrast of {ratio:.1f} on the {name}"


def _nameless(widget: QWidget) -> Iterator[str]:
    """Controls without a name, and names that hide what is shown from screen readers."""
    if isinstance(widget, QLabel) and widget.text() and widget.accessibleName() not in ("", widget.text()):
        yield f"the name {widget.accessibleName()!r} hides {widget.text()!r}"
    if not isinstance(widget, INTERACTIVE) or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return
    interface = QAccessible.queryAccessibleInterface(widget)
    if not (interface and interface.text(QAccessible.Text.Name)) and not isinstance(widget, QScrollArea):
        yield f"{type(widget).__name__} has no name"


def _primaries(window: Frame, shown: list[QWidget]) -> Iterator[str]:
    """More than one button in the accent colour, which is for the one that Enter presses."""
    area: QWidget = window.sheet if window.sheet.is_open else window
    loud = [each for each in shown if isinstance(each, Button) and each.kind and area.isAncestorOf(each)]
    footer = [each for each in loud if window.footer.isAncestorOf(each)]
    if window.sheet.is_open:
        footer = loud
    if len(footer) > 1 or len(loud) > 1:
        yield f"{len(loud)} primary buttons: {', '.join(_said(each) for each in loud)}"


def _markup(window: Frame) -> Iterator[str]:
    """What would take a name that looks like markup for markup, shown now or not."""
    for label in window.findChildren(QLabel):
        if label.text() and label.textFormat() is not Qt.TextFormat.PlainText:
            yield f"{label.text()!r} may be taken for markup"
    for widget in window.findChildren(QWidget):
        for tip in (widget.toolTip(), widget.whatsThis()):
            if "<" in tip.removeprefix("<p>").removesuffix("</p>") or (tip and not tip.startswith("<p>")):
                yield f"the tool tip {tip!r} may be taken for markup"


def _overlaps(window: Frame) -> Iterator[str]:
    """Widgets of one parent that lie over each other."""
    parents: dict[QObject | None, list[QWidget]] = {}
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and _is_drawn(widget) and not widget.geometry().isEmpty() and widget is not window.sheet:
            parents.setdefault(widget.parent(), []).append(widget)
    for siblings in parents.values():
        parent = siblings[0].parent()
        if isinstance(parent, QScrollArea | QPlainTextEdit | QComboBox):
            continue
        for one, other in itertools.combinations(siblings, 2):
            if one.geometry().intersects(other.geometry()):
                yield f"{_described(one)} and {_described(other)} overlap"


def _described(widget: QWidget) -> str:
    return f"{type(widget).__name__} {_said(widget)!r}"


def _shared_letters(window: Frame, shown: list[QWidget]) -> Iterator[str]:
    seen: dict[str, str] = {}
    area: QWidget = window.sheet if window.sheet.is_open else window
    for widget in shown:
        if isinstance(widget, QAbstractButton) and area.isAncestorOf(widget) and (letter := letter_of(widget.text())):
            said = _said(widget)
            if seen.setdefault(letter, said) != said:
                yield f"{seen[letter]!r} and {said!r} share a letter"


def _tab_order(window: Frame) -> Iterator[str]:
    """The controls in the order of the Tab key, each below or after the one before."""
    places = list[tuple[QWidget, QRect]]()
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        reached = widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if reached and window.isAncestorOf(widget) and not isinstance(widget, QScrollArea):
            places.append((widget, QRect(widget.mapTo(window, QPoint()), widget.size())))
        widget = widget.nextInFocusChain()
    in_footer = window.footer.isAncestorOf
    right_to_left = window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    for (one, first), (other, second) in itertools.pairwise(places):
        same_line = first.top() < second.center().y() < first.bottom()
        # What a page has to be scrolled to lies below the footer.
        inside = one.isAncestorOf(other) or (in_footer(other) and not in_footer(one))
        before = first.left() > second.left() if right_to_left else first.left() < second.left()
        if not inside and not (before if same_line else first.top() < second.top()):
            yield f"the Tab key goes from {_described(one)} to {_described(other)}, which comes before it"


def _said(widget: QWidget) -> str:
    """What a widget says, without the marks of access keys."""
    if isinstance(widget, QAbstractButton):
        return text_of(widget)
    return widget.text() if isinstance(widget, QLabel) else ""

"""What is wrong with a page, found by looking at its widgets."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QScrollArea,
    QTreeWidget,
    QWidget,
    QWizard,
)

from installer.wizard.branding import contrast

LEAST_CONTRAST = 4.5
INTERACTIVE = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QTreeWidget, QProgressBar, QScrollArea)


def defects_of(wizard: QWizard) -> Iterator[str]:
    """What is wrong with what a wizard shows now, in words."""
    shown = [widget for widget in wizard.findChildren(QWidget) if widget.isVisible() and _is_drawn(widget)]
    for widget in shown:
        text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
        if isinstance(widget, QLabel) and text:
            needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            # A word longer than the line is cut off at its end.
            if widget.height() < needed or widget.width() < widget.minimumSizeHint().width():
                yield f"{text!r} is cut off"
        if isinstance(widget, QAbstractButton) and text and widget.width() < widget.minimumSizeHint().width():
            yield f"{text!r} is cut off"
        if text:
            behind = widget.parentWidget() if isinstance(widget, QCheckBox | QRadioButton) else None
            background = (behind or widget).palette().color(widget.backgroundRole())
            ratio = contrast(widget.palette().color(widget.foregroundRole()), background)
            if ratio < LEAST_CONTRAST:
                yield f"{text!r} has a contrast of {ratio:.1f}"
        if isinstance(widget, INTERACTIVE) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            name = widget.accessibleName() or text
            if not name:
                yield f"{type(widget).__name__} has no name"
        content = widget.widget() if isinstance(widget, QScrollArea) else None
        if content and widget.width() < content.width():
            yield "the page is wider than the window"
    yield from _markup(wizard)
    yield from _overlaps(wizard.currentPage())
    yield from _shared_letters(shown)
    yield from _tab_order(wizard)


def _markup(wizard: QWizard) -> Iterator[str]:
    """What would take a name that looks like markup for markup, shown now or not."""
    for label in wizard.findChildren(QLabel):
        # Qt's own label for a watermark is always empty.
        if label.text() and label.textFormat() is not Qt.TextFormat.PlainText:
            yield f"{label.text()!r} may be taken for markup"
    tips = [tip for widget in wizard.findChildren(QWidget) for tip in (widget.toolTip(), widget.whatsThis())]
    for tree in wizard.findChildren(QTreeWidget):
        items = map(tree.topLevelItem, range(tree.topLevelItemCount()))
        tips += [item.toolTip(column) for item in items if item for column in range(tree.columnCount())]
    for tip in tips:
        if "<" in tip.removeprefix("<p>").removesuffix("</p>") or (tip and not tip.startswith("<p>")):
            yield f"the tool tip {tip!r} may be taken for markup"


def _is_drawn(widget: QWidget) -> bool:
    return not widget.visibleRegion().isEmpty()


def _overlaps(page: QWidget) -> Iterator[str]:
    """Widgets of one parent that lie over each other."""
    parents: dict[QObject | None, list[QWidget]] = {}
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and _is_drawn(widget) and not widget.geometry().isEmpty():
            parents.setdefault(widget.parent(), []).append(widget)
    for siblings in parents.values():
        parent = siblings[0].parent()
        if isinstance(parent, QScrollArea | QPlainTextEdit | QTreeWidget | QComboBox):
            continue
        for number, one in enumerate(siblings):
            for other in siblings[number + 1 :]:
                if one.geometry().intersects(other.geometry()):
                    yield f"{type(one).__name__} and {type(other).__name__} overlap"


def _shared_letters(shown: list[QWidget]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for widget in shown:
        if isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy()):
            text = widget.text()
            letter = text.replace("&&", "").partition("&")[2][:1].lower()
            if letter and seen.setdefault(letter, text) != text:
                yield f"{seen[letter]!r} and {text!r} share a letter"


def _tab_order(wizard: QWizard) -> Iterator[str]:
    """The controls of the page in the order of the Tab key, each below or after the one before."""
    page, places = wizard.currentPage(), list[tuple[QWidget, QRect]]()
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page:
        if page.isAncestorOf(widget) and widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            places.append((widget, QRect(widget.mapTo(page, QPoint()), widget.size())))
        widget = widget.nextInFocusChain()
    right_to_left = wizard.layoutDirection() is Qt.LayoutDirection.RightToLeft
    for (one, first), (other, second) in itertools.pairwise(places):
        same_line = first.top() < second.center().y() < first.bottom()
        inside = one.isAncestorOf(other)
        before = first.left() > second.left() if right_to_left else first.left() < second.left()
        if not inside and not (before if same_line else first.top() < second.top()):
            yield f"the Tab key goes from {_name(one)!r} to {_name(other)!r}, which comes before it"


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else type(widget).__name__)

"""Widgets that several pages use."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from builder.base.names import one_line, printable
from installer.wizard import pictures
from installer.wizard.controls.labels import tool_tip

__all__ = ["tool_tip"]

_BANNER_LINES = 6
_LARGEST_BANNER = QSize(3000, 500)


def plain_label(text: str = "", *, field: QWidget | None = None) -> QLabel:
    """Make a label whose text is never taken for markup, whatever stands in it; the only way to make one.

    Args:
        text: it may have an access key if there is a field.
        field: what it names.
    """
    label = QLabel(printable(text))
    label.setTextFormat(Qt.TextFormat.PlainText)
    if field:
        label.setBuddy(field)
    return label


def text_label(text: str = "", *, name: str = "") -> QLabel:
    """Make a label for text that may be long: it wraps and can be copied."""
    label = plain_label(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
    if name:
        label.setAccessibleName(name)
    return label


def with_note(button: QAbstractButton, note: str) -> QWidget:
    """Put what a check box or radio button means below it, and tell screen readers."""
    button.setAccessibleDescription(note)
    label = plain_label(note)
    label.setWordWrap(True)
    style = button.style()
    indicator, spacing = QStyle.PixelMetric.PM_IndicatorWidth, QStyle.PixelMetric.PM_CheckBoxLabelSpacing
    label.setIndent(style.pixelMetric(indicator) + style.pixelMetric(spacing))
    both = QWidget()
    layout = QVBoxLayout(both)
    layout.setContentsMargins(0, 0, 0, style.pixelMetric(QStyle.PixelMetric.PM_LayoutVerticalSpacing))
    layout.setSpacing(0)
    layout.addWidget(button)
    layout.addWidget(label)
    return both


def set_text(label: QLabel, *paragraphs: str) -> None:
    """Show paragraphs; a label without any is hidden."""
    text = "\n\n".join(printable(paragraph) for paragraph in paragraphs if paragraph)
    label.setText(text)
    label.setVisible(bool(text))


def icon_label(widget: QWidget, icon: QStyle.StandardPixmap, name: str) -> QLabel:
    """Make a small icon from the system's own, with its meaning for screen readers."""
    label = plain_label()
    size = widget.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
    label.setPixmap(widget.style().standardIcon(icon).pixmap(size, size))
    label.setAccessibleName(name)
    return label


def asks(parent: QWidget, title: str, question: str) -> bool:
    """Ask a question; whether the answer is yes."""
    yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
    box = QMessageBox(QMessageBox.Icon.Question, one_line(title), printable(question), yes | no, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setDefaultButton(no)
    return box.exec() == yes


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say a text."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def scrolled(page: QWizardPage) -> QVBoxLayout:
    """Make the layout of a page that scrolls where it is higher than the window, as on a small or enlarged screen."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(page.title())

    def take_keys(_least: int, most: int) -> None:
        # It takes the keyboard focus only where there is something to scroll.
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus if most else Qt.FocusPolicy.NoFocus)

    area.verticalScrollBar().rangeChanged.connect(take_keys)
    take_keys(0, 0)
    content = QWidget()
    area.setWidget(content)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    return QVBoxLayout(content)


class DetailsButton(QPushButton):
    """Shows and hides a pane of text."""

    def __init__(self, pane: QPlainTextEdit) -> None:
        super().__init__()
        self._pane = pane
        pane.setReadOnly(True)
        pane.setTabChangesFocus(True)
        pane.setAccessibleName(self.tr("Details"))
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.toggled.connect(self._show)
        self._show(False)

    def _show(self, shown: bool) -> None:
        self.setText(self.tr("Hide d&etails") if shown else self.tr("Show d&etails"))
        self._pane.setVisible(shown)


class Banner(QLabel):
    """The application's banner, as wide as the page and of limited height; hidden when there is none."""

    def __init__(self, path: Path | None, name: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._picture = pictures.banner(path, _LARGEST_BANNER)
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setVisible(not self._picture.isNull())

    def sizeHint(self) -> QSize:
        if self._picture.isNull():
            return QSize()
        highest = self.fontMetrics().height() * _BANNER_LINES
        size = self._picture.deviceIndependentSize().toSize()
        return size.scaled(max(self.width(), 1), highest, Qt.AspectRatioMode.KeepAspectRatio)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._picture.isNull():
            return
        ratio = self.devicePixelRatio()
        picture = self._picture.scaled(
            self.sizeHint() * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        picture.setDevicePixelRatio(ratio)
        self.setPixmap(picture)
        self.updateGeometry()

"""What several controls need to paint themselves, whichever way text runs."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from builder.base.names import one_line
from installer.wizard.look.icons import STATES, draw_icon
from installer.wizard.look.motion import FRAME_MS, turned
from installer.wizard.look.theme import theme

_ARC_INSET, _ARC_WIDTH, _ARC_DEGREES = 3 / 20, 2 / 20, 110


def button_text(text: str) -> str:
    """Write a text so that a button shows it as it is, without an access key."""
    return one_line(text).replace("&", "&&")


def text_of(button: QAbstractButton) -> str:
    """The text of a button as it is read, without its access key."""
    return button.text().replace("&&", "\0").replace("&", "").replace("\0", "&")


def has_ring(widget: QWidget) -> bool:
    """Whether the keyboard focus is to be seen on it now."""
    return widget.hasFocus() and theme().shows_focus


def is_mirrored(widget: QWidget) -> bool:
    """Whether text runs from right to left."""
    return widget.layoutDirection() == Qt.LayoutDirection.RightToLeft


def placed(widget: QWidget, place: QRectF) -> QRectF:
    """Where something stands in a widget, given as if text ran from left to right."""
    if not is_mirrored(widget):
        return place
    return QRectF(widget.width() - place.right(), place.top(), place.width(), place.height())


def text_flags(widget: QWidget, *, wraps: bool = False, keys: bool = False, to_end: bool = False) -> int:
    """How a text is drawn.

    Args:
        widget: on which.
        wraps: it may have several lines, which begin at the top; others are in the middle of their place.
        keys: it has an access key, underlined where the style says so.
        to_end: it stands where text ends, not where it begins.
    """
    # Qt mirrors these itself.
    flags = int(Qt.AlignmentFlag.AlignRight if to_end else Qt.AlignmentFlag.AlignLeft)
    flags |= int(Qt.AlignmentFlag.AlignTop if wraps else Qt.AlignmentFlag.AlignVCenter)
    if wraps:
        flags |= int(Qt.TextFlag.TextWordWrap)
    if keys:
        underlined = widget.style().styleHint(QStyle.StyleHint.SH_UnderlineShortcut, None, widget)
        flags |= int(Qt.TextFlag.TextShowMnemonic if underlined else Qt.TextFlag.TextHideMnemonic)
    return flags


def width_of(text: str, font: QFont, *, keys: bool = False) -> int:
    """How wide a text is on one line; `keys` if it has an access key."""
    flags = Qt.TextFlag.TextShowMnemonic if keys else Qt.TextFlag.TextSingleLine
    return math.ceil(QFontMetricsF(font).size(flags, text).width()) + 1 if text else 0


def size_of(text: str, font: QFont, width: float, *, keys: bool = False) -> QSize:
    """How large a text is when it wraps at a width."""
    if not text:
        return QSize()
    flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextShowMnemonic if keys else 0)
    found = QFontMetricsF(font).boundingRect(QRectF(0, 0, max(width, 1.0), 1e5), flags, text)
    return QSize(math.ceil(found.width()), math.ceil(found.height()))


def smooth_painter(widget: QWidget) -> QPainter:
    """Begin to paint a widget."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def draw_text(painter: QPainter, place: QRectF, flags: int, text: str, font: QFont, color: QColor) -> None:
    """Draw a text."""
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(place, flags, text)


def draw_ring(painter: QPainter, place: QRectF, rounded: float) -> None:
    """Draw what shows the keyboard focus, along the inside of a place."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme().roles.text, 2))
    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), rounded, rounded)


def draw_card(painter: QPainter, place: QRectF, fill: QColor, line: QColor, rounded: float) -> None:
    """Draw a card; in high contrast, as a thick frame."""
    width = 2 if theme().is_high_contrast else 1
    painter.setPen(QPen(line, width))
    painter.setBrush(fill)
    half = width / 2
    painter.drawRoundedRect(place.adjusted(half, half, -half, -half), rounded, rounded)


def paint_icon(
    painter: QPainter, name: str, place: QRectF, color: str = "", *, widget: QWidget, behind: QColor | None = None
) -> None:
    """Paint an icon.

    Args:
        painter: paints it.
        name: one of `icons.NAMES`, or `work` for what is being worked on.
        place: where, given as if text ran from left to right.
        color: the name of a role; empty for that of the icon's state.
        widget: on which.
        behind: the color of the sign inside a filled icon; the page's if None.
    """
    roles = theme().roles
    where = placed(widget, place)
    if name != "work":
        color = color or (name if name in STATES else "muted")
        draw_icon(painter, name, where, roles[color], behind or roles.page, mirrored=is_mirrored(widget))
        return
    inset, width = where.width() * _ARC_INSET, where.width() * _ARC_WIDTH
    ring = where.adjusted(inset, inset, -inset, -inset)
    drawn = roles[color or "bar"]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(roles.edge if roles.is_high_contrast else roles.track, width))
    painter.drawEllipse(ring)
    if theme().is_still:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(drawn)
        painter.drawPie(ring, 90 * 16, -180 * 16)
        return
    painter.setPen(QPen(drawn, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawArc(ring, round((90 - 360 * turned()) * 16), -_ARC_DEGREES * 16)


class Turning(QTimer):
    """Paints a part of a widget again and again while it turns: as little as possible, since the computer has work.

    Each painting asks for the next one, so nothing is done for a widget that nobody can see.
    """

    def __init__(self, widget: QWidget, place: Callable[[], QRect]) -> None:
        super().__init__(widget, interval=FRAME_MS, singleShot=True)
        self._widget, self._place = widget, place
        self._turns = False
        self.timeout.connect(self._paint)

    def _paint(self) -> None:
        self._widget.update(self._place())

    def turn(self, turns: bool) -> None:
        """Say whether something turns; it does not where nothing may move."""
        self._turns = turns and not theme().is_still
        if not self._turns:
            self.stop()
        elif not self.isActive():
            self._paint()

    def painted(self) -> None:
        """Say that the widget has been painted."""
        if self._turns and not self.isActive():
            self.start()


def grows_downwards(widget: QWidget, horizontal: QSizePolicy.Policy = QSizePolicy.Policy.Preferred) -> None:
    """Let a widget be as high as it must be at its width."""
    policy = QSizePolicy(horizontal, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)

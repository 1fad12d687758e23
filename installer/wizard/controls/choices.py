"""What is ticked and chosen: boxes and lists whose choices have notes.

Texts are given as they are: what Qt would take for an access key is escaped. Pages add access keys themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QStylePainter,
)

from builder.base.names import one_line
from installer.wizard.controls.painting import (
    button_text,
    draw_ring,
    draw_text,
    grows_downwards,
    has_ring,
    paint_icon,
    placed,
    size_of,
    smooth_painter,
    text_flags,
    width_of,
)
from installer.wizard.look.roles import VISIBLE, contrast, mix
from installer.wizard.look.style import BUTTON_HEIGHT
from installer.wizard.look.theme import follow, px, theme

if TYPE_CHECKING:
    _Choosable = QAbstractButton
else:
    _Choosable = object

NOTE = Qt.ItemDataRole.UserRole + 100
"""The role of an item's data that has its note."""

_BOX, _ROW, _TEXT_AT, _NOTE_GAP, _RING_GAP = 18, 24, 28, 10, 4
_DRAWN_BOX = 16.5
_COMBO_SIDE, _COMBO_END, _CHEVRON, _ITEM_SIDE = 12, 34, 16, 8
_LEAST_COMBO = 120


class _Choice(_Choosable):
    """What a check box and a radio button have in common: their text and their note, and how those stand."""

    _note = ""

    def _begin(self, text: str, note: str) -> None:
        grows_downwards(self)
        self.say(text, note)
        follow(self._restyle)

    @property
    def note(self) -> str:
        """What stands behind the text."""
        return self._note

    def say(self, text: str, note: str = "") -> None:
        """Show another text and note."""
        self._note = one_line(note)
        self.setText(button_text(text))
        self.setAccessibleDescription(self._note)
        self.updateGeometry()
        self.update()

    def _restyle(self) -> None:
        self.setFont(theme().font("body"))
        self.updateGeometry()
        self.update()

    def _texts(self, width: int) -> tuple[QRectF, QRectF]:
        """Where text and note stand: side by side, or below each other where there is no room for that."""
        font, note_font = self.font(), theme().font("note")
        at, row = px(_TEXT_AT), float(px(_ROW))
        text, note = width_of(self.text(), font, keys=True), width_of(self._note, note_font)
        gap, end = px(_NOTE_GAP) if note else 0, px(_RING_GAP)
        if at + text + gap + note + end <= width:
            return QRectF(at, 0, text, row), QRectF(at + text + gap, 0, note, row)
        room = max(width - at - end, 1)
        lines = size_of(self.text(), font, room, keys=True).height()
        above = (row - QFontMetricsF(font).height()) / 2
        text_place = QRectF(at, above, room, lines)
        below = size_of(self._note, note_font, room).height()
        return text_place, QRectF(at, text_place.bottom() + 1, room, below)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        text, note = self._texts(width)
        return max(px(_ROW), round(max(text.bottom(), note.bottom() if self._note else 0.0)))

    def sizeHint(self) -> QSize:
        text = width_of(self.text(), self.font(), keys=True)
        note = width_of(self._note, theme().font("note"))
        gap = px(_NOTE_GAP) if note else 0
        return QSize(px(_TEXT_AT) + text + gap + note + px(_RING_GAP), px(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), px(_LEAST_COMBO)), px(_ROW))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def focusInEvent(self, event: QFocusEvent) -> None:
        theme().note_focus(event.reason())
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, roles = smooth_painter(self), theme().roles
        dim, on = not self.isEnabled(), self.isChecked()
        edge = px(_BOX)
        box = placed(self, QRectF(0, (px(_ROW) - edge) / 2, edge, edge).adjusted(0.75, 0.75, -0.75, -0.75))
        fill = roles.page if not roles.is_dark or roles.is_high_contrast else mix(QColor("black"), roles.page, 0.12)
        if on:
            fill = mix(roles.text, roles.page, 0.34) if dim else roles.accent
        rim = roles.edge if dim else roles.mark
        if on and contrast(fill, roles.page) >= VISIBLE:
            rim = fill
        painter.setPen(QPen(rim, 1.2))
        painter.setBrush(fill)
        self._draw_box(painter, box)
        if on:
            self._draw_mark(painter, box)
        text, note = self._texts(self.width())
        wraps = text.height() > px(_ROW) or text.top() > 0
        flags = text_flags(self, wraps=wraps, keys=True)
        color = roles.faint if dim else roles.text
        draw_text(painter, placed(self, text), flags, self.text(), self.font(), color)
        if self._note:
            color = roles.faint if dim else roles.muted
            flags = text_flags(self, wraps=wraps)
            draw_text(painter, placed(self, note), flags, self._note, theme().font("note"), color)
        if has_ring(self):
            around = text.united(note) if self._note else text
            gap = px(_RING_GAP)
            ring = QRectF(around.left() - gap, 0, min(around.width() + 2 * gap, self.width()), self.height())
            draw_ring(painter, placed(self, ring), px(4))

    def _draw_box(self, painter: QPainter, box: QRectF) -> None:
        raise NotImplementedError

    def _draw_mark(self, painter: QPainter, box: QRectF) -> None:
        raise NotImplementedError


class Check(_Choice, QCheckBox):
    """A box to tick.

    Args:
        text: what is chosen.
        note: what it costs or means, behind the text.
    """

    def __init__(self, text: str = "", note: str = "") -> None:
        super().__init__()
        self._begin(text, note)

    def _draw_box(self, painter: QPainter, box: QRectF) -> None:
        painter.drawRoundedRect(box, px(4), px(4))

    def _draw_mark(self, painter: QPainter, box: QRectF) -> None:
        roles, scale = theme().roles, box.width() / _DRAWN_BOX
        color = roles.on_accent if self.isEnabled() else roles.page
        style, cap, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(color, 1.8 * scale, style, cap, join))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        points = ((4.2, 8.6), (7.1, 11.5), (12.4, 5.4))
        painter.drawPolyline([QPointF(box.x() + x * scale, box.y() + y * scale) for x, y in points])


class Radio(_Choice, QRadioButton):
    """One of several choices.

    Args:
        text: what is chosen.
        note: what it costs or means, behind the text.
    """

    def __init__(self, text: str = "", note: str = "") -> None:
        super().__init__()
        self._begin(text, note)

    def _draw_box(self, painter: QPainter, box: QRectF) -> None:
        painter.drawEllipse(box)

    def _draw_mark(self, painter: QPainter, box: QRectF) -> None:
        roles, dot = theme().roles, 3.6 * box.width() / _DRAWN_BOX
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(roles.on_accent if self.isEnabled() else roles.page)
        painter.drawEllipse(box.center(), dot, dot)


class _WithNotes(QStyledItemDelegate):
    """Draws the items of a list with their notes behind them."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        note = index.data(NOTE)
        if not note:
            return
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        combo = self.parent()
        assert isinstance(combo, Combo)
        chosen = bool(drawn.state & QStyle.StateFlag.State_Selected)
        color = drawn.palette.color(QPalette.ColorRole.HighlightedText) if chosen else theme().roles.muted
        at = width_of(drawn.text, drawn.font) + px(_NOTE_GAP) + px(_ITEM_SIDE)
        place = QRectF(drawn.rect).adjusted(at, 0, -px(_ITEM_SIDE), 0)
        if combo.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place = QRectF(drawn.rect).adjusted(px(_ITEM_SIDE), 0, -at, 0)
        painter.save()
        draw_text(painter, place, text_flags(combo), note, theme().font("note"), color)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        note = width_of(index.data(NOTE) or "", theme().font("note"))
        more = note + px(_NOTE_GAP) + 2 * px(_ITEM_SIDE) if note else 0
        return QSize(size.width() + more, max(size.height(), px(_ROW + 4)))


class Combo(QComboBox):
    """A choice from a list, whose items may have notes."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_WithNotes(self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.currentIndexChanged.connect(self._describe)
        follow(self._restyle)

    def add(self, text: str, note: str = "", value: object = None) -> None:
        """Add an item.

        Args:
            text: what is chosen.
            note: what it means.
            value: the item's data.
        """
        self.addItem(one_line(text), value)
        self.setItemData(self.count() - 1, one_line(note), NOTE)
        self._describe()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.currentData(NOTE) or "")

    def _restyle(self) -> None:
        self.setFont(theme().font("body"))
        self.setMinimumHeight(px(BUTTON_HEIGHT))
        # A list that opens is a window of its own.
        self.view().setPalette(theme().roles.palette())
        self.view().setFont(self.font())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        widths = [
            width_of(self.itemText(number), self.font()) + width_of(self.itemData(number, NOTE) or "", self.font())
            for number in range(self.count())
        ]
        width = max(widths, default=0) + px(_COMBO_SIDE) + px(_NOTE_GAP) + px(_COMBO_END)
        return QSize(width, px(BUTTON_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_LEAST_COMBO), px(BUTTON_HEIGHT))

    def focusInEvent(self, event: QFocusEvent) -> None:
        theme().note_focus(event.reason())
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        roles, note = theme().roles, self.currentData(NOTE) or ""
        if roles.is_high_contrast:
            native = QStylePainter(self)
            option = QStyleOptionComboBox()
            self.initStyleOption(option)
            option.currentText = "   ".join(filter(None, (self.currentText(), note)))
            native.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
            native.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
            return
        painter, height = smooth_painter(self), self.height()
        whole = QRectF(self.rect())
        painter.setPen(QPen(roles.rim, 1))
        painter.setBrush(roles.hover if self.underMouse() and self.isEnabled() else roles.button)
        painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), px(5), px(5))
        font, note_font = self.font(), theme().font("note")
        room = self.width() - px(_COMBO_SIDE) - px(_COMBO_END)
        text = QFontMetricsF(font).elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        width = min(width_of(text, font), room)
        place = placed(self, QRectF(px(_COMBO_SIDE), 0, width, height))
        draw_text(painter, place, text_flags(self), text, font, roles.text if self.isEnabled() else roles.faint)
        left = room - width - px(_NOTE_GAP)
        if note and left > px(_NOTE_GAP):
            note = QFontMetricsF(note_font).elidedText(note, Qt.TextElideMode.ElideRight, left)
            place = placed(self, QRectF(px(_COMBO_SIDE) + width + px(_NOTE_GAP), 0, left, height))
            draw_text(painter, place, text_flags(self), note, note_font, roles.muted)
        edge = px(_CHEVRON)
        place = QRectF(self.width() - px(12) - edge, (height - edge) / 2, edge, edge)
        paint_icon(painter, "chevron-down", place, "muted", widget=self)
        if has_ring(self):
            draw_ring(painter, whole, px(5))

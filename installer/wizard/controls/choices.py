"""What is ticked and chosen: boxes, alone or as the rows of a list, and lists that open; choices may have notes.

Texts are given as they are: what Qt would take for an access key is escaped. Pages add access keys themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QFrame,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QStylePainter,
    QVBoxLayout,
)

from builder.base.names import one_line
from installer.wizard.controls.painting import (
    button_text,
    draw_card,
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
from installer.wizard.controls.surfaces import ROUND
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
_LIST_ROW, _TIGHT_LIST_ROW = 36, 32


class _Choice(_Choosable):
    """What a check box and a radio button have in common: their text and their note, and how those stand."""

    _box_at, _text_at, _side, _below = 0, _TEXT_AT, _RING_GAP, 0
    """Where the box and the text begin, what is free behind the note, and below all where the text wraps."""
    _note_at_end = False
    _note = ""

    @property
    def _row(self) -> int:
        """How high it is at the least, in pixels."""
        return px(_ROW)

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
        at, row = px(self._text_at), float(self._row)
        text, note = width_of(self.text(), font, keys=True), width_of(self._note, note_font)
        gap, end = px(_NOTE_GAP) if note else 0, px(self._side)
        if at + text + gap + note + end <= width:
            note_at = width - end - note if self._note_at_end else at + text + gap
            return QRectF(at, 0, text, row), QRectF(note_at, 0, note, row)
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
        below = px(self._below) if text.top() > 0 else 0
        return max(self._row, round(max(text.bottom(), note.bottom() if self._note else 0.0)) + below)

    def sizeHint(self) -> QSize:
        text = width_of(self.text(), self.font(), keys=True)
        note = width_of(self._note, theme().font("note"))
        gap = px(_NOTE_GAP) if note else 0
        return QSize(px(self._text_at) + text + gap + note + px(self._side), self._row)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), px(_LEAST_COMBO)), self._row)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def focusInEvent(self, event: QFocusEvent) -> None:
        theme().note_focus(event.reason())
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, roles = smooth_painter(self), theme().roles
        dim, on = not self.isEnabled(), self.isChecked()
        edge = px(_BOX)
        place = QRectF(px(self._box_at), (self._row - edge) / 2, edge, edge)
        box = placed(self, place.adjusted(0.75, 0.75, -0.75, -0.75))
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
        wraps = text.height() > self._row or text.top() > 0
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


class _CheckRow(Check):
    """A box to tick that is a row of a list: its note stands at the end."""

    _box_at, _text_at, _side, _below = 16, 48, 16, 8
    _note_at_end = True
    _is_tight = False

    def __init__(self, text: str, note: str, *, has_line: bool) -> None:
        super().__init__(text, note)
        self._has_line = has_line

    @property
    def _row(self) -> int:
        return px(_TIGHT_LIST_ROW if self._is_tight else _LIST_ROW)

    def set_tight(self, is_tight: bool) -> None:
        """Give way where the window is small."""
        self._is_tight = is_tight
        self.updateGeometry()

    def tight_gain(self, width: int) -> int:
        """How much lower it is at a width when it gives way, in pixels."""
        was, heights = self._is_tight, []
        for self._is_tight in (False, True):
            heights.append(self.heightForWidth(width))
        self._is_tight = was
        return heights[0] - heights[1]

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._has_line:
            line = QRectF(px(self._text_at), 0, self.width() - px(self._text_at) - 1, 1)
            QPainter(self).fillRect(placed(self, line), theme().roles.line)
        super().paintEvent(event)


class CheckList(QFrame):
    """Boxes to tick as the rows of a list on a card."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[_CheckRow] = []
        self._is_tight = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_rows(self, rows: Sequence[tuple[str, str]]) -> list[Check]:
        """Have these rows, with text and note each, in place of others; returns their boxes."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_CheckRow(text, note, has_line=number > 0) for number, (text, note) in enumerate(rows)]
        for row in self._rows:
            row.set_tight(self._is_tight)
            self._column.addWidget(row)
        return [*self._rows]

    def set_tight(self, is_tight: bool) -> None:
        """Give way where the window is small."""
        if is_tight != self._is_tight:
            self._is_tight = is_tight
            for row in self._rows:
                row.set_tight(is_tight)

    @property
    def tight_gain(self) -> int:
        """How much lower it is when it gives way, in pixels."""
        return sum(row.tight_gain(self.width()) for row in self._rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._rows:
            roles = theme().roles
            draw_card(smooth_painter(self), QRectF(self.rect()), roles.card, roles.line, px(ROUND))


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

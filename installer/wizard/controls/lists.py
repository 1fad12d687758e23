"""Lists of rows and of facts; each row and each fact is one text for assistive tools."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QFont, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from builder.base.names import one_line
from installer.wizard.controls.labels import Spoken
from installer.wizard.controls.painting import (
    Turning,
    draw_card,
    draw_text,
    grows_downwards,
    paint_icon,
    placed,
    size_of,
    smooth_painter,
    text_flags,
    width_of,
)
from installer.wizard.controls.surfaces import ROUND
from installer.wizard.look.theme import follow, px, theme

_ROW, _ROW_SIDE, _ROW_ICON, _ROW_TEXT_AT, _ROW_GAP, _ROW_ABOVE = 36, 16, 18, 48, 14, 8
_TIGHT, _TIGHT_ABOVE, _TIGHT_LESS = 32, 5, 4
_ROW_LEAST = 160
"""How wide a text that wraps must be to stand beside another."""
_FACT_ICON, _FACT_TEXT_AT, _FACT_COLUMN_GAP, _FACT_ROW_GAP = 20, 30, 24, 12
_FACT_LEAST = 180
"""How wide a column must be for its texts to wrap in it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list: an icon, a name, a note behind it, and its state in words at the end."""

    icon: str
    color: str
    """The name of a role; empty for that of the icon's state."""
    name: str
    state: str
    state_color: str = "muted"
    note: str = ""
    found: str = ""
    """A second column, of the same width in all rows: what was found. The name then is strong."""
    spoken: str = ""
    """What assistive tools read; empty for name, what was found, note and state."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the texts of a row stand, and how high it is."""

    height: int
    is_stacked: bool
    name: QRectF
    found: QRectF
    note: QRectF
    state: QRectF


class _RowView(Spoken):
    """A row that paints itself; for assistive tools, one text."""

    def __init__(self, row: Row) -> None:
        super().__init__()
        self._row = row
        self.has_line = False
        self.height_px = float(_ROW)
        self.is_tight = False
        self.name_width = 0
        self._turning = Turning(self, self._icon_place)
        grows_downwards(self)
        self.show_row(row)
        follow(self._restyle)

    @property
    def row(self) -> Row:
        """What it shows."""
        return self._row

    def show_row(self, row: Row) -> None:
        """Show another row; where it is the same, nothing is painted."""
        self.speak(row.spoken or ", ".join(filter(None, (row.name, row.found, row.note, row.state))))
        self._turning.turn(row.icon == "work")
        if row != self._row:
            self._row = row
            self.updateGeometry()
            self.update()

    def _restyle(self) -> None:
        self._turning.turn(self._row.icon == "work")
        self.updateGeometry()
        self.update()

    def natural_name_width(self) -> int:
        """How wide the column of names would be for this row."""
        return width_of(self._row.name, theme().font("strong")) if self._row.found else 0

    def height_at(self, width: int, *, is_tight: bool) -> int:
        """How high it is at a width, in pixels."""
        was, self.is_tight = self.is_tight, is_tight
        height = self._layout(width).height
        self.is_tight = was
        return height

    @property
    def _least(self) -> int:
        return px(min(_TIGHT, self.height_px - _TIGHT_LESS) if self.is_tight else self.height_px)

    def _layout(self, width: int) -> _Places:
        """Where everything stands: name and state at both ends, or below each other where there is no room for that."""
        row, look = self._row, theme()
        left, right = px(_ROW_TEXT_AT), width - px(_ROW_SIDE)
        note, state = (width_of(one_line(text), look.font("note")) for text in (row.note, row.state))
        end = right - state - (px(_ROW_GAP) if state else 0)
        room = end - left - (note + px(_ROW_GAP) if note else 0)
        if row.found:
            found_at = left + self.name_width + px(_ROW_GAP)
            sizes = (self.name_width, end - found_at)
            fits = sizes[1] >= min(px(_ROW_LEAST), width_of(one_line(row.found), look.font("body")))
        else:
            found_at = left
            sizes = (min(width_of(one_line(row.name), look.font("body")), room), 0)
            fits = sizes[0] == width_of(one_line(row.name), look.font("body")) or room >= px(_ROW_LEAST)
        if not fits:
            return self._stacked(left, max(right - left, 1))
        name = size_of(one_line(row.name), self._name_font(), sizes[0]).height()
        found = size_of(one_line(row.found), look.font("body"), sizes[1]).height()
        height = max(self._least, max(name, found) + 2 * px(_TIGHT_ABOVE if self.is_tight else _ROW_ABOVE))
        return _Places(
            height,
            False,
            QRectF(left, (height - name) / 2, sizes[0], name),
            QRectF(found_at, (height - found) / 2, sizes[1], found),
            QRectF(left + sizes[0] + px(_ROW_GAP), 0, note, height),
            QRectF(right - state, 0, state, height),
        )

    def _icon_place(self) -> QRect:
        """Where the icon is painted in the end."""
        edge = px(_ROW_ICON)
        return placed(self, QRectF(px(_ROW_SIDE), (self.height() - edge) / 2, edge, edge)).toRect()

    def _stacked(self, left: int, room: int) -> _Places:
        row, look, top, places = self._row, theme(), float(px(_ROW_ABOVE)), []
        small = look.font("note")
        texts = ((row.name, self._name_font()), (row.found, look.font("body")), (row.note, small), (row.state, small))
        for text, font in texts:
            size = size_of(one_line(text), font, room)
            places.append(QRectF(left, top, room if text else 0, size.height()))
            top += size.height()
        return _Places(max(self._least, round(top) + px(_ROW_ABOVE)), True, *places)

    def _name_font(self) -> QFont:
        return theme().font("strong" if self._row.found else "body")

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._layout(width).height

    def sizeHint(self) -> QSize:
        row, look = self._row, theme()
        texts = ((row.name, "strong" if row.found else "body"), (row.found, "body"), (row.note, "note"))
        width = sum(width_of(text, look.font(kind)) + px(_ROW_GAP) for text, kind in (*texts, (row.state, "note")))
        width += px(_ROW_TEXT_AT) + px(_ROW_SIDE)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), self._least)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look, row = smooth_painter(self), theme(), self._row
        icon = placed(self, QRectF(self._icon_place()))
        paint_icon(painter, row.icon, icon, row.color, widget=self, behind=look.roles.card)
        self._turning.painted()
        if self._icon_place().contains(event.rect()):
            return  # nothing but the icon has turned
        places = self._layout(self.width())
        if self.has_line:
            line = QRectF(px(_ROW_TEXT_AT), 0, self.width() - px(_ROW_TEXT_AT) - 1, 1)
            painter.fillRect(placed(self, line), look.roles.line)
        text, small = look.roles.text, look.font("note")
        for place, what, font, color, wraps in (
            (places.name, row.name, self._name_font(), text, True),
            (places.found, row.found, look.font("body"), text, True),
            (places.note, row.note, small, look.roles.muted, places.is_stacked),
            (places.state, row.state, small, look.roles[row.state_color], places.is_stacked),
        ):
            draw_text(painter, placed(self, place), text_flags(self, wraps=wraps), one_line(what), font, color)


class RowList(QFrame):
    """A list of rows on a card, which are updated in place."""

    def __init__(self, rows: Sequence[Row] = (), *, height: float = _ROW) -> None:
        super().__init__()
        self._views: list[_RowView] = []
        self._height, self._is_tight = height, False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.set_rows(rows)
        follow(self._restyle)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What it shows."""
        return tuple(view.row for view in self._views)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        for view, row in zip(self._views, rows, strict=False):
            view.show_row(row)
        for row in rows[len(self._views) :]:
            view = _RowView(row)
            view.has_line = bool(self._views)
            view.height_px, view.is_tight = self._height, self._is_tight
            self._views.append(view)
            self._column.addWidget(view)
        for view in self._views[len(rows) :]:
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()
        del self._views[len(rows) :]
        self._align()

    def set_tight(self, is_tight: bool) -> None:
        """Give way where the window is small."""
        if is_tight != self._is_tight:
            self._is_tight = is_tight
            for view in self._views:
                view.is_tight = is_tight
                view.updateGeometry()

    @property
    def tight_gain(self) -> int:
        """How much lower it is when it gives way, in pixels."""
        return sum(
            view.height_at(self.width(), is_tight=False) - view.height_at(self.width(), is_tight=True)
            for view in self._views
        )

    def _align(self) -> None:
        width = max((view.natural_name_width() for view in self._views), default=0)
        for view in self._views:
            view.name_width = width

    def _restyle(self) -> None:
        self._align()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._views:
            roles = theme().roles
            draw_card(smooth_painter(self), QRectF(self.rect()), roles.card, roles.line, px(ROUND))


@dataclass(frozen=True, slots=True)
class FactText:
    """A fact: an icon, what it is, and what that means."""

    icon: str
    title: str
    note: str = ""


class _FactView(Spoken):
    """A fact that paints itself; for assistive tools, one text."""

    def __init__(self, fact: FactText) -> None:
        super().__init__()
        self._fact = fact
        self.show_fact(fact)

    def show_fact(self, fact: FactText) -> None:
        """Show another fact."""
        self._fact = fact
        self.speak(": ".join(filter(None, (fact.title, fact.note))))
        self.update()

    def natural_width(self) -> int:
        """How wide it is when nothing wraps."""
        look = theme()
        title = width_of(one_line(self._fact.title), look.font("strong"))
        return px(_FACT_TEXT_AT) + max(title, width_of(one_line(self._fact.note), look.font("note")))

    def height_at(self, width: int) -> int:
        """How high it is at a width."""
        title, note = self._heights(width)
        return max(px(_FACT_ICON), title + note + 1)

    def _heights(self, width: int) -> tuple[int, int]:
        look, room = theme(), width - px(_FACT_TEXT_AT)
        title = size_of(one_line(self._fact.title), look.font("strong"), room)
        return title.height(), size_of(one_line(self._fact.note), look.font("note"), room).height()

    def sizeHint(self) -> QSize:
        width = self.natural_width()
        return QSize(width, self.height_at(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look, fact = smooth_painter(self), theme(), self._fact
        edge, at = px(_FACT_ICON), px(_FACT_TEXT_AT)
        on = self.isEnabled()
        paint_icon(painter, fact.icon, QRectF(0, 0, edge, edge), "muted" if on else "faint", widget=self)
        title, note = self._heights(self.width())
        flags, room = text_flags(self, wraps=True), self.width() - at
        place = placed(self, QRectF(at, 0, room, title))
        color = look.roles.text if on else look.roles.faint
        draw_text(painter, place, flags, one_line(fact.title), look.font("strong"), color)
        place = placed(self, QRectF(at, title + 1, room, note))
        color = look.roles.muted if on else look.roles.faint
        draw_text(painter, place, flags, one_line(fact.note), look.font("note"), color)


class Facts(QWidget):
    """Facts beside each other in columns of equal width, or below each other where there is no room for that."""

    def __init__(self, facts: Sequence[FactText] = ()) -> None:
        super().__init__()
        self._views: list[_FactView] = []
        grows_downwards(self)
        self.set_facts(facts)
        follow(self._restyle)

    def set_facts(self, facts: Sequence[FactText]) -> None:
        """Show these facts."""
        for view, fact in zip(self._views, facts, strict=False):
            view.show_fact(fact)
        for fact in facts[len(self._views) :]:
            view = _FactView(fact)
            view.setParent(self)
            view.show()
            self._views.append(view)
        for view in self._views[len(facts) :]:
            view.hide()
            view.deleteLater()
        del self._views[len(facts) :]
        self._restyle()

    def _restyle(self) -> None:
        self.updateGeometry()
        self._arrange()
        self.update()

    def _columns(self, width: int) -> list[int]:
        """The widths of the columns; of one alone where the facts do not fit beside each other."""
        needs = [view.natural_width() for view in self._views]
        left = width - px(_FACT_COLUMN_GAP) * (len(needs) - 1)
        equal = left // max(len(needs), 1)
        if sum(needs) > left and equal < px(_FACT_LEAST):
            return [width]
        if max(needs, default=0) <= equal or sum(needs) > left:
            return [equal] * len(needs)
        spare = (left - sum(needs)) // len(needs)
        return [need + spare for need in needs]

    def _places(self, width: int) -> tuple[list[QRectF], int]:
        """Where the facts stand, as if text ran from left to right, and how high that is."""
        columns, places = self._columns(width), []
        if len(columns) == len(self._views):
            height = max((view.height_at(column) for view, column in zip(self._views, columns, strict=True)), default=0)
            at = 0
            for column in columns:
                places.append(QRectF(at, 0, column, height))
                at += column + px(_FACT_COLUMN_GAP)
            return places, height
        top = 0
        for view in self._views:
            places.append(QRectF(0, top, width, view.height_at(width)))
            top += view.height_at(width) + px(_FACT_ROW_GAP)
        return places, max(top - px(_FACT_ROW_GAP), 0)

    def _arrange(self) -> None:
        places, _ = self._places(self.width())
        for view, place in zip(self._views, places, strict=True):
            view.setGeometry(placed(self, place).toRect())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._places(width)[1]

    def sizeHint(self) -> QSize:
        needs = [view.natural_width() for view in self._views]
        width = sum(needs) + px(_FACT_COLUMN_GAP) * max(len(needs) - 1, 0)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(_FACT_ICON))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

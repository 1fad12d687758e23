"""What is pressed and written into.

Texts are given as they are: what Qt would take for an access key is escaped. Pages add access keys themselves.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFontMetricsF, QIcon, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QLineEdit, QPushButton, QSizePolicy, QStyle, QWidget

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
from installer.wizard.look.icons import button_icon
from installer.wizard.look.roles import mix
from installer.wizard.look.style import BUTTON_HEIGHT, BUTTON_WIDTH
from installer.wizard.look.theme import follow, px, theme

_BUTTON_ICON = 16
_LINK_HEIGHT, _LINK_SIDE, _LINK_ICON, _LINK_GAP, _TRAIL, _TRAIL_GAP = 24, 3, 18, 6, 15, 5
_COMMAND_HEIGHT, _SIDE, _TILE, _TILE_INSET, _TEXT_AT, _END, _CHEVRON = 68, 16, 40, 10, 72, 40, 18
_TIGHT_COMMAND = 58
_EXTRA_GAP, _LEAST_TEXT, _LEAST_COMMAND = 16, 180, 240


_LAST_IS_DEFAULT = (QDialogButtonBox.ButtonLayout.GnomeLayout, QDialogButtonBox.ButtonLayout.MacLayout)


def default_stands_last(widget: QWidget) -> bool:
    """Whether the platform has the button that goes on at the end, and not before those that leave."""
    layout = widget.style().styleHint(QStyle.StyleHint.SH_DialogButtonLayout, None, widget)
    return QDialogButtonBox.ButtonLayout(layout) in _LAST_IS_DEFAULT


class Button(QPushButton):
    """An ordinary button.

    Args:
        text: what it does.
        kind: `primary` for the one that matters on a page, `danger` for what removes something.
    """

    def __init__(self, text: str = "", kind: str = "") -> None:
        super().__init__()
        self._icon_name: str | None = None
        self.setAutoDefault(False)
        self.setProperty("kind", kind)
        self.say(text)
        follow(self._restyle)

    @property
    def kind(self) -> str:
        """`primary`, `danger` or nothing."""
        return str(self.property("kind"))

    def say(self, text: str) -> None:
        """Show another text."""
        self.setText(button_text(text))

    def set_kind(self, kind: str) -> None:
        """Look like another kind."""
        if kind == self.kind:
            return
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._restyle()

    def set_icon(self, name: str | None) -> None:
        """Show an icon before the text, such as the shield of what needs more rights."""
        self._icon_name = name
        self._restyle()

    def _restyle(self) -> None:
        look = theme()
        self.setFont(look.font("strong" if self.kind else "body"))
        self.setMinimumSize(px(BUTTON_WIDTH), px(BUTTON_HEIGHT))
        icon, edge = QIcon(), px(_BUTTON_ICON)
        if self._icon_name:
            color = {"primary": "on_accent", "danger": "on_danger"}.get(self.kind, "text")
            # There, all buttons are the system's.
            color = "text" if look.is_high_contrast else color
            icon = button_icon(self._icon_name, look.roles, edge, color=color)
        self.setIcon(icon)
        self.setIconSize(QSize(edge, edge))
        self.updateGeometry()

    def focusInEvent(self, event: QFocusEvent) -> None:
        theme().note_focus(event.reason())
        super().focusInEvent(event)


class Field(QLineEdit):
    """A line to write into."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        follow(self._restyle)

    def _restyle(self) -> None:
        self.setFont(theme().font("body"))
        self.setMinimumHeight(px(BUTTON_HEIGHT))
        self.updateGeometry()

    def focusInEvent(self, event: QFocusEvent) -> None:
        theme().note_focus(event.reason())
        super().focusInEvent(event)


class _Painted(QAbstractButton):
    """A button that paints itself, and is pressed with Enter as well when it has the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        theme().note_focus(event.reason())
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        event.accept()
        if not event.isAutoRepeat():
            self.click()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()


class Link(_Painted):
    """A quiet button: it looks like a link and works like a button.

    Args:
        text: what it does.
        icon: stands before the text.
        color: the name of a role.
        trail: an icon that stands behind the text.
        kind: one of `fonts.KINDS`.
    """

    def __init__(
        self, text: str = "", icon: str | None = None, color: str = "link", trail: str | None = None, kind: str = "body"
    ) -> None:
        super().__init__()
        self._icon_name, self._color, self._trail, self._kind = icon, color, trail, kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(text)
        follow(self._restyle)

    def say(self, text: str, icon: str | None = None) -> None:
        """Show another text, and another icon where one is given."""
        self._icon_name = icon or self._icon_name
        self.setText(button_text(text))
        self.updateGeometry()
        self.update()

    def _restyle(self) -> None:
        self.setFont(theme().font(self._kind))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        before = px(_LINK_ICON) + px(_LINK_GAP) if self._icon_name else 0
        behind = px(_TRAIL) + px(_TRAIL_GAP) if self._trail else 0
        width = width_of(self.text(), self.font(), keys=True) + before + behind + 2 * px(_LINK_SIDE)
        return QSize(width, max(px(_LINK_HEIGHT), round(QFontMetricsF(self.font()).height()) + px(4)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, height, at = smooth_painter(self), self.height(), px(_LINK_SIDE)
        role, font = self._color, self.font()
        if not self.isEnabled():
            role = "faint"
        elif self.underMouse():
            role = "text" if role == "muted" else role
            font.setUnderline(role != "text")
        if self._icon_name:
            edge = px(_LINK_ICON)
            paint_icon(painter, self._icon_name, QRectF(at, (height - edge) / 2, edge, edge), role, widget=self)
            at += edge + px(_LINK_GAP)
        width = width_of(self.text(), font, keys=True)
        place = placed(self, QRectF(at, 0, width, height))
        draw_text(painter, place, text_flags(self, keys=True), self.text(), font, theme().roles[role])
        if self._trail:
            edge = px(_TRAIL)
            place = QRectF(at + width + px(_TRAIL_GAP), (height - edge) / 2, edge, edge)
            paint_icon(painter, self._trail, place, role, widget=self)
        if has_ring(self):
            draw_ring(painter, QRectF(self.rect()), px(4))


class Command(_Painted):
    """A large choice: an icon, what it does, what that means, and a figure at its end.

    Args:
        icon: one of `icons.NAMES`.
        title: what it does.
        note: what that means.
        extra: a figure, such as what it frees.
    """

    def __init__(self, icon: str, title: str = "", note: str = "", extra: str = "") -> None:
        super().__init__()
        self._icon_name, self._note, self._extra = icon, "", ""
        self._is_tight = False
        grows_downwards(self, QSizePolicy.Policy.Expanding)
        self.say(title, note, extra)
        follow(self._restyle)

    def say(self, title: str, note: str = "", extra: str = "") -> None:
        """Show other texts."""
        self._note, self._extra = one_line(note), one_line(extra)
        self.setText(button_text(title))
        self.setAccessibleDescription(", ".join(filter(None, (self._note, self._extra))))
        self.updateGeometry()
        self.update()

    def set_tight(self, is_tight: bool) -> None:
        """Give way where the window is small."""
        if is_tight != self._is_tight:
            self._is_tight = is_tight
            self.updateGeometry()

    @property
    def tight_gain(self) -> int:
        """How much lower it is when it gives way, in pixels."""
        height = self.heightForWidth(self.width())
        was, self._is_tight = self._is_tight, not self._is_tight
        gain = abs(height - self.heightForWidth(self.width()))
        self._is_tight = was
        return gain

    @property
    def _least(self) -> int:
        return px(_TIGHT_COMMAND if self._is_tight else _COMMAND_HEIGHT)

    def _restyle(self) -> None:
        self.setFont(theme().font("strong"))
        self.updateGeometry()
        self.update()

    def _places(self, width: int) -> tuple[int, QRectF, QRectF, QRectF]:
        """How high it is, and where title, note and figure stand: that at the end, or below where there is no room."""
        note_font = theme().font("note")
        extra, whole = width_of(self._extra, note_font), width - px(_TEXT_AT) - px(_END)
        beside = whole - extra - px(_EXTRA_GAP) >= px(_LEAST_TEXT)
        room = whole - extra - px(_EXTRA_GAP) if extra and beside else whole
        title = size_of(self.text(), self.font(), room, keys=True).height()
        note = size_of(self._note, note_font, room).height()
        below = 0 if beside else size_of(self._extra, note_font, room).height()
        words = title + px(2) + note + below
        height = max(self._least, words + 2 * px(8 if self._is_tight else 12))
        at, top = px(_TEXT_AT), (height - words) / 2
        note_top = top + title + px(2)
        extra_place = QRectF(at, note_top + note, room, below)
        if beside:
            extra_place = QRectF(width - px(_END) - extra, 0, extra, height)
        return height, QRectF(at, top, room, title), QRectF(at, note_top, room, note), extra_place

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._places(width)[0]

    def sizeHint(self) -> QSize:
        width = px(_LEAST_COMMAND) + px(160)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_LEAST_COMMAND), self._least)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, roles, height = smooth_painter(self), theme().roles, self.height()
        whole = QRectF(self.rect())
        fill = roles.hover if self.underMouse() and not roles.is_high_contrast else roles.card
        draw_card(painter, whole, fill, roles.line, px(8))
        tile = QRectF(px(_SIDE), (height - px(_TILE)) / 2, px(_TILE), px(_TILE))
        if not roles.is_high_contrast:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mix(roles.bar, roles.page, 0.16 if roles.is_dark else 0.10))
            painter.drawRoundedRect(placed(self, tile), px(8), px(8))
        inset = px(_TILE_INSET)
        paint_icon(painter, self._icon_name, tile.adjusted(inset, inset, -inset, -inset), "link", widget=self)
        _, title, note, extra = self._places(self.width())
        flags, note_font = text_flags(self, wraps=True, keys=True), theme().font("note")
        draw_text(painter, placed(self, title), flags, self.text(), self.font(), roles.text)
        flags = text_flags(self, wraps=True)
        draw_text(painter, placed(self, note), flags, self._note, note_font, roles.muted)
        if extra.height() == height:
            flags = text_flags(self)
        draw_text(painter, placed(self, extra), flags, self._extra, note_font, roles.muted)
        edge = px(_CHEVRON)
        end = QRectF(self.width() - px(30), (height - edge) / 2, edge, edge)
        paint_icon(painter, "chevron-right", end, "muted", widget=self)
        if has_ring(self):
            draw_ring(painter, whole, px(8))

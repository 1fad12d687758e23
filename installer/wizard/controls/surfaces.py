"""What groups things: cards, notices, and the rules between them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from installer.wizard.controls.labels import Icon, Label
from installer.wizard.controls.painting import draw_card, placed, smooth_painter
from installer.wizard.look.theme import follow, px, theme

ROUND = 8
"""The radius of a card's corners."""

_CARD_MARGINS = (16, 14, 16, 14)
_SPACING, _BESIDE = 12, 8
_LEAST_NOTICE, _LEAST_TEXT = 240, 220


class Card(QFrame):
    """A surface with a line around it; `body` is the layout of what lies on it.

    Args:
        kind: of a notice, `good`, `warn`, `bad` or `info`, which gives it a tint.
    """

    def __init__(self, kind: str = "") -> None:
        super().__init__()
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.body = QVBoxLayout(self)
        follow(self._restyle)

    @property
    def kind(self) -> str:
        """`good`, `warn`, `bad`, `info`, or nothing."""
        return self._kind

    def set_kind(self, kind: str) -> None:
        """Become a notice of another kind."""
        self._kind = kind
        self.update()

    def _restyle(self) -> None:
        self.body.setContentsMargins(QMargins(*map(px, _CARD_MARGINS)))
        self.body.setSpacing(px(_SPACING))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        roles = theme().roles
        fill = roles.tint[self._kind] if self._kind else roles.card
        line = roles.tint_line[self._kind] if self._kind else roles.line
        draw_card(smooth_painter(self), QRectF(self.rect()), fill, line, px(ROUND))


class Notice(Card):
    """A card that says something, with its icon.

    Args:
        kind: `good`, `warn`, `bad` or `info`.
        title: what is so.
        text: what that means.
        icon: one of `icons.NAMES`; that of its kind if None.
    """

    def __init__(self, kind: str, title: str = "", text: str = "", *, icon: str | None = None) -> None:
        self._icon = Icon(icon or kind, kind)
        self._title, self._text = Label(kind="strong"), Label()
        self._words, self._actions, self._row = QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._beside: QWidget | QLayout | None = None
        self._is_narrow = False
        self._buttons: list[QAbstractButton] = []
        super().__init__(kind)
        self._words.addWidget(self._title)
        self._words.addWidget(self._text)
        self._words.addLayout(self._actions)
        self._actions.addStretch(1)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._words, 1)
        self.body.addLayout(self._row)
        self.set_text(title, text)

    @property
    def words(self) -> QVBoxLayout:
        """The layout of title, text and buttons, for what else stands below the text."""
        return self._words

    def set_text(self, title: str, text: str) -> None:
        """Say something else."""
        self._title.say(title)
        self._text.say(text)

    def set_notice(self, kind: str, title: str, text: str, *, icon: str | None = None) -> None:
        """Become a notice of another kind that says something else."""
        self.set_kind(kind)
        self._icon.show_icon(icon or kind, kind)
        self.set_text(title, text)

    def add_action(self, button: QAbstractButton) -> None:
        """Put a button below the text, behind those that are there."""
        self._buttons.append(button)
        self._actions.insertWidget(self._actions.count() - 1, button)
        self._restyle()

    def set_beside(self, beside: QWidget | QLayout) -> None:
        """Put something beside the text, or below it where there is no room, instead of what is there."""
        if self._beside is beside:
            return
        self._take_beside()
        if isinstance(self._beside, QWidget):
            self._beside.hide()
        self._beside = beside
        self._put_beside()

    def _take_beside(self) -> None:
        around = self._words if self._is_narrow else self._row
        if isinstance(self._beside, QWidget):
            around.removeWidget(self._beside)
        elif self._beside is not None:
            around.removeItem(self._beside)
            self._beside.setParent(None)

    def _put_beside(self) -> None:
        around = self._words if self._is_narrow else self._row
        # Without one, nothing in the column would be wider than what has a width of its own.
        at = Qt.AlignmentFlag.AlignLeft if self._is_narrow else Qt.AlignmentFlag(0)
        if isinstance(self._beside, QWidget):
            around.addWidget(self._beside, 0, at)
        elif self._beside is not None:
            around.addLayout(self._beside)
            around.setAlignment(self._beside, at)

    def minimumSizeHint(self) -> QSize:
        size = super().minimumSizeHint()
        return QSize(min(size.width(), px(_LEAST_NOTICE)), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Put what is beside the text and the buttons below each other where there is no room for them."""
        left, _, right, _ = map(px, _CARD_MARGINS)
        room = self.width() - left - right - self._icon.width() - px(_SPACING)
        beside = self._beside.sizeHint().width() + px(_SPACING) if self._beside else 0
        buttons = self._shown_buttons
        needed = sum(button.sizeHint().width() + px(_BESIDE) for button in buttons) - px(_BESIDE)
        is_narrow = bool(beside) and room - beside < max(needed, px(_LEAST_TEXT))
        if is_narrow != self._is_narrow:
            self._take_beside()
            self._is_narrow = is_narrow
            self._put_beside()
        down = needed > (room if is_narrow else room - beside)
        self._actions.setDirection(QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight)

    def _restyle(self) -> None:
        super()._restyle()
        self._row.setSpacing(px(_SPACING))
        self._words.setSpacing(px(3))
        self._words.setContentsMargins(0, 1, 0, 0)
        self._actions.setSpacing(px(_BESIDE))
        self._space_buttons()

    @property
    def _shown_buttons(self) -> list[QAbstractButton]:
        return [button for button in self._buttons if not button.isHidden()]

    def _space_buttons(self) -> None:
        """Keep a distance between text and buttons, but none to buttons that are not there."""
        above = px(8) if self._shown_buttons else 0
        if self._actions.contentsMargins().top() != above:
            self._actions.setContentsMargins(0, above, 0, 0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._space_buttons()
        return super().event(event)


class Rule(QWidget):
    """A thin line between things.

    Args:
        inset: how far from where text begins it starts, in pixels of the design.
    """

    def __init__(self, inset: float = 0) -> None:
        super().__init__()
        self._inset = inset
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow(self._restyle)

    def _restyle(self) -> None:
        self.setFixedHeight(1)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        line = QRectF(px(self._inset), 0, self.width() - px(self._inset), 1)
        QPainter(self).fillRect(placed(self, line), theme().roles.line)

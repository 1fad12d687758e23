"""A question inside the window, over what goes on behind it."""

from __future__ import annotations

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from installer.wizard.announcing import announce
from installer.wizard.controls.buttons import Button, default_stands_last
from installer.wizard.controls.labels import Label
from installer.wizard.controls.painting import smooth_painter
from installer.wizard.look.theme import follow, px, theme
from installer.wizard.views import LEAST_SECONDS, Action

_WIDTH, _SIDE, _ABOVE, _FOOT, _ROUND, _GAP = 440, 24, 22, 64, 8, 8
_SCRIM, _DARK_SCRIM = 84, 130


class _Box(QFrame):
    """The paper of the question, with its own foot."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, roles = smooth_painter(self), theme().roles
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(_ROUND), px(_ROUND))
        painter.fillPath(path, roles.page)
        painter.save()
        painter.setClipPath(path)
        top = self.height() - px(_FOOT)
        painter.fillRect(0, top, self.width(), px(_FOOT), roles.foot)
        painter.fillRect(0, top, self.width(), 1, roles.line)
        painter.restore()
        painter.setPen(QPen(roles.text, 2) if roles.is_high_contrast else QPen(roles.edge, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)


class Sheet(QWidget):
    """A question that covers a window: nothing behind it can be reached by mouse or keyboard while it is open.

    Args:
        parent: what it covers.
    """

    answered = Signal(object)
    """The action of the button that was pressed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        self._title, self._text = Label(kind="head"), Label()
        self._buttons: list[Button] = []
        self._before: QWidget | None = None
        self._sizes: tuple[QSize, QSize] | None = None  # of a window that had to grow: before, and since then
        self._since = QElapsedTimer()
        self._box = _Box(self)
        self._words, self._foot = QVBoxLayout(), QHBoxLayout()
        self._words.addWidget(self._title)
        self._words.addWidget(self._text)
        whole = QVBoxLayout(self._box)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._words, 1)
        self._foot_box = QWidget()
        self._foot_box.setLayout(self._foot)
        whole.addWidget(self._foot_box)
        parent.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._keep_focus)
        self.hide()
        follow(self._restyle)

    @property
    def is_open(self) -> bool:
        """Whether it asks something."""
        return not self.isHidden()

    def ask(self, title: str, text: str, buttons: Sequence[tuple[Action, str, str]]) -> None:
        """Ask a question.

        Args:
            title: the question.
            text: what the answers mean.
            buttons: the action of each, its text and its kind. The first is that of Escape, and has the focus.
        """
        if not self.is_open:
            self._before = QApplication.focusWidget()
        self._title.say(title)
        self._text.say(text)
        self._box.setAccessibleName(title)
        self._box.setAccessibleDescription(text)
        self._set_buttons(buttons)
        self._since.start()
        self.setGeometry(self._covered.rect())
        self.show()
        self.raise_()
        self._make_room()
        self._arrange()
        self._buttons[0].setFocus(Qt.FocusReason.PopupFocusReason)
        announce(self._box, f"{title} {text}", is_urgent=True)

    def close_by_itself(self) -> None:
        """Close without an answer, because there is nothing left to ask."""
        if not self.is_open:
            return
        self.hide()
        self._give_room_back()
        before, self._before = self._before, None
        if before is not None and shiboken6.isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def _set_buttons(self, buttons: Sequence[tuple[Action, str, str]]) -> None:
        for old in self._buttons:
            self._foot.removeWidget(old)
            old.hide()
            old.deleteLater()
        while self._foot.count():
            self._foot.takeAt(0)
        self._buttons = []
        for number, (action, text, kind) in enumerate(buttons):
            button = Button(text, kind)
            button.clicked.connect(lambda _=False, action=action, number=number: self._answer(action, number))
            self._buttons.append(button)
        self._foot.addStretch(1)
        for button in reversed(self._buttons) if default_stands_last(self) else self._buttons:
            self._foot.addWidget(button)
            button.show()

    def _answer(self, action: Action, number: int) -> None:
        # A second click that was meant for what was there before must not stop anything.
        if number and self._since.elapsed() < LEAST_SECONDS * 1000:
            return
        self.close_by_itself()
        self.answered.emit(action)

    def _restyle(self) -> None:
        side, above = px(_SIDE), px(_ABOVE)
        self._words.setContentsMargins(side, above, side, above)
        self._words.setSpacing(px(_GAP))
        self._foot.setContentsMargins(side, 0, side, 0)
        self._foot.setSpacing(px(_GAP))
        self._foot_box.setFixedHeight(px(_FOOT))
        self._arrange()
        self.update()

    def _make_room(self) -> None:
        """Let a window that is lower than the question grow, as far as its screen has room."""
        window = self._covered
        needed = self._box.heightForWidth(self._box_width) + 2 * px(_GAP)
        if not window.isWindow() or window.height() >= needed:
            return
        before = self._sizes[0] if self._sizes else window.size()
        room = window.screen().availableGeometry().bottom() - window.geometry().top()
        window.resize(window.width(), max(window.height(), min(needed, room)))
        self._sizes = before, window.size()

    def _give_room_back(self) -> None:
        """Let the window be as low as it was, unless it has become another one meanwhile."""
        sizes, self._sizes = self._sizes, None
        if sizes and self._covered.size() == sizes[1]:
            self._covered.resize(sizes[0])

    @property
    def _box_width(self) -> int:
        return min(max(px(_WIDTH), self._foot.sizeHint().width()), self.width() - 2 * px(_SIDE))

    def _arrange(self) -> None:
        """Put the box in the middle, as high as its words need."""
        width = self._box_width
        height = min(self._box.heightForWidth(width), self.height())
        self._box.setGeometry((self.width() - width) // 2, max((self.height() - height) // 2 - px(8), 0), width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        roles = theme().roles
        if not roles.is_high_contrast:
            QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, _DARK_SCRIM if roles.is_dark else _SCRIM))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._covered:
            self.setGeometry(self._covered.rect())
            self._arrange()
        return False

    def event(self, event: QEvent) -> bool:
        # Otherwise the access keys of what is behind would work.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if event.key() == Qt.Key.Key_Escape:
            self._buttons[0].click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = [button for button in self._buttons if button.hasFocus()]
            if not event.isAutoRepeat():
                (focused or self._buttons)[0].click()
        else:
            keys = QKeySequence(event.keyCombination())
            for button in self._buttons:
                if not button.shortcut().isEmpty() and button.shortcut() == keys:
                    button.click()
                    return

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round among the buttons."""
        order = [button for button in self._buttons if button.isEnabled()]
        at = next((number for number, button in enumerate(order) if button.hasFocus()), -1)
        step, reason = (1, Qt.FocusReason.TabFocusReason) if forward else (-1, Qt.FocusReason.BacktabFocusReason)
        order[(at + step) % len(order)].setFocus(reason)
        return True

    def _keep_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if not self.is_open or now is None or not self._buttons:
            return
        if self._covered.isAncestorOf(now) and not self.isAncestorOf(now):
            self._buttons[0].setFocus(Qt.FocusReason.PopupFocusReason)

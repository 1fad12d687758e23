"""The buttons below a page: quiet links at one end, buttons at the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from installer.wizard.action_texts import action_texts
from installer.wizard.controls.buttons import Button, Link, default_stands_last
from installer.wizard.controls.keys import give_keys
from installer.wizard.controls.labels import tool_tip
from installer.wizard.look.theme import px, theme
from installer.wizard.views import STARTING, Action, Footer

_ICONS: dict[Action, str] = {
    Action.HELP: "help",
    Action.OPEN_CHECK: "list",
    Action.RESTORE_DEFAULTS: "undo",
    Action.SHOW_DETAILS: "chevron-down",
    Action.HIDE_DETAILS: "chevron-up",
    Action.COPY_REPORT: "copy",
    Action.OPEN_LOG: "folder",
    Action.GET_DRIVER: "external",
    Action.WEBSITE: "external",
}


class FooterBar(QWidget):
    """The buttons.

    Attributes:
        pressed: one of them was pressed; its `Action`.
    """

    pressed = Signal(Action)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._shown: Footer | None = None
        self._links: dict[Action, Link] = {}
        self._buttons: dict[Action, Button] = {}

    @property
    def primary_button(self) -> QAbstractButton | None:
        """The button that Enter presses."""
        primary = self._shown.primary if self._shown else None
        return self._buttons.get(primary) if primary else None

    @property
    def first_focus(self) -> QWidget:
        """Where the keyboard begins: at the primary button, but never at Cancel, which Space would press."""
        primary = self.primary_button
        return self if primary is None or primary is self._buttons.get(Action.CANCEL) else primary

    @property
    def stops(self) -> list[QAbstractButton]:
        """Links, then buttons, as they stand."""
        return [*self._links.values(), *self._buttons.values()]

    def button(self, action: Action) -> QAbstractButton | None:
        """Find the button or link of an action; None when it is not there."""
        return self._buttons.get(action) or self._links.get(action)

    def show_footer(self, footer: Footer, taken: Iterable[str], *, marked: bool) -> None:
        """Show these buttons.

        Args:
            footer: what there is.
            taken: letters of access keys that the page has.
            marked: the letters can be seen.
        """
        focused = next((action for action, each in self._all.items() if each.hasFocus()), None)
        if (*self._buttons, *self._links) != (*self._in_order(footer), *footer.links):
            self._make(footer)
        for action, made in self._buttons.items():
            made.set_kind(self._kind(footer, action))
            made.set_icon("shield" if footer.needs_rights and action in STARTING else None)
        self._shown = footer
        texts = dict(footer.texts)
        give_keys(
            [(button, texts.get(action) or action_texts.of(action)) for action, button in self._all.items()],
            taken,
            marked=marked,
        )
        for action, button in self._all.items():
            why = footer.why_disabled(action)
            button.setEnabled(why is None)
            button.setToolTip(tool_tip(why or ""))
            button.setAccessibleDescription(why or "")
        if focused in self._all:
            self._all[focused].setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()
        self._place()

    @property
    def _all(self) -> dict[Action, QAbstractButton]:
        return {**self._buttons, **self._links}

    def _make(self, footer: Footer) -> None:
        for old in self._all.values():
            old.hide()
            old.deleteLater()
        self._links = {action: Link("", _ICONS.get(action), "muted") for action in footer.links}
        self._buttons = {action: Button() for action in self._in_order(footer)}
        # Assistive tools read them in this order, which is that of the Tab key.
        for action, button in (*self._links.items(), *self._buttons.items()):
            button.setParent(self)
            button.clicked.connect(lambda _checked=False, action=action: self.pressed.emit(action))
            button.show()

    def _kind(self, footer: Footer, action: Action) -> str:
        if action is not footer.primary:
            return ""
        return "danger" if footer.is_danger else "primary"

    def _in_order(self, footer: Footer) -> Sequence[Action]:
        """As the platform has them: what goes on before Cancel, or last, also while it cannot be pressed."""
        goes_on = footer.primary or next((action for action, _ in reversed(footer.disabled)), None)
        if default_stands_last(self) and goes_on in footer.buttons:
            return [*(action for action in footer.buttons if action is not goes_on), goes_on]
        return footer.buttons

    # Layout: one row, or the links above the buttons where one row is too narrow.

    def _widths(self) -> tuple[int, int]:
        def width(widgets: Sequence[QWidget], gap: int) -> int:
            return sum(widget.sizeHint().width() + gap for widget in widgets) - gap if widgets else 0

        return width([*self._links.values()], px(20)), width([*self._buttons.values()], px(8))

    def _margin(self, width: int) -> int:
        return px(24 if width < px(640) else 40)

    def _is_one_row(self, width: int) -> bool:
        links, buttons = self._widths()
        return links + px(20) + buttons <= width - 2 * self._margin(width) or not self._links

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels."""
        return px(64 if self._is_one_row(width) else 96)

    def sizeHint(self) -> QSize:
        return QSize(px(480), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place()
        return super().event(event)

    def _place(self) -> None:
        width = self.width()
        self.setFixedHeight(self.heightForWidth(width))
        margin, middle = self._margin(width), self.height() - px(32)
        above = middle if self._is_one_row(width) else px(22)
        # A link has room around it for its ring; its icon stands on the margin.
        self._place_row([*self._links.values()], margin - px(3), px(20), above)
        _, buttons = self._widths()
        self._place_row([*self._buttons.values()], max(px(8), width - margin - buttons), px(8), middle)

    def _place_row(self, widgets: Sequence[QWidget], start: int, gap: int, middle: int) -> None:
        place = start
        for widget in widgets:
            size = widget.sizeHint()
            shown = size.boundedTo(QSize(max(px(40), self.width() - place - px(8)), size.height()))
            area = QStyle.visualRect(self.layoutDirection(), self.rect(), self._rect(place, middle, shown))
            widget.setGeometry(area)
            place += size.width() + gap

    def _rect(self, left: int, middle: int, size: QSize) -> QRect:
        return QRect(left, middle - size.height() // 2, size.width(), size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if theme().is_high_contrast:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().roles.foot)
        painter.fillRect(0, 0, self.width(), 1, theme().roles.line)

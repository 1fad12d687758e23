"""Text and icons. Labels are made here alone, because Qt takes a label's text for markup where it looks like some."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from builder.base.names import one_line, printable
from installer.wizard.controls.painting import Turning, is_mirrored, paint_icon, size_of, smooth_painter
from installer.wizard.look.theme import follow, px, theme

_LEAST_WIDTH, _LONGEST_LINE = 40, 680


def tool_tip(text: str, *, is_of_tray: bool = False) -> str:
    """Make the text of a tool tip, which Qt would take for markup where it looks like some.

    Args:
        text: what it says.
        is_of_tray: markup is shown as it is on some systems, so there is no text that looks like it.
    """
    if is_of_tray:
        return "" if "<" in text else one_line(text)
    return f"<p>{html.escape(printable(text))}</p>" if text else ""


class Label(QLabel):
    """Text, which is never taken for markup, in one of the kinds of the type scale.

    Args:
        text: without one, the label is hidden.
        kind: one of `fonts.KINDS`.
        color: the name of a role.
        wraps: it has several lines where it is long.
        align: where it stands; left is where text begins.
        selectable: it can be copied.
        steady: all figures have the same width, for numbers that change.
    """

    def __init__(
        self,
        text: str = "",
        kind: str = "body",
        color: str = "text",
        *,
        wraps: bool = True,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        selectable: bool = False,
        steady: bool = False,
    ) -> None:
        super().__init__()
        self._kind, self._color, self._steady = kind, color, steady
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self._align = align
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if wraps:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        follow(self._restyle)
        self.say(text)

    def say(self, text: str) -> None:
        """Show a text; without one, the label is hidden."""
        shown = printable(text)
        if shown != self.text():
            self.setText(shown)
        if not shown:
            self.hide()
        elif self.parent():
            self.show()
        else:
            # Shown now, it would be a window; so it is shown with the page that it will be put on.
            self.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)

    def set_color(self, color: str) -> None:
        """Use another role."""
        if color != self._color:
            self._color = color
            self._restyle()

    def set_kind(self, kind: str) -> None:
        """Become text of another kind."""
        if kind != self._kind:
            self._kind = kind
            self._restyle()

    def _restyle(self) -> None:
        look = theme()
        self.setFont(look.font(self._kind, steady=self._steady))
        # Everything else is the window's.
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, look.roles[self._color])
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, look.roles.faint)
        self.setPalette(palette)
        self._place()
        self.updateGeometry()

    def _place(self) -> None:
        """Begin where text of the wizard's language begins; Qt goes by the text, which may be a name."""
        align = self._align
        if align == Qt.AlignmentFlag.AlignLeft and is_mirrored(self):
            align = Qt.AlignmentFlag.AlignRight
        vertical = Qt.AlignmentFlag.AlignTop if self.wordWrap() else Qt.AlignmentFlag.AlignVCenter
        self.setAlignment(align | vertical | Qt.AlignmentFlag.AlignAbsolute)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place()
        # A style sheet somewhere above can bring back an older palette.
        elif event.type() == QEvent.Type.PaletteChange:
            color = theme().roles[self._color]
            if self.palette().color(QPalette.ColorRole.WindowText) != color:
                self._restyle()

    def sizeHint(self) -> QSize:
        if not self.wordWrap():
            return super().sizeHint()
        # Qt's own is a compact block, whatever room there is.
        text = size_of(self.text(), self.font(), px(_LONGEST_LINE))
        return QSize(text.width() + 1, self.heightForWidth(text.width() + 1))

    def minimumSizeHint(self) -> QSize:
        if not self.wordWrap():
            return super().minimumSizeHint()
        return QSize(min(px(_LEAST_WIDTH), self.sizeHint().width()), self.fontMetrics().height())


class Spoken(QLabel):
    """Something that paints itself, and that assistive tools read as one text."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)

    def speak(self, text: str) -> None:
        """Say what it is read as."""
        read = one_line(text)
        if read != self.text():
            self.setText(read)


class Picture(QLabel):
    """Something that is painted; for assistive tools a picture where it has a name, and nothing where it has none."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)

    def set_name(self, name: str) -> None:
        """Say what it shows."""
        # What makes it a picture for Qt; it is not seen, since subclasses paint without it.
        nothing = QPixmap(1, 1)
        nothing.fill(Qt.GlobalColor.transparent)
        self.setPixmap(nothing)
        self.setAccessibleName(printable(name))

    def paint(self, painter: QPainter) -> None:
        """Draw it; overridden."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth_painter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.paint(painter)


class Icon(QWidget):
    """An icon. The icon of what is being worked on turns, unless nothing may move.

    Args:
        name: one of `icons.NAMES`, or `work`.
        color: the name of a role; empty for that of a state's icon.
        size: its edge in pixels of the design.
    """

    def __init__(self, name: str, color: str = "muted", size: float = 20) -> None:
        super().__init__()
        self._name, self._color, self._size = name, color, size
        self._turning = Turning(self, self.rect)
        follow(self._restyle)

    def show_icon(self, name: str, color: str = "") -> None:
        """Show another icon."""
        self._name, self._color = name, color
        self._turning.turn(name == "work")
        self.update()

    def _restyle(self) -> None:
        edge = px(self._size)
        self.setFixedSize(edge, edge)
        self._turning.turn(self._name == "work")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(smooth_painter(self), self._name, QRectF(self.rect()), self._color, widget=self)
        self._turning.painted()

"""The details: what happened when, for those who want to know."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

from builder.base.names import one_line
from installer.wizard.look.theme import follow, px, theme

MOST_LINES = 5000
"""The oldest lines go when there are more."""

_TIME = re.compile(r"[\d:]+(?= )")
_GAP = "   "


class _Times(QSyntaxHighlighter):
    """Shows times with less weight than what happened then."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._look = QTextCharFormat()

    def restyle(self) -> None:
        self._look.setForeground(theme().roles.muted)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        if found := _TIME.match(text):
            self.setFormat(0, found.end(), self._look)


class Details(QPlainTextEdit):
    """Lines that can be read and copied, the newest in view unless the reader has scrolled up."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setMaximumBlockCount(MOST_LINES)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._times = _Times(self.document())
        self._name()
        follow(self._restyle)

    def append_line(self, time_text: str, text: str) -> None:
        """Add a line; a text of several lines is one."""
        self.appendPlainText(one_line(_GAP.join(filter(None, (time_text, text)))))

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Details"))

    def _restyle(self) -> None:
        self.setFont(theme().font("note", steady=True))
        self._times.restyle()

    def sizeHint(self) -> QSize:
        # It takes what a page has left; wanting more, it would make a page scroll that has room enough.
        return QSize(px(320), px(96))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(64))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def focusInEvent(self, event: QFocusEvent) -> None:
        theme().note_focus(event.reason())
        super().focusInEvent(event)

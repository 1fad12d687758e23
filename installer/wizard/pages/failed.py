"""The last page of a run that did not do what it should, or what prevents one."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from installer.wizard.action_texts import action_texts
from installer.wizard.assessment import Brand
from installer.wizard.controls.buttons import Link
from installer.wizard.controls.details import Details
from installer.wizard.controls.labels import Label
from installer.wizard.ending import Ending
from installer.wizard.language import translated
from installer.wizard.look.theme import px
from installer.wizard.pages.page import Page
from installer.wizard.pages.room_meter import RoomMeter
from installer.wizard.views import Action, Footer, Header, View


class FailedPage(Page):
    """One sentence, one remedy, and details for those who help."""

    view = View.FAILED

    def __init__(self, brand: Brand) -> None:
        super().__init__(brand)
        self._ending: Ending | None = None
        self._room = RoomMeter()
        self._log = Details()
        self._open_log = Link(action_texts.of(Action.OPEN_LOG), "folder", "muted", None, "note")
        self._copy = Link(action_texts.of(Action.COPY_REPORT), "copy", "muted", None, "note")
        self._open_log.clicked.connect(lambda: self.asked.emit(Action.OPEN_LOG))
        self._copy.clicked.connect(lambda: self.asked.emit(Action.COPY_REPORT))
        self._details = QWidget()
        row = QHBoxLayout()
        row.setSpacing(px(20))
        row.addWidget(Label(self.tr("Details"), "strong", wraps=False), 1)
        row.addWidget(self._open_log)
        row.addWidget(self._copy)
        details = QVBoxLayout(self._details)
        details.setContentsMargins(0, 0, 0, 0)
        details.setSpacing(px(8))
        details.addLayout(row)
        details.addWidget(self._log, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, px(18), 0, 0)
        layout.setSpacing(px(14))
        layout.addWidget(self._room)
        layout.addWidget(self._details, 1)
        layout.addStretch(0)
        self._shows_details = False
        self._details.hide()

    def show_ending(self, ending: Ending, details: str) -> None:
        """Show what went wrong.

        Args:
            ending: how the run ended, or what prevents it.
            details: lines for those who help, in English.
        """
        self._ending = ending
        self._room.show_room(ending.room)
        self._log.setPlainText(details)
        self.changed.emit()

    def show_details(self, *, shown: bool) -> None:
        """Show or hide the details."""
        self._shows_details = shown
        self._details.setVisible(shown)
        self.changed.emit()

    def header(self) -> Header:
        ending = self._ending
        assert ending is not None
        return Header(translated(ending.title), translated(ending.sentence), icon=ending.badge)

    def footer(self) -> Footer:
        ending = self._ending
        assert ending is not None
        details = Action.HIDE_DETAILS if self._shows_details else Action.SHOW_DETAILS
        return Footer(ending.buttons, ending.primary, (details, *self.help_link))

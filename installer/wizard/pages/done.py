"""The last page of a run that ended well, or almost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from installer.wizard.action_texts import action_texts
from installer.wizard.assessment import Brand
from installer.wizard.controls.buttons import Button, Link
from installer.wizard.controls.choices import Check
from installer.wizard.controls.labels import Icon, Label
from installer.wizard.controls.lists import Row, RowList
from installer.wizard.controls.surfaces import Notice
from installer.wizard.ending import Ending
from installer.wizard.language import translated
from installer.wizard.look.theme import px
from installer.wizard.pages.page import Page
from installer.wizard.views import Action, Footer, Header, View


class DonePage(Page):
    """What was done, what it lacks, and what comes next.

    Attributes:
        launches: the application is to be started when the window has closed.
        adds_shortcut: a shortcut to it is to be put on the desktop.
    """

    view = View.DONE

    def __init__(self, brand: Brand) -> None:
        super().__init__(brand)
        self._ending: Ending | None = None
        self._notice, self._now = Notice("warn"), Button(action_texts.of(Action.IMPROVE_NOW))
        self._now.clicked.connect(lambda: self.asked.emit(Action.IMPROVE_NOW))
        beside = QVBoxLayout()
        beside.addStretch(1)
        beside.addWidget(self._now)
        beside.addStretch(1)
        self._notice.set_beside(beside)
        self._rows = RowList()
        self._info, self._reason = self._make_info()
        self._folder = Link(action_texts.of(Action.OPEN_FOLDER), "folder", "muted", None, "note")
        self._folder.clicked.connect(lambda: self.asked.emit(Action.OPEN_FOLDER))
        self._launch, self._shortcut = Check(), Check(self.tr("Add a shortcut to the desktop"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, px(18), 0, 0)
        layout.setSpacing(px(14))
        for widget in (self._notice, self._rows, self._info, self._folder):
            layout.addWidget(widget)
        layout.addSpacing(px(4))
        checks = QVBoxLayout()
        checks.setSpacing(px(8))
        checks.addWidget(self._launch)
        checks.addWidget(self._shortcut)
        layout.addLayout(checks)
        layout.addStretch(1)

    def _make_info(self) -> tuple[QWidget, Label]:
        text, box = Label(), QWidget()
        layout = QHBoxLayout(box)
        layout.setContentsMargins(0, 0, px(16), 0)
        layout.setSpacing(px(14))
        layout.addWidget(Icon("info", "muted", 18), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(text, 1)
        return box, text

    def show_ending(self, ending: Ending) -> None:
        """Show how a run ended."""
        self._ending = ending
        caveat = ending.caveat
        self._notice.setVisible(caveat is not None)
        if caveat is not None:
            self._notice.set_text(translated(caveat.title), translated(caveat.text))
        self._now.setVisible(ending.can_improve)
        states = {"failed": self.tr("Could not be set up")}
        self._rows.set_rows(
            [
                Row("bad", "bad", translated(row.name), states["failed"], "bad")
                if row.state == "failed"
                else Row("good", "good", translated(row.name), self.tr("Ready"))
                for row in ending.rows
            ]
        )
        self._rows.setVisible(bool(ending.rows))
        self._reason.say(translated(ending.reason))
        self._info.setVisible(bool(ending.reason))
        self._info.setContentsMargins(px(16) if ending.rows else 0, 0, 0, 0)
        self._folder.setVisible(ending.leaves)
        name = self.brand.app.name or self.tr("the application")
        self._launch.say(self.tr("Start {0} now").format(name))
        self._launch.setVisible(ending.can_launch)
        self._launch.setChecked(ending.launches)
        self._shortcut.setVisible(ending.can_add_shortcut)
        self._shortcut.setChecked(ending.adds_shortcut)
        self.changed.emit()

    @property
    def launches(self) -> bool:
        return not self._launch.isHidden() and self._launch.isChecked()

    @property
    def adds_shortcut(self) -> bool:
        return not self._shortcut.isHidden() and self._shortcut.isChecked()

    def header(self) -> Header:
        ending = self._ending
        assert ending is not None
        title, sentence = translated(ending.title), translated(ending.sentence)
        return Header(title, sentence, is_hero=ending.is_hero, badge=ending.badge if ending.is_hero else "")

    def footer(self) -> Footer:
        ending = self._ending
        assert ending is not None
        links = (*((Action.COPY_REPORT,) if ending.has_report else ()), *self.help_link)
        return Footer(ending.buttons, ending.primary, links)

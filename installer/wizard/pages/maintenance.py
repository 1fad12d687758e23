"""What can be done with an application that is installed."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from installer.wizard.assessment import Assessment, Brand
from installer.wizard.controls.buttons import Command
from installer.wizard.controls.surfaces import Notice
from installer.wizard.language import translated
from installer.wizard.look.theme import px
from installer.wizard.pages.page import GIVES_WAY, Page, gap
from installer.wizard.upkeep import Maintenance, maintenance_of
from installer.wizard.views import Action, Footer, Header, View


class MaintenancePage(Page):
    """Repair, change or remove it, and what it lacks."""

    view = View.MAINTENANCE

    def __init__(self, brand: Brand) -> None:
        super().__init__(brand)
        self._said: Maintenance | None = None
        self._lacks = Notice("warn")
        self._repair = Command(
            "repair",
            self.tr("Repair"),
            self.tr("Check all files, and optimize the AI features again where needed"),
        )
        self._change, self._remove = Command("change"), Command("remove")
        opens = {
            Action.OPEN_REPAIR: self._repair,
            Action.OPEN_CHANGE: self._change,
            Action.OPEN_REMOVE: self._remove,
        }
        # In a group, arrow keys lead from one to the next and no further.
        group = QButtonGroup(self)
        group.setExclusive(False)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, px(12), 0, 0)
        layout.addWidget(self._lacks)
        layout.addWidget(gap(24), GIVES_WAY)
        for action, command in opens.items():
            command.clicked.connect(lambda _checked=False, action=action: self.asked.emit(action))
            group.addButton(command)
            layout.addWidget(command)
        layout.addStretch(3)

    def show_assessment(self, found: Assessment) -> None:
        """Show what is installed and what could be done with it."""
        self._said = said = maintenance_of(found)
        self._lacks.setVisible(said.remark is not None)
        self._column.setSpacing(px(10 if said.remark is None else 8))
        if said.remark is not None:
            self._lacks.set_text(translated(said.remark.title), translated(said.remark.text))
        self._change.say(self.tr("Change"), self.tr("Add or remove features"), translated(said.features))
        self._change.setVisible(bool(said.features))
        self._remove.say(
            self.tr("Remove"),
            self.tr("Take the application off this PC; your own files stay"),
            translated(said.freed),
        )
        self.changed.emit()

    def header(self) -> Header:
        title = translated(self._said.title) if self._said else self.brand.title
        return Header(title, self.tr("What would you like to do?"))

    def footer(self) -> Footer:
        return Footer((Action.CLOSE,), None, (*self.help_link, Action.OPEN_CHECK))

    @property
    def focus_wanted(self) -> QWidget | None:
        return self._repair

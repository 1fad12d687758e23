"""What a removal takes away and what it leaves."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout

from installer.actions.elevated import needs_elevation
from installer.target.request import Request
from installer.wizard.assessment import Assessment, Brand
from installer.wizard.controls.choices import Check
from installer.wizard.controls.lists import Row, RowList
from installer.wizard.language import translated, words
from installer.wizard.look.theme import px
from installer.wizard.pages.page import GIVES_WAY, Page, gap
from installer.wizard.upkeep import removal_lines
from installer.wizard.verdict import app_name
from installer.wizard.views import Action, Footer, Header, View

_ROW_HEIGHT = 44


class RemovePage(Page):
    """What goes, what stays, and whether the log files go as well."""

    view = View.REMOVE

    def __init__(self, brand: Brand) -> None:
        super().__init__(brand)
        self._name = brand.app.name or ""
        self._needs_rights = False
        self._rows = RowList(height=_ROW_HEIGHT)
        self._logs = Check(self.tr("Also remove the log files"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, px(18), 0, 0)
        layout.setSpacing(px(20))
        layout.addWidget(gap(24), GIVES_WAY)
        layout.addWidget(self._rows)
        layout.addWidget(self._logs)
        layout.addStretch(4)

    def show_assessment(self, found: Assessment) -> None:
        """Show what was found."""
        self._name = app_name(found)
        self._needs_rights = needs_elevation(found.request.scope, found.target)
        rows = [
            Row(line.icon, line.color, translated(line.name), translated(line.state)) for line in removal_lines(found)
        ]
        self._rows.set_rows(rows)
        size = found.removal.log_bytes if found.removal else 0
        self._logs.say(self.tr("Also remove the log files"), words.size(size))
        self._logs.setVisible(size > 0)
        self.changed.emit()

    def applied(self, request: Request) -> Request:
        """Apply what was chosen here to a request."""
        return replace(request, remove_logs=request.remove_logs or self.removes_logs)

    @property
    def removes_logs(self) -> bool:
        """Whether the log files go as well."""
        return not self._logs.isHidden() and self._logs.isChecked()

    def header(self) -> Header:
        title = self.tr("Remove {0}?").format(self._name) if self._name else self.tr("Remove the application?")
        return Header(title, self.tr("The application and its AI features will be taken off this PC."))

    def footer(self) -> Footer:
        buttons = (Action.REMOVE, Action.CANCEL)
        return Footer(buttons, Action.REMOVE, self.help_link, is_danger=True, needs_rights=self._needs_rights)

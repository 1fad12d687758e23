"""Each requirement: what was found, and what is needed."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from installer.wizard.assessment import Assessment
from installer.wizard.controls.lists import Row, RowList
from installer.wizard.facts import CheckRow, check_rows, check_sentence
from installer.wizard.language import translated
from installer.wizard.look.theme import px
from installer.wizard.pages.page import Page
from installer.wizard.views import Action, Footer, Header, View


class SystemCheckPage(Page):
    """The table of requirements.

    Attributes:
        report: it, in English, for people who help.
    """

    view = View.SYSTEM_CHECK

    def __init__(self) -> None:
        super().__init__()
        self._rows = RowList(height=32)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, px(16), 0, 0)
        layout.addWidget(self._rows)
        layout.addStretch(1)
        self._found: Assessment | None = None
        self._is_checking = True

    def begin(self) -> None:
        """Show that the computer is looked at; the old rows stay until the new ones are there."""
        self._is_checking = True
        self.changed.emit()

    def show_error(self) -> None:
        """Show that the computer could not be looked at; what was found before stays."""
        self._is_checking = False
        self.changed.emit()

    def show_assessment(self, found: Assessment) -> None:
        """Show what was found."""
        self._found, self._is_checking = found, False
        self._rows.set_rows([self._row(row) for row in check_rows(found)])
        self.changed.emit()

    def _row(self, row: CheckRow) -> Row:
        title, found, needed = translated(row.title), translated(row.found), translated(row.needed)
        needs = self.tr("needs {0}").format(needed) if needed else ""
        facts = self.tr(", ").join(filter(None, [found, needs, translated(row.state)]))
        return Row(row.icon, row.icon, title, needs, found=found, spoken=self.tr("{0}: {1}").format(title, facts))

    @property
    def report(self) -> str:
        rows = check_rows(self._found) if self._found else ()
        lines = [f"{row.title}: {row.found} ({row.state})" for row in rows]
        return "\n".join([*lines, *(row.note for row in rows if row.note)])

    def header(self) -> Header:
        if self._is_checking:
            sentence = self.tr("Checking your PC…")
        elif self._found is None:
            sentence = self.tr("Your PC could not be checked.")
        else:
            sentence = translated(check_sentence(self._found))
        return Header(self.tr("System check"), sentence)

    def footer(self) -> Footer:
        disabled = ((Action.CHECK_AGAIN, self.tr("Your PC is being checked")),) if self._is_checking else ()
        return Footer((Action.CHECK_AGAIN, Action.BACK), Action.BACK, (Action.COPY_REPORT,), disabled)

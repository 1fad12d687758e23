"""The page about this computer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QStyle, QWizardPage

from builder.base.text import Text
from builder.building.preflight import Check
from installer.wizard.assessment import Assessment, Brand, Mode
from installer.wizard.language import translated
from installer.wizard.widgets import Banner, announce, icon_label, plain_label, scrolled, set_text, text_label

_ICONS = {
    "pass": QStyle.StandardPixmap.SP_DialogApplyButton,
    "warn": QStyle.StandardPixmap.SP_MessageBoxWarning,
    "fail": QStyle.StandardPixmap.SP_MessageBoxCritical,
}


class ComputerPage(QWizardPage):
    """The requirements and whether this computer meets them; a repair begins with its reasons."""

    def __init__(self, mode: Mode, brand: Brand) -> None:
        super().__init__()
        self.setTitle(self.tr("This computer"))
        needs = self.tr("What the repair needs.") if mode == "repair" else self.tr("What the installation needs.")
        self.setSubTitle(needs)
        self._reasons = text_label()
        self._status = text_label()
        self._rows = QGridLayout()
        self._rows.setColumnStretch(2, 1)
        layout = scrolled(self)
        layout.addWidget(Banner(brand.banner, brand.title))
        layout.addWidget(self._reasons)
        layout.addWidget(self._status)
        layout.addLayout(self._rows)
        layout.addStretch(1)
        self._ready = False
        self.begin()

    def begin(self) -> None:
        """Show that the computer is being checked."""
        self._show(self.tr("Checking this computer…"), ready=False)

    def show_error(self, message: Text, hint: Text) -> None:
        """Show why the computer could not be checked."""
        self._show(translated(message), translated(hint), ready=False)
        announce(self, self._status.text())

    def show_assessment(self, found: Assessment) -> None:
        """Show the checks."""
        complete = found.refusal is None or found.has_choices
        status = self.tr("This computer has everything that is needed.")
        if found.refusal:
            status = self.tr("This must be fixed first:")
            if complete:
                status = self.tr("Fix this and choose Try again, or go on and choose otherwise:")
        self._show(status, ready=complete)
        if found.reasons:
            why = self.tr("Why a repair is needed:")
            set_text(self._reasons, "\n".join([why, *(f"• {translated(reason)}" for reason in found.reasons)]))
        # What needs attention comes first.
        for check in sorted(found.checks, key=lambda check: ("fail", "warn", "pass").index(check.state)):
            self._add(check)
        announce(self, self._status.text())

    def _show(self, *paragraphs: str, ready: bool) -> None:
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        set_text(self._reasons)
        # In bold it is the verdict on the rows below; an error stands alone.
        font = self._status.font()
        font.setBold(len(paragraphs) == 1)
        self._status.setFont(font)
        set_text(self._status, *paragraphs)
        self._ready = ready
        self.completeChanged.emit()

    def _add(self, check: Check) -> None:
        row = self._rows.rowCount()
        words = {"pass": self.tr("OK"), "warn": self.tr("Warning"), "fail": self.tr("Failed")}[check.state]
        shown = self.tr("{0}: {1}").format(translated(check.title), translated(check.message))
        if check.state != "pass" and check.hint:
            shown += f"\n{translated(check.hint)}"
        self._rows.addWidget(icon_label(self, _ICONS[check.state], words), row, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(plain_label(words), row, 1, Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(text_label(shown), row, 2)

    def isComplete(self) -> bool:
        return self._ready

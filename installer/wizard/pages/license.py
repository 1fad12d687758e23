"""The page with the licence."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QVBoxLayout, QWizardPage


class LicensePage(QWizardPage):
    """The vendor's licence, which must be accepted."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setTitle(self.tr("License"))
        self.setSubTitle(self.tr("Read the license before you go on."))
        self._shown = QPlainTextEdit(text)
        self._shown.setReadOnly(True)
        self._shown.setTabChangesFocus(True)
        self._shown.setAccessibleName(self.tr("License"))
        self._accepted = QCheckBox(self.tr("I &accept the license"))
        self._accepted.toggled.connect(self.completeChanged)
        layout = QVBoxLayout(self)
        layout.addWidget(self._shown)
        layout.addWidget(self._accepted)

    def show_text(self, text: str) -> None:
        """Show a licence; if it differs from the one shown before, it must be accepted again."""
        if text != self._shown.toPlainText():
            self._shown.setPlainText(text)
            self._accepted.setChecked(False)

    def isComplete(self) -> bool:
        return self._accepted.isChecked()

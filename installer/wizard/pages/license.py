"""The licence that must be accepted."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QVBoxLayout, QWizardPage


class LicensePage(QWizardPage):
    """The vendor's licence, with a box to tick."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setTitle(self.tr("License"))
        self.setSubTitle(self.tr("Read the license before you go on."))
        shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setAccessibleName(self.tr("License"))
        self._accepted = QCheckBox(self.tr("I &accept the license"))
        self._accepted.toggled.connect(self.completeChanged)
        layout = QVBoxLayout(self)
        layout.addWidget(shown)
        layout.addWidget(self._accepted)

    def isComplete(self) -> bool:
        return self._accepted.isChecked()

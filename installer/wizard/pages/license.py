"""The license terms, to be read, printed and saved; the first page has the box that accepts them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from builder.base.names import one_line
from installer.wizard.assessment import Brand
from installer.wizard.look.theme import px, theme
from installer.wizard.pages.page import Page
from installer.wizard.views import Action, Footer, Header, View


class LicensePage(Page):
    """The vendor's license."""

    view = View.LICENSE

    def __init__(self, brand: Brand) -> None:
        super().__init__(brand)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setFont(theme().font("body"))
        self._text.setAccessibleName(self.tr("License terms"))
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._text.setMinimumHeight(px(160))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, px(16), 0, 0)
        layout.addWidget(self._text, 1)
        self.set_brand(brand)

    def set_brand(self, brand: Brand) -> None:
        """Show this application's terms."""
        super().set_brand(brand)
        self._text.setPlainText(brand.license)

    def save(self) -> None:
        """Let the user keep the terms in a file."""
        name = one_line(self.tr("License terms of {0}").format(self.brand.title or self.tr("the application")))
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save"), f"{name}.txt", self.tr("Text (*.txt)"))
        if chosen:
            Path(chosen).write_text(self._text.toPlainText(), encoding="utf-8")

    def header(self) -> Header:
        return Header(self.tr("License terms"), self.brand.title)

    def footer(self) -> Footer:
        return Footer((Action.BACK,), Action.BACK, (Action.SAVE,))

    @property
    def focus_wanted(self) -> QWidget | None:
        return self._text

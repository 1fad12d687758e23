"""The choice of a language in the window."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from installer.wizard.language import active_language, spoken_languages, switch_language


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def language_in_use() -> str:
    """Return what the language that is spoken calls itself; empty when there is no other to choose."""
    languages = spoken_languages()
    active = active_language(_application())
    return next((each.name for each in languages if each.code == active), "") if len(languages) > 1 else ""


def ask_for_language(button: QAbstractButton) -> str | None:
    """Open the list of languages above a button; returns the code of the one that was chosen, None for none."""
    menu = QMenu(button)
    active = active_language(_application())
    codes = {}
    for language in spoken_languages():
        entry = menu.addAction(language.name)
        entry.setCheckable(True)
        entry.setChecked(language.code == active)
        codes[entry] = language.code
    above = button.mapToGlobal(QPoint(0, -menu.sizeHint().height()))
    chosen = menu.exec(above)
    return codes.get(chosen) if chosen else None


def speak(code: str) -> None:
    """Speak another language from now on."""
    switch_language(_application(), code)

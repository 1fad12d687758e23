"""Another language while the window is open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from builder.base.text import say
from installer.wizard import language
from installer.wizard.language import Language, active_language, spoken_languages, switch_language, translated
from installer.wizard.languages import LANGUAGES
from tests.support.wizard import Speak


class Window(QLabel):
    """Notes how often it was told of another language."""

    told = 0

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self.told += 1
            self.setText(translated(say("The run was cancelled. Nothing was changed.")))
        return super().event(event)


def test_an_open_window_is_told_once_and_speaks_the_new_language(
    qtbot: QtBot, qapp: QApplication, speak: Speak
) -> None:
    speak("en")
    window = Window()
    qtbot.addWidget(window)
    window.show()
    QApplication.processEvents()
    window.told = 0
    said = []
    for code in ("de", "ja", "de", "en"):
        assert switch_language(qapp, code) == []
        QApplication.processEvents()
        assert active_language(qapp) == code
        assert QLocale().language() == QLocale(code).language()
        said.append(window.text())
    assert window.told == 4
    assert said[0] == said[2]
    assert len(set(said)) == 3
    assert said[3] == "The run was cancelled. Nothing was changed."


def test_a_language_leaves_nothing_behind(qapp: QApplication, speak: Speak) -> None:
    speak("de")
    before = len(qapp.findChildren(QTranslator))
    for code in ("fr", "de", "fr", "de"):
        switch_language(qapp, code)
    assert len(qapp.findChildren(QTranslator)) == before
    # Qt's own words as well.
    assert qapp.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_languages_go_by_the_names_that_their_speakers_know() -> None:
    spoken = spoken_languages()
    assert [item.code for item in spoken] == list(LANGUAGES)
    names = {item.code: item.name for item in spoken}
    known = {"de": "Deutsch", "en": "English", "es": "Español", "fr": "Français", "ja": "日本語", "zh_CN": "简体中文"}
    assert known.items() <= names.items()
    assert len(set(names.values())) == len(names)


@pytest.mark.parametrize(("code", "name"), [("pt_BR", "Português (Brasil)"), ("ko", "한국어"), ("en_GB", "English")])
def test_a_country_is_named_where_it_makes_a_difference(code: str, name: str) -> None:
    assert language._own_name(code) == name


def test_a_language_without_its_catalogue_is_not_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "missing_catalogues", lambda: ["qtbase_zh_CN", "engine-installer_en"])
    assert [item.code for item in spoken_languages.__wrapped__()] == [it for it in LANGUAGES if it != "zh_CN"]


def test_english_is_spoken_where_nothing_is_installed(qapp: QApplication, speak: Speak) -> None:
    speak("xx_XX")
    assert active_language(qapp) == "en"
    assert Language("en", "English") in spoken_languages()

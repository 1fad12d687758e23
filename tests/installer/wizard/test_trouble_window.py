"""What goes wrong outside of the wizard's window is told in one of its own, where somebody can see it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from builder.base.cancellation import CancelToken
from builder.base.errors import Cancelled, EngineInstallerError, InvalidParameter, LogUnwritable
from builder.base.events import Result
from builder.base.text import say, verbatim
from installer.command_line import main as cli
from installer.wizard import application, trouble
from installer.wizard.trouble import TroubleWindow, show_trouble, stays_to_tell
from tests.support.wizard import Speak

MARKUP = "<b>/home/u</b>"
ERROR = LogUnwritable(
    say("Cannot write the log file {file}: {reason}.", file=MARKUP * 9, reason="No space left"), hint=say("Use --log.")
)


def texts(window: TroubleWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisibleTo(window) and label.text()]


def test_it_says_what_happened_and_closes_with_enter(qtbot: QtBot) -> None:
    window = TroubleWindow(ERROR)
    qtbot.addWidget(window)
    window.show()
    plain, message, hint = texts(window)
    assert plain == ERROR.plain
    assert MARKUP in message
    assert hint == "Use --log."
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in window.findChildren(QLabel))
    qtbot.waitExposed(window)
    for label in window.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
    qtbot.keyClick(window._close, Qt.Key.Key_Space)
    assert not window.isVisible()


def test_an_error_without_a_plain_sentence_says_its_own(qtbot: QtBot) -> None:
    error = EngineInstallerError(verbatim("Something."))
    error.plain = verbatim("")
    window = TroubleWindow(error)
    qtbot.addWidget(window)
    window.show()
    assert texts(window) == ["Something."]


@pytest.mark.parametrize("how", ["closed", "stopped"])
def test_it_is_shown_until_it_is_closed_or_the_process_is_asked_to_end(
    qtbot: QtBot, speak: Speak, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr(application, "_SIGNAL_CHECK_MS", 1)
    cancel = CancelToken()
    seen: list[str] = []

    def end() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, TroubleWindow) and window.isVisible():
                seen.extend(texts(window)[:1])
        if how == "stopped":
            cancel.cancel()
        else:
            QApplication.closeAllWindows()

    QTimer.singleShot(0, end)
    show_trouble(ERROR, cancel, "en")
    assert seen == [ERROR.plain]


@pytest.mark.parametrize(
    ("error", "arguments", "session", "told"),
    [
        (ERROR, [], True, True),
        (ERROR, ["install", "--passive"], True, True),
        (ERROR, ["install", "--passive"], False, False),
        (ERROR, ["install", "--quiet"], True, False),
        (ERROR, ["install", "--json"], True, False),
        (ERROR, ["install", "--progress", "jsonl"], True, False),
        (ERROR, ["install", "--plan"], True, False),
        (ERROR, ["status"], True, False),
        (Cancelled(), [], True, False),
        (InvalidParameter(verbatim("No.")), ["--bogus"], True, False),
    ],
)
def test_only_a_user_before_a_screen_who_wants_windows_gets_one(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: EngineInstallerError,
    arguments: list[str],
    session: bool,
    told: bool,
) -> None:
    shown: list[EngineInstallerError] = []
    monkeypatch.setattr("builder.operating_system.has_user_session", lambda: session)
    monkeypatch.setattr("installer.command_line.screen.shows_wizard", lambda *_: True)
    monkeypatch.setattr(trouble, "show_trouble", lambda error, _cancel: shown.append(error))
    assert cli._report(error, arguments) == error.exit_code.number
    assert shown == ([error] if told else [])
    assert capsys.readouterr() != ("", "")


def test_a_window_that_cannot_be_made_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_arguments: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("builder.operating_system.has_user_session", lambda: True)
    monkeypatch.setattr("installer.command_line.screen.shows_wizard", lambda *_: True)
    monkeypatch.setattr(trouble, "show_trouble", fail)
    assert cli._report(ERROR, []) == ERROR.exit_code.number
    assert "No space left" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("label", "code", "session", "stays"),
    [
        ("disk_full", 74, True, True),
        ("disk_full", 74, False, False),
        ("cancelled", 130, True, False),
        ("ok", 0, True, False),
    ],
)
def test_a_window_that_asks_nothing_stays_for_a_failure_that_somebody_can_read(
    monkeypatch: pytest.MonkeyPatch, label: str, code: int, session: bool, stays: bool
) -> None:
    monkeypatch.setattr(trouble, "has_user_session", lambda: session)
    assert stays_to_tell(Result(code, label, say("Done."))) is stays

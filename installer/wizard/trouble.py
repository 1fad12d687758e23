"""Telling a user who has started the program from a desktop what went wrong outside of the wizard's own window."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from builder.base.cancellation import CancelToken
from builder.base.errors import EngineInstallerError
from builder.base.events import Result
from builder.operating_system import has_user_session
from installer.wizard.application import close_on_signals, make_application
from installer.wizard.controls.buttons import Button
from installer.wizard.controls.labels import Icon, Label
from installer.wizard.language import install_language, translated
from installer.wizard.look.theme import px, theme

_WIDTH, _MARGIN, _GAP, _ICON = 480, 24, 12, 20


def stays_to_tell(result: Result) -> bool:
    """Whether a window that asks nothing stays open when its run has ended, so that somebody reads how.

    It does for a failure, where there is somebody; a user who has stopped it knows.
    """
    return result.code != 0 and result.label != "cancelled" and has_user_session()


class TroubleWindow(QWidget):
    """One error in words: what happened, for people who know no command line; below it the details, to be copied."""

    def __init__(self, error: EngineInstallerError) -> None:
        super().__init__()
        theme().dress(self)
        self.setWindowTitle(self.tr("Setup"))
        plain, message = translated(error.plain), translated(error.message)
        head = QHBoxLayout()
        head.setSpacing(px(_GAP))
        head.addWidget(Icon("bad", "bad", _ICON), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Label(plain or message, "strong"), 1)
        self._close = Button(self.tr("Close"), "primary")
        self._close.clicked.connect(self.close)
        self._close.setDefault(True)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(_MARGIN), px(_MARGIN), px(_MARGIN), px(_MARGIN))
        whole.setSpacing(px(_GAP))
        whole.addLayout(head)
        whole.addWidget(Label(message if plain else "", selectable=True))
        whole.addWidget(Label(translated(error.hint), "note", "muted", selectable=True))
        whole.addStretch(1)
        whole.addLayout(foot)
        screen = QGuiApplication.primaryScreen()
        room = screen.availableGeometry().width() if screen else px(_WIDTH)
        width = min(px(_WIDTH), room)
        self.setFixedWidth(width)
        self.resize(width, whole.totalHeightForWidth(width))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
        self._close.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask nothing."""
        event.accept()


def show_trouble(error: EngineInstallerError, cancel: CancelToken, language: str | None = None) -> None:
    """Show an error until its window is closed.

    Args:
        error: what happened.
        cancel: closes the window.
        language: such as `de`; None for the system's.
    """
    application = QApplication.instance() or make_application([sys.argv[0]])
    assert isinstance(application, QApplication)
    install_language(application, language)
    window = TroubleWindow(error)
    close_on_signals(window, cancel, window.close)
    # The wizard's window, which may have been there before, ends otherwise.
    application.setQuitOnLastWindowClosed(True)
    window.show()
    application.exec()

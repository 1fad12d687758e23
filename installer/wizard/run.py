"""The wizard, from the first window to the result of the run."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

import builder
from builder.base.errors import EngineInstallerError
from installer.actions.shortcut import add_desktop_shortcut
from installer.wizard.application import close_on_signals, make_application
from installer.wizard.language import install_language
from installer.wizard.launching import start_application
from installer.wizard.window import InstallerWindow

if TYPE_CHECKING:
    from builder.base.cancellation import CancelToken
    from builder.base.events import Result
    from installer.actions.log import RunLog
    from installer.target.request import Request
    from installer.wizard.assessment import Mode


def run_wizard(
    mode: Mode,
    request: Request,
    log: RunLog,
    cancel: CancelToken,
    *,
    language: str | None = None,
    passive: bool = False,
    timeout_minutes: float | None = None,
    save: Callable[[Request], None] = lambda request: None,
) -> Result:
    """Show the wizard until it is closed; returns how the run ended.

    Args:
        mode, request, log, passive, timeout_minutes, save: as for `InstallerWindow`.
        cancel: closes it without a question, as a signal to the process does.
        language: such as `de`; None for the system's.
    """
    application = QApplication.instance() or make_application([sys.argv[0]])
    assert isinstance(application, QApplication)
    application.setApplicationName("engine-installer")
    application.setApplicationVersion(builder.__version__)
    for catalogue in install_language(application, language):
        log.write("warning", f"The catalogue {catalogue} is missing or damaged; the wizard speaks English instead.")
    wizard = InstallerWindow(
        mode,
        request,
        log,
        passive=passive,
        timeout_minutes=timeout_minutes,
        save=save,
        offers_language=language is None,
    )
    closed = QEventLoop()
    wizard.finished.connect(closed.quit)
    # It is the window that decides when it has ended.
    application.setQuitOnLastWindowClosed(False)
    # A question must not keep users from logging off.
    application.commitDataRequest.connect(lambda _manager: wizard.stop())
    close_on_signals(wizard, cancel, wizard.stop)
    try:
        wizard.show()
        application.processEvents()  # what begins now takes the processor: the window is painted before that
        # What there is now stays, and looking through it for garbage would stop the window for a moment each time.
        gc.freeze()
        gc.enable()
        wizard.begin()
        if wizard.isVisible():
            closed.exec()
    finally:
        wizard.end()
    _follow_up(wizard, log)
    return wizard.result_of_run


def _follow_up(wizard: InstallerWindow, log: RunLog) -> None:
    """Do what the user has ticked on the last page, now that the window is closed."""
    if wizard.target is None:
        return
    if wizard.adds_shortcut:
        try:
            log.write("info", f"Shortcut: {add_desktop_shortcut(wizard.target)}")
        except EngineInstallerError as error:
            log.write("warning", error.message)
    if wizard.launches and not start_application(wizard.target):
        log.write("warning", "The application could not be started.")

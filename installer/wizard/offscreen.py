"""The wizard without a screen, for the self-test."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QTimer

from installer.actions.log import RunLog
from installer.target.outputs import write_named_output
from installer.target.request import Request
from installer.wizard.application import make_application
from installer.wizard.language import install_language, missing_catalogues
from installer.wizard.window import InstallerWindow

_LONGEST_MS = 30_000
_STILL_AFTER_MS = 400


def show_offscreen(folder: Path, picture: Path | None = None) -> str:
    """Open the wizard on Qt's platform without a screen, and close it when it has checked the computer.

    Args:
        folder: an empty folder for what it writes.
        picture: where to save a picture of it, a PNG file.

    Returns:
        What was drawn, in words.

    Raises:
        RuntimeError: the check did not end, or a language is missing.
        EngineInstallerError: the picture cannot be written.
    """
    application = make_application(["engine-installer", "-platform", "offscreen"])
    if missing := missing_catalogues():
        raise RuntimeError(f"these languages are missing: {', '.join(missing)}")
    install_language(application, None)
    log = RunLog(folder / "run.log", ["self-test"], "current-user")
    wizard = InstallerWindow("install", Request(target=folder / "target"), log, remembers=False)
    # `quit` would close the window, and what has just appeared moves into its place first.
    wizard.settled.connect(lambda: QTimer.singleShot(_STILL_AFTER_MS, lambda: application.exit(0)))
    QTimer.singleShot(_LONGEST_MS, lambda: application.exit(1))
    wizard.show()
    wizard.begin()
    try:
        if application.exec() != 0:
            raise RuntimeError(f"it was not ready after {_LONGEST_MS // 1000} seconds")
        drawn = wizard.grab()
        if picture:
            drawn.save(buffer := QBuffer(), "PNG")
            # With rights that were taken on, it is an output like the log.
            write_named_output(picture, bytes(buffer.data().data()), "current-user")
        size = drawn.size()
    finally:
        wizard.end()
        log.close(wizard.result_of_run)
    return f"{wizard.windowTitle()}, {size.width()} × {size.height()} pixels"

"""Making Qt's application object, so that Qt loads nothing but the plugins that came with it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from builder.base.cancellation import CancelToken

_SIGNAL_CHECK_MS = 200
_FOLDERS = "QT_PLUGIN_PATH"


def make_application(arguments: Sequence[str]) -> QApplication:
    """Make the application; where there is no screen, Qt ends the process.

    Args:
        arguments: the program's name, then Qt's options.
    """
    from PySide6.QtWidgets import QApplication

    with own_plugins():
        return QApplication(list(arguments))


def close_on_signals(window: QObject, cancel: CancelToken, close: Callable[[], object]) -> None:
    """Close a window when the process is asked to stop.

    While the timer runs, Python sees signals to the process, which Qt's event loop alone would keep from it.
    """
    check = QTimer(window, interval=_SIGNAL_CHECK_MS)
    check.timeout.connect(lambda: close() if cancel.is_set else None)
    check.start()


@contextmanager
def own_plugins() -> Iterator[None]:
    """Keep Qt from looking for plugins where `QT_PLUGIN_PATH` leads, and beside the program.

    Beside a program in a folder for downloads or temporary files lies what others put there. Qt adds that folder when
    the application is made; but what was taken off the list before, because a variable had named it, stays off.
    """
    before = os.environ.get(_FOLDERS)
    os.environ[_FOLDERS] = str(Path(sys.executable).resolve().parent)
    QCoreApplication.setLibraryPaths([QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)])
    try:
        yield
    finally:
        del os.environ[_FOLDERS]
        if before is not None:
            os.environ[_FOLDERS] = before

"""Making Qt's application object, so that Qt loads nothing but the plugins that came with it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_FOLDERS = "QT_PLUGIN_PATH"


def make_application(arguments: Sequence[str]) -> QApplication:
    """Make the application; where there is no screen, Qt ends the process.

    Args:
        arguments: the program's name, then Qt's options.
    """
    from PySide6.QtWidgets import QApplication

    with own_plugins():
        return QApplication(list(arguments))


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

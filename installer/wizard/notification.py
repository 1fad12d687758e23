"""Telling users who look elsewhere that something has happened, without taking the focus from what they do.

Qt shows a message where there is a system tray, as on Windows and KDE. GNOME has none, but a server of notifications,
which is asked with `notify-send`: PySide6's D-Bus cannot send the unsigned number that the server wants. In any case
the window asks for attention in its own way, such as a blinking button of the taskbar.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QProcess, QProcessEnvironment, Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from builder.base.names import one_line
from builder.operating_system import find_tool
from builder.operating_system.posix import system_environment
from installer.wizard.controls.labels import tool_tip

_CLICKED = "default"
"""How freedesktop.org's servers call a click on the notification itself."""
_END_MS = 500


class Notifier(QObject):
    """Tells what has happened to a window as long as it is not the one that is used; a click brings it to the front."""

    def __init__(self, window: QWidget, icon: QIcon | None = None, icon_file: Path | None = None) -> None:
        """Prepare it; nothing is seen yet.

        Args:
            window: told about, and raised by a click.
            icon: of the application; None for the window's own.
            icon_file: the same as a picture, for servers that read it themselves.
        """
        super().__init__(window)
        self._window = window
        self._icon = icon
        self._icon_file = icon_file
        self._tray: QSystemTrayIcon | None = None
        self._server: QProcess | None = None
        window.installEventFilter(self)

    def tell(self, title: str, text: str = "") -> bool:
        """Tell something, unless the user looks at the window anyway.

        Args:
            title: one short sentence.
            text: what there is to add.

        Returns:
            Whether it was told.
        """
        if self._is_looked_at():
            return False
        title, text = _harmless(title), _harmless(text)
        QApplication.alert(self._window)
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            self._tell_in_tray(title, text)
        elif tool := find_tool("notify-send"):
            self._ask_server(tool, title, text, can_be_clicked=True)
        return True

    def close(self) -> None:
        """Take back what is shown."""
        if self._tray is not None:
            self._tray.hide()
            self._tray.deleteLater()
            self._tray = None
        if self._server is not None:
            self._server.finished.disconnect()
            self._server.readyReadStandardOutput.disconnect()
            self._server.kill()
            self._server.waitForFinished(_END_MS)
            self._server.deleteLater()
            self._server = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take it back as soon as the user looks at the window."""
        if watched is self._window and event.type() in (QEvent.Type.WindowActivate, QEvent.Type.Close):
            self.close()
        return False

    def _is_looked_at(self) -> bool:
        is_active = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
        return is_active and self._window.isActiveWindow() and not self._window.isMinimized()

    def _tell_in_tray(self, title: str, text: str) -> None:
        if self._tray is None:
            icon = self._icon or self._window.windowIcon()
            self._tray = QSystemTrayIcon(icon, self)
            self._tray.setToolTip(tool_tip(title, is_of_tray=True))
            self._tray.messageClicked.connect(self.raise_window)
            self._tray.activated.connect(self.raise_window)
            self._tray.show()
        # With an icon of its own, the message is no warning and makes no such sound.
        self._tray.showMessage(title, text, self._tray.icon())

    def _ask_server(self, tool: str, title: str, text: str, *, can_be_clicked: bool) -> None:
        self.close()
        application = one_line(self._window.windowTitle()) or title
        arguments = [f"--app-name={application}"]
        if self._icon_file:
            arguments.append(f"--icon={self._icon_file}")
        if can_be_clicked:
            arguments += [f"--action={_CLICKED}={self.tr('Open')}", "--wait"]
        server = QProcess(self)
        variables = QProcessEnvironment()
        for name, value in system_environment().items():
            variables.insert(name, value)
        server.setProcessEnvironment(variables)

        def hear() -> None:
            if _CLICKED in server.readAllStandardOutput().toStdString().split():
                self.raise_window()

        def end(code: int) -> None:
            # Before version 0.8 it knows no actions.
            if code != 0 and can_be_clicked:
                self._ask_server(tool, title, text, can_be_clicked=False)

        server.readyReadStandardOutput.connect(hear)
        server.finished.connect(end)
        self._server = server
        server.start(tool, [*arguments, "--", title, *([text] if text else [])])

    def raise_window(self) -> None:
        """Bring the window to the front: the user wants that."""
        self.close()
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()


def _harmless(text: str) -> str:
    """One line without markup, which servers of notifications may understand."""
    return one_line(text).replace("<", "‹")

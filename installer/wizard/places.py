"""Where buttons lead that leave the window: pages on the web, and folders."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from installer.wizard.assessment import Brand
from installer.wizard.views import Action

_DRIVERS = "https://www.nvidia.com/drivers"


def open_place(action: Action, brand: Brand, log_folder: Path, target: Path | None) -> None:
    """Open a page or a folder in the program that the user has for it; without an address, nothing happens."""
    addresses = {
        Action.GET_DRIVER: _DRIVERS,
        Action.WEBSITE: brand.url,
        Action.HELP: brand.help_url or brand.url,
    }
    folders = {Action.OPEN_LOG: log_folder, Action.OPEN_FOLDER: target}
    if address := addresses.get(action):
        QDesktopServices.openUrl(QUrl(address))
    elif folder := folders.get(action):
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

"""Whether the user wants things to move."""

from __future__ import annotations

import configparser
import os
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QStyle

from builder.base.small_files import read_small_file

QUICK_MS = 120
"""How long a page takes to appear."""
OPENING_MS = 160
"""How long details and notices take to open."""
GLIDE_MS = 200
"""How long the bar takes to its next value."""
TURN_SECONDS = 1.2
"""How long the arc of something that is being worked on takes to turn once."""
FRAME_MS = 40

_SPI_GETCLIENTAREAANIMATION = 0x1042
_SPI_GETKEYBOARDCUES = 0x100A
_SPI_GETHIGHCONTRAST = 0x0042
_HCF_HIGHCONTRASTON = 1
_MOST_BYTES = 1 << 16


def wants_stillness(style: QStyle) -> bool:
    """Whether the system says that nothing should move."""
    if _windows_flag(_SPI_GETCLIENTAREAANIMATION) is False:
        return True
    if style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0:
        return True
    folder = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return any(_says_still(folder / version / "settings.ini") for version in ("gtk-4.0", "gtk-3.0"))


def _says_still(settings: Path) -> bool:
    """Whether GTK's settings, which GNOME's and KDE's own tools write as well, turn animations off."""
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        parser.read_string(read_small_file(settings, _MOST_BYTES).decode())
        return not parser.getboolean("Settings", "gtk-enable-animations", fallback=True)
    except (OSError, ValueError, configparser.Error):
        return False


def turned() -> float:
    """How far everything that turns has turned now, as a part of one turn, so that all are in step."""
    return time.monotonic() % TURN_SECONDS / TURN_SECONDS


def wants_focus_rings() -> bool:
    """Whether the system says that the keyboard focus is always to be seen."""
    return _windows_flag(_SPI_GETKEYBOARDCUES) is True


def windows_has_high_contrast() -> bool:
    """Whether one of Windows' contrast themes is on."""
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        class HighContrast(ctypes.Structure):
            _fields_ = (("size", wintypes.UINT), ("flags", wintypes.DWORD), ("scheme", wintypes.LPWSTR))

        told = HighContrast(size=ctypes.sizeof(HighContrast))
        asked = ctypes.windll.user32.SystemParametersInfoW(_SPI_GETHIGHCONTRAST, told.size, ctypes.byref(told), 0)
        return bool(asked and told.flags & _HCF_HIGHCONTRASTON)
    return False


def _windows_flag(which: int) -> bool | None:
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        told = wintypes.BOOL()
        asked = ctypes.windll.user32.SystemParametersInfoW(which, 0, ctypes.byref(told), 0)
        return bool(told.value) if asked else None
    return None

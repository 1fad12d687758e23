"""Where Windows has its folders, whatever the environment says: a user may have set that of an elevated process."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

# knownfolders.h
PROGRAM_FILES = uuid.UUID("905E63B6-C1BF-494E-B29C-65B732D3D21A")
PROGRAM_DATA = uuid.UUID("62AB5D82-FDC1-4DC3-A9DD-070D1D495D97")


def known_folder(identity: uuid.UUID, dlls: Any) -> Path:
    """Find a folder.

    Args:
        identity: of it, a KNOWNFOLDERID.
        dlls: `ctypes.windll`, or what behaves like it.

    Raises:
        OSError: Windows does not know it.
    """
    import ctypes

    found = ctypes.c_void_p()
    try:
        if result := dlls.shell32.SHGetKnownFolderPath(identity.bytes_le, 0, None, ctypes.byref(found)):
            raise OSError(f"Windows does not know its folder {identity} (0x{result & 0xFFFFFFFF:08X})")
        return Path(ctypes.wstring_at(found.value or 0))
    finally:
        dlls.ole32.CoTaskMemFree(found)

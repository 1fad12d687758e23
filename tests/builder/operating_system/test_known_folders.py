"""Windows' folders, by what its libraries say."""

from __future__ import annotations

import ctypes
import uuid
from types import SimpleNamespace
from typing import Any

import pytest

from builder.operating_system import known_folders

FOLDERS = {
    "905e63b6-c1bf-494e-b29c-65b732d3d21a": r"D:\Programme",
    "62ab5d82-fdc1-4dc3-a9dd-070d1d495d97": r"E:\Daten ü",
}


class Shell:
    """shell32.dll and ole32.dll.

    Attributes:
        lent: texts that were not given back.
    """

    def __init__(self, result: int = 0) -> None:
        self._result = result
        self.lent: dict[int, Any] = {}

    def SHGetKnownFolderPath(self, identity: bytes, _flags: int, _token: object, found: Any) -> int:  # noqa: N802 - Windows' name
        text = ctypes.create_unicode_buffer(FOLDERS[str(uuid.UUID(bytes_le=identity))])
        found._obj.value = ctypes.addressof(text)
        self.lent[ctypes.addressof(text)] = text
        return self._result

    def CoTaskMemFree(self, text: Any) -> None:  # noqa: N802
        del self.lent[text.value]


def test_those_for_all_users_are_where_windows_says() -> None:
    shell = Shell()
    dlls = SimpleNamespace(shell32=shell, ole32=shell)
    assert str(known_folders.known_folder(known_folders.PROGRAM_FILES, dlls)) == r"D:\Programme"
    assert str(known_folders.known_folder(known_folders.PROGRAM_DATA, dlls)) == r"E:\Daten ü"
    assert shell.lent == {}


def test_a_refusal_is_an_error_and_leaves_nothing() -> None:
    shell = Shell(0x80070002 - (1 << 32))
    with pytest.raises(OSError, match="0x80070002"):
        known_folders.known_folder(known_folders.PROGRAM_DATA, SimpleNamespace(shell32=shell, ole32=shell))
    assert shell.lent == {}

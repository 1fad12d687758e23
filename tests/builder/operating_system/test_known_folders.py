"""Windows' folders, by what its libraries say."""

from __future__ import annotations

import ctypes
import uuid
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from builder.app_package.app import App
from builder.operating_system import known_folders
from installer.target import location

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


def test_an_application_of_one_user_goes_to_the_folder_for_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    app = App(id="com.example.studio", name="Photo: Studio", publisher="Example", version="1")
    monkeypatch.setattr("platformdirs.user_bin_path", lambda: Path("/local/Programs"))
    monkeypatch.setattr("platformdirs.user_data_path", lambda *names, **_: Path("/local", *names))
    own = location.default_target(app, "current-user", windows=True)
    assert own == Path("/local/Programs/Photo_ Studio")

    def refuse() -> Path:
        raise OSError(-2147024809, "Invalid parameter")

    monkeypatch.setattr("platformdirs.user_bin_path", refuse)
    assert location.default_target(app, "current-user", windows=True) == own
    assert location.default_target(app, "current-user", windows=False) == Path("/local/com.example.studio")

"""What people call a running program."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from builder.gpu import programs
from builder.gpu.programs import display_name, folders_of_entries, names_of_entries, program_name, readable_name
from builder.operating_system import posix, windows


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("blender", "Blender"),
        ("blender.exe", "Blender"),
        ("Photoshop.exe", "Photoshop"),
        ("obs64.exe", "Obs64"),
        ("DaVinciResolve", "DaVinciResolve"),
        ("/usr/bin/krita", "Krita"),
        (".exe", ".exe"),
        ("a\nb", "A\\nb"),
        ("x" * 100, "X" + "x" * 58 + "…"),
    ],
)
def test_the_name_of_an_executable_is_made_readable(name: str, shown: str) -> None:
    assert readable_name(name) == shown


def entry(folder: Path, name: str, *lines: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.desktop").write_text("\n".join(["[Desktop Entry]", *lines, ""]), encoding="utf-8")


def test_desktop_entries_name_their_programs(tmp_path: Path) -> None:
    own, shared = tmp_path / "own", tmp_path / "shared"
    entry(own, "krita", "Name=Krita", "Exec=/opt/krita/bin/krita %U", "[Desktop Action new]", "Name=New", "Exec=x")
    entry(shared, "krita", "Name=Another", "Exec=krita")
    entry(shared, "blender", "Exec='blender-4.2' %f", "Name=Blender", "Name[de]=Mixer")
    entry(shared, "script", "Name=Script", "Exec=python3 /opt/script.py")
    entry(shared, "odd", "Name=Odd", "Exec='unclosed")
    entry(shared, "nothing", "Name=Nothing")
    os.mkfifo(shared / "pipe.desktop")
    (shared / "large.desktop").write_bytes(b"Name=Large\nExec=large\n" + b"#" * (1 << 17))
    assert names_of_entries((own, tmp_path / "gone", shared)) == {"krita": "Krita", "blender-4.2": "Blender"}


def test_entries_are_where_the_desktop_looks_for_them() -> None:
    assert [str(path) for path in folders_of_entries({"HOME": "/home/a"})] == [
        "/home/a/.local/share/applications",
        "/usr/local/share/applications",
        "/usr/share/applications",
    ]
    given = {"HOME": "/home/a", "XDG_DATA_HOME": "/data", "XDG_DATA_DIRS": "/x:relative:/y"}
    assert [str(path) for path in folders_of_entries(given)] == [
        "/data/applications", "/x/applications", "/y/applications",
    ]  # fmt: skip


def test_a_running_program_has_a_name_and_one_that_has_ended_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        assert (program_name(child.pid) or "").startswith("python")
        assert (display_name(child.pid) or "").startswith("Python")
        programs._known_name.cache_clear()
        monkeypatch.setattr(programs, "file_description", lambda _path: "Lumen Photo Studio")
        assert display_name(child.pid) == "Lumen Photo Studio"
    finally:
        child.communicate(b"\n")
        programs._known_name.cache_clear()
    assert display_name(child.pid) is None
    assert program_name(child.pid) is None


class VersionLibrary:
    """`version.dll` with one file that says these things."""

    def __init__(self, said: dict[str, bytes], size: int = 100) -> None:
        self.asked: list[str] = []
        self._said = {what: ctypes.create_string_buffer(value, len(value)) for what, value in said.items()}
        self._size = size

    def GetFileVersionInfoSizeW(self, _path: str, _handle: None) -> int:  # noqa: N802 - Windows' name
        return self._size

    def GetFileVersionInfoW(self, _path: str, _handle: int, _size: int, _block: Any) -> int:  # noqa: N802 - Windows' name
        return 1

    def VerQueryValueW(self, _block: Any, what: str, found: Any, length: Any) -> int:  # noqa: N802 - Windows' name
        self.asked.append(what)
        if what not in self._said:
            return 0
        value = self._said[what]
        found._obj.value = ctypes.addressof(value)
        length._obj.value = len(value) if what.endswith("Translation") else len(value) // 2
        return 1


TRANSLATION = r"\VarFileInfo\Translation"


def test_the_maker_of_a_windows_program_says_what_it_is_called() -> None:
    german = VersionLibrary(
        {
            TRANSLATION: b"\x07\x04\xe4\x04\x09\x04\xe4\x04",
            r"\StringFileInfo\040704e4\FileDescription": "Lumen für Fotos\0".encode("utf-16-le"),
        }
    )
    assert windows.description_in("C:\\lumen.exe", german) == "Lumen für Fotos"
    silent = VersionLibrary({r"\StringFileInfo\040904b0\FileDescription": "Lumen\0".encode("utf-16-le")})
    assert windows.description_in("C:\\lumen.exe", silent) == "Lumen"
    assert windows.description_in("C:\\lumen.exe", VersionLibrary({})) is None
    assert windows.description_in("C:\\lumen.exe", VersionLibrary({}, size=0)) is None
    assert posix.file_description("/usr/bin/lumen") is None

"""A shortcut on the desktop: it starts the application, follows its updates, and goes when the application goes."""

from __future__ import annotations

import configparser
import ctypes
import json
import os
import stat
import uuid
from collections.abc import Callable
from pathlib import Path, PureWindowsPath
from typing import Any, cast

import pytest

from builder.base.errors import BlockedByPolicy, NotInstalled
from builder.base.json_file import from_plain
from installer.actions.shortcut import add_desktop_shortcut, offers_shortcut
from installer.target.paths import RECEIPT
from installer.target.receipt import Receipt, read_receipt
from installer.target.registration import shortcuts
from installer.target.registration.entry import Entry
from installer.target.registration.shell_link import working_folder, write_shell_link
from installer.wizard.launching import program_in, start_application
from tests.support.packages import APP
from tests.support.payloads import payload_package
from tests.support.program import run
from tests.support.runs import install, warnings

on_linux = pytest.mark.skipif(os.name == "nt", reason="desktops of Linux")
PROGRAM = b"#!/bin/sh\n/bin/pwd > started.new\nmv started.new started\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user with a desktop, who has no tools to tell it anything."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_DESKTOP_DIR", "SUDO_UID", "PKEXEC_UID", "DOAS_USER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(shortcuts, "find_tool", lambda _name: None)
    (tmp_path / ".config").mkdir()
    (tmp_path / ".config/user-dirs.dirs").write_text('XDG_DESKTOP_DIR="$HOME/Schreibtisch"\n')
    (tmp_path / "Schreibtisch").mkdir()
    return tmp_path


@pytest.fixture
def target(home: Path) -> Path:
    assert install(home, package(home / "package")).code == 0
    return home / "target"


def package(folder: Path, executable: str | None = "bin/the studio", **app: str) -> Path:
    note = {"executable": executable} if executable else {}
    made = payload_package(folder, {executable or "data": PROGRAM}, registration=note, app=APP | app)
    if executable:
        (folder / "app" / executable).chmod(0o755)
    return made


def on_desktop(home: Path) -> Path:
    return home / f"Schreibtisch/{APP['id']}.desktop"


def test_the_program_is_found_and_started_in_its_folder(target: Path) -> None:
    assert program_in(target) == target / "bin/the studio"
    assert start_application(target)
    from builder.operating_system import launching

    assert launching._started[-1].wait(20) == 0
    assert (target / "bin/started").read_text() == f"{target / 'bin'}\n"


def test_without_a_program_there_is_nothing_to_start(home: Path, target: Path) -> None:
    assert program_in(home / "nowhere") is None
    (target / "bin/the studio").chmod(0o644)
    assert program_in(target) is None
    (target / "bin/the studio").unlink()
    assert not start_application(target)
    (target / RECEIPT).write_text("{")
    assert program_in(target) is None
    assert not offers_shortcut(target)


@on_linux
def test_a_shortcut_starts_the_program_and_goes_with_the_application(home: Path, target: Path) -> None:
    assert offers_shortcut(target)
    assert add_desktop_shortcut(target) == on_desktop(home)
    assert add_desktop_shortcut(target) == on_desktop(home)
    parser = configparser.ConfigParser(interpolation=None, delimiters="=")
    parser.read(on_desktop(home))
    assert parser["Desktop Entry"]["Exec"] == f'"{target / "bin/the studio"}"'
    # Desktops start only what is executable.
    assert on_desktop(home).stat().st_mode & stat.S_IXUSR
    receipt = read_receipt(target)
    assert receipt is not None
    assert receipt.shortcuts == (str(on_desktop(home)),)
    # An update and a repair keep it, and change what has changed.
    ended = install(home, package(home / "next", version="9.0", name="Studio 9"))
    assert (ended.code, warnings(ended)) == (0, "")
    assert "Name=Studio 9\n" in on_desktop(home).read_text()
    assert run("uninstall", "--quiet", "--target", target, "--log", home / "l", home=home).code == 0
    assert list((home / "Schreibtisch").iterdir()) == []


@on_linux
def test_a_shortcut_that_the_user_has_deleted_does_not_come_back(home: Path, target: Path) -> None:
    add_desktop_shortcut(target)
    on_desktop(home).unlink()
    assert install(home, package(home / "next", version="9.0")).code == 0
    assert not on_desktop(home).exists()


@on_linux
@pytest.mark.parametrize("kind", ["file", "pipe", "link"])
def test_what_is_not_ours_is_neither_replaced_nor_removed(home: Path, target: Path, kind: str) -> None:
    make: dict[str, Callable[[], object]] = {
        "file": lambda: on_desktop(home).write_text("[Desktop Entry]\nName=Mine\n"),
        "pipe": lambda: os.mkfifo(on_desktop(home)),
        "link": lambda: on_desktop(home).symlink_to("nowhere"),
    }
    make[kind]()
    with pytest.raises(BlockedByPolicy, match="is there already"):
        add_desktop_shortcut(target)
    # It was noted before that, and still is not ours to remove.
    assert run("uninstall", "--quiet", "--target", target, "--log", home / "l", home=home).code == 0
    assert on_desktop(home).lstat()


@on_linux
def test_a_receipt_that_was_tampered_with_removes_nothing_of_others(home: Path, target: Path) -> None:
    (home / "diary.desktop").write_text("mine")
    (home / "diary").write_text("mine")
    values = json.loads((target / RECEIPT).read_text())
    values["shortcuts"] = [str(home / "diary.desktop"), str(home / "diary"), "\0", "", str(home)]
    (target / RECEIPT).write_text(json.dumps(values))
    assert run("uninstall", "--quiet", "--target", target, "--log", home / "l", home=home).code == 0
    assert (home / "diary.desktop").exists()
    assert (home / "diary").exists()


@on_linux
def test_where_there_is_no_desktop_none_is_offered(home: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "Schreibtisch").rmdir()
    assert not offers_shortcut(target)
    with pytest.raises(NotInstalled):
        add_desktop_shortcut(target)
    # A desktop without files is the home folder itself.
    (home / ".config/user-dirs.dirs").write_text('XDG_DESKTOP_DIR="$HOME/"\n')
    assert not offers_shortcut(target)
    receipt = read_receipt(target)
    assert receipt is not None
    assert receipt.shortcuts == ()


@on_linux
def test_an_application_without_a_program_gets_none(home: Path) -> None:
    assert install(home, package(home / "package", None)).code == 0
    assert not offers_shortcut(home / "target")


@on_linux
def test_rights_that_were_taken_on_write_to_nobodys_desktop(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shortcuts.desktop_folder("current-user") == home / "Schreibtisch"
    assert shortcuts.desktop_folder("all-users") is None
    monkeypatch.setenv("PKEXEC_UID", "1000")
    monkeypatch.setattr(shortcuts, "is_elevated", lambda: True)
    assert shortcuts.desktop_folder("current-user") is None


@on_linux
def test_gnome_and_xfce_are_told_that_the_user_wanted_it(
    home: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gio = home / "gio"
    gio.write_text(f'#!/bin/sh\necho "$@" >> {home / "told"}\nexit 1\n')
    gio.chmod(0o755)
    monkeypatch.setattr(shortcuts, "find_tool", lambda name: str(gio) if name == "gio" else None)
    path = add_desktop_shortcut(target)
    told = (home / "told").read_text()
    assert f"set -t string {path} metadata::trusted true\n" in told
    assert f"set -t string {path} metadata::xfce-exe-checksum " in told


# Windows.


def windows_entry(target: str = r"C:\Apps\Studio", name: str = "Studio") -> Entry:
    values = {"schema": 1, "app": APP | {"name": name}, "scope": "all-users", "registration": {"executable": "s.exe"}}
    receipt = from_plain(Receipt, values)
    return Entry(receipt, cast("Path", PureWindowsPath(target)), ("setup",), 1, "20261122")


def test_windows_names_the_shortcut_as_people_read_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shortcuts, "desktop_folder", lambda scope, windows: tmp_path)
    names = {"Photo: Studio?": "Photo_ Studio_", "...": APP["id"], "Nul": APP["id"], "x" * 255: APP["id"]}
    for name, expected in names.items():
        assert shortcuts.shortcut_path(windows_entry(name=name), windows=True) == tmp_path / f"{expected}.lnk"


def test_windows_has_a_desktop_of_all_users_for_administrators(monkeypatch: pytest.MonkeyPatch) -> None:
    environment = {"PUBLIC": r"C:\Users\Public"}
    for rights, expected in ((True, Path(r"C:\Users\Public") / "Desktop"), (False, None)):
        monkeypatch.setattr(shortcuts, "has_administrator_rights", lambda rights=rights: rights)
        assert shortcuts.desktop_folder("all-users", windows=True, environment=environment) == expected
    assert shortcuts.desktop_folder("all-users", windows=True, environment={}) is None


class Shell:
    """ole32.dll, and one object that is a shell link and a file, with its table of methods in memory.

    Attributes:
        calls: what was called, with what.
    """

    METHODS = ("QueryInterface", "AddRef", "Release", *(str(place) for place in range(3, 21)))

    def __init__(self, **answers: int) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self._answers = answers
        self._functions = [self._method(name) for name in self.METHODS]
        addresses = [ctypes.cast(function, ctypes.c_void_p) for function in self._functions]
        self._table = (ctypes.c_void_p * len(addresses))(*addresses)
        self._object = ctypes.c_void_p(ctypes.addressof(self._table))

    def _method(self, name: str) -> Any:
        kinds: dict[str, tuple[Any, ...]] = {
            "QueryInterface": (ctypes.c_void_p, ctypes.c_void_p),
            "AddRef": (),
            "Release": (),
            "6": (ctypes.c_wchar_p, ctypes.c_int),
            "17": (ctypes.c_wchar_p, ctypes.c_int),
        }

        def method(this: int, *arguments: Any) -> int:
            answer = self._answers.get(name, 0)
            if name == "QueryInterface":
                identity, pointer = arguments
                ctypes.c_void_p.from_address(pointer).value = ctypes.addressof(self._object)
                arguments = (str(uuid.UUID(bytes_le=ctypes.string_at(identity, 16))),)
            self.calls.append((name, *arguments))
            return answer

        return ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, *kinds.get(name, (ctypes.c_wchar_p,)))(method)

    def CoInitializeEx(self, _reserved: object, mode: int) -> int:  # noqa: N802 - Windows' name
        self.calls.append(("CoInitializeEx", mode))
        return self._answers.get("CoInitializeEx", 0)

    def CoCreateInstance(self, kind: bytes, _outer: object, context: int, identity: bytes, pointer: Any) -> int:  # noqa: N802
        self.calls.append(
            ("CoCreateInstance", str(uuid.UUID(bytes_le=kind)), context, str(uuid.UUID(bytes_le=identity)))
        )
        pointer._obj.value = ctypes.addressof(self._object)
        return self._answers.get("CoCreateInstance", 0)

    def CoUninitialize(self) -> None:  # noqa: N802
        self.calls.append(("CoUninitialize",))


WHOLE = [
    ("CoInitializeEx", 2),
    ("CoCreateInstance", "00021401-0000-0000-c000-000000000046", 1, "000214f9-0000-0000-c000-000000000046"),
    ("20", "C:\\s.exe"),
    ("9", "C:\\"),
    ("7", "Photos"),
    ("17", "C:\\s.ico", 0),
    ("QueryInterface", "0000010b-0000-0000-c000-000000000046"),
    ("6", "s.lnk", 1),
    ("Release",),
    ("Release",),
    ("CoUninitialize",),
]


def test_windows_writes_the_shortcut() -> None:
    shell = Shell()
    write_shell_link(Path("s.lnk"), "C:\\s.exe", "C:\\", comment="Photos", icon="C:\\s.ico", ole32=shell)
    assert shell.calls == WHOLE


@pytest.mark.parametrize("step", ["CoCreateInstance", "20", "QueryInterface", "6"])
def test_what_windows_refuses_is_an_error_and_everything_is_given_back(step: str) -> None:
    shell = Shell(**{step: 0x80070005 - (1 << 32)})
    with pytest.raises(OSError, match="0x80070005"):
        write_shell_link(Path("s.lnk"), "C:\\s.exe", "C:\\", ole32=shell)
    releases = {"CoCreateInstance": 0, "20": 1, "QueryInterface": 1, "6": 2}[step]
    assert [name for name, *_ in shell.calls].count("Release") == releases
    assert shell.calls[-1] == ("CoUninitialize",)


def test_a_shortcut_of_windows_is_ours_if_its_folder_is_the_targets(tmp_path: Path) -> None:
    link = tmp_path / "Studio.lnk"
    link.write_bytes(shell_link(r"C:\Apps\Studio Ü\bin"))
    for target, ours in {
        r"C:\Apps\Studio Ü": True, r"c:\apps\studio ü\BIN": True, r"C:\Apps\Studio": False, r"C:\Apps\Other": False,
    }.items():  # fmt: skip
        assert shortcuts.is_ours(link, cast("Path", PureWindowsPath(target))) == ours
    assert not shortcuts.is_ours(tmp_path / "none.lnk", cast("Path", PureWindowsPath(r"C:\Apps")))


def shell_link(folder: str) -> bytes:
    """A shortcut by the format's document, [MS-SHLLINK], with everything before the working folder."""
    header = b"L\0\0\0" + uuid.UUID("00021401-0000-0000-C000-000000000046").bytes_le + b"\x9f\0\0\0" + bytes(52)
    texts = "".join(chr(len(text)) + text for text in ("Photos", r"..\s.exe", folder))
    assert len(header) == 76
    return header + b"\x06\0" + b"ID" + b"\0\0\0\0" + b"\x08\0\0\0INFO" + texts.encode("utf-16-le")


@pytest.mark.parametrize("cut", [0, 20, 76, 79, 90, 100])
def test_a_file_that_ends_too_early_is_no_shortcut(cut: int) -> None:
    whole = shell_link(r"C:\Apps")
    assert working_folder(whole) == r"C:\Apps"
    assert working_folder(whole[:cut]) is None
    assert working_folder(b"M" + whole[1:]) is None

"""The environment of a run with rights that were taken on: another user's paths decide nothing in it."""

from __future__ import annotations

import os
import pwd
from pathlib import Path
from types import SimpleNamespace

import pytest

from builder.operating_system import posix, windows
from tests.support.packages import small_package
from tests.support.payloads import tree
from tests.support.program import run
from tests.support.rights import ANOTHER_USER

pytestmark = pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root has rights to take on")

HOSTILE = [
    "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_DIRS",
    "XDG_RUNTIME_DIR", "XDG_CURRENT_DESKTOP", "LD_PRELOAD", "LD_LIBRARY_PATH", "LD_LIBRARY_PATH_ORIG", "LD_AUDIT",
    "GCONV_PATH", "LOCPATH", "NLSPATH", "GLIBC_TUNABLES", "TZ", "TZDIR", "QT_PLUGIN_PATH",
    "QT_QPA_PLATFORM_PLUGIN_PATH", "QML_IMPORT_PATH", "QT_QPA_PLATFORMTHEME", "QT_LOGGING_CONF", "PYTHONPATH",
    "PYTHONHOME", "PYTHONSTARTUP", "PYTHONUSERBASE", "GIO_EXTRA_MODULES", "GIO_MODULE_DIR", "GTK_MODULES", "GTK_PATH",
    "OPENSSL_CONF", "OPENSSL_MODULES", "CUDA_INJECTION64_PATH", "CUDA_CACHE_PATH", "VK_LAYER_PATH",
    "LIBGL_DRIVERS_PATH", "FONTCONFIG_FILE", "TMPDIR", "TEMP", "TMP", "BASH_ENV", "ENV", "IFS",
    "DBUS_SYSTEM_BUS_ADDRESS", "SSLKEYLOGFILE", "TERMINFO", "HOSTALIASES", "LOCALDOMAIN",
]  # fmt: skip
HARMLESS = {
    "LANG": "de_DE.UTF-8",
    "LC_TIME": "C",
    "TERM": "xterm-256color",
    "SUDO_UID": "1000",
    "https_proxy": "http://proxy:8080",
    "SSL_CERT_FILE": "/etc/ssl/certs/ca.crt",
    "CUDA_VISIBLE_DEVICES": "0",
    "DISPLAY": ":0",
}


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """A folder of another user, in one of root that everybody may enter."""
    for folder in (*[parent for parent in tmp_path.parents if parent.name.startswith("pytest-")], tmp_path):
        folder.chmod(0o755)
    folder = tmp_path / "theirs"
    folder.mkdir()
    os.chown(folder, ANOTHER_USER, ANOTHER_USER)
    return folder


@pytest.mark.parametrize("how", ["SUDO_UID", "PKEXEC_UID", "DOAS_USER"])
def test_what_leads_somewhere_is_left_behind(theirs: Path, how: str) -> None:
    path = f"{theirs}:.::/usr/bin:bin:{theirs / 'not-there'}:/bin"
    environment = HARMLESS | dict.fromkeys(HOSTILE, str(theirs)) | {how: "1000", "PATH": path, "LC_ALL": str(theirs)}
    posix.use_own_environment(environment)
    own = {"PATH": "/usr/bin:/bin", "HOME": pwd.getpwuid(0).pw_dir}
    assert environment == HARMLESS | {how: "1000"} | own


@pytest.mark.parametrize("name", ["HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "TMPDIR"])
def test_so_it_is_after_su_which_leaves_no_other_sign(theirs: Path, name: str) -> None:
    environment = {"PATH": "/bin", "LD_PRELOAD": "x", name: str(theirs)}
    posix.use_own_environment(environment)
    assert environment == {"PATH": "/bin", "HOME": pwd.getpwuid(0).pw_dir}


def test_roots_own_environment_stays(tmp_path: Path) -> None:
    environment = {"HOME": str(tmp_path), "PATH": str(tmp_path), "LD_LIBRARY_PATH": "/opt/lib", "PYTHONPATH": "x"}
    before = dict(environment)
    posix.use_own_environment(environment)
    assert environment == before


def test_so_does_that_of_a_user_without_rights(theirs: Path) -> None:
    environment = {"HOME": str(theirs), "SUDO_UID": "1000", "PATH": str(theirs), "LD_PRELOAD": "x"}
    before = dict(environment)
    os.seteuid(ANOTHER_USER)
    try:
        posix.use_own_environment(environment)
    finally:
        os.seteuid(0)
    assert environment == before


def tool(folder: Path, name: str, script: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def test_root_finds_no_tool_that_others_can_change(
    theirs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool(theirs, "tool", "exit 1")
    monkeypatch.setenv("PATH", f"{theirs}:.:{tmp_path / 'ours'}")
    monkeypatch.chdir(theirs)
    assert posix.find_tool("tool") is None
    tool(tmp_path / "ours", "tool", "exit 0")
    assert posix.find_tool("tool") == str(tmp_path / "ours/tool")
    os.chown(tmp_path / "ours/tool", ANOTHER_USER, -1)
    assert posix.find_tool("tool") is None


@pytest.mark.parametrize("rights", ["sudo", "su", "root"])
def test_a_run_starts_nothing_of_another_user_and_tells_children_nothing_of_him(
    theirs: Path, tmp_path: Path, rights: str
) -> None:
    for name in ("systemd-inhibit", "cat", "uname", "env", "sh", "python3", "gcc", "ldconfig"):
        tool(theirs, name, f"touch {tmp_path}/hacked")
    tool(tmp_path / "ours", "systemd-inhibit", f"/usr/bin/env > {tmp_path}/seen; exec /bin/cat")
    package = small_package(tmp_path / "package", "alpha")
    env = {"PATH": f"{theirs}:{tmp_path / 'ours'}:/usr/bin:/bin"}
    if rights != "root":
        env |= {name: str(theirs) for name in HOSTILE if not name.startswith(("PYTHON", "LD_"))}
        env |= {"LD_LIBRARY_PATH": str(theirs)}
    if rights == "sudo":
        env |= {"SUDO_UID": str(ANOTHER_USER)}
    before = tree(theirs)
    places = ("--package", package, "--target", tmp_path / "target", "--log", tmp_path / "log")
    ended = run("install", "--quiet", *places, home=tmp_path, env=env)
    assert ended.code == 0, ended.err
    assert not (tmp_path / "hacked").exists()
    assert (str(theirs) in (tmp_path / "seen").read_text()) is (rights == "root")  # whose PATH is its own choice
    assert tree(theirs) == before


def test_windows_looks_for_programs_and_libraries_in_its_own_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "is_elevated", lambda: True)
    environment = {"SystemRoot": r"C:\Windows", "PATH": r"C:\Users\me\bin", "QT_PLUGIN_PATH": "x", "PythonPath": "x"}
    environment |= {"TEMP": r"C:\Temp", "OPENSSL_CONF": "x"}
    windows.use_own_environment(environment)
    assert environment == {
        "SystemRoot": r"C:\Windows",
        "PATH": r"C:\Windows\System32;C:\Windows;C:\Windows\System32\Wbem",
        "TEMP": r"C:\Temp",
        "NoDefaultCurrentDirectoryInExePath": "1",
    }
    monkeypatch.setattr(windows, "is_elevated", lambda: False)
    environment = {"PATH": r"C:\Users\me\bin", "PYTHONPATH": "x"}
    windows.use_own_environment(environment)
    assert environment == {"PATH": r"C:\Users\me\bin", "PYTHONPATH": "x"}


def test_windows_does_not_look_for_libraries_in_the_current_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """libloaderapi.h: LOAD_LIBRARY_SEARCH_DEFAULT_DIRS is 0x1000."""
    asked: list[int] = []

    kernel32 = SimpleNamespace(SetDefaultDllDirectories=asked.append)
    monkeypatch.setattr("ctypes.windll", SimpleNamespace(kernel32=kernel32), raising=False)
    windows.restrict_library_search()
    assert asked == [0x1000]

"""The list of applications of Windows, in the registry of Wine: what is in it, and that it goes again."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import pytest

from tests.support.packages import APP
from tests.support.payloads import payload_package, write_files
from tests.support.pictures import png
from tests.windows.running import Windows

REG_SZ, REG_DWORD = 1, 4
HIVES = {"--current-user": "HKEY_CURRENT_USER", "--all-users": "HKEY_LOCAL_MACHINE"}


@pytest.fixture(scope="module")
def package(started_windows: Windows) -> str:
    name = r"C:\packages\registered"
    folder: Path = started_windows.here(name)
    picture = png()
    directory = struct.pack("<3H4B2H2I", 0, 1, 1, 0, 0, 0, 0, 1, 32, len(picture), 22)
    write_files(folder, {"icon.ico": directory + picture})
    note = {"executable": "Studio.exe", "icon": "icon.ico", "comment": "Restores", "url": "https://example.com/"}
    payload_package(folder, {"Studio.exe": b"MZ"}, registration=note)
    return name


def values(windows: Windows, hive: str) -> dict[str, Any]:
    found: dict[str, Any] = windows.scene("registered", APP["id"])
    assert set(found) == {hive}
    told: dict[str, Any] = found[hive]
    return told


@pytest.mark.parametrize("scope", HIVES)
def test_an_installation_is_listed_value_by_value_until_it_is_removed(
    windows: Windows, package: str, target: str, scope: str
) -> None:
    target += " ü"
    ended = windows.run(["install", "--quiet", scope, "--package", package, "--target", target])
    assert ended.code == 0, ended.text
    found = values(windows, HIVES[scope])
    program, for_all = (
        found.pop("UninstallString")[1].split(" uninstall ")[0],
        " --all-users" * (scope == "--all-users"),
    )
    assert found.pop("EstimatedSize")[0] == REG_DWORD
    date = found.pop("InstallDate")
    assert date[0] == REG_SZ
    assert len(date[1]) == 8
    major, minor = map(int, APP["version"].split(".")[:2])
    assert found == {
        "DisplayName": [REG_SZ, APP["name"]],
        "DisplayVersion": [REG_SZ, APP["version"]],
        "Publisher": [REG_SZ, APP["publisher"]],
        "InstallLocation": [REG_SZ, target],
        "QuietUninstallString": [REG_SZ, f'{program} uninstall --target "{target}"{for_all} --quiet'],
        "ModifyPath": [REG_SZ, f'{program} repair --target "{target}"{for_all}'],
        "DisplayIcon": [REG_SZ, rf"{target}\.engine-installer\icon.ico"],
        "Comments": [REG_SZ, "Restores"],
        "URLInfoAbout": [REG_SZ, "https://example.com/"],
        "VersionMajor": [REG_DWORD, major],
        "VersionMinor": [REG_DWORD, minor],
    }
    ended = windows.run(["uninstall", "--quiet", scope, "--target", target])
    assert ended.code == 0, ended.text
    assert windows.scene("registered", APP["id"]) == {}
    assert not windows.here(target).exists()


def test_the_registered_command_repairs_and_removes(windows: Windows, package: str, target: str) -> None:
    ended = windows.run(["install", "--quiet", "--package", package, "--target", target])
    assert ended.code == 0, ended.text
    found = values(windows, "HKEY_CURRENT_USER")
    (windows.here(target) / "Studio.exe").unlink()
    ended = windows.scene("by_command_line", found["ModifyPath"][1] + " --quiet")
    assert ended["code"] == 0, ended
    assert (windows.here(target) / "Studio.exe").read_bytes() == b"MZ"
    ended = windows.scene("by_command_line", found["QuietUninstallString"][1])
    assert ended["code"] == 0, ended
    assert windows.scene("registered", APP["id"]) == {}
    assert not windows.here(target).exists()


def test_for_all_users_it_goes_to_program_files_and_its_logs_to_program_data(windows: Windows, package: str) -> None:
    ended = windows.run(["install", "--quiet", "--all-users", "--package", package])
    assert ended.code == 0, ended.text
    (_, location) = values(windows, "HKEY_LOCAL_MACHINE")["InstallLocation"]
    assert location.startswith("C:\\Program Files\\")
    assert list(windows.here(r"C:\ProgramData\engine-installer\Logs").glob("*.log"))
    ended = windows.run(["uninstall", "--quiet", "--all-users", "--target", location])
    assert ended.code == 0, ended.text
    assert not windows.here(location).exists()


def test_an_entry_of_another_program_is_not_overwritten(windows: Windows, package: str, target: str) -> None:
    reg, key = r"C:\windows\system32\reg.exe", rf"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\{APP['id']}"
    assert windows.execute([reg, "add", key, "/v", "DisplayName", "/d", "Another", "/f"]).code == 0
    ended = windows.run(["install", "--quiet", "--package", package, "--target", target])
    assert "engine-installer did not write it" in ended.text
    assert values(windows, "HKEY_CURRENT_USER") == {"DisplayName": [REG_SZ, "Another"]}
    assert windows.execute([reg, "delete", key, "/f"]).code == 0

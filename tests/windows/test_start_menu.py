"""The application in the Start menu, as Wine's shell reads it back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.packages import APP
from tests.support.payloads import payload_package
from tests.windows.running import MENUS, Windows

OWN = MENUS["--current-user"]


def package(windows: Windows, name: str, app: dict[str, str] | None = None, **more: Any) -> str:
    folder = rf"C:\packages\{name}"
    note = {"executable": "bin/Studio.exe", "comment": "Restores"} | more
    files = {"bin/Studio.exe": b"MZ", "Studio.exe": b"MZ"}
    payload_package(windows.here(folder), files, registration=note, app=APP | (app or {}))
    return folder


def links(windows: Windows, menu: str = OWN) -> list[str]:
    return sorted(path.name for path in windows.here(menu).rglob("*.lnk"))


def install(windows: Windows, package: str, target: str, *options: str) -> str:
    ended = windows.install(package, target, *options)
    assert ended.code == 0, ended.text
    return ended.text


@pytest.mark.parametrize("scope", MENUS)
def test_an_installation_is_in_the_menu_until_it_is_removed(windows: Windows, target: str, scope: str) -> None:
    target += " ü"  # of others, Wine's shell keeps the program's path in the system's code page
    install(windows, package(windows, f"menu{scope}"), target, scope)
    (name,) = links(windows, MENUS[scope])
    assert name == f"{APP['name']}.lnk"
    path = rf"{MENUS[scope]}\{name}"
    told = {"program": rf"{target}\bin\Studio.exe", "folder": rf"{target}\bin", "description": "Restores", "icon": ""}
    assert windows.scene("shell_link", path) == told
    # Someone has deleted it, and a run that would have nothing to do otherwise brings it back.
    windows.here(path).unlink()
    ended = windows.run(["repair", "--quiet", scope, "--target", target])
    assert ended.code == 0, ended.text
    assert windows.scene("shell_link", path) == told
    ended = windows.run(["uninstall", "--quiet", scope, "--target", target])
    assert ended.code == 0, ended.text
    assert links(windows, MENUS[scope]) == []
    assert not windows.here(target).exists()


def test_it_follows_the_name_of_the_application_and_what_the_vendor_wants(windows: Windows, target: str) -> None:
    install(windows, package(windows, "menu first", executable="Studio.exe"), target)
    renamed = {"name": "Studio: 9?", "version": "9.0"}
    install(windows, package(windows, "menu renamed", renamed), target)
    assert links(windows) == ["Studio_ 9_.lnk"]
    install(windows, package(windows, "menu without", renamed, start_menu=False), target)
    assert links(windows) == []
    windows.run(["uninstall", "--quiet", "--target", target])


def test_it_leads_to_the_latest_installation(windows: Windows, target: str) -> None:
    name = package(windows, "menu twice")
    for place in ("first", "second"):
        install(windows, name, rf"{target}\{place}")
    assert windows.scene("shell_link", rf"{OWN}\{APP['name']}.lnk")["program"] == rf"{target}\second\bin\Studio.exe"
    for place, left in (("first", 1), ("second", 0)):
        assert windows.run(["uninstall", "--quiet", "--target", rf"{target}\{place}"]).code == 0
        assert len(links(windows)) == left


def test_a_shortcut_of_another_program_is_left_alone(windows: Windows, target: str) -> None:
    other: Path = windows.here(OWN) / f"{APP['name']}.lnk"
    other.write_bytes(b"of another program")
    assert "engine-installer did not write it" in install(windows, package(windows, "menu taken"), target)
    assert windows.run(["uninstall", "--quiet", "--target", target]).code == 0
    assert other.read_bytes() == b"of another program"
    other.unlink()

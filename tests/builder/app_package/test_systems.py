"""One app.toml for every system: what it states for each, of which only this system's files must be there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from builder.app_package import systems
from builder.app_package.package import AppPackage, load_package
from builder.app_package.systems import System, stated
from tests.support import program
from tests.support.packages import faults_of, small_package
from tests.support.payloads import folder_sha256, payload_package, write_files
from tests.support.pictures import bitmap, ico, png

EXECUTABLE = {"windows": "Photo Studio.exe", "linux": "bin/photo-studio"}
ICON = {"windows": "icons/studio.ico", "linux": "icons/studio.png"}
FILES = {
    "windows": {"Photo Studio.exe": b"MZ", "data/one.txt": b"1"},
    "linux": {"bin/photo-studio": b"#!/bin/sh\n", "data/one.txt": b"1"},
}


def package_for_all(folder: Path, *there: System, **top: Any) -> Path:
    """A package for both systems; `there` are the systems whose files are there."""
    payload = {}
    for system in ("windows", "linux"):
        application = write_files(folder / "app" / system, FILES[system])
        payload[system] = {"folder": f"app/{system}", "sha256": folder_sha256(application)}
    write_files(folder, {ICON["windows"]: ico(bitmap(16, 16)), ICON["linux"]: png()})
    for system in {"windows", "linux"} - set(there):
        for path in sorted((folder / "app" / system).rglob("*"), reverse=True):
            path.unlink() if path.is_file() else path.rmdir()
        (folder / "app" / system).rmdir()
        (folder / ICON[system]).unlink()
    tables = {"payload": payload, "registration": {"executable": EXECUTABLE, "icon": ICON}}
    return small_package(folder, "alpha", **{"defaults": {"no_gpu": "skip"}} | tables | top)


@pytest.fixture(params=["windows", "linux"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> System:
    """The system that this one is taken for."""
    system: System = request.param
    monkeypatch.setattr(systems, "THIS_SYSTEM", system)
    return system


def files_of(package: AppPackage, role: str) -> list[str]:
    return [item.path for item in package.files() if item.role == role]


@pytest.mark.parametrize("all_are_there", [True, False])
def test_each_system_takes_its_own_of_one_manifest(tmp_path: Path, system: System, all_are_there: bool) -> None:
    there: tuple[System, ...] = ("windows", "linux") if all_are_there else (system,)
    package = load_package(package_for_all(tmp_path, *there))
    registration = package.manifest.registration
    assert registration
    assert (registration.executable, registration.icon) == (EXECUTABLE[system], ICON[system])
    assert files_of(package, "icon") == [ICON[system]]
    assert files_of(package, "payload") == sorted(f"app/{system}/{name}" for name in FILES[system])


def test_a_manifest_with_single_values_means_the_same_everywhere(tmp_path: Path, system: System) -> None:
    folder = payload_package(tmp_path, {"studio": b"x"}, registration={"executable": "studio", "icon": "i.png"})
    (folder / "i.png").write_bytes(png())
    package = load_package(folder)
    assert files_of(package, "payload") == ["app/studio"]
    assert package.manifest.registration
    assert package.manifest.registration.executable == "studio"


def test_a_system_that_is_not_named_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path / "win", FILES["windows"])
    only_windows = {name: {"windows": value} for name, value in (("executable", "a.exe"), ("icon", "no-such.ico"))}
    folder = small_package(
        tmp_path, "alpha", registration=only_windows, payload={"windows": {"folder": "win"}}, verify=False
    )
    monkeypatch.setattr(systems, "THIS_SYSTEM", "linux")
    package = load_package(folder)
    assert package.manifest.payload is None
    assert package.manifest.registration is not None
    assert package.manifest.registration.executable is None
    assert [item.role for item in package.files()] == ["manifest", "model"]


def test_what_is_missing_here_is_named_by_the_key_of_this_system(tmp_path: Path, system: System) -> None:
    other: System = "linux" if system == "windows" else "windows"
    faults = faults_of(package_for_all(tmp_path, other))
    assert set(faults) == {f"payload.{system}.folder", f"registration.icon.{system}"}
    wrong = {"windows": "Studio.exe", "linux": "studio"}
    faults = faults_of(package_for_all(tmp_path, system, registration={"executable": wrong}))
    assert list(faults) == [f"registration.executable.{system}"]
    assert "which the payload does not have" in faults[f"registration.executable.{system}"].found


def test_a_payload_that_has_changed_is_told_with_its_hash(tmp_path: Path, system: System) -> None:
    folder = package_for_all(tmp_path, "windows", "linux")
    right = folder_sha256(write_files(folder / "app" / system, {"more.txt": b"more"}))
    other = "linux" if system == "windows" else "windows"
    (folder / "app" / other / "more.txt").write_text("which is not looked at here")
    faults = faults_of(folder)
    assert list(faults) == [f"payload.{system}.sha256"]
    assert right in faults[f"payload.{system}.sha256"].expected


@pytest.mark.usefixtures("system")
def test_what_is_stated_wrongly_for_any_system_is_found_on_each(tmp_path: Path) -> None:
    folder = small_package(
        tmp_path,
        "alpha",
        payload={"windows": {"folder": "C:\\app", "sha": "x"}, "linux": {"folder": "../app"}},
        registration={
            "executable": {"windows": "bin\\studio", "linux": "/bin/studio"},
            "icon": {"windows": "i.png", "linux": "i.ico", "macos": "i.icns"},
        },
    )
    faults = faults_of(folder)
    assert set(faults) == {
        "payload.windows.folder",
        "payload.windows.sha",
        "payload.linux.folder",
        "registration.executable.windows",
        "registration.executable.linux",
        "registration.icon.windows",
        "registration.icon.linux",
        "registration.icon.macos",
    }
    assert faults["payload.windows.sha"].expected == "'sha256'?"
    assert faults["registration.icon.macos"].expected == "one of windows, linux"


@pytest.mark.parametrize(
    ("tables", "key", "expected"),
    [
        ({"registration": {"executable": {"windows": "bin/studio"}}}, "registration.executable.windows", ".exe"),
        ({"registration": {"icon": {}}}, "registration.icon", "at least one of windows, linux"),
        ({"registration": {"executable": 3}}, "registration.executable", "a valid string"),
        ({"payload": {"folder": "app", "windows": {"folder": "app"}}}, "payload", "either folder, or a table for each"),
        ({"payload": {"sha256": "0" * 64, "windows": {"folder": "app"}}}, "payload", "sha256 in the table of each"),
        ({"payload": {}}, "payload", "either folder, or a table for each"),
        ({"payload": {"window": {"folder": "app"}}}, "payload.window", "'windows'?"),
        ({"payload": {"windows": "app"}}, "payload.windows", "a table"),
    ],
)
def test_a_mistake_is_told_with_what_is_expected(
    tmp_path: Path, tables: dict[str, Any], key: str, expected: str
) -> None:
    (tmp_path / "app").mkdir()
    faults = faults_of(small_package(tmp_path, "alpha", **tables))
    assert expected in faults[key].expected


def test_raw_values_are_told_apart_whatever_they_are() -> None:
    assert list(stated("a", {"windows": 1, "linux": 2})) == [("windows", "a.windows", 1), ("linux", "a.linux", 2)]
    values: tuple[Any, ...] = ("x", None, 3, [], {}, {"folder": "x"})
    for value in values:
        assert list(stated("a", value)) == [(None, "a", value)]


@pytest.mark.skipif(os.name == "nt", reason="what is installed is looked at as Linux has it")
def test_an_installation_has_this_systems_files(tmp_path: Path) -> None:
    folder = package_for_all(tmp_path / "package", "linux")
    target = tmp_path / "target"
    ended = program.run("install", "--quiet", "--package", folder, "--target", target, home=tmp_path)
    assert ended.code == 0, ended.err
    assert (target / "bin/photo-studio").is_file()
    assert not list(target.rglob("*.exe"))
    entry = next((tmp_path / ".local/share/applications").glob("*.desktop")).read_text()
    assert f"Exec={target}/bin/photo-studio\n" in entry
    assert f"Icon={target}/.engine-installer/icon.png\n" in entry
    ended = program.run("repair", "--quiet", "--target", target, home=tmp_path)
    assert ended.code == 0, ended.err
    ended = program.run("uninstall", "--quiet", "--target", target, home=tmp_path)
    assert ended.code == 0, ended.err
    assert not target.exists()

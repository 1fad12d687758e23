"""Which folders can be targets, where applications go, and when a run is careful."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PureWindowsPath
from typing import cast

import pytest

from builder.app_package.app import Registration
from builder.base.errors import BlockedByPolicy, InvalidParameter
from builder.operating_system.kinds import MachineFolders
from installer.target import location
from installer.target.location import (
    check_names,
    check_safe,
    default_target,
    distrust_input,
    is_strict,
    lacks_rights,
    link_name,
    start_menu_path,
)
from tests.support.payloads import write_files
from tests.support.rights import ANOTHER_USER, no_administrator
from tests.support.targets import TEST_APP

as_root = pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give files away")
STUDIO = replace(TEST_APP, id="com.example.studio", name="Photo: Studio")

USABLE = (
    *(r"C:\Apps\Studio 工程 ü & (1)", r"C:rel", r"\rooted", r"..\beside", ".", "C:/Apps/x", "console", r"C:\a.b\.c"),
    *(r"\\server\share\x", r"\\?\C:\Apps", r"\\?\UNC\server\share\x", "x" * 255, "工" * 255),
)
UNUSABLE = {
    r"C:\Apps\NUL": "'NUL'", "nul": "'nul'", r"C:\con\x": "'con'", r"C:\aux.txt": "'aux.txt'", "COM1": "'COM1'",
    r"C:\Apps. \x": "'Apps. '", r"C:\Apps ": "'Apps '", r"C:\a:b": "'a:b'", r"C:\a?b": "'a?b'",
    r"\\?\C:\dots.": "'dots.'", r"\\server\share\lpt¹": "'lpt¹'",
}  # fmt: skip


@pytest.mark.parametrize("path", USABLE)
def test_what_windows_takes_as_it_is_can_be_a_target(path: str) -> None:
    check_names(cast("Path", PureWindowsPath(path)), windows=True)


@pytest.mark.parametrize("path", UNUSABLE)
def test_what_windows_takes_for_something_else_cannot(path: str) -> None:
    with pytest.raises(InvalidParameter, match="which Windows ") as caught:
        check_names(cast("Path", PureWindowsPath(path)), windows=True)
    assert UNUSABLE[path] in caught.value.message
    check_names(Path(path), windows=False)


# Where an application goes when no target is given.


def test_what_is_for_all_users_goes_to_the_folder_of_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = MachineFolders(tmp_path / "programs", tmp_path / "logs")
    monkeypatch.setattr(location, "machine_folders", lambda: folders)
    assert default_target(STUDIO, "all-users", windows=False) == tmp_path / "programs/com.example.studio"
    assert default_target(STUDIO, "all-users", windows=True) == tmp_path / "programs/Photo_ Studio"
    # A name that no folder can have gives way to the identifier.
    assert default_target(replace(STUDIO, name="..."), "all-users", windows=True).name == "com.example.studio"


@pytest.mark.parametrize("error", [OSError(-2147024809, "Invalid parameter"), ValueError("Wine knows no such folder")])
def test_an_application_of_one_user_goes_to_the_folder_for_programs(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setattr("platformdirs.user_bin_path", lambda: Path("/local/Own programs"))
    monkeypatch.setattr("platformdirs.user_data_path", lambda *names, **_: Path("/local", *names))
    assert default_target(STUDIO, "current-user", windows=True) == Path("/local/Own programs/Photo_ Studio")

    def refuse() -> Path:
        raise error

    monkeypatch.setattr("platformdirs.user_bin_path", refuse)
    assert default_target(STUDIO, "current-user", windows=True) == Path("/local/Programs/Photo_ Studio")
    assert default_target(STUDIO, "current-user", windows=False) == Path("/local/com.example.studio")


@pytest.mark.skipif(os.name == "nt", reason="Windows always knows one")
def test_a_user_without_a_home_must_say_where(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_names: str, **_options: object) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr("platformdirs.user_data_path", refuse)
    with pytest.raises(InvalidParameter, match="has no home folder"):
        default_target(STUDIO, "current-user", windows=False)


# Windows' Start menu.


@pytest.fixture
def menus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders for the Start menu of all users; a service's account has none of its own."""
    (tmp_path / "of all").mkdir()
    for whose, name in (("user", "own"), ("site", "of all")):
        monkeypatch.setattr(f"platformdirs.{whose}_applications_path", lambda name=name: tmp_path / name)
    return tmp_path


def test_windows_has_a_start_menu_of_each_user_and_of_all(menus: Path) -> None:
    app, note = replace(TEST_APP, name="Studio"), Registration(executable="s.exe")
    assert start_menu_path(app, "all-users", note, windows=True) == menus / "of all/Studio.lnk"
    assert start_menu_path(app, "current-user", note, windows=True) is None
    (menus / "own").mkdir()
    assert start_menu_path(app, "current-user", note, windows=True) == menus / "own/Studio.lnk"
    # Not every application wants to be there.
    for other in (None, Registration(), replace(note, start_menu=False)):
        assert start_menu_path(app, "all-users", other, windows=True) is None
    assert start_menu_path(app, "all-users", note, windows=False) is None


def test_a_start_menu_that_the_system_does_not_know_is_none(menus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> Path:
        raise OSError("the system refuses")

    monkeypatch.setattr("platformdirs.site_applications_path", refuse)
    assert start_menu_path(TEST_APP, "all-users", Registration(executable="s.exe"), windows=True) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Photo: Studio?", "Photo_ Studio_.lnk"), ("...", f"{TEST_APP.id}.lnk"), ("x" * 251, "x" * 251 + ".lnk")]
    + [(name, f"{TEST_APP.id}.lnk") for name in ("Nul", "x" * 252, "x" * 255)],
)
def test_a_link_has_the_name_of_its_application_where_a_file_can_have_it(name: str, expected: str) -> None:
    assert link_name(replace(TEST_APP, name=name)) == expected


# When a run is careful.


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A folder that no other user may change."""
    tmp_path.chmod(0o755)
    folder = tmp_path / "ours"
    folder.mkdir(mode=0o755)
    return folder


def give(path: Path) -> None:
    os.chown(path, ANOTHER_USER, -1, follow_symlinks=False)


@as_root
def test_a_login_as_root_is_strict_with_what_is_not_roots_own(ours: Path) -> None:
    (ours / "theirs").mkdir()
    (ours / "link").symlink_to(ours / "theirs")
    assert not is_strict("current-user", ours, ours / "theirs/not-there", ours / "link/not-there")
    assert not is_strict("current-user")
    assert is_strict("all-users")
    give(ours / "theirs")
    for path in (ours / "theirs", ours / "theirs/not-there", ours / "link/not-there"):
        assert is_strict("current-user", ours, path)


@as_root
def test_rights_that_were_taken_on_are_always_strict(ours: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUDO_UID", str(ANOTHER_USER))
    assert is_strict("current-user", ours)


@pytest.mark.skipif(os.name == "nt", reason="no user numbers")
def test_without_administrator_rights_nothing_is_strict(ours: Path) -> None:
    with no_administrator():
        assert not is_strict("current-user", ours)
        assert not is_strict("all-users", ours)
        assert lacks_rights("all-users")
        assert not lacks_rights("current-user")


@as_root
def test_an_administrator_lacks_no_rights() -> None:
    assert not lacks_rights("all-users")


@as_root
def test_what_nobody_has_chosen_must_not_be_anothers(ours: Path) -> None:
    write_files(ours, {"package/app.toml": b"", "target/x": b""})
    target, package = ours / "target", ours / "package"
    for scope in ("all-users", "current-user"):
        assert distrust_input(package, scope, target) is None
    give(package / "app.toml")
    assert "app.toml" in str(distrust_input(package, "all-users", target))
    # A login as root looks at what is in it only where something around it is not root's own.
    assert distrust_input(package, "current-user", target) is None
    give(target)
    assert "app.toml" in str(distrust_input(package, "current-user", target))
    with no_administrator():
        assert distrust_input(package, "all-users", target) is None


def itself(target: Path) -> Path:
    give(target)
    return target


def folder_above(target: Path) -> Path:
    give(target.parent)
    return target.parent


def our_folder(target: Path) -> Path:
    write_files(target / ".engine-installer", {})
    give(target / ".engine-installer")
    return target / ".engine-installer"


def what_is_staged(target: Path) -> Path:
    write_files(target / ".engine-installer/staging", {})
    give(target / ".engine-installer/staging")
    return target / ".engine-installer/staging"


def engines_that_are_staged(target: Path) -> Path:
    write_files(target / "engines", {})
    (target / "engines/.staging").symlink_to(target)
    return target / "engines/.staging"


@as_root
@pytest.mark.parametrize("make", [itself, folder_above, our_folder, what_is_staged, engines_that_are_staged])
def test_nothing_is_written_where_another_user_decides_what_becomes_of_it(
    ours: Path, make: Callable[[Path], Path]
) -> None:
    target = ours / "target"
    check_safe(target, "all-users")
    target.mkdir()
    check_safe(target, "all-users")
    theirs = make(target)
    with pytest.raises(BlockedByPolicy, match=f"Nothing is written to {target} with administrator rights: {theirs} "):
        check_safe(target, "all-users")
    if make is not engines_that_are_staged:  # a link of root's own is no reason to be strict
        with pytest.raises(BlockedByPolicy):
            check_safe(target, "current-user")
    with no_administrator():
        check_safe(target, "current-user")

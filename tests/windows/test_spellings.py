"""What people and programs write for one folder of Windows, and names that it takes for something else."""

from __future__ import annotations

import shutil

import pytest

from tests.support.packages import APP
from tests.support.payloads import payload_package
from tests.windows.running import MENUS, PYTHON, Windows

OWN = APP | {"id": "com.example.spelled", "name": "Spelled"}
SHORTCUT = rf"{MENUS['--current-user']}\Spelled.lnk"


@pytest.fixture(scope="module")
def package(started_windows: Windows) -> str:
    folder = r"C:\packages\spelled"
    note = {"executable": "Studio.exe"}
    files = {"Studio.exe": b"MZ", "Docs/a.txt": b"1"}
    payload_package(started_windows.here(folder), files, app=OWN, registration=note)
    return folder


def install(windows: Windows, package: str, target: str, **more: str) -> None:
    ended = windows.install(package, target, **more)
    assert ended.code == 0, ended.text
    assert windows.here(SHORTCUT).exists()


def assert_removed(windows: Windows, target: str) -> None:
    ended = windows.run(["uninstall", "--quiet", "--target", target])
    assert ended.code == 0, ended.text
    assert not windows.here(SHORTCUT).exists()


# Which names those are tests/installer/target/test_location.py says.
@pytest.mark.parametrize(
    "name",
    ["NUL", "a:b", *(pytest.param(name, marks=pytest.mark.exhaustive) for name in (r"aux.txt\x", "trailing. ", "a?b"))],
)
def test_a_name_that_windows_takes_for_something_else_is_refused(
    windows: Windows, package: str, target: str, name: str
) -> None:
    for written in (rf"{target}\{name}", rf"\\?\{target}\{name}"):
        ended = windows.install(package, written)
        assert ended.code == 1639, ended.text
        assert "which Windows " in ended.text
    assert not windows.here(target).exists()


def test_an_installation_is_found_by_its_short_name_and_in_any_case(
    windows: Windows, package: str, target: str
) -> None:
    windows.here(target).mkdir(parents=True)
    ask = (
        "import ctypes, sys; to = ctypes.create_unicode_buffer(300)\n"
        "ctypes.windll.kernel32.GetShortPathNameW(sys.argv[1], to, 300); print(to.value)"
    )
    short = windows.execute([PYTHON, "-c", ask, target]).text.strip()
    assert "~" in short
    install(windows, package, rf"{short}\App")
    assert windows.run(["status", "--detect", "--target", rf"{target}\APP".upper()]).code == 0
    assert_removed(windows, rf"{target}\app")
    assert list(windows.here(target).iterdir()) == []


def test_an_update_may_change_the_case_of_names(windows: Windows, package: str, target: str) -> None:
    install(windows, package, target)
    other, note = r"C:\packages\spelled otherwise", {"executable": "studio.EXE"}
    payload_package(windows.here(other), {"studio.EXE": b"MZ2", "docs/A.txt": b"2"}, app=OWN, registration=note)
    install(windows, other, target.upper())
    there = windows.here(target)
    assert {path.read_bytes() for path in there.rglob("*") if path.suffix.lower() in (".exe", ".txt")} == {b"MZ2", b"2"}
    assert_removed(windows, target)
    assert not there.exists()


@pytest.mark.parametrize(
    "written",
    [
        r"\\?\C:\targets\spelled",
        pytest.param(r"\targets\spelled", marks=pytest.mark.exhaustive),
        "C:targets/spelled",
        pytest.param("spelled", marks=pytest.mark.exhaustive),
    ],
)
def test_it_is_one_folder_however_it_is_written(windows: Windows, package: str, written: str) -> None:
    windows.here(r"C:\targets").mkdir(exist_ok=True)
    ended = windows.install(package, written, folder=r"C:\targets" if written == "spelled" else "C:\\")
    assert ended.code == 0, ended.text
    (values,) = windows.scene("registered", OWN["id"]).values()
    assert values["InstallLocation"][1] == r"C:\targets\spelled"
    assert_removed(windows, r"C:\targets\spelled")  # also what was made for it under another of its names
    assert not windows.here(r"C:\targets\spelled").exists()


def test_a_share_may_be_the_target(windows: Windows, package: str) -> None:
    share = windows.session / "prefix/dosdevices/unc/server/share"
    share.mkdir(parents=True)
    target = r"\\server\share\Studio ü"
    install(windows, package, target)
    assert (share / "Studio ü/Studio.exe").read_bytes() == b"MZ"
    assert windows.run(["status", "--detect", "--target", target]).code == 0
    assert_removed(windows, target)
    assert list(share.iterdir()) == []
    shutil.rmtree(share.parents[1])

"""Set-ups of a stand-in for the packaged program, which does nothing: failures, updates and other folders in no time.

Wine 10 rolls an .msi back otherwise than Windows: it removes the files before it would start the action that undoes the
engines, and it brings back neither the version before a failed update nor what a failed removal has taken out of its
lists. Its updates remove the engines of the version before, because they do not say that they are updates.
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from builder.app_package.package import load_package
from builder.base.cancellation import NEVER
from builder.vendor.packaging.emitting.emit import Wish, emit
from builder.vendor.packaging.emitting.setup import read_setup
from builder.vendor.packaging.folder import write_sums
from tests.support.packages import APP
from tests.support.payloads import payload_package, write_files
from tests.support.system import require
from tests.windows.packaged import CONSOLE
from tests.windows.running import MENUS, Windows
from tests.windows.stand_in import COMPILER, ROOT

BASE = r"C:\setups"
PROGRAMS = r"C:\Program Files"
USUAL = rf"{PROGRAMS}\Test App"
OTHER = rf"{PROGRAMS}\Büro & Co"
INSTALL = ["install", "--quiet", "--all-users", "--unlisted", "--target"]
UNINSTALL = ["uninstall", "--quiet", "--all-users", "--target"]
VERSIONS = ("1.0", "1.1")


@dataclass(frozen=True)
class Setups:
    """The set-ups of two versions.

    Attributes:
        windows: where they run.
        codes: the product codes of the .msi of each version.
    """

    windows: Windows
    codes: dict[str, str]

    def run(self, line: str) -> int:
        """Run a command line as it is: Windows Installer and NSIS have quotation marks in the middle of arguments."""
        code: int = self.windows.scene("by_command_line", line)["code"]
        return code

    def msi(self, version: str, more: str = "") -> int:
        return self.run(rf'msiexec /i "{BASE}\Test-App-{version}-setups\Test-App-{version}.msi" /qn {more}')

    def nsis(self, version: str, more: str = "") -> int:
        return self.run(rf'"{BASE}\Test-App-{version}-setups\Test-App-{version}.exe" /S {more}')

    def told(self) -> list[list[str]]:
        """What the program was asked for since the last question."""
        calls = self.windows.here(rf"{BASE}\calls")
        text = calls.read_text("utf-8-sig") if calls.exists() else ""
        calls.unlink(missing_ok=True)
        return [line.split("\t") for line in text.splitlines()]

    def let(self, command: str, code: int) -> None:
        """Let a command end with a code from now on."""
        self.windows.here(rf"{BASE}\{command}.code").write_text(str(code))

    def listed(self, version: str) -> dict[str, Any]:
        """What the list of applications says of an .msi."""
        return dict(self.windows.scene("registered", self.codes[version]))

    def there(self, target: str) -> set[str]:
        """The names of all files of the program in a target."""
        return {path.name for path in self.windows.here(target).rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def made_setups(started_windows: Windows) -> Setups:
    require("wixl", "makensis", "mingw")
    base: Path = started_windows.here(BASE)
    base.mkdir()
    double = str(ROOT / "tests/doubles/packaged_program.c")
    subprocess.run([COMPILER, "-municode", "-O1", "-s", "-o", str(base / CONSOLE), double], check=True)
    codes = {}
    for version in VERSIONS:
        package = payload_package(
            base / f"package-{version}", {"Studio.exe": b"MZ"}, app=APP | {"version": version},
            registration={"executable": "Studio.exe"},
        )  # fmt: skip
        files = {
            CONSOLE: (base / CONSOLE).read_bytes(),
            "_internal/assets/app.toml": (package / "app.toml").read_bytes(),
            f"_internal/only-in-{version}.dll": b"",
        }
        program = write_files(base / f"program-{version}", files)
        write_sums(program)
        app = load_package(package)
        emit(Wish(kinds=["msi", "nsis"]), app, program, base, lambda _line: None, NEVER)
        codes[version] = read_setup(app, program, NEVER).product_code
    return Setups(started_windows, codes)


@pytest.fixture
def setups(made_setups: Setups, windows: Windows) -> Setups:
    for path in windows.here(BASE).glob("*.code"):
        path.unlink()
    made_setups.told()
    return made_setups


def test_an_msi_that_fails_leaves_nothing(setups: Setups) -> None:
    setups.let("install", 1633)
    assert setups.msi("1.0") != 0
    assert setups.told()[0] == [*INSTALL, rf"{USUAL}\."]
    assert setups.listed("1.0") == {}
    assert not setups.windows.here(USUAL).exists()


def test_an_msi_goes_where_it_is_told_and_its_update_after_it(setups: Setups) -> None:
    assert setups.msi("1.0", f'INSTALLDIR="{OTHER}"') == 0
    assert setups.told() == [[*INSTALL, rf"{OTHER}\."]]
    (values,) = setups.listed("1.0").values()
    assert (values["DisplayName"][1], values["InstallLocation"][1]) == (APP["name"], f"{OTHER}\\")
    # It is repaired like that as well; what is current is kept.
    assert setups.msi("1.0") == 0
    assert setups.told() == [[*INSTALL, rf"{OTHER}\."]]
    assert setups.msi("1.1") == 0
    assert setups.told()[-1] == [*INSTALL, rf"{OTHER}\."]
    assert setups.there(OTHER) == {CONSOLE, "SHA256SUMS", "app.toml", "only-in-1.1.dll"}
    assert setups.listed("1.0") == {}
    assert setups.msi("1.0") != 0
    assert setups.told() == [], "an older version does not replace a newer one"
    assert setups.run(f"msiexec /x {setups.codes['1.1']} /qn") == 0
    assert setups.told() == [[*UNINSTALL, rf"{OTHER}\."]]
    assert not setups.windows.here(OTHER).exists()


def test_a_removal_fails_while_the_engines_cannot_be_removed(setups: Setups) -> None:
    assert setups.msi("1.0") == 0
    setups.told()
    setups.let("uninstall", 32)
    assert setups.run(f"msiexec /x {setups.codes['1.0']} /qn") != 0
    assert setups.told() == [[*UNINSTALL, rf"{USUAL}\."]]


def test_an_msi_can_be_removed_without_the_engines(setups: Setups) -> None:
    assert setups.msi("1.0") == 0
    setups.told()
    assert setups.run(f"msiexec /x {setups.codes['1.0']} /qn KEEP_ENGINES=1") == 0
    assert setups.told() == []
    assert setups.listed("1.0") == {}


def test_a_set_up_of_nsis_that_fails_leaves_nothing_and_says_why(setups: Setups) -> None:
    setups.let("install", 1633)
    assert setups.nsis("1.0") == 1633
    assert setups.told() == [[*INSTALL, USUAL], [*UNINSTALL, USUAL]]
    assert setups.windows.scene("registered", APP["id"]) == {}
    assert not setups.windows.here(USUAL).exists()


def test_a_set_up_of_nsis_goes_where_it_is_told_and_its_update_after_it(setups: Setups) -> None:
    assert setups.nsis("1.0", f"/D={OTHER}") == 0
    assert setups.told() == [[*INSTALL, OTHER]]
    setups.let("install", 1603)
    assert setups.nsis("1.1") == 1603
    assert setups.told() == [[*INSTALL, OTHER]], "what was there before is not removed"
    setups.let("install", 0)
    assert setups.nsis("1.1") == 0
    assert setups.told() == [[*INSTALL, OTHER]]
    assert setups.there(OTHER) == {CONSOLE, "SHA256SUMS", "app.toml", "only-in-1.1.dll", "uninstall.exe"}
    (values,) = setups.windows.scene("registered", APP["id"]).values()
    assert values["DisplayVersion"][1] == "1.1"
    assert values["QuietUninstallString"][1] == rf'"{OTHER}\uninstall.exe" /S'
    shortcut = setups.windows.here(rf"{MENUS['--all-users']}\Test App.lnk")
    assert shortcut.exists()
    # Without its copy in the folder for temporary files, which nobody could wait for.
    removal = rf'"{OTHER}\uninstall.exe" /S _?={OTHER}'
    setups.let("uninstall", 32)
    assert setups.run(removal) == 32
    assert CONSOLE in setups.there(OTHER)
    setups.let("uninstall", 1605)
    assert setups.run(removal) == 0
    assert setups.windows.scene("registered", APP["id"]) == {}
    assert setups.there(OTHER) <= {"uninstall.exe"}
    assert not shortcut.exists()

"""Set-ups and manifests for deployment tools; tests/windows/ runs what comes of them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from builder.app_package.app import App
from builder.app_package.package import load_package
from builder.base.cancellation import NEVER
from builder.base.errors import EngineInstallerError, InvalidParameter, PackageInvalid, PackagingFailed
from builder.vendor.command_line import main
from builder.vendor.packaging.emitting import emit as emitting
from builder.vendor.packaging.emitting import intune, msi, nsis, winget
from builder.vendor.packaging.emitting.emit import Wish, check_wish, emit
from builder.vendor.packaging.emitting.setup import Setup, read_setup
from builder.vendor.packaging.folder import write_sums
from tests.support.packages import APP
from tests.support.payloads import payload_package, write_files
from tests.support.system import require

HARD = APP | {"name": 'Foto & "Säge" $5: <neu>', "publisher": "Böse & Söhne"}
NOTE = {
    "executable": {"windows": "bin/Studio.exe", "linux": "bin/studio"},
    "comment": 'Restores "old" photos',
    "url": "https://example.com/?a=1&b=2",
    "help_url": "https://example.com/help",
}


@dataclass(frozen=True)
class Made:
    """A program for Windows as `engine-builder package` makes it, of small files."""

    package: Path
    program: Path
    output: Path

    def emit(self, *kinds: str, **more: Any) -> tuple[Path, list[str]]:
        """Emit; gives the folder, and what was said."""
        said: list[str] = []
        emit(Wish(kinds=kinds, **more), load_package(self.package), self.program, self.output, said.append, NEVER)
        (folder,) = self.output.iterdir()
        return folder, said

    @property
    def setup(self) -> Setup:
        return read_setup(load_package(self.package), self.program, NEVER)


def made_in(tmp_path: Path, app: dict[str, str] = HARD, **top: Any) -> Made:
    package = payload_package(tmp_path / "package", {"bin/Studio.exe": b"MZ", "bin/studio": b""}, app=app, **top)
    manifest = (package / "app.toml").read_bytes()
    files = {"engine-installer.exe": b"MZ", "_internal/assets/app.toml": manifest, "_internal/A b'ü/x.dll": b"MZ"}
    write_sums(write_files(tmp_path / "program", files))
    return Made(package, tmp_path / "program", tmp_path / "dist")


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return made_in(tmp_path, registration=NOTE)


def table(file: Path, name: str) -> list[list[str]]:
    """The rows of a table of an .msi."""
    done = subprocess.run(["msiinfo", "export", file, name], capture_output=True, check=True)
    return [line.split("\t") for line in done.stdout.decode().splitlines()[3:]]


@pytest.mark.needs("wixl")
def test_the_msi_installs_every_file_then_the_engines_and_can_undo_both(made: Made) -> None:
    folder, _ = made.emit("msi")
    (file,) = folder.glob("*.msi")
    properties = dict(table(file, "Property"))
    setup = made.setup
    assert properties["ProductName"] == HARD["name"]
    assert properties["Manufacturer"] == HARD["publisher"]
    assert (properties["ALLUSERS"], properties["ProductVersion"]) == ("1", "1.0.0")
    assert (properties["UpgradeCode"], properties["ProductCode"]) == (setup.upgrade_code, setup.product_code)
    assert (properties["ARPCOMMENTS"], properties["ARPURLINFOABOUT"]) == (NOTE["comment"], NOTE["url"])
    assert {row[2] for row in table(file, "File")} == {"engine-installer.exe", "app.toml", "x.dll", "SHA256SUMS"}
    actions = {row[0]: (int(row[1]), row[2], row[3]) for row in table(file, "CustomAction")}
    # Of an installed executable (18), deferred (1024), as the system (2048); 256: for a rollback, 64: whatever its end.
    folder_given = '"[INSTALLDIR]."'
    install = f"install --quiet --all-users --unlisted --target {folder_given}"
    uninstall = f"uninstall --quiet --all-users --target {folder_given}"
    assert actions["BuildEngines"] == (18 + 1024 + 2048, "Program", install)
    assert actions["RemoveEngines"] == (18 + 1024 + 2048, "Program", uninstall)
    assert actions["UndoEngines"] == (18 + 1024 + 2048 + 256 + 64, "Program", uninstall)
    order = {row[0]: int(row[2]) for row in table(file, "InstallExecuteSequence")}
    for earlier, later in [
        ("InstallInitialize", "RemoveExistingProducts"),
        ("RemoveExistingProducts", "RemoveEngines"),
        ("RemoveEngines", "RemoveFiles"),
        ("InstallFiles", "UndoEngines"),
        ("UndoEngines", "BuildEngines"),
        ("BuildEngines", "InstallFinalize"),
    ]:
        assert order[earlier] < order[later], (earlier, later)
    assert [row[4:] for row in table(file, "Upgrade") if row[6] == "OLDER"] == [["769", "", "OLDER"]]
    assert table(file, "RegLocator") == [["Folder", "2", msi._key(setup), "Folder", "18"]]
    (shortcut,) = table(file, "Shortcut")
    assert shortcut[4] == r"[INSTALLDIR]bin\Studio.exe"


@pytest.mark.needs("wixl")
def test_the_codes_of_an_msi_stay_and_those_of_its_content_change_with_it(tmp_path: Path, made: Made) -> None:
    before = made.setup
    first = table(next(made.emit("msi")[0].glob("*.msi")), "Component")
    (made.program / "_internal/A b'ü/x.dll").write_bytes(b"MZ2")
    write_sums(made.program)
    after = made.setup
    assert table(next(made.emit("msi")[0].glob("*.msi")), "Component") == first
    assert after.upgrade_code == before.upgrade_code
    assert after.product_code != before.product_code
    other = made_in(tmp_path / "other", HARD | {"id": "com.example.other"}).setup
    assert other.upgrade_code != before.upgrade_code


@pytest.mark.parametrize(
    ("version", "expected"), [("2.1", "2.1.0"), ("v2.1.0-rc1", "2.1.0"), ("255.255.65535.7", "255.255.65535")]
)
def test_windows_installer_compares_three_numbers(version: str, expected: str) -> None:
    assert msi.msi_version(version) == expected


@pytest.mark.parametrize("version", ["2026.1", "1.256", "1.2.65536", "beta"])
def test_a_version_that_windows_installer_cannot_state_is_refused(version: str) -> None:
    with pytest.raises(PackageInvalid, match=re.escape(repr(version))):
        msi.msi_version(version)


@pytest.mark.needs("makensis")
def test_the_script_of_nsis_compiles_whatever_app_toml_says(made: Made) -> None:
    folder, said = made.emit("nsis")
    (file,) = folder.glob("*.exe")
    assert file.read_bytes()[:2] == b"MZ"
    assert not [line for line in said if "warning" in line]
    script = nsis.source(made.setup)
    assert 'Name "Foto & $\\"Säge$\\" $$5: <neu>"' in script
    assert r'InstallDir "$PROGRAMFILES64\Foto & _Säge_ $$5_ _neu_"' in script
    assert r'CreateShortCut "$SMPROGRAMS\Foto & _Säge_ $$5_ _neu_.lnk" "$INSTDIR\bin\Studio.exe"' in script


@pytest.mark.needs("makensis", "wixl")
def test_manifests_name_the_set_up_that_was_signed(made: Made) -> None:
    command = f'{sys.executable} -c \'import sys; open(sys.argv[1], "ab").write(b"signed")\' {{file}}'
    folder, _ = made.emit(
        "nsis", "winget", "intune", sign_command=command, download_url="https://example.com/downloads/"
    )
    (file,) = folder.glob("*.exe")
    assert file.read_bytes().endswith(b"signed")
    sha256 = subprocess.run(["sha256sum", file], capture_output=True, check=True).stdout.decode()[:64]
    (installer,) = folder.glob("winget/*.installer.yaml")
    text = installer.read_text("utf-8")
    assert f'InstallerSha256: "{sha256.upper()}"' in text
    assert f'InstallerUrl: "https://example.com/downloads/{file.name}"' in text
    assert 'InstallerType: "nullsoft"' in text
    assert f'ProductCode: "{APP["id"]}"' in text
    told = json.loads((folder / "intune/app.json").read_text("utf-8"))
    assert told["installCommandLine"] == f'"{file.name}" /S'
    assert {code["returnCode"]: code["type"] for code in told["returnCodes"]}[32] == "retry"
    assert "Join-Path $programFiles 'Foto & _Säge_ $5_ _neu_'" in (folder / "intune/detect.ps1").read_text("utf-8-sig")
    # Of both, winget takes the .msi.
    folder, _ = made.emit("msi", "nsis", "winget", "intune", download_url="https://example.com")
    (installer,) = folder.glob("winget/*.installer.yaml")
    assert 'InstallerType: "msi"' in installer.read_text("utf-8")
    assert f"msiexec /x {made.setup.product_code} /qn" in (folder / "intune/app.json").read_text("utf-8")


def test_winget_can_take_the_program_as_one_file(tmp_path: Path) -> None:
    made = made_in(tmp_path, APP)
    (made.program / "Test-App-setup.exe").write_bytes(b"MZ")
    folder, said = made.emit("winget", download_url="https://example.com")
    texts = {path.name: path.read_text("utf-8") for path in (folder / "winget").iterdir()}
    assert set(texts) == {
        "ExampleLtd.TestApp.yaml",
        "ExampleLtd.TestApp.installer.yaml",
        "ExampleLtd.TestApp.locale.en-US.yaml",
    }
    installer = texts["ExampleLtd.TestApp.installer.yaml"]
    assert re.findall(r'Scope: "(\w+)"\n.*\n.*\n +Custom: "(--[\w-]+)"', installer) == [
        ("user", "--current-user"),
        ("machine", "--all-users"),
    ]
    assert "ProductCode" not in installer, "it is not listed without [registration]"
    assert texts["ExampleLtd.TestApp.locale.en-US.yaml"].count("# decide: ") == 2
    assert any("# decide:" in line for line in said)


def test_no_name_ends_the_text_of_the_script_that_detects(tmp_path: Path) -> None:
    setup = made_in(tmp_path, APP | {"name": "Tom’s 'App'; calc #"}).setup
    assert "'Tom’’s ''App''; calc #'\n" in intune.detection(setup)


@pytest.mark.needs("makensis")
def test_a_program_that_was_packaged_before_is_not_packaged_again(made: Made, capsys: Any) -> None:
    places = ["--package", str(made.package), "--program", str(made.program), "--output", str(made.output)]
    assert main(["package", *places, "--emit", "nsis", "--emit", "intune"]) == 0
    said = capsys.readouterr().out.splitlines()
    (folder,) = made.output.iterdir()
    assert {Path(line) for line in said} == {path for path in folder.rglob("*") if path.is_file()}
    assert {path.name for path in (folder / "intune").iterdir()} == {"app.json", "detect.ps1"}


def test_a_publisher_whose_name_has_no_latin_letters_is_named_by_the_id() -> None:
    assert winget.package_identifier(App(**APP | {"publisher": "北京公司"})) == APP["id"]


@pytest.mark.parametrize(
    ("kinds", "one_file", "reason"),
    [
        (["intune"], False, "Intune needs a set-up"),
        (["winget"], False, "winget needs one file"),
        (["msi"], True, "in a folder, not of one file"),
        (["msi", "winget"], False, "where users download it from"),
    ],
)
def test_what_is_missing_is_said_before_anything_is_made(kinds: Sequence[str], one_file: bool, reason: str) -> None:
    with pytest.raises(InvalidParameter, match=reason):
        check_wish(Wish(kinds=kinds), one_file=one_file)


def test_a_program_of_which_nothing_is_to_be_made_is_a_mistake() -> None:
    with pytest.raises(InvalidParameter, match="needs to know what is to be made of that program: add --emit"):
        check_wish(Wish(kinds=[]), one_file=False, packaged=True)


def test_without_a_compiler_there_is_the_source(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    folder, said = made.emit("msi", "nsis")
    assert [line.partition(":")[0] for line in said[:2]] == ["warning", "warning"]
    assert {path.suffix for path in folder.iterdir()} == {".wxs", ".nsi", ".ico"}
    with pytest.raises(EngineInstallerError, match="winget needs the hash of the set-up, and"):
        check_wish(Wish(kinds=["msi", "winget"], download_url="https://example.com"), one_file=False)


def test_what_the_compiler_says_is_the_reason(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    require("makensis")
    monkeypatch.setattr(nsis, "source", lambda _setup: "Nonsense")
    with pytest.raises(PackagingFailed, match='Invalid command: "Nonsense"'):
        made.emit("nsis")
    assert not list(made.output.iterdir())


def test_only_an_unchanged_program_for_windows_with_this_package_becomes_a_set_up(tmp_path: Path, made: Made) -> None:
    with pytest.raises(InvalidParameter, match="no program for Windows"):
        read_setup(load_package(made.package), made.package, NEVER)
    (made.program / "engine-installer.exe").write_bytes(b"MZ!")
    with pytest.raises(PackageInvalid, match=r"engine-installer\.exe is not as it was packaged"):
        made.emit("nsis")
    write_sums(made.program)
    with (made.package / "app.toml").open("a") as manifest:
        manifest.write("# changed\n")
    with pytest.raises(PackageInvalid, match=r"not packaged with this app\.toml"):
        made.emit("nsis")


def test_a_set_up_of_more_than_two_gigabytes_is_refused(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(emitting, "_LARGEST", 1)
    with pytest.raises(PackagingFailed, match="more than 2 GB"):
        made.emit("msi")

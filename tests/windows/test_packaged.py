"""What `engine-builder package` makes on Windows, and what becomes of it there."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from builder.app_package.package import load_package
from builder.base.cancellation import NEVER
from builder.vendor.packaging.emitting import nsis
from builder.vendor.packaging.emitting.emit import Wish, emit
from builder.vendor.packaging.emitting.setup import read_setup
from builder.vendor.packaging.windows_files import DEFAULT_ICON
from tests.support.system import require
from tests.windows.packaged import (
    APP,
    CHECK,
    CONSOLE,
    FOLDER,
    MINE,
    NAME,
    OUTPUT,
    PACKAGE,
    SECONDS,
    SETUP,
    TRYING,
    Made,
)  # fmt: skip
from tests.windows.pages import Prompt
from tests.windows.running import PYTHON, SOURCE, Windows

TARGET = rf"C:\Program Files\{APP['name']}"
MSIEXEC = r"C:\windows\system32\msiexec.exe"
_SETTLED_SECONDS = 30
_LARGE = 1 << 20

pytestmark = pytest.mark.timeout(SECONDS)


def test_it_tests_itself_and_nothing_is_missing(made: Made) -> None:
    checks = dict(re.findall(r"(?m)^self-test: (\w+): (\w+): ", made.said))
    assert {"modules", "engine_library", "build", "wizard"} <= set(checks)
    assert set(checks.values()) == {"pass"}, made.said
    assert "is not on this computer" not in made.said


def test_the_quickstart_leads_to_an_installer_that_works(windows: Windows, made: Made) -> None:
    assert made.folder.is_dir()
    prompt = Prompt(windows, MINE)
    for command in TRYING:
        ended = prompt.run(command)
        assert ended.code == 0, ended.text
    assert not windows.here(rf"{MINE}\try").exists()


@pytest.mark.exhaustive
def test_the_quickstart_checks_every_model_for_every_gpu(windows: Windows, drafted: Path) -> None:
    assert drafted.is_dir()
    ended = Prompt(windows, MINE).run(CHECK, SECONDS)
    assert ended.code == 0, ended.text
    assert "28 cells" in ended.text


def test_every_file_is_listed_with_its_hash_and_none_is_there_twice(made: Made) -> None:
    done = subprocess.run(
        ["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=made.folder, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, b"")
    listed = [line.split("  ", 1) for line in (made.folder / "SHA256SUMS").read_text("utf-8").splitlines()]
    there = {path.relative_to(made.folder).as_posix() for path in made.folder.rglob("*") if path.is_file()}
    assert there - {place for _, place in listed} == {"SHA256SUMS"}
    # Qt brings Microsoft's small C++ runtime once for each of its packages.
    large = [path for path in made.folder.rglob("*") if path.suffix == ".dll" and path.stat().st_size > _LARGE]
    names = Counter(path.name.lower() for path in large)
    assert large
    assert [name for name, number in names.items() if number > 1] == []


@pytest.mark.parametrize(("name", "subsystem"), [(SETUP, 2), (CONSOLE, 3)])
def test_the_executables_name_the_application_and_carry_its_icon(
    windows: Windows, made: Made, name: str, subsystem: int
) -> None:
    assert (made.folder / name).is_file()
    found: dict[str, Any] = windows.scene("resources", rf"{FOLDER}\{name}")
    assert found["subsystem"] == subsystem
    program = name.removesuffix(".exe")
    assert found["strings"] == {
        "CompanyName": APP["publisher"],
        "FileDescription": f"{APP['name']} {APP['version']}",
        "FileVersion": APP["version"],
        "InternalName": program,
        "LegalCopyright": f"© {APP['publisher']}",
        "OriginalFilename": name,
        "ProductName": APP["name"],
        "ProductVersion": APP["version"],
    }
    assert found["icons"] == [16, 20, 24, 32, 40, 48]
    for part in ('level="asInvoker"', "PerMonitorV2", ">true</longPathAware>", ">UTF-8</activeCodePage>"):
        assert part in found["manifest"]


@pytest.mark.parametrize("scope", [pytest.param("--current-user", marks=pytest.mark.exhaustive), "--all-users"])
def test_its_copy_repairs_and_removes_everything_when_the_download_is_gone(
    windows: Windows, made: Made, target: str, scope: str
) -> None:
    target += " ü"
    download = made.folder.with_name("download")
    shutil.copytree(made.folder, download, copy_function=_link)
    ended = windows.execute(
        [rf"{OUTPUT}\download\{CONSOLE}", "install", "--quiet", scope, "--target", target], folder="C:\\", seconds=300
    )
    shutil.rmtree(download)
    assert ended.code == 0, ended.text
    engines = windows.engines(target)
    assert engines
    (values,) = windows.scene("registered", APP["id"]).values()
    copy = rf"{target}\.engine-installer\program"
    assert values["ModifyPath"][1].startswith(rf'"{copy}\{SETUP}" repair ')
    assert values["QuietUninstallString"][1].startswith(rf'"{copy}\{CONSOLE}" uninstall ')
    victim = next((windows.here(target) / "engines").glob("*.engine"))
    victim.unlink()
    told = windows.scene("by_command_line", values["ModifyPath"][1] + " --quiet")
    assert told["code"] == 0, told
    assert windows.engines(target) == engines
    told = windows.scene("by_command_line", values["QuietUninstallString"][1])
    assert told["code"] == 0, told
    assert windows.scene("registered", APP["id"]) == {}
    # The copy cannot remove itself while it runs; a command does that when it has ended.
    _wait_until_gone(windows.here(target))
    windows.scene("settle")


def _wait_until_gone(path: Path) -> None:
    end = time.monotonic() + _SETTLED_SECONDS
    while path.exists():
        assert time.monotonic() < end, sorted(str(left) for left in path.rglob("*"))[:10]
        time.sleep(0.1)


def test_its_set_up_of_nsis_installs_and_removes(windows: Windows, made: Made) -> None:
    require("makensis")
    work = windows.here(r"C:\nsis")
    work.mkdir()
    setup = read_setup(load_package(windows.here(PACKAGE)), made.folder, NEVER)
    (work / "setup.nsi").write_text(nsis.source(setup), "utf-8")
    shutil.copyfile(DEFAULT_ICON, work / "icon.ico")
    # What is not packed is made in seconds.
    defined = [f"-DPROGRAM={made.folder}", f"-DOUTPUT={work}/studio.exe", "-XSetCompress off"]
    done = subprocess.run(
        ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defined, "setup.nsi"],
        cwd=work,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode()
    ended = windows.execute([r"C:\nsis\studio.exe", "/S"], folder=r"C:\nsis", seconds=300)
    assert ended.code == 0, ended.text
    _is_there_and_listed_once(windows, APP["id"])
    # It goes on in a copy of its own in the folder for temporary files.
    ended = windows.execute([rf"{TARGET}\uninstall.exe", "/S"], folder=r"C:\nsis", seconds=300)
    assert ended.code == 0, ended.text
    _wait_until_gone(windows.here(TARGET))
    assert windows.scene("registered", APP["id"]) == {}
    windows.scene("settle")
    shutil.rmtree(work)


def test_its_msi_installs_and_removes(windows: Windows, made: Made) -> None:
    require("wixl")
    app = load_package(windows.here(PACKAGE))
    emit(Wish(kinds=["msi"]), app, made.folder, windows.here(OUTPUT), lambda _line: None, NEVER)
    file = rf"{OUTPUT}\{NAME}-setups\{NAME}.msi"
    ended = windows.execute([MSIEXEC, "/i", file, "/qn"], folder="C:\\", seconds=300)
    assert ended.code == 0, ended.text
    code = read_setup(app, made.folder, NEVER).product_code
    _is_there_and_listed_once(windows, code)
    ended = windows.execute([MSIEXEC, "/x", code, "/qn"], folder="C:\\", seconds=300)
    assert ended.code == 0, ended.text
    _wait_until_gone(windows.here(TARGET))
    assert windows.scene("registered", code) == {}
    shutil.rmtree(windows.here(OUTPUT) / f"{NAME}-setups")


def _is_there_and_listed_once(windows: Windows, key: str) -> None:
    assert windows.engines(TARGET)
    assert (windows.here(TARGET) / "Studio.exe").read_bytes() == b"MZ"
    assert not (windows.here(TARGET) / ".engine-installer/program").exists(), "the program is in the target already"
    (values,) = windows.scene("registered", key).values()
    assert values["DisplayName"][1] == APP["name"]
    assert key == APP["id"] or windows.scene("registered", APP["id"]) == {}


def _link(source: str, to: str) -> None:
    Path(to).hardlink_to(source)


def test_the_command_that_removes_the_copy_leaves_none_of_the_empty_folders(windows: Windows) -> None:
    told = windows.scene("removed_after_exit", r"C:\mit Leer & (100%) %PATH% ^! ü")
    assert told == {"waits": True, "left": []}


def test_nul_is_no_terminal(windows: Windows) -> None:
    ask = "import sys; from builder.operating_system import is_terminal as t; print(sys.stdin.isatty(), t(sys.stdin))"
    # The C library takes every device for a terminal.
    assert windows.execute([PYTHON, "-c", ask]).text.split() == ["True", "False"]
    assert windows.execute([PYTHON, "-c", ask], text="").text.split() == ["False", "False"]


def test_a_vendor_drafts_checks_and_hashes_a_package_there(windows: Windows, small: str) -> None:
    def build(*arguments: str) -> str:
        ended = windows.execute([PYTHON, "-X", "utf8", "-m", "builder", *arguments], folder=SOURCE, seconds=300)
        assert ended.code == 0, ended.text
        return ended.text

    folder = r"C:\packages\drafted ü"
    model = next((windows.here(small) / "models").glob("*.onnx"))
    said = ("--name", "Studio", "--publisher", "Example", "--id", "com.example.studio", "--version", "1.0")
    build("new", folder, rf"{small}\models\{model.name}", *said)
    assert (windows.here(folder) / "models" / model.name).read_bytes() == model.read_bytes()
    assert f'onnx = "models/{model.name}"' in (windows.here(folder) / "app.toml").read_text("utf-8")
    build("inspect", rf"{folder}\models\{model.name}")
    build("hash", folder, "--check")
    build("check", "--package", folder, "--for", "8.6")

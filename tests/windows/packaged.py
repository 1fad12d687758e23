r"""What `engine-builder package` makes on Windows: it takes minutes, so all tests have one that is made once.

It is kept for later runs under a key of everything that it is made of. Each process of pytest has a copy of its own.
The commands are those of the quickstart.
"""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
import tomli_w

from tests.support.payloads import folder_sha256, write_files
from tests.support.pictures import png
from tests.windows import stand_in
from tests.windows.kept import kept
from tests.windows.pages import Prompt, commands
from tests.windows.running import Windows
from tests.windows.stand_in import ROOT

_, DRAFT, CHECK, PACKAGING, *TRYING = commands("docs/vendors/quickstart.md")
MINE = r"C:\quickstart\mine"
APP = {"id": "com.example.photo-studio", "name": "Photo Studio", "publisher": "Example Ltd", "version": "2.1.0"}
PACKAGE, OUTPUT = rf"{MINE}\package", rf"{MINE}\dist"
NAME = "Photo-Studio-2.1.0"
FOLDER = rf"{OUTPUT}\{NAME}"
SETUP, CONSOLE = "Photo-Studio-setup.exe", "engine-installer.exe"
SECONDS = 1500
_SAID = "said.txt"


@dataclass(frozen=True)
class Made:
    """What was made on the stand-in.

    Attributes:
        folder: where it is for this side.
        said: what the command printed.
    """

    folder: Path
    said: str


@pytest.fixture(scope="session")
def drafted(started_windows: Windows) -> Path:
    """The app package that the quickstart drafts, with the files of an application, and registered."""
    windows = started_windows
    shutil.copytree(ROOT / "assets", windows.here(MINE).parent / "engine-installer/assets")
    ended = Prompt(windows, MINE).run(DRAFT)
    assert ended.code == 0, ended.text
    package: Path = windows.here(PACKAGE)
    write_files(package, {"icon.png": png(48, 48), "app/Studio.exe": b"MZ"})
    added = {
        "branding": {"icon": "icon.png"},
        "payload": {"folder": "app", "sha256": folder_sha256(package / "app")},
        "registration": {"executable": "Studio.exe"},
    }
    with (package / "app.toml").open("a", encoding="utf-8") as manifest:
        manifest.write("\n" + tomli_w.dumps(added))
    return package


@pytest.fixture(scope="session")
def made(started_windows: Windows, drafted: Path) -> Made:
    windows = started_windows
    there = kept(f"packaged-{_key(windows, drafted)}", lambda folder: _package(windows, folder))
    shutil.copytree(there / NAME, windows.here(FOLDER))
    return Made(windows.here(FOLDER), (there / _SAID).read_text("utf-8"))


def _key(windows: Windows, package: Path) -> str:
    made_of = hashlib.sha256(stand_in.key().encode())
    tools = windows.session / "source/tools"
    made_of.update(Path(__file__).read_bytes() + PACKAGING.encode())
    for folder in (windows.session / "source", package):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc" and tools not in path.parents:
                made_of.update(f"{path.relative_to(folder)} {path.stat().st_size}\n".encode())
                made_of.update(path.read_bytes())
    return made_of.hexdigest()[:16]


def _package(windows: Windows, folder: Path) -> None:
    output = windows.here(OUTPUT)
    ended = Prompt(windows, MINE).run(PACKAGING, SECONDS)
    assert ended.code == 0, ended.text
    (folder / _SAID).write_text(ended.text, "utf-8")
    shutil.move(output / NAME, folder / NAME)
    shutil.rmtree(output)

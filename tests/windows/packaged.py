r"""What `engine-builder package` makes on Windows: it takes minutes, so all tests have one that is made once.

It is kept for later runs under a key of everything that it is made of. Each process of pytest has a copy of its own in
C:\dist.
"""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.payloads import payload_package
from tests.support.pictures import png
from tests.windows import stand_in
from tests.windows.kept import kept
from tests.windows.running import PYTHON, Windows

PACKAGE = r"C:\packages\packaged"
OUTPUT = r"C:\dist"
NAME = "Test-App-1.0"
FOLDER = rf"{OUTPUT}\{NAME}"
SETUP, CONSOLE = "Test-App-setup.exe", "engine-installer.exe"
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
def made(started_windows: Windows) -> Made:
    windows = started_windows
    package: Path = windows.here(PACKAGE)
    package_with_icon(package)
    there = kept(f"packaged-{_key(windows, package)}", lambda folder: _package(windows, folder))
    shutil.copytree(there / NAME, windows.here(FOLDER))
    return Made(windows.here(FOLDER), (there / _SAID).read_text("utf-8"))


def package_with_icon(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "icon.png").write_bytes(png(48, 48))
    payload_package(
        folder,
        {"Studio.exe": b"MZ"},
        registration={"executable": "Studio.exe"},
        branding={"icon": "icon.png"},
        defaults={"no_gpu": "portable"},
    )


def _key(windows: Windows, package: Path) -> str:
    made_of = hashlib.sha256(stand_in.key().encode())
    made_of.update(Path(__file__).read_bytes())
    for folder in (windows.session / "source", package):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc" and "tools" not in path.parts:
                made_of.update(f"{path.relative_to(folder)} {path.stat().st_size}\n".encode())
                made_of.update(path.read_bytes())
    return made_of.hexdigest()[:16]


def _package(windows: Windows, folder: Path) -> None:
    output = windows.here(OUTPUT)
    ended = windows.execute(
        [PYTHON, "-X", "utf8", "-m", "builder", "package", "--package", PACKAGE, "--output", OUTPUT], seconds=SECONDS
    )
    assert ended.code == 0, ended.text
    (folder / _SAID).write_text(ended.text, "utf-8")
    shutil.move(output / NAME, folder / NAME)
    shutil.rmtree(output)

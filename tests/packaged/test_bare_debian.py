"""The packaged program where nothing is installed: Debian as debootstrap makes it, without Python and compiler."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.installer.actions.test_gpu_change import RTX_3060, RTX_5070
from tests.support import nvml
from tests.support.packaged import WIZARD, Packaged, package
from tests.support.program import Ended

# What docs/administrators.md names: Qt's own libraries, and a font.
FOR_THE_WIZARD = "libgl1,libegl1,libxkbcommon0,libdbus-1-3,libfontconfig1,libglib2.0-0,fonts-dejavu-core"
PROGRAM = "/opt/photo studio/engine-installer"


def _what_is_missing() -> str:
    if os.geteuid():
        return "root's rights"
    if subprocess.run(["unshare", "--mount", "--pid", "--fork", "true"], capture_output=True, check=False).returncode:
        return "the right to make namespaces, as in a container"
    return ""


pytestmark = [
    pytest.mark.skipif(bool(_what_is_missing()), reason=f"missing here: {_what_is_missing()}"),
    pytest.mark.needs("debootstrap", "cc"),
    pytest.mark.timeout(600),
]


@dataclass(frozen=True)
class BareDebian:
    """A root folder, with the packaged program in it."""

    root: Path

    def run(self, *command: str, **environment: str) -> Ended:
        given = {"PATH": "/usr/bin:/bin", "HOME": "/root"} | environment
        in_root = [
            "chroot",
            str(self.root),
            "env",
            "-i",
            *(f"{name}={value}" for name, value in given.items()),
            *command,
        ]
        # What is mounted goes with the process that has mounted it.
        proc = f"--mount-proc={self.root / 'proc'}"
        done = subprocess.run(
            ["unshare", "--mount", "--pid", "--fork", proc, *in_root], stdin=subprocess.DEVNULL,
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        return Ended(done.returncode, done.stdout, done.stderr)

    def use(self, machine: nvml.Machine) -> dict[str, str]:
        """Give it the GPUs of a machine; returns the environment in which they are found."""
        machine.write(self.root / "gpus")
        return {"FAKE_NVML": "/gpus"}


@pytest.fixture(scope="module")
def bare(packaged: Packaged, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BareDebian]:
    root = tmp_path_factory.mktemp("debian")
    made = subprocess.run(
        ["debootstrap", "--variant=minbase", f"--include={FOR_THE_WIZARD}", "bookworm", root],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stdout[-2000:] + made.stderr
    assert not list(root.glob("usr/bin/python3*"))
    shutil.copytree(packaged.folder, (root / PROGRAM[1:]).parent, symlinks=True)
    shutil.copy2(nvml.stand_in_library(old_driver=False), root / "usr/lib/x86_64-linux-gnu/libnvidia-ml.so.1")
    yield BareDebian(root)
    shutil.rmtree(root)


def built_for(bare: BareDebian) -> list[list[str]]:
    index = json.loads((bare.root / "srv/app/engines/engines.json").read_text())
    return [engine["targets"] for engine in index["engines"]]


def test_it_is_installed_repaired_and_removed_there(bare: BareDebian) -> None:
    assert "engine-installer install" in bare.run(PROGRAM, "install", "--help").out
    # An engine is tried on a GPU that it is made for, which a stand-in for NVML is not: the other one is always here.
    here = bare.use(nvml.Machine((RTX_5070,)))
    ended = bare.run(PROGRAM, "install", "--quiet", "--target", "/srv/app", "--for", "sm86", **here)
    assert ended.code == 0, ended.err
    assert built_for(bare) == [["8.6"]] * 4
    status = bare.run(PROGRAM, "status", "--target", "/srv/app", **here)
    assert "NVIDIA GeForce RTX 5070" in status.out
    here = bare.use(nvml.Machine((RTX_3060,)))
    assert "NVIDIA GeForce RTX 3060" in bare.run(PROGRAM, "status", "--target", "/srv/app", **here).out
    ended = bare.run(PROGRAM, "repair", "--quiet", "--target", "/srv/app", "--for", "sm120", **here)
    assert ended.code == 0, ended.err
    assert built_for(bare) == [["12.0"]] * 4
    assert bare.run(PROGRAM, "uninstall", "--quiet", "--target", "/srv/app").code == 0
    assert not (bare.root / "srv/app").exists()


def test_the_wizard_is_drawn_and_installs_there(bare: BareDebian) -> None:
    ended = bare.run(PROGRAM, "self-test", "--json", "--picture", "/wizard.png")
    assert ended.code == 0, ended.out + ended.err
    assert (bare.root / "wizard.png").read_bytes().startswith(b"\x89PNG")
    wizard = PROGRAM.replace("engine-installer", WIZARD)
    ended = bare.run(wizard, "install", "--passive", "--target", "/srv/app", QT_QPA_PLATFORM="offscreen")
    assert ended.code == 0, ended.err
    assert len(built_for(bare)) == 4
    assert bare.run(PROGRAM, "uninstall", "--quiet", "--target", "/srv/app").code == 0


def test_nothing_needs_to_be_started_in_the_temporary_folder(bare: BareDebian) -> None:
    install = f"'{PROGRAM}' install --quiet --target /srv/app && '{PROGRAM}' uninstall --quiet --target /srv/app"
    ended = bare.run("sh", "-c", f"mount -t tmpfs -o noexec tmpfs /tmp && {install}", PATH="/usr/sbin:/usr/bin:/bin")
    assert ended.code == 0, ended.err
    assert "4 engines installed" in ended.out


@pytest.mark.exhaustive
def test_one_file_is_enough(bare: BareDebian, packaged: Packaged, tmp_path: Path) -> None:
    made = package(tmp_path, "--one-file")
    (program,) = [path for path in made.folder.parent.rglob(f"{WIZARD}*") if path.is_file()]
    shutil.copy2(program, bare.root / "setup")
    ended = bare.run("/setup", "install", "--quiet", "--target", "/srv/app")
    assert ended.code == 0, ended.err
    assert len(built_for(bare)) == 4
    there = {hashlib.sha256(path.read_bytes()).digest() for path in (bare.root / "srv/app/engines").glob("*.engine")}
    assert len(there) == 4
    assert bare.run("/setup", "uninstall", "--quiet", "--target", "/srv/app").code == 0

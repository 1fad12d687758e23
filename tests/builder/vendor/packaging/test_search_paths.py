"""Packaged libraries are looked for beside each other, and not in folders of the computer that packaged them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from builder.vendor.packaging.search_paths import without_foreign_folders
from tests.support.system import require

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="ELF")

HERE = "$ORIGIN/../lib"


def library(folder: Path, *options: str) -> Path:
    require("cc")
    (folder / "one.c").write_text("int lib(void) { return 7; } int folder(void) { return 1; }\n")
    made = folder / "libone.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-o", made, folder / "one.c", *options], check=True)
    return made


def search_paths(path: Path) -> list[str]:
    require("objdump")
    told = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=True).stdout
    return re.findall(r"R(?:UN)?PATH +(\S+)", told)


@pytest.mark.parametrize("tags", ["-Wl,--enable-new-dtags", "-Wl,--disable-new-dtags"])
@pytest.mark.parametrize(
    ("given", "left"),
    [
        ("/home/vendor/lib", []),
        ("/home/vendor/folder:/tmp/lib", []),
        (f"/home/vendor/lib:{HERE}", [HERE]),
        (f"{HERE}:/home/vendor/lib", [HERE]),
        (f"relative:{HERE}:${{ORIGIN}}:/home/vendor/lib:${{ORIGIN}}", [f"{HERE}:${{ORIGIN}}"]),
    ],
)
def test_only_folders_that_begin_at_the_file_stay(tmp_path: Path, tags: str, given: str, left: list[str]) -> None:
    path = library(tmp_path, tags, f"-Wl,-rpath,{given}")
    assert search_paths(path) == [given]
    changed = without_foreign_folders(path.read_bytes())
    assert changed is not None
    path.write_bytes(changed)
    assert search_paths(path) == left
    assert without_foreign_folders(changed) is None
    # In a process of its own: the loader reads the whole section.
    called = f"import ctypes; one = ctypes.CDLL({str(path)!r}); assert (one.lib(), one.folder()) == (7, 1)"
    subprocess.run([sys.executable, "-c", called], check=True)


def test_other_files_stay_as_they_are(tmp_path: Path) -> None:
    assert without_foreign_folders(library(tmp_path).read_bytes()) is None
    assert without_foreign_folders(library(tmp_path, f"-Wl,-rpath,{HERE}").read_bytes()) is None
    assert without_foreign_folders(b"#!/bin/sh\n") is None
    assert without_foreign_folders(b"") is None

"""The self-test's comparison of a packaged program with its list of files, on small folders."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import Cancelled
from builder.building.preflight import Check
from builder.vendor.packaging.folder import write_sums
from installer.self_test.program_files import files_check, looks_stripped
from tests.support.system import require


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A program folder as it is packaged: a list, and a link to one of its files."""
    inside = tmp_path / "program/_internal/library"
    inside.mkdir(parents=True)
    for number in range(7):
        (inside / f"part {number}.so").write_bytes(bytes([number]) * 100)
    (inside.parent / "assets").mkdir()
    (inside.parent / "assets/app.toml").write_text("schema = 1\n")
    (tmp_path / "program/engine-installer").write_bytes(b"\x7fELF program")
    if os.name != "nt":
        (inside.parent / "part.so").symlink_to("library/part 0.so")
    write_sums(tmp_path / "program")
    return tmp_path / "program"


def check(folder: Path, *left_out: Path) -> Check:
    return files_check(folder, left_out, NEVER)


def test_a_program_as_it_was_packaged_passes(folder: Path) -> None:
    found = check(folder)
    assert (found.state, found.message) == ("pass", "9 files, each as it was packaged")


@pytest.mark.parametrize(
    "file",
    ["_internal/tensorrt_rtx_cu13_libs-1.6.0.50.dist-info/METADATA", "_internal/library/old.so", "unins000.dat", "ü"],
)
def test_a_file_that_is_not_listed_is_refused(folder: Path, file: str) -> None:
    (folder / file).parent.mkdir(exist_ok=True)
    (folder / file).write_text("of another version")
    found = check(folder)
    assert (found.state, found.message) == ("fail", f"not in SHA256SUMS: {file}")
    assert "Remove the whole folder" in found.hint


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("to", ["/etc/hostname", "nowhere", "../.."])
def test_a_link_that_leaves_the_program_is_refused(folder: Path, to: str) -> None:
    (folder / "_internal/link").symlink_to(to)
    assert check(folder).message == "not in SHA256SUMS: _internal/link (a link)"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_that_became_files_are_no_fault(folder: Path) -> None:
    (folder / "_internal/part 0.so").symlink_to("library/part 0.so")
    copied = shutil.copytree(folder, folder.with_name("copied"))
    (copied / "_internal/part.so").unlink()
    assert check(copied).state == "pass"
    (copied / "_internal/part 0.so").write_bytes(b"other")
    assert check(copied).message == "not in SHA256SUMS: _internal/part 0.so"


def test_missing_and_changed_files_are_named_and_many_are_counted(folder: Path) -> None:
    library = folder / "_internal/library"
    (library / "part 3.so").write_bytes(b"")
    for number in (0, 1, 2, 4, 5, 6):
        (library / f"part {number}.so").unlink()
    if os.name != "nt":
        (folder / "_internal/part.so").unlink()
    found = check(folder)
    assert found.message.startswith("missing: _internal/library/part 0.so, _internal/library/part 1.so, ")
    assert " and 1 more; changed: _internal/library/part 3.so" in found.message


def test_the_copy_in_a_target_has_no_app_package_of_its_own(folder: Path) -> None:
    shutil.rmtree(folder / "_internal/assets")
    assert check(folder).message == "missing: _internal/assets/app.toml"
    assert check(folder, folder / "_internal/assets").state == "pass"


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe", b"no list\n", b"0" * 64 + b"  ../outside\n"])
def test_without_a_list_it_does_not_pass(folder: Path, content: bytes | None) -> None:
    (folder / "SHA256SUMS").unlink()
    if content is not None:
        (folder / "SHA256SUMS").write_bytes(content)
    assert check(folder).state == "fail"


def test_it_can_be_cancelled(folder: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        files_check(folder, (), cancel)


@pytest.mark.skipif(sys.platform != "linux", reason="ELF binaries are made there")
@pytest.mark.parametrize("options", [["--strip-unneeded"], ["-g"], ["--strip-all", "--remove-section=.comment"]])
def test_stripped_binaries_are_named_as_such(folder: Path, tmp_path: Path, options: list[str]) -> None:
    require("cc")
    strip = shutil.which("strip")
    if strip is None:
        pytest.skip("strip is not installed")
    (tmp_path / "a.c").write_text("int answer(void) { return 42; }\n")
    library = folder / "_internal/libanswer.so"
    subprocess.run(["cc", "-g", "-shared", "-fPIC", "-o", library, tmp_path / "a.c"], check=True)
    write_sums(folder)
    assert not looks_stripped(library)
    subprocess.run([strip, *options, library], check=True)
    found = check(folder)
    assert found.message == "changed and without debugging symbols: _internal/libanswer.so"
    assert "dh_strip" in found.hint
    # Cut off, it is damaged.
    os.truncate(library, library.stat().st_size // 2)
    found = check(folder)
    assert found.message == "changed: _internal/libanswer.so"
    assert "dh_strip" not in found.hint

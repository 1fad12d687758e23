"""The copy of the frozen program: which program is one, what is copied, and what of a copy is as it was installed."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import Cancelled, PackageInvalid
from builder.base.program import CONSOLE_PROGRAM, SUMS_NAME
from installer.target import maintenance_copy
from installer.target.file_changes import DiskEntry, SourceFile
from installer.target.maintenance_copy import (
    copied_programs,
    copy_target,
    program_files,
    runs_as_copy,
    runs_from,
    unchanged,
)
from installer.target.paths import KEPT_PROGRAM
from installer.target.receipt import InstalledFile, Receipt
from tests.support.feeds import sha256
from tests.support.frozen import PROGRAM, WIZARD, pretend, pretend_source, program_folder
from tests.support.packages import small_package
from tests.support.payloads import write_files
from tests.support.targets import TEST_APP

pytestmark = pytest.mark.skipif(os.name == "nt", reason="written for Linux: links and the bit")

LINK = "_internal/library.so.1"


@pytest.fixture(autouse=True)
def no_hash_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(maintenance_copy, "_hashes", {})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder program that runs, with its package and timing caches."""
    package = small_package(tmp_path / "package", "alpha")
    write_files(package / "caches", {"index.toml": b"schema = 1\n"})
    made = program_folder(tmp_path / "download", package)
    pretend(monkeypatch, made / CONSOLE_PROGRAM)
    return made


# Which program is a copy.


def test_only_the_program_in_a_target_is_its_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_source(monkeypatch)
    assert (runs_as_copy(), copy_target(), runs_from(tmp_path)) == (False, None, False)
    executable = write_files(tmp_path / "target" / KEPT_PROGRAM, {"tool": b""}) / "tool"
    pretend(monkeypatch, executable)
    assert (runs_as_copy(), copy_target()) == (True, tmp_path / "target")
    assert runs_from(tmp_path / "target")
    (tmp_path / "link").symlink_to("target")
    assert runs_from(tmp_path / "link")
    assert not runs_from(tmp_path / "missing")
    write_files(tmp_path / "other" / KEPT_PROGRAM, {"tool": b""})
    assert not runs_from(tmp_path / "other")
    for elsewhere in ("download/tool", "target/.engine-installer/tool", "target/program/tool"):
        write_files(tmp_path, {elsewhere: b""})
        pretend(monkeypatch, tmp_path / elsewhere)
        assert (runs_as_copy(), copy_target()) == (False, None), elsewhere


# What is copied.


def test_the_program_is_listed_without_its_package_and_with_every_name_of_its_libraries(
    folder: Path, tmp_path: Path
) -> None:
    files = program_files(TEST_APP, tmp_path / "target", NEVER)
    assert files is not None
    found = {file.file.removeprefix(f"{KEPT_PROGRAM}/"): file for file in files}
    assert set(found) == {*PROGRAM, SUMS_NAME, LINK}
    for name, content in PROGRAM.items():
        assert found[name].source == folder / name
        assert (found[name].sha256, found[name].size) == (sha256(content), len(content))
        assert found[name].executable == ("/" not in name)
    assert found[LINK] == replace(found["_internal/qt/library.so.1"], file=f"{KEPT_PROGRAM}/{LINK}")
    assert found[SUMS_NAME].sha256 == sha256((folder / SUMS_NAME).read_bytes())


def test_a_program_in_one_file_gets_the_name_that_lasts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    single = write_files(tmp_path, {"Test App-setup (1)": b"all in one"}) / "Test App-setup (1)"
    single.chmod(0o755)
    pretend(monkeypatch, single, folder / "_internal")
    expected = SourceFile(single, f"{KEPT_PROGRAM}/{CONSOLE_PROGRAM}", sha256(b"all in one"), 10, executable=True)
    assert program_files(TEST_APP, tmp_path / "target", NEVER) == [expected]


@pytest.mark.parametrize(
    "reason", ["source", "another application", "another version", "no package", "no list", "there"]
)
def test_what_could_not_replace_a_copy_leaves_it_alone(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    app, target = TEST_APP, tmp_path / "target"
    match reason:
        case "source":
            pretend_source(monkeypatch)
        case "another application":
            app = replace(app, id="com.example.other")
        case "another version":
            app = replace(app, version="2.0")
        case "no package":
            (folder / "_internal/assets/app.toml").unlink()
        case "no list":
            (folder / SUMS_NAME).unlink()
        case _:
            target = tmp_path / "link"
            target.symlink_to(tmp_path)
    assert program_files(app, target, NEVER) is None


@pytest.mark.parametrize("line", ["0  ../secret\n", "0  /etc/passwd\n", "0  _internal/leaving\n", "nonsense\n"])
def test_a_list_that_leads_elsewhere_is_refused(folder: Path, tmp_path: Path, line: str) -> None:
    (tmp_path / "secret").write_bytes(b"another user's")
    (folder / "_internal/leaving").symlink_to(tmp_path / "secret")
    with (folder / SUMS_NAME).open("a") as stream:
        stream.write(line)
    with pytest.raises(PackageInvalid, match="SHA256SUMS is not as it was packaged"):
        program_files(TEST_APP, tmp_path / "target", NEVER)


def test_a_program_that_is_not_complete_is_told(folder: Path, tmp_path: Path) -> None:
    (folder / "_internal/base.zip").unlink()
    with pytest.raises(PackageInvalid, match=r"base\.zip is missing") as caught:
        program_files(TEST_APP, tmp_path / "target", NEVER)
    assert caught.value.hint == "Download the installer again."


def test_our_own_files_are_hashed_once_in_a_run(folder: Path, tmp_path: Path) -> None:
    first = program_files(TEST_APP, tmp_path / "target", NEVER)
    cancel = CancelToken()
    cancel.cancel()
    assert program_files(TEST_APP, tmp_path / "target", cancel) == first
    maintenance_copy._hashes.clear()
    with pytest.raises(Cancelled):
        program_files(TEST_APP, tmp_path / "target", cancel)


# What of a copy is as it was installed.


def copied(target: Path, source: Path) -> tuple[SourceFile, Receipt]:
    """A file of a copy as it was installed."""
    name = f"{KEPT_PROGRAM}/tool"
    for path in (write_files(source, {"tool": b"tool"}) / "tool", write_files(target, {name: b"tool"}) / name):
        path.chmod(0o755)
        os.utime(path, ns=(10**18, 10**18))
    listed = InstalledFile(file=name, size=4, sha256=sha256(b"tool"))
    return (
        SourceFile(source / "tool", name, sha256(b"tool"), 4, executable=True),
        Receipt(app=TEST_APP, scope="current-user", files=(listed,)),
    )


def test_size_and_time_tell_that_a_file_is_as_it_was_installed(tmp_path: Path) -> None:
    file, receipt = copied(tmp_path / "target", tmp_path / "source")
    assert unchanged(tmp_path / "target", [file], receipt) == {file.file: DiskEntry(file.sha256, executable=True)}
    (tmp_path / "target" / file.file).chmod(0o644)
    assert unchanged(tmp_path / "target", [file], receipt) == {file.file: DiskEntry(file.sha256)}


@pytest.mark.parametrize("change", ["size", "time", "link", "gone", "source", "receipt", "hash"])
def test_what_is_not_surely_as_it_was_is_read(tmp_path: Path, change: str) -> None:
    file, receipt = copied(tmp_path / "target", tmp_path / "source")
    path = tmp_path / "target" / file.file
    previous: Receipt | None = receipt
    match change:
        case "size":
            path.write_bytes(b"tools")
            os.utime(path, ns=(10**18, 10**18))
        case "time":
            os.utime(path, ns=(10**18, 10**18 + 1))
        case "link":
            path.unlink()
            path.symlink_to(file.source)
        case "gone":
            path.unlink()
        case "source":
            file.source.unlink()
        case "receipt":
            previous = None
        case _:
            file = replace(file, sha256="0" * 64)
    assert unchanged(tmp_path / "target", [file], previous) == {}


# Its executables.


def receipt_with(target: Path, *names: str, missing: str = "") -> Receipt:
    write_files(target, {name: b"" for name in names if name != missing})
    files = tuple(InstalledFile(file=name, size=0, sha256="") for name in names)
    return Receipt(app=TEST_APP, scope="current-user", files=files)


@pytest.mark.parametrize("ending", ["", ".exe"])
def test_a_copy_has_a_program_for_screens_and_one_for_terminals(tmp_path: Path, ending: str) -> None:
    console, wizard = (f"{KEPT_PROGRAM}/{name}{ending}" for name in (CONSOLE_PROGRAM, WIZARD))
    others = (f"{KEPT_PROGRAM}/_internal/{CONSOLE_PROGRAM}{ending}", "studio-setup", f"{KEPT_PROGRAM}/setup.txt")
    both = tmp_path / console, tmp_path / wizard
    assert copied_programs(receipt_with(tmp_path, *others, wizard, console), tmp_path) == (both[1], both[0])
    assert copied_programs(receipt_with(tmp_path, *others, console), tmp_path) == (both[0], both[0])
    assert copied_programs(receipt_with(tmp_path, *others, wizard), tmp_path) is None
    both[1].unlink()
    assert copied_programs(receipt_with(tmp_path, wizard, console, missing=wizard), tmp_path) == (both[0], both[0])
    both[0].unlink()
    assert copied_programs(receipt_with(tmp_path, console, missing=console), tmp_path) is None

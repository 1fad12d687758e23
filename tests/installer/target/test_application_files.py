"""The files that go to a target besides engines: which, what is in their places, and the copies that are staged."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from builder.app_package.package import AppPackage, load_package
from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import Cancelled, EngineInstallerError, FileInUse, InvalidParameter, IoError, PackageInvalid
from builder.base.text import join
from builder.timing.catalogue import Catalogue, load_catalogue
from installer.target import application_files as module
from installer.target.application_files import (
    check_not_held,
    copies_of_models,
    files_to_install,
    inspect,
    installed_icon,
    some_of,
    stage,
    survey_changes,
)
from installer.target.file_changes import FOLDER, DiskEntry, FileChanges, SourceFile
from installer.target.paths import KEPT_PACKAGE, KEPT_PROGRAM, STAGING
from installer.target.receipt import InstalledFile, Receipt
from installer.target.transaction import Transaction
from tests.support.feeds import sha256
from tests.support.payloads import payload_package, tree, write_files
from tests.support.pictures import png
from tests.support.rights import closed
from tests.support.targets import TEST_APP, saved

on_linux = pytest.mark.skipif(os.name == "nt", reason="Windows has neither the bit nor such links")

FILES = {"studio": b"#!/bin/sh\n", "data/one.txt": b"one"}
CACHE = """[[cache]]
file = "rtx.cache"
sha256 = "{}"
tensorrt = "11.4.0.106"
cuda = "13.0"
os = "linux"
compute_capability = "8.9"
gpu = "NVIDIA GeForce RTX 4070"
"""


def source(folder: Path, file: str, content: bytes = b"new", *, executable: bool = False) -> SourceFile:
    """A file to install, which is there."""
    path = write_files(folder, {file: content}) / file
    path.chmod(0o755 if executable else 0o644)
    return SourceFile(path, file, sha256(content), len(content), executable)


def receipt_of(**files: bytes) -> Receipt:
    listed = tuple(InstalledFile(file=name, size=len(text), sha256=sha256(text)) for name, text in files.items())
    return Receipt(app=TEST_APP, scope="current-user", files=listed)


# What goes to a target.


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, AppPackage]:
    """One that is kept for repairs, and one that is not."""
    found = {}
    for keep in (True, False):
        folder = write_files(tmp_path_factory.mktemp("package"), {"Icon.PNG": png()})
        made = payload_package(
            folder, FILES, registration={"icon": "Icon.PNG"}, maintenance={"keep_package": keep}
        )  # fmt: skip
        (folder / "app/studio").chmod(0o755)
        found[keep] = load_package(made)
    return found


@pytest.fixture
def caches(tmp_path: Path) -> Catalogue:
    index = CACHE.format(sha256(b"cache")) * 2
    return load_catalogue(
        write_files(tmp_path / "c", {"rtx.cache": b"cache", "index.toml": b"schema = 1\n" + index.encode()})
    )


def test_the_application_its_icon_and_what_repairs_need_go_to_a_target(
    packages: dict[bool, AppPackage], caches: Catalogue
) -> None:
    package = packages[True]
    found = {file.file: file for file in files_to_install(package, caches)}
    kept = {f"{KEPT_PACKAGE}/{name}" for name in ("app.toml", "models/alpha.onnx", "Icon.PNG")}
    kept |= {f"{KEPT_PACKAGE}/caches/{name}" for name in ("index.toml", "rtx.cache")}
    assert set(found) == {*FILES, ".engine-installer/icon.png", *kept}
    for file in found.values():
        content = file.source.read_bytes()
        assert (file.sha256, file.size) == (sha256(content), len(content)), file.file
        assert file.executable == (file.file == "studio" and os.name != "nt"), file.file


def test_of_a_package_that_is_not_kept_only_the_application_and_its_icon_go(
    packages: dict[bool, AppPackage], caches: Catalogue
) -> None:
    found = [file.file for file in files_to_install(packages[False], caches)]
    assert sorted(found) == [".engine-installer/icon.png", *sorted(FILES)]


def test_without_caches_nothing_is_kept_of_them(packages: dict[bool, AppPackage], tmp_path: Path) -> None:
    for catalogue in (Catalogue(), load_catalogue(write_files(tmp_path, {"index.toml": b"schema = 1\n"}))):
        assert not [file for file in files_to_install(packages[True], catalogue) if "caches" in file.file]


def test_a_cache_that_is_gone_is_told_and_not_left_out(packages: dict[bool, AppPackage], caches: Catalogue) -> None:
    assert caches.folder
    (caches.folder / "rtx.cache").unlink()
    with pytest.raises(EngineInstallerError, match=r"rtx\.cache"):
        files_to_install(packages[True], caches)


def test_a_file_of_the_application_that_is_gone_is_told(tmp_path: Path) -> None:
    package = load_package(payload_package(tmp_path, FILES))
    (tmp_path / "app/studio").unlink()
    with pytest.raises(EngineInstallerError, match="studio"):
        files_to_install(package, Catalogue())


def test_an_application_without_an_icon_has_none(tmp_path: Path) -> None:
    package = load_package(payload_package(tmp_path, FILES))
    assert installed_icon(package) is None
    assert ".engine-installer/icon" not in str(files_to_install(package, Catalogue()))


# What is in a place.


@on_linux
def test_everything_that_can_be_in_a_place_is_told_apart(tmp_path: Path) -> None:
    write_files(tmp_path, {"file": b"x", "tool": b"x", "folder/file": b""})
    (tmp_path / "tool").chmod(0o755)
    (tmp_path / "link").symlink_to("file")
    (tmp_path / "dangling").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe")
    expected = {
        "file": DiskEntry(sha256(b"x")),
        "tool": DiskEntry(sha256(b"x"), executable=True),
        "folder": FOLDER,
        "link": DiskEntry("a link to file"),
        "dangling": DiskEntry("a link to nowhere"),
        "pipe": DiskEntry("a device"),
        "missing": None,
        "missing/below": None,
        "file/below": None,
    }
    assert {file: inspect(tmp_path, file, NEVER) for file in expected} == expected


@on_linux
def test_a_place_that_cannot_be_read_is_told_and_not_taken_for_empty(tmp_path: Path) -> None:
    write_files(tmp_path, {"data/one.txt": b""})
    with closed(tmp_path / "data"), pytest.raises(EngineInstallerError, match="read"):
        inspect(tmp_path, "data/one.txt", NEVER)


def test_looking_at_files_can_be_cancelled(tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    wanted = source(tmp_path / "from", "x")
    with pytest.raises(Cancelled):
        survey_changes(write_files(tmp_path, {"x": b"there"}), [wanted], None, cancel, with_payload=True)


# What is to happen.


def surveyed(target: Path, *wanted: SourceFile, previous: Receipt | None = None) -> FileChanges:
    return survey_changes(target, wanted, previous, NEVER, with_payload=True)


def test_a_target_is_read_and_what_is_there_decides(tmp_path: Path) -> None:
    target = write_files(
        tmp_path / "t", {"same": b"new", "mine": b"mine", "old": b"old", "gone/old": b"old", "x/y": b""}
    )
    wanted = [source(tmp_path / "from", file) for file in ("same", "mine", "old", "fresh/deep/file")]
    previous = receipt_of(**{"old": b"old", "gone/old": b"old"})
    found = surveyed(target, *wanted, previous=previous)
    assert [file.file for file in found.install] == ["mine", "old", "fresh/deep/file"]
    assert found.backups == {"mine": saved("mine", b"mine")}
    assert found.remove == ("gone/old",)
    assert found.new_folders == ("fresh", "fresh/deep")
    assert {file.file for file in found.files if file.was_there} == {"same"}


def test_what_comes_from_its_own_place_is_not_read_again(tmp_path: Path) -> None:
    """Models that are built from the copy in the target, of which the hashes were taken a moment ago."""
    in_place = source(tmp_path, "models/large", b"what was hashed", executable=True)
    in_place.source.write_bytes(b"read again?")
    assert surveyed(tmp_path, in_place).is_nothing


def test_what_is_known_is_not_read_again(tmp_path: Path) -> None:
    wanted = source(tmp_path / "from", "x")
    target = write_files(tmp_path / "target", {"x": b"changed"})
    known = {"x": DiskEntry(wanted.sha256)}
    assert survey_changes(target, [wanted], None, NEVER, with_payload=True, known=known).is_nothing
    assert not surveyed(target, wanted).is_nothing


def test_the_kept_program_is_neither_read_nor_changed_where_this_one_cannot_replace_it(tmp_path: Path) -> None:
    tool = f"{KEPT_PROGRAM}/tool"
    previous = receipt_of(**{tool: b"old", "studio": b"old"})
    target = write_files(tmp_path, {tool: b"old", "studio": b"old"})
    assert surveyed(target, previous=previous).remove == (tool, "studio")
    kept = survey_changes(target, (), previous, NEVER, with_payload=True, with_program=False)
    assert kept.remove == ("studio",)
    assert [file.file for file in kept.files] == [tool]
    assert tool not in kept.found


def test_a_folder_in_the_place_of_a_file_is_named(tmp_path: Path) -> None:
    target = write_files(tmp_path / "target", {"studio/mine": b"", "other/mine": b""})
    with pytest.raises(InvalidParameter, match=r"studio is not a file"):
        surveyed(target, source(tmp_path / "from", "studio"))


def test_a_name_for_what_is_kept_is_free_or_has_the_very_content(tmp_path: Path) -> None:
    wanted = source(tmp_path / "from", "x")
    target = write_files(tmp_path / "target", {"x": b"mine"})
    first = saved("x", b"mine")
    assert surveyed(target, wanted).backups == {"x": first}
    write_files(target, {first: b"mine"})
    assert surveyed(target, wanted).backups == {"x": first}
    write_files(target, {first: b"another's"})
    assert surveyed(target, wanted).backups == {"x": f"{first}-2"}
    write_files(target, {f"{first}-2": b"another's"})
    (target / f"{first}-3").mkdir()
    assert surveyed(target, wanted).backups == {"x": f"{first}-4"}


# Staging.


def staged(target: Path) -> dict[str, bytes | str | None]:
    return {file: there for file, there in tree(target / STAGING).items() if there is not None}


def to_install(*files: SourceFile) -> FileChanges:
    return FileChanges(files=(), install=files)


def test_what_is_installed_is_copied_into_the_staging_folder(tmp_path: Path) -> None:
    files = [source(tmp_path / "from", file, file.encode()) for file in ("one", "deep/two", "known")]
    stage(Transaction(tmp_path / "target"), to_install(*files), NEVER, staged_before=files[2:])
    assert staged(tmp_path / "target") == {"one": b"one", "deep/two": b"deep/two"}
    # Once more, over what is there.
    stage(Transaction(tmp_path / "target"), to_install(*files), NEVER)
    assert staged(tmp_path / "target") == {"one": b"one", "deep/two": b"deep/two", "known": b"known"}


@on_linux
@pytest.mark.parametrize(("umask", "expected"), [(0o022, 0o755), (0o077, 0o700), (0o027, 0o750)])
def test_those_who_may_read_a_copy_may_execute_it_if_the_original_can_be(
    tmp_path: Path, umask: int, expected: int
) -> None:
    files = [source(tmp_path / "from", "tool", executable=True), source(tmp_path / "from", "text")]
    before = os.umask(umask)
    try:
        stage(Transaction(tmp_path / "target"), to_install(*files), NEVER)
    finally:
        os.umask(before)
    modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "target" / STAGING).iterdir()}
    assert modes == {"tool": expected, "text": 0o666 & ~umask}


@pytest.mark.parametrize("content", [b"NEW", b"new and more", b"n", b""])
def test_a_file_that_was_changed_since_it_was_hashed_is_refused(tmp_path: Path, content: bytes) -> None:
    file = source(tmp_path / "from", "studio")
    file.source.write_bytes(content)
    with pytest.raises(PackageInvalid, match="was changed while it was being installed"):
        stage(Transaction(tmp_path / "target"), to_install(file), NEVER)


def test_of_a_file_that_has_become_endless_no_more_is_copied_than_it_had(tmp_path: Path) -> None:
    file = source(tmp_path / "from", "studio")
    file.source.write_bytes(bytes(10 << 20))
    with pytest.raises(PackageInvalid):
        stage(Transaction(tmp_path / "target"), to_install(file), NEVER)
    assert (tmp_path / "target" / STAGING / "studio").stat().st_size == file.size + 1


@on_linux
def test_a_file_that_has_become_a_pipe_or_has_gone_is_told(tmp_path: Path) -> None:
    file = source(tmp_path / "from", "studio")
    file.source.unlink()
    with pytest.raises(EngineInstallerError, match="from/studio"):
        stage(Transaction(tmp_path / "target"), to_install(file), NEVER)
    os.mkfifo(file.source)
    with pytest.raises(EngineInstallerError, match="from/studio"):
        stage(Transaction(tmp_path / "target"), to_install(file), NEVER)


@on_linux
def test_the_staging_folder_that_cannot_be_written_is_what_the_error_names(tmp_path: Path) -> None:
    file = source(tmp_path / "from", "studio")
    (Transaction(tmp_path / "target").stage("studio")).mkdir()
    with pytest.raises(EngineInstallerError, match=r"write .*staging/studio"):
        stage(Transaction(tmp_path / "target"), to_install(file), NEVER)


def test_copying_can_be_cancelled(tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        stage(Transaction(tmp_path / "target"), to_install(source(tmp_path / "from", "x")), cancel)


@on_linux
def test_two_names_of_one_file_of_the_program_become_two_names_of_one_copy(tmp_path: Path) -> None:
    """So that no process ever loads a library twice."""
    first = source(tmp_path / "from", f"{KEPT_PROGRAM}/lib.so.1", executable=True)
    os.utime(first.source, ns=(1_700_000_000_123_456_789, 1_600_000_000_123_456_789))
    second = SourceFile(first.source, f"{KEPT_PROGRAM}/deep/lib.so", first.sha256, first.size, executable=True)
    ours = [
        SourceFile(first.source, name, first.sha256, first.size, executable=True) for name in ("lib.so", "lib.so.1")
    ]
    transaction = Transaction(tmp_path / "target")
    for _ in range(2):
        stage(transaction, to_install(first, second, *ours), NEVER)
        one, two, *own = (transaction.stage(file.file) for file in (first, second, *ours))
        assert one.samefile(two)
        assert one.stat().st_mtime_ns == 1_600_000_000_123_456_789
        # But nothing of the folder that the user has unpacked, and each file of the application is one of its own.
        assert one.stat().st_nlink == 2
        assert [path.stat().st_nlink for path in (first.source, *own)] == [1, 1, 1]
        # Only the program is recognized by its time; what is installed is as new as its installation.
        assert all(path.stat().st_mtime_ns > one.stat().st_mtime_ns for path in own)


@on_linux
def test_where_a_volume_takes_no_links_each_name_gets_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_paths: Path) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    first = source(tmp_path / "from", f"{KEPT_PROGRAM}/lib.so.1")
    second = SourceFile(first.source, f"{KEPT_PROGRAM}/lib.so", first.sha256, first.size)
    stage(Transaction(tmp_path / "target"), to_install(first, second), NEVER)
    assert set(staged(tmp_path / "target").values()) == {b"new"}
    assert len(staged(tmp_path / "target")) == 2


@pytest.mark.parametrize("call", ["utime", "fsync"])
def test_a_copy_that_the_system_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    def refuse(*_given: object, **_options: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    file = source(tmp_path / "from", f"{KEPT_PROGRAM}/tool")
    monkeypatch.setattr(os, call, refuse)
    with pytest.raises(IoError, match="tool"):
        stage(Transaction(tmp_path / "target"), to_install(file), NEVER)


@on_linux
def test_every_copy_reaches_the_disk_before_it_may_be_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed = {}
    monkeypatch.setattr(os, "fsync", lambda number: flushed.update({os.fstat(number).st_ino: os.fstat(number).st_size}))
    files = [source(tmp_path / "from", file, file.encode()) for file in ("one", f"{KEPT_PROGRAM}/two")]
    stage(Transaction(tmp_path / "target"), to_install(*files), NEVER)
    staged_files = [path.stat() for path in (tmp_path / "target" / STAGING).rglob("*") if path.is_file()]
    assert {status.st_ino: status.st_size for status in staged_files} == flushed


def test_a_program_that_is_not_as_it_was_packaged_is_to_be_downloaded_again(tmp_path: Path) -> None:
    file = source(tmp_path / "from", f"{KEPT_PROGRAM}/tool")
    file.source.write_bytes(b"bad")
    with pytest.raises(PackageInvalid, match="is not as it was packaged") as caught:
        stage(Transaction(tmp_path / "target"), to_install(file), NEVER)
    assert caught.value.hint == "Download the installer again."


# Files in use.


@pytest.mark.parametrize("fate", ["install", "remove", "backups"])
def test_a_file_that_a_program_holds_stops_the_run_before_anything_is_staged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fate: str
) -> None:
    file = source(tmp_path / "from", "data/one")
    monkeypatch.setattr(module, "is_held", (tmp_path / "target/data/one").__eq__)
    changes = {
        "install": to_install(file),
        "remove": FileChanges(files=(), remove=("other", "data/one")),
        "backups": FileChanges(files=(), backups={"data/one": "data/one.saved-1"}),
    }[fate]
    with pytest.raises(FileInUse, match=r"These files are in use: data/one\."):
        stage(Transaction(tmp_path / "target"), changes, NEVER)
    assert not (tmp_path / "target").exists()
    stage(Transaction(tmp_path / "target"), to_install(source(tmp_path / "from", "data/two")), NEVER)


def test_the_programs_that_hold_files_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check_not_held(tmp_path, ["a", "b"])
    monkeypatch.setattr(module, "is_held", lambda path: path.name != "a")
    monkeypatch.setattr(
        module, "programs_using", lambda paths: join(", ", (f"Studio of {path.name}" for path in paths))
    )
    check_not_held(tmp_path, ["a"])
    with pytest.raises(FileInUse, match="in use by Studio of b, Studio of c: b, c") as caught:
        check_not_held(tmp_path, ["a", "b", "c"])
    assert caught.value.plain == "Files are in use. Close Studio of b, Studio of c, then try again."
    assert "Close the application" in caught.value.hint


@pytest.mark.parametrize(("count", "more"), [(1, ""), (10, ""), (11, " and 1 more"), (30, " and 20 more")])
def test_of_many_names_ten_are_said(count: int, more: str) -> None:
    names = [f"n{number}" for number in range(count)]
    assert some_of(names) == ", ".join(names[:10]) + more


# Models from which engines are built.


def test_engines_are_built_from_the_copies_that_nobody_else_can_change(
    packages: dict[bool, AppPackage], tmp_path: Path
) -> None:
    package, transaction = packages[True], Transaction(tmp_path)
    model = package.root / "models/alpha.onnx"
    wanted = files_to_install(package, Catalogue())
    name = f"{KEPT_PACKAGE}/models/alpha.onnx"
    assert copies_of_models(package, surveyed(tmp_path, *wanted), transaction) == (
        {model: tmp_path / STAGING / name},
        {},
    )
    write_files(tmp_path, {name: model.read_bytes()})
    assert copies_of_models(package, surveyed(tmp_path, *wanted), transaction) == ({}, {model: tmp_path / name})
    # Another content is no copy, and what is not kept has none.
    other = [file for file in wanted if file.file != name] + [SourceFile(model, name, "0" * 64, 1)]
    assert copies_of_models(package, surveyed(tmp_path, *other), transaction) == ({}, {})
    without = files_to_install(packages[False], Catalogue())
    assert copies_of_models(packages[False], surveyed(tmp_path, *without), transaction) == ({}, {})

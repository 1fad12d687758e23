"""The decisions alone, over every state that a disk can be in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.app_package.manifest import MAINTENANCE_FOLDER
from builder.base.json_file import from_plain
from installer.target.file_changes import FOLDER, DiskEntry, Fate, FileChanges, SourceFile, changes, decide
from installer.target.paths import folders_of
from installer.target.receipt import InstalledFile, Receipt
from tests.support.packages import APP

NEW, OLD, FOREIGN = "1" * 64, "2" * 64, "3" * 64
OWN = f"{MAINTENANCE_FOLDER}/package/app.toml"


def wanted(file: str = "a", *, executable: bool = False) -> SourceFile:
    return SourceFile(Path("source"), file, NEW, 1, executable)


def installed(sha256: str = OLD, file: str = "a", *, was_there: bool = False) -> InstalledFile:
    return InstalledFile(file=file, size=1, sha256=sha256, was_there=was_there)


@pytest.mark.parametrize(
    ("want", "before", "there", "fate"),
    [
        (wanted(), None, None, "install"),
        (wanted(), installed(), None, "install"),
        (wanted(), None, DiskEntry(NEW), "keep"),
        (wanted(), installed(), DiskEntry(NEW), "keep"),
        (wanted(executable=True), None, DiskEntry(NEW, executable=True), "keep"),
        (wanted(executable=True), None, DiskEntry(NEW), "backup"),
        (wanted(executable=True), installed(NEW), DiskEntry(NEW), "install"),
        (wanted(), installed(), DiskEntry(OLD), "install"),
        (wanted(), installed(was_there=True), DiskEntry(OLD), "backup"),
        (wanted(), installed(), DiskEntry(FOREIGN), "backup"),
        (wanted(), None, DiskEntry(FOREIGN), "backup"),
        (wanted(), installed(), DiskEntry("a link to b"), "backup"),
        (wanted(), installed(), FOLDER, "blocked"),
        (wanted(), None, FOLDER, "blocked"),
        (wanted(), installed("a folder"), FOLDER, "blocked"),
        (wanted(OWN), None, DiskEntry(FOREIGN), "install"),
        (wanted(OWN), installed(file=OWN), DiskEntry("a device"), "install"),
        (wanted(OWN), None, FOLDER, "install"),
        (None, installed(), None, "leave"),
        (None, installed(), DiskEntry(OLD), "remove"),
        (None, installed(), DiskEntry(OLD, executable=True), "remove"),
        (None, installed(was_there=True), DiskEntry(OLD), "leave"),
        (None, installed(), DiskEntry(FOREIGN), "leave"),
        (None, installed(), DiskEntry("a link to b"), "leave"),
        (None, installed(), FOLDER, "leave"),
        (None, installed("a folder"), FOLDER, "leave"),
        (None, installed(file=OWN), DiskEntry(FOREIGN), "remove"),
        (None, installed(file=OWN, was_there=True), DiskEntry(OLD), "leave"),
        (None, installed(file=OWN), FOLDER, "leave"),
    ],
)
def test_what_happens_in_one_place(
    want: SourceFile | None, before: InstalledFile | None, there: DiskEntry | None, fate: Fate
) -> None:
    assert decide(want, before, there) == fate


PATHS = ["a", "b", "d/a", "d/b", "d/e/a", f"{MAINTENANCE_FOLDER}/package/app.toml"]
CONTENTS = ["1" * 64, "2" * 64, "3" * 64]
disks = st.dictionaries(st.sampled_from(PATHS), st.sampled_from([*CONTENTS, "link to elsewhere"]))
versions = st.dictionaries(st.sampled_from(PATHS), st.sampled_from(CONTENTS))


def receipt_of(files: dict[str, str]) -> Receipt:
    entries = [{"file": file, "size": 1, "sha256": sha256} for file, sha256 in files.items()]
    folders = list(folders_of(files))
    return from_plain(Receipt, {"schema": 1, "app": APP, "scope": "current-user", "files": entries, "folders": folders})


def decided_for(
    wanted: dict[str, str], previous: Receipt | None, disk: dict[str, str], *, payload: bool
) -> FileChanges:
    sources = [SourceFile(Path(file), file, sha256, 1) for file, sha256 in wanted.items()]
    found = {file: DiskEntry(disk[file]) if file in disk else None for file in PATHS}
    return changes(sources, previous, found, folders_of(disk), with_payload=payload)


def applied(decided: FileChanges, disk: dict[str, str]) -> dict[str, str]:
    """What is on the disk afterwards, as `Transaction.apply` does it."""
    after = dict(disk)
    for file, to in decided.backups.items():
        assert to not in after
        after[to] = after.pop(file)
    for file in decided.remove:
        del after[file]
    for source in decided.install:
        after[source.file] = source.sha256
    return after


@settings(max_examples=300)
@given(wanted=versions, previous=st.none() | versions, disk=disks, payload=st.booleans())
def test_whatever_is_there_the_wanted_files_come_and_nothing_foreign_is_lost(
    wanted: dict[str, str], previous: dict[str, str] | None, disk: dict[str, str], payload: bool
) -> None:
    receipt = None if previous is None else receipt_of(previous)
    decided = decided_for(wanted, receipt, disk, payload=payload)
    after = applied(decided, disk)
    assert {file: after.get(file) for file in wanted} == wanted
    for file, content in disk.items():
        ours = previous is not None and previous.get(file) == content
        if not ours and not file.startswith(MAINTENANCE_FOLDER):
            kept_as = decided.backups.get(file, file)
            assert after[kept_as] == content, "a file that the user has made or changed is lost"
    for file in (previous or {}).keys() - wanted.keys():
        if payload and (previous or {})[file] == disk.get(file):
            assert file not in after, "an unchanged file of an earlier version stays"
    # Once more: there is nothing left to do.
    found = replace(receipt_of({}), files=decided.files)
    again = decided_for(wanted, found, after, payload=payload)
    assert again.is_nothing
    assert not again.backups
    assert sorted(again.files, key=lambda item: item.file) == sorted(decided.files, key=lambda item: item.file)


@settings(max_examples=200)
@given(wanted=versions, previous=versions, disk=disks)
def test_no_folder_that_is_needed_is_removed(
    wanted: dict[str, str], previous: dict[str, str], disk: dict[str, str]
) -> None:
    decided = decided_for(wanted, receipt_of(previous), disk, payload=True)
    assert not set(decided.remove_folders) & set(folders_of(wanted))
    assert not set(decided.new_folders) & set(folders_of(disk))

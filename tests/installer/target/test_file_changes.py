"""The decisions alone, over every state that a disk can be in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.app_package.manifest import MAINTENANCE_FOLDER
from builder.base.json_file import from_plain
from installer.target.file_changes import FOLDER, DiskEntry, Fate, FileChanges, SourceFile, changes, decide
from installer.target.journal import Backup, Install, Remove, RemoveFolder
from installer.target.paths import folders_of
from installer.target.receipt import InstalledFile, Receipt
from installer.target.transaction import Transaction
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


def test_everything_that_can_be_in_the_way_has_a_name_of_its_own() -> None:
    there = [
        DiskEntry(FOREIGN),
        DiskEntry("a link to b"),
        DiskEntry("a link to caf\udce9"),
        DiskEntry("a device"),
        FOLDER,
    ]
    digests = [entry.digest for entry in there]
    assert digests[0] == FOREIGN[:12]
    assert len(set(digests)) == len(there)
    assert all(re.fullmatch("[0-9a-f]{12}", digest) for digest in digests)
    assert [entry.is_folder for entry in there] == [False] * 4 + [True]


def of(file: str, size: int = 1, source: str | None = None) -> SourceFile:
    return SourceFile(Path(source or file), file, NEW, size)


def surveyed(
    wanted: Sequence[SourceFile], previous: Sequence[InstalledFile] = (), folders: Sequence[str] = (), **options: Any
) -> FileChanges:
    """What is decided where all files of before are as they were, unless `found` says otherwise."""
    disk = {file.file: DiskEntry(file.sha256) for file in previous} | options.pop("found", {})
    receipt = replace(receipt_of({}), files=tuple(previous), folders=tuple(folders_of(file.file for file in previous)))
    return changes(wanted, receipt, disk, folders, **{"with_payload": True} | options)


PROGRAM = f"{MAINTENANCE_FOLDER}/program/tool"


@pytest.mark.parametrize(
    ("with_payload", "with_program", "removed"),
    [
        (True, True, {"studio", OWN, PROGRAM}),
        (False, True, {OWN, PROGRAM}),
        (True, False, {"studio", OWN}),
        (False, False, {OWN}),
    ],
)
def test_what_could_not_be_installed_again_stays(with_payload: bool, with_program: bool, removed: set[str]) -> None:
    """A repair from the copy of the package knows nothing of the application's own files."""
    previous = [installed(file=file) for file in ("studio", OWN, PROGRAM)]
    decided = surveyed([], previous, with_payload=with_payload, with_program=with_program)
    assert set(decided.remove) == removed
    assert {file.file for file in decided.files} == {"studio", OWN, PROGRAM} - removed
    assert not set(decided.remove_folders) & set(folders_of({"studio", OWN, PROGRAM} - removed))
    assert decided.not_restorable == ()
    gone = dict.fromkeys(("studio", OWN, PROGRAM))
    decided = surveyed([], previous, with_payload=with_payload, with_program=with_program, found=gone)
    assert decided.not_restorable == (() if with_payload else ("studio",))
    assert decided.remove == ()


def test_what_was_changed_since_and_is_no_longer_wanted_is_named() -> None:
    previous = [installed(file="changed"), installed(file="same"), installed(file="gone")]
    previous.append(installed(file="theirs", was_there=True))
    found = {"changed": DiskEntry(FOREIGN), "gone": None, "theirs": DiskEntry(FOREIGN)}
    decided = surveyed([], previous, found=found)
    assert (decided.kept, decided.remove) == (("changed",), ("same",))
    assert not decided.is_nothing
    assert surveyed([], [installed(file="changed")], found=found).is_nothing


def test_what_was_there_before_us_is_noted_unless_it_lies_in_our_own_folder() -> None:
    decided = surveyed([of("studio"), of(OWN)], found=dict.fromkeys(("studio", OWN), DiskEntry(NEW)))
    assert decided.is_nothing
    assert {file.file: file.was_there for file in decided.files} == {"studio": True, OWN: False}
    assert not surveyed([of("studio")]).is_nothing


def test_two_spellings_are_one_file_where_the_system_takes_them_for_one() -> None:
    previous, there = [installed(file="Data/X")], {"data/x": DiskEntry(OLD)}
    decided = surveyed([of("data/x")], previous, ["data"], found=there, fold=str.lower)
    assert (decided.backups, decided.remove, len(decided.install)) == ({}, (), 1)
    decided = surveyed([of("data/x")], previous, ["data"], found=there, fold=str)
    assert decided.backups
    assert decided.remove == ("Data/X",)


def test_folders_that_nothing_needs_any_longer_go_and_new_ones_come_from_the_outside_in() -> None:
    previous = [installed(file=file) for file in ("old/deep/a", "shared/a", "old/b")]
    decided = surveyed([of("shared/b"), of("new/deep/c")], previous, ["old", "old/deep", "shared"])
    assert decided.remove_folders == ("old/deep", "old")
    assert decided.new_folders == ("new", "new/deep")
    assert decided.files == tuple(installed(NEW, file) for file in ("shared/b", "new/deep/c"))


def test_a_folder_of_ours_may_give_way_to_a_file_of_its_name() -> None:
    there = {"data": FOLDER}
    assert surveyed([of("data")], [installed(file="data/x")], ["data"], found=there).blocked == ()
    assert surveyed([of("data")], [], ["data"], found=there).blocked == ("data",)


def test_the_plan_says_what_happens_to_files_and_one_source_is_copied_once() -> None:
    wanted = [of("mine", 3 << 20), of("twice", 1 << 20, "mine"), of("small", 80_000, "small"), of("same", 1 << 30)]
    found = {"mine": DiskEntry(FOREIGN), "same": DiskEntry(NEW), "edited": DiskEntry(FOREIGN), "goes": DiskEntry(OLD)}
    previous = [installed(file="edited"), installed(file="goes")]
    decided = surveyed(wanted[:1] + wanted[2:], previous, found=found)
    assert decided.bytes_to_copy == (3 << 20) + 80_000
    assert decided.to_json() == {
        "copy": ["mine", "small"],
        "copy_mib": 3.1,
        "set_aside": {"mine": f"mine.saved-{FOREIGN[:12]}"},
        "remove": ["goes"],
        "keep_changed": ["edited"],
        "missing": [],
    }
    assert decided.untouched == {"same": DiskEntry(NEW), "edited": DiskEntry(FOREIGN)}
    links = surveyed([of("a", 5, "library"), of("b", 5, "library")])
    assert links.bytes_to_copy == 5
    assert surveyed([], [installed(file="x")], found={"x": None}, with_payload=False).to_json()["missing"] == ["x"]


def test_the_journal_makes_room_before_it_installs(tmp_path: Path) -> None:
    """A file may be where a folder should be, and the reverse."""
    found = {"mine": DiskEntry(FOREIGN), "ours": DiskEntry(OLD), "data/goes": DiskEntry(OLD), "data": FOLDER}
    previous = [installed(file="ours"), installed(file="data/goes")]
    decided = surveyed([of("mine"), of("ours"), of("fresh"), of("data")], previous, ["data"], found=found)
    staged = f"{MAINTENANCE_FOLDER}/staging"
    *operations, last = decided.operations(Transaction(tmp_path))
    assert operations == [
        Backup(file="mine", to=f"mine.saved-{FOREIGN[:12]}"),
        Remove(file="data/goes", sha256=OLD),
        RemoveFolder(folder="data"),
        Install(staged=f"{staged}/mine", file="mine", sha256=NEW, replaces=None),
        Install(staged=f"{staged}/ours", file="ours", sha256=NEW, replaces=OLD),
        Install(staged=f"{staged}/fresh", file="fresh", sha256=NEW, replaces=None),
    ]
    assert isinstance(last, Install)
    assert last.file == "data"

"""Applying a journal: once, again after every cut, over what users have edited since, and what reaches the disk."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builder.base.errors import AccessDenied, EngineInstallerError, InvalidParameter, IoError
from builder.base.text import verbatim
from installer.target import transaction as module
from installer.target.journal import Backup, Install, Journal, Operation, Remove, RemoveFolder
from installer.target.paths import RECEIPT, STAGING
from installer.target.transaction import Transaction, remove_empty_folder
from tests.support.feeds import sha256
from tests.support.payloads import tree, write_files
from tests.support.rights import closed, no_administrator, open_folder
from tests.support.targets import ENGINE, journal_of, saved, seen, staged


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return write_files(tmp_path / "target", {})


@pytest.fixture
def transaction(target: Path) -> Transaction:
    return Transaction(target)


# Applying a journal.


def test_files_come_go_and_are_kept_under_other_names_in_the_order_of_the_journal(
    target: Path, transaction: Transaction
) -> None:
    write_files(target, {"studio": b"mine", "goes": b"old", "data/goes": b"old", "full/goes": b"", "full/mine": b"m"})
    operations: list[Operation] = [
        Backup(file="studio", to="studio.saved-1"),
        Remove(file="goes"),
        Remove(file="data/goes"),
        Remove(file="full/goes"),
        Remove(file="never/there"),
        *(RemoveFolder(folder=folder) for folder in ("data", "full", "never")),
        staged(transaction, "studio"),
        staged(transaction, "made/deep/file"),
    ]
    transaction.apply(journal_of(*operations))
    assert seen(target) == {
        "full": None,
        "full/mine": b"m",
        "made": None,
        "made/deep": None,
        "made/deep/file": b"new",
        "studio": b"new",
        "studio.saved-1": b"mine",
    }


def test_a_file_that_is_gone_needs_no_other_name(target: Path, transaction: Transaction) -> None:
    transaction.apply(journal_of(Backup(file="gone", to="gone.saved-1"), staged(transaction, "gone")))
    assert seen(target) == {"gone": b"new"}


def test_what_the_run_itself_has_surveyed_is_replaced(target: Path, transaction: Transaction) -> None:
    write_files(target, {"studio": b"old"})
    transaction.apply(journal_of(staged(transaction, "studio")))
    assert seen(target) == {"studio": b"new"}


@pytest.mark.parametrize("kind", ["install", "remove"])
def test_a_file_that_has_come_into_the_place_of_a_folder_is_not_touched(
    target: Path, transaction: Transaction, kind: str
) -> None:
    write_files(target, {"data": b"a file"})
    if kind == "remove":
        transaction.apply(journal_of(Remove(file="data/old")))
    else:
        with pytest.raises(InvalidParameter, match="replace"):
            transaction.apply(journal_of(staged(transaction, "data/new")))
    assert seen(target) == {"data": b"a file"}


def journal_over_a_used_target(target: Path) -> tuple[Journal, set[str]]:
    """Prepare every kind of operation; returns what is to be there in the end as well."""
    write_files(target, {"studio": b"mine", "same": b"1", "goes/deep/a": b"a", "goes/b": b"b", "keeps/c": b"c"})
    write_files(target, {"keeps/mine": b"mine", RECEIPT: b"1", ENGINE: b"1"})
    transaction = Transaction(target)
    operations: list[Operation] = [
        Backup(file="studio", to="studio.saved-1"),
        *(Remove(file=file, sha256=sha256(file[-1:].encode())) for file in ("goes/deep/a", "goes/b", "keeps/c")),
        *(RemoveFolder(folder=folder) for folder in ("goes/deep", "goes", "keeps")),
        staged(transaction, "studio", b"2"),
        staged(transaction, "same", b"2", replaces=sha256(b"1")),
        staged(transaction, "fresh/file", b"2"),
        staged(transaction, ENGINE, b"2"),
        staged(transaction, RECEIPT, b"2"),
    ]
    journal = journal_of(*operations)
    transaction.commit(journal)
    return journal, {"studio.saved-1", "keeps/mine", *(item.file for item in operations if isinstance(item, Install))}


class Cut(Exception):
    """The run ends here, as if it were killed."""


def apply_until(target: Path, number: float) -> int:
    """Apply what is pending until so many changes are made; returns how many were tried."""
    done = 0

    def cutting(change: Callable[..., Any]) -> Callable[..., Any]:
        def cut(*args: Path) -> object:
            nonlocal done
            done += 1
            if done > number:
                raise Cut
            return change(*args)

        return cut

    journal = Transaction(target).pending()
    assert journal
    with pytest.MonkeyPatch.context() as patch:
        for name in ("rename_over", "remove_file", "remove_empty_folder"):
            patch.setattr(module, name, cutting(getattr(module, name)))
        with contextlib.suppress(Cut):
            Transaction(target).apply(journal)
    return done


def test_wherever_it_is_cut_off_applying_it_again_completes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "sync_directory", lambda _folder: None)
    _, files = journal_over_a_used_target(tmp_path / "whole")
    begun = shutil.copytree(tmp_path / "whole", tmp_path / "begun")
    steps = apply_until(tmp_path / "whole", float("inf"))
    complete = tree(tmp_path / "whole")
    assert {name for name, content in seen(tmp_path / "whole").items() if content is not None} | {RECEIPT} == files
    assert all(complete[file] == (b"mine" if "mine" in file or "saved" in file else b"2") for file in files)
    for number in range(steps):
        target = shutil.copytree(begun, tmp_path / str(number))
        assert apply_until(target, number) == number + 1
        for _ in range(2):
            transaction = Transaction(target)
            journal = transaction.pending()
            assert journal
            transaction.apply(journal, was_interrupted=True)
            assert tree(target) == complete, number
        transaction.finish()
        assert seen(target) == seen(tmp_path / "whole")


def interrupted(transaction: Transaction, *operations: Operation) -> None:
    transaction.apply(journal_of(*operations), was_interrupted=True)


def test_what_was_edited_after_an_interruption_is_kept_under_another_name(
    target: Path, transaction: Transaction
) -> None:
    operation = staged(transaction, "studio", replaces=sha256(b"old"))
    write_files(target, {"studio": b"edited", saved("studio", b"edited"): b"another"})
    interrupted(transaction, operation)
    assert seen(target) == {
        "studio": b"new",
        saved("studio", b"edited"): b"another",
        f"{saved('studio', b'edited')}-2": b"edited",
    }


def test_the_first_name_for_what_was_edited_has_no_number(target: Path, transaction: Transaction) -> None:
    operation = staged(transaction, "studio")
    write_files(target, {"studio": b"edited"})
    interrupted(transaction, operation)
    assert seen(target) == {"studio": b"new", saved("studio", b"edited"): b"edited"}


def test_a_link_that_was_made_after_an_interruption_is_the_users(target: Path, transaction: Transaction) -> None:
    write_files(target, {"mine": b"mine"})
    for name in ("studio", "goes"):
        (target / name).symlink_to("mine")
    interrupted(transaction, Remove(file="goes", sha256=sha256(b"old")), staged(transaction, "studio"))
    assert seen(target) == {"goes": "mine", "mine": b"mine", "studio": b"new", "studio.saved-link": "mine"}


def test_a_folder_that_was_made_after_an_interruption_is_not_moved(target: Path, transaction: Transaction) -> None:
    operation = staged(transaction, "studio")
    write_files(target, {"studio/mine": b"mine"})
    with pytest.raises(EngineInstallerError, match="replace"):
        interrupted(transaction, operation)
    assert seen(target) == {"studio": None, "studio/mine": b"mine"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_what_was_edited_and_cannot_be_read_is_told_and_stays() -> None:
    with open_folder() as folder:
        transaction = Transaction(folder)
        operation = staged(transaction, "studio")
        write_files(folder, {"studio": b"edited"})
        for path in (folder, transaction.folder, transaction.folder / "staging"):
            path.chmod(0o777)
        with closed(folder / "studio"), pytest.raises(AccessDenied, match="read"):
            interrupted(transaction, operation)
        assert seen(folder) == {"studio": b"edited"}


@pytest.mark.parametrize("there", [b"old", b"new"])
def test_what_nobody_has_edited_is_not_kept(target: Path, transaction: Transaction, there: bytes) -> None:
    operation = staged(transaction, "studio", replaces=sha256(b"old"))
    write_files(target, {"studio": there})
    interrupted(transaction, operation)
    assert seen(target) == {"studio": b"new"}


def test_what_was_edited_once_it_was_installed_stays_as_it_is(target: Path, transaction: Transaction) -> None:
    operation = staged(transaction, "studio")
    (target / operation.staged).rename(target / "studio")
    (target / "studio").write_bytes(b"edited")
    interrupted(transaction, operation)
    assert seen(target) == {"studio": b"edited"}
    (target / "studio").unlink()
    interrupted(transaction, operation)
    assert seen(target) == {}


@pytest.mark.parametrize("file", [RECEIPT, ENGINE])
def test_of_our_own_files_nothing_is_kept_under_another_name(target: Path, transaction: Transaction, file: str) -> None:
    operation = staged(transaction, file)
    write_files(target, {file: b"edited"})
    interrupted(transaction, operation)
    assert tree(target)[file] == b"new"
    assert not list(target.rglob("*.saved-*"))


@pytest.mark.parametrize("file", [RECEIPT, ENGINE])
@pytest.mark.parametrize("there", [None, b"another", "a link to the right content"])
def test_of_our_own_files_only_the_very_content_counts_as_installed(
    target: Path, transaction: Transaction, file: str, there: bytes | str | None
) -> None:
    operation = staged(transaction, file)
    transaction.apply(journal_of(operation))
    interrupted(transaction, operation)  # the right one
    (target / file).unlink()
    if isinstance(there, str):
        write_files(target, {"right": b"new"})
        (target / file).symlink_to(target / "right")
    elif there:
        write_files(target, {file: there})
    with pytest.raises(IoError, match="what the interrupted run had prepared for it is gone"):
        interrupted(transaction, operation)


def test_a_removal_leaves_what_was_edited_after_an_interruption(target: Path, transaction: Transaction) -> None:
    write_files(target, {"edited": b"new", "same": b"old", "any": b"new", ENGINE: b"new", RECEIPT: b"new"})
    operations: list[Operation] = [
        Remove(file=file, sha256=sha256(b"old")) for file in ("edited", "same", ENGINE, RECEIPT)
    ]
    interrupted(transaction, *operations, Remove(file="any"))
    assert tree(target) == {".engine-installer": None, "edited": b"new", "engines": None}
    transaction.apply(journal_of(*operations))
    assert tree(target) == {".engine-installer": None, "engines": None}


def test_a_removal_takes_links_but_neither_what_they_lead_to_nor_folders(
    tmp_path: Path, target: Path, transaction: Transaction
) -> None:
    elsewhere = write_files(tmp_path / "elsewhere", {"mine": b"mine"})
    (target / "link").symlink_to(elsewhere)
    write_files(target, {"folder/mine": b"mine"})
    transaction.apply(journal_of(Remove(file="link"), Remove(file="folder")))
    assert tree(target) == {"folder": None, "folder/mine": b"mine"}
    assert tree(elsewhere) == {"mine": b"mine"}


def test_a_folder_that_is_a_link_by_now_is_passed_over(tmp_path: Path, target: Path, transaction: Transaction) -> None:
    (tmp_path / "elsewhere/empty").mkdir(parents=True)
    (target / "link").symlink_to(tmp_path / "elsewhere/empty")
    (target / "way").symlink_to(tmp_path / "elsewhere")
    (target / "gone").mkdir()
    folders = ("link", "way/empty", "gone")
    transaction.apply(journal_of(*(RemoveFolder(folder=folder) for folder in folders)))
    assert sorted(path.name for path in target.iterdir()) == ["link", "way"]
    assert (tmp_path / "elsewhere/empty").is_dir()


# What reaches the disk, and when.


def test_everything_that_a_step_speaks_of_is_flushed_before_it(
    target: Path, transaction: Transaction, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(target, {"data/mine": b"mine"})
    flushed: list[tuple[Path, bool, bool]] = []

    def flush(folder: Path) -> None:
        flushed.append((folder, transaction.is_begun(), (target / "index").exists()))

    monkeypatch.setattr(module, "sync_directory", flush)
    first = [staged(transaction, file) for file in ("a/x", "a/y", "b/x")]
    transaction.stage("index").write_bytes(b"index")
    last = replace(transaction.install_operation("index", sha256(b"index")), last=True)
    journal = journal_of(*first, Backup(file="data/mine", to="data/kept"), last)
    transaction.commit(journal)
    # The names of what is staged, and of the folders on the way there, before the journal that names them.
    folders = {target, transaction.folder, *(target / STAGING / part for part in ("a", "b", "."))}
    assert set(flushed) == {(folder, False, False) for folder in folders}
    flushed.clear()
    transaction.apply(journal)
    # New folders, before anything comes into them; the new names, each folder once, before the file that names them,
    # and that as well.
    assert flushed[0] == (target, True, False)
    assert set(flushed[1:4]) == {(target / part, True, False) for part in ("a", "b", "data")}
    assert flushed[4:] == [(target, True, True)]
    flushed.clear()
    transaction.finish()
    assert [(folder, begun) for folder, begun, _ in flushed] == [(transaction.folder, False)]


def test_a_folder_that_is_gone_when_it_should_be_flushed_stops_nothing(target: Path, transaction: Transaction) -> None:
    write_files(target, {"data/mine": b"mine"})
    operations: list[Operation] = [Backup(file="data/mine", to="kept"), RemoveFolder(folder="data")]
    transaction.apply(journal_of(*operations))
    assert seen(target) == {"kept": b"mine"}


@pytest.mark.parametrize("step", ["commit", "apply", "finish"])
def test_a_folder_that_cannot_be_flushed_is_told(
    transaction: Transaction, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def refuse(_folder: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    journal = journal_of(staged(transaction, "studio"))
    if step != "commit":
        transaction.commit(journal)
    monkeypatch.setattr(module, "sync_directory", refuse)
    with pytest.raises(IoError, match="flush"):
        transaction.finish() if step == "finish" else getattr(transaction, step)(journal)
    assert transaction.is_begun() == (step == "apply")


# Afterwards.


def test_the_journal_goes_after_what_is_staged(transaction: Transaction, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a journal no run would look there again."""
    transaction.commit(journal_of(staged(transaction, "studio")))
    removed = []

    def remove(path: Path) -> None:
        removed.append((path.name, transaction.has_leftovers()))

    monkeypatch.setattr(module, "remove_file", remove)
    transaction.finish()
    assert removed == [("journal.json", False)]


def test_dropping_what_is_staged_leaves_no_trace_of_us(target: Path, transaction: Transaction) -> None:
    staged(transaction, "studio")
    transaction.drop_staging()
    assert tree(target) == {}
    staged(transaction, "studio")
    transaction.drop_staging(keep_folder=True)
    assert tree(target) == {".engine-installer": None}
    write_files(target, {RECEIPT: b"{}"})
    transaction.drop_staging()
    assert tree(target) == {".engine-installer": None, RECEIPT: b"{}"}


def test_a_staging_folder_that_cannot_be_removed_now_is_left_to_the_next_run(
    target: Path, transaction: Transaction, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise IoError(verbatim(f"{path} is held"))

    staged(transaction, "studio")
    monkeypatch.setattr(module, "remove_tree", refuse)
    transaction.drop_staging()
    assert transaction.has_leftovers()
    monkeypatch.undo()
    transaction.drop_staging()
    assert tree(target) == {}


def test_only_empty_folders_are_removed(tmp_path: Path) -> None:
    write_files(tmp_path, {"full/file": b"", "a-file": b""})
    (tmp_path / "empty").mkdir()
    for name in ("full", "a-file", "empty", "missing", "a-file/below"):
        assert remove_empty_folder(tmp_path / name) is False
    assert tree(tmp_path) == {"full": None, "full/file": b"", "a-file": b""}
    with pytest.raises(EngineInstallerError, match="remove"):
        remove_empty_folder(tmp_path / ("n" * 300))


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_an_empty_folder_that_this_user_may_not_remove_is_told() -> None:
    with open_folder() as folder:
        write_files(folder / "full", {"file": b""})
        for name in ("empty", "closed"):
            (folder / name).mkdir()
        (folder / "closed").chmod(0o700)
        folder.chmod(0o555)
        with no_administrator():
            assert remove_empty_folder(folder / "empty") is True
            assert remove_empty_folder(folder / "full") is False
            if os.getresuid()[2] == 0:
                assert remove_empty_folder(folder / "closed") is False
        folder.chmod(0o755)
        assert len(list(folder.iterdir())) == 3


@pytest.mark.parametrize("number", [errno.EBUSY, errno.ETXTBSY])
def test_an_empty_folder_in_use_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refuse(_path: Path) -> None:
        raise OSError(number, "busy")

    monkeypatch.setattr(Path, "rmdir", refuse)
    assert remove_empty_folder(tmp_path) is False

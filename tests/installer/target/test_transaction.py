"""The transaction of a target: what is pending, what is staged, and what is checked before the commit."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from builder.base.errors import AccessDenied, BlockedByPolicy, InvalidParameter, IoError
from installer.target.journal import Backup, Install, Operation, Remove, RemoveFolder
from installer.target.paths import JOURNAL, STAGING
from installer.target.transaction import Transaction
from tests.support.feeds import sha256
from tests.support.payloads import tree, write_files
from tests.support.rights import no_administrator, open_folder
from tests.support.targets import ENGINE, journal_of, seen, staged


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return write_files(tmp_path / "target", {})


@pytest.fixture
def transaction(target: Path) -> Transaction:
    return Transaction(target)


def trusted(_folder: Path) -> None:
    return None


# What is there when a run begins.


def test_a_journal_is_pending_from_its_commit_until_it_is_finished(target: Path, transaction: Transaction) -> None:
    assert transaction.pending() is None
    assert not transaction.has_leftovers()
    journal = journal_of(staged(transaction, "studio"), Remove(file="old", sha256=sha256(b"old")))
    assert transaction.has_leftovers()
    assert not transaction.is_begun()
    transaction.commit(journal)
    assert transaction.is_begun()
    assert Transaction(target).pending() == journal
    assert seen(target) == {}
    transaction.apply(journal)
    assert Transaction(target).pending() == journal
    transaction.finish()
    assert (transaction.pending(), transaction.is_begun(), transaction.has_leftovers()) == (None, False, False)
    assert tree(target) == {".engine-installer": None, "studio": b"new"}


def test_what_is_staged_nobody_else_may_change_or_read_whatever_the_umask(target: Path) -> None:
    before = os.umask(0)
    try:
        path = Transaction(target / "not/there/yet").stage("deep/studio")
    finally:
        os.umask(before)
    assert path.parent.is_dir()
    assert (target / "not/there/yet" / STAGING).stat().st_mode & 0o777 == 0o700


def test_a_folder_that_cannot_be_made_is_told(target: Path, transaction: Transaction) -> None:
    write_files(target, {".engine-installer": b"a file"})
    with pytest.raises(InvalidParameter, match="create the folder"):
        transaction.stage("studio")


def test_a_link_in_the_place_of_our_folder_stops_every_run(tmp_path: Path, transaction: Transaction) -> None:
    (tmp_path / "elsewhere").mkdir()
    transaction.folder.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(BlockedByPolicy, match=r"\.engine-installer is a symbolic link"):
        transaction.pending()


def test_a_journal_that_somebody_has_edited_is_not_carried_out(target: Path, transaction: Transaction) -> None:
    write_files(target, {JOURNAL: b'{"schema": 1, "action": "install", "operations": [{"do": "run"}]}'})
    with pytest.raises(BlockedByPolicy, match="not as engine-installer wrote it"):
        transaction.pending()


def test_a_link_that_leads_nowhere_is_a_leftover_too(transaction: Transaction) -> None:
    transaction.folder.mkdir()
    (transaction.folder / "staging").symlink_to("nowhere")
    assert transaction.has_leftovers()


# Before the commit.


def test_what_can_be_done_is_feasible_and_checking_changes_nothing(target: Path, transaction: Transaction) -> None:
    write_files(target, {"data/old": b"old", "data/mine": b"mine"})
    operations: list[Operation] = [
        Remove(file="data/old"),
        Backup(file="data/mine", to="data/mine.saved-1"),
        RemoveFolder(folder="missing/folder"),
        staged(transaction, "data/mine"),
        staged(transaction, "new/folder/studio"),
    ]
    before = tree(target)
    transaction.check_feasible(operations, trusted)
    assert tree(target) == before


@pytest.mark.parametrize(
    ("operation", "asked"),
    [
        (Remove(file="data/deep/old"), "data/deep"),
        (Backup(file="data/mine", to="data/mine.saved-1"), "data"),
        (Install(staged=f"{STAGING}/x", file="data/new/folder/x", sha256=""), "data"),
        (Install(staged=f"{STAGING}/x", file="x", sha256=""), "."),
    ],
)
def test_of_every_file_that_changes_the_nearest_folder_that_exists_must_be_trusted(
    target: Path, transaction: Transaction, operation: Operation, asked: str
) -> None:
    write_files(target, {"data/deep/old": b"old", "data/mine": b"mine", f"{STAGING}/x": b"x"})
    transaction.check_feasible([operation], lambda folder: None if folder == target / asked else "it is another's")
    with pytest.raises(BlockedByPolicy, match="with administrator rights: it is another's"):
        transaction.check_feasible([operation], lambda folder: "it is another's" if folder == target / asked else None)


def test_every_folder_is_asked_about_not_only_the_first(target: Path, transaction: Transaction) -> None:
    write_files(target, {"a/old": b"", "b/old": b"", "c/old": b""})
    operations: list[Operation] = [Remove(file=f"{name}/old") for name in "abc"]
    for theirs in (target / name for name in "abc"):
        with pytest.raises(BlockedByPolicy, match=f"{theirs} with administrator rights"):
            transaction.check_feasible(operations, {theirs: "it is another's"}.get)


def test_folders_that_are_only_removed_need_no_trust(target: Path, transaction: Transaction) -> None:
    (target / "theirs").mkdir()
    transaction.check_feasible([RemoveFolder(folder="theirs")], lambda _: "it is another's")


def test_a_file_where_a_folder_is_needed_is_refused_unless_it_goes_before(
    target: Path, transaction: Transaction
) -> None:
    write_files(target, {"data": b"a file"})
    operation = staged(transaction, "data/deep/one.txt")
    with pytest.raises(InvalidParameter, match="data"):
        transaction.check_feasible([operation], trusted)
    for goes in (Remove(file="data"), Backup(file="data", to="data.saved-1")):
        transaction.check_feasible([goes, operation], trusted)
        # Then it is the folder around it that must be trusted.
        with pytest.raises(BlockedByPolicy):
            transaction.check_feasible([goes, operation], lambda folder: "no" if folder == target else None)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
@pytest.mark.parametrize("mode", [0o555, 0o666])
def test_a_folder_that_this_user_may_not_change_is_refused_before_the_commit(mode: int) -> None:
    with open_folder() as folder:
        write_files(folder / "target/data", {"old": b""})
        transaction = Transaction(folder / "target")
        operation = [Remove(file="data/old")]
        (folder / "target/data").chmod(0o777)
        with no_administrator():
            transaction.check_feasible(operation, trusted)
        (folder / "target/data").chmod(mode)
        with no_administrator(), pytest.raises(AccessDenied, match="write to"):
            transaction.check_feasible(operation, trusted)
        (folder / "target/data").chmod(0o777)


@pytest.mark.skipif(
    not Path("/dev/shm").is_mount(),
    reason="there is no second volume",
)
def test_a_folder_on_another_volume_is_refused_unless_it_is_that_of_the_engines(tmp_path: Path) -> None:
    with pytest.raises(IoError, match="another volume"):
        Transaction(Path("/")).check_feasible([Remove(file="dev/shm/not-there")], trusted)
    elsewhere = Path("/dev/shm") / tmp_path.name
    elsewhere.mkdir()
    try:
        (tmp_path / "engines").symlink_to(elsewhere)
        Transaction(tmp_path).check_feasible([Remove(file=ENGINE), Remove(file="engines/deep/x")], trusted)
    finally:
        elsewhere.rmdir()


def test_a_folder_whose_name_begins_like_that_of_the_engines_may_not_lie_on_another_volume(
    target: Path, transaction: Transaction, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_files(target / "engines-data", {"old": b""})
    honest = Path.stat

    def stat(path: Path, **options: bool) -> os.stat_result:
        status = honest(path, **options)
        return os.stat_result((*status[:2], status.st_dev + 1, *status[3:])) if path == folder else status

    monkeypatch.setattr(Path, "stat", stat)
    with pytest.raises(IoError, match="another volume"):
        transaction.check_feasible([Remove(file="engines-data/old")], trusted)


@pytest.mark.parametrize("lost", ["gone", "link", "folder"])
def test_what_was_prepared_must_still_be_there(target: Path, transaction: Transaction, lost: str) -> None:
    operation = staged(transaction, "studio")
    path = target / operation.staged
    path.unlink()
    if lost == "link":
        path.symlink_to(write_files(target, {"other": b"new"}) / "other")
    if lost == "folder":
        path.mkdir()
    with pytest.raises(IoError, match="what was prepared for it is gone"):
        transaction.check_feasible([operation], trusted)


@pytest.mark.parametrize(
    ("there", "goes", "feasible"),
    [
        ({"data/old": b""}, [Remove(file="data/old"), RemoveFolder(folder="data")], True),
        ({"data/old": b""}, [Backup(file="data/old", to="old"), RemoveFolder(folder="data")], True),
        ({"data/old": b""}, [Remove(file="data/old")], False),
        ({"data/old": b""}, [RemoveFolder(folder="data")], False),
        ({"data/old": b"", "data/mine": b""}, [Remove(file="data/old"), RemoveFolder(folder="data")], False),
        (
            {"data/deep/old": b""},
            [Remove(file="data/deep/old"), RemoveFolder(folder="data/deep"), RemoveFolder(folder="data")],
            True,
        ),
        ({"data/deep/old": b""}, [Remove(file="data/deep/old"), RemoveFolder(folder="data")], False),
    ],
)
def test_a_folder_in_the_place_of_a_file_is_refused_unless_all_of_it_goes(
    target: Path, transaction: Transaction, there: dict[str, bytes], goes: list[Operation], feasible: bool
) -> None:
    write_files(target, there)
    operations: list[Operation] = [*goes, staged(transaction, "data")]
    if feasible:
        transaction.check_feasible(operations, trusted)
        transaction.apply(journal_of(*operations))
        assert (target / "data").read_bytes() == b"new"
        return
    with pytest.raises(InvalidParameter, match="is not a file, but a file of that name must be installed"):
        transaction.check_feasible(operations, trusted)


def test_a_folder_in_the_way_that_cannot_be_read_is_told(
    target: Path, transaction: Transaction, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    (target / "data").mkdir()
    operation = staged(transaction, "data")
    monkeypatch.setattr(Path, "rglob", refuse)
    with pytest.raises(IoError, match="read"):
        transaction.check_feasible([operation], trusted)


@pytest.mark.parametrize("operation", [Remove(file="data/x"), Backup(file="data/x", to="data/y"), "install"])
def test_nothing_is_changed_behind_a_link(
    tmp_path: Path, target: Path, transaction: Transaction, operation: Operation | str
) -> None:
    elsewhere = write_files(tmp_path / "elsewhere", {"x": b"precious"})
    (target / "data").symlink_to(elsewhere)
    asked = staged(transaction, "data/x") if isinstance(operation, str) else operation
    with pytest.raises(BlockedByPolicy, match="nothing is changed behind it"):
        transaction.check_feasible([asked], trusted)
    with pytest.raises(BlockedByPolicy, match="nothing is changed behind it"):
        transaction.apply(journal_of(asked))
    assert tree(elsewhere) == {"x": b"precious"}


def test_the_folder_of_engines_alone_may_be_a_link(tmp_path: Path, target: Path, transaction: Transaction) -> None:
    elsewhere = write_files(tmp_path / "elsewhere", {})
    (target / "engines").symlink_to(elsewhere)
    (elsewhere / "deep").symlink_to(tmp_path)
    transaction.apply(journal_of(staged(transaction, ENGINE)))
    assert (elsewhere / Path(ENGINE).name).read_bytes() == b"new"
    with pytest.raises(BlockedByPolicy):
        transaction.apply(journal_of(Remove(file="engines/deep/x")))

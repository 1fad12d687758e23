"""The transaction of a target: what is checked before the commit, what applying a journal does, again and again."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from builder.base.errors import AccessDenied, BlockedByPolicy, EngineInstallerError, InvalidParameter, IoError
from builder.base.text import verbatim
from installer.target import transaction as module
from installer.target.journal import Backup, Install, Journal, Operation, Remove, RemoveFolder
from installer.target.paths import JOURNAL, RECEIPT, STAGING
from installer.target.transaction import Transaction, remove_empty_folder
from tests.support.payloads import tree, write_files
from tests.support.rights import no_administrator, open_folder

ENGINE = "engines/alpha-0123456789ab.engine"


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def saved(file: str, content: bytes) -> str:
    return f"{file}.saved-{sha256(content)[:12]}"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return write_files(tmp_path / "target", {})


@pytest.fixture
def transaction(target: Path) -> Transaction:
    return Transaction(target)


def staged(transaction: Transaction, file: str, content: bytes = b"new", replaces: str | None = None) -> Install:
    transaction.stage(file).write_bytes(content)
    return transaction.install_operation(file, sha256(content), replaces=replaces)


def journal_of(*operations: Operation) -> Journal:
    return Journal(action="install", operations=operations)


def seen(target: Path) -> dict[str, bytes | str | None]:
    """What is there besides our own folder."""
    return {name: there for name, there in tree(target).items() if not name.startswith(".engine-installer")}


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
        Transaction(tmp_path).check_feasible([Remove(file=ENGINE)], trusted)
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
    first: list[Operation] = [
        staged(transaction, "a/x"),
        staged(transaction, "b/y"),
        Backup(file="data/mine", to="data/kept"),
    ]
    transaction.stage("index").write_bytes(b"index")
    last = transaction.install_operation("index", sha256(b"index"), last=True)
    journal = journal_of(*first, last)
    transaction.commit(journal)
    # The names of what is staged, before the journal that names them.
    assert set(flushed) == {(target / STAGING / part, False, False) for part in ("a", "b", ".")}
    flushed.clear()
    transaction.apply(journal)
    # The new names, before the file that names them, and that as well.
    assert set(flushed[:3]) == {(target / part, True, False) for part in ("a", "b", "data")}
    assert flushed[3:] == [(target, True, True)]
    flushed.clear()
    transaction.finish()
    assert [(folder, begun) for folder, begun, _ in flushed] == [(transaction.folder, False)]


def test_a_folder_that_is_gone_when_it_should_be_flushed_stops_nothing(target: Path, transaction: Transaction) -> None:
    write_files(target, {"data/mine": b"mine"})
    operations: list[Operation] = [Backup(file="data/mine", to="kept"), RemoveFolder(folder="data")]
    transaction.apply(journal_of(*operations))
    assert seen(target) == {"kept": b"mine"}


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


def test_an_empty_folder_in_use_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> None:
        raise OSError(errno.EBUSY, "Device or resource busy")

    monkeypatch.setattr(Path, "rmdir", refuse)
    assert remove_empty_folder(tmp_path) is False

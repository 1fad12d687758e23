"""Carrying out a journal in a target: what is listed, what goes, and completing what an earlier run has begun."""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from builder.app_package.app import Registration
from builder.base.cancellation import CancelToken
from builder.base.errors import AccessDenied, IoError
from builder.base.events import Warned
from builder.base.text import verbatim
from builder.engines.store import ENGINE_STAGING, EngineStore
from installer.target import installation as module
from installer.target import registration
from installer.target.journal import Install, Journal, Registered, Remove
from installer.target.paths import JOURNAL, KEPT_PROGRAM, RECEIPT, STAGING
from installer.target.receipt import InstalledFile, Receipt
from tests.support.packages import APP
from tests.support.payloads import tree, write_files
from tests.support.rights import no_administrator, open_folder
from tests.support.targets import TEST_APP, committed, installation_of, with_engines, with_receipt

on_linux = pytest.mark.skipif(os.name == "nt", reason="made with what Linux has")
as_root = pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root has rights to abuse")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's, where desktop entries are."""
    for name in [name for name in os.environ if name.startswith("XDG_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return write_files(tmp_path / "home", {})


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "target"


def listed_in(home: Path) -> Path:
    return home / f".local/share/applications/{APP['id']}.desktop"


# What an earlier run has begun.


def test_without_a_journal_there_is_nothing_to_complete(target: Path) -> None:
    with_engines(target, b"one")
    before = tree(target)
    assert list(installation_of(target).recover(CancelToken())) == []
    assert tree(target) == before


def test_an_installation_that_was_cut_off_is_completed(target: Path) -> None:
    transaction = installation_of(target).transaction
    transaction.stage("studio").write_bytes(b"new")
    operation = transaction.install_operation("studio", hashlib.sha256(b"new").hexdigest())
    write_files(target, {"studio": b"edited since"})
    committed(target, operations=(operation,), made=(str(target),))
    events = list(installation_of(target).recover(CancelToken()))
    assert [str(event.message) for event in events if isinstance(event, Warned)] == [
        "An installation was interrupted; it is completed first."
    ]
    there = tree(target)
    assert there.pop("studio") == b"new"
    assert b"edited since" in there.values()
    assert JOURNAL not in there


@pytest.mark.parametrize("known", [True, False])
def test_what_is_completed_is_announced_as_the_application_where_that_is_known(
    target: Path, monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    names = []

    def announce(name: str) -> contextlib.nullcontext[None]:
        names.append(name)
        return contextlib.nullcontext()

    monkeypatch.setattr(module, "announce", announce)
    if known:
        with_receipt(target)
    committed(target)
    list(installation_of(target).recover(CancelToken()))
    assert names == [f"engine-installer-{APP['id']}" if known else "engine-installer"]


def test_a_removal_that_was_cut_off_is_completed_with_the_folders_that_were_made(tmp_path: Path, target: Path) -> None:
    write_files(target, {"studio": b"old", "mine/x": b"mine"})
    committed(target, "uninstall", operations=(Remove(file="studio"),), made=(str(tmp_path), str(target)))
    events = list(installation_of(target).recover(CancelToken()))
    assert [str(event.message) for event in events if isinstance(event, Warned)] == [
        "A removal was interrupted; it is completed first."
    ]
    assert tree(target) == {"mine": None, "mine/x": b"mine"}
    committed(target, "uninstall", operations=(Remove(file="mine/x"),), made=(str(target),))
    (target / "mine/x").unlink()
    (target / "mine").rmdir()
    list(installation_of(target).recover(CancelToken()))
    assert not target.exists()
    assert tmp_path.exists()


def test_what_another_run_has_completed_meanwhile_is_not_done_again(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(target, {"studio": b"installed since"})
    committed(target, "uninstall", operations=(Remove(file="studio"),), made=(str(target),))

    @contextlib.contextmanager
    def announce(_name: str) -> Iterator[None]:
        installation_of(target).transaction.finish()
        yield

    monkeypatch.setattr(module, "announce", announce)
    assert list(installation_of(target).recover(CancelToken())) == []
    assert (target / "studio").read_bytes() == b"installed since"


@on_linux
def test_what_is_for_all_users_only_an_administrator_completes() -> None:
    with open_folder() as folder:
        target = folder / "target"
        with_receipt(target, scope="all-users")
        write_files(target, {"studio": b"old"})
        committed(target, operations=(Remove(file="studio"),))
        for path in (target, *target.rglob("*")):
            path.chmod(0o777)
        with no_administrator(), pytest.raises(AccessDenied):
            list(installation_of(target).recover(CancelToken()))
        assert (target / "studio").exists()


# Carrying out a journal.


@on_linux
def test_an_installation_is_listed_and_what_it_replaces_goes(target: Path, home: Path) -> None:
    with_receipt(target, registration=Registration(executable="studio"))
    (record,) = with_engines(target, b"one")
    old, other = "m0-0123456789ab.engine", "foreign.txt"
    write_files(target / "engines", {old: b"old", other: b"mine"})
    asked = installation_of(target)
    asked.transaction.stage("x").write_bytes(b"")
    part = asked.store.part_path("0" * 64)
    asked.store.staging_path("x").write_bytes(b"")
    part.write_bytes(b"half")
    asked.parts = [part]
    assert list(asked.complete(committed(target, superseded=(old,)))) == []
    assert listed_in(home).exists()
    assert {path.name for path in (target / "engines").iterdir()} == {record.file, "engines.json", other, ".staging"}
    assert list((target / ENGINE_STAGING).iterdir()) == [part]
    assert {path.name for path in (target / ".engine-installer").iterdir()} == {"receipt.json"}


@on_linux
def test_a_removal_takes_the_application_off_the_list_with_its_shortcuts(
    target: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    receipt = with_receipt(target, registration=Registration(executable="studio"))
    list(installation_of(target).complete(committed(target)))
    content = listed_in(home).read_bytes()
    write_files(home, {"Desktop/ours.desktop": content, "Desktop/theirs.desktop": b"[Desktop Entry]\n"})
    shortcuts = tuple(str(home / "Desktop" / name) for name in ("ours.desktop", "theirs.desktop", "gone.desktop"))
    asked, done = installation_of(target), []
    unregister, apply = registration.unregister, asked.transaction.apply

    def unregister_first(listed: Registered, place: Path) -> None:
        done.append("unlisted")
        unregister(listed, place)

    def apply_then(journal: Journal, *, was_interrupted: bool) -> None:
        done.append("applied")
        apply(journal, was_interrupted=was_interrupted)

    monkeypatch.setattr(registration, "unregister", unregister_first)
    monkeypatch.setattr(asked.transaction, "apply", apply_then)
    journal = committed(
        target, "uninstall", unregister=receipt.registered, shortcuts=shortcuts, operations=(Remove(file=RECEIPT),)
    )
    assert list(asked.complete(journal)) == []
    assert done == ["unlisted", "applied"]
    assert not listed_in(home).exists()
    assert [path.name for path in (home / "Desktop").iterdir()] == ["theirs.desktop"]
    assert tree(target) == {".engine-installer": None}


@on_linux
def test_shortcuts_that_the_receipt_names_are_written_again_where_they_are_ours(target: Path, home: Path) -> None:
    desktop = home / "Desktop"
    shortcuts = tuple(str(desktop / name) for name in ("ours.desktop", "theirs.desktop", "gone.desktop"))
    with_receipt(target, registration=Registration(executable="studio"), shortcuts=shortcuts)
    list(installation_of(target).complete(committed(target)))
    ours = listed_in(home).read_bytes()
    write_files(desktop, {"ours.desktop": ours + b"# changed\n", "theirs.desktop": b"[Desktop Entry]\n"})
    list(installation_of(target).complete(committed(target)))
    assert tree(desktop) == {"ours.desktop": ours, "theirs.desktop": b"[Desktop Entry]\n"}
    # Without a program of its own, an application has none to lead to.
    with_receipt(target, registration=Registration(), shortcuts=shortcuts)
    write_files(desktop, {"ours.desktop": ours + b"# changed\n"})
    list(installation_of(target).complete(committed(target)))
    assert (desktop / "ours.desktop").read_bytes().endswith(b"# changed\n")


@on_linux
def test_a_list_that_cannot_be_changed_is_worth_a_warning_and_stops_only_a_removal(target: Path, home: Path) -> None:
    receipt = with_receipt(target, registration=Registration(executable="studio"))
    list(installation_of(target).complete(committed(target)))
    write_files(target, {"old": b"", "data/old": b""})
    ours = listed_in(home).read_bytes()

    def refused(action: str, file: str) -> list[str]:
        """The entry is a folder with a foreign one in it, or of another program."""
        journal = committed(target, action, unregister=receipt.registered, operations=(Remove(file=file),))
        return [str(event.message) for event in installation_of(target).complete(journal) if isinstance(event, Warned)]

    listed_in(home).write_bytes(b"[Desktop Entry]\n")
    (told,) = refused("install", "old")
    assert "The operating system's list of applications was not changed" in told
    assert not (target / "old").exists()
    assert not (target / JOURNAL).exists()
    listed_in(home).write_bytes(ours)
    with pytest.MonkeyPatch.context() as patch:

        def refuse(*_given: object) -> None:
            raise IoError(verbatim("the system refuses"))

        patch.setattr(registration, "unregister", refuse)
        write_files(target, {"old": b""})
        assert any("the system refuses" in message for message in refused("install", "old"))
        assert not (target / "old").exists()
        with pytest.raises(IoError, match="the system refuses") as caught:
            refused("uninstall", "data/old")
        assert "Run the same command again" in caught.value.hint
        assert (target / "data/old").exists()
        assert (target / JOURNAL).exists()


@on_linux
def test_a_shortcut_that_cannot_be_changed_is_worth_a_warning(
    target: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_receipt(target, registration=Registration(executable="studio"), shortcuts=(str(home / "x.desktop"),))
    list(installation_of(target).complete(committed(target)))
    write_files(home, {"x.desktop": listed_in(home).read_bytes()})

    def refuse(*_given: object) -> None:
        raise IoError(verbatim("the system refuses"))

    for name in ("write_shortcut", "remove_shortcut"):
        monkeypatch.setattr(f"installer.target.registration.shortcuts.{name}", refuse)
    for journal in (committed(target), replace(committed(target), shortcuts=(str(home / "x.desktop"),))):
        told = [str(item.message) for item in installation_of(target).complete(journal) if isinstance(item, Warned)]
        assert told
        assert all(f"The shortcut {home / 'x.desktop'} was not changed: the system refuses" in text for text in told)


def test_an_application_that_is_not_to_be_listed_is_not(target: Path, home: Path) -> None:
    with_receipt(target)
    assert list(installation_of(target).complete(committed(target))) == []
    assert tree(home) == {}


def test_an_error_says_that_the_same_command_completes_what_has_begun(target: Path) -> None:
    lost = Install(staged=f"{STAGING}/x", file=RECEIPT, sha256="0" * 64)
    with pytest.raises(IoError) as caught:
        list(installation_of(target).complete(committed(target, operations=(lost,)), was_interrupted=True))
    assert "Run the same command again" in caught.value.hint
    assert (target / JOURNAL).exists()


# After a removal.


def test_folders_that_were_made_and_are_empty_go_and_no_others(tmp_path: Path) -> None:
    target = tmp_path / "made/deep/target"
    (target / "engines").mkdir(parents=True)
    (target / ".engine-installer").mkdir()
    (tmp_path / "other").mkdir()
    made = [str(path) for path in (tmp_path / "other", target.parent, target, tmp_path / "made/deep/target/x")]
    journal = Journal(action="uninstall", operations=(), made=(*made, "\0", "relative", ""))
    assert installation_of(target).remove_made_folders(replace(journal, action="install")) == []
    assert target.exists()
    assert installation_of(target).remove_made_folders(journal) == []
    assert tree(tmp_path) == {"home": None, "made": None, "other": None}


@pytest.mark.parametrize("holds", [True, False])
@pytest.mark.parametrize("runs", [True, False])
def test_a_program_in_the_target_goes_after_its_end_where_the_system_holds_it(
    target: Path, monkeypatch: pytest.MonkeyPatch, holds: bool, runs: bool
) -> None:
    later: list[tuple[Path, list[Path]]] = []
    monkeypatch.setattr(module, "holds_running_programs", lambda: holds)
    monkeypatch.setattr(module, "runs_from", lambda _target: runs)
    monkeypatch.setattr(module, "remove_after_exit", lambda *given: later.append(given))
    (target / "mine").mkdir(parents=True)
    journal = Journal(action="uninstall", operations=(), made=(str(target.parent), str(target)))
    assert installation_of(target).remove_made_folders(journal) == []
    folders = [target / "engines", target / ".engine-installer", target, target.parent]
    assert later == ([(target / KEPT_PROGRAM, folders)] if holds and runs else [])


@on_linux
def test_folders_that_this_user_may_not_remove_are_told() -> None:
    with open_folder() as folder:
        target = folder / "closed/target"
        target.mkdir(parents=True)
        target.chmod(0o777)
        with no_administrator():
            asked = installation_of(target)
            journal = Journal(action="uninstall", operations=(), made=(str(target),))
            assert asked.remove_made_folders(journal) == ([target] if os.getresuid()[2] == 0 else [])


# What is listed.


def test_what_is_listed_has_the_size_of_everything_that_was_installed(target: Path) -> None:
    files = tuple(InstalledFile(file=f"f{size}", size=size, sha256="") for size in (10, 200))
    receipt = Receipt(app=TEST_APP, scope="current-user", files=files)
    records = with_engines(target, b"one", b"four")
    index = EngineStore(target).read_index()
    before = datetime.datetime.now().astimezone()
    entry = installation_of(target).entry(receipt, index)
    days = {f"{day:%Y%m%d}" for day in (before, datetime.datetime.now().astimezone())}
    assert entry.size_bytes == 210 + sum(record.size for record in records)
    assert installation_of(target).entry(receipt, None).size_bytes == 210
    assert (entry.receipt, entry.target, entry.date in days) == (receipt, target, True)
    assert entry.program[0] == sys.executable
    assert entry.console is None


@pytest.mark.parametrize(
    ("names", "window", "program", "console"),
    [
        (["engine-installer", "App-setup"], True, "App-setup", "engine-installer"),
        (["engine-installer"], True, "engine-installer", "engine-installer"),
        (["engine-installer"], False, "engine-installer", None),
    ],
)
def test_the_copy_in_the_target_is_what_is_started(
    target: Path, monkeypatch: pytest.MonkeyPatch, names: list[str], window: bool, program: str, console: str | None
) -> None:
    folder = write_files(target / KEPT_PROGRAM, dict.fromkeys(names, b""))
    files = tuple(InstalledFile(file=f"{KEPT_PROGRAM}/{name}", size=0, sha256="") for name in names)
    monkeypatch.setattr(module, "has_wizard", lambda: window)
    entry = installation_of(target).entry(Receipt(app=TEST_APP, scope="current-user", files=files), None)
    assert entry.program == (str(folder / program),)
    assert entry.console == ((str(folder / console),) if console else None)

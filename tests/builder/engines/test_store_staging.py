"""Where engines wait for their publication: what a run that was cut off left, and that no link is followed."""

from __future__ import annotations

import errno
import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from builder.base.cancellation import CancelToken
from builder.base.errors import Cancelled, DiskFull, EngineInstallerError
from builder.engines.store import EngineStore, StagedEngine
from tests.builder.engines.test_store import WANTED, engine, staged, with_time_of
from tests.support.headers import classic_header


def finished_names(store: EngineStore) -> list[str]:
    return [item.path.name for item in store.finished()]


def test_only_this_user_can_enter_the_staging_folder(store: EngineStore) -> None:
    before = os.umask(0)
    try:
        with store.exclusive():
            store.staging_path("a")
            store.staging_path("b")
            assert store.staging.stat().st_mode & 0o777 == 0o700
            store.clear_staging()
    finally:
        os.umask(before)


def test_a_file_where_staging_should_be_is_named(store: EngineStore) -> None:
    with store.exclusive():
        store.staging.touch()
        with pytest.raises(EngineInstallerError, match="Cannot write to"):
            store.staging_path("a")
        store.staging.unlink()


@pytest.fixture
def flushed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """Which files were flushed to the disk, and how much of them."""
    files = []

    def note(descriptor: int) -> None:
        status = os.fstat(descriptor)
        if stat.S_ISREG(status.st_mode):
            files.append((status.st_ino, status.st_size))

    monkeypatch.setattr(os, "fsync", note)
    return files


def test_an_engine_and_the_note_about_it_are_on_the_disk_before_they_count(
    store: EngineStore, flushed: list[tuple[int, int]]
) -> None:
    with store.exclusive():
        item = staged(store, "a", engine())
        store.verify(item.path, "a", item.record.size, item.record.sha256, WANTED)
        engine_file = item.path.stat()
        assert flushed == [(engine_file.st_ino, engine_file.st_size)]
        store.note_finished(item)
        notes = (store.staging / "finished.jsonl").stat()
        assert flushed[1:] == [(notes.st_ino, notes.st_size)]
        assert notes.st_mode & 0o111 == 0


def test_an_engine_that_cannot_be_flushed_is_not_published(store: EngineStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with store.exclusive():
        item = staged(store, "a", engine())
        monkeypatch.setattr(os, "fsync", fail)
        with pytest.raises(DiskFull, match="Cannot flush"):
            store.verify(item.path, "a", item.record.size, item.record.sha256, WANTED)


def test_a_link_in_staging_is_not_published(store: EngineStore, tmp_path: Path) -> None:
    with store.exclusive():
        item = staged(store, "a", engine())
        item.path.rename(tmp_path / "theirs")
        item.path.symlink_to(tmp_path / "theirs")
        with pytest.raises(EngineInstallerError, match="Cannot read"):
            store.verify(item.path, "a", item.record.size, item.record.sha256, WANTED)


def test_a_classic_engine_is_published_whose_header_names_neither_size_nor_gpus(store: EngineStore) -> None:
    content = classic_header() + b"kernels"
    wanted = replace(WANTED, backend="tensorrt", library_version="11.4.0.106", targets=("8.9",))
    with store.exclusive():
        item = staged(store, "a", content)
        header = store.verify(item.path, "a", len(content), item.record.sha256, wanted)
    assert (header.backend, header.size, header.targets) == ("tensorrt", None, None)


def test_what_was_finished_is_found_again(store: EngineStore) -> None:
    assert (store.finished(), store.has_leftovers()) == ([], False)
    with store.exclusive():
        first, second = staged(store, "a", engine(b"1")), staged(store, "b", engine(b"2"))
        store.note_finished(first)
        store.note_finished(second)
        assert store.finished() == [first, second]
        again = staged(store, "a", engine(b"3"))
        store.note_finished(again)
        assert store.finished() == [again, second]
        assert store.has_leftovers()
        cancel = CancelToken()
        cancel.cancel()
        with pytest.raises(Cancelled):
            store.finished(cancel)


def test_a_finished_engine_with_a_changed_byte_is_built_again(store: EngineStore) -> None:
    with store.exclusive():
        item = staged(store, "a", engine(b"kernels"))
        noted = StagedEngine(item.path, replace(item.record, modified_us=item.path.stat().st_mtime_ns // 1000))
        store.note_finished(noted)
        assert store.finished() == [noted]
        with_time_of(item.path, lambda path: path.write_bytes(engine(b"Kernels")))
        assert store.finished() == []


def test_a_finished_engine_that_cannot_be_read_is_built_again(
    store: EngineStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> str:
        raise PermissionError(errno.EACCES, "Permission denied")

    with store.exclusive():
        store.note_finished(staged(store, "a", engine()))
        monkeypatch.setattr("builder.engines.store.sha256_of", fail)
        assert store.finished() == []


@pytest.mark.parametrize(
    "name", ["../a-0123456789ab.engine", "../../x.engine", "/x.engine", "sub/x.engine", "a:b.engine", "x.so", ""]
)
def test_a_note_about_a_file_elsewhere_is_not_believed(store: EngineStore, tmp_path: Path, name: str) -> None:
    with store.exclusive():
        item = staged(store, "a", engine())
        store.note_finished(item)
        store.note_finished(staged(store, "b", engine(b"other")))
        notes = store.staging / "finished.jsonl"
        notes.write_text(notes.read_text().replace('"a.engine"', json.dumps(name)))
        place = store.staging / name
        if name:
            place.parent.mkdir(exist_ok=True)
            item.path.replace(place) if place.parent != Path("/") else None
        assert finished_names(store) == ["b.engine"]


def test_notes_that_were_cut_off_or_edited_cost_only_what_they_are_about(store: EngineStore) -> None:
    with store.exclusive():
        store.note_finished(staged(store, "a", engine()))
        notes = store.staging / "finished.jsonl"
        line = notes.read_text()
        deep = "[" * 100_000
        notes.write_text(f"\n{deep}\n[]\n{{}}\n{line}{line[:99]}")
        assert finished_names(store) == ["a.engine"]
        notes.write_text(line + "é")
        assert finished_names(store) == []
        notes.write_text(line + " " * (16 << 20))
        assert finished_names(store) == []


def test_no_link_is_followed_where_finished_engines_are_noted(store: EngineStore, tmp_path: Path) -> None:
    with store.exclusive():
        item = staged(store, "a", engine())
        store.note_finished(item)
        notes = store.staging / "finished.jsonl"
        notes.rename(tmp_path / "theirs")
        notes.symlink_to(tmp_path / "theirs")
        before = (tmp_path / "theirs").read_bytes()
        assert store.finished() == []
        with pytest.raises(EngineInstallerError, match="Cannot write"):
            store.note_finished(item)
        assert (tmp_path / "theirs").read_bytes() == before


def test_a_staging_folder_that_is_a_link_is_not_believed_and_what_it_leads_to_stays(
    store: EngineStore, tmp_path: Path
) -> None:
    with store.exclusive():
        store.note_finished(staged(store, "a", engine()))
        store.staging.rename(tmp_path / "theirs")
        store.staging.symlink_to(tmp_path / "theirs")
        assert store.finished() == []
        assert store.has_leftovers()
        store.clear_staging()
        assert not store.has_leftovers()
    assert {path.name for path in (tmp_path / "theirs").iterdir()} == {"a.engine", "finished.jsonl"}


def test_nothing_of_others_is_removed_through_a_link_even_if_something_is_kept(
    store: EngineStore, tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    part = store.part_path("ab" * 32).name
    for name in ("note.txt", part):
        (theirs / name).touch()
    with store.exclusive():
        store.staging.symlink_to(theirs)
        store.clear_staging([store.staging / part])
        assert not store.has_leftovers()
    assert {path.name for path in theirs.iterdir()} == {"note.txt", part}


def test_what_cannot_be_removed_from_staging_stops_nothing_and_is_not_followed(
    store: EngineStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs/note.txt").touch()
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path.name in ("b.engine", ".staging"):
            raise PermissionError(errno.EACCES, "in use")
        unlink(path, missing_ok)

    with store.exclusive():
        a, b, c = (staged(store, name, engine()).path for name in "abc")
        monkeypatch.setattr(Path, "unlink", refuse)
        store.clear_staging([a])
        assert (a.exists(), b.exists(), c.exists()) == (True, True, False)
        b.rename(tmp_path / "b")
        store.clear_staging()
        store.staging.symlink_to(tmp_path / "theirs")
        store.clear_staging()
        assert (tmp_path / "theirs/note.txt").exists()
        unlink(store.staging)


def test_what_is_kept_of_staging_keeps_its_notes(store: EngineStore) -> None:
    with store.exclusive():
        item = staged(store, "a", engine())
        store.note_finished(item)
        staged(store, "b", engine(b"other"))
        store.part_path("ab" * 32).write_bytes(b"half")
        store.clear_staging([item.path, store.part_path("ab" * 32), store.staging / "never"])
        assert {path.name for path in store.staging.iterdir()} == {"a.engine", "finished.jsonl", f"{'ab' * 32}.part"}
        store.clear_staging([store.staging / "never"])
        assert not store.has_leftovers()

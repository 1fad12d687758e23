"""The engines of one target: what is verified, published, resumed and removed, and what is never touched."""

from __future__ import annotations

import errno
import json
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import filelock
import pytest

from builder.base.cancellation import CancelToken
from builder.base.errors import (
    AccessDenied,
    AlreadyRunning,
    Cancelled,
    EngineInstallerError,
    EngineInvalid,
    SystemNotSupported,
)
from builder.base.files import sha256_of
from builder.base.settings import BuildSettings
from builder.engines.index import AbsentModel, AppEntry, EngineIndex, EngineRecord, fingerprint_of
from builder.engines.store import EngineStore, StagedEngine
from builder.engines.verdict import WantedEngine
from tests.support.feeds import record_for
from tests.support.headers import classic_header, rtx_header

WANTED = WantedEngine("ab", (), BuildSettings(), "tensorrt-rtx", "1.7.1.116", (), None, "linux")


def engine(body: bytes = b"kernels", size: int | None = None, mask: int = 0x7E) -> bytes:
    return rtx_header(size=64 + len(body) if size is None else size, mask=mask) + body


def staged(store: EngineStore, model: str, content: bytes) -> StagedEngine:
    path = store.staging_path(model)
    path.write_bytes(content)
    return StagedEngine(path, record_for(content, model=model, portable=True))


def index(*records: EngineRecord, superseded: tuple[str, ...] = ()) -> EngineIndex:
    app = AppEntry(id="com.example.test", name="Test", version="1", package="/p")
    return EngineIndex(app=app, fingerprint=fingerprint_of(records), engines=records, superseded=superseded)


def names(store: EngineStore) -> set[str]:
    return {path.name for path in store.folder.iterdir()}


def publish(store: EngineStore, *contents: tuple[str, bytes]) -> EngineIndex:
    """What a transaction does, without its journal."""
    with store.exclusive():
        previous = store.read_index()
        engines = [staged(store, model, content) for model, content in contents]
        new = index(*(item.record for item in engines))
        for item in engines:
            item.path.replace(store.folder / item.record.file)
        store.stage_index(new).replace(store.index_path)
        old = [*previous.superseded, *(record.file for record in previous.engines)] if previous else []
        store.collect_garbage(new, old)
        store.clear_staging()
    return new


def test_a_published_set_is_read_back_as_it_was(store: EngineStore) -> None:
    new = publish(store, ("a", engine(b"1")), ("b", engine(b"2")))
    assert store.read_index() == new
    assert [store.file_state(record, quick=False) for record in new.engines] == ["intact", "intact"]
    assert names(store) == {"engines.json", *(record.file for record in new.engines)}


def test_a_new_set_replaces_the_old_one(store: EngineStore) -> None:
    old = publish(store, ("a", engine(b"1")), ("b", engine(b"2")))
    new = publish(store, ("a", engine(b"3")))
    assert new.fingerprint != old.fingerprint
    assert names(store) == {"engines.json", new.engines[0].file}


def test_an_application_that_has_the_old_file_open_keeps_it(store: EngineStore) -> None:
    old = publish(store, ("a", engine(b"1")))
    with (store.folder / old.engines[0].file).open("rb") as stream:
        publish(store, ("a", engine(b"2")))
        assert stream.read() == engine(b"1")


def test_a_superseded_file_that_is_held_is_noted_and_removed_next_time(
    store: EngineStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = publish(store, ("a", engine(b"1")))
    held = store.folder / old.engines[0].file
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path == held:
            raise PermissionError(13, "in use")
        unlink(path, missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refuse)
        publish(store, ("a", engine(b"2")))
    noted = store.read_index()
    assert noted is not None
    assert noted.superseded == (held.name,)
    publish(store, ("a", engine(b"3")))
    noted = store.read_index()
    assert noted is not None
    assert noted.superseded == ()
    assert not held.exists()


def test_a_run_that_publishes_nothing_leaves_no_folder(store: EngineStore) -> None:
    def fail() -> None:
        with store.exclusive():
            store.staging_path("a").write_bytes(b"half an engine")
            store.clear_staging()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert not store.target.exists()


def test_what_a_worker_left_goes_and_what_is_wanted_stays(store: EngineStore) -> None:
    with store.exclusive():
        wanted = store.staging_path("a")
        wanted.write_bytes(b"an engine")
        left = store.staging / "b.engine.plugins"
        left.mkdir()
        (left / "0.so").write_bytes(b"a library")
        store.clear_staging([wanted])
        assert list(store.staging.iterdir()) == [wanted]


def test_folders_that_were_there_stay(store: EngineStore) -> None:
    store.target.mkdir()
    with store.exclusive():
        pass
    assert list(store.target.iterdir()) == []


def test_the_target_is_for_one_run_at_a_time(store: EngineStore) -> None:
    with store.exclusive():
        with pytest.raises(AlreadyRunning, match="Another run"), EngineStore(store.target).exclusive():
            pass
        store.staging_path("a").write_bytes(b"still mine")
    with store.exclusive():
        pass


@pytest.mark.parametrize(
    ("content", "wanted", "problem"),
    [
        (b"", WANTED, "an empty file"),
        (b"x" * 100, WANTED, "the mark of a TensorRT engine is missing"),
        (engine(size=70), WANTED, "the header says 70"),
        (engine(mask=0b1000), WANTED, "it runs on 8.9, not on 8.0, 8.6"),
        (engine(), WantedEngine("", (), None, "tensorrt", None, (), None, ""), "it is an engine of tensorrt-rtx"),
        (engine(), WantedEngine("", (), None, "tensorrt-rtx", "1.8", (), None, ""), "by version 1.7.1.116, not 1.8"),
        (engine(), WantedEngine("", (), None, "tensorrt-rtx", None, ("7.5",), None, ""), "not on 7.5"),
    ],
)
def test_a_file_that_is_not_what_was_ordered_is_not_published(
    store: EngineStore, content: bytes, wanted: WantedEngine, problem: str
) -> None:
    with store.exclusive():
        path = store.staging_path("a")
        path.write_bytes(content)
        with pytest.raises(EngineInvalid, match="did not pass verification") as caught:
            store.verify(path, "alpha", len(content), sha256_of(path), wanted)
    assert problem in caught.value.message


def test_a_file_that_is_not_what_the_library_delivered_is_not_published(store: EngineStore) -> None:
    with store.exclusive():
        path = store.staging_path("a")
        path.write_bytes(engine())
        assert store.verify(path, "alpha", len(engine()), sha256_of(path), WANTED).size == len(engine())
        with pytest.raises(EngineInvalid, match="not what the library delivered"):
            store.verify(path, "alpha", len(engine()), "00" * 32, WANTED)
        with pytest.raises(EngineInvalid, match="the writer counted 5"):
            store.verify(path, "alpha", 5, sha256_of(path), WANTED)


def test_an_engine_that_became_a_link_counts_as_missing(store: EngineStore) -> None:
    new = publish(store, ("a", engine(b"1")))
    path = store.folder / new.engines[0].file
    path.rename(store.folder / "elsewhere")
    path.symlink_to("elsewhere")
    assert store.file_state(new.engines[0], quick=True) == "missing"


# The state of an engine's file.


@pytest.fixture
def installed(store: EngineStore) -> EngineRecord:
    """An engine as it was published, with the time of its file."""
    (record,) = store.with_times(publish(store, ("a", engine(b"1"))), {}).engines
    assert record.modified_us is not None
    return record


def with_time_of(path: Path, change: Callable[[Path], object]) -> None:
    """Change a file, and give it the time back that it had."""
    before = path.stat()
    change(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_a_quick_look_sees_another_time_and_a_full_one_every_byte(store: EngineStore, installed: EngineRecord) -> None:
    path = store.folder / installed.file
    with_time_of(path, lambda path: path.write_bytes(engine(b"2")))
    assert store.file_state(installed, quick=True) == "intact"
    assert store.file_state(installed, quick=False) == "damaged"
    assert store.file_state(replace(installed, modified_us=None), quick=True) == "intact"
    os.utime(path, ns=(0, 0))
    assert store.file_state(installed, quick=True) == "damaged"
    path.write_bytes(engine(b"1"))
    os.utime(path, ns=(0, 0))
    assert store.file_state(installed, quick=True) == "intact"


@pytest.mark.parametrize(
    "content",
    [
        engine(b"12"),
        engine(b"12", size=65),
        engine(b""),
        b"x" * len(engine(b"1")),
        engine(b"1", size=7),
        rtx_header(size=65, version=bytes([1, 8, 0, 0])) + b"1",
        b"ftrt" + b"x" * 61,
    ],
    ids=[
        "longer",
        "longer than its header says",
        "shorter",
        "no engine",
        "another size in its header",
        "another version",
        "half a header",
    ],
)
def test_a_quick_look_sees_what_size_and_header_tell(
    store: EngineStore, installed: EngineRecord, content: bytes
) -> None:
    with_time_of(store.folder / installed.file, lambda path: path.write_bytes(content))
    assert store.file_state(installed, quick=True) == "damaged"


def test_a_classic_engine_whose_header_has_no_size_is_intact(store: EngineStore) -> None:
    content = classic_header() + b"kernels"
    record = record_for(content, library_version="11.4.0.106")
    store.folder.mkdir(parents=True)
    (store.folder / record.file).write_bytes(content)
    assert store.file_state(record, quick=False) == "intact"


@pytest.mark.parametrize(
    ("number", "state"), [(errno.EIO, "damaged"), (errno.ENOENT, "missing"), (errno.EACCES, None), (errno.EPERM, None)]
)
def test_an_engine_that_cannot_be_read_is_only_called_damaged_where_that_is_known(
    store: EngineStore, installed: EngineRecord, monkeypatch: pytest.MonkeyPatch, number: int, state: str | None
) -> None:
    def fail(*_: object) -> str:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("builder.engines.store.sha256_of", fail)
    if state is None:
        with pytest.raises(AccessDenied, match="Cannot read"):
            store.file_state(installed, quick=False)
    else:
        assert store.file_state(installed, quick=False) == state


def test_hashing_an_engine_can_be_cancelled(store: EngineStore, installed: EngineRecord) -> None:
    cancel = CancelToken()
    cancel.cancel()
    assert store.file_state(installed, quick=True, cancel=cancel) == "intact"
    with pytest.raises(Cancelled):
        store.file_state(installed, quick=False, cancel=cancel)


# engines.json.


def test_a_damaged_index_counts_as_none_and_says_what_is_wrong(store: EngineStore) -> None:
    assert (store.read_index(), store.index_fault()) == (None, None)
    publish(store, ("a", engine()))
    assert store.index_fault() is None
    store.index_path.write_text("{}")
    assert store.read_index() is None
    assert "app" in str(store.index_fault())
    store.index_path.write_bytes(b" " * (16 << 20) + b"{}")
    assert "16" in str(store.index_fault())


def test_an_index_of_a_newer_version_is_not_taken_for_none(store: EngineStore) -> None:
    publish(store, ("a", engine()))
    store.index_path.write_text(json.dumps(json.loads(store.index_path.read_text()) | {"schema": 2}))
    with pytest.raises(SystemNotSupported):
        store.read_index()


def test_the_times_of_staged_and_published_engines_are_noted_but_for_damaged_ones(store: EngineStore) -> None:
    old = publish(store, ("a", engine(b"1")), ("b", engine(b"2")), ("gone", engine(b"3")))
    (store.folder / old.engines[2].file).unlink()
    with store.exclusive():
        new = staged(store, "c", engine(b"4"))
        os.utime(new.path, ns=(0, 5_000))
        for record in old.engines[:2]:
            os.utime(store.folder / record.file, ns=(0, 7_000))
        both = index(*old.engines, new.record)
        where = {new.record.file: new.path}

        def times(damaged: tuple[str, ...]) -> list[int | None]:
            return [record.modified_us for record in store.with_times(both, where, damaged).engines]

        assert times(()) == [7, 7, None, 5]
        assert times((old.engines[0].file, new.record.file)) == [None, 7, None, 5]


# The lock.


def test_a_run_waits_for_another_one_where_that_is_asked_for(store: EngineStore) -> None:
    other = EngineStore(store.target)
    waited = []

    def wait() -> None:
        waited.append(1)
        if len(waited) == 2:
            holding.__exit__(None, None, None)

    holding = other.exclusive()
    holding.__enter__()
    with store.exclusive(wait):
        assert len(waited) == 2
        assert store.has_lock_file()
    assert not store.target.exists()


@contextmanager
def after_every(patch: pytest.MonkeyPatch, owner: Any, name: str, then: Callable[[], object]) -> Iterator[None]:
    """Let something happen at the moment at which a function has just ended."""
    original = getattr(owner, name)

    def call(*arguments: Any, **options: Any) -> Any:
        result = original(*arguments, **options)
        patch.undo()
        then()
        return result

    patch.setattr(owner, name, call)
    yield


@pytest.mark.parametrize("lost", [False, True], ids=["as usual", "somebody has removed the lock file"])
def test_a_run_that_begins_as_another_one_ends_is_alone(
    store: EngineStore, monkeypatch: pytest.MonkeyPatch, lost: bool
) -> None:
    publish(store, ("a", engine()))
    second, third = EngineStore(store.target).exclusive(), EngineStore(store.target).exclusive()
    with after_every(monkeypatch, filelock.FileLock, "release", second.__enter__), store.exclusive():
        if lost:
            (store.folder / ".lock").unlink()
    with pytest.raises(AlreadyRunning), third:
        pass
    assert store.is_held()
    second.__exit__(None, None, None)
    assert not store.has_lock_file()


def test_a_run_that_begins_as_a_stale_lock_is_removed_is_alone(
    store: EngineStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(store, ("a", engine()))
    (store.folder / ".lock").touch()
    second = EngineStore(store.target).exclusive()
    with after_every(monkeypatch, os, "close", second.__enter__):
        store.remove_stale_lock()
    with pytest.raises(AlreadyRunning), EngineStore(store.target).exclusive():
        pass
    second.__exit__(None, None, None)


@pytest.mark.parametrize("stale", [False, True])
def test_a_lock_file_that_cannot_be_removed_while_it_is_held_goes_afterwards(
    store: EngineStore, monkeypatch: pytest.MonkeyPatch, stale: bool
) -> None:
    """As on Windows, which removes no file that is open."""
    publish(store, ("a", engine()))
    original = Path.unlink

    def refuse_once(path: Path, missing_ok: bool = False) -> None:
        monkeypatch.setattr(Path, "unlink", original)
        assert path.name == ".lock"
        raise PermissionError(errno.EACCES, "in use")

    if stale:
        (store.folder / ".lock").touch()
        monkeypatch.setattr(Path, "unlink", refuse_once)
        store.remove_stale_lock()
    else:
        with store.exclusive():
            monkeypatch.setattr(Path, "unlink", refuse_once)
    assert Path.unlink is original
    assert not store.has_lock_file()


def test_the_lock_of_a_run_that_works_is_not_removed(store: EngineStore) -> None:
    with EngineStore(store.target).exclusive():
        store.remove_stale_lock()
        assert store.is_held()
        with pytest.raises(AlreadyRunning), store.exclusive():
            pass
    assert not store.is_held()


def test_the_lock_of_a_run_that_was_cut_off_is_removed_and_nothing_is_made_for_that(store: EngineStore) -> None:
    store.remove_stale_lock()
    assert (store.is_held(), store.has_lock_file(), store.target.exists()) == (False, False, False)
    publish(store, ("a", engine()))
    (store.folder / ".lock").touch()
    assert (store.is_held(), store.has_lock_file()) == (False, True)
    store.remove_stale_lock()
    assert not store.has_lock_file()


def test_a_lock_that_is_a_link_is_not_followed(store: EngineStore, tmp_path: Path) -> None:
    publish(store, ("a", engine()))
    (tmp_path / "theirs").touch()
    (store.folder / ".lock").symlink_to(tmp_path / "theirs")
    store.remove_stale_lock()
    assert not store.is_held()
    assert (tmp_path / "theirs").exists()
    assert (store.folder / ".lock").is_symlink()


def test_a_folder_that_another_run_has_just_removed_is_made_again(
    store: EngineStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def first_gone(*_: object, **__: object) -> None:
        monkeypatch.undo()
        store.folder.rmdir()
        raise FileNotFoundError(errno.ENOENT, "No such file or directory")

    monkeypatch.setattr(filelock.FileLock, "acquire", first_gone)
    with store.exclusive():
        assert store.has_lock_file()
    assert not store.target.exists()


def test_a_file_where_the_folder_should_be_ends_a_run_in_words(store: EngineStore) -> None:
    store.target.mkdir()
    store.folder.touch()
    with pytest.raises(EngineInstallerError, match=r"Cannot write to .*engines"), store.exclusive():
        pass


# Files that are ours.


def test_our_files_are_those_that_the_index_names_and_what_runs_left_of_its_models(store: EngineStore) -> None:
    new = publish(store, ("a", engine(b"1")), ("b", engine(b"2")))
    held, failed, skipped = (f"{name}-0123456789ab.engine" for name in ("held", "failed", "skipped"))
    strangers = {"stranger-0123456789ab.engine", "a-0123.engine", "a.engine", "note.txt"}
    for name in (held, failed, skipped, *strangers):
        (store.folder / name).touch()
    absent = [AbsentModel(model=name, reason="…") for name in ("failed", "skipped")]
    full = replace(new, failed=(absent[0],), skipped=(absent[1],), superseded=(held, "gone-0123456789ab.engine"))
    ours = {held, failed, skipped, *(record.file for record in new.engines)}
    assert sorted(store.own_files(full)) == sorted(ours)
    assert sorted(store.own_files(None)) == sorted(ours | {"stranger-0123456789ab.engine"})
    store.collect_garbage(full, ["a-ffffffffffff.engine"])
    store.clear_staging()
    assert names(store) == {"engines.json", *(record.file for record in new.engines), *strangers}
    noted = store.read_index()
    assert noted is not None
    assert noted.superseded == ()


def test_what_a_program_holds_is_noted_only_once(store: EngineStore, monkeypatch: pytest.MonkeyPatch) -> None:
    new = publish(store, ("a", engine()))
    written = store.index_path.stat()
    store.collect_garbage(new, [new.engines[0].file])
    assert store.index_path.stat().st_ino == written.st_ino
    assert store.file_state(new.engines[0], quick=True) == "intact"


def test_a_full_disk_keeps_no_note_of_what_is_held_and_stops_nothing(
    store: EngineStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = publish(store, ("a", engine()))

    def fail(descriptor: int) -> None:
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    (store.folder / "b-0123456789ab.engine").mkdir()  # which no unlink removes
    store.collect_garbage(new, ["b-0123456789ab.engine"])
    assert store.read_index() == new

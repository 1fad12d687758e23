from __future__ import annotations

from pathlib import Path

import pytest

from builder.base.errors import AlreadyRunning
from builder.engines.store import EngineStore


@pytest.fixture
def store(tmp_path: Path) -> EngineStore:
    return EngineStore(tmp_path / "Größe ü 模型")


def test_a_run_that_publishes_nothing_leaves_no_folder(store: EngineStore) -> None:
    def fail() -> None:
        with store.lock.hold():
            store.staging_path("a").write_bytes(b"half an engine")
            store.clear_staging()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert not store.target.exists()


def test_folders_that_were_there_stay(store: EngineStore) -> None:
    store.target.mkdir()
    with store.lock.hold():
        pass
    assert list(store.target.iterdir()) == []


def test_the_target_is_for_one_run_at_a_time(store: EngineStore) -> None:
    with store.lock.hold():
        with pytest.raises(AlreadyRunning, match="Another run"), EngineStore(store.target).lock.hold():
            pass
        store.staging_path("a").write_bytes(b"still mine")
    with store.lock.hold():
        pass


def test_a_lock_file_that_a_run_left_is_stale_until_it_is_removed(store: EngineStore) -> None:
    store.folder.mkdir(parents=True)
    (store.folder / ".lock").touch()
    assert store.lock.exists()
    assert not store.lock.is_held()
    with store.lock.hold():
        assert EngineStore(store.target).lock.is_held()
    (store.folder / ".lock").touch()
    store.lock.remove_stale()
    assert not store.lock.exists()

from __future__ import annotations

from pathlib import Path

import pytest

from builder.base.errors import AlreadyRunning, EngineInvalid
from builder.base.files import sha256_of
from builder.base.settings import BuildSettings
from builder.engines.index import AppEntry, EngineIndex, EngineRecord, engine_file_name, fingerprint_of
from builder.engines.store import EngineStore, StagedEngine
from builder.engines.verdict import WantedEngine
from tests.builder.engines.test_header import rtx_header

WANTED = WantedEngine("ab", (), BuildSettings(), "tensorrt-rtx", "1.7.1.116", (), None, "linux")


def engine(body: bytes = b"kernels", size: int | None = None, mask: int = 0x7E) -> bytes:
    return rtx_header(size=64 + len(body) if size is None else size, mask=mask) + body


def staged(store: EngineStore, model: str, content: bytes) -> StagedEngine:
    path = store.staging_path(model)
    path.write_bytes(content)
    sha256 = sha256_of(path)
    record = EngineRecord(
        model=model, file=engine_file_name(model, sha256), size=len(content), sha256=sha256, onnx_sha256="ab",
        external_data_sha256=(), settings={}, backend="tensorrt-rtx", library_version="1.7.1.116", cuda="13",
        driver_version=None, gpu=None, targets=("8.9",), portable=True, system="linux", inputs={}, outputs={},
        seconds=1.0, built_at="", built_by="", loaded_on=None,
    )  # fmt: skip
    return StagedEngine(path, record)


def index(*records: EngineRecord, superseded: tuple[str, ...] = ()) -> EngineIndex:
    app = AppEntry(id="com.example.test", name="Test", version="1", package="/p")
    return EngineIndex(app=app, fingerprint=fingerprint_of(records), engines=records, superseded=superseded)


def names(store: EngineStore) -> set[str]:
    return {path.name for path in store.folder.iterdir()}


@pytest.fixture
def store(tmp_path: Path) -> EngineStore:
    return EngineStore(tmp_path / "Größe ü 模型")


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

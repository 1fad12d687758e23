from __future__ import annotations

from pathlib import Path

import pytest

from builder.base.errors import BuilderCrashed
from builder.building.crash_record import forget_crash, note_crash
from builder.building.local_build import error_of
from builder.building.worker_process import Crashed


def test_the_same_crash_of_the_same_build_is_known_again(tmp_path: Path) -> None:
    path = tmp_path / "data/crashes.json"
    assert not note_crash(path, "a", "signal 11 (SIGSEGV)")
    assert not note_crash(path, "b", "signal 11 (SIGSEGV)")
    assert note_crash(path, "a", "signal 11 (SIGSEGV)")
    assert not note_crash(path, "a", "signal 6 (SIGABRT)")
    assert note_crash(path, "a", "signal 6 (SIGABRT)")


def test_a_build_that_succeeds_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "crashes.json"
    forget_crash(path, "a")
    assert not path.exists()
    note_crash(path, "a", "signal 11 (SIGSEGV)")
    note_crash(path, "b", "signal 11 (SIGSEGV)")
    forget_crash(path, "a")
    assert not note_crash(path, "a", "signal 11 (SIGSEGV)")
    assert note_crash(path, "b", "signal 11 (SIGSEGV)")


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"a": 3, "b": []}', b"\xff"])
def test_a_damaged_record_is_an_empty_one(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "crashes.json"
    path.write_bytes(content)
    assert not note_crash(path, "a", "signal 11 (SIGSEGV)")
    assert note_crash(path, "a", "signal 11 (SIGSEGV)")


def test_a_record_does_not_grow_without_end_and_need_not_be_writable(tmp_path: Path) -> None:
    path = tmp_path / "crashes.json"
    for number in range(150):
        note_crash(path, str(number), "signal 11 (SIGSEGV)")
    assert not note_crash(path, "0", "signal 11 (SIGSEGV)")
    assert note_crash(path, "149", "signal 11 (SIGSEGV)")
    (tmp_path / "file").touch()
    assert not note_crash(tmp_path / "file/crashes.json", "a", "signal 11 (SIGSEGV)")


def test_a_crash_that_repeats_is_said_to_be_the_models() -> None:
    crash = Crashed("signal 11 (SIGSEGV)", "stack")
    first, again = error_of(crash, "net", None), error_of(crash, "net", None, repeated=True)
    assert isinstance(again, BuilderCrashed)
    assert "Close other programs" in first.hint
    assert "Close other programs" not in again.hint
    assert "the cause is this model" in again.message
    assert "vendor" in again.hint
    # Memory that ran out says nothing about the model.
    killed = error_of(Crashed("signal 9 (SIGKILL)", ""), "net", None, repeated=True)
    assert "run out of memory" in killed.message

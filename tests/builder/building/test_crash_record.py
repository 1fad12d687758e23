from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builder.base.cancellation import CancelToken
from builder.base.errors import BuilderCrashed
from builder.building import crash_record, local_build
from builder.building.crash_record import forget_crash, key_of, note_crash, record_path
from builder.building.inputs import Inputs
from builder.building.planner import make_plan
from builder.building.source import BuiltHere
from builder.building.worker_limits import MemoryBudget
from builder.building.worker_process import Crashed
from builder.engines.options import EngineOptions
from builder.gpu.busy import BusyPolicy
from tests.support.plans import RTX_4070, machine, package


def test_the_same_crash_of_the_same_build_is_known_again(tmp_path: Path) -> None:
    path = tmp_path / "user/data/crashes.json"
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


def test_what_no_run_has_written_does_not_stay_in_a_record(tmp_path: Path) -> None:
    path = tmp_path / "crashes.json"
    path.write_bytes(b'{"a": 3, "b": [], "c": "signal 6 (SIGABRT)"}')
    note_crash(path, "d", "signal 11 (SIGSEGV)")
    assert json.loads(path.read_bytes()) == {"c": "signal 6 (SIGABRT)", "d": "signal 11 (SIGSEGV)"}


def test_a_record_does_not_grow_without_end_and_need_not_be_writable(tmp_path: Path) -> None:
    path = tmp_path / "crashes.json"
    for number in range(150):
        note_crash(path, str(number), "signal 11 (SIGSEGV)")
    assert not note_crash(path, "0", "signal 11 (SIGSEGV)")
    assert note_crash(path, "149", "signal 11 (SIGSEGV)")
    (tmp_path / "file").touch()
    assert not note_crash(tmp_path / "file/crashes.json", "a", "signal 11 (SIGSEGV)")


def test_the_second_crash_of_a_build_is_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_build, "record_path", lambda: tmp_path / "crashes.json")
    monkeypatch.setattr(local_build, "run_worker", lambda *_, **_limits: Crashed("signal 11 (SIGSEGV)", ""))
    planned, *_ = make_plan(package({}), machine(RTX_4070), [], EngineOptions()).to_build
    assert isinstance(planned.source, BuiltHere)
    builder = local_build.LocalBuilder(BusyPolicy(), CancelToken(), None, Inputs(), MemoryBudget(1 << 40))
    for hint in ("Close other programs", "Report it to the application's vendor", "Report it to"):
        with pytest.raises(BuilderCrashed) as caught:
            builder.build(planned, planned.source, tmp_path / "net.engine", lambda _: None)
        assert hint in caught.value.hint
    other, *_ = make_plan(package({"precision": "fp16"}), machine(RTX_4070), [], EngineOptions()).to_build
    assert key_of(other) != key_of(planned)


def test_the_record_is_this_users_own_or_there_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for folder, expected in ((tmp_path, tmp_path / "crashes.json"), (None, None)):
        monkeypatch.setattr(crash_record, "user_data_folder", lambda folder=folder: folder)
        assert record_path() == expected


def test_a_build_with_anything_else_is_another_build() -> None:
    planned, *_ = make_plan(package({}), machine(RTX_4070), [], EngineOptions()).to_build
    assert planned.wanted.settings
    changes: list[dict[str, Any]] = [
        {},
        {"onnx_sha256": "12" * 32},
        {"external_data_sha256": ("34" * 32, "56" * 32)},
        {"external_data_sha256": ("56" * 32, "34" * 32)},
        {"settings": replace(planned.wanted.settings, optimization_level=5)},
        {"settings": None},
        {"backend": "tensorrt"},
        {"library_version": "1.0"},
        {"targets": ("8.9", "12.0")},
    ]
    keys = [key_of(replace(planned, wanted=replace(planned.wanted, **change))) for change in changes]
    assert len(set(keys)) == len(changes)
    # What has no external weights is the same build however that is put.
    assert key_of(replace(planned, wanted=replace(planned.wanted, external_data_sha256=None))) == keys[0]

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builder.base.errors import SystemNotSupported
from builder.base.json_file import Damaged, read_json, to_bytes
from builder.engines.index import SCHEMA, AppEntry, EngineIndex, engine_file_name, fingerprint_of, is_engine_file
from tests.support.feeds import record_for

RECORD: dict[str, Any] = {
    "model": "alpha",
    "feature": "sharpen",
    "variant": "fp8",
    "file": "alpha-0123456789ab.engine",
    "size": 1000,
    "modified_us": 1764325800123456,
    "sha256": "ab" * 32,
    "onnx_sha256": "cd" * 32,
    "external_data_sha256": ["ef" * 32],
    "settings": {"optimization_level": 3, "profiles": [{"x": {"min": [1], "opt": [1], "max": [2]}}]},
    "backend": "tensorrt",
    "library_version": "11.4.0.106",
    "cuda": "13",
    "driver_version": "580.159",
    "gpu": {"name": "NVIDIA H200", "uuid": "GPU-1", "compute_capability": "9.0"},
    "targets": ["9.0"],
    "portable": False,
    "system": "linux",
    "inputs": {"x": "fp32 1x3"},
    "outputs": {"y": "fp32 1x3"},
    "seconds": 41.5,
    "built_at": "2026-11-22T10:00:00+00:00",
    "built_by": "0.1.0",
    "loaded_on": "NVIDIA H200",
    "gpu_busy": {
        "verdict": "in use",
        "reasons": ["93 % used"],
        "programs": ["blender (process 7, 1196 MiB)"],
        "names": ["Blender"],
        "percent": 93,
    },
    "timing_cache": {
        "shipped": "a.cache",
        "permission": True,
        "other_model": "NVIDIA H100",
        "overlay": True,
        "entries": 15,
        "hits": 12,
        "misses": 3,
        "timing_seconds": 1.75,
        "refused": ["b.cache (damaged)"],
        "kept": True,
        "not_kept": None,
    },
    "reproducible": True,
    "sameness": {"state": "identical", "reason": "identical to the engine that the vendor tested"},
    "origin": {
        "kind": "downloaded",
        "feed": "https://cdn.example.com/feed",
        "version": 7,
        "at": "2026-11-22T10:00:00+00:00",
    },
    "answers": {
        "state": "right",
        "reason": "every output is as it should be",
        "gpu": "NVIDIA H200",
        "driver_version": "580.159",
        "reference_sha256": "12" * 32,
        "tolerances": {"y": {"max_abs": 0.02, "min_cosine": 0.999}},
        "outputs": [{"output": "y", "max_abs": 0.001, "cosine": 0.99999, "psnr": None, "fault": None}],
        "seconds": 1.5,
        "tried": ["TensorRT: 'y' differs by 0.31, allowed 0.02"],
    },
}
INDEX: dict[str, Any] = {
    "schema": 1,
    "app": {"id": "com.example.test", "name": "Test", "version": "1", "package": "/caf\udce9"},
    "options": {
        "backend": None,
        "gpu": "all",
        "portable": False,
        "targets": ["8.9"],
        "optimization_level": 3,
        "without": ["denoise"],
        "wanted": ["upscale"],
        "no_answer_check": True,
    },
    "fingerprint": "0123456789abcdef",
    "engines": [RECORD],
    "skipped": [{"model": "beta", "reason": "no GPU", "gpu": None}],
    "failed": [{"model": "gamma", "reason": "unsupported", "gpu": "NVIDIA H200"}],
    "superseded": ["alpha-ba9876543210.engine"],
}


def written(tmp_path: Path, values: object) -> Path:
    path = tmp_path / "engines.json"
    path.write_bytes((json.dumps(values, indent=2) + "\n").encode("ascii"))
    return path


def changed(**changes: Any) -> dict[str, Any]:
    """An index with something else in its one engine."""
    return INDEX | {"engines": [RECORD | changes]}


def test_what_is_read_is_written_with_the_same_bytes(tmp_path: Path) -> None:
    path = written(tmp_path, INDEX)
    index = read_json(path, EngineIndex, SCHEMA)
    assert index is not None
    assert to_bytes(index) == path.read_bytes()


@pytest.mark.parametrize(
    ("asked", "read"), [("tensorrt", "tensorrt"), ("tensorrt-rtx", "tensorrt-rtx"), ("auto", "auto"), ("of 2030", None)]
)
def test_a_library_that_only_another_version_knows_is_as_good_as_none(
    tmp_path: Path, asked: str, read: str | None
) -> None:
    values = INDEX | {"options": INDEX["options"] | {"backend": asked}}
    index = read_json(written(tmp_path, values), EngineIndex, SCHEMA)
    assert index is not None
    assert index.options.backend == read
    assert index.options.gpu == "all"


def test_an_engine_is_named_after_its_model_and_its_content() -> None:
    assert engine_file_name("alpha", "0123456789abcdef" * 4) == "alpha-0123456789ab.engine"
    assert is_engine_file("alpha-0123456789ab.engine")


def test_a_new_index_states_its_schema_and_a_fingerprint_that_any_engine_changes() -> None:
    one, other = record_for(b"1"), record_for(b"2", model="b")
    prints = [fingerprint_of(records) for records in ([one], [other], [one, other], [replace(one, model="b"), other])]
    assert len(set(prints)) == 4
    assert fingerprint_of([other, one]) == fingerprint_of([one, other])
    assert all(re.fullmatch("[0-9a-f]{16}", it) for it in prints)
    app = AppEntry(id="com.example.test", name="Test", version="1", package="/p")
    assert json.loads(to_bytes(EngineIndex(app=app, fingerprint=prints[0], engines=(one,))))["schema"] == 1


def test_what_a_newer_version_may_have_added_is_ignored_everywhere(tmp_path: Path) -> None:
    use = RECORD["timing_cache"] | {"colour": "red"}
    index = read_json(written(tmp_path, changed(timing_cache=use, weight=3) | {"moon": {}}), EngineIndex, SCHEMA)
    assert index == read_json(written(tmp_path, INDEX), EngineIndex, SCHEMA)


def test_a_verdict_of_an_older_version_names_no_programs_and_no_share(tmp_path: Path) -> None:
    older = {key: value for key, value in RECORD["gpu_busy"].items() if key not in ("names", "percent")}
    index = read_json(written(tmp_path, changed(gpu_busy=older)), EngineIndex, SCHEMA)
    assert index is not None
    verdict = index.engines[0].gpu_busy
    assert verdict is not None
    assert (verdict.verdict, verdict.names, verdict.percent) == ("in use", (), None)


def test_what_an_older_version_did_not_know_may_be_missing(tmp_path: Path) -> None:
    later = (
        *("feature", "variant", "modified_us", "gpu_busy", "timing_cache", "reproducible", "sameness", "origin"),
        "answers",
    )
    record = {key: value for key, value in RECORD.items() if key not in later}
    values = {"schema": 1, "app": INDEX["app"], "fingerprint": "", "engines": [record]}
    index = read_json(written(tmp_path, values), EngineIndex, SCHEMA)
    assert index is not None
    assert json.loads(to_bytes(index)) == INDEX | {
        "options": INDEX["options"]
        | {"gpu": None, "targets": [], "optimization_level": None, "without": [], "wanted": []}
        | {"no_answer_check": False},
        "fingerprint": "",
        "engines": [record | dict.fromkeys(later)],
        "skipped": [],
        "failed": [],
        "superseded": [],
    }


@pytest.mark.parametrize(
    ("values", "place"),
    [
        ([], "the whole file"),
        ({"schema": 1}, "app"),
        (INDEX | {"schema": "1"}, "schema"),
        (INDEX | {"schema": 0}, "schema"),
        (INDEX | {"app": "Test"}, "app"),
        (INDEX | {"engines": None}, "engines"),
        (INDEX | {"engines": {}}, "engines"),
        (INDEX | {"engines": [3]}, "engines.0"),
        (INDEX | {"options": 5}, "options"),
        (INDEX | {"options": {"targets": "8.9"}}, "options.targets"),
        (INDEX | {"options": {"portable": 1}}, "options.portable"),
        (INDEX | {"options": {"optimization_level": "3"}}, "options.optimization_level"),
        (INDEX | {"options": {"optimization_level": 3.0}}, "options.optimization_level"),
        (INDEX | {"superseded": ["../x-0123456789ab.engine"]}, "superseded.0"),
        (changed(file="engines.json"), "engines.0.file"),
        (changed(size=-1), "engines.0.size"),
        (changed(size="1000"), "engines.0.size"),
        (changed(size=True), "engines.0.size"),
        (changed(sha256=None), "engines.0.sha256"),
        (changed(seconds="1"), "engines.0.seconds"),
        (changed(settings=[]), "engines.0.settings"),
        (changed(inputs={"x": 3}), "engines.0.inputs.x"),
        (changed(external_data_sha256=[3]), "engines.0.external_data_sha256.0"),
        (changed(gpu={"name": "NVIDIA H200"}), "engines.0.gpu.uuid"),
        (changed(gpu_busy={}), "engines.0.gpu_busy.verdict"),
        (changed(gpu_busy={"verdict": "idle", "reasons": "none"}), "engines.0.gpu_busy.reasons"),
        (changed(timing_cache={"refused": [None]}), "engines.0.timing_cache.refused.0"),
        (changed(timing_cache={"kept": "yes"}), "engines.0.timing_cache.kept"),
    ],
)
def test_what_has_another_type_or_is_out_of_bounds_is_damage(tmp_path: Path, values: object, place: str) -> None:
    with pytest.raises(Damaged, match=f"^{place}: "):
        read_json(written(tmp_path, values), EngineIndex, SCHEMA)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"[" * 100_000, b'{"schema": 1, "schema": NaN'])
def test_what_is_not_json_is_damage(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "engines.json"
    path.write_bytes(content)
    with pytest.raises(Damaged):
        read_json(path, EngineIndex, SCHEMA)


def test_what_a_newer_version_wrote_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemNotSupported, match="newer version"):
        read_json(written(tmp_path, INDEX | {"schema": 2}), EngineIndex, SCHEMA)


@pytest.mark.parametrize(
    "evil",
    [
        *("../a-0123456789ab.engine", "a-0123456789ab.engine/../../x", "a-0123456789ab.engine\n", "/etc/passwd"),
        *("C:\\x.engine", "engines.json"),
    ],
)
def test_an_index_that_names_files_elsewhere_is_not_believed(tmp_path: Path, evil: str) -> None:
    with pytest.raises(Damaged, match="the name of an engine file in the same folder"):
        read_json(written(tmp_path, changed(file=evil)), EngineIndex, SCHEMA)

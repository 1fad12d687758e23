"""What stands beside each file of a feed: it was signed, and may be wrong all the same."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.base.json_file import Damaged
from builder.engines.index import GpuEntry
from builder.feed.contents import OfferedFile
from builder.feed.custom import KEY, engine_custom, model_custom, read_listed, statement_custom
from tests.support.feeds import record_for, sha256

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
RECORD: dict[str, Any] = engine_custom(record_for(b"x"))[KEY]["record"]
FILE = OfferedFile(f"engines/{RECORD['file']}", 1, RECORD["sha256"])


@settings(max_examples=50)
@given(JSON | st.fixed_dictionaries({KEY: JSON | st.fixed_dictionaries({"kind": st.just("engine"), "record": JSON})}))
def test_anything_may_stand_beside_a_file(custom: object) -> None:
    with contextlib.suppress(Damaged):
        offers, models, _ = read_listed([(FILE, custom)])
        assert (offers, models) == ((), {})


@given(st.sampled_from(sorted(RECORD)), JSON)
def test_one_field_of_a_record_may_be_anything(field: str, value: object) -> None:
    custom = {KEY: {"kind": "engine", "record": {**RECORD, field: value}}}
    with contextlib.suppress(Damaged):
        ((offer,), _, _) = read_listed([(FILE, custom)])
        assert offer.path == FILE.path
        assert offer.record.file == FILE.path.removeprefix("engines/")
        assert (offer.record.size, offer.record.sha256) == (FILE.size, FILE.sha256)


@given(st.text(max_size=30))
def test_a_file_has_only_the_path_of_its_kind(path: str) -> None:
    for kind in ({"kind": "engine", "record": RECORD}, {"kind": "model"}, {"kind": "statement"}):
        with pytest.raises(Damaged):
            read_listed([(OfferedFile(path, 1, FILE.sha256), {KEY: kind})])


def test_a_newer_record_may_have_more() -> None:
    ((offer,), _, _) = read_listed([(FILE, {KEY: {"kind": "engine", "record": {**RECORD, "later": [1]}}})])
    assert offer.record.model == "a"


HASH = sha256(b"weights")
MODEL, STATEMENT = OfferedFile(f"models/{HASH}", 7, HASH), OfferedFile("expectations.json", 2, sha256(b"{}"))


def test_what_is_listed_is_told_apart_by_what_stands_beside_it() -> None:
    strange = OfferedFile("models/readme.txt", 1, HASH)
    offers, models, statement = read_listed(
        [
            (FILE, {KEY: {"kind": "engine", "record": RECORD}}),
            (MODEL, model_custom()),
            (STATEMENT, statement_custom()),
            (strange, {KEY: {"kind": "thing"}}),
            (strange, {"other": {"kind": "model"}}),
            (strange, None),
        ]
    )
    assert [offer.path for offer in offers] == [FILE.path]
    assert (models, statement) == ({HASH: MODEL}, STATEMENT)
    assert read_listed([]) == ((), {}, None)


@pytest.mark.parametrize("custom", [None, {}, {KEY: {"kind": "thing"}}, model_custom()])
@pytest.mark.parametrize(
    ("file", "why"),
    [
        (replace(FILE, path="../x"), "it lists '../x', a path with '..'"),
        (replace(FILE, path="/x"), "it lists '/x', an absolute path"),
        (replace(FILE, path="a\\b"), "a path with backslashes"),
        (replace(FILE, sha256=""), "without its SHA-256"),
        (replace(FILE, sha256="AB" * 32), "without its SHA-256"),
        (replace(FILE, sha256="ab" * 32 + "\n"), "without its SHA-256"),
    ],
)
def test_a_file_that_could_lead_elsewhere_or_has_no_hash_is_refused_whatever_it_is(
    file: OfferedFile, custom: object, why: str
) -> None:
    with pytest.raises(Damaged) as caught:
        read_listed([(file, custom)])
    assert why in str(caught.value.reason)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"size": 2}, f"it describes {FILE.path} as another file"),
        ({"sha256": "ab" * 32}, f"it describes {FILE.path} as another file"),
        ({"file": "b-0123456789ab.engine"}, f"it describes {FILE.path} as b-0123456789ab.engine"),
        ({"model": "b"}, f"it describes {FILE.path} as {RECORD['file']}"),
        ({"size": "1"}, f"it describes {FILE.path} wrongly: size"),
    ],
)
def test_an_engine_that_is_described_as_another_one_is_refused(changes: dict[str, Any], why: str) -> None:
    with pytest.raises(Damaged) as caught:
        read_listed([(FILE, {KEY: {"kind": "engine", "record": RECORD | changes}})])
    assert str(caught.value.reason).startswith(why)


@pytest.mark.parametrize(
    ("custom", "path"),
    [
        ({KEY: {"kind": "engine", "record": RECORD}}, FILE.path),
        (model_custom(), f"models/{FILE.sha256}"),
        (statement_custom(), "expectations.json"),
    ],
)
def test_a_file_in_another_place_than_that_of_its_kind_is_refused(custom: object, path: str) -> None:
    with pytest.raises(Damaged, match=f"it lists engines/x, which should be {path}"):
        read_listed([(replace(FILE, path="engines/x"), custom)])
    read_listed([(replace(FILE, path=path), custom)])


def test_nothing_of_the_pc_that_built_an_engine_is_told_or_believed() -> None:
    gpu = GpuEntry(name="NVIDIA GeForce RTX 4090", uuid="GPU-of-the-vendor", compute_capability="8.9")
    record = record_for(b"x", gpu=gpu, loaded_on="GPU 0", modified_us=7, seconds=41.7)
    told = engine_custom(record)[KEY]["record"]
    assert told["gpu"] == {"name": gpu.name, "uuid": "", "compute_capability": "8.9"}
    assert (told["loaded_on"], told["modified_us"], told["seconds"]) == (None, None, 42)
    values = RECORD | {"gpu": told["gpu"] | {"uuid": "GPU-here"}, "loaded_on": "GPU 0", "modified_us": 7}
    ((offer,), _, _) = read_listed([(FILE, {KEY: {"kind": "engine", "record": values}})])
    assert offer.record.gpu == replace(gpu, uuid="")
    assert (offer.record.loaded_on, offer.record.modified_us) == (None, None)

"""What stands beside each file of a feed: it was signed, and may be wrong all the same."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.base.json_file import Damaged
from builder.feed.contents import OfferedFile
from builder.feed.custom import KEY, engine_custom, read_listed
from tests.support.feeds import record_for

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
RECORD: dict[str, Any] = engine_custom(record_for(b"x"))[KEY]["record"]
FILE = OfferedFile(f"engines/{RECORD['file']}", 1, RECORD["sha256"])


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

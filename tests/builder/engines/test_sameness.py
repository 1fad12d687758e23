"""Comparing an engine with what the vendor has stated: never a false alarm."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.base.plain import to_plain
from builder.engines.sameness import ExpectedEngine, compare, with_sameness
from tests.support.feeds import record_for
from tests.support.statements import expected_as

RECORD = record_for(b"engine", reproducible=True, settings={"tf32": True, "profiles": []})
SAME = expected_as(to_plain(RECORD))
OTHER = "cd" * 32

CHANGES: dict[str, Any] = {
    "onnx_sha256": OTHER,
    "external_data_sha256": (OTHER,),
    "settings": {"tf32": False, "profiles": []},
    "backend": "tensorrt",
    "library_version": "1.6.0.1",
    "system": "windows",
    "targets": ("8.6",),
    "portable": True,
}
"""What makes an expectation one about another engine."""


def test_the_same_hash_is_said_to_be_identical() -> None:
    sameness = compare(RECORD, [replace(SAME, library_version="1.0", sha256=(OTHER,)), SAME])
    assert (sameness.state, sameness.reason) == ("identical", "identical to the engine that the vendor tested")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"onnx_sha256": OTHER}, "nothing about this version of the model"),
        ({"backend": "tensorrt"}, "nothing about engines of TensorRT-RTX"),
        ({"settings": {}}, "with other settings"),
        ({"library_version": "1.6.0.1"}, "built with TensorRT-RTX 1.7.1.116, and the vendor tested 1.6.0.1"),
        ({"system": "windows"}, "built on linux, and the vendor tested on windows"),
        ({"targets": ("8.6",)}, "nothing about an engine for compute capability 8.9"),
        ({"sha256": (OTHER, "ef" * 32)}, "gives this model other bytes in some builds"),
    ],
)
def test_what_cannot_be_compared_says_why(changes: dict[str, Any], reason: str) -> None:
    sameness = compare(RECORD, [replace(SAME, **{"sha256": (OTHER,)} | changes)])
    assert sameness.state == "not-comparable"
    assert reason in sameness.reason


@pytest.mark.parametrize("reproducible", [False, None])
def test_an_engine_that_was_not_built_at_fixed_addresses_is_never_different(reproducible: bool | None) -> None:
    sameness = compare(replace(RECORD, reproducible=reproducible), [replace(SAME, sha256=(OTHER,))])
    assert sameness.state == "not-comparable"
    assert "fixed addresses" in sameness.reason


def test_another_hash_of_what_is_comparable_is_different() -> None:
    sameness = compare(RECORD, [replace(SAME, sha256=(OTHER,))])
    assert sameness.state == "different"
    assert RECORD.sha256 in sameness.reason
    assert OTHER in sameness.reason


def test_two_statements_that_contradict_each_other_call_nothing_different() -> None:
    stated = [replace(SAME, sha256=(sha256,)) for sha256 in (OTHER, "ef" * 32)]
    assert compare(RECORD, stated).state == "not-comparable"
    assert compare(RECORD, [stated[0], stated[0]]).state == "different"


def test_a_library_that_this_version_does_not_know_is_called_by_its_name() -> None:
    sameness = compare(replace(RECORD, backend="of tomorrow"), [replace(SAME, sha256=(OTHER,))])
    assert "the vendor has stated nothing about engines of of tomorrow" in sameness.reason


def test_the_engine_of_another_model_is_not_taken_for_this_one() -> None:
    assert compare(RECORD, [replace(SAME, onnx_sha256=OTHER)]).state == "not-comparable"


def test_without_a_statement_what_was_noted_stays() -> None:
    noted = with_sameness(RECORD, [SAME])
    assert noted.sameness is not None
    assert with_sameness(noted, None) is noted


expectations = st.lists(
    st.builds(
        lambda names, hashes: replace(SAME, **{name: CHANGES[name] for name in names}, sha256=tuple(hashes)),
        st.sets(st.sampled_from(sorted(CHANGES))),
        st.lists(st.sampled_from([RECORD.sha256, OTHER, "ef" * 32]), min_size=1, max_size=2, unique=True),
    ),
    max_size=4,
)


@given(expectations, st.sampled_from([True, False, None]))
def test_every_verdict_is_true(expected: list[ExpectedEngine], reproducible: bool | None) -> None:
    record = replace(RECORD, reproducible=reproducible)
    state = compare(record, expected).state
    files = (record.onnx_sha256, record.external_data_sha256)
    of_model = [it for it in expected if (it.onnx_sha256, it.external_data_sha256) == files]
    alike = [it for it in expected if it.purpose == SAME.purpose]
    if state == "identical":
        assert any(record.sha256 in it.sha256 for it in of_model)
    if state == "different":
        assert reproducible
        assert {it.sha256 for it in alike} == {(alike[0].sha256[0],)}
        assert record.sha256 != alike[0].sha256[0]
    if any(record.sha256 in it.sha256 for it in alike):
        assert state == "identical"
    if not alike:
        assert state != "different"

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.engines.header import EngineHeader, read_engine_header
from tests.support.headers import classic_header, rtx_header


def test_a_header_of_tensorrt_rtx_has_version_size_and_targets() -> None:
    assert read_engine_header(rtx_header()) == EngineHeader(
        "tensorrt-rtx", "1.7.1.116", 1000, ("8.0", "8.6", "8.9", "12.0", "12.1")
    )
    assert read_engine_header(rtx_header(mask=0b100101)).targets == ("7.5", "8.6", "12.1")


def test_a_header_of_classic_tensorrt_has_its_version() -> None:
    assert read_engine_header(classic_header()) == EngineHeader("tensorrt", "11.4.0.106", None, None)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "an empty file"),
        (b"<html>", "the mark of a TensorRT engine is missing"),
        (rtx_header()[:63], "only 63 bytes"),
        (rtx_header()[:28] + bytes(36), "second mark"),
        (classic_header()[:27], "only 27 bytes"),
        (b"ftrt\1" + bytes(60), "serialization version 1"),
    ],
)
def test_what_is_not_an_engine_is_reported(content: bytes, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        read_engine_header(content)


@given(st.binary(max_size=80) | st.binary(max_size=76).map(lambda tail: b"vtrt" + tail))
def test_any_bytes_give_a_header_or_a_value_error(content: bytes) -> None:
    try:
        header = read_engine_header(content)
    except ValueError:
        return
    assert header.version.count(".") == 3

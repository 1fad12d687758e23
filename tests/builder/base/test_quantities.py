"""Sizes and times as people read them."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.base import quantities
from builder.base.quantities import Bytes, Count, Duration, MemoryBytes
from builder.base.text import Text, say, say_count

BASES = st.sampled_from([1000, 1024])
UNITS = {"byte": 0, "bytes": 0, "kB": 1, "KB": 1, "MB": 2, "GB": 3, "TB": 4, "PB": 5, "EB": 6}


def value(shown: str, base: int) -> float:
    """Read a size back, in bytes."""
    number, unit = shown.replace(",", "").split(" ")
    return float(number) * float(base ** UNITS[unit])


@pytest.mark.parametrize(
    ("size", "linux", "windows"),
    [
        (0, "0 bytes", "0 bytes"),
        (1, "1 byte", "1 byte"),
        (999, "999 bytes", "999 bytes"),
        (1_400_000_000, "1.4 GB", "1.3 GB"),
        (310_000_000, "310 MB", "296 MB"),
        (73_040_000_000, "73 GB", "68 GB"),
        (999_600_000, "1 GB", "953 MB"),
        (1_072_000_000, "1.07 GB", "1,022 MB"),
        (1500, "1.5 kB", "1.46 KB"),
        (10**21, "1,000 EB", "867 EB"),
    ],
)
def test_files_are_counted_as_this_systems_file_manager_does(
    monkeypatch: pytest.MonkeyPatch, size: int, linux: str, windows: str
) -> None:
    monkeypatch.setattr(quantities, "_FILE_BASE", 1000)
    assert str(Bytes(size)) == linux
    monkeypatch.setattr(quantities, "_FILE_BASE", 1024)
    assert str(Bytes(size)) == windows


def test_memory_is_counted_as_it_is_sold() -> None:
    assert str(MemoryBytes(12282 << 20)) == "12 GB"
    assert str(MemoryBytes(23_920_000_000)) == "22.3 GB"


@given(st.integers(0, 10**18), BASES)
def test_what_is_shown_has_three_digits_and_is_as_near_as_they_allow(size: int, base: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quantities, "_FILE_BASE", base)
        shown = str(Bytes(size))
        assert re.fullmatch(r"(\d{1,3}|1,0[012]\d)(\.\d{1,2})? \w+", shown)
        assert len(re.sub(r"\D", "", shown)) <= (3 if base == 1000 else 4)
        assert abs(value(shown, base) - size) <= max(size * 0.005, 0.5)
        rounded, _ = Bytes(size).rounded()
        assert str(Bytes(rounded)) == shown


@given(st.integers(0, 10**15), st.integers(1, 10**15), BASES)
def test_what_does_not_suffice_reads_as_less_than_what_is_needed(free: int, lacking: int, base: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quantities, "_FILE_BASE", base)
        has, needs = str(Bytes.at_most(free)), str(Bytes.at_least(free + lacking))
        assert value(has, base) < value(needs, base)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0.0, "1 second"),
        (59.4, "59 seconds"),
        (59.6, "1 minute"),
        (89.0, "1 minute"),
        (151.0, "3 minutes"),
        (179 * 60, "179 minutes"),
        (180 * 60, "3 hours"),
        (211 * 60, "4 hours"),
        (14_000.0, "4 hours"),
    ],
)
def test_times_are_no_more_exact_than_they_are_known(seconds: float, shown: str) -> None:
    assert str(Duration(seconds)) == shown


def test_texts_show_them_and_programs_get_numbers() -> None:
    text = say("{size} in {time}", size=MemoryBytes(3 << 30), time=Duration(170))
    assert text == "3 GB in 3 minutes"
    assert json.loads(json.dumps([Bytes(5), Duration(1.5)])) == [5, 1.5]
    read = Text.from_json(json.loads(json.dumps(text.to_json())))
    assert read == text
    assert [type(item) for item in read.arguments.values()] == [MemoryBytes, Duration]


def test_counts_have_their_thousands_apart_and_are_numbers_to_programs() -> None:
    text = say_count(Count(1284), "{count} file", "{count} files")
    assert (text, text.number, text.arguments["count"]) == ("1,284 files", 1284, 1284)
    assert say_count(Count(1), "{count} file", "{count} files") == "1 file"
    assert json.dumps({"count": Count(1284)}) == '{"count": 1284}'

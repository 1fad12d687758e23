"""Files of references: the same bytes for the same references, and nothing in one is trusted."""

from __future__ import annotations

import io
import math
import zipfile
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as nps

from builder.references import file
from builder.references.file import (
    MAX_FILE_BYTES,
    Reference,
    read_references,
    stored_outputs,
    to_bytes,
)

ARRAYS = nps.arrays(
    st.sampled_from([np.dtype(it) for it in ("f2", "f4", "f8", ">f4", "i8", "u1", "?")]),
    nps.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4),
)
NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=20)
REFERENCES = st.builds(
    Reference,
    inputs=st.dictionaries(NAMES, ARRAYS, max_size=3),
    outputs=st.dictionaries(NAMES | st.sampled_from(["a/b:0", "..\\x", "../y"]), ARRAYS, min_size=1, max_size=3),
    crops=st.just({}),
)


def packed(**entries: Any) -> bytes:
    """Make a file as NumPy does, or with raw bytes for an entry."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, value in entries.items():
            data = io.BytesIO()
            if isinstance(value, bytes):
                data.write(value)
            else:
                np.save(data, value)
            archive.writestr(f"{name}.npy", data.getvalue())
    return made.getvalue()


@settings(max_examples=25)
@given(st.lists(REFERENCES, min_size=1, max_size=12))
def test_what_was_written_is_read_and_the_same_bytes_come_of_it(references: list[Reference]) -> None:
    content = to_bytes(references)
    assert stored_outputs(content) == tuple(frozenset(it.outputs) for it in references)
    read = read_references(content)
    assert to_bytes(read) == content
    for before, after in zip(references, read, strict=True):
        for there, here in ((before.inputs, after.inputs), (before.outputs, after.outputs)):
            assert set(there) == set(here)
            for name, array in there.items():
                np.testing.assert_array_equal(here[name], array)
                assert here[name].dtype == array.dtype.newbyteorder("=")


def test_a_file_of_numpys_own_is_read() -> None:
    made = io.BytesIO()
    turned = np.arange(6, dtype=np.float32).reshape(2, 3).T
    arrays: dict[str, Any] = {"0/input/x": turned, "0/output/y": turned, "0/crop/y": np.array([[1, 4], [0, 2]])}
    np.savez_compressed(made, **arrays)
    (reference,) = read_references(made.getvalue())
    np.testing.assert_array_equal(reference.inputs["x"], turned)
    assert reference.crops == {"y": ((1, 4), (0, 2))}


@pytest.mark.parametrize(
    ("entries", "found"),
    [
        ({"0/input/x": [1.0]}, "has no outputs"),
        ({}, "not numbered from 0"),
        ({"1/output/y": [1.0]}, "not numbered from 0"),
        ({"00/output/y": [1.0]}, "which is not '<number>"),
        ({"0/result/y": [1.0]}, "which is not '<number>"),
        ({"0/output/": [1.0]}, "which is not '<number>"),
        ({"0/output/y": np.array([1.0]) * 1j}, "not an array of numbers"),
        ({"0/output/y": np.array(["text"])}, "not an array of numbers"),
        ({"0/output/y": np.array([object()])}, "not an array of numbers"),
        ({"0/output/y": b"x" * 100}, "not an array of numbers"),
        ({"0/output/y": b""}, "not an array of numbers"),
        ({"0/output/y": b"\x93NUMPY\1\0\xff\xff" + b" " * 100}, "not an array of numbers"),
        ({"0/output/y": [1.0], "0/crop/y": [[0, 2]]}, "has not the shape"),
        ({"0/output/y": [1.0], "0/crop/y": [[2, 1]]}, "belongs to no output, or is no part"),
        ({"0/output/y": [1.0], "0/crop/y": [[-1, 0]]}, "belongs to no output, or is no part"),
        ({"0/output/y": [1.0], "0/crop/z": [[0, 1]]}, "belongs to no output, or is no part"),
        ({"0/output/y": [1.0], "0/crop/y": [[0.0, 1.0]]}, "belongs to no output, or is no part"),
        ({"0/output/y": 1.0, "0/crop/y": [0]}, "belongs to no output, or is no part"),
    ],
)
def test_what_is_wrong_is_said(entries: dict[str, Any], found: str) -> None:
    with pytest.raises(ValueError, match=found):
        read_references(packed(**entries))


def header(text: str, values: bytes = b"\0" * 8) -> bytes:
    return b"\x93NUMPY\x01\x00" + len(text).to_bytes(2, "little") + text.encode() + values


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{'descr': '<f8', 'fortran_order': False, 'shape': (9999999999, 9999999999), }\n", "what its shape"),
        ("{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }\n", "what its shape"),
        ("{'descr': '<f1', 'fortran_order': False, 'shape': (8,), }\n", "not an array"),
        ("{'descr': '|O8', 'fortran_order': False, 'shape': (1,), }\n", "not an array"),
        ("{'descr': '<f8', 'fortran_order': False, 'shape': (__import__('os'),), }\n", "not an array"),
        ("{'descr': '<f8', 'fortran_order': False, 'shape': " + "(" * 9000 + "\n", "not an array"),
        ("{'descr': '|b1', 'fortran_order': False, 'shape': (9,), }\n", "true and false"),
    ],
)
def test_headers_are_not_believed(text: str, found: str) -> None:
    values = bytes(range(9)) if "b1" in text else b"\0" * 8
    with pytest.raises(ValueError, match=found):
        read_references(packed(**{"0/output/y": header(text, values)}))


def test_another_mark_before_a_good_header_is_refused() -> None:
    good = header("{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }\n")
    assert read_references(packed(**{"0/output/y": good}))
    for wrong in (good.replace(b"NUMPY", b"NUMPX"), good.replace(b"NUMPY\1", b"NUMPY\2")):
        with pytest.raises(ValueError, match="not an array of numbers"):
            read_references(packed(**{"0/output/y": wrong}))


def test_what_would_fill_the_memory_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    content = packed(**{"0/output/y": np.zeros(1 << 17)})
    assert read_references(content)
    monkeypatch.setattr(file, "MAX_UNPACKED_BYTES", 1 << 20)
    with pytest.raises(ValueError, match="with 1 arrays of 1,048,704 bytes, more than 4,096 or 1,048,576"):
        read_references(content)
    with pytest.raises(ValueError, match="of more than 1,048,576"):
        read_references(bytes(MAX_FILE_BYTES + 1))


def test_as_much_as_is_allowed_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    content = packed(**{"0/output/y": [1.0], "0/output/z": [2.0]})
    monkeypatch.setattr(file, "_MAX_ARRAYS", 2)
    monkeypatch.setattr(file, "MAX_UNPACKED_BYTES", 2 * (128 + 8))
    monkeypatch.setattr(file, "MAX_FILE_BYTES", len(content))
    assert len(read_references(content)[0].outputs) == 2
    monkeypatch.setattr(file, "_MAX_ARRAYS", 1)
    with pytest.raises(ValueError, match="with 2 arrays"):
        read_references(content)


def test_an_encrypted_entry_is_refused() -> None:
    content = bytearray(packed(**{"0/output/y": [1.0]}))
    content[content.index(b"PK\1\2") + 8] |= 1
    with pytest.raises(ValueError, match="an entry that is encrypted"):
        read_references(bytes(content))


def test_neither_the_clock_nor_the_system_shows_in_the_bytes() -> None:
    content = to_bytes([Reference({}, {"y": np.ones(3)}, {})])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        (entry,) = archive.infolist()
    assert entry.date_time == (1980, 1, 1, 0, 0, 0)
    assert (entry.create_system, entry.external_attr >> 16) == (3, 0o644)


def test_two_entries_of_one_name_are_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("0/output/y.npy", b"1")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("0/output/y.npy", b"2")
    with pytest.raises(ValueError, match="same name"):
        read_references(made.getvalue())


@settings(max_examples=150)
@given(st.data())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    content = bytearray(
        to_bytes([Reference({"x": np.ones(3, np.float32)}, {"y": np.ones((2, 2))}, {"y": ((0, 2), (1, 3))})])
    )
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        references = read_references(bytes(content[: data.draw(st.integers(0, len(content)))]))
    except ValueError:
        return
    assert all(math.prod(it.outputs[name].shape) < 1000 for it in references for name in it.outputs)


def test_what_could_not_be_read_is_not_written() -> None:
    for reference in (
        Reference({}, {}, {}),
        Reference({}, {"y": np.array(["text"])}, {}),
        Reference({}, {"y": np.random.default_rng(0).random(1 << 18)}, {}),
    ):
        with pytest.raises(ValueError, match=r"with|of"):
            to_bytes([reference])

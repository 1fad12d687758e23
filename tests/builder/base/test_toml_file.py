"""TOML files that people write; test_manifest.py has what the faults of app.toml look like."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path
from typing import Annotated, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from builder.base.errors import EngineInstallerError, Fault
from builder.base.toml_file import (
    INSIDE,
    ComputeCapability,
    NotToml,
    PlainText,
    Sha256,
    Table,
    TomlText,
    matching,
    parse_table,
    parse_toml,
    read_table,
    read_toml_bytes,
    validate,
    with_names,
)

FILE = Path("some/app.toml")


class Part(Table):
    """A table of an array."""

    file: str
    size: int = 0


class Whole(Table):
    """A file."""

    schema_version: Annotated[int, Field(alias="schema", le=1)]
    title: TomlText = "untitled"
    plain: PlainText = ""
    inside: Annotated[str, INSIDE] = "."
    sha256: Sha256 = "0" * 64
    capability: ComputeCapability = "8.9"
    color: Annotated[str, matching(re.compile(r"#\d"), "a color")] = "#1"
    part: list[Part] = Field(default=[])


def table_at(names: list[str]) -> type[BaseModel]:
    return Part if names else Whole


def faults_of(content: str) -> dict[str, Fault]:
    table, faults = parse_table(FILE, content.encode(), Whole, 1, table_at)
    assert (table is None) == bool(faults)
    assert {fault.file for fault in faults} <= {"app.toml"}
    return {fault.key: fault for fault in faults}


def not_toml(content: bytes) -> Fault:
    with pytest.raises(NotToml) as caught:
        parse_toml(FILE, content)
    assert str(caught.value) == str(caught.value.fault)
    return caught.value.fault


def test_a_right_file_is_its_table() -> None:
    content = b"\xef\xbb\xbfschema = 1\ntitle = 'x'\n[[part]]\nfile = 'a'\n"
    table, faults = parse_table(FILE, content, Whole, 1, table_at)
    assert faults == []
    assert table == Whole.model_validate({"schema": 1, "title": "x", "part": [{"file": "a"}]})


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"schema = = 1", "(at line 1, column 10)"),
        (b"a = '\xff'", "a byte that is not UTF-8 at offset 5"),
        (b"a = 1\n" * 2, "Cannot overwrite a value"),
        (b"a = 99999-99-99", "(at line 1, column"),
        (b"a = " + b"[" * 10_000, "a value that cannot be read"),
        (b"a = " + b"9" * 5000, "a value that cannot be read"),
        (b"a = 1\n" + b"\n" * 50_000, "more than 50000 lines and values"),
        (b"a = '" + b"," * 50_001 + b"'", "more than 50000 lines and values"),
        (b"a." * 64 + b"a = 1", "a key of more than 64 parts"),
        (b"x = { " + b"'a' . " * 64 + b"a = 1 }", "a key of more than 64 parts"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(content: bytes, found: str) -> None:
    assert found in not_toml(content).found


def test_as_much_as_people_write_is_read() -> None:
    assert parse_toml(FILE, b"a = '" + b"," * 49_999 + b"'\n")["a"] == "," * 49_999
    value: Any = parse_toml(FILE, b"a." * 63 + b"a = 1")
    for _ in range(64):
        value = value["a"]
    assert value == 1


def test_a_file_is_read_up_to_its_bound_and_no_other_thing_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "app.toml"
    path.write_bytes(b"#" * (4 << 20))
    assert len(read_toml_bytes(path)) == 4 << 20
    path.write_bytes(b"#" * ((4 << 20) + 1))
    table, (fault,) = read_table(path, Whole, 1, table_at)
    assert table is None
    assert (fault.found, fault.expected) == ("'app.toml', which is larger than 4 MiB", "a file of at most 4 MiB")
    path.unlink()
    path.mkdir()
    with pytest.raises(NotToml, match="which is a folder"):
        read_toml_bytes(path)
    with pytest.raises(EngineInstallerError, match="Cannot read"):
        read_toml_bytes(tmp_path / "none")


def test_what_is_read_from_a_file_is_judged_like_its_content(tmp_path: Path) -> None:
    (tmp_path / "app.toml").write_text("schema = 2")
    assert read_table(tmp_path / "app.toml", Whole, 1, table_at) == parse_table(
        tmp_path / "app.toml", b"schema = 2", Whole, 1, table_at
    )
    assert read_table(tmp_path / "app.toml", Whole, 2, table_at)[1][0].expected.startswith("2, the only schema")


@pytest.mark.parametrize(
    ("content", "key", "found", "expected"),
    [
        ("", "schema", "nothing", "this key, which is needed"),
        ("schema = 2", "schema", "2", "1, the only schema that this version reads"),
        ("schema = '1'", "schema", "'1'", "1, the only schema that this version reads"),
        ("schema = true", "schema", "True", "1, the only schema that this version reads"),
        ("schema_version = 1", "schema_version", "an unknown key", "'schema'?"),
        ("zzz = 1", "zzz", "an unknown key", "one of schema, title, plain"),
        ("[[part]]\nfile = 'a'\nsiez = 1", "part[0].siez", "an unknown key", "'size'?"),
        ("[[part]]\nsize = 1", "part[0].file", "nothing", "this key, which is needed"),
        ("[[part]]\nfile = 1", "part[0].file", "1", "a valid string"),
        ("part = [1]", "part[0]", "1", "a table"),
        ("title = ''", "title", "''", "at least 1 item"),
        (f"title = '{'x' * 260}'", "title", "'" + "x" * 76 + "...", "at most 259 items"),
        ("title = ' '", "title", "' '", "text that can be seen"),
        ("plain = '\u202e'", "plain", r"'\u202e'", "text without an invisible character (U+202E)"),
        ("inside = '../x'", "inside", "'../x'", "unlike a path with '..'"),
        ("sha256 = '00'", "sha256", "'00'", "64 hexadecimal digits"),
        (f"sha256 = '{'0' * 65}'", "sha256", repr("0" * 65), "64 hexadecimal digits"),
        ("capability = '8.9 '", "capability", "'8.9 '", "a compute capability such as '8.9'"),
        ("color = '#1x'", "color", "'#1x'", "a color"),
    ],
)
def test_a_wrong_value_is_told_with_its_key_and_what_is_expected(
    content: str, key: str, found: str, expected: str
) -> None:
    fault = faults_of(content)[key]
    assert fault.found == found
    assert expected in fault.expected


def test_a_value_is_shown_whole_only_where_it_is_short() -> None:
    assert faults_of(f"title = {['x' * 70]}")["title"].found == f"['{'x' * 70}']"
    for length, shown in ((78, "'" + "x" * 78 + "'"), (79, "'" + "x" * 76 + "...")):
        assert faults_of(f"color = '{'x' * length}'")["color"].found == shown


def test_hashes_are_read_in_lower_case() -> None:
    table, _ = parse_table(FILE, f"schema = 1\nsha256 = '{'AB' * 32}'".encode(), Whole, 1, table_at)
    assert table
    assert table.sha256 == "ab" * 32


@pytest.mark.parametrize(
    ("line", "corrected"),
    [
        ("a:b = 1", '"a:b" = 1'),
        ("input_formats.a:b = 1", 'input_formats."a:b" = 1'),
        ("my_input_formats.a:b = 1", '"my_input_formats.a:b" = 1'),
        ("[x.a:b]", '[x."a:b"]'),
        (f"{'a' * 100}:b = 1234567890123", f'"{"a" * 100}:b" = 1234567890123'),
        (f"{'a' * 100}:b = 12345678901234", f'"{"a" * 100}:b"'),
        ("a:b", None),
        ("[a:b", None),
        ("'a':b = 1", None),
        ('"a".b:c = 1', None),
        ("x = 1, y:z = 2", None),
    ],
)
def test_a_key_that_needs_quotes_gets_them_where_that_makes_it_right(line: str, corrected: str | None) -> None:
    expected = not_toml(line.encode()).expected
    assert expected.partition("stands in quotes: ")[2] == (corrected or "")
    assert expected.startswith("valid TOML 1.0")
    if corrected and "=" in corrected:
        parse_toml(FILE, corrected.encode())


@pytest.mark.parametrize(
    ("data", "key", "item", "inner"),
    [
        ({"m": [{"name": "a"}]}, "m[0].size", "m 'a'", "size"),
        ({"m": [{"name": "a"}, {"name": "a"}]}, "m[1].size", "m 'a'", "m[1].size"),
        ({"m": [{"name": "a"}, {"name": "b"}]}, "m[1].size", "m 'b'", "size"),
        ({"m": [{"file": "f"}]}, "m[0].size", "m 'f'", "size"),
        ({"m": [{"needs": "fp8"}]}, "m[0].size", "m 'fp8'", "size"),
        ({"m": [{"name": 3, "file": "f"}]}, "m[0].size", "", "m[0].size"),
        ({"m": [{"name": ""}]}, "m[0].size", "", "m[0].size"),
        ({"m": [{"name": "x" * 80}]}, "m[0].size", f"m '{'x' * 80}'", "size"),
        ({"m": [{"name": "x" * 81}]}, "m[0].size", "", "m[0].size"),
        ({"m": [{"name": "a\nb"}]}, "m[0].size", "", "m[0].size"),
        ({"m": [{}]}, "m[1].size", "", "m[1].size"),
        ({"m": {"0": 1}}, "m[0].size", "", "m[0].size"),
        ({"m": [7]}, "m[0].size", "", "m[0].size"),
        ({}, "m[0].size", "", "m[0].size"),
        ({"t": {"m": [{"name": "a"}]}}, "t.m[0].size", "m 'a'", "t.m[0].size"),
        ({"m": [{"name": "a", "w": [{"file": "f"}]}]}, "m[0].w[0].size", "m 'a', w 'f'", "size"),
        ({"m": [{"name": "a", "w": [{"file": "f"}, {"file": "f"}]}]}, "m[0].w[1].size", "m 'a', w 'f'", "w[1].size"),
        ({"m": [{"name": "a"}]}, "m[0]", "m 'a'", ""),
    ],
)
def test_a_fault_in_a_table_of_an_array_has_the_names_on_the_way(
    data: dict[str, Any], key: str, item: str, inner: str
) -> None:
    (fault,) = with_names([Fault("app.toml", key, "1", "2")], data)
    assert (fault.key, fault.item, fault.inner) == (key, item, inner)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["part", "file", "x"]), inner),
    max_leaves=6,
)


@settings(max_examples=30)
@given(st.dictionaries(st.sampled_from(["schema", "part", "title", "x"]), VALUES))
def test_whatever_is_read_is_right_or_has_faults_with_keys(data: dict[str, Any]) -> None:
    table, faults = validate(Whole, data, "app.toml", 1, table_at)
    assert (table is None) == bool(faults)
    assert all(fault.key and fault.found and fault.expected for fault in faults)


@given(st.text("ab:.'\"[]{}= \n#,1-_/", max_size=20))
def test_whatever_is_no_toml_is_told_and_never_crashes(text: str) -> None:
    with contextlib.suppress(NotToml):
        parse_toml(FILE, text.encode())

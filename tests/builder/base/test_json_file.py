"""Our own JSON files, which anybody who may write there may have edited."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.base.errors import EngineInstallerError, Remedy, SystemNotSupported
from builder.base.json_file import Damaged, from_plain, read_json, to_bytes
from tests.support.unfit import NOT_SMALL_FILES, in_time


@dataclass(frozen=True, slots=True)
class Item:
    """What such a file lists."""

    name: str
    size: int
    share: float = 0.5
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Whole:
    """Such a file."""

    items: tuple[Item, ...]
    path: Path | None = None
    schema: int = 3


WHOLE = Whole((Item("a", 1), Item("b", 2, 0.25, True)), Path("/tmp/x"))

items = st.builds(Item, st.text(), st.integers(), st.floats(allow_nan=False), st.booleans())


def read(path: Path, limit: int = 1 << 20) -> Whole | None:
    return read_json(path, Whole, 3, limit)


def damage(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    with pytest.raises(Damaged) as caught:
        read(path)
    return str(caught.value.reason)


@settings(max_examples=30)
@given(st.lists(items, max_size=4), st.none() | st.just(Path("/tmp/caf\udce9")))
def test_what_was_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, listed: list[Item], path: Path
) -> None:
    whole = Whole(tuple(listed), path)
    file = tmp_path_factory.getbasetemp() / "whole.json"
    file.write_bytes(to_bytes(whole))
    assert read(file) == whole
    assert file.read_bytes().isascii()
    assert file.read_bytes().endswith(b"}\n")


def test_where_there_is_no_file_nothing_is_read(tmp_path: Path) -> None:
    assert read(tmp_path / "none") is None
    (tmp_path / "file").touch()
    assert read(tmp_path / "file/none") is None


@pytest.mark.parametrize("put", NOT_SMALL_FILES.values(), ids=NOT_SMALL_FILES)
def test_whatever_else_stands_in_its_place_is_damage(tmp_path: Path, put: object) -> None:
    assert callable(put)
    put(tmp_path / "file")
    with in_time(), pytest.raises(Damaged):
        read(tmp_path / "file")


def test_it_is_never_read_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(to_bytes(WHOLE))
    assert read(tmp_path / "real") == WHOLE
    (tmp_path / "link").symlink_to("real")
    with pytest.raises(Damaged, match="it is a symbolic link"):
        read(tmp_path / "link")


def test_it_has_as_many_bytes_as_it_may_and_no_more(tmp_path: Path) -> None:
    content = to_bytes(WHOLE)
    (tmp_path / "file").write_bytes(content)
    assert read(tmp_path / "file", len(content)) == WHOLE
    with pytest.raises(Damaged, match="larger"):
        read(tmp_path / "file", len(content) - 1)


def test_a_folder_that_may_not_be_entered_is_an_error_and_no_missing_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "lstat", refuse)
    with pytest.raises(EngineInstallerError, match="Cannot read"):
        read(tmp_path / "file")


def test_a_file_of_a_newer_version_is_left_to_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_text(json.dumps({"schema": 4, "unknown": {}}))
    with pytest.raises(SystemNotSupported) as caught:
        read(tmp_path / "file")
    assert "(schema 4; this version knows 3)" in caught.value.message
    assert caught.value.remedy == Remedy.DOWNLOAD_AGAIN


@pytest.mark.parametrize("schema", ["4", "null", "[4]", '"4"'])
def test_only_a_number_says_that_a_newer_version_wrote_a_file(tmp_path: Path, schema: str) -> None:
    content = f'{{"items": [], "schema": {schema}}}'.encode()
    if schema == "4":
        content = b'[{"schema": 4}]'
    damage(tmp_path / "file", content)


def test_what_a_newer_version_of_the_same_schema_added_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "file").write_text('{"items": [{"name": "a", "size": 1, "colour": "red"}], "schema": 2, "more": [1]}')
    assert read(tmp_path / "file") == Whole((Item("a", 1),), schema=2)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is not JSON"),
        (b"\xff", "it is not JSON"),
        (b"{}", "items: "),
        (b"[]", "the whole file: "),
        (b"null", "the whole file: "),
        (b"[" * 100_000, "it is nested too deeply"),
        (b'{"items": [{"name": "a"}]}', "items.0.size: "),
        (b'{"items": [{"name": 1, "size": 1}]}', "items.0.name: "),
        (b'{"items": [{"name": "a", "size": "1"}]}', "items.0.size: "),
        (b'{"items": [{"name": "a", "size": true}]}', "items.0.size: "),
        (b'{"items": [{"name": "a", "size": 1, "share": "0.5"}]}', "items.0.share: "),
        (b'{"items": [{"name": "a", "size": 1, "kept": 1}]}', "items.0.kept: "),
        (b'{"items": [{"name": "a", "size": 1, "kept": "yes"}]}', "items.0.kept: "),
    ],
)
def test_damage_is_told_with_its_place(tmp_path: Path, content: bytes, reason: str) -> None:
    assert damage(tmp_path / "file", content).startswith(reason)


def test_a_list_of_millions_is_refused_before_its_entries_are_looked_at(tmp_path: Path) -> None:
    assert damage(tmp_path / "file", b'{"items": [' + b"0," * 200_000 + b"0]}") == "it has more than 200000 entries"
    assert damage(tmp_path / "file", b'{"items": [' + b"0," * 199_999 + b"0]}").startswith("items.0")


@settings(max_examples=40)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=4), st.lists, max_leaves=5))
def test_whatever_json_gives_is_read_or_damage(values: object) -> None:
    for given_value in (values, {"items": values}, {"items": [{"name": "a", "size": values}]}):
        try:
            whole = from_plain(Whole, given_value)
        except Damaged:
            continue
        assert all(type(item.size) is int and type(item.name) is str for item in whole.items)

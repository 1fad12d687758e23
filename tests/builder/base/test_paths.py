"""Questions about paths: what stands there, and what is said where a folder on the way may not be entered."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.base.errors import AccessDenied, EngineInstallerError, InvalidParameter
from builder.base.paths import (
    entries_of,
    entry_exists,
    exists,
    file_to_write,
    files_below,
    is_file,
    is_folder,
    is_link,
    is_real_folder,
    is_regular_file,
    size_of,
)
from tests.support.payloads import write_files

QUESTIONS = (exists, entry_exists, is_file, is_regular_file, is_folder, is_real_folder, is_link)
ANSWERS = {
    "file": {exists, entry_exists, is_file, is_regular_file},
    "folder": {exists, entry_exists, is_folder, is_real_folder},
    "pipe": {exists, entry_exists},
    "link to a file": {exists, entry_exists, is_file, is_link},
    "link to a folder": {exists, entry_exists, is_folder, is_link},
    "link to nothing": {entry_exists, is_link},
    "nothing": set(),
    "file/nothing": set(),
    "nothing/nothing": set(),
}


@pytest.fixture
def there(tmp_path: Path) -> Path:
    (tmp_path / "file").write_bytes(b"four")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name, leads in (("file", "file"), ("folder", "folder")):
        (tmp_path / f"link to a {name}").symlink_to(leads)
    (tmp_path / "link to nothing").symlink_to("nothing")
    return tmp_path


@pytest.mark.parametrize("name", ANSWERS)
def test_each_question_is_answered_for_what_is_there(there: Path, name: str) -> None:
    assert {question for question in QUESTIONS if question(there / name)} == ANSWERS[name]


def refuse(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied")


@pytest.mark.parametrize("ask", [*QUESTIONS, size_of, entries_of, files_below, file_to_write])
def test_where_the_system_refuses_there_is_no_answer_but_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ask: Callable[[Path], object]
) -> None:
    for name in ("stat", "lstat", "iterdir"):
        monkeypatch.setattr(Path, name, refuse)
    with pytest.raises(AccessDenied, match=f"Cannot (read|write) {tmp_path}/x: "):
        ask(tmp_path / "x")


def test_the_size_of_a_file_is_known_and_of_none_an_error(there: Path) -> None:
    assert size_of(there / "file") == size_of(there / "link to a file") == 4
    with pytest.raises(EngineInstallerError, match="Cannot read"):
        size_of(there / "nothing")


def test_output_goes_to_the_file_behind_a_name_or_to_a_new_one(there: Path) -> None:
    assert file_to_write(there / "file") == file_to_write(there / "link to a file") == there / "file"
    assert file_to_write(there / "nothing") == there / "nothing"


@pytest.mark.parametrize("name", ["folder", "pipe", "link to a folder", "link to nothing", "/dev/null"])
def test_output_never_takes_the_place_of_what_is_no_file(there: Path, name: str) -> None:
    with pytest.raises(InvalidParameter, match="it is no ordinary file"):
        file_to_write(there / name)


def test_what_is_in_a_folder_is_listed_in_order_and_below_it_without_following_links(tmp_path: Path) -> None:
    write_files(tmp_path, {"b": b"", "a/y": b"", "a/x/z": b"", "c/file": b""})
    (tmp_path / "empty").mkdir()
    (tmp_path / "a/link").symlink_to("../c")
    assert entries_of(tmp_path) == [tmp_path / name for name in ("a", "b", "c", "empty")]
    assert files_below(tmp_path) == [tmp_path / name for name in ("a/link", "a/x/z", "a/y", "b", "c/file")]
    for name in ("none", "b", "b/none"):
        assert entries_of(tmp_path / name) == files_below(tmp_path / name) == []

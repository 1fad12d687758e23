"""A folder beside the list of what it should hold."""

from __future__ import annotations

import hashlib
import os
import subprocess
from pathlib import Path

import pytest

from builder.base.cancellation import CancelToken
from builder.base.errors import Cancelled
from builder.base.small_files import UnfitFile
from builder.base.sums import Differences, compare, named, read_sums

FILES = {"a.txt": b"a", "inside/b.bin": b"b", "inside/deep/ö  c": b"c"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with files and the list of them that `sha256sum` makes."""
    folder = tmp_path / "folder"
    for name, content in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    made = subprocess.run(["sha256sum", "--", *FILES], cwd=folder, capture_output=True, check=True).stdout
    (folder / "SHA256SUMS").write_bytes(made)
    return folder


def differences(folder: Path, *left_out: Path) -> Differences:
    return compare(folder, read_sums(folder / "SHA256SUMS"), left_out)


def test_what_sha256sum_writes_is_read_and_a_folder_as_listed_does_not_differ(folder: Path) -> None:
    assert read_sums(folder / "SHA256SUMS") == {
        name: hashlib.sha256(content).hexdigest() for name, content in FILES.items()
    }
    assert differences(folder) == Differences()


def test_every_file_that_differs_is_told_by_how_it_does(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"A")
    (folder / "inside/b.bin").unlink()
    (folder / "new").touch()
    (folder / "inside/deep/also new").write_bytes(b"c")
    assert differences(folder) == Differences(("inside/b.bin",), ("a.txt",), ("inside/deep/also new", "new"))


def test_a_folder_in_the_place_of_a_file_is_no_such_file(folder: Path) -> None:
    (folder / "a.txt").unlink()
    (folder / "a.txt").mkdir()
    assert differences(folder).missing == ("a.txt",)


def test_what_may_be_left_out_is_not_missing_but_has_to_be_right_where_it_is(folder: Path) -> None:
    (folder / "inside/b.bin").unlink()
    assert differences(folder, folder / "inside") == Differences()
    (folder / "inside/b.bin").write_bytes(b"B")
    assert differences(folder, folder / "inside").changed == ("inside/b.bin",)
    (folder / "a.txt").unlink()
    assert differences(folder, folder / "inside").missing == ("a.txt",)


def test_links_to_files_of_the_folder_are_no_files_of_their_own(folder: Path) -> None:
    (folder / "link").symlink_to("inside/b.bin")
    assert differences(folder) == Differences()


def test_links_that_lead_elsewhere_are_not_as_listed(folder: Path) -> None:
    (folder.parent / "outside").touch()
    (folder / "leaves").symlink_to("../outside")
    (folder / "nowhere").symlink_to("none")
    (folder / "to folder").symlink_to("inside")
    assert differences(folder).unlisted == ("leaves (a link)", "nowhere (a link)", "to folder (a link)")


def test_a_link_that_was_copied_as_a_file_is_as_listed_only_with_the_name_and_content_of_a_listed_one(
    folder: Path,
) -> None:
    (folder / "b.bin").write_bytes(b"b")
    assert differences(folder) == Differences()
    (folder / "b.bin").write_bytes(b"c")
    (folder / "other").write_bytes(b"b")
    assert differences(folder).unlisted == ("b.bin", "other")


def test_a_pipe_is_unlisted_and_never_read(folder: Path) -> None:
    os.mkfifo(folder / "inside/a.txt")
    assert differences(folder).unlisted == ("inside/a.txt",)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("0" * 63 + "  short", "is not a line of it"),
        ("0" * 65 + "  long", "is not a line of it"),
        ("0" * 64 + " one space", "is not a line of it"),
        ("0" * 64, "is not a line of it"),
        ("", "'' is not a line of it"),
        ("x" * 99, f"^'{'x' * 80}' is not a line of it"),
        ("0" * 64 + "  ../outside", "a path with"),
        ("0" * 64 + "  /absolute", "an absolute path"),
        ("0" * 64 + "  ", "an empty path"),
    ],
)
def test_a_list_with_one_line_of_another_kind_is_refused(tmp_path: Path, line: str, why: str) -> None:
    (tmp_path / "list").write_text(f"{'0' * 64}  fine\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=why):
        read_sums(tmp_path / "list")
    (tmp_path / "list").write_text(f"{'0' * 64}  fine\n", encoding="utf-8")
    assert read_sums(tmp_path / "list") == {"fine": "0" * 64}


def test_a_list_of_any_size_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "list").open("wb") as stream:
        stream.truncate(17 << 20)
    with pytest.raises(UnfitFile):
        read_sums(tmp_path / "list")


def test_a_comparison_can_be_stopped(folder: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        compare(folder, read_sums(folder / "SHA256SUMS"), cancel=cancel)


def test_a_few_files_are_named_and_the_rest_counted() -> None:
    assert list(named([], "missing")) == []
    assert list(named(["a", "b"], "missing")) == ["missing: a, b"]
    assert list(named(["a"] * 5, "missing")) == ["missing: a, a, a, a, a"]
    assert list(named(["a"] * 7, "missing")) == ["missing: a, a, a, a, a and 2 more"]

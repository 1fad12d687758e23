"""Paths inside a target."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from installer.target.paths import folders_of, innermost_first, is_maintenance, is_program, may_be_edited, saved_name

OURS = ".engine-installer"
names = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=90)
paths = st.lists(names, min_size=1, max_size=3).map("/".join)


@pytest.mark.parametrize(
    ("file", "maintenance", "program", "editable"),
    [
        ("studio", False, False, True),
        ("data/.engine-installer/x", False, False, True),
        (f"{OURS}/receipt.json", True, False, False),
        (f"{OURS}/package/app.toml", True, False, False),
        (f"{OURS}/program/tool", True, True, False),
        (f"{OURS}/programs/tool", True, False, False),
        (f"{OURS}-notes/x", False, False, True),
        (OURS, False, False, True),
        ("engines/engines.json", False, False, False),
        ("engines-data/x", False, False, True),
        ("data/engines/x", False, False, True),
    ],
)
def test_whose_a_file_is_its_place_says(file: str, maintenance: bool, program: bool, editable: bool) -> None:
    assert (is_maintenance(file), is_program(file), may_be_edited(file)) == (maintenance, program, editable)


@pytest.mark.parametrize(
    ("number", "expected"), [(1, "d/e/x.txt.saved-abc"), (2, "d/e/x.txt.saved-abc-2"), (11, "d/e/x.txt.saved-abc-11")]
)
def test_what_is_in_the_way_is_kept_beside_its_place(number: int, expected: str) -> None:
    assert saved_name("d/e/x.txt", "abc", number) == expected
    assert saved_name("x.txt", "abc", number) == expected.removeprefix("d/e/")
    assert saved_name("x.txt", "abc") == "x.txt.saved-abc"


@given(paths, st.integers(1, 1000))
@example("d/" + "n" * 255, 1)
@example("d/" + "工" * 85, 2)
@example("n" * 236, 1)
@example("n" * 237, 1)
def test_no_name_is_too_long_for_a_file_system_and_none_shorter_than_it_must_be(file: str, number: int) -> None:
    kept, digest = PurePosixPath(saved_name(file, "0123456789ab", number)), "0123456789ab"
    suffix = f".saved-{digest}" + (f"-{number}" if number > 1 else "")
    beginning = kept.name.removesuffix(suffix)
    assert kept.name == beginning + suffix
    name = file.rpartition("/")[2]
    assert name.startswith(beginning)
    assert len(kept.name.encode()) <= 255
    if beginning != name:
        assert len((name[: len(beginning) + 1] + suffix).encode()) > 255
    assert str(kept).rpartition("/")[0] == str(PurePosixPath(file)).rpartition("/")[0]


def test_folders_are_named_with_their_parents_the_innermost_first() -> None:
    assert folders_of(["a", "d/e/f/x", "d/y", "b/c/z"]) == ["d/e/f", "b/c", "d/e", "b", "d"]
    assert folders_of(["a", "b"]) == []


@given(st.lists(paths.map(lambda path: str(PurePosixPath(path))), unique=True))
def test_in_that_order_no_folder_comes_before_one_that_is_in_it(folders: list[str]) -> None:
    order = innermost_first(folders)
    assert sorted(order) == sorted(folders)
    for number, folder in enumerate(order):
        assert not any(later.startswith(f"{folder}/") for later in order[number + 1 :])

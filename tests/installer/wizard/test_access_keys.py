"""Access keys are unique on a page, whatever the language."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from installer.wizard.access_keys import letter_of, with_access_keys


@given(st.lists(st.text(min_size=1, max_size=20), max_size=12))
def test_no_two_controls_share_a_letter_and_no_text_is_changed(texts: list[str]) -> None:
    marked = with_access_keys(texts)
    letters = [letter for text in marked if (letter := letter_of(text))]
    assert len(letters) == len(set(letters))
    for text, shown in zip(texts, marked, strict=True):
        bare = re.sub("&(.)", r"\1", shown, flags=re.DOTALL)
        assert bare == text or f"({letter_of(shown).upper()})" in bare


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Install", "Options…", "Cancel"], ["&Install", "&Options…", "&Cancel"]),
        (["Close", "Copy report", "Cancel"], ["&Close", "Copy &report", "C&ancel"]),
        (["Löschen", "Ändern"], ["&Löschen", "&Ändern"]),
        (["インストール", "オプション…"], ["インストール(&A)", "オプション(&B)…"]),
        (["A & B", "A"], ["&A && B", "A"]),
        (["Save", "Save"], ["&Save", "S&ave"]),
    ],
)
def test_the_first_letter_of_a_word_is_preferred(texts: list[str], expected: list[str]) -> None:
    assert with_access_keys(texts) == expected


def test_letters_that_are_taken_are_left_alone() -> None:
    assert with_access_keys(["Back"], taken="B") == ["B&ack"]

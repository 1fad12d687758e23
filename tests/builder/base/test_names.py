"""Names that others wrote: what they must not have, and that no text begins a line of its own."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builder.base.names import character_fault, one_line, printable
from builder.base.text import join, say, say_count, verbatim, verbatim_lines

JOINERS = "\u200c\u200d"
REFUSED = {"Cc", "Cf", "Zl", "Zp", "Cs"}
FORGED = "harmless\nerror: forged\x1b[31m\u202e\u2028RESULT code=0"

anything = st.text(st.characters(exclude_categories=[]), max_size=40)


def is_clean(text: str) -> bool:
    return all(unicodedata.category(it) not in REFUSED or it in JOINERS for it in text)


def test_every_character_that_unicode_calls_control_format_or_separator_is_refused() -> None:
    characters = [chr(code) for code in range(sys.maxunicode + 1)]
    assert [it for it in characters if unicodedata.category(it) in REFUSED and not character_fault(f"{it}")] == []
    # An unassigned one among invisible ones is refused with them.
    refused = {unicodedata.category(it) for it in characters if character_fault(it)}
    assert refused <= REFUSED | {"Cn"}


@pytest.mark.parametrize(
    "name",
    [
        "Photo Studio™",
        "Größe",
        "Фото",
        "写真",
        "صور",
        "می\u200cخواهم",
        "क्\u200dष",
        "👩\u200d💻",
        "❤️\u200d🔥",
        "क्\u200c",
    ],
)
def test_names_of_all_scripts_are_fine(name: str) -> None:
    assert character_fault(name) is None
    assert one_line(name) == printable(name) == name


@pytest.mark.parametrize("name", ["Pho\u200dto", "\u200cPhoto", "写\u200c\u200cA", "Photo \u200d", "é\u202e\u200d"])
def test_a_joiner_cannot_hide_in_plain_letters(name: str) -> None:
    assert character_fault(name)
    assert not set(one_line(name)) & set(JOINERS) or name.startswith("写\u200c")


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("a\nb", "a control character (U+000A)"),
        ("a\u2028b", "a line separator (U+2028)"),
        ("a\u2029b", "a paragraph separator (U+2029)"),
        ("a\u202eb", "an invisible character (U+202E)"),
        ("a\U000e0041b", "an invisible character (U+E0041)"),
        ("a\udcffb", "a character that is not Unicode (U+DCFF)"),
    ],
)
def test_the_fault_names_the_character(name: str, fault: str) -> None:
    assert character_fault(name) == fault


def test_what_must_not_be_shown_is_escaped_and_all_else_stays() -> None:
    assert one_line("a\nb\tc\x1b[31md\u202ee") == r"a\nb\tc\x1b[31md\u202ee"
    assert printable("a\nb\tc\x1b[31md\u202ee") == "a\nb\tc" + r"\x1b[31md\u202ee"


@given(anything)
@example(FORGED)
def test_what_is_shown_has_only_lines_of_ours(text: str) -> None:
    assert is_clean(one_line(text))
    assert is_clean(printable(text).replace("\n", "").replace("\t", ""))
    assert character_fault(one_line(text)) is None
    assert one_line(one_line(text)) == one_line(text)
    assert (character_fault(text) is None) == (one_line(text) == text)


@given(anything)
@example(FORGED)
def test_an_argument_of_a_text_cannot_add_a_line(data: str) -> None:
    texts = [
        say("{name} is missing", name=data),
        say("{name!r} is missing: {reason}", name=data, reason=ValueError(data)),
        say("{outer}", outer=say("{name}", name=data)),
        say_count(2, "{count} {name}", "{count} {name}", name=data),
        join(", ", [data, data]),
        verbatim(data),
    ]
    for text in texts:
        assert is_clean(text)
        assert text.splitlines() in ([], [str(text)])
    # What programs read stays as it is.
    assert texts[0].arguments["name"] == data


def test_lines_of_our_own_stay() -> None:
    assert join("\n", [say("one"), FORGED]).count("\n") == 1
    assert verbatim_lines("one\r\ntwo\nthree") == "one\ntwo\nthree"
    assert say("{what}", what=join("\n", ["a", "b"])) == "a\nb"

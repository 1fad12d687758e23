"""Access keys: a letter of its own for each control of a page, in every language, without translators' work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def with_access_keys(texts: Sequence[str], taken: Iterable[str] = ()) -> list[str]:
    """Mark a letter in each text with `&`, as Qt wants it; each letter is used once.

    The first letter of a word is preferred, then any letter of the text. A text in a script without cases, such as
    Japanese, gets a Latin letter in brackets, as is the custom there.

    Args:
        texts: without marks; the first ones choose first.
        taken: letters that are in use elsewhere on the page.
    """
    used = {letter.lower() for letter in taken}
    return [_marked(text, used) for text in texts]


def letter_of(text: str) -> str:
    """Return the letter that is marked in a text, in lower case; empty when none is."""
    return text.replace("&&", "").partition("&")[2][:1].lower()


def _marked(text: str, used: set[str]) -> str:
    starts = [place for place, letter in enumerate(text) if place == 0 or not text[place - 1].isalnum()]
    for place in dict.fromkeys([*starts, *range(len(text))]):
        letter = text[place].lower()
        if _can_be_typed(letter) and letter not in used:
            used.add(letter)
            return f"{_escaped(text[:place])}&{_escaped(text[place:])}"
    if text and not any(_can_be_typed(letter.lower()) for letter in text):
        for letter in "abcdefghijklmnopqrstuvwxyz":
            if letter not in used:
                used.add(letter)
                return _bracketed(text, letter)
    return _escaped(text)


def _bracketed(text: str, letter: str) -> str:
    """Put the letter before an ellipsis, where there is one."""
    bare = text.rstrip("….")
    return f"{_escaped(bare)}(&{letter.upper()}){text[len(bare) :]}"


def _can_be_typed(letter: str) -> bool:
    """Whether a keyboard has a key for it: letters of alphabets, no ideographs and no syllables."""
    return letter.isalpha() and letter != letter.upper()


def _escaped(text: str) -> str:
    return text.replace("&", "&&")

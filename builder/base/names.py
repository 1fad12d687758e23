"""Names and texts that others wrote: which characters no name may have, and how every text is shown.

A name can be anything that somebody could put into a file. On a terminal, control characters move the cursor, line
separators begin a line that looks like one of ours, and direction marks turn "gpj.exe" into "exe.jpg". So names in
manifests, receipts, journals and indexes must not have such characters, and wherever text is shown they are escaped.

Joiners (U+200C, U+200D) are the exception: Persian, Hindi and other scripts need them within words, and so do emoji.
They are taken after a character beyond ASCII, where they cannot hide in a name of plain letters.
"""

from __future__ import annotations

import re
import unicodedata

_UNSAFE = (
    r"\x00-\x1f\x7f-\x9f"  # control
    r"\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    r"\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001"
    r"\U000e0020-\U000e007f"  # format, direction marks among them
    r"\u2028\u2029"  # line and paragraph separators
    r"\ud800-\udfff"  # surrogates, which are bytes of a path that are not UTF-8
)
_JOINERS = r"\u200c\u200d"
_STRAY_JOINER = rf"(?<![^\x00-\x7f{_UNSAFE}{_JOINERS}])[{_JOINERS}]"
_IN_LINE = re.compile(rf"[{_UNSAFE}]|{_STRAY_JOINER}")
_IN_TEXT = re.compile(rf"(?![\n\t])[{_UNSAFE}]|{_STRAY_JOINER}")

_HIDDEN = "an invisible character"
_KINDS = {
    "Cc": "a control character",
    "Zl": "a line separator",
    "Zp": "a paragraph separator",
    "Cs": "a character that is not Unicode",
}


def printable(text: str) -> str:
    """Escape what must not be shown as it is, in text whose lines are our own."""
    return _IN_TEXT.sub(_escape, text)


def one_line(text: str) -> str:
    """Escape what must not be shown as it is, line ends and tabs as well: in a name, a path, what a library said."""
    return _IN_LINE.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode("ascii")


def character_fault(name: str) -> str | None:
    """Say which character a name must not have, such as "a line separator (U+2028)"; None if it is fine."""
    found = _IN_LINE.search(name)
    if found is None:
        return None
    return f"{_KINDS.get(unicodedata.category(found[0]), _HIDDEN)} (U+{ord(found[0]):04X})"

"""Whether a catalogue of translations holds together: Qt believes every length and offset in it, and may crash."""

from __future__ import annotations

import struct

_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
MOST_BYTES = 4 << 20
_HASHES, _MESSAGES, _NUMBERS, _LANGUAGE = 0x42, 0x69, 0x88, 0xA7
_END, _TRANSLATION, _OBSOLETE = 1, 3, 5
_WITH_LENGTH = (_TRANSLATION, 6, 7, 8)
"""Parts of a message that begin with their length: translation, source text, context, comment."""


def is_sound(content: bytes) -> bool:
    """Whether a file that Qt's `lrelease` or `QTranslator` knows as a .qm file can be used without harm."""
    if not content.startswith(_MAGIC):
        return False
    sections: dict[int, bytes] = {}
    at = len(_MAGIC)
    try:
        while at < len(content):
            kind, length = struct.unpack_from(">BI", content, at)
            at += 5 + length
            sections[kind] = content[at - length : at]
        # Others would let it read files besides.
        if at != len(content) or not sections.keys() <= {_HASHES, _MESSAGES, _NUMBERS, _LANGUAGE}:
            return False
        messages = sections.get(_MESSAGES, b"")
        return all(_is_message(messages, offset) for _, offset in struct.iter_unpack(">II", sections.get(_HASHES, b"")))
    except (struct.error, IndexError):
        return False


def _is_message(messages: bytes, at: int) -> bool:
    while (kind := messages[at]) != _END:
        if kind in _WITH_LENGTH:
            (length,) = struct.unpack_from(">I", messages, at + 1)
            if kind == _TRANSLATION and length % 2:
                return True  # where Qt stops as well
            at += 5 + length
        elif kind == _OBSOLETE:
            at += 5
        else:
            return True
        if at > len(messages):
            return False
    return True

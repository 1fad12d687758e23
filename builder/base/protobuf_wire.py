"""Protobuf's wire format, as far as walking over an ONNX file without its weights needs it.

The onnx package could read the same, but only after loading every weight; and the parent must not load that package.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO

VARINT, FIXED_64, LENGTH_DELIMITED, FIXED_32 = 0, 1, 2, 5

_VARINT_BYTES = 10
_FIXED_BYTES = {FIXED_64: 8, FIXED_32: 4}


def read_field(next_byte: Callable[[], int]) -> tuple[int, int, int]:
    """Read a field up to its content.

    Args:
        next_byte: gives the bytes one by one; whatever it raises at the end is passed on.

    Returns:
        The field's number; its wire type; the value of a varint, or else the length of the content that follows.

    Raises:
        ValueError: this is not protobuf.
    """
    key = _varint(next_byte)
    number, wire_type = key >> 3, key & 7
    if wire_type in (VARINT, LENGTH_DELIMITED):
        return number, wire_type, _varint(next_byte)
    if wire_type not in _FIXED_BYTES:
        raise ValueError(f"protobuf wire type {wire_type}")
    return number, wire_type, _FIXED_BYTES[wire_type]


def read_field_of(stream: BinaryIO) -> tuple[int, int, int]:
    """Read a field of a file up to its content, as `read_field` does.

    Raises:
        EOFError: the file ends before the field's content.
        ValueError: this is not protobuf.
    """

    def next_byte() -> int:
        byte = stream.read(1)
        if not byte:
            raise EOFError
        return byte[0]

    return read_field(next_byte)


Content = tuple[BinaryIO, int, int]
"""Where the content of a field is: the stream, and its first byte and the one after its last."""


def fields_in(
    stream: BinaryIO, start: int, end: int, step: Callable[[], None] = lambda: None
) -> Iterator[tuple[int, int, Content | None]]:
    """Give number, value and place of the content of each field of a message, and seek past the contents.

    Args:
        stream: the file.
        start: where the message begins.
        end: where it ends.
        step: called before each field; may raise.

    Raises:
        EOFError: it ends in the middle of a field.
        ValueError: this is not protobuf.
    """
    position = start
    while position < end:
        step()
        stream.seek(position)
        number, wire_type, value = read_field_of(stream)
        position = stream.tell()
        if wire_type == VARINT:
            yield number, value, None
            continue
        position += value
        if position > end:
            raise EOFError
        yield number, value, (stream, position - value, position) if wire_type == LENGTH_DELIMITED else None


def _varint(next_byte: Callable[[], int]) -> int:
    value = 0
    for shift in range(0, 7 * _VARINT_BYTES, 7):
        byte = next_byte()
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value
    raise ValueError("a number of more than ten bytes")

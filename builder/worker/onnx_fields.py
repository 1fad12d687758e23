"""The fields of an ONNX file in memory, read and written without copying what is not changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from builder.base.protobuf_wire import LENGTH_DELIMITED, VARINT, read_field
from builder.base.text import Text


class TooMuch(ValueError):
    """A file has far more of something than any network; those that walk over it would not come to an end.

    Attributes:
        reason: of what, and how much is taken.
    """

    def __init__(self, reason: Text) -> None:
        super().__init__(reason)
        self.reason = reason


class Field(NamedTuple):
    """One field of a protobuf message.

    Attributes:
        number: what onnx.proto calls it by.
        content: the number of a varint; the bytes of everything else.
        whole: the field with its head, as it can be written again.
    """

    number: int
    content: int | memoryview
    whole: memoryview


def fields(message: memoryview) -> Iterator[Field]:
    """Walk over the fields of a message.

    Raises:
        ValueError: this is not protobuf, or the message ends inside a field.
    """
    position, end = 0, len(message)

    def next_byte() -> int:
        nonlocal position
        if position >= end:
            raise ValueError("the file ends inside a field")
        position += 1
        return message[position - 1]

    while position < end:
        start = position
        number, wire_type, value = read_field(next_byte)
        if wire_type == VARINT:
            yield Field(number, value, message[start:position])
            continue
        if value > end - position:
            raise ValueError("the file ends inside a field")
        content = message[position : position + value]
        position += value
        yield Field(number, content, message[start:position])


def packed_numbers(content: int | memoryview) -> list[int]:
    """Give the numbers of a repeated field, which may be written one by one or packed."""
    if isinstance(content, int):
        return [content]
    numbers, value, shift = [], 0, 0
    for byte in content:
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            numbers.append(value)
            value, shift = 0, 0
    return numbers


def bytes_field(number: int, parts: list[bytes | memoryview]) -> list[bytes | memoryview]:
    """Write a field whose content is these parts."""
    head = _varint(number << 3 | LENGTH_DELIMITED) + _varint(sum(map(len, parts)))
    return [head, *parts]


def _varint(value: int) -> bytes:
    written = bytearray()
    while value >= 0x80:
        written.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*written, value])

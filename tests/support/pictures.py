"""Pictures, good and hostile ones."""

from __future__ import annotations

import struct
import zlib

_SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:x="urn:x"'


def chunk(kind: bytes, data: bytes) -> bytes:
    """One chunk of a PNG file."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int = 16, height: int = 16, data: bytes | None = None, more: bytes = b"") -> bytes:
    """A PNG picture, all transparent; `data` is what is compressed, `more` are chunks before it."""
    content = bytes((width * 4 + 1) * height) if data is None else data
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + more + chunk(b"IDAT", zlib.compress(content)) + chunk(b"IEND", b"")


def ico(*pictures: bytes) -> bytes:
    """An ICO picture of PNG pictures or bitmaps."""
    at = 6 + 16 * len(pictures)
    head = struct.pack("<HHH", 0, 1, len(pictures))
    for picture in pictures:
        head += struct.pack("<BBBBHHII", 16, 16, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return head + b"".join(pictures)


def bitmap(width: int, height: int, data: bytes = b"") -> bytes:
    """A bitmap as ICO pictures have it; its height counts the mask as well."""
    return struct.pack("<IiiHHIIiiII", 40, width, height * 2, 1, 32, 0, 0, 0, 0, 0, 0) + data


def jpeg(width: int, height: int, scans: int = 1) -> bytes:
    """The beginning of a JPEG picture, which nobody can decode."""
    head = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc2" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return head + b"\xff\xda\x00\x08\x01\x01\x00\x00\x00\x00\x00" * scans


def svg(inside: str, head: str = "", size: str = 'viewBox="0 0 9 9"') -> bytes:
    """An SVG drawing."""
    return f"{head}<svg {_SVG} {size}>{inside}</svg>".encode()

"""Pictures of an app package: told apart by their content, bounded, and refused where they are more than a picture.

Whatever shows them decodes the very bytes that were checked here, with the decoder for that kind. The limits keep
time and memory small whoever made the file. An SVG drawing must not refer to anything outside it, run scripts or
define entities.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from builder.base.small_files import UnfitFile, read_small_file

PictureKind = Literal["png", "jpg", "ico", "svg"]
SUFFIXES: dict[str, PictureKind] = {".png": "png", ".svg": "svg", ".jpg": "jpg", ".ico": "ico"}
EXPECTED = "a picture of at most 4 MiB, 4096 pixels on each side and 8 million pixels; a drawing of at most 1 MiB"

_MOST_BYTES = 4 << 20
_LONGEST_SIDE = 4096
_MOST_PIXELS = 8 << 20
_MOST_SCANS = 64
"""Of a JPEG file: each costs as much as decoding the whole picture, and a few bytes suffice for one."""
_MOST_ICONS, _LARGEST_ICON = 64, 1024
_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that may be shown.

    Attributes:
        kind: what decodes it.
        content: the bytes that were checked.
    """

    kind: PictureKind
    content: bytes


def read_picture(path: Path) -> Picture:
    """Read a picture.

    Raises:
        ValueError: it is not one that may be shown; says what was found, as in "which is not a PNG picture".
        OSError: it cannot be read.
    """
    kind = SUFFIXES.get(path.suffix.lower())
    if kind is None:
        raise ValueError(f"whose name does not end with {', '.join(SUFFIXES)}")
    most = _MOST_DRAWING_BYTES if kind == "svg" else _MOST_BYTES
    try:
        content = read_small_file(path, most)
    except UnfitFile as error:
        raise ValueError(error.which) from error
    try:
        {"png": _check_png, "jpg": _check_jpeg, "ico": _check_ico, "svg": _check_svg}[kind](content)
    except (struct.error, IndexError) as error:
        raise ValueError("which is cut off") from error
    return Picture(kind, content)


def _check_size(width: int, height: int) -> None:
    if not (0 < width <= _LONGEST_SIDE and 0 < height <= _LONGEST_SIDE and width * height <= _MOST_PIXELS):
        raise ValueError(f"which has {width} × {height} pixels")


def _check_png(content: bytes) -> None:
    if not content.startswith(_PNG) or content[12:16] != b"IHDR":
        raise ValueError("which is not a PNG picture")
    _check_size(*struct.unpack_from(">II", content, 16))
    at = len(_PNG)
    while content[at + 4 : at + 8] != b"IEND":
        (length,) = struct.unpack_from(">I", content, at)
        at += 12 + length


def _check_jpeg(content: bytes) -> None:
    if not content.startswith(b"\xff\xd8\xff"):
        raise ValueError("which is not a JPEG picture")
    if content.count(b"\xff\xda") > _MOST_SCANS:
        raise ValueError("which has too many scans")
    at = 2
    while content[at + 1] not in (*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)):
        if content[at] != 0xFF or content[at + 1] == 0xDA:
            raise ValueError("which is not a JPEG picture")
        is_padding = content[at + 1] == 0xFF
        at += 1 if is_padding else 2 + struct.unpack_from(">H", content, at + 2)[0]
    height, width = struct.unpack_from(">HH", content, at + 5)
    _check_size(width, height)


def _check_ico(content: bytes) -> None:
    if not content.startswith(b"\0\0\1\0"):
        raise ValueError("which is not an ICO picture")
    (count,) = struct.unpack_from("<H", content, 4)
    if not 0 < count <= _MOST_ICONS:
        raise ValueError(f"which has {count} pictures")
    for number in range(count):
        size, at = struct.unpack_from("<II", content, 6 + 16 * number + 8)
        icon = content[at : at + size]
        if len(icon) < size:
            raise ValueError("which is cut off")
        if icon.startswith(_PNG):
            _check_png(icon)
            width, height = struct.unpack_from(">II", icon, 16)
        else:
            # A bitmap, whose height counts its mask as well.
            width, height = struct.unpack_from("<ii", icon, 4)
            height //= 2
        if not (0 < width <= _LARGEST_ICON and 0 < height <= _LARGEST_ICON):
            raise ValueError(f"which has a picture of {width} × {height} pixels")


# A drawing. Its time and memory are bounded where it is drawn, in a process of its own: no look at it can tell them.

_MOST_DRAWING_BYTES = 1 << 20
_SVG = "http://www.w3.org/2000/svg"
_ACTIVE = frozenset(("script", "handler", "listener", "foreignObject"))
_OUTSIDE = re.compile(r"url\((?>\s*['\"]?\s*)(?!#)|@import|\\|javascript:", re.IGNORECASE)


@dataclass
class _Drawing:
    """What an SVG file says, piece by piece. Decoders go by names alone, whatever namespace they are in.

    Attributes:
        began: whether its first element was seen.
        in_style: whether text is a style sheet.
    """

    began: bool = False
    in_style: bool = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if not self.began and (space not in ("", _SVG) or local != "svg"):
            raise ValueError("which is not an SVG drawing")
        if local in _ACTIVE:
            raise ValueError(f"which has the element {local!r}")
        self.began, self.in_style = True, local == "style"
        for key, value in attributes.items():
            attribute = key.rpartition(" ")[2]
            if attribute.lower().startswith("on"):
                raise ValueError(f"which has the script {attribute!r}")
            is_reference = attribute in ("href", "src", "base")
            if (is_reference and not value.startswith("#")) or _OUTSIDE.search(value):
                raise ValueError(f"which refers to something outside it ({attribute!r} of {local!r})")

    def end(self, _name: str) -> None:
        self.in_style = False

    def text(self, text: str) -> None:
        if self.in_style and _OUTSIDE.search(text):
            raise ValueError("which refers to something outside it ('style')")


def _check_svg(content: bytes) -> None:
    from xml.parsers import expat

    def declared(_version: str, encoding: str | None, _standalone: int) -> None:
        if (encoding or "utf-8").lower() not in ("utf-8", "us-ascii"):
            raise ValueError("which is not in UTF-8")

    def refuse_entities(*_what: object) -> None:
        raise ValueError("which has entities")

    def refuse_instruction(*_what: object) -> None:
        raise ValueError("which has a processing instruction")

    drawing = _Drawing()
    parser = expat.ParserCreate("utf-8", " ")
    # Style sheets come in one piece: what is forbidden in them could be divided otherwise.
    parser.buffer_text, parser.buffer_size = True, _MOST_DRAWING_BYTES
    parser.XmlDeclHandler = declared
    parser.StartDoctypeDeclHandler = lambda _name, _system, _public, has_more: refuse_entities() if has_more else None
    parser.EntityDeclHandler = parser.SkippedEntityHandler = refuse_entities
    parser.ProcessingInstructionHandler = refuse_instruction
    parser.StartElementHandler, parser.EndElementHandler = drawing.begin, drawing.end
    parser.CharacterDataHandler = drawing.text
    try:
        content.decode("utf-8")
        parser.Parse(content, True)
    except (UnicodeDecodeError, expat.ExpatError) as error:
        raise ValueError(f"which is not an SVG drawing ({error})") from error

"""Makes an icon for Windows' executables of any picture, in a process of its own, when an installer is packaged."""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import TYPE_CHECKING

from builder.base.program import child_arguments

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from builder.app_package.pictures import Picture

EDGES = (16, 20, 24, 32, 40, 48, 64, 256)
"""What Windows shows in lists, on the taskbar and on the desktop at 100 to 200 %, and the largest that it knows."""

_PNG_EDGE = 256
_HEADER = struct.Struct("<3H")
_ENTRY = struct.Struct("<4B2H2I")
_BITMAP = struct.Struct("<I2i2H6I")


def main() -> int:
    """Read the picture that the last argument but one names, and write the icon to the path in the last one."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    from builder.app_package.pictures import read_picture
    from installer.wizard.application import own_plugins

    picture, made = child_arguments()
    with own_plugins():
        _application = QGuiApplication([])
    Path(made).write_bytes(icon_of(read_picture(Path(picture))))
    return 0


def icon_of(picture: Picture) -> bytes:
    """Draw an icon in every size; a picture of points is not enlarged, so its icon may lack the larger ones.

    Raises:
        ValueError: the picture cannot be decoded.
    """
    from PySide6.QtCore import QSize

    from installer.wizard.pictures import decode

    drawn: dict[int, bytes] = {}
    for edge in EDGES:
        image = next(iter(decode(picture, QSize(edge, edge))), None)
        if image is None:
            raise ValueError("which cannot be decoded")
        if not drawn or max(image.width(), image.height()) == edge:
            drawn[edge] = _encoded(_square(image, edge))
    entries, at = [], _HEADER.size + len(drawn) * _ENTRY.size
    for edge, content in drawn.items():
        # 0 stands for 256.
        entries.append(_ENTRY.pack(edge % 256, edge % 256, 0, 0, 1, 32, len(content), at))
        at += len(content)
    return b"".join([_HEADER.pack(0, 1, len(drawn)), *entries, *drawn.values()])


def _square(image: QImage, edge: int) -> QImage:
    """Put a picture in the middle of a transparent square."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter

    square = QImage(edge, edge, QImage.Format.Format_ARGB32)
    square.fill(Qt.GlobalColor.transparent)
    painter = QPainter(square)
    painter.drawImage((edge - image.width()) // 2, (edge - image.height()) // 2, image)
    painter.end()
    return square


def _encoded(image: QImage) -> bytes:
    """Encode one size: small ones as bitmaps, which every reader of icons knows, and the largest as PNG.

    Microsoft, "Icons": PNG is for the size of 256 pixels.
    """
    edge = image.width()
    if edge >= _PNG_EDGE:
        from PySide6.QtCore import QBuffer, QIODevice

        made = QBuffer()
        made.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(made, "PNG")  # type: ignore[call-overload]
        return bytes(made.data().data())
    # The lowest line first; the height counts the mask, which nothing needs beside an alpha channel.
    upside_down = image.mirrored()
    lines = bytes(upside_down.constBits())
    mask = bytes((edge + 31) // 32 * 4 * edge)
    header = _BITMAP.pack(_BITMAP.size, edge, 2 * edge, 1, 32, 0, len(lines) + len(mask), 0, 0, 0, 0)
    return header + lines + mask

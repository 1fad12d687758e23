"""Pictures that vendors made, in the window: checked first, and decoded within bounds of time and memory."""

from __future__ import annotations

import functools
import subprocess
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QImageReader, QPixmap

from builder.app_package.pictures import Picture, read_picture
from builder.base.program import child_command
from builder.operating_system import spawn_options

_DRAWING = "installer.wizard.drawing"
_DRAWING_SECONDS = 5.0
_MOST_MIB = 128
_LARGEST_BANNER = QSize(3000, 500)
_ICON_EDGE = 256
_MOST_IMAGES = 64


def banner(path: Path | None, most: QSize = _LARGEST_BANNER) -> QPixmap:
    """Read a wide picture, no larger than that; an empty one where there is none that may be shown."""
    images = _images(path, most)
    return QPixmap.fromImage(images[0]) if images else QPixmap()


def icon(path: Path | None) -> QIcon:
    """Read an icon, in each size that its file has; an empty one where there is none that may be shown."""
    made = QIcon()
    for image in _images(path, QSize(_ICON_EDGE, _ICON_EDGE)):
        made.addPixmap(QPixmap.fromImage(image))
    return made


def _images(path: Path | None, most: QSize) -> list[QImage]:
    if path is None:
        return []
    try:
        picture = read_picture(path)
    except (ValueError, OSError):
        return []  # an assessment says what is wrong with it
    if picture.kind == "svg":
        picture = _drawn(picture, most.width(), most.height())
    return decode(picture, most)


def decode(picture: Picture, most: QSize) -> list[QImage]:
    """Decode a picture that was checked, scaled down to fit; a drawing is scaled up as well, and an icon has several.

    Those that cannot be decoded are left out.
    """
    QImageReader.setAllocationLimit(_MOST_MIB)
    buffer = QBuffer()
    buffer.setData(QByteArray(picture.content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(picture.kind.encode()))
    # Otherwise it would go by the content, and find decoders that nobody has bounded.
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    too_large = size.width() > most.width() or size.height() > most.height()
    if size.isValid() and (picture.kind == "svg" or (too_large and picture.kind != "ico")):
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    images = []
    # The count is 0 where it is not known before everything was read.
    for number in range(min(max(reader.imageCount(), 1), _MOST_IMAGES)):
        if number and not reader.jumpToImage(number):
            break
        image = reader.read()
        if not image.isNull():
            images.append(image)
    return images


@functools.lru_cache(maxsize=4)
def _drawn(drawing: Picture, width: int, height: int) -> Picture:
    """Turn a drawing into a PNG picture; an empty one where that takes too long or fails."""
    try:
        done = subprocess.run(
            [*child_command(_DRAWING), f"{width}x{height}"],
            input=drawing.content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_DRAWING_SECONDS,
            check=False,
            **spawn_options(),
        )
    except (OSError, subprocess.TimeoutExpired):
        return Picture("png", b"")
    return Picture("png", done.stdout)

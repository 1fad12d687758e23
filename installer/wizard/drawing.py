"""Turns an SVG drawing into pixels, in a process of its own: a few bytes can take hours, and gigabytes, to draw."""

from __future__ import annotations

import os
import sys

_MOST_BYTES = 2 << 30


def main() -> int:
    """Draw what comes on standard input, no larger than the last argument says, and write a PNG picture."""
    if os.name != "nt":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, most))
    # Without a screen; fonts need an application.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
    from PySide6.QtGui import QGuiApplication, QImageWriter

    from builder.app_package.pictures import Picture
    from installer.wizard.application import own_plugins
    from installer.wizard.pictures import decode

    with own_plugins():
        _application = QGuiApplication([])
    width, _, height = sys.argv[-1].partition("x")
    made = QBuffer()
    made.open(QIODevice.OpenModeFlag.WriteOnly)
    for image in decode(Picture("svg", sys.stdin.buffer.read()), QSize(int(width), int(height))):
        QImageWriter(made, QByteArray(b"png")).write(image)
    sys.stdout.buffer.write(made.data().data())
    sys.stdout.buffer.flush()
    return 0

"""The pictures of README and docs: `python -m tools.gallery.docs_pictures [FOLDER]`, `docs/pictures` by default.

Each is drawn anew, in few colors, so that it stays small.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QApplication, QLineEdit

from builder.base.cancellation import CancelToken
from installer.target.request import Request
from installer.wizard.assessment import assess
from installer.wizard.look.theme import theme
from tools.gallery.looks import THEMES, Look, leave_home, palette_of, set_language
from tools.gallery.scenes import SCENES
from tools.gallery.studio import FREE, MACHINE, Studio

ROOT = Path(__file__).resolve().parents[2]
SHEETS: dict[str, tuple[tuple[str, ...], int, bool]] = {
    "pages": (("welcome", "options", "progress", "progress-waiting", "done", "maintenance"), 3, True),
    "upkeep": (("maintenance", "change-both", "repair-new-card", "remove"), 4, True),
    "plain": (("welcome", "progress", "done"), 3, False),
}
"""Each with its scenes, its columns, and whether the application has a brand of its own."""
SCALE = 0.55
GAP = 16
_EXACT, _COARSE = 48, 88
FOLDER = "/home/sam/Photo Studio"


def draw(folder: Path) -> None:
    """Draw all of them."""
    with tempfile.TemporaryDirectory(prefix="gallery-") as home:
        leave_home(Path(home))
        application = QApplication(["gallery", "-platform", Look("en", 100, "desktop").platform(Path(home))])
        _draw_all(application, folder)


def _draw_all(application: QApplication, folder: Path) -> None:
    set_language(application, "en")
    theme().set_still(True)
    for name, (scenes, columns, branded) in SHEETS.items():
        pictures = [_scene(application, scene, scheme, branded) for scheme in THEMES for scene in scenes]
        _save(_sheet(pictures, columns), folder / f"{name}.png")
    _save(_framed(_demo(application)), folder / "window.png", has_few=False)


def _scene(application: QApplication, name: str, scheme: str, branded: bool) -> QImage:
    application.setPalette(palette_of(scheme))
    with tempfile.TemporaryDirectory(prefix="gallery-") as folder, Studio(Path(folder), branded=branded) as studio:
        window = SCENES[name](studio)
        for field in window.page.findChildren(QLineEdit):
            if field.text() == str(studio.target):
                field.setText(FOLDER)
        return _picture(application, studio)


def _demo(application: QApplication) -> QImage:
    """The first page of the demo package."""
    application.setPalette(palette_of("light"))
    with tempfile.TemporaryDirectory(prefix="gallery-") as folder, Studio(Path(folder)) as studio:
        studio.request = Request(package=ROOT / "assets", target=studio.target)
        found = assess("install", studio.request, CancelToken(), lambda _cancel: MACHINE)
        studio.open(replace(found, room=replace(found.room, free=FREE)))
        return _picture(application, studio)


def _picture(application: QApplication, studio: Studio) -> QImage:
    for _ in range(12):
        application.processEvents()
    return studio.window.grab().toImage()


def _framed(picture: QImage) -> QImage:
    """Round the corners and draw a line around a window, as systems do."""
    size = picture.size()
    framed = QImage(size, QImage.Format.Format_RGB32)
    framed.fill(QColor("white"))
    path = QPainterPath()
    path.addRoundedRect(QRectF(0.5, 0.5, size.width() - 1, size.height() - 1), 8, 8)
    painter = QPainter(framed)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(path)
    painter.drawImage(0, 0, picture)
    painter.setClipping(False)
    painter.setPen(QPen(QColor("#b9b9be"), 1))
    painter.drawPath(path)
    painter.end()
    return framed


def _sheet(pictures: Sequence[QImage], columns: int) -> QImage:
    """All pictures on one, smaller."""
    size = QSize(round(pictures[0].width() * SCALE), round(pictures[0].height() * SCALE))
    rows = -(-len(pictures) // columns)
    sheet = QImage(columns * (size.width() + GAP) - GAP, rows * (size.height() + GAP) - GAP, QImage.Format.Format_RGB32)
    sheet.fill(QColor("white"))
    painter = QPainter(sheet)
    smooth = Qt.TransformationMode.SmoothTransformation
    for number, picture in enumerate(pictures):
        place = QPoint(number % columns * (size.width() + GAP), number // columns * (size.height() + GAP))
        painter.drawImage(place, _framed(picture).scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))
    painter.end()
    return sheet


def _save(picture: QImage, path: Path, *, has_few: bool = True) -> None:
    """Save a picture, with all or with a few of its colors."""
    if has_few:
        picture = picture.convertToFormat(QImage.Format.Format_Indexed8, _colors_of(picture))
    picture.save(str(path), quality=0)
    print(f"{path}: {path.stat().st_size / 1000:.0f} kB")


def _colors_of(picture: QImage) -> list[int]:
    """Choose 256 colors: those that are seen most, some of every hue, and for what is left, again the most."""
    counts = Counter(memoryview(picture.constBits()).cast("B").cast("I"))
    exact = [color for color, _ in counts.most_common(_EXACT)]
    for color in exact:
        del counts[color]
    return [*exact, *_means(counts, 0xE0E0E0, _COARSE), *_means(counts, 0xF8F8F8, 256 - _EXACT - _COARSE)]


def _means(counts: Counter[int], mask: int, most: int) -> list[int]:
    near: dict[int, Counter[int]] = {}
    for color, count in counts.items():
        near.setdefault(color & mask, Counter())[color] = count
    return [_mean(colors) for colors in sorted(near.values(), key=lambda colors: -colors.total())[:most]]


def _mean(colors: Counter[int]) -> int:
    parts = [sum((color >> shift & 0xFF) * count for color, count in colors.items()) for shift in (16, 8, 0)]
    red, green, blue = (round(part / colors.total()) for part in parts)
    return 0xFF000000 | red << 16 | green << 8 | blue


def main() -> int:
    """Run the command line; returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition(":")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "docs/pictures", metavar="FOLDER")
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["QT_SCALE_FACTOR"] = "1"
    draw(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())

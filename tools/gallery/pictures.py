"""Draw the pictures of the documentation: `python -m tools.gallery.pictures docs/pictures`."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QApplication, QLineEdit

from builder.base.cancellation import CancelToken
from installer.target.request import Request
from installer.wizard.assessment import assess
from installer.wizard.look.theme import theme
from tools.gallery.looks import Look, palette_of, set_language
from tools.gallery.scenes import SCENES
from tools.gallery.studio import RTX_4070, WITHOUT_CARD, Studio

_PAGES = ("welcome", "options", "progress", "progress-waiting", "done", "maintenance")
_PLAIN = ("welcome", "progress", "done")
_UPKEEP = ("maintenance", "repair-new-card", "remove")
_WIDTH, _GAP, _ROUND = 400, 16, 8
_FOLDER = "/home/sam/Photo Studio"
"""Instead of that of the studio, which is another one each time."""
_ASSETS = Path(__file__).parents[2] / "assets"


class DemoStudio(Studio):
    """The demo package, on a computer with a graphics card."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.package = _ASSETS
        self.request = Request(package=_ASSETS, target=folder / "demo")


def _shot(application: QApplication, scene: str, *, branded: bool) -> QImage:
    with tempfile.TemporaryDirectory(prefix="gallery-") as folder, Studio(Path(folder), branded=branded) as studio:
        window = SCENES[scene](studio)
        for field in window.page.findChildren(QLineEdit):
            field.setText(_FOLDER)
            field.selectAll()
        for _ in range(3):
            application.processEvents()
        return window.grab().toImage()


def _demo(application: QApplication) -> QImage:
    with tempfile.TemporaryDirectory(prefix="gallery-") as folder, DemoStudio(Path(folder)) as studio:
        machine = replace(WITHOUT_CARD, gpus=(RTX_4070,), driver=replace(WITHOUT_CARD.driver, problem=None))
        window = studio.open(assess("install", studio.request, CancelToken(), lambda _cancel: machine))
        for _ in range(3):
            application.processEvents()
        return window.grab().toImage()


def _framed(picture: QImage, edge: str) -> QImage:
    """Round the corners of a picture and draw a line around it, as a window has."""
    picture.setDevicePixelRatio(1)
    framed = QImage(picture.size(), QImage.Format.Format_ARGB32_Premultiplied)
    framed.fill(Qt.GlobalColor.transparent)
    painter = QPainter(framed)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = QPainterPath()
    outline.addRoundedRect(QRectF(picture.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
    painter.setClipPath(outline)
    painter.drawImage(0, 0, picture)
    painter.setClipping(False)
    painter.setPen(QPen(QColor(edge), 1))
    painter.drawPath(outline)
    painter.end()
    return framed


def _sheet(rows: Sequence[Sequence[QImage]]) -> QImage:
    """Put pictures in rows, each at the same width."""
    small = [[each.scaledToWidth(_WIDTH, Qt.TransformationMode.SmoothTransformation) for each in row] for row in rows]
    heights = [max(each.height() for each in row) for row in small]
    columns = max(map(len, small))
    sheet = QImage(
        columns * (_WIDTH + _GAP) - _GAP,
        sum(heights) + _GAP * (len(small) - 1),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    sheet.fill(Qt.GlobalColor.transparent)
    painter, top = QPainter(sheet), 0
    for row, height in zip(small, heights, strict=True):
        for number, each in enumerate(row):
            painter.drawImage(QPoint(number * (_WIDTH + _GAP), top), each)
        top += height + _GAP
    painter.end()
    return sheet


def main() -> int:
    """Run the command line; returns the exit status."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        application = QApplication(["pictures", "-platform", Look("en", 100, "desktop").platform(Path(folder))])
        set_language(application, "en")
        theme().set_still(True)
        shots: dict[tuple[str, str, bool], QImage] = {}
        for scheme, edge in (("light", "#c8c8cc"), ("dark", "#4a4a4a")):
            application.setPalette(palette_of(scheme))
            wanted = [*((scene, True) for scene in (*_PAGES, *_UPKEEP)), *((scene, False) for scene in _PLAIN)]
            for scene, branded in dict.fromkeys(wanted):
                shots[scheme, scene, branded] = _framed(_shot(application, scene, branded=branded), edge)
            if scheme == "light":
                _framed(_demo(application), edge).save(str(out / "window.png"))
    for name, scenes, branded in (("pages", _PAGES, True), ("plain", _PLAIN, False), ("upkeep", _UPKEEP, True)):
        rows = [scenes[start : start + 3] for start in range(0, len(scenes), 3)]
        drawn = [[shots[scheme, scene, branded] for scene in row] for scheme in ("light", "dark") for row in rows]
        _sheet(drawn).save(str(out / f"{name}.png"))
    return 0


if __name__ == "__main__":
    sys.exit(main())

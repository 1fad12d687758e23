"""Draw every state of the window: `python -m tools.gallery OUTDIR`.

Light and dark, at 100 and 200 %, on a desktop and on a small screen, in every language, one of long words, and from
right to left. This program also looks at each picture: controls outside the screen, texts that are cut off or hard to
read, controls without a name or with one that hides a value, two primary buttons, a keyboard that begins at Cancel,
letters that two controls share and a tab order against the reading order are printed, and the exit status is 1.

The computers, GPUs and events are made up; nothing is built.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from installer.wizard.look.theme import theme
from tools.gallery.defects import defects_of
from tools.gallery.looks import LANGUAGES, SCREENS, THEMES, Look, leave_home, palette_of, set_language
from tools.gallery.scenes import SCENES
from tools.gallery.studio import Studio


def draw(out: Path, look: Look, scenes: list[str], schemes: list[str]) -> int:
    """Draw the scenes in one look, light or dark or both; returns the number of defects."""
    application = QApplication.instance() or QApplication(["gallery", "-platform", look.platform(out)])
    assert isinstance(application, QApplication)
    set_language(application, look.language)
    # What moves would be caught somewhere on its way.
    theme().set_still(True)
    defects = 0
    for scheme in schemes:
        application.setPalette(palette_of(scheme))
        pictures = []
        for name in scenes:
            with (
                tempfile.TemporaryDirectory(prefix="gallery-") as folder,
                Studio(Path(folder), branded=look.branded) as studio,
            ):
                window = SCENES[name](studio)
                for _ in range(12):  # layouts settle, one within the other, and deleted widgets go
                    application.processEvents()
                picture = window.grab().toImage()
                picture.save(str(out / f"{name}-{scheme}-{look.name}.png"))
                pictures.append(picture)
                for defect in defects_of(window):
                    print(f"{name}, {scheme}, {look.name}: {defect}", file=sys.stderr)
                    defects += 1
        _sheet(pictures).save(str(out / f"sheet-{scheme}-{look.name}.png"))
    return defects


def _sheet(pictures: list[QImage], columns: int = 4) -> QImage:
    """All pictures on one, at their own size."""
    width = max(picture.width() for picture in pictures)
    height = max(picture.height() for picture in pictures)
    rows = -(-len(pictures) // columns)
    sheet = QImage(width * min(columns, len(pictures)), height * rows, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#808080"))
    painter = QPainter(sheet)
    for number, picture in enumerate(pictures):
        picture.setDevicePixelRatio(1)
        painter.drawImage(QPoint(number % columns * width, number // columns * height), picture)
    painter.end()
    return sheet


def main() -> int:
    """Run the command line; returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("out", type=Path, metavar="OUTDIR")
    parser.add_argument("--language", choices=LANGUAGES, action="append", help="only this one (default: all)")
    parser.add_argument("--scale", type=int, choices=(100, 200), action="append", help="percent (default: both)")
    parser.add_argument("--screen", choices=list(SCREENS), action="append", help="only this one (default: all)")
    parser.add_argument("--scheme", choices=list(THEMES), action="append", help="only this one (default: both)")
    parser.add_argument("--plain", action="store_true", help="the application brings no icon, banner and accent")
    parser.add_argument("--scene", choices=list(SCENES), action="append", help="only this one (default: all)")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    scenes, schemes = options.scene or list(SCENES), options.scheme or list(THEMES)
    looks = [
        Look(language, scale, screen, branded=not options.plain)
        for language in options.language or LANGUAGES
        for scale in options.scale or (100, 200)
        for screen in options.screen or SCREENS
    ]
    if len(looks) == 1 and os.environ.get("QT_SCALE_FACTOR") == str(looks[0].scale / 100):
        with tempfile.TemporaryDirectory(prefix="gallery-") as home:
            leave_home(Path(home))
            return 1 if draw(options.out, looks[0], scenes, schemes) else 0
    # The scale cannot be changed in a running program, and catalogues are easier to load than to unload.
    failed = 0
    for look in looks:
        command = [sys.executable, "-m", "tools.gallery", str(options.out), *look.options()]
        command += [word for name in scenes for word in ("--scene", name)]
        command += [word for name in schemes for word in ("--scheme", name)]
        environment = os.environ | {"QT_SCALE_FACTOR": str(look.scale / 100)}
        failed |= subprocess.run(command, env=environment, check=False).returncode
    return failed


if __name__ == "__main__":
    sys.exit(main())

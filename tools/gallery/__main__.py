"""Draw every page of the wizard in every state: `python -m tools.gallery OUTDIR`.

Light and dark, at 100 and 200 %, in every language, one of long words, and from right to left. This program also looks
at each picture: texts that are cut off or hard to read, controls without a name, letters that two controls share and a
tab order against the reading order are printed, and the exit status is 1.

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

from tools.gallery.defects import defects_of
from tools.gallery.looks import LANGUAGES, THEMES, palette_of, set_language
from tools.gallery.scenes import SCENES
from tools.gallery.studio import Studio


def draw(out: Path, language: str, scale: int, scenes: list[str]) -> int:
    """Draw the scenes in one language at one scale, light and dark; returns the number of defects."""
    application = QApplication.instance() or QApplication(["gallery", "-platform", "offscreen"])
    assert isinstance(application, QApplication)
    application.setStyle("Fusion")
    set_language(application, language)
    defects = 0
    for theme in THEMES:
        application.setPalette(palette_of(theme))
        pictures = []
        for name in scenes:
            with tempfile.TemporaryDirectory(prefix="gallery-") as folder, Studio(Path(folder)) as studio:
                wizard = SCENES[name](studio)
                for _ in range(3):  # layouts settle, and deleted widgets go
                    application.processEvents()
                picture = wizard.grab().toImage()
                picture.save(str(out / f"{name}-{theme}-{language}-{scale}.png"))
                pictures.append(picture)
                for defect in defects_of(wizard):
                    print(f"{name}, {theme}, {language}, {scale} %: {defect}", file=sys.stderr)
                    defects += 1
        _sheet(pictures).save(str(out / f"sheet-{theme}-{language}-{scale}.png"))
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
    parser.add_argument("--scene", choices=list(SCENES), action="append", help="only this one (default: all)")
    options = parser.parse_args()
    languages, scales = options.language or LANGUAGES, options.scale or (100, 200)
    options.out.mkdir(parents=True, exist_ok=True)
    scenes = options.scene or list(SCENES)
    if len(languages) == len(scales) == 1 and os.environ.get("QT_SCALE_FACTOR") == str(scales[0] / 100):
        return 1 if draw(options.out, languages[0], scales[0], scenes) else 0
    # The scale cannot be changed in a running program, and catalogues are easier to load than to unload.
    failed = 0
    for language in languages:
        for scale in scales:
            command = [sys.executable, "-m", "tools.gallery", str(options.out), "--language", language]
            command += ["--scale", str(scale), *(word for name in scenes for word in ("--scene", name))]
            environment = os.environ | {"QT_SCALE_FACTOR": str(scale / 100)}
            failed |= subprocess.run(command, env=environment, check=False).returncode
    return failed


if __name__ == "__main__":
    sys.exit(main())

"""Draw every page of the wizard in every state: `python tools/gallery.py OUTDIR`.

Light and dark, at 100 and 200 %, in every language, one of long words, and from right to left. Each picture is looked
at by this program as well: texts that are cut off or hard to read, controls without a name, letters
that two controls share and a tab order against the reading order are printed, and the exit status is 1.

The computers, GPUs and events are made up; nothing is built.
"""

from __future__ import annotations

import argparse
import itertools
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

if not __package__:  # started by its path
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QPoint, QRect, Qt, QTranslator
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QScrollArea,
    QTreeWidget,
    QWidget,
    QWizard,
)

from builder.backend import Installation as Library
from builder.base.cancellation import CancelToken
from builder.base.errors import ExitCode, PackageMissing
from builder.base.events import (
    Busy,
    Committing,
    Event,
    Logged,
    ModelFinished,
    ModelStarted,
    Phase,
    PlanMade,
    Progress,
    Result,
    Warned,
)
from builder.base.text import say
from builder.building.machine import Machine
from builder.gpu.busy import BusyVerdict
from builder.gpu.nvml import Driver, Gpu, GpuProblem
from installer.actions.log import RunLog
from installer.actions.uninstall import RemovalPlan
from installer.target.installation import Request
from installer.wizard import languages
from installer.wizard.branding import contrast
from installer.wizard.language import install_language
from installer.wizard.navigation import Look, Mode, Page, Remedy, look
from installer.wizard.window import _IDS, InstallerWizard

LEAST_CONTRAST = 4.5

RTX_4070 = Gpu(
    0, "NVIDIA GeForce RTX 4070", "GPU-4070", "8.9", 12282, 11000, "00000000:01:00.0", 5888, 3105, display_active=True
)
RTX_3060 = Gpu(1, "NVIDIA GeForce RTX 3060", "GPU-3060", "8.6", 12288, 12000, "00000000:02:00.0", 3584, 2100)
NO_DRIVER = Driver(
    problem=GpuProblem(
        "no_driver",
        say("no NVIDIA driver is installed"),
        say("No NVIDIA GPU was found either; the engines need one to run."),
    )
)
MACHINE = Machine(
    "linux",
    (RTX_4070, RTX_3060),
    Driver("580.95.05", "13.0"),
    {"tensorrt": Library("10.13.3.9", "13")},
    cores=8,
    memory_free_bytes=16 << 30,
    memory_total_bytes=32 << 30,
)
_BLENDER = say("{program} (process {pid}, {mib} MiB)", program="blender", pid=4033, mib=6144)
BLENDER = BusyVerdict("in use", (say("{percent} % used", percent=93),), (_BLENDER,))
IDLE = BusyVerdict("idle", (say("{percent} % used", percent=0),))
MODELS = ("upscale-x2", "upscale-x4", "denoise", "faces")

APP_TOML = """\
schema = 1
verify = false
[app]
id = "com.example.photo-studio"
name = "Photo Studio"
publisher = "Example"
version = "3.2"
[branding]
icon = "icon.png"
banner = "banner.png"
accent = "#2f6fdd"
license = "license.txt"
[defaults]
no_gpu = "stop"
"""
LICENSE = "Photo Studio: license\n\n" + "You may use this program on every computer of yours, for any purpose. " * 60


class StillWizard(InstallerWizard):
    """A wizard that shows what it is given and does nothing."""

    def _start(self) -> None:
        self._progress.begin()
        self._progress._timer.stop()


@dataclass(frozen=True)
class Studio:
    """Where pictures are taken: a folder with a package and targets."""

    folder: Path

    @property
    def package(self) -> Path:
        return self.folder / "package"

    @property
    def target(self) -> Path:
        return self.folder / "Photo Studio"

    def prepare(self) -> None:
        """Write the package; its models are never built."""
        self.package.mkdir()
        text = APP_TOML
        for name in MODELS:
            feature = "Upscaling" if name.startswith("upscale") else name.title()
            text += f'[[model]]\nname = "{name}"\nonnx = "{name}.onnx"\nfeature = "{feature}"\n'
            (self.package / f"{name}.onnx").write_bytes(name.encode() * 100_000)
        (self.package / "app.toml").write_text(text, encoding="utf-8")
        (self.package / "license.txt").write_text(LICENSE, encoding="utf-8")
        _picture(64, 64).save(str(self.package / "icon.png"))
        _picture(960, 160).save(str(self.package / "banner.png"))

    def look(self, machine: Machine = MACHINE, *, mode: Mode = "install") -> Look:
        """What the wizard would find on that computer."""
        request = Request(package=self.package, target=self.target)
        return look(mode, request, CancelToken(), lambda: machine)

    def wizard(self, mode: Mode = "install") -> InstallerWizard:
        """A wizard that has not looked yet."""
        log = RunLog(self.folder / "log" / "run.log", ["gallery"], "current-user")
        return StillWizard(mode, Request(package=self.package, target=self.target), log)

    def at(self, page: Page, found: Look | None = None) -> InstallerWizard:
        """A wizard that has looked, at one of its pages."""
        wizard = self.wizard(found.mode if found else "install")
        wizard.setStartId(_IDS[page])
        wizard.show()
        if found is not None:
            wizard._looked_for = found.request
            wizard._when_looked(found.request, found)
            wizard._busy_watch.stop()
        return wizard


def _picture(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#1b3a6b"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor("#7fb2ff"))
    painter.setPen(Qt.PenStyle.NoPen)
    count = width // height
    for number in range(count):
        painter.drawEllipse(QPoint(width * (2 * number + 1) // (2 * count), height // 2), height // 3, height // 4)
    painter.end()
    return image


def _license(studio: Studio) -> InstallerWizard:
    return studio.at(Page.LICENSE)


def _looking(studio: Studio) -> InstallerWizard:
    wizard = studio.at(Page.COMPUTER)
    wizard._looking = True
    wizard._show_buttons()
    return wizard


def _all_is_well(studio: Studio) -> InstallerWizard:
    return studio.at(Page.COMPUTER, studio.look())


def _no_driver(studio: Studio) -> InstallerWizard:
    machine = replace(MACHINE, gpus=(), driver=NO_DRIVER, memory_free_bytes=1 << 30)
    return studio.at(Page.COMPUTER, studio.look(machine))


def _no_package(studio: Studio) -> InstallerWizard:
    wizard = studio.at(Page.COMPUTER)
    error = PackageMissing(
        f"There is no app package: {studio.package} does not exist.",
        hint="Give the folder that holds app.toml with --package.",
    )
    wizard._when_looked(wizard._looked_for, error)
    return wizard


def _repair(studio: Studio) -> InstallerWizard:
    found = studio.look()
    reasons = (
        "The GPU has changed from NVIDIA GeForce RTX 3060 to NVIDIA GeForce RTX 4070.",
        "The file denoise-1f2e3d4c.engine is missing.",
    )
    return studio.at(Page.COMPUTER, replace(found, mode="repair", reasons=reasons))


def _choices(studio: Studio) -> InstallerWizard:
    return studio.at(Page.CHOICES, studio.look())


def _portable(studio: Studio) -> InstallerWizard:
    return studio.at(Page.CHOICES, studio.look(replace(MACHINE, gpus=(), driver=NO_DRIVER)))


def _ready(studio: Studio) -> InstallerWizard:
    return studio.at(Page.READY, studio.look())


def _busy(studio: Studio) -> InstallerWizard:
    wizard = _ready(studio)
    wizard._ready.show_busy([(RTX_4070.name, BLENDER)])
    return wizard


def _refused(studio: Studio) -> InstallerWizard:
    return studio.at(Page.READY, studio.look(replace(MACHINE, gpus=(), driver=NO_DRIVER)))


def _removal(studio: Studio) -> InstallerWizard:
    changed = ("presets/portrait.json", "presets/landscape.json")
    removal = RemovalPlan(studio.target, ("a", "b", "c"), changed, was_there=(), folders=(), registered=None)
    found = Look(
        "uninstall",
        Request(target=studio.target),
        "Photo Studio 3.2",
        studio.target,
        checks=(),
        refusal=None,
        removal=removal,
    )
    return studio.at(Page.READY, found)


def _working(studio: Studio, *events: Event, models: tuple[str, ...] = MODELS) -> InstallerWizard:
    wizard = studio.at(Page.WORKING)
    plan = {"models": [{"model": name, "action": "build"} for name in models]}
    wizard._progress.show_events([PlanMade(plan), *events])
    return wizard


BUILDING: tuple[Event, ...] = (
    ModelStarted("upscale-x2", 1, 4, "tensorrt"),
    ModelFinished("upscale-x2", "built", 43.0, "upscale-x2-0a1b2c3d.engine", 12_400_000),
    ModelStarted("upscale-x4", 2, 4, "tensorrt"),
    Phase("upscale-x4", "Reading the model"),
    Progress(0.37, 61.0, 104.0),
)


def _building(studio: Studio) -> InstallerWizard:
    return _working(studio, *BUILDING)


def _details(studio: Studio) -> InstallerWizard:
    words = (
        Warned("A timing cache that ships with the application is not used: it is for TensorRT 10.12."),
        Logged("info", "copying 3 files, 1234567 bytes"),
        Logged("error", "upscale-x2: tactic 0x00000000000003e8 skipped: not enough memory"),
    )
    wizard = _working(studio, *BUILDING, *words * 4)
    wizard._progress.findChildren(QAbstractButton)[1].setChecked(True)
    return wizard


def _waiting(studio: Studio) -> InstallerWizard:
    text = say("{gpu} {verdict}", gpu=RTX_4070.name, verdict=BLENDER.text)
    busy = Busy("upscale-x4", "in use", BLENDER.reasons, BLENDER.programs, text, 3000.0)
    return _working(studio, *BUILDING, busy)


def _forty_models(studio: Studio) -> InstallerWizard:
    models = tuple(f"style-{number:02}-with-a-rather-long-name" for number in range(40))
    events = [ModelFinished(name, "built", 12.0, f"{name}.engine", 4_000_000) for name in models[:17]]
    return _working(studio, *events, ModelStarted(models[17], 18, 40, "tensorrt"), models=models)


def _committing(studio: Studio) -> InstallerWizard:
    return _working(studio, *BUILDING, Progress(1.0, 161.0, None), Committing())


def _end(studio: Studio, code: ExitCode, detail: str, hint: str = "", **more: object) -> InstallerWizard:
    wizard = studio.at(Page.END)
    busy = [str(name) for name in (more.get("busy"), "faces") if more.get("busy")]
    wizard._remedy = Remedy(more.get("remedy", Remedy.CLOSE))
    files = ("upscale-x2-0a1b2c3d.engine",) if more.get("remedy") is Remedy.CONTINUE else ()
    result = Result(code.number, code.label, detail, hint, files)
    wizard._end.show_result("Photo Studio 3.2", result, busy, "one line\nanother line")
    wizard._show_buttons()
    return wizard


def _done(studio: Studio) -> InstallerWizard:
    return _end(studio, ExitCode.OK, f"4 engines and 12 files of the application installed in {studio.target}.")


def _done_while_busy(studio: Studio) -> InstallerWizard:
    detail = f"4 engines installed in {studio.target / 'engines'}."
    return _end(studio, ExitCode.OK, detail, busy="upscale-x4", remedy=Remedy.TIME_AGAIN)


def _partly(studio: Studio) -> InstallerWizard:
    detail = (
        "2 of 4 models could not be built:\n"
        "  - The builder of the model 'faces' crashed: SIGKILL. The system may have run out of memory.\n"
        "  - TensorRT cannot build the model 'denoise': the operator 'NonZero' of node 17 is not supported."
    )
    hint = (
        f"The log has its last words: {studio.folder / 'log' / 'run.log'}\n"
        "Close other programs and run the command again; if it crashes again, report it."
    )
    return _end(studio, ExitCode.BUILD_FAILED, detail, hint, remedy=Remedy.CONTINUE)


def _disk_full(studio: Studio) -> InstallerWizard:
    detail = (
        f"There is not enough room on the volume of {studio.target / 'engines'}: 120 MiB are free, and the engines "
        "need about 480 MiB."
    )
    hint = "Free some space, or choose another place with --target."
    wizard = _end(studio, ExitCode.DISK_FULL, detail, hint, remedy=Remedy.OTHER_FOLDER)
    wizard._end._show_details.setChecked(True)
    return wizard


def _forty_failures(studio: Studio) -> InstallerWizard:
    lines = "".join(f"\n  - The builder of the model 'style-{number:02}' crashed: SIGSEGV." for number in range(40))
    return _end(studio, ExitCode.BUILD_FAILED, f"40 of 41 models could not be built:{lines}", remedy=Remedy.CONTINUE)


def _suspended(studio: Studio) -> InstallerWizard:
    detail = "The time limit was reached: 2 engines installed, 2 not built yet."
    hint = "Run the command again to continue; nothing is built twice."
    return _end(studio, ExitCode.SUSPENDED, detail, hint, remedy=Remedy.TRY_AGAIN)


SCENES: dict[str, Callable[[Studio], InstallerWizard]] = {
    "license": _license,
    "computer-looking": _looking,
    "computer-well": _all_is_well,
    "computer-no-driver": _no_driver,
    "computer-no-package": _no_package,
    "computer-repair": _repair,
    "choices": _choices,
    "choices-portable": _portable,
    "ready": _ready,
    "ready-busy": _busy,
    "ready-refused": _refused,
    "ready-uninstall": _removal,
    "working": _building,
    "working-details": _details,
    "working-waiting": _waiting,
    "working-forty-models": _forty_models,
    "working-committing": _committing,
    "end-done": _done,
    "end-done-while-busy": _done_while_busy,
    "end-partly": _partly,
    "end-disk-full": _disk_full,
    "end-forty-failures": _forty_failures,
    "end-suspended": _suspended,
}

THEMES = {
    # window, fields, text, dimmed text
    "light": ("#f0f0f0", "#ffffff", "#000000", "#5a5a5a"),
    "dark": ("#202326", "#141618", "#fcfcfc", "#a8a8a8"),
}


def palette_of(theme: str) -> QPalette:
    """The colours of a theme; the platform without a screen has no themes of its own."""
    window, base, text, dimmed = map(QColor, THEMES[theme])
    palette = QPalette(window)
    for role, color in (
        (QPalette.ColorRole.Window, window),
        (QPalette.ColorRole.Button, window),
        (QPalette.ColorRole.Base, base),
        (QPalette.ColorRole.AlternateBase, window),
        (QPalette.ColorRole.WindowText, text),
        (QPalette.ColorRole.Text, text),
        (QPalette.ColorRole.ButtonText, text),
        (QPalette.ColorRole.ToolTipText, text),
        (QPalette.ColorRole.PlaceholderText, dimmed),
    ):
        palette.setColor(role, color)
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, dimmed)
    return palette


_PLACEHOLDER = re.compile(r"(\{[^}]*\}|%n)")


class LongWords(QTranslator):
    """A language that takes half as much room again and has a mark on every letter, so that nothing hides from it."""

    _MARKED = str.maketrans("aeiouyAEIOUYcnsz", "àéîöûÿÀÉÎÖÛŸçñšž")

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        pieces = _PLACEHOLDER.split(text)
        pieces[::2] = [piece.translate(self._MARKED) for piece in pieces[::2]]
        marked = "".join(pieces)
        return f"{marked} {'·' * (len(text) // 2)}" if text.strip(":, ") else text

    def isEmpty(self) -> bool:  # noqa: N802
        return False


LANGUAGES = (*languages.LANGUAGES, "long", "rtl")


def set_language(application: QApplication, language: str) -> None:
    """Let everything that is drawn from now on speak it."""
    install_language(application, language if language in languages.LANGUAGES else "en")
    if language == "long":
        translator = LongWords(application)
        application.installTranslator(translator)
    elif language == "rtl":
        hebrew = QTranslator(application)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        assert hebrew.load(QLocale("he"), "qtbase", "_", folder)
        application.installTranslator(hebrew)
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)


INTERACTIVE = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QTreeWidget, QProgressBar, QScrollArea)


def defects_of(wizard: QWizard) -> Iterator[str]:
    """What is wrong with what a wizard shows now, in words."""
    shown = [widget for widget in wizard.findChildren(QWidget) if widget.isVisible() and _is_drawn(widget)]
    for widget in shown:
        text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
        if isinstance(widget, QLabel) and text:
            needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            # A word longer than the line is cut off at its end.
            if widget.height() < needed or widget.width() < widget.minimumSizeHint().width():
                yield f"{text!r} is cut off"
        if isinstance(widget, QAbstractButton) and text and widget.width() < widget.minimumSizeHint().width():
            yield f"{text!r} is cut off"
        if text:
            behind = widget.parentWidget() if isinstance(widget, QCheckBox | QRadioButton) else None
            background = (behind or widget).palette().color(widget.backgroundRole())
            ratio = contrast(widget.palette().color(widget.foregroundRole()), background)
            if ratio < LEAST_CONTRAST:
                yield f"{text!r} has a contrast of {ratio:.1f}"
        if isinstance(widget, INTERACTIVE) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            name = widget.accessibleName() or text
            if not name:
                yield f"{type(widget).__name__} has no name"
        content = widget.widget() if isinstance(widget, QScrollArea) else None
        if content and widget.width() < content.width():
            yield "the page is wider than the window"
    yield from _overlaps(wizard.currentPage())
    yield from _shared_letters(shown)
    yield from _tab_order(wizard)


def _is_drawn(widget: QWidget) -> bool:
    return not widget.visibleRegion().isEmpty()


def _overlaps(page: QWidget) -> Iterator[str]:
    """Widgets of one parent that lie over each other."""
    parents: dict[QObject | None, list[QWidget]] = {}
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and _is_drawn(widget) and not widget.geometry().isEmpty():
            parents.setdefault(widget.parent(), []).append(widget)
    for siblings in parents.values():
        parent = siblings[0].parent()
        if isinstance(parent, QScrollArea | QPlainTextEdit | QTreeWidget | QComboBox):
            continue
        for number, one in enumerate(siblings):
            for other in siblings[number + 1 :]:
                if one.geometry().intersects(other.geometry()):
                    yield f"{type(one).__name__} and {type(other).__name__} overlap"


def _shared_letters(shown: list[QWidget]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for widget in shown:
        if isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy()):
            text = widget.text()
            letter = text.replace("&&", "").partition("&")[2][:1].lower()
            if letter and seen.setdefault(letter, text) != text:
                yield f"{seen[letter]!r} and {text!r} share a letter"


def _tab_order(wizard: QWizard) -> Iterator[str]:
    """The controls of the page in the order of the Tab key, each below or after the one before."""
    page, places = wizard.currentPage(), list[tuple[QWidget, QRect]]()
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page:
        if page.isAncestorOf(widget) and widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            places.append((widget, QRect(widget.mapTo(page, QPoint()), widget.size())))
        widget = widget.nextInFocusChain()
    right_to_left = wizard.layoutDirection() is Qt.LayoutDirection.RightToLeft
    for (one, first), (other, second) in itertools.pairwise(places):
        same_line = first.top() < second.center().y() < first.bottom()
        inside = one.isAncestorOf(other)
        before = first.left() > second.left() if right_to_left else first.left() < second.left()
        if not inside and not (before if same_line else first.top() < second.top()):
            yield f"the Tab key goes from {_name(one)!r} to {_name(other)!r}, which comes before it"


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else type(widget).__name__)


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
            folder = Path(tempfile.mkdtemp(prefix="gallery-"))
            studio = Studio(folder)
            studio.prepare()
            wizard = SCENES[name](studio)
            for _ in range(3):  # layouts settle, and what is to be deleted goes
                application.processEvents()
            picture = wizard.grab().toImage()
            picture.save(str(out / f"{name}-{theme}-{language}-{scale}.png"))
            pictures.append(picture)
            for defect in defects_of(wizard):
                print(f"{name}, {theme}, {language}, {scale} %: {defect}", file=sys.stderr)
                defects += 1
            wizard.close()
            wizard.end()
            wizard._log.close(wizard.result_of_run)
            shutil.rmtree(folder)
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
            command = [sys.executable, __file__, str(options.out), "--language", language]
            command += ["--scale", str(scale), *(word for name in scenes for word in ("--scene", name))]
            environment = os.environ | {"QT_SCALE_FACTOR": str(scale / 100)}
            failed |= subprocess.run(command, env=environment, check=False).returncode
    return failed


if __name__ == "__main__":
    sys.exit(main())

"""Where the pictures are taken: a package, computers and a wizard whose worker does nothing."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QColor, QImage, QPainter

from builder.backend import Installation as Library
from builder.base.cancellation import CancelToken
from builder.base.errors import EngineInstallerError
from builder.base.events import Event, Result
from builder.base.text import say
from builder.building.machine import Machine
from builder.gpu.nvml import Driver, Gpu, GpuProblem
from installer.actions.log import RunLog
from installer.target.request import Request
from installer.wizard.assessment import Assessment, Mode, assess
from installer.wizard.navigation import Page
from installer.wizard.window import InstallerWizard
from installer.wizard.worker import Worker

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
    memory_bytes=24 << 30,
)
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


class StillWorker(Worker):
    """A worker that does nothing; what it would have found and done is made up."""

    @Slot(object)
    def assess(self, request: Request) -> None:
        """Find out nothing."""

    @Slot(object)
    def work(self, request: Request) -> None:
        """Do nothing."""


class Studio:
    """One wizard, in a folder with a package and targets.

    Attributes:
        folder: it is empty at first.
        package, target: the app package, and the folder of the application.
        request: what the wizard is asked for.
        log_path: the log of the run.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.package = folder / "package"
        self.target = folder / "Photo Studio"
        self.request = Request(package=self.package, target=self.target)
        self.log_path = folder / "log" / "run.log"
        self._log = RunLog(self.log_path, ["gallery"], "current-user")
        self._wizard: InstallerWizard | None = None
        self._write_package()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._wizard:
            self._wizard.hide()  # closing it would ask whether to stop
            self._wizard.end()
            self._log.close(self._wizard.result_of_run)

    def _write_package(self) -> None:
        """Write the package; its models are never built."""
        self.package.mkdir()
        text = APP_TOML
        for name in MODELS:
            feature = "Upscaling" if name.startswith("upscale") else name.title()
            text += f'[[model]]\nname = "{name}"\nonnx = "{name}.onnx"\nfeature = "{feature}"\n'
            (self.package / f"{name}.onnx").write_bytes(b"\0" + name.encode() * 100_000)
        (self.package / "app.toml").write_text(text, encoding="utf-8")
        (self.package / "license.txt").write_text(LICENSE, encoding="utf-8")
        _picture(64, 64).save(str(self.package / "icon.png"))
        _picture(960, 160).save(str(self.package / "banner.png"))

    def assess(self, machine: Machine = MACHINE) -> Assessment:
        """Find out what the wizard would find out on that computer."""
        return assess("install", self.request, CancelToken(), lambda _cancel: machine)

    def open(
        self, page: Page, found: Assessment | EngineInstallerError | None = None, *, mode: Mode = "install"
    ) -> InstallerWizard:
        """Open the wizard at one of its pages.

        Args:
            page: shown first.
            found: what an assessment found out; None while it has not ended.
            mode: what the wizard does.
        """
        worker = StillWorker(mode, self._log)
        self._wizard = wizard = InstallerWizard(mode, self.request, self._log, worker=worker)
        wizard.setStartId(page)
        wizard.show()
        if page is not Page.WORKING:
            wizard.begin()
        if found is not None:
            worker.assessed.emit(self.request, found)
            wizard.busy_watch.stop()
        return wizard

    def work(self, wizard: InstallerWizard, *events: Event, result: Result | None = None) -> None:
        """Let a wizard see events, and how the run ended."""
        wizard.background.worker.happened.emit(list(events))
        if result is not None:
            wizard.background.worker.ended.emit(result)


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

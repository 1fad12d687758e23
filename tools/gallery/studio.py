"""Where the pictures are taken: a package, computers and a wizard whose worker does nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from PySide6.QtCore import QCoreApplication, QEvent, Slot

from builder.app_package.manifest import read_manifest
from builder.backend import Installation as Library
from builder.base.cancellation import CancelToken
from builder.base.errors import EngineInstallerError
from builder.base.events import Event, Result
from builder.base.json_file import to_bytes
from builder.base.quantities import Bytes
from builder.base.text import say
from builder.building.estimate import Expected
from builder.building.machine import Machine
from builder.building.plan import Build
from builder.gpu.nvml import Driver, Gpu, GpuProblem
from installer.actions.log import RunLog
from installer.target.paths import RECEIPT
from installer.target.receipt import Receipt
from installer.target.request import Request
from installer.wizard.assessment import Assessment, Mode, assess
from installer.wizard.findings import FeatureOffer
from installer.wizard.window import InstallerWindow
from installer.wizard.worker import Worker

RTX_4070 = Gpu(
    0, "NVIDIA GeForce RTX 4070", "GPU-4070", "8.9", 12282, 11000, "00000000:01:00.0", 5888, 3105, display_active=True
)
RTX_3060 = Gpu(1, "NVIDIA GeForce RTX 3060", "GPU-3060", "8.6", 12288, 12000, "00000000:02:00.0", 3584, 2100)
OLD_CARD = Gpu(0, "NVIDIA GeForce GTX 1060", "GPU-1060", "6.1", 6144, 6000, "00000000:01:00.0", 1280, 1708)
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
WITHOUT_CARD = replace(MACHINE, gpus=(), driver=NO_DRIVER, libraries={"tensorrt-rtx": Library("1.7.1.116", "13")})
FEATURES = {
    "Upscaling": ("upscale-x2", "upscale-x4"),
    "Portrait retouch": ("faces",),
    "Sky replacement": ("sky",),
    "Noise reduction": ("denoise",),
}
"""The models of each feature."""
MODELS = tuple(model for models in FEATURES.values() for model in models)

APP_TOML = """\
schema = 1
verify = false
[app]
id = "com.example.photo-studio"
name = "Photo Studio"
publisher = "Example GmbH"
version = "3.2"
[registration]
executable = "photo-studio.exe"
url = "https://example.com"
help_url = "https://example.com/help"
[defaults]
no_gpu = "portable"
[payload]
folder = "app"
"""
BRANDING = """\
[branding]
icon = "icon.svg"
banner = "banner.svg"
accent = "#5b4fd6"
license = "license.txt"
"""
_MODEL_BYTES = {
    "upscale-x2": 1_500_000,
    "upscale-x4": 1_600_000,
    "faces": 1_400_000,
    "sky": 900_000,
    "denoise": 600_000,
}
"""The larger, the earlier it is built."""
_SECONDS = {"upscale-x2": 50.0, "upscale-x4": 45.0, "faces": 40.0, "sky": 30.0, "denoise": 20.0}
_FEATURE_BYTES = {
    "Upscaling": 310_000_000,
    "Portrait retouch": 280_000_000,
    "Sky replacement": 190_000_000,
    "Noise reduction": 120_000_000,
}
NEEDED, FREE = 1_400_000_000, 73_000_000_000
"""The bytes that an installation takes, and that the disk has."""
BRAND = Path(__file__).with_name("brand")
"""The icon and the banner of an application that is made up."""
LICENSE = "Photo Studio: license\n\n" + "You may use this program on every computer of yours, for any purpose. " * 60


def _onnx(text: bytes, size: int) -> bytes:
    """Make a file of one field, the name of the program that wrote it, which is skipped in no time."""
    length = bytes([size & 0x7F | 0x80, size >> 7 & 0x7F | 0x80, size >> 14 & 0x7F | 0x80, size >> 21])
    return b"\x12" + length + (text * (size // len(text) + 1))[:size]


def _in_life(planned: Build) -> Expected:
    return replace(planned.source.expected, seconds=_SECONDS[planned.model.name])


def _as_in_life(found: Assessment) -> Assessment:
    """Give the small files of the package the sizes and times of real ones."""
    plan = found.plan
    if plan is None:
        return found
    models = tuple(
        replace(planned, source=replace(planned.source, expected=_in_life(planned)))
        if isinstance(planned, Build)
        else planned
        for planned in plan.build.models
    )
    checks = tuple(
        replace(check, amounts=(FREE, NEEDED), needed=say("{size}", size=Bytes(NEEDED))) if check.amounts else check
        for check in found.checks
    )
    return replace(
        found,
        plan=replace(plan, build=replace(plan.build, models=models, jobs=1)),
        checks=checks,
        room=replace(found.room, free=FREE, needed=NEEDED),
        offers=tuple(
            FeatureOffer(name, size, tuple(Expected(_SECONDS[model], 0.0, known=False) for model in FEATURES[name]))
            for name, size in _FEATURE_BYTES.items()
        ),
        jobs=1,
    )


class Clock:
    """Seconds that pass when a scene wants it."""

    def __init__(self) -> None:
        self._now = 1000.0

    def __call__(self) -> float:
        return self._now

    def advance(self, seconds: float) -> None:
        """Let so many seconds pass at once."""
        self._now += seconds


class StillWorker(Worker):
    """A worker that does nothing; what it would have found and done is made up."""

    @Slot(str, object)
    def assess(self, mode: Mode, request: Request) -> None:
        """Find out nothing."""

    @Slot(str, object)
    def work(self, mode: Mode, request: Request) -> None:
        """Do nothing."""


class Studio:
    """One window, in a folder with a package and targets.

    Attributes:
        folder: it is empty at first.
        package, target: the app package, and the folder of the application.
        request: what the window is asked for.
        log_path: the log of the run.
        clock: the window's.
    """

    def __init__(self, folder: Path, *, branded: bool = True) -> None:
        """Write the package; its models are never built.

        Args:
            folder: for everything.
            branded: the package has an icon, a banner, an accent and a license.
        """
        self.folder = folder
        self.package = folder / "package"
        self.target = folder / "Photo Studio"
        self.request = Request(package=self.package, target=self.target)
        self.log_path = folder / "log" / "run.log"
        self._log = RunLog(self.log_path, ["gallery"], "current-user")
        self._window: InstallerWindow | None = None
        self.clock = Clock()
        self._write_package(branded=branded)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._window:
            self._window.hide()
            self._window.end()
            self._log.close(self._window.result_of_run)
            self._window.deleteLater()
            QCoreApplication.sendPostedEvents(self._window, QEvent.Type.DeferredDelete)

    @property
    def window(self) -> InstallerWindow:
        """The window that is open."""
        assert self._window is not None
        return self._window

    def _write_package(self, *, branded: bool) -> None:
        self.package.mkdir()
        text = APP_TOML + (BRANDING if branded else "")
        for feature, models in FEATURES.items():
            for name in models:
                text += f'[[model]]\nname = "{name}"\nonnx = "{name}.onnx"\nfeature = "{feature}"\n'
                (self.package / f"{name}.onnx").write_bytes(_onnx(name.encode(), _MODEL_BYTES[name]))
        (self.package / "app.toml").write_text(text, encoding="utf-8")
        (self.package / "app").mkdir()
        (self.package / "app" / "photo-studio.exe").write_bytes(b"MZ" * 4_000_000)
        if branded:
            (self.package / "license.txt").write_text(LICENSE, encoding="utf-8")
            for name in ("icon", "banner"):
                (self.package / f"{name}.svg").write_bytes((BRAND / f"{name}.svg").read_bytes())

    def assess(self, machine: Machine = MACHINE) -> Assessment:
        """Find out what the window would find out on that computer."""
        return _as_in_life(assess("install", self.request, CancelToken(), lambda _cancel: machine))

    def open(
        self, found: Assessment | EngineInstallerError | None = None, *, mode: Mode = "install", passive: bool = False
    ) -> InstallerWindow:
        """Open the window.

        Args:
            found: what an assessment found out; None while it has not ended.
            mode: what the window does.
            passive: it asks nothing.
        """
        worker = StillWorker(self._log)
        self._window = window = InstallerWindow(
            mode, self.request, self._log, worker=worker, passive=passive, clock=self.clock
        )
        window.show()
        window.begin()
        if found is not None:
            self.tell(found)
        return window

    def tell(self, found: Assessment | EngineInstallerError) -> None:
        """Let the window know what an assessment found out."""
        window = self.window
        window.background.worker.assessed.emit(window.mode, window.assessed_request, found)
        window.busy_watch.stop()

    def work(self, *events: Event, result: Result | None = None) -> None:
        """Let the window see events, and how the run ended."""
        window = self.window
        window.background.worker.happened.emit(list(events))
        if result is not None and result.files and window.mode == "install":
            self._put_application()
        if result is not None:
            window.background.worker.ended.emit(result)

    def _put_application(self) -> None:
        """Put the application where it can be started, as an installation does."""
        manifest = read_manifest(self.package / "app.toml")
        receipt = Receipt(app=manifest.app, scope="current-user", registration=manifest.registration)
        path = self.target / RECEIPT
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(to_bytes(receipt))
        program = self.target / "photo-studio.exe"
        program.write_bytes(b"MZ")
        program.chmod(0o755)

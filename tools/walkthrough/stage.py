"""A computer and an application that do not exist.

The graphics card is played by the stand-ins of the tests; the app package has everything that one can have.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from tests.support.models import conv_net
from tests.support.nvml import RTX_4070, Machine, environment_of
from tests.support.packages import model_entry, write_manifest
from tests.support.payloads import folder_sha256, write_files
from tools.walkthrough.wizard import ROOT

NAME, VERSION, PUBLISHER = "Lumen Photo Studio", "3.2", "Example Ltd"
FEATURES = ("Portrait retouch", "Sky replacement")
ACCENT = "#5b4fd6"
CARD = "GeForce RTX 4070"

READY = Machine((RTX_4070,))
NEW_CARD = Machine((replace(RTX_4070, name="NVIDIA GeForce RTX 5070", uuid="GPU-cccc", capability=(12, 0)),))
NO_CARD = Machine()

PROGRAM = b'#!/bin/sh\ntouch "$HOME/started"\n'
LICENSE = f"{NAME}: license\n\n" + "You may use this program on every computer of yours, for any purpose. " * 60


class Stage:
    """One computer with one user.

    Attributes:
        home: the user's folder.
        package, target: the app package, and the folder of the application.
        environment: what a program needs in its environment to find itself on this computer.
        holding: while `hold` is on, a build makes this file and goes on only when it has gone.
    """

    def __init__(self, folder: Path, machine: Machine = READY) -> None:
        self.home = folder / "home"
        self.home.mkdir()
        self.package = write_package(folder / "package")
        self.target = folder / NAME
        self.holding = folder / "holding"
        self._machine = environment_of(machine)
        self.hold = False

    def use(self, machine: Machine) -> None:
        """Give the computer other graphics cards."""
        machine.write(Path(self._machine["FAKE_NVML"]))

    @property
    def environment(self) -> Mapping[str, str]:
        held = {"FAKE_TENSORRT_BUILDING": str(self.holding)} if self.hold else {}
        return self._machine | {"PYTHONPATH": str(ROOT / "tests/doubles")} | held

    def arguments(self, action: str, *options: str) -> Sequence[str | Path]:
        """The command line of the program for this application."""
        package: list[str | Path] = [] if action == "uninstall" else ["--package", self.package]
        return [action, *package, "--target", self.target, "--log", self.home / "run.log", "--lang", "en", *options]

    def release(self) -> bool:
        """Let what is built go on; whether anything was held."""
        try:
            self.holding.unlink()
        except FileNotFoundError:
            return False
        return True


def write_package(folder: Path, program: str = "bin/lumen", content: bytes = PROGRAM, **top: Any) -> Path:
    """Write the app package: small models with a feature each, files, license and pictures.

    Args:
        folder: for all of it.
        program: where the application's own program is, relative to its folder.
        content: of this program.
        top: see `write_manifest`.
    """
    application = write_files(folder / "app", {program: content, "data/presets": b"warm" * 50_000})
    (application / program).chmod(0o755)
    models = []
    for number, feature in enumerate(FEATURES):
        file = conv_net(folder / "models" / f"model{number}.onnx", channels=8 + number)
        models.append(model_entry(folder, file, feature=feature))
    (folder / "license.txt").write_text(LICENSE, encoding="utf-8")
    picture(256, 256).save(str(folder / "icon.png"))
    picture(960, 160).save(str(folder / "banner.png"))
    return write_manifest(
        folder,
        *models,
        app={"id": "com.example.lumen", "name": NAME, "publisher": PUBLISHER, "version": VERSION},
        payload={"folder": "app", "sha256": folder_sha256(application)},
        registration={"executable": program, "url": "https://lumen.example"},
        branding={"icon": "icon.png", "banner": "banner.png", "accent": ACCENT, "license": "license.txt"},
        **top,
    )


def picture(width: int, height: int) -> QImage:
    """A picture in the vendor's colors."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    colors = QLinearGradient(QPointF(0, 0), QPointF(width, height))
    colors.setColorAt(0, QColor(ACCENT))
    colors.setColorAt(1, QColor("#ff9a3c"))
    painter.fillRect(image.rect(), colors)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#ffffff"))
    painter.drawEllipse(QPointF(width - height / 2, height / 2), height / 4, height / 4)
    painter.end()
    return image

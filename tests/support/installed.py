"""An installation of three models in two features, and what an assessment finds in it on made-up computers."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from builder.backend import Installation as Library
from builder.base.cancellation import CancelToken
from builder.building.machine import Machine
from builder.gpu.nvml import Driver, Gpu
from installer.target.request import Request
from installer.wizard.assessment import Assessment, Mode, assess
from tests.support import runs
from tests.support.models import conv_net
from tests.support.packages import model_entry, write_manifest
from tests.support.payloads import folder_sha256, write_files

RTX_3060 = Gpu(0, "NVIDIA GeForce RTX 3060", "GPU-3060", "8.6", 12288, 12000)
RTX_4070 = Gpu(0, "NVIDIA GeForce RTX 4070", "GPU-4070", "8.9", 12282, 11000)
OLD = Gpu(0, "NVIDIA GeForce GTX 970", "GPU-970", "5.2", 4096, 4000)
FEATURES = {"alpha": "Upscaling", "beta": "Upscaling", "gamma": "Portrait retouch"}
FILES = {"studio": b"#!/bin/sh\n", "data/one.txt": b"one"}
BUSY = {"verdict": "in use", "reasons": ["93 % used"], "programs": ["blender (process 403, 1196 MiB)"]}
_LIBRARY = "1.7.1.116"


def package_of(folder: Path, **top: Any) -> Path:
    """Three models of two features, with two files of the application."""
    write_files(folder / "app", FILES)
    models = [
        model_entry(folder, conv_net(folder / f"{name}.onnx", channels=8 + number), feature=feature)
        for number, (name, feature) in enumerate(FEATURES.items())
    ]
    payload = {"folder": "app", "sha256": folder_sha256(folder / "app")}
    registration = {"executable": "studio", "url": "https://example.com/", "help_url": "https://example.com/help"}
    return write_manifest(folder, *models, **{"payload": payload, "registration": registration} | top)


def machine(*gpus: Gpu, driver: str = "580.1") -> Machine:
    """A computer with these GPUs."""
    libraries = {"tensorrt-rtx": Library(_LIBRARY, "13")}
    return Machine("linux", gpus, Driver(driver, "13.0"), libraries, 4, 8 << 30, 8 << 30, 8 << 30)


def found_by(target: Path, mode: Mode = "repair", pc: Machine | None = None, **asked: Any) -> Assessment:
    """What the window finds out; an installation is one from the package beside the target."""
    if mode == "install":
        asked = {"package": target.parent / "package"} | asked
    return assess(mode, Request(target=target, **asked), CancelToken(), lambda _cancel: pc or machine())


def edit_index(target: Path, edit: Callable[[dict[str, Any]], object]) -> None:
    """Change what engines.json says."""
    file = target / "engines/engines.json"
    values = json.loads(file.read_text())
    edit(values)
    file.write_text(json.dumps(values))


def for_gpu(gpu: Gpu, **changes: Any) -> Callable[[dict[str, Any]], object]:
    """An edit that lets all engines have been built for a GPU."""
    entry = {"name": gpu.name, "uuid": gpu.uuid, "compute_capability": gpu.compute_capability}
    values = {"gpu": entry, "targets": [gpu.compute_capability], "portable": False} | changes

    def edit(index: dict[str, Any]) -> None:
        for engine in index["engines"]:
            engine.update(values)

    return edit


def timed_while_busy(index: dict[str, Any]) -> None:
    """An edit that lets the first engine have been timed while Blender used the GPU."""
    for_gpu(RTX_4070)(index)
    index["engines"][0]["gpu_busy"] = BUSY


@pytest.fixture(scope="session")
def installed_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the application is installed; to be copied."""
    home = tmp_path_factory.mktemp("installed")
    ended = runs.install(home, package_of(home / "package"))
    assert ended.code == 0, ended.out
    return home


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's, where desktop entries are."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    return tmp_path


@pytest.fixture
def target(installed_once: Path, home: Path) -> Path:
    """An installation that is as it should be."""
    shutil.copytree(installed_once, home, dirs_exist_ok=True, symlinks=True)
    moved = [home / "target/engines/engines.json", home / "target/.engine-installer/receipt.json"]
    for file in [*moved, *(home / ".local/share/applications").iterdir()]:
        file.write_text(file.read_text().replace(str(installed_once), str(home)))
    return home / "target"

"""Plans without files: GPUs, machines, packages and engine records as a plan sees them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from builder.app_package.app import App
from builder.app_package.manifest import AppManifest
from builder.app_package.model_tables import Defaults, ModelSpec
from builder.app_package.package import AppPackage, PackagedModel
from builder.app_package.package_files import PackageFile
from builder.backend import Installation
from builder.backend.tensorrt_rtx import TARGETS
from builder.base.plain import to_plain
from builder.base.text import say
from builder.building.machine import Machine
from builder.building.plan import BuildPlan
from builder.engines.index import EngineRecord, GpuEntry
from builder.gpu.nvml import Driver, Gpu, GpuProblem

RTX_4070 = Gpu(0, "NVIDIA GeForce RTX 4070", "GPU-1", "8.9", 12288)
RTX_5090 = Gpu(1, "NVIDIA GeForce RTX 5090", "GPU-2", "12.0", 32768)
H200 = Gpu(2, "NVIDIA H200", "GPU-3", "9.0", 143771)
GTX_1080 = Gpu(3, "NVIDIA GeForce GTX 1080", "GPU-4", "6.1", 8192)
FUTURE = Gpu(4, "NVIDIA GeForce RTX 6090", "GPU-5", "13.0", 65536)

RTX = {"tensorrt-rtx": Installation("1.7.1.116", "13")}
CLASSIC = {"tensorrt": Installation("11.4.0.106", "13")}


def machine(*gpus: Gpu, libraries: dict[str, Installation] | None = None, cores: int = 8) -> Machine:
    no_driver = GpuProblem("no_driver", say("no NVIDIA driver is installed"), say("Install it."))
    return Machine(
        "linux",
        gpus,
        Driver("580.159", "13.0") if gpus else Driver(problem=no_driver),
        RTX if libraries is None else libraries,
        cores,
        16 << 30,
        32 << 30,
        24 << 30,
    )


def package(*models: dict[str, Any], **defaults: Any) -> AppPackage:
    entries = [{"name": f"m{number}", "onnx": "a.onnx"} | model for number, model in enumerate(models)]
    specs = [ModelSpec.model_validate(entry) for entry in entries]
    manifest = AppManifest.model_validate(
        {
            "schema": 1,
            "app": App(id="com.example.test", name="Test", publisher="Us", version="1"),
            "defaults": Defaults.model_validate(defaults),
            "model": specs,
        }
    )
    file = PackageFile(Path("/p/a.onnx"), "a.onnx", "ab" * 32, 1000)
    return AppPackage(Path("/p"), manifest, tuple(PackagedModel(spec, manifest.defaults, file, ()) for spec in specs))


def record_of(plan: BuildPlan, **changes: Any) -> EngineRecord:
    """The engine that the plan's first model would get."""
    wanted = plan.engines[0].wanted
    assert wanted.settings is not None
    record = EngineRecord(
        model="m0",
        file="m0-0123456789ab.engine",
        size=10,
        sha256="cd" * 32,
        onnx_sha256=wanted.onnx_sha256 or "",
        external_data_sha256=(),
        settings=to_plain(wanted.settings),
        backend=wanted.backend,
        library_version=wanted.library_version or "",
        cuda="13",
        driver_version="580.159",
        gpu=None,
        targets=wanted.targets or TARGETS[1:],
        portable=not wanted.targets,
        system=wanted.system,
        inputs={},
        outputs={},
        seconds=42.0,
        built_at="",
        built_by="",
        loaded_on=None,
    )
    return replace(record, **changes)


def decision(plan: BuildPlan, what: str) -> tuple[str, str]:
    (found,) = [item for item in plan.models[0].decisions if item.what == what]
    return found.choice, found.reason


def replace_gpu(record: EngineRecord, gpu: Gpu) -> EngineRecord:
    entry = GpuEntry(name=gpu.name, uuid=gpu.uuid, compute_capability=gpu.compute_capability)
    return replace(record, gpu=entry)

"""What an engine must be, to be current on this machine."""

from __future__ import annotations

from collections.abc import Iterable

from builder.app_package.package import PackagedModel
from builder.backend import BACKENDS, TENSORRT_RTX
from builder.backend.tensorrt_rtx import DEFAULT_TARGETS, TARGETS
from builder.building.fit import Fit
from builder.building.machine import Machine
from builder.engines.index import EngineRecord
from builder.engines.verdict import WantedEngine, record_serves
from builder.gpu.choice import recommend
from builder.gpu.nvml import Gpu


def wanted_engine(model: PackagedModel, fit: Fit, targets: tuple[str, ...], gpu: Gpu | None) -> WantedEngine:
    """Say what the engine of a model should be.

    Args:
        model: the model.
        fit: the engine library.
        targets: compute capabilities that it must run on.
        gpu: the GPU that it is for; None for one that is portable.
    """
    externals = [file.sha256 for file in model.external_data]
    return WantedEngine(
        onnx_sha256=model.onnx.sha256 or None,
        external_data_sha256=tuple(externals) if all(externals) else None,
        variant=model.variant,
        settings=fit.settings,
        backend=fit.backend.name,
        library_version=fit.library.version or None,
        targets=targets,
        gpu=gpu,
        system=fit.machine.system,
        driver_version=fit.machine.driver.version,
        served=() if targets or not fit.backend.builds_without_gpu else fit.served(DEFAULT_TARGETS),
        refused=frozenset(target for target in TARGETS if fit.refusal(target)),
        cuda=fit.library.cuda,
    )


def wanted_without_package(record: EngineRecord, machine: Machine, others: Iterable[EngineRecord] = ()) -> WantedEngine:
    """Say what an installed engine should be where the package that it came from is not available.

    Model and settings are taken as recorded, library and GPU as they are now.

    Args:
        record: of the engine.
        machine: this one.
        others: engines of the same model, such as those of other variants: what one of them serves, this one need not.
    """
    backend = BACKENDS.get(record.backend, TENSORRT_RTX)
    library = machine.libraries.get(record.backend)
    gpus = [gpu for gpu in machine.gpus if machine.judge(gpu, backend).supported]
    same = [gpu for gpu in gpus if record.gpu is not None and gpu.name == record.gpu.name]
    covered = [gpu for gpu in gpus if record_serves(record, gpu.compute_capability)]
    best = recommend(same or covered or gpus) if gpus else None
    gpu = best.gpu if best else None
    if record.gpu is None and not covered:
        is_for_others = any(record_serves(other, it.compute_capability) for other in others for it in gpus)
        gpu = None if is_for_others else gpu
    targets = (gpu.compute_capability,) if gpu else tuple(record.targets)
    return WantedEngine(
        onnx_sha256=None,
        external_data_sha256=None,
        settings=None,
        backend=record.backend,
        library_version=library.version if library else None,
        targets=targets,
        gpu=gpu,
        system=machine.system,
        driver_version=machine.driver.version,
    )

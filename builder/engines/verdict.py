"""Whether an installed engine is current on this machine. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from builder.backend import BACKENDS, TENSORRT_RTX
from builder.backend.tensorrt_rtx import DEFAULT_TARGETS
from builder.base.settings import BuildSettings
from builder.engines.index import EngineRecord
from builder.gpu.nvml import Gpu

FileState = Literal["intact", "missing", "damaged"]
VerdictState = Literal["current", "stale", "damaged", "missing"]
Cause = Literal["missing", "damaged", "model", "settings", "library", "gpu", "driver", "busy", "unwanted"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be thought of one installed engine.

    Attributes:
        state: whether it serves.
        reason: in words.
        cause: what has changed, for programs; None when nothing has.
    """

    state: VerdictState
    reason: str
    cause: Cause | None = None

    @property
    def timed_while_busy(self) -> bool:
        """It serves, but may be slower than it could be; a repair builds it again."""
        return self.cause == "busy"


@dataclass(frozen=True, slots=True)
class WantedEngine:
    """What an engine should have been made of, to be current on this machine.

    Attributes:
        onnx_sha256: None when the package is not at hand, so that the model cannot be compared.
        external_data_sha256: the same for external weights.
        settings: None when the package is not at hand.
        backend: name of the backend.
        library_version: None when the library is not installed, so that it cannot be compared.
        targets: compute capabilities that it must run on; empty for the library's default, newer GPUs included.
        gpu: the GPU it must run on; None when there is none.
        system: operating system.
        driver_version: of the NVIDIA driver; None when there is none.
    """

    onnx_sha256: str | None
    external_data_sha256: tuple[str, ...] | None
    settings: BuildSettings | None
    backend: str
    library_version: str | None
    targets: tuple[str, ...]
    gpu: Gpu | None
    system: str
    driver_version: str | None = None


def judge(record: EngineRecord | None, file_state: FileState, wanted: WantedEngine) -> Verdict:
    """Compare an installed engine with what is wanted now. Pure: the same arguments give the same verdict."""
    if record is None:
        return Verdict("missing", "no engine was built yet", "missing")
    if file_state == "missing":
        return Verdict("missing", f"the file {record.file} is missing", "missing")
    if file_state == "damaged":
        return Verdict("damaged", f"the file {record.file} is damaged", "damaged")
    if wanted.onnx_sha256 not in (None, record.onnx_sha256) or (
        wanted.external_data_sha256 is not None and wanted.external_data_sha256 != record.external_data_sha256
    ):
        return Verdict("stale", "the model has changed", "model")
    if record.backend != wanted.backend:
        reason = f"built with {_title(record.backend)}, but {_title(wanted.backend)} is to be used"
        return Verdict("stale", reason, "library")
    if wanted.settings is not None and record.settings != wanted.settings.to_json():
        reason = f"the settings have changed: {_changed_settings(wanted.settings, record.settings)}"
        return Verdict("stale", reason, "settings")
    if wanted.library_version not in (None, record.library_version):
        reason = f"{_title(record.backend)} has changed from {record.library_version} to {wanted.library_version}"
        return Verdict("stale", reason, "library")
    verdict = _judge_gpu(record, wanted)
    if verdict.state != "current":
        return verdict
    if record.gpu_busy and record.gpu_busy.in_use:
        reason = f"{verdict.reason}, but timed while the GPU was in use{record.gpu_busy.by}"
        return Verdict("current", reason, "busy")
    if None not in (record.driver_version, wanted.driver_version) and record.driver_version != wanted.driver_version:
        # An engine is bound to the library and the GPU; NVIDIA's drivers run what older drivers ran.
        change = f"the driver has changed from {record.driver_version} to {wanted.driver_version}"
        return Verdict("current", f"{verdict.reason}; {change}, which engines survive", "driver")
    return verdict


def _judge_gpu(record: EngineRecord, wanted: WantedEngine) -> Verdict:
    if wanted.backend != TENSORRT_RTX.name:
        if wanted.gpu is None:
            return Verdict("stale", "there is no supported GPU in this machine now", "gpu")
        if record.system != wanted.system:
            return Verdict("stale", f"built on {record.system}, but this is {wanted.system}", "library")
        if record.gpu is not None and record.gpu.kind != wanted.gpu.kind:
            return Verdict("stale", f"the GPU has changed from {record.gpu.name} to {wanted.gpu.name}", "gpu")
        return Verdict("current", "built for this GPU with this library version")
    built_for = "every supported GPU" if record.portable else f"compute capability {', '.join(record.targets)}"
    if wanted.targets:
        missing = [target for target in wanted.targets if target not in record.targets]
    else:
        missing = [] if record.portable else [target for target in DEFAULT_TARGETS if target not in record.targets]
    if missing:
        change = f"the GPU is now {wanted.gpu.name}: " if wanted.gpu else ""
        return Verdict("stale", f"{change}built for {built_for}, but {', '.join(missing)} is needed", "gpu")
    return Verdict("current", f"built for {built_for} with this library version")


def _title(backend: str) -> str:
    return BACKENDS[backend].title if backend in BACKENDS else backend


def _changed_settings(wanted: BuildSettings, recorded: Mapping[str, Any]) -> str:
    known = {key: value for key, value in recorded.items() if key in BuildSettings.__dataclass_fields__}
    return "; ".join(wanted.differences(BuildSettings(**known))) or "this version knows more settings"

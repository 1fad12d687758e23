"""Whether an installed engine is current on this machine. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from builder.backend import BACKENDS, TENSORRT_RTX
from builder.backend.tensorrt_rtx import DEFAULT_TARGETS
from builder.base.plain import to_plain
from builder.base.settings import BuildSettings
from builder.base.text import Text, join, say, verbatim
from builder.engines.engine_check import serves
from builder.engines.index import EngineRecord
from builder.gpu.busy import BusyVerdict
from builder.gpu.nvml import Gpu

FileState = Literal["intact", "missing", "damaged"]
VerdictState = Literal["current", "stale", "damaged", "missing"]
Cause = Literal[
    "missing", "damaged", "model", "settings", "library", "gpu", "no_gpu", "driver", "busy", "unwanted", "answers"
]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether one installed engine can be used.

    Attributes:
        state: whether it serves.
        reason: in words.
        cause: what has changed, for programs; None when nothing has.
    """

    state: VerdictState
    reason: Text
    cause: Cause | None = None

    @property
    def timed_while_busy(self) -> bool:
        """It serves, but may be slower than it could be; a repair builds it again."""
        return self.cause == "busy"


@dataclass(frozen=True, slots=True)
class WantedEngine:
    """What an engine should have been made of, to be current on this machine.

    Attributes:
        onnx_sha256: None when the package is not available, so that the model cannot be compared.
        external_data_sha256: the same for external weights.
        settings: None when the package is not available.
        backend: name of the backend.
        library_version: None when the library is not installed, so that it cannot be compared.
        targets: compute capabilities that it must run on; empty for the library's default, newer GPUs included.
        gpu: the GPU it must run on; None when there is none.
        system: operating system.
        driver_version: of the NVIDIA driver; None when there is none.
        served: without `targets`, those of the library's default that the model can be built for, as far as is known.
        refused: compute capabilities that the model cannot be built for, as far as is known.
        variant: which variant of the model it is made of; None for the model's own file.
        cuda: CUDA major version of the library; None when unknown. Only what is offered ready-made is compared with it.
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
    served: tuple[str, ...] = ()
    refused: frozenset[str] = frozenset()
    variant: str | None = None
    cuda: str | None = None


def judge(record: EngineRecord | None, file_state: FileState, wanted: WantedEngine) -> Verdict:
    """Compare an installed engine with what is wanted now. Pure: the same arguments give the same verdict."""
    if record is None:
        return Verdict("missing", say("no engine was built yet"), "missing")
    if file_state == "missing":
        return Verdict("missing", say("the file {file} is missing", file=record.file), "missing")
    if file_state == "damaged":
        return Verdict("damaged", say("the file {file} is damaged", file=record.file), "damaged")
    if wanted.onnx_sha256 not in (None, record.onnx_sha256) or (
        wanted.external_data_sha256 is not None and wanted.external_data_sha256 != record.external_data_sha256
    ):
        return _judge_model(record, wanted)
    if record.backend != wanted.backend:
        reason = say(
            "built with {library}, but {wanted} must be used",
            library=_title(record.backend),
            wanted=_title(wanted.backend),
        )
        return Verdict("stale", reason, "library")
    if wanted.settings is not None and record.settings != to_plain(wanted.settings):
        changes = _changed_settings(wanted.settings, record.settings)
        reason = say("the settings have changed: {changes}", changes=changes)
        return Verdict("stale", reason, "settings")
    if wanted.library_version not in (None, record.library_version):
        reason = say(
            "{library} has changed from {old} to {new}",
            library=_title(record.backend),
            old=record.library_version,
            new=wanted.library_version,
        )
        return Verdict("stale", reason, "library")
    verdict = _judge_gpu(record, wanted)
    if verdict.state != "current":
        return verdict
    note = record.answers
    if note and note.state == "wrong" and note.driver_version == wanted.driver_version:
        return Verdict("stale", say("it gives wrong results: {reason:part}", reason=verbatim(note.reason)), "answers")
    if record.gpu_busy and record.gpu_busy.in_use:
        return Verdict("current", _timed_while_busy(verdict.reason, record.gpu_busy), "busy")
    if None not in (record.driver_version, wanted.driver_version) and record.driver_version != wanted.driver_version:
        # An engine is bound to the library and the GPU; NVIDIA's drivers run what older drivers ran.
        change = say(
            "the driver has changed from {old} to {new}, which engines survive",
            old=record.driver_version,
            new=wanted.driver_version,
        )
        return Verdict("current", join("; ", [verdict.reason, change]), "driver")
    return verdict


def _judge_model(record: EngineRecord, wanted: WantedEngine) -> Verdict:
    """Say why an engine was built from another file than it should be: the GPU or the package may have changed."""
    if record.variant == wanted.variant:
        return Verdict("stale", say("the model has changed"), "model")
    built_from, needed = _variant_in_words(record.variant), _variant_in_words(wanted.variant)
    gpu = wanted.gpu
    if gpu and not (record.gpu.kind == gpu.kind if record.gpu else record_serves(record, gpu.compute_capability)):
        reason = say(
            "the GPU is now {gpu}: built from {built_from}, but {needed} is for it",
            gpu=gpu.name,
            built_from=built_from,
            needed=needed,
        )
        return Verdict("stale", reason, "gpu")
    reason = say(
        "the variants have changed: built from {built_from}, not {needed}", built_from=built_from, needed=needed
    )
    return Verdict("stale", reason, "model")


def _variant_in_words(variant: str | None) -> Text:
    return say("the variant {variant!r}", variant=variant) if variant else say("the model's own file")


def _timed_while_busy(reason: Text, busy: BusyVerdict) -> Text:
    if not busy.programs:
        return say("{reason}, but timed while the GPU was in use", reason=reason)
    programs = join(", ", busy.programs)
    return say("{reason}, but timed while the GPU was in use by {programs}", reason=reason, programs=programs)


def _judge_gpu(record: EngineRecord, wanted: WantedEngine) -> Verdict:
    if wanted.backend != TENSORRT_RTX.name:
        if wanted.gpu is None:
            return Verdict("stale", say("there is no supported GPU in this computer now"), "gpu")
        if record.system != wanted.system:
            reason = say("built on {system}, but this is {this}", system=record.system, this=wanted.system)
            return Verdict("stale", reason, "library")
        if record.gpu is not None and record.gpu.kind != wanted.gpu.kind:
            reason = say("the GPU has changed from {old} to {new}", old=record.gpu.name, new=wanted.gpu.name)
            return Verdict("stale", reason, "gpu")
        return Verdict("current", say("built for this GPU with this library version"))
    built_for = targets_in_words(record.targets, portable=record.portable)
    # Before they noted times, versions recorded every target of the engine's header, the refused ones as well.
    if record.modified_us is None and (promised := sorted(wanted.refused.intersection(record.targets))):
        reason = say(
            "recorded for {built_for}, but the model cannot be built for {refused}",
            built_for=built_for,
            refused=join(", ", promised),
        )
        return Verdict("stale", reason, "gpu")
    missing = [target for target in _needed(record, wanted) if not record_serves(record, target)]
    if missing:
        reason = say("built for {built_for}, but {needed} is needed", built_for=built_for, needed=join(", ", missing))
        if wanted.gpu:
            reason = say("the GPU is now {gpu}: {reason}", gpu=wanted.gpu.name, reason=reason)
        return Verdict("stale", reason, "gpu")
    return Verdict("current", say("built for {built_for} with this library version", built_for=built_for))


def _needed(record: EngineRecord, wanted: WantedEngine) -> tuple[str, ...]:
    if wanted.targets:
        return wanted.targets
    if wanted.gpu:
        return (wanted.gpu.compute_capability,)
    # A portable engine serves what the library can build the model for, which may be less than the default targets.
    return () if record.portable else DEFAULT_TARGETS


def record_serves(record: EngineRecord, compute_capability: str) -> bool:
    """Decide whether an engine of TensorRT-RTX runs on a GPU."""
    return serves(record.targets, compute_capability, portable=record.portable)


def judge_gpus_without_engine(record: EngineRecord, gpus: Sequence[Gpu]) -> Verdict | None:
    """Say that an engine which is for no GPU of this computer cannot run here; None where it can, or without GPUs.

    It is as the app package wants it, so no plan replaces it.
    """
    if not gpus or any(record_serves(record, gpu.compute_capability) for gpu in gpus):
        return None
    names = [say("{gpu} (compute capability {own})", gpu=gpu.name, own=gpu.compute_capability) for gpu in gpus]
    reason = say("{gpus} cannot run this engine, and no other can be built here", gpus=join(", ", names))
    return Verdict("stale", reason, "no_gpu")


def targets_in_words(targets: tuple[str, ...], *, portable: bool) -> Text:
    """Name the GPUs that an engine of TensorRT-RTX runs on."""
    named = join(", ", targets)
    if portable:
        return say("compute capability {own} and newer", own=named)
    return say("compute capability {own}", own=named)


def _title(backend: str) -> str:
    return BACKENDS[backend].title if backend in BACKENDS else backend


def _changed_settings(wanted: BuildSettings, recorded: Mapping[str, Any]) -> Text:
    known = {key: value for key, value in recorded.items() if key in BuildSettings.__dataclass_fields__}
    return join("; ", wanted.differences(BuildSettings(**known))) or say("this version knows more settings")

"""What happens on one kind of PC when a release is installed over the one before it.

The product's own planner says so: it plans the old release for a PC without anything, what it would build there is
noted as an installation notes it, and with these notes it plans the new release.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from builder.app_package.package import PackagedModel
from builder.backend import TENSORRT_RTX
from builder.backend.tensorrt_rtx import DEFAULT_TARGETS
from builder.base.errors import EngineInstallerError
from builder.base.events import Built
from builder.base.text import verbatim
from builder.building.engine_record import make_record
from builder.building.machine import Machine
from builder.building.plan import Build, BuildPlan, InstalledEngine, Keep
from builder.building.planner import Answers, make_plan
from builder.building.target_questions import AsksLibrary, plan_with_answers
from builder.building.variant_choice import with_own_targets
from builder.engines.index import EngineRecord
from builder.engines.options import EngineOptions
from builder.vendor.releases.causes import keys_of_build, keys_of_loss
from builder.vendor.releases.release import Release

Change = Literal["rebuild", "new", "drop", "keep"]
_NO_HASH = "0" * 64


@dataclass(frozen=True, slots=True)
class EngineChange:
    """What becomes of the engine of one model on one kind of PC.

    Attributes:
        model: its name.
        variant: which variant of the model is meant; None for the model's own file.
        change: what happens.
        reason: why, in the planner's words.
        keys: of app.toml, which have changed; the cause.
        seconds: what building it takes; None where that is unknown, and where nothing is built.
        size: bytes of the engine.
        is_known: whether the time was measured; sizes never are.
    """

    model: str
    variant: str | None
    change: Change
    reason: str
    keys: tuple[str, ...] = ()
    seconds: float | None = None
    size: int = 0
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class PcChange:
    """What happens on one kind of PC.

    Attributes:
        engines: of the new release's models in its order, then those that go.
        refused_before: why the old release cannot be installed there; None when it can.
        refused: the same of the new one, which leaves the old one as it is.
    """

    engines: tuple[EngineChange, ...]
    refused_before: EngineInstallerError | None = None
    refused: EngineInstallerError | None = None


def compare_on(machine: Machine, old: Release, new: Release, asks: Callable[[Machine], AsksLibrary | None]) -> PcChange:
    """Find out what happens on one PC.

    Args:
        machine: the PC; its libraries are those that both releases have besides their own.
        old: what is installed.
        new: what is installed over it.
        asks: whether and how the engine library is asked what it can build.

    Raises:
        EngineInstallerError: it was cancelled.
    """
    before = _plan(machine, old, (), asks)
    built = () if before.refusal else before.to_build
    pc = _with_libraries(machine, old)
    wholes = {model.name: model for model in old.package.models}
    installed = [(_as_if_built(planned, wholes[planned.model.name], pc), planned) for planned in built]
    after = _plan(machine, new, tuple(InstalledEngine(record, "intact") for record, _ in installed), asks)
    if after.refusal:
        return PcChange((), before.refusal, after.refusal)
    return PcChange(tuple(_changes(old, new, after, installed)), before.refusal)


def _with_libraries(machine: Machine, release: Release) -> Machine:
    return machine.with_library({**machine.libraries, **release.libraries})


def _plan(
    machine: Machine,
    release: Release,
    installed: tuple[InstalledEngine, ...],
    asks: Callable[[Machine], AsksLibrary | None],
) -> BuildPlan:
    pc = _with_libraries(machine, release)

    def make(answers: Answers) -> BuildPlan:
        options = EngineOptions(wanted=release.package.manifest.on_demand)
        return make_plan(release.package, pc, installed, options, release.catalogue, answers=answers)

    return plan_with_answers(make, pc, asks(pc))


def _as_if_built(planned: Build, whole: PackagedModel, machine: Machine) -> EngineRecord:
    """Note an engine as an installation does that has built it.

    Args:
        planned: the engine.
        whole: its model with all variants.
        machine: where it was built.
    """
    wanted = planned.wanted
    built = Built(
        size=planned.expected.size,
        sha256=_NO_HASH,
        seconds=0.0,  # which counts as unknown
        library_version=machine.libraries[wanted.backend].version,
        inputs={},
        outputs={},
        loaded_on=None,
        refused=dict.fromkeys(wanted.refused, ""),
    )
    # Engines of TensorRT-RTX state in their header what they are for.
    targets = (wanted.targets or DEFAULT_TARGETS) if wanted.backend == TENSORRT_RTX.name else None
    record = replace(make_record(planned, built, None, targets, machine), modified_us=0)
    return with_own_targets(record, planned.model, whole)


def _changes(
    old: Release, new: Release, after: BuildPlan, installed: Sequence[tuple[EngineRecord, Build]]
) -> Iterator[EngineChange]:
    replaced = []
    for planned in after.engines:
        previous = None
        if planned.installed:
            replaced.append(planned.installed.record)
            previous = next(build for record, build in installed if record is planned.installed.record)
        name, variant, reason = planned.model.name, planned.model.variant, planned.decisions[0].reason
        if isinstance(planned, Keep):
            yield EngineChange(name, variant, "keep", reason, size=planned.installed.record.size)
            continue
        expected = planned.expected
        yield EngineChange(
            name,
            variant,
            "rebuild" if previous else "new",
            reason,
            keys_of_build(planned, previous, old, new),
            None if planned.times_kernels and not expected.known else expected.seconds,
            expected.size,
            expected.known,
        )
    reasons = {planned.model.name: planned.decisions[0].reason for planned in after.skipped}
    for record, _ in installed:
        if not any(record is other for other in replaced):
            reason = reasons.get(record.model, verbatim("the package no longer has it"))
            keys = keys_of_loss(record, old, new)
            yield EngineChange(record.model, record.variant, "drop", reason, keys, size=record.size)

"""Which variant of a model its engines are built from, and for which GPUs. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from builder.app_package.package import PackagedModel
from builder.base.text import join, say
from builder.building.plan import BuildPlan, Decision
from builder.engines.index import EngineRecord

_NEWER_THAN_ALL = "999.0"
"""A compute capability that no GPU has yet."""


def variant_decision(model: PackagedModel, whole: PackagedModel, targets: Sequence[str]) -> tuple[Decision, ...]:
    """Say why a variant is built, or the model's own file; nothing where there is no choice.

    Args:
        model: what is built.
        whole: the model with its variants.
        targets: compute capabilities of the GPUs that it is built for.
    """
    if not whole.variants:
        return ()
    spec, own = model.variant_spec, join(", ", targets)
    if spec is None:
        reason = say("no variant is for compute capability {own}", own=own)
    elif spec.needs:
        reason = say("compute capability {own} has {data_type}", own=own, data_type=spec.needs)
    else:
        named = join(", ", spec.compute_capabilities or ())
        reason = say("it is for compute capability {named}", named=named)
    return (Decision("variant", model.variant or "none", reason),)


def shares_of(model: PackagedModel, targets: Sequence[str]) -> list[tuple[PackagedModel, tuple[str, ...]]]:
    """Divide compute capabilities among the model's own file and its variants; each has one taker."""
    takers = {target: model.for_gpu(target) for target in targets}
    files = [model, *model.variants]
    shares = [(file, tuple(target for target in targets if takers[target] is file)) for file in files]
    return [(file, share) for file, share in shares if share]


def with_own_targets(record: EngineRecord, model: PackagedModel, whole: PackagedModel) -> EngineRecord:
    """Let a record name the variant as it is called now, and no GPU that another variant is for.

    An engine that was built before there were others may run on more GPUs than it is wanted for now.
    """

    def is_own(capability: str) -> bool:
        return whole.for_gpu(capability).variant == model.variant

    return replace(
        record,
        variant=model.variant,
        targets=tuple(filter(is_own, record.targets)),
        portable=record.portable and is_own(_NEWER_THAN_ALL),
    )


def stays_beside(record: EngineRecord, build_plan: BuildPlan) -> bool:
    """Whether an engine is of another variant than the one that this computer's GPU keeps, and as good as it.

    Where there was no GPU, or no driver yet, a model got an engine for each variant. Once there is one, those for other
    GPUs do no harm, and the driver may be gone again tomorrow: so they stay as long as nothing has to be built.
    """
    for planned in build_plan.kept:
        kept = planned.installed.record
        if (kept.model, kept.gpu, planned.engine_set) != (record.model, None, None) or record.gpu is not None:
            continue
        whole = next(model for model in build_plan.package.models if model.name == record.model)
        files = {file.variant: file.onnx.sha256 for file in (whole, *whole.variants)}
        made_alike = (record.backend, record.library_version) == (kept.backend, kept.library_version)
        return made_alike and record.variant != kept.variant and files.get(record.variant) == record.onnx_sha256
    return False

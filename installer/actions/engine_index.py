"""What engines.json says after a run: the engines that there are, and which models have none. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from builder.base.errors import EngineInstallerError
from builder.base.text import Text, join, say, verbatim
from builder.building.plan import BuildPlan, Skip
from builder.building.variant_choice import stays_beside, with_own_targets
from builder.engines.index import AbsentModel, AppEntry, EngineIndex, EngineRecord, fingerprint_of
from installer.target.paths import KEPT_PACKAGE


def busy_note(record: EngineRecord) -> Text | None:
    """Say what the user should know of an engine whose kernels were timed while others used the GPU."""
    busy = record.gpu_busy
    if busy is None or busy.verdict == "idle":
        return None
    if not busy.in_use:
        return say(
            "it is unknown whether the GPU was in use during the build: {reasons}", reasons=join("; ", busy.reasons)
        )
    if not busy.programs:
        return say(
            "timed while the GPU was in use; run 'engine-installer repair' later to time it again",
            window="timed while the GPU was in use; a repair times it again",
        )
    return say(
        "timed while the GPU was in use by {programs}; run 'engine-installer repair' later to time it again",
        window="timed while the GPU was in use by {programs}; a repair times it again",
        programs=join(", ", busy.programs),
    )


def answers_note(record: EngineRecord) -> Text | None:
    """Say what became of checking the outputs of an engine; None where it has no references, or its verdict says so."""
    note = record.answers
    if note is None or note.state == "wrong":
        return None
    if note.state == "unchecked":
        return say("its results were not checked: {reason:part}", reason=verbatim(note.reason))
    where = say("its results are right on {gpu}", gpu=note.gpu)
    if not note.tried:
        return where
    ways = join("; ", note.tried)
    return say(
        "{right}; other ways gave wrong results: {ways}",
        window="{right}; other ways gave wrong results",
        right=where,
        ways=ways,
    )


def _still_wanted(build_plan: BuildPlan, unfinished: Collection[str]) -> list[EngineRecord]:
    """List the engines that the plan does not name, but that may still be needed.

    They are engines of a model of which not everything was built, of variants for other GPUs, or of a GPU that does not
    answer now.
    """
    planned_about = [item.installed.record for item in build_plan.engines if item.installed]
    left = [item.record for item in build_plan.installed if item.file_state == "intact" and item.staged is None]
    left = [record for record in left if record not in planned_about]
    needed = [record for record in left if record.model in unfinished or stays_beside(record, build_plan)]
    if not build_plan.has_unresponsive_gpu:
        return needed
    planned_for = {planned.model.name for planned in build_plan.models if not isinstance(planned, Skip)}
    kinds = {planned.wanted.gpu.kind for planned in build_plan.engines if planned.wanted.gpu}
    return [
        record
        for record in left
        if record in needed or (record.gpu and record.gpu.kind not in kinds and record.model in planned_for)
    ]


def make_index(
    build_plan: BuildPlan,
    built: Mapping[str, EngineRecord],
    failures: Mapping[str, EngineInstallerError],
    previous: EngineIndex | None,
    target: Path,
    *,
    has_run: bool = True,
) -> EngineIndex:
    """Make what engines.json says after a run, or would say after one that has built everything.

    A model of which not everything could be built keeps the engines that it had. One of the package that the plan is
    not about is left as it was.
    """
    unfinished = {planned.model.name for planned in build_plan.to_build if has_run and planned.key not in built}
    records: list[EngineRecord] = []
    models = {model.name: model for model in build_plan.package.models}
    for planned in build_plan.engines:
        kept = planned.installed.record if planned.installed and planned.installed.file_state == "intact" else None
        if record := built.get(planned.key) or kept:
            stays = planned.key not in built and planned.model.name in unfinished
            whole = models[planned.model.name]
            # What was built in another way, because of wrong outputs, may be of a file that is for other GPUs.
            as_it_is = stays or (record.answers is not None and record.answers.tried)
            records.append(record if as_it_is else with_own_targets(record, planned.model, whole))
    records += _still_wanted(build_plan, unfinished)
    planned_for = {planned.model.name for planned in build_plan.models}
    order = [model.name for model in build_plan.package.manifest.model]
    left = {name for name in order if name not in planned_for}
    if previous:
        records += (record for record in previous.engines if record.model in left)
    variants = {name: [variant.variant for variant in model.variants] for name, model in models.items()}

    def place(record: EngineRecord) -> tuple[int, int]:
        # Variants in app.toml's order, whichever of them this computer's GPU has in the plan.
        known = variants.get(record.model, []) if record.gpu is None else []
        return order.index(record.model), known.index(record.variant) + 1 if record.variant in known else 0

    records.sort(key=place)
    skipped = [
        AbsentModel(model=planned.model.name, reason=planned.decisions[0].reason) for planned in build_plan.skipped
    ]
    failed = [
        AbsentModel(model=planned.model.name, reason=failures[planned.key].message, gpu=planned.engine_set)
        for planned in build_plan.engines
        if planned.key in failures
    ]
    if previous:
        skipped += (absent for absent in previous.skipped if absent.model in left)
        failed += (absent for absent in previous.failed if absent.model in left)
    app = build_plan.package.manifest.app
    package = str(build_plan.package.root)
    if previous and build_plan.package.root == target / KEPT_PACKAGE:
        package = previous.app.package  # the copy is of that one
    return EngineIndex(
        options=build_plan.resolved_options,
        app=AppEntry(id=app.id, name=app.name, version=app.version, package=package),
        fingerprint=fingerprint_of(records),
        engines=tuple(records),
        skipped=tuple(sorted(skipped, key=lambda absent: order.index(absent.model))),
        failed=tuple(sorted(failed, key=lambda absent: order.index(absent.model))),
    )

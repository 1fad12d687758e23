"""What engines.json says after a run: no engine that is gone, none that was replaced, and none less than are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builder.app_package.package import AppPackage, load_package
from builder.backend import Installation
from builder.backend.tensorrt_rtx import DEFAULT_TARGETS
from builder.base.errors import EngineInstallerError
from builder.base.plain import to_plain
from builder.base.text import say
from builder.building.plan import Build, BuildPlan, InstalledEngine, PlannedEngine
from builder.building.planner import make_plan
from builder.engines.index import (
    AbsentModel,
    AnswersNote,
    AppEntry,
    EngineIndex,
    EngineRecord,
    GpuEntry,
    fingerprint_of,
)
from builder.engines.options import EngineOptions
from builder.engines.verdict import FileState
from builder.gpu.busy import BusyVerdict
from builder.gpu.nvml import Gpu
from installer.actions.engine_index import answers_note, busy_note, make_index
from installer.target.paths import KEPT_PACKAGE
from tests.support.feeds import record_for
from tests.support.plans import CLASSIC, RTX_4070, RTX_5090, machine, package
from tests.support.variants import package_with_variants

TARGET = Path("/target")
FAILED = EngineInstallerError(say("the library says no"), hint=say("Try again."))
CLASSIC_NOW = {"tensorrt": Installation("11.5.0.1", "13")}
"""After an update of the library, every engine of `CLASSIC` has to be built again."""


def made(planned: PlannedEngine, content: str, **changes: Any) -> EngineRecord:
    """The engine that a plan asks for; `content` tells it from others."""
    wanted, gpu = planned.wanted, planned.wanted.gpu
    assert wanted.settings is not None
    entry = GpuEntry(name=gpu.name, uuid=gpu.uuid, compute_capability=gpu.compute_capability) if gpu else None
    known = {
        "model": planned.model.name,
        "variant": planned.model.variant,
        "onnx_sha256": wanted.onnx_sha256,
        "settings": to_plain(wanted.settings),
        "backend": wanted.backend,
        "library_version": wanted.library_version,
        "targets": wanted.targets or ("8.0", "8.6", "8.9", "12.0", "12.1"),
        "portable": not wanted.targets,
        "gpu": entry if wanted.backend == "tensorrt" else None,
    }
    return record_for(content.encode(), **known | changes)


def engines_of(plan: BuildPlan, content: str) -> list[EngineRecord]:
    """All the engines of a plan."""
    return [made(planned, f"{content} {planned.key}") for planned in plan.engines]


def as_installed(records: Sequence[EngineRecord], state: FileState = "intact") -> list[InstalledEngine]:
    return [InstalledEngine(record, state) for record in records]


def files_of(records: Sequence[EngineRecord]) -> list[str]:
    return sorted(record.file for record in records)


def files_in(index: EngineIndex) -> list[str]:
    return files_of(index.engines)


def index_after(
    plan: BuildPlan,
    built: Sequence[EngineRecord | None] = (),
    previous: EngineIndex | None = None,
) -> EngineIndex:
    """Say what came of each engine that the plan builds, in its order: a record, or None where that failed."""
    keys = [planned.key for planned in plan.to_build]
    came = dict(zip(keys, built, strict=True))
    return make_index(
        plan,
        {key: record for key, record in came.items() if record},
        {key: FAILED for key, record in came.items() if record is None},
        previous,
        TARGET,
    )


def classic_plan(
    installed: Sequence[InstalledEngine] = (),
    gpus: Sequence[Gpu] = (RTX_4070, RTX_5090),
    models: int = 1,
    libraries: dict[str, Installation] = CLASSIC_NOW,
    **options: Any,
) -> BuildPlan:
    """A plan of classic TensorRT for every GPU."""
    here = machine(*gpus, libraries=libraries)
    return make_plan(package(*[{}] * models), here, list(installed), EngineOptions(**{"gpu": "all"} | options))


@pytest.fixture(scope="module")
def old() -> list[EngineRecord]:
    """The engines of one model, from before an update of the library: for an RTX 5090, then for an RTX 4070."""
    return engines_of(classic_plan(libraries=CLASSIC), "old")


def test_what_was_built_takes_the_place_of_what_was_there(old: list[EngineRecord]) -> None:
    plan = classic_plan(as_installed(old))
    new = engines_of(plan, "new")
    index = index_after(plan, new)
    assert list(index.engines) == new
    assert (index.failed, index.skipped) == ((), ())
    assert index.fingerprint == fingerprint_of(new) != fingerprint_of(old)


def test_a_gpu_whose_build_failed_keeps_its_engine_and_not_the_one_that_another_gpu_had(
    old: list[EngineRecord],
) -> None:
    plan = classic_plan(as_installed(old))
    (new, _) = engines_of(plan, "new")
    index = index_after(plan, [new, None])
    assert list(index.engines) == [new, old[1]]
    assert index.failed == (AbsentModel(model="m0", reason=FAILED.message, gpu=plan.to_build[1].engine_set),)
    assert plan.to_build[1].engine_set == RTX_4070.name


@pytest.mark.parametrize("state", ["missing", "damaged"])
def test_an_engine_whose_file_is_gone_or_damaged_is_not_named_when_its_build_failed(
    old: list[EngineRecord], state: FileState
) -> None:
    plan = classic_plan(as_installed(old, state))
    index = index_after(plan, [None, None])
    assert index.engines == ()
    assert [absent.gpu for absent in index.failed] == [RTX_5090.name, RTX_4070.name]


def test_a_model_that_failed_keeps_what_it_had_for_other_gpus_as_well(old: list[EngineRecord]) -> None:
    plan = classic_plan(as_installed(old), gpus=[RTX_4070])
    assert files_in(index_after(plan, [None])) == files_of(old)
    # Once it is built for the GPU that is there, the other one's is not needed.
    new = engines_of(plan, "new")
    assert files_in(index_after(plan, new)) == files_of(new)


def test_the_engines_of_a_gpu_that_does_not_answer_stay(old: list[EngineRecord]) -> None:
    plan = classic_plan(as_installed(old), gpus=[RTX_4070])
    new = engines_of(plan, "new")
    unresponsive = replace(plan, has_unresponsive_gpu=True)
    assert files_in(index_after(unresponsive, new)) == files_of([*new, old[0]])
    portable = replace(plan, installed=(InstalledEngine(replace(old[0], gpu=None), "intact"),))
    assert files_in(index_after(replace(portable, has_unresponsive_gpu=True), new)) == files_of(new)


def test_a_gpu_that_does_not_answer_keeps_nothing_of_those_that_do(old: list[EngineRecord]) -> None:
    older = [replace(record, file=f"m0-{number:012}.engine") for number, record in enumerate(old)]
    plan = classic_plan(as_installed([*old, *older]), gpus=[RTX_4070])
    unresponsive = replace(plan, has_unresponsive_gpu=True)
    new = engines_of(plan, "new")
    assert files_in(index_after(unresponsive, new)) == files_of([*new, old[0], older[0]])
    portable = replace(old[0], gpu=None)
    failed = replace(unresponsive, installed=tuple(as_installed([old[1], portable])))
    assert files_in(index_after(failed, [None])) == files_of([old[1], portable])


def test_the_engines_of_a_gpu_that_does_not_answer_go_with_their_model() -> None:
    both = package({}, {"feature": "extra"})
    here = machine(RTX_4070, RTX_5090, libraries=CLASSIC)
    old = engines_of(make_plan(both, here, [], EngineOptions(gpu="all")), "old")
    plan = make_plan(
        both,
        machine(RTX_4070, libraries=CLASSIC),
        as_installed(old),
        EngineOptions(gpu="all", without=("extra",)),
    )
    index = index_after(replace(plan, has_unresponsive_gpu=True))
    assert {record.model for record in index.engines} == {"m0"}
    assert [absent.model for absent in index.skipped] == ["m1"]
    assert "extra" in index.skipped[0].reason


def test_what_is_kept_stays_and_what_only_waits_in_staging_is_not_kept_besides(old: list[EngineRecord]) -> None:
    kept = classic_plan(as_installed(old), libraries=CLASSIC)
    assert not kept.to_build
    assert list(index_after(kept).engines) == old
    finished = [replace(item, staged=Path("/staged")) for item in as_installed(old)]
    plan = replace(classic_plan(gpus=[RTX_4070]), installed=tuple(finished))
    assert index_after(plan, [None]).engines == ()


def test_engines_are_in_the_order_of_the_package() -> None:
    plan = classic_plan(models=3, gpus=[RTX_4070])
    new = engines_of(plan, "new")
    turned = replace(plan, models=plan.models[::-1])
    assert list(index_after(turned, new[::-1]).engines) == new
    failed = index_after(turned, [None, None, None]).failed
    assert [absent.model for absent in failed] == ["m0", "m1", "m2"]
    skipped = classic_plan(models=3, gpus=[RTX_4070], libraries={})
    assert not skipped.engines


def test_models_that_a_run_is_not_about_are_left_as_they_were() -> None:
    whole = classic_plan(models=4, gpus=[RTX_4070], libraries=CLASSIC)
    old = engines_of(whole, "old")
    app = AppEntry(id="com.example.test", name="Test", version="0", package="/from/here")
    absent = [AbsentModel(model=f"m{number}", reason="before") for number in range(4)]
    previous = EngineIndex(
        app=app,
        fingerprint="",
        engines=(old[1], old[0], replace(old[3], model="no longer there")),
        skipped=(absent[3], absent[2], absent[0]),
        failed=(absent[1], absent[0]),
    )
    plan = replace(whole, models=whole.models[:1])
    (new,) = engines_of(plan, "new")
    index = index_after(plan, [new], previous)
    assert list(index.engines) == [new, old[1]]
    assert list(index.skipped) == [absent[2], absent[3]]
    assert list(index.failed) == [absent[1]]
    again = index_after(plan, [None], previous)
    assert [(item.model, item.reason) for item in again.failed] == [("m0", FAILED.message), ("m1", "before")]


def test_the_application_and_where_its_package_came_from_are_noted() -> None:
    plan = classic_plan(gpus=[RTX_4070, RTX_5090], gpu="0")
    previous = replace(index_after(plan, [None]), app=AppEntry(id="x", name="X", version="0", package="/from/here"))
    index = index_after(plan, [None], previous)
    assert index.app == AppEntry(id="com.example.test", name="Test", version="1", package="/p")
    # An index may mean another GPU tomorrow.
    assert index.options.gpu == RTX_4070.uuid
    from_copy = replace(plan, package=replace(plan.package, root=TARGET / KEPT_PACKAGE))
    assert index_after(from_copy, [None], previous).app.package == "/from/here"
    assert index_after(from_copy, [None]).app.package == str(TARGET / KEPT_PACKAGE)


# Variants.


@pytest.fixture(scope="module")
def with_variants(tmp_path_factory: pytest.TempPathFactory) -> AppPackage:
    """A model with an own file and three variants: for RTX 50, for what has fp8, and for RTX 20."""
    return load_package(package_with_variants(tmp_path_factory.mktemp("package")))


def test_a_model_of_which_not_everything_could_be_built_keeps_its_engine_as_it_is(with_variants: AppPackage) -> None:
    (model,) = with_variants.models
    whole = record_for(
        b"old", model="net", onnx_sha256=model.onnx.sha256, settings=to_plain(model.settings_for("tensorrt-rtx"))
    )
    whole = replace(whole, targets=DEFAULT_TARGETS, portable=True)
    plan = make_plan(with_variants, machine(), as_installed([whole]), EngineOptions(portable=True))
    assert [planned.installed.record for planned in plan.kept] == [whole]
    assert list(index_after(plan, [None, None, None]).engines) == [whole]
    built = index_after(plan, [made(planned, planned.key) for planned in plan.to_build])
    assert built.engines[0] == replace(whole, targets=("8.0", "8.6"), portable=False)
    alone = make_plan(with_variants, machine(RTX_4070), as_installed([whole]), EngineOptions())
    assert list(index_after(alone, [None]).engines) == [whole]


@pytest.mark.parametrize("capability", ["8.6", "8.9", "12.0"])
def test_variants_are_in_the_order_of_the_package_whichever_is_for_this_gpu(
    with_variants: AppPackage, capability: str
) -> None:
    old = engines_of(make_plan(with_variants, machine(), [], EngineOptions(portable=True)), "old")
    here = machine(replace(RTX_4070, compute_capability=capability))
    plan = make_plan(with_variants, here, as_installed(old[::-1]), EngineOptions())
    assert not plan.to_build
    assert list(index_after(plan).engines) == old


def test_engines_of_several_gpus_are_in_the_order_of_the_gpus(with_variants: AppPackage) -> None:
    older = replace(RTX_5090, name="NVIDIA GeForce RTX 3060", compute_capability="8.6")
    here = machine(older, RTX_4070, libraries=CLASSIC)
    plan = make_plan(with_variants, here, [], EngineOptions(gpu="all"))
    index = index_after(plan, engines_of(plan, "new"))
    assert [record.variant for record in index.engines] == ["fp8", None]


# What users are told of an engine.


@pytest.mark.parametrize(
    ("busy", "told"),
    [
        (None, None),
        (BusyVerdict("idle"), None),
        (
            BusyVerdict("cannot tell", reasons=(say("no answer"), say("no name"))),
            "it is unknown whether the GPU was in use during the build: no answer; no name",
        ),
        (
            BusyVerdict("in use", reasons=(say("93 % used"),)),
            "timed while the GPU was in use; run 'engine-installer repair' later to time it again",
        ),
        (
            BusyVerdict("in use", programs=(say("blender"), say("game"))),
            "timed while the GPU was in use by blender, game; run 'engine-installer repair' later to time it again",
        ),
    ],
)
def test_an_engine_that_was_perhaps_timed_badly_says_so(busy: BusyVerdict | None, told: str | None) -> None:
    assert busy_note(record_for(b"engine", gpu_busy=busy)) == told


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"state": "wrong", "reason": "y is 7"}, None),  # its verdict says so
        ({"state": "unchecked", "reason": "there is no GPU"}, "its results were not checked: there is no GPU"),
        ({"state": "right", "reason": "all is well", "gpu": "an H200"}, "its results are right on an H200"),
        (
            {"state": "right", "reason": "all is well", "gpu": "an H200", "tried": ("one", "two")},
            "its results are right on an H200; other ways gave wrong results: one; two",
        ),
    ],
)
def test_how_the_results_of_an_engine_were_checked_is_told(values: dict[str, Any], told: str | None) -> None:
    assert answers_note(record_for(b"engine")) is None
    assert answers_note(record_for(b"engine", answers=AnswersNote(**values))) == told


def test_an_engine_that_was_built_in_another_way_keeps_what_it_says_of_itself() -> None:
    plan = classic_plan(gpus=[RTX_4070])
    (planned,) = plan.engines
    assert isinstance(planned, Build)
    right = AnswersNote(state="right", reason="", gpu="an H200")
    other = made(planned, "new", variant="fp32", answers=replace(right, tried=("as usual: y is 7",)))
    assert list(index_after(plan, [other]).engines) == [other]
    usual = replace(other, answers=right)
    assert list(index_after(plan, [usual]).engines) == [replace(usual, variant=None)]

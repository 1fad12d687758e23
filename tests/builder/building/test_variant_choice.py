"""Which variant is planned for which GPU, with which reason, and what becomes of engines that are there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.app_package.model_tables import VariantSpec
from builder.app_package.package import AppPackage, PackagedModel, load_package
from builder.app_package.package_files import PackageFile
from builder.backend import Installation
from builder.backend.tensorrt_rtx import DEFAULT_TARGETS, TARGETS
from builder.base.events import Built
from builder.building.engine_record import make_record
from builder.building.machine import Machine
from builder.building.plan import Build, BuildPlan, InstalledEngine
from builder.building.planner import make_plan
from builder.building.preflight import machine_checks
from builder.building.target_questions import AsksLibrary, plan_with_answers
from builder.building.variant_choice import shares_of, stays_beside, with_own_targets
from builder.engines.engine_check import serves
from builder.engines.index import EngineRecord, GpuEntry
from builder.engines.options import EngineOptions
from builder.gpu.nvml import Gpu
from installer.actions.engine_index import make_index
from tests.support.plans import CLASSIC, RTX, machine
from tests.support.variants import CHOICES, package_with_variants

PORTABLE = EngineOptions(portable=True)


def gpu(capability: str) -> Gpu:
    return Gpu(0, f"NVIDIA GPU {capability}", f"GPU-{capability}", capability, 12288)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> AppPackage:
    return load_package(package_with_variants(tmp_path_factory.mktemp("package")))


def decisions(plan: BuildPlan, what: str) -> list[tuple[str, str]]:
    return [(it.choice, str(it.reason)) for planned in plan.models for it in planned.decisions if it.what == what]


def engines_of(plan: BuildPlan, here: Machine) -> list[InstalledEngine]:
    """The engines that a plan makes, as if TensorRT-RTX had built them."""
    engines = []
    for number, planned in enumerate(plan.engines):
        if not isinstance(planned, Build):
            engines.append(planned.installed)
            continue
        built = Built(9, f"{number:x}" * 64, 1.0, planned.wanted.library_version or "", {}, {}, None)
        is_classic = planned.wanted.backend == "tensorrt"
        targets = None if is_classic else planned.wanted.targets or DEFAULT_TARGETS
        engines.append(InstalledEngine(make_record(planned, built, None, targets, here), "intact"))
    index = make_index(
        plan, {it.key: engine.record for it, engine in zip(plan.engines, engines, strict=True)}, {}, None, Path("/t")
    )
    return [InstalledEngine(record, "intact") for record in index.engines]


@pytest.mark.parametrize("libraries", [RTX, CLASSIC], ids=["tensorrt-rtx", "tensorrt"])
@pytest.mark.parametrize("capability", CHOICES)
def test_each_gpu_gets_its_variant_with_the_reason(
    package: AppPackage, capability: str, libraries: dict[str, Installation]
) -> None:
    plan = make_plan(package, machine(gpu(capability), libraries=libraries), [], EngineOptions())
    (planned,) = plan.to_build
    assert decisions(plan, "variant") == [CHOICES[capability]]
    assert planned.model is package.models[0].for_gpu(capability)
    assert planned.wanted.onnx_sha256 == planned.model.onnx.sha256
    assert planned.model.name == planned.key == "net"
    assert decisions(plan, "targets")[0][0] == capability
    assert plan.to_json()["models"][0]["variant"] == planned.model.variant


def test_a_model_without_variants_has_nothing_to_decide(package: AppPackage) -> None:
    plain = replace(package.models[0], variants=(), spec=package.models[0].spec.model_copy(update={"variant": []}))
    plan = make_plan(replace(package, models=(plain,)), machine(gpu("8.9")), [], EngineOptions())
    assert decisions(plan, "variant") == []


def test_a_gpu_newer_than_all_gets_what_it_can_compute(package: AppPackage) -> None:
    (planned,) = make_plan(package, machine(gpu("13.0")), [], EngineOptions()).to_build
    assert planned.model.variant == "fp8"
    assert planned.wanted.targets == ()
    assert planned.wanted.served == ("8.9",)


def test_portable_engines_are_one_for_each_variant_each_for_gpus_of_its_own(package: AppPackage) -> None:
    plan = make_plan(package, machine(), [], PORTABLE)
    assert [(it.model.variant, it.wanted.targets) for it in plan.to_build] == [
        (None, ("8.0", "8.6")),
        ("blackwell", ("12.0", "12.1")),
        ("fp8", ("8.9",)),
        ("turing", ("7.5",)),
    ]
    assert decisions(plan, "variant") == [
        ("none", "no variant is for compute capability 8.0, 8.6"),
        ("blackwell", "it is for compute capability 12.0, 12.1"),
        ("fp8", "compute capability 8.9 has fp8"),
        ("turing", "it is for compute capability 7.5"),
    ]
    assert decisions(plan, "targets")[0] == ("8.0, 8.6", "other GPUs get engines from other variants")
    assert len({planned.key for planned in plan.to_build}) == 4
    assert plan.to_build[0].label == "net for compute capability 8.0, 8.6"


@pytest.mark.parametrize(
    ("targets", "expected"),
    [
        (("8.9",), [("fp8", ("8.9",))]),
        (("8.6", "12.1"), [(None, ("8.6",)), ("blackwell", ("12.1",))]),
        (("7.5", "8.0"), [(None, ("8.0",)), ("turing", ("7.5",))]),
    ],
)
def test_asked_for_targets_are_divided(package: AppPackage, targets: tuple[str, ...], expected: list[Any]) -> None:
    plan = make_plan(package, machine(), [], EngineOptions(targets=targets))
    assert [(planned.model.variant, planned.wanted.targets) for planned in plan.to_build] == expected


def test_what_the_package_is_limited_to_is_divided_as_well(tmp_path: Path) -> None:
    limited = load_package(package_with_variants(tmp_path, compute_capabilities=["8.0", "8.6", "12.0", "8.9", "7.5"]))
    here = make_plan(limited, machine(gpu("8.6")), [], EngineOptions())
    assert [(planned.model.variant, planned.wanted.targets) for planned in here.to_build] == [(None, ("8.0", "8.6"))]
    plan = make_plan(limited, machine(), [], PORTABLE)
    assert [planned.wanted.targets for planned in plan.to_build] == [("8.0", "8.6"), ("12.0",), ("8.9",), ("7.5",)]


def test_a_variant_for_turing_alone_leaves_the_default_engine_for_newer_gpus(tmp_path: Path) -> None:
    whole = load_package(package_with_variants(tmp_path))
    package = only(whole, "turing")
    plan = make_plan(package, machine(), [], PORTABLE)
    assert [(it.model.variant, it.wanted.targets) for it in plan.to_build] == [(None, ()), ("turing", ("7.5",))]
    assert plan.to_build[0].engine_set == "compute capability 8.0, 8.6, 8.9, 12.0, 12.1 and newer"
    assert decisions(plan, "targets")[0][0] == "library default"


def only(package: AppPackage, *names: str) -> AppPackage:
    """The package with these variants only."""
    (model,) = package.models
    variants = tuple(each for each in model.variants if each.variant in names)
    specs = [each.variant_spec for each in variants]
    spec = model.spec.model_copy(update={"variant": specs})
    return replace(package, models=(replace(model, spec=spec, variants=variants),))


def test_a_variant_saves_a_gpu_that_the_models_own_file_does_not_suit(package: AppPackage) -> None:
    (model,) = package.models
    own = replace(model, data_types=frozenset({"bf16"}))
    here = machine(gpu("7.5"))
    saved = make_plan(replace(package, models=(own,)), here, [], EngineOptions())
    assert [planned.model.variant for planned in saved.to_build] == ["turing"]
    lost = make_plan(only(replace(package, models=(own,)), "fp8"), here, [], EngineOptions())
    assert "the model uses bf16, which needs compute capability 8.0" in lost.models[0].decisions[0].reason
    needed = [check.needed for check in machine_checks(here, saved) if check.name == "gpu"]
    assert needed == ["RTX 20 series or newer"]


def test_another_gpu_is_the_cause_and_its_variant_the_remedy(package: AppPackage) -> None:
    before = machine(gpu("8.6"))
    installed = engines_of(make_plan(package, before, [], EngineOptions()), before)
    for capability in ("7.5", "8.9", "12.0"):
        (planned,) = make_plan(package, machine(gpu(capability)), installed, EngineOptions()).to_build
        name = CHOICES[capability][0]
        assert (planned.verdict.state, planned.verdict.cause) == ("stale", "gpu")
        assert planned.verdict.reason == (
            f"the GPU is now NVIDIA GPU {capability}: built from the model's own file, "
            f"but the variant {name!r} is for it"
        )
    assert not make_plan(package, before, installed, EngineOptions()).to_build


def test_new_variants_of_the_package_are_no_other_gpu(package: AppPackage) -> None:
    here = machine(gpu("8.9"))
    installed = engines_of(make_plan(only(package), here, [], EngineOptions()), here)
    (planned,) = make_plan(package, here, installed, EngineOptions()).to_build
    assert (planned.verdict.state, planned.verdict.cause) == ("stale", "model")
    assert planned.verdict.reason == (
        "the variants have changed: built from the model's own file, not the variant 'fp8'"
    )


def test_the_portable_engine_for_a_gpu_that_has_come_is_kept(package: AppPackage) -> None:
    installed = engines_of(make_plan(package, machine(), [], PORTABLE), machine())
    plan = make_plan(package, machine(gpu("8.9")), installed, EngineOptions())
    assert [planned.installed.record.variant for planned in plan.kept] == ["fp8"]
    assert not plan.to_build
    # The others stay as well: a driver that has come may go again.
    assert engines_of(plan, machine()) == installed
    assert not make_plan(package, machine(gpu("8.9")), installed, PORTABLE).to_build


def test_engines_for_other_gpus_go_when_they_are_no_longer_what_the_package_has(package: AppPackage) -> None:
    installed = engines_of(make_plan(package, machine(), [], PORTABLE), machine())
    (model,) = package.models
    changed = tuple(
        replace(each, onnx=replace(each.onnx, sha256="f" * 64)) if each.variant == "turing" else each
        for each in model.variants
    )
    plan = make_plan(
        replace(package, models=(replace(model, variants=changed),)), machine(gpu("8.9")), installed, EngineOptions()
    )
    assert [it.record.variant for it in engines_of(plan, machine())] == [None, "blackwell", "fp8"]
    rebuilt = make_plan(package, machine(gpu("8.9")), installed, EngineOptions(), rebuild=True)
    assert [it.record.variant for it in engines_of(rebuilt, machine(gpu("8.9")))] == ["fp8"]


def test_a_renamed_variant_is_noted_and_not_built_again(package: AppPackage) -> None:
    here = machine(gpu("8.9"))
    installed = engines_of(make_plan(package, here, [], EngineOptions()), here)
    (model,) = package.models
    variants = tuple(
        replace(each, variant_spec=each.variant_spec and each.variant_spec.model_copy(update={"name": "ada"}))
        if each.variant == "fp8"
        else each
        for each in model.variants
    )
    renamed = replace(package, models=(replace(model, variants=variants),))
    plan = make_plan(renamed, here, installed, EngineOptions())
    assert not plan.to_build
    assert [it.record.variant for it in engines_of(plan, here)] == ["ada"]


def test_an_engine_from_before_there_were_variants_gives_up_the_gpus_that_they_take(package: AppPackage) -> None:
    installed = engines_of(make_plan(only(package), machine(), [], PORTABLE), machine())
    assert [(it.record.targets, it.record.portable) for it in installed] == [(DEFAULT_TARGETS, True)]
    plan = make_plan(package, machine(), installed, PORTABLE)
    assert [planned.model.variant for planned in plan.kept] == [None]
    records = [engine.record for engine in engines_of(plan, machine())]
    assert [(record.variant, record.targets, record.portable) for record in records] == [
        (None, ("8.0", "8.6"), False),
        ("blackwell", ("12.0", "12.1"), False),
        ("fp8", ("8.9",), False),
        ("turing", ("7.5",), False),
    ]
    # And it is built for all again once they are gone.
    back = make_plan(only(package), machine(), [InstalledEngine(record, "intact") for record in records], PORTABLE)
    assert [(planned.model.variant, planned.wanted.targets) for planned in back.to_build] == [(None, ())]


def test_the_library_is_asked_about_the_file_that_a_gpu_gets(package: AppPackage) -> None:
    asked = []

    class Asks(AsksLibrary):
        def ask(self, question: Any, memory_limit: int) -> dict[str, str]:
            asked.append((question.model.title, question.targets))
            return dict.fromkeys(question.targets, "it has no time")

    here = machine(gpu("7.5"))
    asks = Asks(here, None, None)  # type: ignore[arg-type]
    plan = plan_with_answers(lambda answers: make_plan(package, here, [], EngineOptions(), answers=answers), here, asks)
    assert asked == [("net (turing)", ("7.5",))]
    assert "it has no time" in plan.models[0].decisions[0].reason


def named(model: PackagedModel, name: str) -> PackagedModel:
    """A model like it under another name, made of other files."""
    spec, onnx = model.spec.model_copy(update={"name": name}), replace(model.onnx, sha256=model.onnx.sha256[::-1])
    return replace(model, spec=spec, onnx=onnx, variants=tuple(named(each, name) for each in model.variants))


def test_engines_for_other_gpus_stay_only_beside_one_that_is_as_good(package: AppPackage) -> None:
    (net,) = package.models
    first = named(net, "first")
    manifest = package.manifest.model_copy(update={"model": [first.spec, net.spec]})
    both = replace(package, manifest=manifest, models=(first, net))
    here = machine(gpu("8.9"))
    installed = engines_of(make_plan(both, machine(), [], PORTABLE), machine())
    plan = make_plan(both, here, installed, EngineOptions())
    assert [keep.installed.record.variant for keep in plan.kept] == ["fp8", "fp8"]
    records = {(it.record.model, it.record.variant): it.record for it in installed}
    other = records["net", "turing"]
    assert stays_beside(other, plan) is True
    assert stays_beside(records["first", "turing"], plan)
    entry = GpuEntry(name="NVIDIA GPU 7.5", uuid="GPU-7.5", compute_capability="7.5")
    for record in (
        records["net", "fp8"],
        replace(other, model="gone"),
        replace(other, gpu=entry),
        replace(other, library_version="1.6.1.120"),
        replace(other, backend="tensorrt"),
        replace(other, onnx_sha256="f" * 64),
        replace(other, variant="gone"),
    ):
        assert stays_beside(record, plan) is False


def test_engines_for_other_gpus_do_not_stay_beside_one_that_is_for_its_gpu_alone(package: AppPackage) -> None:
    here = machine(gpu("8.9"))
    other = next(
        it.record
        for it in engines_of(make_plan(package, machine(), [], PORTABLE), machine())
        if it.record.variant == "turing"
    )
    own = engines_of(make_plan(package, here, [], EngineOptions()), here)
    assert stays_beside(other, make_plan(package, here, own, EngineOptions())) is False
    # Nor where there is one for each of several GPUs.
    two = machine(gpu("8.9"), replace(gpu("12.0"), index=1))
    every = EngineOptions(gpu="all")
    kept = make_plan(package, two, engines_of(make_plan(package, two, [], every), two), every)
    assert len(kept.kept) == 2
    assert stays_beside(other, kept) is False


def test_where_there_are_no_variants_any_more_an_engine_is_of_none_and_keeps_its_gpus(package: AppPackage) -> None:
    plain = only(package).models[0]
    record = engines_of(make_plan(package, machine(), [], PORTABLE), machine())[0].record
    assert with_own_targets(replace(record, variant="gone"), plain, plain) == replace(record, variant=None)


targets = st.lists(st.sampled_from(TARGETS), min_size=1, unique=True)
conditions = st.one_of(
    st.builds(lambda it: {"needs": it}, st.sampled_from(["bf16", "int4", "fp8", "fp4"])),
    st.builds(lambda it: {"compute_capabilities": it}, targets),
)


def model_of(package: AppPackage, given: list[dict[str, Any]]) -> PackagedModel:
    (model,) = package.models
    specs = [
        VariantSpec.model_validate({"onnx": f"{it}.onnx", "name": f"v{it}"} | each) for it, each in enumerate(given)
    ]
    variants = tuple(
        replace(
            model,
            spec=model.spec.model_copy(update={"variant": []}),
            variants=(),
            data_types=frozenset(),
            variant_spec=spec,
            onnx=PackageFile(Path(spec.onnx), spec.onnx, f"{number}" * 64, 1000),
        )
        for number, spec in enumerate(specs)
    )
    return replace(model, spec=model.spec.model_copy(update={"variant": specs}), variants=variants)


@given(given=st.lists(conditions, max_size=4), asked=targets)
def test_every_gpu_has_one_taker_and_one_engine(
    package: AppPackage, given: list[dict[str, Any]], asked: list[str]
) -> None:
    model = model_of(package, given)
    shares = shares_of(model, asked)
    assert sorted(target for _, share in shares for target in share) == sorted(asked)
    assert all(model.for_gpu(target) is file for file, share in shares for target in share)
    for options, wanted in ((EngineOptions(targets=tuple(asked)), asked), (PORTABLE, model.portable_targets)):
        plan = make_plan(replace(package, models=(model,)), machine(), [], options)
        records = [engine.record for engine in engines_of(plan, machine())]
        for target in wanted:
            runs: list[EngineRecord] = [record for record in records if target in record.targets]
            assert [record.variant for record in runs] == [model.for_gpu(target).variant]
        assert len({planned.key for planned in plan.engines}) == len(plan.engines)
        # What is installed serves: a second run builds nothing.
        installed = [InstalledEngine(record, "intact") for record in records]
        again = make_plan(replace(package, models=(model,)), machine(), installed, options)
        assert not again.to_build
        assert [it.record for it in engines_of(again, machine())] == records


@given(given=st.lists(conditions, max_size=3), capability=st.sampled_from([*TARGETS, "13.0"]))
def test_a_record_names_no_gpu_of_another_variant(
    package: AppPackage, given: list[dict[str, Any]], capability: str
) -> None:
    model = model_of(package, given)
    here = machine(gpu(capability))
    plan = make_plan(replace(package, models=(model,)), here, [], EngineOptions())
    (record,) = (engine.record for engine in engines_of(plan, here))
    assert record.variant == model.for_gpu(capability).variant
    assert all(model.for_gpu(target).variant == record.variant for target in record.targets)
    assert serves(record.targets, capability, portable=record.portable) or not record.targets
    assert with_own_targets(record, model.for_gpu(capability), model) == record

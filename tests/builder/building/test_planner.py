from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.app_package.package import PackagedModel
from builder.backend import BACKENDS, Installation
from builder.building.plan import Build, InstalledEngine
from builder.building.planner import make_plan
from builder.building.source import BuiltHere
from builder.building.wanted import wanted_without_package
from builder.engines.index import EngineRecord, GpuEntry
from builder.engines.options import EngineOptions
from builder.engines.verdict import judge
from builder.gpu.busy import BusyVerdict
from builder.gpu.choice import judge_support
from builder.gpu.nvml import Gpu
from tests.builder.building.test_source import offer, plan_of, with_feed
from tests.support.plans import (
    CLASSIC,
    FUTURE,
    GTX_1080,
    H200,
    RTX,
    RTX_4070,
    RTX_5090,
    decision,
    machine,
    package,
    record_of,
    replace_gpu,
)
from tests.support.references import with_fp16_variant, with_references


def test_without_a_gpu_engines_are_portable() -> None:
    plan = make_plan(package({}), machine(), [], EngineOptions())
    assert plan.models[0].action == "build"
    assert decision(plan, "gpu") == ("none", "no NVIDIA driver is installed; portable engines are built instead")
    assert decision(plan, "targets")[0] == "library default"


def test_engines_are_built_for_the_gpu_that_is_there() -> None:
    plan = make_plan(package({}), machine(GTX_1080, RTX_4070), [], EngineOptions())
    assert decision(plan, "gpu") == (RTX_4070.name, "the only supported GPU, compute capability 8.9")
    assert plan.engines[0].wanted.targets == ("8.9",)


def test_of_several_gpus_the_newest_is_taken() -> None:
    plan = make_plan(package({}), machine(RTX_4070, RTX_5090), [], EngineOptions())
    assert decision(plan, "gpu") == (
        RTX_5090.name,
        "the newest supported GPU (compute capability 12.0; NVIDIA GeForce RTX 4070 has 8.9)",
    )


def test_a_gpu_newer_than_every_name_gets_the_default_targets() -> None:
    plan = make_plan(package({}), machine(FUTURE), [], EngineOptions())
    assert plan.engines[0].wanted.targets == ()
    assert "newer" in decision(plan, "targets")[1]


@pytest.mark.parametrize(
    ("policy", "action", "words"),
    [
        ("portable", "build", "TensorRT-RTX does not support NVIDIA H200 (compute capability 9.0)"),
        ("skip", "skip", "(GeForce RTX 20 to 50 and similar), and the app package says no_gpu = 'skip'"),
        ("stop", "refuse", "NVIDIA H200 (compute capability 9.0); it supports compute capability 7.5"),
    ],
)
def test_an_unsupported_gpu_follows_the_packages_policy_and_is_named(policy: str, action: str, words: str) -> None:
    plan = make_plan(package({}, no_gpu=policy), machine(H200), [], EngineOptions())
    assert plan.models[0].action == action
    assert words in " ".join(item.reason for item in plan.models[0].decisions)


def test_a_policy_of_one_model_goes_before_the_defaults() -> None:
    plan = make_plan(package({"no_gpu": "skip"}, {}, no_gpu="stop"), machine(), [], EngineOptions())
    assert [planned.action for planned in plan.models] == ["skip", "refuse"]
    assert plan.refusal is not None


def test_classic_is_preferred_where_it_can_work() -> None:
    both = CLASSIC | RTX
    plan = make_plan(package({}), machine(RTX_4070, libraries=both), [], EngineOptions())
    assert decision(plan, "backend") == ("tensorrt", "TensorRT 11.4.0.106 is installed")
    assert plan.jobs == 1
    assert "timed on the GPU" in plan.jobs_reason
    plan = make_plan(package({}), machine(libraries=both), [], EngineOptions())
    assert decision(plan, "backend")[0] == "tensorrt-rtx"
    assert decision(plan, "backend")[1].startswith("TensorRT needs a GPU of compute capability 7.5")
    plan = make_plan(package({}), machine(RTX_4070, libraries=both), [], EngineOptions(portable=True))
    assert decision(plan, "backend")[0] == "tensorrt-rtx"


def test_auto_passes_over_a_library_that_cannot_honour_the_package() -> None:
    pc = machine(RTX_4070, libraries=CLASSIC | RTX)
    plan = make_plan(package({"compute_capabilities": ["8.9"]}), pc, [], EngineOptions())
    assert decision(plan, "backend")[0] == "tensorrt-rtx"
    assert "TensorRT cannot honour compute_capabilities" in decision(plan, "backend")[1]
    plan = make_plan(package({"compute_capabilities": ["8.9"], "heuristic": True}), pc, [], EngineOptions())
    assert plan.refusal is not None
    assert plan.refusal.exit_code.label == "package_invalid"


def test_portable_engines_need_the_library_that_builds_them() -> None:
    plan = make_plan(package({}), machine(RTX_4070, libraries=CLASSIC), [], EngineOptions(portable=True))
    assert plan.refusal is not None
    assert plan.refusal.exit_code.label == "invalid_parameter"
    assert "TensorRT cannot build portable engines" in plan.refusal.message


def test_a_portable_engine_is_tried_on_the_gpu_that_it_covers() -> None:
    for options, tried in ((EngineOptions(portable=True), RTX_4070), (EngineOptions(targets=("8.6",)), None)):
        planned = make_plan(package({}), machine(H200, RTX_4070), [], options).engines[0]
        assert planned.load_on == tried


def test_a_classic_engine_is_stale_once_the_card_is_gone() -> None:
    record = record_of(make_plan(package({}), machine(RTX_4070, libraries=CLASSIC), [], EngineOptions()))
    verdict = judge(record, "intact", wanted_without_package(record, machine(libraries=CLASSIC)))
    assert (verdict.state, verdict.reason) == ("stale", "there is no supported GPU in this computer now")


def test_classic_alone_without_a_gpu_is_refused_or_skipped() -> None:
    for policy, action in (("portable", "refuse"), ("stop", "refuse"), ("skip", "skip")):
        plan = make_plan(package({}, no_gpu=policy), machine(libraries=CLASSIC), [], EngineOptions())
        assert plan.models[0].action == action


def test_without_any_library_the_refusal_says_how_to_get_one() -> None:
    plan = make_plan(package({}), machine(libraries={}), [], EngineOptions())
    assert plan.refusal is not None
    assert plan.refusal.exit_code.label == "system_not_supported"
    assert "pip install" in plan.refusal.hint


@pytest.mark.parametrize(
    ("model", "reason"),
    [
        ({"optimization_level": 5}, "selects no tactics"),
        ({"heuristic": True}, "selects no tactics"),
        ({"hardware_compatibility": "ampere-plus"}, "ignores it"),
        ({"version_compatible": True}, "lean runtime"),
        ({"compute_capabilities": ["9.0"]}, "builds for 7.5"),
    ],
)
def test_a_setting_that_the_library_cannot_honour_is_refused_unless_it_is_only_for_the_other(
    model: dict[str, Any], reason: str
) -> None:
    plan = make_plan(package(model), machine(), [], EngineOptions())
    assert plan.refusal is not None
    assert reason in plan.refusal.message
    if "compute_capabilities" not in model:
        assert make_plan(package({"tensorrt": model}), machine(), [], EngineOptions()).refusal is None


def test_a_package_for_other_gpus_is_refused_on_this_one() -> None:
    plan = make_plan(package({"compute_capabilities": ["8.6"]}), machine(RTX_4070), [], EngineOptions())
    assert plan.refusal is not None
    assert (
        "app package is for GPUs of compute capability 8.6, but NVIDIA GeForce RTX 4070 has 8.9" in plan.refusal.message
    )


@pytest.mark.parametrize(
    ("changes", "state", "reason"),
    [
        ({}, "current", "built for compute capability 8.9 with this library version"),
        ({"targets": ("8.6", "8.9")}, "current", "built for compute capability 8.6, 8.9"),
        ({"targets": ("8.6",)}, "stale", "the GPU is now NVIDIA GeForce RTX 4070: built for compute capability 8.6"),
        ({"library_version": "1.6.1.120"}, "stale", "TensorRT-RTX has changed from 1.6.1.120 to 1.7.1.116"),
        ({"onnx_sha256": "00"}, "stale", "the model has changed"),
        ({"external_data_sha256": ("00",)}, "stale", "the model has changed"),
        ({"settings": {}}, "stale", "the settings have changed: this version knows more settings"),
        ({"backend": "tensorrt"}, "stale", "built with TensorRT, but TensorRT-RTX must be used"),
    ],
)
def test_an_installed_engine_is_judged_with_a_reason(changes: dict[str, Any], state: str, reason: str) -> None:
    pc = machine(RTX_4070)
    record = record_of(make_plan(package({}), pc, [], EngineOptions()), **changes)
    plan = make_plan(package({}), pc, [InstalledEngine(record, "intact")], EngineOptions())
    verdict = plan.engines[0].verdict
    assert verdict.state == state
    assert reason in verdict.reason
    assert plan.models[0].action == ("keep" if state == "current" else "build")


def test_everything_is_built_again_where_that_is_asked_for_but_for_what_a_run_has_just_finished() -> None:
    pc, two = machine(RTX_4070), package({}, {})
    record = record_of(make_plan(two, pc, [], EngineOptions()))
    installed = [InstalledEngine(record, "intact"), InstalledEngine(replace(record, model="m1"), "intact")]
    kept = make_plan(two, pc, installed, EngineOptions())
    assert [planned.action for planned in kept.models] == ["keep", "keep"]
    plan = make_plan(two, pc, installed, EngineOptions(), rebuild=True)
    assert [planned.action for planned in plan.models] == ["build", "build"]
    assert decision(plan, "action") == ("build", "every engine is built again, as asked for")
    # What it replaces is known, so how long it takes is as well.
    assert plan.engines[0].installed == installed[0]
    assert plan.engines[0].expected.known
    finished = InstalledEngine(record, "intact", Path("/t/engines/.staging/m0.engine"))
    again = make_plan(two, pc, [*installed, finished], EngineOptions(), rebuild=True)
    assert [planned.action for planned in again.models] == ["keep", "build"]


def test_a_reason_to_build_is_said_also_where_everything_is_built_again() -> None:
    pc = machine(RTX_4070)
    record = record_of(make_plan(package({}), pc, [], EngineOptions()))
    plan = make_plan(package({}), pc, [InstalledEngine(record, "damaged")], EngineOptions(), rebuild=True)
    assert "is damaged" in decision(plan, "action")[1]


def test_a_portable_engine_stays_current_when_a_gpu_appears() -> None:
    record = record_of(make_plan(package({}), machine(), [], EngineOptions()))
    for gpu in (RTX_4070, RTX_5090, FUTURE):
        plan = make_plan(package({}), machine(gpu), [InstalledEngine(record, "intact")], EngineOptions())
        assert plan.models[0].action == "keep"


def test_a_classic_engine_is_stale_on_another_gpu_or_system() -> None:
    pc = machine(RTX_4070, libraries=CLASSIC)
    gpu = GpuEntry(name="NVIDIA GeForce RTX 3060", uuid="GPU-9", compute_capability="8.6")
    fresh = make_plan(package({}), pc, [], EngineOptions())
    for changes, reason in (
        ({"gpu": gpu}, "the GPU has changed from NVIDIA GeForce RTX 3060 to NVIDIA GeForce RTX 4070"),
        ({"system": "windows"}, "built on windows, but this is linux"),
    ):
        record = replace(record_of(fresh), **changes)
        plan = make_plan(package({}), pc, [InstalledEngine(record, "intact")], EngineOptions())
        assert plan.models[0].decisions[0].reason == reason


def test_an_earlier_build_of_the_same_model_shows_how_long_it_takes() -> None:
    record = record_of(make_plan(package({}), machine(), [], EngineOptions()), library_version="1.6")
    planned = make_plan(package({}), machine(), [InstalledEngine(record, "intact")], EngineOptions()).engines[0]
    assert planned.expected.known
    assert 42.0 < planned.expected.seconds < 43.0, "with starting the worker and verifying the engine"


@pytest.mark.parametrize("seconds", [0.0, -1.0, float("nan"), float("inf")])
def test_an_earlier_build_that_cannot_have_been_is_not_believed(seconds: float) -> None:
    record = record_of(make_plan(package({}), machine(), [], EngineOptions()), seconds=seconds)
    planned = make_plan(package({}), machine(), [InstalledEngine(record, "intact")], EngineOptions()).engines[0]
    assert not planned.expected.known
    assert 0 < planned.expected.seconds < 1


@given(st.integers(0, 100_000), st.integers(0, 100_000), st.integers(0, 1 << 34), st.integers(0, 1 << 34))
def test_more_nodes_and_more_bytes_take_longer(nodes: int, more_nodes: int, size: int, more_bytes: int) -> None:
    def planned(nodes: int, size: int) -> Build:
        made = package({})
        model = replace(made.models[0], nodes=nodes, onnx=replace(made.models[0].onnx, size=size))
        return make_plan(replace(made, models=(model,)), machine(), [], EngineOptions()).to_build[0]

    small, large = planned(nodes, size), planned(nodes + more_nodes, size + more_bytes)
    assert 0 < small.expected.seconds <= large.expected.seconds
    assert 0 <= small.expected.closing <= small.expected.seconds


def staged(record: EngineRecord) -> InstalledEngine:
    return InstalledEngine(record, "intact", Path("/t/engines/.staging/m0.engine"))


def test_what_an_interrupted_run_has_finished_is_taken_though_nothing_is_published() -> None:
    pc = machine(RTX_4070)
    record = record_of(make_plan(package({}), pc, [], EngineOptions()))
    plan = make_plan(package({}), pc, [staged(record)], EngineOptions())
    assert decision(plan, "action") == ("keep", "finished by a run that was interrupted")
    assert plan.kept[0].installed == staged(record)


@pytest.mark.parametrize(
    "changes",
    [
        {"onnx_sha256": "00"},
        {"external_data_sha256": ("00",)},
        {"settings": {}},
        {"targets": ("8.6",)},
        {"library_version": "1.6.1.120"},
        {"backend": "tensorrt"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_what_an_interrupted_run_has_finished_for_something_else_is_built_again(changes: dict[str, Any]) -> None:
    pc = machine(RTX_4070)
    record = record_of(make_plan(package({}), pc, [], EngineOptions()), **changes)
    assert make_plan(package({}), pc, [staged(record)], EngineOptions()).models[0].action == "build"
    # What is published is then what is replaced, and says why.
    published = InstalledEngine(replace(record, onnx_sha256="11"), "intact")
    (build,) = make_plan(package({}), pc, [staged(record), published], EngineOptions()).to_build
    assert build.installed == published


def test_what_is_published_goes_before_what_an_interrupted_run_has_finished() -> None:
    pc = machine(RTX_4070)
    record = record_of(make_plan(package({}), pc, [], EngineOptions()))
    published = InstalledEngine(record, "intact")
    (keep,) = make_plan(package({}), pc, [staged(record), published], EngineOptions()).kept
    assert keep.installed == published


def test_an_engine_that_was_timed_on_a_busy_gpu_is_built_again_only_where_that_is_asked_for() -> None:
    pc = machine(RTX_4070, libraries=CLASSIC)
    record = replace_gpu(record_of(make_plan(package({}), pc, [], EngineOptions())), RTX_4070)
    busy = InstalledEngine(replace(record, gpu_busy=BusyVerdict("in use")), "intact")
    assert make_plan(package({}), pc, [busy], EngineOptions()).models[0].action == "keep"
    plan = make_plan(package({}), pc, [busy], EngineOptions(), retime=True)
    assert decision(plan, "action") == (
        "build",
        "built for this GPU with this library version, but timed while the GPU was in use",
    )
    idle = InstalledEngine(record, "intact")
    assert make_plan(package({}), pc, [idle], EngineOptions(), retime=True).models[0].action == "keep"


@pytest.mark.parametrize("asked", [None, 1, 4])
def test_kernels_are_timed_one_build_at_a_time_whatever_was_asked_for(asked: int | None) -> None:
    plan = make_plan(package({}, {}), machine(RTX_4070, libraries=CLASSIC), [], EngineOptions(), jobs=asked)
    assert (plan.jobs, "disturb each other" in plan.jobs_reason) == (1, True)


def test_a_classic_engine_is_for_its_gpu_and_tried_on_it() -> None:
    (build,) = make_plan(package({}), machine(RTX_4070, libraries=CLASSIC), [], EngineOptions()).to_build
    assert (build.load_on, build.wanted.gpu, build.wanted.targets) == (RTX_4070, RTX_4070, ())
    plan = make_plan(package({}), machine(RTX_4070, libraries=CLASSIC), [], EngineOptions())
    assert decision(plan, "targets") == ("8.9", "TensorRT builds for the GPU that it runs on")
    assert decision(plan, "timing cache")[0] == "none"


def test_a_gpu_newer_than_every_name_runs_the_portable_engine_that_is_tried_on_it() -> None:
    for options in (EngineOptions(), EngineOptions(portable=True)):
        (build,) = make_plan(package({}), machine(FUTURE), [], options).to_build
        assert build.load_on == FUTURE


@pytest.mark.parametrize("libraries", [RTX, CLASSIC], ids=["rtx", "classic"])
def test_each_of_several_gpus_keeps_the_engine_that_is_its_own(libraries: dict[str, Installation]) -> None:
    pc = machine(RTX_4070, RTX_5090, libraries=libraries)
    every = EngineOptions(gpu="all")
    plan = make_plan(package({}), pc, [], every)
    assert [planned.label for planned in plan.to_build] == [
        "m0 for NVIDIA GeForce RTX 5090",
        "m0 for NVIDIA GeForce RTX 4070",
    ]
    records = [
        replace_gpu(record_of(plan, targets=(gpu.compute_capability,), portable=False), gpu)
        for gpu in (RTX_4070, RTX_5090)
    ]
    installed = [InstalledEngine(record, "intact") for record in records]
    kept = make_plan(package({}), pc, installed, every)
    assert [(keep.wanted.gpu, keep.installed) for keep in kept.kept] == [
        (RTX_5090, installed[1]),
        (RTX_4070, installed[0]),
    ]
    # One that has only the other's engine gets its own, and does not take that away.
    half = make_plan(package({}), pc, installed[:1], every)
    assert [(planned.action, planned.wanted.gpu) for planned in half.engines] == [
        ("build", RTX_5090),
        ("keep", RTX_4070),
    ]
    assert half.to_build[0].installed is None
    assert [planned.load_on for planned in plan.to_build] == [RTX_5090, RTX_4070]


def test_of_several_portable_engines_none_is_got_in_another_way_if_its_outputs_are_wrong() -> None:
    app = with_fp16_variant(with_references(package({})))
    plan = make_plan(app, machine(RTX_4070, RTX_5090), [], EngineOptions(portable=True))
    assert [(planned.model.variant is None, planned.ways) for planned in plan.to_build] == [(True, ()), (False, ())]
    assert make_plan(app, machine(RTX_4070), [], EngineOptions()).to_build[0].ways


def test_an_engine_stays_without_the_library_that_it_is_of_and_getting_it_anew_would_be_a_download() -> None:
    there = InstalledEngine(offer(size=50_000_000), "intact")
    (kept,) = plan_of(with_feed(), None, [there], on=machine(RTX_4070, libraries={})).kept
    assert kept.expected.bytes_to_fetch == 50_000_000
    assert kept.expected.seconds > 5
    assert (kept.backend.name, kept.load_on) == ("tensorrt-rtx", RTX_4070)
    (kept,) = plan_of(with_feed(), None, [there]).kept
    assert kept.expected.bytes_to_fetch == 0


def test_a_portable_engine_is_not_the_one_of_each_gpu() -> None:
    pc = machine(RTX_4070, RTX_5090)
    portable = InstalledEngine(record_of(make_plan(package({}), machine(), [], EngineOptions())), "intact")
    plan = make_plan(package({}), pc, [portable], EngineOptions(gpu="all"))
    assert [planned.action for planned in plan.models] == ["build", "build"]


def test_where_one_engine_is_wanted_it_replaces_whatever_engine_there_is() -> None:
    record = record_of(make_plan(package({}), machine(RTX_4070), [], EngineOptions()), targets=("8.6",), portable=False)
    other = InstalledEngine(replace_gpu(record, RTX_5090), "intact")
    (build,) = make_plan(package({}), machine(RTX_4070), [other], EngineOptions()).to_build
    assert build.installed == other
    assert build.verdict.cause == "gpu"


def test_an_engine_of_another_model_is_no_engine_of_this() -> None:
    record = record_of(make_plan(package({}), machine(RTX_4070), [], EngineOptions()), model="other")
    (build,) = make_plan(package({}), machine(RTX_4070), [InstalledEngine(record, "intact")], EngineOptions()).to_build
    assert (build.installed, build.verdict.state) == (None, "missing")


def test_builds_run_in_parallel_as_cores_allow_or_as_requested() -> None:
    many = package(*[{}] * 6)
    assert make_plan(many, machine(cores=4), [], EngineOptions()).jobs == 4
    assert make_plan(many, machine(cores=16), [], EngineOptions()).jobs == 6
    assert make_plan(many, machine(cores=4), [], EngineOptions(), jobs=1).jobs == 1


@pytest.mark.parametrize("libraries", [RTX, CLASSIC, CLASSIC | RTX], ids=["rtx", "classic", "both"])
@pytest.mark.parametrize("options", [EngineOptions(), EngineOptions(gpu="all"), EngineOptions(gpu="0")], ids=str)
def test_each_model_is_judged_once_for_each_library_and_gpu(
    libraries: dict[str, Installation], options: EngineOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: Counter[tuple[str, Any]] = Counter()

    def counted(name: str, function: Callable[..., Any], identify: Callable[..., Any]) -> Callable[..., Any]:
        def count(*arguments: Any, **more: Any) -> Any:
            calls[name, identify(*arguments)] += 1
            return function(*arguments, **more)

        return count

    for name in ("settings_for", "compute_capabilities_for"):
        method = getattr(PackagedModel, name)
        monkeypatch.setattr(PackagedModel, name, counted(name, method, lambda model, backend: (model.name, backend)))
    # Each model has another size, by which its judgements of GPUs can be distinguished.
    monkeypatch.setattr(
        "builder.building.machine.judge_support",
        counted("support", judge_support, lambda gpu, backend, _library, _cuda, mib, _limits: (gpu, backend.name, mib)),
    )
    many = package({}, {}, {"backend": "tensorrt-rtx"}, {"tf32": False})
    models = tuple(
        replace(model, onnx=replace(model.onnx, size=(number + 1) << 21)) for number, model in enumerate(many.models)
    )
    plan = make_plan(replace(many, models=models), machine(RTX_4070, RTX_5090, libraries=libraries), [], options)
    assert plan.to_build
    assert calls
    assert set(calls.values()) == {1}


def test_a_build_says_where_its_engine_comes_from_and_what_that_takes() -> None:
    (planned,) = make_plan(package({"tf32": False}), machine(RTX_4070, libraries=CLASSIC), [], EngineOptions()).to_build
    assert isinstance(planned.source, BuiltHere)
    assert planned.expected == planned.source.expected
    assert planned.source.settings.tf32 is False
    assert planned.timing is not None
    assert planned.timing.gpu == RTX_4070
    assert planned.times_kernels
    (planned,) = make_plan(package({}), machine(RTX_4070), [], EngineOptions()).to_build
    assert planned.timing is None
    assert not planned.times_kernels


gpus = st.lists(
    st.builds(
        Gpu,
        index=st.integers(0, 7),
        name=st.sampled_from(["A", "B", "C"]),
        uuid=st.uuids().map(str),
        compute_capability=st.sampled_from(["5.2", "6.1", "7.5", "8.6", "8.9", "9.0", "10.0", "12.0", "12.1", "13.0"]),
        memory_total_mib=st.integers(1024, 200_000),
    ),
    max_size=4,
    unique_by=lambda gpu: gpu.index,
)


@given(
    gpus=gpus,
    libraries=st.sampled_from([{}, RTX, CLASSIC, CLASSIC | RTX]),
    policy=st.sampled_from(["portable", "skip", "stop"]),
    backend=st.sampled_from([None, "auto", "tensorrt", "tensorrt-rtx"]),
    portable=st.booleans(),
    targets=st.sampled_from([(), ("8.6",), ("8.6", "12.0"), ("9.0",)]),
    level=st.sampled_from([None, 2, 3]),
)
def test_whatever_the_machine_every_decision_has_a_reason_and_no_engine_is_for_an_unsupported_gpu(
    gpus: list[Gpu],
    libraries: dict[str, Installation],
    policy: str,
    backend: Any,
    portable: bool,
    targets: tuple[str, ...],
    level: int | None,
) -> None:
    pc = machine(*gpus, libraries=libraries)
    options = EngineOptions(backend, None, portable, targets, level)
    plan = make_plan(package({}, {"tf32": False}, no_gpu=policy), pc, [], options)
    assert plan.to_json() == make_plan(package({}, {"tf32": False}, no_gpu=policy), pc, [], options).to_json()
    for planned in plan.models:
        assert planned.decisions[0].what == "action"
        assert all(item.choice and item.reason for item in planned.decisions)
        assert planned.action == planned.decisions[0].choice
        if isinstance(planned, Build):
            assert planned.backend.name in libraries
            gpu = planned.wanted.gpu
            assert gpu is None or BACKENDS[planned.backend.name].is_supported(gpu.compute_capability)
            assert gpu is None or not planned.wanted.targets or gpu.compute_capability in planned.wanted.targets
            assert "9.0" not in planned.wanted.targets
    assert plan.to_json()["jobs"]["choice"] >= 1
    # What was built as wanted is current in the next plan.
    if plan.models[0].action == "build":
        record = record_of(plan)
        if planned_gpu := plan.engines[0].wanted.gpu:
            record = replace_gpu(record, planned_gpu)
        again = make_plan(package({}, no_gpu=policy), pc, [InstalledEngine(record, "intact")], options)
        assert again.models[0].action == "keep"

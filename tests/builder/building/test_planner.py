from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.app_package.package import AppPackage, PackagedModel
from builder.backend import BACKENDS, Installation
from builder.backend.tensorrt_rtx import DEFAULT_TARGETS, TARGETS
from builder.base.errors import BuildFailed, InvalidParameter, LibraryMissing, SystemNotSupported
from builder.base.text import say
from builder.building.plan import Build, InstalledEngine
from builder.building.planner import make_plan
from builder.building.source import BuiltHere
from builder.building.wanted import wanted_without_package
from builder.engines.index import EngineRecord, GpuEntry
from builder.engines.options import EngineOptions
from builder.engines.verdict import judge
from builder.gpu.busy import BusyVerdict
from builder.gpu.choice import judge_support
from builder.gpu.nvml import Driver, Gpu, GpuProblem
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


OLD_DRIVER = Driver("550.54", "12.4")
NEEDS_OLDER = {"tensorrt-rtx": Installation("1.7.1.116", "12")}


@pytest.mark.parametrize("asked", [None, "0", "GPU-1", "all"])
def test_a_library_that_cannot_use_the_gpu_is_passed_over_for_one_that_can(asked: str | None) -> None:
    pc = replace(machine(RTX_4070, libraries=CLASSIC | NEEDS_OLDER), driver=OLD_DRIVER)
    plan = make_plan(package({}), pc, [], EngineOptions(gpu=asked))
    assert decision(plan, "backend")[0] == "tensorrt-rtx"
    assert plan.engines[0].wanted.gpu == RTX_4070


def test_only_the_gpu_that_was_asked_for_counts_in_the_choice_of_a_library() -> None:
    pc = machine(GTX_1080, RTX_4070, libraries=CLASSIC | RTX)
    assert decision(make_plan(package({}), pc, [], EngineOptions(gpu="3")), "action")[0] == "refuse"
    taken = make_plan(package({}), pc, [], EngineOptions(gpu="GPU-1"))
    assert decision(taken, "backend") == ("tensorrt", "TensorRT 11.4.0.106 is installed")


@pytest.mark.parametrize("libraries", [RTX, CLASSIC, CLASSIC | RTX], ids=["rtx", "classic", "both"])
def test_a_gpu_that_is_not_there_is_a_wrong_parameter_unless_one_does_not_answer(
    libraries: dict[str, Installation],
) -> None:
    pc = machine(RTX_4070, libraries=libraries)
    refusal = make_plan(package({}), pc, [], EngineOptions(gpu="7")).refusal
    assert isinstance(refusal, InvalidParameter)
    assert refusal.message == "This computer has no GPU 7."
    lost = GpuProblem("gpu_lost", say("GPU 1 has stopped answering"), say("Restart."))
    pc = replace(pc, driver=Driver("580.159", "13.0", lost))
    refusal = make_plan(package({}), pc, [], EngineOptions(gpu="7")).refusal
    assert isinstance(refusal, SystemNotSupported)
    assert refusal.message == "This computer has no GPU 7. That may be because GPU 1 has stopped answering."
    assert (refusal.hint, refusal.plain, refusal.remedy) == ("Restart.", lost.plain, lost.remedy)


def test_a_gpu_that_cannot_be_used_is_not_blamed_on_one_that_does_not_answer() -> None:
    lost = GpuProblem("gpu_lost", say("GPU 1 has stopped answering"), say("Restart."))
    pc = replace(machine(H200), driver=Driver("580.159", "13.0", lost))
    plan = make_plan(package({}), pc, [], EngineOptions(gpu="2"))
    assert plan.refusal is not None
    assert "stopped answering" not in plan.refusal.message
    assert "TensorRT-RTX does not support NVIDIA H200" in plan.refusal.message
    assert plan.lack == "not supported"


def test_who_has_chosen_the_library_is_said() -> None:
    pc = machine(RTX_4070, libraries=CLASSIC | RTX)
    named = package({"backend": "tensorrt-rtx"})
    plan = make_plan(named, pc, [], EngineOptions())
    assert decision(plan, "backend") == (
        "tensorrt-rtx",
        "the app package asks for it; TensorRT-RTX 1.7.1.116 is installed",
    )
    plan = make_plan(named, pc, [], EngineOptions(backend="tensorrt"))
    assert decision(plan, "backend") == (
        "tensorrt",
        "the command line asks for it; TensorRT 11.4.0.106 is installed",
    )
    plan = make_plan(named, pc, [], EngineOptions(backend="auto"))
    assert decision(plan, "backend")[0] == "tensorrt-rtx"


@pytest.mark.parametrize("named", ["tensorrt", "tensorrt-rtx"])
def test_a_library_that_the_package_names_and_that_is_missing_is_a_refusal_with_a_way_to_get_it(named: str) -> None:
    other = RTX if named == "tensorrt" else CLASSIC
    refusal = make_plan(package({"backend": named}), machine(RTX_4070, libraries=other), [], EngineOptions()).refusal
    assert isinstance(refusal, LibraryMissing)
    assert refusal.message == f"{BACKENDS[named].title} is not installed."
    assert refusal.hint == BACKENDS[named].install_hint


def test_a_feature_that_is_left_out_is_skipped_and_wants_no_gpu() -> None:
    plan = make_plan(package({"feature": "f"}, {}), machine(RTX_4070), [], EngineOptions(without=("f",)))
    assert [planned.action for planned in plan.models] == ["skip", "build"]
    assert decision(plan, "action") == ("skip", "the feature 'f' was not chosen")
    assert plan.lack is None
    assert plan.not_runnable_here is None


def test_what_was_asked_for_on_the_command_line_goes_before_what_the_package_names() -> None:
    made = package({"compute_capabilities": ["8.6"]})
    plan = make_plan(made, machine(RTX_4070), [], EngineOptions(targets=("8.9", "12.0")))
    assert decision(plan, "targets") == ("8.9, 12.0", "as asked for")
    assert plan.engines[0].wanted.targets == ("8.9", "12.0")
    assert decision(plan, "gpu") == ("none", "the command line asks for engines that do not depend on it")


def test_targets_that_the_package_names_are_those_and_no_newer_ones() -> None:
    named = package({"compute_capabilities": list(DEFAULT_TARGETS)})
    for options in (EngineOptions(portable=True), EngineOptions()):
        pc = machine() if options.portable else machine(RTX_4070)
        assert make_plan(named, pc, [], options).engines[0].wanted.targets == DEFAULT_TARGETS
    assert decision(make_plan(named, machine(RTX_4070), [], EngineOptions()), "targets") == (
        "8.0, 8.6, 8.9, 12.0, 12.1",
        "the app package names them",
    )
    free = make_plan(package({}), machine(), [], EngineOptions(portable=True))
    assert decision(free, "targets") == (
        "library default",
        "one engine for every GPU of compute capability 8.0, 8.6, 8.9, 12.0, 12.1 and newer",
    )


def with_data_types(made: AppPackage, *data_types: str) -> AppPackage:
    models = tuple(replace(model, data_types=frozenset(data_types)) for model in made.models)
    return replace(made, models=models)


def test_of_the_packages_targets_those_are_left_out_that_cannot_be_had() -> None:
    made = with_data_types(package({"compute_capabilities": ["8.6", "8.9"]}), "fp8")
    assert make_plan(made, machine(RTX_4070), [], EngineOptions()).engines[0].wanted.targets == ("8.9",)
    none_left = with_data_types(package({"compute_capabilities": ["8.0", "8.6"]}), "fp8")
    refusal = make_plan(none_left, machine(), [], EngineOptions(portable=True)).refusal
    assert isinstance(refusal, BuildFailed)
    assert refusal.message == (
        "TensorRT-RTX cannot build 'm0' for compute capability 8.0, 8.6: the model uses fp8, which needs compute "
        "capability 8.9 or newer."
    )


def test_a_target_that_was_asked_for_and_cannot_be_had_is_refused_with_what_the_library_said() -> None:
    made = with_data_types(package({}), "fp8")
    options, words = EngineOptions(targets=("8.6", "8.9")), "No time for that."
    refusal = make_plan(made, machine(), [], options, answers={"m0": {"8.6": words}}).refusal
    assert isinstance(refusal, BuildFailed)
    assert "for compute capability 8.6:" in refusal.message
    assert refusal.detail == words
    assert make_plan(made, machine(), [], options, answers={"m0": {"8.6": ""}}).refusal is None


def test_a_model_that_is_refused_for_every_gpu_that_has_a_name_may_still_be_for_newer_ones() -> None:
    answers = {"m0": dict.fromkeys(TARGETS, "No.")}
    plan = make_plan(package({}), machine(), [], EngineOptions(portable=True), answers=answers)
    assert [planned.wanted.targets for planned in plan.to_build] == [()]


@pytest.mark.parametrize("options", [EngineOptions(optimization_level=5), EngineOptions(targets=("9.0",))], ids=str)
def test_a_setting_that_was_asked_for_and_cannot_be_honoured_is_no_fault_of_the_package(options: EngineOptions) -> None:
    refusal = make_plan(package({}), machine(RTX_4070), [], options).refusal
    assert isinstance(refusal, InvalidParameter)
    assert refusal.message.startswith("TensorRT-RTX cannot honour what was asked for:\n  - ")


def test_a_gpu_and_engines_without_one_cannot_both_be_asked_for() -> None:
    refusal = make_plan(package({}), machine(RTX_4070), [], EngineOptions(gpu="0", portable=True)).refusal
    assert isinstance(refusal, InvalidParameter)
    assert refusal.message.startswith("--gpu builds for a GPU of this computer")


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


def test_without_a_gpu_the_refusal_says_which_ones_there_could_be() -> None:
    refusal = make_plan(package({}, no_gpu="stop"), machine(), [], EngineOptions()).refusal
    assert isinstance(refusal, SystemNotSupported)
    assert refusal.message.startswith(
        "The model 'm0' needs a supported NVIDIA GPU, but no NVIDIA driver is installed; TensorRT-RTX supports compute"
    )
    with_one = make_plan(package({}, no_gpu="stop"), machine(GTX_1080), [], EngineOptions()).refusal
    assert with_one is not None
    assert with_one.message.count("compute capability 7.5, 8.0") == 1


def test_a_model_that_cannot_be_built_for_this_gpu_is_refused_unless_the_package_leaves_it_out() -> None:
    made, pc = with_data_types(package({}), "fp4"), machine(RTX_4070)
    plan = make_plan(made, pc, [], EngineOptions())
    assert (plan.models[0].action, plan.lack) == ("refuse", "too old")
    left_out = with_data_types(package({}, no_gpu="skip"), "fp4")
    assert make_plan(left_out, pc, [], EngineOptions()).models[0].action == "skip"


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

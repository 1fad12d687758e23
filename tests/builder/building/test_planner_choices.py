"""What the planner chooses: the library, the GPUs, the targets; and whose fault a refusal is said to be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.app_package.package import AppPackage
from builder.backend import BACKENDS, Installation
from builder.backend.tensorrt_rtx import DEFAULT_TARGETS, TARGETS
from builder.base.errors import BuildFailed, InvalidParameter, LibraryMissing, SystemNotSupported
from builder.base.text import say
from builder.building.planner import make_plan
from builder.engines.options import EngineOptions
from builder.gpu.nvml import Driver, GpuProblem
from tests.support.plans import (
    CLASSIC,
    GTX_1080,
    H200,
    RTX,
    RTX_4070,
    decision,
    machine,
    package,
)

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

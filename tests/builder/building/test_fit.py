"""What an engine library can do for a model on this machine, and why it cannot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from builder.app_package.package import PackagedModel, load_package
from builder.backend import BACKENDS, Installation
from builder.backend.tensorrt_rtx import DEFAULT_TARGETS, OLDER_GPU_HINT
from builder.base.errors import Remedy, SystemNotSupported
from builder.base.text import say
from builder.building.fit import NOT_INSTALLED, Fit
from builder.building.machine import Machine
from builder.gpu.nvml import Driver, Gpu, GpuProblem
from tests.support.plans import CLASSIC, FUTURE, GTX_1080, H200, RTX, RTX_4070, RTX_5090, machine, package
from tests.support.variants import package_with_variants

RTX_2080 = Gpu(5, "NVIDIA GeForce RTX 2080", "GPU-6", "7.5", 8192)
RTX_3060 = Gpu(7, "NVIDIA GeForce RTX 3060", "GPU-8", "8.6", 12288)
FP8 = frozenset({"fp8"})


def model_of(model: Mapping[str, Any] | None = None, **changes: Any) -> PackagedModel:
    (made,) = package(dict(model or {})).models
    return replace(made, **changes)


def fit_of(
    model: PackagedModel,
    *gpus: Gpu,
    backend: str = "tensorrt-rtx",
    level: int | None = None,
    targets: tuple[str, ...] = (),
    answers: Mapping[str, Mapping[str, str]] | None = None,
    here: Machine | None = None,
) -> Fit:
    here = here or machine(*gpus, libraries=CLASSIC | RTX)
    return Fit(model, BACKENDS[backend], here, level, targets, answers or {})


@pytest.fixture(scope="module")
def with_variants(tmp_path_factory: pytest.TempPathFactory) -> PackagedModel:
    (model,) = load_package(package_with_variants(tmp_path_factory.mktemp("package"))).models
    return model


def test_the_package_asks_for_settings_and_the_command_line_goes_before_it() -> None:
    model = model_of({"tensorrt": {"optimization_level": 4}, "tf32": False})
    fit = fit_of(model, RTX_4070, backend="tensorrt")
    assert (fit.settings.optimization_level, fit.settings.tf32) == (4, False)
    assert fit.at_level(1).settings.optimization_level == 1
    assert fit_of(model, backend="tensorrt", level=0).settings.optimization_level == 0
    assert fit_of(model).settings.optimization_level == 3


def test_another_level_changes_nothing_else(with_variants: PackagedModel) -> None:
    fp8 = with_variants.variants[1]
    fit = fit_of(with_variants, RTX_4070, targets=("8.9",), answers={"net (fp8)": {"8.9": "No."}}).only(fp8)
    other = fit.at_level(5)
    assert (other.settings.optimization_level, other.served(DEFAULT_TARGETS)) == (5, ())
    assert (fit.settings.optimization_level, fit.served(DEFAULT_TARGETS)) == (3, ())


def test_what_was_asked_for_is_refused_before_what_the_package_names() -> None:
    model = model_of({"compute_capabilities": ["8.6"]})
    assert fit_of(model).refusals == []
    (refusal,) = fit_of(model, targets=("9.0",)).refusals
    assert "9.0" in refusal
    assert len(fit_of(model, backend="tensorrt").refusals) == 1
    assert fit_of(model).limits == ("8.6",)


@pytest.mark.parametrize(
    ("gpu", "data_types", "lack"),
    [
        (RTX_4070, [], None),
        (RTX_4070, ["fp8"], None),
        (RTX_3060, ["fp8"], "too old"),
        (RTX_2080, ["bf16"], "too old"),
        (GTX_1080, [], "too old"),
        (H200, [], "not supported"),
        (FUTURE, ["fp4"], None),
        (replace(RTX_4070, memory_total_mib=511), [], "little memory"),
        (replace(RTX_4070, memory_total_mib=512), [], None),
    ],
)
def test_a_gpu_is_judged_for_the_model(gpu: Gpu, data_types: list[str], lack: str | None) -> None:
    fit = fit_of(model_of(data_types=frozenset(data_types)), gpu)
    support = fit.support(gpu)
    assert (support.supported, support.lack) == (lack is None, lack)
    assert fit.supports == [support]
    assert fit.lack == (lack or "no card")


def test_why_a_model_is_not_for_a_gpu_reads_as_a_sentence() -> None:
    support = fit_of(model_of(data_types=FP8), RTX_3060).support(RTX_3060)
    assert support.reason == (
        "TensorRT-RTX cannot build 'm0' for NVIDIA GeForce RTX 3060 (compute capability 8.6): the model uses fp8, "
        "which needs compute capability 8.9 or newer"
    )
    assert support.hint == OLDER_GPU_HINT


def test_what_the_library_said_goes_before_what_is_known_of_data_types() -> None:
    model = model_of(data_types=FP8)
    fit = fit_of(model, RTX_3060, answers={"m0": {"8.6": "", "8.9": "It is too large."}})
    assert (fit.refusal("8.6"), fit.refusal("8.9")) == (None, "It is too large.")
    assert fit.refusal("8.0") is not None
    assert fit.support(RTX_3060).supported
    assert fit.served(DEFAULT_TARGETS) == ("8.6", "12.0", "12.1")


def test_answers_are_of_one_library_and_of_one_model() -> None:
    model, answers = model_of(data_types=FP8), {"m0": {"8.9": "No."}}
    assert fit_of(model, backend="tensorrt", answers=answers).refusal("8.9") is None
    # Classic TensorRT says itself what it cannot do, when it builds.
    assert fit_of(model, backend="tensorrt").refusal("8.6") is None
    assert fit_of(model, answers={"m1": {"8.9": "No."}}).refusal("8.9") is None


def test_the_librarys_own_words_are_for_the_log_each_once() -> None:
    fit = fit_of(model_of(), answers={"m0": {"8.0": "No.", "8.6": "No.", "8.9": "", "12.0": "Never."}})
    assert fit.library_words(["8.0", "8.6", "8.9", "12.0", "12.1"]) == "No.\nNever."
    assert fit.library_words([]) == ""


def test_a_variant_is_judged_for_the_gpus_that_get_it(with_variants: PackagedModel) -> None:
    blackwell, fp8, turing = with_variants.variants
    fit = fit_of(with_variants, RTX_4070)
    assert fit.served(DEFAULT_TARGETS) == DEFAULT_TARGETS
    assert fit.only(fp8).served(DEFAULT_TARGETS) == ("8.9",)
    assert fit.only(blackwell).served(DEFAULT_TARGETS) == ("12.0", "12.1")
    assert fit.only(with_variants).served(DEFAULT_TARGETS) == ("8.0", "8.6")
    assert fit.only(turing).covered_gpu(()) is None
    assert fit.only(fp8).covered_gpu(()) == RTX_4070
    assert fit.only(fp8).covered_gpu(("8.9",)) == RTX_4070
    newer = fit_of(with_variants, FUTURE)
    assert (newer.only(fp8).covered_gpu(()), newer.only(with_variants).covered_gpu(())) == (FUTURE, None)


def test_without_variants_there_is_one_file_to_judge() -> None:
    model = model_of()
    fit = fit_of(model)
    assert fit.only(model) is fit


@pytest.mark.parametrize(
    ("gpus", "targets", "covered"),
    [
        ([RTX_4070], (), RTX_4070),
        ([RTX_4070], ("8.9",), RTX_4070),
        ([RTX_4070], ("8.6",), None),
        ([RTX_4070, RTX_5090], ("12.0",), RTX_5090),
        # Named targets are those alone; the default serves newer GPUs as well.
        ([FUTURE], ("12.1",), None),
        ([FUTURE], (), FUTURE),
        ([RTX_2080], (), None),
        ([H200, GTX_1080], (), None),
        ([], (), None),
        ([replace(RTX_4070, memory_total_mib=100)], (), None),
    ],
)
def test_a_gpu_that_runs_an_engine_which_was_not_built_for_it(
    gpus: list[Gpu], targets: tuple[str, ...], covered: Gpu | None
) -> None:
    assert fit_of(model_of(), *gpus).covered_gpu(targets) == covered


def test_the_packages_gpus_limit_which_can_be_used_by_the_library_that_builds_for_any() -> None:
    model = model_of({"compute_capabilities": ["8.6"]})
    fit = fit_of(model, RTX_4070)
    assert fit.support(RTX_4070).lack == "not supported"
    assert fit.is_for_other_gpus
    assert not fit_of(model, H200).is_for_other_gpus
    assert not fit_of(model).is_for_other_gpus
    assert not fit_of(model_of(), RTX_4070).is_for_other_gpus
    # What classic TensorRT cannot honour is said once, of the setting and not of each GPU.
    assert fit_of(model, RTX_4070, backend="tensorrt").support(RTX_4070).supported


def test_whether_it_is_the_model_that_cannot_be_built_here() -> None:
    fp8 = model_of(data_types=FP8)
    assert fit_of(fp8, RTX_3060).is_refused_here
    assert fit_of(fp8, RTX_4070, RTX_3060).is_refused_here
    assert not fit_of(fp8, RTX_4070).is_refused_here
    assert not fit_of(fp8, GTX_1080).is_refused_here
    assert not fit_of(fp8).is_refused_here


NO_DRIVER = GpuProblem("no_driver", say("no NVIDIA driver is installed"), say("Install it."), plain=say("No driver."))


def without_gpu(problem: GpuProblem | None) -> Machine:
    return replace(machine(libraries=CLASSIC | RTX), driver=Driver("580.159", "13.0", problem))


def test_without_a_gpu_the_driver_tells_why() -> None:
    fit = fit_of(model_of(), here=without_gpu(NO_DRIVER))
    assert fit.why_no_gpu() == (
        "no NVIDIA driver is installed",
        "Install it. Engines for other computers can be built with --portable.",
    )
    classic = fit_of(model_of(), backend="tensorrt", here=without_gpu(NO_DRIVER))
    assert classic.why_no_gpu() == ("no NVIDIA driver is installed", "Install it.")
    assert fit_of(model_of(), here=without_gpu(None)).why_no_gpu() == ("there is none", "")


def test_with_gpus_each_tells_why_but_equal_ones_once() -> None:
    twin = replace(RTX_3060, index=8, uuid="GPU-9")
    reason, hint = fit_of(model_of(data_types=FP8), RTX_3060, GTX_1080, twin).why_no_gpu()
    assert reason.count("RTX 3060 (compute capability 8.6)") == 1
    assert "GTX 1080" in reason
    assert hint == OLDER_GPU_HINT


def test_a_run_that_needs_a_gpu_ends_with_what_can_be_mended() -> None:
    message, hint = say("It needs a GPU."), say("Get one.")
    stopped = fit_of(model_of(), here=without_gpu(NO_DRIVER)).refuse_for_lack(message, hint)
    assert (stopped.message, stopped.hint, stopped.plain) == (message, hint, "No driver.")
    assert stopped.remedy is NO_DRIVER.remedy
    none = fit_of(model_of(), here=without_gpu(None)).refuse_for_lack(message, hint)
    assert (type(none), none.plain) == (SystemNotSupported, "No NVIDIA graphics card was found.")
    # A GPU that is there goes before one that does not answer.
    here = replace(machine(RTX_3060, libraries=CLASSIC | RTX), driver=Driver("580.159", "12.4", NO_DRIVER))
    old = fit_of(model_of(), here=here, answers={"m0": {"8.6": "No."}}).refuse_for_lack(message, hint)
    assert (old.plain, old.remedy) == ("Your graphics driver is too old for the AI features.", Remedy.GET_DRIVER)
    assert old.detail == "No."


def test_the_version_is_said_or_that_there_is_none() -> None:
    assert fit_of(model_of()).version == "TensorRT-RTX 1.7.1.116 is installed"
    here = machine(libraries={"tensorrt-rtx": NOT_INSTALLED})
    assert fit_of(model_of(), here=here).version == "TensorRT-RTX is not installed"


def test_the_driver_must_run_the_cuda_of_the_library() -> None:
    here = replace(machine(RTX_4070), driver=Driver("550.54", "12.4"))
    assert fit_of(model_of(), here=here).lack == "driver too old"
    older = replace(here, libraries={"tensorrt-rtx": Installation("1.7.1.116", "12")})
    assert fit_of(model_of(), here=older).support(RTX_4070).supported

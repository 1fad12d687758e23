"""Whether an installed engine is current, with the reason and the cause: never where it does not fit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from builder.backend.tensorrt_rtx import DEFAULT_TARGETS
from builder.base.plain import to_plain
from builder.base.settings import BuildSettings
from builder.base.text import say
from builder.engines.index import AnswersNote, EngineRecord, GpuEntry
from builder.engines.verdict import (
    FileState,
    WantedEngine,
    judge,
    judge_gpus_without_engine,
    record_serves,
    targets_in_words,
)
from builder.gpu.busy import BusyVerdict
from builder.gpu.nvml import Gpu
from tests.support.feeds import record_for

RTX_4070 = Gpu(0, "NVIDIA GeForce RTX 4070", "GPU-1", "8.9", 12288)
RTX_4090 = replace(RTX_4070, name="NVIDIA GeForce RTX 4090", uuid="GPU-2")
RTX_5090 = Gpu(1, "NVIDIA GeForce RTX 5090", "GPU-3", "12.0", 32768)
SETTINGS = BuildSettings()
OTHER = "cd" * 32

ENGINE = record_for(
    b"engine",
    settings=to_plain(SETTINGS),
    external_data_sha256=("ef" * 32,),
    driver_version="580.1",
    modified_us=1,
)
WANTED = WantedEngine(
    ENGINE.onnx_sha256, ("ef" * 32,), SETTINGS, "tensorrt-rtx", "1.7.1.116", ("8.9",), RTX_4070, "linux", "580.1"
)
CLASSIC = replace(
    ENGINE,
    backend="tensorrt",
    library_version="11.4.0.106",
    gpu=GpuEntry(name=RTX_4070.name, uuid="GPU-9", compute_capability="8.9"),
)
CLASSIC_WANTED = replace(WANTED, backend="tensorrt", library_version="11.4.0.106")
FITS = "built for compute capability 8.9 with this library version"
FITS_CLASSIC = "built for this GPU with this library version"


def verdict_of(
    record: EngineRecord | None, wanted: WantedEngine, state: FileState = "intact"
) -> tuple[str, str | None, str]:
    verdict = judge(record, state, wanted)
    return verdict.state, verdict.cause, str(verdict.reason)


def test_an_engine_that_is_what_is_wanted_is_current() -> None:
    assert verdict_of(ENGINE, WANTED) == ("current", None, FITS)
    assert verdict_of(CLASSIC, CLASSIC_WANTED) == ("current", None, FITS_CLASSIC)


def test_without_its_file_nothing_else_counts() -> None:
    assert verdict_of(None, WANTED) == ("missing", "missing", "no engine was built yet")
    assert verdict_of(ENGINE, WANTED, "missing") == ("missing", "missing", f"the file {ENGINE.file} is missing")
    assert verdict_of(ENGINE, WANTED, "damaged") == ("damaged", "damaged", f"the file {ENGINE.file} is damaged")


@pytest.mark.parametrize(
    ("changes", "cause", "reason"),
    [
        ({"onnx_sha256": OTHER}, "model", "the model has changed"),
        ({"external_data_sha256": (OTHER,)}, "model", "the model has changed"),
        ({"external_data_sha256": ()}, "model", "the model has changed"),
        (
            {"backend": "tensorrt", "library_version": None},
            "library",
            "built with TensorRT-RTX, but TensorRT must be used",
        ),
        ({"backend": "of tomorrow"}, "library", "built with TensorRT-RTX, but of tomorrow must be used"),
        (
            {"settings": replace(SETTINGS, tf32=False, workspace_mib=5)},
            "settings",
            "the settings have changed: workspace_mib 5, was 0; tf32 false, was true",
        ),
        ({"library_version": "1.8.0.1"}, "library", "TensorRT-RTX has changed from 1.7.1.116 to 1.8.0.1"),
        (
            {"targets": ("8.6", "8.9", "12.0"), "gpu": None},
            "gpu",
            "built for compute capability 8.9, but 8.6, 12.0 is needed",
        ),
        (
            {"targets": ("12.0",), "gpu": RTX_5090},
            "gpu",
            f"the GPU is now {RTX_5090.name}: built for compute capability 8.9, but 12.0 is needed",
        ),
        (
            {"targets": (), "gpu": RTX_5090},
            "gpu",
            f"the GPU is now {RTX_5090.name}: built for compute capability 8.9, but 12.0 is needed",
        ),
        (
            {"targets": (), "gpu": None},
            "gpu",
            "built for compute capability 8.9, but 8.0, 8.6, 12.0, 12.1 is needed",
        ),
    ],
)
def test_what_has_changed_makes_an_engine_stale_and_is_named(changes: dict[str, Any], cause: str, reason: str) -> None:
    assert verdict_of(ENGINE, replace(WANTED, **changes)) == ("stale", cause, reason)


def test_what_is_not_known_is_not_compared() -> None:
    unknown = replace(WANTED, onnx_sha256=None, external_data_sha256=None, settings=None, library_version=None)
    assert verdict_of(replace(ENGINE, settings={"tf32": False}), unknown) == ("current", None, FITS)


def test_settings_that_only_another_version_knows_have_changed() -> None:
    newer = replace(ENGINE, settings=to_plain(SETTINGS) | {"colour": "red"})
    assert verdict_of(newer, WANTED) == (
        "stale",
        "settings",
        "the settings have changed: this version knows more settings",
    )


@pytest.mark.parametrize(
    ("changes", "cause", "reason"),
    [
        ({"gpu": None}, "gpu", "there is no supported GPU in this computer now"),
        ({"system": "windows"}, "library", "built on linux, but this is windows"),
        ({"gpu": RTX_4090}, "gpu", f"the GPU has changed from {RTX_4070.name} to {RTX_4090.name}"),
        (
            {"gpu": replace(RTX_4070, compute_capability="9.0")},
            "gpu",
            f"the GPU has changed from {RTX_4070.name} to {RTX_4070.name}",
        ),
        ({"library_version": "11.5"}, "library", "TensorRT has changed from 11.4.0.106 to 11.5"),
    ],
)
def test_a_classic_engine_is_bound_to_its_gpu_its_system_and_its_library(
    changes: dict[str, Any], cause: str, reason: str
) -> None:
    assert verdict_of(CLASSIC, replace(CLASSIC_WANTED, **changes)) == ("stale", cause, reason)


def test_a_classic_engine_serves_every_gpu_of_its_kind_and_one_that_was_not_noted() -> None:
    assert verdict_of(CLASSIC, replace(CLASSIC_WANTED, gpu=replace(RTX_4070, uuid="GPU-7", index=3)))[0] == "current"
    assert verdict_of(replace(CLASSIC, gpu=None), CLASSIC_WANTED)[0] == "current"


def test_an_engine_of_tensorrt_rtx_is_bound_to_no_system() -> None:
    assert verdict_of(ENGINE, replace(WANTED, system="windows"))[0] == "current"


# Portable engines.

PORTABLE = replace(ENGINE, targets=("8.0", "8.6"), portable=True)


@pytest.mark.parametrize(
    ("targets", "gpu", "state"),
    [
        ((), None, "current"),  # less than the default targets may be all that the library could do
        ((), RTX_5090, "stale"),
        ((), replace(RTX_5090, compute_capability="13.0"), "current"),
        ((), replace(RTX_5090, compute_capability="8.6"), "current"),
        (("8.6", "13.0"), None, "current"),
        (("8.6", "8.9"), None, "stale"),
    ],
)
def test_a_portable_engine_is_current_where_it_serves(targets: tuple[str, ...], gpu: Gpu | None, state: str) -> None:
    assert verdict_of(PORTABLE, replace(WANTED, targets=targets, gpu=gpu))[0] == state


def test_an_engine_for_the_default_targets_is_current_without_a_gpu() -> None:
    whole = replace(ENGINE, targets=DEFAULT_TARGETS)
    assert verdict_of(whole, replace(WANTED, targets=(), gpu=None))[0] == "current"
    assert targets_in_words(("8.0", "8.6"), portable=True) == "compute capability 8.0, 8.6 and newer"
    assert record_serves(PORTABLE, "13.0")
    assert not record_serves(replace(PORTABLE, portable=False), "13.0")


def test_only_an_older_version_recorded_gpus_that_the_model_cannot_be_built_for() -> None:
    old = replace(ENGINE, targets=("8.6", "8.9", "12.0"), modified_us=None)
    refusing = replace(WANTED, refused=frozenset({"12.0", "8.6", "7.5"}))
    assert verdict_of(old, refusing) == (
        "stale",
        "gpu",
        "recorded for compute capability 8.6, 8.9, 12.0, but the model cannot be built for 12.0, 8.6",
    )
    assert verdict_of(replace(old, modified_us=1), refusing)[0] == "current"
    assert verdict_of(old, replace(WANTED, refused=frozenset({"7.5"})))[0] == "current"


# Variants.


@pytest.mark.parametrize(
    ("variant", "gpu", "cause", "reason"),
    [
        (
            "fp4",
            RTX_5090,
            "gpu",
            f"the GPU is now {RTX_5090.name}: built from the variant 'fp8', but the variant 'fp4' is for it",
        ),
        (
            None,
            RTX_5090,
            "gpu",
            f"the GPU is now {RTX_5090.name}: built from the variant 'fp8', but the model's own file is for it",
        ),
        (
            "fp4",
            RTX_4070,
            "model",
            "the variants have changed: built from the variant 'fp8', not the variant 'fp4'",
        ),
        ("fp4", None, "model", "the variants have changed: built from the variant 'fp8', not the variant 'fp4'"),
        ("fp8", RTX_5090, "model", "the model has changed"),
    ],
)
def test_another_variant_is_the_gpus_doing_or_the_packages(
    variant: str | None, gpu: Gpu | None, cause: str, reason: str
) -> None:
    wanted = replace(WANTED, onnx_sha256=OTHER, variant=variant, gpu=gpu)
    assert verdict_of(replace(ENGINE, variant="fp8"), wanted) == ("stale", cause, reason)


def test_a_classic_engine_of_another_variant_is_for_another_kind_of_gpu() -> None:
    built = replace(CLASSIC, variant="fp8")
    wanted = replace(CLASSIC_WANTED, onnx_sha256=OTHER, variant="fp4")
    assert verdict_of(built, replace(wanted, gpu=RTX_4090))[1] == "gpu"
    assert verdict_of(built, wanted)[1] == "model"


# What is current all the same, or not.


@pytest.mark.parametrize(
    ("note", "driver", "expected"),
    [
        ({"state": "wrong"}, "580.1", ("stale", "answers", "it gives wrong results: y is 7")),
        ({"state": "right"}, "580.1", ("current", None, FITS)),
        ({"state": "unchecked"}, "580.1", ("current", None, FITS)),
        # Another driver may have mended it.
        (
            {"state": "wrong", "driver_version": "570.9"},
            "580.1",
            ("current", None, FITS),
        ),
    ],
)
def test_an_engine_that_gave_wrong_results_with_this_driver_is_stale(
    note: dict[str, Any], driver: str, expected: tuple[str, str | None, str]
) -> None:
    answers = AnswersNote(**{"reason": "y is 7", "driver_version": "580.1"} | note)
    assert verdict_of(replace(ENGINE, answers=answers), replace(WANTED, driver_version=driver)) == expected


@pytest.mark.parametrize(
    ("busy", "cause", "words"),
    [
        (BusyVerdict("in use"), "busy", ", but timed while the GPU was in use"),
        (
            BusyVerdict("in use", programs=(say("blender"), say("game"))),
            "busy",
            ", but timed while the GPU was in use by blender, game",
        ),
        (BusyVerdict("idle"), None, ""),
        (BusyVerdict("cannot tell"), None, ""),
    ],
)
def test_an_engine_that_was_timed_while_the_gpu_was_in_use_serves_but_is_known(
    busy: BusyVerdict, cause: str | None, words: str
) -> None:
    record = replace(CLASSIC, gpu_busy=busy)
    assert verdict_of(record, CLASSIC_WANTED) == ("current", cause, FITS_CLASSIC + words)
    assert judge(record, "intact", CLASSIC_WANTED).timed_while_busy == (cause == "busy")
    # What it does not serve for matters more.
    assert verdict_of(record, replace(CLASSIC_WANTED, gpu=RTX_4090))[:2] == ("stale", "gpu")


@pytest.mark.parametrize(
    ("before", "now", "cause"),
    [("580.1", "590.2", "driver"), ("580.1", "580.1", None), (None, "580.1", None), ("580.1", None, None)],
)
def test_engines_survive_another_driver_and_say_so(before: str | None, now: str | None, cause: str | None) -> None:
    verdict = verdict_of(replace(ENGINE, driver_version=before), replace(WANTED, driver_version=now))
    change = f"; the driver has changed from {before} to {now}, which engines survive"
    assert verdict == ("current", cause, FITS + (change if cause else ""))


# An engine that no GPU of this computer can run.


def test_an_engine_for_no_gpu_of_this_computer_is_said_to_be_that() -> None:
    assert judge_gpus_without_engine(ENGINE, []) is None
    assert judge_gpus_without_engine(ENGINE, [RTX_5090, RTX_4070]) is None
    verdict = judge_gpus_without_engine(ENGINE, [RTX_5090, replace(RTX_4070, compute_capability="8.6")])
    assert verdict is not None
    assert (verdict.state, verdict.cause) == ("stale", "no_gpu")
    assert verdict.reason == (
        f"{RTX_5090.name} (compute capability 12.0), {RTX_4070.name} (compute capability 8.6) "
        "cannot run this engine, and no other can be built here"
    )

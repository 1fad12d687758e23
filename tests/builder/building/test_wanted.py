"""What an engine must be to be current: with the package that it is of, and without."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builder.app_package.package import PackagedModel
from builder.app_package.package_files import PackageFile
from builder.backend import BACKENDS, Installation
from builder.backend.tensorrt_rtx import DEFAULT_TARGETS
from builder.building.fit import NOT_INSTALLED, Fit
from builder.building.machine import Machine
from builder.building.planner import make_plan
from builder.building.wanted import wanted_engine, wanted_without_package
from builder.engines.index import EngineRecord
from builder.engines.options import EngineOptions
from builder.engines.verdict import Verdict, WantedEngine, judge
from builder.gpu.nvml import Gpu
from tests.support.plans import (
    CLASSIC,
    GTX_1080,
    H200,
    RTX,
    RTX_4070,
    RTX_5090,
    machine,
    package,
    record_of,
    replace_gpu,
)

RTX_4090 = Gpu(6, "NVIDIA GeForce RTX 4090", "GPU-7", "8.9", 24564)
RTX_3060 = Gpu(7, "NVIDIA GeForce RTX 3060", "GPU-8", "8.6", 12288)


def classic_record(gpu: Gpu = RTX_4070) -> EngineRecord:
    plan = make_plan(package({}), machine(gpu, libraries=CLASSIC), [], EngineOptions())
    return replace_gpu(record_of(plan, targets=(gpu.compute_capability,), portable=False), gpu)


def record(**changes: Any) -> EngineRecord:
    """Of a portable engine of TensorRT-RTX."""
    return record_of(make_plan(package({}), machine(), [], EngineOptions()), **changes)


def verdict_of(engine: EngineRecord, here: Machine, others: Sequence[EngineRecord] = ()) -> Verdict:
    return judge(engine, "intact", wanted_without_package(engine, here, [engine, *others]))


@pytest.mark.parametrize("gpus", [(RTX_4070, RTX_4090), (RTX_4090, RTX_4070), (RTX_5090, RTX_4070), (RTX_4070,)])
def test_a_classic_engine_is_compared_with_its_own_card_whatever_stands_beside_it(gpus: tuple[Gpu, ...]) -> None:
    wanted = wanted_without_package(classic_record(), machine(*gpus, libraries=CLASSIC))
    assert (wanted.gpu, wanted.targets) == (RTX_4070, ("8.9",))
    assert judge(classic_record(), "intact", wanted).state == "current"


def test_a_classic_engine_whose_card_was_exchanged_is_compared_with_the_best_that_is_there() -> None:
    verdict = verdict_of(classic_record(), machine(RTX_3060, RTX_5090, libraries=CLASSIC))
    assert (verdict.state, verdict.cause) == ("stale", "gpu")
    assert verdict.reason == "the GPU has changed from NVIDIA GeForce RTX 4070 to NVIDIA GeForce RTX 5090"


def test_a_card_that_cannot_be_used_is_nothing_to_compare_with() -> None:
    assert verdict_of(classic_record(), machine(GTX_1080, libraries=CLASSIC)).reason == (
        "there is no supported GPU in this computer now"
    )
    assert verdict_of(record(targets=("8.6",), portable=False), machine(H200)).state == "current"


def test_of_several_cards_one_that_the_engine_runs_on_counts() -> None:
    engine = record(targets=("8.9",), portable=False)
    wanted = wanted_without_package(engine, machine(RTX_5090, RTX_4070), [engine])
    assert (wanted.gpu, wanted.targets) == (RTX_4070, ("8.9",))
    assert judge(engine, "intact", wanted).state == "current"


def test_an_engine_for_other_cards_is_stale_unless_it_is_one_of_several_for_this_model() -> None:
    engine, here = record(targets=("8.6",), portable=False), machine(RTX_4070)
    stale = verdict_of(engine, here)
    assert (stale.state, stale.cause) == ("stale", "gpu")
    assert stale.reason == (
        "the GPU is now NVIDIA GeForce RTX 4070: built for compute capability 8.6, but 8.9 is needed"
    )
    beside = record(targets=("8.9",), portable=False, variant="fp8")
    assert verdict_of(engine, here, [beside]).state == "current"
    assert verdict_of(engine, here, [record(targets=("12.0",), portable=False)]).state == "stale"
    # One that was made for a card is not one of several portable ones.
    assert verdict_of(replace_gpu(engine, RTX_3060), here, [beside]).state == "stale"


def test_without_a_card_an_engine_is_what_it_was_made_for() -> None:
    wanted = wanted_without_package(record(targets=("8.6",), portable=False), machine())
    assert (wanted.gpu, wanted.targets) == (None, ("8.6",))


def test_the_library_is_compared_where_it_is_installed() -> None:
    newer = {"tensorrt-rtx": Installation("1.8.0.1", "13")}
    assert verdict_of(record(), machine(libraries=newer)).cause == "library"
    assert verdict_of(record(), machine(libraries=CLASSIC)).state == "current"


def test_system_driver_and_library_are_those_of_this_computer_and_the_rest_is_as_recorded() -> None:
    here = replace(machine(RTX_4070, libraries=CLASSIC), system="windows")
    wanted = wanted_without_package(classic_record(), here)
    assert (wanted.backend, wanted.library_version) == ("tensorrt", "11.4.0.106")
    assert (wanted.system, wanted.driver_version) == ("windows", "580.159")
    assert (wanted.onnx_sha256, wanted.external_data_sha256, wanted.settings) == (None, None, None)


def test_an_engine_of_a_library_that_this_version_does_not_know_is_no_error() -> None:
    assert verdict_of(record(backend="tensorrt-next"), machine()).state == "stale"


def wanted_of(
    model: PackagedModel, backend: str = "tensorrt-rtx", targets: tuple[str, ...] = (), **libraries: Installation
) -> WantedEngine:
    here = machine(RTX_4070, libraries={**CLASSIC, **RTX, backend: libraries.get("library", (CLASSIC | RTX)[backend])})
    fit = Fit(model, BACKENDS[backend], here, None, (), {})
    return wanted_engine(model, fit, targets, RTX_4070 if targets else None)


def model_of(**changes: Any) -> PackagedModel:
    (model,) = package({}).models
    return replace(model, **changes)


def weights(*hashes: str) -> tuple[PackageFile, ...]:
    return tuple(PackageFile(Path(f"/p/{name}.bin"), f"{name}.bin", name, 10) for name in hashes)


def test_an_engine_is_to_be_made_of_every_file_of_the_model() -> None:
    wanted = wanted_of(model_of(external_data=weights("aa", "bb")))
    assert (wanted.onnx_sha256, wanted.external_data_sha256) == ("ab" * 32, ("aa", "bb"))
    assert wanted_of(model_of()).external_data_sha256 == ()


def test_files_that_were_not_hashed_are_not_compared() -> None:
    file = package({}).models[0].onnx
    wanted = wanted_of(model_of(onnx=replace(file, sha256=""), external_data=weights("aa", "")))
    assert (wanted.onnx_sha256, wanted.external_data_sha256) == (None, None)


def test_a_library_that_is_not_installed_is_not_compared() -> None:
    assert wanted_of(model_of(), library=NOT_INSTALLED).library_version is None
    wanted = wanted_of(model_of())
    assert (wanted.library_version, wanted.cuda) == ("1.7.1.116", "13")


@pytest.mark.parametrize(
    ("backend", "targets", "served"),
    [
        ("tensorrt-rtx", (), DEFAULT_TARGETS),
        ("tensorrt-rtx", ("8.9",), ()),
        ("tensorrt", (), ()),
    ],
)
def test_only_a_portable_engine_serves_the_librarys_default(
    backend: str, targets: tuple[str, ...], served: tuple[str, ...]
) -> None:
    assert wanted_of(model_of(), backend, targets).served == served


def test_what_the_model_cannot_be_built_for_is_known() -> None:
    wanted = wanted_of(model_of(data_types=frozenset({"fp8"})))
    assert wanted.refused == {"7.5", "8.0", "8.6"}
    assert wanted.served == ("8.9", "12.0", "12.1")

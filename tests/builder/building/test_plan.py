"""What a plan says of itself: to programs, to the log, to whoever carries it out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from builder.base.errors import LibraryMissing
from builder.building.plan import (
    BuildPlan,
    InstalledEngine,
    engine_set_of,
    may_be_downloaded,
)
from builder.building.planner import make_plan
from builder.engines.options import EngineOptions
from builder.gpu.busy import BusyVerdict
from builder.gpu.nvml import Gpu
from tests.builder.building.test_source import feed_of, offer, plan_of, with_feed
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


def plan_for(*gpus: Gpu, models: list[dict[str, Any]] | None = None, **options: Any) -> BuildPlan:
    libraries = options.pop("libraries", RTX)
    return make_plan(package(*models or [{}]), machine(*gpus, libraries=libraries), [], EngineOptions(**options))


def keep_plan(gpu: Gpu = RTX_4070) -> BuildPlan:
    here = machine(gpu)
    record = record_of(make_plan(package({}), here, [], EngineOptions()))
    return make_plan(package({}), here, [InstalledEngine(record, "intact")], EngineOptions())


def test_one_gpu_needs_no_name_and_several_are_told_apart_by_theirs() -> None:
    assert engine_set_of(RTX_4070, [RTX_4070]) is None
    assert engine_set_of(RTX_4070, [RTX_4070, RTX_5090]) == RTX_4070.name
    laptop = replace(RTX_4070, compute_capability="8.6")
    assert [engine_set_of(gpu, [RTX_4070, laptop, RTX_5090]) for gpu in (RTX_4070, laptop, RTX_5090)] == [
        "NVIDIA GeForce RTX 4070 (compute capability 8.9)",
        "NVIDIA GeForce RTX 4070 (compute capability 8.6)",
        RTX_5090.name,
    ]


def test_every_engine_has_a_key_of_its_own_that_is_fit_for_a_file_name() -> None:
    plan = plan_for(RTX_4070, RTX_5090, models=[{}, {}], gpu="all")
    keys = [planned.key for planned in plan.engines]
    assert len(set(keys)) == len(keys) == 4
    assert all(key.startswith(("m0-", "m1-")) and key.replace("-", "").isalnum() for key in keys)
    assert keys == [planned.key for planned in plan_for(RTX_4070, RTX_5090, models=[{}, {}], gpu="all").engines]
    (only,) = plan_for(RTX_4070).engines
    assert (only.key, only.label) == ("m0", "m0")
    assert plan.engines[0].label == "m0 for NVIDIA GeForce RTX 5090"
    (kept,) = keep_plan().kept
    assert (kept.key, kept.label) == ("m0", "m0")


@pytest.mark.parametrize(
    ("feed", "strategy", "may"),
    [(True, None, True), (True, "download", True), (True, "build", False), (False, None, False)],
)
def test_only_what_the_package_allows_may_come_from_the_vendor(feed: bool, strategy: str | None, may: bool) -> None:
    model = {"strategy": strategy} if strategy else {}
    app = with_feed(model) if feed else package(model)
    assert may_be_downloaded(app.models[0], app) is may


def test_the_vendors_feed_is_asked_where_something_is_to_be_got_and_may_come_from_there() -> None:
    assert plan_of(with_feed(), None).asks_feed
    assert not plan_of(package({}), None).asks_feed
    assert not plan_of(with_feed({"strategy": "build"}), None).asks_feed
    there = InstalledEngine(record_of(plan_of(with_feed(), None)), "intact")
    assert not plan_of(with_feed(), None, [there]).asks_feed
    # A library that is missing is no obstacle where engines come ready-made; a GPU that is missing is one.
    without = plan_of(with_feed(), None, on=machine(RTX_4070, libraries={}))
    assert isinstance(without.refusal, LibraryMissing)
    assert without.asks_feed
    assert not plan_of(with_feed({"no_gpu": "stop"}), None, on=machine()).asks_feed


def test_a_model_whose_file_is_in_the_feed_asks_for_it_even_if_its_engine_is_built_here() -> None:
    app = with_feed({"strategy": "build"})
    (model,) = app.models
    app = replace(app, models=(replace(model, onnx=replace(model.onnx, in_feed=True)),))
    assert plan_of(app, None).asks_feed


def test_what_is_fetched_is_not_built_here() -> None:
    plan = plan_of(with_feed({"strategy": "download"}, {"strategy": "build"}), feed_of(offer()))
    assert [planned.model.name for planned in plan.to_build] == ["m0", "m1"]
    assert [planned.model.name for planned in plan.built_here] == ["m1"]
    assert [planned.source_name for planned in plan.to_build] == ["download", "build"]


def test_kernels_are_timed_by_one_library_alone() -> None:
    classic, rtx = (plan_for(RTX_4070, libraries=libraries).to_build[0] for libraries in (CLASSIC, RTX))
    assert (classic.times_kernels, rtx.times_kernels) == (True, False)
    (fetched,) = plan_of(with_feed({"strategy": "download"}), feed_of(offer())).to_build
    assert not fetched.times_kernels


def test_what_a_plan_holds_is_sorted_by_what_happens() -> None:
    here = machine(RTX_4070)
    made = package({}, {}, {"feature": "f"}, {"compute_capabilities": ["12.0"]})
    record = record_of(make_plan(made, here, [], EngineOptions()))
    plan = make_plan(made, here, [InstalledEngine(record, "intact")], EngineOptions(without=("f",)))
    assert [planned.action for planned in plan.models] == ["keep", "build", "skip", "refuse"]
    assert [planned.model.name for planned in plan.kept] == ["m0"]
    assert [planned.model.name for planned in plan.to_build] == ["m1"]
    assert [planned.model.name for planned in plan.skipped] == ["m2"]
    assert [planned.model.name for planned in plan.engines] == ["m0", "m1"]
    assert plan.refusal is not None
    assert "is for GPUs of compute capability 12.0" in plan.refusal.message
    assert plan.to_check == ()
    assert (plan.lack, plan_for(RTX_4070).lack) == ("too old", None)


@pytest.mark.parametrize(
    ("gpus", "options", "policy", "reason"),
    [
        ([RTX_4070], {}, "portable", None),
        ([], {}, "portable", "no NVIDIA driver is installed"),
        ([], {}, "skip", "no NVIDIA driver is installed"),
        ([GTX_1080], {}, "portable", "TensorRT-RTX does not support NVIDIA GeForce GTX 1080"),
        ([H200], {}, "skip", "TensorRT-RTX does not support NVIDIA H200"),
        ([], {"portable": True}, "portable", None),
        ([GTX_1080], {"targets": ("8.6",)}, "portable", None),
        ([RTX_4070], {"without": ("f",)}, "portable", None),
    ],
)
def test_whether_this_machine_can_run_what_there_will_be(
    gpus: list[Gpu], options: dict[str, Any], policy: str, reason: str | None
) -> None:
    plan = make_plan(package({"feature": "f"}, no_gpu=policy), machine(*gpus), [], EngineOptions(**options))
    assert (plan.not_runnable_here is None) == (reason is None)
    assert (reason or "") in (plan.not_runnable_here or "")


@pytest.mark.parametrize(
    ("asked", "noted"), [(None, None), ("all", "all"), ("0", "GPU-1"), ("GPU-2", "GPU-2"), ("gpu-2", "GPU-2")]
)
def test_a_chosen_gpu_is_noted_by_what_stays_the_same_tomorrow(asked: str | None, noted: str | None) -> None:
    plan = plan_for(RTX_4070, RTX_5090, gpu=asked, optimization_level=None)
    assert plan.resolved_options == EngineOptions(gpu=noted)


def test_a_chosen_gpu_of_which_nothing_comes_is_not_noted() -> None:
    plan = plan_for(RTX_4070, models=[{"feature": "f"}], gpu="0", without=("f",))
    assert plan.resolved_options == EngineOptions(without=("f",))


@pytest.mark.parametrize("verify", [True, False])
def test_whether_files_were_checked_is_said(verify: bool) -> None:
    made = package({})
    made = replace(made, manifest=made.manifest.model_copy(update={"verify": verify}))
    plan = make_plan(made, machine(RTX_4070), [], EngineOptions())
    assert plan.to_json()["verify"]["choice"] is verify
    assert ("were not checked" in plan.verify_reason) is not verify


def test_programs_read_what_is_planned() -> None:
    plan = plan_for(RTX_4070, libraries=CLASSIC)
    written = plan.to_json()
    assert (written["schema"], written["app"]) == (
        1,
        {"id": "com.example.test", "name": "Test", "version": "1"},
    )
    assert written["jobs"] == {"choice": 1, "reason": plan.jobs_reason}
    assert written["memory_mib"] == {"choice": 18432, "reason": "three quarters of the system memory"}
    assert written["catalogue_problems"] == []
    (model,) = written["models"]
    decisions = model.pop("decisions")
    assert [item["what"] for item in decisions] == ["action", "backend", "gpu", "targets", "timing cache"]
    assert decisions[0] == {"what": "action", "choice": "build", "reason": "no engine was built yet"}
    assert model == {
        "model": "m0",
        "action": "build",
        "variant": None,
        "backend": "tensorrt",
        "targets": [],
        "gpu": RTX_4070.name,
        "gpu_uuid": "GPU-1",
        "gpu_pci_bus_id": None,
        "expected_seconds": model["expected_seconds"],
        "checks_answers": False,
        "source": "build",
        "download_mib": 0.0,
        "expected_mib": 2.0,
        "error": None,
    }


def test_programs_read_of_what_is_not_built_why() -> None:
    refused = plan_for(RTX_4070, models=[{"compute_capabilities": ["8.6"]}])
    (model,) = refused.to_json()["models"]
    assert refused.refusal is not None
    assert (model["action"], model["error"]) == ("refuse", refused.refusal.message)
    assert (model["backend"], model["targets"], model["gpu"], model["source"]) == (None, None, None, None)
    assert (model["expected_seconds"], model["expected_mib"], model["checks_answers"]) == (0.0, 0.0, False)


def test_programs_read_which_gpus_a_portable_engine_is_for_and_what_is_there() -> None:
    (model,) = plan_for().to_json()["models"]
    assert model["targets"] == ["8.0", "8.6", "8.9", "12.0", "12.1"]
    (kept,) = keep_plan().to_json()["models"]
    assert (kept["action"], kept["targets"], kept["source"]) == ("keep", ["8.9"], None)
    assert kept["expected_mib"] == 2.0


def test_programs_read_what_is_to_be_downloaded() -> None:
    (fetched,) = plan_of(with_feed({"strategy": "download"}), feed_of(offer(size=3 << 20))).to_json()["models"]
    assert (fetched["source"], fetched["download_mib"], fetched["expected_mib"]) == ("download", 3.0, 3.0)
    app = with_feed({"strategy": "build"})
    (model,) = app.models
    app = replace(app, models=(replace(model, onnx=replace(model.onnx, in_feed=True, size=5 << 20)),))
    (built,) = plan_of(app, None).to_json()["models"]
    assert (built["source"], built["download_mib"]) == ("build", 5.0)


def test_an_engine_that_serves_but_was_timed_on_a_busy_gpu_says_so() -> None:
    here = machine(RTX_4070, libraries=CLASSIC)
    record = replace_gpu(record_of(make_plan(package({}), here, [], EngineOptions())), RTX_4070)
    busy = InstalledEngine(replace(record, gpu_busy=BusyVerdict("in use")), "intact")
    (kept,) = make_plan(package({}), here, [busy], EngineOptions()).kept
    assert kept.verdict.timed_while_busy

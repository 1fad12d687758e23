from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import builder
from builder.app_package.package_files import PackageFile
from builder.base.events import Answers, Built, TimingCacheUse
from builder.base.plain import to_plain
from builder.base.text import say
from builder.building.engine_record import make_record, record_of_download
from builder.building.machine import Machine
from builder.building.plan import Build
from builder.building.planner import make_plan
from builder.engines.index import GpuEntry, Origin, Sameness
from builder.engines.options import EngineOptions
from builder.engines.verdict import judge
from builder.feed.contents import Feed, FeedVersions, Offer
from builder.gpu.busy import BusyVerdict
from tests.support.plans import CLASSIC, RTX_4070, machine, package, record_of
from tests.support.references import REFERENCE, with_fp16_variant, with_references

PC = machine(RTX_4070)
IN_USE = BusyVerdict("in use", (say("99 % used"),))
BUILT = Built(
    9,
    "cd" * 32,
    2.5,
    "1.7.1.116.post1",
    {"x": "fp32 1x3"},
    {"y": "fp16 1x2"},
    RTX_4070.name,
    reproducible=True,
)


def planned_build(pc: Machine = PC, **model: Any) -> Build:
    (planned,) = make_plan(with_references(package(model)), pc, [], EngineOptions()).to_build
    return planned


def test_what_is_noted_of_a_new_engine_is_all_that_tells_later_whether_it_serves() -> None:
    planned = planned_build(feature="Sky")
    weights = PackageFile(Path("/p/w.bin"), "w.bin", "12" * 32, 5)
    planned = replace(planned, model=replace(planned.model, external_data=(weights,)))
    planned = replace(planned, wanted=replace(planned.wanted, external_data_sha256=("12" * 32,)))
    before = datetime.now(UTC).replace(microsecond=0)
    record = make_record(planned, BUILT, None, ("8.9",), PC)
    assert (record.model, record.feature, record.variant) == ("m0", "Sky", None)
    assert (record.file, record.size, record.sha256) == ("m0-cdcdcdcdcdcd.engine", 9, "cd" * 32)
    assert (record.onnx_sha256, record.external_data_sha256) == ("ab" * 32, ("12" * 32,))
    assert record.settings == to_plain(planned.wanted.settings)
    assert (record.backend, record.library_version, record.cuda) == ("tensorrt-rtx", "1.7.1.116", "13")
    assert (record.driver_version, record.system) == ("580.159", "linux")
    assert record.gpu == GpuEntry(name=RTX_4070.name, uuid="GPU-1", compute_capability="8.9")
    assert (record.targets, record.portable) == (("8.9",), False)
    assert (record.inputs, record.outputs) == (BUILT.inputs, BUILT.outputs)
    assert (record.seconds, record.loaded_on, record.reproducible) == (2.5, RTX_4070.name, True)
    assert before <= datetime.fromisoformat(record.built_at) <= datetime.now(UTC)
    assert record.built_by == builder.__version__
    assert record.answers
    assert record.answers.state == "unchecked"
    assert judge(record, "intact", planned.wanted).state == "current"


def test_an_engine_of_a_variant_says_so() -> None:
    (planned,) = make_plan(with_fp16_variant(package({})), PC, [], EngineOptions()).to_build
    record = make_record(planned, BUILT, None, ("8.9",), PC)
    assert (record.variant, record.onnx_sha256) == ("8.9", "ef" * 32)


def test_what_the_engine_answered_is_noted() -> None:
    right = Answers("right", say("All agree."), RTX_4070.name, 1.5)
    record = make_record(planned_build(), replace(BUILT, answers=right), None, ("8.9",), PC)
    assert record.answers
    assert (record.answers.state, record.answers.reference_sha256) == ("right", REFERENCE.file.sha256)


@pytest.mark.parametrize(
    ("targets", "wanted", "refused", "expected", "portable"),
    [
        # Of a library whose headers name none, an engine is for the GPU that it was built on.
        (None, (), {}, ("8.9",), False),
        (("8.9",), ("8.9",), {}, ("8.9",), False),
        (("7.5", "8.6", "8.9"), (), {}, ("7.5", "8.6", "8.9"), True),
        (("7.5", "8.6", "8.9"), (), {"7.5": "it has no bf16"}, ("8.6", "8.9"), True),
    ],
)
def test_an_engine_runs_on_what_its_header_names_except_for_what_the_model_refuses(
    targets: tuple[str, ...] | None,
    wanted: tuple[str, ...],
    refused: dict[str, str],
    expected: tuple[str, ...],
    portable: bool,
) -> None:
    planned = planned_build()
    planned = replace(planned, wanted=replace(planned.wanted, targets=wanted))
    record = make_record(planned, replace(BUILT, refused=refused), None, targets, PC)
    assert (record.targets, record.portable) == (expected, portable)


def test_an_engine_that_is_for_no_gpu_of_this_machine_names_none() -> None:
    bare = machine()
    record = make_record(planned_build(bare), BUILT, None, None, bare)
    assert (record.gpu, record.targets, record.driver_version) == (None, (), None)


@pytest.mark.parametrize(
    ("timings", "noted"),
    [
        (None, True),
        (TimingCacheUse(entries=3, hits=3, misses=0), False),
        (TimingCacheUse(entries=3, hits=2, misses=1), True),
    ],
)
def test_a_gpu_in_use_does_no_harm_where_every_timing_came_from_a_cache(
    timings: TimingCacheUse | None, noted: bool
) -> None:
    pc = machine(RTX_4070, libraries=CLASSIC)
    record = make_record(planned_build(pc), replace(BUILT, timing_cache=timings), IN_USE, None, pc)
    assert record.gpu_busy == (IN_USE if noted else None)
    assert record.timing_cache == timings
    assert make_record(planned_build(pc), replace(BUILT, timing_cache=timings), None, None, pc).gpu_busy is None


FEED = Feed("https://cdn.example.com/feed", False, FeedVersions(root=1, timestamp=2, snapshot=3, targets=7, keys="k"))


def offer(**changes: Any) -> Offer:
    """An engine as the vendor has built it, for a model that is called otherwise there."""
    theirs = {
        "model": "theirs",
        "feature": "Theirs",
        "variant": "9.0",
        "modified_us": 5,
        "sameness": Sameness(state="identical", reason="as stated"),
        "seconds": 200.0,
        "loaded_on": "NVIDIA H200",
        "targets": ("8.6", "8.9"),
    }
    return Offer("engines/1.engine", record_of(make_plan(package({}), PC, [], EngineOptions()), **theirs | changes))


def test_what_is_noted_of_a_download_is_of_this_application_and_says_where_it_came_from() -> None:
    planned = planned_build(feature="Sky")
    before = datetime.now(UTC).replace(microsecond=0)
    record = record_of_download(planned, offer(), FEED, ("8.9", "12.0"))
    assert (record.model, record.feature, record.variant) == ("m0", "Sky", None)
    assert (record.file, record.sha256, record.size) == ("m0-cdcdcdcdcdcd.engine", "cd" * 32, 10)
    # What was true of the file at the vendor's is not true of the one here.
    assert (record.modified_us, record.sameness, record.answers, record.loaded_on) == (None, None, None, None)
    assert record.gpu == GpuEntry(name=RTX_4070.name, uuid="GPU-1", compute_capability="8.9")
    assert record.targets == ("8.9",)
    assert record.origin
    assert record.origin == Origin(feed="https://cdn.example.com/feed", version=7, at=record.origin.at)
    assert before <= datetime.fromisoformat(record.origin.at) <= datetime.now(UTC)
    assert judge(record, "intact", planned.wanted).state == "current"


def test_a_download_of_a_library_whose_headers_name_no_targets_is_for_those_of_the_offer() -> None:
    assert record_of_download(planned_build(), offer(), FEED, None).targets == ("8.6", "8.9")

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builder.app_package.feed_table import FeedTable
from builder.app_package.package import AppPackage
from builder.base.errors import DownloadFailed, EngineInstallerError, LibraryMissing
from builder.base.text import say
from builder.building.plan import Build, BuildPlan, InstalledEngine, Keep
from builder.building.planner import make_plan
from builder.building.preflight import machine_checks
from builder.building.source import BuiltHere, Downloaded
from builder.building.target_facts import TargetFacts, target_checks
from builder.engines.index import EngineRecord, GpuEntry, Origin
from builder.engines.options import EngineOptions
from builder.feed.contents import Feed, FeedVersions, Offer
from tests.support.plans import CLASSIC, RTX_4070, decision, machine, package, record_of

VERSIONS = FeedVersions(root=1, timestamp=1, snapshot=1, targets=7, keys="k")
OUT_OF_REACH = DownloadFailed(say("https://cdn.example.com could not be downloaded: no route."))
TABLE = FeedTable(url="https://cdn.example.com/feed", root="feed-root.json")


def with_feed(*models: dict[str, Any], **defaults: Any) -> AppPackage:
    made = package(*models or ({},), **defaults)
    return replace(made, manifest=made.manifest.model_copy(update={"feed": TABLE}))


def feed_of(*records: EngineRecord, is_folder: bool = False) -> Feed:
    offers = tuple(Offer(f"engines/{number}.engine", record) for number, record in enumerate(records))
    return Feed("https://cdn.example.com/feed", is_folder, VERSIONS, offers)


def plan_of(
    app: AppPackage, feed: Feed | EngineInstallerError | None, there: Sequence[InstalledEngine] = (), **more: Any
) -> BuildPlan:
    on = more.pop("on", machine(RTX_4070))
    return make_plan(app, on, there, EngineOptions(), feed=feed, **more)


def offer(**changes: Any) -> EngineRecord:
    """What fits the model of `with_feed` on this computer."""
    return record_of(plan_of(with_feed(), None), **changes)


def one(plan: BuildPlan) -> Build:
    (planned,) = plan.models
    assert isinstance(planned, Build), planned.decisions[0].reason
    return planned


def kinds(planned: Build) -> tuple[str, str | None]:
    def kind(source: object) -> str | None:
        return {BuiltHere: "build", Downloaded: "download"}.get(type(source))

    return kind(planned.source) or "", kind(planned.otherwise)


@pytest.mark.parametrize(
    ("strategy", "fits", "neither", "no_feed"),
    [
        ("build", ("build", None), ("build", None), ("build", None)),
        ("download", ("download", None), None, None),
        ("download-else-build", ("download", "build"), ("build", None), ("build", None)),
        ("build-else-download", ("build", "download"), ("build", None), ("build", None)),
        (None, ("download", "build"), ("build", None), ("build", None)),
    ],
)
def test_each_strategy_has_its_way_and_maybe_another(
    strategy: str | None,
    fits: tuple[str, str | None],
    neither: tuple[str, str | None] | None,
    no_feed: tuple[str, str | None] | None,
) -> None:
    app = with_feed({"strategy": strategy} if strategy else {})
    feeds: list[Feed | EngineInstallerError] = [
        feed_of(offer(size=10)),
        feed_of(offer(library_version="1.0")),
        OUT_OF_REACH,
    ]
    for feed, expected in zip(feeds, (fits, neither, no_feed), strict=True):
        plan = plan_of(app, feed)
        if expected is None:
            assert isinstance(plan.refusal, DownloadFailed)
        else:
            assert plan.refusal is None
            assert kinds(one(plan)) == expected


def test_why_the_feed_cannot_be_used_is_the_end_where_nothing_may_be_built() -> None:
    assert plan_of(with_feed({"strategy": "download"}), OUT_OF_REACH).refusal is OUT_OF_REACH
    refusal = plan_of(with_feed({"strategy": "download"}), feed_of(offer(library_version="1.0"))).refusal
    assert refusal
    assert "'m0' cannot be downloaded: the vendor offers no engine of this model for TensorRT-RTX" in refusal.message


def test_a_plan_that_asks_no_feed_builds_and_says_nothing_of_it() -> None:
    for app in (package({}), with_feed({"strategy": "build"}), with_feed({"strategy": "download"})):
        plan = plan_of(app, None)
        assert kinds(one(plan)) == ("build", None)
        assert not [item for item in one(plan).decisions if item.what == "source"]
    assert plan_of(with_feed(), None).asks_feed
    assert not plan_of(package({}), None).asks_feed
    assert not plan_of(with_feed({"strategy": "build"}), None).asks_feed


@pytest.mark.parametrize(
    ("size", "is_folder", "library_bytes", "choice"),
    [
        (10, False, 0, "download"),
        (500_000_000, False, 0, "build"),
        (500_000_000, True, 0, "build"),
        (500_000_000, False, 2_000_000_000, "download"),
    ],
)
def test_what_takes_less_time_is_taken_where_the_vendor_leaves_it_open(
    size: int, is_folder: bool, library_bytes: int, choice: str
) -> None:
    plan = plan_of(with_feed(), feed_of(offer(size=size), is_folder=is_folder), library_bytes=library_bytes)
    found, reason = decision(plan, "source")
    assert found == choice
    assert reason.startswith("this takes less time; the vendor offers an engine for compute capability 8.9: ")
    assert f"{size / 1e6:.1f} MB, about " in reason
    assert "building it here takes about 0.2 s" in reason
    assert ("after 2000 MB of the engine library" in reason) == bool(library_bytes)


def test_a_download_of_some_time_still_beats_what_the_vendor_took_to_time_kernels() -> None:
    on = machine(RTX_4070, libraries=CLASSIC)
    made = record_of(plan_of(with_feed(), None, on=on), size=50_000_000, seconds=200.0)
    timed = replace(made, gpu=GpuEntry(name=RTX_4070.name, uuid="", compute_capability="8.9"))
    plan = plan_of(with_feed(), feed_of(timed), on=on)
    assert decision(plan, "source")[0] == "download"
    assert "building it here takes about 201 s" in decision(plan, "source")[1]
    assert isinstance(one(plan).otherwise, BuiltHere)
    assert not one(plan).times_kernels
    assert plan.jobs_reason == "8 cores; as far as free memory allows; downloads one by one"
    assert kinds(one(plan_of(with_feed({"strategy": "build-else-download"}), feed_of(timed), on=on)))[0] == "build"


def test_without_the_library_engines_come_from_the_vendor_or_not_at_all() -> None:
    bare = machine(RTX_4070, libraries={})
    for strategy in ("download", "download-else-build", "build-else-download", None):
        app = with_feed({"strategy": strategy} if strategy else {})
        before = plan_of(app, None, on=bare)
        assert isinstance(before.refusal, LibraryMissing)
        assert before.asks_feed
        plan = plan_of(app, feed_of(offer()), on=bare)
        assert kinds(one(plan)) == ("download", None)
        assert one(plan).wanted.library_version is None
    refusal = plan_of(with_feed({"strategy": "build-else-download"}), OUT_OF_REACH, on=bare).refusal
    assert isinstance(refusal, LibraryMissing)
    assert "No engine library is installed" in refusal.message
    assert "https://cdn.example.com" in refusal.message
    assert plan_of(with_feed({"strategy": "download"}), OUT_OF_REACH, on=bare).refusal is OUT_OF_REACH
    assert isinstance(plan_of(with_feed({"strategy": "build"}), feed_of(offer()), on=bare).refusal, LibraryMissing)
    versions = feed_of(offer(), offer(library_version="1.0"))
    refused = plan_of(with_feed({"strategy": "download", "backend": "tensorrt-rtx"}), versions, on=bare).refusal
    assert refused
    assert "engines for several versions" in refused.message


def test_an_engine_that_came_from_the_vendor_stays_without_the_library_and_without_asking() -> None:
    record = offer(origin=Origin(feed="https://cdn.example.com", version=7, at="2026-11-29"))
    plan = plan_of(with_feed(), None, [InstalledEngine(record, "intact")], on=machine(RTX_4070, libraries={}))
    assert isinstance(plan.models[0], Keep)
    assert not plan.asks_feed


def test_what_the_vendors_build_took_is_not_taken_for_this_computers() -> None:
    record = offer(origin=Origin(feed="f", version=7, at=""), onnx_sha256="ab" * 32, library_version="1.0", seconds=900)
    assert one(plan_of(with_feed(), None, [InstalledEngine(record, "intact")])).expected.seconds < 10


def test_wheels_that_cannot_be_had_leave_only_downloads() -> None:
    problem = LibraryMissing(say("The wheels are not there."))
    plan = plan_of(with_feed({"strategy": "build-else-download"}), feed_of(offer()), library_problem=problem)
    assert kinds(one(plan)) == ("download", None)
    assert "it cannot be built here: The wheels are not there" in decision(plan, "source")[1]


def test_the_plan_for_programs_tells_what_is_built_and_what_is_downloaded() -> None:
    plan = plan_of(with_feed({"strategy": "download"}), feed_of(offer(size=3 << 20)))
    (model,) = plan.to_json()["models"]
    assert (model["action"], model["source"]) == ("build", "download")
    assert (model["download_mib"], model["expected_mib"]) == (3, 3)
    (built,) = plan_of(package({}), None).to_json()["models"]
    assert (built["source"], built["download_mib"]) == ("build", 0)
    assert (plan.built_here, len(plan.to_build)) == ((), 1)


def test_what_a_download_runs_on_is_told_by_the_vendors_offer_alone() -> None:
    fetched, built = plan_of(with_feed(), feed_of(offer(size=10))), plan_of(with_feed(), None)
    assert "targets" in {item.what for item in one(built).decisions}
    assert "targets" not in {item.what for item in one(fetched).decisions}


def test_what_is_only_downloaded_needs_neither_memory_nor_an_idle_gpu() -> None:
    full = replace(RTX_4070, memory_free_mib=1)
    small = replace(
        machine(full, libraries=CLASSIC), memory_free_bytes=1 << 20, memory_total_bytes=1 << 20, memory_bytes=1 << 20
    )
    gpu = GpuEntry(name=RTX_4070.name, uuid="", compute_capability="8.9")
    record = record_of(plan_of(with_feed(), None, on=small), gpu=gpu)
    for strategy, refused in [("download", False), ("download-else-build", False), ("build-else-download", True)]:
        plan = plan_of(with_feed({"strategy": strategy}), feed_of(record), on=small, limit_memory=1)
        assert plan.refusal is None
        states = {check.name: check.state for check in machine_checks(small, plan, waits=False)}
        assert ("fail" in states.values()) == refused, states
        assert ("gpu_memory" in states) == refused
        assert plan.built_here == (plan.to_build if refused else ())


def test_without_a_library_the_check_of_it_passes_if_nothing_is_built() -> None:
    bare = machine(RTX_4070, libraries={})
    plan = plan_of(with_feed({"strategy": "download"}), feed_of(offer()), on=bare)
    (check,) = [check for check in machine_checks(bare, plan) if check.name == "library"]
    assert (check.state, check.message) == ("pass", "none is installed, and nothing is built here")
    (check,) = [check for check in machine_checks(bare) if check.name == "library"]
    assert check.state == "warn"


def test_the_room_for_a_download_is_counted_by_its_true_size() -> None:
    plan = plan_of(with_feed({"strategy": "download"}), feed_of(offer(size=5 << 30)))
    facts = TargetFacts(Path("/t/engines"), 4 << 30, None, False, False)
    (disk,) = target_checks(facts, plan)
    assert disk.state == "fail"
    assert disk.amounts == (4 << 30, 5 << 30)

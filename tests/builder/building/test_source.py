from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builder.app_package.feed_table import FeedTable
from builder.app_package.package import AppPackage
from builder.base.errors import DownloadFailed, EngineInstallerError, LibraryMissing
from builder.base.events import InputFile, TimingCacheUse
from builder.base.settings import BuildSettings
from builder.base.text import say, verbatim
from builder.building.machine import Machine
from builder.building.plan import Build, BuildPlan, InstalledEngine, Keep
from builder.building.planner import make_plan
from builder.building.preflight import machine_checks
from builder.building.source import BuiltHere, Downloaded, NoSource, choose_sources
from builder.building.target_facts import TargetFacts, target_checks
from builder.engines.index import EngineRecord, GpuEntry, Origin
from builder.engines.options import EngineOptions
from builder.feed.contents import Feed, FeedVersions, Offer
from builder.gpu.nvml import Driver
from builder.timing.catalogue import CacheEntry, Catalogue, CoveredModel, settings_digest
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


# --- What building takes, and with which timings ----------------------------------------------------------------------

TENSORRT = machine(RTX_4070, libraries=CLASSIC)
COVERED = CoveredModel(name="m0", sha256="ab" * 32, tactics=15, cold_seconds=60, warm_seconds=7)


def again(pc: Machine = TENSORRT, catalogue: Catalogue | None = None, **changes: Any) -> BuiltHere:
    """How an engine is built once more of which there is one here."""
    record = record_of(make_plan(package({}), pc, [], EngineOptions()), **changes)
    there = [InstalledEngine(record, "intact")]
    plan = make_plan(package({}), pc, there, EngineOptions(), catalogue, rebuild=True)
    return built(one(plan))


def built(planned: Build) -> BuiltHere:
    assert isinstance(planned.source, BuiltHere)
    return planned.source


def shipped(*covered: CoveredModel, gpu: str = RTX_4070.name, problems: tuple[str, ...] = ()) -> Catalogue:
    entry = CacheEntry(
        file="a.cache",
        sha256="12" * 32,
        tensorrt="11.4.0.106",
        cuda="13.0",
        os="linux",
        compute_capability="8.9",
        gpu=gpu,
        model=list(covered),
    )
    return Catalogue(Path("/p/caches"), (entry,), tuple(map(verbatim, problems)))


@pytest.mark.parametrize("pc", [TENSORRT, machine(RTX_4070)], ids=["classic", "rtx"])
def test_the_same_model_takes_what_it_took_here_before(pc: Machine) -> None:
    unknown = again(pc, onnx_sha256="34" * 32).expected
    assert not unknown.known
    for seconds in (0.5, 300.0):
        expected = again(pc, seconds=seconds).expected
        assert expected.known
        assert expected.seconds == pytest.approx(seconds, abs=1)
    for changes in (
        {"seconds": 0.0},
        {"seconds": -5.0},
        {"seconds": math.inf},
        {"seconds": math.nan},
        {"backend": "another"},
        {"origin": Origin(feed="f", version=7, at="")},
    ):
        assert again(pc, **changes).expected == unknown


def test_a_model_that_a_cache_covers_takes_what_it_took_with_it() -> None:
    expected = again(catalogue=shipped(COVERED), onnx_sha256="34" * 32).expected
    assert expected.known
    assert expected.seconds == pytest.approx(7, abs=1)
    # On another GPU it is an estimate; and what it took here counts for more.
    elsewhere = again(catalogue=shipped(COVERED, gpu="NVIDIA GeForce RTX 4060"), onnx_sha256="34" * 32).expected
    assert (elsewhere.known, elsewhere.seconds) == (False, expected.seconds)
    assert again(catalogue=shipped(COVERED), seconds=42.0).expected.seconds == pytest.approx(42, abs=1)


@pytest.mark.parametrize(("seconds", "counts"), [(0.5, True), (200.0, True), (0.0, False), (math.inf, False)])
def test_what_timing_took_the_vendor_counts_where_nothing_else_is_known(seconds: float, counts: bool) -> None:
    app = with_feed({"strategy": "build-else-download"})
    gpu = GpuEntry(name=RTX_4070.name, uuid="", compute_capability="8.9")
    theirs = record_of(plan_of(app, None, on=TENSORRT), gpu=gpu, seconds=seconds)
    plain = one(plan_of(app, None, on=TENSORRT)).expected
    expected = one(plan_of(app, feed_of(theirs), on=TENSORRT)).expected
    assert not expected.known
    assert expected.seconds == pytest.approx(seconds if counts else plain.seconds, abs=0.5)
    known = InstalledEngine(replace(theirs, seconds=42.0), "damaged")
    assert one(plan_of(app, feed_of(theirs), [known], on=TENSORRT)).expected.seconds == pytest.approx(42, abs=1)
    covered = one(plan_of(app, feed_of(theirs), on=TENSORRT, catalogue=shipped(COVERED))).expected
    assert covered.seconds == pytest.approx(7, abs=1)


def test_timings_come_from_this_computer_and_from_what_ships() -> None:
    pc = replace(TENSORRT, overlay_folder=Path("/home/u/timings"))
    timing = again(pc, shipped(COVERED)).timing
    assert timing
    assert timing.gpu == RTX_4070
    assert timing.job
    assert timing.overlay
    assert timing.job.shipped == InputFile("/p/caches/a.cache", "12" * 32)
    assert timing.job.other_model is None
    assert timing.job.overlay == f"/home/u/timings/{timing.overlay.file_name}"
    assert timing.job.identity == timing.overlay.to_json()
    assert (timing.overlay.tensorrt, timing.overlay.cuda_major, timing.overlay.gpu_uuid) == (
        "11.4.0.106",
        "13",
        "GPU-1",
    )
    assert timing.overlay.driver_major == "580"
    other = again(pc, shipped(COVERED, gpu="NVIDIA GeForce RTX 4060")).timing
    assert other
    assert other.job
    assert other.job.other_model == "NVIDIA GeForce RTX 4060"
    bare = again(replace(TENSORRT, driver=Driver(None, None))).timing
    assert bare
    assert bare.job
    assert bare.overlay
    assert (bare.job.shipped, bare.job.other_model, bare.job.overlay) == (None, None, None)
    assert bare.overlay.driver_major is None


def test_no_timings_are_taken_where_they_are_not_respected_or_nothing_is_timed() -> None:
    plan = make_plan(package({"optimization_level": 0}), TENSORRT, [], EngineOptions(), shipped(COVERED))
    timing = built(one(plan)).timing
    assert timing
    assert (timing.gpu, timing.overlay, timing.job) == (RTX_4070, None, None)
    assert again(machine(RTX_4070)).timing is None


def test_caches_that_ship_and_cannot_be_used_are_the_reason_for_there_being_none() -> None:
    def reason(catalogue: Catalogue) -> str:
        timing = again(catalogue=catalogue).timing
        assert timing
        return timing.cache.reason

    damaged = shipped(problems=("a.cache is damaged", "b.cache is damaged"))
    assert reason(replace(damaged, entries=())) == "those that ship cannot be used: a.cache is damaged"
    assert reason(replace(damaged, entries=(), problems=())) == "the application ships none"
    assert "cannot be used" not in reason(damaged)


def test_how_many_timings_are_needed_is_known_from_the_cache_or_from_the_last_build() -> None:
    used = TimingCacheUse(hits=3, misses=9)

    def tactics(catalogue: Catalogue | None = None, **changes: Any) -> int | None:
        timing = again(catalogue=catalogue, **changes).timing
        assert timing
        assert timing.job
        return timing.job.tactics

    assert tactics(timing_cache=used) == 12
    assert tactics() is None
    others: list[dict[str, Any]] = [{"onnx_sha256": "34" * 32}, {"library_version": "1.0"}, {"settings": {}}]
    for changes in others:
        assert tactics(timing_cache=used, **changes) is None
    settings = wanted_settings()
    exact = COVERED.model_copy(update={"settings": settings_digest(settings)})
    assert tactics(shipped(exact), timing_cache=used) == 15


def wanted_settings() -> BuildSettings:
    settings = make_plan(package({}), TENSORRT, [], EngineOptions()).engines[0].wanted.settings
    assert settings
    return settings


# --- The choice between the two ---------------------------------------------------------------------------------------


def ways(strategy: Any, here: Any = None, there: Any = None, **more: Any) -> tuple[str, str | None, str]:
    """How the choice falls; by default, both ways are there."""
    fetched = one(plan_of(with_feed({"strategy": "download"}), feed_of(offer(size=10)))).source
    made = built(one(plan_of(with_feed(), None)))
    source, otherwise, reason = choose_sources("m0", strategy, here or made, there or fetched, **more)  # type: ignore[arg-type]
    kinds = {BuiltHere: "build", Downloaded: "download"}
    return kinds[type(source)], kinds[type(otherwise)] if otherwise else None, reason


MISSING = LibraryMissing(say("No library is installed."))
NO_OFFER = say("the vendor offers no engine")


@pytest.mark.parametrize(
    ("strategy", "here", "there", "chosen", "begins"),
    [
        ("build", None, None, ("build", None), "the app package has it built here; "),
        ("download", None, None, ("download", None), "the app package has it downloaded; "),
        ("download-else-build", None, None, ("download", "build"), "the app package prefers downloads; "),
        ("build-else-download", None, None, ("build", "download"), "the app package prefers building here; "),
        ("on-demand", None, None, ("download", "build"), "this takes less time; "),
        (None, None, None, ("download", "build"), "this takes less time; "),
        # What was not a choice is not called one.
        ("download-else-build", None, NO_OFFER, ("build", None), "the vendor offers no engine; "),
        ("download-else-build", MISSING, None, ("download", None), "the vendor offers an engine"),
        ("build-else-download", MISSING, None, ("download", None), "the vendor offers an engine"),
        ("build-else-download", None, OUT_OF_REACH, ("build", None), "nothing can be downloaded now: https://cdn"),
        (None, MISSING, None, ("download", None), "the vendor offers an engine"),
        (None, None, NO_OFFER, ("build", None), "the vendor offers no engine; "),
    ],
)
def test_the_reason_for_a_source_is_the_vendors_wish_where_that_decided(
    strategy: str | None, here: Any, there: Any, chosen: tuple[str, str | None], begins: str
) -> None:
    source, otherwise, reason = ways(strategy, here, there)
    assert (source, otherwise) == chosen
    assert reason.startswith(begins)
    assert ("building it here takes about" in reason) == (here is None)
    assert ("it cannot be built here: No library is installed" in reason) == (here is not None)
    assert "of the engine library" not in reason


@pytest.mark.parametrize("strategy", ["build-else-download", "download-else-build", None])
def test_without_any_way_every_reason_is_said_once(strategy: str | None) -> None:
    with pytest.raises(NoSource) as raised:
        ways(strategy, MISSING, OUT_OF_REACH)
    error = raised.value.error
    assert "No library is installed." in error.message
    assert "no route." in error.message
    assert isinstance(error, DownloadFailed if strategy == "download-else-build" else LibraryMissing)
    with pytest.raises(NoSource) as raised:
        ways("build", MISSING, OUT_OF_REACH)
    assert raised.value.error is MISSING


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.01, "0.1"), (0.26, "0.3"), (9.94, "9.9"), (10.0, "10"), (10.2, "11"), (59.5, "60")]
)
def test_a_time_is_written_so_that_the_shorter_of_two_is_seen(seconds: float, words: str) -> None:
    made = built(one(plan_of(with_feed(), None)))
    timed = replace(made, expected=replace(made.expected, seconds=seconds))
    assert f"building it here takes about {words} s" in ways("build", timed)[2]

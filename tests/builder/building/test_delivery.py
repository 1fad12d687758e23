"""Plans with models that are not in the app package, but in the vendor's feed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builder.app_package.package import AppPackage
from builder.base.errors import DownloadFailed, EngineInstallerError, LibraryMissing, ModelInvalid
from builder.base.text import say
from builder.building.delivery import Delivery
from builder.building.plan import BuildPlan
from builder.building.planner import make_plan
from builder.building.source import BuiltHere, Downloaded, NoSource
from builder.engines.index import EngineRecord
from builder.engines.options import EngineOptions
from builder.feed.contents import Feed, OfferedFile
from tests.builder.building.test_source import feed_of, offer, with_feed
from tests.support.plans import RTX_4070, decision, machine
from tests.support.references import with_fp16_variant

SIZE = 40_000_000
OFFLINE = DownloadFailed(say("There is no network."))


def in_feed(**defaults: Any) -> AppPackage:
    package = with_feed({"feature": "Sky", "size": SIZE, "sha256": "ab" * 32, "in_feed": True}, **defaults)
    (model,) = package.models
    return replace(package, models=(replace(model, onnx=replace(model.onnx, size=SIZE, in_feed=True)),))


def has(sha256: str = "ab" * 32, *, is_folder: bool = False) -> Feed:
    return replace(feed_of(is_folder=is_folder), models={sha256: OfferedFile(f"models/{sha256}", SIZE, sha256)})


def plan_of(package: AppPackage, feed: Feed | EngineInstallerError | None) -> BuildPlan:
    return make_plan(package, machine(RTX_4070), [], EngineOptions(), feed=feed)


def test_a_size_that_the_feed_contradicts_is_told_before_anything_is_fetched() -> None:
    feed = replace(has(), models={"ab" * 32: OfferedFile("models/" + "ab" * 32, SIZE + 1, "ab" * 32)})
    refusal = plan_of(in_feed(strategy="build"), feed).refusal
    assert isinstance(refusal, ModelInvalid)
    assert f"{SIZE} bytes, but the vendor delivers {SIZE + 1}" in refusal.message


@pytest.mark.parametrize("strategy", ["build", None, "on-demand"])
def test_the_feed_is_asked_for_the_model_and_its_bytes_count(strategy: str | None) -> None:
    package = in_feed(**({"strategy": strategy} if strategy == "build" else {}))
    first = plan_of(package, None)
    assert first.asks_feed
    here = with_feed({}, strategy="build")
    (model,) = here.models
    model = replace(model, onnx=replace(model.onnx, size=SIZE))
    usual = make_plan(replace(here, models=(model,)), machine(RTX_4070), [], EngineOptions())
    assert not usual.asks_feed
    for feed, seconds in ((has(), SIZE / 5e6), (has(is_folder=True), SIZE / 200e6)):
        plan = plan_of(package, feed)
        (build,) = plan.to_build
        assert isinstance(build.source, BuiltHere)
        more = build.expected.seconds - usual.to_build[0].expected.seconds
        assert more == pytest.approx(seconds, rel=0.15)
        assert not build.expected.bytes_to_fetch
        assert decision(plan, "model file") == ("download", "it is not in the app package: 40.0 MB from the feed")
        (planned,) = plan.to_json()["models"]
        assert (planned["source"], planned["download_mib"]) == ("build", round(SIZE / (1 << 20), 1))


@pytest.mark.parametrize(
    ("feed", "why"),
    [
        (OFFLINE, "There is no network."),
        (has("cd" * 32), "The model 'm0' is neither in the app package nor in the feed."),
    ],
)
def test_without_its_model_nothing_is_built(feed: Feed | EngineInstallerError, why: str) -> None:
    refusal = plan_of(in_feed(strategy="build"), feed).refusal
    assert isinstance(refusal, DownloadFailed)
    assert why in refusal.message


# --- Which of the two ways --------------------------------------------------------------------------------------------

RTX_OFFER = offer()


def delivery(package: AppPackage, feed: Feed | EngineInstallerError | None, **more: Any) -> Delivery:
    values: dict[str, Any] = {"library_problem": None, "library_bytes": 0}
    return Delivery(package, feed, **values | more)


def built_of(record: EngineRecord | None = None) -> BuiltHere:
    del record
    (build,) = plan_of(with_feed({}), None).to_build
    assert isinstance(build.source, BuiltHere)
    return replace(build.source, expected=replace(build.source.expected, known=True))


def sources(one: Delivery, build: Any = built_of, **wanted: Any) -> Any:
    """The two ways to get the engine of the package's model, and what is said of them."""
    (model,) = one.package.models
    (planned,) = plan_of(with_feed({}), None).to_build
    return one.sources(model, replace(planned.wanted, **wanted), build)


def test_without_a_feed_an_engine_is_built_here_and_nothing_is_said_of_it() -> None:
    for package, feed in (
        (with_feed({}), None),
        (with_feed({"strategy": "build"}), feed_of(RTX_OFFER)),
        (with_feed({"strategy": "build"}), OFFLINE),
    ):
        assert sources(delivery(package, feed)) == (built_of(), None, ())
    for feed in (None, feed_of(RTX_OFFER), OFFLINE):
        with pytest.raises(NoSource) as raised:
            sources(delivery(with_feed({"strategy": "build"}), feed), lambda _: None)
        assert isinstance(raised.value.error, LibraryMissing)
        assert raised.value.error.message == "TensorRT-RTX is not installed."
        assert raised.value.error.hint


def test_the_feed_is_a_way_where_the_package_allows_it() -> None:
    both = with_feed({"strategy": "build-else-download"})
    here, there, (decision,) = sources(delivery(both, feed_of(RTX_OFFER)))
    assert (here, decision.what, decision.choice) == (built_of(), "source", "build")
    assert isinstance(there, Downloaded)
    assert there.offer.record == RTX_OFFER
    there, here, (decision,) = sources(delivery(with_feed({"strategy": "download-else-build"}), feed_of(RTX_OFFER)))
    assert isinstance(there, Downloaded)
    assert (here, decision.what, decision.choice) == (built_of(), "source", "download")
    assert decision.reason.startswith("the app package prefers downloads; ")
    # Without the library here, the feed is the only way.
    there, here, _ = sources(delivery(both, feed_of(RTX_OFFER)), lambda _: None)
    assert isinstance(there, Downloaded)
    assert here is None


def test_a_library_that_cannot_be_had_is_the_reason_why_nothing_is_built() -> None:
    problem = LibraryMissing(say("The wheels are gone."))
    both = with_feed({"strategy": "build-else-download"})
    there, here, (decision,) = sources(delivery(both, feed_of(RTX_OFFER), library_problem=problem))
    assert isinstance(there, Downloaded)
    assert here is None
    assert "it cannot be built here: The wheels are gone." in decision.reason + "."


def test_how_the_vendor_has_built_it_says_how_long_it_takes_here() -> None:
    asked: list[EngineRecord | None] = []

    def build(record: EngineRecord | None) -> BuiltHere:
        asked.append(record)
        return built_of()

    package = with_feed({"strategy": "build-else-download"})
    for feed in (feed_of(RTX_OFFER), feed_of(), OFFLINE):
        sources(delivery(package, feed), build)
    assert asked == [RTX_OFFER, None, None]


def test_a_model_from_the_feed_counts_among_what_is_downloaded() -> None:
    package = in_feed(strategy="build-else-download")
    for feed in (None, has()):
        source, _, decisions = sources(delivery(package, feed))
        assert [(item.what, item.choice) for item in decisions][-1] == ("model file", "download")
        assert source.expected.seconds > built_of().expected.seconds
        assert not source.expected.known  # nobody knows the connection
    with pytest.raises(NoSource) as raised:
        sources(delivery(in_feed(strategy="build"), None), lambda _: None)
    assert isinstance(raised.value.error, LibraryMissing)


def test_a_model_of_which_one_file_cannot_be_had_is_not_built() -> None:
    package = in_feed()
    (model,) = package.models
    weights = replace(model.onnx, path=Path("/p/w.bin"), relative="w.bin", sha256="cd" * 32)
    package = replace(package, models=(replace(model, external_data=(weights,)),))
    with pytest.raises(NoSource) as raised:
        sources(delivery(package, has()))
    assert isinstance(raised.value.error, DownloadFailed)


def test_the_libraries_of_a_feed_are_those_of_its_engines_of_the_model() -> None:
    package = with_fp16_variant(with_feed({}))
    (model,) = package.models
    of_variant = replace(RTX_OFFER, onnx_sha256="ef" * 32, backend="tensorrt")
    of_another = replace(RTX_OFFER, onnx_sha256="12" * 32, backend="another")
    assert delivery(package, feed_of(RTX_OFFER, of_variant, of_another)).backends_of(model) == {
        "tensorrt-rtx",
        "tensorrt",
    }
    for feed in (None, OFFLINE, feed_of(of_another)):
        assert delivery(package, feed).backends_of(model) == set()


MISSING = LibraryMissing(say("No engine library is installed."))


@pytest.mark.parametrize(
    ("strategy", "feed", "said"),
    [
        ("download-else-build", None, ["No engine library is installed."]),
        ("build", OFFLINE, ["No engine library is installed."]),
        ("build", feed_of(), ["No engine library is installed."]),
        ("download", OFFLINE, ["There is no network."]),
        ("download", feed_of(), ["'m0' cannot be downloaded: the vendor offers no engine of this version"]),
        ("build-else-download", OFFLINE, ["No engine library is installed.", "There is no network."]),
        ("build-else-download", feed_of(), ["No engine library is installed.", "offers no engine of this version"]),
    ],
)
def test_without_either_way_both_reasons_are_said(
    strategy: str, feed: Feed | EngineInstallerError | None, said: list[str]
) -> None:
    package = with_feed({"strategy": strategy})
    (model,) = package.models
    error = delivery(package, feed).why_neither(model, MISSING)
    for words in said:
        assert words in error.message
    assert ("No engine library" in error.message) == ("No engine library is installed." in said)
    assert (error is MISSING) == (feed is None or strategy == "build")


@pytest.mark.parametrize("strategy", ["build", "download", "download-else-build", "build-else-download", None])
def test_what_the_package_wants_built_here_never_comes_from_the_vendor(strategy: str | None) -> None:
    package = with_feed({"strategy": strategy} if strategy else {})
    (model,) = package.models
    assert delivery(package, None).allows(model) == (strategy != "build")

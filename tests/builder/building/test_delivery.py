"""Plans with models that are not in the app package, but in the vendor's feed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from builder.app_package.package import AppPackage
from builder.base.errors import DownloadFailed, EngineInstallerError, ModelInvalid
from builder.base.text import say
from builder.building.plan import BuildPlan
from builder.building.planner import make_plan
from builder.building.source import BuiltHere
from builder.engines.options import EngineOptions
from builder.feed.contents import Feed, OfferedFile
from tests.builder.building.test_source import feed_of, with_feed
from tests.support.plans import RTX_4070, decision, machine

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

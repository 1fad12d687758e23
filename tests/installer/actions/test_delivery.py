"""What a run takes from the vendor's feed: only what was signed, asked for once, and kept for the next run."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pytest

from builder.base.cancellation import CancelToken
from builder.base.errors import (
    Cancelled,
    DownloadFailed,
    FeedNotTrusted,
    InvalidParameter,
    PackageInvalid,
    Remedy,
)
from builder.base.events import ModelFinished, ModelStarted
from builder.base.json_file import read_json
from builder.base.text import say
from builder.engines.index import EngineIndex
from builder.engines.options import EngineOptions
from builder.engines.store import EngineStore
from builder.feed import client, statement
from builder.feed.client import OpenFeed
from builder.feed.contents import Feed
from installer.actions.delivery import Delivery, parts_of
from tests.support.feeds import MadeFeed, flip_byte
from tests.support.models import conv_net
from tests.support.packages import model_entry, write_manifest
from tests.support.quick_builds import Pc, Ran, source_of

PORTABLE = EngineOptions(portable=True)
NAMES = ("alpha", "beta")
Opened = list[tuple[object, ...]]


@dataclass
class Fed:
    """A computer whose application has a feed, with engines that the vendor has built there.

    Attributes:
        pc: the user's.
        feed: the vendor's.
    """

    pc: Pc
    feed: MadeFeed

    def package(self, strategy: str = "download", **top: Any) -> None:
        models = [model_entry(self.pc.package, self.pc.package / f"{name}.onnx", strategy=strategy) for name in NAMES]
        (self.pc.package / "feed-root.json").write_bytes(self.feed.root)
        table = {"url": "https://localhost:9", "root": "feed-root.json"}
        write_manifest(self.pc.package, *models, feed=table, **top)

    def run(self, command: str = "install", cancel: CancelToken | None = None, **asked: Any) -> Ran:
        return self.pc.run(command, cancel, options=PORTABLE, feed=self.feed.folder, **asked)

    @property
    def staged(self) -> set[str]:
        folder = self.pc.target / "engines/.staging"
        return {path.name for path in folder.iterdir()} if folder.exists() else set()


def outcomes(ran: Ran) -> dict[str, str]:
    return {event.model: event.outcome for event in ran.of(ModelFinished)}


@pytest.fixture
def fed(pc: Pc) -> Fed:
    """Nothing is installed; the feed has the engines that were built here."""
    pc.package.mkdir()
    for number, name in enumerate(NAMES):
        conv_net(pc.package / f"{name}.onnx", channels=8 + number)
    write_manifest(pc.package, *(model_entry(pc.package, pc.package / f"{name}.onnx") for name in NAMES))
    pc.run(options=PORTABLE)
    made = Fed(pc, MadeFeed(pc.home / "feed"))
    index = read_json(pc.target / "engines/engines.json", EngineIndex, 1)
    assert index
    for record in index.engines:
        made.feed.add_engine((pc.target / "engines" / record.file).read_bytes(), record)
    made.feed.publish()
    pc.run("uninstall")
    pc.workers.built.clear()
    made.package()
    return made


@pytest.fixture
def opened(fed: Fed) -> Opened:
    """What feeds were opened with."""
    calls: Opened = []
    really = client.open_feed

    def open_feed(*arguments: Any) -> OpenFeed:
        calls.append(arguments)
        return really(*arguments)

    fed.pc.patch.setattr(client, "open_feed", open_feed)
    return calls


def test_what_is_delivered_is_not_built(fed: Fed) -> None:
    ran = fed.run()
    assert outcomes(ran) == {"alpha": "downloaded", "beta": "downloaded"}
    assert fed.pc.workers.built == []
    assert {event.source for event in ran.of(ModelStarted)} == {"download"}
    assert [engine["origin"]["version"] for engine in fed.pc.index["engines"]] == [1, 1]
    assert fed.pc.receipt["feed"]["targets"] == 1


def test_the_feed_is_opened_once_and_only_where_something_may_come_from_it(fed: Fed, opened: Opened) -> None:
    fed.run()
    assert len(opened) == 1
    fed.run()
    assert len(opened) == 1


def test_another_look_asks_nothing_that_has_been_asked(fed: Fed, opened: Opened) -> None:
    package = fed.pc.plan(options=PORTABLE, feed=fed.feed.folder).build.package
    first = Delivery(fed.feed.folder, CancelToken())
    assert first.feed is None
    assert first.statement() is None
    feed = first.ask(package, None)
    assert isinstance(feed, Feed)
    before = len(opened)
    again = first.again(CancelToken())
    assert again.feed is feed
    assert again.ask(package, None) is feed
    assert len(opened) == before


def test_a_feed_that_cannot_be_had_is_asked_no_second_time(fed: Fed, opened: Opened) -> None:
    package = fed.pc.plan(options=PORTABLE, feed=fed.feed.folder).build.package
    opened.clear()
    missing = Delivery(fed.pc.home / "nowhere", CancelToken())
    reason = missing.ask(package, None)
    assert reason is not None
    assert not isinstance(reason, Feed)
    assert missing.ask(package, None) is reason
    assert len(opened) == 1
    assert missing.statement() is None


def test_of_a_package_without_a_feed_nothing_is_asked(pc: Pc) -> None:
    conv_net(pc.package / "alpha.onnx")
    write_manifest(pc.package, model_entry(pc.package, pc.package / "alpha.onnx"))
    package = pc.plan().build.package
    delivery = Delivery(None, CancelToken())
    assert delivery.ask(package, None) is None
    assert delivery.seen(package, None) is None
    delivery.check(package)
    with pytest.raises(InvalidParameter, match="Test App has no feed"):
        Delivery(pc.home, CancelToken()).check(package)


def test_a_snapshot_is_for_an_application_that_has_a_feed(fed: Fed) -> None:
    package = fed.pc.plan(options=PORTABLE, feed=fed.feed.folder).build.package
    Delivery(fed.feed.folder, CancelToken()).check(package)


def test_what_was_seen_of_the_feed_is_remembered_where_it_cannot_be_had(fed: Fed) -> None:
    fed.run()
    seen = fed.pc.receipt["feed"]
    conv_net(fed.pc.package / "alpha.onnx", channels=20)
    fed.package("download-else-build")
    assert seen is not None
    fed.pc.run(options=PORTABLE, feed=fed.pc.home / "nowhere")
    assert fed.pc.receipt["feed"] == seen


def test_a_feed_older_than_what_was_seen_is_refused(fed: Fed) -> None:
    fed.feed.publish()
    fed.run()
    older = MadeFeed(fed.pc.home / "older", keys=fed.feed.keys)
    older.targets = {}
    older.publish()
    conv_net(fed.pc.package / "alpha.onnx", channels=20)
    fed.package()
    before = fed.pc.files()
    with pytest.raises(FeedNotTrusted):
        fed.pc.run(options=PORTABLE, feed=older.folder)
    assert fed.pc.files() == before


def test_an_engine_that_is_not_what_was_signed_is_never_published(fed: Fed) -> None:
    for path in fed.feed.targets:
        flip_byte(fed.feed.file(path))
    with pytest.raises(FeedNotTrusted):
        fed.run()
    assert not fed.pc.target.exists()


def test_what_cannot_be_downloaded_is_built_where_the_package_says_so(fed: Fed) -> None:
    fed.package("download-else-build")
    ran = fed.pc.run(options=PORTABLE, feed=fed.pc.home / "nowhere")
    assert outcomes(ran) == {"alpha": "built", "beta": "built"}
    assert "Engines are built here, because none can be downloaded now: " in ran.said
    assert "Engines are built here" not in fed.run(rebuild=True).said


def test_an_application_that_builds_everything_says_nothing_of_its_feed(fed: Fed) -> None:
    fed.package("build")
    ran = fed.pc.run(options=PORTABLE, feed=fed.pc.home / "nowhere")
    assert outcomes(ran) == {"alpha": "built", "beta": "built"}
    assert "Engines are built here" not in ran.said


def test_what_has_come_of_engines_stays_for_the_next_run_unless_this_one_is_cancelled(fed: Fed) -> None:
    plan = fed.pc.plan(options=PORTABLE, feed=fed.feed.folder)
    parts = parts_of(plan.build.to_build, EngineStore(fed.pc.target))
    hashes = [target.hashes["sha256"] for target in fed.feed.targets.values()]
    assert len(parts) == 2
    assert {part.name for part in parts} == {EngineStore(fed.pc.target).part_path(sha256).name for sha256 in hashes}
    fed.package("build")
    plan = fed.pc.plan(options=PORTABLE)
    assert parts_of(plan.build.to_build, EngineStore(fed.pc.target)) == set()


def test_the_keys_of_the_feed_are_those_that_were_checked_with_the_package(fed: Fed) -> None:
    package = fed.pc.plan(options=PORTABLE, feed=fed.feed.folder).build.package
    (fed.pc.package / "feed-root.json").write_bytes(MadeFeed(fed.pc.home / "theirs").root)
    reason = Delivery(fed.feed.folder, CancelToken()).ask(package, None)
    assert isinstance(reason, PackageInvalid)
    assert "feed-root.json was changed while it was being installed" in reason.message
    assert reason.remedy is Remedy.TRY_AGAIN


def test_a_run_that_is_cancelled_while_it_asks_ends_so(fed: Fed) -> None:
    package = fed.pc.plan(options=PORTABLE, feed=fed.feed.folder).build.package
    cancel = CancelToken()

    def interrupted(*_arguments: object) -> OpenFeed:
        cancel.cancel()
        raise DownloadFailed(say("interrupted"))

    fed.pc.patch.setattr(client, "open_feed", interrupted)
    with pytest.raises(Cancelled):
        Delivery(fed.feed.folder, cancel).ask(package, None)

    def stopped(*_arguments: object) -> OpenFeed:
        raise Cancelled

    fed.pc.patch.setattr(client, "open_feed", stopped)
    with pytest.raises(Cancelled):
        Delivery(fed.feed.folder, CancelToken()).ask(package, None)


STATEMENT = json.dumps({"schema": 1, "engines": []}).encode()


def test_the_vendors_statement_is_fetched_and_verified(fed: Fed) -> None:
    fed.feed.add_statement(STATEMENT)
    fed.feed.publish()
    package = fed.pc.plan(options=PORTABLE, feed=fed.feed.folder).build.package
    delivery = Delivery(fed.feed.folder, CancelToken())
    delivery.ask(package, None)
    assert delivery.statement() == STATEMENT
    flip_byte(fed.feed.file("expectations.json"))
    with pytest.raises(FeedNotTrusted):
        delivery.statement()


@pytest.mark.parametrize(("more", "refused"), [(0, False), (-1, True)])
def test_a_statement_that_is_too_large_is_not_even_fetched(fed: Fed, more: int, refused: bool) -> None:
    fed.feed.add_statement(STATEMENT)
    fed.feed.publish()
    package = fed.pc.plan(options=PORTABLE, feed=fed.feed.folder).build.package
    delivery = Delivery(fed.feed.folder, CancelToken())
    delivery.ask(package, None)
    fed.pc.patch.setattr("installer.actions.delivery.MOST_BYTES", len(STATEMENT) + more)
    assert len(STATEMENT) < statement.MOST_BYTES
    if refused:
        fed.feed.file("expectations.json").unlink()
        with pytest.raises(FeedNotTrusted, match="The feed's statement about engines was refused"):
            delivery.statement()
    else:
        assert delivery.statement() == STATEMENT


def test_a_model_that_is_not_in_the_package_is_fetched_where_its_engine_is_built(fed: Fed) -> None:
    alpha = conv_net(fed.pc.package / "alpha.onnx", channels=20)
    content = alpha.read_bytes()
    sha256 = fed.feed.add_model(content)
    fed.feed.publish()
    entry = {"name": "alpha", "onnx": "alpha.onnx", "sha256": sha256, "in_feed": True, "size": len(content)}
    alpha.unlink()
    table = {"url": "https://localhost:9", "root": "feed-root.json"}
    write_manifest(fed.pc.package, entry, feed=table)
    read: list[bytes] = []
    fed.pc.workers.meanwhile = lambda job: read.append(source_of(job).read_bytes())
    assert outcomes(fed.run()) == {"alpha": "built"}
    assert read == [content]
    assert fed.staged == set()

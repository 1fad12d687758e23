"""Installations of models that are not in the app package, but in the vendor's feed: real builds, a real server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.feeds import MadeFeed, flip_byte
from tests.support.models import conv_net, net_with_external_data
from tests.support.packages import model_entry, write_manifest
from tests.support.program import Ended, run
from tests.support.web import Authority, files_of, make_authority, serve

Asked = list[tuple[str, str | None]]


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return make_authority(tmp_path_factory.mktemp("authority"))


class World:
    """A vendor's feed behind a server, and the computer of a user who has an app package that lacks a model."""

    def __init__(self, home: Path, authority: Authority) -> None:
        self.home, self.target, self.package = home, home / "target", home / "package"
        self.asked: Asked = []
        self.env = {"SSL_CERT_FILE": str(authority.certificate), "no_proxy": "localhost"}
        self.feed = MadeFeed(home / "feed")
        here = conv_net(self.package / "models/here.onnx")
        there = net_with_external_data(home / "models/there.onnx")
        self.files = [there, there.with_name("weights.bin")]
        self.hashes = [self.feed.add_model(file.read_bytes()) for file in self.files]
        self.feed.publish()
        onnx, weights = (
            {"sha256": sha256, "size": file.stat().st_size}
            for sha256, file in zip(self.hashes, self.files, strict=True)
        )
        self.entries: list[dict[str, Any]] = [
            model_entry(self.package, here),
            {
                "name": "there",
                "onnx": "models/there.onnx",
                "in_feed": True,
                **onnx,
                "external_data": [{"file": "models/weights.bin", **weights}],
                "feature": "Sky",
            },
        ]
        (self.package / "feed-root.json").write_bytes(self.feed.root)

    def write(self, url: str, **values: Any) -> None:
        entries = [self.entries[0], self.entries[1] | values]
        write_manifest(self.package, *entries, feed={"url": url, "root": "feed-root.json"})

    def run(self, action: str, *options: str | Path) -> Ended:
        arguments = [action, "--quiet", "--json", "--target", self.target, *options]
        return run(*arguments, home=self.home, env=self.env)

    def install(self, *options: str | Path) -> Ended:
        return self.run("install", "--package", self.package, *options)

    @property
    def fetched(self) -> list[str]:
        """The hashes of the files that were asked for, besides lists."""
        return [path.rpartition(".")[2] for path, _ in self.asked if path.startswith("/targets/")]


@pytest.fixture
def world(tmp_path: Path, authority: Authority) -> Iterator[World]:
    made = World(tmp_path, authority)
    with serve(files_of(made.feed.folder, made.asked), authority.server) as url:
        made.write(url)
        yield made


def engine_of(world: World, model: str) -> Path:
    index = json.loads((world.target / "engines/engines.json").read_text())
    (file,) = [engine["file"] for engine in index["engines"] if engine["model"] == model]
    return world.target / "engines" / str(file)


def test_a_model_is_fetched_when_its_engine_is_built_and_not_kept(world: World) -> None:
    ended = world.install()
    assert ended.code == 0, ended.err
    assert world.fetched == world.hashes
    told = {event["file"]: event for event in ended.events if event["event"] == "downloading"}
    assert list(told) == ["models/there.onnx", "models/weights.bin"]
    assert all(event["received"] == event["size"] and event["model"] == "there" for event in told.values())
    assert engine_of(world, "there").exists()
    assert not [path for path in world.target.rglob("*") if path.name in ("there.onnx", "weights.bin")]
    assert not (world.target / "engines/.staging").exists()
    # What is current asks nobody.
    world.asked.clear()
    assert world.install().code == 0
    status = run("status", "--json", "--target", world.target, home=world.home, env=world.env)
    assert json.loads(status.out)["state"] == "ready"
    assert world.run("repair").code == 0
    assert world.asked == []
    # A repair has only what was installed.
    flip_byte(engine_of(world, "there"), 100)
    (world.package / "app.toml").unlink()
    ended = world.run("repair")
    assert ended.code == 0, ended.err
    assert world.fetched == world.hashes
    assert world.run("uninstall").code == 0
    assert not world.target.exists()


def test_it_comes_from_a_folder_without_any_network(world: World) -> None:
    world.write("https://localhost:1")
    ended = world.install("--feed", world.feed.folder)
    assert ended.code == 0, ended.err
    assert engine_of(world, "there").exists()
    assert world.asked == []


def test_without_the_feed_nothing_is_begun(world: World) -> None:
    world.write("https://localhost:1")
    ended = world.install()
    assert ended.events[-1]["name"] == "system_not_supported"
    assert "https://localhost:1" in ended.events[-1]["detail"]
    assert not world.target.exists()
    # Who leaves it out needs no feed.
    assert world.install("--without", "Sky").code == 0


def test_a_model_that_was_changed_is_not_built(world: World) -> None:
    flip_byte(world.feed.file(f"models/{world.hashes[1]}"))
    ended = world.install()
    outcomes = {event["model"]: event["outcome"] for event in ended.events if event["event"] == "model_finished"}
    assert outcomes == {"here": "built", "there": "failed"}
    assert "was changed: it is not what was signed" in ended.events[-1]["detail"]


def test_what_has_come_of_a_model_is_not_fetched_again(world: World, authority: Authority) -> None:
    """The second file does not come; the next run needs only that one."""
    honest = files_of(world.feed.folder, world.asked)

    def without_weights(request: Any) -> None:
        if request.path.endswith(world.hashes[1]):
            request.send_error(404)
        else:
            honest(request)

    manifest = world.package / "app.toml"
    text = manifest.read_text()
    with serve(without_weights, authority.server) as url:
        world.write(url)
        ended = world.install()
    outcomes = {event["model"]: event["outcome"] for event in ended.events if event["event"] == "model_finished"}
    assert outcomes == {"here": "built", "there": "failed"}
    manifest.write_text(text)
    world.asked.clear()
    ended = world.install()
    assert ended.code == 0, ended.err
    assert world.fetched == [world.hashes[1]]


@pytest.mark.parametrize("on_demand", [False, True])
def test_a_feature_that_is_added_later_brings_its_model(world: World, *, on_demand: bool) -> None:
    if on_demand:
        text = (world.package / "app.toml").read_text()
        (world.package / "app.toml").write_text(text + 'strategy = "on-demand"\n')
    assert world.install(*([] if on_demand else ["--without", "Sky"])).code == 0
    assert world.fetched == []
    world.asked.clear()
    status = run("status", "--json", "--target", world.target, home=world.home, env=world.env)
    (feature,) = json.loads(status.out)["available"]
    assert (feature["installed"], feature["on_demand"]) == (False, on_demand)
    assert feature["download_mib"] >= round(sum(file.stat().st_size for file in world.files) / (1 << 20), 1)
    assert not world.asked
    ended = world.run("add", "Sky")
    assert ended.code == 0, ended.err
    assert world.fetched == world.hashes
    assert engine_of(world, "there").exists()


def test_the_plan_says_what_is_fetched(world: World) -> None:
    plan = run(
        "install", "--plan", "--package", world.package, "--target", world.target, home=world.home, env=world.env
    )
    assert plan.code == 0, plan.err
    assert "it is not in the app package: 0.0 MB from the feed" in plan.out
    assert world.fetched == []

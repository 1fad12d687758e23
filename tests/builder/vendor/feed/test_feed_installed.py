"""A vendor's feed over a year, made with the vendor's own commands, and a PC that installs from it each time."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from builder.base.errors import ExitCode
from tests.support.nvml import RTX_4070, Machine, environment_of
from tests.support.packages import model_entry, small_package, write_manifest
from tests.support.program import Ended
from tests.support.runs import install
from tests.support.vendor_feeds import VendorFeed, run_feed


def vendors_package(package: Path, feed: VendorFeed) -> Path:
    """A release: the models of a package, to be downloaded as engines and never built."""
    entries = [model_entry(package, file, strategy="download") for file in sorted((package / "models").glob("*.onnx"))]
    write_manifest(package, *entries, feed={"url": "https://localhost:9", "root": "feed-root.json"})
    shutil.copy2(feed.pin, package)
    return package


class Pc:
    """A user's computer with an RTX 4070."""

    def __init__(self, home: Path) -> None:
        home.mkdir()
        self.home = home

    def install(self, package: Path, feed: VendorFeed) -> Ended:
        return install(self.home, package, "--feed", feed.folder, env=environment_of(Machine((RTX_4070,))))

    @property
    def engines(self) -> dict[str, dict[str, Any]]:
        index = json.loads((self.home / "target/engines/engines.json").read_text())
        return {engine["model"]: engine for engine in index["engines"]}


def test_a_pc_follows_the_vendor_through_new_keys_and_releases(
    feed: VendorFeed, installed: Path, tmp_path: Path
) -> None:
    feed.done("add", installed, *feed.keys("targets", "online"))
    first = vendors_package(shutil.copytree(installed.parent / "package", tmp_path / "release-1"), feed)
    pc = Pc(tmp_path / "pc")
    ended = pc.install(first, feed)
    assert ended.code == 0, ended.err
    theirs = {
        engine["model"]: engine for engine in json.loads((installed / "engines/engines.json").read_text())["engines"]
    }
    for model, engine in pc.engines.items():
        assert engine["sha256"] == theirs[model]["sha256"]
        assert engine["origin"]["kind"] == "downloaded"
        assert engine["gpu"]["uuid"] == RTX_4070.uuid
    old_state = shutil.copytree(feed.folder, tmp_path / "old-state")

    # The targets key and the online key are stolen, and replaced without them.
    for role in ("targets", "online"):
        run_feed("key", feed.key(f"{role}-2"))
    root = feed.published("root").signed
    gone = {role: root.roles[name].keyids[0] for role, name in (("targets", "targets"), ("online", "timestamp"))}
    rotation = [f"--rotate-in={role}={feed.key(f'{role}-2')}" for role in gone]
    rotation += [f"--rotate-out={role}={keyid}" for role, keyid in gone.items()]
    feed.done("sign", *rotation, *feed.keys("root", "targets-2", "online-2"))

    # A release with another alpha; whoever has the first package, and its list of keys, follows.
    vendor = tmp_path / "vendor"
    vendor.mkdir()
    second = small_package(tmp_path / "release-2", "gamma", "alpha", "beta")
    for name in ("gamma.onnx", "beta.onnx"):
        (second / "models" / name).unlink()
    shutil.copy2(first / "models/beta.onnx", second / "models")
    entries = [model_entry(second, file) for file in sorted((second / "models").glob("*.onnx"))]
    write_manifest(second, *entries)
    assert install(vendor, second, "--for", "sm89").code == 0
    feed.done("add", vendor / "target", *feed.keys("targets-2", "online-2"))
    feed.done("prune")
    vendors_package(second, feed)
    before = pc.engines
    ended = pc.install(second, feed)
    assert ended.code == 0, ended.err
    after = pc.engines
    assert after["alpha"]["onnx_sha256"] != before["alpha"]["onnx_sha256"]
    assert after["beta"] == before["beta"]
    another = Pc(tmp_path / "another")
    assert another.install(second, feed).code == 0
    assert {name: engine["sha256"] for name, engine in another.engines.items()} == {
        name: engine["sha256"] for name, engine in after.items()
    }

    # Who holds back the new lists is refused, and nothing changes.
    shutil.rmtree(feed.folder)
    shutil.copytree(old_state, feed.folder)
    ended = pc.install(first, feed)
    assert ended.code == ExitCode.BLOCKED_BY_POLICY.number
    assert pc.engines == after

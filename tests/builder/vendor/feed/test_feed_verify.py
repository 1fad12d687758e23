"""`engine-builder feed verify`: what it says of feeds that are right, wrong, and old."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.base.errors import ExitCode
from tests.support.feeds import MadeFeed, a_key, flip_byte, in_days
from tests.support.json_schema import faults
from tests.support.models import net_with_external_data
from tests.support.program import ROOT
from tests.support.statements import signed
from tests.support.vendor_feeds import VendorFeed, run_feed
from tests.support.web import Authority, files_of, make_authority, serve


@pytest.fixture
def filled(feed: VendorFeed, installed: Path) -> VendorFeed:
    model = net_with_external_data(feed.home / "m/big.onnx")
    statement = feed.home / "stated.json"
    statement.write_bytes(signed([], a_key()))
    more: list[str | Path] = ["--model", model, "--statement", statement]
    feed.done("add", installed, *more, *feed.keys("targets", "online"))
    return feed


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return make_authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def address(filled: VendorFeed, authority: Authority, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.certificate))
    monkeypatch.setenv("no_proxy", "localhost")
    with serve(files_of(filled.folder), authority.server) as url:
        yield url


def test_a_feed_that_is_right(filled: VendorFeed) -> None:
    said = filled.done("verify")
    assert "2 engines, 2 files of models, a statement in " in said
    assert "tensorrt-rtx 1.7." in said
    assert "Every list and every file is as it was signed." in said
    assert "warning" not in said
    soon = filled.done("verify", "--within", "15")
    assert "warning: snapshot 2 expires on" in soon
    assert "warning: timestamp 2 expires on" in soon
    assert "targets 2 expires" not in soon


def test_an_address_is_verified_as_its_folder(filled: VendorFeed, address: str) -> None:
    ended = run_feed("verify", address, "--root", filled.pin, "--json")
    assert ended.code == 0, ended.err
    web, folder = json.loads(ended.out), json.loads(filled.done("verify", "--json"))
    schema = json.loads((ROOT / "docs/schemas/feed-verify.schema.json").read_text(encoding="utf-8"))
    assert [*faults(web, schema), *faults(folder, schema)] == []
    assert (web.pop("feed"), folder.pop("feed")) == (address, str(filled.folder))
    assert web == folder
    assert sorted(engine["record"]["model"] for engine in web["engines"]) == ["alpha", "beta"]
    assert web["roles"]["root"]["keys"] == filled.published("root").signed.roles["root"].keyids
    assert len(web["models"]) == 2
    ended = run_feed("verify", address)
    assert ended.code == ExitCode.PACKAGE_MISSING.number
    assert "--root" in ended.err


def test_every_file_that_is_wrong_is_named(filled: VendorFeed, address: str) -> None:
    alpha, beta = sorted((filled.folder / "targets/engines").iterdir(), key=lambda path: path.name.partition(".")[2])
    flip_byte(alpha)
    beta.unlink()
    for ended in (filled.run("verify"), run_feed("verify", address, "--root", filled.pin)):
        assert ended.code == ExitCode.BUILD_FAILED.number
        assert [line.partition("-")[0] for line in ended.out.splitlines() if line.startswith("wrong: ")] == [
            "wrong: engines/alpha",
            "wrong: engines/beta",
        ]
        assert "Every list" not in ended.out


def test_another_root_of_trust_is_refused(filled: VendorFeed) -> None:
    stranger = VendorFeed(filled.home / "stranger")
    stranger.home.mkdir()
    stranger.done("init")
    ended = filled.run("verify", "--root", stranger.pin)
    assert ended.code == ExitCode.BLOCKED_BY_POLICY.number
    shutil.copy2(filled.folder / "metadata/1.targets.json", filled.pin)
    assert filled.run("verify").code == ExitCode.PACKAGE_INVALID.number
    filled.pin.unlink()
    ended = filled.run("verify")
    assert ended.code == ExitCode.PACKAGE_MISSING.number
    assert "feed-root.json is missing" in ended.err


def test_what_has_expired_is_wrong(tmp_path: Path) -> None:
    made = MadeFeed(tmp_path / "feed")
    made.expires["timestamp"] = in_days(-1)
    made.publish()
    (tmp_path / "feed-root.json").write_bytes(made.root)
    ended = run_feed("verify", made.folder)
    assert ended.code == ExitCode.BUILD_FAILED.number
    assert "wrong: timestamp 1 expired on" in ended.out

from __future__ import annotations

import platform
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import builder
from builder.base.plain import to_plain
from builder.engines.store import ENGINE_STAGING
from tests.feed.shop import ANY, GPUS, Shop, capability, everything_below, installed
from tests.support import program
from tests.support.feeds import a_key
from tests.support.nvml import RTX_4070
from tests.support.program import environment
from tests.support.proxy import proxy
from tests.support.statements import expected_as, pem_of, signed
from tests.support.vendor_feeds import feed_command
from tests.support.waiting import wait_until
from tests.support.web import make_authority

pytestmark = pytest.mark.needs("nginx", "openssl", "cc")

SLOW = "location /photo/targets/ { limit_rate 20k; }"
"""An engine takes some seconds."""


def test_four_gpus_get_the_engines_of_a_vendors_own_feed_and_the_server_learns_nothing(
    shop: Shop, tmp_path: Path
) -> None:
    served = shop.feed.folder
    shutil.rmtree(served)
    shop.package(beta=None)
    (shop.folder / "package/feed-root.json").unlink()
    keys = tmp_path / "keys"
    vendor("init", served, "--keys", keys, "--root", shop.folder / "package/feed-root.json")
    signing = [part for role in ("targets", "online") for part in ("--key", keys / f"{role}.pem")]
    vendor("add", served, *(shop.built.folder / capability(gpu) for gpu in GPUS), *signing)
    for gpu in GPUS:
        ended = shop.install(pc := tmp_path / capability(gpu), gpu=gpu)
        assert ended.code == 0, ended.err
        assert installed(pc).keys() == {"alpha"}
        for model, found in installed(pc).items():
            engine = shop.built.engines[capability(gpu)][model]
            assert found["sha256"] == engine.record.sha256
            assert found["gpu"]["uuid"] == gpu.uuid
            assert found["origin"]["kind"] == "downloaded"
            assert (pc / "target/engines" / found["file"]).read_bytes() == engine.content
        asked = shop.server.asked()
        lists = [each.path.removeprefix("/photo/") for each in asked if "/metadata/" in each.path]
        assert all(re.fullmatch(r"metadata/(timestamp|\d+\.(root|snapshot|targets))\.json", path) for path in lists)
        assert len(lists) == 4
        assert sorted(shop.files_asked_for()) == sorted(f"{it['sha256']}.{it['file']}" for it in installed(pc).values())
        assert len(asked) == len(lists) + 1
        assert {(each.method, each.agent) for each in asked} == {("GET", f"engine-installer/{builder.__version__}")}
        shop.server.forget()


def vendor(*arguments: str | Path) -> None:
    done = subprocess.run(feed_command(*arguments), capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr


def test_an_update_fetches_only_what_is_new(shop: Shop, tmp_path: Path) -> None:
    pc = tmp_path / "pc"
    assert shop.install(pc).code == 0
    before = installed(pc)
    new = shop.built.engines["8.9"]["new-beta"]
    shop.feed.add_engine(new.content, new.as_model("beta"))
    shop.feed.publish()
    shop.package(beta="new-beta")
    shop.server.forget()
    ended = shop.install(pc)
    assert ended.code == 0, ended.err
    assert [name.partition(".")[0] for name in shop.files_asked_for()] == [new.record.sha256]
    after = installed(pc)
    assert after["alpha"] == before["alpha"]
    assert after["beta"]["sha256"] == new.record.sha256
    shop.server.forget()
    assert shop.install(pc).code == 0
    assert not shop.server.asked()


@contextmanager
def in_the_middle(shop: Shop, pc: Path) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """Start an installation without a GPU from a slow server; gives it, and the file that comes, not empty."""
    pc.mkdir()
    places = ("--package", shop.folder / "package", "--target", pc / "target", "--log", pc / "run.log")
    with program.process(
        *("install", "--quiet", "--json", "--jobs", "1", *places),
        env=environment(pc) | shop.environment(gpu=None),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
    ) as process:
        try:
            parts = (pc / "target" / ENGINE_STAGING).glob
            wait_until(lambda: any(part.stat().st_size for part in parts("*.part")), process)
            yield process, next(part for part in parts("*.part") if part.stat().st_size)
        finally:
            process.kill()


def test_where_the_network_is_cut_the_engine_is_built(shop: Shop, tmp_path: Path) -> None:
    shop.package("download-else-build", beta=None)
    shop.server.restart(SLOW)
    with in_the_middle(shop, tmp_path / "pc") as (process, _):
        shop.server.stop()
        said, _ = process.communicate(timeout=60)
    assert process.returncode == 0, said
    assert b"refused" in said
    found = installed(tmp_path / "pc")
    assert {model: each.get("origin") for model, each in found.items()} == {"alpha": None}
    assert found["alpha"]["sha256"] == shop.built.engines[ANY]["alpha"].record.sha256


def test_after_sigkill_nothing_is_fetched_twice(shop: Shop, tmp_path: Path) -> None:
    pc = tmp_path / "pc"
    shop.server.restart(SLOW)
    with in_the_middle(shop, pc) as (process, part):
        process.send_signal(signal.SIGKILL)
        process.wait(10)
        had = part.stat().st_size
    begun = shop.files_asked_for()
    assert len(begun) == 1
    shop.server.restart()
    shop.server.forget()
    ended = shop.install(pc, gpu=None)
    assert ended.code == 0, ended.err
    whole, rest = sorted((it for it in shop.server.asked() if "/targets/" in it.path), key=lambda it: it.status)
    assert (rest.path.endswith(begun[0]), rest.status, rest.range) == (True, 206, f"bytes={had}-")
    engines = {engine.record.file: engine for engine in shop.built.engines[ANY].values()}
    assert had + rest.sent == engines[begun[0].partition(".")[2]].record.size
    assert (whole.status, whole.range) == (200, "")


def test_a_proxy_with_a_password_serves_and_its_password_appears_nowhere(shop: Shop, tmp_path: Path) -> None:
    pc = tmp_path / "pc"
    with proxy("otto:s3cr3t-w0rd") as between:
        address = f"http://otto:s3cr3t-w0rd@{between.address}"
        ended = shop.install(pc, https_proxy=address, no_proxy="")
        assert ended.code == 0, ended.err
        host = shop.server.url.removeprefix("https://")
        assert set(between.asked) == {(host, 200)}
        wrong = shop.install(tmp_path / "other", https_proxy=address.replace("s3cr3t", "0th3r"), no_proxy="")
        assert wrong.code != 0
        assert "407" in wrong.out
        assert not installed(tmp_path / "other")
    for said in (ended.out, ended.err, wrong.out, wrong.err):
        assert "w0rd" not in said
    assert b"w0rd" not in everything_below(tmp_path)


def test_who_opens_what_passes_is_refused_unless_the_computer_trusts_him(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "stranger").mkdir()
    stranger = make_authority(tmp_path / "stranger")
    with proxy(shown=stranger.server, trusted=shop.authority.certificate) as between:
        ended = shop.install(tmp_path / "pc", https_proxy=f"http://{between.address}", no_proxy="")
        assert between.heads == []
    assert ended.code != 0
    assert "CERTIFICATE_VERIFY_FAILED" in ended.out
    assert not installed(tmp_path / "pc")
    with proxy(shown=shop.authority.server, trusted=shop.authority.certificate) as between:
        ended = shop.install(tmp_path / "pc", https_proxy=f"http://{between.address}", no_proxy="")
    assert ended.code == 0, ended.err
    # All that a server can ever see.
    names = {line.partition(":")[0] for head in between.heads for line in head.splitlines()[1:] if line}
    assert names == {"Accept", "Accept-Encoding", "Connection", "Host", "User-Agent"}
    heads = "\n".join(between.heads)
    assert "?" not in heads
    for secret in (RTX_4070.name, RTX_4070.uuid, platform.node(), platform.release(), str(tmp_path)):
        assert secret not in heads


def test_what_was_built_and_what_was_downloaded_is_what_the_vendor_tested(shop: Shop, tmp_path: Path) -> None:
    key, stranger = a_key(), a_key()
    engines = [shop.built.engines[ANY][model] for model in ("alpha", "beta")]
    expected = [expected_as(to_plain(engine.record)) for engine in engines]
    package = shop.package("build", expectations={"keys": ["expectations-key.pem"]})
    (package / "expectations-key.pem").write_bytes(pem_of(key))
    shop.feed.add_statement(signed(expected, stranger))
    shop.feed.publish()
    ended = shop.install(tmp_path / "pc", gpu=None)
    assert ended.events[-1]["name"] == "blocked_by_policy"
    assert "The feed's statement about engines was refused" in ended.events[-1]["detail"]
    assert not installed(tmp_path / "pc")
    shop.feed.add_statement(signed(expected, key))
    shop.feed.publish()
    ended = shop.install(tmp_path / "pc", gpu=None)
    assert ended.code == 0, ended.err
    found = installed(tmp_path / "pc")
    assert [bool(found[model].get("origin")) for model in ("alpha", "beta")] == [False, True]
    assert [found[model]["sha256"] for model in ("alpha", "beta")] == [it.record.sha256 for it in engines]
    assert {each["sameness"]["state"] for each in found.values()} == {"identical"}
    assert ended.out.count("identical to the engine that the vendor tested") >= 2


def test_a_folder_that_was_brought_needs_no_network(shop: Shop, tmp_path: Path) -> None:
    shop.server.stop()
    ended = shop.install(tmp_path / "pc", "--feed", shop.feed.folder)
    assert ended.code == 0, ended.err
    assert {each["origin"]["kind"] for each in installed(tmp_path / "pc").values()} == {"downloaded"}
    assert not shop.server.asked()


def test_a_mirror_serves_what_the_first_place_does_not(shop: Shop, tmp_path: Path) -> None:
    places = {"url": f"{shop.server.url}/gone", "mirrors": [shop.url]}
    shop.package(feed=places | {"root": "feed-root.json"})
    ended = shop.install(tmp_path / "pc")
    assert ended.code == 0, ended.err
    assert len(installed(tmp_path / "pc")) == 2

from __future__ import annotations

import base64
import contextlib
import inspect
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from tuf.api.metadata import TargetFile
from tuf.ngclient import Updater
from tuf.ngclient._internal.trusted_metadata_set import TrustedMetadataSet

from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import Cancelled, DownloadFailed, FeedNotTrusted, PackageInvalid, PackageMissing
from builder.engines.index import GpuEntry
from builder.feed.client import OpenFeed, open_feed
from builder.feed.contents import OfferedFile
from builder.feed.custom import KEY
from tests.support.feeds import MadeFeed, a_key, flip_byte, sha256
from tests.support.program import ROOT
from tests.support.web import Authority, files_of, send, serve

pytestmark = pytest.mark.usefixtures("trusted")

ENGINE = os.urandom(3_000_000)
Asked = list[tuple[str, str | None]]


@pytest.fixture
def feed(tmp_path: Path) -> MadeFeed:
    made = MadeFeed(tmp_path / "feed")
    made.add_engine(ENGINE)
    made.publish()
    return made


def opened(feed: MadeFeed, url: str, *mirrors: str, folder: Path | None = None) -> OpenFeed:
    return open_feed(url, mirrors, feed.root, folder, None, NEVER)


def fetch(found: OpenFeed, to: Path, cancel: CancelToken = NEVER) -> list[int]:
    (offer,) = found.contents.offers
    return list(found.fetch(offer.path, offer.record.size, offer.record.sha256, to, cancel))


def test_a_feed_says_what_it_has(feed: MadeFeed, authority: Authority, tmp_path: Path) -> None:
    gpu = GpuEntry(name="NVIDIA GeForce RTX 4090", uuid="GPU-of-the-vendor", compute_capability="8.9")
    record = feed.add_engine(b"second", model="b", gpu=gpu, seconds=41.7, modified_us=7, loaded_on="GPU 0")
    weights = feed.add_model(b"weights")
    feed.add_statement(b"{}")
    feed.targets["readme.txt"] = TargetFile(1, {"sha256": sha256(b"x")}, "readme.txt", {"custom": {"other": 1}})
    feed.add("later/thing", b"?", {KEY: {"kind": "thing", "record": 1}})
    feed.publish()
    with serve(files_of(feed.folder), authority.server) as url:
        contents = opened(feed, url).contents
    assert contents.place == url
    assert not contents.is_folder
    assert [offer.record.model for offer in contents.offers] == ["a", "b"]
    offered = contents.offers[1].record
    assert offered.gpu == GpuEntry(name=gpu.name, uuid="", compute_capability="8.9")
    assert (offered.seconds, offered.modified_us, offered.loaded_on) == (42, None, None)
    assert (offered.file, offered.sha256, offered.targets) == (record.file, record.sha256, record.targets)
    assert contents.models == {weights: OfferedFile(f"models/{weights}", 7, weights)}
    assert contents.statement == OfferedFile("expectations.json", 2, sha256(b"{}"))
    assert (contents.versions.root, contents.versions.timestamp, contents.versions.targets) == (1, 2, 2)
    assert contents.warnings == ()
    from_folder = opened(feed, url, folder=feed.folder).contents
    assert from_folder.is_folder
    assert from_folder.place == str(feed.folder)
    assert (from_folder.offers, from_folder.models, from_folder.versions) == (
        contents.offers,
        contents.models,
        contents.versions,
    )


def test_a_file_comes_as_it_was_signed(feed: MadeFeed, authority: Authority, tmp_path: Path) -> None:
    with serve(files_of(feed.folder), authority.server) as url:
        received = fetch(opened(feed, url), tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == ENGINE
    assert received == sorted(received)
    assert received[-1] == len(ENGINE)
    assert fetch(opened(feed, url, folder=feed.folder), tmp_path / "b")[-1] == len(ENGINE)
    assert (tmp_path / "b").read_bytes() == ENGINE


def test_a_folder_needs_no_network(feed: MadeFeed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise AssertionError("a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    fetch(opened(feed, "https://localhost:1", folder=feed.folder), tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == ENGINE


@pytest.mark.parametrize("broken", ["silent", "of others", "changed"])
def test_a_mirror_serves_what_the_first_address_does_not(
    feed: MadeFeed, authority: Authority, tmp_path: Path, broken: str
) -> None:
    others = MadeFeed(tmp_path / "others")
    others.publish()
    honest = files_of(feed.folder)

    def changed(request: BaseHTTPRequestHandler) -> None:
        if "/targets/" in request.path:
            send(request, ENGINE[::-1])
        else:
            honest(request)

    bad = changed if broken == "changed" else files_of(others.folder)
    with serve(bad, authority.server) as first, serve(honest, authority.server) as mirror:
        found = opened(feed, "https://localhost:1" if broken == "silent" else first, mirror)
        assert found.contents.place == (first if broken == "changed" else mirror)
        fetch(found, tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == ENGINE


def test_another_place_goes_on_where_the_first_broke_off(feed: MadeFeed, authority: Authority, tmp_path: Path) -> None:
    honest, asked = files_of(feed.folder), Asked()

    def breaks_off(request: BaseHTTPRequestHandler) -> None:
        if "/metadata/" in request.path:
            honest(request)
        elif request.headers.get("Range") is None:
            request.send_response(200)
            request.send_header("Content-Length", str(len(ENGINE)))
            request.end_headers()
            request.wfile.write(ENGINE[:1_000_000])
        else:
            request.send_error(404)

    with serve(breaks_off, authority.server) as bad, serve(files_of(feed.folder, asked), authority.server) as good:
        fetch(opened(feed, bad, good), tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == ENGINE
    assert [wanted for path, wanted in asked if "/targets/" in path] == ["bytes=1000000-"]


def test_what_a_cut_off_run_has_left_is_not_fetched_again(feed: MadeFeed, authority: Authority, tmp_path: Path) -> None:
    asked = Asked()
    (tmp_path / "a").write_bytes(ENGINE[:2_000_000])
    with serve(files_of(feed.folder, asked), authority.server) as url:
        found = opened(feed, url)
        asked.clear()
        assert fetch(found, tmp_path / "a")[0] == 2_000_000
        assert [wanted for _, wanted in asked] == ["bytes=2000000-"]
        assert fetch(found, tmp_path / "a") == [len(ENGINE)]
        assert len(asked) == 1
        # What is there may be wrong: then it is dropped, once.
        flip_byte(tmp_path / "a", 5)
        with (tmp_path / "a").open("r+b") as stream:
            stream.truncate(10)
        fetch(found, tmp_path / "a")
    assert [wanted for _, wanted in asked[1:]] == ["bytes=10-", None]
    assert (tmp_path / "a").read_bytes() == ENGINE


def test_a_file_that_is_whole_but_wrong_counts_for_nothing(
    feed: MadeFeed, authority: Authority, tmp_path: Path
) -> None:
    with serve(files_of(feed.folder), authority.server) as url:
        for folder in (None, feed.folder):
            found = opened(feed, url, folder=folder)
            for wrong in (ENGINE[::-1], ENGINE + b"more"):
                (tmp_path / "a").write_bytes(wrong)
                received = fetch(found, tmp_path / "a")
                assert received[0] < received[-1] == len(ENGINE)
                assert (tmp_path / "a").read_bytes() == ENGINE


def test_what_came_instead_of_a_file_is_named_where_it_is_known(feed: MadeFeed, tmp_path: Path) -> None:
    model = feed.add_model(ENGINE[::-1])
    feed.publish()
    found = opened(feed, "", folder=feed.folder)
    (path,) = [path for path in feed.targets if path.startswith("engines/")]
    for content, why in (
        (ENGINE[::-1], f"was exchanged: it holds models/{model}"),
        (ENGINE[:-1] + b"?", "was changed: it is not what was signed"),
    ):
        feed.file(path).write_bytes(content)
        with pytest.raises(FeedNotTrusted) as refused:
            fetch(found, tmp_path / "a")
        assert why in refused.value.message
        assert not (tmp_path / "a").exists()


KILLED = """
import sys
from pathlib import Path
from builder.base.cancellation import NEVER
from builder.feed.client import open_feed
url, root, to = sys.argv[1:]
found = open_feed(url, [], Path(root).read_bytes(), None, None, NEVER)
(offer,) = found.contents.offers
for received in found.fetch(offer.path, offer.record.size, offer.record.sha256, Path(to), NEVER):
    print(received, flush=True)
"""


def test_a_killed_run_loses_nothing_that_had_come(feed: MadeFeed, authority: Authority, tmp_path: Path) -> None:
    honest, killed, sent = files_of(feed.folder), threading.Event(), list[int]()
    (tmp_path / "root.json").write_bytes(feed.root)
    command = [sys.executable, "-c", KILLED]

    def stops_in_the_middle(request: BaseHTTPRequestHandler) -> None:
        if "/metadata/" in request.path:
            honest(request)
            return
        begin = int((request.headers.get("Range") or "bytes=0-").removeprefix("bytes=").removesuffix("-"))
        request.send_response(206 if begin else 200)
        request.send_header("Content-Range", f"bytes {begin}-{len(ENGINE) - 1}/{len(ENGINE)}")
        request.send_header("Content-Length", str(len(ENGINE) - begin))
        request.end_headers()
        end = len(ENGINE) if begin else 1_500_000
        request.wfile.write(ENGINE[begin:end])
        sent.append(begin)
        if not begin:
            killed.wait(30)

    with serve(stops_in_the_middle, authority.server) as url:
        arguments = [*command, url, str(tmp_path / "root.json"), str(tmp_path / "a")]
        with subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            for line in process.stdout:
                if int(line) == 1_500_000:
                    process.send_signal(signal.SIGKILL)
        killed.set()
        assert (tmp_path / "a").stat().st_size == 1_500_000
        subprocess.run(arguments, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    assert (tmp_path / "a").read_bytes() == ENGINE
    assert sent == [0, 1_500_000]


def test_fetching_can_be_cancelled(feed: MadeFeed, authority: Authority, tmp_path: Path) -> None:
    cancel = CancelToken()
    with serve(files_of(feed.folder), authority.server) as url:
        found = opened(feed, url)
        (offer,) = found.contents.offers
        bytes_there = found.fetch(offer.path, offer.record.size, offer.record.sha256, tmp_path / "a", cancel)
        next(bytes_there)
        cancel.cancel()
        with pytest.raises(Cancelled):
            next(bytes_there)
        with pytest.raises(Cancelled):
            open_feed(url, [], feed.root, None, None, cancel)


def test_there_may_be_no_feed(feed: MadeFeed, authority: Authority, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with serve(files_of(tmp_path / "empty"), authority.server) as url:
        with pytest.raises(DownloadFailed, match="There is no feed at") as failed:
            opened(feed, f"{url}/?token=secret")
        assert "secret" not in failed.value.message
        with pytest.raises(PackageMissing, match="There is no feed at"):
            opened(feed, url, folder=tmp_path / "empty")
    with pytest.raises(PackageInvalid, match="list of keys is damaged"):
        open_feed("https://localhost:1", [], b"{}", feed.folder, None, NEVER)


def test_replaced_keys_are_followed(feed: MadeFeed, tmp_path: Path) -> None:
    old = feed.keys["root"]
    before = opened(feed, "", folder=feed.folder).contents.versions
    feed.keys |= {"root": a_key(), "targets": a_key()}
    feed.rotate_root(feed.keys["root"], old)
    feed.publish()
    found = opened(feed, "", folder=feed.folder)
    assert found.contents.versions.root == 2
    assert found.contents.versions.keys != before.keys
    fetch(found, tmp_path / "a")


@contextlib.contextmanager
def a_proxy(password: str) -> Iterator[tuple[str, list[str]]]:
    """A proxy that connects who knows its password; gives its host and what it was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_CONNECT(self) -> None:
            asked.append(self.path)
            known = "Basic " + base64.b64encode(f"user:{password}".encode()).decode()
            if self.headers.get("Proxy-Authorization") != known:
                self.send_response(407)
                self.send_header("Proxy-Authenticate", "Basic")
                self.end_headers()
                return
            host, _, port = self.path.rpartition(":")
            with socket.create_connection((host, int(port))) as beyond:
                self.send_response(200)
                self.end_headers()
                relay(self.connection, beyond)

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"localhost:{server.server_port}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def relay(one: socket.socket, other: socket.socket) -> None:
    while True:
        for ready in select.select([one, other], [], [])[0]:
            content = ready.recv(1 << 16)
            if not content:
                return
            (other if ready is one else one).sendall(content)


def test_a_proxy_with_a_password(
    feed: MadeFeed, authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("no_proxy")
    with serve(files_of(feed.folder), authority.server) as url, a_proxy("pa ss") as (proxy, asked):
        monkeypatch.setenv("https_proxy", f"http://user:pa%20ss@{proxy}")
        fetch(opened(feed, url), tmp_path / "a")
        assert set(asked) == {url.removeprefix("https://")}
        asked.clear()
        monkeypatch.setenv("https_proxy", f"http://user:secret@{proxy}")
        with pytest.raises(DownloadFailed, match="407") as failed:
            opened(feed, url)
    # A wrong password is tried once: some accounts are locked after three times.
    assert len(asked) == 1
    assert "secret" not in f"{failed.value.message}{failed.value.hint}{failed.value.detail}"
    assert (tmp_path / "a").read_bytes() == ENGINE


def test_what_is_used_of_tuf_besides_its_interface_is_there() -> None:
    assert "self._update_root_symlink()" in inspect.getsource(Updater)
    # Without the other a snapshot that has expired could not be read at all.
    assert "self._trusted_set = TrustedMetadataSet(" in inspect.getsource(Updater.__init__)
    assert "self.reference_time = " in inspect.getsource(TrustedMetadataSet.__init__)
    for part in ("update_timestamp", "_check_final_timestamp", "_check_final_snapshot", "update_delegated_targets"):
        assert "is_expired(self.reference_time)" in inspect.getsource(getattr(TrustedMetadataSet, part))

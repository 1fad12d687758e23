"""Installations whose engines come from the vendor's feed: real engines, a real server, processes really killed."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Iterator, Mapping
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from builder.backend.base import Backend
from builder.base.errors import ExitCode
from builder.base.json_file import read_json
from builder.engines.index import EngineIndex, EngineRecord
from tests.support import in_process
from tests.support.feeds import MadeFeed, edit_json, flip_byte, in_days
from tests.support.packages import model_entry, small_package, write_manifest
from tests.support.program import Ended, environment, process, run
from tests.support.runs import warnings
from tests.support.waiting import wait_until
from tests.support.web import Authority, files_of, make_authority, serve
from tests.support.wheels import ENGINE_LIBRARY, pack_installed, wheel_entry

NAMES = ("alpha", "beta")
Asked = list[tuple[str, str | None]]


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return make_authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def vendor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the vendor has built the engines: `target`, from `package`."""
    home = tmp_path_factory.mktemp("vendor")
    package = small_package(home / "package", *NAMES)
    ended = run("install", "--quiet", "--package", package, "--target", home / "target", home=home)
    assert ended.code == 0, ended.err
    return home


def records_in(target: Path) -> dict[str, EngineRecord]:
    index = read_json(target / "engines/engines.json", EngineIndex, 1)
    assert index
    return {record.model: record for record in index.engines}


class World:
    """A vendor's feed behind a server, and a user's computer that knows the server's authority."""

    def __init__(self, home: Path, vendor: Path, authority: Authority) -> None:
        self.home, self.vendor, self.authority = home, vendor, authority
        self.target = home / "target"
        self.feed = MadeFeed(home / "feed")
        self.asked: Asked = []
        self.env = {"SSL_CERT_FILE": str(authority.certificate), "no_proxy": "localhost"}
        self.url = "https://localhost:9"
        self.publish(vendor)

    def publish(self, vendor: Path) -> None:
        for record in records_in(vendor / "target").values():
            self.feed.add_engine((vendor / "target/engines" / record.file).read_bytes(), record)
        self.feed.publish()

    def package(self, strategy: str | None = "download", vendor: Path | None = None, **top: Any) -> Path:
        """The app package, with the models that the vendor has built."""
        models, package = (vendor or self.vendor) / "package/models", self.home / "package"
        entries = []
        for name in NAMES:
            file = package / "models" / f"{name}.onnx"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes((models / file.name).read_bytes())
            entries.append(model_entry(package, file, **({"strategy": strategy} if strategy else {})))
        write_manifest(package, *entries, feed={"url": self.url, "root": "feed-root.json"}, **top)
        (package / "feed-root.json").write_bytes(self.feed.root)
        return package

    def arguments(self, action: str, *options: str | Path) -> list[str | Path]:
        return [action, "--quiet", "--target", self.target, "--log", self.home / "run.log", "--json", *options]

    def run(self, action: str, *options: str | Path, env: Mapping[str, str] | None = None) -> Ended:
        return run(*self.arguments(action, *options), home=self.home, env=self.env | dict(env or {}))

    def install(self, *options: str | Path, strategy: str | None = "download", **more: Any) -> Ended:
        return self.run("install", "--package", self.package(strategy, **more), *options)

    @property
    def fetched(self) -> list[str]:
        """Which files of the feed were asked for that are no lists, by their own names."""
        return [path.rpartition("/")[2].partition(".")[2] for path, _ in self.asked if path.startswith("/targets/")]

    @property
    def receipt(self) -> dict[str, Any]:
        return dict(json.loads((self.target / ".engine-installer/receipt.json").read_text()))

    @property
    def sizes(self) -> dict[str, int]:
        return {record.file: record.size for record in records_in(self.vendor / "target").values()}


@pytest.fixture
def world(tmp_path: Path, vendor: Path, authority: Authority) -> Iterator[World]:
    made = World(tmp_path, vendor, authority)
    with serve(files_of(made.feed.folder, made.asked), authority.server) as url:
        made.url = url
        yield made


def outcomes(ended: Ended) -> dict[str, str]:
    return {event["model"]: event["outcome"] for event in ended.events if event["event"] == "model_finished"}


def test_a_first_installation_downloads_everything_and_the_next_run_asks_nobody(world: World) -> None:
    ended = world.install()
    assert ended.code == 0, ended.err
    assert outcomes(ended) == {"alpha": "downloaded", "beta": "downloaded"}
    theirs, ours = records_in(world.vendor / "target"), records_in(world.target)
    for name in NAMES:
        record = ours[name]
        assert record.sha256 == theirs[name].sha256
        assert (world.target / "engines" / record.file).read_bytes() == (
            world.vendor / "target/engines" / record.file
        ).read_bytes()
        assert record.origin
        assert (record.origin.feed, record.origin.version) == (world.url, 1)
    assert world.receipt["feed"]["targets"] == 1
    assert not (world.target / "engines/.staging").exists()
    started = [event for event in ended.events if event["event"] == "model_started"]
    assert {event["source"] for event in started} == {"download"}
    last = {event["file"]: event["received"] for event in ended.events if event["event"] == "downloading"}
    assert last == world.sizes
    assert [event for event in ended.events if event["event"] == "progress"][-1]["fraction"] == 1.0
    log = (world.home / "run.log").read_text()
    assert f"from {world.url}" in log
    world.asked.clear()
    again = world.install()
    assert (again.code, again.events[-1]["detail"]) == (0, "Everything is current; nothing was changed.")
    status = run("status", "--json", "--target", world.target, home=world.home, env=world.env)
    assert json.loads(status.out)["state"] == "ready"
    assert not world.asked
    assert world.run("repair").code == 0
    assert not world.asked
    assert world.run("uninstall").code == 0
    assert not world.target.exists()


def test_a_feature_on_demand_is_downloaded_when_it_is_asked_for(world: World) -> None:
    manifest = world.package() / "app.toml"
    before, _, after = manifest.read_text().rpartition('"strategy" = "download"')
    manifest.write_text(f'{before}"strategy" = "on-demand"\n"feature" = "Beta"{after}')
    ended = world.run("install", "--package", manifest.parent)
    assert (ended.code, outcomes(ended)) == (0, {"alpha": "downloaded", "beta": "skipped"})
    beta = records_in(world.vendor / "target")["beta"].file
    world.asked.clear()
    status = run("status", "--json", "--target", world.target, home=world.home, env=world.env)
    (feature,) = json.loads(status.out)["available"]
    assert (feature["installed"], feature["on_demand"], feature["obstacle"]) == (False, True, None)
    assert feature["download_mib"] > 0
    assert not world.asked
    ended = world.run("add", "Beta")
    assert (ended.code, outcomes(ended)) == (0, {"beta": "downloaded"})
    assert world.fetched == [beta]
    world.asked.clear()
    for action, expected in (("add", {"beta": "kept"}), ("remove", {"beta": "skipped"})):
        ended = world.run(action, "Beta")
        assert (ended.code, outcomes(ended)) == (0, expected)
    assert not world.asked
    # Without a feed that can be trusted it is built here, from the copy of the model.
    ended = world.run("add", "Beta", env={"SSL_CERT_FILE": str(world.home / "package/feed-root.json")})
    assert (ended.code, outcomes(ended)) == (0, {"beta": "built"}), ended.out


def test_the_plan_tells_what_comes_from_where(world: World) -> None:
    package = world.package(None)
    plan = run("install", "--plan", "--package", package, "--target", world.target, home=world.home, env=world.env)
    assert plan.code == 0, plan.err
    assert plan.out.count("download: this takes less time; the vendor offers") == 2
    assert "building it here takes about" in plan.out
    places = ("--package", package, "--target", world.target)
    table = run("install", "--plan", "--as-gpu", "all", "--json", *places, home=world.home, env=world.env)
    assert table.code == 0, table.err
    sources = {group["verdict"]: group["models"][0]["source"] for group in json.loads(table.out)["groups"]}
    assert sources["runs"] == "download"
    assert not world.target.exists()
    assert not world.fetched


def test_an_update_of_one_model_fetches_only_that_one(world: World, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert world.install().code == 0
    newer = tmp_path_factory.mktemp("newer")
    small_package(newer / "package", "alpha", "other", "beta")
    package = small_package(newer / "only", "x", "y", "beta")
    (newer / "package/models/alpha.onnx").write_bytes((world.vendor / "package/models/alpha.onnx").read_bytes())
    entries = [model_entry(newer / "package", newer / f"package/models/{name}.onnx") for name in NAMES]
    write_manifest(newer / "package", *entries)
    assert package
    built = run("install", "--quiet", "--package", newer / "package", "--target", newer / "target", home=newer)
    assert built.code == 0, built.err
    world.publish(newer)
    world.asked.clear()
    ended = world.install(vendor=newer)
    assert ended.code == 0, ended.err
    assert outcomes(ended) == {"alpha": "kept", "beta": "downloaded"}
    assert world.fetched == [records_in(newer / "target")["beta"].file]
    assert world.receipt["feed"]["targets"] == 2


def cut_after(world: World, whole: int, part: int) -> Any:
    """Serve everything until so many engines have come, then so many bytes of one more, and nothing after that."""
    answer, served = files_of(world.feed.folder), []

    def cut(request: BaseHTTPRequestHandler) -> None:
        if request.path.endswith(".engine"):
            served.append(request.path)
            if len(served) > whole + 1:
                request.close_connection = True
                return
            if len(served) > whole:
                content = (world.feed.folder / request.path.lstrip("/")).read_bytes()
                request.send_response(200)
                request.send_header("Content-Length", str(len(content)))
                request.end_headers()
                request.wfile.write(content[:part])
                request.close_connection = True
                return
        answer(request)

    return cut


def test_what_cannot_be_downloaded_is_built_where_the_package_says_so(world: World) -> None:
    with serve(cut_after(world, 1, 1000), world.authority.server) as url:
        world.url = url
        ended = world.install(strategy="download-else-build")
    assert ended.code == 0, ended.err
    assert sorted(outcomes(ended).values()) == ["built", "downloaded"]
    assert "could not be downloaded and is built here instead" in warnings(ended)
    origins = [record.origin is None for record in records_in(world.target).values()]
    assert sorted(origins) == [False, True]
    numbers = [event["number"] for event in ended.events if event["event"] == "model_started"]
    assert numbers == [1, 2]
    fractions = [event["fraction"] for event in ended.events if event["event"] == "progress"]
    assert fractions == sorted(fractions)


def test_what_has_come_of_an_engine_is_there_for_the_next_run(world: World) -> None:
    good = world.url
    with serve(cut_after(world, 0, 1000), world.authority.server) as url:
        world.url = url
        ended = world.install()
    assert (ended.code, ended.events[-1]["name"]) == (ExitCode.SYSTEM_NOT_SUPPORTED.number, "system_not_supported")
    assert not (world.target / "engines/engines.json").exists()
    parts = {path.stat().st_size for path in (world.target / "engines/.staging").glob("*.part")}
    assert parts == {1000}
    world.url = good
    assert world.install().code == 0
    ranges = [wanted for path, wanted in world.asked if path.endswith(".engine")]
    assert sorted(filter(None, ranges)) == ["bytes=1000-"]
    assert not (world.target / "engines/.staging").exists()


@pytest.mark.parametrize("strategy", ["download", "download-else-build", "build-else-download", None])
def test_without_a_network_each_strategy_does_what_it_says(world: World, strategy: str | None) -> None:
    world.url = "https://localhost:9"
    ended = world.install(strategy=strategy)
    if strategy == "download":
        assert ended.events[-1]["name"] == "system_not_supported"
        assert not world.target.exists()
        return
    assert ended.code == 0, ended.err
    assert set(outcomes(ended).values()) == {"built"}
    assert "none can be downloaded now: https://localhost:9" in warnings(ended)


def test_a_killed_run_is_resumed_and_no_byte_comes_twice(world: World) -> None:
    """The server stops in the middle of the first engine until the run is dead."""
    answer, dead = files_of(world.feed.folder), threading.Event()

    def stop_in_the_middle(request: BaseHTTPRequestHandler) -> None:
        if request.path.endswith(".engine"):
            content = (world.feed.folder / request.path.lstrip("/")).read_bytes()
            request.send_response(200)
            request.send_header("Content-Length", str(len(content)))
            request.end_headers()
            request.wfile.write(content[: len(content) // 2])
            request.wfile.flush()
            dead.wait(60)
            return
        answer(request)

    good = world.url
    with serve(stop_in_the_middle, world.authority.server) as url:
        world.url = url
        arguments = world.arguments("install", "--package", world.package())
        env = environment(world.home) | world.env
        with process(*arguments, env=env, stdout=subprocess.DEVNULL) as started:
            staging = world.target / "engines/.staging"
            wait_until(lambda: any(path.stat().st_size for path in staging.glob("*.part")), started)
            started.kill()
        dead.set()
    (part,) = (world.target / "engines/.staging").glob("*.part")
    there = part.stat().st_size
    assert there
    world.url = good
    ended = world.install()
    assert ended.code == 0, ended.err
    assert sorted(wanted or "" for path, wanted in world.asked if path.endswith(".engine")) == ["", f"bytes={there}-"]


def test_a_part_that_was_changed_meanwhile_is_fetched_anew(world: World) -> None:
    good = world.url
    with serve(cut_after(world, 0, 1000), world.authority.server) as url:
        world.url = url
        assert world.install().code != 0
    (part,) = (world.target / "engines/.staging").glob("*.part")
    flip_byte(part, 500)
    world.url = good
    ended = world.install()
    assert ended.code == 0, ended.err
    assert records_in(world.target)["alpha"].sha256 == records_in(world.vendor / "target")["alpha"].sha256


def test_a_folder_that_was_brought_needs_no_network(world: World) -> None:
    world.url = "https://localhost:9"
    ended = world.install("--feed", world.feed.folder)
    assert ended.code == 0, ended.err
    assert set(outcomes(ended).values()) == {"downloaded"}
    assert not world.asked
    origin = records_in(world.target)["alpha"].origin
    assert origin
    assert origin.feed == str(world.feed.folder)


def test_a_folder_may_be_named_by_an_answers_file_and_may_have_expired(world: World) -> None:
    world.feed.expires["timestamp"] = in_days(-3)
    world.feed.publish()
    answers = world.home / "answers.toml"
    answers.write_text(f'feed = "{world.feed.folder}"\n')
    ended = world.install("--answers", answers)
    assert ended.code == 0, ended.err
    assert "there may be something newer by now" in warnings(ended)


@pytest.mark.parametrize("strategy", ["download", "download-else-build"])
def test_an_engine_that_is_not_what_was_signed_is_never_published(world: World, strategy: str) -> None:
    record = records_in(world.vendor / "target")["alpha"]
    flip_byte(world.feed.file(f"engines/{record.file}"), 2000)
    ended = world.install(strategy=strategy)
    if strategy == "download":
        assert ended.code == ExitCode.BLOCKED_BY_POLICY.number
        assert outcomes(ended) == {"alpha": "failed", "beta": "downloaded"}
        assert "was changed" in ended.events[-1]["detail"]
        assert not world.target.exists()
        return
    assert ended.code == 0, ended.err
    assert outcomes(ended) == {"alpha": "built", "beta": "downloaded"}
    assert "was changed" in warnings(ended)


def test_a_feed_that_is_older_than_what_was_seen_is_refused(world: World) -> None:
    old = {path: path.read_bytes() for path in (world.feed.folder / "metadata").iterdir()}
    world.feed.publish()
    assert world.install().code == 0
    for path in (world.feed.folder / "metadata").iterdir():
        path.unlink()
    for path, content in old.items():
        path.write_bytes(content)
    engines = records_in(world.target)
    ended = world.run("repair", "--rebuild")
    assert ended.events[-1]["name"] == "blocked_by_policy"
    assert records_in(world.target) == engines


def test_rebuilding_fetches_anew(world: World) -> None:
    assert world.install().code == 0
    world.asked.clear()
    ended = world.run("repair", "--rebuild")
    assert ended.code == 0, ended.err
    assert set(outcomes(ended).values()) == {"downloaded"}
    assert sorted(world.fetched) == sorted(world.sizes)


def test_a_damaged_engine_is_fetched_by_a_repair(world: World) -> None:
    assert world.install().code == 0
    record = records_in(world.target)["beta"]
    flip_byte(world.target / "engines" / record.file, 100)
    world.asked.clear()
    ended = world.run("repair")
    assert ended.code == 0, ended.err
    assert outcomes(ended) == {"alpha": "kept", "beta": "downloaded"}
    assert world.fetched == [record.file]


def test_an_engine_for_another_version_of_the_library_is_not_taken(world: World) -> None:
    world.feed.targets.clear()
    for record in records_in(world.vendor / "target").values():
        content = (world.vendor / "target/engines" / record.file).read_bytes()
        world.feed.add_engine(content, replace(record, library_version="1.0.0.1"))
    world.feed.publish()
    ended = world.install()
    assert ended.events[-1]["name"] == "system_not_supported"
    assert "only for 1.0.0.1" in ended.events[-1]["detail"]
    assert not world.fetched


def test_a_folder_for_an_application_without_a_feed_is_refused(world: World) -> None:
    package = small_package(world.home / "plain", "alpha")
    ended = world.run("install", "--package", package, "--feed", world.feed.folder)
    assert ended.events[-1]["name"] == "invalid_parameter"


def test_keys_that_the_package_does_not_pin_are_refused(world: World) -> None:
    package = world.package()
    other = MadeFeed(world.home / "other")
    (package / "feed-root.json").write_bytes(other.root)
    ended = world.run("install", "--package", package)
    assert ended.events[-1]["name"] == "blocked_by_policy"
    assert not world.target.exists()
    edit_json(package / "feed-root.json", "signed._type", "targets")
    assert world.run("install", "--package", package).events[-1]["name"] == "package_invalid"


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheels")
    pack_installed(ENGINE_LIBRARY, folder)
    return folder


def test_the_engine_library_is_fetched_only_if_something_is_built_after_all(world: World, wheels: Path) -> None:
    library = {"source": "wheels", "wheels": [wheel_entry(path) for path in sorted(wheels.glob("*.whl"))]}
    folder = world.target / ".engine-installer/library"
    # Downloads need none, so it does not matter that there is none.
    ended = world.install(strategy="download-else-build", library=library)
    assert ended.code == 0, ended.err
    assert set(outcomes(ended).values()) == {"downloaded"}
    assert not folder.exists()
    assert world.run("uninstall").code == 0
    with serve(cut_after(world, 1, 1000), world.authority.server) as url:
        world.url = url
        ended = world.install("--wheels", wheels, strategy="download-else-build", library=library)
    assert ended.code == 0, ended.err
    assert sorted(outcomes(ended).values()) == ["built", "downloaded"]
    files = [file["file"] for file in world.receipt["files"]]
    assert [file for file in files if file.startswith(".engine-installer/library/")]
    assert folder.is_dir()
    status = run("status", "--json", "--target", world.target, home=world.home, env=world.env)
    assert json.loads(status.out)["state"] == "ready"


def test_a_program_without_any_engine_library_installs_what_is_delivered(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Backend, "find", lambda _self: None)
    for name, value in world.env.items():
        monkeypatch.setenv(name, value)
    with in_process.user(world.home):
        ended = in_process.main(*world.arguments("install", "--package", world.package(None)))
        assert ended.code == 0, ended.out
        assert set(outcomes(ended).values()) == {"downloaded"}
        world.asked.clear()
        again = in_process.main(*world.arguments("install", "--package", world.package(None)))
        assert again.events[-1]["detail"] == "Everything is current; nothing was changed."
        status = in_process.main("status", "--json", "--target", world.target)
        assert json.loads(status.out)["state"] == "ready"
        assert not world.asked
        world.url = "https://localhost:9"
        refused = in_process.main(
            *world.arguments("install", "--package", world.package("build-else-download"), "--target", world.home / "b")
        )
        assert refused.events[-1]["name"] == "system_not_supported"
        assert "https://localhost:9" in refused.events[-1]["detail"]

"""What installations say of engines whose bytes the vendor has stated."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from builder.base.errors import ExitCode
from builder.base.json_file import from_plain
from builder.engines.index import EngineRecord
from builder.feed.custom import statement_custom
from tests.support.feeds import MadeFeed, a_key
from tests.support.in_process import main, user
from tests.support.packages import small_package
from tests.support.program import Ended
from tests.support.runs import warnings
from tests.support.statements import expected_as, package_with_statement, pem_of, signed, with_payload

KEY, STRANGER = a_key(), a_key()
OTHER = "cd" * 32
REPRODUCIBLE = {"defaults": {"reproducible": True}}


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What an installation notes of the engine, built at fixed addresses, that all of these tests are about."""
    home = tmp_path_factory.mktemp("built once")
    with user(home):
        ended = run(home, small_package(home / "package", "alpha", **REPRODUCIBLE))
    assert ended.code == 0, ended.err
    record = entry(home)
    return record | {"content": (home / "target/engines" / record["file"]).read_bytes(), "record": record}


@pytest.fixture
def home(tmp_path: Path) -> Any:
    with user(tmp_path):
        yield tmp_path


def run(home: Path, package: Path, *options: str, action: str = "install") -> Ended:
    places = ("--package", package, "--target", home / "target", "--log", home / "run.log", "--unlisted")
    return main(action, "--quiet", *places, "--portable", "--progress", "jsonl", *options)


def entry(home: Path) -> dict[str, Any]:
    (engine,) = json.loads((home / "target/engines/engines.json").read_bytes())["engines"]
    assert isinstance(engine, dict)
    return engine


def state_of(home: Path) -> str | None:
    sameness = entry(home)["sameness"]
    return sameness and str(sameness["state"])


def test_an_engine_like_the_vendors_is_identical_everywhere_it_is_told(home: Path, built_once: dict[str, Any]) -> None:
    package = package_with_statement(home / "package", KEY, signed([expected_as(built_once)], KEY))
    ended = run(home, package)
    assert ended.code == 0, ended.err
    assert state_of(home) == "identical"
    (finished,) = [event for event in ended.events if event["event"] == "model_finished"]
    assert finished["sameness"] == "identical"
    assert "identical to the engine that the vendor tested" in finished["message"]
    assert "identical to the one that the vendor tested" in ended.events[-1]["detail"]
    assert "identical to the engine that the vendor tested" in (home / "run.log").read_text(encoding="utf-8")
    (engine,) = json.loads(main("status", "--json", "--target", home / "target").out)["engines"]
    assert engine["sameness"]["state"] == "identical"
    assert "  identical to the engine that the vendor tested" in main("status", "--target", home / "target").out


def test_without_a_statement_nothing_is_said(home: Path) -> None:
    ended = run(home, small_package(home / "package", "alpha"))
    assert ended.code == 0
    assert state_of(home) is None
    assert "vendor" not in (home / "run.log").read_text(encoding="utf-8")


def test_a_difference_is_a_warning_and_the_engine_is_used(home: Path, built_once: dict[str, Any]) -> None:
    statement = signed([expected_as(built_once, sha256=[OTHER])], KEY)
    ended = run(home, package_with_statement(home / "package", KEY, statement, **REPRODUCIBLE))
    assert ended.code == 0, ended.err
    assert entry(home)["reproducible"] is True
    assert state_of(home) == "different"
    assert OTHER in warnings(ended)
    assert "different from the one" in ended.events[-1]["detail"]


@pytest.mark.parametrize(
    ("changes", "top", "reason"),
    [
        ({"library_version": "1.6.0.1"}, REPRODUCIBLE, "the vendor tested 1.6.0.1"),
        ({"targets": ["8.6"], "portable": False}, REPRODUCIBLE, "nothing about an engine for"),
        ({}, {}, "not built at fixed addresses"),
    ],
    ids=["other library", "other targets", "usual build"],
)
def test_what_is_not_comparable_is_no_alarm(
    home: Path, built_once: dict[str, Any], changes: dict[str, Any], top: dict[str, Any], reason: str
) -> None:
    statement = signed([expected_as(built_once, sha256=[OTHER], **changes)], KEY)
    ended = run(home, package_with_statement(home / "package", KEY, statement, **top))
    assert ended.code == 0, ended.err
    assert state_of(home) == "not-comparable"
    assert reason in entry(home)["sameness"]["reason"]
    assert not warnings(ended)


def test_a_kept_engine_is_compared_when_there_is_a_new_statement(home: Path, built_once: dict[str, Any]) -> None:
    package = package_with_statement(home / "package", KEY, signed([expected_as(built_once, sha256=[OTHER])], KEY))
    assert run(home, package).code == 0
    assert state_of(home) == "not-comparable"
    package_with_statement(home / "package", KEY, signed([expected_as(built_once)], KEY))
    ended = run(home, package)
    assert ended.code == 0, ended.err
    assert [event["outcome"] for event in ended.events if event["event"] == "model_finished"] == ["kept"]
    assert state_of(home) == "identical"
    ended = run(home, package)
    assert "nothing was changed" in ended.events[-1]["detail"]


def test_the_statement_is_kept_for_repairs(home: Path, built_once: dict[str, Any]) -> None:
    assert run(home, package_with_statement(home / "package", KEY, signed([expected_as(built_once)], KEY))).code == 0
    (engine,) = (home / "target/engines").glob("*.engine")
    engine.unlink()
    (home / "package").rename(home / "gone")
    ended = main("repair", "--quiet", "--target", home / "target", "--progress", "jsonl")
    assert ended.code == 0, ended.err
    assert state_of(home) == "identical"


@pytest.mark.parametrize("kind", ["edited", "by a stranger", "unsigned", "no key"])
def test_a_forged_statement_ends_the_run_and_changes_nothing(home: Path, built_once: dict[str, Any], kind: str) -> None:
    good = signed([expected_as(built_once)], KEY)
    forged, reason = {
        "edited": (with_payload(good, built_once["sha256"].encode(), OTHER.encode()), "changed after it was signed"),
        "by a stranger": (signed([expected_as(built_once)], STRANGER), "signed with another key"),
        "unsigned": (signed([expected_as(built_once)]), "it is not signed"),
        "no key": (good, "no public key"),
    }[kind]
    package = package_with_statement(home / "package", KEY, good)
    assert run(home, package).code == 0
    before = {path: path.read_bytes() for path in (home / "target").rglob("*") if path.is_file()}
    package_with_statement(home / "package", KEY, forged)
    if kind == "no key":
        (package / "key.pem").write_text("nothing")
    for options in ((), ("--plan",)):
        ended = run(home, package, *options)
        assert ended.code == ExitCode.PACKAGE_INVALID.number, ended.err
        assert reason in ended.out + ended.err
    assert {path: path.read_bytes() for path in (home / "target").rglob("*") if path.is_file()} == before


@pytest.fixture
def delivered(home: Path, built_once: dict[str, Any]) -> tuple[MadeFeed, Path]:
    """A feed with the vendor's engine, and a package that takes it from there and the statement as well."""
    feed = MadeFeed(home / "feed")
    feed.add_engine(built_once["content"], from_plain(EngineRecord, built_once["record"]))
    package = home / "package"
    package.mkdir()
    (package / "key.pem").write_bytes(pem_of(KEY))
    (package / "root.json").write_bytes(feed.root)
    table = {"url": "https://localhost:9", "root": "root.json"}
    small_package(package, "alpha", feed=table, expectations={"keys": ["key.pem"]}, defaults={"strategy": "download"})
    return feed, package


@pytest.mark.parametrize(("sha256", "state"), [(None, "identical"), (OTHER, "different")])
def test_a_downloaded_engine_is_compared_with_the_statement_that_comes_with_it(
    home: Path, built_once: dict[str, Any], delivered: tuple[MadeFeed, Path], sha256: str | None, state: str
) -> None:
    feed, package = delivered
    stated = expected_as(built_once, **({"sha256": [sha256]} if sha256 else {}))
    feed.add("expectations.json", signed([stated], KEY), statement_custom())
    feed.publish()
    ended = run(home, package, "--feed", str(feed.folder))
    assert ended.code == 0, ended.err
    (finished,) = [event for event in ended.events if event["event"] == "model_finished"]
    assert (finished["outcome"], finished["sameness"]) == ("downloaded", state)
    assert state_of(home) == state
    assert entry(home)["sha256"] == built_once["sha256"]


def test_a_feeds_statement_of_a_stranger_ends_the_run(
    home: Path, built_once: dict[str, Any], delivered: tuple[MadeFeed, Path]
) -> None:
    feed, package = delivered
    feed.add("expectations.json", signed([expected_as(built_once)], STRANGER), statement_custom())
    feed.publish()
    ended = run(home, package, "--feed", str(feed.folder))
    assert ended.code == ExitCode.BLOCKED_BY_POLICY.number
    assert "signed with another key" in ended.events[-1]["detail"]
    assert not (home / "target").exists()


def test_without_a_file_there_must_be_a_feed(home: Path) -> None:
    package = small_package(home / "package", "alpha", expectations={"keys": ["key.pem"]})
    (package / "key.pem").write_bytes(pem_of(KEY))
    ended = run(home, package)
    assert ended.code == ExitCode.PACKAGE_INVALID.number
    assert "expectations.file" in ended.events[-1]["detail"]

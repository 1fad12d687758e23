"""Everything that may be done to a feed by who has its server, its way here or its stick, but not its keys."""

from __future__ import annotations

import contextlib
import datetime
import json
from collections.abc import Callable
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.base.cancellation import NEVER
from builder.base.errors import DownloadFailed, EngineInstallerError, ExitCode, FeedNotTrusted
from builder.feed.client import OpenFeed, open_feed
from builder.feed.contents import FeedVersions
from builder.feed.custom import engine_custom
from builder.feed.trust import NoFeed, Refused, read_signed_lists
from tests.support.feeds import MadeFeed, a_key, edit_json, flip_byte, in_days, record_for, sha256
from tests.support.web import Authority, files_of, make_authority, serve

pytestmark = pytest.mark.usefixtures("trusted")

ENGINE, OTHER = b"engine " * 1000, b"other. " * 1000
OFFERS = [record_for(ENGINE), record_for(OTHER, model="b")]
PATHS = [f"engines/{record.file}" for record in OFFERS]
Answer = Callable[[BaseHTTPRequestHandler], None]


@pytest.fixture
def feed(tmp_path: Path) -> MadeFeed:
    made = MadeFeed(tmp_path / "feed")
    made.add_engine(ENGINE, OFFERS[0])
    made.add_engine(OTHER, OFFERS[1])
    made.publish()
    return made


@pytest.fixture
def to(tmp_path: Path) -> Path:
    (tmp_path / "staging").mkdir()
    return tmp_path / "staging" / "a.part"


def online(url: str, feed: MadeFeed, remembered: FeedVersions | None = None) -> OpenFeed:
    return open_feed(url, [], feed.root, None, remembered, NEVER)


def from_folder(feed: MadeFeed, remembered: FeedVersions | None = None) -> OpenFeed:
    return open_feed("https://localhost:1", [], feed.root, feed.folder, remembered, NEVER)


def fetch(opened: OpenFeed, to: Path) -> None:
    (offer,) = [offer for offer in opened.contents.offers if offer.record.model == "a"]
    for _ in opened.fetch(offer.path, offer.record.size, offer.record.sha256, to, NEVER):
        pass


def wrong_key(feed: MadeFeed) -> None:
    feed.keys["timestamp"] = a_key()
    feed.publish()


def changed_after_signing(feed: MadeFeed) -> None:
    edit_json(feed.metadata("timestamp"), "signed.version", 7)


def changed_list(feed: MadeFeed) -> None:
    flip_byte(feed.metadata("targets"), 40)


def larger_list(feed: MadeFeed) -> None:
    with feed.metadata("snapshot").open("ab") as stream:
        stream.write(b" ")


def frozen(feed: MadeFeed) -> None:
    feed.expires["timestamp"] = in_days(-1)
    feed.publish()


def expired_targets(feed: MadeFeed) -> None:
    feed.expires["targets"] = in_days(-1)
    feed.publish()


def expired_keys(feed: MadeFeed) -> None:
    feed.expires["root"] = in_days(-1)
    feed.rotate_root()


def missing_role(feed: MadeFeed) -> None:
    feed.metadata("snapshot").unlink()


def older_list_under_the_new_name(feed: MadeFeed) -> None:
    older = feed.metadata("targets").read_bytes()
    feed.expires["targets"] = in_days(40)
    feed.publish()
    feed.metadata("targets").write_bytes(older)


def keys_of_a_stranger(feed: MadeFeed) -> None:
    feed.keys = {role: a_key() for role in feed.keys}
    feed.rotate_root()
    feed.publish()


def skipped_keys(feed: MadeFeed) -> None:
    feed.versions["root"] = 5
    feed.rotate_root()
    feed.metadata("root", 5).rename(feed.metadata("root", 2))


def a_page_for_everything(feed: MadeFeed) -> None:
    feed.metadata("root", 2).write_text("<!doctype html><title>Welcome</title>")


def nested(feed: MadeFeed) -> None:
    feed.metadata("timestamp").write_text("[" * 16_000)


def another_place(path: str) -> Callable[[MadeFeed], None]:
    def attack(feed: MadeFeed) -> None:
        feed.targets[path] = feed.targets.pop(PATHS[0])
        feed.publish()

    attack.__name__ = path
    return attack


def mixed_up_descriptions(feed: MadeFeed) -> None:
    one, other = (feed.targets[path] for path in PATHS)
    one.unrecognized_fields, other.unrecognized_fields = other.unrecognized_fields, one.unrecognized_fields
    feed.publish()


def another_name_inside(feed: MadeFeed) -> None:
    feed.targets[PATHS[0]].unrecognized_fields["custom"] = engine_custom(
        replace(OFFERS[0], file="c-0123456789ab.engine")
    )
    feed.publish()


def damaged_description(feed: MadeFeed) -> None:
    feed.targets[PATHS[0]].unrecognized_fields["custom"]["engine-installer"]["record"]["targets"] = 7
    feed.publish()


ON_LISTS = [
    (wrong_key, "timestamp.json was not signed with the publisher's keys", "Try again later"),
    (changed_after_signing, "timestamp.json was changed after it was signed", "Try again later"),
    (changed_list, "1.targets.json is not the one that was signed", "Try again later"),
    (larger_list, "1.snapshot.json is larger than it may be", "Try again later"),
    (missing_role, "1.snapshot.json is missing, which belongs to it", "Try again later"),
    (older_list_under_the_new_name, "2.targets.json is not the one that was signed", "Try again later"),
    (keys_of_a_stranger, "2.root.json was not signed with the publisher's keys", "Try again later"),
    (skipped_keys, "2.root.json has another version than it should have", "Try again later"),
    (a_page_for_everything, "2.root.json is damaged, or the server sends something else where", "Try again later"),
    (nested, "timestamp.json is damaged", "Try again later"),
    (another_place("../a.engine"), "it lists '../a.engine', a path with '..'", "Try again later"),
    (another_place("/etc/a.engine"), "it lists '/etc/a.engine', an absolute path", "Try again later"),
    (another_place("C:/a.engine"), "it lists 'C:/a.engine', an absolute path", "Try again later"),
    (another_place("engines\\a.engine"), "it lists 'engines\\\\a.engine', a path with backslashes", "Try again later"),
    (another_place("engines/NUL.engine"), "which Windows reserves for a device", "Try again later"),
    (another_place("engines/b.engine"), f"it lists engines/b.engine, which should be {PATHS[0]}", "Try again later"),
    (mixed_up_descriptions, f"it describes {PATHS[0]} as another file", "Try again later"),
    (another_name_inside, f"it describes {PATHS[0]} as c-0123456789ab.engine", "Try again later"),
    (damaged_description, f"it describes {PATHS[0]} wrongly: targets", "Try again later"),
]
ON_TIME = [
    (frozen, r"it was confirmed as up to date only until {date}, so newer files may be held back"),
    (expired_targets, r"2.targets.json was valid until {date}"),
    (expired_keys, r"root.json was valid until {date}"),
]


def refusal(attempt: Callable[[], object], to: Path) -> EngineInstallerError:
    """What an attempt ends with, after which there is nothing new anywhere."""
    before = set(to.parent.parent.rglob("*"))
    with pytest.raises(EngineInstallerError) as failed:
        attempt()
    assert set(to.parent.parent.rglob("*")) == before
    return failed.value


@pytest.mark.parametrize(("attack", "why", "hint"), ON_LISTS, ids=lambda value: getattr(value, "__name__", None))
def test_lists_that_were_tampered_with(
    feed: MadeFeed, authority: Authority, to: Path, attack: Callable[[MadeFeed], None], why: str, hint: str
) -> None:
    attack(feed)
    with serve(files_of(feed.folder), authority.server) as url:
        refused = refusal(lambda: online(url, feed), to)
    assert isinstance(refused, FeedNotTrusted)
    assert refused.exit_code is ExitCode.BLOCKED_BY_POLICY
    assert f"The feed at {url} was refused: " in refused.message
    assert why in refused.message
    assert hint in refused.hint
    # A stick is as easily tampered with.
    refused = refusal(lambda: from_folder(feed), to)
    assert isinstance(refused, FeedNotTrusted)
    assert why in refused.message
    assert "Copy the folder again" in refused.hint


def test_every_attack_on_the_lists_has_a_reason_of_its_own() -> None:
    assert len({why.partition("json")[2] or why for _, why, _ in ON_LISTS}) >= len(ON_LISTS) - 4


@pytest.mark.parametrize(("attack", "why"), ON_TIME, ids=lambda value: getattr(value, "__name__", None))
def test_what_has_expired_is_refused_from_a_server_and_dated_from_a_folder(
    feed: MadeFeed, authority: Authority, to: Path, attack: Callable[[MadeFeed], None], why: str
) -> None:
    attack(feed)
    date = f"{in_days(-1):%Y-%m-%d}"
    with serve(files_of(feed.folder), authority.server) as url:
        refused = refusal(lambda: online(url, feed), to)
    assert isinstance(refused, FeedNotTrusted)
    before, _, after = why.partition("{date}")
    assert f"{before}{date}" in refused.message
    assert after in refused.message
    assert f"it is {datetime.datetime.now(datetime.UTC):%Y-%m-%d}" in refused.hint
    assert "engine-builder feed refresh" in refused.hint
    opened = from_folder(feed)
    (warning,) = opened.contents.warnings
    assert f"expired at {date}" in warning
    fetch(opened, to)
    assert to.read_bytes() == ENGINE


def test_a_state_that_is_older_than_what_was_seen(feed: MadeFeed, authority: Authority, to: Path) -> None:
    feed.publish()
    seen = from_folder(feed).contents.versions
    assert online_again(feed, authority, seen) == seen
    for role in ("targets", "snapshot", "timestamp"):
        feed.versions[role] = 1
    feed.publish()
    for attempt in (lambda: online_again(feed, authority, seen), lambda: from_folder(feed, seen)):
        refused = refusal(attempt, to)
        assert isinstance(refused, FeedNotTrusted)
        assert "timestamp.json is older than what was here before: version 1 instead of 2" in refused.message
        assert "only after the application was uninstalled" in refused.hint
    # Only where the same keys sign: new ones begin anew.
    feed.keys["timestamp"] = a_key()
    feed.rotate_root()
    feed.publish()
    assert from_folder(feed, seen).contents.versions.root == 2


def online_again(feed: MadeFeed, authority: Authority, seen: FeedVersions) -> FeedVersions:
    with serve(files_of(feed.folder), authority.server) as url:
        return online(url, feed, seen).contents.versions


def test_keys_that_were_given_up_do_not_come_back(feed: MadeFeed, to: Path) -> None:
    given_up = feed.keys["targets"]
    feed.keys["targets"] = a_key()
    feed.rotate_root()
    feed.publish()
    seen = from_folder(feed).contents.versions
    # Who has the old key holds back the list without it.
    feed.metadata("root", 2).unlink()
    feed.keys["targets"] = given_up
    feed.publish()
    refused = refusal(lambda: from_folder(feed, seen), to)
    assert isinstance(refused, FeedNotTrusted)
    assert "root.json is older than what was here before: version 1 instead of 2" in refused.message


def shorter(feed: MadeFeed) -> None:
    feed.file(PATHS[0]).write_bytes(ENGINE[:-1])


def larger(feed: MadeFeed) -> None:
    feed.file(PATHS[0]).write_bytes(ENGINE + b"x")


def flipped(feed: MadeFeed) -> None:
    flip_byte(feed.file(PATHS[0]), 1234)


def swapped(feed: MadeFeed) -> None:
    one, other = map(feed.file, PATHS)
    one.write_bytes(OTHER)
    other.write_bytes(ENGINE)


def gone(feed: MadeFeed) -> None:
    feed.file(PATHS[0]).unlink()


HERE = f"targets/engines/{sha256(ENGINE)}.{OFFERS[0].file}"
ON_FILES = [
    (shorter, "the server has 6999 bytes, and targets.json states 7000", f"{HERE} is not as it should be: it has 6999"),
    (larger, "the server has 7001 bytes, and targets.json states 7000", "it is larger than the 7000 bytes that were"),
    (flipped, f"{HERE} was changed: it is not what was signed", f"{HERE} was changed: it is not what was signed"),
    (swapped, f"{HERE} was exchanged: it holds {PATHS[1]}", f"{HERE} was exchanged: it holds {PATHS[1]}"),
    (gone, "could not be downloaded: Not Found", f"{HERE} is not as it should be: it is missing"),
]


@pytest.mark.parametrize(
    ("attack", "from_server", "from_stick"), ON_FILES, ids=lambda value: getattr(value, "__name__", None)
)
def test_files_that_were_tampered_with(
    feed: MadeFeed,
    authority: Authority,
    to: Path,
    attack: Callable[[MadeFeed], None],
    from_server: str,
    from_stick: str,
) -> None:
    with serve(files_of(feed.folder), authority.server) as url:
        opened = online(url, feed)
        attack(feed)
        refused = refusal(lambda: fetch(opened, to), to)
    assert isinstance(refused, FeedNotTrusted if attack in (flipped, swapped) else DownloadFailed)
    assert from_server in refused.message
    assert refused.hint
    refused = refusal(lambda: fetch(from_folder(feed), to), to)
    assert isinstance(refused, FeedNotTrusted)
    assert from_stick in refused.message


def without_an_end(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    while True:
        request.wfile.write(ENGINE)


def to_plain_http(request: BaseHTTPRequestHandler) -> None:
    request.send_response(302)
    request.send_header("Location", f"http://localhost:1{request.path}")
    request.end_headers()


@pytest.mark.parametrize(
    ("answer", "why_not_the_list", "why_not_the_file"),
    [
        (without_an_end, "more than 32 MiB arrived", "more than the 7000 bytes arrived that targets.json states"),
        (to_plain_http, "an address with 'http' instead of https", "an address with 'http' instead of https"),
    ],
)
def test_a_server_that_does_what_it_wants(
    feed: MadeFeed, authority: Authority, to: Path, answer: Answer, why_not_the_list: str, why_not_the_file: str
) -> None:
    honest = files_of(feed.folder)

    def only_lists(request: BaseHTTPRequestHandler) -> None:
        (honest if "/metadata/" in request.path else answer)(request)

    with serve(answer, authority.server) as url:
        refused = refusal(lambda: online(url, feed), to)
    assert isinstance(refused, DownloadFailed)
    assert why_not_the_list in refused.message
    with serve(only_lists, authority.server) as url:
        opened = online(url, feed)
        with pytest.raises(DownloadFailed) as failed:
            fetch(opened, to)
    assert why_not_the_file in failed.value.message
    # Never more than was said, and the next honest run is fine.
    assert not to.exists() or to.stat().st_size <= len(ENGINE)
    fetch(from_folder(feed), to)
    assert to.read_bytes() == ENGINE


def test_who_intercepts_is_refused(feed: MadeFeed, to: Path, tmp_path: Path) -> None:
    (tmp_path / "stranger").mkdir()
    stranger = make_authority(tmp_path / "stranger")
    with serve(files_of(feed.folder), stranger.server) as url:
        refused = refusal(lambda: online(url, feed), to)
    assert isinstance(refused, DownloadFailed)
    assert "CERTIFICATE_VERIFY_FAILED" in refused.message


@pytest.mark.parametrize("where", ["metadata", "targets", "targets/engines", "the list", "the file"])
def test_links_on_a_stick_are_not_followed(feed: MadeFeed, to: Path, tmp_path: Path, where: str) -> None:
    names = {"the list": feed.metadata("timestamp"), "the file": feed.file(PATHS[0])}
    there = names.get(where, feed.folder / where)
    there.rename(tmp_path / "elsewhere")
    there.symlink_to(tmp_path / "elsewhere")
    refused = refusal(lambda: fetch(from_folder(feed), to), to)
    assert isinstance(refused, FeedNotTrusted)
    assert "it is behind a link" in refused.message or "it is a symbolic link" in refused.message


def test_nothing_else_in_a_folder_is_opened(feed: MadeFeed, to: Path) -> None:
    with pytest.raises(FeedNotTrusted, match=r"a path with '\.\.'"):
        list(from_folder(feed).fetch("../../secret", 1, sha256(b"x"), to, NEVER))
    assert not to.exists()


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> MadeFeed:
    made = MadeFeed(tmp_path_factory.mktemp("small"))
    made.add_engine(ENGINE, OFFERS[0])
    made.publish()
    return made


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_changed_list_is_refused_or_says_the_same(small: MadeFeed, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["2.root.json", "timestamp.json", "1.snapshot.json", "1.targets.json"]))
    source = "1.root.json" if name == "2.root.json" else name
    original = (small.folder / "metadata" / source).read_bytes()
    if data.draw(st.booleans()):
        values = json.loads(original)
        inner, key = values, "signed"
        while isinstance(inner[key], dict) and inner[key] and data.draw(st.booleans()):
            inner = inner[key]
            key = data.draw(st.sampled_from(sorted(inner)))
        inner[key] = data.draw(JSON_VALUES.filter(lambda value: value != inner[key]))
        content = json.dumps(values).encode()
    else:
        content = data.draw(st.binary(max_size=40) | st.just(original[: data.draw(st.integers(0, len(original) - 1))]))

    def read(path: str) -> bytes | None:
        if path == f"metadata/{name}":
            return content
        file = small.folder / path
        return file.read_bytes() if file.exists() else None

    honest = read_signed_lists(
        small.root,
        lambda path: None if path.endswith("2.root.json") else (small.folder / path).read_bytes(),
        may_be_expired=False,
    )
    with contextlib.suppress(Refused, NoFeed):
        # What is signed may be written in several ways.
        assert read_signed_lists(small.root, read, may_be_expired=data.draw(st.booleans())) == honest

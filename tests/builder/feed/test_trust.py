"""What signed lists say, in the process and without a server; tests of attacks go through the whole client."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from builder.feed.contents import FeedVersions
from builder.feed.trust import NoFeed, Refused, SignedLists, at, read_signed_lists, rollback
from tests.support.feeds import MadeFeed, a_key, edit_json, flip_byte, in_days, sha256


@pytest.fixture
def feed(tmp_path: Path) -> MadeFeed:
    made = MadeFeed(tmp_path / "feed")
    made.add("readme.txt", b"read me", {"other": 1})
    made.publish()
    return made


def read(feed: MadeFeed, *, may_be_expired: bool = False) -> SignedLists:
    def content(path: str) -> bytes | None:
        file = feed.folder / path
        return file.read_bytes() if file.exists() else None

    return read_signed_lists(feed.root, content, may_be_expired=may_be_expired)


def refusal(feed: MadeFeed) -> Refused:
    with pytest.raises(Refused) as caught:
        read(feed)
    return caught.value


def test_what_was_signed_is_what_the_lists_say(feed: MadeFeed) -> None:
    lists = read(feed)
    ((file, custom),) = lists.files
    assert (file.path, file.size, file.sha256, custom) == ("readme.txt", 7, sha256(b"read me"), {"other": 1})
    assert replace(lists.versions, keys="") == FeedVersions(root=1, timestamp=1, snapshot=1, targets=1, keys="")
    assert lists.expired is None
    feed.publish()
    again = read(feed).versions
    assert again == replace(lists.versions, timestamp=2, snapshot=2, targets=2)


@pytest.mark.parametrize("role", ["targets", "snapshot", "timestamp", "root"])
def test_only_the_keys_that_sign_lists_name_a_state_anew(feed: MadeFeed, role: str) -> None:
    before, old = read(feed).versions, feed.keys["root"]
    feed.keys[role] = a_key()
    feed.rotate_root(feed.keys["root"], *([old] if role == "root" else []))
    feed.publish()
    now = read(feed).versions
    assert now.root == 2
    assert (now.keys == before.keys) == (role == "root")


@pytest.mark.parametrize("role", ["targets", "snapshot", "timestamp", "root"])
def test_what_has_expired_is_refused_or_said_as_is_asked_for(feed: MadeFeed, role: str) -> None:
    feed.expires[role] = in_days(-1)
    if role == "root":
        feed.rotate_root()
    feed.publish()
    refused = refusal(feed)
    assert refused.is_expired
    date = at(in_days(-1)).partition(" ")[0]
    if role == "timestamp":
        assert refused.reason.startswith(f"it was confirmed as up to date only until {date}")
    else:
        name = "root.json" if role == "root" else f"2.{role}.json"
        assert refused.reason.startswith(f"{name} was valid until {date}")
    lists = read(feed, may_be_expired=True)
    assert lists.expired is not None
    assert at(lists.expired).startswith(date)


def test_the_list_of_keys_that_a_package_has_may_have_expired_itself(tmp_path: Path) -> None:
    fresh = dict.fromkeys(("targets", "snapshot", "timestamp"), in_days(30))
    feed = MadeFeed(tmp_path / "feed", expires={"root": in_days(-1)} | fresh)
    feed.publish()
    assert refusal(feed).reason.startswith(f"root.json was valid until {in_days(-1):%Y-%m-%d}")
    assert read(feed, may_be_expired=True).expired is not None


def missing(role: str) -> Callable[[MadeFeed], None]:
    return lambda feed: feed.metadata(role).unlink()


def changed(role: str) -> Callable[[MadeFeed], None]:
    return lambda feed: flip_byte(feed.metadata(role), 60)


def unsigned(feed: MadeFeed) -> None:
    edit_json(feed.metadata("timestamp"), "signatures", [])


def of_a_stranger(feed: MadeFeed) -> None:
    feed.keys["timestamp"] = a_key()
    feed.publish()


def another_type(feed: MadeFeed) -> None:
    feed.metadata("timestamp").write_bytes(feed.metadata("targets").read_bytes())


@pytest.mark.parametrize(
    ("attack", "reason"),
    [
        (missing("snapshot"), "1.snapshot.json is missing, which belongs to it"),
        (missing("targets"), "1.targets.json is missing, which belongs to it"),
        (changed("snapshot"), "1.snapshot.json is not the one that was signed"),
        (changed("targets"), "1.targets.json is not the one that was signed"),
        (unsigned, "timestamp.json was not signed with the publisher's keys"),
        (of_a_stranger, "timestamp.json was not signed with the publisher's keys"),
    ],
)
def test_what_is_wrong_is_told_by_the_file_that_it_is_in(
    feed: MadeFeed, attack: Callable[[MadeFeed], None], reason: str
) -> None:
    attack(feed)
    refused = refusal(feed)
    assert refused.reason.startswith(reason)
    assert not refused.is_expired


def test_a_list_in_the_place_of_another_is_refused(feed: MadeFeed) -> None:
    another_type(feed)
    assert "timestamp.json" in refusal(feed).reason


def test_where_there_is_no_list_at_all_there_is_no_feed(feed: MadeFeed) -> None:
    missing("timestamp")(feed)
    with pytest.raises(NoFeed):
        read(feed)
    # And without a list of keys nobody can be believed.
    with pytest.raises(ValueError):
        read_signed_lists(b"{}", lambda _: pytest.fail("asked for something"), may_be_expired=False)


SEEN = FeedVersions(root=3, timestamp=30, snapshot=20, targets=10, keys="k")


@pytest.mark.parametrize(
    ("now", "file"),
    [
        ({}, None),
        ({"root": 4, "timestamp": 31, "snapshot": 21, "targets": 11}, None),
        ({"root": 2}, "root.json"),
        ({"timestamp": 29}, "timestamp.json"),
        ({"snapshot": 19}, "snapshot.json"),
        ({"targets": 9}, "targets.json"),
        ({"keys": "other", "timestamp": 1, "snapshot": 1, "targets": 1}, None),
        ({"keys": "other", "root": 2}, "root.json"),
    ],
)
def test_nothing_that_is_older_than_what_was_seen_is_taken(now: dict[str, int], file: str | None) -> None:
    older = rollback(replace(SEEN, **now), SEEN)  # type: ignore[arg-type]
    if file is None:
        assert older is None
        return
    role = file.partition(".")[0]
    assert older == (f"{file} is older than what was here before: version {now[role]} instead of {getattr(SEEN, role)}")

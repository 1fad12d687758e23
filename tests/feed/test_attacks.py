"""What comes from a real web server is refused, with a reason of its own, whenever it is not what the vendor signed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.feed.shop import Shop, installed
from tests.support.feeds import a_key, flip_byte, in_days

pytestmark = pytest.mark.needs("nginx", "openssl", "cc")


def wrong_key(shop: Shop) -> str:
    shop.feed.keys["targets"] = a_key()
    shop.feed.publish()
    return ""


def flipped_byte(shop: Shop) -> str:
    flip_byte(shop.served(shop.wanted), 5000)
    return ""


def larger(shop: Shop) -> str:
    with shop.served(shop.wanted).open("ab") as file:
        file.write(b"x")
    return ""


def endless_list(shop: Shop) -> str:
    return _endless("/photo/metadata/timestamp.json", shop)


def endless_engine(shop: Shop) -> str:
    return _endless("/photo/targets/", shop)


def _endless(place: str, shop: Shop) -> str:
    with (shop.folder / "endless").open("wb") as file:
        file.truncate(1 << 40)
    # The rest of the rule takes away the length that nginx would state.
    everywhere = f"rewrite ^ /endless break; root {shop.folder}; sub_filter_types *; sub_filter never never;"
    return f"location {place} {{ {everywhere} }}"


def older(shop: Shop) -> str:
    for role in ("targets", "snapshot", "timestamp"):
        shop.feed.versions[role] = 1
    shop.feed.publish()
    return ""


def frozen(shop: Shop) -> str:
    shop.feed.expires["timestamp"] = in_days(-1)
    shop.feed.publish()
    return ""


def expired(shop: Shop) -> str:
    shop.feed.expires["targets"] = in_days(-1)
    shop.feed.publish()
    return ""


def missing_role(shop: Shop) -> str:
    shop.feed.metadata("snapshot").unlink()
    return ""


def mixed_up(shop: Shop) -> str:
    one, other = (shop.served(shop.built.engines[key]["alpha"]) for key in ("8.6", "8.9"))
    content = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(content)
    return ""


def plain_http(shop: Shop) -> str:
    return "location /photo/targets/ { return 302 http://localhost:9$request_uri; }"


def path_in_a_name(shop: Shop) -> str:
    path = f"engines/{shop.wanted.record.file}"
    shop.feed.targets["engines/../../" + shop.wanted.record.file] = shop.feed.targets.pop(path)
    shop.feed.publish()
    return ""


@dataclass(frozen=True)
class Attack:
    """An attack.

    Attributes:
        do: makes it, and gives rules for the server.
        reason: what the user reads of it.
    """

    do: Callable[[Shop], str]
    reason: str


ATTACKS = (
    Attack(wrong_key, "targets.json was not signed with the publisher's keys"),
    Attack(flipped_byte, "was changed: it is not what was signed"),
    Attack(larger, "and targets.json states"),
    Attack(endless_list, "more than 32 MiB arrived"),
    Attack(endless_engine, "bytes arrived that targets.json states"),
    Attack(older, "timestamp.json is older than what was here before"),
    Attack(frozen, "so newer files may be held back"),
    Attack(expired, "targets.json was valid until "),
    Attack(missing_role, "snapshot.json is missing, which belongs to it"),
    Attack(mixed_up, "was exchanged: it holds"),
    Attack(plain_http, "an address with 'http' instead of https"),
    Attack(path_in_a_name, ", a path with '..'"),
)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.do.__name__)
def test_an_attack_is_refused_and_the_next_honest_run_is_fine(shop: Shop, tmp_path: Path, attack: Attack) -> None:
    pc = tmp_path / "pc"
    honest = tmp_path / "honest"
    shop.package(beta=None)
    if attack.do is older:
        shop.feed.publish()
        assert shop.install(pc).code == 0
        # Only another set of engines makes it look again.
        shutil.rmtree(pc / "target/engines")
    shutil.copytree(shop.feed.folder, honest)
    shop.server.restart(attack.do(shop))
    ended = shop.install(pc)
    assert ended.code != 0
    assert attack.reason in ended.events[-1]["detail"]
    assert not installed(pc)
    assert not list((pc / "target").rglob("*.engine"))
    shutil.rmtree(shop.feed.folder)
    honest.rename(shop.feed.folder)
    shop.server.restart()
    ended = shop.install(pc)
    assert ended.code == 0, ended.err
    assert installed(pc)["alpha"]["sha256"] == shop.wanted.record.sha256


def test_every_attack_has_a_reason_of_its_own() -> None:
    assert len({attack.reason for attack in ATTACKS}) == len(ATTACKS)


def test_a_snapshot_that_was_edited_on_the_stick(shop: Shop, tmp_path: Path) -> None:
    pc, stick = tmp_path / "pc", tmp_path / "stick"
    shutil.copytree(shop.feed.folder, stick)
    flip_byte(stick / shop.served(shop.wanted).relative_to(shop.feed.folder), 5000)
    ended = shop.install(pc, "--feed", stick)
    assert ended.code != 0
    assert "alpha-" in ended.out
    assert "was changed: it is not what was signed" in ended.out
    assert "Copy the folder again" in ended.out
    assert not installed(pc)
    assert shop.install(pc, "--feed", shop.feed.folder).code == 0
    assert not shop.server.asked()

"""`engine-builder feed`: what a vendor does in the first year, and what programs accept at each step."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tuf.api.exceptions import RepositoryError

from builder.base.errors import ExitCode
from builder.feed.custom import KEY
from tests.support.feeds import a_key, flip_byte
from tests.support.models import net_with_external_data
from tests.support.packages import small_package
from tests.support.runs import install
from tests.support.statements import signed
from tests.support.vendor_feeds import VendorFeed, feed_command, run_feed, seen_by, signing_command


def changed(installed: Path, to: Path, edit: object) -> Path:
    """A copy of an installation, with other facts in its engines.json."""
    shutil.copytree(installed, to)
    index = to / "engines/engines.json"
    values = json.loads(index.read_bytes())
    for engine in values["engines"]:
        edit(engine)  # type: ignore[operator]
    index.write_text(json.dumps(values))
    return to


def names(targets: object) -> list[str]:
    return sorted(path.rpartition("-")[0].removeprefix("engines/") for path in targets)  # type: ignore[attr-defined]


def test_a_new_feed_is_empty_and_accepted_and_its_private_keys_are_private(feed: VendorFeed) -> None:
    assert seen_by(feed, "one") == {}
    assert feed.pin.read_bytes() == (feed.folder / "metadata/1.root.json").read_bytes()
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (feed.home / "feed-keys").iterdir()}
    assert {name: mode for name, mode in modes.items() if name.endswith(".pem")} == {
        f"{role}.pem": 0o600 for role in ("root", "targets", "online")
    }
    root = feed.published("root").signed
    assert {len(role.keyids) for role in root.roles.values()} == {1}
    assert root.roles["snapshot"].keyids == root.roles["timestamp"].keyids
    assert len(root.keys) == 3
    days = {role: (feed.published(role).signed.expires - root.expires).days + 365 for role in ("root", "targets")}
    assert days == {"root": 365, "targets": 90}
    assert not [path for path in feed.folder.rglob("*") if b"PRIVATE" in (path.read_bytes() if path.is_file() else b"")]


def test_engines_of_an_installation_are_offered_without_what_is_of_the_pc(feed: VendorFeed, installed: Path) -> None:
    def as_on_a_pc(engine: dict[str, object]) -> None:
        gpu = {"name": "NVIDIA GeForce RTX 4070", "uuid": "GPU-secret", "compute_capability": "8.9"}
        busy = {"verdict": "in use", "reasons": [], "programs": ["secret (process 1)"]}
        engine.update(gpu=gpu, gpu_busy=busy)

    target = changed(installed, feed.home / "pc", as_on_a_pc)
    said = feed.done("add", target, *feed.keys("targets", "online"))
    assert said.count("warning: ") == 2
    offers = seen_by(feed, "one")
    assert names(offers) == ["alpha", "beta"]
    assert b"secret" not in b"".join(feed.files().values())
    for path, offer in offers.items():
        ours = offer.custom[KEY]
        assert ours["kind"] == "engine"
        assert ours["record"]["gpu"] == {"name": "NVIDIA GeForce RTX 4070", "uuid": "", "compute_capability": "8.9"}
        assert (ours["record"]["size"], ours["record"]["sha256"]) == (offer.length, offer.hashes["sha256"])
        assert path == f"engines/{ours['record']['file']}"


def test_the_same_again_changes_nothing_and_other_keys_make_the_same_list(feed: VendorFeed, installed: Path) -> None:
    feed.done("add", installed, *feed.keys("targets", "online"))
    before = feed.files()
    assert "Nothing has changed" in feed.done("add", installed, *feed.keys("targets", "online"))
    assert feed.files() == before
    other = VendorFeed(feed.home / "other")
    other.home.mkdir()
    other.done("init")
    other.done("add", installed, *other.keys("targets", "online"))
    one, two = (each.published("targets").signed.to_dict() for each in (feed, other))
    assert one["targets"] == two["targets"]


def test_a_newer_engine_replaces_what_is_for_the_same_unless_it_is_kept(feed: VendorFeed, tmp_path: Path) -> None:
    packages = [
        small_package(tmp_path / name, *models) for name, models in (("p1", ("alpha",)), ("p2", ("x", "alpha")))
    ]
    homes = [tmp_path / "home1", tmp_path / "home2"]
    for home, package in zip(homes, packages, strict=True):
        home.mkdir()
        assert install(home, package, "--for", "sm89").code == 0
    feed.done("add", homes[0] / "target", *feed.keys("targets", "online"))
    first = set(seen_by(feed, "one"))
    feed.done("add", homes[1] / "target", "--keep", *feed.keys("targets", "online"))
    assert names(seen_by(feed, "one")) == ["alpha", "alpha", "x"]
    feed.done("add", homes[1] / "target", *feed.keys("targets", "online"))
    offers = seen_by(feed, "one")
    assert names(offers) == ["alpha", "x"]
    assert not first & set(offers)


def test_a_model_with_its_weights_and_a_statement(feed: VendorFeed, tmp_path: Path) -> None:
    model = net_with_external_data(tmp_path / "m/big.onnx")
    statement = tmp_path / "expected.json"
    statement.write_bytes(signed([], a_key()))
    feed.done("add", "--model", model, "--statement", statement, *feed.keys("targets", "online"))
    offers = seen_by(feed, "one")
    kinds = sorted(offer.custom[KEY]["kind"] for offer in offers.values())
    assert kinds == ["model", "model", "statement"]
    assert all(path == f"models/{offer.hashes['sha256']}" for path, offer in offers.items() if "models" in path)
    for content in (b"{}", b"[1]", b"\xff", b"[" * 100_000):
        statement.write_bytes(content)
        ended = feed.run("add", "--statement", statement, *feed.keys("targets", "online"))
        assert ended.code == ExitCode.INVALID_PARAMETER.number
        assert "is no signed statement" in ended.err
    (tmp_path / "m/weights.bin").unlink()
    ended = feed.run("add", "--model", model, *feed.keys("targets", "online"))
    assert ended.code == ExitCode.PACKAGE_INVALID.number
    assert "weights.bin" in ended.err


@pytest.mark.parametrize("damage", ["flipped", "gone", "other name", "no index", "link"])
def test_what_is_not_as_recorded_is_not_taken(feed: VendorFeed, installed: Path, tmp_path: Path, damage: str) -> None:
    target = changed(
        installed, tmp_path / "t", lambda engine: engine.update(sha256="0" * 64) if damage == "other name" else None
    )
    file = next((target / "engines").glob("alpha-*.engine"))
    match damage:
        case "flipped":
            times = file.stat()
            flip_byte(file)
            os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
        case "gone":
            file.unlink()
        case "link":
            file.rename(tmp_path / "elsewhere")
            file.symlink_to(tmp_path / "elsewhere")
        case "no index":
            (target / "engines/engines.json").unlink()
    before = feed.files()
    ended = feed.run("add", target, *feed.keys("targets", "online"))
    assert ended.code in (ExitCode.BUILD_FAILED.number, ExitCode.NOT_INSTALLED.number)
    assert ("engines.json" if damage in ("no index", "other name") else "alpha-") in ended.err
    assert "hint: " in ended.err
    assert {name: content for name, content in feed.files().items() if "beta" not in name} == before
    assert seen_by(feed, "one") == {}


def test_refresh_makes_new_dates_and_nothing_else(feed: VendorFeed, installed: Path) -> None:
    feed.done("add", installed, *feed.keys("targets", "online"))
    before = feed.files()
    feed.done("refresh", *feed.keys("online"))
    after = feed.files()
    assert {name for name in after if after[name] != before.get(name)} == {
        "metadata/3.snapshot.json",
        "metadata/timestamp.json",
    }
    assert names(seen_by(feed, "one")) == ["alpha", "beta"]
    for keys in ([], feed.keys("root"), feed.keys("targets", "root")):
        ended = feed.run("refresh", *keys)
        assert ended.code == ExitCode.INVALID_PARAMETER.number
        assert "was not refreshed" in ended.err
    assert feed.files() == after


def test_a_targets_key_elsewhere_signs_later_and_the_online_key_publishes(
    feed: VendorFeed, installed: Path, tmp_path: Path
) -> None:
    before = feed.files()
    assert "targets 2 waits in" in feed.done("add", installed, *feed.keys("online"))
    assert {name for name in feed.files() if name.startswith("metadata")} == set(before)
    assert seen_by(feed, "one") == {}
    feed.done("refresh", *feed.keys("online"))
    # The other computer has the signed files alone.
    elsewhere = VendorFeed(tmp_path / "elsewhere")
    for part in ("metadata", "pending"):
        shutil.copytree(feed.folder / part, elsewhere.folder / part)
    assert "targets 2: adds engines/alpha-" in elsewhere.done("sign")
    assert "waits" in elsewhere.done("sign")
    assert "is not in" in elsewhere.done("sign", *feed.keys("targets", "online"))
    (elsewhere.folder / "pending/targets.json").write_bytes((feed.folder / "pending/targets.json").read_bytes())
    assert "targets 2 signed" in elsewhere.done("sign", *feed.keys("targets"))
    shutil.copy2(elsewhere.folder / "pending/targets.json", feed.folder / "pending")
    assert seen_by(feed, "one") == {}
    assert "targets 2 is published" in feed.done("sign", *feed.keys("online"))
    assert names(seen_by(feed, "one")) == ["alpha", "beta"]
    assert not (feed.folder / "pending/targets.json").exists()


@pytest.mark.parametrize(
    ("role", "old_key"),
    [("root", "at hand"), ("targets", "at hand"), ("online", "at hand"), ("targets", "lost"), ("online", "lost")],
)
def test_a_key_is_replaced_and_programs_of_every_age_follow(
    feed: VendorFeed, installed: Path, role: str, old_key: str
) -> None:
    feed.done("add", installed, *feed.keys("targets", "online"))
    assert names(seen_by(feed, "old")) == ["alpha", "beta"]
    before = feed.published("root").signed.roles[{"online": "timestamp"}.get(role, role)].keyids[0]
    run_feed("key", feed.key("new"))
    rotation = ["--rotate-in", f"{role}={feed.key('new')}.pub", "--rotate-out", f"{role}={before[:12]}"]
    have = {"root", "targets", "online", "new"} - ({role} if old_key == "lost" else set())
    said = feed.done("sign", *rotation, *feed.keys(*sorted(have)))
    assert f"key {before[:12]} may no longer sign {role}" in said
    assert "root 2 is published" in said
    for program in ("old", "new"):
        assert names(seen_by(feed, program)) == ["alpha", "beta"]
    newest = feed.folder / "metadata/2.root.json"
    assert names(seen_by(feed, "newest", root=newest)) == ["alpha", "beta"]
    # The old key is worth nothing any more, and the new one everything.
    ended = feed.run("sign", "--renew", "targets", *feed.keys(role))
    assert ended.code == ExitCode.INVALID_PARAMETER.number
    assert "signs nothing" in ended.err
    keys = {"root", "targets", "online", "new"} - {role}
    feed.done("sign", "--renew", "targets", "--renew", "root", *feed.keys(*sorted(keys)))
    for program in ("old", "new", "newest"):
        assert names(seen_by(feed, program, root=newest if program == "newest" else None)) == ["alpha", "beta"]


def test_a_replacement_that_was_cut_off_before_the_list_of_keys_is_finished_by_the_next_command(
    feed: VendorFeed,
) -> None:
    run_feed("key", feed.key("new"))
    old = feed.published("root").signed.roles["timestamp"].keyids[0]
    rotation = [f"--rotate-in=online={feed.key('new')}", f"--rotate-out=online={old}"]
    feed.done("sign", *rotation, *feed.keys("root", "new"))
    # As it was before the last step.
    (feed.folder / "metadata/2.root.json").rename(feed.folder / "pending/root.json")
    with pytest.raises(RepositoryError):
        seen_by(feed, "one")
    feed.done("refresh", *feed.keys("new"))
    seen_by(feed, "one")
    assert feed.published("root").signed.version == 2


def test_two_of_three_root_keys_replace_the_lost_one(feed: VendorFeed) -> None:
    for name in ("root-2", "root-3"):
        run_feed("key", feed.key(name))
    more = [f"--rotate-in=root={feed.key(name)}.pub" for name in ("root-2", "root-3")]
    said = feed.done("sign", *more, "--threshold", "root=2", *feed.keys("root"))
    assert "root 2 waits in" in said
    assert seen_by(feed, "one") == {}
    assert "published root 2" in feed.done("sign", *feed.keys("root-2"))
    seen_by(feed, "one")
    run_feed("key", feed.key("root-4"))
    lost = feed.published("root").signed.roles["root"].keyids[0]
    exchange = [f"--rotate-in=root={feed.key('root-4')}.pub", f"--rotate-out=root={lost}"]
    assert "waits" in feed.done("sign", *exchange, *feed.keys("root-2"))
    assert "published root 3" in feed.done("sign", *feed.keys("root-3"))
    for program in ("one", "two"):
        seen_by(feed, program)
    assert feed.published("root").signed.version == 3


def test_a_signature_that_others_changed_is_made_again(feed: VendorFeed, installed: Path) -> None:
    feed.done("add", installed)
    feed.done("sign", *feed.keys("targets"))
    pending = feed.folder / "pending/targets.json"
    (signature,) = feed.pending("targets").signatures.values()
    pending.write_text(pending.read_text().replace(signature.signature, "0" * 128))
    assert "waits" in feed.done("sign", *feed.keys("online"))
    feed.done("sign", *feed.keys("targets", "online"))
    assert names(seen_by(feed, "one")) == ["alpha", "beta"]


def test_a_list_of_keys_for_another_state_is_refused(feed: VendorFeed) -> None:
    other = VendorFeed(feed.home / "other")
    shutil.copytree(feed.folder, other.folder)
    other.done("sign", "--renew", "root", *feed.keys("root"))
    other.done("sign", "--renew", "root")
    shutil.copytree(other.folder / "pending", feed.folder / "pending")
    ended = feed.run("sign", *feed.keys("root"))
    assert ended.code == ExitCode.PACKAGE_INVALID.number
    assert "pending/root.json" in ended.err


def test_thresholds_and_days_of_a_new_feed(tmp_path: Path, installed: Path) -> None:
    feed = VendorFeed(tmp_path)
    feed.done("init", "--threshold", "targets=2", "--expires", "online=3", "--expires", "root=30")
    assert "waits" in feed.done("add", installed, *feed.keys("targets", "online"))
    assert seen_by(feed, "one") == {}
    assert "is published" in feed.done("sign", *feed.keys("targets-2", "online"))
    assert names(seen_by(feed, "one")) == ["alpha", "beta"]
    feed.done("refresh", *feed.keys("online"))
    times = {role: feed.published(role).signed.expires for role in ("root", "timestamp")}
    assert times["root"] - times["timestamp"] == pytest.approx(timedelta(days=27), abs=timedelta(minutes=5))


def test_keys_come_from_files_the_environment_and_a_signing_command(
    tmp_path: Path, installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed = VendorFeed(tmp_path)
    for name in ("root", "targets", "online"):
        run_feed("key", feed.key(name))
    monkeypatch.setenv("ONLINE", feed.key("online").read_text())
    command = signing_command(tmp_path, feed.key("targets"))
    feed.done("init", f"--key=root={feed.key('root')}", f"--key=targets={command}", "--key=online=env:ONLINE")
    feed.key("online").unlink()
    feed.done("add", installed, "--key", command, "--key", "env:ONLINE")
    assert names(seen_by(feed, "one")) == ["alpha", "beta"]
    assert len(list((feed.home / "feed-keys").glob("*.pem"))) == 2


def test_a_passphrase_locks_what_is_made_and_unlocks_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENGINE_BUILDER_KEY_PASSPHRASE", "long and secret")
    feed = VendorFeed(tmp_path)
    feed.done("init")
    assert "ENCRYPTED" in feed.key("online").read_text()
    feed.done("refresh", *feed.keys("online"))
    for passphrase in ("", "wrong"):
        monkeypatch.setenv("ENGINE_BUILDER_KEY_PASSPHRASE", passphrase)
        ended = feed.run("refresh", *feed.keys("online"))
        assert ended.code == ExitCode.INVALID_PARAMETER.number
        assert "ENGINE_BUILDER_KEY_PASSPHRASE" in ended.err


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("none.pem", "There is no key at"),
        ("env:NOT_SET", "NOT_SET is not set"),
        ("feed-root.json", "holds no key"),
        ("feed-keys/online.pem.pub", "is the public half of a key"),
        ("command:", "names no command"),
        ("command:feed-keys/online.pem.pub false", "ended with 1"),
        ("command:feed-keys/online.pem.pub cat", "gave no signature"),
        ("command:feed-keys/online.pem.pub no-such-command", "cannot be started"),
        ("stranger.pem", "signs nothing in"),
    ],
)
def test_a_key_that_cannot_sign_is_refused_and_nothing_changes(
    feed: VendorFeed, monkeypatch: pytest.MonkeyPatch, key: str, said: str
) -> None:
    monkeypatch.chdir(feed.home)
    run_feed("key", "stranger.pem")
    before = feed.files()
    ended = feed.run("refresh", "--key", key)
    assert ended.code in (ExitCode.INVALID_PARAMETER.number, ExitCode.BLOCKED_BY_POLICY.number)
    assert said in ended.err
    assert "hint: " in ended.err
    assert feed.files() == before


def test_a_key_is_never_overwritten_and_a_feed_neither(feed: VendorFeed) -> None:
    content = feed.key("root").read_bytes()
    assert run_feed("key", feed.key("root")).code == ExitCode.INVALID_PARAMETER.number
    before = feed.files()
    assert feed.run("init").code == ExitCode.INVALID_PARAMETER.number
    assert feed.run("init", "--root", feed.home / "other.json").code == ExitCode.INVALID_PARAMETER.number
    other = VendorFeed(feed.home / "other")
    other.home.mkdir()
    assert "part of the feed" in other.run("init", "--keys", other.folder / "keys").err
    assert "is there already" in other.run("init", "--root", feed.pin).err
    assert (feed.key("root").read_bytes(), feed.files()) == (content, before)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--rotate-out", "root=nobody"], "0 keys of root"),
        (["--threshold", "targets=2"], "targets would need 2 signatures, but have 1 keys"),
        (["--rotate-out", "root="], "expected root="),
        (["--rotate-in", "admin=x"], "expected root="),
        (["--threshold", "root=0"], "--threshold"),
    ],
)
def test_a_change_of_keys_that_makes_no_sense_is_refused(feed: VendorFeed, options: list[str], said: str) -> None:
    before = feed.files()
    ended = feed.run("sign", *options, *feed.keys("root"))
    assert ended.code == ExitCode.INVALID_PARAMETER.number
    assert said in ended.err
    assert feed.files() == before
    assert not (feed.folder / "pending").exists()


@pytest.mark.parametrize("file", ["1.root.json", "2.targets.json", "2.snapshot.json", "timestamp.json"])
@pytest.mark.parametrize("damage", ["flipped", "gone", "a folder"])
def test_nothing_is_signed_on_top_of_what_others_changed(
    feed: VendorFeed, installed: Path, file: str, damage: str
) -> None:
    feed.done("add", installed, *feed.keys("targets", "online"))
    path = feed.folder / "metadata" / file
    if damage == "flipped":
        content = path.read_bytes()
        path.write_bytes(
            content.replace(b'"version":', b'"version" :').replace(b"2027", b"2028").replace(b"2026", b"2028")
        )
    else:
        path.unlink()
        if damage == "a folder":
            path.mkdir()
    before = feed.files()
    ended = feed.run("add", installed, "--keep", *feed.keys("targets", "online"))
    assert ended.code == ExitCode.PACKAGE_INVALID.number
    assert file in ended.err
    assert feed.files() == before


def test_a_list_of_keys_that_is_missing_in_the_row_is_seen(feed: VendorFeed) -> None:
    for _ in range(2):
        feed.done("sign", "--renew", "root", *feed.keys("root"))
    (feed.folder / "metadata/2.root.json").unlink()
    ended = feed.run("refresh", *feed.keys("online"))
    assert "3.root.json" in ended.err
    assert "version 2 before it" in ended.err


def test_prune_removes_what_nothing_names_and_keeps_every_list_of_keys(feed: VendorFeed, installed: Path) -> None:
    feed.done("sign", "--renew", "root", *feed.keys("root"))
    feed.done("add", installed, *feed.keys("targets", "online"))
    seen_by(feed, "one")
    (feed.folder / "targets/engines/.new").write_bytes(b"cut off")
    (feed.folder / "metadata/.3.targets.json.new").write_bytes(b"cut off")
    before = feed.files()
    assert "would be removed" in feed.done("prune", "--dry-run")
    assert feed.files() == before
    feed.done("prune")
    gone = {
        "metadata/1.targets.json",
        "metadata/1.snapshot.json",
        "metadata/.3.targets.json.new",
        "targets/engines/.new",
    }
    assert set(before) - set(feed.files()) == gone
    assert "would no longer be offered" in feed.done("prune", "--model", "alpha", "--dry-run")
    feed.done("prune", "--model", "alpha", *feed.keys("targets", "online"))
    assert names(seen_by(feed, "one")) == ["beta"]
    assert [
        name.rpartition(".")[0].rpartition(".")[2].partition("-")[0] for name in feed.files() if "targets/" in name
    ] == ["beta"]
    assert feed.run("prune", "--library-version", "0.0").code == ExitCode.INVALID_PARAMETER.number
    assert "Nothing to remove." in feed.done("prune")


def test_what_is_withdrawn_stays_until_that_is_signed(feed: VendorFeed, installed: Path) -> None:
    feed.done("add", installed, *feed.keys("targets", "online"))
    feed.done("prune", "--model", "alpha")
    assert names(seen_by(feed, "one")) == ["alpha", "beta"]
    feed.done("sign", *feed.keys("targets", "online"))
    assert names(seen_by(feed, "one")) == ["beta"]


@pytest.fixture
def held(feed: VendorFeed) -> Iterator[VendorFeed]:
    """A feed that another command is changing: it waits for its signing command."""
    script = feed.home / "slow"
    script.write_text(f"#!/bin/sh\ntouch '{feed.home}/signing'\nread line < '{feed.home}/go'\n")
    script.chmod(0o755)
    os.mkfifo(feed.home / "go")
    key = f"command:'{feed.key('online')}.pub' '{script}'"
    with subprocess.Popen(feed_command("refresh", feed.folder, "--key", key), stderr=subprocess.PIPE) as process:
        while not (feed.home / "signing").exists():
            assert process.poll() is None
        yield feed
        (feed.home / "go").write_text("\n")
        assert process.communicate()[1].decode().startswith("error: The signing command")


def test_two_commands_at_once_do_not_meet(held: VendorFeed) -> None:
    ended = held.run("refresh", *held.keys("online"))
    assert ended.code == ExitCode.ALREADY_RUNNING.number
    assert str(held.folder) in ended.err


def test_to_add_nothing_is_an_oversight(feed: VendorFeed) -> None:
    ended = feed.run("add", *feed.keys("targets", "online"))
    assert ended.code == ExitCode.INVALID_PARAMETER.number
    assert "--model" in ended.err


def test_a_folder_that_is_no_feed_says_so(tmp_path: Path) -> None:
    for action in (["add", tmp_path, tmp_path], ["sign", tmp_path], ["refresh", tmp_path], ["prune", tmp_path]):
        ended = run_feed(*map(str, action))
        assert ended.code == ExitCode.NOT_INSTALLED.number
        assert "feed init" in ended.err


def test_a_key_that_was_never_listed_convinces_no_program(feed: VendorFeed, tmp_path: Path) -> None:
    stranger = VendorFeed(tmp_path / "stranger")
    stranger.home.mkdir()
    stranger.done("init")
    seen_by(feed, "one")
    stranger.done("refresh", *stranger.keys("online"))
    shutil.copytree(stranger.folder, feed.folder, dirs_exist_ok=True)
    with pytest.raises(RepositoryError):
        seen_by(feed, "one")

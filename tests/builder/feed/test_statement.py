"""Statements about engines: what is signed is read, and every kind of forgery is refused with its reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from securesystemslib.dsse import Envelope

from builder.app_package.package import load_package
from builder.base.errors import PackageInvalid
from builder.base.json_file import Damaged
from builder.base.plain import to_plain
from builder.feed import statement
from builder.feed.statement import PAYLOAD_TYPE, expected_of, public_key, read_statement, to_statement
from tests.support.feeds import MadeFeed, a_key, record_for
from tests.support.packages import small_package
from tests.support.statements import expected_as, package_with_statement, pem_of, signed, with_payload

KEY, SECOND, STRANGER = a_key(), a_key(), a_key()
ENGINE = expected_as(to_plain(record_for(b"engine")))
GOOD = signed([ENGINE], KEY)


def test_what_was_signed_is_read() -> None:
    assert read_statement(GOOD, [public_key(pem_of(KEY))]) == (ENGINE,)


def test_any_one_of_several_keys_is_enough() -> None:
    keys = [public_key(pem_of(key)) for key in (SECOND, KEY)]
    assert read_statement(GOOD, keys) == (ENGINE,)
    assert read_statement(signed([ENGINE], STRANGER, SECOND), keys) == (ENGINE,)


def _signed_payload(change: Callable[[dict[str, Any]], None], payload_type: str = PAYLOAD_TYPE) -> bytes:
    stated = json.loads(to_statement([ENGINE]))
    change(stated)
    envelope = Envelope(json.dumps(stated).encode(), payload_type, {})
    envelope.sign(KEY)
    return json.dumps(envelope.to_dict()).encode()


def _unsigned() -> bytes:
    return json.dumps(json.loads(GOOD) | {"signatures": []}).encode()


def _claims_our_key() -> bytes:
    envelope = json.loads(signed([ENGINE], STRANGER))
    envelope["signatures"][0]["keyid"] = KEY.public_key.keyid
    return json.dumps(envelope).encode()


def _two_of_one_key() -> bytes:
    envelope = json.loads(GOOD)
    return json.dumps(envelope | {"signatures": envelope["signatures"] * 2}).encode()


FORGED = {
    "another key": (signed([ENGINE], STRANGER), "signed with another key"),
    "another key under our name": (_claims_our_key(), "its signature is wrong"),
    "no signature": (_unsigned(), "it is not signed"),
    "an edited hash": (with_payload(GOOD, b'"builds": 4', b'"builds": 5'), "changed after it was signed"),
    "another type of what is signed": (
        json.dumps(json.loads(GOOD) | {"payloadType": "text/plain"}).encode(),
        "its signature is wrong",
    ),
    "the bare statement": (to_statement([ENGINE]), "no signed statement"),
    "two signatures of one key": (_two_of_one_key(), "no signed statement"),
    "nothing": (b"", "no signed statement"),
    "no JSON": (b"\xff{", "no signed statement"),
    "a list": (b"[]", "no signed statement"),
    "far too deep": (b"[" * 100_000, "no signed statement"),
    "signed for something else": (_signed_payload(lambda _: None, "text/plain"), "no statement about engines"),
    "of another kind": (_signed_payload(lambda it: it.update(predicateType="x")), "no statement about engines"),
    "an older kind": (_signed_payload(lambda it: it.update(_type="x")), "no statement about engines"),
    "no predicate": (_signed_payload(lambda it: it.pop("predicate")), "no statement about engines"),
    "engines that are no subjects": (_signed_payload(lambda it: it.update(subject=[])), "contradicts itself"),
    "an engine that is none": (_signed_payload(lambda it: it["predicate"]["engines"].append({})), "engines.1"),
    "a hash that is none": (
        _signed_payload(lambda it: it["predicate"]["engines"][0].update(sha256=["x"])),
        "64 hexadecimal digits",
    ),
}


@pytest.mark.parametrize("kind", FORGED)
def test_what_is_forged_is_refused_with_its_reason(kind: str) -> None:
    content, reason = FORGED[kind]
    with pytest.raises(Damaged, match=reason):
        read_statement(content, [public_key(pem_of(KEY))])


def test_a_key_that_is_none_is_refused() -> None:
    for content in (b"", b"-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"):
        with pytest.raises(ValueError, match=r"\w"):
            public_key(content)
    with pytest.raises(ValueError, match="never be shipped"):
        public_key(b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")


def test_a_statement_about_too_many_engines_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = [public_key(pem_of(KEY))]
    monkeypatch.setattr(statement, "_MOST_ENGINES", 1)
    assert len(read_statement(GOOD, keys)) == 1
    with pytest.raises(Damaged, match="no statement about engines"):
        read_statement(signed([ENGINE, ENGINE], KEY), keys)


def expected(package: Path, deliver: Callable[[], bytes | None] = lambda: None) -> Any:
    return expected_of(load_package(package), deliver)


def test_a_package_without_keys_expects_nothing_and_asks_for_nothing(tmp_path: Path) -> None:
    assert expected(small_package(tmp_path, "alpha"), lambda: pytest.fail("asked for a statement")) is None


def test_the_statement_of_a_package_is_read_and_none_is_delivered(tmp_path: Path) -> None:
    package = package_with_statement(tmp_path, KEY, GOOD)
    assert expected(package, lambda: pytest.fail("asked for a statement")) == (ENGINE,)


def test_a_statement_that_is_delivered_is_as_good_and_there_may_be_none(tmp_path: Path) -> None:
    (tmp_path / "key.pem").write_bytes(pem_of(KEY))
    feed = {"url": "https://example.com/feed", "root": "root.json"}
    (tmp_path / "root.json").write_bytes(MadeFeed(tmp_path / "feed").root)
    package = small_package(tmp_path, "alpha", expectations={"keys": ["key.pem"]}, feed=feed)
    assert expected(package) is None
    assert expected(package, lambda: GOOD) == (ENGINE,)
    with pytest.raises(Damaged, match="another key"):
        expected(package, lambda: signed([ENGINE], STRANGER))


@pytest.mark.parametrize(
    ("file", "content", "key", "found"),
    [
        ("key.pem", b"no key", "expectations.keys[0]", "'key.pem', which is no public key ("),
        ("expectations.json", b"{}", "expectations.file", "'expectations.json', but it is no signed statement"),
    ],
)
def test_what_is_wrong_with_the_statement_of_a_package_is_a_fault_of_the_package(
    tmp_path: Path, file: str, content: bytes, key: str, found: str
) -> None:
    package = package_with_statement(tmp_path, KEY, GOOD)
    (tmp_path / file).write_bytes(content)
    with pytest.raises(PackageInvalid) as caught:
        expected(package)
    (fault,) = caught.value.faults
    assert (fault.file, fault.key) == ("app.toml", key)
    assert fault.found.startswith(found)
    assert ("PEM" in fault.expected) == (file == "key.pem")


@pytest.mark.parametrize("file", ["key.pem", "expectations.json"])
def test_what_is_changed_after_it_was_hashed_is_not_read(tmp_path: Path, file: str) -> None:
    package = load_package(package_with_statement(tmp_path, KEY, GOOD))
    content = pem_of(STRANGER) if file == "key.pem" else signed([], KEY)
    (tmp_path / file).write_bytes(content)
    with pytest.raises(PackageInvalid) as caught:
        expected_of(package, lambda: None)
    assert "it was changed while it was read" in str(caught.value)

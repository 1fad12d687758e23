"""Statements about engines, signed with keys that exist only in memory, and forged on purpose."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from securesystemslib.dsse import Envelope
from securesystemslib.signer import CryptoSigner

from builder.base.json_file import from_plain
from builder.engines.sameness import ExpectedEngine
from builder.feed.statement import PAYLOAD_TYPE, to_statement
from tests.support.packages import small_package


def expected_as(record: dict[str, Any], **changes: Any) -> ExpectedEngine:
    """Expect what an entry of engines.json says of an engine, unless `changes` say otherwise."""
    names = set(ExpectedEngine.__dataclass_fields__) & record.keys()
    own = {name: record[name] for name in names} | {"sha256": [record["sha256"]], "builds": 4}
    return from_plain(ExpectedEngine, own | changes)


def signed(engines: Sequence[ExpectedEngine], *signers: CryptoSigner) -> bytes:
    """Make a statement that these keys have signed."""
    envelope = Envelope(to_statement(engines), PAYLOAD_TYPE, {})
    for signer in signers:
        envelope.sign(signer)
    return json.dumps(envelope.to_dict()).encode()


def with_payload(statement: bytes, old: bytes, new: bytes) -> bytes:
    """Change what is signed, and leave the signature as it was."""
    envelope = json.loads(statement)
    payload = base64.b64decode(envelope["payload"])
    assert old in payload
    envelope["payload"] = base64.b64encode(payload.replace(old, new)).decode()
    return json.dumps(envelope).encode()


def pem_of(signer: CryptoSigner) -> bytes:
    """The public half of a key."""
    return signer._private_key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def package_with_statement(folder: Path, signer: CryptoSigner, statement: bytes, **top: Any) -> Path:
    """A package of one small network that names a key and a statement."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "key.pem").write_bytes(pem_of(signer))
    (folder / "expectations.json").write_bytes(statement)
    table = {"keys": ["key.pem"], "file": "expectations.json"}
    return small_package(folder, "alpha", expectations=table, **top)

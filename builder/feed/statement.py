"""The vendor's statement about the engines that were tested: an in-toto Statement in a DSSE envelope, verified.

Nothing in it is looked at before a signature of one of the vendor's keys was found right.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from builder.app_package.manifest import package_invalid
from builder.app_package.package import AppPackage
from builder.app_package.package_files import PackageFile
from builder.base.errors import Fault, PackageInvalid
from builder.base.json_file import Damaged, from_plain
from builder.base.small_files import read_small_file
from builder.base.text import say
from builder.engines.index import engine_file_name
from builder.engines.sameness import ExpectedEngine

if TYPE_CHECKING:
    from securesystemslib.dsse import Envelope
    from securesystemslib.signer import SSlibKey

STATEMENT_TYPE = "https://in-toto.io/Statement/v1"
PREDICATE_TYPE = "urn:engine-installer:expected-engines:v1"
PAYLOAD_TYPE = "application/vnd.in-toto+json"
MOST_BYTES = 16 << 20
_MOST_ENGINES = 100_000


@dataclass(frozen=True, slots=True)
class _Predicate:
    engines: tuple[ExpectedEngine, ...]


def to_statement(engines: Sequence[ExpectedEngine]) -> bytes:
    """Make the statement that is signed: its subjects are the files, its predicate says what each was built of."""
    subjects = {
        engine_file_name(engine.model, sha256): {"sha256": sha256} for engine in engines for sha256 in engine.sha256
    }
    statement = {
        "_type": STATEMENT_TYPE,
        "subject": [{"name": name, "digest": digest} for name, digest in subjects.items()],
        "predicateType": PREDICATE_TYPE,
        "predicate": {"engines": [asdict(engine) for engine in engines]},
    }
    return json.dumps(statement, indent=1).encode("ascii")


def read_statement(content: bytes, keys: Sequence[SSlibKey]) -> tuple[ExpectedEngine, ...]:
    """Read a statement; any one of the keys must have signed it.

    Args:
        content: of the file.
        keys: the vendor's.

    Raises:
        Damaged: it is no statement, or nobody who may has signed it; says which.
    """
    from securesystemslib.exceptions import VerificationError

    envelope = _envelope(content)
    if not envelope.signatures:
        raise Damaged(say("it is not signed"))
    if not {key.keyid for key in keys} & envelope.signatures.keys():
        raise Damaged(say("it is signed with another key than the package names"))
    try:
        envelope.verify(list(keys), 1)
    except VerificationError as error:
        raise Damaged(say("its signature is wrong: it was changed after it was signed")) from error
    if envelope.payload_type != PAYLOAD_TYPE:
        raise Damaged(say("what is signed is no statement about engines"))
    return _engines(envelope.payload)


def _envelope(content: bytes) -> Envelope:
    from securesystemslib.dsse import Envelope

    try:
        return Envelope.from_dict(json.loads(content))
    except Exception as error:  # nobody has vouched for a byte of it yet
        raise Damaged(say("it is no signed statement")) from error


def _engines(payload: bytes) -> tuple[ExpectedEngine, ...]:
    try:
        statement: Any = json.loads(payload)
        kinds = (statement["_type"], statement["predicateType"])
        subjects = {subject["digest"]["sha256"] for subject in statement["subject"]}
        values = statement["predicate"]
        count = len(values["engines"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Damaged(say("what is signed is no statement about engines")) from error
    if kinds != (STATEMENT_TYPE, PREDICATE_TYPE) or count > _MOST_ENGINES:
        raise Damaged(say("what is signed is no statement about engines"))
    engines = from_plain(_Predicate, values).engines
    if not subjects.issuperset(sha256 for engine in engines for sha256 in engine.sha256):
        raise Damaged(say("what is signed contradicts itself: it is not about all the engines that it describes"))
    return engines


def public_key(pem: bytes) -> SSlibKey:
    """Read the public half of a key in PEM.

    Raises:
        ValueError: it is none.
    """
    from cryptography.hazmat.primitives.serialization import load_pem_public_key
    from securesystemslib.signer import SSlibKey

    if b"PRIVATE KEY" in pem:
        raise ValueError("it is the private half, which must never be shipped: replace the key pair if it was")
    try:
        return SSlibKey.from_crypto(load_pem_public_key(pem))
    except Exception as error:  # of two libraries, each with exceptions of its own
        raise ValueError(str(error)) from error


def expected_of(package: AppPackage, deliver: Callable[[], bytes | None]) -> tuple[ExpectedEngine, ...] | None:
    """Give what the vendor has stated about the engines of a package.

    Args:
        package: names the keys, and maybe the file.
        deliver: gives the statement of the feed, for a package without one of its own; None where there is none.

    Returns:
        None where there is no statement.

    Raises:
        PackageInvalid: the package's own cannot be trusted or read.
        Damaged: the one that was delivered cannot.
    """
    table = package.manifest.expectations
    if table is None:
        return None
    files = {item.path: item.file for item in package.named}
    keys = []
    for number, path in enumerate(table.keys):
        try:
            keys.append(public_key(_content(files[path])))
        except ValueError as error:
            raise _invalid(package, f"keys[{number}]", f"{path!r}, which is no public key ({error})") from error
    if table.file is None:
        delivered = deliver()
        return None if delivered is None else read_statement(delivered, keys)
    try:
        return read_statement(_content(files[table.file]), keys)
    except (Damaged, ValueError) as error:
        raise _invalid(package, "file", f"{table.file!r}, but {error}") from error


def _content(file: PackageFile) -> bytes:
    content = read_small_file(file.path, MOST_BYTES)
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise ValueError("it was changed while it was read")
    return content


def _invalid(package: AppPackage, key: str, found: str) -> PackageInvalid:
    expected = "what engine-builder expect has written, signed with one of the keys"
    if key != "file":
        expected = "the public half of a key, in PEM"
    path = package.root / "app.toml"
    fault = Fault(path.name, f"expectations.{key}", found, expected)
    return package_invalid(path, [fault])

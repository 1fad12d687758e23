"""Targets with what installations leave in them, made without the program."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from builder.app_package.app import App
from builder.base.json_file import from_plain, to_bytes
from builder.engines.index import AppEntry, EngineIndex, EngineRecord, fingerprint_of
from installer.target.installation import Installation
from installer.target.journal import Install, Journal, Operation
from installer.target.paths import RECEIPT
from installer.target.receipt import Receipt
from installer.target.request import Request
from installer.target.transaction import Transaction
from tests.support.feeds import record_for, sha256
from tests.support.headers import rtx_header
from tests.support.packages import APP
from tests.support.payloads import tree, write_files

TEST_APP = from_plain(App, APP)
ENGINE = "engines/alpha-0123456789ab.engine"


def saved(file: str, content: bytes) -> str:
    """The first name under which a file is kept that is in the way."""
    return f"{file}.saved-{sha256(content)[:12]}"


def seen(target: Path) -> dict[str, bytes | str | None]:
    """What is there besides our own folder."""
    return {name: there for name, there in tree(target).items() if not name.startswith(".engine-installer")}


def staged(transaction: Transaction, file: str, content: bytes = b"new", replaces: str | None = None) -> Install:
    """Stage a file; returns what puts it into its place."""
    transaction.stage(file).write_bytes(content)
    return transaction.install_operation(file, sha256(content), replaces=replaces)


def journal_of(*operations: Operation) -> Journal:
    return Journal(action="install", operations=operations)


def installation_of(target: Path, **asked: Any) -> Installation:
    return Installation(Request(target=target, **asked))


def engine(body: bytes) -> bytes:
    return rtx_header(size=64 + len(body)) + body


def with_engines(target: Path, *bodies: bytes, superseded: tuple[str, ...] = ()) -> tuple[EngineRecord, ...]:
    """Write engines and their engines.json."""
    records = tuple(record_for(engine(body), model=f"m{number}") for number, body in enumerate(bodies))
    for record, body in zip(records, bodies, strict=True):
        write_files(target / "engines", {record.file: engine(body)})
    app = AppEntry(id="com.example.indexed", name="Indexed", version="1", package="/p")
    index = EngineIndex(app=app, fingerprint=fingerprint_of(records), engines=records, superseded=superseded)
    write_files(target / "engines", {"engines.json": to_bytes(index)})
    return records


def with_receipt(target: Path, **values: Any) -> Receipt:
    receipt = replace(Receipt(app=TEST_APP, scope="current-user"), **values)
    write_files(target, {RECEIPT: to_bytes(receipt)})
    return receipt


def committed(target: Path, action: str = "install", **values: Any) -> Journal:
    journal = Journal(**{"action": action, "operations": ()} | values)
    installation_of(target).transaction.commit(journal)
    return journal

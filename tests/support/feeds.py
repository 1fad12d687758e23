"""Small signed feeds, made in milliseconds with keys that exist only in memory, and broken on purpose."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp

from builder.engines.index import EngineRecord, engine_file_name
from builder.feed.custom import engine_custom, model_custom, statement_custom

ROLES = ("root", "targets", "snapshot", "timestamp")


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def a_key() -> CryptoSigner:
    return CryptoSigner.generate_ed25519()


def in_days(days: float) -> datetime:
    return (datetime.now(UTC) + timedelta(days=days)).replace(microsecond=0)


def record_for(content: bytes, **changes: Any) -> EngineRecord:
    """What an engines.json says of an engine that has this content; it is of no real build unless `changes` say so."""
    record = EngineRecord(
        model="a",
        file="a-0123456789ab.engine",
        size=len(content),
        sha256=sha256(content),
        onnx_sha256="ab" * 32,
        external_data_sha256=(),
        settings={},
        backend="tensorrt-rtx",
        library_version="1.7.1.116",
        cuda="13",
        driver_version=None,
        gpu=None,
        targets=("8.9",),
        portable=False,
        system="linux",
        inputs={},
        outputs={},
        seconds=1.0,
        built_at="2026-11-01T00:00:00Z",
        built_by="1",
        loaded_on=None,
    )
    record = replace(record, **changes)
    return replace(record, file=engine_file_name(record.model, record.sha256))


@dataclass
class MadeFeed:
    """A feed in a folder; nothing is in it before `publish`.

    Attributes:
        folder: holds `metadata/` and `targets/`, as a web server has them and as `--feed` takes them.
        keys: what signs each role; to replace one without `rotate_root` makes the signature wrong.
        targets: what is listed, by path; to be changed at will.
        versions: the next of each role; they grow by themselves.
        expires: of each role.
    """

    folder: Path
    keys: dict[str, CryptoSigner] = field(default_factory=lambda: {role: a_key() for role in ROLES})
    targets: dict[str, TargetFile] = field(default_factory=dict)
    versions: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ROLES, 1))
    expires: dict[str, datetime] = field(default_factory=lambda: dict.fromkeys(ROLES, in_days(30)))
    root: bytes = b""

    def __post_init__(self) -> None:
        for name in ("metadata", "targets"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        self.root = self.rotate_root()

    def rotate_root(self, *also: CryptoSigner) -> bytes:
        """Sign a new list of keys, those that `keys` has now, and with other keys `also`, such as the old one."""
        root = Root(version=self.versions["root"], expires=self.expires["root"], consistent_snapshot=True)
        for role in ROLES:
            root.add_key(self.keys[role].public_key, role)
        return self.sign(root, self.keys["root"], *also)

    def publish(self) -> None:
        """Sign a new state: targets, snapshot, timestamp."""
        targets = Targets(self.versions["targets"], expires=self.expires["targets"], targets=dict(self.targets))
        listed = self._described("targets", self.sign(targets))
        snapshot = Snapshot(self.versions["snapshot"], expires=self.expires["snapshot"], meta={"targets.json": listed})
        described = self._described("snapshot", self.sign(snapshot))
        self.sign(Timestamp(self.versions["timestamp"], expires=self.expires["timestamp"], snapshot_meta=described))
        for role in ("targets", "snapshot", "timestamp"):
            self.versions[role] += 1

    def _described(self, role: str, content: bytes) -> MetaFile:
        return MetaFile(self.versions[role], len(content), {"sha256": sha256(content)})

    def sign(self, signed: Root | Targets | Snapshot | Timestamp, *keys: CryptoSigner) -> bytes:
        """Sign one role's file and put it in its place."""
        metadata: Metadata[Any] = Metadata(signed)
        for key in keys or (self.keys[signed.type],):
            metadata.sign(key, append=True)
        content: bytes = metadata.to_bytes()
        self.metadata(signed.type, signed.version).write_bytes(content)
        if signed.type == "root":
            self.versions["root"] += 1
        return content

    def metadata(self, role: str, version: int | None = None) -> Path:
        """The file of a role: of a version, or the newest."""
        name = role if role == "timestamp" else f"{version or self.versions[role] - 1}.{role}"
        return self.folder / "metadata" / f"{name}.json"

    def add(self, path: str, content: bytes, custom: Mapping[str, Any]) -> Path:
        """List a file and put it in its place; gives that place."""
        target = TargetFile(len(content), {"sha256": sha256(content)}, path, {"custom": dict(custom)})
        self.targets[path] = target
        file = self.file(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        return file

    def file(self, path: str) -> Path:
        """Where a file is that is listed: its name begins with its hash."""
        folder, _, name = path.rpartition("/")
        return self.folder / "targets" / folder / f"{self.targets[path].hashes['sha256']}.{name}"

    def add_engine(self, content: bytes, record: EngineRecord | None = None, **changes: Any) -> EngineRecord:
        """Offer an engine.

        Args:
            content: of its file; what an engine library has built, if it is to be installed.
            record: as an engines.json has it; without one, one is made up with these `changes`.
        """
        record = record or record_for(content, **changes)
        self.add(f"engines/{record.file}", content, engine_custom(record))
        return record

    def add_model(self, content: bytes) -> str:
        """Offer an ONNX file or external weights; gives the hash."""
        self.add(f"models/{sha256(content)}", content, model_custom())
        return sha256(content)

    def add_statement(self, content: bytes) -> None:
        """Put the vendor's statement about engines into the feed."""
        self.add("expectations.json", content, statement_custom())


def flip_byte(file: Path, at: int = -1) -> None:
    """Change one byte of a file, at its end unless told."""
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)


def edit_json(file: Path, path: str, value: object) -> None:
    """Change one value of a JSON file, such as `signed.version`, and no signature."""
    values = json.loads(file.read_bytes())
    *folders, last = path.split(".")
    inner = values
    for name in folders:
        inner = inner[name]
    inner[last] = value
    file.write_text(json.dumps(values))

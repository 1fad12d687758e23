"""What is put into a feed: engines from folders where engine-installer installed some, models, the statement."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tuf.api.metadata import TargetFile

from builder.backend import TENSORRT_RTX
from builder.base.cancellation import CancelToken
from builder.base.errors import EngineInvalid, InvalidParameter, NotInstalled
from builder.base.files import (
    hash_stream,
    make_directory_noting_new,
    new_file,
    os_errors_as,
    replace_file,
    sha256_of,
)
from builder.base.json_file import Damaged, from_plain
from builder.base.names import one_line
from builder.base.paths import is_regular_file, size_of
from builder.base.plain import to_plain
from builder.base.small_files import open_regular, read_small_file
from builder.base.text import say, verbatim
from builder.engines.index import EngineRecord, engine_file_name
from builder.engines.store import EngineStore
from builder.feed.custom import (
    KEY,
    STATEMENT_PATH,
    engine_custom,
    engine_path,
    model_custom,
    model_path,
    statement_custom,
)
from builder.feed.statement import MOST_BYTES, PAYLOAD_TYPE
from builder.vendor.feed.repository import target_file
from builder.vendor.models.facts import read_model


@dataclass(frozen=True, slots=True)
class Addition:
    """A file that is put into a feed.

    Attributes:
        source: where it is now.
        path: in the feed.
        custom: what the feed says of it.
        record: of an engine.
        sha256: that it must have; None where any will do.
    """

    source: Path
    path: str
    custom: dict[str, Any]
    record: EngineRecord | None = None
    sha256: str | None = None


def engines_in(target: Path) -> Iterator[Addition]:
    """Find the engines of an installation.

    Raises:
        EngineInstallerError: there is none, or an engine is not what engines.json says.
    """
    store = EngineStore(target)
    index = store.read_index()
    if index is None:
        fault = store.index_fault()
        raise NotInstalled(
            verbatim(f"{store.index_path} {f'cannot be used: {fault}' if fault else 'does not exist'}."),
            hint=verbatim(
                "Name a folder in which 'engine-installer install' has put engines; --model takes ONNX files."
            ),
        )
    for record in index.engines:
        name = engine_file_name(record.model, record.sha256)
        if record.file != name:
            raise _not_as_recorded(store.index_path, f"the name {record.file}", name)
        # Its header is read here; its hash again while it is copied.
        if (state := store.file_state(record, quick=True)) != "intact":
            raise _not_as_recorded(store.folder / record.file, state, "the engine that engines.json describes")
        yield Addition(store.folder / record.file, engine_path(record), engine_custom(record), record, record.sha256)


def model_files(file: Path, cancel: CancelToken) -> Iterator[Addition]:
    """Find an ONNX file and its external weights.

    Raises:
        EngineInstallerError: it is no ONNX file, or one with weights is missing.
    """
    for path in (file, *(file.parent / name for name in read_model(file, cancel).external_data)):
        with os_errors_as(path, say("read")):
            digest = sha256_of(path, cancel)
        yield Addition(path, model_path(digest), model_custom(), sha256=digest)


def statement(file: Path) -> Addition:
    """The vendor's statement about engines that were tested; programs verify who signed it.

    Raises:
        InvalidParameter: it is something else, which would keep programs from using the feed.
    """
    with os_errors_as(file, say("read")):
        content = read_small_file(file, MOST_BYTES)
    try:
        envelope = json.loads(content)
        is_statement = envelope["payloadType"] == PAYLOAD_TYPE and bool(envelope["signatures"])
    except (ValueError, KeyError, TypeError, RecursionError):
        is_statement = False
    if not is_statement:
        raise InvalidParameter(
            verbatim(f"{one_line(str(file))} is no signed statement about engines."),
            hint=verbatim("'engine-builder expect' makes one."),
        )
    return Addition(file, STATEMENT_PATH, statement_custom())


def put(folder: Path, addition: Addition, cancel: CancelToken) -> TargetFile:
    """Copy a file into the feed, under a name that begins with its hash; it is visible only when it is listed.

    Raises:
        EngineInvalid: it is not what it should be.
        EngineInstallerError: it cannot be read or written.
    """
    directory = (folder / "targets" / addition.path).parent
    make_directory_noting_new(directory)
    copy = directory / ".new"
    try:
        with os_errors_as(addition.source, say("read")), open_regular(addition.source, follow_links=False) as stream:
            size = os.fstat(stream.fileno()).st_size
            with os_errors_as(copy, say("write")), new_file(copy) as out:
                digest = hash_stream(stream, size, cancel.check, out)
                out.flush()
                os.fsync(out.fileno())
                written = out.tell()
        if addition.sha256 not in (None, digest) or written != size:
            raise _not_as_recorded(addition.source, f"sha256 {digest}", f"{addition.sha256}")
        target = TargetFile(size, {"sha256": digest}, addition.path, {"custom": addition.custom})
        final = target_file(folder, target)
        if not (is_regular_file(final) and size_of(final) == size and sha256_of(final, cancel) == digest):
            replace_file(copy, final)
    finally:
        with contextlib.suppress(OSError):
            copy.unlink(missing_ok=True)
    return target


def record_of(target: TargetFile) -> EngineRecord | None:
    """What a feed says of an engine; None for other files, and for what this version does not understand."""
    ours = target.custom.get(KEY) if isinstance(target.custom, dict) else None
    if not isinstance(ours, dict) or ours.get("kind") != "engine":
        return None
    with contextlib.suppress(Damaged):
        return from_plain(EngineRecord, ours.get("record"))
    return None


def identity(record: EngineRecord) -> str:
    """What an engine is for: of two that are for the same, the newer replaces the older.

    An engine of TensorRT-RTX depends neither on the system nor on the GPU that it was built on.
    """
    rtx = record.backend == TENSORRT_RTX.name
    return json.dumps(
        [
            *(record.model, record.variant, record.backend, record.library_version, record.cuda, record.portable),
            *(sorted(record.targets), to_plain(record.settings)),
            *((None, None) if rtx else (record.system, record.gpu and record.gpu.kind)),
        ],
        sort_keys=True,
    )


def merged(listed: dict[str, TargetFile], added: Sequence[TargetFile], *, keep: bool) -> dict[str, TargetFile]:
    """List what was added, in place of offers that are for the same. Pure.

    Raises:
        InvalidParameter: two of what was added are for the same.
    """
    new: dict[str, str] = {}
    for target in added:
        record = record_of(target)
        if record and new.setdefault(identity(record), target.path) != target.path and not keep:
            raise InvalidParameter(
                verbatim(f"{target.path} and {new[identity(record)]} are engines for the same GPUs and settings."),
                hint=verbatim("Add one of them, or both with --keep."),
            )
    kept = {
        path: target
        for path, target in listed.items()
        if keep or not ((record := record_of(target)) and identity(record) in new)
    }
    return kept | {target.path: target for target in added}


def _not_as_recorded(file: Path, found: str, expected: str) -> EngineInvalid:
    return EngineInvalid(
        verbatim(f"{one_line(str(file))}: found {found}; expected {expected}."),
        hint=verbatim("'engine-installer repair' builds it again; then add it."),
    )

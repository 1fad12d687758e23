"""What a feed says of a file beside its size and hash: the part of TUF's list of files that is ours. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from builder.base.files import relative_fault
from builder.base.json_file import Damaged, from_plain
from builder.base.plain import to_plain
from builder.base.text import say
from builder.engines.index import EngineRecord, engine_file_name
from builder.feed.contents import Offer, OfferedFile

KEY = "engine-installer"
"""Below which everything of ours stands in a file's `custom`."""

STATEMENT_PATH = "expectations.json"

_SHA256 = re.compile(r"[0-9a-f]{64}")


def engine_path(record: EngineRecord) -> str:
    """Where a feed has an engine."""
    return f"engines/{engine_file_name(record.model, record.sha256)}"


def model_path(sha256: str) -> str:
    """Where a feed has an ONNX file or external weights."""
    return f"models/{sha256}"


def engine_custom(record: EngineRecord) -> dict[str, Any]:
    """Give the `custom` of an engine: its record, without what is of the PC that built it and nobody else's business.

    The JSON that TUF signs has no fractions.
    """
    return {KEY: {"kind": "engine", "record": to_plain(_of_no_pc(record)) | {"seconds": round(record.seconds)}}}


def model_custom() -> dict[str, Any]:
    """Give the `custom` of an ONNX file, or of a file with external weights."""
    return {KEY: {"kind": "model"}}


def statement_custom() -> dict[str, Any]:
    """Give the `custom` of the vendor's statement about engines."""
    return {KEY: {"kind": "statement"}}


def read_listed(
    listed: Iterable[tuple[OfferedFile, object]],
) -> tuple[tuple[Offer, ...], dict[str, OfferedFile], OfferedFile | None]:
    """Read what a feed offers from its list of files, each with its `custom`; what is of another kind is passed over.

    Returns:
        The engines, the models by their hashes, and the vendor's statement.

    Raises:
        Damaged: something is not as it should be, so that nothing of it may be used.
    """
    offers, models, statement = [], {}, None
    for file, custom in listed:
        if fault := relative_fault(file.path):
            raise Damaged(say("it lists {file}, {fault}", file=repr(file.path), fault=fault))
        if not _SHA256.fullmatch(file.sha256):
            raise Damaged(say("it lists {file} without its SHA-256", file=file.path))
        ours = custom.get(KEY) if isinstance(custom, dict) else None
        ours = ours if isinstance(ours, dict) else {}
        kind = ours.get("kind")
        if kind == "engine":
            offers.append(_read_offer(file, ours.get("record")))
        elif kind == "model":
            _check_path(file, model_path(file.sha256))
            models[file.sha256] = file
        elif kind == "statement":
            _check_path(file, STATEMENT_PATH)
            statement = file
    return tuple(offers), models, statement


def _read_offer(file: OfferedFile, values: object) -> Offer:
    try:
        record = from_plain(EngineRecord, values)
    except Damaged as damaged:
        raise Damaged(say("it describes {file} wrongly: {fault}", file=file.path, fault=damaged.reason)) from damaged
    if (record.size, record.sha256) != (file.size, file.sha256):
        raise Damaged(say("it describes {file} as another file", file=file.path))
    if record.file != engine_file_name(record.model, record.sha256):
        raise Damaged(say("it describes {file} as {other}", file=file.path, other=record.file))
    _check_path(file, engine_path(record))
    return Offer(file.path, _of_no_pc(record))


def _check_path(file: OfferedFile, path: str) -> None:
    if file.path != path:
        raise Damaged(say("it lists {file}, which should be {path}", file=file.path, path=path))


def _of_no_pc(record: EngineRecord) -> EngineRecord:
    gpu = record.gpu and replace(record.gpu, uuid="")
    record = replace(record, gpu=gpu, loaded_on=None, gpu_busy=None, timing_cache=None, answers=None)
    return replace(record, modified_us=None, origin=None)

"""What a feed says of a file beside its size and hash: the part of TUF's list of files that is ours. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from builder.base.plain import to_plain
from builder.engines.index import EngineRecord

KEY = "engine-installer"
"""Below which everything of ours stands in a file's `custom`."""


def engine_custom(record: EngineRecord) -> dict[str, Any]:
    """Give the `custom` of an engine: its record, without what is of the PC that built it and nobody else's business.

    The JSON that TUF signs has no fractions.
    """
    gpu = record.gpu and replace(record.gpu, uuid="")
    offered = replace(record, gpu=gpu, modified_us=None, gpu_busy=None, timing_cache=None)
    return {KEY: {"kind": "engine", "record": to_plain(offered) | {"seconds": round(record.seconds)}}}


def model_custom() -> dict[str, Any]:
    """Give the `custom` of an ONNX file, or of a file with external weights."""
    return {KEY: {"kind": "model"}}


def statement_custom() -> dict[str, Any]:
    """Give the `custom` of the vendor's statement about engines."""
    return {KEY: {"kind": "statement"}}

"""Dataclasses as the values that JSON has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

LEFT_OUT_IF_EMPTY = {"left_out_if_empty": True}
"""Metadata of a field that most do not need: without it, what was written before the field was there is the same."""


def to_plain(value: Any) -> Any:
    """Give a dataclass, or what holds some, as JSON's values: an object with every field, a list, a path as text."""
    if is_dataclass(value):
        given = ((item, getattr(value, item.name)) for item in fields(value))
        return {item.name: to_plain(it) for item, it in given if it or not item.metadata.get("left_out_if_empty")}
    if isinstance(value, Mapping):
        return {key: to_plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [to_plain(item) for item in value]
    return str(value) if isinstance(value, Path) else value

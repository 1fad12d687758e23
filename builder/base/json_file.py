"""Our own JSON files in a target, read without trust: anyone who may write there may have edited them.

What a file holds is a plain dataclass whose annotations say what is valid. Unknown keys are ignored: a newer version
may have added some.
"""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import SchemaValidator

from builder.base.errors import Remedy, SystemNotSupported
from builder.base.files import os_errors_as
from builder.base.plain import to_plain
from builder.base.small_files import UnfitFile, read_small_file
from builder.base.text import Text, say

_MOST_BYTES = 64 << 20
_MOST_ENTRIES = 200_000
"""Of each list: a journal of so many has more bytes than it may."""


class Damaged(Exception):
    """The file is there, but is not what it should be.

    Attributes:
        reason: what is wrong, as a part of a sentence.
    """

    def __init__(self, reason: Text) -> None:
        super().__init__(reason)
        self.reason = reason


T = TypeVar("T")


def read_json(path: Path, kind: type[T], schema: int, limit: int = _MOST_BYTES) -> T | None:
    """Read a file, never through a link in its place.

    Args:
        path: the file.
        kind: what it holds.
        schema: the newest schema number that this version knows.
        limit: bytes that it may have.

    Returns:
        None when there is none.

    Raises:
        Damaged: it is not what it should be.
        SystemNotSupported: a newer version of engine-installer wrote it.
        EngineInstallerError: it cannot be read.
    """
    with os_errors_as(path, say("read")):
        try:
            content = read_small_file(path, limit, follow_links=False)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except UnfitFile as error:
            raise Damaged(error.reason) from error
    try:
        values = json.loads(content)
    except RecursionError as error:
        raise Damaged(say("it is nested too deeply")) from error
    except ValueError as error:
        raise Damaged(say("it is not JSON ({error})", window="it is not JSON", error=error)) from error
    if isinstance(values, dict) and isinstance(values.get("schema"), int) and values["schema"] > schema:
        raise SystemNotSupported(
            say(
                "{file} was written by a newer version of engine-installer "
                "(schema {schema}; this version knows {known}).",
                file=path,
                schema=values["schema"],
                known=schema,
            ),
            hint=say("Use that version."),
            plain=say("What is installed here is newer than this setup."),
            remedy=Remedy.DOWNLOAD_AGAIN,
        )
    lists = [value for value in values.values() if isinstance(value, list)] if isinstance(values, dict) else []
    if any(len(entries) > _MOST_ENTRIES for entries in lists):
        raise Damaged(say("it has more than {count} entries", count=_MOST_ENTRIES))
    return from_plain(kind, values)


def from_plain(kind: type[T], values: object) -> T:
    """Make a dataclass of what JSON gave.

    Raises:
        Damaged: it is not what it should be.
    """
    described: type = kind
    try:
        read: T = _validator(described).validate_python(values)
    except ValidationError as error:
        details = error.errors(include_url=False)[0]
        place = ".".join(map(str, details["loc"])) or say("the whole file")
        fault = details["msg"].removeprefix("Value error, ")
        raise Damaged(say("{place}: {fault}", window="{place} is wrong", place=place, fault=fault)) from error
    return read


@functools.cache
def _validator(kind: type) -> SchemaValidator:
    return SchemaValidator(_with_exact_numbers(TypeAdapter(kind).core_schema))


def _with_exact_numbers(schema: Any) -> Any:
    """Change pydantic's description of a type so that no text or truth value passes for a number, or the reverse.

    It also stops at the first fault of a list.

    Its strict mode does not serve: it takes objects and lists for dataclasses and tuples only where it reads the JSON
    itself, and there it refuses paths that are not valid Unicode.
    """
    if isinstance(schema, list):
        return [_with_exact_numbers(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    changed = {key: _with_exact_numbers(value) for key, value in schema.items()}
    if changed.get("type") in ("int", "float", "bool"):
        return changed | {"strict": True}
    # Only the first fault is told, and a file of millions of them must not take minutes and all memory.
    return changed | {"fail_fast": True} if changed.get("type") in ("list", "tuple", "dict") else changed


def to_bytes(value: object) -> bytes:
    """Give the content of such a file. ASCII, because a path that is noted need not be valid Unicode."""
    return (json.dumps(to_plain(value), indent=2) + "\n").encode("ascii")

"""Our own JSON files in a target, read without trust: anyone who may write there may have edited them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from builder.base.errors import SystemNotSupported
from builder.base.files import explained
from builder.base.text import Text, say

_SIZE_LIMIT_BYTES = 64 << 20


class Entry(BaseModel):
    """A JSON object. Unknown fields are ignored: a newer version may have added some."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)


class Damaged(Exception):
    """The file is there, but is not what it should be.

    Attributes:
        reason: what is wrong, as a part of a sentence.
    """

    def __init__(self, reason: Text) -> None:
        super().__init__(reason)
        self.reason = reason


T = TypeVar("T", bound=Entry)


def read_json(path: Path, kind: type[T], schema: int) -> T | None:
    """Read a file.

    Args:
        path: the file.
        kind: what it holds.
        schema: the newest schema number that this version knows.

    Returns:
        None when there is none.

    Raises:
        Damaged: it is not what it should be.
        SystemNotSupported: a newer version of engine-installer wrote it.
        EngineInstallerError: it cannot be read.
    """
    with explained(path, "read"):
        try:
            if path.stat().st_size > _SIZE_LIMIT_BYTES:
                raise Damaged(say("it is larger than {limit_mib} MiB", limit_mib=_SIZE_LIMIT_BYTES >> 20))
            content = path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
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
        )
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        details = error.errors(include_url=False)[0]
        place = ".".join(map(str, details["loc"])) or say("the whole file")
        fault = details["msg"].removeprefix("Value error, ")
        raise Damaged(say("{place}: {fault}", window="{place} is wrong", place=place, fault=fault)) from error


def to_bytes(value: Entry) -> bytes:
    """The content of such a file. ASCII, because a path that is noted need not be valid Unicode."""
    return (json.dumps(value.model_dump(by_alias=True), indent=2) + "\n").encode("ascii")

"""Our own JSON files in a target, read without trust: anyone who may write there may have edited them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from builder.base.errors import SystemNotSupported
from builder.base.files import explained

_SIZE_LIMIT_BYTES = 64 << 20


class Entry(BaseModel):
    """A JSON object. Unknown fields are ignored: a newer version may have added some."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)


class Damaged(Exception):
    """The file is there, but is not what it should be; says in words what is wrong."""


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
                raise Damaged(f"it has more than {_SIZE_LIMIT_BYTES >> 20} MiB")
            content = path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
    try:
        values = json.loads(content)
    except RecursionError as error:
        raise Damaged("it is nested too deeply") from error
    except ValueError as error:
        raise Damaged(f"it is not JSON ({error})") from error
    if isinstance(values, dict) and isinstance(values.get("schema"), int) and values["schema"] > schema:
        raise SystemNotSupported(
            f"{path} was written by a newer version of engine-installer "
            f"(schema {values['schema']}; this version knows {schema}).",
            hint="Use that version.",
        )
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        details = error.errors(include_url=False)[0]
        place = ".".join(map(str, details["loc"])) or "the whole file"
        raise Damaged(f"{place}: {details['msg'].removeprefix('Value error, ')}") from error


def to_bytes(value: Entry) -> bytes:
    """The content of such a file. ASCII, because a path that is noted need not be valid Unicode."""
    return (json.dumps(value.model_dump(by_alias=True), indent=2) + "\n").encode("ascii")

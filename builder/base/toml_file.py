"""TOML files that people write: read, validated as a whole, every fault with key path, what was found and expected."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from builder.base.errors import Fault
from builder.base.files import os_errors_as, relative_fault
from builder.base.settings import COMPUTE_CAPABILITY_PATTERN
from builder.base.text import say

_UNQUOTED = "Expected '=' after a key"
SHA256_PATTERN = re.compile(r"[0-9a-fA-F]{64}")


def matching(pattern: re.Pattern[str], expected: str) -> AfterValidator:
    """A validator of text that says what was `expected`."""

    def check(value: str) -> str:
        if not pattern.fullmatch(value):
            raise ValueError(expected)
        return value

    return AfterValidator(check)


def _inside(value: str) -> str:
    if fault := relative_fault(value):
        raise ValueError(f"a relative path with forward slashes that stays inside its folder, unlike {fault}")
    return value


INSIDE = AfterValidator(_inside)
"""A validator of paths that must not leave the folder that they start in."""

TomlText = Annotated[str, StringConstraints(min_length=1, max_length=259)]
Sha256 = Annotated[str, matching(SHA256_PATTERN, "64 hexadecimal digits"), AfterValidator(str.lower)]
ComputeCapability = Annotated[str, matching(COMPUTE_CAPABILITY_PATTERN, "a compute capability such as '8.9'")]


class Table(BaseModel):
    """A TOML table: unknown keys are faults, and TOML's types are taken as they are."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, populate_by_name=False)


class NotToml(Exception):
    """The file is not TOML."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file.

    Raises:
        NotToml: with what is wrong.
        EngineInstallerError: it cannot be read.
    """
    with os_errors_as(path, say("read")):
        content = path.read_bytes()
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        fault = Fault(path.name, "", f"a byte that is not UTF-8 at offset {error.start}", "TOML in UTF-8")
    except tomllib.TOMLDecodeError as error:
        expected = "valid TOML 1.0"
        if _UNQUOTED in str(error):
            # TensorFlow's names of inputs have such characters.
            expected += ", where a key with a character such as ':' or '/' stands in quotes: \"input:0\" = …"
        fault = Fault(path.name, "", str(error), expected)
    except (ValueError, RecursionError) as error:
        fault = Fault(path.name, "", f"a value that cannot be read ({error})", "values of sensible size and depth")
    raise NotToml(fault)


T = TypeVar("T", bound=BaseModel)


def validate(
    table: type[T],
    data: dict[str, Any],
    file: str,
    schema: int,
    table_at: Callable[[list[str]], type[BaseModel]],
) -> tuple[T | None, list[Fault]]:
    """Turn TOML into its table, or tell everything that is wrong with it.

    Args:
        table: the whole file.
        data: what was read.
        file: its name, for messages.
        schema: the schema number that this version reads.
        table_at: the table in which an unknown key stands, from the names on the way to it.
    """
    try:
        return table.model_validate(data), []
    except ValidationError as error:
        return None, [_fault(details, file, schema, table_at) for details in error.errors(include_url=False)]


def read_table(
    path: Path, table: type[T], schema: int, table_at: Callable[[list[str]], type[BaseModel]]
) -> tuple[T | None, list[Fault]]:
    """Read and validate a whole file; arguments as of `validate`.

    Raises:
        EngineInstallerError: it cannot be read.
    """
    try:
        return validate(table, read_toml(path), path.name, schema, table_at)
    except NotToml as error:
        return None, [error.fault]


def _key_path(location: tuple[int | str, ...]) -> str:
    path = ""
    for part in location:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
    return path


def _fault(details: ErrorDetails, file: str, schema: int, table_at: Callable[[list[str]], type[BaseModel]]) -> Fault:
    location, kind, found = details["loc"], details["type"], details["input"]
    key = _key_path(location)
    if kind == "missing":
        return Fault(file, key, "nothing", "this key, which is needed")
    if kind == "extra_forbidden":
        return Fault(file, key, "an unknown key", _known_keys(location, table_at))
    message = details["msg"].removeprefix("Value error, ").removeprefix("Input should be ")
    if location == ("schema",):
        message = f"{schema}, the only schema that this version reads"
    return Fault(file, key, _shortened(found), message)


def _shortened(value: object) -> str:
    try:
        text = repr(value)
    except RecursionError:
        text = "a value that is nested too deeply"
    return text if len(text) <= 80 else text[:77] + "..."


def _known_keys(location: tuple[int | str, ...], table_at: Callable[[list[str]], type[BaseModel]]) -> str:
    """Say which keys a table takes, the nearest first when the unknown one looks like a slip of the pen."""
    table = table_at([part for part in location[:-1] if isinstance(part, str)])
    known = [info.alias or name for name, info in table.model_fields.items()]
    near = difflib.get_close_matches(str(location[-1]), known, n=1)
    return f"{near[0]!r}?" if near else f"one of {', '.join(known)}"

"""TOML files that people write: read, validated as a whole, every fault with key path, what was found and expected."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from builder.base.errors import Fault
from builder.base.files import os_errors_as, relative_fault
from builder.base.names import character_fault
from builder.base.settings import COMPUTE_CAPABILITY_PATTERN
from builder.base.small_files import UnfitFile, read_small_file
from builder.base.text import say

MOST_BYTES = 4 << 20
"""More than any manifest has; a model in its place must not take memory and minutes."""

_MOST_VALUES = 50_000
"""Each may be a fault, and takes its time to be told; a thousand models have fewer."""

_DEEP_KEY = re.compile(r"(?<![\w\"'-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){64}")
"""A key of so many parts, on which Python's reader takes seconds, and minutes where there are more."""

_UNQUOTED = re.compile(
    r"(?:Expected '=' after a key|Invalid initial character for a key|Invalid statement|Expected '\]+' at the end).*"
    r"\(at line (\d+), column (\d+)\)"
)
"""What tomllib says of a key that needs quotes, and where it stopped."""
_KEYS_ARE_NAMES = ("input_formats.", "output_formats.")
"""The tables whose keys are names of the ONNX file, and may stand before them."""
_LONGEST_LINE = 120
_TABLE_EXPECTED = ("model_type", "dict_type")
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


def _plain(value: str) -> str:
    if fault := character_fault(value):
        raise ValueError(f"text without {fault}")
    if value.isspace():
        raise ValueError("text that can be seen")
    return value


PlainText = Annotated[str, AfterValidator(_plain)]
"""A name, or one line of text: nothing in it hides, or begins a line (`builder/base/names.py`)."""
TomlText = Annotated[PlainText, StringConstraints(min_length=1, max_length=259)]
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


def read_toml_bytes(path: Path) -> bytes:
    """Read a TOML file without understanding it, for those who need its hash as well.

    Raises:
        NotToml: it is no file, or larger than any that people write.
        EngineInstallerError: it cannot be read.
    """
    with os_errors_as(path, say("read")):
        try:
            return read_small_file(path, MOST_BYTES)
        except UnfitFile as error:
            expected = f"a file of at most {MOST_BYTES >> 20} MiB"
            raise NotToml(Fault(path.name, "", f"{path.name!r}, {error.which}", expected)) from error


def parse_toml(path: Path, content: bytes) -> dict[str, Any]:
    """Understand the content of a TOML file.

    Raises:
        NotToml: with what is wrong.
    """
    text = ""
    try:
        text = content.decode("utf-8-sig")
        if text.count("\n") + text.count(",") > _MOST_VALUES:
            raise ValueError(f"more than {_MOST_VALUES} lines and values")
        if _DEEP_KEY.search(text):
            raise ValueError("a key of more than 64 parts")
        return tomllib.loads(text)
    except UnicodeDecodeError as error:
        fault = Fault(path.name, "", f"a byte that is not UTF-8 at offset {error.start}", "TOML in UTF-8")
    except tomllib.TOMLDecodeError as error:
        expected = "valid TOML 1.0"
        if quoted := _with_quotes(text, str(error)):
            expected += f", where a key with other characters than letters, digits, - and _ stands in quotes: {quoted}"
        fault = Fault(path.name, "", str(error), expected)
    except (ValueError, RecursionError) as error:
        fault = Fault(path.name, "", f"a value that cannot be read ({error})", "values of sensible size and depth")
    raise NotToml(fault)


def _with_quotes(text: str, error: str) -> str:
    """Correct the line of a key that needs quotes, such as TensorFlow's `input:0`; "" where it is something else."""
    if not (stopped := _UNQUOTED.match(error)):
        return ""
    # As tomllib counts them.
    line, at = text.replace("\r\n", "\n").split("\n")[int(stopped[1]) - 1], int(stopped[2]) - 1
    in_header = line.lstrip().startswith("[")
    bare = "-_" if in_header else "-_."
    start = at
    while start and (line[start - 1].isalnum() or line[start - 1] in bare):
        start -= 1
    start += next((len(table) for table in _KEYS_ARE_NAMES if line[start:].startswith(table)), 0)
    end = line.find("]" if in_header else "=", at)
    key = line[start:end].rstrip()
    if end < 0 or not key or line[:start].endswith(('"', "'")) or any(mark in key for mark in "\"'{}[],#="):
        return ""
    corrected = f'{line[:start]}"{key}"{line[start + len(key) :]}'.strip()
    return corrected if len(corrected) <= _LONGEST_LINE else f'"{key}"'


T = TypeVar("T", bound=BaseModel)


_STEP = re.compile(r"([\w-]+)(?:\[(\d+)\])?(?:\.|$)")
_LONGEST_NAME = 80


def with_names(faults: Iterable[Fault], data: Mapping[str, Any]) -> list[Fault]:
    """Add to each fault the names of the tables that it is in: nobody counts tables of an array.

    Args:
        faults: with keys such as `model[3].external_data[0].file`.
        data: what was read; the tables may be wrong in any way.
    """
    counted: dict[int, Counter[str | None]] = {}
    return [_with_name(fault, data, counted) for fault in faults]


def _with_name(fault: Fault, data: Any, counted: dict[int, Counter[str | None]]) -> Fault:
    """Add names to one fault; `counted` remembers how often each name occurs in an array, by the array's identity."""
    names, inner = [], fault.key
    for step in _STEP.finditer(fault.key):
        data = data.get(step[1]) if isinstance(data, dict) else None
        if step[2] is None:
            continue
        tables, number = data, int(step[2])
        data = tables[number] if isinstance(tables, list) and number < len(tables) else None
        if name := _name_of(data):
            names.append(f"{step[1]} {name!r}")
            if id(tables) not in counted:
                counted[id(tables)] = Counter(map(_name_of, tables))
            if inner == fault.key[step.start() :] and counted[id(tables)][name] == 1:
                inner = fault.key[step.end() :]
    return replace(fault, item=", ".join(names), inner=inner)


def _name_of(table: Any) -> str | None:
    name = (
        next((table[it] for it in ("name", "file", "needs") if it in table), None) if isinstance(table, dict) else None
    )
    # A name that is wrong itself may be anything.
    return name if isinstance(name, str) and 0 < len(name) <= _LONGEST_NAME and name.isprintable() else None


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
        faults = (_fault(details, file, schema, table_at) for details in error.errors(include_url=False))
        return None, with_names(faults, data)


def read_table(
    path: Path, table: type[T], schema: int, table_at: Callable[[list[str]], type[BaseModel]]
) -> tuple[T | None, list[Fault]]:
    """Read and validate a whole file; arguments as of `validate`.

    Raises:
        EngineInstallerError: it cannot be read.
    """
    try:
        return parse_table(path, read_toml_bytes(path), table, schema, table_at)
    except NotToml as error:
        return None, [error.fault]


def parse_table(
    path: Path, content: bytes, table: type[T], schema: int, table_at: Callable[[list[str]], type[BaseModel]]
) -> tuple[T | None, list[Fault]]:
    """Understand and validate the content of a whole file; the other arguments are those of `validate`."""
    try:
        return validate(table, parse_toml(path, content), path.name, schema, table_at)
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
    if kind in _TABLE_EXPECTED:
        message = "a table"
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

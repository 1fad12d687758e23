"""Answers files: the choices of one installation, written once and read by every other.

TOML, validated like app.toml: every fault at once. What the command line says goes before what the file says.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, create_model

from builder.base.errors import Fault, InvalidParameter
from builder.base.files import absolute, name_fault
from builder.base.options import Declared, Values
from builder.base.paths import exists
from builder.base.text import join, verbatim
from builder.base.toml_file import Table, TomlText, read_table
from installer.command_line.arguments import OPTIONS
from installer.target.outputs import write_named_output
from installer.target.request import Scope

SCHEMA: Literal[1] = 1


def _a_path(value: str) -> str:
    pure = PurePath(value)
    if "\0" in value:
        raise ValueError("a path without a character that no path may have")
    for part in pure.parts[bool(pure.anchor) :]:
        if part != ".." and (fault := name_fault(part)):
            raise ValueError(f"a path without {fault}")
    return value


_TYPES: dict[Any, Any] = {Path: Annotated[TomlText, AfterValidator(_a_path)], str: TomlText}
"""What TOML has where an option has another type, or where not every value of it will do."""


def _type_of(declared: Declared) -> Any:
    """Find the type of an option in TOML."""
    is_list = typing.get_origin(declared.kind) is tuple
    kind: Any = typing.get_args(declared.kind)[0] if is_list else declared.kind
    kind = _TYPES.get(kind, kind)
    if declared.option.values and declared.option.values.is_valid:
        kind = Annotated[kind, AfterValidator(_check_with(declared.option.values))]
    return types.GenericAlias(list, kind) if is_list else kind


def _check_with(values: Values) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        if values.is_valid and not values.is_valid(value):
            raise ValueError(values.expected)
        return value

    return check


def _fields() -> Iterator[tuple[str, Any]]:
    yield "schema_version", (Literal[1], Field(SCHEMA, alias="schema"))
    for name, declared in _IN_FILES.items():
        yield name, (_type_of(declared) | None, Field(None, alias=declared.option.key))


_IN_FILES = {declared.name: declared for declared in OPTIONS if declared.option.key}

Answers: type[Table] = create_model("Answers", __base__=Table, **dict(_fields()))
"""An answers file. Each key is the option of that name; what is left out is as if it were not given."""


def read_answers(path: Path) -> dict[str, Any]:
    """Read an answers file; relative paths in it start at its folder.

    Returns:
        The options that it gives, by the names of their fields.

    Raises:
        InvalidParameter: with everything that is wrong with it.
        EngineInstallerError: it cannot be read.
    """
    if not exists(path):
        raise InvalidParameter(
            verbatim(f"There is no answers file {path}."), hint=verbatim("Write one with --save-answers.")
        )
    answers, faults = read_table(path, Answers, SCHEMA, lambda _names: Answers)
    if answers is None:
        raise _invalid(path, faults)
    folder = path.absolute().parent
    return {
        name: _from_toml(value, _IN_FILES[name], folder)
        for name, value in answers
        if name in _IN_FILES and value is not None
    }


def _from_toml(value: Any, declared: Declared, folder: Path) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return folder / value if declared.kind is Path else value


def _invalid(path: Path, faults: list[Fault]) -> InvalidParameter:
    return InvalidParameter(
        join(
            "\n", [verbatim(f"The answers file {path} is not valid:"), *(verbatim(f"  - {fault}") for fault in faults)]
        ),
        hint=verbatim("Fix the problems listed, or write the file again with --save-answers."),
    )


def with_answers(given: Mapping[str, Any], answers: Mapping[str, Any]) -> dict[str, Any]:
    """Fill in what the command line leaves open.

    Args:
        given: the options of the command line.
        answers: those of the file.
    """
    # Of options that exclude each other, one on the command line goes before all of them in a file.
    decided = {_IN_FILES[name].option.excludes for name in given if name in _IN_FILES} - {None}
    left_open = {name: value for name, value in answers.items() if _IN_FILES[name].option.excludes not in decided}
    return {**left_open, **given}


def save_answers(given: Mapping[str, Any], path: Path) -> None:
    """Write what was asked for, so that `--answers` asks for the same.

    Raises:
        BlockedByPolicy: the run is strict, and another user decides what is written there.
        EngineInstallerError: the file cannot be written.
    """
    import tomli_w

    text = tomli_w.dumps({"schema": SCHEMA} | dict(_to_toml(given)))
    scope: Scope = given.get("scope") or "current-user"
    write_named_output(absolute(path), text.encode("utf-8"), scope)


def _to_toml(given: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, declared in _IN_FILES.items():
        value = given.get(name)
        if value is None or value is False or value == ():
            continue
        assert declared.option.key is not None
        if declared.kind is Path:
            # Read from anywhere, it must mean the same place.
            value = str(absolute(value))
        yield declared.option.key, list(value) if isinstance(value, tuple) else value

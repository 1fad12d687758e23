"""Answers files: the choices of one installation, written once and read by every other.

TOML, validated like app.toml: every fault at once. What the command line says goes before what the file says.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from builder.app_package.manifest import BackendChoice
from builder.base.errors import Fault, InvalidParameter
from builder.base.files import absolute, explained, name_fault, write_atomically
from builder.base.settings import HEURISTIC_OPTIMIZATION_LEVEL
from builder.base.toml_file import ComputeCapability, Table, TomlText, read_table
from builder.gpu.busy import IfBusy
from installer.target.journal import Scope

SCHEMA: Literal[1] = 1


def _a_path(value: str) -> str:
    pure = PurePath(value)
    if "\0" in value:
        raise ValueError("a path without a character that no path may have")
    for part in pure.parts[bool(pure.anchor) :]:
        if part != ".." and (fault := name_fault(part)):
            raise ValueError(f"a path without {fault}")
    return value


AnyPath = Annotated[TomlText, AfterValidator(_a_path)]


class Answers(Table):
    """An answers file. Each key is the option of that name; what is left out is as if it were not given.

    Attributes:
        package, target, log: paths; relative ones start at the answers file's folder.
        scope: the option --all-users or --current-user.
        targets: `for` in the file: compute capabilities.
    """

    schema_version: Annotated[Literal[1], Field(alias="schema")] = SCHEMA
    package: AnyPath | None = None
    target: AnyPath | None = None
    log: AnyPath | None = None
    scope: Scope | None = None
    wait: bool | None = None
    backend: BackendChoice | None = None
    gpu: TomlText | None = None
    portable: bool | None = None
    targets: Annotated[list[ComputeCapability] | None, Field(alias="for")] = None
    without: list[TomlText] | None = None
    optimization_level: Annotated[int, Field(ge=0, le=5)] | None = None
    jobs: Annotated[int, Field(ge=1, le=999)] | None = None
    if_busy: Annotated[IfBusy | None, Field(alias="if-busy")] = None
    busy_timeout: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = Field(None, alias="busy-timeout")
    timeout: Annotated[float, Field(gt=0, allow_inf_nan=False)] | None = None


_PATHS = ("package", "target", "log")
# They exclude each other, so one on the command line goes before all of them in a file.
_WHICH_GPU = ("gpu", "portable", "targets")
_NOT_GIVEN: tuple[object, ...] = (None, False, ())


def read_answers(path: Path) -> Answers:
    """Read an answers file.

    Raises:
        InvalidParameter: with everything that is wrong with it.
        EngineInstallerError: it cannot be read.
    """
    if not path.exists():
        raise InvalidParameter(f"There is no answers file {path}.", hint="Write one with --save-answers.")
    answers, faults = read_table(path, Answers, SCHEMA, lambda _names: Answers)
    if answers is None:
        raise _invalid(path, faults)
    return answers


def _invalid(path: Path, faults: list[Fault]) -> InvalidParameter:
    lines = "".join(f"\n  - {fault}" for fault in faults)
    return InvalidParameter(
        f"The answers file {path} is not valid:{lines}",
        hint="Mend what is listed, or write the file anew with --save-answers.",
    )


def apply_answers(options: argparse.Namespace, answers: Answers, folder: Path) -> None:
    """Fill in what the command line leaves open.

    Args:
        options: the parsed command line; changed.
        answers: the file.
        folder: where relative paths of the file start.
    """
    chosen = any(getattr(options, name, None) not in _NOT_GIVEN for name in _WHICH_GPU)
    for name, value in answers:
        given = getattr(options, name, None) not in _NOT_GIVEN
        given |= chosen and name in _WHICH_GPU
        given |= name == "optimization_level" and getattr(options, "heuristic", False)
        if name == "schema_version" or value is None or given:
            continue
        if name in _PATHS:
            value = folder / value
        setattr(options, name, tuple(value) if isinstance(value, list) else value)


def save_answers(options: argparse.Namespace, path: Path) -> None:
    """Write what was asked for, so that `--answers` asks for the same.

    Raises:
        EngineInstallerError: the file cannot be written.
    """
    import tomli_w

    text = tomli_w.dumps({"schema": SCHEMA} | dict(_given(options)))
    path = absolute(path)
    with explained(path, "write"):
        path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, text.encode("utf-8"), path.with_name(path.name + ".new"))


def _given(options: argparse.Namespace) -> Iterator[tuple[str, Any]]:
    for name, field in Answers.model_fields.items():
        value: Any = getattr(options, name, None)
        if name == "optimization_level" and getattr(options, "heuristic", False):
            value = HEURISTIC_OPTIMIZATION_LEVEL
        if name == "schema_version" or value in _NOT_GIVEN:
            continue
        if name in _PATHS:
            # Read from anywhere, it must mean the same place.
            value = str(absolute(value))
        yield field.alias or name, list(value) if isinstance(value, tuple) else value

"""Options that a run can be given: each is declared once, as a field of a frozen dataclass.

The command line and answers files are derived from the declarations (`installer/command_line`), so a new option is a
new field, and the code that reads it. Imports nothing but the standard library, as `--help` does.
"""

from __future__ import annotations

import argparse
import dataclasses
import math
import re
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from builder.base.settings import COMPUTE_CAPABILITY_PATTERN

BackendChoice = Literal["auto", "tensorrt", "tensorrt-rtx"]

IfBusy = Literal["wait", "build", "stop"]
"""What is done when kernels are to be timed on a GPU that is in use."""

LEAST_MEMORY_MIB, MOST_MEMORY_MIB = 512, 99_999_999
"""What a limit of memory may be: an engine library alone takes 200 MiB and more."""

Group = Literal["places", "running", "library", "building", "engines", "repairing", "removing"]
"""Which commands take an option: all that concern an installation; those that change something; those that need the
engine library; those that build; those that say what is built; the one that repairs; the one that removes."""


@dataclass(frozen=True, slots=True)
class Values:
    """Which values an option takes, where its type does not say everything.

    Attributes:
        read: makes a value of what stands on a command line; raises `argparse.ArgumentTypeError`.
        expected: what each value in an answers file must be, in words.
        is_valid: whether one is.
    """

    read: Callable[[str], Any]
    expected: str = ""
    is_valid: Callable[[Any], bool] | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """How a field is asked for.

    Attributes:
        flag: on the command line; None where each of its choices is a flag of its own.
        help: what `--help` says of it, one text for each flag.
        group: which commands take it.
        metavar: what stands for its value in `--help`.
        values: which values it takes; None for flags, for choices and for any text.
        key: in answers files; None where they do not have it.
        in_wizard: whether the wizard lets users choose it.
        excludes: of the options with the same word here, only one can be given.
    """

    flag: str | None
    help: tuple[str, ...]
    group: Group
    metavar: str | None = None
    values: Values | None = None
    key: str | None = None
    in_wizard: bool = False
    excludes: str | None = None


@dataclass(frozen=True, slots=True)
class Declared:
    """An option with its field.

    Attributes:
        name: of the field.
        kind: the type of a value that is given, such as `bool`, `tuple[str, ...]` or a `Literal`.
        default: what holds where none is given.
        option: how it is asked for.
    """

    name: str
    kind: Any
    default: Any
    option: Option

    @property
    def choices(self) -> tuple[str, ...]:
        """The values of a `Literal`."""
        return typing.get_args(self.kind) if typing.get_origin(self.kind) is Literal else ()


def option(flag: str | None, *help_texts: str, group: Group, default: Any = None, **how: Any) -> Any:
    """Declare a field of a dataclass as an option.

    Args:
        flag, help_texts, group, how: as of `Option`.
        default: what holds where none is given.
    """
    return dataclasses.field(default=default, metadata={"option": Option(flag, help_texts, group, **how)})


def declared_options(table: type) -> Iterator[Declared]:
    """Find the options of a dataclass, in their order."""
    kinds = typing.get_type_hints(table)
    for field in dataclasses.fields(table):
        if "option" in field.metadata:
            kind = kinds[field.name]
            alternatives = typing.get_args(kind)
            if type(None) in alternatives:
                (kind,) = (each for each in alternatives if each is not type(None))
            yield Declared(field.name, kind, field.default, field.metadata["option"])


def _read_path(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("an empty path")
    return Path(text)


PATHS = Values(_read_path)


def whole_numbers(least: int, most: int) -> Values:
    """Make the values of an option that takes a whole number."""
    expected = f"a number from {least} to {most}"

    def read(text: str) -> int:
        if not re.fullmatch(r"\d{1,9}", text) or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"{text!r} is not {expected}")
        return int(text)

    return Values(read, expected, lambda value: bool(least <= value <= most))


def durations(unit: str, digits: int, *, above_zero: bool = False) -> Values:
    """Make the values of an option that takes a duration."""
    expected = f"a number of {unit}"

    def is_valid(value: float) -> bool:
        return math.isfinite(value) and (value > 0 if above_zero else value >= 0)

    def read(text: str) -> float:
        if not re.fullmatch(rf"\d{{1,{digits}}}(\.\d+)?", text) or not is_valid(float(text)):
            raise argparse.ArgumentTypeError(f"{text!r} is not {expected}")
        return float(text)

    return Values(read, expected, is_valid)


def _read_compute_capabilities(text: str) -> tuple[str, ...]:
    """Read `sm86,sm89` or `8.6,8.9`."""
    targets = []
    for part in text.split(","):
        match = re.fullmatch(r"(?:sm)?(\d{1,2})\.?(\d)", part.strip(), re.IGNORECASE)
        if not match:
            raise argparse.ArgumentTypeError(f"{part.strip()!r} is not a compute capability such as sm86 or 8.6")
        targets.append(f"{int(match[1])}.{match[2]}")
    return tuple(sorted(set(targets), key=lambda target: tuple(map(int, target.split(".")))))


COMPUTE_CAPABILITIES = Values(
    _read_compute_capabilities,
    "a compute capability such as '8.9'",
    lambda value: bool(COMPUTE_CAPABILITY_PATTERN.fullmatch(value)),
)


def _read_names(text: str) -> tuple[str, ...]:
    """Read `Faces,Sky`; a name with a comma stands in quotes, as in CSV: `"Faces, old",Sky`."""
    import csv

    try:
        (parts,) = csv.reader([text], skipinitialspace=True, strict=True)
    except (csv.Error, ValueError):
        parts = [""]
    names = tuple(dict.fromkeys(part.strip() for part in parts))
    if not names or not all(names):
        raise argparse.ArgumentTypeError(f"{text!r} is not a list of names, separated by commas")
    return names


NAMES = Values(_read_names)

"""What app.toml states per operating system: one value for all of them, or a table with one for each.

One app.toml serves every system that way. Only what this system needs has to be there; what is stated for the others is
checked as far as it can be without their files.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import AfterValidator, BeforeValidator, model_validator

from builder.base.toml_file import INSIDE, Sha256, Table, TomlText

System = Literal["windows", "linux"]
SYSTEMS: tuple[System, ...] = get_args(System)
THIS_SYSTEM: System = "windows" if os.name == "nt" else "linux"

_STARTED_BY_WINDOWS = (".exe", ".com", ".bat", ".cmd")
_WITH_ICONS_FOR_WINDOWS = (".ico", ".exe", ".dll")
_ICONS_OF_DESKTOPS = (".png", ".svg")

RelativePath = Annotated[TomlText, INSIDE]


def _ending(endings: tuple[str, ...]) -> AfterValidator:
    def check(value: str) -> str:
        if not value.lower().endswith(endings):
            raise ValueError(f"a file that ends with {', '.join(endings)}")
        return value

    return AfterValidator(check)


class _PerSystem(Table):
    """A table with a key for each system."""

    @model_validator(mode="after")
    def _at_least_one(self) -> Self:
        if not self.model_fields_set:
            raise ValueError(f"a value for at least one of {', '.join(SYSTEMS)}")
        return self

    def here(self) -> Any:
        """The value for this system; None if there is none."""
        return getattr(self, THIS_SYSTEM)


class Executables(_PerSystem):
    """`[registration] executable` per system."""

    windows: Annotated[RelativePath, _ending(_STARTED_BY_WINDOWS)] | None = None
    linux: RelativePath | None = None


class Icons(_PerSystem):
    """`[registration] icon` per system."""

    windows: Annotated[RelativePath, _ending(_WITH_ICONS_FOR_WINDOWS)] | None = None
    linux: Annotated[RelativePath, _ending(_ICONS_OF_DESKTOPS)] | None = None


class Payload(Table):
    """`[payload]`: the application's own files, which are installed beside its engines.

    Attributes:
        folder: of the package; what is in it goes to the target as it is.
        sha256: of the whole folder, see `builder.app_package.package_files.folder_hash`.
    """

    folder: RelativePath
    sha256: Sha256 | None = None


class Payloads(Table):
    """`[payload]` as app.toml has it: one folder, or one for each system."""

    folder: RelativePath | None = None
    sha256: Sha256 | None = None
    windows: Payload | None = None
    linux: Payload | None = None

    @model_validator(mode="after")
    def _one_or_each(self) -> Self:
        if (self.folder is None) == (self.windows is None and self.linux is None):
            raise ValueError("either folder, or a table for each system (windows, linux)")
        if self.folder is None and self.sha256 is not None:
            raise ValueError("sha256 in the table of each system, beside its folder")
        return self

    def here(self) -> Payload | None:
        """The payload of this system; None if it has none."""
        if self.folder is not None:
            return Payload(folder=self.folder, sha256=self.sha256)
        here: Payload | None = getattr(self, THIS_SYSTEM)
        return here


def _chosen_from(table: type[_PerSystem] | type[Payloads]) -> Callable[[object], object]:
    def choose(value: object) -> object:
        return table.model_validate(value).here() if isinstance(value, dict) else value

    return choose


ExecutableHere = Annotated[RelativePath | None, BeforeValidator(_chosen_from(Executables))]
IconHere = Annotated[RelativePath | None, BeforeValidator(_chosen_from(Icons))]
PayloadHere = Annotated[Payload | None, BeforeValidator(_chosen_from(Payloads))]


def stated(key: str, value: object) -> Iterator[tuple[System | None, str, object]]:
    """Give what raw TOML states under a key: for which system (None: for all), under which key, and what."""
    if isinstance(value, Mapping) and (named := [system for system in SYSTEMS if system in value]):
        yield from ((system, f"{key}.{system}", value[system]) for system in named)
    else:
        yield None, key, value


def stated_here(key: str, value: object) -> tuple[str, object]:
    """Give what raw TOML states under a key for this system, and under which key; None if nothing."""
    return next(((at, it) for system, at, it in stated(key, value) if system in (None, THIS_SYSTEM)), (key, None))

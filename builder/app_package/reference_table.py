"""`[model.reference]` of app.toml: what is right for a model, and how far its engines' answers may be from that."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from builder.app_package.package_files import PackageFile
from builder.app_package.variants import tables_in
from builder.base.errors import Fault
from builder.base.files import resolve_inside
from builder.base.small_files import open_regular
from builder.base.toml_file import PlainText, Sha256, Table, TomlText
from builder.references.tolerance import Tolerance


class ToleranceTable(Table):
    """How far one output may be from its reference; fields as of `Tolerance`."""

    max_abs: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None
    min_cosine: Annotated[float, Field(ge=-1, le=1)] | None = None
    min_psnr: Annotated[float, Field(allow_inf_nan=False)] | None = None

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not self.model_dump(exclude_none=True):
            raise ValueError("at least one of max_abs, min_cosine and min_psnr")
        return self


class ReferenceSpec(Table):
    """`[model.reference]`: fields as of `PackagedReference`."""

    file: TomlText
    sha256: Sha256 | None = None
    equal_rows: bool = False
    tolerance: Annotated[dict[PlainText, ToleranceTable], Field(min_length=1)]

    def tolerances(self) -> dict[str, Tolerance]:
        """How far each output may be from its reference."""
        return {name: Tolerance(**table.model_dump()) for name, table in self.tolerance.items()}


@dataclass(frozen=True)
class PackagedReference:
    """What the engines of a model are checked with.

    Attributes:
        file: inputs, and the outputs that are right for them (`builder/references/file.py`).
        tolerances: how far each output may be from them.
        equal_rows: two equal rows of a batch give equal rows of every output.
    """

    file: PackageFile
    tolerances: Mapping[str, Tolerance]
    equal_rows: bool


def reference_faults(path: Path, data: Mapping[str, Any]) -> Iterator[Fault]:
    """Find what is wrong with the files of references; what cannot be read at all is told elsewhere.

    Args:
        path: of `app.toml`.
        data: what it says, raw.
    """
    from builder.references.file import MAX_FILE_BYTES, stored_outputs  # a quick look reads no files

    for number, model in tables_in(data.get("model")):
        table, key = model.get("reference"), f"model[{number}].reference"
        if not isinstance(table, dict) or not isinstance(file := table.get("file"), str):
            continue
        try:
            with contextlib.suppress(OSError), open_regular(_inside(path.parent, file)) as stream:
                references = stored_outputs(stream.read(MAX_FILE_BYTES + 1))
                yield from _tolerance_faults(path.name, f"{key}.tolerance", table.get("tolerance"), references)
        except ValueError as error:
            expected = "references of at most 1 MiB, as 'engine-builder references' writes them"
            yield Fault(path.name, f"{key}.file", f"{file!r}, {error}", expected)


def _inside(root: Path, file: str) -> Path:
    try:
        return resolve_inside(root, file)
    except ValueError as error:
        raise FileNotFoundError(file) from error


def _tolerance_faults(file: str, key: str, table: object, references: tuple[frozenset[str], ...]) -> Iterator[Fault]:
    if isinstance(table, dict):
        there = frozenset().union(*references)
        for name in table.keys() - there:
            found = f"{name!r}, an output that the references do not have"
            yield Fault(file, f"{key}.{name}", found, f"one of {', '.join(sorted(map(repr, there)))}")
        for name in sorted(there - table.keys()):
            yield Fault(file, f"{key}.{name}", "nothing", "a tolerance for this output of the references")

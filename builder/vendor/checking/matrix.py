"""What a check found: for each model, what became of its build for each target. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from builder.app_package.package import title_of
from builder.backend import TENSORRT, TENSORRT_RTX
from builder.backend.tensorrt_rtx import FAMILIES, TARGETS
from builder.base.errors import InvalidParameter
from builder.base.text import verbatim
from builder.engines.index import EngineRecord
from builder.vendor.advice.advice import Advice
from builder.vendor.checking.refusals import Refusal

PORTABLE, CLASSIC = "portable", "tensorrt"

ANOTHER_FILE = "These GPUs get another file of this model."
"""The note of what is left out because a variant is for it; the table itself shows where it is built."""

State = Literal["builds", "refused", "failed", "left_out", "not_run"]
"""Built here; refused by the library or the package; ended here for another reason, such as too little memory; not
wanted, as app.toml says; not tried, because this computer cannot."""

FailOn = Literal["nowhere", "refused", "warning"]


@dataclass(frozen=True, slots=True)
class Column:
    """What models are built for.

    Attributes:
        name: a compute capability, `portable` or `tensorrt`.
        backend: name of the engine library.
        title: the name for people.
        family: which GPUs are meant, in the words of people who own one.
    """

    name: str
    backend: str
    title: str
    family: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What became of one model for one column.

    Attributes:
        column: its name.
        state: see `State`.
        size: of the engine, bytes; None where there is none, as with all that follow.
        seconds: that the build took in its worker.
        sha256: of the engine.
        serves: the compute capabilities that the engine runs on.
        loaded_on: the GPU of this computer that loaded it as a test.
        refusal: why there is no engine, where the library or the package refuses.
        note: why it was left out or not run.
        documented: what NVIDIA documents of it; nobody has tried that here.
    """

    column: str
    state: State
    size: int | None = None
    seconds: float | None = None
    sha256: str | None = None
    serves: tuple[str, ...] = ()
    loaded_on: str | None = None
    refusal: Refusal | None = None
    note: str = ""
    documented: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A model, or a variant of one.

    Attributes:
        model: its name.
        variant: the variant's name; None for the model's own ONNX file.
        data_types: that the ONNX file computes in or stores, such as `fp16`.
        onnx: its path in the package.
        size: of it with its external weights, bytes.
        cells: one for each column, in that order.
        warnings: what the builds warned of, each once.
        advice: what would make it better.
    """

    model: str
    variant: str | None
    data_types: tuple[str, ...]
    onnx: str
    size: int
    cells: tuple[Cell, ...]
    warnings: tuple[str, ...] = ()
    advice: tuple[Advice, ...] = ()

    @property
    def label(self) -> str:
        """The name for people."""
        return title_of(self.model, self.variant)

    def cell(self, column: Column) -> Cell:
        """What became of it for a column."""
        return next(cell for cell in self.cells if cell.column == column.name)

    def refused(self) -> dict[Refusal, list[str]]:
        """The reasons for which there is no engine, each with its columns: most hold for several."""
        columns: dict[Refusal, list[str]] = {}
        for cell in self.cells:
            if cell.refusal:
                columns.setdefault(cell.refusal, []).append(cell.column)
        return columns


@dataclass(frozen=True, slots=True)
class Matrix:
    """All of it.

    Attributes:
        app: name of the application.
        version: of the application.
        libraries: version of each engine library here, by backend name.
        system: that it was built on; engines for the other one were not.
        columns: in their order.
        rows: in the manifest's order.
        seconds: that it took.
        date: when it was made, ISO 8601.
        records: what an installation would note of each engine.
    """

    app: str
    version: str
    libraries: dict[str, str]
    system: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    seconds: float
    date: str
    records: tuple[EngineRecord, ...] = ()

    def count(self, *states: State) -> int:
        """How many cells are in one of these states."""
        return sum(cell.state in states for row in self.rows for cell in row.cells)

    @property
    def shown_columns(self) -> tuple[Column, ...]:
        """The columns that a table needs: classic TensorRT only where it was tried, or left out, for some model."""
        tried = {cell.column for row in self.rows for cell in row.cells if cell.state != "not_run"}
        return tuple(column for column in self.columns if column.name != CLASSIC or CLASSIC in tried)

    @property
    def without_engine(self) -> tuple[str, ...]:
        """The models that no build succeeded for although some was tried, neither their own file nor a variant."""
        return tuple(
            name
            for name, cells in self._cells_by_model().items()
            if {"refused", "failed"} & (states := {cell.state for cell in cells}) and "builds" not in states
        )

    def _cells_by_model(self) -> dict[str, list[Cell]]:
        found: dict[str, list[Cell]] = {}
        for row in self.rows:
            found.setdefault(row.model, []).extend(row.cells)
        return found

    def warnings(self) -> Iterator[tuple[str, str]]:
        """Give what builds warned of, with the row's label."""
        for row in self.rows:
            yield from ((row.label, warning) for warning in row.warnings)

    def fails(self, on: FailOn) -> bool:
        """Whether the command is to end with exit status 1."""
        if self.without_engine:
            return True
        refused = bool(self.count("refused", "failed"))
        return on != "nowhere" and (
            refused or (on == "warning" and any(row.warnings or row.advice for row in self.rows))
        )


def all_columns(asked: tuple[str, ...] = ()) -> tuple[Column, ...]:
    """Give the columns of a check.

    Args:
        asked: compute capabilities; empty for all, with the portable set and classic TensorRT.

    Raises:
        InvalidParameter: TensorRT-RTX builds for some of them under no name.
    """
    if unknown := [target for target in asked if target not in TARGETS]:
        message = f"TensorRT-RTX does not build for {', '.join(unknown)} by name."
        raise InvalidParameter(verbatim(message), hint=verbatim(f"--for takes some of {', '.join(TARGETS)}."))
    named = tuple(Column(target, TENSORRT_RTX.name, target, FAMILIES[target]) for target in asked or TARGETS)
    return named if asked else (*named, PORTABLE_COLUMN, CLASSIC_COLUMN)


PORTABLE_COLUMN = Column(PORTABLE, TENSORRT_RTX.name, "portable", "one engine for 8.0 and newer")
CLASSIC_COLUMN = Column(CLASSIC, TENSORRT.name, "TensorRT", "classic, for the GPU that builds")

"""What a check found, as text for a terminal or a log. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.backend import BACKENDS
from builder.backend.tensorrt_rtx import DEFAULT_TARGETS
from builder.base.quantities import Bytes
from builder.base.terminal import table_lines
from builder.vendor.checking.matrix import ANOTHER_FILE, CLASSIC, PORTABLE, Cell, Matrix, State
from builder.vendor.checking.refusals import Refusal

EVERY_TARGET = "every target"
IN_WORDS: dict[State, str] = {
    "builds": "builds",
    "refused": "refused",
    "failed": "failed",
    "left_out": "left out",
    "not_run": "not run here",
}


@dataclass(frozen=True, slots=True)
class Remark:
    """A reason that is told below the table.

    Attributes:
        number: that the table's cells refer to.
        label: of the row.
        columns: for which it holds.
        refusal: the reason.
    """

    number: int
    label: str
    columns: tuple[str, ...]
    refusal: Refusal


def remarks(matrix: Matrix) -> list[Remark]:
    """Number the reasons for which there is no engine."""
    found = ((row.label, tuple(columns), refusal) for row in matrix.rows for refusal, columns in row.refused().items())
    return [Remark(number, *what) for number, what in enumerate(found, 1)]


def by_way_out(found: Sequence[Remark]) -> dict[str, list[Remark]]:
    """Put together what the same remedy helps against."""
    groups: dict[str, list[Remark]] = {}
    for remark in found:
        groups.setdefault(remark.refusal.way_out, []).append(remark)
    return groups


def listed(columns: Sequence[str], matrix: Matrix) -> str:
    """Columns in a sentence."""
    # Classic TensorRT is a matter of its own: it is mostly not here.
    if len(columns) > 1 and set(columns) >= {column.name for column in matrix.columns} - {CLASSIC}:
        return EVERY_TARGET
    return ", ".join("classic TensorRT" if name == "tensorrt" else name for name in columns)


@dataclass(frozen=True, slots=True)
class Note:
    """Why something was not built, without a fault.

    Attributes:
        who: which rows.
        columns: for which.
        note: the reason.
        documented: what NVIDIA documents of it.
    """

    who: str
    columns: tuple[str, ...]
    note: str
    documented: tuple[str, ...]


def notes(matrix: Matrix) -> list[Note]:
    """Tell what was not built and is no fault, each reason once."""
    rows: dict[tuple[tuple[str, ...], str, tuple[str, ...]], list[str]] = {}
    for row in matrix.rows:
        columns: dict[tuple[str, tuple[str, ...]], list[str]] = {}
        for cell in row.cells:
            if cell.note and cell.note != ANOTHER_FILE:
                columns.setdefault((cell.note, cell.documented), []).append(cell.column)
        for (note, known), names in columns.items():
            rows.setdefault((tuple(names), note, known), []).append(row.label)
    everyone = len(matrix.rows)
    return [
        Note("Every model" if 1 < len(labels) == everyone else ", ".join(labels), names, note, known)
        for (names, note, known), labels in rows.items()
    ]


def heading(matrix: Matrix) -> str:
    """What was checked with what."""
    libraries = " and ".join(f"{BACKENDS[name].title} {version}" for name, version in matrix.libraries.items())
    return f"{matrix.app} {matrix.version}, built with {libraries or 'no engine library'} on {matrix.system}"


def summary(matrix: Matrix) -> str:
    """How many cells of the table came to what, in one sentence."""
    cells = [row.cell(column) for row in matrix.rows for column in matrix.shown_columns]
    counts = Counter(cell.state for cell in cells)
    words = {**IN_WORDS, "builds": "build", "failed": "failed here"}
    said = ", ".join(f"{counts[state]} {what}" for state, what in words.items() if counts[state])
    return f"{len(cells)} {'cell' if len(cells) == 1 else 'cells'} in {matrix.seconds:.0f} s: {said}."


def text_report(matrix: Matrix) -> str:
    """Give the whole report."""
    found = remarks(matrix)
    lines = [heading(matrix), "", *_table(matrix, found), "", *_families(matrix)]
    lines += _refused(matrix, found)
    lines += _notes(matrix)
    if warnings := list(matrix.warnings()):
        lines += ["", "Warnings:", *(f"  {label}: {warning}" for label, warning in warnings)]
    lines += _advice(matrix)
    lines += ["", summary(matrix)]
    if nowhere := matrix.without_engine:
        lines.append(f"No engine for any of these targets: {', '.join(nowhere)}.")
    return "\n".join(lines)


def _table(matrix: Matrix, found: Sequence[Remark]) -> list[str]:
    columns = matrix.shown_columns
    rows = [["", *(column.title for column in columns)]]
    rows += [
        [row.label, *(_cell_text(row.label, row.cell(column), found) for column in columns)] for row in matrix.rows
    ]
    return table_lines(rows)


def _cell_text(label: str, cell: Cell, found: Sequence[Remark]) -> str:
    if cell.size is not None:
        return str(Bytes(cell.size))
    number = next((item.number for item in found if item.label == label and item.refusal == cell.refusal), None)
    return f"{IN_WORDS[cell.state]} {number}" if number else "-" if cell.state == "left_out" else "not run"


def _families(matrix: Matrix) -> Iterator[str]:
    width = max((len(column.title) for column in matrix.shown_columns), default=0)
    for column in matrix.shown_columns:
        yield f"{column.title:{width}}  {column.family}"


def _refused(matrix: Matrix, found: Sequence[Remark]) -> Iterator[str]:
    for way_out, group in by_way_out(found).items():
        yield ""
        for item in group:
            first, *rest = item.refusal.message.splitlines()
            yield f"[{item.number}] {item.label} for {listed(item.columns, matrix)}: {first}"
            yield from (f"    {line.strip()}" for line in rest)
        for line in way_out.splitlines():
            yield f"    -> {line}"


def limited(matrix: Matrix) -> Iterator[tuple[str, str]]:
    """Tell which portable engines run on fewer GPUs than others, with their compute capabilities."""
    for row in matrix.rows:
        for cell in row.cells:
            if cell.column == PORTABLE and cell.serves and cell.serves != DEFAULT_TARGETS:
                yield row.label, ", ".join(cell.serves)


def _notes(matrix: Matrix) -> Iterator[str]:
    told, narrow = notes(matrix), list(limited(matrix))
    if told or narrow:
        yield ""
    for label, served in narrow:
        yield f"{label}: the portable engine runs on {served} only."
    for item in told:
        yield f"{item.who} for {listed(item.columns, matrix)}: {item.note}"
        yield from (f"    NVIDIA documents: {line}" for line in item.documented)


def _advice(matrix: Matrix) -> Iterator[str]:
    for row in matrix.rows:
        for item in row.advice:
            yield from ("", f"Advice for {row.label} ({item.name}): {item.what}")
            yield f"    Worth: {item.worth}"
            yield f"    -> {item.remedy}"

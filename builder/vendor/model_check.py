"""What `engine-builder package` insists on before it packages: a check of what computers without a known GPU get."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from builder.app_package.package import AppPackage
from builder.backend import BACKENDS
from builder.base.cancellation import CancelToken
from builder.base.errors import Fault, PackageInvalid, PackagingFailed
from builder.base.text import verbatim, verbatim_lines
from builder.vendor.checking.building import check_package
from builder.vendor.checking.matrix import CLASSIC_COLUMN, PORTABLE_COLUMN, Cell, Column, Matrix, Row

_NO_CHECK = "--no-check packages it anyway."
_TABLE = (PORTABLE_COLUMN, CLASSIC_COLUMN)


def check_models(
    app: AppPackage, show: Callable[[str], None], cancel: CancelToken, limit_memory: int | None = None
) -> None:
    """Build every model with every library that is here and may build it; the engines are thrown away.

    Args:
        app: the app package.
        show: gets every line to print: what was built, and what could not be tried.
        cancel: stops it.
        limit_memory: MiB that builds may take; None leaves it to the plan.

    Raises:
        PackageInvalid: `verify = false` must not be shipped.
        PackagingFailed: a model cannot be built.
        EngineInstallerError: the engine library cannot be unpacked.
    """
    matrix = check_package(app, _TABLE, lambda _happened: None, cancel, limit_memory=limit_memory)
    for label, warning in matrix.warnings():
        show(f"warning: {label}: {warning}")
    for column in _TABLE:
        built = sum(row.cell(column).state == "builds" for row in matrix.rows)
        if built:
            show(
                f"built as a check with {_library(matrix, column)}: {'one model' if built == 1 else f'{built} models'}"
            )
    failed = [line for row in matrix.rows for line in _faults(matrix, row)]
    for row in matrix.rows:
        if not any(cell.state == "builds" or _counts(row, cell) for cell in row.cells):
            reason = _why_not_tried(matrix, row)
            show(f"warning: {row.label!r} was not built here, so it is not known whether users can: {reason}")
    _refuse(app, failed)


def _why_not_tried(matrix: Matrix, row: Row) -> str:
    """Why no library built a model: a library that is here says more than one that is not."""
    tried = sorted(_TABLE, key=lambda column: column.backend not in matrix.libraries)
    cells = sorted((row.cell(column) for column in tried), key=lambda cell: cell.state != "not_run")
    return cells[0].note


def _faults(matrix: Matrix, row: Row) -> Iterator[str]:
    for column in _TABLE:
        cell = row.cell(column)
        if cell.refusal and _counts(row, cell):
            message, way_out = cell.refusal.message, cell.refusal.way_out
            # Where there are several lines, each says what was expected.
            remedy = "" if "\n" in message or not way_out or cell.state == "failed" else f"\n  {way_out}"
            yield f"{row.label!r} with {_library(matrix, column)}: {message}{remedy}"


def _counts(row: Row, cell: Cell) -> bool:
    """Whether a cell is a reason not to package: settings that one library cannot honour are none where another can."""
    if cell.refusal is None:
        return False
    return cell.refusal.reason != "package" or all(other.state != "builds" for other in row.cells)


def _library(matrix: Matrix, column: Column) -> str:
    return f"{BACKENDS[column.backend].title} {matrix.libraries[column.backend]}"


def _refuse(app: AppPackage, failed: list[str]) -> None:
    # Faults of one model are lines of their own, below it.
    lines = "".join("\n  - " + line.replace("\n", "\n  ") for line in failed)
    if not app.manifest.verify:
        expected = "the hash of each file instead, because users get what is packaged"
        faults = (Fault("app.toml", "verify", "false", expected),)
        message = verbatim_lines(f"This app package must not be shipped:{lines}")
        raise PackageInvalid(message, hint=verbatim(f"Remove verify = false. {_NO_CHECK}"), faults=faults)
    if failed:
        number = "One model" if len(failed) == 1 else f"{len(failed)} models"
        raise PackagingFailed(verbatim_lines(f"{number} could not be built:{lines}"), hint=verbatim(_NO_CHECK))

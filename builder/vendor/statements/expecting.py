"""Finding out which bytes engines have: every model is built several times, each time under other conditions.

The library orders some things by addresses in memory. What fixed addresses are depends on the computer, so a promise
for other computers needs builds that differ in where things lie.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import cycle, islice

from builder.app_package.package import AppPackage
from builder.base.cancellation import CancelToken
from builder.base.errors import BuildFailed
from builder.base.text import verbatim, verbatim_lines
from builder.engines.index import EngineRecord
from builder.engines.sameness import ExpectedEngine
from builder.vendor.checking.building import Tell, check_package
from builder.vendor.checking.matrix import Column

_CONDITIONS = ((True, None), (False, None), (True, "1"), (False, "1"))
"""Fixed addresses or not, and in how many places the C library of Linux puts what threads ask for (mallopt(3))."""


def expected_engines(
    app: AppPackage,
    columns: Sequence[Column],
    builds: int,
    tell_of: Callable[[int], Tell],
    cancel: CancelToken,
    *,
    jobs: int | None = None,
    limit_memory: int | None = None,
) -> list[ExpectedEngine]:
    """Build every model of a package, and give which bytes came of it.

    Args:
        app: the package.
        columns: what for.
        builds: of each engine.
        tell_of: gives what gets the events of a round, from its number.
        cancel: stops it.
        jobs: builds at once; None for as many as there are processors.
        limit_memory: MiB that builds may take together; None leaves it to the plan.

    Raises:
        BuildFailed: a model was built one time and not another.
        EngineInstallerError: there is no engine library, or the run was cancelled.
    """
    rounds = []
    for number, (reproducible, arenas) in enumerate(islice(cycle(_CONDITIONS), builds)):
        with _arenas(arenas):
            matrix = check_package(
                app,
                tuple(columns),
                tell_of(number),
                cancel,
                jobs=jobs,
                limit_memory=limit_memory,
                reproducible=reproducible,
            )
        rounds.append(matrix)
    failed = {
        f"{row.label} for {cell.column}: {cell.refusal.message}"
        for matrix in rounds
        for row in matrix.rows
        for cell in row.cells
        if cell.state == "failed" and cell.refusal
    }
    if failed or len({len(matrix.records) for matrix in rounds}) > 1:
        raise BuildFailed(
            verbatim_lines("\n".join(["Not every engine was built each time:", *sorted(failed)])),
            hint=verbatim("Find out why with engine-builder check; nothing was stated."),
        )
    return merged([expected_of_record(record) for matrix in rounds for record in matrix.records])


def expected_of_record(record: EngineRecord) -> ExpectedEngine:
    """Make of one build what is known of an engine then."""
    return ExpectedEngine(
        model=record.model,
        variant=record.variant,
        onnx_sha256=record.onnx_sha256,
        external_data_sha256=record.external_data_sha256,
        settings=record.settings,
        backend=record.backend,
        library_version=record.library_version,
        system=record.system,
        targets=record.targets,
        portable=record.portable,
        size=record.size,
        sha256=(record.sha256,),
        builds=1,
    )


def merged(engines: Sequence[ExpectedEngine]) -> list[ExpectedEngine]:
    """Put together what is about the same engine: every file that came of any build."""
    found: list[ExpectedEngine] = []
    for engine in engines:
        place = next((index for index, other in enumerate(found) if other.purpose == engine.purpose), None)
        if place is None:
            found.append(engine)
            continue
        other = found[place]
        sha256 = tuple(dict.fromkeys((*other.sha256, *engine.sha256)))
        found[place] = replace(other, sha256=sha256, builds=other.builds + engine.builds)
    return found


@contextlib.contextmanager
def _arenas(count: str | None) -> Iterator[None]:
    """Let the workers that are started meanwhile have this many arenas."""
    name = "MALLOC_ARENA_MAX"
    before = os.environ.get(name)
    if count is not None:
        os.environ[name] = count
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = before

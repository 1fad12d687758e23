"""Filling the cells of a check: each is a build of the product's own plan, in a worker of its own, as users have it."""

from __future__ import annotations

import contextlib
import datetime
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from builder.app_package.package import AppPackage, PackagedModel
from builder.backend import BACKENDS, TENSORRT_RTX
from builder.backend.tensorrt_rtx import DEFAULT_TARGETS, TARGETS
from builder.base.cancellation import CancelToken
from builder.base.errors import EngineInstallerError
from builder.base.events import Built, Event, Warned
from builder.base.paths import is_file
from builder.base.text import sentence
from builder.building.inputs import Inputs
from builder.building.machine import Machine, survey_machine
from builder.building.plan import Build, Refuse
from builder.building.planner import Answers, make_plan, memory_limit
from builder.building.scheduler import BuildEnded, Scheduler
from builder.engines.options import EngineOptions
from builder.engines.store import EngineStore
from builder.gpu.busy import BusyPolicy
from builder.library.wheels import fitting_wheels, libraries_in, unpack
from builder.vendor.advice.advice import Advice
from builder.vendor.advice.advise import advise
from builder.vendor.checking.classic import documented
from builder.vendor.checking.matrix import PORTABLE, PORTABLE_COLUMN, Cell, Column, Matrix, Row
from builder.vendor.checking.refusals import is_refusal, refusal_of, settings_refused

_NOTHING_REFUSED: dict[str, str] = dict.fromkeys(TARGETS, "")
"""The answer that makes a plan try every target: whether it can be built is what the check is to find out."""


@dataclass(frozen=True, slots=True)
class CellDone:
    """One cell is known.

    Attributes:
        model: the row's label.
        cell: what became of it.
    """

    model: str
    cell: Cell


Tell = Callable[[Event | CellDone], None]


@dataclass(slots=True)
class _Row:
    """A row that is being filled.

    Attributes:
        model: what is built; it has no variants.
        variant: its name.
        cells: by column.
        warnings: each once, in the order of their first time.
        advice: what would make it better.
    """

    model: PackagedModel
    variant: str | None
    cells: dict[str, Cell] = field(default_factory=dict)
    warnings: dict[str, None] = field(default_factory=dict)
    advice: tuple[Advice, ...] = ()

    @property
    def label(self) -> str:
        return f"{self.model.name} ({self.variant})" if self.variant else self.model.name

    def done(self, columns: Sequence[Column]) -> Row:
        return Row(
            model=self.model.name,
            variant=self.variant,
            data_types=tuple(sorted(self.model.data_types)),
            onnx=self.model.onnx.relative,
            size=self.model.total_bytes,
            cells=tuple(self.cells[column.name] for column in columns),
            warnings=tuple(self.warnings),
            advice=self.advice,
        )


def check_package(
    app: AppPackage,
    columns: tuple[Column, ...],
    tell: Tell,
    cancel: CancelToken,
    *,
    jobs: int | None = None,
    limit_memory: int | None = None,
    with_advice: bool = False,
) -> Matrix:
    """Build every model of a package for every column, and throw the engines away.

    Args:
        app: the package, with the models that are to be checked.
        columns: what for.
        tell: gets what happens.
        cancel: stops it.
        jobs: builds at once; None for as many as there are processors.
        limit_memory: MiB that builds may take together; None leaves it to the plan.
        with_advice: also look for what would make models better.

    Raises:
        EngineInstallerError: the engine library cannot be unpacked; or the check was cancelled.
    """
    started = time.monotonic()
    rows = [_Row(model, None) for model in app.models]
    with tempfile.TemporaryDirectory(prefix="engine-builder-") as work, _library(app, Path(work), cancel) as found:
        machine, folder = found
        store = EngineStore(Path(work))
        store.folder.mkdir()
        filler = _Filler(app, machine, rows, store, Inputs(folder), tell, cancel, limit_memory)
        for group, at_once in _groups(rows, columns, jobs or machine.cores):
            filler.fill(group, at_once)
        if with_advice:
            filler.advise()
    return Matrix(
        app=app.manifest.app.name,
        version=app.manifest.app.version,
        libraries={name: library.version for name, library in machine.libraries.items()},
        system=machine.system,
        columns=columns,
        rows=tuple(row.done(columns) for row in rows),
        seconds=round(time.monotonic() - started, 1),
        date=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
    )


def _groups(
    rows: Sequence[_Row], columns: tuple[Column, ...], jobs: int
) -> Iterator[tuple[list[tuple[_Row, Column]], int]]:
    """Give the cells that are built side by side, and how many at once.

    What is portable of a model that names its compute capabilities is built for those of them that can be had, as an
    installation does; so it comes after them. Classic TensorRT has the GPU for itself, and mostly is not here at all.
    """
    pairs = [(row, column) for row in rows for column in columns]
    classic = [pair for pair in pairs if pair[1].backend != TENSORRT_RTX.name]
    last = [pair for pair in pairs if pair[1].name == PORTABLE and _limits(pair[0])]
    yield classic, 1
    yield [pair for pair in pairs if pair not in classic and pair not in last], jobs
    yield last, jobs


def _limits(row: _Row) -> tuple[str, ...]:
    return row.model.compute_capabilities_for(TENSORRT_RTX.name)


@dataclass(slots=True)
class _Filler:
    app: AppPackage
    machine: Machine
    rows: Sequence[_Row]
    store: EngineStore
    inputs: Inputs
    tell: Tell
    cancel: CancelToken
    limit_memory: int | None
    waiting: dict[str, tuple[_Row, Column, Build]] = field(default_factory=dict)
    """The cells that are being built, by the key of their build."""

    def fill(self, pairs: Sequence[tuple[_Row, Column]], jobs: int) -> None:
        """Fill cells.

        Args:
            pairs: which.
            jobs: builds at once.
        """
        self.waiting = {}
        for row, column in pairs:
            planned = self._plan(row, column)
            if isinstance(planned, Cell):
                self._note(row, planned)
            else:
                self.waiting[planned.key] = row, column, planned
        builds = [planned for _, _, planned in self.waiting.values()]
        limit, _ = memory_limit(builds, self.machine, self.limit_memory)
        for item in Scheduler(
            builds,
            jobs=jobs,
            memory_bytes=self.machine.memory_free_bytes,
            memory_limit=limit,
            staging_path=self.store.staging_path,
            accept=self._accept,
            busy=BusyPolicy("build"),
            cancel=self.cancel,
            log_path=None,
            inputs=self.inputs,
        ).run():
            self._hear(item)

    def advise(self) -> None:
        """Look for what would make the models better; what a change would bring is measured by building it."""
        for row in self.rows:
            others = [other.model for other in self.rows if other is not row]
            row.advice = advise(row.model, others=others, measure=self._measure, cancel=self.cancel)

    def _measure(self, model: PackagedModel) -> int | None:
        built = next((row.cells.get(PORTABLE) for row in self.rows if row.model is model), None)
        if built:
            return built.size
        trial = _Row(model, None)
        trial_filler = replace(self, rows=[trial], tell=lambda _happened: None)
        trial_filler.fill([(trial, PORTABLE_COLUMN)], 1)
        return trial.cells[PORTABLE].size

    def _hear(self, item: Event | BuildEnded) -> None:
        if isinstance(item, BuildEnded):
            row, column, _ = self.waiting[item.planned.key]
            self._note(row, _cell_of(column, item.error) if item.error else row.cells[column.name])
            return
        if isinstance(item, Warned):
            for row, _, planned in self.waiting.values():
                if (planned.model.name, planned.engine_set) == (item.model, item.gpu):
                    row.warnings[item.message] = None
        self.tell(item)

    def _note(self, row: _Row, cell: Cell) -> None:
        row.cells[cell.column] = cell
        self.tell(CellDone(row.label, cell))

    def _plan(self, row: _Row, column: Column) -> Build | Cell:
        """Plan the build of a cell, as `install --for` would; or say at once what becomes of it."""
        backend, name = BACKENDS[column.backend], column.name
        limits = _limits(row)
        is_named = backend.builds_without_gpu and name != PORTABLE
        if row.model.backend not in ("auto", backend.name):
            return Cell(name, "left_out", note=f'app.toml says backend = "{row.model.backend}".')
        if is_named and limits and name not in limits:
            return Cell(name, "left_out", note=f"app.toml names the compute capabilities {', '.join(limits)}.")
        known = () if backend.builds_without_gpu else documented(row.model)
        library = self.machine.libraries.get(backend.name)
        if library is None:
            return Cell(name, "not_run", note=f"{backend.title} is not installed here.", documented=known)
        # A plan for targets that are asked for would blame who asks for them.
        if refused := backend.refusals(row.model.settings_for(backend.name), ()):
            return Cell(name, "refused", refusal=settings_refused(backend.title, refused))
        options = EngineOptions(
            backend=backend.name,  # type: ignore[arg-type]
            targets=(name,) if is_named else (),
            portable=name == PORTABLE,
        )
        only = self.machine.with_library({backend.name: library})
        one = replace(self.app, models=(row.model,))
        plan = make_plan(one, only, [], options, answers=self._answers(row, column))
        planned = plan.models[0]
        if isinstance(planned, Build):
            # Cells of one model differ only in this. Timing caches change how long a build takes, not how it ends.
            set_name = f"{row.variant} {name}" if row.variant else name
            return replace(planned, engine_set=set_name, source=replace(planned.source, timing=None))
        if not isinstance(planned, Refuse) or planned.lack is not None:
            note = planned.decisions[0].reason
            return Cell(name, "not_run", note=sentence(note), documented=known)
        return _cell_of(column, planned.error)

    def _answers(self, row: _Row, column: Column) -> Answers:
        if column.name != PORTABLE:
            return {row.model.name: _NOTHING_REFUSED}
        # Only what is known by now can be left out of a portable engine that is limited to some targets.
        refused = {name: cell.refusal.message for name, cell in row.cells.items() if cell.refusal}
        return {row.model.name: refused} if _limits(row) else {}

    def _accept(self, planned: Build, path: Path, built: Built, _busy: object, cancel: CancelToken) -> None:
        """Verify an engine as an installation does, and note it. Runs in the thread of its build."""
        self.store.verify(path, planned.label, built.size, built.sha256, planned.wanted, cancel)
        path.unlink()
        row, column, _ = self.waiting[planned.key]
        gpu = planned.wanted.gpu
        own = (gpu.compute_capability,) if gpu else DEFAULT_TARGETS
        row.cells[column.name] = Cell(
            column.name,
            "builds",
            size=built.size,
            seconds=built.seconds,
            sha256=built.sha256,
            serves=tuple(target for target in planned.wanted.targets or own if target not in built.refused),
            loaded_on=built.loaded_on,
        )


def _cell_of(column: Column, error: EngineInstallerError) -> Cell:
    refusal = refusal_of(error)
    return Cell(column.name, "refused" if is_refusal(refusal) else "failed", refusal=refusal)


@contextlib.contextmanager
def _library(app: AppPackage, work: Path, cancel: CancelToken) -> Iterator[tuple[Machine, Path | None]]:
    """Give this computer with the libraries that users will have, and the folder that they are in.

    Where the wheels are not in the package, those that are installed must do.
    """
    machine = survey_machine(cancel)
    wheels = app.manifest.library.wheels if app.manifest.library.source == "wheels" else []
    fitting = [(wheel, app.root / wheel.file) for wheel in (fitting_wheels(wheels) if wheels else ())]
    if not fitting or not all(is_file(path) for _, path in fitting):
        yield machine, None
        return
    folder = work / "library"
    taken: set[str] = set()
    for wheel, path in fitting:
        unpack(wheel, path, folder, cancel, taken)
    yield machine.with_library(libraries_in([wheel for wheel, _ in fitting])), folder

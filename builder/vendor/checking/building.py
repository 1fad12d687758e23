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
from builder.building.engine_record import make_record
from builder.building.inputs import Inputs
from builder.building.machine import Machine, survey_machine
from builder.building.plan import Build, Refuse
from builder.building.planner import Answers, make_plan
from builder.building.resources import memory_limit
from builder.building.scheduler import BuildEnded, Scheduler
from builder.building.source import BuiltHere
from builder.engines.index import EngineRecord
from builder.engines.options import EngineOptions
from builder.engines.store import EngineStore
from builder.gpu.busy import BusyPolicy
from builder.library.wheels import fitting_wheels, libraries_in, unpack
from builder.vendor.advice.advice import Advice
from builder.vendor.advice.advise import advise
from builder.vendor.checking.classic import documented
from builder.vendor.checking.matrix import ANOTHER_FILE, CLASSIC, PORTABLE, PORTABLE_COLUMN, Cell, Column, Matrix, Row
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
        model: what is built: a model's own file, or a variant.
        cells: by column.
        warnings: each once, in the order of their first time.
        advice: what would make it better.
    """

    model: PackagedModel
    cells: dict[str, Cell] = field(default_factory=dict)
    warnings: dict[str, None] = field(default_factory=dict)
    advice: tuple[Advice, ...] = ()

    def done(self, columns: Sequence[Column]) -> Row:
        return Row(
            model=self.model.name,
            variant=self.model.variant,
            data_types=tuple(sorted(self.model.data_types)),
            onnx=self.model.onnx.relative,
            size=self.model.total_bytes,
            cells=tuple(self.cells[column.name] for column in columns),
            warnings=tuple(self.warnings),
            advice=self.advice,
        )


@dataclass(frozen=True, slots=True)
class _Model:
    """A model with a row for its own file and one for each variant.

    Attributes:
        model: with its variants.
        rows: by the name of the variant, None for the own file.
    """

    model: PackagedModel
    rows: dict[str | None, _Row]

    @classmethod
    def of(cls, model: PackagedModel) -> _Model:
        """Make empty rows."""
        return cls(model, {file.variant: _Row(file) for file in (model, *model.variants)})

    @property
    def limits(self) -> tuple[str, ...]:
        return self.model.compute_capabilities_for(TENSORRT_RTX.name)


def check_package(
    app: AppPackage,
    columns: tuple[Column, ...],
    tell: Tell,
    cancel: CancelToken,
    *,
    jobs: int | None = None,
    limit_memory: int | None = None,
    with_advice: bool = False,
    reproducible: bool = True,
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
        reproducible: build at fixed addresses, where the system allows it.

    Raises:
        EngineInstallerError: the engine library cannot be unpacked; or the check was cancelled.
    """
    started = time.monotonic()
    models = [_Model.of(model) for model in app.models]
    with tempfile.TemporaryDirectory(prefix="engine-builder-") as work, _library(app, Path(work), cancel) as found:
        machine, folder = found
        store = EngineStore(Path(work))
        store.folder.mkdir()
        filler = _Filler(app, machine, models, store, Inputs(folder), tell, cancel, limit_memory, reproducible)
        for group, at_once in _groups(models, columns, jobs or machine.cores):
            filler.fill(group, at_once)
        if with_advice:
            filler.advise()
    return Matrix(
        app=app.manifest.app.name,
        version=app.manifest.app.version,
        libraries={name: library.version for name, library in machine.libraries.items()},
        system=machine.system,
        columns=columns,
        rows=tuple(row.done(columns) for row in filler.rows),
        seconds=round(time.monotonic() - started, 1),
        records=tuple(filler.records),
        date=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
    )


def _groups(
    models: Sequence[_Model], columns: tuple[Column, ...], jobs: int
) -> Iterator[tuple[list[tuple[_Model, Column]], int]]:
    """Give the cells that are built side by side, and how many at once.

    What is portable of a model that names its compute capabilities, or has variants, is built for those that can be
    had, as an installation does; so it comes after them. Classic TensorRT has the GPU for itself, and mostly is not
    here at all.
    """
    pairs = [(model, column) for model in models for column in columns]
    classic = [pair for pair in pairs if pair[1].backend != TENSORRT_RTX.name]
    last = [pair for pair in pairs if pair[1].name == PORTABLE and (pair[0].limits or pair[0].model.variants)]
    yield classic, 1
    yield [pair for pair in pairs if pair not in classic and pair not in last], jobs
    yield last, jobs


@dataclass(slots=True)
class _Filler:
    app: AppPackage
    machine: Machine
    models: Sequence[_Model]
    store: EngineStore
    inputs: Inputs
    tell: Tell
    cancel: CancelToken
    limit_memory: int | None
    reproducible: bool
    records: list[EngineRecord] = field(default_factory=list)
    waiting: dict[str, tuple[_Row, Column, Build]] = field(default_factory=dict)
    """The cells that are being built, by the key of their build."""

    @property
    def rows(self) -> list[_Row]:
        return [row for model in self.models for row in model.rows.values()]

    def fill(self, pairs: Sequence[tuple[_Model, Column]], jobs: int) -> None:
        """Fill cells.

        Args:
            pairs: which.
            jobs: builds at once.
        """
        self.waiting = {}
        for model, column in pairs:
            left = dict(model.rows)
            for row, planned in self._plan(model, column):
                left.pop(row.model.variant)
                if isinstance(planned, Cell):
                    self._note(row, planned)
                else:
                    self.waiting[planned.key] = row, column, planned
            for row in left.values():
                self._note(row, Cell(column.name, "left_out", note=ANOTHER_FILE))
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
        if built := next((row.cells.get(PORTABLE) for row in self.rows if row.model is model), None):
            return built.size
        trial = _Model.of(replace(model, variants=()))
        replace(self, models=[trial], tell=lambda _happened: None).fill([(trial, PORTABLE_COLUMN)], 1)
        (row,) = trial.rows.values()
        return row.cells[PORTABLE].size

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
        self.tell(CellDone(row.model.title, cell))

    def _plan(self, model: _Model, column: Column) -> Iterator[tuple[_Row, Build | Cell]]:
        """Plan the builds of a model for a column, as `install --for` would; or say at once what becomes of it."""
        if cell := self._untried(model, column):
            yield from ((row, cell) for row in model.rows.values())
            return
        backend, name = BACKENDS[column.backend], column.name
        options = EngineOptions(
            backend=backend.name,  # type: ignore[arg-type]
            targets=(name,) if name in TARGETS else (),
            portable=name == PORTABLE,
            wanted=self.app.manifest.on_demand,
        )
        only = self.machine.with_library({backend.name: self.machine.libraries[backend.name]})
        one = replace(self.app, models=(model.model,))
        for planned in make_plan(one, only, [], options, answers=_answers(model, column)).models:
            if isinstance(planned, Build):
                file = planned.model.variant
            else:
                file = model.model.for_gpu(name).variant if name in TARGETS else None
            row = model.rows[file]
            if isinstance(planned, Build):
                # Cells of one model differ only in this. Timing caches change how long a build takes, not how it ends.
                assert isinstance(planned.source, BuiltHere)  # a plan that asks no feed builds everything
                source = replace(planned.source, timing=None, reproducible=self.reproducible)
                engine_set = f"{file} {name}" if file else name
                # Whether it can be built is asked here, and not what it answers.
                yield row, replace(planned, engine_set=engine_set, source=source, answers=None, ways=())
            elif isinstance(planned, Refuse) and planned.lack is None:
                yield row, _cell_of(column, planned.error)
            else:
                note = sentence(planned.decisions[0].reason)
                yield row, Cell(name, "not_run", note=note, documented=_documented(model, column))

    def _untried(self, model: _Model, column: Column) -> Cell | None:
        """Say why nothing of a model is built for a column; None when it is to be tried."""
        backend, name = BACKENDS[column.backend], column.name
        if model.model.backend not in ("auto", backend.name):
            return Cell(name, "left_out", note=f'app.toml says backend = "{model.model.backend}".')
        if name in TARGETS and model.limits and name not in model.limits:
            return Cell(name, "left_out", note=f"app.toml names the compute capabilities {', '.join(model.limits)}.")
        if backend.name not in self.machine.libraries:
            note = f"{backend.title} is not installed here."
            return Cell(name, "not_run", note=note, documented=_documented(model, column))
        # A plan for targets that are asked for would blame who asks for them.
        if refused := backend.refusals(model.model.settings_for(backend.name), ()):
            return Cell(name, "refused", refusal=settings_refused(backend.title, refused))
        return None

    def _accept(self, planned: Build, path: Path, built: Built, _busy: object, cancel: CancelToken) -> None:
        """Verify an engine as an installation does, and note it. Runs in the thread of its build."""
        header = self.store.verify(path, planned.label, built.size, built.sha256, planned.wanted, cancel)
        self.records.append(make_record(planned, built, None, header.targets, self.machine))
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


def _answers(model: _Model, column: Column) -> Answers:
    """What the library said, as far as a plan is to know it: of a portable engine, what cannot be a part of it."""
    if column.name != PORTABLE:
        return {row.model.title: _NOTHING_REFUSED for row in model.rows.values()}
    if not model.limits and not model.model.variants:
        return {}
    return {
        row.model.title: {name: cell.refusal.message for name, cell in row.cells.items() if cell.refusal}
        for row in model.rows.values()
    }


def _documented(model: _Model, column: Column) -> tuple[str, ...]:
    return documented(model.model) if column.name == CLASSIC else ()


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

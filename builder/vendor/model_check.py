"""Building every model of an app package once before it is shipped, with every engine library that is here."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from builder.app_package.package import AppPackage
from builder.backend import BACKENDS
from builder.base.cancellation import CancelToken
from builder.base.errors import (
    BuilderCrashed,
    BuildFailed,
    EngineInstallerError,
    Fault,
    PackageInvalid,
    PackagingFailed,
    SystemNotSupported,
)
from builder.base.events import Built, Warned
from builder.base.paths import is_file
from builder.base.text import sentence, verbatim, verbatim_lines
from builder.building.inputs import Inputs
from builder.building.machine import Machine, survey_machine
from builder.building.plan import Build, Refuse, Skip
from builder.building.planner import make_plan
from builder.building.scheduler import BuildEnded, Scheduler
from builder.engines.options import EngineOptions
from builder.gpu.busy import BusyPolicy
from builder.library.wheels import fitting_wheels, libraries_in, unpack

_NO_CHECK = "--no-check packages it anyway."


@dataclass
class _Findings:
    """What came of the models, by name.

    Attributes:
        built: those that some library built.
        failed: why one could not be built, with the library.
        refused: why none was tried with a library, by model; it does not matter where another library builds it.
    """

    built: set[str] = field(default_factory=set)
    failed: list[str] = field(default_factory=list)
    refused: dict[str, list[EngineInstallerError]] = field(default_factory=dict)


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
    findings = _Findings()
    with tempfile.TemporaryDirectory(prefix="engine-builder-") as work, _library(app, Path(work), cancel) as found:
        machine, folder = found
        for name in machine.libraries:
            _build_all(app, machine, name, Path(work), folder, findings, show, cancel, limit_memory)
    failed = list(findings.failed)
    for model in app.models:
        if model.name in findings.built or any(line.startswith(f"{model.name!r} ") for line in failed):
            continue
        errors = findings.refused.get(model.name, [])
        if wrong := next((error for error in errors if isinstance(error, PackageInvalid)), None):
            failed.append(f"{model.name!r}: {wrong.message}")
        else:
            reason = errors[0].message if errors else _why_not_tried(model.backend, machine)
            show(f"warning: {model.name!r} was not built here, so it is not known whether users can: {reason}")
    _refuse(app, failed)


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


def _why_not_tried(backend: str, machine: Machine) -> str:
    if backend != "auto" and backend not in machine.libraries:
        return f"{BACKENDS[backend].title} is not installed."
    return "No engine library is installed."


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


def _build_all(
    app: AppPackage,
    machine: Machine,
    library: str,
    work: Path,
    folder: Path | None,
    findings: _Findings,
    show: Callable[[str], None],
    cancel: CancelToken,
    limit_memory: int | None,
) -> None:
    backend = BACKENDS[library]
    models = tuple(model for model in app.models if model.backend in ("auto", library))
    only = machine.with_library({library: machine.libraries[library]})
    # What a library can build without regard to the vendor's GPU does not depend on it.
    options = EngineOptions(backend=backend.name, portable=backend.builds_without_gpu)  # type: ignore[arg-type]
    plan = make_plan(replace(app, models=models), only, [], options, limit_memory=limit_memory)
    for planned in plan.models:
        if isinstance(planned, Refuse):
            findings.refused.setdefault(planned.model.name, []).append(planned.error)
        elif isinstance(planned, Skip):
            reason = SystemNotSupported(sentence(planned.decisions[0].reason))
            findings.refused.setdefault(planned.model.name, []).append(reason)

    def accept(planned: Build, path: Path, _built: Built, *_: object) -> None:
        path.unlink()
        findings.built.add(planned.model.name)

    title = f"{backend.title} {machine.libraries[library].version}"
    number = 0
    for item in Scheduler(
        [_untimed(planned) for planned in plan.to_build],
        jobs=plan.jobs,
        memory_bytes=machine.memory_free_bytes,
        memory_limit=plan.memory_limit_bytes,
        staging_path=lambda key: work / f"{library}-{key}.engine",
        accept=accept,
        busy=BusyPolicy("build"),
        cancel=cancel,
        log_path=None,
        inputs=Inputs(folder),
    ).run():
        if isinstance(item, Warned):
            show(f"warning: {f'{item.model}: ' if item.model else ''}{item.message}")
        elif isinstance(item, BuildEnded) and item.error:
            findings.failed.append(f"{item.planned.model.name!r} with {title}: {_with_remedy(item.error)}")
        elif isinstance(item, BuildEnded):
            number += 1
    if number:
        show(f"built as a check with {title}: {'one model' if number == 1 else f'{number} models'}")


def _with_remedy(error: EngineInstallerError) -> str:
    """Say what is wrong with a model and what helps: it is the vendor who can do that, and who reads this."""
    is_models_own = isinstance(error, BuildFailed | PackageInvalid) and not isinstance(error, BuilderCrashed)
    # Where there are several lines, each says what was expected.
    return f"{error.message}\n  {error.hint}" if is_models_own and "\n" not in error.message else str(error.message)


def _untimed(planned: Build) -> Build:
    """Leave out timing caches, and with them waiting for an idle GPU: only whether it can be built counts here."""
    return replace(planned, source=replace(planned.source, timing=None))

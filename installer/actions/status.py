"""What is installed in a target, and whether it fits this computer now. Changes nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from builder.app_package.onnx_data_types import data_types_of
from builder.app_package.package import AppPackage, load_package
from builder.backend import TENSORRT_RTX
from builder.backend.tensorrt_rtx import DEFAULT_TARGETS
from builder.base.cancellation import CancelToken
from builder.base.errors import (
    AccessDenied,
    BlockedByPolicy,
    LibraryMissing,
    PackageInvalid,
    PackageMissing,
    SystemNotSupported,
)
from builder.base.files import absolute, os_errors_as
from builder.base.plain import to_plain
from builder.base.text import Text, join, say, verbatim_lines
from builder.building.machine import Machine
from builder.building.plan import Build, BuildPlan, InstalledEngine, Keep, PlannedEngine, Refuse, Skip
from builder.building.planner import make_plan
from builder.building.variant_choice import stays_beside
from builder.building.wanted import wanted_without_package
from builder.engines.index import EngineIndex, EngineRecord
from builder.engines.options import EngineOptions
from builder.engines.store import EngineStore
from builder.engines.verdict import (
    Cause,
    FileState,
    Verdict,
    judge,
    judge_gpus_without_engine,
    record_serves,
    targets_in_words,
)
from builder.gpu.choice import ALL_GPUS
from builder.operating_system import extended_path
from installer.actions.install_plan import options_for
from installer.target.application_files import inspect
from installer.target.installation import Installation, TargetState
from installer.target.library import survey_names
from installer.target.package_choice import load_installed_package
from installer.target.request import Request

if TYPE_CHECKING:
    from builder.building.preflight import Check
    from installer.actions.features import AvailableFeature

State = Literal["ready", "stale", "incomplete", "absent"]

_RECORDED = (
    *("size", "backend", "library_version", "gpu", "targets", "portable", "seconds", "built_at"),
    *("variant", "gpu_busy", "timing_cache", "sameness", "answers"),
)
"""What `status --json` tells of an engine as engines.json does."""


@dataclass(frozen=True)
class EngineStatus:
    """One line of `status`.

    Attributes:
        model: its name.
        file: of the engine; None when there is none.
        verdict: whether it is current, and why.
        record: what engines.json says of it.
        gpu: names the GPU where there are engines for several.
        this_pc: what it should be for, in words; None when that is unknown.
        rebuild_seconds: what building it again takes, an estimate; None when nothing has to be built.
        rebuild_bytes: size of the new engine, an estimate.
    """

    model: str
    file: str | None
    verdict: Verdict
    record: EngineRecord | None
    gpu: str | None = None
    this_pc: str | None = None
    rebuild_seconds: float | None = None
    rebuild_bytes: int = 0

    @property
    def built_for(self) -> str | None:
        """The GPUs that the engine was built for, in words."""
        if self.record is None:
            return None
        if self.record.gpu:
            return self.record.gpu.name
        return targets_in_words(self.record.targets, portable=self.record.portable)

    @property
    def label(self) -> str:
        """The model, and the GPU where there are engines for several."""
        return f"{self.model} for {self.gpu}" if self.gpu else self.model

    def to_json(self) -> dict[str, Any]:
        values = {
            "model": self.model,
            "for_gpu": self.gpu,
            "file": self.file,
            "verdict": self.verdict.state,
            "reason": self.verdict.reason,
            "cause": self.verdict.cause,
            "built_for": self.built_for,
            "this_pc": self.this_pc,
            "rebuild_seconds": None if self.rebuild_seconds is None else round(self.rebuild_seconds, 1),
            "rebuild_mib": round(self.rebuild_bytes / (1 << 20), 1),
        }
        if self.record:
            values |= {name: to_plain(getattr(self.record, name)) for name in _RECORDED}
        return values


@dataclass(frozen=True)
class Status:
    """What is installed in a target and whether it fits this machine now.

    Attributes:
        state: of the whole.
        target: where.
        fingerprint: of the engines; None when there are none.
        engines: each of them.
        compared_with_package: the package that models and settings were compared with; None when there was none.
        checks: of the preflight list, those that need no access; none for a quick look.
        problems: what is wrong besides engines, in words; a repair or the installer fixes it.
        notes: what is worth knowing, in words.
        available: the features of the application; none for a quick look, or without a package.
    """

    state: State
    target: Path
    fingerprint: str | None
    engines: tuple[EngineStatus, ...]
    compared_with_package: Path | None
    checks: tuple[Check, ...]
    problems: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()
    available: tuple[AvailableFeature, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """What `status --json` prints."""
        return {
            "schema": 2,
            "state": self.state,
            "target": str(self.target),
            "fingerprint": self.fingerprint,
            "package": str(self.compared_with_package) if self.compared_with_package else None,
            "engines": [engine.to_json() for engine in self.engines],
            "available": [feature.to_json() for feature in self.available],
            "problems": list(self.problems),
            "notes": list(self.notes),
            "checks": [check.to_json() for check in self.checks],
        }


def status(request: Request, machine: Machine, cancel: CancelToken, *, quick: bool) -> Status:
    """Judge every installed engine. Changes nothing.

    Args:
        request: which target, and the package to compare with; without one, the package that was installed is used if
            it is still there, else models and settings are not compared.
        machine: this machine now.
        cancel: stops the hashing of large files.
        quick: look at sizes and headers instead of hashing engine and model files.
    """
    installation = Installation(request)
    store, target = installation.store, installation.target
    state = installation.read_state(cancel, quick=quick)
    missing, notes = _application_files(target, state, cancel, quick=quick)
    problems = (*_problems(installation, state), *missing)
    index = state.index
    if index is None:
        checks = () if quick else _checks(machine, store, None)
        return Status("incomplete" if problems else "absent", target, None, (), None, checks, problems, tuple(notes))
    package, unreadable = _package_to_compare(installation, state, cancel, quick=quick)
    notes += unreadable
    build_plan = None
    available: tuple[AvailableFeature, ...] = ()
    if package is None:
        engines = (*_judge_alone(state.engines, index, machine), *_never_built(index))
    else:
        machine = machine.with_library(survey_names(package.manifest).libraries)
        options, engines_there = options_for(request.options, index, machine), state.engines
        doubtful = _doubtful_models(package, index, machine) if quick else ()
        if quick and not doubtful:
            build_plan = make_plan(package, machine, engines_there, options)
        else:
            package = _with_data_types(package, doubtful)
            from builder.building.target_questions import plan_with_answers

            def plan_of(wanted: EngineOptions) -> BuildPlan:
                return plan_with_answers(
                    lambda answers: make_plan(package, machine, engines_there, wanted, answers=answers), machine
                )

            build_plan = plan_of(options)
            if not quick:
                from installer.actions.features import available_features, with_every_feature

                available = tuple(available_features(plan_of(with_every_feature(package.manifest, options)), index))
        engines = tuple(_compare(build_plan, index, machine))
    engines = tuple(_without_gpu(engine, machine, engines) for engine in engines)
    return Status(
        "incomplete" if problems else _overall_state([engine.verdict for engine in engines]),
        target,
        index.fingerprint,
        engines,
        package.root if package else None,
        () if quick else _checks(machine, store, build_plan),
        problems,
        tuple(notes),
        available,
    )


def _doubtful_models(package: AppPackage, index: EngineIndex, machine: Machine) -> set[str]:
    """Name the models of which no engine shows that they can be built for the GPUs of this computer."""
    gpus = {gpu.compute_capability for gpu in machine.gpus if machine.judge(gpu, TENSORRT_RTX).supported}
    shown: dict[str, set[str]] = {}
    for record in index.engines:
        if record.backend != TENSORRT_RTX.name:
            shown[record.model] = gpus
        elif record.modified_us is not None:
            shown.setdefault(record.model, set()).update(gpu for gpu in gpus if record_serves(record, gpu))
    return {model.name for model in package.models if shown.get(model.name) != gpus}


def _with_data_types(package: AppPackage, models: Collection[str]) -> AppPackage:
    """Read which data types models use, which a quick look has left out."""
    return replace(
        package,
        models=tuple(
            replace(
                model,
                data_types=data_types_of(model.onnx.path),
                variants=tuple(replace(each, data_types=data_types_of(each.onnx.path)) for each in model.variants),
            )
            if model.name in models
            else model
            for model in package.models
        ),
    )


def _without_gpu(engine: EngineStatus, machine: Machine, engines: Sequence[EngineStatus]) -> EngineStatus:
    """Say of an engine that is as the app package wants it where no GPU of this computer can run it.

    Where there is one for each variant of a model, those for other GPUs are right as they are.
    """
    record, verdict = engine.record, engine.verdict
    if record is None or record.backend != TENSORRT_RTX.name or verdict.state != "current":
        return engine
    others = [other.record for other in engines if other.record and other.record.model == record.model]
    if any(judge_gpus_without_engine(other, machine.gpus) is None for other in others):
        return engine
    verdict = judge_gpus_without_engine(record, machine.gpus) or verdict
    return (
        engine
        if verdict is engine.verdict
        else replace(engine, verdict=verdict, this_pc=join(", ", [gpu.name for gpu in machine.gpus]))
    )


def _judge_alone(engines: Iterable[InstalledEngine], index: EngineIndex, machine: Machine) -> Iterator[EngineStatus]:
    """Judge engines without the package that they were built from."""
    for engine in engines:
        record = engine.record
        others = [other for other in index.engines if other.model == record.model]
        verdict = judge(record, engine.file_state, wanted_without_package(record, machine, others))
        gpu = record.gpu.name if record.gpu and index.options.gpu == ALL_GPUS else None
        yield EngineStatus(record.model, record.file, verdict, record, gpu)


def _never_built(index: EngineIndex) -> Iterator[EngineStatus]:
    """The engines that could not be built, where there is no older one."""
    built = {(record.model, gpu) for record in index.engines for gpu in (None, record.gpu and record.gpu.name)}
    for absent in index.failed:
        if (absent.model, absent.gpu) not in built:
            yield EngineStatus(absent.model, None, Verdict("missing", verbatim_lines(absent.reason)), None, absent.gpu)


def _problems(installation: Installation, state: TargetState) -> Iterator[Text]:
    index_path = installation.store.index_path
    if state.journal and state.journal.action == "uninstall":
        yield say(
            "a removal was interrupted; 'engine-installer uninstall' completes it",
            window="a removal was interrupted; uninstalling again completes it",
        )
    elif state.journal:
        yield say(
            "an installation was interrupted; 'engine-installer install' completes it",
            window="an installation was interrupted; installing again completes it",
        )
    if state.index_fault:
        yield say("{file} is damaged and counts as missing: {reason}", file=index_path, reason=state.index_fault)
    if state.receipt and state.index is None and not state.index_fault:
        yield say("{file} is missing", file=index_path)


def _application_files(
    target: Path, state: TargetState, cancel: CancelToken, *, quick: bool
) -> tuple[list[Text], list[Text]]:
    """Find what is wrong with the application's own files, and what is worth knowing of them."""
    problems, notes = [], []
    for file in state.receipt.application_files if state.receipt else []:
        with os_errors_as(target / file.file, say("read")):
            try:
                size = extended_path(target / file.file).lstat().st_size
            except (FileNotFoundError, NotADirectoryError):
                problems.append(
                    say(
                        "{file} is missing; the application's own installer restores it, and so does a repair that is "
                        "given its package",
                        file=file.file,
                        window="{file} is missing; the application's own installer restores it",
                    )
                )
                continue
        there = None if quick else inspect(target, file.file, cancel)
        if size != file.size or (there is not None and there.content != file.sha256):
            notes.append(say("{file} was changed since it was installed", file=file.file))
    return problems, notes


def _checks(machine: Machine, store: EngineStore, build_plan: BuildPlan | None) -> tuple[Check, ...]:
    """Check the machine and the target without touching it."""
    from builder.building.preflight import machine_checks
    from builder.building.target_facts import survey_target, target_checks

    facts = survey_target(store, probe=False)
    return (*machine_checks(machine, build_plan), *target_checks(facts, build_plan))


def _package_to_compare(
    installation: Installation, state: TargetState, cancel: CancelToken, *, quick: bool
) -> tuple[AppPackage | None, list[Text]]:
    """Find the package to compare with, and what keeps this user from it: the rest can be judged all the same."""
    given, receipt = installation.request.package, state.receipt
    if given is not None:
        return load_package(absolute(given), cancel, read_content=not quick, with_payload=False), []
    scope = installation.scope_given(receipt)
    try:
        package = load_installed_package(
            installation.target, state.app, state.index, receipt, scope, cancel, read_content=not quick
        )
    except (PackageMissing, PackageInvalid):
        return None, []
    except (AccessDenied, BlockedByPolicy) as error:
        return None, [error.message]
    return package, []


def _compare(build_plan: BuildPlan, index: EngineIndex, machine: Machine) -> Iterator[EngineStatus]:
    rest = list(index.engines)
    states = {engine.record.file: engine.file_state for engine in build_plan.installed}
    for planned in build_plan.models:
        match planned:
            case Refuse():
                # It has no engines of its own in the plan.
                yield from _engines_of_refused(planned, rest, states, machine)
                rest = [record for record in rest if record.model != planned.model.name]
                continue
            case Build() | Keep():
                record = planned.installed.record if planned.installed else None
                expected = planned.expected if isinstance(planned, Build) else None
                engine = EngineStatus(
                    planned.model.name,
                    record.file if record else None,
                    planned.verdict,
                    record,
                    planned.engine_set,
                    _this_pc(planned),
                    expected.seconds if expected else None,
                    expected.size if expected else 0,
                )
            case Skip():
                continue
        if record in rest:
            rest.remove(record)
        yield engine
    models = {planned.model.name for planned in build_plan.models}
    for record in rest:
        gpu = record.gpu.name if record.gpu else None
        if states[record.file] == "intact" and stays_beside(record, build_plan):
            yield EngineStatus(record.model, record.file, Verdict("current", say("it is for other GPUs")), record)
            continue
        reason = say("not wanted on this computer now")
        if record.model not in models:
            reason = say("the model is no longer in the app package")
        elif gpu and build_plan.has_unresponsive_gpu:
            reason = say("its GPU does not answer")
        several = index.options.gpu == ALL_GPUS or sum(other.model == record.model for other in index.engines) > 1
        verdict = Verdict("stale", reason, "unwanted")
        yield EngineStatus(record.model, record.file, verdict, record, gpu if several else None)


def _engines_of_refused(
    planned: Refuse, records: Sequence[EngineRecord], states: Mapping[str, FileState], machine: Machine
) -> Iterator[EngineStatus]:
    """Judge the engines of a model that cannot be built here."""
    model, error = planned.model, planned.error
    own = [record for record in records if record.model == model.name]
    cause: Cause = "gpu" if isinstance(error, SystemNotSupported) else "settings"
    for record in own:
        verdict = Verdict("stale", error.message, cause)
        if isinstance(error, LibraryMissing):
            file = next((each for each in model.variants if each.variant == record.variant), model)
            wanted = wanted_without_package(record, machine, own)
            wanted = replace(wanted, onnx_sha256=file.onnx.sha256 or None, variant=file.variant)
            verdict = judge(record, states[record.file], wanted)
        yield EngineStatus(model.name, record.file, verdict, record)
    if not own:
        yield EngineStatus(model.name, None, Verdict("missing", error.message, cause), None)


def _this_pc(planned: PlannedEngine) -> str:
    """Say what an engine should be for here."""
    if planned.wanted.gpu:
        return planned.wanted.gpu.name
    targets, served = planned.wanted.targets, planned.wanted.served
    if targets or served != DEFAULT_TARGETS:
        return targets_in_words(targets or served, portable=not targets)
    return "every supported GPU"


def _overall_state(verdicts: list[Verdict]) -> State:
    # What no repair can change is no reason for one; the app package wants engines on such a computer, or none.
    states = {verdict.state for verdict in verdicts if verdict.cause != "no_gpu"}
    if states & {"missing", "damaged"}:
        return "incomplete"
    return "stale" if "stale" in states else "ready"

"""Running the builds of a plan: in parallel where nothing is timed on the GPU, one at a time elsewhere."""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from builder.base.cancellation import CancelToken
from builder.base.errors import BuilderCrashed, Cancelled, EngineInstallerError, GpuBusy, InternalError, OutOfMemory
from builder.base.events import (
    DROP_TIMINGS,
    KEEP_TIMINGS,
    WRITING_THE_ENGINE,
    BuildJob,
    Built,
    Busy,
    Event,
    Hello,
    InputFile,
    Logged,
    ModelStarted,
    Phase,
    TimingJob,
    TimingsMeasured,
    Warned,
)
from builder.base.text import say
from builder.building.plan import PlannedModel, gpu_memory_needed_mib
from builder.building.progress import Expected, ProgressEstimate
from builder.building.worker_process import (
    CouldNotStart,
    Crashed,
    Finished,
    HasFailed,
    Outcome,
    WasCancelled,
    run_worker,
)
from builder.engines.store import StagedEngine
from builder.gpu.busy import WINDOW_SECONDS, BusyMonitor, BusyPolicy, BusyVerdict, wait_until_idle
from builder.operating_system import plain_path
from builder.timing.catalogue import Catalogue

_POLL_SECONDS = 0.1


TimingOf = Callable[[PlannedModel], TimingJob | None]

Accept = Callable[[PlannedModel, Path, Built, BusyVerdict | None, CancelToken], StagedEngine | None]
"""Verifies a finished file and makes its record; None when the file is not wanted.

The verdict tells whether the GPU was in use meanwhile, None when nothing was timed on it; the last argument stops the
verification."""


@dataclass(frozen=True)
class BuildEnded:
    """One model is done, well or not.

    Attributes:
        planned: the model.
        staged: its verified engine; None when there is none.
        error: why the build failed.
        seconds: wall time since its worker was started.
    """

    planned: PlannedModel
    staged: StagedEngine | None
    error: EngineInstallerError | None
    seconds: float


def run_builds(
    models: Sequence[PlannedModel],
    *,
    jobs: int,
    memory_bytes: int,
    staging_path: Callable[[str], Path],
    accept: Accept,
    timing: TimingOf,
    busy: BusyPolicy,
    cancel: CancelToken,
    log_path: Path | None,
    library_folder: Path | None = None,
) -> Iterator[Event | BuildEnded]:
    """Build all models, the longest first, and give what happens as it happens.

    Every model that is not cancelled ends in exactly one `BuildEnded`; one failure does not stop the others. No worker
    outlives the iteration, however it ends.

    Args:
        models: what to build.
        jobs: how many at once at the most.
        memory_bytes: free memory; a second worker is started only when its expected need still fits.
        staging_path: where a model's engine is to be written.
        accept: verifies a finished file and makes its record; runs in a thread of its own and may raise.
        timing: which timing caches a build is to use.
        busy: what to do about a GPU that is in use when kernels are to be timed on it.
        cancel: stops everything.
        log_path: named in messages about crashes.
        library_folder: where the engine library is; None for this program's own environment.

    Raises:
        Cancelled: `cancel` was set; every worker has ended.
    """
    gate = _BusyGate(busy, busy.timeout_seconds)
    happened: queue.SimpleQueue[Event | BuildEnded] = queue.SimpleQueue()
    # A consumer that goes away must end the workers, without cancelling the caller's own token.
    stop = CancelToken()
    waiting = sorted(models, key=lambda planned: -planned.expected_seconds)
    running: dict[str, PlannedModel] = {}
    threads: dict[str, threading.Thread] = {}
    started = time.monotonic()
    expected = {
        planned.key: Expected(planned.expected_seconds, planned.closing_seconds, planned.seconds_known)
        for planned in waiting
    }
    estimate = ProgressEstimate(expected, jobs, started)
    number = 0
    progress_due = started
    try:
        while waiting or running:
            if cancel.is_set:
                stop.cancel()
                waiting.clear()
            while waiting and len(running) < jobs and _fits(waiting[0], running, memory_bytes):
                planned = waiting.pop(0)
                number += 1
                key = planned.key
                job = job_of(planned, staging_path(key), timing(planned), library_folder)
                threads[key] = threading.Thread(
                    target=_build_one,
                    args=(planned, job, accept, gate, stop, happened.put, log_path),
                    name=f"build {key}",
                )
                running[key] = planned
                estimate.start(key, time.monotonic())
                threads[key].start()
                yield ModelStarted(planned.model.name, number, len(models), _backend_name(planned), planned.engine_set)
            # Said when every place is taken again: a moment with a free one would look like a slower run.
            if (now := time.monotonic()) >= progress_due:
                yield estimate.at(now)
                progress_due = now + estimate.pause_seconds
            try:
                item = happened.get(timeout=min(_POLL_SECONDS, max(0.0, progress_due - now)))
            except queue.Empty:
                item = None
            now = time.monotonic()
            if isinstance(item, Busy) and item.seconds_left is not None:
                # Only one runs where the GPU is watched, and waiting for it is no part of the build.
                for key in running:
                    estimate.start(key, now)
            if isinstance(item, Phase) and item.title == WRITING_THE_ENGINE:
                for key, planned in running.items():
                    if (planned.model.name, planned.engine_set) == (item.model, item.gpu):
                        estimate.write(key, now)
            if isinstance(item, BuildEnded):
                key = item.planned.key
                del running[key]
                threads[key].join()
                estimate.finish(key, now, built=item.staged is not None)
                progress_due = now
            if item is not None and not (isinstance(item, BuildEnded) and isinstance(item.error, Cancelled)):
                yield item
        if models and not stop.is_set:
            yield estimate.at(time.monotonic())
    finally:
        stop.cancel()
        for thread in threads.values():
            thread.join()
    cancel.check()


def _backend_name(planned: PlannedModel) -> str:
    assert planned.backend is not None
    return planned.backend.name


def _fits(planned: PlannedModel, running: Mapping[str, PlannedModel], memory_bytes: int) -> bool:
    """Whether another worker may start: always the first, and then only within free memory."""
    return not running or sum(map(_memory_need, [planned, *running.values()])) <= memory_bytes


def _memory_need(planned: PlannedModel) -> int:
    assert planned.backend is not None
    return planned.backend.build_memory_bytes(planned.model.total_bytes)


def _build_one(
    planned: PlannedModel,
    job: BuildJob,
    accept: Accept,
    gate: _BusyGate,
    stop: CancelToken,
    tell: Callable[[Event | BuildEnded], None],
    log_path: Path | None,
) -> None:
    started = time.monotonic()
    output = Path(job.output)
    staged: StagedEngine | None = None
    error: EngineInstallerError | None = None
    try:
        outcome, busy = _build_watched(planned, job, gate, stop, tell)
        if isinstance(outcome, Finished):
            staged = accept(planned, output, outcome.built, busy, stop)
        else:
            error = error_of(outcome, planned, log_path)
    except EngineInstallerError as raised:
        error = raised
    except Exception as raised:
        # The loop that waits for this thread must hear of every end.
        import traceback

        error = InternalError(
            f"Building {planned.model.name!r} met an error inside engine-installer: {raised}",
            hint="Please report it with the log file.",
            detail=traceback.format_exc(),
        )
    if staged is None:
        # It may be held or gone with its folder; the staging folder is removed in the end anyway.
        with contextlib.suppress(OSError):
            output.unlink(missing_ok=True)
    tell(BuildEnded(planned, staged, error, round(time.monotonic() - started, 3)))


@dataclass
class _BusyGate:
    """The policy of a run, with what is left of its patience."""

    policy: BusyPolicy
    seconds_left: float

    def wait(
        self, monitor: BusyMonitor, stop: CancelToken, tell: Callable[[BusyVerdict, float | None], None]
    ) -> BusyVerdict:
        waiting_since: list[float] = []

        def tell_and_note(verdict: BusyVerdict, seconds_left: float | None) -> None:
            waiting_since.append(time.monotonic())
            tell(verdict, seconds_left)

        try:
            policy = replace(self.policy, timeout_seconds=self.seconds_left)
            return wait_until_idle(monitor, policy, stop, tell_and_note)
        finally:
            if waiting_since:
                self.seconds_left = max(0.0, self.seconds_left - (time.monotonic() - waiting_since[0]))


def _build_watched(
    planned: PlannedModel,
    job: BuildJob,
    gate: _BusyGate,
    stop: CancelToken,
    tell: Callable[[Event | BuildEnded], None],
) -> tuple[Outcome, BusyVerdict | None]:
    """Run the worker; where kernels are timed, wait for the GPU before and watch it meanwhile."""

    def tell_of_set(event: Event) -> None:
        if isinstance(event, Phase | Warned | Logged):
            event = replace(event, gpu=planned.engine_set)
        tell(event)

    assert planned.backend is not None
    if not planned.backend.times_kernels or planned.load_on is None:
        return run_worker(job, stop, tell_of_set), None

    def tell_busy(verdict: BusyVerdict, seconds_left: float | None = None) -> None:
        text = say("{gpu} {verdict}", gpu=monitor.gpu.name, verdict=verdict.text)
        name = planned.model.name
        tell(Busy(name, verdict.verdict, verdict.reasons, verdict.programs, text, seconds_left, planned.engine_set))

    def tell_and_answer(event: Event) -> str | None:
        if isinstance(event, TimingsMeasured):
            # What happened in the last moments of the build is seen only now.
            stop_waiting = time.monotonic() + WINDOW_SECONDS
            while time.monotonic() < stop_waiting and not stop.is_set:
                time.sleep(_POLL_SECONDS)
            return DROP_TIMINGS if monitor.summary().in_use else KEEP_TIMINGS
        if isinstance(event, Hello):
            monitor.own.add(event.pid)
        tell_of_set(event)
        return None

    with BusyMonitor(planned.load_on) as monitor:
        verdict = gate.wait(monitor, stop, tell_busy)
        if verdict.in_use and planned.verdict is not None and planned.verdict.timed_while_busy:
            raise GpuBusy(f"{monitor.gpu.name} {verdict.text}, so timing the kernels again would be no better.")
        _check_gpu_memory(planned, monitor, verdict)
        tell_busy(verdict)
        monitor.on_change = tell_busy
        monitor.begin()
        outcome = run_worker(job, stop, tell_and_answer)
        return outcome, monitor.summary()


def _check_gpu_memory(planned: PlannedModel, monitor: BusyMonitor, verdict: BusyVerdict) -> None:
    needed = gpu_memory_needed_mib(planned.model)
    if monitor.memory_free_mib is not None and monitor.memory_free_mib < needed:
        raise OutOfMemory(
            f"{monitor.gpu.name} has {monitor.memory_free_mib} of {monitor.gpu.memory_total_mib} MiB free, and the "
            f"model {planned.model.name!r} needs at least {needed} MiB; it {verdict.text}.",
            hint="Close other programs that use the GPU, then run the command again.",
        )


def planned_timing(catalogue: Catalogue, overlay_folder: Path | None) -> TimingOf:
    """The timing caches that the plan has chosen.

    Args:
        catalogue: of the package.
        overlay_folder: of this user's own caches; None leaves them out.
    """

    def timing(planned: PlannedModel) -> TimingJob | None:
        choice, identity = planned.cache, planned.overlay
        if choice is None or identity is None:
            return None
        return TimingJob(
            shipped=str(catalogue.path_of(choice.entry)) if choice.entry else None,
            overlay=str(overlay_folder / identity.file_name) if overlay_folder else None,
            identity=identity.to_json(),
            tactics=planned.tactics_known if choice.tactics is None else choice.tactics,
        )

    return timing


def job_of(
    planned: PlannedModel, output: Path, timing: TimingJob | None, library_folder: Path | None = None
) -> BuildJob:
    """The worker's order for a planned model."""
    assert planned.wanted is not None
    assert planned.wanted.settings is not None
    model, wanted = planned.model, planned.wanted
    files = [InputFile(str(file.path), file.size, file.modified_ns) for file in (model.onnx, *model.external_data)]
    return BuildJob(
        model=model.name,
        backend=wanted.backend,
        onnx=files[0],
        external_data=tuple(files[1:]),
        output=str(output),
        settings=planned.wanted.settings,
        targets=wanted.targets,
        load_on=planned.load_on.name if planned.load_on else None,
        gpu_uuid=planned.load_on.uuid if planned.load_on else None,
        timing=timing,
        library_folder=str(plain_path(library_folder)) if library_folder else None,
    )


def error_of(outcome: Outcome, planned: PlannedModel, log_path: Path | None) -> EngineInstallerError:
    """Put how a worker ended into the user's words."""
    name = planned.model.name
    where = f"The log has its last words: {log_path}" if log_path else "Run it again with --log FILE to keep its words."
    match outcome:
        case HasFailed(error):
            return error
        case WasCancelled():
            return Cancelled()
        case Crashed(how, stack):
            memory = " The system may have run out of memory." if "SIGKILL" in how or "no memory" in how else ""
            return BuilderCrashed(
                f"The builder of the model {name!r} crashed: {how}.{memory}",
                hint=f"{where}\nClose other programs and run the command again; if it crashes again, report it.",
                detail=stack,
            )
        case CouldNotStart(reason):
            return BuilderCrashed(
                f"The builder of the model {name!r} could not be started: {reason.splitlines()[-1] if reason else ''}",
                hint=f"{where}\nA virus scanner may have blocked it, the system may be short of files or memory "
                "(then --jobs 1 helps), or the installation is damaged.",
                detail=reason,
            )
    raise AssertionError(outcome)

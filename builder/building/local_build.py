"""Building one engine on this computer: the worker's order, watching the GPU, and how it ended in the user's words."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from builder.base.cancellation import CancelToken
from builder.base.errors import (
    BuilderCrashed,
    BuildFailed,
    Cancelled,
    EngineInstallerError,
    GpuBusy,
    OutOfMemory,
    Remedy,
    says_out_of_memory,
)
from builder.base.events import (
    DROP_TIMINGS,
    KEEP_TIMINGS,
    Answers,
    BuildJob,
    Built,
    Busy,
    Event,
    Hello,
    Phase,
    PluginJob,
    ReferenceJob,
    TimingsMeasured,
    checking_the_results,
)
from builder.base.settings import BuildSettings
from builder.base.text import NO_TEXT, Text, join, say, verbatim
from builder.building.crash_record import forget_crash, key_of, note_crash, record_path
from builder.building.estimate import gpu_memory_needed_mib, plain_lack_of_gpu_memory
from builder.building.inputs import Inputs
from builder.building.ladder import WrongWay, tolerances_of
from builder.building.plan import AnswersCheck, Build
from builder.building.source import BuiltHere
from builder.building.worker_limits import DidNothing, MemoryBudget, TookTooLong, TookTooMuchMemory, WorkerLimits
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
from builder.gpu.nvml import Gpu
from builder.operating_system import plain_path

_POLL_SECONDS = 0.1
_CHECKING = checking_the_results("").template

Tell = Callable[[Event], None]


@dataclass
class LocalBuilder:
    """Builds engines with workers.

    Attributes:
        busy: what to do about a GPU that is in use when kernels are to be timed on it; its patience is for all builds.
        stop: ends every build.
        log_path: named in messages about crashes.
        inputs: where workers read what they build from.
        memory: what the workers may take together.
    """

    busy: BusyPolicy
    stop: CancelToken
    log_path: Path | None
    inputs: Inputs
    memory: MemoryBudget

    def build(
        self, planned: Build, source: BuiltHere, output: Path, tell: Tell, fetched: Mapping[Path, Path] | None = None
    ) -> tuple[Built, BusyVerdict | None]:
        """Build one engine.

        Args:
            planned: what to build.
            source: how.
            output: where the engine is to be written.
            tell: gets the events.
            fetched: where the files are that were not in the app package, by their paths in it.

        Returns:
            What the worker says of it, and whether the GPU was in use meanwhile; None when nothing was timed on it.

        Raises:
            EngineInstallerError: there is no engine.
        """
        inputs = replace(self.inputs, staged={**self.inputs.staged, **(fetched or {})})
        job = job_of(planned, source, output, inputs)
        tell = watch = _WatchingCheck(tell)
        busy: BusyVerdict | None = None
        if source.timing is None:
            outcome = run_worker(job, self.stop, tell, limits=WorkerLimits.for_build(self.memory, planned.expected))
        else:
            outcome, busy = self._build_watched(planned, job, source.timing.gpu, tell)
        record = record_path()
        if isinstance(outcome, Finished):
            if record:
                forget_crash(record, key_of(planned))
            watch.judge(outcome.built)
            return outcome.built, busy
        watch.blame(outcome)
        repeated = False
        if record and isinstance(outcome, Crashed):
            repeated = note_crash(record, key_of(planned), outcome.how)
        raise error_of(outcome, planned.model.name, self.log_path, repeated=repeated)

    def check(self, planned: Build, engine: StagedEngine, tell: Tell) -> Answers | None:
        """Check the outputs of an engine that is there; None where the plan does not want it.

        What keeps it from being checked, such as too little memory, is no fault of the engine.

        Args:
            planned: the engine.
            engine: its file and record.
            tell: gets the events.

        Raises:
            WrongWay: it gave wrong outputs, does not load, or ended the worker.
            Cancelled: as was asked.
        """
        if planned.answers is None or planned.answers.gpu is None:
            return None
        nothing = BuiltHere(planned.expected, planned.wanted.settings or BuildSettings())
        job = replace(job_of(planned, nothing, engine.path, self.inputs), check_only=engine.record.sha256)
        watch = _WatchingCheck(tell, began=True)
        limits = WorkerLimits.for_build(self.memory, planned.expected)
        outcome = run_worker(job, self.stop, watch, limits=limits)
        if isinstance(outcome, Finished):
            watch.judge(outcome.built)
            return outcome.built.answers
        watch.blame(outcome)
        error = error_of(outcome, planned.model.name, self.log_path)
        if isinstance(error, Cancelled):
            raise error
        if isinstance(outcome, HasFailed) and isinstance(error, BuildFailed):
            raise WrongWay(error.message, detail=error.detail)
        return Answers("unchecked", error.message)

    def _build_watched(self, planned: Build, job: BuildJob, gpu: Gpu, tell: Tell) -> tuple[Outcome, BusyVerdict]:
        """Wait for the GPU, and watch it while the worker times kernels on it."""

        def tell_busy(verdict: BusyVerdict, seconds_left: float | None = None) -> None:
            text = say("{gpu} {verdict}", gpu=gpu.name, verdict=verdict.text)
            name = planned.model.name
            tell(
                Busy(
                    name,
                    verdict.verdict,
                    verdict.reasons,
                    verdict.programs,
                    text,
                    seconds_left,
                    planned.engine_set,
                    verdict.names,
                    verdict.percent,
                )
            )

        def tell_and_answer(event: Event) -> str | None:
            if isinstance(event, TimingsMeasured):
                # What happened in the last moments of the build is seen only now.
                stop_waiting = time.monotonic() + WINDOW_SECONDS
                while time.monotonic() < stop_waiting and not self.stop.is_set:
                    time.sleep(_POLL_SECONDS)
                return DROP_TIMINGS if monitor.summary().in_use else KEEP_TIMINGS
            if isinstance(event, Hello):
                monitor.own.add(event.pid)
            tell(event)
            return None

        with BusyMonitor(gpu) as monitor:
            verdict = self._wait(monitor, tell_busy)
            if verdict.in_use and planned.verdict.timed_while_busy:
                raise GpuBusy(
                    say(
                        "{gpu} {verdict}, so timing the kernels again would be no better.",
                        gpu=gpu.name,
                        verdict=verdict.text,
                    )
                )
            _check_gpu_memory(planned, monitor, verdict)
            tell_busy(verdict)
            monitor.on_change = tell_busy
            monitor.begin()
            outcome = run_worker(
                job, self.stop, tell_and_answer, limits=WorkerLimits.for_build(self.memory, planned.expected)
            )
            return outcome, monitor.summary()

    def _wait(self, monitor: BusyMonitor, tell: Callable[[BusyVerdict, float | None], None]) -> BusyVerdict:
        """Wait as the policy says; what was waited is no longer left for other builds."""
        waiting_since: list[float] = []

        def tell_and_note(verdict: BusyVerdict, seconds_left: float | None) -> None:
            waiting_since.append(time.monotonic())
            tell(verdict, seconds_left)

        try:
            return wait_until_idle(monitor, self.busy, self.stop, tell_and_note)
        finally:
            if waiting_since:
                waited = time.monotonic() - waiting_since[0]
                self.busy = replace(self.busy, timeout_seconds=max(0.0, self.busy.timeout_seconds - waited))


def _check_gpu_memory(planned: Build, monitor: BusyMonitor, verdict: BusyVerdict) -> None:
    needed = gpu_memory_needed_mib(planned.model)
    if monitor.memory_free_mib is not None and monitor.memory_free_mib < needed:
        raise OutOfMemory(
            say(
                "{gpu} has {free_mib} of {total_mib} MiB free, and the model {model!r} needs at least {needed_mib} "
                "MiB; it {verdict}.",
                gpu=monitor.gpu.name,
                free_mib=monitor.memory_free_mib,
                total_mib=monitor.gpu.memory_total_mib,
                model=planned.model.name,
                needed_mib=needed,
                verdict=verdict.text,
            ),
            hint=say(
                "Close other programs that use the GPU, then run the command again.",
                window="Close other programs that use the graphics card, then try again.",
            ),
            plain=plain_lack_of_gpu_memory(planned.model),
        )


def job_of(planned: Build, source: BuiltHere, output: Path, inputs: Inputs) -> BuildJob:
    """Make the worker's order for a planned engine."""
    model, wanted = planned.model, planned.wanted
    onnx, *external_data = inputs.files_of(model)
    return BuildJob(
        model=model.name,
        engine_set=planned.engine_set,
        place=model.place,
        backend=wanted.backend,
        onnx=onnx,
        external_data=tuple(external_data),
        output=str(output),
        settings=source.settings,
        targets=wanted.targets,
        load_on=planned.load_on.name if planned.load_on else None,
        gpu_uuid=planned.load_on.uuid if planned.load_on else None,
        timing=source.timing.job if source.timing else None,
        reproducible=source.reproducible,
        library_folder=str(plain_path(inputs.library_folder)) if inputs.library_folder else None,
        plugins=tuple(PluginJob(it.name, it.operators, inputs.as_input(it.file)) for it in model.plugins),
        other_operators=dict(model.other_operators),
        reference=_reference_job(planned.answers, inputs),
    )


def _reference_job(check: AnswersCheck | None, inputs: Inputs) -> ReferenceJob | None:
    if check is None or check.gpu is None:
        return None
    return ReferenceJob(inputs.as_input(check.reference.file), tolerances_of(check), check.reference.equal_rows)


class _WatchingCheck:
    """Passes events on, and notes when the worker has begun to check the outputs of its engine.

    What ends it from then on is the engine's fault, not the builder's.
    """

    def __init__(self, tell: Tell, *, began: bool = False) -> None:
        self._tell, self._began = tell, began

    def __call__(self, event: Event) -> None:
        self._began |= isinstance(event, Phase) and event.title.template == _CHECKING
        self._tell(event)

    def judge(self, built: Built) -> None:
        """Refuse an engine that gave wrong outputs."""
        if built.answers and built.answers.state == "wrong":
            used = built.timing_cache is not None and built.timing_cache.entries > 0
            raise WrongWay(built.answers.reason, used_timings=used, answers=built.answers)

    def blame(self, outcome: Outcome) -> None:
        """Take an engine that ended the worker for one that gives wrong outputs."""
        match outcome:
            case Crashed(how) if self._began and not says_out_of_memory(outcome.stack):
                raise WrongWay(say("it crashed when it was tried: {how}", how=verbatim(how)), detail=outcome.stack)
            case DidNothing() | TookTooLong() if self._began:
                raise WrongWay(say("it did not come to an end when it was tried"), detail=outcome.stack)


def error_of(outcome: Outcome, model: str, log_path: Path | None, *, repeated: bool = False) -> EngineInstallerError:
    """Put how a worker ended without an engine into the user's words.

    Args:
        outcome: how.
        model: what it was to build.
        log_path: the log file, if there is one.
        repeated: the same build has crashed in the same way before.
    """
    if log_path:
        where = say("The log has the details: {file}", file=log_path)
    else:
        where = say("Run it again with --log FILE to keep the details.", window="There is no log with the details.")
    match outcome:
        case TookTooMuchMemory(used, limit, said):
            return _too_much_memory(model, used, limit, said)
        case Crashed(stack=said) | CouldNotStart(reason=said) | DidNothing(stack=said) if says_out_of_memory(said):
            return OutOfMemory(
                say("There is not enough memory to build the model {model!r}.", model=model),
                hint=say(
                    "Close other programs, or raise the limit of memory (ulimit -v), then run the command again.",
                    window="Close other programs, then try again.",
                ),
                detail=said,
            )
        case HasFailed(error):
            return error
        case DidNothing(seconds, stack):
            return _did_nothing(model, seconds, where, stack)
        case TookTooLong(seconds, stack):
            return _took_too_long(model, seconds, stack)
        case WasCancelled():
            return Cancelled()
        case Crashed(how, stack):
            out_of_memory = "SIGKILL" in how or "no memory" in how
            crashed = say("The builder of the model {model!r} crashed: {how}.", model=model, how=verbatim(how))
            if repeated and not out_of_memory:
                return _repeated_crash(crashed, where, stack)
            memory = say("The system may have run out of memory.") if out_of_memory else NO_TEXT
            advice = say(
                "Close other programs and run the command again; if it crashes again, report it.",
                window="Close other programs, then try again; if it crashes again, report it.",
            )
            return BuilderCrashed(
                join(" ", [crashed, memory]),
                hint=join("\n", [where, advice]),
                detail=stack,
                plain=say("A part of the setup stopped unexpectedly. Your PC may have run out of memory.")
                if out_of_memory
                else NO_TEXT,
            )
        case CouldNotStart(reason):
            lines = reason.splitlines()
            last_line = verbatim(lines[-1] if len(lines) > 1 else reason)
            advice = say(
                "A virus scanner may have blocked it, the system may be short of files or memory (then --jobs 1 "
                "helps), or the installation is damaged.",
                window="A virus scanner may have blocked it, the system may be short of files or memory, or the "
                "installation is damaged.",
            )
            return BuilderCrashed(
                say("The builder of the model {model!r} could not be started: {reason}", model=model, reason=last_line),
                hint=join("\n", [where, advice]),
                detail=reason,
                plain=say("A part of the setup could not be started."),
            )
    raise AssertionError(outcome)


def _too_much_memory(model: str, used: int, limit: int, stack: str) -> OutOfMemory:
    return OutOfMemory(
        say(
            "Building the model {model!r} was ended, because it had taken {used_mib} MiB and all builds together may "
            "take {limit_mib} MiB of memory.",
            model=model,
            used_mib=used >> 20,
            limit_mib=limit >> 20,
        ),
        hint=say(
            "Allow more with --limit-memory, or use a computer with more memory. If the model is small, ask the "
            "application's vendor: its network may be damaged or made to do harm.",
            window="Use a computer with more memory. If that does not help, ask the application's vendor: the model "
            "may be damaged.",
        ),
        detail=stack,
        plain=say("An AI feature needed more memory than this PC can give it."),
        remedy=Remedy.NONE,
    )


def _did_nothing(model: str, seconds: float, where: Text, stack: str) -> BuilderCrashed:
    message = say(
        "The builder of the model {model!r} was ended, because it had done nothing for {minutes} min.",
        model=model,
        minutes=max(1, round(seconds / 60)),
    )
    advice = say(
        "It was waiting for the disk, the GPU or itself. Run the command again; if that does not help, report it.",
        window="It was waiting for the disk, the graphics card or itself. Try again; if that does not help, report it.",
    )
    return BuilderCrashed(
        message, hint=join("\n", [where, advice]), detail=stack, plain=say("A part of the setup stopped answering.")
    )


def _took_too_long(model: str, seconds: float, stack: str) -> BuildFailed:
    return BuildFailed(
        say(
            "Building the model {model!r} was ended, because it had taken {hours} h, far longer than expected.",
            model=model,
            hours=round(seconds / 3600),
        ),
        hint=say(
            "Ask the application's vendor: the model may be damaged, or made to keep the library busy.",
            window="Ask the application's vendor: the model may be damaged.",
        ),
        detail=stack,
        plain=say("An AI feature took far longer than it should."),
    )


def _repeated_crash(crashed: Text, where: Text, stack: str) -> BuilderCrashed:
    reason = say(
        "It has crashed in the same way before, so the cause is this model: the engine library fails on it, for "
        "example because its network is too deep."
    )
    advice = say(
        "Report it to the application's vendor; trying again does not help. The vendor can simplify the model, or use "
        "another version of the library.",
        window="Report it to the application's vendor; trying again does not help.",
    )
    return BuilderCrashed(
        join(" ", [crashed, reason]),
        hint=join("\n", [where, advice]),
        detail=stack,
        plain=say("A part of the setup stopped unexpectedly, in the same way as before."),
        remedy=Remedy.NONE,
    )

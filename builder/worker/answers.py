"""Asking an engine for the outputs of the vendor's references, and judging what it answers."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any, NoReturn

from builder.base.errors import Cancelled, PackageInvalid
from builder.base.events import Answers, BuildJob, InputFile, Phase, ReferenceJob, checking_the_results
from builder.base.text import say, say_count, verbatim
from builder.references.comparison import OutputDifference, as_expected, compare_reference
from builder.references.file import Reference, read_references
from builder.references.rows import compare_equal_rows, with_equal_rows
from builder.references.tolerance import Tolerance
from builder.worker.channel import Channel
from builder.worker.cuda import Cuda, CudaError
from builder.worker.inference import CannotAsk, DidNotAnswer, Inference
from builder.worker.library import LibraryLog
from builder.worker.model_file import JobFiles

if TYPE_CHECKING:
    from builder.worker import trt


class Deadline:
    """Ends the process when an engine does not come to an end; nothing else ends work on a GPU."""

    def __init__(self, seconds: float, end: Callable[[], NoReturn]) -> None:
        self._lock, self._is_over = threading.Lock(), False
        self._end = end
        self._timer = threading.Timer(seconds, self._expire)
        self._timer.daemon = True
        self._timer.start()

    def _expire(self) -> None:
        with self._lock:
            if not self._is_over:
                self._end()

    def cancel(self) -> None:
        """Let the process live; waits for its end if that has begun."""
        with self._lock:
            self._is_over = True
        self._timer.cancel()


def check_answers(
    library: trt.Library,
    engine: trt.ICudaEngine,
    job: BuildJob,
    reference: ReferenceJob,
    files: JobFiles,
    channel: Channel,
    log: LibraryLog,
    end_with: Callable[[Answers], NoReturn],
) -> Answers:
    """Ask an engine that was loaded on a GPU.

    Args:
        library: the engine library's module.
        engine: of that library.
        job: names the model and the GPU.
        reference: of the job.
        files: of the job.
        channel: says whether the run is cancelled.
        log: what the library says.
        end_with: called in another thread when the engine does not come to an end; ends the process.

    Raises:
        PackageInvalid: the references cannot be read.
        Cancelled: as was asked.
    """
    channel.send(Phase(job.model, checking_the_results(job.load_on or ""), job.engine_set))
    references = _read(job, reference.file, files)
    started = time.monotonic()

    def on_gpu(found: Answers) -> Answers:
        return replace(found, gpu=job.load_on, seconds=round(time.monotonic() - started, 3))

    late = say("The engine gave no results within {seconds:.0f} seconds.", seconds=reference.limit_seconds)
    deadline = Deadline(reference.limit_seconds, lambda: end_with(on_gpu(Answers("wrong", late))))
    log.errors.clear()
    try:
        return on_gpu(_ask(library, engine, reference, references, channel, log))
    finally:
        deadline.cancel()


def _read(job: BuildJob, file: InputFile, files: JobFiles) -> tuple[Reference, ...]:
    try:
        return read_references(bytes(files.content(file)))
    except ValueError as error:
        raise PackageInvalid(
            say("The file {file} of the model {model!r} has no references.", file=file.path, model=job.model),
            hint=say(
                "Make it again: engine-builder references.",
                window="Ask the application's vendor for a corrected package.",
            ),
            detail=str(error),
        ) from error


def _ask(
    library: trt.Library,
    engine: trt.ICudaEngine,
    reference: ReferenceJob,
    references: tuple[Reference, ...],
    channel: Channel,
    log: LibraryLog,
) -> Answers:
    differences: list[OutputDifference] = []
    tolerances = {name: Tolerance(**values) for name, values in reference.tolerances.items()}
    try:
        with Cuda() as cuda:
            inference = Inference(library, engine, cuda, log)
            for number, asked in enumerate(references):
                if channel.cancelled.is_set():
                    raise Cancelled
                differences += compare_reference(asked, as_expected(inference.run(asked.inputs), asked), tolerances)
                if reference.equal_rows and number == 0:
                    differences += _compare_rows(inference, asked, tolerances)
    except DidNotAnswer as error:
        return Answers("wrong", error.reason, outputs=tuple(_numbers(differences)))
    except CannotAsk as error:
        if not any(difference.fault for difference in differences):
            return Answers("unchecked", error.reason)
    except CudaError as error:
        return Answers("unchecked", say("Its results cannot be checked: {reason}.", reason=verbatim(str(error))))
    return _judge(differences, len(references))


def _compare_rows(
    inference: Inference, asked: Reference, tolerances: Mapping[str, Tolerance]
) -> tuple[OutputDifference, ...]:
    inputs = with_equal_rows(asked.inputs, inference.batched)
    if inputs is None:
        return ()
    try:
        return compare_equal_rows(inference.run(inputs), tolerances)
    except CannotAsk:
        return ()  # its profiles allow one row only


def _judge(differences: list[OutputDifference], references: int) -> Answers:
    numbers = tuple(_numbers(differences))
    faults = [difference for difference in differences if difference.fault]
    if faults:
        first = faults[0]
        reason = say("The output {output!r} {fault}.", output=first.output, fault=verbatim(first.fault or ""))
        return Answers("wrong", reason, outputs=numbers)
    reason = say_count(
        references,
        "The results agree with {count} reference.",
        "The results agree with {count} references.",
    )
    return Answers("right", reason, outputs=numbers)


def _numbers(differences: list[OutputDifference]) -> Iterator[dict[str, Any]]:
    """Per output, the worst that was seen of it; numbers that JSON does not have are left out."""
    worst: dict[str, OutputDifference] = {}
    for difference in differences:
        name = difference.output
        worst[name] = max(worst.get(name, difference), difference, key=_badness)
    for difference in worst.values():
        yield {
            key: None if isinstance(value, float) and not math.isfinite(value) else value
            for key, value in asdict(difference).items()
        }


def _badness(difference: OutputDifference) -> tuple[bool, float]:
    return difference.fault is not None, math.inf if difference.max_abs is None else difference.max_abs

"""Getting the engines of a plan: in parallel where nothing is timed on the GPU, one at a time elsewhere."""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from builder.base.cancellation import CancelToken
from builder.base.errors import Cancelled, EngineInstallerError, InternalError
from builder.base.events import Built, Event, ModelStarted
from builder.base.text import say, verbatim
from builder.building.inputs import ORIGINALS, Inputs
from builder.building.local_build import LocalBuilder
from builder.building.plan import Build
from builder.building.progress import ProgressEstimate
from builder.building.source import BuiltHere
from builder.building.worker_limits import MemoryBudget
from builder.engines.store import StagedEngine
from builder.gpu.busy import BusyPolicy, BusyVerdict

_POLL_SECONDS = 0.1

Accept = Callable[[Build, Path, Built, BusyVerdict | None, CancelToken], StagedEngine | None]
"""Verifies a finished file and makes its record; None when the file is not wanted.

The verdict tells whether the GPU was in use meanwhile, None when nothing was timed on it; the last argument stops the
verification."""


@dataclass(frozen=True)
class BuildEnded:
    """One engine is done, well or not.

    Attributes:
        planned: the engine.
        staged: its verified file; None when there is none.
        error: why the build failed.
        seconds: wall time since it was started.
    """

    planned: Build
    staged: StagedEngine | None
    error: EngineInstallerError | None
    seconds: float


class Scheduler:
    """Gets all engines, those that take longest first, and gives what happens as it happens."""

    def __init__(
        self,
        models: Sequence[Build],
        *,
        jobs: int,
        memory_bytes: int,
        memory_limit: int,
        staging_path: Callable[[str], Path],
        accept: Accept,
        busy: BusyPolicy,
        cancel: CancelToken,
        log_path: Path | None,
        inputs: Inputs = ORIGINALS,
    ) -> None:
        """Prepare a run; nothing is started.

        Args:
            models: what to get.
            jobs: how many at once at the most.
            memory_bytes: free memory; a second one is started only when its expected need still fits.
            memory_limit: the bytes that all of them may take together; one that takes more is ended.
            staging_path: where an engine is to be written, by its key.
            accept: verifies a finished file and makes its record; runs in a thread of its own and may raise.
            busy: what to do about a GPU that is in use when kernels are to be timed on it.
            cancel: stops everything.
            log_path: named in messages about crashes.
            inputs: where workers read what they build from.
        """
        self._total = len(models)
        self._jobs = jobs
        self._memory_bytes = min(memory_bytes, memory_limit)
        self._staging_path = staging_path
        self._accept = accept
        self._cancel = cancel
        # A consumer that goes away must end the workers, without cancelling the caller's own token.
        self._stop = CancelToken()
        self._builder = LocalBuilder(busy, self._stop, log_path, inputs, MemoryBudget(memory_limit))
        self._happened: queue.SimpleQueue[tuple[str, Event | BuildEnded]] = queue.SimpleQueue()
        self._waiting = sorted(models, key=lambda planned: -planned.expected.seconds)
        self._running: dict[str, Build] = {}
        self._threads: list[threading.Thread] = []
        self._estimate = ProgressEstimate(
            {planned.key: planned.expected for planned in self._waiting}, jobs, time.monotonic()
        )
        self._progress_due = time.monotonic()

    def run(self) -> Iterator[Event | BuildEnded]:
        """Get everything.

        Every engine that is not cancelled ends in exactly one `BuildEnded`; one failure does not stop the others. No
        worker outlives the iteration, however it ends.

        Raises:
            Cancelled: `cancel` was set; every worker has ended.
        """
        try:
            while self._waiting or self._running:
                if self._cancel.is_set:
                    self._stop.cancel()
                    self._waiting.clear()
                while self._waiting and self._fits(self._waiting[0]):
                    yield self._start(self._waiting.pop(0))
                # Said when every place is taken again: a moment with a free one would look like a slower run.
                yield from self._tick()
                yield from self._handle()
            if self._total and not self._stop.is_set:
                yield self._estimate.at(time.monotonic())
        finally:
            self._stop.cancel()
            for thread in self._threads:
                thread.join()
        self._cancel.check()

    def _fits(self, planned: Build) -> bool:
        """Whether another one may start: always the first, and then only within jobs and free memory."""
        if not self._running:
            return True
        needed = sum(item.expected.memory_bytes for item in (planned, *self._running.values()))
        return len(self._running) < self._jobs and needed <= self._memory_bytes

    def _start(self, planned: Build) -> ModelStarted:
        key = planned.key
        output = self._staging_path(key)
        thread = threading.Thread(target=self._get, args=(planned, output), name=f"build {key}")
        self._running[key] = planned
        self._threads.append(thread)
        self._estimate.start(key, time.monotonic())
        thread.start()
        return ModelStarted(
            planned.model.name, len(self._threads), self._total, planned.backend.name, planned.engine_set
        )

    def _tick(self) -> Iterator[Event]:
        """Say how far the run is, when it is time for that."""
        now = time.monotonic()
        if now >= self._progress_due:
            yield self._estimate.at(now)
            self._progress_due = now + self._estimate.pause_seconds

    def _handle(self) -> Iterator[Event | BuildEnded]:
        """Wait a moment for the next thing to happen, and pass it on."""
        try:
            key, item = self._happened.get(timeout=min(_POLL_SECONDS, max(0.0, self._progress_due - time.monotonic())))
        except queue.Empty:
            return
        now = time.monotonic()
        if not isinstance(item, BuildEnded):
            self._estimate.hear(key, item, now)
            yield item
            return
        del self._running[key]
        self._estimate.finish(key, now, built=item.staged is not None)
        self._progress_due = now
        if not isinstance(item.error, Cancelled):
            yield item

    def _get(self, planned: Build, output: Path) -> None:
        """Get one engine, in a thread of its own."""
        started = time.monotonic()
        staged: StagedEngine | None = None
        error: EngineInstallerError | None = None
        try:
            staged = self._obtain(planned, output)
        except EngineInstallerError as raised:
            error = raised
        except Exception as raised:
            # The loop that waits for this thread must hear of every end.
            import traceback

            error = InternalError(
                say(
                    "Building {model!r} hit an internal error: {error}",
                    model=planned.model.name,
                    error=verbatim(str(raised)),
                ),
                hint=say("Report it with the log file."),
                detail=traceback.format_exc(),
            )
        if staged is None:
            # It may be held or gone with its folder; the staging folder is removed in the end anyway.
            with contextlib.suppress(OSError):
                output.unlink(missing_ok=True)
        ended = BuildEnded(planned, staged, error, round(time.monotonic() - started, 3))
        self._happened.put((planned.key, ended))

    def _obtain(self, planned: Build, output: Path) -> StagedEngine | None:
        """Get one engine from its source, and verify it.

        Raises:
            EngineInstallerError: there is no engine.
        """
        source = planned.source
        match source:
            case BuiltHere():
                built, busy = self._builder.build(
                    planned, source, output, lambda event: self._happened.put((planned.key, event))
                )
                return self._accept(planned, output, built, busy, self._stop)
            case _:
                assert_never(source)

"""Getting the engines of a plan: builds in parallel where nothing is timed on the GPU, one at a time elsewhere.

Downloads come one after another, beside the builds.
"""

from __future__ import annotations

import contextlib
import math
import queue
import threading
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import assert_never

from builder.app_package.package import PackagedModel
from builder.base.cancellation import CancelToken
from builder.base.errors import Cancelled, EngineInstallerError, InternalError
from builder.base.events import Built, Downloading, Event, ModelStarted, Warned
from builder.base.text import say, verbatim
from builder.building.inputs import ORIGINALS, Inputs
from builder.building.ladder import WrongWay, in_the_end, next_way, note_of, noted
from builder.building.local_build import LocalBuilder
from builder.building.plan import AS_USUAL, Build
from builder.building.progress import ProgressEstimate
from builder.building.source import BuiltHere, Downloaded, Installed
from builder.building.worker_limits import MemoryBudget
from builder.engines.index import EngineRecord
from builder.engines.store import StagedEngine
from builder.gpu.busy import BusyPolicy, BusyVerdict

_POLL_SECONDS = 0.1
_SECONDS_BETWEEN_DOWNLOADING = 0.5
_NO_LIBRARY = say("the engine library is not here, and nothing had to be built")

Accept = Callable[[Build, Path, Built, BusyVerdict | None, CancelToken], StagedEngine | None]
"""Verifies a finished file and makes its record; None when the file is not wanted.

The verdict tells whether the GPU was in use meanwhile, None when nothing was timed on it; the last argument stops the
verification."""

Deliver = Callable[[Build, Downloaded, Path, Callable[[int], None], CancelToken], StagedEngine]
"""Fetches an engine into a file, verifies it and makes its record. It is called with the bytes so far as they come; the
last argument stops it."""

Obtain = Callable[[PackagedModel, Callable[[str, int, int], None], CancelToken], Mapping[Path, Path]]
"""Fetches those files of a model that are not in the app package, and verifies them; gives where they are by their
paths in it. It is called with a file's name, the bytes so far and its size; the last argument stops it."""

GetLibrary = Callable[[], Generator[Event, None, Inputs]]
"""Gets the engine library; gives what workers build from then."""


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
        deliver: Deliver | None = None,
        obtain: Obtain | None = None,
        get_library: GetLibrary | None = None,
        installed_path: Callable[[EngineRecord], Path] | None = None,
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
            deliver: fetches what the vendor delivers; runs in a thread of its own and may raise.
            obtain: fetches models that are not in the app package, likewise; without it, they are where app.toml says,
                as on the vendor's computer.
            get_library: called before the first build; None where the engine library is there already.
            installed_path: where an engine is that is only checked.
        """
        self._total = len(models)
        self._jobs = jobs
        self._memory_bytes = min(memory_bytes, memory_limit)
        self._staging_path = staging_path
        self._accept = accept
        self._cancel = cancel
        # A consumer that goes away must end the workers, without cancelling the caller's own token.
        self._stop = CancelToken()
        self._deliver, self._obtain_files, self._get_library = deliver, obtain, get_library
        self._installed_path = installed_path
        budget = MemoryBudget(memory_limit)
        self._make_builder: Callable[[Inputs], LocalBuilder] = lambda inputs: LocalBuilder(
            busy, self._stop, log_path, inputs, budget
        )
        self._builder = self._make_builder(inputs)
        self._happened: queue.SimpleQueue[tuple[str, Event | BuildEnded]] = queue.SimpleQueue()
        self._waiting = sorted(models, key=lambda planned: -planned.expected.seconds)
        self._begun: set[str] = set()
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
                while planned := self._next():
                    yield from self._start(planned)
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

    def _next(self) -> Build | None:
        """Take what may start now: the longest download, or else the longest build, if there is room for it."""
        for is_downloaded in (True, False):
            first = next((item for item in self._waiting if item.is_downloaded == is_downloaded), None)
            if first and self._fits(first):
                self._waiting = [item for item in self._waiting if item is not first]
                return first
        return None

    def _fits(self, planned: Build) -> bool:
        """Whether another one may start: always the first, and then only builds, within jobs and free memory."""
        alike = [item for item in self._running.values() if item.is_downloaded == planned.is_downloaded]
        if not alike:
            return True
        if planned.is_downloaded or any(item.times_kernels for item in (planned, *alike)):
            return False
        needed = sum(item.expected.memory_bytes for item in (planned, *alike))
        return len(alike) < self._jobs and needed <= self._memory_bytes

    def _start(self, planned: Build) -> Iterator[Event | BuildEnded]:
        if self._get_library and isinstance(planned.source, BuiltHere):
            try:
                inputs = yield from self._get_library()
            except Cancelled:
                raise
            except EngineInstallerError as error:
                self._estimate.start(planned.key, time.monotonic())
                self._estimate.finish(planned.key, time.monotonic(), built=False)
                yield BuildEnded(planned, None, error, 0.0)
                return
            self._get_library, self._builder = None, self._make_builder(inputs)
        key = planned.key
        output = self._staging_path(key)
        thread = threading.Thread(target=self._get, args=(planned, output), name=f"get {key}")
        self._running[key] = planned
        self._threads.append(thread)
        self._estimate.start(key, time.monotonic())
        thread.start()
        if key not in self._begun:
            self._begun.add(key)
            name, number = planned.model.name, len(self._begun)
            backend, source = planned.backend.name, planned.source_name
            yield ModelStarted(name, number, self._total, backend, planned.engine_set, source)

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
        if item.error and not isinstance(item.error, Cancelled) and not self._stop.is_set:
            planned = noted(item.planned, item.error)
            if instead := next_way(planned, item.error):
                yield self._go_another_way(planned, instead, item.error)
                return
            item = replace(item, planned=planned, error=in_the_end(planned, item.error))
        self._estimate.finish(key, now, built=item.staged is not None)
        self._progress_due = now
        if not isinstance(item.error, Cancelled):
            yield item

    def _go_another_way(self, planned: Build, instead: Build, error: EngineInstallerError) -> Warned:
        """Let an engine be got in another way that the app package allows."""
        self._estimate.begin_again(planned.key, instead.expected)
        self._waiting.append(instead)
        name, reason = planned.label, error.message
        wrong, downloaded = isinstance(error, WrongWay), instead.is_downloaded
        how = say("is built again {way}", way=instead.words)
        if downloaded:
            how = say("is downloaded instead")
        elif instead.words == AS_USUAL:
            how = say("is built here instead") if planned.is_downloaded else say("is built again")
        if planned.is_checked_only and wrong:
            text = say(
                "{engine} gives wrong results now and {how}: {reason}",
                window="{engine} gives wrong results now and is set up again.",
                engine=name,
                how=how,
                reason=reason,
            )
        elif wrong:
            text = say(
                "{engine} gave wrong results and {how}: {reason}",
                window="{engine} gave wrong results and is set up in another way.",
                engine=name,
                how=how,
                reason=reason,
            )
        elif planned.is_downloaded:
            text = say(
                "{engine} could not be downloaded and is built here instead: {reason}", engine=name, reason=reason
            )
        elif downloaded:
            text = say(
                "{engine} could not be built here and is downloaded instead: {reason}", engine=name, reason=reason
            )
        else:
            text = say(
                "{engine} could not be built and {how}: {reason}",
                window="{engine} could not be set up in this way and is set up in another one.",
                engine=name,
                how=how,
                reason=reason,
            )
        return Warned(text, planned.model.name, planned.engine_set)

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
        if staged is None and not (planned.is_checked_only and isinstance(error, Cancelled)):
            # It may be held or gone with its folder; the staging folder is removed in the end anyway.
            with contextlib.suppress(OSError):
                output.unlink()
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
                fetched: Mapping[Path, Path] = {}
                if planned.model.in_feed and self._obtain_files:
                    fetched = self._obtain_files(planned.model, self._telling(planned), self._stop)
                built, busy = self._builder.build(
                    planned, source, output, lambda event: self._happened.put((planned.key, event)), fetched
                )
                return self._accept(planned, output, built, busy, self._stop)
            case Downloaded():
                assert self._deliver
                tell, record = self._telling(planned), source.offer.record
                staged = self._deliver(
                    planned, source, output, lambda received: tell(record.file, received, record.size), self._stop
                )
                return self._checked(planned, staged)
            case Installed():
                assert self._installed_path
                path = source.staged or self._installed_path(source.record)
                return self._checked(planned, StagedEngine(path, source.record))
            case _:
                assert_never(source)

    def _checked(self, planned: Build, engine: StagedEngine) -> StagedEngine:
        """Check the outputs of an engine that was not built here now, where that can be done.

        Raises:
            WrongWay: they are wrong.
        """
        if self._get_library:
            # Getting gigabytes only for this would be worth it to nobody.
            check = planned.answers and replace(planned.answers, gpu=None, reason=_NO_LIBRARY)
            note = note_of(replace(planned, answers=check), None)
        else:
            answers = self._builder.check(planned, engine, lambda event: self._happened.put((planned.key, event)))
            note = note_of(planned, answers)
        return replace(engine, record=replace(engine.record, answers=note))

    def _telling(self, planned: Build) -> Callable[[str, int, int], None]:
        """Make what a download tells the bytes to that have come; not every one of them is an event."""
        told = -math.inf

        def tell(file: str, received: int, size: int) -> None:
            nonlocal told
            if received == size or time.monotonic() - told >= _SECONDS_BETWEEN_DOWNLOADING:
                told = time.monotonic()
                event = Downloading(file, received, size, planned.model.name, planned.engine_set)
                self._happened.put((planned.key, event))

        return tell

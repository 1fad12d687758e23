"""The parent's side of a worker: start it, relay its events, end it, and say with certainty how it ended.

A crash of the worker is a normal outcome: the native builder is known to end in access violations.
"""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import IO

from builder.base.cancellation import CancelToken
from builder.base.errors import EngineInstallerError
from builder.base.events import (
    CANCEL_COMMAND,
    BuildJob,
    Built,
    Event,
    Failed,
    Logged,
    ProtocolError,
    read_worker_event,
)
from builder.base.program import REPRODUCIBLE_ARGUMENT, WORKER, child_command, own_folder
from builder.base.text import say
from builder.building.worker_limits import DidNothing, TookTooLong, TookTooMuchMemory, WorkerLimits, WorkerWatch
from builder.operating_system import describe_crash, spawn_options

_POLL_SECONDS = 0.05
_STACK_LINES = 200


@dataclass(frozen=True, slots=True)
class CancelLadder:
    """How long each step may take, in seconds, before the next, harsher one.

    The library hears a request only between its steps, and one silent step can be most of a build. So the first step is
    short: only staged files exist, and ending the process loses nothing.
    """

    ask: float = 0.5
    terminate: float = 0.5


@dataclass(frozen=True, slots=True)
class Finished:
    """The engine was built."""

    built: Built


@dataclass(frozen=True, slots=True)
class WasCancelled:
    """The worker ended because it was asked to."""


@dataclass(frozen=True, slots=True)
class HasFailed:
    """The worker said why there is no engine."""

    error: EngineInstallerError


@dataclass(frozen=True, slots=True)
class Crashed:
    """The worker ended without saying why.

    Attributes:
        how: such as `signal 11 (SIGSEGV)`.
        stack: what it wrote to standard error at the end, usually the Python stack.
    """

    how: str
    stack: str


@dataclass(frozen=True, slots=True)
class CouldNotStart:
    """There was never a working worker.

    Attributes:
        reason: what the system or the interpreter said.
    """

    reason: str


Outcome = Finished | WasCancelled | HasFailed | Crashed | CouldNotStart | TookTooMuchMemory | DidNothing | TookTooLong


def _environment(job: BuildJob) -> dict[str, str]:
    """Make the worker's environment: the GPU of its job is its only one, because CUDA's order is not NVML's."""
    return os.environ | ({"CUDA_VISIBLE_DEVICES": job.gpu_uuid} if job.gpu_uuid else {})


def run_worker(
    job: BuildJob,
    cancel: CancelToken,
    on_event: Callable[[Event], str | None],
    *,
    limits: WorkerLimits | None = None,
    command: list[str] | None = None,
    ladder: CancelLadder | None = None,
) -> Outcome:
    """Run one job in a child process and wait for its end.

    Args:
        job: what to build.
        cancel: when it is set, the worker is asked to stop, then terminated, then killed.
        on_event: gets every event but the last one, in this thread; what it returns is said to the worker.
        limits: what the worker may take before it is ended; None for those of memory without any.
        command: how to start the worker.
        ladder: how long each step of stopping it may take.

    Returns:
        How it ended; never raises for anything that the worker does.
    """
    try:
        process = subprocess.Popen(
            command or [*child_command(WORKER), *([REPRODUCIBLE_ARGUMENT] if job.reproducible else [])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            cwd=own_folder(),
            env=_environment(job),
            **spawn_options(),
        )
    except OSError as error:
        return CouldNotStart(str(error))
    with process:
        supervisor = _Supervisor(process, job.model, job.engine_set, on_event)
        watch = WorkerWatch(process.pid, limits or WorkerLimits())
        try:
            supervisor.say(job.to_line())
            supervisor.relay_until_end(cancel, ladder or CancelLadder(), watch)
        finally:
            # Reached with a living process only when on_event raised.
            if process.poll() is None:
                process.kill()
            supervisor.join()
            watch.end()
    return supervisor.outcome(cancel)


@dataclass
class _Supervisor:
    process: subprocess.Popen[bytes]
    model: str
    engine_set: str | None
    on_event: Callable[[Event], str | None]
    last_word: Built | Failed | None = None
    heard_anything: bool = False
    ended_for: TookTooMuchMemory | DidNothing | TookTooLong | None = None
    stack: deque[str] = field(default_factory=lambda: deque(maxlen=_STACK_LINES))

    def __post_init__(self) -> None:
        self._lines: queue.SimpleQueue[tuple[bool, bytes] | None] = queue.SimpleQueue()
        assert self.process.stdout is not None
        assert self.process.stderr is not None
        self._readers = [
            threading.Thread(target=self._read, args=(stream, is_event), name=f"read {self.model}", daemon=True)
            for stream, is_event in ((self.process.stdout, True), (self.process.stderr, False))
        ]
        for reader in self._readers:
            reader.start()
        self._to_say: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._write, name=f"write {self.model}", daemon=True)
        self._writer.start()

    def _read(self, stream: IO[bytes], is_event: bool) -> None:
        # The pipe itself hands out whatever has arrived; a buffered reader gives whole lines.
        with open(stream.fileno(), "rb", closefd=False) as lines:
            for line in lines:
                self._lines.put((is_event, line))
        self._lines.put(None)

    def say(self, line: str) -> None:
        """Send a line to the worker, without waiting for one that does not listen."""
        self._to_say.put(line)

    def _write(self) -> None:
        assert self.process.stdin is not None
        # One that has ended is noticed elsewhere.
        with contextlib.suppress(OSError):
            while (line := self._to_say.get()) is not None:
                rest = memoryview(line.encode())
                while rest:
                    rest = rest[self.process.stdin.write(rest) :]

    def _ask_to_stop(self) -> None:
        self.say(CANCEL_COMMAND + "\n")

    def relay_until_end(self, cancel: CancelToken, ladder: CancelLadder, watch: WorkerWatch) -> None:
        steps: deque[tuple[float, Callable[[], None]]] = deque(
            [(0.0, self._ask_to_stop), (ladder.ask, self.process.terminate), (ladder.terminate, self.process.kill)]
        )
        next_step_at: float | None = None
        open_streams = len(self._readers)
        while open_streams:
            if cancel.is_set and steps:
                now = time.monotonic()
                next_step_at = now if next_step_at is None else next_step_at
                if now >= next_step_at:
                    steps.popleft()[1]()
                    next_step_at = now + steps[0][0] if steps else None
            if self.ended_for is None and (reason := watch.look(time.monotonic())):
                self.ended_for = reason
                self.process.kill()
            try:
                item = self._lines.get(timeout=_POLL_SECONDS)
            except queue.Empty:
                continue
            if item is None:
                open_streams -= 1
            else:
                self._handle(*item)

    def _handle(self, is_event: bool, line: bytes) -> None:
        if not is_event:
            text = line.decode(errors="replace").rstrip()
            self.stack.append(text)
            self.on_event(Logged("debug", text, self.model, self.engine_set))
            return
        try:
            event = read_worker_event(line)
        except ProtocolError as error:
            self.on_event(Logged("warning", f"The builder sent {error}.", self.model, self.engine_set))
            return
        self.heard_anything = True
        if isinstance(event, Built | Failed):
            self.last_word = event
        elif answer := self.on_event(event):
            self.say(answer + "\n")

    def join(self) -> None:
        self._to_say.put(None)
        for thread in (*self._readers, self._writer):
            thread.join()

    def outcome(self, cancel: CancelToken) -> Outcome:
        returncode = self.process.wait()
        if isinstance(self.last_word, Built) and returncode == 0:
            return Finished(self.last_word)
        if cancel.is_set:
            return WasCancelled()
        stack = "\n".join(self.stack)
        if self.ended_for is not None:
            return replace(self.ended_for, stack=stack)
        if isinstance(self.last_word, Failed):
            # Also when it crashed afterwards, on its way out.
            return HasFailed(self.last_word.error)
        crash = describe_crash(returncode)
        if crash is not None:
            return Crashed(crash, stack)
        if not self.heard_anything:
            return CouldNotStart(stack or say("it ended with exit status {status}", status=returncode))
        return Crashed(say("exit status {status} without saying why", status=returncode), stack)

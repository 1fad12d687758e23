"""A plugin of pytest that runs the collected tests against mutants, each in a fork of the process that has collected.

A fork has the mutant's functions in place of the originals, and the mutant's source on the disk for the programs that a
test starts; so it runs in a copy of the tree. A mutant outside of functions needs a process that imports it anew.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any

import pytest

from tools.mutation.functions import changed_functions
from tools.mutation.job import JOB, Job, Verdict
from tools.mutation.operators import Mutant, fault, mutants_of

_LEAST_SECONDS = 20.0
_TIMES_AS_LONG = 6


@dataclass(frozen=True)
class _Traced:
    """What one test does when nothing is wrong.

    Attributes:
        seconds: how long it takes.
        lines: of the module that it runs.
        starts_processes: whether it starts programs, in which more may run.
    """

    seconds: float
    lines: frozenset[int]
    starts_processes: bool


def pytest_runtestloop(session: pytest.Session) -> bool:
    """Try mutants instead of running the tests once."""
    job = Job.read(Path(os.environ[JOB]))
    _Run(session, job).run()
    return True


class _Run:
    def __init__(self, session: pytest.Session, job: Job) -> None:
        self._session = session
        self._job = job
        self._path = Path.cwd() / job.module
        self._source = self._path.read_text(encoding="utf-8")
        self._clock = int(time.time())
        self._results = Path(job.results)

    def run(self) -> None:
        traced = self._trace()
        ends = None if self._job.seconds is None else time.monotonic() + self._job.seconds
        for mutant in self._mutants():
            if ends is not None and time.monotonic() > ends:
                break
            outcome, by = self._judge(mutant, traced)
            verdict = Verdict(
                self._job.module, mutant.name, mutant.function, mutant.lines[0], mutant.difference, outcome, by
            )
            with self._results.open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(verdict)) + "\n")

    def _mutants(self) -> Iterator[Mutant]:
        """Those that somebody has written first, then the others in an order of chance."""
        job = self._job
        written = [replace(fault(self._source, it.find, it.replace), name=it.name) for it in job.faults]
        made = [mutant for mutant in mutants_of(self._source) if mutant.name not in job.equivalent]
        random.Random(job.seed).shuffle(made)  # noqa: S311 (a sample)
        return (mutant for mutant in (*written, *made) if not job.only or mutant.name in job.only)

    # --- what the tests do when nothing is wrong ---

    def _trace(self) -> dict[str, _Traced]:
        """Run each test once.

        Raises:
            pytest.UsageError: some fail without any fault.
        """

        def child(send: Callable[[Any], None]) -> None:
            for i, item in enumerate(self._session.items):
                begun = time.monotonic()
                lines, starts = _run_traced(partial(self._run_item, item, i, self._session.items), str(self._path))
                failed = _Failures.last(self._session)
                send([item.nodeid, time.monotonic() - begun, lines, starts, failed])

        sent = self._fork(child, None) or []
        failed = [f"{name}: {message}" for name, _, _, _, message in sent if message]
        if failed or len(sent) < len(self._session.items):
            message = "tests fail:\n" + "\n".join(failed)
            raise pytest.UsageError(message)
        return {name: _Traced(seconds, frozenset(lines), starts) for name, seconds, lines, starts, _ in sent}

    # --- one mutant ---

    def _judge(self, mutant: Mutant, traced: Mapping[str, _Traced]) -> tuple[str, str]:
        try:
            changes = changed_functions(str(self._path), self._source, mutant.source)
        except (SyntaxError, ValueError):
            return "broken", ""
        first, last = mutant.lines

        def is_concerned(item: pytest.Item) -> bool:
            # What is outside of functions, such as a default, has run before any test.
            return changes is None or any(first <= line <= last for line in traced[item.nodeid].lines)

        inside = [item for item in self._session.items if is_concerned(item)]
        outside = [item for item in self._session.items if traced[item.nodeid].starts_processes and item not in inside]
        chosen = [item for part in (inside, outside) for item in sorted(part, key=lambda it: traced[it.nodeid].seconds)]
        if not chosen:
            return "not run", ""
        limit = _LEAST_SECONDS + _TIMES_AS_LONG * sum(traced[item.nodeid].seconds for item in chosen)
        self._put(mutant.source)
        try:
            if changes is None:
                return self._in_new_process(chosen, limit)
            return self._in_fork(chosen, changes, limit)
        finally:
            self._put(self._source)

    def _in_fork(
        self, items: Sequence[pytest.Item], changes: Mapping[FunctionType, CodeType], limit: float
    ) -> tuple[str, str]:
        def child(send: Callable[[Any], None]) -> None:
            for function, code in changes.items():
                function.__code__ = code
            for i, item in enumerate(items):
                self._run_item(item, i, items)
                if _Failures.last(self._session):
                    send(item.nodeid)
                    return
            send("")

        sent = self._fork(child, limit)
        if sent is None:
            return "too slow", ""
        # A test that ends the whole fork has noticed the fault.
        name = sent[0] if sent else "the end of the process"
        return ("killed", name) if name else ("survived", "")

    def _in_new_process(self, items: Sequence[pytest.Item], limit: float) -> tuple[str, str]:
        names = [item.nodeid for item in items]
        environment = {key: value for key, value in os.environ.items() if key != JOB}
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--no-header", *names]
        with tempfile.TemporaryFile() as output:
            process = subprocess.Popen(
                command, cwd=Path.cwd(), env=environment, stdout=output, stderr=output, start_new_session=True
            )
            try:
                code = process.wait(limit)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                return "too slow", ""
        return ("killed", "in a process of its own") if code else ("survived", "")

    def _put(self, source: str) -> None:
        """Write the module so that no compiled one of another text passes for it; they are told apart by seconds."""
        self._path.write_text(source, encoding="utf-8")
        self._clock += 1
        os.utime(self._path, (self._clock, self._clock))

    # --- forks ---

    def _run_item(self, item: pytest.Item, i: int, items: Sequence[pytest.Item]) -> None:
        following = items[i + 1] if i + 1 < len(items) else None
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)

    def _fork(self, body: Callable[[Callable[[Any], None]], None], limit: float | None) -> list[Any] | None:
        """What a fork of this process sends before it ends, or dies; None where it takes too long."""
        reading, writing = os.pipe()
        folder = tempfile.mkdtemp(prefix="pytest-mutation-")
        child = os.fork()
        if child == 0:
            os.close(reading)
            os.setpgid(0, 0)
            _prepare_fork(self._session, Path(folder))
            try:
                body(lambda sent: _send(writing, sent))
                self._session._setupstate.teardown_exact(None)
            finally:
                os._exit(0)
        os.close(writing)
        ends = None if limit is None else time.monotonic() + limit
        received = b""
        try:
            while True:
                left = None if ends is None else max(0.0, ends - time.monotonic())
                if not select.select([reading], [], [], left)[0]:
                    return None
                if not (part := os.read(reading, 1 << 16)):
                    break
                received += part
        finally:
            os.close(reading)
            _end_group(child)
            shutil.rmtree(folder, ignore_errors=True)
        return [json.loads(line) for line in received.splitlines()]


class _Failures:
    """Remembers what the last test has come to."""

    def __init__(self) -> None:
        self.message = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.message = self.message or (str(report.longrepr).splitlines() or ["failed"])[-1]

    @classmethod
    def last(cls, session: pytest.Session) -> str:
        plugin = session.config.pluginmanager.get_plugin("mutation-failures")
        assert isinstance(plugin, cls)
        message, plugin.message = plugin.message, ""
        return message


def _prepare_fork(session: pytest.Session, folder: Path) -> None:
    plugins = session.config.pluginmanager
    plugins.unregister(name="terminalreporter")
    plugins.register(_Failures(), "mutation-failures")
    session.config._tmp_path_factory._basetemp = folder  # type: ignore[attr-defined]
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (1, 2):
        os.dup2(nothing, descriptor)


def _send(descriptor: int, what: Any) -> None:
    data = json.dumps(what).encode() + b"\n"
    while data:
        data = data[os.write(descriptor, data) :]


def _end_group(leader: int) -> None:
    """Wait for a fork, and end what it has left running."""
    for end in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError):
            end(leader, signal.SIGKILL)
    os.waitpid(leader, 0)


def _run_traced(run: Callable[[], None], file: str) -> tuple[list[int], bool]:
    """The lines of a file that run meanwhile, and whether processes are started."""
    lines: set[int] = set()
    global _starts
    _starts = False

    def local(frame: FrameType, _event: str, _argument: Any) -> Any:
        lines.add(frame.f_lineno)
        return local

    def tracer(frame: FrameType, event: str, argument: Any) -> Any:
        return local(frame, event, argument) if frame.f_code.co_filename == file else None

    threading.settrace(tracer)
    sys.settrace(tracer)
    try:
        run()
    finally:
        sys.settrace(None)
        threading.settrace(None)
    return sorted(lines), _starts


_starts = False


def _note_processes(event: str, _arguments: Any) -> None:
    global _starts
    if event in ("subprocess.Popen", "os.posix_spawn", "os.fork", "os.forkpty", "os.exec"):
        _starts = True


sys.addaudithook(_note_processes)

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
from dataclasses import asdict, dataclass
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
        lines: that it runs, by module.
        starts_processes: whether it starts programs, in which more may run.
    """

    seconds: float
    lines: Mapping[str, frozenset[int]]
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
        self._root = Path.cwd()
        self._clock = int(time.time())
        self._results = Path(job.results)

    def run(self) -> None:
        traced = self._trace()
        ends = None if self._job.seconds is None else time.monotonic() + self._job.seconds
        waiting = list(self._mutants())
        random.Random(self._job.seed).shuffle(waiting)  # noqa: S311 (a sample)
        waiting.sort(key=lambda item: not item[2])
        for module, mutant, _ in waiting:
            if ends is not None and time.monotonic() > ends:
                break
            outcome, by = self._judge(module, mutant, traced)
            verdict = Verdict(module, mutant.name, mutant.function, mutant.lines[0], mutant.difference, outcome, by)
            with self._results.open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(verdict)) + "\n")

    def _mutants(self) -> Iterator[tuple[str, Mutant, bool]]:
        """Of every module, those that somebody has written first."""
        for module in self._job.modules:
            source = (self._root / module).read_text(encoding="utf-8")
            named = [
                (entry.name, fault(source, entry.find, entry.replace))
                for entry in self._job.faults
                if entry.file == module
            ]
            for name, mutant in named:
                if not self._job.only or name in self._job.only:
                    yield module, Mutant(name, mutant.function, mutant.lines, mutant.source, mutant.difference), True
            for mutant in mutants_of(source):
                if mutant.name not in self._job.equivalent and (not self._job.only or mutant.name in self._job.only):
                    yield module, mutant, False

    # --- what the tests do when nothing is wrong ---

    def _trace(self) -> dict[str, _Traced]:
        """Run each test once.

        Raises:
            pytest.UsageError: some fail without any fault.
        """
        files = {str(self._root / module): module for module in self._job.modules}

        def child(send: Callable[[Any], None]) -> None:
            for i, item in enumerate(self._session.items):
                begun = time.monotonic()
                lines, starts = _run_traced(partial(self._run_item, item, i), files)
                failed = _Failures.last(self._session)
                send([item.nodeid, time.monotonic() - begun, lines, starts, failed])

        sent = self._fork(child, None)
        failed = [f"{name}: {message}" for name, _, _, _, message in sent if message]
        if failed or len(sent) < len(self._session.items):
            message = "tests fail:\n" + "\n".join(failed)
            raise pytest.UsageError(message)
        return {
            name: _Traced(seconds, {module: frozenset(found) for module, found in lines.items()}, starts)
            for name, seconds, lines, starts, _ in sent
        }

    # --- one mutant ---

    def _judge(self, module: str, mutant: Mutant, traced: Mapping[str, _Traced]) -> tuple[str, str]:
        path = self._root / module
        original = path.read_text(encoding="utf-8")
        try:
            changes = changed_functions(str(path), original, mutant.source)
        except (SyntaxError, ValueError):
            return "broken", ""
        first, last = mutant.lines

        def is_concerned(item: pytest.Item) -> bool:
            # What is outside of functions, such as a default, has run before any test.
            return changes is None or any(first <= line <= last for line in traced[item.nodeid].lines.get(module, ()))

        inside = [item for item in self._session.items if is_concerned(item)]
        outside = [item for item in self._session.items if traced[item.nodeid].starts_processes and item not in inside]
        chosen = [
            *sorted(inside, key=lambda item: traced[item.nodeid].seconds),
            *sorted(outside, key=lambda item: traced[item.nodeid].seconds),
        ]
        if not chosen:
            return "not run", ""
        limit = _LEAST_SECONDS + _TIMES_AS_LONG * sum(traced[item.nodeid].seconds for item in chosen)
        self._put(path, mutant.source)
        try:
            if changes is None:
                return self._in_new_process(chosen, limit)
            return self._in_fork(chosen, changes, limit)
        finally:
            self._put(path, original)

    def _in_fork(
        self, items: Sequence[pytest.Item], changes: Mapping[FunctionType, CodeType], limit: float
    ) -> tuple[str, str]:
        def child(send: Callable[[Any], None]) -> None:
            for function, code in changes.items():
                function.__code__ = code
            for i, item in enumerate(items):
                self._run_item(item, i, items)
                if message := _Failures.last(self._session):
                    send([item.nodeid, message])
                    return
            send(["", ""])

        sent = self._fork(child, limit)
        if not sent:
            return "too slow", ""
        ((name, _),) = sent
        return ("killed", name) if name else ("survived", "")

    def _in_new_process(self, items: Sequence[pytest.Item], limit: float) -> tuple[str, str]:
        names = [item.nodeid for item in items]
        environment = {key: value for key, value in os.environ.items() if key != JOB}
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--no-header", *names]
        with tempfile.TemporaryFile() as output:
            process = subprocess.Popen(
                command, cwd=self._root, env=environment, stdout=output, stderr=output, start_new_session=True
            )
            try:
                code = process.wait(limit)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                return "too slow", ""
        return ("killed", "in a process of its own") if code else ("survived", "")

    def _put(self, path: Path, source: str) -> None:
        """Write a module so that no compiled one of another text passes for it; they are told apart by seconds."""
        path.write_text(source, encoding="utf-8")
        self._clock += 1
        os.utime(path, (self._clock, self._clock))

    # --- forks ---

    def _run_item(self, item: pytest.Item, i: int, items: Sequence[pytest.Item] | None = None) -> None:
        items = items or self._session.items
        following = items[i + 1] if i + 1 < len(items) else None
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)

    def _fork(self, body: Callable[[Callable[[Any], None]], None], limit: float | None) -> list[Any]:
        """What a fork of this process sends; nothing when it takes too long, and what it has sent when it dies."""
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
                    return []
                if not (part := os.read(reading, 1 << 16)):
                    break
                received += part
        finally:
            os.close(reading)
            _end_group(child)
            shutil.rmtree(folder, ignore_errors=True)
        # A fork that a test kills has noticed the fault.
        return [json.loads(line) for line in received.splitlines()] or [["the process has died", "died"]]


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


def _run_traced(run: Callable[[], None], files: Mapping[str, str]) -> tuple[dict[str, list[int]], bool]:
    """The lines of these files that run meanwhile, and whether processes are started."""
    lines: dict[str, set[int]] = {module: set() for module in files.values()}
    global _starts
    _starts = False

    def local(frame: FrameType, _event: str, _argument: Any) -> Any:
        lines[files[frame.f_code.co_filename]].add(frame.f_lineno)
        return local

    def tracer(frame: FrameType, event: str, argument: Any) -> Any:
        return local(frame, event, argument) if frame.f_code.co_filename in files else None

    threading.settrace(tracer)
    sys.settrace(tracer)
    try:
        run()
    finally:
        sys.settrace(None)
        threading.settrace(None)
    return {module: sorted(found) for module, found in lines.items() if found}, _starts


_starts = False


def _note_processes(event: str, _arguments: Any) -> None:
    global _starts
    if event in ("subprocess.Popen", "os.posix_spawn", "os.fork", "os.forkpty", "os.exec"):
        _starts = True


sys.addaudithook(_note_processes)

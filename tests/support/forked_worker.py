"""Many jobs of the worker, each in a fork of one process that has loaded the engine library: ten times as fast.

`python -m tests.support.forked_worker` reads jobs from standard input and writes how each ended, a line each.
"""

from __future__ import annotations

import importlib
import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NoReturn

from builder.base.events import BuildJob, InputFile
from builder.base.files import sha256_of
from builder.base.settings import BuildSettings
from builder.worker.__main__ import run_job
from builder.worker.channel import Channel
from builder.worker.deep_stack import run_with_deep_stack
from builder.worker.library import load_library
from tests.support.program import ROOT

_PROCESSES = 2
_MOST_SECONDS = 60
_MOST_BYTES = 2 << 30
"""Of a job: what asks for more is to be told that there is not enough memory."""


@dataclass(frozen=True)
class Ending:
    """How a job ended.

    Attributes:
        model: its name.
        signal: that ended it, if one did.
        event: the last that it sent.
        seconds: wall time.
        mib: how much memory it took.
    """

    model: str
    signal: int
    event: dict[str, Any]
    seconds: float
    mib: int


def job(model: Path, external: Iterable[Path] = ()) -> BuildJob:
    """A job as the scheduler would make it on a computer without a GPU."""
    onnx, *others = (InputFile(str(path), sha256_of(path)) for path in (model, *external))
    output, settings = str(model.with_suffix(".engine")), BuildSettings()
    return BuildJob(model.stem, "tensorrt-rtx", onnx, tuple(others), output, settings, (), None, None)


def run_jobs(jobs: list[BuildJob]) -> Iterator[Ending]:
    """Run them in two processes."""

    def run(some: list[BuildJob]) -> list[Ending]:
        command = [sys.executable, "-m", "tests.support.forked_worker"]
        lines = "".join(item.to_line() for item in some)
        ended = subprocess.run(command, cwd=ROOT, input=lines, stdout=subprocess.PIPE, text=True, check=True)
        return [Ending(**json.loads(line)) for line in ended.stdout.splitlines()]

    with ThreadPoolExecutor() as pool:
        for endings in pool.map(run, [jobs[start::_PROCESSES] for start in range(_PROCESSES)]):
            yield from endings


def _forked(item: BuildJob) -> Ending:
    started = time.monotonic()
    with tempfile.TemporaryFile() as events, tempfile.TemporaryFile() as said:
        child = os.fork()
        if child == 0:
            _work(item, events.fileno(), said.fileno())
        _, status, used = os.wait4(child, 0)
        seconds = round(time.monotonic() - started, 3)
        lines = [json.loads(line) for line in os.pread(events.fileno(), 1 << 24, 0).splitlines()]
    last: dict[str, Any] = next((line for line in reversed(lines) if line["event"] in ("built", "failed")), {})
    return Ending(item.model, os.WTERMSIG(status), last, seconds, used.ru_maxrss // 1024)


def _work(item: BuildJob, events: int, said: int) -> NoReturn:
    for standard in (1, 2):
        os.dup2(said, standard)
    resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_DATA, (_MOST_BYTES, _MOST_BYTES))
    channel = Channel(os.fdopen(events, "wb", buffering=0), io.BytesIO())
    os._exit(run_with_deep_stack(lambda: run_job(item, channel)))


if __name__ == "__main__":
    load_library("tensorrt-rtx")
    for module in ("builder.worker.build", "numpy", "onnx"):
        importlib.import_module(module)
    for text in sys.stdin.buffer:
        print(json.dumps(asdict(_forked(BuildJob.from_line(text)))), flush=True)  # noqa: T201

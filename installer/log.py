"""The log file of one run: the system's facts first, then everything that happens, `RESULT` last."""

from __future__ import annotations

import contextlib
import datetime
import errno
import os
import platform
import shlex
import sys
from pathlib import Path
from typing import TextIO

import builder
from builder.errors import LogUnwritable
from builder.files import absolute
from builder.machine import Machine
from builder.protocol import (
    Busy,
    Event,
    Heartbeat,
    Hello,
    Logged,
    ModelFinished,
    ModelStarted,
    Phase,
    PlanMade,
    PreflightDone,
    Progress,
    Result,
    Warned,
)
from builder.terminal import printable


def default_log_path() -> Path:
    """A new file in the user's log folder; the name has time and process, so that no run overwrites another's."""
    import platformdirs

    now = datetime.datetime.now().astimezone()
    name = f"engine-installer-{now:%Y%m%d-%H%M%S}-{os.getpid()}.log"
    return platformdirs.user_log_path("engine-installer", appauthor=False) / name


def _label(model: str | None, gpu: str | None) -> str:
    return f"[{model} for {gpu}]" if gpu else f"[{model}]"


def _line(level: str, text: str) -> str:
    now = datetime.datetime.now().astimezone().isoformat(timespec="milliseconds")
    first, *more = printable(text).splitlines() or [""]
    return "\n".join([f"{now} {level.upper():7} {first}", *(f"    {line}" for line in more)]) + "\n"


class RunLog:
    """One run's log.

    Attributes:
        path: the file.
    """

    def __init__(self, path: Path | None, arguments: list[str]) -> None:
        """Open the log; a file that is there is continued.

        Raises:
            LogUnwritable: the file or its folder cannot be created.
        """
        try:
            self.path = default_log_path() if path is None else absolute(path)
            if self.path.is_fifo():
                # Opening it would wait for a reader, for ever and deaf to signals.
                raise OSError(errno.EINVAL, "it is a pipe")
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._stream: TextIO | None = self.path.open("a", encoding="utf-8", errors="backslashreplace", buffering=1)
            self._stream.write(_line("info", f"engine-installer {builder.__version__}"))
        except RuntimeError as error:  # platformdirs finds no home
            raise LogUnwritable(
                "This user has no home folder, so there is no default for the log.", hint="Give a file with --log."
            ) from error
        except OSError as error:
            raise LogUnwritable(
                f"The log file {self.path} cannot be written: {error.strerror or error}.",
                hint="Choose another file with --log.",
                detail=str(error),
            ) from error
        self.write("info", f"command line: {shlex.join(arguments)}")
        self.write("info", f"system: {platform.platform()}, Python {platform.python_version()} ({sys.executable})")

    def write_machine(self, machine: Machine) -> None:
        """Write the facts that most questions are about."""
        libraries = [f"{name} {found.version}" for name, found in machine.libraries.items()]
        self.write("info", f"engine libraries: {', '.join(libraries) or 'none'}")
        survey = machine.gpus
        self.write("info", f"driver: {survey.driver_version}, CUDA {survey.cuda_driver_version}")
        if survey.problem:
            self.write("warning", f"GPU problem {survey.problem.name}: {survey.problem.message}")
        for gpu in survey.gpus:
            self.write("info", f"GPU {gpu.index}: {gpu}")
        self.write("info", f"cores: {machine.cores}, free memory: {machine.memory_free_bytes >> 20} MiB")

    def write(self, level: str, text: str) -> None:
        """Write one message; further lines of it are indented."""
        self._write_text(_line(level, text))

    def _write_text(self, text: str) -> None:
        if self._stream is None:
            return
        try:
            self._stream.write(text)
        except OSError:
            # The disk of the log may fill up in the middle of a run, and the engines are worth more than their log.
            self._give_up(self._stream)

    def _give_up(self, stream: TextIO) -> None:
        self._stream = None
        with contextlib.suppress(OSError):
            stream.close()

    def write_event(self, event: Event) -> None:
        """Write what happened, in words."""
        match event:
            case Logged(severity, message, model, gpu):
                self.write(severity, f"{_label(model, gpu)} {message}" if model else message)
            case Warned(message, model, gpu):
                self.write("warning", f"{_label(model, gpu)} {message}" if model else message)
            case PreflightDone(checks):
                for check in checks:
                    level = {"pass": "info", "warn": "warning", "fail": "error"}[check["state"]]
                    self.write(level, f"check {check['name']}: {check['message']}")
            case Busy(model, text=text, gpu=gpu):
                self.write("info", f"{_label(model, gpu)} {text}")
            case PlanMade(plan):
                for planned in plan["models"]:
                    reasons = "; ".join(
                        f"{item['what']} = {item['choice']} ({item['reason']})" for item in planned["decisions"]
                    )
                    self.write("info", f"plan: {planned['model']}: {reasons}")
                self.write("info", f"plan: up to {plan['jobs']['choice']} at once ({plan['jobs']['reason']})")
            case Hello(pid, program, version):
                self.write("debug", f"process {pid}: {program} {version}")
            case ModelStarted(model, number, total, backend, gpu):
                self.write("info", f"{_label(model, gpu)} model {number} of {total}: building with {backend}")
            case Phase(model, title, gpu):
                self.write("debug", f"{_label(model, gpu)} {title}")
            case ModelFinished(model, outcome, seconds, file, size, message, gpu, _):
                what = [f"{file}, {size} bytes, {seconds:.1f} s"] if file else []
                self.write("info", f"{_label(model, gpu)} {outcome}: {'; '.join([*what, *filter(None, [message])])}")
            case Progress() | Heartbeat() | Result():
                pass
            case _:
                self.write("debug", event.to_line().rstrip())

    def close(self, result: Result) -> None:
        """Write how the run ended and close the file."""
        self.write("info" if result.code == 0 else "error", result.detail)
        if result.hint:
            self.write("info", f"hint: {result.hint}")
        self._write_text(f"RESULT code={result.code} name={result.label}\n")
        if self._stream is not None:
            self._give_up(self._stream)

"""What a run shows: a live display on a terminal, plain lines in a pipe, or events alone with `--progress jsonl`."""

from __future__ import annotations

import contextlib
import math
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from builder.base.addresses import mask_addresses
from builder.base.events import (
    Busy,
    Downloading,
    Event,
    ModelFinished,
    ModelStarted,
    Phase,
    PlanMade,
    PreflightDone,
    Progress,
    Result,
    Warned,
)
from builder.base.names import printable
from builder.base.terminal import Stream, print_result
from builder.operating_system import is_terminal

if TYPE_CHECKING:
    from rich.progress import TaskID


_SECONDS_BETWEEN_WAITS = 30.0


class Console(Protocol):
    """One way to show a run."""

    def show(self, event: Event) -> None:
        """Show what happened."""

    def close(self) -> None:
        """Leave the terminal as it was; may be called twice."""


def seconds_text(seconds: float) -> str:
    """A duration for people: `0.8 s`, `42 s`, `3 min 20 s`, `1 h 5 min`."""
    if seconds < 9.95:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return f"{minutes} min {rest} s"
    return f"{minutes // 60} h {minutes % 60} min"


def time_left_text(seconds: float | None) -> str:
    """A time left that promises no more than is known."""
    if seconds is None:
        return ""
    if seconds < 5:
        return "a few seconds left"
    if seconds < 60:
        return f"about {round(seconds / 5) * 5} seconds left"
    minutes = round(seconds / 60)
    return f"about {minutes} minute{'s' if minutes != 1 else ''} left"


def size_text(size: int) -> str:
    """A file size for people, in the megabytes (10^6 bytes) that file managers show."""
    return f"{size / 1e6:.1f} MB" if size >= 100_000 else f"{size / 1e3:.1f} kB"


def _plan_text(event: PlanMade) -> str:
    models = event.plan["models"]
    app = event.plan["app"]
    build = [planned for planned in models if planned["action"] == "build"]
    fetched = [planned["download_mib"] for planned in build if planned["source"] == "download"]
    head = f"{app['name']} {app['version']}: {len(build) - len(fetched)} of {len(models)} engines to build"
    if fetched:
        head += f", {len(fetched)} to download ({sum(fetched):.1f} MiB)"
    removed = ", ".join(dict.fromkeys(engine["model"] for engine in event.plan["engines_to_remove"]))
    removal = [f"  to be removed, as nothing needs it any longer: {removed}"] if removed else []
    wheres = dict.fromkeys(
        (planned["backend"], planned["gpu"] or "every supported GPU", ", ".join(planned["targets"]))
        for planned in build
    )
    return "\n".join(
        [
            head,
            *(f"  with {backend} for {gpu}{f' ({targets})' if targets else ''}" for backend, gpu, targets in wheres),
            *removal,
        ]
    )


_STARTING = {
    "build": "Starting the builder",
    "download": "Starting the download",
    "check": "Starting the check of its results",
}


def _label(model: str, gpu: str | None) -> str:
    return f"{model} for {gpu}" if gpu else model


def _preflight_lines(checks: tuple[dict[str, str], ...]) -> list[str]:
    """The warnings; what failed is in the result."""
    lines = []
    for check in checks:
        if check["state"] == "warn":
            lines.append(f"warning: {check['message']}.")
            lines += [f"hint: {line}" for line in check["hint"].splitlines()]
    return lines


def _busy_text(event: Busy) -> str:
    if event.seconds_left is not None:
        return f"Waiting up to {seconds_text(event.seconds_left)} because {event.text}"
    return f"{_label(event.model, event.gpu)}: {event.text}"


def _finished_text(event: ModelFinished) -> str:
    label = _label(event.model, event.gpu)
    match event.outcome:
        case "built":
            note = f"; {event.message}" if event.message else ""
            return f"{label}: built in {seconds_text(event.seconds)}, {size_text(event.size or 0)}{note}"
        case "downloaded":
            took = f"{seconds_text(event.seconds)}, {size_text(event.size or 0)}"
            return f"{label}: downloaded in {took} {event.message}"
        case "kept":
            return f"{label}: kept, {event.message}"
        case "skipped":
            return f"{label}: skipped, {event.message}"
        case outcome:
            # The result tells why, once.
            return f"{label}: {outcome}"


class PlainConsole:
    """One line for each thing worth knowing; for pipes and files."""

    def __init__(self) -> None:
        self._out = Stream(sys.stdout)
        self._err = Stream(sys.stderr)

        self._waiting_said = math.inf

    def print(self, text: str) -> None:
        """Print what a command was asked for.

        Raises:
            EngineInstallerError: it cannot be written, although there is a reader.
        """
        self._out.line(text)
        self._out.check_written()

    def show(self, event: Event) -> None:
        match event:
            case PlanMade():
                self._out.line(_plan_text(event))
            case ModelStarted(model, number, total, _, gpu, source):
                self._out.line(f"[{number}/{total}] {_label(model, gpu)}: {source}ing")
            case ModelFinished():
                self._out.line(_finished_text(event))
            case PreflightDone(checks):
                for line in _preflight_lines(checks):
                    self._err.line(line)
            case Busy(seconds_left=seconds_left) if event.verdict != "idle":
                if seconds_left is None or self._waiting_said - seconds_left >= _SECONDS_BETWEEN_WAITS:
                    self._err.line(_busy_text(event))
                    self._waiting_said = math.inf if seconds_left is None else seconds_left
            case Downloading(file, received=0, size=size, model=None):
                self._out.line(f"downloading {file}, {size_text(size)}")
            case Warned(message, model, gpu):
                self._err.line(f"warning: {f'{_label(model, gpu)}: ' if model else ''}{message}")

    def close(self) -> None:
        pass


class JsonLinesConsole:
    """Every event as a line of JSON on standard output, and nothing else there."""

    def __init__(self) -> None:
        self._out = Stream(sys.stdout)
        if sys.stdout is not None and hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")

    def show(self, event: Event) -> None:
        self._out.line(event.to_line().rstrip("\n"))

    def close(self) -> None:
        pass


class LiveConsole:
    """A display on a terminal: a line for each running build, one for the whole, finished models above them."""

    def __init__(self) -> None:
        from rich.console import Console as RichConsole
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn
        from rich.table import Column

        # The overall bar is driven by events; the spinner only shows that the display lives.
        self._progress = Progress(
            SpinnerColumn("line"),
            TextColumn(
                "{task.description}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis", ratio=2)
            ),
            BarColumn(bar_width=20),
            TextColumn(
                "{task.fields[note]}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis", ratio=2)
            ),
            console=RichConsole(highlight=False, emoji=False, markup=False),
            transient=True,
            expand=True,
        )
        self._tasks: dict[tuple[str, str | None], TaskID] = {}
        self._overall: TaskID | None = None
        self._lives = True
        sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
        self._progress.start()

    def show(self, event: Event) -> None:
        if not self._lives:
            return
        try:
            self._show(event)
        except OSError:  # the terminal was closed
            self.close()

    def _show(self, event: Event) -> None:
        match event:
            case PlanMade():
                self._print(_plan_text(event))
            case PreflightDone(checks):
                for line in _preflight_lines(checks):
                    self._print(line)
            case ModelStarted(model, number, total, _, gpu, source):
                if self._overall is None:
                    self._overall = self._progress.add_task("All models", total=1.0, note="")
                self._tasks[model, gpu] = self._progress.add_task(
                    f"Model {number} of {total}: {_label(model, gpu)}",
                    total=None,
                    note=_STARTING[source],
                )
            case Phase(model, title, gpu) if (model, gpu) in self._tasks:
                self._progress.update(self._tasks[model, gpu], note=title)
            case ModelFinished(model, gpu=gpu):
                if (model, gpu) in self._tasks:
                    self._progress.remove_task(self._tasks.pop((model, gpu)))
                self._print(_finished_text(event))
            case Busy(model, gpu=gpu) if (model, gpu) in self._tasks and event.seconds_left is not None:
                self._progress.update(self._tasks[model, gpu], note=_busy_text(event))
            case Busy() if event.verdict != "idle":
                self._print(_busy_text(event))
            case Downloading():
                self._show_download(event)
            case Warned(message, model, gpu):
                self._print(f"warning: {f'{_label(model, gpu)}: ' if model else ''}{message}")
            case Progress(fraction, elapsed, left) if self._overall is not None:
                note = ", ".join(filter(None, [f"{seconds_text(elapsed)} elapsed", time_left_text(left)]))
                self._progress.update(self._overall, completed=fraction, note=note)

    def _show_download(self, event: Downloading) -> None:
        file, received, size = event.file, event.received, event.size
        note = f"{size_text(received)} of {size_text(size)}"
        if event.model:
            # It has a line already, which goes when its engine is verified.
            if (task := self._tasks.get((event.model, event.gpu))) is not None:
                self._progress.update(task, note=f"Downloading {note}")
            return
        key = (file, None)
        if key not in self._tasks:
            self._tasks[key] = self._progress.add_task(f"Downloading {file}", total=size, note="")
        self._progress.update(self._tasks[key], completed=received, note=note)
        if received == size:
            self._progress.remove_task(self._tasks.pop(key))

    def _print(self, text: str) -> None:
        self._progress.console.print(mask_addresses(printable(text)), soft_wrap=True)

    def close(self) -> None:
        self._lives = False
        with contextlib.suppress(OSError):
            self._progress.stop()


def make_console(*, json_lines: bool) -> Console:
    """The console that fits where standard output goes."""
    if json_lines:
        return JsonLinesConsole()
    if is_terminal(sys.stdout) and os.environ.get("TERM") != "dumb":
        return LiveConsole()
    return PlainConsole()


def show_result(result: Result, *, json_lines: bool, log_path: Path | None = None) -> None:
    """Show how a run ended."""
    if json_lines:
        JsonLinesConsole().show(result)
    else:
        print_result(result, log_path)

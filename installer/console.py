"""What a run shows: a live display on a terminal, plain lines in a pipe, or events alone with `--progress jsonl`."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TextIO

from builder.protocol import Event, ModelFinished, ModelStarted, Phase, PlanMade, Progress, Result, Warned
from installer.texts import printable

if TYPE_CHECKING:
    from rich.progress import TaskID


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
    head = f"{app['name']} {app['version']}: {len(build)} of {len(models)} engines to build"
    if not build:
        return head
    wheres = {
        (planned["backend"], planned["gpu"] or "every supported GPU", ", ".join(planned["targets"]))
        for planned in build
    }
    return "\n".join(
        [head, *(f"  with {backend} for {gpu}{f' ({targets})' if targets else ''}" for backend, gpu, targets in wheres)]
    )


def _finished_text(event: ModelFinished) -> str:
    match event.outcome:
        case "built":
            return f"{event.model}: built in {seconds_text(event.seconds)}, {size_text(event.size or 0)}"
        case "kept":
            return f"{event.model}: kept, {event.message}"
        case "skipped":
            return f"{event.model}: skipped, {event.message}"
        case outcome:
            # The result tells why, once.
            return f"{event.model}: {outcome}"


class _Stream:
    """A standard stream that may be missing (a windowed program) or lose its reader (a closed pipe)."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")

    def line(self, text: str) -> None:
        if self._stream is None:
            return
        try:
            self._stream.write(printable(text) + "\n")
            self._stream.flush()
        except OSError:
            # The reader is gone. The installation is worth finishing, and the log has everything.
            self._abandon(self._stream)

    def _abandon(self, stream: TextIO) -> None:
        self._stream = None
        try:
            # Otherwise the interpreter would meet the same error when it flushes at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        except (OSError, ValueError):
            return


def print_result(result: Result, log_path: Path | None) -> None:
    """Print how a run ended: success on standard output, everything else on standard error."""
    if result.code == 0:
        _Stream(sys.stdout).line(result.detail)
        return
    stream = _Stream(sys.stderr)
    label = "cancelled" if result.label == "cancelled" else "error"
    stream.line(f"{label}: {result.detail}")
    for line in result.hint.splitlines():
        stream.line(f"hint: {line}")
    if log_path is not None:
        stream.line(f"log: {log_path}")


class PlainConsole:
    """One line for each thing worth knowing; for pipes and files."""

    def __init__(self) -> None:
        self._out = _Stream(sys.stdout)
        self._err = _Stream(sys.stderr)

    def print(self, text: str) -> None:
        """Print what a command was asked for."""
        self._out.line(text)

    def show(self, event: Event) -> None:
        match event:
            case PlanMade():
                self._out.line(_plan_text(event))
            case ModelStarted(model, number, total, _):
                self._out.line(f"[{number}/{total}] {model}: building")
            case ModelFinished():
                self._out.line(_finished_text(event))
            case Warned(message, model):
                self._err.line(f"warning: {f'{model}: ' if model else ''}{message}")

    def close(self) -> None:
        pass


class JsonLinesConsole:
    """Every event as a line of JSON on standard output, and nothing else there."""

    def __init__(self) -> None:
        self._out = _Stream(sys.stdout)
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
            TextColumn("{task.description}", table_column=Column(no_wrap=True, overflow="ellipsis", ratio=2)),
            BarColumn(bar_width=20),
            TextColumn("{task.fields[note]}", table_column=Column(no_wrap=True, overflow="ellipsis", ratio=2)),
            console=RichConsole(highlight=False, emoji=False, markup=False),
            transient=True,
            expand=True,
        )
        self._tasks: dict[str, TaskID] = {}
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
        from rich.markup import escape

        match event:
            case PlanMade():
                self._print(_plan_text(event))
            case ModelStarted(model, number, total, _):
                if self._overall is None:
                    self._overall = self._progress.add_task("All models", total=1.0, note="")
                self._tasks[model] = self._progress.add_task(
                    escape(f"Model {number} of {total}: {model}"), total=None, note="Starting the builder"
                )
            case Phase(model, title) if model in self._tasks:
                self._progress.update(self._tasks[model], note=escape(title))
            case ModelFinished(model):
                if model in self._tasks:
                    self._progress.remove_task(self._tasks.pop(model))
                self._print(_finished_text(event))
            case Warned(message, model):
                self._print(f"warning: {f'{model}: ' if model else ''}{message}")
            case Progress(fraction, elapsed, left) if self._overall is not None:
                note = ", ".join(filter(None, [f"{seconds_text(elapsed)} elapsed", time_left_text(left)]))
                self._progress.update(self._overall, completed=fraction, note=note)

    def _print(self, text: str) -> None:
        self._progress.console.print(printable(text), soft_wrap=True)

    def close(self) -> None:
        self._lives = False
        with contextlib.suppress(OSError):
            self._progress.stop()


def make_console(*, json_lines: bool) -> Console:
    """The console that fits where standard output goes."""
    if json_lines:
        return JsonLinesConsole()
    if sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        return LiveConsole()
    return PlainConsole()

"""How far a check is: one line that lives on a terminal, plain lines elsewhere. It goes to standard error."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from typing import TextIO

from builder.base.events import Event, Progress
from builder.base.names import printable
from builder.base.quantities import Bytes, Duration
from builder.base.terminal import Stream
from builder.operating_system import is_terminal
from builder.vendor.checking.building import CellDone
from builder.vendor.checking.text_report import IN_WORDS

_CLEAR = "\r\x1b[K"


def is_live(stream: TextIO) -> bool:
    """Whether a line can be written over again."""
    return is_terminal(stream) and os.environ.get("TERM") != "dumb"


@dataclass(slots=True)
class ProgressLine:
    """Shows what happens.

    Attributes:
        stream: where.
        total: how many cells there are; those that are not built at all are taken from it as they come.
    """

    stream: TextIO
    total: int
    _done: int = 0
    _without: int = 0
    _left: float | None = None
    _percent: int = 0
    _shown: str = ""
    _told: set[tuple[str, str]] = field(default_factory=set)
    _lines: Stream = field(init=False)

    def __post_init__(self) -> None:
        self._lines = Stream(self.stream)

    def hear(self, happened: Event | CellDone) -> None:
        """Show one thing."""
        if isinstance(happened, Progress):
            self._left, self._percent = happened.seconds_left, round(100 * happened.fraction)
        elif isinstance(happened, CellDone) and happened.cell.note:
            self.total -= 1
        elif isinstance(happened, CellDone):
            self._done += 1
            self._without += happened.cell.state in ("refused", "failed")
            if not is_live(self.stream):
                self._lines.line(f"[{self._done}/{self.total}] {self._cell_line(happened)}")
        if is_live(self.stream):
            self._rewrite()

    def end(self) -> None:
        """Leave the terminal as it was."""
        if self._shown:
            self.stream.write(_CLEAR)
            self.stream.flush()

    def _rewrite(self) -> None:
        refused = f", {self._without} refused" if self._without else ""
        left = f", about {Duration(self._left)} left" if self._left else ""
        text = f"{self._done} of {self.total} ({self._percent}%){refused}{left}"
        if text != self._shown:
            self._shown = text
            self.stream.write(_CLEAR + text[: shutil.get_terminal_size().columns - 1])
            self.stream.flush()

    def _cell_line(self, done: CellDone) -> str:
        cell = done.cell
        if cell.refusal is None:
            what = f"builds, {Bytes(cell.size or 0)}, {cell.seconds:.1f} s"
        elif (done.model, cell.refusal.message) in self._told:
            what = f"{IN_WORDS[cell.state]} as well"
        else:
            self._told.add((done.model, cell.refusal.message))
            what = f"{IN_WORDS[cell.state]}: {cell.refusal.message.splitlines()[0]}"
        return printable(f"{done.model} for {cell.column}: {what}")

"""Windows' programs on a screen of this side, used as tools/walkthrough uses a window of Linux."""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import Any

from tests.windows.running import PYTHON, Windows
from tools.walkthrough.desktop import START_SECONDS, Control, Desktop, NeverHappened, wait_for
from tools.walkthrough.wizard import Wizard

_MOST_SECONDS = 600
_ANSWER_SECONDS = 60.0
_PATIENCE_SECONDS = 240.0
"""Wine needs more of a busy computer than Linux does, and to build engines is a part of what it is asked for."""


@dataclass
class Program:
    """A program of Windows, as a process of Python's subprocess.

    Attributes:
        server: where it connects, to be asked what its windows show.
        pid: nobody needs it.
        returncode: as Windows gives it, of 32 bits; None while it runs.
    """

    windows: Windows
    exchanged: Path
    server: socket.socket
    pid: int = 0
    returncode: int | None = None
    _connection: socket.socket | None = None

    def poll(self) -> int | None:
        if self.returncode is None and self.exchanged.with_suffix(".answer").exists():
            self.returncode = self.windows.wait_for(self.exchanged).code
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        assert timeout is not None
        with contextlib.suppress(NeverHappened):
            wait_for(self.poll, timeout, str)
        if self.returncode is None:
            raise subprocess.TimeoutExpired(str(self.exchanged), timeout)
        return self.returncode

    def shown(self) -> list[dict[str, Any]]:
        """What its windows show; nothing before it has some, and when it ends."""
        if self._connection is None:
            try:
                self._connection, _ = self.server.accept()
            except BlockingIOError:
                return []
            self._connection.settimeout(_ANSWER_SECONDS)
        with contextlib.suppress(ConnectionError):
            self._connection.sendall(b"\n")
            with self._connection.makefile(encoding="utf-8") as answers:
                found: list[dict[str, Any]] = json.loads(answers.readline() or "[]")
                return found
        return []

    def close(self) -> None:
        """End it, if it still runs."""
        if self._connection:
            self._connection.close()
        if self.poll() is None:
            self.windows.scene("end")
        self.wait(START_SECONDS)


@dataclass
class Screen(Desktop):
    """A desktop that shows windows of Windows.

    Attributes:
        windows: what runs there; it was started with this desktop's DISPLAY.
        program: the one that is used now.
    """

    windows: Windows | None = None
    program: Program | None = None

    def controls(self, _pid: int) -> list[Control]:
        assert self.program
        return [Control.of(said, 1.0) for said in self.program.shown()]


@contextlib.contextmanager
def started(screen: Screen, arguments: Sequence[str | PureWindowsPath], **more: Any) -> Iterator[Wizard]:
    """Start the program from source in its window; it is stopped in the end, if it still runs.

    Args:
        screen: where its window is shown.
        arguments: its command line.
        more: see `Windows.start`.
    """
    windows = screen.windows
    assert windows
    with socket.create_server(("127.0.0.1", 0), backlog=1) as server:
        server.setblocking(False)
        reader = [PYTHON, "-X", "utf8", r"Z:\session\tools\reader.py", str(server.getsockname()[1])]
        exchanged = windows.start([*reader, *arguments], seconds=_MOST_SECONDS, **more)
        with contextlib.closing(Program(windows, exchanged, server)) as screen.program:
            yield Wizard(screen, screen.program, exchanged.with_suffix(".out"), _PATIENCE_SECONDS)

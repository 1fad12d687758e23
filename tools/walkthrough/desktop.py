"""A screen without a monitor, with a window manager, a mouse, a keyboard and a screen reader.

Nothing of it touches the user's own session: X server, buses and home are its own and end with it.
"""

from __future__ import annotations

import json
import os
import shutil
import struct
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from PySide6.QtGui import QImage

READER = Path(__file__).with_name("reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"
"""Debian's bindings of AT-SPI are for this one."""

START_SECONDS = 30.0
LOOK_SECONDS = 0.03
"""Between two looks at what nothing announces."""

_XWD_HEADER = struct.Struct(">25I")

Found = TypeVar("Found")


class NeverHappened(AssertionError):
    """Something that was waited for did not come in time."""


def wait_for(look: Callable[[], Found | None], within: float, what: Callable[[], str]) -> Found:
    """Look until there is something, at most for so many seconds; `what` says what is missing then.

    Raises:
        NeverHappened: it did not come.
    """
    deadline = time.monotonic() + within
    while True:
        found = look()
        if found is not None and found is not False:
            return found
        if time.monotonic() > deadline:
            raise NeverHappened(what())
        time.sleep(LOOK_SECONDS)


@dataclass(frozen=True, slots=True)
class Control:
    """Something on the screen, as a screen reader knows it.

    Attributes:
        role: such as `button`, `label`, `check box`.
        name: what it is called; of a label its text.
        description: what is said after the name.
        states: such as `enabled`, `focused`, `checked`.
        place: left, top, width and height on the screen, in its pixels.
        value: of a bar.
        text: of a field.
        depth: how many controls it is inside of; a window has 0.
    """

    role: str
    name: str
    description: str
    states: frozenset[str]
    place: tuple[int, int, int, int]
    value: float | None = None
    text: str | None = None
    depth: int = 0

    @property
    def middle(self) -> tuple[int, int]:
        left, top, width, height = self.place
        return left + width // 2, top + height // 2

    @property
    def is_usable(self) -> bool:
        return {"showing", "enabled", "sensitive"} <= self.states

    def is_inside(self, place: tuple[int, int, int, int]) -> bool:
        """Whether all of it is in this rectangle."""
        (left, top, width, height), (x, y, wide, high) = self.place, place
        return x <= left and y <= top and left + width <= x + wide and top + height <= y + high

    @classmethod
    def of(cls, said: dict[str, Any], scale: float) -> Control:
        """Make one of the reader's answer, in which places are in units of the program, which are `scale` pixels."""
        left, top, width, height = (round(part * scale) for part in said["place"])
        # Newer versions of AT-SPI call it a button, too.
        role = {"push button": "button"}.get(said["role"], said["role"])
        return cls(
            role=role,
            name=said["name"],
            description=said["description"],
            states=frozenset(said["states"]),
            place=(left, top, width, height),
            value=said["value"],
            text=said["text"],
            depth=said["depth"],
        )


@dataclass
class Desktop:
    """A desktop of some size; use it in a `with`.

    Attributes:
        width, height: of the screen, in pixels.
        scale: how much larger than usual programs draw, as a user of a laptop chooses.
        environment: what programs on it need in theirs.
    """

    width: int = 1280
    height: int = 800
    scale: float = 1.0
    environment: dict[str, str] = field(default_factory=dict)
    _parts: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> Self:
        with ExitStack() as parts:
            self._folder = Path(parts.enter_context(tempfile.TemporaryDirectory(prefix="desktop-")))
            self._log = parts.enter_context((self._folder / "log").open("wb"))
            home = self._folder / "home"
            home.mkdir()
            kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "DBUS_"))}
            self._own = kept | {"HOME": str(home), "XDG_RUNTIME_DIR": str(home)}
            self._start_screen(parts)
            self._start_bus(parts)
            self._start_window_manager(parts)
            self._start_reader(parts)
            self._parts = parts.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._parts.close()

    @property
    def place(self) -> tuple[int, int, int, int]:
        return 0, 0, self.width, self.height

    def _start(self, parts: ExitStack, *command: str, **options: Any) -> subprocess.Popen[bytes]:
        places: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stdout": self._log, "stderr": self._log} | options
        # A group of its own: Ctrl+C in a terminal is for the walkthrough, which then ends these in their order.
        process: subprocess.Popen[bytes] = subprocess.Popen(
            command, env=self._own, start_new_session=True, cwd=self._folder, **places
        )
        parts.enter_context(_ended(process))
        return process

    def _start_telling(self, parts: ExitStack, *command: str) -> str:
        """Start a program that tells a line through a pipe, whose number replaces `{}` in its command."""
        reader, writer = os.pipe()
        told = parts.enter_context(os.fdopen(reader, encoding="ascii"))
        try:
            self._start(parts, *(word.format(writer) for word in command), pass_fds=[writer])
        finally:
            os.close(writer)
        line = told.readline().strip()
        if not line:
            raise NeverHappened(f"{command[0]} did not start:\n{self.log}")
        return line

    def _start_screen(self, parts: ExitStack) -> None:
        screen = f"{self.width}x{self.height}x24"
        display = self._start_telling(
            parts, "Xvfb", "-displayfd", "{}", "-screen", "0", screen, "-fbdir", str(self._folder), "-nolisten", "tcp",
            "-noreset",
        )  # fmt: skip
        self.environment = {
            "DISPLAY": f":{display}",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_SCALE_FACTOR": str(self.scale),
        }
        self._own |= {"DISPLAY": f":{display}"}

    def _start_bus(self, parts: ExitStack) -> None:
        address = self._start_telling(parts, "dbus-daemon", "--session", "--nofork", "--print-address={}")
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._own["DBUS_SESSION_BUS_ADDRESS"] = address

    def _start_window_manager(self, parts: ExitStack) -> None:
        ready = self._folder / "ready"
        self._start(parts, "openbox", "--sm-disable", "--startup", f"touch {ready}")
        wait_for(lambda: ready.exists() or None, START_SECONDS, lambda: f"openbox did not start:\n{self.log}")

    def _start_reader(self, parts: ExitStack) -> None:
        # Without -E it would look for modules where tests have theirs.
        command = [SYSTEM_PYTHON, "-E", "-s", str(READER)]
        self._reader = self._start(parts, *command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._answer()

    @property
    def log(self) -> str:
        """What the parts of this desktop complained about."""
        return (self._folder / "log").read_text(encoding="utf-8", errors="replace")

    # The screen reader.

    def _answer(self) -> Any:
        assert self._reader.stdout is not None
        line = self._reader.stdout.readline()
        if not line:
            raise NeverHappened(f"The screen reader has ended:\n{self.log}")
        return json.loads(line)

    def _ask(self, **question: object) -> Any:
        assert self._reader.stdin is not None
        self._reader.stdin.write(json.dumps(question).encode() + b"\n")
        self._reader.stdin.flush()
        return self._answer()

    def controls(self, pid: int) -> list[Control]:
        """Everything that the windows of a process show, in the order in which it is read aloud."""
        return [Control.of(said, self.scale) for said in self._ask(ask="controls", pid=pid)]

    def heard(self) -> list[tuple[str, str]]:
        """What happened since the last question: the event of AT-SPI, and what was said or what it happened to."""
        return [(said["event"], said["said"]) for said in self._ask(ask="heard")]

    # Hands.

    def _hands(self, *words: str | float) -> None:
        hands = shutil.which("xdotool") or "xdotool"
        subprocess.run([hands, *map(str, words)], env=self._own, check=True, timeout=START_SECONDS)

    def click(self, point: tuple[int, int], *, times: int = 1, gap_ms: int = 120) -> None:
        """Click with the left button; several times with so many milliseconds between two."""
        self._hands("mousemove", *point, "click", "--repeat", times, "--delay", gap_ms, 1)

    def click_both(self, one: tuple[int, int], other: tuple[int, int], *, gap_ms: int) -> None:
        """Click here and, so many milliseconds later, there."""
        self._hands("mousemove", *one, "click", 1, "sleep", gap_ms / 1000, "mousemove", *other, "click", 1)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, such as `Tab`, `alt+i`."""
        self._hands("key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        """Type a text into what has the focus."""
        self._hands("type", "--delay", 8, text)

    # Eyes.

    def picture(self) -> QImage:
        """What the screen shows now."""
        data = (self._folder / "Xvfb_screen0").read_bytes()
        head = _XWD_HEADER.unpack_from(data)
        size, width, height, line_bytes, colors = head[0], head[4], head[5], head[12], head[19]
        pixels = data[size + 12 * colors :]
        return QImage(pixels, width, height, line_bytes, QImage.Format.Format_RGB32).copy()


@contextmanager
def _ended(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """Ends a process, and waits for its end."""
    try:
        yield
    finally:
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()
        process.terminate()
        try:
            process.wait(START_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

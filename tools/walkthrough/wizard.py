"""The program in its window, used as people use it: by what they read, with the mouse or the keyboard."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from tools.walkthrough.desktop import Control, Desktop, NeverHappened, wait_for

ROOT = Path(__file__).resolve().parent.parent.parent

WITHIN_SECONDS = 60.0
"""Enough for everything that is waited for here, on a busy computer."""

QUIET_SECONDS = 0.6
"""How long a page has been open when its buttons listen: they ignore the second click of a double click on the page
before."""

Name = str | re.Pattern[str]


class Process(Protocol):
    """What a window needs to know of its program; `subprocess.Popen` has it."""

    @property
    def pid(self) -> int: ...

    @property
    def returncode(self) -> int | Any: ...

    def poll(self) -> int | None: ...

    def wait(self, timeout: float | None = None) -> int: ...


def _matches(control: Control, role: str, name: Name) -> bool:
    said = control.name.replace("&", "")
    return control.role == role and (bool(name.search(said)) if isinstance(name, re.Pattern) else said == name)


@dataclass
class Wizard:
    """A running program and its window.

    Attributes:
        desktop: where it is shown.
        process: the program.
        output: what it writes.
        patience: how many seconds something may take to come.
    """

    desktop: Desktop
    process: Process
    output: Path
    patience: float = WITHIN_SECONDS
    _page: tuple[str, ...] = ()
    _page_since: float = field(default_factory=time.monotonic)

    # Reading.

    def controls(self) -> list[Control]:
        """Everything that it shows, in reading order."""
        controls = self.desktop.controls(self.process.pid)
        page = tuple(control.name for control in controls if control.role == "button")
        if page != self._page:
            self._page, self._page_since = page, time.monotonic()
        return controls

    def find(self, role: str, name: Name) -> Control | None:
        """A control that is shown now; the last one, because a question lies over the page."""
        return next((control for control in reversed(self.controls()) if _matches(control, role, name)), None)

    def wait(
        self, role: str, name: Name, until: Callable[[Control], bool] | None = None, within: float | None = None
    ) -> Control:
        """Wait until there is such a control."""

        def look() -> Control | None:
            found = self.find(role, name)
            if found is None and self.process.poll() is not None:
                raise NeverHappened(f"It ended with {self.process.returncode} before {self._sought(role, name)}")
            return found if found and (until is None or until(found)) else None

        return wait_for(look, within or self.patience, lambda: self._sought(role, name))

    def wait_for_text(self, text: Name, within: float | None = None) -> Control:
        """Wait until a label says this."""
        return self.wait("label", text, within=within)

    def wait_until_gone(self, role: str, name: Name) -> None:
        """Wait until there is no such control."""
        wait_for(lambda: self.find(role, name) is None, self.patience, lambda: f"{role} {name!r} stays:\n{self.told()}")

    def told(self) -> str:
        """Everything that it shows, a line each, for people who look for a fault."""
        lines = (f"{'  ' * one.depth}{one.role} {one.name!r} {one.place}" for one in self.controls())
        return "\n".join(lines) + "\n" + self.output.read_text(encoding="utf-8", errors="replace")

    def _sought(self, role: str, name: Name) -> str:
        return f"{role} {name!r} is not shown:\n{self.told()}"

    @property
    def window(self) -> Control:
        """The window itself."""
        return wait_for(
            lambda: next((one for one in self.controls() if one.depth == 0), None), self.patience, lambda: "no window"
        )

    @property
    def focused(self) -> Control | None:
        """What has the keyboard."""
        controls = [one for one in self.controls() if "focused" in one.states and one.depth > 0]
        return controls[-1] if controls else None

    # Doing.

    def click(self, name: Name, role: str = "button", *, times: int = 1) -> None:
        """Click on something with the mouse, as soon as it listens and stays where it is."""
        self.desktop.click(self.resting(name, role).middle, times=times)

    def resting(self, name: Name, role: str = "button") -> Control:
        """A control that can be used, when it has not moved between two looks and the page is not new."""
        seen: list[Control] = []

        def look() -> Control | None:
            found = self.find(role, name)
            if self.process.poll() is not None:
                raise NeverHappened(f"It ended with {self.process.returncode} before {self._sought(role, name)}")
            if found is None or not found.is_usable:
                return None
            seen.append(found)
            rests = len(seen) > 1 and seen[-2].place == found.place
            return found if rests and time.monotonic() - self._page_since > QUIET_SECONDS else None

        return wait_for(look, self.patience, lambda: self._sought(role, name))

    def press(self, *keys: str) -> None:
        """Press keys, when the page is not new."""
        wait_for(
            lambda: (bool(self.controls()) and time.monotonic() - self._page_since > QUIET_SECONDS) or None,
            self.patience,
            self.told,
        )
        self.desktop.press(*keys)

    def tab_to(self, role: str, name: Name, *, most: int = 40) -> Control:
        """Press Tab until something has the keyboard."""
        for _ in range(most):
            before = self.focused
            if before and _matches(before, role, name):
                return before
            self.press("Tab")
            with suppress(NeverHappened):
                wait_for(partial(self._has_left, before), 2, str)
        raise NeverHappened(f"Tab never reaches {role} {name!r}:\n{self.told()}")

    def _has_left(self, before: Control | None) -> bool:
        return self.focused != before

    def wait_for_end(self) -> int:
        """Wait until the program has ended; returns its exit status."""
        try:
            return self.process.wait(self.patience)
        except subprocess.TimeoutExpired:
            raise NeverHappened(f"It goes on:\n{self.told()}") from None

    @property
    def is_painted(self) -> bool:
        """Whether its window shows more than one color."""
        left, top, width, height = self.window.place
        picture = self.desktop.picture()
        steps = ((left + x * width // 40, top + y * height // 40) for x in range(1, 40) for y in range(1, 40))
        return len({picture.pixel(x, y) for x, y in steps if picture.valid(x, y)}) > 2


@contextmanager
def started(
    desktop: Desktop, arguments: Sequence[str | Path], home: Path, environment: Mapping[str, str] | None = None
) -> Iterator[Wizard]:
    """Start the program as a desktop does, without a terminal; it is stopped in the end, if it still runs.

    Args:
        desktop: where its window is shown.
        arguments: its command line.
        home: of its user; gets what it writes as `output`.
        environment: more for its environment, such as the computer that it finds itself on.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "PYTHON", "DBUS_"))}
    own = kept | {"HOME": str(home), "PYTHONPATH": ""} | desktop.environment | dict(environment or {})
    own["PYTHONPATH"] = os.pathsep.join([str(ROOT), *filter(None, [own["PYTHONPATH"]])])
    output = home / "output"
    with output.open("ab") as writer:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "installer", *map(str, arguments)],
            env=own,
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=writer,
            stderr=writer,
        )
    try:
        yield Wizard(desktop, process, output)
    finally:
        process.terminate()
        try:
            process.wait(WITHIN_SECONDS)
        finally:
            process.kill()
            process.wait()

"""Programs on the stand-in for Windows, as tests run them."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path, PureWindowsPath
from typing import Any

from tests.windows.inside import StandIn
from tests.windows.stand_in import ROOT

PYTHON = r"Z:\windows\python\python.exe"
SOURCE = r"Z:\session\source"
DEMO = rf"{SOURCE}\assets"
SMALL = r"C:\packages\small"
MENUS = {
    "--current-user": r"C:\users\root\AppData\Roaming\Microsoft\Windows\Start Menu\Programs",
    "--all-users": r"C:\ProgramData\Microsoft\Windows\Start Menu\Programs",
}
"""Of the Start menu, by the option for whom an application is installed."""
_TOOLS = ROOT / "tests/windows"
_STARTED_SECONDS = 120
_LOOKS = {"programs", "registered", "settle", "end"}
"""Scenes that the runner shows itself: to start a process takes seconds there."""


@dataclass(frozen=True)
class Ended:
    """How a program ended.

    Attributes:
        code: as Windows gives it, of 32 bits.
        text: what it wrote, to both of its outputs.
    """

    code: int
    text: str
    seconds: float

    @property
    def told(self) -> Any:
        """What it wrote, as JSON."""
        return json.loads(self.text)


@dataclass
class Windows:
    """A running stand-in with a drive C of its own.

    Attributes:
        session: the folder with `prefix`, which holds drive C, `source` and `exchange`.
        process: everything on it runs in its namespace.
        connection: to what runs there and is asked.
    """

    session: Path
    process: subprocess.Popen[bytes]
    connection: socket.socket
    _numbers: Iterator[int] = field(default_factory=count)

    def here(self, path: str | PureWindowsPath) -> Path:
        """Where a path of drive C is for this side."""
        drive, *parts = PureWindowsPath(path).parts
        assert drive.upper() == "C:\\"
        return self.session.joinpath("prefix/drive_c", *parts)

    def run(self, arguments: Sequence[str | PureWindowsPath], **more: Any) -> Ended:
        """Run `engine-installer` from source."""
        return self.execute([PYTHON, "-X", "utf8", "-m", "installer", *arguments], **more)

    def install(self, package: str, target: str, *options: str, **more: Any) -> Ended:
        """Install a package."""
        return self.run(["install", "--quiet", "--package", package, "--target", target, *options], **more)

    def engines(self, target: str) -> dict[str, str]:
        """The engines in a target, and their hashes."""
        files = (self.here(target) / "engines").glob("*.engine")
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}

    def scene(self, name: str, *arguments: str | PureWindowsPath, **more: Any) -> Any:
        """Run a function of scenes.py on the other side; gives what it returned."""
        if name in _LOOKS:
            ended = self.execute(arguments, scene=name, **more)
        else:
            ended = self.execute([PYTHON, "-X", "utf8", r"Z:\session\tools\scenes.py", name, *arguments], **more)
        assert ended.code == 0, ended.text
        return ended.told

    def execute(self, command: Sequence[str | PureWindowsPath], *, seconds: float = 120, **more: Any) -> Ended:
        """Run any program to its end."""
        return self.wait_for(self.start(command, seconds=seconds, **more), seconds)

    def start(
        self,
        command: Sequence[str | PureWindowsPath],
        *,
        folder: str = SOURCE,
        environment: Mapping[str, str] | None = None,
        text: str | None = None,
        seconds: float = 120,
        scene: str | None = None,
    ) -> Path:
        """Start any program; gives what `wait_for` takes.

        Args:
            command: its path and arguments.
            folder: its current one.
            environment: variables beside those that Wine has.
            text: its standard input; None for NUL.
            seconds: it may take so long.
            scene: what the runner is to show instead, with `command` as its arguments.
        """
        asked: dict[str, Any] = {"command": [*map(str, command)], "folder": folder, "input": text, "seconds": seconds}
        asked |= {"environment": dict(environment or {}), "scene": scene}
        exchanged = self.session / "exchange" / str(next(self._numbers))
        exchanged.with_suffix(".request").write_text(json.dumps(asked), "utf-8")
        self.connection.sendall(rf"Z:\session\exchange\{exchanged.name}.request".encode() + b"\n")
        return exchanged

    def wait_for(self, exchanged: Path, seconds: float = 120) -> Ended:
        """Wait until a program has ended that was started before."""
        answer = exchanged.with_suffix(".answer")
        self.wait_until(answer, seconds + 10)
        told = json.loads(answer.read_text("utf-8"))
        text = exchanged.with_suffix(".out").read_text("utf-8", errors="backslashreplace")
        assert told["code"] is not None, text
        return Ended(told["code"] & 0xFFFFFFFF, text.replace("\r\n", "\n"), told["seconds"])

    def wait_until(self, there: Path, seconds: float) -> None:
        """Wait for a file."""
        end = time.monotonic() + seconds
        while not there.exists():
            assert self.process.poll() is None, "the stand-in for Windows has ended"
            assert time.monotonic() < end, f"nothing came of {there.stem} in {seconds:.0f} s"
            time.sleep(0.01)


@contextlib.contextmanager
def running(stand_in: StandIn, display: str = "") -> Iterator[Windows]:
    """Start the stand-in with a fresh drive C; in the end nothing of it is left, also after a failure.

    Args:
        stand_in: it.
        display: the X server on which windows are shown; without one, there are none.
    """
    stand_in.sessions.mkdir(exist_ok=True)
    _remove_abandoned(stand_in.sessions)
    with tempfile.TemporaryDirectory(
        prefix=f"{os.getpid()}-", dir=stand_in.sessions, ignore_cleanup_errors=True
    ) as name:
        session = Path(name)
        _furnish(session, stand_in)
        with contextlib.ExitStack() as open_here:
            server = open_here.enter_context(socket.create_server(("127.0.0.1", 0), backlog=1))
            server.settimeout(_STARTED_SECONDS)
            runner = (r"Z:\session\tools\runner.py", str(server.getsockname()[1]))
            command = stand_in.python(session, *runner, display=display)
            log = open_here.enter_context((session / "log").open("wb"))
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)
            # Its namespaces go with it: every process in them, and what is mounted.
            open_here.callback(process.wait)
            open_here.callback(process.kill)
            try:
                connection = open_here.enter_context(server.accept()[0])
            except TimeoutError as error:
                error.add_note((session / "log").read_text(errors="replace")[-2000:])
                raise
            yield Windows(session, process, connection)


def _furnish(session: Path, stand_in: StandIn) -> None:
    new, old = session / "prefix", stand_in.folder / "prefix"
    new.mkdir()
    for part in old.iterdir():
        # The registry is written in place where it has a second link, so only drive C is made of links.
        link = ["--link"] if part.name == "drive_c" else []
        subprocess.run(["cp", "--archive", *link, part, new], check=True)
    for room in ("builder", "installer", "launcher", "assets", "caches", "tests/support", "tests/windows"):
        shutil.copytree(ROOT / room, session / "source" / room, ignore=shutil.ignore_patterns("__pycache__"))
    check = "tools/windows_check"
    shutil.copytree(ROOT / check, session / "source" / check, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("build_installer.spec", "LICENSE"):
        shutil.copy2(ROOT / name, session / "source")
    shutil.copytree(_TOOLS, session / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    (session / "exchange").mkdir()


def _remove_abandoned(sessions: Path) -> None:
    """Remove what was left by processes that were killed."""
    for session in sessions.iterdir():
        if not Path(f"/proc/{session.name.partition('-')[0]}").exists():
            shutil.rmtree(session, ignore_errors=True)

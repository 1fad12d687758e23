"""A child with administrator rights, and the lines that pass between it and us.

Where `pkexec` starts it, its standard input and output are ours. Windows gives an elevated process no handles of its
parent; there, both meet at a named pipe with a name that nobody can guess, which only its command line says. The child
opens nothing else by that name. A pipe of a process with fewer rights cannot take on those of whoever opens it: Windows
lets it see who that is, and no more (learn.microsoft.com, "Impersonation Levels").
"""

from __future__ import annotations

import contextlib
import os
import queue
import re
import secrets
import subprocess
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from builder.operating_system.kinds import NotElevated
from builder.operating_system.posix import find_tool, system_environment
from builder.operating_system.standard_streams import take_standard_input

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

STANDARD_STREAMS = "-"
"""The address of a relay over standard input and output."""

_POLL_SECONDS = 0.1
_MEETING_SECONDS = 2.0
_PIPE = re.compile(r"\\\\\.\\pipe\\engine-installer-[0-9a-f]{32}")
_REFUSALS = {126: NotElevated.REFUSED, 127: NotElevated.NO_PROMPT}
"""pkexec(1): 126 if the user closed the dialog, 127 if the rights were not granted or the user could not be asked."""


class Relay(Protocol):
    """One end of the line."""

    def send(self, line: bytes) -> None:
        """Send a line, which has its end; an error of the system is raised when nobody listens any longer."""

    def receive(self) -> bytes:
        """Wait for a line; empty when there will be no more."""


class StreamRelay:
    """Over a stream for each direction."""

    def __init__(self, incoming: Any, outgoing: Any) -> None:
        self._incoming, self._outgoing = incoming, outgoing
        self._lock = threading.Lock()

    def send(self, line: bytes) -> None:
        """Send a line."""
        with self._lock:
            self._outgoing.write(line)
            self._outgoing.flush()

    def receive(self) -> bytes:
        """Wait for a line."""
        return bytes(self._incoming.readline())


class PipeRelay:
    """Over a pipe that has both directions. Messages have bounds there, so each is a line."""

    def __init__(self, connection: Connection[Any, Any]) -> None:
        self._connection = connection
        self._lock = threading.Lock()

    def send(self, line: bytes) -> None:
        """Send a line."""
        with self._lock:
            self._connection.send_bytes(line)

    def receive(self) -> bytes:
        """Wait for a line."""
        try:
            return self._connection.recv_bytes()
        except (EOFError, OSError):
            return b""

    def close(self) -> None:
        """Close this end."""
        self._connection.close()


def relay_at(address: str) -> Relay:
    """Open the child's end.

    Args:
        address: from its command line.

    Raises:
        OSError: there is nobody at the other end, or the address is none.
    """
    if address == STANDARD_STREAMS:
        import io

        # What libraries print goes where it does no harm.
        outgoing = os.fdopen(os.dup(1), "wb")
        os.dup2(2, 1)
        return StreamRelay(io.BufferedReader(take_standard_input()), outgoing)
    if not _PIPE.fullmatch(address):
        raise OSError(f"{address} is not the name of a pipe of engine-installer")
    from multiprocessing.connection import Client

    return PipeRelay(Client(address, "AF_PIPE"))


class ElevatedChild(Protocol):
    """A process with administrator rights, as the one that asked for it sees it."""

    def send(self, line: bytes) -> None:
        """Send it a line; nothing happens when it does not listen any longer."""

    def receive(self) -> bytes:
        """Wait for a line of it; empty when there will be no more."""

    def take_back(self) -> None:
        """Take the question for the rights back, where that can be done; what runs with them cannot be ended."""

    def exit_code(self) -> int | NotElevated:
        """Wait for its end; its exit status, or why it was not started."""


class PkexecChild:
    """A child that `pkexec` starts after it has asked the user."""

    def __init__(self, command: Sequence[str], pkexec: str) -> None:
        self._process = subprocess.Popen(
            [pkexec, *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=system_environment()
        )
        self._relay = StreamRelay(self._process.stdout, self._process.stdin)
        self._is_taken_back = False

    def send(self, line: bytes) -> None:
        """Send it a line."""
        with contextlib.suppress(OSError, ValueError):
            self._relay.send(line)

    def receive(self) -> bytes:
        """Wait for a line of it."""
        return self._relay.receive()

    def take_back(self) -> None:
        """Take the question back."""
        self._is_taken_back = True
        with contextlib.suppress(PermissionError):
            self._process.terminate()

    def exit_code(self) -> int | NotElevated:
        """Wait for its end."""
        with self._process as process:
            code = process.wait()
        if code < 0 and self._is_taken_back:
            return NotElevated.REFUSED
        return _REFUSALS.get(code, code)


class MetChild:
    """A child that is started without our handles, and met at a pipe."""

    def __init__(
        self, start: Callable[[str], Any], address: str, family: str, wait: Callable[[Any, float], int | None]
    ) -> None:
        """Start it.

        Args:
            start: starts it with the address of the pipe; gives a handle, or why it was not started.
            address: of the pipe.
            family: of the address, as the module multiprocessing.connection calls it.
            wait: waits for the end of the process with a handle, for so many seconds; its exit status, or None.
        """
        from multiprocessing.connection import Listener

        listener = Listener(address, family)
        self._address, self._family = address, family
        self._met: queue.SimpleQueue[Connection[Any, Any]] = queue.SimpleQueue()
        # It may never come, and nothing interrupts the wait for it, so that is left to a thread.
        self._meeting = threading.Thread(target=self._meet, args=(listener,), name="elevated", daemon=True)
        self._meeting.start()
        self._wait = wait
        self._handle = start(address)
        self._relay: PipeRelay | None = None
        self._finding = threading.Lock()

    def _meet(self, listener: Any) -> None:
        with contextlib.suppress(OSError), listener:
            self._met.put(listener.accept())

    def _found(self) -> PipeRelay | None:
        """The line to it, as soon as it has come; None if it has ended without."""
        with self._finding:
            while self._relay is None and not isinstance(self._handle, NotElevated):
                has_ended = self._wait(self._handle, 0) is not None
                with contextlib.suppress(queue.Empty):
                    self._relay = PipeRelay(self._met.get(timeout=_POLL_SECONDS))
                if has_ended:
                    break
            return self._relay

    def send(self, line: bytes) -> None:
        """Send it a line."""
        relay = self._found()
        with contextlib.suppress(OSError):
            if relay is not None:
                relay.send(line)

    def receive(self) -> bytes:
        """Wait for a line of it."""
        relay = self._found()
        return b"" if relay is None else relay.receive()

    def take_back(self) -> None:
        """Do nothing: Windows lets no process take its question back."""

    def exit_code(self) -> int | NotElevated:
        """Wait for its end."""
        code: int | NotElevated | None = self._handle if isinstance(self._handle, NotElevated) else None
        while code is None:
            code = self._wait(self._handle, _POLL_SECONDS)
        self._stop_waiting()
        return code

    def _stop_waiting(self) -> None:
        """Come to the meeting ourselves where nobody else has."""
        from multiprocessing.connection import Client

        if self._relay is not None:
            self._relay.close()
            return
        with contextlib.suppress(OSError):
            Client(self._address, self._family).close()
        self._meeting.join(_MEETING_SECONDS)


def can_elevate() -> bool:
    """Whether there is a way to ask the user for administrator rights."""
    return os.name == "nt" or find_tool("pkexec") is not None


def start_elevated(command: Sequence[str], *arguments: str) -> ElevatedChild | NotElevated:
    """Ask the user for administrator rights, and start a command with them.

    Args:
        command: the command; the address for `relay_at` is added to it.
        arguments: what comes after that.

    Raises:
        OSError: the system refused.
    """
    if os.name == "nt":  # pragma: no cover - its parts are tested everywhere
        from builder.operating_system.windows import exit_code_of, start_as_administrator

        address = rf"\\.\pipe\engine-installer-{secrets.token_hex(16)}"
        return MetChild(lambda at: start_as_administrator([*command, at, *arguments]), address, "AF_PIPE", exit_code_of)
    pkexec = find_tool("pkexec")
    if pkexec is None:
        return NotElevated.NO_PROMPT
    return PkexecChild([*command, STANDARD_STREAMS, *arguments], pkexec)

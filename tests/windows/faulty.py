"""Runs on the Windows side: the program, with one call in it that kills it or fails.

Python tells of every call that changes files or the registry before it makes it (sys.addaudithook), in whatever module;
the program itself knows nothing of that. Only the C library's fsync, which is told of nowhere, is replaced. As on
Linux, only the calls of the main thread count: it is the one that changes a target, and always in the same order.

python faulty.py FAULT ARGUMENTS...
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

KILLED = 0xDEAD
_CURRENT_PROCESS = ctypes.c_void_p(-1)
_FILES = {"os.mkdir": "mkdir", "os.remove": "unlink", "os.rename": "rename", "os.rmdir": "rmdir", "open": "open"}
_REGISTRY = ("winreg.CreateKey", "winreg.DeleteKey", "winreg.DeleteValue", "winreg.SetValue")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
BY_C_LIBRARY = ("open", "fsync")
"""Calls that tell Python an errno, and no number of Windows."""
_ERRNO = {5: errno.EACCES, 32: errno.EACCES, 112: errno.ENOSPC}


@dataclass(frozen=True)
class Fault:
    """What happens in a run.

    Attributes:
        watched: the folders of everything that it may change; calls on other files do not count.
        kill: the number of the call that kills the process; -1 for none.
        kill_at: the name of a file; the first call on it kills the process.
        fail: the number of the call that fails, also whenever it is tried again; -1 for none.
        error: the number of Windows with which it fails.
        record: a file for the calls, one a line, where they are asked for.
    """

    watched: Sequence[str]
    kill: int = -1
    kill_at: str = ""
    fail: int = -1
    error: int = 0
    record: str = ""

    def to_json(self) -> str:
        return json.dumps(asdict(self))


@dataclass
class Run:
    """The calls of a run so far: name, paths, and whether it changes anything."""

    fault: Fault
    calls: list[tuple[str, list[str], bool]] = field(default_factory=list)
    _failing: tuple[str, list[str]] | None = None
    _opened: str = ""

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Be told of something that is about to happen."""
        if threading.current_thread() is not threading.main_thread():
            return
        if event in _REGISTRY:
            self._reach(event, [str(arguments[1])])
        elif event in _FILES:
            paths = [str(path) for path in arguments[: 2 if event == "os.rename" else 1]]
            if event == "open":
                if not arguments[2] & _WRITES:
                    return
                self._opened = paths[0]
            self._reach(_FILES[event], paths)

    def hear_of_flush(self) -> None:
        """Be told that the file that was opened last is to be flushed."""
        if threading.current_thread() is threading.main_thread():
            self._reach("fsync", [self._opened])

    def _reach(self, name: str, paths: list[str]) -> None:
        fault, number = self.fault, len(self.calls)
        if name not in _REGISTRY and not paths[-1].startswith(tuple(fault.watched)):
            return
        self.calls.append((name, paths, _changes(name, paths[-1])))
        if number == fault.kill or Path(paths[-1]).name == fault.kill_at:
            if fault.record:
                Path(fault.record).write_text(json.dumps(self.calls), "utf-8")
            # As from outside: nothing of the program or of Python runs any more.
            ctypes.windll.kernel32.TerminateProcess(_CURRENT_PROCESS, KILLED)  # type: ignore[attr-defined,unused-ignore]
        if number == fault.fail:
            self._failing = (name, paths)
        if self._failing == (name, paths):
            raise _error(name, paths[-1], fault.error)


def _changes(name: str, path: str) -> bool:
    if name == "mkdir":
        return not os.path.lexists(path)
    if name == "rmdir":
        return Path(path).is_dir() and not any(Path(path).iterdir())
    return name != "unlink" or os.path.lexists(path)


def _error(name: str, path: str, number: int) -> OSError:
    if name in BY_C_LIBRARY:
        return OSError(_ERRNO[number], os.strerror(_ERRNO[number]), path)
    return OSError(0, ctypes.FormatError(number), path, number)  # type: ignore[attr-defined,unused-ignore]


_runs: list[Run] = []
_flush = os.fsync


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    for run in _runs:
        run.hear(event, arguments)


def _fsync(fd: Any) -> None:
    for run in _runs:
        run.hear_of_flush()
    _flush(fd)


@contextmanager
def disturbed(fault: Fault) -> Iterator[Run]:
    """Let a fault happen in what this process does; a hook cannot be removed, so it only falls silent then."""
    if os.fsync is not _fsync:
        sys.addaudithook(_hear)
        os.fsync = _fsync
    _runs.append(Run(fault))
    try:
        yield _runs[-1]
    finally:
        _runs.clear()


def main() -> int:
    """Run the program with a fault in it."""
    fault = Fault(**json.loads(sys.argv.pop(1)))
    from installer.command_line.main import main as run

    with disturbed(fault):
        return run()


if __name__ == "__main__":
    sys.exit(main())

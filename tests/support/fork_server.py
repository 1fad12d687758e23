"""The programs and their workers as forks of a process that has imported them: imports take most of a run.

A fork is a child of the process that asked for it, as if that had started it: it has a process id, signals, an
environment, a working directory, standard streams, and an end of its own, with all that Python does there. What is read
before the first line of the program runs is shared, so each kind of such an environment has a server of its own. The
first start of each kind is a real one, and so is every start with options that a fork cannot have.

Each program that a server makes has a server for its workers, because they must be its children: one process more than
users have, which ends with it.
"""

from __future__ import annotations

import atexit
import contextlib
import ctypes
import functools
import gc
import importlib
import json
import os
import pkgutil
import platform
import signal
import socket
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

_READ_AT_START = ("PYTHON", "LD_", "LC_", "LANG", "LOCPATH", "GCONV_", "GLIBC_", "MALLOC_", "OPENSSL_", "SSL", "TZ")
"""How the variables begin that the loader, the C library, Python or what it imports reads at once."""

_ABOUT_IMPORTS = "PYTHONPROFILEIMPORTTIME"

INSTALLER, BUILDER = "installer.command_line.main", "builder.vendor.command_line"
"""The modules whose `main` is a program."""

_ROOMS = (
    *(f"builder.{room}" for room in ("base", "operating_system", "backend", "gpu", "app_package", "library", "timing")),
    *(f"builder.{room}" for room in ("engines", "feed", "building")),
)
_ROOMS_OF = {
    INSTALLER: tuple(f"installer.{room}" for room in ("target", "actions", "command_line")),
    BUILDER: ("builder.vendor",),
}
_IMPORTED_LATE = (
    *("builder.references.file", "builder.worker.__main__", "builder.worker.build"),
    *("ctypes.util", "filelock", "glob", "numpy", "onnx", "platformdirs.unix", "psutil", "pwd", "pynvml", "resource"),
)
_CLONE_SYSCALL, _CLONE_PARENT = 56, 0x8000
_OWN_NAME = Path("/proc/self/comm")
_MOST_BYTES = 1 << 20
_CAN_FORK = sys.platform == "linux" and platform.machine() == "x86_64"


def _fork() -> int:
    """What `os.fork` does, but the new process is a child of this one's parent."""
    python = ctypes.pythonapi
    python.PyOS_BeforeFork()
    process = int(ctypes.PyDLL(None).syscall(_CLONE_SYSCALL, _CLONE_PARENT | signal.SIGCHLD, None, None, None, None))
    if process == 0:
        python.PyOS_AfterFork_Child()
    else:
        python.PyOS_AfterFork_Parent()
    return process


def _serve(asked: socket.socket) -> str:
    """Make forks until nobody asks any more; returns in each fork, which is as it was asked for, what it is to run."""
    interrupted = signal.signal(signal.SIGINT, signal.SIG_IGN)
    own_name = _OWN_NAME.read_bytes()
    # Tests that look for a program's workers by their name must not find this.
    _OWN_NAME.write_text("fork server", encoding="ascii")
    while True:
        message, descriptors, _, _ = socket.recv_fds(asked, _MOST_BYTES, 4)
        if not message:
            os._exit(0)
        process = _fork()
        if process == 0:
            asked.close()
            signal.signal(signal.SIGINT, interrupted)
            _OWN_NAME.write_bytes(own_name)
            return _become(json.loads(message), *descriptors)
        for descriptor in descriptors:
            os.close(descriptor)
        asked.send(str(process).encode())


def _become(request: dict[str, Any], folder: int, *streams: int) -> str:
    if request["start_new_session"]:
        os.setsid()
    os.umask(request["umask"])
    os.fchdir(folder)
    os.close(folder)
    os.environ.clear()
    os.environ.update(request["environment"])
    sys.argv = ["-c", *request["arguments"]]
    for standard, (stream, name) in enumerate(zip(streams, ("stdin", "stdout", "stderr"), strict=True)):
        os.dup2(stream, standard)
        os.close(stream)
        before = getattr(sys, name)
        mode, buffering = "r" if name == "stdin" else "w", 1 if name == "stderr" else -1
        now = open(standard, mode, buffering, before.encoding, before.errors, "\n", closefd=False)  # noqa: SIM115
        setattr(sys, name, now)
        setattr(sys, f"__{name}__", now)
    return str(request["module"])


class _Server:
    """A process that is forked for those that this one starts."""

    def __init__(self, asked: socket.socket) -> None:
        self._socket = asked
        self._lock = threading.Lock()

    def fork(self, request: Mapping[str, Any], descriptors: Sequence[int]) -> int:
        with self._lock:
            socket.send_fds(self._socket, [json.dumps(request).encode()], descriptors)
            return int(self._socket.recv(_MOST_BYTES))

    def end(self) -> None:
        self._socket.close()


class Forked(subprocess.Popen[Any]):
    """A process that one of the servers starts, where that can be.

    Args:
        module: whose `main` it runs.
        start: the beginning of the command line, which a fork has behind it.
        arguments: the rest of it.
        server_for: which server starts processes with an environment, if any does.
        options: of `subprocess.Popen`.
    """

    def __init__(
        self,
        module: str,
        start: Sequence[str],
        arguments: Sequence[str],
        server_for: Callable[[Mapping[str, str]], _Server | None],
        **options: Any,
    ) -> None:
        self._asked = {"module": module, "arguments": arguments}
        can_fork = _CAN_FORK and not options.keys() & {"preexec_fn", "pass_fds", "user", "group", "process_group"}
        self._server_for = server_for if can_fork else lambda _environment: None
        super().__init__([*start, *arguments], **options)

    def _execute_child(self, *given: Any) -> None:
        (_, _, _, _, _, cwd, env, _, _, _, read, _, _, write, _, errors, _, _, _, _, umask, new_session, _) = given
        environment = dict(os.environ if env is None else env)
        if (server := self._server_for(environment)) is None:
            super()._execute_child(*given)  # type: ignore[misc]
            return
        sys.audit("subprocess.Popen", given[1], given[0], cwd, env)
        request = self._asked | {
            "environment": environment,
            "umask": _own_umask() if umask == -1 else umask,
            "start_new_session": new_session,
        }
        folder = os.open(cwd or ".", os.O_PATH | os.O_DIRECTORY)
        try:
            streams = [standard if stream == -1 else stream for standard, stream in enumerate((read, write, errors))]
            self.pid = server.fork(request, [folder, *streams])
        finally:
            os.close(folder)
        self._child_created = True
        self._close_pipe_fds(*given[10:16])  # type: ignore[attr-defined]


def _own_umask() -> int:
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1], 8) for line in lines if line.startswith("Umask:"))


_Kind = tuple[Any, ...]
_lock = threading.Lock()
_started: Counter[_Kind] = Counter()
_servers: dict[_Kind, tuple[subprocess.Popen[bytes], _Server]] = {}


def _kind(program: str, environment: Mapping[str, str]) -> _Kind:
    read = sorted((name, value) for name, value in environment.items() if name.startswith(_READ_AT_START))
    # A fork of pytest cannot have children by a server of pytest.
    return (os.getpid(), os.getresuid(), os.getresgid(), program, *read)


def _start_server(program: str, environment: Mapping[str, str]) -> tuple[subprocess.Popen[bytes], _Server]:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-P", __file__, str(theirs.fileno()), program],
            cwd="/",
            # A process with threads cannot be forked like this.
            env={**environment, "OPENBLAS_NUM_THREADS": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
        )
    return process, _Server(ours)


def _server_for(program: str, environment: Mapping[str, str]) -> _Server | None:
    if _ABOUT_IMPORTS in environment:
        return None
    kind = _kind(program, environment)
    with _lock:
        _started[kind] += 1
        if _started[kind] == 1:
            return None
        if kind not in _servers:
            _servers[kind] = _start_server(program, environment)
        return _servers[kind][1]


@atexit.register
def _end() -> None:
    for (owner, *_), (process, server) in _servers.items():
        if owner == os.getpid():
            server.end()
            process.wait()


def servers() -> set[int]:
    """The processes that stay for the tests that follow."""
    return {process.pid for process, _ in list(_servers.values())}


def start_program(
    program: str, start: Sequence[str], arguments: Sequence[str], **options: Any
) -> subprocess.Popen[Any]:
    """Start one of the programs with options of `subprocess.Popen`; `start` is how its command line begins."""
    return Forked(program, start, arguments, functools.partial(_server_for, program), **options)


def fork_workers(server_for: Callable[[Mapping[str, str]], _Server | None] | None = None) -> None:
    """From now on this process has forks for those workers that it starts as users have them."""
    from builder.base.program import WORKER, child_command
    from builder.building import worker_process

    usual = child_command(WORKER)
    server_for = server_for or functools.partial(_server_for, INSTALLER)

    def start(command: list[str], **options: Any) -> subprocess.Popen[Any]:
        if command != usual:
            return subprocess.Popen(command, **options)
        return Forked(WORKER, usual[:-2], usual[-2:], server_for, **options)

    vars(worker_process)["subprocess"] = SimpleNamespace(**{**vars(subprocess), "Popen": start})


def _import_all(program: str) -> None:
    """Import what runs of a program import, also what they import late."""
    for room in map(importlib.import_module, (*_ROOMS, *_ROOMS_OF[program])):
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            with contextlib.suppress(ImportError):  # of another system
                importlib.import_module(module.name)
    for name in _IMPORTED_LATE:
        importlib.import_module(name)
    if program == INSTALLER:
        _prepare_reading()


def _prepare_reading() -> None:
    """Make what reads each kind of file, which is made once in a process and takes longer than to read one."""
    from builder.base.json_file import Damaged, from_plain
    from builder.engines.index import EngineIndex
    from builder.engines.store import FinishedNote
    from installer.target.journal import Journal
    from installer.target.receipt import Receipt

    for kind in (EngineIndex, FinishedNote, Journal, Receipt):
        with contextlib.suppress(Damaged):
            from_plain(kind, None)


def _with_workers(program: str) -> str:
    """Give this process a server for its workers; returns in each process what it is to run."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    if os.fork() == 0:
        ours.close()
        nothing = os.open(os.devnull, os.O_RDWR)
        for standard in range(3):
            os.dup2(nothing, standard)
        os.close(nothing)
        return _serve(theirs)
    theirs.close()
    server, kind = _Server(ours), _kind(program, os.environ)
    fork_workers(lambda environment: server if _kind(program, environment) == kind else None)
    return program


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    _import_all(sys.argv[2])
    gc.collect()
    gc.freeze()
    _wanted = _serve(socket.socket(fileno=int(sys.argv[1])))
    if _wanted in _ROOMS_OF:
        _wanted = _with_workers(_wanted)
    sys.exit(importlib.import_module(_wanted).main())

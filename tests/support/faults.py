"""Runs of the program in which one system call kills the process or fails, by strace's fault injection.

Only the main thread is traced: it is the one that changes a target, and its calls come in the same order in each run.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.support.program import Ended

CHANGING = (
    *("rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir", "link", "linkat"),
    *("symlink", "symlinkat", "ftruncate", "fsync", "fdatasync", "chmod", "fchmod", "fchmodat"),
)
"""What changes files or makes changes last; `openat` and `write` are looked at besides."""

KILLED = 128 + 9

_LINE = re.compile(r"(?P<name>\w+)\((?P<arguments>.*)\) += (?P<result>.*)")
_PATH = re.compile(r'(?:\d+<(?P<descriptor>/[^>]*)>|"(?P<given>/[^"]*)")')
_WRITES = re.compile(r"O_(CREAT|WRONLY|RDWR)")
_RANDOM_NAME = re.compile(r"/\.nameless-|/#\d+")
"""Of the file that is written as a probe; on some file systems it has no name."""

_SUPERVISOR = """
import ctypes, os, sys
ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER: workers of a killed run become children of this one
first = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ)
code = 0
while True:
    try:
        process, status = os.wait()
    except ChildProcessError:
        break
    if process == first:
        code = os.waitstatus_to_exitcode(status)
sys.exit(code if code >= 0 else 128 - code)
"""


@dataclass(frozen=True)
class Call:
    """One system call of a run.

    Attributes:
        name: of the system call.
        path: the first that it names, which strace is to look at; None when that differs from run to run.
        number: which of the calls of that name on that path it is, or of all calls of that name.
        paths: everything it names, the last one being what it changes.
        succeeded: whether it did, in the run that was counted.
    """

    name: str
    path: str | None
    number: int
    paths: tuple[str, ...]
    succeeded: bool

    def __str__(self) -> str:
        return f"{self.name} no. {self.number} on {' to '.join(self.paths)}"


def _run(options: Sequence[str], command: Sequence[str], cwd: Path, env: Mapping[str, str]) -> Ended:
    """Run a command under strace and wait until all that it started has ended, also when it was killed."""
    supervisor = [sys.executable, "-I", "-S", "-c", _SUPERVISOR]
    done = subprocess.run(
        [*supervisor, "strace", "-qq", "-y", "-s", "4096", *options, *command],
        cwd=cwd,
        env={**env, "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def count_calls(command: Sequence[str], world: Path, env: Mapping[str, str]) -> tuple[Ended, list[Call]]:
    """Run a command undisturbed.

    Args:
        command: the command line.
        world: the folder of everything that it may change; calls on other files are left out.
        env: its environment.
    """
    trace = world / "trace"
    ended = _run(["-o", str(trace), "-e", f"trace={','.join(CHANGING)},openat,write"], command, world, env)
    calls = []
    # One call each that strace would count: by its name, and by its name and each path.
    by_name: Counter[str] = Counter()
    by_path: Counter[tuple[str, str]] = Counter()
    for line in trace.read_text(encoding="utf-8", errors="replace").splitlines():
        if not (match := _LINE.match(line)):
            continue
        name, arguments = match["name"], match["arguments"]
        if name == "write":
            arguments = arguments.partition(",")[0]
        paths = tuple(found["descriptor"] or found["given"] for found in _PATH.finditer(arguments))
        by_name[name] += 1
        # strace looks at the first path of a call only.
        by_path[name, paths[0] if paths else ""] += 1
        if name == "openat" and not _WRITES.search(arguments):
            continue
        if not paths or not Path(paths[-1]).is_relative_to(world):
            continue
        path = None if _RANDOM_NAME.search(paths[0]) else paths[0]
        number = by_path[name, path] if path else by_name[name]
        calls.append(Call(name, path, number, paths, not match["result"].startswith("-1")))
    return ended, calls


def run_with_fault(call: Call, fault: str, command: Sequence[str], world: Path, env: Mapping[str, str]) -> Ended:
    """Run a command with a fault in one system call.

    Args:
        call: which.
        fault: `signal=KILL`, or an error such as `error=ENOSPC`.
        command: the command line.
        world: its working directory.
        env: its environment.
    """
    options = ["-o", "/dev/null", "-e", f"trace={call.name}", "-e", f"inject={call.name}:{fault}:when={call.number}"]
    if call.path:
        options += ["-P", call.path]
    return _run(options, command, world, env)

"""The system calls by which this process, its threads and its children change the files of a folder, in their order."""

from __future__ import annotations

import contextlib
import ctypes
import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["open", "write", "truncate", "rename", "link", "symlink", "unlink", "mkdir", "rmdir", "mode", "flush"]

_CALLS = (
    *("openat", "lseek", "write", "pwrite64", "writev", "pwritev", "pwritev2", "copy_file_range", "sendfile", "splice"),
    *("ioctl", "mmap", "ftruncate", "truncate", "fallocate", "rename", "renameat", "renameat2", "link", "linkat"),
    *("symlink", "symlinkat", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir", "chmod", "fchmod", "fchmodat"),
    *("fsync", "fdatasync", "sync", "syncfs", "sync_file_range"),
)
_UNKNOWN = {"writev", "pwritev", "pwritev2", "copy_file_range", "sendfile", "splice", "truncate", "fallocate", "sync"}
"""What the program does not use for files of its own today: if it does, the model of the disk has to learn it."""

_LINE = re.compile(r"(?P<thread>\d+) +(?P<text>.*)")
_RESUMED = re.compile(r"<\.\.\. \w+ resumed>(?P<rest>.*)")
_CALL = re.compile(r"(?P<name>\w+)\((?P<arguments>.*)\) += (?P<result>.*)")
_PLACE = re.compile(r'(?:AT_FDCWD|\d+)<(?P<open>[^>]*)>(?P<deleted>\(deleted\))?|"(?P<text>[^"]*)"')
_SECONDS = 30
_PR_SET_PTRACER, _ANY = 0x59616D61, ctypes.c_ulong(-1)


@dataclass(frozen=True)
class Call:
    """A system call that changed something or made it last.

    Attributes:
        kind: what it did.
        path: of what; of a rename or a link, the old name.
        to: the new name of a rename or a link; of a symbolic link, what it leads to.
        content: what was written.
        number: where it was written; the mode; the length after a truncation.
        is_emptied: of an opened file, whether it was truncated.
    """

    kind: Kind
    path: Path
    to: Path = Path()
    content: bytes = b""
    number: int = 0
    is_emptied: bool = False

    def __str__(self) -> str:
        return f"{self.kind} {self.path}" + (f" to {self.to}" if self.to != Path() else "")


@contextlib.contextmanager
def traced(folder: Path, trace: Path) -> Iterator[list[Call]]:
    """Trace this process and what it starts; the list has the calls when this ends.

    Args:
        folder: calls that concern only other files are left out.
        trace: where strace may write.
    """
    calls: list[Call] = []
    # Where the kernel lets processes trace only those that they have started.
    ctypes.CDLL(None).prctl(_PR_SET_PTRACER, _ANY, 0, 0, 0)
    options = ["-f", "-y", "-xx", "-s", str(1 << 26), "-e", f"trace={','.join(_CALLS)}", "-e", "signal=none"]
    tracer = subprocess.Popen(
        ["strace", *options, "-o", str(trace), "-p", str(os.getpid())],
        stderr=subprocess.DEVNULL,
        env={"PATH": os.defpath},
    )
    try:
        _wait_until_traced(trace, tracer)
        yield calls
    finally:
        tracer.send_signal(signal.SIGINT)  # it lets go of this process and ends
        tracer.wait(_SECONDS)
    calls += _parsed(trace.read_text("ascii"), folder)


def _wait_until_traced(trace: Path, tracer: subprocess.Popen[bytes]) -> None:
    sign = trace.with_name("sign-of-trace")
    seen = "".join(f"\\x{byte:02x}" for byte in os.fsencode(sign))
    until = time.monotonic() + _SECONDS
    while not (trace.exists() and seen in trace.read_text("ascii")):
        assert tracer.poll() is None, "strace has ended"
        assert time.monotonic() < until, "strace does not trace this process"
        sign.mkdir()
        sign.rmdir()


def _parsed(text: str, folder: Path) -> Iterator[Call]:
    begun: dict[str, str] = {}
    parser = _Parser(folder)
    for line in text.splitlines():
        if not (match := _LINE.match(line)):
            continue
        thread, rest = match["thread"], match["text"]
        if rest.endswith("<unfinished ...>"):
            begun[thread] = rest.removesuffix("<unfinished ...>").rstrip()
            continue
        if resumed := _RESUMED.match(rest):
            rest = begun.pop(thread, "") + resumed["rest"]
        # A call counts when it has ended.
        if (call := _CALL.match(rest)) and not call["result"].startswith(("-1", "?")):
            yield from parser.calls(call["name"], call["arguments"], call["result"])


class _Parser:
    """What must be remembered from one call to the next: where in a file the next bytes go."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._offsets: dict[Path, int] = {}
        self._appended: set[Path] = set()
        self._opened: dict[str, Path] = {}

    def calls(self, name: str, arguments: str, result: str) -> Iterator[Call]:
        if name == "openat":
            places = _places(result)
        elif name in ("write", "pwrite64"):
            places = _places(arguments.partition(",")[0])
        else:
            places = _places(arguments)
        places = [self._real(path) for path in places]
        if not any(path.is_relative_to(self._folder) for path in places):
            return
        if name in _UNKNOWN:
            raise NotImplementedError(f"the model of a disk does not know {name}")
        yield from self._of_content(name, places[0], arguments, result)
        yield from _of_names(name, places, arguments)

    def _of_content(self, name: str, path: Path, arguments: str, result: str) -> Iterator[Call]:
        match name:
            case "openat":
                self._opened[result.partition("<")[0]] = path
                if "O_WRONLY" in arguments or "O_RDWR" in arguments:
                    self._offsets[path] = 0
                    (self._appended.add if "O_APPEND" in arguments else self._appended.discard)(path)
                    made, emptied = "O_CREAT" in arguments, "O_TRUNC" in arguments
                    if made or emptied:
                        yield Call("open", path, is_emptied=emptied)
            case "lseek":
                self._offsets[path] = int(result.split()[0])
            case "write":
                content = _bytes(arguments)[: int(result.split()[0])]
                at = -1 if path in self._appended else self._offsets.get(path, 0)
                self._offsets[path] = at + len(content)
                yield Call("write", path, content=content, number=at)
            case "pwrite64":
                content = _bytes(arguments)[: int(result.split()[0])]
                yield Call("write", path, content=content, number=int(arguments.rpartition(",")[2]))
            case "mmap":
                assert not ("MAP_SHARED" in arguments and "PROT_WRITE" in arguments), f"{path} is written by mmap"
            case "ioctl":
                assert "FICLONE" not in arguments, f"{path} is cloned"
            case "ftruncate":
                yield Call("truncate", path, number=int(arguments.rpartition(",")[2]))
            case "chmod" | "fchmod" | "fchmodat":
                (mode,) = re.findall(r", (0\d+)", arguments)
                yield Call("mode", path, number=int(mode, 8) & 0o7777)
            case "fsync" | "fdatasync":
                yield Call("flush", path)

    def _real(self, path: Path) -> Path:
        """The path of a file that is named through the descriptor of its folder."""
        if path.is_relative_to("/proc/self/fd") and (folder := self._opened.get(path.parts[4])):
            return folder.joinpath(*path.parts[5:])
        return path


def _of_names(name: str, places: list[Path], arguments: str) -> Iterator[Call]:
    match name:
        case "rename" | "renameat" | "renameat2":
            yield Call("rename", places[0], places[1])
        case "link" | "linkat":
            yield Call("link", places[0], places[1])
        case "symlink" | "symlinkat":
            yield Call("symlink", places[-1], Path(os.fsdecode(_bytes(arguments))))
        case "unlink" | "unlinkat":
            yield Call("rmdir" if "AT_REMOVEDIR" in arguments else "unlink", places[0])
        case "mkdir" | "mkdirat":
            yield Call("mkdir", places[0], number=int(arguments.rpartition(",")[2], 8))
        case "rmdir":
            yield Call("rmdir", places[0])


def _places(arguments: str) -> list[Path]:
    """The files that a call names; a name belongs to the open folder before it, if there is one."""
    found: list[Path] = []
    folder: Path | None = None
    for place in _PLACE.finditer(arguments):
        if place["deleted"]:
            return []
        if place["open"] is not None:
            if folder is not None:
                found.append(folder)
            folder = Path(os.fsdecode(_unescaped(place["open"])))
        else:
            found.append((folder or Path()) / os.fsdecode(_unescaped(place["text"])))
            folder = None
    return found + ([folder] if folder is not None else [])


def _bytes(arguments: str) -> bytes:
    (found, *_) = (place["text"] for place in _PLACE.finditer(arguments) if place["text"] is not None)
    return _unescaped(found)


def _unescaped(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", "")) if text.startswith("\\x") else text.encode()

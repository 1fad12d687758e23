"""What a stranger may put in the place of a file, and a limit for how long that may hold anybody up."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import pytest

ANSWER_SECONDS = 2.0


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        # The names of sockets are short.
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            listener.bind(f"/proc/self/fd/{folder}/{path.name}")
        finally:
            os.close(folder)


def _linked_pipe(path: Path) -> None:
    os.mkfifo(path.with_name("pipe"))
    path.symlink_to("pipe")


def _sparse(path: Path) -> None:
    path.touch()
    os.truncate(path, 1 << 40)


NOT_FILES: dict[str, Callable[[Path], None]] = {
    "a pipe": os.mkfifo,
    "a socket": _socket,
    "a folder": Path.mkdir,
    "a device": lambda path: path.symlink_to("/dev/zero"),
    "a pipe behind a link": _linked_pipe,
}
NOT_SMALL_FILES = NOT_FILES | {"1 TiB of nothing": _sparse}

anything_else = pytest.mark.parametrize("put", NOT_SMALL_FILES.values(), ids=NOT_SMALL_FILES)


class Late(BaseException):
    """There was no answer in time; nothing on the way catches this."""


@contextlib.contextmanager
def in_time(seconds: float = ANSWER_SECONDS) -> Iterator[None]:
    """Fail, instead of waiting for ever, when something takes longer; also inside a system call that is retried."""

    def late(_signal: int, _frame: FrameType | None) -> None:
        raise Late(f"no answer within {seconds} s")

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)

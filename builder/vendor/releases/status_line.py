"""What a comparison is at, on a terminal; a pipe gets nothing but the result."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import TextIO

from builder.vendor.checking.progress import is_live

_CLEAR = "\r\x1b[K"


@contextlib.contextmanager
def status_line(stream: TextIO) -> Iterator[Callable[[str], None]]:
    """Give what shows which PC is next, and leave the terminal as it was."""
    if not is_live(stream):
        yield lambda _pc: None
        return

    def show(text: str) -> None:
        stream.write(_CLEAR + text)
        stream.flush()

    try:
        yield lambda pc: show(f"planning for {pc}")
    finally:
        show("")

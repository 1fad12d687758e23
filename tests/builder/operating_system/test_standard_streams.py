"""Whether somebody sits at the other end of a standard stream."""

from __future__ import annotations

import io
import os
import pty
from typing import Any

import pytest

from builder.operating_system.standard_streams import is_console, is_terminal


class Kernel32:
    """Windows with one console."""

    console = 0x54

    def GetConsoleMode(self, handle: Any, mode: Any) -> int:  # noqa: N802 - Windows' name
        mode._obj.value = 7
        return int(handle.value == self.console)


@pytest.mark.parametrize(("handle", "expected"), [(0x54, True), (0x58, False), ((1 << 64) - 1, False)])
def test_only_a_console_of_windows_is_one(handle: int, expected: bool) -> None:
    """The null device and what a closed handle leaves (-1) are character devices to the C library as well."""
    assert is_console(handle, Kernel32()) is expected


@pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals of this kind")
def test_a_terminal_is_one_and_a_pipe_a_missing_stream_and_the_null_device_are_none() -> None:
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "rb"), os.fdopen(theirs, "r", encoding="utf-8") as terminal:
        assert is_terminal(terminal)
    assert not is_terminal(None)
    assert not is_terminal(io.StringIO())
    with open(os.devnull, encoding="utf-8") as nothing:
        assert not is_terminal(nothing)

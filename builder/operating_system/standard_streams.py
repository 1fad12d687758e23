"""The standard streams: reading commands from one while other code runs, and whether somebody sits at the other end."""

from __future__ import annotations

import io
import os
from typing import Any, TextIO

_STDIN = 0


def take_standard_input() -> io.FileIO:
    """Give the process's standard input to the caller alone and leave an empty one in its place.

    On Windows, while a thread waits for a pipe on the standard handle, every DLL hangs that examines this handle when
    it is loaded, numpy's among them (numpy issue 24290). Besides, no other code should read commands by accident.
    """
    private = os.dup(_STDIN)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, _STDIN)
    os.close(nothing)
    return io.FileIO(private, "rb")


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal; a stream that is missing is none."""
    if stream is None or not stream.isatty():
        return False
    if os.name != "nt":
        return True
    import ctypes
    import msvcrt

    handle: int = msvcrt.get_osfhandle(stream.fileno())  # type: ignore[attr-defined,unused-ignore]
    return is_console(handle, ctypes.windll.kernel32)  # type: ignore[attr-defined,unused-ignore]


def is_console(handle: int, kernel32: Any) -> bool:
    """Whether a handle of Windows is one of a console.

    `isatty` of the C library is true of every character device, NUL among them, which services and launchers give to
    programs that nobody sits before. Only a console has a mode (GetConsoleMode).
    """
    import ctypes

    return bool(kernel32.GetConsoleMode(ctypes.c_void_p(handle), ctypes.byref(ctypes.c_uint32())))

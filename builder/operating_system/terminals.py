"""Whether somebody sits at the other end of a standard stream."""

from __future__ import annotations

import os
from typing import Any, TextIO


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

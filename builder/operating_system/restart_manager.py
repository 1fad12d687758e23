"""Which programs hold files, as Windows' Restart Manager says (learn.microsoft.com, "Restart Manager").

Written from documentation; it has not been run on Windows yet, and Wine's knows of no program (docs/verified.md).
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Sequence
from ctypes import wintypes
from pathlib import Path
from typing import Any

_SESSION_KEY_CHARACTERS = 33  # CCH_RM_SESSION_KEY, and the end
_ERROR_MORE_DATA = 234
_TRIES = 3


class _ProcessInfo(ctypes.Structure):
    """RM_PROCESS_INFO."""

    _fields_ = (
        ("process_id", wintypes.DWORD), ("start_time", wintypes.FILETIME),
        ("name", wintypes.WCHAR * 256), ("service", wintypes.WCHAR * 64),
        ("kind", ctypes.c_int), ("status", wintypes.ULONG), ("session", wintypes.DWORD), ("restartable", wintypes.BOOL),
    )  # fmt: skip


def holders_of(paths: Sequence[Path], manager: Any) -> tuple[str, ...]:
    """Name the programs that hold any of these files, as people call them; none where it does not know.

    Args:
        paths: of files; the answer to a folder is none.
        manager: Windows' library rstrtmgr, or what behaves like it.
    """
    session = wintypes.DWORD()
    if manager.RmStartSession(ctypes.byref(session), 0, ctypes.create_unicode_buffer(_SESSION_KEY_CHARACTERS)):
        return ()  # a user may have 64 of them
    try:
        names = (ctypes.c_wchar_p * len(paths))(*map(str, paths))
        if manager.RmRegisterResources(session, len(names), names, 0, None, 0, None):
            return ()
        return tuple(dict.fromkeys(info.name for info in _found(manager, session) if info.process_id != os.getpid()))
    finally:
        manager.RmEndSession(session)


def _found(manager: Any, session: Any) -> Sequence[_ProcessInfo]:
    needed, count, reasons = wintypes.UINT(), wintypes.UINT(), wintypes.DWORD()
    for _ in range(_TRIES):  # another program may open them between two calls
        found = (_ProcessInfo * needed.value)()
        count.value = needed.value
        answer = manager.RmGetList(
            session, ctypes.byref(needed), ctypes.byref(count), found if count else None, ctypes.byref(reasons)
        )
        if answer != _ERROR_MORE_DATA:
            return () if answer else found[: count.value]
    return ()

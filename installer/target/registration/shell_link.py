"""Windows' shortcuts (.lnk): written by COM through ctypes (learn.microsoft.com, "Shell Links"), read by their format.

Written from documentation; it has not been run on Windows yet (docs/verified.md).
"""

from __future__ import annotations

import contextlib
import struct
import uuid
from pathlib import Path
from typing import Any

_SHELL_LINK = uuid.UUID("00021401-0000-0000-C000-000000000046").bytes_le
_ISHELL_LINK = uuid.UUID("000214F9-0000-0000-C000-000000000046").bytes_le
_IPERSIST_FILE = uuid.UUID("0000010b-0000-0000-C000-000000000046").bytes_le
_COINIT_APARTMENTTHREADED = 2
_CLSCTX_INPROC_SERVER = 1
_INVALID_ARGUMENT = 22

# Places in the tables of methods (shobjidl_core.h, objidl.h).
_QUERY_INTERFACE, _RELEASE = 0, 2
_SET_DESCRIPTION, _SET_WORKING_DIRECTORY, _SET_ICON_LOCATION, _SET_PATH = 7, 9, 17, 20
_SAVE = 6


# [MS-SHLLINK] 2.1: what a file has after its header of 76 bytes, in this order.
_HEADER = struct.Struct("<I16sI52x")
_HEADER_SIZE = 0x4C
_HAS_ID_LIST, _HAS_LINK_INFO, _HAS_NAME, _HAS_RELATIVE_PATH, _HAS_WORKING_DIR, _IS_UNICODE = 1, 2, 4, 8, 16, 128


def working_folder(content: bytes) -> str | None:
    """Read where the program of a shortcut starts; None if the shortcut does not say, or is none.

    Args:
        content: of the whole file.
    """
    try:
        size, kind, flags = _HEADER.unpack_from(content)
        if (size, kind) != (_HEADER_SIZE, _SHELL_LINK) or not flags & _HAS_WORKING_DIR or not flags & _IS_UNICODE:
            return None
        at = _HEADER.size
        if flags & _HAS_ID_LIST:
            at += 2 + int(struct.unpack_from("<H", content, at)[0])
        if flags & _HAS_LINK_INFO:
            at += int(struct.unpack_from("<I", content, at)[0])
        for flag in (_HAS_NAME, _HAS_RELATIVE_PATH):
            if flags & flag:
                at += 2 + 2 * int(struct.unpack_from("<H", content, at)[0])
        (length,) = struct.unpack_from("<H", content, at)
    except struct.error:
        return None
    text = content[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "surrogatepass")
    return text.partition("\0")[0]  # Wine counts an end as well


def write_shell_link(
    path: Path, program: str, folder: str, *, comment: str = "", icon: str = "", ole32: Any = None
) -> None:
    """Write a shortcut.

    Args:
        path: of the shortcut.
        program: what it starts.
        folder: where that starts.
        comment: what the desktop shows about it.
        icon: a file with its picture; empty for the program's own.
        ole32: Windows' library of that name, or what behaves like it.

    Raises:
        OSError: Windows refused.
    """
    import ctypes

    if ole32 is None:
        ole32 = ctypes.WinDLL("ole32")  # type: ignore[attr-defined,unused-ignore]
    with contextlib.ExitStack() as owed:
        # It fails where this thread has COM already, with the other threading model; that serves as well.
        if ole32.CoInitializeEx(None, _COINIT_APARTMENTTHREADED) >= 0:
            owed.callback(ole32.CoUninitialize)
        link, file = ctypes.c_void_p(), ctypes.c_void_p()
        _check(
            path,
            ole32.CoCreateInstance(_SHELL_LINK, None, _CLSCTX_INPROC_SERVER, _ISHELL_LINK, ctypes.byref(link)),
        )
        owed.callback(_call, link, _RELEASE)
        for place, text in ((_SET_PATH, program), (_SET_WORKING_DIRECTORY, folder), (_SET_DESCRIPTION, comment)):
            if text:
                _check(path, _call(link, place, ctypes.c_wchar_p(text)))
        if icon:
            _check(path, _call(link, _SET_ICON_LOCATION, ctypes.c_wchar_p(icon), ctypes.c_int(0)))
        asked = ctypes.c_char_p(_IPERSIST_FILE)
        _check(path, _call(link, _QUERY_INTERFACE, asked, ctypes.c_void_p(ctypes.addressof(file))))
        owed.callback(_call, file, _RELEASE)
        _check(path, _call(file, _SAVE, ctypes.c_wchar_p(str(path)), ctypes.c_int(1)))


def _call(this: Any, place: int, *arguments: Any) -> int:
    import ctypes

    kind: Any = getattr(ctypes, "WINFUNCTYPE", ctypes.CFUNCTYPE)
    methods = ctypes.cast(this, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
    result: int = kind(ctypes.c_int32, ctypes.c_void_p, *map(type, arguments))(methods[place])(this, *arguments)
    return result


def _check(path: Path, result: int) -> None:
    if result < 0:
        raise OSError(_INVALID_ARGUMENT, f"Windows refused the shortcut (0x{result & 0xFFFFFFFF:08X})", str(path))

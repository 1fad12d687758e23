"""The progress on a window's button in Windows' taskbar, by COM through ctypes: Qt 6 no longer has a class for it.

On Linux nothing is shown: the desktops share no standard for it, and the signal that some of them understand (Unity's
LauncherEntry) names a program by its .desktop file, which this one does not have.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import uuid
from enum import Enum
from typing import Any

_TASKBAR_LIST = uuid.UUID("56FDF344-FD6D-11d0-958A-006097C9A090").bytes_le
_ITASKBAR_LIST3 = uuid.UUID("EA1AFB91-9E28-4B86-90E9-9E9F8A5EEFAF").bytes_le
_COINIT_APARTMENTTHREADED = 2
_CLSCTX_INPROC_SERVER = 1

# Places in the table of methods: IUnknown has 0 to 2, ITaskbarList 3 to 7, ITaskbarList2 8, ITaskbarList3 the rest.
_RELEASE, _HR_INIT, _SET_PROGRESS_VALUE, _SET_PROGRESS_STATE = 2, 3, 9, 10
_METHOD: Any = getattr(ctypes, "WINFUNCTYPE", ctypes.CFUNCTYPE)

_STEPS = 1000
"""More than a button is wide."""


class TaskbarState(Enum):
    """What the button shows; the values are those of Microsoft's TBPFLAG."""

    NONE = 0
    INDETERMINATE = 1
    NORMAL = 2
    ERROR = 4
    PAUSED = 8


class Taskbar:
    """The button of one window.

    It is created, used and closed in the thread of that window. Failures are ignored: Explorer may not run, as on
    Server Core and for a service, and no progress on a taskbar is worth an installation.
    """

    def __init__(self, window_id: int, ole32: Any = None) -> None:
        """Find the taskbar.

        Args:
            window_id: the window's HWND.
            ole32: Windows' library of that name; None shows nothing.
        """
        self._window = ctypes.c_void_p(window_id)
        self._object = ctypes.c_void_p()
        self._owed = contextlib.ExitStack()
        if ole32 is None:
            return
        # It fails where COM was initialised for this thread with the other threading model: COM works then as well, and
        # that code ends it. Where Qt has initialised it with this model, it succeeds and is counted.
        if ole32.CoInitializeEx(None, _COINIT_APARTMENTTHREADED) >= 0:
            self._owed.callback(ole32.CoUninitialize)
        made = ole32.CoCreateInstance(
            _TASKBAR_LIST, None, _CLSCTX_INPROC_SERVER, _ITASKBAR_LIST3, ctypes.byref(self._object)
        )
        if made >= 0:
            self._owed.callback(self._call, _RELEASE)
        if made < 0 or self._call(_HR_INIT) < 0:
            self.close()

    def show(self, state: TaskbarState, fraction: float = 0.0) -> None:
        """Show a state and, except for NONE and INDETERMINATE, how much is done, from 0 to 1.

        Nothing is remembered: what is shown before Windows has created the button, or before Explorer restarts, is
        lost until the next call.
        """
        if not self._object:
            return
        # The state comes first: in any state except ERROR and PAUSED, a value alone means NORMAL.
        self._call(_SET_PROGRESS_STATE, ctypes.c_int(state.value))
        if state not in (TaskbarState.NONE, TaskbarState.INDETERMINATE):
            # In this order of min and max, NaN becomes 0.
            done = round(min(1.0, max(0.0, fraction)) * _STEPS)
            self._call(_SET_PROGRESS_VALUE, ctypes.c_uint64(done), ctypes.c_uint64(_STEPS))

    def close(self) -> None:
        """Release COM's objects; the button keeps its state until its window is closed."""
        self._owed.close()
        self._object = ctypes.c_void_p()

    def _call(self, place: int, *arguments: Any) -> int:
        methods = ctypes.cast(self._object, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
        if place > _HR_INIT:
            arguments = (self._window, *arguments)
        method = _METHOD(ctypes.c_int32, ctypes.c_void_p, *map(type, arguments))(methods[place])
        result: int = method(self._object, *arguments)
        return result


def taskbar_of(window_id: int) -> Taskbar:
    """Find the button of a window that is already shown; `int(widget.winId())` of a top-level widget."""
    return Taskbar(window_id, ctypes.WinDLL("ole32") if os.name == "nt" else None)  # type: ignore[attr-defined,unused-ignore]

"""The progress on Windows' taskbar; here, as none of it needs Qt, and so is tested where that cannot be loaded, too."""

from __future__ import annotations

import ctypes
import math
import uuid
from typing import Any

import pytest

from installer.wizard.taskbar import Taskbar, TaskbarState, taskbar_of

WINDOW = 0x7_8000_0042
"""A handle is as wide as a pointer."""

S_OK, S_FALSE = 0, 1
E_FAIL, E_NOTIMPL = 0x80004005 - (1 << 32), 0x80004001 - (1 << 32)
REGDB_E_CLASSNOTREG = 0x80040154 - (1 << 32)
RPC_E_CHANGED_MODE = 0x80010106 - (1 << 32)

METHODS: list[tuple[str, list[Any]]] = [
    ("QueryInterface", [ctypes.c_void_p, ctypes.c_void_p]),
    ("AddRef", []),
    ("Release", []),
    ("HrInit", []),
    ("AddTab", [ctypes.c_void_p]),
    ("DeleteTab", [ctypes.c_void_p]),
    ("ActivateTab", [ctypes.c_void_p]),
    ("SetActiveAlt", [ctypes.c_void_p]),
    ("MarkFullscreenWindow", [ctypes.c_void_p, ctypes.c_int]),
    ("SetProgressValue", [ctypes.c_void_p, ctypes.c_uint64, ctypes.c_uint64]),
    ("SetProgressState", [ctypes.c_void_p, ctypes.c_int]),
    ("RegisterTab", [ctypes.c_void_p, ctypes.c_void_p]),
]
"""ITaskbarList3's table in the order of Microsoft's shobjidl_core.h, with the arguments."""

BEGINNING = [
    ("CoInitializeEx", None, 2),
    ("CoCreateInstance", "56fdf344-fd6d-11d0-958a-006097c9a090", None, 1, "ea1afb91-9e28-4b86-90e9-9e9f8a5eefaf"),
    ("HrInit",),
]


class Shell:
    """Windows' side: ole32.dll, and an object with its table of methods in memory, all of them called as C functions.

    Attributes:
        calls: what was called, in which order, with what.
    """

    def __init__(self, **answers: int) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self._answers = answers
        self._methods = [
            ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, *arguments)(self._method(name))
            for name, arguments in METHODS
        ]
        addresses = [ctypes.cast(method, ctypes.c_void_p) for method in self._methods]
        self._table = (ctypes.c_void_p * len(addresses))(*addresses)
        self._object = ctypes.c_void_p(ctypes.addressof(self._table))
        self.CoInitializeEx = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_uint32)(
            lambda reserved, mode: self._answer("CoInitializeEx", reserved, mode)
        )
        self.CoCreateInstance = ctypes.CFUNCTYPE(
            ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint32, ctypes.c_void_p, ctypes.c_void_p
        )(self._create)
        self.CoUninitialize = ctypes.CFUNCTYPE(None)(lambda: self.calls.append(("CoUninitialize",)))

    def _answer(self, name: str, *arguments: Any) -> int:
        self.calls.append((name, *arguments))
        return self._answers.get(name, S_OK)

    def _method(self, name: str) -> Any:
        def method(this: int, *arguments: Any) -> int:
            assert this == ctypes.addressof(self._object)
            return self._answer(name, *arguments)

        return method

    def _create(self, class_id: int, outer: int | None, context: int, interface_id: int, pointer: int) -> int:
        ids = [str(uuid.UUID(bytes_le=ctypes.string_at(address, 16))) for address in (class_id, interface_id)]
        answer = self._answer("CoCreateInstance", ids[0], outer, context, ids[1])
        ctypes.c_void_p.from_address(pointer).value = ctypes.addressof(self._object) if answer >= 0 else None
        return answer


def opened(**answers: int) -> tuple[Shell, Taskbar]:
    shell = Shell(**answers)
    taskbar = Taskbar(WINDOW, shell)
    assert shell.calls[:3] == BEGINNING
    del shell.calls[:3]
    return shell, taskbar


@pytest.mark.parametrize(
    ("state", "number"), [(TaskbarState.NORMAL, 2), (TaskbarState.ERROR, 4), (TaskbarState.PAUSED, 8)]
)
def test_a_state_with_a_share_of_the_work_shows_both(state: TaskbarState, number: int) -> None:
    shell, taskbar = opened()
    taskbar.show(state, 0.421)
    assert shell.calls == [("SetProgressState", WINDOW, number), ("SetProgressValue", WINDOW, 421, 1000)]


@pytest.mark.parametrize(("state", "number"), [(TaskbarState.NONE, 0), (TaskbarState.INDETERMINATE, 1)])
def test_a_state_without_one_is_not_undone_by_a_value(state: TaskbarState, number: int) -> None:
    shell, taskbar = opened()
    taskbar.show(state, 0.421)
    assert shell.calls == [("SetProgressState", WINDOW, number)]


@pytest.mark.parametrize(
    ("fraction", "done"),
    [(0, 0), (1, 1000), (-0.1, 0), (1.1, 1000), (math.nan, 0), (math.inf, 1000), (-math.inf, 0), (0.9996, 1000)],
)
def test_what_is_no_share_becomes_the_nearest_one(fraction: float, done: int) -> None:
    shell, taskbar = opened()
    taskbar.show(TaskbarState.NORMAL, fraction)
    assert shell.calls[-1] == ("SetProgressValue", WINDOW, done, 1000)


def test_the_same_is_shown_again_when_asked_for_again() -> None:
    shell, taskbar = opened()
    taskbar.show(TaskbarState.NORMAL, 0.5)
    once = list(shell.calls)
    taskbar.show(TaskbarState.NORMAL, 0.5)
    assert shell.calls == once * 2


@pytest.mark.parametrize("initialised", [S_OK, S_FALSE])
def test_closing_gives_back_everything_once(initialised: int) -> None:
    shell, taskbar = opened(CoInitializeEx=initialised)
    taskbar.close()
    taskbar.close()
    taskbar.show(TaskbarState.NORMAL, 0.5)
    assert shell.calls == [("Release",), ("CoUninitialize",)]


def test_com_that_was_initialised_otherwise_is_used_and_not_ended() -> None:
    shell, taskbar = opened(CoInitializeEx=RPC_E_CHANGED_MODE)
    taskbar.show(TaskbarState.INDETERMINATE)
    taskbar.close()
    assert shell.calls == [("SetProgressState", WINDOW, 1), ("Release",)]


@pytest.mark.parametrize(
    ("initialised", "ending"), [(S_OK, [("CoUninitialize",)]), (S_FALSE, [("CoUninitialize",)]), (E_FAIL, [])]
)
def test_where_com_refuses_nothing_is_shown(initialised: int, ending: list[tuple[str]]) -> None:
    shell = Shell(CoInitializeEx=initialised, CoCreateInstance=REGDB_E_CLASSNOTREG)
    taskbar = Taskbar(WINDOW, shell)
    taskbar.show(TaskbarState.NORMAL, 0.5)
    taskbar.close()
    assert shell.calls == [*BEGINNING[:2], *ending]


def test_where_there_is_no_taskbar_nothing_is_shown() -> None:
    shell, taskbar = opened(HrInit=E_NOTIMPL)
    taskbar.show(TaskbarState.NORMAL, 0.5)
    taskbar.close()
    assert shell.calls == [("Release",), ("CoUninitialize",)]


def test_a_taskbar_that_refuses_later_does_no_harm() -> None:
    shell, taskbar = opened(SetProgressState=E_FAIL, SetProgressValue=E_FAIL)
    taskbar.show(TaskbarState.ERROR, 0.5)
    taskbar.close()
    assert [name for name, *_ in shell.calls] == ["SetProgressState", "SetProgressValue", "Release", "CoUninitialize"]


def test_every_system_has_one_to_talk_to() -> None:
    taskbar = taskbar_of(0)
    for state in TaskbarState:
        taskbar.show(state, 0.5)
    taskbar.close()

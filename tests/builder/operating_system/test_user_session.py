"""Whether somebody can see a window of this process."""

from __future__ import annotations

from typing import Any

import pytest

from builder.operating_system import posix, windows


@pytest.mark.parametrize(
    ("environment", "seen"),
    [
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "wayland;xcb"}, True),
        ({}, False),
        ({"DISPLAY": "", "WAYLAND_DISPLAY": ""}, False),
        ({"SSH_CONNECTION": "1", "TERM": "xterm"}, False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "minimal:enable_fonts"}, False),
        ({"QT_QPA_PLATFORM": "xcb"}, False),
    ],
)
def test_a_screen_has_somebody_before_it(environment: dict[str, str], seen: bool) -> None:
    assert posix.has_user_session(environment) is seen


class Windows:
    """Windows with a process in a session, at a window station."""

    def __init__(self, session: int, *, visible: bool, told: int = 1) -> None:
        self._session, self._visible, self._told = session, visible, told
        self.kernel32 = self.user32 = self

        def station() -> int:
            return 0x7_0000_0042

        self.GetProcessWindowStation: Any = station

    def GetCurrentProcessId(self) -> int:  # noqa: N802 - Windows' names
        return 4242

    def ProcessIdToSessionId(self, process: int, session: Any) -> int:  # noqa: N802
        assert process == 4242
        session._obj.value = self._session
        return 1

    def GetUserObjectInformationW(self, station: Any, what: int, flags: Any, size: int, _needed: object) -> int:  # noqa: N802
        assert (station.value, what) == (0x7_0000_0042, 1)
        flags._obj[0], flags._obj[2] = 1, int(self._visible)
        return self._told


@pytest.mark.parametrize(
    ("session", "visible", "told", "seen"),
    [(1, True, 1, True), (0, True, 1, False), (1, False, 1, False), (2, False, 0, True)],
)
def test_a_service_of_windows_shows_its_windows_to_nobody(session: int, visible: bool, told: int, seen: bool) -> None:
    assert windows.is_shown(Windows(session, visible=visible, told=told)) is seen


@pytest.mark.parametrize("platform", ["offscreen", "minimal"])
def test_what_is_painted_nowhere_is_seen_by_nobody_on_windows(platform: str) -> None:
    assert not windows.has_user_session({"QT_QPA_PLATFORM": platform})

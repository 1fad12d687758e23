"""The names of programs that hold files, from a stand-in for rstrtmgr.dll; tests/windows has a compiled one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from builder.operating_system.restart_manager import holders_of

MORE_DATA = 234


class Manager:
    """rstrtmgr.dll.

    Attributes:
        sessions: that were not ended.
        files: what was asked about.
    """

    def __init__(self, *programs: tuple[int, str], **answers: int) -> None:
        self._programs, self._answers = programs, answers
        self.sessions = 0
        self.files: list[str] = []

    def RmStartSession(self, session: Any, _flags: int, key: Any) -> int:  # noqa: N802 - Windows' name
        assert len(key) == 33
        if not (answer := self._answers.get("start", 0)):
            self.sessions += 1
            session._obj.value = 7
        return answer

    def RmRegisterResources(self, session: Any, count: int, names: Any, *_none: object) -> int:  # noqa: N802
        assert session.value == 7
        self.files = list(names[:count])
        return self._answers.get("register", 0)

    def RmGetList(self, _session: object, needed: Any, count: Any, found: Any, _reasons: object) -> int:  # noqa: N802
        room, wanted = count._obj.value, len(self._programs)
        needed._obj.value = wanted + self._answers.get("grows", 0) * (room + 1)
        if room < needed._obj.value:
            return MORE_DATA
        for place, (number, name) in enumerate(self._programs):
            found[place].process_id, found[place].name = number, name
        count._obj.value = wanted
        return self._answers.get("list", 0)

    def RmEndSession(self, _session: object) -> None:  # noqa: N802
        self.sessions -= 1


def test_each_program_is_named_once_and_we_are_not() -> None:
    manager = Manager((1, "Photo Studio"), (2, "Défender 工"), (os.getpid(), "engine-installer"), (3, "Photo Studio"))
    assert holders_of([Path("a"), Path("b ü")], manager) == ("Photo Studio", "Défender 工")
    assert manager.files == ["a", "b ü"]
    assert manager.sessions == 0


@pytest.mark.parametrize("refused", ["start", "register", "list", "grows"])
def test_where_windows_refuses_nobody_is_named(refused: str) -> None:
    manager = Manager((1, "Photo Studio"), **{refused: 5})
    assert holders_of([Path("a")], manager) == ()
    assert manager.sessions == 0


def test_a_file_that_nobody_holds_any_more_has_no_programs() -> None:
    assert holders_of([Path("a")], Manager()) == ()

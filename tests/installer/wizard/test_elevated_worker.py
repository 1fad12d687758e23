"""The window's worker lets another process work where it lacks the rights."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from builder.base.events import Event, Result, Warned
from builder.base.text import say
from installer.actions.log import RunLog
from installer.target.request import Request
from installer.wizard import worker
from installer.wizard.worker import Worker


@pytest.mark.parametrize("lacks", [True, False])
def test_the_work_is_done_where_the_rights_are(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lacks: bool
) -> None:
    done: list[str] = []

    def run(name: str) -> Any:
        def action(_what: object, request: Request, _log: RunLog, show: Any, _cancel: object) -> Result:
            assert request.target == tmp_path
            done.append(name)
            show(Warned(say("Something.")))
            return Result(0, "ok", say("Done."))

        return action

    monkeypatch.setattr(worker, "run_elevated", run("there"))
    monkeypatch.setattr(worker, "run_action", run("here"))
    monkeypatch.setattr("installer.target.location.has_administrator_rights", lambda: not lacks)
    log = RunLog(tmp_path / "log", ["test"], "current-user")
    made = Worker(log)
    events: list[Event] = []
    results: list[Result] = []
    made.happened.connect(events.extend)
    made.ended.connect(results.append)
    made.work("install", Request(target=tmp_path, scope="all-users"))
    log.close(results[0])
    assert done == ["there" if lacks else "here"]
    assert [event.name for event in events] == ["warning"]
    assert results[0].label == "ok"

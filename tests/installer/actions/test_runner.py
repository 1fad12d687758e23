"""Whatever happens in a run, its caller gets a result, and the log has the cause."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from builder.base.cancellation import CancelToken
from builder.base.errors import (
    AccessDenied,
    Cancelled,
    DiskFull,
    EngineInstallerError,
    ExitCode,
    InternalError,
    OutOfMemory,
)
from builder.base.events import Event, Logged, Result
from builder.base.text import say
from builder.building.machine import Machine
from installer.actions.install import install, repair
from installer.actions.log import RunLog
from installer.actions.outcome import result
from installer.actions.runner import action_of, as_user_error, run_action
from installer.actions.uninstall import uninstall
from installer.target.request import Request

DONE = result(ExitCode.OK, say("done"))

Action = Callable[[Request, Machine, CancelToken], Iterator[Event]]


def events(*items: Event | Exception) -> Action:
    def action(_request: Request, _machine: Machine, _cancel: CancelToken) -> Iterator[Event]:
        for item in items:
            if isinstance(item, Exception):
                raise item
            yield item

    return action


def run(tmp_path: Path, action: Action, shown: list[Event] | None = None) -> tuple[Result, str]:
    """Run an action; gives its result, and what the log has."""
    log = RunLog(tmp_path / "run.log", [], "current-user")
    show = (lambda _event: None) if shown is None else shown.append
    ended = run_action(action, Request(target=tmp_path / "target"), log, show, CancelToken())
    log.close(ended)
    return ended, (tmp_path / "run.log").read_text()


@pytest.mark.parametrize(
    ("command", "action"),
    [("install", install), ("repair", repair), ("add", install), ("remove", install), ("uninstall", uninstall)],
)
def test_each_command_does_what_it_is_called(command: str, action: Action) -> None:
    assert action_of(command) is action


def test_everything_is_shown_and_logged_but_the_result_which_is_returned(tmp_path: Path) -> None:
    shown: list[Event] = []
    one, two = Logged("info", "first things first"), Logged("warning", "second thoughts")
    ended, log = run(tmp_path, events(one, two, DONE), shown)
    assert ended == DONE
    assert shown == [one, two]
    assert log.index("first things first") < log.index("second thoughts") < log.index("RESULT code=0 name=ok")
    assert "cores: " in log


def test_a_known_error_becomes_the_result_and_its_details_stay_in_the_log(tmp_path: Path) -> None:
    error = AccessDenied(say("No."), hint=say("Ask."), detail="errno 13")
    ended, log = run(tmp_path, events(Logged("info", "x"), error))
    assert (ended.label, ended.detail, ended.hint) == ("access_denied", "No.", "Ask.")
    assert "DEBUG   errno 13" in log
    assert "Traceback" not in log


def test_an_unknown_error_becomes_an_internal_one_with_its_traceback_in_the_log(tmp_path: Path) -> None:
    ended, log = run(tmp_path, events(ZeroDivisionError("by zero")))
    assert (ended.label, ended.hint) == ("internal_error", "Report it with the log file.")
    assert ended.detail == "engine-installer hit an internal error: ZeroDivisionError: by zero"
    assert "ERROR   Traceback" in log
    assert "ZeroDivisionError: by zero" in log


def test_an_action_that_never_says_how_it_ended_is_an_internal_error(tmp_path: Path) -> None:
    ended, log = run(tmp_path, events(Logged("info", "x")))
    assert ended.label == "internal_error"
    assert "an action ended without a result" in log


def test_an_error_of_who_shows_the_events_is_a_result_as_well(tmp_path: Path) -> None:
    log = RunLog(tmp_path / "run.log", [], "current-user")

    def show(_event: Event) -> None:
        raise BrokenPipeError

    ended = run_action(events(Logged("info", "x"), DONE), Request(), log, show, CancelToken())
    log.close(ended)
    assert ended.label == "internal_error"


def test_a_run_that_is_cancelled_while_it_looks_at_the_computer_ends_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def survey(_cancel: CancelToken) -> Machine:
        raise Cancelled

    monkeypatch.setattr("builder.building.machine.survey_machine", survey)
    ended, _ = run(tmp_path, events(DONE))
    assert ended.label == "cancelled"


@pytest.mark.parametrize(
    ("error", "kind", "says"),
    [
        (MemoryError(), OutOfMemory, "not enough memory"),
        (RuntimeError("std::bad_alloc"), OutOfMemory, "not enough memory"),
        (PermissionError(13, "Permission denied", "/etc/x"), AccessDenied, "/etc/x"),
        (OSError(28, "No space left on device", "/etc/x"), DiskFull, "/etc/x"),
        (ValueError("odd"), InternalError, "ValueError: odd"),
        (OSError("no file is named"), InternalError, "no file is named"),
    ],
)
def test_any_error_is_put_into_words(error: Exception, kind: type[EngineInstallerError], says: str) -> None:
    told = as_user_error(error)
    assert type(told) is kind
    assert says in told.message
    assert told.hint or kind is not OutOfMemory


def test_an_error_for_users_stays_as_it_is() -> None:
    error = DiskFull(say("full"))
    assert as_user_error(error) is error

"""Runs one action from its beginning to its end for every front end: all is logged, and errors become the result."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from builder.base.cancellation import CancelToken
from builder.base.errors import EngineInstallerError, InternalError, OutOfMemory, says_out_of_memory
from builder.base.text import say

if TYPE_CHECKING:
    from builder.base.events import Event, Result
    from installer.actions.log import RunLog
    from installer.target.request import Request


def action_of(command: str) -> Callable[..., Iterator[Event]]:
    """Find what a command does, as a generator of events."""
    if command == "uninstall":
        from installer.actions.uninstall import uninstall

        return uninstall
    from installer.actions.install import install, repair

    return repair if command == "repair" else install


def run_action(
    action: Callable[..., Iterator[Event]],
    request: Request,
    log: RunLog,
    show: Callable[[Event], None],
    cancel: CancelToken,
) -> Result:
    """Run an action to its end.

    Args:
        action: as of `action_of`.
        request: what is asked for.
        log: gets everything.
        show: gets every event but the result.
        cancel: stops the action.

    Returns:
        How it ended, whatever happened.
    """
    import traceback

    from builder.base.events import Result
    from builder.building.machine import survey_machine
    from installer.actions.outcome import result_of

    try:
        machine = survey_machine(cancel)
        log.write_machine(machine)
        result: Result | None = None
        for event in action(request, machine, cancel):
            log.write_event(event)
            if isinstance(event, Result):
                result = event
            else:
                show(event)
        assert result is not None, "an action ended without a result"
        return result
    except Exception as error:
        # Whatever happens, the caller gets an exit code, a message and a log with the cause.
        known = isinstance(error, EngineInstallerError)
        if detail := error.detail if isinstance(error, EngineInstallerError) else traceback.format_exc():
            log.write("debug" if known else "error", detail)
        return result_of(as_user_error(error))


def as_user_error(error: Exception) -> EngineInstallerError:
    """Turn any error into one with a message for users."""
    if isinstance(error, EngineInstallerError):
        return error
    from builder.base.files import explain_if_about_file

    if says_out_of_memory(f"{type(error).__name__}: {error}"):
        return OutOfMemory(
            say("There is not enough memory to go on."),
            hint=say(
                "Close other programs, or raise the limit of memory (ulimit -v), then run the command again.",
                window="Close other programs, then try again.",
            ),
        )
    return explain_if_about_file(error) or internal_error(error)


def internal_error(error: Exception) -> InternalError:
    """Turn an unexpected exception into an error with a message for users."""
    return InternalError(
        say("engine-installer hit an internal error: {kind}: {message}", kind=type(error).__name__, message=error),
        hint=say("Report it with the log file."),
    )

"""Running an action with administrator rights from a window that has none: the window stays, another process works.

The same program is started once more, without a window, with what was chosen as its command line. Its events come back
and are shown and logged here as if they were our own.
"""

from __future__ import annotations

import csv
import io
import queue
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from builder.base.errors import AccessDenied, EngineInstallerError, ExitCode, InternalError, Remedy
from builder.base.events import Heartbeat, Hello, ProtocolError, Result
from builder.base.files import absolute
from builder.base.options import Declared, declared_options
from builder.base.program import child_command
from builder.base.text import say
from builder.engines.options import EngineOptions
from builder.operating_system import NotElevated
from builder.operating_system.elevated import ElevatedChild, can_elevate, start_elevated
from installer.actions.outcome import result_of
from installer.actions.relay import CANCEL, DO_NOT_WAIT, read_line
from installer.target.location import lacks_rights
from installer.target.receipt import read_receipt
from installer.target.request import Request, Scope

if TYPE_CHECKING:
    from builder.base.cancellation import CancelToken
    from builder.base.events import Event
    from installer.actions.log import RunLog

__all__ = ["arguments_of", "can_elevate", "needs_elevation", "run_elevated"]

Command = Literal["install", "repair", "add", "remove", "uninstall"]

_MODULE = "installer.command_line.relayed"
_POLL_SECONDS = 0.1
_GROUPS = {
    "install": ("places", "running", "library", "building", "engines"),
    "repair": ("places", "running", "library", "building", "engines", "repairing"),
    "add": ("places", "running", "library", "building"),
    "remove": ("places", "running"),
    "uninstall": ("places", "running", "removing"),
}
_ONLY_OURS = {"log"}
"""The options that are about this process: the other one has a log of its own, where every administrator finds it."""


def needs_elevation(scope: Scope | None, target: Path | None) -> bool:
    """Whether a run needs rights that this process does not have, so that it must ask for them first.

    Args:
        scope: whom it is for; None for whom it was installed for.
        target: where; None for the scope's default.
    """
    if scope is None and target is not None:
        try:
            receipt = read_receipt(absolute(target))
            scope = receipt.scope if receipt else None
        except EngineInstallerError:
            scope = None  # the run will meet the same error
    return lacks_rights(scope or "current-user")


def arguments_of(command: Command, request: Request) -> tuple[str, ...]:
    """Make the command line that asks for what a request asks for, for all users."""
    # Only a repair builds again what is there.
    if command == "install" and (request.retime or request.rebuild):
        command = "repair"
    if command == "install" and request.changes_features:
        command = "add" if request.add else "remove"
    features = {"add": request.add, "remove": request.remove}.get(command, ())
    named = ("--", *features) if features else ()
    return (command, "--all-users", *_options_of(command, request), *named)


def _options_of(command: str, request: Request) -> Iterator[str]:
    for table, values in ((Request, request), (EngineOptions, request.options)):
        for declared in declared_options(table):
            value = getattr(values, declared.name)
            is_given = value != declared.default and declared.name not in _ONLY_OURS
            if is_given and declared.option.flag and declared.option.group in _GROUPS[command]:
                yield declared.option.flag + ("" if declared.kind is bool else f"={_text_of(declared, value)}")


def _text_of(declared: Declared, value: Any) -> str:
    if declared.kind is Path:
        return str(absolute(value))
    if isinstance(value, tuple):
        line = io.StringIO()
        csv.writer(line, lineterminator="").writerow(value)
        return line.getvalue()
    return f"{value:f}" if isinstance(value, float) else str(value)


def run_elevated(
    command: Command,
    request: Request,
    log: RunLog,
    show: Callable[[Event], None],
    cancel: CancelToken,
    start: Callable[..., ElevatedChild | NotElevated] = start_elevated,
) -> Result:
    """Run an action with administrator rights, after the user has been asked for them.

    Args:
        command: what is done.
        request: what is asked for.
        log: gets everything.
        show: gets every event but the result.
        cancel: takes the question back, or stops the run.
        start: as `start_elevated`.

    Returns:
        How it ended, whatever happened.
    """
    try:
        child = start(child_command(_MODULE), *arguments_of(command, request))
        result = None if isinstance(child, NotElevated) else _relayed(child, request, log, show, cancel)
        code = child if isinstance(child, NotElevated) else child.exit_code()
    except OSError as error:
        return result_of(_ended_without_a_word(str(error)))
    if isinstance(code, NotElevated):
        return result_of(_not_elevated(code))
    return result or result_of(_ended_without_a_word(_label(code)))


def _relayed(
    child: ElevatedChild, request: Request, log: RunLog, show: Callable[[Event], None], cancel: CancelToken
) -> Result | None:
    """Show what it sends, and send what the user wants, until its result has come, or it has ended without."""
    lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def read() -> None:
        line = b"more"
        while line:
            try:
                line = child.receive()
            except (OSError, ValueError):
                line = b""
            lines.put(line)

    threading.Thread(target=read, name="elevated", daemon=True).start()
    has_begun, said = False, set[bytes]()
    while True:
        # A time limit is the other side's as well; it keeps what is finished, as a stop does not.
        if cancel.is_set and not cancel.timed_out and CANCEL not in said:
            said.add(CANCEL)
            child.send(CANCEL) if has_begun else child.take_back()
        if has_begun and DO_NOT_WAIT not in said and request.skip_wait():
            said.add(DO_NOT_WAIT)
            child.send(DO_NOT_WAIT)
        try:
            line = lines.get(timeout=_POLL_SECONDS)
        except queue.Empty:
            continue
        if not line:
            return None
        try:
            event = read_line(line)
        except ProtocolError as error:
            log.write("warning", f"from the run with administrator rights: {error}")
            continue
        if not has_begun:
            has_begun = True
            said.discard(CANCEL)
        if not isinstance(event, Hello | Heartbeat):
            log.write_event(event)
        if isinstance(event, Result):
            return event
        if not isinstance(event, Hello | Heartbeat):
            show(event)


def _not_elevated(reason: NotElevated) -> EngineInstallerError:
    if reason is NotElevated.REFUSED:
        return AccessDenied(
            say("Administrator rights were not given. Nothing was changed."),
            plain=say("Administrator rights were not given."),
            remedy=Remedy.TRY_AGAIN,
        )
    return AccessDenied(
        say("An installation for all users needs administrator rights, and there is no way to ask for them here."),
        plain=say("Only an administrator can install for everyone on this PC."),
        remedy=Remedy.NONE,
    )


def _label(code: int) -> str:
    return next((known.label for known in ExitCode if known.number == code), str(code))


def _ended_without_a_word(how: str) -> EngineInstallerError:
    return InternalError(
        say("The run with administrator rights ended without a result: {how}", how=how),
        plain=say("A part of the setup stopped unexpectedly."),
        remedy=Remedy.TRY_AGAIN,
    )

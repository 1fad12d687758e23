"""Running one action, with the wizard or a console, and the log."""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import threading
from collections.abc import Iterator
from dataclasses import replace

import builder
from builder.base.cancellation import CancelToken
from builder.base.events import Hello, Result
from builder.operating_system import has_administrator_rights
from installer.actions.log import RunLog
from installer.actions.own_logs import is_own_log, remove_logs
from installer.actions.runner import action_of, run_action
from installer.command_line.console import make_console, show_result
from installer.command_line.requests import Given, make_request, with_choices
from installer.command_line.screen import shows_wizard
from installer.command_line.signs_of_life import heartbeats, listen_for_cancel
from installer.target.request import Request, Scope


def run_command(
    options: argparse.Namespace, given: Given, arguments: list[str], scope: Scope, cancel: CancelToken
) -> int:
    """Run what was asked for.

    Args:
        options: the command, and how it is shown.
        given: the options of the run.
        arguments: the command line.
        scope: whom the run is for.
        cancel: stops the run.

    Returns:
        The exit status.
    """
    json_lines = _wants_json_lines(options)
    in_window = opens_window(options, arguments, cancel)
    request = make_request(options.command, given)
    # A window without the rights of an administrator lets another process work, which has a log of its own as well.
    log_scope: Scope = "current-user" if in_window and not has_administrator_rights() else scope
    log = RunLog(request.log, ["engine-installer", *arguments], log_scope)
    request = replace(request, log_path=log.path)
    if in_window:
        result, request = _run_in_wizard(options, given, request, log, cancel)
        close_log(log, result, request, log_scope)
        if options.passive:  # the window closed by itself
            show_result(result, json_lines=False, log_path=log.path)
        return result.code
    result = _run_on_console(options.command, request, log, cancel, json_lines=json_lines)
    close_log(log, result, request, scope)
    show_result(result, json_lines=json_lines, log_path=log.path)
    return result.code


def opens_window(options: argparse.Namespace, arguments: list[str], cancel: CancelToken) -> bool:
    """Whether a run is shown in a window."""
    if options.quiet or _wants_json_lines(options) or options.command in ("add", "remove"):
        return False
    return shows_wizard([] if options.passive else arguments, cancel)


def _wants_json_lines(options: argparse.Namespace) -> bool:
    return bool(options.json or options.progress == "jsonl")


def close_log(log: RunLog, result: Result, request: Request, scope: Scope) -> None:
    """End the log. That of a removal which took the logs of its application along was the last of them."""
    log.close(result)
    if request.remove_logs and result.code == 0 and is_own_log(log.path, scope):
        remove_logs([log.path])


def _run_in_wizard(
    options: argparse.Namespace, given: Given, request: Request, log: RunLog, cancel: CancelToken
) -> tuple[Result, Request]:
    """Let the user decide; returns how it ended, and what was asked for in the end."""
    from installer.wizard.run import run_wizard

    asked = request

    def save(chosen: Request) -> None:
        """Write the answers file once more, with what was chosen, where one is asked for."""
        nonlocal asked
        asked = chosen
        if options.save_answers:
            from installer.command_line.answers import save_answers

            save_answers(with_choices(given, chosen), options.save_answers)

    result = run_wizard(
        options.command,
        request,
        log,
        cancel,
        language=options.lang,
        passive=options.passive,
        timeout_minutes=request.timeout,
        save=save,
    )
    return result, asked


def _run_on_console(command: str, request: Request, log: RunLog, cancel: CancelToken, *, json_lines: bool) -> Result:
    gc.enable()
    console = make_console(json_lines=json_lines)
    if json_lines:
        listen_for_cancel(cancel)
    try:
        with time_limit(request.timeout, cancel), heartbeats(console.show) as show:
            show(Hello(os.getpid(), "engine-installer", builder.__version__))
            return run_action(action_of(command), request, log, show, cancel)
    finally:
        console.close()


@contextlib.contextmanager
def time_limit(minutes: float | None, cancel: CancelToken) -> Iterator[None]:
    """Stop what runs in this block after so many minutes."""
    clock = threading.Timer(minutes * 60, cancel.time_out) if minutes else None
    if clock:
        clock.daemon = True
        clock.start()
    try:
        yield
    finally:
        if clock:
            clock.cancel()

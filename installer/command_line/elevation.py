"""Running the same command once more with administrator rights."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from builder.base.cancellation import CancelToken
from builder.base.errors import AccessDenied, Cancelled, ExitCode
from builder.base.events import Result
from builder.base.files import absolute, os_errors_as
from builder.base.text import say, verbatim
from builder.operating_system import NotElevated, elevated_exit_code
from installer.actions.log import default_log_path
from installer.command_line.requests import Given
from installer.target.registration import own_program


def run_elevated(options: argparse.Namespace, given: Given, arguments: list[str], cancel: CancelToken) -> int | Result:
    """Run a command with administrator rights.

    Args:
        options: the command, and how it is shown.
        given: the options of the run.
        arguments: the command line.
        cancel: takes the question for the rights back.

    Returns:
        Its exit status, whatever became of it; on Windows, where its console was not seen, with words.

    Raises:
        Cancelled: the user has refused.
        AccessDenied: there is no way to ask.
    """
    # On Windows the other process has a console of its own, which is hidden: its log tells what happened.
    log = given.get("log") or default_log_path("all-users")
    # It may also start in another folder. What comes last takes precedence; answers were saved already.
    paths = {name: given.get(name) for name in ("package", "target", "wheels", "kit", "feed")}
    paths |= {"log": log, "answers": options.answers}
    absolutes = [text for name, path in paths.items() if path for text in (f"--{name}", str(absolute(path)))]
    program = own_program(sys.argv)
    with os_errors_as(Path(program[0]), say("start")):
        command = [*program, *_without_option(arguments, "--save-answers"), *absolutes, "--quiet"]
        code = elevated_exit_code(command, lambda: cancel.is_set)
    if code is NotElevated.REFUSED:
        raise Cancelled(verbatim("Administrator rights were not given. Nothing was changed."))
    if code is NotElevated.NO_PROMPT:
        raise AccessDenied(
            verbatim(
                "An installation for all users needs administrator rights, and there is no way to ask for them here."
            ),
            hint=verbatim("Run this as administrator or with sudo, or use --current-user."),
        )
    assert isinstance(code, int)
    if os.name != "nt":
        return code
    label = next((known.label for known in ExitCode if known.number == code), "unknown")
    return Result(code, label, verbatim(f"Ended with {label}; the log is {log}."))


def _without_option(arguments: list[str], option: str) -> list[str]:
    """Leave out an option with its value, in either form."""
    kept: list[str] = []
    skip = False
    for argument in arguments:
        if skip or argument == option:
            skip = not skip
        elif not argument.startswith(f"{option}="):
            kept.append(argument)
    return kept

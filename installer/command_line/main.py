"""`engine-installer`: flags in, exit code out.

Only what `--help` needs is imported here; everything else is imported by the command that needs it.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from builder.base.cancellation import CancelToken, cancel_on_signals
from builder.base.errors import Cancelled, EngineInstallerError, ExitCode, InternalError, InvalidParameter
from builder.base.terminal import Stream, settle_standard_streams
from installer.actions.runner import as_user_error
from installer.command_line.arguments import documented_arguments, make_parser

if TYPE_CHECKING:
    from installer.command_line.requests import Given
    from installer.target.request import Scope

_OTHERS_ONLY_READ = 0o022


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: the command line without the program's name.

    Returns:
        The exit status.
    """
    _trust_no_environment()
    cancel = CancelToken()
    cancel_on_signals(cancel)
    Stream.cancel = cancel
    parser = make_parser()
    given = documented_arguments(parser, list(sys.argv[1:] if arguments is None else arguments))
    try:
        return _dispatch(parser, given, cancel)
    except EngineInstallerError as error:
        return _report(error, given)
    except Exception as error:
        import traceback

        explained = as_user_error(error)
        return _report(explained, given, traceback.format_exc() if isinstance(explained, InternalError) else "")
    finally:
        settle_standard_streams()


def _trust_no_environment() -> None:
    """Before anything else is imported: what would be searched for, and where, is in the environment."""
    if os.name == "nt" or os.geteuid() == 0:
        from builder.operating_system import restrict_library_search, use_own_environment

        use_own_environment()
        restrict_library_search()


def _report(error: EngineInstallerError, arguments: list[str], detail: str = "") -> int:
    """Show an error that came before or outside a run, in the form that was asked for; returns the exit status."""
    from builder.base.events import Result
    from builder.base.terminal import Stream, print_error_object
    from installer.command_line.console import show_result

    # A detection script speaks through its exit status alone.
    if arguments[:1] == ["status"] and "--detect" in arguments and error.exit_code is not ExitCode.INVALID_PARAMETER:
        return 1
    if detail:
        Stream(sys.stderr).line(detail)
    result = Result(error.exit_code.number, error.exit_code.label, error.message, error.hint)
    shows_events = arguments[:1] not in (["status"], ["self-test"]) and "--plan" not in arguments
    if "--json" in arguments and not shows_events:
        print_error_object(result)
    show_result(result, json_lines=shows_events and _wants_json_lines(arguments))
    # Faults of a command line are for those who write one.
    if not isinstance(error, Cancelled | InvalidParameter):
        _show_on_desktop(error, arguments)
    return result.code


def _show_on_desktop(error: EngineInstallerError, arguments: list[str]) -> None:
    """Show an error in a window to a user who has started this from a desktop, and sees no console."""
    from builder.operating_system import has_user_session
    from installer.command_line.screen import shows_wizard

    asks_for_text = {"--quiet", "--json", "--plan", "--help", "--progress", "--progress=jsonl"} & set(arguments)
    if asks_for_text or arguments[:1] in (["status"], ["self-test"]) or not has_user_session():
        return
    with contextlib.suppress(Exception):  # it is on the console as well, where there is one
        if shows_wizard(arguments, Stream.cancel):
            from installer.wizard.trouble import show_trouble

            show_trouble(error, Stream.cancel)


def _wants_json_lines(arguments: list[str]) -> bool:
    return (
        "--json" in arguments or "--progress=jsonl" in arguments or ("--progress" in arguments and "jsonl" in arguments)
    )


def _dispatch(parser: argparse.ArgumentParser, arguments: list[str], cancel: CancelToken) -> int:
    options = parser.parse_args(arguments)
    if options.command is None:
        from installer.command_line.screen import shows_wizard

        if not shows_wizard(arguments, cancel):
            parser.print_help(sys.stderr)
            return ExitCode.INVALID_PARAMETER.number
        options = parser.parse_args(["install"])
    from installer.command_line import commands
    from installer.command_line.requests import given_options, imagined_options, with_kit

    elsewhere = imagined_options(options)
    given = with_kit(options.command, given_options(options))
    if options.command == "status":
        return commands.show_status(options, given, cancel)
    if options.command == "self-test":
        return commands.show_self_test(options, given, cancel)
    if elsewhere:
        return commands.show_imagined_plan(options, given, elsewhere, cancel)
    if options.plan:
        return commands.show_plan(options, given, cancel)
    return _change(options, given, arguments, cancel)


def _change(options: argparse.Namespace, given: Given, arguments: list[str], cancel: CancelToken) -> int:
    """Run a command that changes something, with the rights that it needs."""
    # Importing makes many objects and no garbage; looking for it would be a tenth of what the first window takes.
    # It is looked for again as soon as the window is painted, or a run without one begins.
    gc.disable()
    try:
        return _change_with_rights(options, given, arguments, cancel)
    finally:
        gc.enable()


def _change_with_rights(options: argparse.Namespace, given: Given, arguments: list[str], cancel: CancelToken) -> int:
    from builder.operating_system import is_elevated
    from installer.command_line.run import opens_window, run_command
    from installer.target.location import lacks_rights

    scope = _scope(options.command, given)
    # Quiet mode asks nothing; there, the action refuses. A window asks when the user has chosen.
    if lacks_rights(scope) and not options.quiet and not opens_window(options, arguments, cancel):
        from installer.command_line.console import show_result
        from installer.command_line.elevation import run_elevated

        ended = run_elevated(options, given, arguments, cancel)
        if isinstance(ended, int):
            return ended
        show_result(ended, json_lines=_wants_json_lines(arguments))
        return ended.code
    # Whatever the administrator's own habit is, every user must be able to read what is installed for all, and nobody
    # else to change what comes of rights that were taken on.
    mask = os.umask(_OTHERS_ONLY_READ)
    if scope != "all-users":
        os.umask(mask | (_OTHERS_ONLY_READ if is_elevated() else 0))
    try:
        return run_command(options, given, arguments, scope, cancel)
    finally:
        os.umask(mask)


def _scope(command: str, given: Given) -> Scope:
    """Find out whom a run is for: as asked, or as the installation in its target was."""
    from installer.command_line.requests import make_request
    from installer.target.installation import Installation
    from installer.target.receipt import read_receipt

    request = make_request(command, given)
    try:
        installation = Installation(request)
        return installation.scope_given(read_receipt(installation.target))
    except EngineInstallerError:
        # The action will meet the same error and log it.
        return request.scope or "current-user"

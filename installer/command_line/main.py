"""`engine-installer`: flags in, exit code out.

Only what `--help` needs is imported here; everything else is imported by the command that needs it.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import builder
from builder.base.cancellation import CancelToken, cancel_on_signals
from builder.base.errors import AccessDenied, Cancelled, EngineInstallerError, ExitCode, InvalidParameter
from builder.base.terminal import print_result
from installer.actions.runner import action_of, follow, internal_error
from installer.command_line.arguments import documented_arguments, make_parser

if TYPE_CHECKING:
    from pathlib import Path

    from builder.base.events import Event, Result
    from installer.target.installation import Request
    from installer.target.journal import Scope

_PROBE_SECONDS = 20.0
HEARTBEAT_SECONDS = 5.0
"""Within twice this time a front end that reads the events hears something."""

_MASK_FOR_ALL_USERS = 0o022


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: the command line without the program's name.

    Returns:
        The exit status.
    """
    cancel = CancelToken()
    cancel_on_signals(cancel)
    parser = make_parser()
    given = documented_arguments(parser, list(sys.argv[1:] if arguments is None else arguments))
    try:
        return _dispatch(parser, given, cancel)
    except EngineInstallerError as error:
        return _report(error, given)
    except Exception as error:
        import traceback

        return _report(internal_error(error), given, traceback.format_exc())


def _report(error: EngineInstallerError, given: list[str], detail: str = "") -> int:
    """Tell of an error that came before or outside a run, in the form that was asked for; returns the exit status."""
    from builder.base.events import Result

    # A detection script speaks through its exit status alone.
    if given[:1] == ["status"] and "--detect" in given and error.exit_code is not ExitCode.INVALID_PARAMETER:
        return 1
    if detail:
        sys.stderr.write(detail)
    result = Result(error.exit_code.number, error.exit_code.label, error.message, error.hint)
    shows_events = given[:1] != ["status"] and "--plan" not in given
    _show_result(result, json_lines=shows_events and _wants_json_lines(given))
    return result.code


def _show_result(result: Result, *, json_lines: bool, log_path: Path | None = None) -> None:
    from installer.command_line.console import JsonLinesConsole

    if json_lines:
        JsonLinesConsole().show(result)
    else:
        print_result(result, log_path)


def _wants_json_lines(given: list[str]) -> bool:
    return "--json" in given or "--progress=jsonl" in given or ("--progress" in given and "jsonl" in given)


def _dispatch(parser: argparse.ArgumentParser, given: list[str], cancel: CancelToken) -> int:
    options = parser.parse_args(given)
    if options.command is None:
        if not shows_wizard(given):
            parser.print_help(sys.stderr)
            return ExitCode.INVALID_PARAMETER.number
        options = parser.parse_args(["install"])
    _answer(options)
    if options.command == "status":
        return _status(options, cancel)
    if options.command == "self-test":
        return _self_test(options, cancel)
    if options.plan:
        return _print_plan(options, cancel)
    scope = _scope(options)
    if scope != "all-users":
        return _run(options, given, scope, cancel)
    from builder.operating_system import has_administrator_rights

    # Quiet mode asks nothing; there, the action refuses.
    if not has_administrator_rights() and not options.quiet:
        return _run_elevated(options, given)
    # Whatever the administrator's own habit is, every user must be able to read what is installed for all.
    mask = os.umask(_MASK_FOR_ALL_USERS)
    try:
        return _run(options, given, scope, cancel)
    finally:
        os.umask(mask)


def _scope(options: argparse.Namespace) -> Scope:
    """Whom a run is for: as asked, or as the installation in its target was."""
    from installer.target.installation import Installation
    from installer.target.receipt import read_receipt

    try:
        installation = Installation(_request(options))
        return installation.scope_given(read_receipt(installation.target))
    except EngineInstallerError:
        # The action will meet the same, and its error goes into the log.
        return options.scope or "current-user"


def _run_elevated(options: argparse.Namespace, given: list[str]) -> int:
    """Run the same command with administrator rights; returns its exit status, whatever became of it."""
    from pathlib import Path

    from builder.base.events import Result
    from builder.base.files import absolute, explained
    from builder.operating_system import NotElevated, elevated_exit_code
    from installer.actions.log import default_log_path
    from installer.target.registration import own_program

    # On Windows the other process has a console of its own that nobody sees: its log tells what happened.
    options.log = options.log or default_log_path("all-users")
    # It may also start in another folder. What comes last goes before what was given; answers were saved already.
    names = ("package", "target", "log", "answers", "wheels")
    paths = [(name, getattr(options, name)) for name in names if getattr(options, name, None)]
    absolutes = [text for name, path in paths for text in (f"--{name}", str(absolute(path)))]
    arguments = _without_option(given, "--save-answers")
    program = own_program(sys.argv)
    with explained(Path(program[0]), "start"):
        code = elevated_exit_code([*program, *arguments, *absolutes, "--quiet"])
    if code is NotElevated.REFUSED:
        raise Cancelled("Administrator rights were not given. Nothing was changed.")
    if code is NotElevated.NO_PROMPT:
        raise AccessDenied(
            "An installation for all users needs administrator rights, and nobody could be asked for them.",
            hint="Run this as administrator or with sudo, or use --current-user.",
        )
    assert isinstance(code, int)
    if os.name == "nt":
        label = next((known.label for known in ExitCode if known.number == code), "unknown")
        _show_result(
            Result(code, label, f"Ended with {label}; the log is {options.log}."), json_lines=_wants_json_lines(given)
        )
    return code


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


def _answer(options: argparse.Namespace) -> None:
    """Read the answers file and write one, where that is asked for."""
    if getattr(options, "answers", None):
        from installer.command_line.answers import apply_answers, read_answers

        apply_answers(options, read_answers(options.answers), options.answers.absolute().parent)
    if getattr(options, "save_answers", None):
        from installer.command_line.answers import save_answers

        _request(options)  # what contradicts itself is not worth writing down
        save_answers(options, options.save_answers)


def _save_answers(options: argparse.Namespace, chosen: Request) -> None:
    """Write the answers file once more, with what was chosen in the wizard, where one is asked for."""
    if not options.save_answers:
        return
    from builder.gpu.busy import BusyPolicy
    from installer.command_line.answers import save_answers

    values = vars(options) | {
        "target": chosen.target,
        "gpu": chosen.options.gpu,
        "portable": chosen.options.portable,
        "without": chosen.options.without,
        "optimization_level": chosen.options.optimization_level,
        "if_busy": None if chosen.busy.if_busy == BusyPolicy().if_busy else chosen.busy.if_busy,
    }
    save_answers(argparse.Namespace(**values), options.save_answers)


def _request(options: argparse.Namespace) -> Request:
    from builder.base.settings import HEURISTIC_OPTIMIZATION_LEVEL
    from builder.building.plan import PlanOptions
    from builder.gpu.busy import BusyPolicy
    from installer.target.installation import Request

    level = getattr(options, "optimization_level", None)
    if getattr(options, "heuristic", False):
        if level not in (None, HEURISTIC_OPTIMIZATION_LEVEL):
            raise InvalidParameter(
                f"--heuristic is --optimization-level {HEURISTIC_OPTIMIZATION_LEVEL}, "
                f"but --optimization-level {level} was given as well."
            )
        level = HEURISTIC_OPTIMIZATION_LEVEL
    plan_options = PlanOptions(
        backend=getattr(options, "backend", None),
        gpu=getattr(options, "gpu", None),
        portable=getattr(options, "portable", False),
        targets=getattr(options, "targets", ()),
        optimization_level=level,
        jobs=getattr(options, "jobs", None),
        without=getattr(options, "without", ()),
    )
    busy = BusyPolicy()
    if getattr(options, "if_busy", None) is not None:
        busy = replace(busy, if_busy=options.if_busy)
    if getattr(options, "busy_timeout", None) is not None:
        busy = replace(busy, timeout_seconds=options.busy_timeout)
    target = options.target
    if target is None and getattr(sys, "frozen", False) and options.command != "install":
        from installer.target.maintenance_copy import copy_target

        target = copy_target()  # the copy of the program in a target means that one
    return Request(
        package=options.package,
        target=target,
        scope=options.scope,
        options=plan_options,
        busy=busy,
        wait=getattr(options, "wait", False),
        wheels=getattr(options, "wheels", None),
    )


def _print(text: str) -> None:
    from installer.command_line.console import PlainConsole

    PlainConsole().print(text)


def _print_json(values: dict[str, Any]) -> None:
    import json

    _print(json.dumps(values, ensure_ascii=False, indent=2))


def _status(options: argparse.Namespace, cancel: CancelToken) -> int:
    from builder.building.machine import survey_machine
    from installer.actions.status import status
    from installer.command_line import rendering as texts

    found = status(_request(options), survey_machine(), cancel, quick=options.detect)
    if options.detect:
        if found.state != "ready":
            return 1
        _print(f"ready {found.fingerprint}")
        return 0
    if options.json:
        _print_json(found.to_json())
    else:
        _print(texts.status_text(found))
    return (ExitCode.NOT_INSTALLED if found.state == "absent" else ExitCode.OK).number


def _self_test(options: argparse.Namespace, cancel: CancelToken) -> int:
    from installer.self_test.checks import self_test

    found = self_test(cancel, options.wheels, options.picture)
    if options.json:
        _print_json(found.to_json())
    else:
        _print(found.text)
    return (ExitCode.OK if found.passed else ExitCode.INTERNAL_ERROR).number


def _print_plan(options: argparse.Namespace, cancel: CancelToken) -> int:
    from installer.command_line import rendering as texts

    if options.command == "uninstall":
        from installer.actions import uninstall

        removal = uninstall.plan(_request(options), cancel)
        if options.json:
            _print_json(removal.to_json())
        else:
            _print(texts.removal_text(removal))
        return ExitCode.OK.number
    from builder.building.machine import survey_machine
    from installer.actions import install

    plan = install.plan(_request(options), survey_machine(), cancel, repairing=options.command == "repair")
    if options.json:
        _print_json(plan.to_json())
    else:
        _print(texts.plan_text(plan.to_json()))
    refusal = plan.refusal
    return (refusal.exit_code if refusal else ExitCode.OK).number


def shows_wizard(given: Sequence[str], environment: Mapping[str, str] = os.environ) -> bool:
    """Whether somebody sits before a screen and has not chosen a terminal.

    Args:
        given: the command line; without any, the program was started from a desktop or by its name alone.
        environment: of the process.
    """
    import importlib.util

    screen = os.name == "nt" or any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    in_terminal = any(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))
    if not screen or (given and in_terminal) or importlib.util.find_spec("PySide6") is None:
        return False
    return os.name == "nt" or environment.get("QT_QPA_PLATFORM") == "offscreen" or _qt_has_a_screen()


def _qt_has_a_screen() -> bool:
    """Whether Qt can show something: it needs libraries of the system, and a screen that answers."""
    import subprocess

    from builder.base.program import child_command

    command = child_command("installer.wizard.probe")
    quiet = subprocess.DEVNULL
    try:
        done = subprocess.run(command, stdin=quiet, stdout=quiet, stderr=quiet, timeout=_PROBE_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _run(options: argparse.Namespace, given: list[str], scope: Scope, cancel: CancelToken) -> int:
    from builder.base.events import Hello
    from installer.actions.log import RunLog
    from installer.command_line.console import make_console

    json_lines = options.json or options.progress == "jsonl"
    request = _request(options)
    log = RunLog(options.log, ["engine-installer", *given], scope)
    if not (options.quiet or json_lines) and shows_wizard([] if options.passive else given):
        from installer.wizard.run import run_wizard

        result = run_wizard(
            options.command,
            request,
            log,
            cancel,
            language=options.lang,
            passive=options.passive,
            timeout_minutes=options.timeout,
            save=lambda chosen: _save_answers(options, chosen),
        )
        log.close(result)
        if options.passive:  # nobody may have seen why
            _show_result(result, json_lines=False, log_path=log.path)
        return result.code
    console = make_console(json_lines=json_lines)
    if json_lines:
        _listen_for_cancel(cancel)
    clock = threading.Timer(options.timeout * 60, cancel.time_out) if options.timeout else None
    if clock:
        clock.daemon = True
        clock.start()
    try:
        with _heartbeats(console.show) as show:
            show(Hello(os.getpid(), "engine-installer", builder.__version__))
            result = follow(action_of(options.command), replace(request, log_path=log.path), log, show, cancel)
    finally:
        if clock:
            clock.cancel()
        console.close()
    log.close(result)
    _show_result(result, json_lines=json_lines, log_path=log.path)
    return result.code


@contextlib.contextmanager
def _heartbeats(show: Callable[[Event], None]) -> Iterator[Callable[[Event], None]]:
    """Show a heartbeat whenever nothing else was shown for a while, so that nobody takes a long step for a hang.

    Yields:
        What to show events with instead of `show`.
    """
    from builder.base.events import Heartbeat

    started = time.monotonic()
    lock = threading.Lock()
    ended = threading.Event()
    something_shown = threading.Event()

    def show_and_note(event: Event) -> None:
        something_shown.set()
        with lock:
            show(event)

    def beat() -> None:
        while not ended.wait(HEARTBEAT_SECONDS):
            if not something_shown.is_set():
                with lock:
                    show(Heartbeat(round(time.monotonic() - started, 1)))
            something_shown.clear()

    thread = threading.Thread(target=beat, name="heartbeat", daemon=True)
    thread.start()
    try:
        yield show_and_note
    finally:
        ended.set()
        thread.join()


def _listen_for_cancel(cancel: CancelToken) -> None:
    """Let a controlling process cancel with a line on standard input; its end means nothing."""
    from builder.base.events import CANCEL_COMMAND
    from builder.operating_system import take_standard_input

    if sys.stdin is None:  # the process was started without one
        return
    commands = take_standard_input()

    def listen() -> None:
        pending = b""
        # Unbuffered: a thread that waits inside a buffered reader holds its lock while the interpreter exits.
        with contextlib.suppress(OSError):
            while chunk := commands.read(4096):
                *lines, pending = (pending + chunk).split(b"\n")
                if CANCEL_COMMAND.encode() in (line.strip() for line in lines):
                    cancel.cancel()

    threading.Thread(target=listen, name="standard input", daemon=True).start()

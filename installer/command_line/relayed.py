"""A run with administrator rights for a window that has none: see `installer/actions/elevated.py`.

Everything that it does is on its command line. Over the line to the window come two words at the most, and its end,
which stops the run: the window is gone.
"""

from __future__ import annotations

import contextlib
import os
import threading
from dataclasses import replace

import builder
from builder.base.cancellation import CancelToken, cancel_on_signals
from builder.base.events import Event, Hello, Result
from builder.base.program import child_arguments
from builder.operating_system import restrict_library_search, use_own_environment
from builder.operating_system.elevated import Relay, relay_at
from installer.actions.log import RunLog
from installer.actions.outcome import result_of
from installer.actions.relay import CANCEL, DO_NOT_WAIT, to_line
from installer.actions.runner import action_of, as_user_error, run_action
from installer.command_line.arguments import make_parser
from installer.command_line.requests import given_options, make_request
from installer.command_line.run import close_log, time_limit

_OTHERS_ONLY_READ = 0o022


def main() -> int:
    """Do what the command line says, and tell the window what happens."""
    if os.name == "nt" or os.geteuid() == 0:
        use_own_environment()
        restrict_library_search()
    os.umask(os.umask(_OTHERS_ONLY_READ) | _OTHERS_ONLY_READ)
    address, *arguments = child_arguments()
    relay = relay_at(address)
    cancel = CancelToken()
    cancel_on_signals(cancel)
    try:
        result = _run(arguments, relay, cancel)
    except Exception as error:
        result = result_of(as_user_error(error))
    _send(relay, result)
    return result.code


def _run(arguments: list[str], relay: Relay, cancel: CancelToken) -> Result:
    options = make_parser().parse_args(arguments)
    skips_wait = threading.Event()
    request = replace(make_request(options.command, given_options(options)), skip_wait=skips_wait.is_set)
    scope = request.scope or "current-user"
    log = RunLog(request.log, ["engine-installer", *arguments], scope)
    _send(relay, Hello(os.getpid(), "engine-installer", builder.__version__))
    threading.Thread(target=_listen, args=(relay, cancel, skips_wait), name="window", daemon=True).start()
    with time_limit(request.timeout, cancel):
        result = run_action(
            action_of(options.command),
            replace(request, log_path=log.path),
            log,
            lambda event: _send(relay, event),
            cancel,
        )
    close_log(log, result, request, scope)
    return result


def _send(relay: Relay, event: Event) -> None:
    with contextlib.suppress(OSError):  # the window is gone; `_listen` stops the run
        relay.send(to_line(event))


def _listen(relay: Relay, cancel: CancelToken, skips_wait: threading.Event) -> None:
    with contextlib.suppress(OSError):
        while line := relay.receive():
            if line == CANCEL:
                cancel.cancel()
            elif line == DO_NOT_WAIT:
                skips_wait.set()
    cancel.cancel()

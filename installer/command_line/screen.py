"""Whether there is a screen for the wizard, and a user before it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from builder.base.cancellation import CancelToken

_PROBE_SECONDS = 20.0


def shows_wizard(given: Sequence[str], cancel: CancelToken, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the wizard can be shown, and the user has not chosen a terminal.

    Args:
        given: the command line; without any, the program was started from a desktop or by its name alone.
        cancel: stops it while the screen does not answer.
        environment: of the process.
    """
    from builder.base.program import has_wizard
    from builder.operating_system import has_user_session, is_terminal

    screen = has_user_session(environment) or bool(environment.get("QT_QPA_PLATFORM"))
    in_terminal = any(map(is_terminal, (sys.stdin, sys.stdout, sys.stderr)))
    if not screen or (given and in_terminal) or not has_wizard():
        return False
    return os.name == "nt" or environment.get("QT_QPA_PLATFORM") == "offscreen" or _qt_has_a_screen(cancel)


def _qt_has_a_screen(cancel: CancelToken) -> bool:
    """Whether Qt can show something: it needs system libraries, and a screen that answers."""
    import subprocess

    from builder.base.program import child_command

    command = child_command("installer.wizard.probe")
    quiet = subprocess.DEVNULL
    try:
        with subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet) as probe:
            return cancel.wait(probe, _PROBE_SECONDS) == 0
    except OSError:
        return False

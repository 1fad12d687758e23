"""The logs of one application among those of all applications in a log folder: found by what they say themselves.

Only files with the name that `installer.actions.log` gives, in the log folder of the scope, count; where `--log` put
a log, it stays.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from builder.base.errors import EngineInstallerError
from builder.base.files import remove_file
from builder.base.names import printable
from builder.base.paths import entries_of
from builder.base.small_files import read_small_file
from builder.base.text import Text, verbatim
from builder.operating_system import distrust
from installer.actions.log import LOG_NAME, Mask, log_folder
from installer.target.location import is_strict
from installer.target.request import Scope

_MOST_BYTES = 64 << 20
"""A log that is larger than any real one is not read, and stays."""
_ABOUT = re.compile(r"^\S+ (?:DEBUG|INFO) +(?P<what>application: (?P<app>\S+) in .*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class OwnLogs:
    """Log files of one application.

    Attributes:
        files: their paths.
        bytes: of all of them.
    """

    files: tuple[Path, ...] = ()
    bytes: int = 0


def about(app_id: str, target: Path) -> Text:
    """Say which application a log is about; by this line it is found again."""
    return verbatim(f"application: {app_id} in {target}")


def find_logs(app_id: str, target: Path, scope: Scope, besides: Path | None) -> OwnLogs:
    """Find the logs of runs on one installation.

    Args:
        app_id: of the application.
        target: where it is.
        scope: whom it is for; each has its log folder.
        besides: the log of the run that asks.

    Returns:
        None of a strict run whose log folder others could change: they would decide what is removed.
    """
    try:
        folder = log_folder(scope)
    except RuntimeError:  # this user has no home folder, so none has logs in it
        return OwnLogs()
    if is_strict(scope, folder) and distrust(folder):
        return OwnLogs()
    says = printable(Mask(os.environ)(about(app_id, target)))
    found: dict[Path, int] = {}
    for path in sorted(entries_of(folder)):
        if path != besides and LOG_NAME.fullmatch(path.name):
            with contextlib.suppress(OSError):
                content = read_small_file(path, _MOST_BYTES, follow_links=False)
                if _is_about(content.decode("utf-8", "replace"), app_id, says):
                    found[path] = len(content)
    return OwnLogs(tuple(found), sum(found.values()))


def _is_about(text: str, app_id: str, says: str) -> bool:
    """Whether a log is about this installation, and about no other application as well."""
    lines = list(_ABOUT.finditer(text))
    is_there = any(line["what"] == says for line in lines)
    return is_there and all(line["app"] == app_id for line in lines)


def is_own_log(path: Path, scope: Scope) -> bool:
    """Whether a log lies in the log folder under the name that a run gives, and not where somebody has asked for it."""
    try:
        return path.parent == log_folder(scope) and bool(LOG_NAME.fullmatch(path.name))
    except RuntimeError:
        return False


def remove_logs(files: Iterable[Path]) -> list[Path]:
    """Remove log files; returns those that the system would not remove."""
    refused = []
    for path in files:
        try:
            remove_file(path)
        except EngineInstallerError:
            refused.append(path)
    return refused

"""What a run writes outside of its target: the log, saved answers, a desktop entry.

Another user must not be able to lead a strict run elsewhere: not by links, not by a file that is there already under a
second name or in the hands of its owner, and not by a pipe that keeps it waiting.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from builder.base.errors import BlockedByPolicy, Remedy
from builder.base.files import os_errors_as, write_atomically
from builder.base.paths import file_to_write
from builder.base.text import Text, say, verbatim
from builder.operating_system import distrust, has_administrator_rights
from installer.target.location import is_strict
from installer.target.request import Scope

_READ_BY_ALL = 0o644
_ENTERED_BY_ALL = 0o755
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def open_to_append(path: Path, scope: Scope, mode: int) -> int:
    """Open a file to write at its end, and make it and its folder if they are missing.

    Args:
        path: absolute.
        scope: whom the run is for.
        mode: of a new file.

    Returns:
        The descriptor.

    Raises:
        BlockedByPolicy: the run is strict, and another user decides what is written there, or could read it.
        OSError: the system refused, or it is no file.
    """
    strict = is_strict(scope, path)
    _make_folder(path, strict=strict)
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
    for name in ("O_CLOEXEC", "O_NONBLOCK", "O_NOCTTY", "O_NOINHERIT", *(["O_NOFOLLOW"] if strict else [])):
        flags |= getattr(os, name, 0)
    try:
        descriptor = os.open(path, flags, mode)
    except OSError as error:
        if error.errno == errno.ENXIO:  # nobody reads from it at this moment
            raise OSError(errno.EINVAL, "it is a pipe") from error
        raise
    try:
        _check_opened(os.fstat(descriptor), path, strict=strict)
    except BaseException:
        os.close(descriptor)
        raise
    if os.name != "nt":
        os.set_blocking(descriptor, True)
    return descriptor


def write_output(
    path: Path, content: bytes, scope: Scope, temporary: Path | None = None, mode: int | None = None
) -> None:
    """Write a whole file, which every user may read if the run is strict; make its folder if it is missing.

    Args:
        path: absolute.
        content: all of it.
        scope: whom the run is for.
        temporary: where it may lie until it is complete, in the same folder; None for a hidden file beside it.
        mode: of the file; None for the usual one.

    Raises:
        BlockedByPolicy: the run is strict, and another user decides what is written there.
        EngineInstallerError: the system refused.
    """
    strict = is_strict(scope, path)
    with os_errors_as(path, say("write")):
        _make_folder(path, strict=strict)
    # The name is taken over in one step, so whatever link or file has it is neither followed nor written to.
    write_atomically(path, content, temporary, mode or (_READ_BY_ALL if strict else None))


def write_named_output(path: Path, content: bytes, scope: Scope) -> None:
    """Write a whole file that the user has named, through a link to one unless the run is strict.

    Args:
        path: absolute.
        content: all of it.
        scope: whom the run is for.

    Raises:
        BlockedByPolicy: the run is strict, and it is a link, or another user decides what is written there.
        InvalidParameter: it is a device, a pipe, a folder or a link that leads nowhere.
        EngineInstallerError: the system refused.
    """
    with os_errors_as(path, say("write")):
        _check_trusted(path, strict=is_strict(scope, path))
    write_output(file_to_write(path), content, scope)


def _make_folder(path: Path, *, strict: bool) -> None:
    """Make the folder of a file; in a strict run, step by step where nobody else can put a link in between.

    Raises:
        BlockedByPolicy: another user decides what is written there.
        OSError: the system refused.
    """
    for folder in reversed(path.parents):
        if not folder.exists():
            _check_trusted(path, strict=strict)
            folder.mkdir(_ENTERED_BY_ALL if strict else 0o777, exist_ok=True)
    _check_trusted(path, strict=strict)


def _check_trusted(path: Path, *, strict: bool) -> None:
    # In a sticky folder such as /tmp, the file itself decides: others cannot replace one of ours.
    if strict and (reason := distrust(path)):
        raise _blocked(path, verbatim(reason))


def _check_opened(status: os.stat_result, path: Path, *, strict: bool) -> None:
    if stat.S_ISFIFO(status.st_mode):
        raise OSError(errno.EINVAL, "it is a pipe")
    if stat.S_ISREG(status.st_mode) and status.st_nlink > 1 and (strict or has_administrator_rights()):
        raise _blocked(path, say("it has another name elsewhere (a hard link)"))
    if not strict:
        return  # a terminal or the null device will do
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "it is not a file")
    # Between the look at the path and the opening, another user may have made the file in a sticky folder.
    if os.name != "nt" and (status.st_uid != os.geteuid() or status.st_mode & _OTHERS_WRITE):
        raise _blocked(path, say("it belongs to another user, or others can write it"))


def _blocked(path: Path, reason: Text) -> BlockedByPolicy:
    return BlockedByPolicy(
        say("Nothing is written to {folder} with administrator rights: {reason}.", folder=path, reason=reason),
        hint=say("Choose a folder that only administrators can change, or run this without administrator rights."),
        plain=say("A file cannot be written safely, because others on this PC could change it."),
        remedy=Remedy.NONE,
    )

"""Questions about paths that users give.

pathlib's own answers end in a `PermissionError` where a folder on the way may not be entered, and those of `os.path`
are then "no", which is as wrong. These say which path cannot be looked at, and why, and take long paths on Windows.
"""

from __future__ import annotations

import errno
import stat
from pathlib import Path

from builder.base import files
from builder.base.files import os_errors_as
from builder.base.text import say
from builder.operating_system import extended_path


def exists(path: Path) -> bool:
    """Whether something is there, behind any links.

    Raises:
        EngineInstallerError: that cannot be found out; so for each of these questions.
    """
    with os_errors_as(path, say("read")):
        return extended_path(path).exists()


def entry_exists(path: Path) -> bool:
    """Whether the name is taken, if only by a link that leads nowhere."""
    with os_errors_as(path, say("read")):
        return files.is_link(extended_path(path)) or extended_path(path).exists()


def is_file(path: Path) -> bool:
    """Whether it is a regular file, behind any links."""
    with os_errors_as(path, say("read")):
        return extended_path(path).is_file()


def file_to_write(path: Path) -> Path:
    """Find the file behind a name that a user gave for output, so that a link stays one.

    Replacing a device such as /dev/null with a file, which root could do, would harm the whole computer.

    Raises:
        InvalidParameter: a device, a pipe, a folder or a link that leads nowhere has that name.
    """
    with os_errors_as(path, say("write")):
        if entry_exists(path) and not is_file(path):
            raise OSError(errno.EINVAL, "it is no ordinary file")
        return path.resolve()


def is_regular_file(path: Path) -> bool:
    """Whether it is a regular file itself, and no link to one."""
    with os_errors_as(path, say("read")):
        try:
            return stat.S_ISREG(extended_path(path).lstat().st_mode)
        except (FileNotFoundError, NotADirectoryError):
            return False


def size_of(path: Path) -> int:
    """How many bytes a file has."""
    with os_errors_as(path, say("read")):
        return extended_path(path).stat().st_size


def is_folder(path: Path) -> bool:
    """Whether it is a folder, behind any links."""
    with os_errors_as(path, say("read")):
        return extended_path(path).is_dir()


def is_real_folder(path: Path) -> bool:
    """Whether it is a folder itself, and no link to one."""
    return is_folder(path) and not is_link(path)


def is_link(path: Path) -> bool:
    """Whether it is a symbolic link or, on Windows, a junction."""
    with os_errors_as(path, say("read")):
        return files.is_link(extended_path(path))


def entries_of(folder: Path) -> list[Path]:
    """List what is in a folder; nothing where it is none."""
    with os_errors_as(folder, say("read")):
        try:
            return sorted(folder / entry.name for entry in extended_path(folder).iterdir())
        except (FileNotFoundError, NotADirectoryError):
            return []


def files_below(folder: Path) -> list[Path]:
    """List everything below a folder that is not a folder; nothing where it is none."""
    found = []
    for entry in entries_of(folder):
        found += files_below(entry) if is_real_folder(entry) else [entry]
    return found

"""What people call a running program: `Blender`, not `blender` or `process 4033`."""

from __future__ import annotations

import functools
import os
import re
import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath, PureWindowsPath

from builder.base.names import one_line
from builder.base.small_files import read_small_file
from builder.operating_system import file_description

_MOST_ENTRIES = 1000
_MOST_BYTES = 1 << 16
_MOST_CHARACTERS = 60
# Many applications are started with these, so their names tell none from another.
_STARTERS = frozenset(
    {"env", "flatpak", "java", "mono", "node", "perl", "python", "python3", "sh", "bash", "snap", "wine"}
)


def program_name(pid: int) -> str | None:
    """The name of a running program; None when it has ended or this user may not know."""
    import psutil

    try:
        return psutil.Process(pid).name()
    except psutil.Error:
        return None


def display_name(pid: int) -> str | None:
    """What people call a running program; None when it has ended or this user may not know."""
    import psutil

    try:
        process = psutil.Process(pid)
        name = process.name()
    except psutil.Error:
        return None
    try:
        executable = process.exe()
    except (psutil.Error, OSError):
        executable = ""
    return _known_name(executable or name) or readable_name(name)


@functools.lru_cache(maxsize=256)
def _known_name(executable: str) -> str | None:
    """The name that its maker gave a program."""
    if described := file_description(executable):
        return _shortened(described)
    if os.name == "nt":
        return None
    return _names_of_entries().get(PurePosixPath(executable).name)


def readable_name(name: str) -> str:
    """Make a name that people can read of that of an executable: `blender.exe` and `blender` are `Blender`."""
    stem = PureWindowsPath(name).stem if name.lower().endswith(".exe") else PurePosixPath(name).name
    return _shortened(stem[:1].upper() + stem[1:] if stem.islower() else stem or name)


def _shortened(name: str) -> str:
    name = one_line(name.strip())
    return name if len(name) <= _MOST_CHARACTERS else f"{name[: _MOST_CHARACTERS - 1]}…"


@functools.cache
def _names_of_entries() -> Mapping[str, str]:
    """The names of the applications that this desktop lists, by their executables."""
    return names_of_entries(folders_of_entries(os.environ))


def folders_of_entries(environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Where desktop entries are (XDG Base Directory Specification), the most important first."""
    own = environment.get("XDG_DATA_HOME") or str(Path(environment.get("HOME", "/"), ".local/share"))
    shared = environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    return tuple(Path(folder, "applications") for folder in (own, *shared.split(":")) if folder.startswith("/"))


def names_of_entries(folders: tuple[Path, ...]) -> dict[str, str]:
    """Read the desktop entries in some folders; what cannot be read is left out.

    Returns:
        Names of applications, by the names of their executables.
    """
    found: dict[str, str] = {}
    for path in _entries(folders):
        try:
            text = read_small_file(path, _MOST_BYTES).decode("utf-8", "replace")
        except OSError:
            continue
        entry = dict(re.findall(r"^(Name|Exec)=(.+)$", text.partition("\n[Desktop Action")[0], re.MULTILINE))
        executable = _executable(entry.get("Exec", ""))
        if executable and executable not in _STARTERS and (name := entry.get("Name", "").strip()):
            found.setdefault(executable, _shortened(name))
    return found


def _entries(folders: tuple[Path, ...]) -> Iterator[Path]:
    count = 0
    for folder in folders:
        try:
            paths = sorted(path for path in folder.iterdir() if path.name.endswith(".desktop"))
        except OSError:
            continue
        for path in paths:
            if count == _MOST_ENTRIES:
                return
            count += 1
            yield path


def _executable(command: str) -> str:
    try:
        words = shlex.split(command)
    except ValueError:
        return ""
    return PurePosixPath(words[0]).name if words else ""

"""The menu of a Linux desktop: one desktop entry, with Repair and Uninstall as its actions.

Formats: freedesktop.org's Desktop Entry Specification 1.5 and Base Directory Specification 0.8.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from builder.base.errors import BlockedByPolicy, InvalidParameter
from builder.base.files import remove_file, sync_entry
from builder.base.small_files import read_small_file
from builder.base.text import say
from installer.target.journal import Registered
from installer.target.outputs import write_output
from installer.target.registration.entry import Entry

_TARGET_KEY = "X-EngineInstaller-Target"
_MACHINE_APPLICATIONS = Path("/usr/local/share/applications")
_ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"})
_NEEDS_QUOTES = set(" \t\n\"'\\><~|&;$*?#()`")


def applications_folder(scope: str, environment: Mapping[str, str] = os.environ) -> Path:
    """Where desktop entries are looked for."""
    if scope == "all-users":
        return _MACHINE_APPLICATIONS
    data = environment.get("XDG_DATA_HOME", "")
    # A relative path is to be ignored, says the specification.
    return (Path(data) if Path(data).is_absolute() else Path.home() / ".local/share") / "applications"


def quoted(command: Sequence[str]) -> str:
    """A command line for the key Exec."""
    arguments = []
    for argument in command:
        text = argument.replace("%", "%%")
        if not text or _NEEDS_QUOTES & set(text):
            for character in '\\"`$':
                text = text.replace(character, f"\\{character}")
            text = f'"{text}"'
        arguments.append(text)
    return " ".join(arguments)


def desktop_entry(entry: Entry) -> str:
    """The text of the desktop entry. An application without a program of its own appears as its repair."""
    receipt, note = entry.receipt, entry.receipt.registration
    assert note is not None
    repair = quoted(entry.command("repair"))
    program = quoted([str(entry.target / note.executable)]) if note.executable else repair
    name = receipt.app.name if note.executable else f"Repair {receipt.app.name}"

    def lines() -> Iterator[str]:
        yield "[Desktop Entry]"
        yield "Type=Application"
        yield "Version=1.5"
        yield f"Name={_escaped(name)}"
        if note.comment:
            yield f"Comment={_escaped(note.comment)}"
        if note.icon:
            yield f"Icon={_escaped(str(entry.target / note.icon))}"
        yield f"Exec={_escaped(program)}"
        yield f"Terminal={'false' if note.executable or entry.console else 'true'}"
        if note.categories:
            yield f"Categories={';'.join(note.categories)};"
        yield "Actions=repair;uninstall;"
        yield f"{_TARGET_KEY}={_escaped(os.path.realpath(entry.target))}"
        for action, title in (("repair", "Repair"), ("uninstall", "Uninstall")):
            yield ""
            yield f"[Desktop Action {action}]"
            yield f"Name={_escaped(f'{title} {receipt.app.name}')}"
            yield f"Exec={_escaped(quoted(entry.command(action)))}"

    return "\n".join(lines()) + "\n"


def _escaped(value: str) -> str:
    text = value.translate(_ESCAPES)
    # Blanks after the equals sign are skipped.
    return f"\\s{text[1:]}" if text.startswith(" ") else text


def _path(listed: Registered) -> Path:
    try:
        return applications_folder(listed.scope) / f"{listed.app_id}.desktop"
    except RuntimeError as error:
        raise InvalidParameter(
            say("This user has no home folder, so there is no menu to list the application in."),
            plain=say("This user account has no folder of its own."),
        ) from error


def register(entry: Entry) -> None:
    """Write the desktop entry."""
    scope = entry.receipt.scope
    path = _path(Registered(app_id=entry.receipt.app.id, scope=scope))
    if (lines := _lines(path)) and not any(line.startswith(f"{_TARGET_KEY}=") for line in lines):
        raise BlockedByPolicy(
            say("{entry} is there already, and engine-installer did not write it.", entry=path),
            plain=say("Another program is listed under the same name."),
        )
    content = desktop_entry(entry).encode("utf-8", "surrogateescape")
    write_output(path, content, scope, path.with_name(f".{path.name}.new"))


def unregister(listed: Registered, target: Path) -> None:
    """Remove the desktop entry, if it is this target's."""
    if is_registered(listed, target):
        remove_file(path := _path(listed))
        sync_entry(path)


def is_registered(listed: Registered, target: Path) -> bool:
    """Whether the desktop entry of the application is this target's."""
    try:
        return leads_to(_path(listed), target)
    except InvalidParameter:
        return False


def leads_to(path: Path, target: Path) -> bool:
    """Whether a file is a desktop entry of a target."""
    return f"{_TARGET_KEY}={_escaped(os.path.realpath(target))}" in _lines(path)


def _lines(path: Path) -> list[str]:
    """What is in a desktop entry; nothing if it cannot be read."""
    try:
        return read_small_file(path).decode("utf-8", "surrogateescape").split("\n")
    except OSError:
        return []

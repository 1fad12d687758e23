"""The menu of a Linux desktop: one desktop entry, with Repair and Uninstall as its actions.

Formats: freedesktop.org's Desktop Entry Specification 1.5 and Base Directory Specification 0.8.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from builder.files import explained, write_atomically
from installer.receipt import Receipt
from installer.registration import Entry

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
        yield f"Terminal={'false' if note.executable else 'true'}"
        if note.categories:
            yield f"Categories={';'.join(note.categories)};"
        yield "Actions=repair;uninstall;"
        yield f"{_TARGET_KEY}={_escaped(str(entry.target))}"
        for action, title in (("repair", "Repair"), ("uninstall", "Uninstall")):
            yield ""
            yield f"[Desktop Action {action}]"
            yield f"Name={_escaped(f'{title} {receipt.app.name}')}"
            yield f"Exec={_escaped(quoted(entry.command(action)))}"

    return "\n".join(lines()) + "\n"


def _escaped(value: str) -> str:
    return value.translate(_ESCAPES)


def _path(receipt: Receipt) -> Path:
    return applications_folder(receipt.scope) / f"{receipt.app.id}.desktop"


def check_permitted(scope: str) -> None:
    """Refuse early where no desktop entry can be written."""
    folder = applications_folder(scope)
    there = next(path for path in (folder, *folder.parents) if path.exists())
    with explained(folder, "write to"):
        if not os.access(there, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, "access denied")


def register(entry: Entry) -> None:
    """Write the desktop entry."""
    path = _path(entry.receipt)
    with explained(path, "write"):
        path.parent.mkdir(parents=True, exist_ok=True)
    content = desktop_entry(entry).encode("utf-8", "surrogateescape")
    write_atomically(path, content, path.with_name(f".{path.name}.new"))


def unregister(receipt: Receipt, target: Path) -> None:
    """Remove the desktop entry, if it is this target's."""
    if is_registered(receipt, target):
        path = _path(receipt)
        with explained(path, "remove"):
            path.unlink(missing_ok=True)


def is_registered(receipt: Receipt, target: Path) -> bool:
    """Whether the desktop entry of the application is this target's."""
    try:
        lines = _path(receipt).read_bytes().decode("utf-8", "surrogateescape").splitlines()
    except OSError:
        return False
    return f"{_TARGET_KEY}={_escaped(str(target))}" in lines

"""Shortcuts to the application: on the desktop, where the user asks for one, and in Windows' Start menu.

One counts as ours as long as it leads to the target. A user may move, rename or delete it: what is not where the
receipt says, or not ours, is left alone.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path, PureWindowsPath

from builder.base.errors import BlockedByPolicy, EngineInstallerError, InvalidParameter
from builder.base.files import os_errors_as, remove_file
from builder.base.paths import entry_exists
from builder.base.small_files import read_small_file
from builder.base.text import say
from builder.operating_system import distrust, find_tool, has_administrator_rights, is_elevated, plain_path
from builder.operating_system.posix import system_environment
from installer.target.location import is_strict, link_name
from installer.target.outputs import write_output
from installer.target.receipt import read_receipt
from installer.target.registration import linux
from installer.target.registration.entry import Entry
from installer.target.registration.shell_link import working_folder, write_shell_link
from installer.target.request import Scope

_STARTED_BY_ALL = 0o755
_TOOL_SECONDS = 5.0


def desktop_folder(
    scope: Scope, *, windows: bool | None = None, environment: Mapping[str, str] = os.environ
) -> Path | None:
    """Find the folder whose files are on the desktop; None where there is none that is this scope's.

    Linux has no desktop of all users. There, a process with rights that were taken on has a home that is not the
    user's, and nothing is written into the user's with those rights.
    """
    windows = os.name == "nt" if windows is None else windows
    if scope == "all-users":
        public = environment.get("PUBLIC")
        return Path(public) / "Desktop" if windows and public and has_administrator_rights() else None
    if not windows and is_elevated():
        return None
    import platformdirs

    try:
        folder = platformdirs.user_desktop_path()
        # The home folder itself means that this desktop shows no files (xdg-user-dirs).
        return folder if folder.is_dir() and folder != Path.home() else None
    except (RuntimeError, OSError):
        return None


def shortcut_path(entry: Entry, *, windows: bool | None = None) -> Path | None:
    """Where the shortcut of an application belongs; None if it has no program, or there is no desktop for it."""
    note, app = entry.receipt.registration, entry.receipt.app
    folder = desktop_folder(entry.receipt.scope, windows=windows)
    if folder is None or note is None or not note.executable:
        return None
    if os.name == "nt" if windows is None else windows:
        return folder / link_name(app)
    return folder / f"{app.id}.desktop"


def write_shortcut(entry: Entry, path: Path) -> None:
    """Write the shortcut of an application, or write it again.

    Args:
        entry: of an application with a program.
        path: as of `shortcut_path`.

    Raises:
        BlockedByPolicy: something else has its name.
        EngineInstallerError: the system refused.
    """
    if entry_exists(path) and not is_ours(path, entry.target) and not _leads_to(path, entry.receipt.app.id):
        raise BlockedByPolicy(say("{entry} is there already, and engine-installer did not write it.", entry=path))
    if path.suffix == ".lnk":
        _write_shell_link(entry, path)
        return
    content = linux.desktop_entry(entry).encode("utf-8", "surrogateescape")
    write_output(path, content, entry.receipt.scope, path.with_name(f".{path.name}.new"), _STARTED_BY_ALL)
    _tell_desktop(path, hashlib.sha256(content).hexdigest())


def _write_shell_link(entry: Entry, path: Path) -> None:
    note = entry.receipt.registration
    assert note is not None
    assert note.executable is not None
    program = entry.target / note.executable
    icon = str(entry.target / note.icon) if note.icon else ""
    with os_errors_as(path, say("write")):
        write_shell_link(path, str(program), str(program.parent), comment=note.comment or "", icon=icon)


def _tell_desktop(path: Path, sha256: str) -> None:
    """Tell GNOME and Xfce that the user wanted this: they ask before they start anything else from the desktop."""
    gio = find_tool("gio")
    facts = {"metadata::trusted": "true", "metadata::xfce-exe-checksum": sha256}
    for name, value in facts.items() if gio else ():
        with contextlib.suppress(OSError, subprocess.SubprocessError):
            subprocess.run(
                [str(gio), "set", "-t", "string", str(path), name, value],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_TOOL_SECONDS,
                env=system_environment(),
                check=False,
            )


def is_ours(path: Path, target: Path) -> bool:
    """Whether a file is a shortcut to what is installed in a target."""
    try:
        if path.suffix == ".desktop":
            return linux.leads_to(path, target)
        if path.suffix != ".lnk":
            return False
        folder = working_folder(read_small_file(path))
        if folder is None:
            return False
        # Both may be written in another case, or with short names such as PROGRA~1.
        return PureWindowsPath(os.path.realpath(folder)).is_relative_to(os.path.realpath(plain_path(target)))
    except (OSError, ValueError, InvalidParameter):
        return False


def _leads_to(path: Path, app_id: str) -> bool:
    """Whether a file is a shell link to another installation of an application, whose place the latest one takes."""
    try:
        folder = working_folder(read_small_file(path)) if path.suffix == ".lnk" else None
        folders = (Path(folder), *Path(folder).parents) if folder else ()
        return any(receipt.app.id == app_id for receipt in map(read_receipt, folders) if receipt)
    except (OSError, ValueError, EngineInstallerError):
        return False


def remove_shortcut(path: Path, target: Path, scope: Scope) -> None:
    """Remove a shortcut, if it still leads to the target.

    Raises:
        EngineInstallerError: the system refused.
    """
    if not is_ours(path, target) or (is_strict(scope, path) and distrust(path)):
        return
    remove_file(path)

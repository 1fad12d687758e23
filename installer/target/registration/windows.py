r"""Windows' list of installed applications: a key below `Software\Microsoft\Windows\CurrentVersion\Uninstall`.

Values: learn.microsoft.com, "Uninstall Registry Key". Written from documentation; it has not been run on Windows yet
(docs/verified.md).
"""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from builder.base.errors import BlockedByPolicy
from builder.base.files import os_errors_as
from builder.base.text import say
from installer.target.journal import Registered
from installer.target.registration.entry import Entry
from installer.target.request import Scope

if TYPE_CHECKING:
    from pathlib import Path

_UNINSTALL_KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall"
_DISPLAY_NAME_LIMIT = 259


def uninstall_values(entry: Entry) -> dict[str, str | int]:
    """What the key of an installation says; numbers are DWORDs."""
    app, note = entry.receipt.app, entry.receipt.registration
    assert note is not None
    values: dict[str, str | int] = {
        # "Modify" in the Apps settings, and what `winget repair` runs. The first: an entry that was cut off is known
        # by it as ours.
        "ModifyPath": subprocess.list2cmdline(entry.command("repair")),
        "DisplayName": app.name[:_DISPLAY_NAME_LIMIT],
        "DisplayVersion": app.version,
        "Publisher": app.publisher,
        "InstallLocation": str(entry.target),
        "InstallDate": entry.date,
        "EstimatedSize": min(entry.size_bytes >> 10, 0xFFFFFFFF),
        "UninstallString": subprocess.list2cmdline(entry.command("uninstall")),
        "QuietUninstallString": subprocess.list2cmdline(entry.quiet_command("uninstall")),
    }
    if note.icon or note.executable:
        values["DisplayIcon"] = str(entry.target / (note.icon or note.executable or ""))
    if note.comment:
        values["Comments"] = note.comment
    if note.url:
        values["URLInfoAbout"] = note.url
    if note.help_url:
        values["HelpLink"] = note.help_url
    if version := re.match(r"(\d{1,9})(?:\.(\d{1,9}))?", app.version):
        values["VersionMajor"], values["VersionMinor"] = int(version[1]), int(version[2] or 0)
    return values


def _registry() -> Any:
    import winreg

    return winreg


def _root(registry: Any, scope: Scope) -> Any:
    return registry.HKEY_LOCAL_MACHINE if scope == "all-users" else registry.HKEY_CURRENT_USER


def register(entry: Entry, registry: Any = None) -> None:
    """Write the key as a whole; values of an earlier version that no longer apply go away.

    Args:
        entry: the installation.
        registry: the module winreg, or what behaves like it.

    Raises:
        BlockedByPolicy: another program has a key of that name.
        EngineInstallerError: the system refused, and the key is as it was.
    """
    winreg = registry or _registry()
    path = entry.target
    key_name = rf"{_UNINSTALL_KEY}\{entry.receipt.app.id}"
    root = _root(winreg, entry.receipt.scope)
    # The 64-bit view, whatever this Python is: the one that administrators' tools look at.
    access = winreg.KEY_READ | winreg.KEY_WRITE | winreg.KEY_WOW64_64KEY
    with os_errors_as(path, say("register")), winreg.CreateKeyEx(root, key_name, 0, access) as key:
        before = _values_in(winreg, key)
        if before and not _is_ours(before):
            raise BlockedByPolicy(
                say("{entry} is there already, and engine-installer did not write it.", entry=key_name),
                plain=say("Another program is listed under the same name."),
            )
        values = {
            name: (value, winreg.REG_DWORD if isinstance(value, int) else winreg.REG_SZ)
            for name, value in uninstall_values(entry).items()
        }
        try:
            _change_values(winreg, key, values)
        except OSError:
            # Half an entry would be taken for a whole one by the next run, and stay.
            with contextlib.suppress(OSError):
                _change_values(winreg, key, before)
                if not before:
                    winreg.DeleteKeyEx(root, key_name, winreg.KEY_WOW64_64KEY, 0)
            raise


def _values_in(winreg: Any, key: Any) -> dict[str, tuple[str | int, int]]:
    values = (winreg.EnumValue(key, index) for index in range(winreg.QueryInfoKey(key)[1]))
    return {name: (value, kind) for name, value, kind in values}


def _change_values(winreg: Any, key: Any, wanted: Mapping[str, tuple[str | int, int]]) -> None:
    there = _values_in(winreg, key)
    for name in there.keys() - wanted.keys():
        winreg.DeleteValue(key, name)
    for name, (value, kind) in wanted.items():
        if there.get(name) != (value, kind):
            winreg.SetValueEx(key, name, 0, kind, value)


def _is_ours(values: Mapping[str, tuple[str | int, int]]) -> bool:
    return "ModifyPath" in values and " repair --target " in str(values["ModifyPath"][0])


def unregister(listed: Registered, target: Path, registry: Any = None) -> None:
    """Delete the key, if it is this target's."""
    winreg = registry or _registry()
    if is_registered(listed, target, winreg):
        with os_errors_as(target, say("unregister")):
            winreg.DeleteKeyEx(
                _root(winreg, listed.scope), rf"{_UNINSTALL_KEY}\{listed.app_id}", winreg.KEY_WOW64_64KEY, 0
            )


def is_registered(listed: Registered, target: Path, registry: Any = None) -> bool:
    """Whether the application's key is this target's."""
    winreg = registry or _registry()
    key_name = rf"{_UNINSTALL_KEY}\{listed.app_id}"
    access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
    with os_errors_as(target, say("look up the registration of")):
        try:
            with winreg.OpenKeyEx(_root(winreg, listed.scope), key_name, 0, access) as key:
                location, _ = winreg.QueryValueEx(key, "InstallLocation")
        except FileNotFoundError:
            return False
    return os.path.realpath(str(location)).casefold() == os.path.realpath(target).casefold()

r"""Windows' list of installed applications: a key below `Software\Microsoft\Windows\CurrentVersion\Uninstall`.

Values: learn.microsoft.com, "Uninstall Registry Key". Written from documentation; it has not been run on Windows yet
(docs/verified.md).
"""

from __future__ import annotations

import os
import re
import subprocess
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
        "DisplayName": app.name[:_DISPLAY_NAME_LIMIT],
        "DisplayVersion": app.version,
        "Publisher": app.publisher,
        "InstallLocation": str(entry.target),
        "InstallDate": entry.date,
        "EstimatedSize": min(entry.size_bytes >> 10, 0xFFFFFFFF),
        "UninstallString": subprocess.list2cmdline(entry.command("uninstall")),
        "QuietUninstallString": subprocess.list2cmdline(entry.quiet_command("uninstall")),
        # "Modify" in the Apps settings, and what `winget repair` runs.
        "ModifyPath": subprocess.list2cmdline(entry.command("repair")),
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
    """Write the key; values of an earlier version that no longer apply go away.

    Args:
        entry: the installation.
        registry: the module winreg, or what behaves like it.

    Raises:
        BlockedByPolicy: another program has a key of that name.
        EngineInstallerError: the system refused.
    """
    winreg = registry or _registry()
    path = entry.target
    key_name = rf"{_UNINSTALL_KEY}\{entry.receipt.app.id}"
    root = _root(winreg, entry.receipt.scope)
    # The 64-bit view, whatever this Python is: the one that administrators' tools look at.
    access = winreg.KEY_READ | winreg.KEY_WRITE | winreg.KEY_WOW64_64KEY
    with os_errors_as(path, say("register")), winreg.CreateKeyEx(root, key_name, 0, access) as key:
        values = uninstall_values(entry)
        if (names := _names_in(winreg, key)) and not _is_ours(winreg, key, names):
            raise BlockedByPolicy(
                say("{entry} is there already, and engine-installer did not write it.", entry=key_name),
                plain=say("Another program is listed under the same name."),
            )
        for name in names - set(values):
            winreg.DeleteValue(key, name)
        for name, value in values.items():
            kind = winreg.REG_DWORD if isinstance(value, int) else winreg.REG_SZ
            winreg.SetValueEx(key, name, 0, kind, value)


def _names_in(winreg: Any, key: Any) -> set[str]:
    count = winreg.QueryInfoKey(key)[1]
    return {winreg.EnumValue(key, index)[0] for index in range(count)}


def _is_ours(winreg: Any, key: Any, names: set[str]) -> bool:
    return "ModifyPath" in names and " repair --target " in str(winreg.QueryValueEx(key, "ModifyPath")[0])


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

"""What an administrator gives to Intune beside a set-up: the app's settings and the script that detects it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from builder.base.errors import ExitCode
from builder.vendor.packaging.emitting.setup import CONSOLE, PROGRAM_FOLDER, Setup

_LOGS = r"C:\ProgramData\Microsoft\IntuneManagementExtension\Logs"
"""Intune's "Collect diagnostics" takes what is there."""

_MINUTES = 60

_QUOTES = re.compile("(['\u2018\u2019\u201a\u201b])")
"""What ends a text of PowerShell; doubled, it is a part of it (its language specification, 2.3.5.2)."""

# Those that Intune adds itself, and two after which another try can succeed.
_RETURN_CODES = {
    0: "success",
    1707: "success",
    3010: "softReboot",
    1641: "hardReboot",
    ExitCode.ALREADY_RUNNING.windows: "retry",
    ExitCode.SUSPENDED.windows: "retry",
    ExitCode.FILE_IN_USE.windows: "retry",
}


@dataclass(frozen=True, slots=True)
class Commands:
    """How a set-up is run without questions."""

    file: str
    install: str
    uninstall: str


def msi_commands(setup: Setup, file: str) -> Commands:
    """Those of Windows Installer."""
    log = rf"{_LOGS}\{setup.product.file_name}"
    return Commands(
        file,
        f'msiexec /i "{file}" /qn /norestart /l*v "{log}-install.log"',
        f'msiexec /x {setup.product_code} /qn /norestart /l*v "{log}-uninstall.log"',
    )


def nsis_commands(setup: Setup, file: str) -> Commands:
    """Those of a set-up of NSIS; Intune expands no variables in the second one."""
    return Commands(file, f'"{file}" /S', rf'"C:\Program Files\{setup.folder}\uninstall.exe" /S')


def settings(setup: Setup, commands: Commands) -> str:
    """The app as Microsoft Graph's resource win32LobApp has it, which names Intune's own settings.

    learn.microsoft.com, "win32LobApp resource type".
    """
    app = setup.app
    told = {
        "@odata.type": "#microsoft.graph.win32LobApp",
        "displayName": app.name,
        "description": setup.comment or app.name,
        "publisher": app.publisher,
        "displayVersion": app.version,
        "informationUrl": setup.url,
        "fileName": f"{setup.product.folder_name}.intunewin",
        "setupFilePath": commands.file,
        "installCommandLine": commands.install,
        "uninstallCommandLine": commands.uninstall,
        "applicableArchitectures": "x64",
        "minimumSupportedWindowsRelease": "1809",
        "installExperience": {
            "runAsAccount": "system",
            "deviceRestartBehavior": "suppress",
            "maxRunTimeInMinutes": _MINUTES,
        },
        "returnCodes": [{"returnCode": code, "type": kind} for code, kind in _RETURN_CODES.items()],
    }
    return json.dumps({key: value for key, value in told.items() if value}, indent=2, ensure_ascii=False) + "\n"


def detection(setup: Setup) -> str:
    """The script for "Use a custom detection script"; for Configuration Manager as well.

    It always ends with 0, because Configuration Manager takes anything else for "unknown"; what it prints counts.
    """
    folder = _QUOTES.sub(r"\1\1", setup.folder)
    return f"""\
# Prints a line if every engine of the application fits this computer now, as a 64-bit or a 32-bit process.
$programFiles = $env:ProgramW6432
if (-not $programFiles) {{ exit 0 }}
$target = Join-Path $programFiles '{folder}'
$program = Join-Path $target '{PROGRAM_FOLDER}\\{CONSOLE}'
if (-not (Test-Path -LiteralPath $program -PathType Leaf)) {{ exit 0 }}
$answer = & $program status --detect --all-users --target $target 2>$null
if ($LASTEXITCODE -eq 0 -and $answer) {{ Write-Output $answer }}
exit 0
"""

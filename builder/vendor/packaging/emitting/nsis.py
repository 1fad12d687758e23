"""A set-up of NSIS 3: one executable with a wizard of three pages, or silent with /S."""

from __future__ import annotations

from collections.abc import Iterator

from builder.base.errors import ExitCode
from builder.vendor.packaging.emitting.setup import CONSOLE, INSTALL, PROGRAM_FOLDER, UNINSTALL, Setup
from builder.vendor.packaging.windows_files import version_numbers

_UNINSTALL_KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall"
_PROGRAM = rf"$INSTDIR\{PROGRAM_FOLDER}"
_NOT_STARTED = "error"


def source(setup: Setup) -> str:
    """Write the script; PROGRAM and OUTPUT are given when it is compiled."""
    return "\n".join([*_head(setup), *_install(setup), *_uninstall(setup), ""])


def _head(setup: Setup) -> Iterator[str]:
    app = setup.app
    name = _quoted(app.name)
    numbers = ".".join(map(str, version_numbers(app.version)))
    yield from (
        "; Made by engine-builder package --emit nsis.",
        "Unicode true",
        "; NSIS for Windows has only the 32-bit stub: there, /DX86 makes a 32-bit set-up that does the same.",
        "!ifndef X86",
        "  Target amd64-unicode",
        "!endif",
        "!include LogicLib.nsh",
        "!include FileFunc.nsh",
        f"Name {name}",
        'OutFile "${OUTPUT}"',
        f'InstallDir "$PROGRAMFILES64\\{_escaped(setup.folder)}"',
        "RequestExecutionLevel admin",
        "ManifestDPIAware true",
        "Icon icon.ico",
        "UninstallIcon icon.ico",
        f'VIProductVersion "{numbers}"',
        f'VIFileVersion "{numbers}"',
    )
    for key, value in (
        ("ProductName", app.name),
        ("ProductVersion", app.version),
        ("FileVersion", app.version),
        ("CompanyName", app.publisher),
        ("LegalCopyright", f"© {app.publisher}"),
        ("FileDescription", f"{app.name} {app.version}"),
    ):
        yield f'VIAddVersionKey "{key}" {_quoted(value)}'
    yield from (
        "Page directory",
        "Page instfiles",
        "UninstPage uninstConfirm",
        "UninstPage instfiles",
        f'!define ENTRY "{_UNINSTALL_KEY}\\{app.id}"',
        "",
        "Function .onInit",
        "  SetRegView 64",
        "  ; an update goes where the version before it is, unless /D= says otherwise",
        f'  ${{If}} $INSTDIR == "$PROGRAMFILES64\\{_escaped(setup.folder)}"',
        '    ReadRegStr $0 HKLM "${ENTRY}" "InstallLocation"',
        '    ${If} $0 != ""',
        "      StrCpy $INSTDIR $0",
        "    ${EndIf}",
        "  ${EndIf}",
        "FunctionEnd",
        "",
    )


def _install(setup: Setup) -> Iterator[str]:
    app = setup.app
    yield from (
        "Section",
        "  SetRegView 64",
        "  SetShellVarContext all",
        "  ; files of an older version must not stay beside those of this one; what is no program of ours does",
        f'  ${{If}} ${{FileExists}} "{_PROGRAM}\\SHA256SUMS"',
        f'    RMDir /r "{_PROGRAM}"',
        "  ${EndIf}",
        f'  SetOutPath "{_PROGRAM}"',
        '  File /r "${PROGRAM}/*.*"',
        "  ; the current folder cannot be removed",
        '  SetOutPath "$TEMP"',
        f'  nsExec::ExecToLog \'"{_PROGRAM}\\{CONSOLE}" {INSTALL} "$INSTDIR"\'',
        "  Pop $0",
        "  ${If} $0 != 0",
        "    ; of a first installation nothing stays; after an update there are the engines that were there before",
        '    ReadRegStr $1 HKLM "${ENTRY}" "InstallLocation"',
        "    ${If} $1 != $INSTDIR",
        f'      nsExec::ExecToLog \'"{_PROGRAM}\\{CONSOLE}" {UNINSTALL} "$INSTDIR"\'',
        "      Pop $1",
        f'      RMDir /r "{_PROGRAM}"',
        '      RMDir "$INSTDIR"',
        "    ${EndIf}",
        f'    ${{If}} $0 == "{_NOT_STARTED}"',
        f"      StrCpy $0 {ExitCode.INTERNAL_ERROR.windows}",
        "    ${EndIf}",
        "    SetErrorLevel $0",
        f'    Abort "{_escaped(app.name)} was not installed (code $0)."',
        "  ${EndIf}",
        '  SetOutPath "$INSTDIR"',
        '  WriteUninstaller "$INSTDIR\\uninstall.exe"',
    )
    if setup.executable:
        yield f'  CreateShortCut "{_shortcut(setup)}" "$INSTDIR\\{_escaped(setup.executable)}"'
    texts = {
        "DisplayName": _escaped(app.name),
        "DisplayVersion": _escaped(app.version),
        "Publisher": _escaped(app.publisher),
        "InstallLocation": "$INSTDIR",
        "DisplayIcon": "$INSTDIR\\uninstall.exe",
        "UninstallString": '$\\"$INSTDIR\\uninstall.exe$\\"',
        "QuietUninstallString": '$\\"$INSTDIR\\uninstall.exe$\\" /S',
        "Comments": _escaped(setup.comment or ""),
        "URLInfoAbout": _escaped(setup.url or ""),
        "HelpLink": _escaped(setup.help_url or ""),
    }
    for key, value in texts.items():
        if value:
            yield f'  WriteRegStr HKLM "${{ENTRY}}" "{key}" "{value}"'
    yield from (
        '  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2',
        '  WriteRegDWORD HKLM "${ENTRY}" "EstimatedSize" $0',
        '  WriteRegDWORD HKLM "${ENTRY}" "NoModify" 1',
        '  WriteRegDWORD HKLM "${ENTRY}" "NoRepair" 1',
        "SectionEnd",
        "",
    )


def _uninstall(setup: Setup) -> Iterator[str]:
    yield from (
        'Section "Uninstall"',
        "  SetRegView 64",
        "  SetShellVarContext all",
        f'  nsExec::ExecToLog \'"{_PROGRAM}\\{CONSOLE}" {UNINSTALL} "$INSTDIR"\'',
        "  Pop $0",
        "  ; what is not there any more need not be removed; after anything else it can be tried again",
        "  ${If} $0 != 0",
        f"  ${{AndIf}} $0 != {ExitCode.NOT_INSTALLED.windows}",
        f'  ${{AndIf}} $0 != "{_NOT_STARTED}"',
        "    SetErrorLevel $0",
        f'    Abort "{_escaped(setup.app.name)} was not removed (code $0)."',
        "  ${EndIf}",
        f'  RMDir /r "{_PROGRAM}"',
        '  Delete "$INSTDIR\\uninstall.exe"',
    )
    if setup.executable:
        yield f'  Delete "{_shortcut(setup)}"'
    yield from ('  DeleteRegKey HKLM "${ENTRY}"', '  RMDir "$INSTDIR"', "SectionEnd")


def _shortcut(setup: Setup) -> str:
    return f"$SMPROGRAMS\\{_escaped(setup.folder)}.lnk"


def _escaped(text: str) -> str:
    """Text between quotation marks: `$` and the mark itself have a meaning there."""
    return text.replace("$", "$$").replace('"', '$\\"')


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'

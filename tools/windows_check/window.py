"""Looks at what a person sees around the window: Windows' warnings, the taskbar, the colours."""

from __future__ import annotations

from pathlib import Path

from tools.windows_check.check import Seen, State, check, expected, not_tried
from tools.windows_check.pc import Pc, is_gone, open_as_user, setting

_NOBODY = "nobody looked"
_THREATS = (
    "@(Get-MpThreatDetection | Where-Object { $_.InitialDetectionTime -gt (Get-Date).AddHours(-1) }"
    " | ForEach-Object { $_.Resources })"
)
_NO_WINDOW = "no program was packaged that opens a window"


@check(
    rule="https://learn.microsoft.com/windows/win32/fileio/creating-and-opening-files",
    code="builder/base/files.py::_patiently",
)
def antivirus(pc: Pc) -> Seen:
    """Defender, with its real-time protection on, finds nothing wrong with the program and what it does; files that
    it holds for a moment are waited for.
    """
    status = pc.powershell("Get-MpComputerStatus | Select-Object RealTimeProtectionEnabled, AMProductVersion")
    if status is None:
        return not_tried("Defender does not answer")
    threats = pc.powershell(_THREATS)
    if not status["RealTimeProtectionEnabled"]:
        return not_tried("Defender's real-time protection is off")
    return expected(
        not threats, f"Defender {status['AMProductVersion']}; reported in the last hour: {threats or 'nothing'}"
    )


@check(
    rule="https://learn.microsoft.com/windows/security/operating-system-security/virus-and-threat-protection/microsoft-defender-smartscreen/",
    code="builder/vendor/packaging/running.py::sign",
)
def smartscreen(pc: Pc) -> Seen:
    """Windows warns of a downloaded setup that is not signed or not known yet, and it can be started after all; a
    signature and its reputation remove the warning.
    """
    if not pc.is_watched:
        return not_tried(_NOBODY)
    if pc.setup is None:
        return not_tried(_NO_WINDOW)
    pc.tell("The setup, marked as downloaded, is opened as by a double click. If Windows warns: More info, Run anyway.")
    open_as_user(pc.setup)
    warned = pc.ask("Did Windows warn before the window came?")
    opened = pc.ask("Has the window of the installation opened?")
    return _judged(f"warned: {warned}, opened: {opened}", opened)


@check(
    rule="https://learn.microsoft.com/windows/apps/desktop/modernize/apply-windows-themes",
    code="installer/wizard/look/theme.py::Theme",
)
def dark_mode(pc: Pc) -> Seen:
    """Page and title bar of the window are dark where Windows' apps are, and light elsewhere."""
    if why := _why_unseen(pc):
        return not_tried(why)
    themes = r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"
    is_light = setting("HKEY_CURRENT_USER", themes, "AppsUseLightTheme") != 0
    wanted = "light" if is_light else "dark"
    page = pc.ask(f"Is the page in the window {wanted}?")
    bar = pc.ask(f"Is its title bar {wanted}?")
    sharp = pc.ask("Is its text sharp, and is nothing cut off?")
    said = f"apps are {wanted}; page so: {page}, title bar so: {bar}, sharp and whole: {sharp}"
    return _judged(said, page, bar, sharp)


@check(
    rule="https://learn.microsoft.com/windows/win32/api/shobjidl_core/nn-shobjidl_core-itaskbarlist3",
    code="installer/wizard/taskbar.py::Taskbar",
)
def taskbar(pc: Pc) -> Seen:
    """The button in the taskbar has the application's icon and shows the progress of the installation."""
    if why := _why_unseen(pc):
        return not_tried(why)
    pc.tell("Please install in the window now, look at its button in the taskbar meanwhile, and close the window then.")
    progress = pc.ask("Did the button show the progress, in green?")
    icon = pc.ask("Did it have the icon of the window?")
    removed = _remove_again(pc)
    seen = _judged(f"progress: {progress}, icon: {icon}; removed again: {removed}", progress, icon)
    return seen if removed else Seen(State.OTHERWISE, seen.said)


def _remove_again(pc: Pc) -> bool:
    """Remove what was installed in the window, if it was."""
    found = pc.registered("HKEY_CURRENT_USER")
    if not found:
        return True
    return pc.execute(str(found["QuietUninstallString"])).code == 0 and is_gone(Path(found["InstallLocation"]))


def _why_unseen(pc: Pc) -> str | None:
    return _NO_WINDOW if pc.setup is None else None if pc.is_watched else _NOBODY


def _judged(said: str, *answers: bool | None) -> Seen:
    """What a person has answered, who may not be able to say of everything."""
    return not_tried(f"{_NOBODY}; {said}") if None in answers else expected(all(answers), said)

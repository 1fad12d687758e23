"""The report: what PC it is, and what was seen, in Markdown to be pasted into an issue."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping

import psutil

from builder import __version__
from tools.windows_check.check import CHECKS, Seen, State
from tools.windows_check.pc import ROOT, Pc, setting, wine_version

_WINDOWS = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion"
_POLICIES = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System"
_MARKS = {State.AS_EXPECTED: "✓", State.OTHERWISE: "✗", State.NOT_TRIED: "–"}


def facts(pc: Pc) -> dict[str, str]:
    """What distinguishes this PC from others, without what identifies it."""
    number, revision, edition, version = (
        setting("HKEY_LOCAL_MACHINE", _WINDOWS, name)
        for name in ("CurrentBuildNumber", "UBR", "EditionID", "DisplayVersion")
    )
    system = f"Windows {platform.release()} {edition} {version}, build {number}.{revision}"
    wine = wine_version()
    return {
        "system": f"Wine {wine}, which is not Windows" if wine else system,
        "processor": f"{platform.processor()}, {os.cpu_count()} threads, {psutil.virtual_memory().total >> 30} GiB",
        "UAC": f"EnableLUA {setting('HKEY_LOCAL_MACHINE', _POLICIES, 'EnableLUA')}, "
        f"ConsentPromptBehaviorAdmin {setting('HKEY_LOCAL_MACHINE', _POLICIES, 'ConsentPromptBehaviorAdmin')}",
        "code page": str(setting("HKEY_LOCAL_MACHINE", r"SYSTEM\CurrentControlSet\Control\Nls\CodePage", "ACP")),
        "Python": platform.python_version(),
        "engine-installer": f"{__version__}, commit {_commit()}",
        "program": "packaged" if pc.program else "from source",
    }


def _commit() -> str:
    git = shutil.which("git")
    if git is None:
        return "unknown"
    command = [git, "rev-parse", "--short", "HEAD"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"


def report(about: Mapping[str, str], seen: Mapping[str, Seen], home: str) -> str:
    """Make the report.

    Args:
        about: the facts.
        seen: what was seen, by the names of the checks.
        home: the user's folder, whose name is nobody's business.
    """
    return "\n".join(_lines(about, seen, home)) + "\n"


def _lines(about: Mapping[str, str], seen: Mapping[str, Seen], home: str) -> Iterator[str]:
    yield "## tools/windows_check.ps1"
    yield ""
    for name, fact in about.items():
        yield f"- {name}: {fact}"
    yield ""
    counts = {state: sum(one.state is state for one in seen.values()) for state in State}
    yield ", ".join(f"{number} {state.value}" for state, number in counts.items() if number)
    yield ""
    yield "| | what | seen |"
    yield "|---|---|---|"
    for one in CHECKS:
        if one.name in seen:
            found = seen[one.name]
            yield f"| {_MARKS[found.state]} | {one.name} | {found.state.value}: {_cell(found.said, home)} |"


def _cell(text: str, home: str) -> str:
    text = re.sub(re.escape(home), lambda _: "~", text, flags=re.IGNORECASE)
    # In lists, Python's own spelling doubles backslashes.
    text = re.sub(re.escape(home.replace("\\", "\\\\")), lambda _: "~", text, flags=re.IGNORECASE)
    return " ".join(text.replace("|", "\\|").split())

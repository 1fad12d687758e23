"""tools/windows_check, which a person runs on a real Windows, where it can be tried before: under Wine."""

from __future__ import annotations

import re

import pytest

from tests.windows.packaged import FOLDER, SECONDS, Made
from tests.windows.running import PYTHON, SOURCE, Windows

pytestmark = pytest.mark.exhaustive

REPORT = r"C:\report.md"
SHOWN = {"engines", "mark of the web", "apps settings", "removal", "exit codes", "nul", "granted rights"}
SHOWN |= {"removal for all users"}
NOT_SHOWN = {
    "packaging",  # not asked for
    "graphics card",
    "junction in what is removed",  # Wine makes no junctions
    "junctions with rights",
    "no question in quiet mode",  # whoever Wine runs for may do everything
    "refused rights",
    "antivirus",
    "smartscreen",  # nobody looks
    "dark mode",
    "taskbar",
}
OTHERWISE = {
    "long path",  # Wine cannot tell where paths of more than 259 characters lead
    "access control lists",  # nothing is inherited
}


def seen_with(windows: Windows, *options: str) -> dict[str, tuple[str, str]]:
    command = [PYTHON, "-X", "utf8", "-m", "tools.windows_check", "--unattended", "--report", REPORT, *options]
    ended = windows.execute(command, folder=SOURCE, seconds=SECONDS)
    text = windows.here(REPORT).read_text("utf-8")
    assert ended.code == 1, ended.text
    assert re.search(r"(?m)^- system: Wine \d+\.\d+, which is not Windows$", text)
    rows = re.findall(r"(?m)^\| . \| (.*?) \| (.*?): (.*) \|$", text)
    assert not list(windows.here(r"C:\users").glob("*/AppData/Local/engine-installer-check-*"))
    return {name: (state, said) for name, state, said in rows}


def named(seen: dict[str, tuple[str, str]], state: str) -> set[str]:
    return {name for name, (found, _) in seen.items() if found == state}


def test_from_source_it_tells_what_it_sees_from_what_it_cannot_see(windows: Windows) -> None:
    seen = seen_with(windows, "--source")
    assert named(seen, "as expected") == SHOWN, seen
    assert named(seen, "not tried") == NOT_SHOWN, seen
    assert named(seen, "NOT as expected") == OTHERWISE, seen


def test_so_it_does_with_a_packaged_program(windows: Windows, made: Made) -> None:
    assert made.folder.is_dir()
    seen = seen_with(windows, "--program", FOLDER)
    assert named(seen, "as expected") == SHOWN, seen
    windows.scene("settle")

"""The commands for Windows in our pages, run by Windows' own command interpreter in a folder as the pages have it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass

from tests.windows.running import PYTHON, SOURCE, Ended, Windows
from tests.windows.stand_in import ROOT

_CMD = r"C:\windows\system32\cmd.exe"
# The embeddable Python of the stand-in has neither venv nor pip; its wheels are there already, with the same hashes.
_NOT_THERE = re.compile(r"py -3\.\d+ -m venv |\.venv\\Scripts\\pip install ")


def commands(page: str) -> list[str]:
    """The lines of a page that are for Windows' Command Prompt."""
    blocks = re.findall(r"```bat\n(.*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL)
    return "".join(blocks).splitlines()


@dataclass(frozen=True)
class Prompt:
    r"""A Command Prompt in a folder with the `.venv` of the pages.

    Attributes:
        windows: the stand-in.
        folder: its current one, such as C:\mine.
    """

    windows: Windows
    folder: str

    def __post_init__(self) -> None:
        scripts = self.windows.here(self.folder) / ".venv/Scripts"
        scripts.mkdir(parents=True, exist_ok=True)
        # What pip makes of an editable installation, except that its scripts are executables.
        entries = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
        for name, entry in entries.items():
            module, _, function = entry.partition(":")
            calls = f"from {module} import {function}\nsys.exit({function}())\n"
            (scripts / f"{name}.py").write_text(f"import sys\nsys.path.insert(0, r'{SOURCE}\\launcher')\n{calls}")
            (scripts / f"{name}.cmd").write_text(f'@"{PYTHON}" "%~dp0{name}.py" %*\n')

    def run(self, command: str, seconds: float = 300) -> Ended:
        """Run one line of a page; of several commands in it those that can run here."""
        parts = [part for part in command.split(" && ") if not _NOT_THERE.match(part)]
        script = "command.bat"
        (self.windows.here(self.folder) / script).write_text("@" + " && ".join(parts), "utf-8")
        return self.windows.execute([_CMD, "/d", "/c", script], folder=self.folder, seconds=seconds)

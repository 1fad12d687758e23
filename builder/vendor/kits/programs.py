"""The packaged programs of a kit: which system each is for, and how it is started."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.app_package.systems import SYSTEMS, System
from builder.base.errors import Fault
from builder.base.files import os_errors_as
from builder.base.names import one_line
from builder.base.paths import is_file, is_folder
from builder.base.program import CONSOLE_PROGRAM
from builder.base.small_files import open_regular
from builder.base.text import say

_HEADS: Mapping[bytes, System] = {b"MZ": "windows", b"\x7fELF": "linux"}


@dataclass(frozen=True, slots=True)
class Program:
    """A packaged program.

    Attributes:
        system: that it runs on.
        path: its folder, or the one file that it is.
        executable: the name of the file to start on a terminal.
    """

    system: System
    path: Path
    executable: str


def find_programs(paths: Sequence[Path], faults: list[Fault]) -> list[Program]:
    """Find out what each path is.

    Args:
        paths: as given.
        faults: gets what is no program, or one too many.

    Returns:
        One program at most for each system, in their order.
    """
    found: dict[System, Program] = {}
    for path in paths:
        program = _program_at(path)
        if program is None:
            expected = f"a folder with {CONSOLE_PROGRAM} that 'engine-builder package' made, or its one file"
            faults.append(Fault(one_line(str(path)), "", "no packaged program", expected))
        elif other := found.get(program.system):
            what = f"a second program for {program.system}, beside {one_line(str(other.path))}"
            faults.append(Fault(one_line(str(path)), "", what, "one for each system"))
        else:
            found[program.system] = program
    return [found[system] for system in SYSTEMS if system in found]


def _program_at(path: Path) -> Program | None:
    if is_folder(path):
        names: Mapping[System, str] = {"windows": f"{CONSOLE_PROGRAM}.exe", "linux": CONSOLE_PROGRAM}
        return next((Program(system, path, name) for system, name in names.items() if is_file(path / name)), None)
    if not is_file(path):
        return None
    with os_errors_as(path, say("read")), open_regular(path) as stream:
        head = stream.read(4)
    return next((Program(system, path, path.name) for start, system in _HEADS.items() if head.startswith(start)), None)

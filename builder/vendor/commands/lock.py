"""`engine-builder lock`: the wheels of an engine library, written into app.toml for every system and Python."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING

from builder.vendor.arguments import Commands, folder

if TYPE_CHECKING:
    from builder.base.cancellation import CancelToken
    from builder.base.terminal import Stream


def _pythons(text: str) -> tuple[tuple[int, int], ...]:
    parts = [part.strip() for part in text.split(",")]
    if not all(re.fullmatch(r"3\.\d{1,2}", part) for part in parts):
        raise argparse.ArgumentTypeError(f"{text!r} is not a list of Python versions such as 3.11,3.12")
    return tuple(dict.fromkeys((3, int(part[2:])) for part in parts))


def _systems(text: str) -> tuple[str, ...]:
    parts = [part.strip().lower() for part in text.split(",")]
    if not set(parts) <= {"windows", "linux"}:
        raise argparse.ArgumentTypeError(f"{text!r} is not a list of systems: windows,linux")
    return tuple(dict.fromkeys(parts))


def _index(text: str) -> str:
    if not re.fullmatch(r"https://[^\s@]+", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not an address that begins with https:// and has no password")
    return text


def add(commands: Commands) -> None:
    """Declare the command."""
    about = (
        "Write the wheels of NVIDIA's engine library into app.toml. For every system and Python, each gets its size, "
        "its hash and the address from which users' PCs download it ([library] source = 'wheels'). Only what is "
        "written about the library changes."
    )
    command = commands.add("lock", about, run)
    command.add_argument("package", type=folder, metavar="DIR", help="the folder of app.toml")
    place = command.add_mutually_exclusive_group()
    place.add_argument("--index", type=_index, metavar="URL", help="a package index (default: PyPI)")
    place.add_argument("--wheels", type=folder, metavar="DIR", help="a folder with the wheels, instead of an index")
    command.add_argument(
        "--python", type=_pythons, metavar="LIST", help="such as 3.11,3.12 (default: all that there are wheels for)"
    )
    command.add_argument("--system", type=_systems, metavar="LIST", help="windows, linux or both (default: both)")
    command.add_argument(
        "--library",
        choices=["tensorrt-rtx", "tensorrt"],
        help="which library (default: those that app.toml names already, else tensorrt-rtx)",
    )
    command.add_argument(
        "--library-version", metavar="VERSION", help="which version (default: the one that is installed here)"
    )


def run(options: argparse.Namespace, out: Stream, cancel: CancelToken) -> int:
    """Carry it out."""
    from builder.app_package.systems import SYSTEMS
    from builder.vendor.locking.index import DEFAULT_INDEX
    from builder.vendor.locking.lock import Wanted, lock

    wanted = Wanted(
        index=options.index or DEFAULT_INDEX,
        folder=options.wheels,
        library=options.library,
        version=options.library_version,
        pythons=options.python,
        systems=options.system or SYSTEMS,
    )
    lock(options.package, wanted, out.line, cancel)
    return 0

"""The command line of `engine-installer`: its commands and options, and other installers' spellings of them."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import builder
from builder.base.errors import ExitCode
from builder.base.terminal import Parser
from installer.wizard.languages import LANGUAGES

_EPILOG = """\
exit codes (Windows / elsewhere):
  {codes}

Without a command, or without a terminal and --quiet, the wizard opens where there is a screen."""


def _compute_capabilities(text: str) -> tuple[str, ...]:
    """Read `sm86,sm89` or `8.6,8.9`."""
    targets = []
    for part in text.split(","):
        match = re.fullmatch(r"(?:sm)?(\d{1,2})\.?(\d)", part.strip(), re.IGNORECASE)
        if not match:
            raise argparse.ArgumentTypeError(f"{part.strip()!r} is not a compute capability such as sm86 or 8.6")
        targets.append(f"{int(match[1])}.{match[2]}")
    return tuple(sorted(set(targets), key=lambda target: tuple(map(int, target.split(".")))))


def _features(text: str) -> tuple[str, ...]:
    features = tuple(dict.fromkeys(part.strip() for part in text.split(",")))
    if not all(features):
        raise argparse.ArgumentTypeError(f"{text!r} is not a list of features, separated by commas")
    return features


def _jobs(text: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,2}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 999")
    return int(text)


def _seconds(text: str) -> float:
    if not re.fullmatch(r"\d{1,7}(\.\d+)?", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds")
    return float(text)


def _minutes(text: str) -> float:
    if not re.fullmatch(r"\d{1,6}(\.\d+)?", text) or float(text) == 0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of minutes")
    return float(text)


def _path(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("an empty path")
    return Path(text)


def make_parser() -> argparse.ArgumentParser:
    """The command line, as `--help` shows it."""
    codes = "\n  ".join(f"{code.windows:>4} / {code.posix:<3}  {code.label.replace('_', ' ')}" for code in ExitCode)
    parser = Parser(
        prog="engine-installer",
        description="Builds the TensorRT engines of an application on this computer.",
        epilog=_EPILOG.format(codes=codes),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"engine-installer {builder.__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)

    places = argparse.ArgumentParser(add_help=False)
    places.add_argument(
        "--package",
        type=_path,
        metavar="DIR",
        help="the app package: the folder of app.toml (default: the one shipped)",
    )
    places.add_argument(
        "--target",
        type=_path,
        metavar="DIR",
        help="where the application lives; engines go to DIR/engines (default: as the scope has it)",
    )
    scope = places.add_mutually_exclusive_group()
    for flag, help_text in (
        ("--all-users", "for all users of this computer, as administrator"),
        ("--current-user", "for the current user (default)"),
    ):
        scope.add_argument(flag, dest="scope", action="store_const", const=flag.lstrip("-"), help=help_text)
    places.add_argument("--json", action="store_true", help="machine-readable output")

    running = argparse.ArgumentParser(add_help=False)
    running.add_argument("--quiet", action="store_true", help="no window, no question")
    running.add_argument("--passive", action="store_true", help="a progress window, no question")
    running.add_argument("--lang", choices=LANGUAGES, help="the wizard's language (default: the system's)")
    running.add_argument(
        "--plan", action="store_true", help="print what would be done, with reasons, and change nothing"
    )
    running.add_argument(
        "--log", type=_path, metavar="FILE", help="the log file, or a folder for it (default: the log folder)"
    )
    running.add_argument(
        "--progress",
        choices=["auto", "jsonl"],
        default="auto",
        help="jsonl: one event a line on standard output, nothing else there; 'cancel' on standard input stops the run",
    )
    running.add_argument("--wait", action="store_true", help="wait while another run works on the same target")
    running.add_argument(
        "--timeout",
        type=_minutes,
        metavar="MIN",
        help="stop cleanly after so many minutes, keeping what is finished; run it again to go on",
    )
    running.add_argument(
        "--answers", type=_path, metavar="FILE", help="take what is not given here from this file (TOML)"
    )
    running.add_argument(
        "--save-answers", type=_path, metavar="FILE", help="write what is asked for into this file, for --answers"
    )

    library = argparse.ArgumentParser(add_help=False)
    library.add_argument(
        "--wheels",
        type=_path,
        metavar="DIR",
        help="a folder with the wheels of the engine library, for a program that comes without it",
    )

    building = argparse.ArgumentParser(add_help=False, parents=[library])
    building.add_argument(
        "--backend", choices=["auto", "tensorrt", "tensorrt-rtx"], help="the engine library (default: the package's)"
    )
    building.add_argument(
        "--gpu",
        metavar="ID",
        help="build for this GPU: an index, UUID or PCI bus id; 'all' for every distinct one (default: the best)",
    )
    building.add_argument(
        "--if-busy",
        choices=["wait", "build", "stop"],
        help="what to do when kernels are to be timed on a GPU that is in use (default: wait)",
    )
    building.add_argument(
        "--busy-timeout",
        type=_seconds,
        metavar="SEC",
        help="how long to wait for the GPU altogether, before building anyway (default: 300)",
    )
    building.add_argument(
        "--portable", action="store_true", help="build for every supported GPU, whatever this computer has"
    )
    building.add_argument(
        "--for",
        dest="targets",
        type=_compute_capabilities,
        default=(),
        metavar="SM,…",
        help="build for these compute capabilities, such as sm86,sm89, whatever this computer has",
    )
    building.add_argument(
        "--without",
        type=_features,
        default=(),
        metavar="FEATURE,…",
        help="leave out these features of the application (default: install all)",
    )
    building.add_argument(
        "--optimization-level", type=int, choices=range(6), metavar="0..5", help="instead of the package's (TensorRT)"
    )
    building.add_argument(
        "--heuristic", action="store_true", help="heuristic tactic selection, the same as --optimization-level 2"
    )
    building.add_argument(
        "--jobs", type=_jobs, metavar="N", help="parallel builds (default: as cores and memory allow)"
    )

    def add(name: str, parents: Sequence[Any], help_text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, parents=parents, help=help_text, description=help_text, allow_abbrev=False)

    add("install", [places, running, building], "Install the application package: build every engine, publish the set.")
    add("repair", [places, running, building], "Rebuild what is damaged, missing or stale.")
    add("uninstall", [places, running], "Remove what was installed; what you have added or changed stays.")
    status = add("status", [places], "Tell which engines are installed and whether they fit this computer.")
    status.add_argument(
        "--detect", action="store_true", help="print 'ready FINGERPRINT' and exit 0, or print nothing and exit 1"
    )
    about = "Check that this program is complete, and that it can build engines on this computer."
    check = add("self-test", [library], about)
    check.add_argument("--json", action="store_true", help="machine-readable output")
    check.add_argument("--picture", type=_path, metavar="FILE", help="write what the wizard looks like here (PNG)")
    return parser


def documented_arguments(parser: argparse.ArgumentParser, given: list[str]) -> list[str]:
    """The command line with the documented spellings of options."""
    from installer.command_line.spellings import documented

    (commands,) = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    actions = [action for command in commands.choices.values() for action in command._actions]
    return documented(
        given,
        commands.choices,
        {option for action in actions if action.nargs != 0 for option in action.option_strings},
        {option for action in actions if action.nargs == 0 for option in action.option_strings},
    )

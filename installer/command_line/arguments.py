"""The command line of `engine-installer`: its commands, and the options that `Request` and `EngineOptions` declare."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

import builder
from builder.base.errors import ExitCode
from builder.base.options import PATHS, Declared, Group, declared_options, whole_numbers
from builder.base.settings import HEURISTIC_OPTIMIZATION_LEVEL
from builder.base.terminal import Parser
from builder.engines.options import EngineOptions
from installer.target.request import Request
from installer.wizard.languages import LANGUAGES

_EPILOG = """\
exit codes (Windows / elsewhere):
  {codes}

Without a command, or without a terminal and --quiet, the wizard opens where there is a screen."""

OPTIONS = (*declared_options(Request), *declared_options(EngineOptions))
"""Every option of a run."""


def make_parser() -> argparse.ArgumentParser:
    """Make the command line, as `--help` shows it. An option that is not given is no attribute of what is parsed."""
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
    places, running, library, building = _places(), _running(), _options_of("library"), _options_of("building")

    def add(name: str, parents: Sequence[Any], help_text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, parents=parents, help=help_text, description=help_text, allow_abbrev=False)

    building_parents = [places, running, library, building, _engines()]
    installing = add(
        "install", building_parents, "Install the application package: build every engine, publish the set."
    )
    _add_imagining(installing)
    repairing = [*building_parents, _options_of("repairing")]
    add("repair", repairing, "Rebuild what is damaged, missing or stale.")
    for name, parents, help_text in (
        (
            "add",
            [places, running, library, building],
            "Build the engines of features that were left out; all else stays.",
        ),
        ("remove", [places, running], "Remove the engines of features; all else stays."),
    ):
        features = add(name, parents, help_text)
        features.add_argument("features", nargs="+", metavar="FEATURE", help="as app.toml names it")
    removing = [places, running, _options_of("removing")]
    add("uninstall", removing, "Remove what was installed; what you have added or changed stays.")
    status = add("status", [places], "Tell which engines are installed and whether they fit this computer.")
    status.add_argument(
        "--detect", action="store_true", help="print 'ready FINGERPRINT' and exit 0, or print nothing and exit 1"
    )
    about = "Check that this program is complete, and that it can build engines on this computer."
    check = add("self-test", [library], about)
    _add(check, next(declared for declared in OPTIONS if declared.name == "package"))
    check.add_argument("--json", action="store_true", help="machine-readable output")
    check.add_argument("--picture", type=PATHS.read, metavar="FILE", help="write what the wizard looks like here (PNG)")
    for other in commands.choices.values():
        if other is not installing:
            _add_imagining(other, hidden=True)
    return parser


def _add_imagining(parser: argparse.ArgumentParser, *, hidden: bool = False) -> None:
    """Add the options of plans for computers that are not here; the other commands know them only to refuse them."""
    texts = {
        "gpu": "with --plan: as if this computer had this GPU, such as 'rtx 4070'; 'all' is a table of NVIDIA's GPUs",
        "driver": "with --as-gpu: and this driver, such as 551.61 (default: one that is new enough)",
        "os": "with --as-gpu: and this system (default: this one)",
        "memory": "with --as-gpu: and so much system memory (default: this computer's)",
    }
    group = parser.add_argument_group("planning for a computer that is not here")
    for name, text in texts.items():
        how: dict[str, Any] = {"help": argparse.SUPPRESS if hidden else text}
        match name:
            case "os":
                how["choices"] = ["linux", "windows"]
            case "memory":
                how |= {"type": whole_numbers(1, 65_536).read, "metavar": "GIB"}
            case _:
                how["metavar"] = {"gpu": "NAME", "driver": "VERSION"}[name]
        group.add_argument(f"--as-{name}", **how)


def _places() -> argparse.ArgumentParser:
    group = _options_of("places")
    group.add_argument("--json", action="store_true", help="machine-readable output")
    return group


def _running() -> argparse.ArgumentParser:
    """The options of commands that change something: how they show it, and those of the run itself."""
    group = argparse.ArgumentParser(add_help=False)
    group.add_argument("--quiet", action="store_true", help="no window, no question")
    group.add_argument("--passive", action="store_true", help="a progress window, no question")
    group.add_argument("--lang", choices=LANGUAGES, help="the wizard's language (default: the system's)")
    group.add_argument("--plan", action="store_true", help="print what would be done, with reasons, and change nothing")
    group.add_argument(
        "--progress",
        choices=["auto", "jsonl"],
        default="auto",
        help="jsonl: one event a line on standard output, nothing else there; 'cancel' on standard input stops the run",
    )
    group.add_argument(
        "--answers", type=PATHS.read, metavar="FILE", help="take what is not given here from this file (TOML)"
    )
    group.add_argument(
        "--save-answers", type=PATHS.read, metavar="FILE", help="write what is asked for into this file, for --answers"
    )
    return _options_of("running", group)


def _engines() -> argparse.ArgumentParser:
    group = _options_of("engines")
    group.add_argument(
        "--heuristic",
        action="store_true",
        help=f"heuristic tactic selection, the same as --optimization-level {HEURISTIC_OPTIMIZATION_LEVEL}",
    )
    return group


def _options_of(name: Group, group: argparse.ArgumentParser | None = None) -> argparse.ArgumentParser:
    """Add the declared options of a group to a parser, or to a new one."""
    group = group or argparse.ArgumentParser(add_help=False)
    for declared in OPTIONS:
        if declared.option.group == name:
            _add(group, declared)
    return group


def _add(group: argparse.ArgumentParser, declared: Declared) -> None:
    option = declared.option
    common: dict[str, Any] = {"dest": declared.name, "default": argparse.SUPPRESS}
    if option.flag is None:
        either = group.add_mutually_exclusive_group()
        for choice, help_text in zip(declared.choices, option.help, strict=True):
            either.add_argument(f"--{choice}", action="store_const", const=choice, help=help_text, **common)
        return
    (common["help"],) = option.help
    if declared.kind is bool:
        group.add_argument(option.flag, action="store_true", **common)
    else:
        read = option.values.read if option.values else str
        group.add_argument(option.flag, type=read, choices=declared.choices or None, metavar=option.metavar, **common)


def documented_arguments(parser: argparse.ArgumentParser, given: list[str]) -> list[str]:
    """Rewrite a command line with the documented spellings of options."""
    from installer.command_line.spellings import documented

    (commands,) = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    actions = [action for command in commands.choices.values() for action in command._actions]
    return documented(
        given,
        commands.choices,
        {option for action in actions if action.nargs != 0 for option in action.option_strings},
        {option for action in actions if action.nargs == 0 for option in action.option_strings},
    )

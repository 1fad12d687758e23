"""What the commands of `engine-builder` share when they declare their arguments."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from builder.base.options import LEAST_MEMORY_MIB, MOST_MEMORY_MIB, whole_numbers
from builder.base.terminal import Parser

if TYPE_CHECKING:
    from builder.app_package.package import AppPackage
    from builder.base.cancellation import CancelToken
    from builder.base.terminal import Stream

Run = Callable[[argparse.Namespace, "Stream", "CancelToken"], int]
"""Carries out a command: what was given, where its output goes, what stops it; returns the exit status."""


class Commands:
    """The commands of a command line, or the actions of one command, as they are declared."""

    def __init__(self, parser: argparse.ArgumentParser, name: str, *, required: bool = False) -> None:
        """Make room for commands.

        Args:
            parser: whose commands they are.
            name: what one of them is called in `--help` and in what is parsed.
            required: whether one must be given.
        """
        self._commands: Any = parser.add_subparsers(
            dest=name, metavar=name.upper(), required=required, parser_class=Parser
        )

    def add(self, name: str, about: str, run: Run) -> argparse.ArgumentParser:
        """Declare a command.

        Args:
            name: as it is typed.
            about: what it does, in a sentence or two; the first stands in the list of commands.
            run: carries it out. It imports what it needs only then, so that `--help` stays fast.
        """
        first = about.partition(". ")[0].removesuffix(".") + "."
        parser: argparse.ArgumentParser = self._commands.add_parser(
            name, help=first, description=about, allow_abbrev=False
        )
        parser.set_defaults(run=run)
        return parser


def folder(text: str) -> Path:
    """Read a path as the user names it, and make it absolute: a worker runs somewhere else."""
    from builder.base.files import absolute

    if not text:
        raise argparse.ArgumentTypeError("an empty path")
    return absolute(Path(text))


def add_limit_memory(command: argparse.ArgumentParser) -> None:
    """Let a command that builds limit the memory of its builds."""
    command.add_argument(
        "--limit-memory",
        type=whole_numbers(LEAST_MEMORY_MIB, MOST_MEMORY_MIB).read,
        metavar="MIB",
        help="that builds may take (default: three quarters of the system memory)",
    )


def only_models(app: AppPackage, names: list[str]) -> AppPackage:
    """Leave out the models that are not asked for.

    Raises:
        InvalidParameter: there is none of such a name.
    """
    from dataclasses import replace

    from builder.base.errors import InvalidParameter
    from builder.base.text import verbatim

    known = [model.name for model in app.models]
    if unknown := [name for name in names if name not in known]:
        message = f"The app package has no model {', '.join(map(repr, unknown))}."
        raise InvalidParameter(verbatim(message), hint=verbatim(f"It has {', '.join(map(repr, known))}."))
    return replace(app, models=tuple(model for model in app.models if model.name in names)) if names else app

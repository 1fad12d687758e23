"""From the command line and an answers file to what a run is asked for."""

from __future__ import annotations

import argparse
import dataclasses
import sys
from typing import TYPE_CHECKING, Any

from builder.base.errors import InvalidParameter
from builder.base.settings import HEURISTIC_OPTIMIZATION_LEVEL
from builder.base.text import verbatim
from builder.engines.options import EngineOptions
from installer.command_line.arguments import OPTIONS
from installer.target.request import Request

if TYPE_CHECKING:
    from installer.actions.imagined_plan import Elsewhere

Given = dict[str, Any]
"""The options that were given, by the names of their fields."""

_EXAMPLE_OF_IMAGINING = verbatim("To see the plan for another GPU: engine-installer install --plan --as-gpu 'rtx 4070'")

_IN_WIZARD = {declared.name: declared.default for declared in OPTIONS if declared.option.in_wizard}


def given_options(options: argparse.Namespace) -> Given:
    """Find what was asked for: on the command line, and in the answers file that it names.

    Writes another answers file where the command line asks for one.

    Raises:
        InvalidParameter: it contradicts itself, or the answers file is wrong.
        EngineInstallerError: a file cannot be read or written.
    """
    given = _of_command_line(options)
    if vars(options).get("answers"):
        from installer.command_line.answers import read_answers, with_answers

        given = with_answers(given, read_answers(options.answers))
    if vars(options).get("save_answers"):
        from installer.command_line.answers import save_answers

        save_answers(given, options.save_answers)
    return given


def imagined_options(options: argparse.Namespace) -> Elsewhere | None:
    """Find out for which other computer a plan is wanted; None where it is for this one.

    Raises:
        InvalidParameter: it is not a plan, or it contradicts itself.
    """
    asked = {name: getattr(options, f"as_{name}") for name in ("gpu", "driver", "os", "memory")}
    given = {name: value for name, value in asked.items() if value is not None}
    if not given:
        return None
    first = f"--as-{next(iter(given))}"
    if options.command != "install":
        why = (
            "a computer that is not here has nothing installed that could be repaired"
            if options.command == "repair"
            else f"'{options.command}' is about this computer"
        )
        raise _only_for_plans(first, why)
    if not options.plan:
        raise _only_for_plans(first, "nothing can be built for a GPU by pretending to have it")
    if "gpu" not in given:
        raise InvalidParameter(
            verbatim(f"{first} says more about a computer that --as-gpu imagines, and there is no --as-gpu."),
            hint=_EXAMPLE_OF_IMAGINING,
        )
    if vars(options).get("gpu") is not None:
        raise InvalidParameter(
            verbatim("--gpu chooses among the GPUs of this computer, --as-gpu imagines one that has only that GPU."),
            hint=verbatim("Leave out --gpu."),
        )
    from installer.actions.imagined_plan import Elsewhere

    return Elsewhere(given.get("driver"), given.get("os"), given.get("memory"))


def _only_for_plans(option: str, why: str) -> InvalidParameter:
    return InvalidParameter(
        verbatim(f"{option} goes with 'install --plan' only: {why}."),
        hint=_EXAMPLE_OF_IMAGINING,
    )


def _of_command_line(options: argparse.Namespace) -> Given:
    values = vars(options)
    given = {declared.name: values[declared.name] for declared in OPTIONS if declared.name in values}
    if values.get("heuristic"):
        level = given.setdefault("optimization_level", HEURISTIC_OPTIMIZATION_LEVEL)
        if level != HEURISTIC_OPTIMIZATION_LEVEL:
            raise InvalidParameter(
                verbatim(
                    f"--heuristic is --optimization-level {HEURISTIC_OPTIMIZATION_LEVEL}, "
                    f"but --optimization-level {level} was given as well."
                )
            )
    if "features" in values:
        given[options.command] = tuple(dict.fromkeys(options.features))
    return given


def with_kit(command: str, given: Given) -> Given:
    """Fill in what a kit has: the one that is named, or that an installing program lies in.

    What was named one by one goes before.
    """
    from installer.target.kit import own_kit, parts_of

    kit = given.get("kit") or (own_kit() if command == "install" and "package" not in given else None)
    if kit is None:
        return given
    found = parts_of(kit)
    if command not in ("install", "self-test"):
        del found["package"]  # the others are about the one that was installed
    return {**found, **given, "kit": kit}


def make_request(command: str, given: Given) -> Request:
    """Make the request of a command."""
    if given.get("without") == ():
        # An answers file that lists none leaves none out, also if some were before.
        given = {**given, "all_features": True}
    if given.get("without") and given.get("all_features"):
        raise InvalidParameter(
            verbatim("--all-features installs every feature, and --without leaves some out."),
            hint=verbatim("Use only one of them."),
        )
    if both := sorted({*given.get("without", ())} & {*given.get("wanted", ())}):
        raise InvalidParameter(
            verbatim(f"--with and --without both name {', '.join(map(repr, both))}."),
            hint=verbatim("Use only one of them for a feature."),
        )
    of_engines = {field.name: given[field.name] for field in dataclasses.fields(EngineOptions) if field.name in given}
    others = {name: value for name, value in given.items() if name not in of_engines}
    if "target" not in given and getattr(sys, "frozen", False) and not (command == "install" and "package" in given):
        from installer.target.maintenance_copy import copy_target

        others["target"] = copy_target()  # the copy of the program in a target means that one
    return Request(options=EngineOptions(**of_engines), **others)


def with_choices(given: Given, chosen: Request) -> Given:
    """Put what was chosen in the wizard in place of what was given."""
    kept = {name: value for name, value in given.items() if name not in _IN_WIZARD}
    values = {name: getattr(chosen if hasattr(chosen, name) else chosen.options, name) for name in _IN_WIZARD}
    return kept | {name: value for name, value in values.items() if value != _IN_WIZARD[name]}

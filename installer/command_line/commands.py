"""The commands that only print something: `status`, `self-test`, and every `--plan`."""

from __future__ import annotations

import argparse
import contextlib
import gc
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from builder.base.cancellation import CancelToken
from builder.base.errors import ExitCode
from installer.command_line.requests import Given, make_request

if TYPE_CHECKING:
    from installer.actions.imagined_plan import Elsewhere


def _print(text: str) -> None:
    from installer.command_line.console import PlainConsole

    PlainConsole().print(text)


def _print_json(values: dict[str, Any]) -> None:
    from builder.base.terminal import json_text

    _print(json_text(values))


@contextlib.contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Importing makes many objects and no garbage; looking for it is a tenth of what `status --detect` takes."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def show_status(options: argparse.Namespace, given: Given, cancel: CancelToken) -> int:
    """Print the state of an installation; returns the exit status."""
    with _no_garbage_collection():
        from builder.building.machine import survey_machine
        from installer.actions.status import status

        machine = survey_machine(cancel, with_memory=not options.detect)
        found = status(make_request(options.command, given), machine, cancel, quick=options.detect)
    if options.detect:
        if found.state != "ready":
            return 1
        _print(f"ready {found.fingerprint}")
        return 0
    if options.json:
        _print_json(found.to_json())
    else:
        from installer.command_line import rendering as texts

        _print(texts.status_text(found))
    return (ExitCode.NOT_INSTALLED if found.state == "absent" else ExitCode.OK).number


def show_self_test(options: argparse.Namespace, given: Given, cancel: CancelToken) -> int:
    """Print what this program can do on this computer; returns the exit status."""
    from installer.self_test.checks import self_test

    found = self_test(cancel, given.get("wheels"), options.picture, given.get("package"))
    if options.json:
        _print_json(found.to_json())
    else:
        _print(found.text)
    return (ExitCode.OK if found.passed else ExitCode.INTERNAL_ERROR).number


def show_plan(options: argparse.Namespace, given: Given, cancel: CancelToken) -> int:
    """Print what a command would do; returns the exit status."""
    from installer.command_line import rendering as texts

    request = make_request(options.command, given)
    if options.command == "uninstall":
        from installer.actions import uninstall

        removal = uninstall.plan(request, cancel)
        if options.json:
            _print_json(removal.to_json())
        else:
            _print(texts.removal_text(removal))
        return ExitCode.OK.number
    from builder.building.machine import survey_machine
    from installer.actions import install

    plan = install.plan(request, survey_machine(cancel), cancel, repairing=options.command == "repair")
    if options.json:
        _print_json(plan.to_json())
    else:
        _print(texts.plan_text(plan.to_json()))
    refusal = plan.refusal
    return (refusal.exit_code if refusal else ExitCode.OK).number


def show_imagined_plan(options: argparse.Namespace, given: Given, elsewhere: Elsewhere, cancel: CancelToken) -> int:
    """Print what an installation would do on a computer that is not here; returns the exit status."""
    from builder.building.machine import survey_machine
    from builder.gpu.choice import ALL_GPUS
    from installer.actions import imagined_plan
    from installer.command_line import imagined_text as texts

    request, here = make_request(options.command, given), survey_machine(cancel)
    if options.as_gpu.casefold() == ALL_GPUS:
        survey = imagined_plan.survey_gpus(request, elsewhere, here, cancel)
        if options.json:
            _print_json(survey.to_json())
        else:
            _print(texts.survey_text(survey))
        return ExitCode.OK.number
    imagined = imagined_plan.plan_as(request, options.as_gpu, elsewhere, here, cancel)
    if options.json:
        _print_json(imagined.to_json())
    else:
        _print(texts.imagined_text(imagined))
    refusal = imagined.plan.refusal
    return (refusal.exit_code if refusal else ExitCode.OK).number

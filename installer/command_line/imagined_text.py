"""Plans for computers that are not here, in words: for one GPU, or the table of all for a support page."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import groupby

from builder.backend import BACKENDS
from builder.gpu.known_gpus import KnownGpu
from installer.actions.imagined_plan import Assumed, GpuGroup, GpuSurvey, ImaginedPlan, Outcome, Verdict
from installer.command_line.console import seconds_text, size_text
from installer.command_line.rendering import plan_text

_WIDTH = 100
_NO_BREAK = "\N{WORD JOINER}"
_VERDICTS: dict[Verdict, str] = {
    "runs": "Everything runs",
    "runs in part": "Some of it runs",
    "does not run": "Nothing runs, but the application can be installed",
    "refused": "The installation is refused",
}


def imagined_text(imagined: ImaginedPlan) -> str:
    """The plan as `--plan` prints it, below what the computer is like."""
    gpu = imagined.gpu
    head = [
        f"On a computer with {gpu.label}:",
        f"compute capability {gpu.compute_capability}, {gpu.memory_mib} MiB of memory, {gpu.cores} cores",
        *_assumed_lines(imagined.assumed),
        "",
    ]
    return "\n".join([*head, plan_text(imagined.plan.to_json())])


def survey_text(survey: GpuSurvey) -> str:
    """What happens on which GPUs, for a support page."""
    app = survey.plan.package.manifest.app
    count = sum(len(group.gpus) for group in survey.groups)
    libraries = " and ".join(survey.libraries) or "no engine library"
    lines = [
        f"{app.name} {app.version} on {count} NVIDIA GPUs, on {survey.system.capitalize()}, with {libraries}",
        *_assumed_lines(survey.assumed),
    ]
    if builds := survey.plan.to_build:
        seconds = seconds_text(sum(planned.expected.seconds for planned in builds))
        size = size_text(sum(planned.expected.size for planned in builds))
        lines.append(f"All {len(builds)} engines take about {seconds} to build on one core, and {size}.")
    for verdict, title in _VERDICTS.items():
        groups = [group for group in survey.groups if group.verdict == verdict]
        if groups:
            lines += ["", title, *(line for group in groups for line in _group_lines(group))]
    return "\n".join(lines)


def _group_lines(group: GpuGroup) -> Iterator[str]:
    count = len(group.gpus)
    yield ""
    yield f"  Compute capability {', '.join(group.compute_capabilities)} ({count} GPU{'s' * (count > 1)})"
    said = {outcome: _outcome_text(outcome) for outcome in group.outcomes}
    for text in dict.fromkeys(said.values()):
        models = [outcome.model for outcome in group.outcomes if said[outcome] == text]
        yield from _wrapped("every model" if len(models) == len(group.outcomes) else ", ".join(models), text)
    for series, gpus in groupby(group.gpus, key=lambda gpu: gpu.group):
        # A name stays on one line.
        names = (_short(gpu).replace(" ", _NO_BREAK) for gpu in gpus)
        yield from (line.replace(_NO_BREAK, " ") for line in _wrapped(series, ", ".join(names)))


def _wrapped(what: str, text: str) -> list[str]:
    # Its own spaces are all that is broken at: names and versions have hyphens.
    return textwrap.wrap(
        f"{what}: {text}",
        _WIDTH,
        initial_indent="    ",
        subsequent_indent="      ",
        break_on_hyphens=False,
        break_long_words=False,
    )


def _short(gpu: KnownGpu) -> str:
    """Its name below the heading of its series."""
    name = gpu.label.removeprefix("NVIDIA ").removeprefix("GeForce ")
    if not gpu.group.startswith("GeForce RTX"):
        return name
    return name.removeprefix("RTX ").replace(" Laptop GPU", "").replace(" (laptop)", "")


def _outcome_text(outcome: Outcome) -> str:
    variant = f", variant {outcome.variant}" if outcome.variant else ""
    match outcome.action:
        case "refuse":
            return f"refused: {outcome.reason}"
        case "skip":
            return f"left out: {outcome.reason}"
        case _ if outcome.source == "download":
            return f"an engine that is downloaded{variant}"
        case _ if outcome.backend and not outcome.targets:
            return f"an engine that {BACKENDS[outcome.backend].title} builds on the GPU itself{variant}"
        case _ if outcome.runs:
            return f"an engine for {', '.join(outcome.targets)}{variant}"
        case _:
            return f"engines for other GPUs ({', '.join(outcome.targets)}{variant}): {outcome.reason}"


def _assumed_lines(assumed: Assumed) -> list[str]:
    guessed = [f"Guessed: {guess}." for guess in assumed.guesses]
    return [*guessed, *(f"Assumed: {what}." for what in assumed.unknown)]

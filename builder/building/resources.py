"""How many builds run at once, and what memory they may take together. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from builder.base.text import Text, say, say_count
from builder.building.machine import Machine
from builder.building.plan import Build, Planned

_SHARE_OF_MEMORY = 0.75


def choose_jobs(models: tuple[Planned, ...], machine: Machine, asked: int | None) -> tuple[int, Text]:
    """Choose how many builds run at once at the most, and say why."""
    new = [planned for planned in models if isinstance(planned, Build)]
    to_build = [planned for planned in new if not planned.is_downloaded]
    if any(planned.times_kernels for planned in to_build):
        return 1, say("kernels are timed on the GPU, and two builds at once would disturb each other")
    if asked is not None:
        return asked, asked_for()
    jobs = max(1, min(machine.cores, len(to_build)))
    if len(new) > len(to_build):
        # Any of the downloads may have to be built in the end.
        jobs = max(1, min(machine.cores, len(new)))
        return jobs, say("{cores} cores; as far as free memory allows; downloads one by one", cores=machine.cores)
    return jobs, say_count(
        len(to_build),
        "{count} model to build, {cores} cores; as far as free memory allows",
        "{count} models to build, {cores} cores; as far as free memory allows",
        cores=machine.cores,
    )


def memory_limit(models: Sequence[Planned], machine: Machine, asked_mib: int | None) -> tuple[int, Text]:
    """Choose how much memory all builders may take together, in bytes, and say why."""
    if asked_mib is not None:
        return asked_mib << 20, asked_for()
    share = int(machine.memory_bytes * _SHARE_OF_MEMORY)
    planned = [item for item in models if isinstance(item, Build)]
    sources = [source for item in planned for source in (item.source, item.otherwise) if source]
    largest = max((source.expected.memory_bytes for source in sources), default=0)
    if largest > share:
        return largest, say("the largest model may need as much")
    return share, say("three quarters of the system memory")


def asked_for() -> Text:
    """Say that a choice is not the plan's own."""
    return say("the command line asks for it", window="it was asked for")

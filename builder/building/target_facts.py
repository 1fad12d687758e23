"""What must be right about the place of installation: room, write access, no other run.

The judgements are pure; `survey_target` alone touches the disk.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.base.errors import DiskFull, EngineInstallerError, InvalidParameter, Remedy
from builder.base.files import TRIES_AGAINST_OTHERS, os_errors_as
from builder.base.paths import exists
from builder.base.quantities import Bytes
from builder.base.text import NO_TEXT, say
from builder.building.plan import BuildPlan
from builder.building.preflight import Check, Problem, failed, needed_builds
from builder.engines.store import EngineStore, already_running
from builder.operating_system import hold_folder, nameless_file

_MIB = 1 << 20
_DISK, _WRITE_ACCESS, _OTHER_RUNS = say("Disk"), say("Write access"), say("Other runs")


@dataclass(frozen=True, slots=True)
class TargetFacts:
    """What is known about the place of installation.

    Attributes:
        folder: where the engines go.
        free_bytes: room on its volume; None when unknown.
        write_error: why nothing can be written there; None when a probe was written, or when none was asked for.
        probed: whether writing was tried.
        held: whether another run holds it.
    """

    folder: Path
    free_bytes: int | None
    write_error: EngineInstallerError | None
    probed: bool
    held: bool


def survey_target(store: EngineStore, *, probe: bool) -> TargetFacts:
    """Look at the place of installation.

    Args:
        store: of the target.
        probe: try to write, and to take the lock; leaves nothing behind. Without it nothing is touched.
    """
    place = _nearest(store.folder)
    try:
        free_bytes = shutil.disk_usage(place).free
    except OSError:
        free_bytes = None
    write_error: EngineInstallerError | None = None
    if probe:
        try:
            os.fsencode(store.folder)
            _write_probe(store.folder)
        except UnicodeEncodeError:
            write_error = InvalidParameter(
                say("The path {folder} cannot be spelled in this system's character set.", folder=store.folder),
                hint=say(
                    "Choose another target, or run this in a UTF-8 locale.", window="Choose a folder with another name."
                ),
                plain=say("A folder with this name cannot be used on this PC."),
                remedy=Remedy.OTHER_FOLDER,
            )
        except EngineInstallerError as error:
            write_error = error
    return TargetFacts(store.folder, free_bytes, write_error, probe, probe and store.is_held())


def _nearest(folder: Path) -> Path:
    """Find the folder, or the innermost above it that is there."""
    return next((place for place in (folder, *folder.parents) if exists(place)), folder)


def _write_probe(folder: Path) -> None:
    with os_errors_as(folder, say("write to")):
        for tries_left in reversed(range(TRIES_AGAINST_OTHERS)):
            try:
                with hold_folder(_nearest(folder)) as held, nameless_file(held) as file:
                    file.write(b"probe")
                    return
            except FileNotFoundError:
                if not tries_left:
                    raise


def target_checks(facts: TargetFacts, plan: BuildPlan | None, copy_bytes: int = 0) -> Iterator[Check]:
    """Check disk space, write access and other runs.

    Args:
        facts: of the target.
        plan: what will be done.
        copy_bytes: size of the files that are copied besides the engines.
    """
    yield _check_disk(facts, plan, copy_bytes)
    if not facts.probed:
        return
    if facts.write_error is not None:
        problem = Problem.NO_ROOM if isinstance(facts.write_error, DiskFull) else Problem.NO_ACCESS
        yield failed("write_access", _WRITE_ACCESS, facts.write_error, problem, say("Cannot be written to"))
    else:
        message = say("{folder} can be written to", folder=facts.folder)
        yield Check("write_access", _WRITE_ACCESS, "pass", message, found=say("Can be written to"))
    if facts.held:
        error = already_running(facts.folder.parent)
        yield failed("other_run", _OTHER_RUNS, error, Problem.OTHER_RUN, say("One is running"))
    else:
        message = say("no other run is using this target")
        yield Check("other_run", _OTHER_RUNS, "pass", message, found=say("None running"))


def _check_disk(facts: TargetFacts, plan: BuildPlan | None, copy_bytes: int) -> Check:
    if facts.free_bytes is None:
        message = say("the free space on the volume of {folder} is unknown", folder=facts.folder)
        return Check("disk", _DISK, "warn", message, problem=Problem.OTHER, found=say("Unknown"))
    new = [*needed_builds(plan), *(planned for planned in plan.to_build if planned.is_downloaded)] if plan else []
    engines = sum(planned.expected.size for planned in new)
    needed = engines + copy_bytes
    found = say("{size} free", size=Bytes.at_most(facts.free_bytes))
    wanted = say("{size}", size=Bytes.at_least(needed)) if needed else NO_TEXT
    amounts = facts.free_bytes, needed
    # Each part is given in the same unit, rounded so that the comparison still reads true.
    free_mib, needed_mib = facts.free_bytes // _MIB, -(-needed // _MIB)
    if needed <= facts.free_bytes:
        free = say("{free_mib} MiB free for {folder}", free_mib=free_mib, folder=facts.folder)
        return Check("disk", _DISK, "pass", free, found=found, needed=wanted, amounts=amounts)
    if copy_bytes:
        message = say(
            "There is not enough space on the volume of {folder}: {free_mib} MiB are free, and the installation needs "
            "about {needed_mib} MiB.",
            folder=facts.folder,
            free_mib=free_mib,
            needed_mib=needed_mib,
        )
    else:
        message = say(
            "There is not enough space on the volume of {folder}: {free_mib} MiB are free, and the engines need about "
            "{needed_mib} MiB.",
            folder=facts.folder,
            free_mib=free_mib,
            needed_mib=needed_mib,
        )
    hint = say(
        "Free some space, or choose another folder with --target.", window="Free some space, or choose another folder."
    )
    error = DiskFull(message, hint=hint, plain=say("There is not enough room on the disk."))
    return failed("disk", _DISK, error, Problem.NO_ROOM, found, wanted, amounts)

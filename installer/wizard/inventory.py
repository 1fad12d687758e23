"""What an installation consists of, what it lacks and what has changed since it was made. Pure, but for `room_of`."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from builder.app_package.package import AppPackage
from builder.base.errors import EngineInstallerError, LibraryMissing
from builder.base.paths import exists
from builder.base.text import Text, say, verbatim
from builder.building.estimate import Expected, expect_download
from builder.building.plan import Build, BuildPlan, Keep, Planned, PlannedEngine, Refuse, may_be_downloaded
from builder.engines.index import EngineIndex, EngineRecord
from builder.engines.options import EngineOptions
from builder.engines.verdict import Cause
from installer.actions.features import left_out
from installer.actions.install_plan import InstallPlan
from installer.target.installation import TargetState
from installer.wizard.findings import Change, FeatureOffer, Installed, LastingCaveat, Room

_PROGRAM = re.compile(r"(?P<name>.+) \(process \d+.*\)")
"""As `builder.gpu.busy` describes a program. Older versions recorded no names besides."""

_BROKEN: frozenset[Cause | None] = frozenset({"missing", "damaged"})


def installed_of(
    state: TargetState, build: BuildPlan | None = None, options: EngineOptions | None = None
) -> Installed | None:
    """Say what is in a target; None when no application is.

    Args:
        state: of the target.
        build: what would happen to engines, if that is known.
        options: what the installation was asked for, as it is asked for now; None for what engines.json says.
    """
    app, index = state.app, state.index
    if app is None:
        return None
    options = options or (index.options if index else EngineOptions())
    if build:
        options = replace(options, without=left_out(build.package.manifest, options))
    files = state.receipt.files if state.receipt else ()
    records = index.engines if index else ()
    return Installed(
        name=app.name,
        version=app.version,
        features=tuple(_complete_features(state, build)),
        all_features=build.package.manifest.features if build else _features(records),
        files=len(files) + len(records),
        bytes=sum(file.size for file in files) + sum(record.size for record in records),
        caveat=caveat_of(index, build) if index else None,
        options=options,
        scope=state.receipt.scope if state.receipt else None,
    )


def _features(records: Iterable[EngineRecord]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(record.feature for record in records if record.feature))


def _complete_features(state: TargetState, build: BuildPlan | None) -> Iterator[str]:
    """Name the features all of whose models have an engine that is as it was published."""
    there = {engine.record.model for engine in state.engines if engine.file_state == "intact"}
    if build is None:
        absent = {item.model for item in state.index.failed} if state.index else set()
        yield from _features(engine.record for engine in state.engines if engine.record.model not in absent)
        return
    for feature in build.package.manifest.features:
        if all(model.name in there for model in build.package.manifest.model if model.feature == feature):
            yield feature


def caveat_of(index: EngineIndex, build: BuildPlan | None) -> LastingCaveat | None:
    """Say what an installation lacks; None when it is as good as it can be.

    Args:
        index: engines.json.
        build: what would happen to engines; None when that is unknown.
    """
    if build is not None and (useless := [item for item in build.models if not isinstance(item, Refuse) and item.lack]):
        return LastingCaveat("no_gpu", _features_of(useless))
    busy = [record for record in index.engines if record.gpu_busy is not None and record.gpu_busy.in_use]
    if not busy:
        return None
    verdicts = [record.gpu_busy for record in busy if record.gpu_busy is not None]
    programs = [name for one in verdicts for name in one.names or map(program_name, one.programs)]
    return LastingCaveat("busy", _features(busy), tuple(dict.fromkeys(map(str, programs))))


def _features_of(models: Iterable[Planned]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(feature for planned in models if (feature := planned.model.spec.feature)))


def program_name(program: str) -> str:
    """Give the name of a program from its description, such as `blender (process 403, 1196 MiB)`."""
    match = _PROGRAM.fullmatch(program)
    return match["name"] if match else str(program)


def change_of(plan: InstallPlan, state: TargetState, driver_now: str | None) -> Change | None:
    """Find the most telling reason for a repair; None where there is none.

    Args:
        plan: what would be done.
        state: what is there.
        driver_now: the version of the NVIDIA driver.
    """
    builds = plan.build.to_build
    for planned in builds:
        if planned.verdict.cause == "gpu" and (change := _other_gpu(planned)):
            return change
    for planned in builds:
        if planned.verdict.cause == "library" and planned.installed:
            before, now = planned.installed.record.library_version, planned.wanted.library_version
            return Change("library", before, now or "")
    broken = sum(planned.verdict.cause in _BROKEN for planned in builds)
    if files := _files_to_restore(plan, state):
        return Change("files", count=files + broken)
    if broken:
        return Change("engines", count=broken)
    if others := sum(planned.verdict.cause in ("model", "settings", "gpu", "library") for planned in builds):
        return Change("settings", count=others)
    if wrong := sum(planned.verdict.cause == "answers" for planned in builds):
        return Change("wrong", count=wrong)
    if busy := sum(planned.verdict.timed_while_busy for planned in builds):
        return Change("busy", count=busy)
    if builds:
        return _other_driver(state.index, driver_now)
    return _unchecked(plan.build.to_check, driver_now or "")


def _unchecked(checks: Sequence[Build], driver_now: str) -> Change | None:
    """Say that results are to be checked, with the drivers where they were checked with another one."""
    if not checks:
        return None
    notes = [planned.installed.record.answers for planned in checks if planned.installed]
    others = (note.driver_version for note in notes if note and note.driver_version not in (None, driver_now))
    return Change("results", next(others, None) or "", driver_now, len(checks))


def _other_gpu(planned: Build) -> Change | None:
    record = planned.installed.record if planned.installed else None
    before = record.gpu.name if record and record.gpu else ""
    now = planned.wanted.gpu.name if planned.wanted.gpu else ""
    return Change("gpu", before, now) if before != now else None


def _files_to_restore(plan: InstallPlan, state: TargetState) -> int:
    """Count the files that were installed and are no longer there as they were."""
    before = set(state.receipt.hashes) if state.receipt else set()
    restored = {item.file for item in plan.files.install if item.file in before}
    return len(restored | set(plan.files.not_restorable))


def _other_driver(index: EngineIndex | None, now: str | None) -> Change | None:
    for record in index.engines if index and now else ():
        if record.driver_version and now and record.driver_version != now:
            return Change("driver", record.driver_version, now)
    return None


def features_of_models(build: BuildPlan) -> dict[str, str | None]:
    """Give the feature of each model that gets or keeps an engine: kept ones first, then as they will be built."""
    waiting = sorted(build.to_build, key=lambda planned: -planned.expected.seconds)  # as the scheduler has it
    engines: list[PlannedEngine] = [*build.kept, *waiting]
    return {planned.model.name: planned.model.spec.feature for planned in engines}


def feature_offers(build: BuildPlan) -> tuple[FeatureOffer, ...]:
    """Say what each feature takes.

    Args:
        build: a plan that leaves out none.
    """
    return tuple(
        _offer(feature, [planned for planned in build.models if planned.model.spec.feature == feature], build.package)
        for feature in build.package.manifest.features
    )


def _offer(feature: str, models: Sequence[Planned], package: AppPackage) -> FeatureOffer:
    missing = tuple(expected for planned in models if (expected := _likely(planned, package)))
    is_possible = bool(missing) or any(isinstance(planned, Keep) for planned in models)
    return FeatureOffer(feature, sum(map(_engine_bytes, models)), missing, is_possible)


def _likely(planned: Planned, package: AppPackage) -> Expected | None:
    """What getting an engine is likely to take, also before the vendor was asked for it; None where it is not got."""
    may_come = may_be_downloaded(planned.model, package)
    if isinstance(planned, Refuse) and may_come and isinstance(planned.error, LibraryMissing):
        return expect_download(planned.model.total_bytes, from_folder=False)
    if not isinstance(planned, Build):
        return None
    here, strategy = planned.expected, planned.model.strategy
    if here.bytes_to_fetch or not may_come or strategy == "build-else-download":
        return here
    there = expect_download(here.size, from_folder=False)
    return there if strategy in ("download", "download-else-build") or there.seconds < here.seconds else here


def _engine_bytes(planned: Planned) -> int:
    match planned:
        case Keep():
            return planned.installed.record.size
        case Build():
            return planned.expected.size
        case _:
            return planned.model.total_bytes


def room_of(target: Path, needed: int, *, windows: bool = os.name == "nt") -> Room:
    """Look at the volume of a folder, which need not exist yet.

    Args:
        target: absolute.
        needed: bytes for what would be done there.
        windows: volumes have letters.
    """
    place = target
    while not is_there(place) and place != place.parent:
        place = place.parent
    try:
        free: int | None = shutil.disk_usage(place).free
    except OSError:
        free = None
    return Room(volume_name(place, windows=windows), free, needed)


def is_there(place: Path) -> bool:
    """Whether a folder exists; one that cannot even be looked at, such as one with a very long name, does not."""
    try:
        return exists(place)
    except EngineInstallerError:
        return False


def volume_name(place: PurePath, *, windows: bool) -> Text:
    """Name the volume of a folder that exists, as a part of a sentence."""
    if windows:
        drive = place.drive
        return say("drive {letter}", letter=drive[0].upper()) if drive[1:] == ":" else verbatim(drive)
    home = os.path.expanduser("~")  # noqa: PTH111 - pathlib's raises where there is none
    mount = place
    while not os.path.ismount(mount) and mount != mount.parent:
        mount = mount.parent
    # Where people keep everything, they know of no other disk.
    return say("this disk") if Path(home).is_relative_to(mount) else verbatim(str(mount))

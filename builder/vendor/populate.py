"""Making a timing cache for the GPU of this computer: the vendor's step, once per GPU model.

Every model is built cold, with an empty cache of its own; then all are built again with the caches of all, where a
timing that is missing is an error. What was measured is written only when the second round timed nothing.
"""

from __future__ import annotations

import tempfile
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from builder.app_package.package import AppPackage
from builder.base.cancellation import CancelToken
from builder.base.errors import BuildFailed, GpuBusy, PackageInvalid, SystemNotSupported
from builder.base.events import Built, Event, InputFile, TimingJob, Warned
from builder.base.files import os_errors_as, resolve_inside, sha256_of, write_atomically
from builder.base.paths import exists
from builder.base.text import say, verbatim
from builder.building.machine import Machine
from builder.building.plan import Build
from builder.building.planner import make_plan
from builder.building.resources import memory_limit
from builder.building.scheduler import BuildEnded, Scheduler
from builder.building.source import BuiltHere
from builder.engines.options import EngineOptions
from builder.gpu.busy import BusyPolicy, BusyVerdict
from builder.gpu.nvml import Gpu
from builder.timing.catalogue import (
    INDEX_NAME,
    CacheEntry,
    CacheFlags,
    CoveredModel,
    OverlayIdentity,
    RecordedPhase,
    settings_digest,
)
from builder.vendor.catalogue_editing import (
    Keys,
    cache_file_name,
    keys_path,
    names_in,
    read_entries,
    read_keys,
    remove_files,
    with_free_name,
    write_entries,
)

_TENSORRT: Literal["tensorrt"] = "tensorrt"


@dataclass(frozen=True, slots=True)
class Populated:
    """What a cache file got.

    Attributes:
        entry: its entry in the index.
        new_models: names of those that were measured now; the others were there before.
    """

    entry: CacheEntry
    new_models: tuple[str, ...]


def populate(
    package: AppPackage,
    machine: Machine,
    folder: Path,
    *,
    options: EngineOptions,
    busy: BusyPolicy,
    runs: int,
    fresh: bool,
    cancel: CancelToken,
    limit_memory: int | None = None,
) -> Iterator[Event | Populated]:
    """Build every model of a package that classic TensorRT builds, and write the caches and their index entries.

    Args:
        package: the app package.
        machine: this computer.
        folder: of the catalogue.
        options: which GPU, which optimization level.
        busy: what to do about a GPU that is in use.
        runs: how often each model is built cold; the run that took the median time is kept.
        fresh: measure models again that the catalogue covers already.
        cancel: stops it.
        limit_memory: MiB that a build may take; None leaves it to the plan.

    Yields:
        Events of the builds, and what was written.

    Raises:
        EngineInstallerError: nothing was changed.
    """
    groups = _groups(package, machine, options)
    entries = read_entries(folder) if exists(folder / INDEX_NAME) else []
    with tempfile.TemporaryDirectory(prefix="populate-") as made:
        written: list[_NewCache] = []
        for number, group in enumerate(groups):
            place = Path(made) / str(number)
            place.mkdir()
            # Merging may have left several side by side.
            template = _entry(group, machine)
            old = [entry for entry in entries if entry.identity == template.identity]
            bases = [] if fresh else [entry for entry in old if _usable(folder, entry)]
            bench = _Bench(machine, place, busy, cancel, limit_memory)
            if new := (yield from _measure(group, template, bases, folder, bench, runs)):
                written.append(new)
        results = _write(folder, written)
    yield from results


@dataclass(frozen=True, slots=True)
class _Group:
    """Models whose timings go into one cache."""

    gpu: Gpu
    flags: CacheFlags
    models: list[Build]


def _groups(package: AppPackage, machine: Machine, options: EngineOptions) -> list[_Group]:
    """Plan the builds, and sort them by the cache that their timings go into.

    Raises:
        EngineInstallerError: not every model can be timed.
    """
    models = tuple(model for model in package.models if model.backend != "tensorrt-rtx")
    if not models:
        raise PackageInvalid(
            verbatim("The app package wants every model built with TensorRT-RTX, which has no timing caches.")
        )
    options = replace(options, backend=_TENSORRT, wanted=package.manifest.on_demand)
    plan = make_plan(replace(package, models=models), machine, [], options)
    if plan.refusal:
        raise plan.refusal
    if plan.skipped:
        model, reason = plan.skipped[0].model.name, plan.skipped[0].decisions[0].reason
        raise SystemNotSupported(verbatim(f"The model {model!r} cannot be timed: {reason}."))
    groups: dict[OverlayIdentity, _Group] = {}
    for planned in plan.to_build:
        timing = planned.timing
        if timing is None or timing.overlay is None:
            raise PackageInvalid(
                verbatim(
                    f"The model {planned.model.name!r} is built with optimization level 0, which ignores timing caches."
                ),
                hint=verbatim("Use level 1 or 2 in app.toml, or --optimization-level 2."),
            )
        group = groups.setdefault(timing.overlay, _Group(timing.gpu, timing.overlay.flags, []))
        group.models.append(planned)
    return list(groups.values())


def _measure(
    group: _Group, template: CacheEntry, bases: Sequence[CacheEntry], folder: Path, bench: _Bench, runs: int
) -> Generator[Event, None, _NewCache | None]:
    """Measure the models of a group that no cache covers yet, and add them to what the caches have."""
    wanted = {_purpose(planned): planned for planned in group.models}
    known = {
        purpose: model.model_copy(update={"name": name})
        for entry in bases
        for purpose in wanted
        for name, sha256, settings in [purpose]
        if (model := entry.serves(sha256, settings, name))
    }
    covered = list(known.values())
    missing = [planned for purpose, planned in wanted.items() if purpose not in known]
    extended = [InputFile(str(folder / entry.file), entry.sha256) for entry in bases if _covers_any(entry, covered)]
    measured = yield from bench.measure(missing, extended, runs)
    if not measured:
        return None
    entry = template.model_copy(update={"model": [*covered, *measured], "sha256": sha256_of(bench.merged)})
    return _NewCache(entry, bench.merged, tuple(model.name for model in measured))


@dataclass(frozen=True, slots=True)
class _NewCache:
    """A cache that waits to be put into the catalogue."""

    entry: CacheEntry
    path: Path
    new_models: tuple[str, ...]


def _purpose(planned: Build) -> tuple[str, str, str]:
    """What a coverage is for: the model, its file and its settings, such as profiles."""
    return planned.model.name, planned.model.onnx.sha256, settings_digest(_built_here(planned).settings)


def _usable(folder: Path, entry: CacheEntry) -> bool:
    """Whether a cache is intact and its keys are available, so that it can be extended."""
    try:
        path = resolve_inside(folder, entry.file)
        return sha256_of(path) == entry.sha256 and read_keys(path) is not None
    except (OSError, ValueError):
        return False


def _covers_any(entry: CacheEntry, models: Sequence[CoveredModel]) -> bool:
    return any(entry.covers(model.sha256) for model in models)


def _entry(group: _Group, machine: Machine) -> CacheEntry:
    """Make the index entry of a group's cache, which covers nothing yet."""
    gpu, flags, library = group.gpu, group.flags, machine.libraries[_TENSORRT]
    cuda = library.cuda or "0"
    return CacheEntry.model_validate(
        {
            "file": cache_file_name(library.version, cuda, machine.system, gpu.compute_capability, gpu.name, flags),
            "sha256": "0" * 64,
            "tensorrt": library.version,
            "cuda": cuda,
            "os": machine.system,
            "compute_capability": gpu.compute_capability,
            "gpu": gpu.name,
            "cores": gpu.cores,
            "flags": flags.model_dump(),
        }
    )


@dataclass
class _Bench:
    """Builds for the sake of their timings; the engines are thrown away."""

    machine: Machine
    work: Path
    busy: BusyPolicy
    cancel: CancelToken
    limit_memory: int | None = None

    @property
    def merged(self) -> Path:
        """The cache of all models."""
        return self.work / "merged.cache"

    def measure(
        self, models: Sequence[Build], bases: Sequence[InputFile], runs: int
    ) -> Generator[Event, None, list[CoveredModel]]:
        """Build cold, then warm, and compare.

        Args:
            models: what to measure.
            bases: caches that have other models; they are extended.
            runs: cold builds of each model.

        Returns:
            What the new cache holds for each model.
        """
        cold: dict[str, tuple[Built, Path]] = {}
        for planned in models:
            attempts = []
            for run in range(runs):
                output = self.work / f"{planned.key}-{run}.cache"
                built = yield from self._build(planned, TimingJob(output=str(output)))
                attempts.append((built, output))
            attempts.sort(key=lambda attempt: attempt[0].seconds)
            cold[planned.key] = attempts[len(attempts) // 2]
        files = [*bases, *(_as_it_is(path) for _, path in cold.values())]
        covered = []
        for planned in models:
            built_cold, _ = cold[planned.key]
            first, *more = files
            warm_job = TimingJob(shipped=first, also=tuple(more), error_on_miss=True, output=str(self.merged))
            built_warm = yield from self._build(planned, warm_job)
            _expect_replayed(planned, built_warm, files, self.merged)
            merged = self.merged.rename(self.work / f"{planned.key}-merged.cache")
            keys_path(self.merged).rename(keys_path(merged))
            files = [_as_it_is(merged)]
            covered.append(_covered(planned, built_cold, built_warm))
        if covered:
            merged = Path(files[0].path)
            merged.rename(self.merged)
            keys_path(merged).rename(keys_path(self.merged))
        return covered

    def _build(self, planned: Build, job: TimingJob) -> Generator[Event, None, Built]:
        found: list[tuple[Built, BusyVerdict | None]] = []

        def accept(_planned: Build, path: Path, built: Built, busy: BusyVerdict | None, _check: object) -> None:
            path.unlink()
            found.append((built, busy))

        for item in Scheduler(
            [_with_job(planned, job)],
            jobs=1,
            memory_bytes=self.machine.memory_free_bytes,
            memory_limit=memory_limit([planned], self.machine, self.limit_memory)[0],
            staging_path=lambda key: self.work / f"{key}.engine",
            accept=accept,
            busy=self.busy,
            cancel=self.cancel,
            log_path=None,
        ).run():
            if not isinstance(item, BuildEnded):
                yield item
            elif item.error:
                raise item.error
        built, busy = found[0]
        if busy is not None and busy.verdict == "cannot tell":
            yield Warned(
                verbatim(f"Whether others used the GPU during the build is unknown: {'; '.join(busy.reasons)}."),
                planned.model.name,
            )
        measured = built.timing_cache is None or built.timing_cache.misses > 0
        if busy is not None and busy.in_use and measured and self.busy.if_busy != "build":
            raise GpuBusy(
                verbatim(f"The GPU was used by others while {planned.model.name!r} was timed: it {busy.text}."),
                hint=verbatim("Close those programs and populate again, or accept such timings with --if-busy build."),
            )
        return built


def _with_job(planned: Build, job: TimingJob) -> Build:
    """Let a build use other timing caches than those that an installation would."""
    source = _built_here(planned)
    timing = source.timing and replace(source.timing, job=job)
    # Timings are measured, and the engine is thrown away: nobody will use its results.
    return replace(planned, source=replace(source, timing=timing, reproducible=True), answers=None, ways=())


def _built_here(planned: Build) -> BuiltHere:
    # A plan that asks no feed builds everything.
    assert isinstance(planned.source, BuiltHere)
    return planned.source


def _as_it_is(path: Path) -> InputFile:
    return InputFile(str(path), sha256_of(path))


def _expect_replayed(planned: Build, built: Built, files: Sequence[InputFile], merged: Path) -> None:
    """Check that a warm build timed nothing and took every tactic from the cache, by keys rather than by its word."""
    before: Keys = {}
    for file in files:
        before = (read_keys(Path(file.path)) or {}) | before
    after = read_keys(merged) or {}
    new = after.keys() - before.keys()
    changed = [key for key in after.keys() & before.keys() if after[key][0] != before[key][0]]
    use = built.timing_cache
    if use is None or use.refused or use.misses or new or changed:
        refused = f"; refused: {'; '.join(use.refused)}" if use and use.refused else ""
        raise BuildFailed(
            verbatim(
                f"The cache does not serve {planned.model.name!r}: a build with it still timed {len(new)} kernels and "
                f"changed {len(changed)}{refused}."
            ),
            hint=verbatim("Populate again while nothing else uses the GPU; if it happens again, report it."),
        )


def _covered(planned: Build, cold: Built, warm: Built) -> CoveredModel:
    assert cold.timing_cache is not None
    return CoveredModel(
        name=planned.model.name,
        sha256=planned.model.onnx.sha256,
        settings=_purpose(planned)[2],
        tactics=cold.timing_cache.misses,
        cold_seconds=cold.seconds,
        warm_seconds=warm.seconds,
        phases=[RecordedPhase(title=title, seconds=seconds) for title, seconds in warm.phases.items()],
    )


def _write(folder: Path, written: Sequence[_NewCache]) -> list[Populated]:
    """Put the new caches into the catalogue: under new names, then the index, then what they replace goes.

    The catalogue is read again: the builds took long, and another PC may have written to it since.
    """
    if not written:
        return []
    with os_errors_as(folder, say("write to")):
        folder.mkdir(parents=True, exist_ok=True)
    entries = read_entries(folder) if exists(folder / INDEX_NAME) else []
    purposes = {new.entry.identity for new in written}
    replaced = [entry for entry in entries if entry.identity in purposes]
    results = []
    for new in written:
        entry = with_free_name(new.entry, names_in(folder))
        final = folder / entry.file
        for source, place in ((new.path, final), (keys_path(new.path), keys_path(final))):
            write_atomically(place, source.read_bytes(), place.with_name(place.name + ".new"))
        results.append(Populated(entry, new.new_models))
    write_entries(folder, [*(entry for entry in entries if entry not in replaced), *(done.entry for done in results)])
    remove_files(folder, replaced)
    return results

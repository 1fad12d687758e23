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

from builder.builds import BuildEnded, run_builds
from builder.busy import BusyPolicy, BusyVerdict
from builder.cancellation import CancelToken
from builder.catalogue_file import (
    Keys,
    cache_file_name,
    keys_path,
    read_entries,
    read_keys,
    remove_unnamed,
    write_entries,
)
from builder.errors import BuildFailed, GpuBusy, PackageInvalid
from builder.files import explained, replace_file, sha256_of
from builder.machine import Machine
from builder.manifest import AppPackage
from builder.plan import PlannedModel, PlanOptions, make_plan
from builder.protocol import Built, Event, TimingJob
from builder.timing_cache import INDEX_NAME, CacheEntry, CacheFlags, CoveredModel, RecordedPhase

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
    options: PlanOptions,
    busy: BusyPolicy,
    runs: int,
    fresh: bool,
    cancel: CancelToken,
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

    Yields:
        Events of the builds, and what was written.

    Raises:
        EngineInstallerError: nothing was changed.
    """
    plan = make_plan(package, machine, [], replace(options, backend=_TENSORRT))
    if plan.refusal:
        raise plan.refusal
    entries = read_entries(folder) if (folder / INDEX_NAME).exists() else []
    groups: dict[CacheFlags, list[PlannedModel]] = {}
    for planned in plan.to_build:
        assert planned.overlay is not None or (planned.cache and not planned.cache.uses_caches)
        if planned.overlay is None:
            raise PackageInvalid(
                f"The model {planned.model.name!r} is built with optimization level 0, which ignores timing caches.",
                hint="Use level 1 or 2 in app.toml, or --optimization-level 2.",
            )
        groups.setdefault(planned.overlay.flags, []).append(planned)
    with tempfile.TemporaryDirectory(prefix="populate-") as made:
        work = Path(made)
        written: list[tuple[CacheEntry, Path, CacheEntry | None]] = []
        results: list[Populated] = []
        for number, (flags, models) in enumerate(groups.items()):
            place = work / str(number)
            place.mkdir()
            template = _entry(models[0], machine, flags)
            old = next((entry for entry in entries if entry.identity == template.identity), None)
            covered = [] if fresh or old is None else [model for model in old.model if _still_in(models, model)]
            todo = [
                planned for planned in models if not any(item.sha256 == planned.model.onnx.sha256 for item in covered)
            ]
            bench = _Bench(machine, place, busy, cancel)
            base = folder / old.file if old and covered else None
            measured = yield from bench.measure(todo, base, runs)
            if not measured:
                continue
            entry = template.model_copy(update={"model": [*covered, *measured]})
            entry = entry.model_copy(update={"sha256": sha256_of(bench.merged)})
            written.append((entry, bench.merged, old))
            results.append(Populated(entry, tuple(model.name for model in measured)))
        _write(folder, entries, written)
    yield from results


def _still_in(models: Sequence[PlannedModel], covered: CoveredModel) -> bool:
    return any(planned.model.onnx.sha256 == covered.sha256 for planned in models)


def _entry(planned: PlannedModel, machine: Machine, flags: CacheFlags) -> CacheEntry:
    assert planned.wanted is not None
    assert planned.wanted.gpu is not None
    gpu, library = planned.wanted.gpu, machine.libraries[_TENSORRT]
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

    @property
    def merged(self) -> Path:
        """The cache of all models."""
        return self.work / "merged.cache"

    def measure(
        self, models: Sequence[PlannedModel], base: Path | None, runs: int
    ) -> Generator[Event, None, list[CoveredModel]]:
        """Build cold, then warm, and compare.

        Args:
            models: what to measure.
            base: a cache that has other models; it is extended.
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
            attempts.sort(key=lambda attempt: sum(attempt[0].phases.values()))
            cold[planned.key] = attempts[len(attempts) // 2]
        files = [*([base] if base else []), *(path for _, path in cold.values())]
        covered = []
        for planned in models:
            built_cold, _ = cold[planned.key]
            first, *more = map(str, files)
            warm_job = TimingJob(shipped=first, also=tuple(more), error_on_miss=True, output=str(self.merged))
            built_warm = yield from self._build(planned, warm_job)
            _expect_replayed(planned, built_warm, files, self.merged)
            files = [self.merged.rename(self.work / f"{planned.key}-merged.cache")]
            keys_path(self.merged).rename(keys_path(files[0]))
            covered.append(_covered(planned, built_cold, built_warm))
        if covered:
            files[0].rename(self.merged)
            keys_path(files[0]).rename(keys_path(self.merged))
        return covered

    def _build(self, planned: PlannedModel, job: TimingJob) -> Generator[Event, None, Built]:
        found: list[tuple[Built, BusyVerdict | None]] = []

        def accept(_planned: PlannedModel, path: Path, built: Built, busy: BusyVerdict | None, _check: object) -> None:
            path.unlink()
            found.append((built, busy))

        def timing(_planned: PlannedModel) -> TimingJob:
            return job

        for item in run_builds(
            [planned],
            jobs=1,
            memory_bytes=self.machine.memory_free_bytes,
            staging_path=lambda key: self.work / f"{key}.engine",
            accept=accept,
            timing=timing,
            busy=self.busy,
            cancel=self.cancel,
            log_path=None,
        ):
            if not isinstance(item, BuildEnded):
                yield item
            elif item.error:
                raise item.error
        built, busy = found[0]
        if busy is not None and busy.state == "in use" and self.busy.if_busy != "build":
            raise GpuBusy(
                f"The GPU was used by others while {planned.model.name!r} was timed: it {busy.text}.",
                hint="Close those programs and populate again, or accept such timings with --if-busy build.",
            )
        return built


def _expect_replayed(planned: PlannedModel, built: Built, files: Sequence[Path], merged: Path) -> None:
    """Check that a warm build timed nothing and took every tactic from the cache, by keys rather than by its word."""
    before: Keys = {}
    for path in files:
        before = (read_keys(path) or {}) | before
    after = read_keys(merged) or {}
    new = after.keys() - before.keys()
    changed = [key for key in after.keys() & before.keys() if after[key][0] != before[key][0]]
    use = built.timing_cache
    if use is None or use.refused or use.misses or new or changed:
        refused = f"; refused: {'; '.join(use.refused)}" if use and use.refused else ""
        raise BuildFailed(
            f"The cache does not serve {planned.model.name!r}: a build with it still timed {len(new)} kernels and "
            f"changed {len(changed)}{refused}.",
            hint="Populate again while nothing else uses the GPU; if it happens again, report it.",
        )


def _covered(planned: PlannedModel, cold: Built, warm: Built) -> CoveredModel:
    assert cold.timing_cache is not None
    return CoveredModel(
        name=planned.model.name,
        sha256=planned.model.onnx.sha256,
        tactics=cold.timing_cache.misses,
        cold_seconds=cold.seconds,
        warm_seconds=warm.seconds,
        phases=[RecordedPhase(title=title, seconds=seconds) for title, seconds in warm.phases.items()],
    )


def _write(
    folder: Path, entries: list[CacheEntry], written: Sequence[tuple[CacheEntry, Path, CacheEntry | None]]
) -> None:
    """Put the new caches into the catalogue, its index last."""
    with explained(folder, "write to"):
        folder.mkdir(parents=True, exist_ok=True)
    for entry, path, old in written:
        for source, final in ((path, folder / entry.file), (keys_path(path), keys_path(folder / entry.file))):
            staged = final.with_name(final.name + ".new")
            with explained(final, "write"):
                staged.write_bytes(source.read_bytes())
            replace_file(staged, final)
        if old is not None:
            entries.remove(old)
        entries.append(entry)
    if written:
        write_entries(folder, entries)
        remove_unnamed(folder, entries)

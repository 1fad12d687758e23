"""Where a planned engine comes from: the seam for every way to get one.

There is one way today: a worker on this computer builds it. Another, such as an engine that is delivered ready-made, is
added in two files, and mypy names each place as soon as there is one more `strategy` and one more `Source`:

- here, a class with `expected` and whatever is needed to get the engine, and its choice in `choose_source`;
- `Scheduler._obtain` in scheduler.py, which gets the file. Verifying, staging and publishing it are the same for all.

A variant of a model for some GPUs is no source: variant_choice.py says what the engine for a GPU is made of.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import assert_never

from builder.app_package.package import PackagedModel
from builder.base.events import InputFile, TimingJob
from builder.base.plain import to_plain
from builder.base.settings import BuildSettings
from builder.base.text import say
from builder.building.estimate import Expected, expect_build
from builder.building.fit import Fit
from builder.engines.index import EngineRecord
from builder.gpu.nvml import Gpu
from builder.timing.catalogue import (
    CacheChoice,
    CacheFlags,
    CacheWish,
    Catalogue,
    OverlayIdentity,
    choose_cache,
    settings_digest,
)


@dataclass(frozen=True, slots=True)
class KernelTiming:
    """How a build times kernels.

    Attributes:
        gpu: where they are timed.
        cache: the timing cache that ships, or none, and why.
        overlay: what this machine's own timings are for; None for a build that ignores timing caches.
        job: what the worker does with timing caches; None for such a build.
    """

    gpu: Gpu
    cache: CacheChoice
    overlay: OverlayIdentity | None
    job: TimingJob | None


@dataclass(frozen=True, slots=True)
class BuiltHere:
    """A worker on this computer builds it.

    Attributes:
        expected: what it takes.
        settings: how to build.
        timing: None where no kernel is timed.
        reproducible: at fixed addresses, as of `BuildJob`.
    """

    expected: Expected
    settings: BuildSettings
    timing: KernelTiming | None = None
    reproducible: bool = False


Source = BuiltHere


def choose_source(
    model: PackagedModel, fit: Fit, gpu: Gpu | None, record: EngineRecord | None, catalogue: Catalogue
) -> Source:
    """Choose where an engine comes from.

    Args:
        model: the model.
        fit: the engine library.
        gpu: the GPU that it is for; None for one that is portable.
        record: of the engine that is there already.
        catalogue: the timing caches that ship with the package.
    """
    strategy = model.spec.strategy
    match strategy:
        case "build":
            timing = _timing(model, fit, gpu, record, catalogue) if gpu and fit.backend.times_kernels else None
            seconds = _recorded_seconds(model, fit, record)
            known = seconds is not None
            if seconds is None and timing and timing.cache.covered:
                seconds, known = timing.cache.covered.warm_seconds, timing.cache.exact
            return BuiltHere(
                expect_build(model, fit.backend, seconds, known=known), fit.settings, timing, model.reproducible
            )
        case _:
            assert_never(strategy)


def _recorded_seconds(model: PackagedModel, fit: Fit, record: EngineRecord | None) -> float | None:
    """Return what building this very model took here before; None when that is unknown."""
    if record is None or record.onnx_sha256 != model.onnx.sha256 or record.backend != fit.backend.name:
        return None
    # Anybody may have written that file.
    return record.seconds if 0 < record.seconds < math.inf else None


def _timing(
    model: PackagedModel, fit: Fit, gpu: Gpu, record: EngineRecord | None, catalogue: Catalogue
) -> KernelTiming:
    """Choose the timing caches of a build that times kernels."""
    flags = CacheFlags.of(fit.settings)
    wish = CacheWish(
        fit.library.version,
        fit.library.cuda,
        fit.machine.system,
        gpu,
        flags,
        model.onnx.sha256,
        model.name,
        settings_digest(fit.settings),
    )
    choice = choose_cache(catalogue.entries, wish)
    if not choice.uses_caches:
        return KernelTiming(gpu, choice, None, None)
    if not catalogue.entries and catalogue.problems:
        reason = say("those that ship cannot be used: {problem}", problem=catalogue.problems[0])
        choice = replace(choice, reason=reason)
    driver = fit.machine.driver.version
    major = driver.partition(".")[0] if driver else None
    overlay = OverlayIdentity(fit.library.version, fit.library.cuda, major, gpu.uuid, flags)
    folder = fit.machine.overlay_folder
    job = TimingJob(
        shipped=InputFile(str(catalogue.path_of(choice.entry)), choice.entry.sha256) if choice.entry else None,
        other_model=choice.entry.gpu if choice.entry and not choice.exact else None,
        overlay=str(folder / overlay.file_name) if folder else None,
        identity=overlay.to_json(),
        tactics=_recorded_tactics(model, fit, record) if choice.tactics is None else choice.tactics,
    )
    return KernelTiming(gpu, choice, overlay, job)


def _recorded_tactics(model: PackagedModel, fit: Fit, record: EngineRecord | None) -> int | None:
    """Return how many timings a build needed last time, if it was built alike on this GPU."""
    if record is None or record.timing_cache is None:
        return None
    alike = (record.onnx_sha256, record.library_version, record.settings) == (
        model.onnx.sha256,
        fit.library.version,
        to_plain(fit.settings),
    )
    return record.timing_cache.tactics if alike else None

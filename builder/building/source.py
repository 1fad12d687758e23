"""Where a planned engine comes from: the seam for every way to get one.

A worker on this computer builds it, it is fetched from the vendor's feed, or it is there and only its outputs are
checked once more. Another way is added in two files, and mypy names each place as soon as there is one more `Source`:

- here, a class with `expected` and whatever is needed to get the engine, and its choice in `choose_sources`;
- `Scheduler._obtain` in scheduler.py, which gets the file. Verifying, staging and publishing it are the same for all.

A variant of a model for some GPUs is no source: variant_choice.py says what the engine for a GPU is made of.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import assert_never

from builder.app_package.feed_table import Strategy
from builder.app_package.package import PackagedModel
from builder.base.errors import DownloadFailed, EngineInstallerError, Remedy
from builder.base.events import InputFile, TimingJob
from builder.base.plain import to_plain
from builder.base.settings import BuildSettings
from builder.base.text import NO_TEXT, Text, join, say
from builder.building.estimate import Expected, expect_build, expect_download
from builder.building.fit import Fit
from builder.engines.index import EngineRecord
from builder.engines.verdict import WantedEngine
from builder.feed.contents import Feed, Offer
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


@dataclass(frozen=True, slots=True)
class Downloaded:
    """It is fetched from the vendor's feed.

    Attributes:
        expected: what it takes.
        offer: what is fetched.
        reason: why this offer is the one for this computer.
    """

    expected: Expected
    offer: Offer
    reason: Text

    @classmethod
    def of(cls, feed: Feed, wanted: WantedEngine) -> Downloaded | Text:
        """Choose what the feed has for this computer, or say why it has nothing."""
        from builder.feed.choice import choose_offer  # detection asks no feed

        offer, reason = choose_offer(feed.offers, wanted)
        if offer is None:
            return reason
        return cls(expect_download(offer.record.size, from_folder=feed.is_folder), offer, reason)


@dataclass(frozen=True, slots=True)
class Installed:
    """It is there already, and its outputs are checked once more.

    Attributes:
        expected: what the check takes.
        record: what is known of it.
        staged: where it waits for publication; None when it is published.
    """

    expected: Expected
    record: EngineRecord
    staged: Path | None = None


Source = BuiltHere | Downloaded | Installed


class NoSource(Exception):
    """There is no way to get the engine that the app package allows."""

    def __init__(self, error: EngineInstallerError) -> None:
        self.error = error


def choose_sources(
    name: str,
    strategy: Strategy | None,
    here: BuiltHere | EngineInstallerError,
    there: Downloaded | Text | EngineInstallerError,
    library_bytes: int = 0,
) -> tuple[Source, Source | None, Text]:
    """Choose between the two ways to get an engine.

    Args:
        name: of the model.
        strategy: what the app package wants; None leaves it open, and what takes less time is taken.
        here: how it would be built, or why it cannot be.
        there: how it would be fetched, why nothing in the feed fits, or why the feed cannot be used now.
        library_bytes: what must be downloaded of the engine library before anything is built.

    Returns:
        The way that is taken, the other one for when it fails, and why.

    Raises:
        NoSource: with what an installation ends with.
    """
    delivered = there if isinstance(there, Downloaded) else _not_delivered(name, there)
    order: list[Source | EngineInstallerError]
    match strategy:
        case "build":
            order = [here]
        case "download":
            order = [delivered]
        case "download-else-build":
            order = [delivered, here]
        case "build-else-download":
            order = [here, delivered]
        case None | "on-demand":
            order = [delivered, here] if _is_faster(delivered, here, library_bytes) else [here, delivered]
        case _:
            assert_never(strategy)
    ways = [way for way in order if not isinstance(way, EngineInstallerError)]
    if not ways:
        raise NoSource(_joined([way for way in order if isinstance(way, EngineInstallerError)]))
    taken, *others = ways
    rule = _RULES[strategy] if taken is order[0] and (others or len(order) == 1) else NO_TEXT
    parts = [rule, _download_in_words(there), _build_in_words(here, library_bytes)]
    return taken, others[0] if others else None, join("; ", filter(None, parts))


_RULES: dict[Strategy | None, Text] = {
    "build": say("the app package has it built here"),
    "download": say("the app package has it downloaded"),
    "download-else-build": say("the app package prefers downloads"),
    "build-else-download": say("the app package prefers building here"),
    "on-demand": say("this takes less time"),
    None: say("this takes less time"),
}


def _is_faster(
    delivered: Source | EngineInstallerError, here: Source | EngineInstallerError, library_bytes: int
) -> bool:
    if isinstance(here, EngineInstallerError) or isinstance(delivered, EngineInstallerError):
        return False
    library = expect_download(library_bytes, from_folder=False).seconds
    return delivered.expected.seconds < here.expected.seconds + library


def _not_delivered(name: str, why: Text | EngineInstallerError) -> EngineInstallerError:
    if isinstance(why, EngineInstallerError):
        return why
    return DownloadFailed(
        say("The engine of {model!r} cannot be downloaded: {reason}.", model=name, reason=why),
        hint=say("Ask the application's vendor for an engine for this computer."),
        plain=say("The vendor has no AI feature ready for this PC."),
        remedy=Remedy.NONE,
    )


def _joined(errors: Sequence[EngineInstallerError]) -> EngineInstallerError:
    first = errors[0]
    if len(errors) == 1:
        return first
    return type(first)(
        join(" ", [error.message for error in errors]),
        hint=join("\n", dict.fromkeys(error.hint for error in errors)),
        plain=first.plain,
        remedy=first.remedy,
    )


def _download_in_words(there: Downloaded | Text | EngineInstallerError) -> Text:
    if isinstance(there, Downloaded):
        return say(
            "{offer}: {mb:.1f} MB, about {seconds} s",
            offer=there.reason,
            mb=there.expected.size / 1e6,
            seconds=_in_words(there.expected.seconds),
        )
    if isinstance(there, EngineInstallerError):
        return say("nothing can be downloaded now: {reason:part}", reason=there.message)
    return there


def _build_in_words(here: BuiltHere | EngineInstallerError, library_bytes: int) -> Text:
    if isinstance(here, EngineInstallerError):
        return say("it cannot be built here: {reason:part}", reason=here.message)
    seconds = _in_words(here.expected.seconds)
    if not library_bytes:
        return say("building it here takes about {seconds} s", seconds=seconds)
    return say(
        "building it here takes about {seconds} s, after {mb:.0f} MB of the engine library",
        seconds=seconds,
        mb=library_bytes / 1e6,
    )


def _in_words(seconds: float) -> str:
    """Write a time so that the shorter of two is seen to be shorter."""
    return f"{max(seconds, 0.1):.1f}" if seconds < 10 else str(math.ceil(seconds))


def build_here(
    model: PackagedModel,
    fit: Fit,
    gpu: Gpu | None,
    record: EngineRecord | None,
    catalogue: Catalogue,
    offered: EngineRecord | None = None,
) -> BuiltHere:
    """Say how an engine is built on this computer.

    Args:
        model: the model.
        fit: the engine library.
        gpu: the GPU that it is for; None for one that is portable.
        record: of the engine that is there already.
        catalogue: the timing caches that ship with the package.
        offered: of an engine for this computer that the vendor has built.
    """
    timing = _timing(model, fit, gpu, record, catalogue) if gpu and fit.backend.times_kernels else None
    seconds = _recorded_seconds(model, fit, record)
    known = seconds is not None
    if seconds is None and timing and timing.cache.covered:
        seconds, known = timing.cache.covered.warm_seconds, timing.cache.exact
    if seconds is None and timing and offered and 0 < offered.seconds < math.inf:
        # How long kernels are timed cannot be estimated from a model, and the vendor's computer had to do the same.
        seconds = offered.seconds
    expected = expect_build(model, fit.backend, seconds, known=known)
    return BuiltHere(expected, fit.settings, timing, model.reproducible)


def _recorded_seconds(model: PackagedModel, fit: Fit, record: EngineRecord | None) -> float | None:
    """Return what building this very model took here before; None when that is unknown."""
    if record is None or record.onnx_sha256 != model.onnx.sha256 or record.backend != fit.backend.name:
        return None
    if record.origin:  # it was built elsewhere
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

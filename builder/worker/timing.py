"""Timing caches in the worker: load them, prove what they were good for, keep what was measured.

Every answer of the library is checked: it refuses a cache by a return value, or only in its log.
"""

from __future__ import annotations

import hashlib
import json
import math
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from builder.base.errors import EngineInstallerError
from builder.base.events import InputFile, TimingCacheUse, TimingJob
from builder.base.files import os_errors_as
from builder.base.small_files import read_small_file
from builder.base.text import Text, say, verbatim
from builder.timing.overlay import (
    FILE_BYTES,
    OverlayDamaged,
    OverlayHeld,
    bound_overlays,
    locked,
    read_overlay,
    set_aside,
    write_overlay,
)
from builder.worker.library import LibraryLog

if TYPE_CHECKING:
    from builder.worker import trt

# The library's own phases in which kernels run on the GPU to be timed.
_TIMING_PHASE = "Timing "


class TimingCaches:
    """The timing caches of one build.

    Attributes:
        refused: what the library did not take, and why.
        not_kept: why new timings could not be kept.
    """

    def __init__(self, library: trt.Library, config: trt.IBuilderConfig, job: TimingJob, log: LibraryLog) -> None:
        """Load the caches and give them to the builder configuration.

        This machine's own timings come first. A shipped cache adds what they lack; it is tried as it is, and then with
        the permission to come from another device: the cache names its board, so even another one of the same model
        needs it.
        """
        self._library = library
        self._config = config
        self._job = job
        self._log = log
        self.refused: list[Text] = []
        self.not_kept: Text | None = None
        # With it, recorded tactics are taken as they are, and keys can be read and deleted.
        config.set_flag(library.BuilderFlag.EDITABLE_TIMING_CACHE)
        if job.error_on_miss:
            config.set_flag(library.BuilderFlag.ERROR_ON_TIMING_CACHE_MISS)
        self._permission = False
        self._cache = self._load_overlay()
        self._own = self._contents(self._cache)
        added = {file: self._add_shipped(file) for file in (job.shipped, *job.also) if file}
        self._shipped = job.shipped if job.shipped and added[job.shipped] else None
        self._shipped_keys = set[str]().union(*added.values())
        self._before = self._contents(self._cache)
        since = len(log.errors), len(log.warnings)
        taken = config.set_timing_cache(self._cache, False)
        given_back = config.get_timing_cache() if taken else None
        # A library that says yes and goes on with a cache of its own would look as if everything had been a hit.
        if given_back is None or self._contents(given_back).keys() != self._before.keys():
            self._refuse(say("all timing caches"), since)
            self._cache = self._empty()
            self._own, self._shipped, self._shipped_keys, self._before = {}, None, set(), {}
            self._permission = False
            config.set_timing_cache(self._cache, False)

    def use(self, phases: dict[str, float]) -> TimingCacheUse:
        """What the caches did, after the build; `phases` has the seconds of the library's phases."""
        misses = len(self.new_keys)
        total = self._job.tactics
        return TimingCacheUse(
            shipped=Path(self._shipped.path).name if self._shipped else None,
            permission=self._permission,
            other_model=self._other_model,
            overlay=bool(self._own),
            entries=len(self._before),
            hits=_hits(total, misses, bool(self._before)),
            misses=misses,
            timing_seconds=round(sum(value for name, value in phases.items() if name.startswith(_TIMING_PHASE)), 3),
            refused=tuple(self.refused),
        )

    @property
    def _other_model(self) -> str | None:
        """The other GPU model that shipped timings are of; None where this machine has its own for all of them."""
        adds = self._shipped is not None and not self._shipped_keys <= self._own.keys()
        return self._job.other_model if adds else None

    @property
    def new_keys(self) -> set[str]:
        """What the build has measured."""
        return set(self._contents(self._cache)) - set(self._before)

    def write_whole(self, output: Path) -> None:
        """Write the cache, and beside it its keys with tactic and milliseconds as JSON."""
        with os_errors_as(output, say("write")):
            output.write_bytes(_serialized(self._cache))
            output.with_suffix(".json").write_text(json.dumps(self._contents(self._cache)), encoding="ascii")

    def keep(self) -> bool:
        """Add what was measured to this machine's overlay; returns whether that was possible.

        Nothing that was shipped gets in: the next application may ship something better.
        """
        assert self._job.overlay is not None
        path = Path(self._job.overlay)
        own = self._create(_serialized(self._cache))
        if own is None or not self._delete(own, self._shipped_keys - set(self._own)):
            return self._not_kept(say("the library does not let shipped timings be taken out"))
        try:
            with locked(path):
                content = self._merged_with_disk(own, path)
                if len(content) > FILE_BYTES:
                    self._delete(own, set(self._contents(own)) - self.new_keys)
                    content = _serialized(own)
                if len(content) > FILE_BYTES:
                    # Compiled kernels may be left in it when timings are deleted; the next build starts again.
                    path.unlink(missing_ok=True)
                    return self._not_kept(say("they have grown too large, so they were removed"))
                write_overlay(path, self._job.identity, content)
                with suppress(OSError):
                    bound_overlays(path.parent, keep=path)
        except OverlayHeld:
            return self._not_kept(say("another build holds them for too long"))
        except (EngineInstallerError, OSError) as error:
            message = error.message if isinstance(error, EngineInstallerError) else verbatim(str(error))
            return self._not_kept(say("{error:part}", error=message))
        return True

    def _not_kept(self, why: Text) -> bool:
        self.not_kept = why
        return False

    def _empty(self) -> trt.ITimingCache:
        return self._config.create_timing_cache(b"")

    def _create(self, content: bytes) -> trt.ITimingCache | None:
        """A cache of what was serialized; None when the library refuses, in whatever way."""
        try:
            return self._config.create_timing_cache(content)
        except Exception as error:
            self._log.warnings.append(f"{type(error).__name__}: {error}")
            return None

    def _load_overlay(self) -> trt.ITimingCache:
        if self._job.overlay is None:
            return self._empty()
        path = Path(self._job.overlay)
        try:
            content = read_overlay(path, self._job.identity)
        except FileNotFoundError:
            return self._empty()
        except OverlayDamaged as damage:
            self._set_overlay_aside(path, damage.reason)
            return self._empty()
        except OSError as error:
            self.refused.append(say("this computer's own timings cannot be read ({error})", error=error.strerror))
            return self._empty()
        since = len(self._log.errors), len(self._log.warnings)
        cache = self._create(content)
        if cache is not None and self._contents(cache):
            probe = self._empty()
            if probe.combine(cache, False):
                return cache
        self._set_overlay_aside(path, self._said(since))
        return self._empty()

    def _set_overlay_aside(self, path: Path, why: Text) -> None:
        outcome = say("they are not used")
        with suppress(EngineInstallerError, OverlayHeld), locked(path):
            set_aside(path)
            outcome = say("they were set aside")
        self.refused.append(say("this computer's own timings ({reason}); {outcome}", reason=why, outcome=outcome))

    def _add_shipped(self, file: InputFile) -> set[str]:
        """Add what a shipped cache has; returns its keys, none when it was refused."""
        since, path = (len(self._log.errors), len(self._log.warnings)), Path(file.path)
        try:
            content = read_small_file(path, FILE_BYTES)
        except OSError as error:
            self.refused.append(say("{file} cannot be read ({error})", file=path.name, error=error.strerror))
            return set()
        if hashlib.sha256(content).hexdigest() != file.sha256:
            self.refused.append(say("{file} was changed since it was checked", file=path.name))
            return set()
        shipped = self._create(content)
        keys = set(self._contents(shipped))
        taken = permission = False
        if shipped is not None and keys:
            taken = self._cache.combine(shipped, False)
            if not taken:
                taken = permission = self._cache.combine(shipped, True)
        # The library may say that it took them, and not have done so.
        added = keys & set(self._contents(self._cache)) if taken else set()
        if not added:
            self._refuse(verbatim(path.name), since)
            return set()
        self._permission |= permission
        self._prefer_own()
        return added

    def _prefer_own(self) -> None:
        """Put this machine's own timings back where the shipped cache has others for the same key."""
        for text, (tactic, milliseconds) in self._contents(self._cache).items():
            own = self._own.get(text)
            if own is not None and own != [tactic, milliseconds]:
                value = self._library.TimingCacheValue(own[0], own[1])
                self._cache.update(self._library.TimingCacheKey.parse(text), value)

    def _delete(self, cache: trt.ITimingCache, keys: set[str]) -> bool:
        # "NaN timing deletes" (docstring of ITimingCache.update).
        nothing = self._library.TimingCacheValue(0, math.nan)
        return all(cache.update(self._library.TimingCacheKey.parse(key), nothing) for key in keys)

    def _merged_with_disk(self, own: trt.ITimingCache, path: Path) -> bytes:
        """Add what another build has saved since, so that it is not lost."""
        with suppress(FileNotFoundError, OverlayDamaged):
            there = self._create(read_overlay(path, self._job.identity))
            if there is not None:
                own.combine(there, False)
        return _serialized(own)

    def _contents(self, cache: trt.ITimingCache | None) -> dict[str, list[float]]:
        """Tactic and milliseconds by key."""
        if cache is None:
            return {}
        values = {str(key): cache.query(key) for key in cache.queryKeys()}
        return {key: [value.tacticHash, value.timingMSec] for key, value in values.items()}

    def _refuse(self, what: Text, since: tuple[int, int]) -> None:
        self.refused.append(say("{what} ({reason})", what=what, reason=self._said(since)))

    def _said(self, since: tuple[int, int]) -> Text:
        """What the library has said since then, or that it said nothing."""
        errors, warnings = since
        said = [*self._log.errors[errors:], *self._log.warnings[warnings:]]
        return verbatim(" ".join(dict.fromkeys(said))) if said else say("the library gave no reason")


def _hits(total: int | None, misses: int, had_any: bool) -> int | None:
    if not had_any:
        return 0
    return total - misses if total is not None and total >= misses else None


def _serialized(cache: trt.ITimingCache) -> bytes:
    return bytes(memoryview(cache.serialize()).cast("B"))

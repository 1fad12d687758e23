"""Timing caches in the worker, with the stand-in for classic TensorRT on the other side."""

from __future__ import annotations

import importlib.util
import io
import json
import math
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builder.base.events import InputFile, TimingCacheUse, TimingJob
from builder.base.files import sha256_of
from builder.timing import overlay
from builder.timing.catalogue import CacheFlags, OverlayIdentity
from builder.timing.overlay import read_overlay, write_overlay
from builder.worker import timing
from builder.worker.library import EngineFile, LibraryLog, make_logger, make_progress_monitor, make_stream_writer
from builder.worker.timing import TimingCaches
from tests.support.models import conv_net
from tests.support.program import ROOT

IDENTITY = OverlayIdentity("11.4.0.106", "13", "580", "GPU-1", CacheFlags()).to_json()
OTHER_GPU = "NVIDIA GeForce RTX 5060"
OTHER_BOARD = "GPU-5b0e"
KEYS = 3
"""Of the layers of `conv_net`: none is like another one, nor like one with other channels."""

NO_REASON = "the library gave no reason"
NEW = "tactics that were timed on another day"


def load() -> Any:
    spec = importlib.util.spec_from_file_location("tensorrt_double", ROOT / "tests/doubles/tensorrt.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Run:
    """A build with its caches; `patch` may change the library before."""

    def __init__(
        self, folder: Path, *, channels: int = 8, patch: Callable[[Any], None] = lambda _trt: None, **job: Any
    ) -> None:
        self.trt = load()
        patch(self.trt)
        self.log = LibraryLog(lambda _severity, _message: None)
        self.logger = make_logger(self.trt, self.log)
        self.builder = self.trt.Builder(self.logger)
        self.network = self.builder.create_network(0)
        self.parser = self.trt.OnnxParser(self.network, self.logger)
        assert self.parser.parse(conv_net(folder / f"net{channels}.onnx", channels=channels).read_bytes())
        self.config = self.builder.create_builder_config()
        values = {"overlay": str(folder / "own.timings"), "identity": IDENTITY} | job
        if shipped := values.get("shipped"):
            values["shipped"] = as_it_is(shipped)
        values["also"] = tuple(map(as_it_is, values.get("also", ())))
        self.caches = TimingCaches(self.trt, self.config, TimingJob(**values), self.log)
        self.monitor = make_progress_monitor(self.trt, threading.Event(), lambda _phase: None)
        self.config.progress_monitor = self.monitor

    def build(self) -> bool:
        writer = make_stream_writer(self.trt, EngineFile(io.BytesIO()))
        return bool(self.builder.build_serialized_network_to_stream(self.network, self.config, writer))

    def use(self) -> TimingCacheUse:
        """What the caches did for a build."""
        assert self.build()
        return self.caches.use({})

    def contents(self) -> dict[str, list[float]]:
        """What the build has in its cache now."""
        return contents_of(self.config.get_timing_cache())

    def keep(self) -> None:
        assert self.build()
        assert self.caches.keep()
        assert not self.caches.refused

    def content(self) -> bytes:
        return bytes(self.config.get_timing_cache().serialize())


def as_it_is(path: str | InputFile) -> InputFile:
    """A shipped cache as its catalogue would name it."""
    if isinstance(path, InputFile):
        return path
    return InputFile(path, sha256_of(Path(path)) if Path(path).is_file() else "")


def contents_of(cache: Any) -> dict[str, list[float]]:
    values = {str(key): cache.query(key) for key in cache.queryKeys()}
    return {key: [value.tacticHash, value.timingMSec] for key, value in values.items()}


def in_overlay(folder: Path) -> dict[str, list[float]]:
    """What an overlay holds, for the library that it is for."""
    trt = load()
    logger = make_logger(trt, LibraryLog(lambda _severity, _message: None))
    config = trt.Builder(logger).create_builder_config()
    return contents_of(config.create_timing_cache(read_overlay(folder / "own.timings", IDENTITY)))


Measure = Callable[..., dict[str, list[float]]]


@pytest.fixture
def measured(tmp_path: Path) -> Measure:
    """Writes a cache as another machine has measured it, and returns what is in it; the values are environment ones."""

    def measure(path: Path, channels: int = 8, without: int = 0, **environment: str) -> dict[str, list[float]]:
        with pytest.MonkeyPatch.context() as patch:
            for name, value in environment.items():
                patch.setenv(f"FAKE_TENSORRT_{name}", value)
            run = Run(tmp_path, channels=channels, overlay=None)
            assert run.build()
            cache = run.config.get_timing_cache()
            for key in cache.queryKeys()[:without]:
                assert cache.update(key, run.trt.TimingCacheValue(0, math.nan))
            path.write_bytes(run.content())
            return run.contents()

    return measure


# --- This machine's own timings ---------------------------------------------------------------------------------------


def test_without_any_cache_everything_is_measured(tmp_path: Path) -> None:
    run = Run(tmp_path)
    assert run.config.get_flag(run.trt.BuilderFlag.EDITABLE_TIMING_CACHE)
    assert not run.config.get_flag(run.trt.BuilderFlag.ERROR_ON_TIMING_CACHE_MISS)
    assert run.build()
    phases = {"Building engine": 9.0, "Timing graph nodes": 1.5, "Timing tensor reformats": 0.25, "Timings": 7.0}
    assert run.caches.use(phases) == TimingCacheUse(hits=0, misses=KEYS, timing_seconds=1.75)
    assert run.caches.new_keys == set(run.contents())
    assert not (tmp_path / "own.timings").exists()


def test_measuring_takes_time_and_reading_a_cache_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAKE_TENSORRT_TIMING_MS", "200")
    first = Run(tmp_path)
    first.keep()
    second = Run(tmp_path)
    assert second.build()
    seconds = [run.caches.use(run.monitor.seconds).timing_seconds for run in (first, second)]
    assert seconds[1] < 0.2 * KEYS <= seconds[0]


@pytest.mark.parametrize(("tactics", "hits"), [(KEYS, KEYS), (None, None)])
def test_what_was_kept_is_not_measured_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tactics: int | None, hits: int | None
) -> None:
    first = Run(tmp_path)
    first.keep()
    monkeypatch.setenv("FAKE_TENSORRT_NOISE", NEW)
    second = Run(tmp_path, tactics=tactics, error_on_miss=True)
    assert second.use() == TimingCacheUse(overlay=True, entries=KEYS, hits=hits, misses=0)
    assert second.contents() == first.contents() == in_overlay(tmp_path)


@pytest.mark.parametrize(("tactics", "hits"), [(KEYS + 2, 2), (KEYS, 0), (KEYS - 1, None), (None, None)])
def test_hits_are_what_a_build_needs_except_for_what_it_measured(
    tmp_path: Path, tactics: int | None, hits: int | None
) -> None:
    Run(tmp_path, channels=16).keep()
    assert Run(tmp_path, tactics=tactics).use() == TimingCacheUse(overlay=True, entries=KEYS, hits=hits, misses=KEYS)


def test_an_overlay_grows_with_every_network(tmp_path: Path) -> None:
    runs = [Run(tmp_path, channels=channels) for channels in (8, 16)]
    for run in runs:
        run.keep()
    # The second was loaded before the first was kept: nothing is lost.
    assert in_overlay(tmp_path) == runs[0].contents() | runs[1].contents()
    assert len(in_overlay(tmp_path)) == 2 * KEYS


def test_builds_that_save_at_the_same_moment_lose_nothing(tmp_path: Path) -> None:
    all_channels = (4, 8, 16)
    code = "import sys; from tests.builder.worker.test_timing import keep_in_child as main; main(*sys.argv[1:])"
    order = [sys.executable, "-c", code, str(tmp_path)]
    children = [
        subprocess.Popen([*order, str(channels)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for channels in all_channels
    ]
    try:
        for child in children:
            assert child.stdout is not None
            assert child.stdout.readline() == b"built\n"
        for child in children:
            assert child.stdin is not None
            child.stdin.write(b"\n")
            child.stdin.flush()
        kept: list[dict[str, Any]] = [json.loads(child.communicate(timeout=60)[0]) for child in children]
    finally:
        for child in children:
            child.kill()
            child.communicate()
    assert [len(contents) for contents in kept] == [KEYS] * len(children)
    assert in_overlay(tmp_path) == kept[0] | kept[1] | kept[2]
    assert len(in_overlay(tmp_path)) == KEYS * len(children)


def keep_in_child(folder: str, channels: str) -> None:
    """Build, and save when the parent says so."""
    run = Run(Path(folder), channels=int(channels))
    assert run.build()
    sys.stdout.write("built\n")
    sys.stdout.flush()
    sys.stdin.readline()
    assert run.caches.keep(), run.caches.refused
    sys.stdout.write(json.dumps(run.contents()))


# --- Shipped timings --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("device", "other_model", "permission"),
    [
        ({}, None, False),
        ({"UUID": OTHER_BOARD}, None, True),
        ({"DEVICE": OTHER_GPU}, OTHER_GPU, True),
        ({"DEVICE": OTHER_GPU, "UUID": OTHER_BOARD}, OTHER_GPU, True),
    ],
    ids=["this board", "another board", "another model", "another model on another board"],
)
def test_a_shipped_cache_is_used_and_only_for_another_device_with_permission(
    tmp_path: Path, measured: Measure, device: dict[str, str], other_model: str | None, permission: bool
) -> None:
    path = tmp_path / "a.cache"
    contents = measured(path, NOISE=NEW, **device)
    content = path.read_bytes()
    run = Run(tmp_path, shipped=str(path), other_model=other_model, tactics=KEYS, error_on_miss=True)
    assert run.use() == TimingCacheUse("a.cache", permission, other_model, entries=KEYS, hits=KEYS, misses=0)
    assert run.contents() == contents
    assert path.read_bytes() == content


def test_another_gpu_model_is_not_named_where_none_of_its_timings_is_needed(tmp_path: Path, measured: Measure) -> None:
    Run(tmp_path).keep()
    measured(tmp_path / "a.cache", DEVICE=OTHER_GPU)
    use = Run(tmp_path, shipped=str(tmp_path / "a.cache"), other_model=OTHER_GPU, tactics=KEYS).use()
    assert use == TimingCacheUse("a.cache", True, None, overlay=True, entries=KEYS, hits=KEYS)


def test_another_gpu_model_is_not_named_where_its_timings_were_refused(tmp_path: Path) -> None:
    (tmp_path / "a.cache").write_bytes(b"garbage")
    use = Run(tmp_path, shipped=str(tmp_path / "a.cache"), other_model=OTHER_GPU).use()
    assert (use.shipped, use.permission, use.other_model, use.misses) == (None, False, None, KEYS)


def test_permission_is_taken_only_when_the_library_refuses_without_it(tmp_path: Path, measured: Measure) -> None:
    permissions = []

    def note(trt: Any) -> None:
        real = trt.ITimingCache.combine

        def combine(cache: Any, other: Any, ignore_mismatch: bool) -> Any:
            permissions.append(ignore_mismatch)
            return real(cache, other, ignore_mismatch)

        trt.ITimingCache.combine = combine

    for device in ("NVIDIA GeForce RTX 4070", OTHER_GPU):
        measured(tmp_path / "a.cache", DEVICE=device)
        Run(tmp_path, shipped=str(tmp_path / "a.cache"), patch=note)
    assert permissions == [False, False, True]


@pytest.mark.parametrize("claims", [False, True])
@pytest.mark.parametrize(
    ("content", "why"),
    [
        (lambda _content: b"garbage", "Magic tag does not match"),
        (lambda content: content[:-9], "Magic tag does not match"),
        (lambda content: content.replace(b"4070", b"4071"), "Magic tag does not match"),
        (lambda _content: b"", NO_REASON),
    ],
    ids=["garbage", "cut", "changed", "empty"],
)
def test_a_corrupt_cache_is_refused_in_the_words_of_the_library_and_the_build_continues(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    measured: Measure,
    content: Callable[[bytes], bytes],
    why: str,
    claims: bool,
) -> None:
    if claims:
        monkeypatch.setenv("FAKE_TENSORRT_UNUSED_IS_SET", "1")
    path = tmp_path / "a.cache"
    measured(path)
    path.write_bytes(content(path.read_bytes()))
    run = Run(tmp_path, shipped=str(path), tactics=KEYS)
    use = run.use()
    assert replace(use, refused=()) == TimingCacheUse(hits=0, misses=KEYS)
    (refused,) = use.refused
    assert refused.startswith("a.cache (")
    assert why in refused


def test_a_cache_of_another_version_is_refused_with_both_versions(tmp_path: Path, measured: Measure) -> None:
    measured(tmp_path / "a.cache", VERSION="11.5.0.7")
    run = Run(tmp_path, shipped=str(tmp_path / "a.cache"), tactics=KEYS)
    use = run.use()
    assert (use.shipped, use.hits, use.misses) == (None, 0, KEYS)
    (refused,) = use.refused
    assert "Current Version: 11.4.0.106, Serialized Engine Version: 11.5.0.7" in refused
    assert "The timing cache will not be used!" in refused


def test_each_refusal_has_only_the_words_that_belong_to_it_warnings_too_and_each_once(tmp_path: Path) -> None:
    count = iter(range(1, 9))

    def warn(trt: Any) -> None:
        def unused(cache: Any, log: Any, _reason: str) -> Any:
            words = f"warning {next(count)}"
            for _ in range(2):
                log(trt.ILogger.Severity.WARNING, words)
            cache._usable = False
            return cache

        trt.ITimingCache._unused = unused

    for name in "ab":
        (tmp_path / name).write_bytes(b"garbage")
    run = Run(tmp_path, shipped=str(tmp_path / "a"), also=(str(tmp_path / "b"),), patch=warn)
    assert run.caches.refused == ["a (warning 1)", "b (warning 2)"]


def test_a_shipped_cache_is_used_only_as_it_was_checked(tmp_path: Path, measured: Measure) -> None:
    path = tmp_path / "a.cache"
    measured(path)
    checked, status = as_it_is(str(path)), path.stat()
    measured(path, NOISE=NEW)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    use = Run(tmp_path, shipped=checked, tactics=KEYS).use()
    assert (use.shipped, use.misses) == (None, KEYS)
    assert use.refused == ("a.cache was changed since it was checked",)


@pytest.mark.parametrize(("name", "why"), [("missing", "No such file"), ("folder", "it is a folder")])
def test_a_shipped_cache_that_cannot_be_read_is_reported(tmp_path: Path, name: str, why: str) -> None:
    (tmp_path / "folder").mkdir()
    use = Run(tmp_path, shipped=str(tmp_path / name)).use()
    assert replace(use, refused=()) == TimingCacheUse(hits=0, misses=KEYS)
    (refused,) = use.refused
    assert refused.startswith(f"{name} cannot be read ({why}")


@pytest.mark.parametrize("strict", [True, False])
def test_a_library_that_says_yes_and_does_nothing_is_not_believed(
    tmp_path: Path, measured: Measure, strict: bool
) -> None:
    def claim(trt: Any) -> None:
        trt.ITimingCache.combine = lambda _cache, _other, ignore_mismatch: ignore_mismatch or strict

    measured(tmp_path / "a.cache", NOISE=NEW)
    run = Run(tmp_path, shipped=str(tmp_path / "a.cache"), tactics=KEYS, patch=claim)
    use = run.use()
    assert replace(use, refused=()) == TimingCacheUse(hits=0, misses=KEYS)
    assert use.refused == (f"a.cache ({NO_REASON})",)
    # What was measured is this machine's own, although the shipped file has the same keys.
    assert run.caches.keep()
    assert in_overlay(tmp_path) == run.contents()


def test_when_the_library_takes_no_cache_at_all_everything_is_measured_and_reported(
    tmp_path: Path, measured: Measure
) -> None:
    def refuse_first(trt: Any) -> None:
        real = trt.IBuilderConfig.set_timing_cache

        def refuse(config: Any, _cache: Any, _ignore: bool) -> bool:
            trt.IBuilderConfig.set_timing_cache = real
            config._log(trt.ILogger.Severity.ERROR, "not today")
            return False

        trt.IBuilderConfig.set_timing_cache = refuse

    Run(tmp_path, channels=16).keep()
    measured(tmp_path / "a.cache", DEVICE=OTHER_GPU)
    run = Run(tmp_path, shipped=str(tmp_path / "a.cache"), tactics=KEYS, patch=refuse_first)
    assert run.use() == TimingCacheUse(hits=0, misses=KEYS, refused=("all timing caches (not today)",))
    assert run.caches.keep()
    assert len(in_overlay(tmp_path)) == 2 * KEYS


def test_more_shipped_caches_are_added_and_each_is_judged_for_itself(tmp_path: Path, measured: Measure) -> None:
    paths = [tmp_path / name for name in ("bad.cache", "foreign.cache", "own.cache")]
    paths[0].write_bytes(b"garbage")
    foreign = measured(paths[1], DEVICE=OTHER_GPU)
    own = measured(paths[2], channels=16)
    run = Run(tmp_path, shipped=str(paths[0]), also=tuple(map(str, paths[1:])))
    use = run.use()
    assert run.contents() == foreign | own
    assert (use.shipped, use.permission, use.entries, use.misses) == (None, True, 2 * KEYS, 0)
    assert [refused.partition(" ")[0] for refused in use.refused] == ["bad.cache"]


def test_permission_for_another_device_is_not_forgotten_for_a_later_cache(tmp_path: Path, measured: Measure) -> None:
    def refuse_smaller(trt: Any) -> None:
        combine = trt.ITimingCache.combine
        trt.ITimingCache.combine = lambda *caches: len(caches[1].queryKeys()) == KEYS and combine(*caches)

    measured(tmp_path / "a.cache", DEVICE=OTHER_GPU)
    measured(tmp_path / "smaller.cache", without=1)
    shipped, also = str(tmp_path / "a.cache"), (str(tmp_path / "smaller.cache"),)
    use = Run(tmp_path, shipped=shipped, also=also, patch=refuse_smaller).use()
    assert use == TimingCacheUse("a.cache", True, entries=KEYS, refused=(f"smaller.cache ({NO_REASON})",))


# --- Both -------------------------------------------------------------------------------------------------------------


def prefer_input(trt: Any) -> None:
    """A library that does not skip conflicting entries but takes the new ones."""

    def combine(cache: Any, other: Any, _ignore: bool) -> bool:
        cache._entries |= other._entries
        return True

    trt.ITimingCache.combine = combine


@pytest.mark.parametrize("patch", [lambda _trt: None, prefer_input], ids=["as documented", "the other way"])
def test_own_timings_come_before_shipped_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, measured: Measure, patch: Callable[[Any], None]
) -> None:
    own = Run(tmp_path)
    own.keep()
    shipped = measured(tmp_path / "a.cache", NOISE=NEW)
    assert all(shipped[key] != value for key, value in own.contents().items())
    monkeypatch.setenv("FAKE_TENSORRT_NOISE", "and a third one")
    both = Run(tmp_path, shipped=str(tmp_path / "a.cache"), tactics=KEYS, patch=patch)
    assert both.use() == TimingCacheUse("a.cache", overlay=True, entries=KEYS, hits=KEYS, misses=0)
    assert both.contents() == own.contents()


def test_nothing_that_was_shipped_gets_among_own_timings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, measured: Measure
) -> None:
    own = Run(tmp_path, channels=16)
    own.keep()
    shipped = measured(tmp_path / "a.cache", without=1, NOISE=NEW)
    also = measured(tmp_path / "b.cache", channels=16, NOISE=NEW)
    assert also.keys() == own.contents().keys()
    run = Run(tmp_path, shipped=str(tmp_path / "a.cache"), also=(str(tmp_path / "b.cache"),), tactics=KEYS)
    use = run.use()
    assert (use.hits, use.misses, use.overlay) == (KEYS - 1, 1, True)
    assert run.caches.keep()
    (missed,) = run.caches.new_keys
    # What it had stays, although it was shipped as well.
    assert in_overlay(tmp_path) == own.contents() | {missed: run.contents()[missed]}
    assert not shipped.keys() & in_overlay(tmp_path).keys()
    # Taking them out for the overlay leaves the build's own cache alone.
    assert run.contents() == own.contents() | shipped | {missed: run.contents()[missed]}


def test_own_timings_that_were_shipped_as_well_outlive_the_loss_of_their_file(
    tmp_path: Path, measured: Measure
) -> None:
    own = Run(tmp_path)
    own.keep()
    measured(tmp_path / "a.cache")
    run = Run(tmp_path, channels=16, shipped=str(tmp_path / "a.cache"))
    (tmp_path / "own.timings").unlink()
    run.keep()
    assert in_overlay(tmp_path) == run.contents()
    assert len(run.contents()) == 2 * KEYS


# --- Damage -----------------------------------------------------------------------------------------------------------


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)


def make_foreign(path: Path, measured: Measure, **environment: str) -> None:
    measured(path.with_name("foreign.cache"), **environment)
    write_overlay(path, IDENTITY, path.with_name("foreign.cache").read_bytes())


@pytest.mark.parametrize("claims", [False, True])
@pytest.mark.parametrize(
    ("harm", "why"),
    [
        (lambda path, _measured: damage(path), "its content does not have the hash"),
        (lambda path, _measured: write_overlay(path, IDENTITY | {"gpu_uuid": "GPU-2"}, b""), "for something else"),
        (lambda path, _measured: write_overlay(path, IDENTITY, b"garbage"), "Magic tag does not match"),
        (lambda path, _measured: write_overlay(path, IDENTITY, b""), NO_REASON),
        (lambda path, measured: make_foreign(path, measured, VERSION="11.5.0.7"), "Version tag does not match"),
        (lambda path, measured: make_foreign(path, measured, DEVICE=OTHER_GPU), NO_REASON),
    ],
    ids=[
        "damaged",
        "of another GPU",
        "garbage inside",
        "nothing inside",
        "another version inside",
        "another device inside",
    ],
)
def test_own_timings_that_cannot_be_used_are_set_aside_reported_and_measured_again(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    measured: Measure,
    harm: Callable[[Path, Measure], None],
    why: str,
    claims: bool,
) -> None:
    if claims:
        monkeypatch.setenv("FAKE_TENSORRT_UNUSED_IS_SET", "1")
    path = tmp_path / "own.timings"
    Run(tmp_path).keep()
    harm(path, measured)
    content = path.read_bytes()
    run = Run(tmp_path, tactics=KEYS)
    assert not path.exists()
    assert path.with_suffix(".damaged").read_bytes() == content
    use = run.use()
    assert replace(use, refused=()) == TimingCacheUse(hits=0, misses=KEYS)
    (refused,) = use.refused
    assert refused.startswith("this computer's own timings (")
    assert refused.endswith("); they were set aside")
    assert why in refused
    assert run.caches.keep()
    assert in_overlay(tmp_path) == run.contents()


def test_own_timings_that_cannot_be_read_are_reported_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "own.timings").mkdir()
    run = Run(tmp_path)
    assert run.use().refused == ("this computer's own timings cannot be read (it is a folder)",)
    assert not run.caches.keep()
    assert run.caches.not_kept


class Holder:
    """Another process that holds an overlay."""

    def __init__(self, path: Path) -> None:
        code = "import sys, pathlib; from builder.timing.overlay import locked\n"
        code += "with locked(pathlib.Path(sys.argv[1])): print(flush=True); sys.stdin.read()"
        order = [sys.executable, "-c", code, str(path)]
        self._process = subprocess.Popen(order, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __enter__(self) -> None:
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == b"\n"

    def __exit__(self, *_error: object) -> None:
        self._process.kill()
        self._process.communicate()


def test_damaged_timings_that_another_build_holds_are_not_said_to_be_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overlay, "LOCK_SECONDS", 0.1)
    Run(tmp_path).keep()
    damage(tmp_path / "own.timings")
    with Holder(tmp_path / "own.timings"):
        run = Run(tmp_path)
    assert (tmp_path / "own.timings").exists()
    assert run.use().misses == KEYS
    assert "its content does not have the hash" in run.caches.refused[0]
    assert run.caches.refused[0].endswith("); they are not used")
    # They are replaced instead.
    assert run.caches.keep()
    assert in_overlay(tmp_path) == run.contents()


# --- Keeping ----------------------------------------------------------------------------------------------------------


def test_what_another_build_holds_for_too_long_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overlay, "LOCK_SECONDS", 0.1)
    run = Run(tmp_path)
    assert run.build()
    with Holder(tmp_path / "own.timings"):
        assert not run.caches.keep()
    assert run.caches.not_kept == "another build holds them for too long"
    assert run.caches.keep()


def test_a_folder_that_cannot_be_written_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    run = Run(tmp_path, overlay=str(tmp_path / "file/own.timings"))
    assert run.build()
    assert not run.caches.keep()
    assert "Cannot write to" in (run.caches.not_kept or "")


def test_shipped_timings_that_cannot_be_taken_out_keep_everything_out(tmp_path: Path, measured: Measure) -> None:
    def refuse(trt: Any) -> None:
        trt.ITimingCache.update = lambda *_arguments: False

    measured(tmp_path / "a.cache", without=1)
    run = Run(tmp_path, shipped=str(tmp_path / "a.cache"), patch=refuse)
    assert run.use().misses == 1
    assert not run.caches.keep()
    assert "does not let shipped timings be taken out" in (run.caches.not_kept or "")
    assert not (tmp_path / "own.timings").exists()


@pytest.mark.parametrize("loaded", ["before", "after"], ids=lambda when: f"loaded {when} the file was full")
def test_a_full_file_starts_over_with_what_was_measured_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, loaded: str
) -> None:
    second = Run(tmp_path, channels=16) if loaded == "before" else None
    first = Run(tmp_path)
    first.keep()
    monkeypatch.setattr(timing, "FILE_BYTES", len(first.content()) + 50)
    second = second or Run(tmp_path, channels=16)
    second.keep()
    assert len(in_overlay(tmp_path)) == KEYS
    assert not in_overlay(tmp_path).keys() & first.contents().keys()
    assert in_overlay(tmp_path).items() <= second.contents().items()


def test_what_is_larger_than_a_file_may_be_begins_with_none_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Run(tmp_path)
    first.keep()
    monkeypatch.setattr(timing, "FILE_BYTES", 50)
    second = Run(tmp_path, channels=16)
    assert second.build()
    assert not second.caches.keep()
    assert second.caches.not_kept == "they have grown too large, so they were removed"
    assert not (tmp_path / "own.timings").exists()


def test_old_overlays_make_room_and_the_new_one_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overlay.bound_overlays, "__defaults__", (1,))
    (tmp_path / "older.timings").write_bytes(b"x")
    run = Run(tmp_path)
    run.keep()
    assert not (tmp_path / "older.timings").exists()
    assert in_overlay(tmp_path) == run.contents()


# --- For those who make caches ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("passes", [False, True])
def test_a_miss_is_an_error_where_that_was_asked_for_and_counted_where_the_library_lets_it_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, measured: Measure, passes: bool
) -> None:
    if passes:
        monkeypatch.setenv("FAKE_TENSORRT_MISSES_PASS", "1")
    measured(tmp_path / "a.cache", without=1)
    run = Run(tmp_path, shipped=str(tmp_path / "a.cache"), tactics=KEYS, error_on_miss=True)
    assert run.build() == passes
    assert run.caches.use({}).misses == passes
    assert any("kERROR_ON_TIMING_CACHE_MISS" in error for error in run.log.errors) != passes


def test_the_whole_cache_is_written_with_its_keys(tmp_path: Path, measured: Measure) -> None:
    shipped = measured(tmp_path / "a.cache", without=1)
    run = Run(tmp_path, shipped=str(tmp_path / "a.cache"), overlay=None)
    assert run.build()
    run.caches.write_whole(tmp_path / "whole.cache")
    contents = json.loads((tmp_path / "whole.json").read_text(encoding="ascii"))
    assert contents == run.contents()
    assert len(contents) == KEYS
    assert shipped.items() <= contents.items()
    again = Run(tmp_path, shipped=str(tmp_path / "whole.cache"), overlay=None, error_on_miss=True)
    assert again.use().misses == 0
    assert again.contents() == contents

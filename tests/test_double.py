"""The stand-in for classic TensorRT keeps the documented rules of timing caches."""

from __future__ import annotations

import importlib.util
import io
import math
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy
import pytest

from builder.engines.header import read_engine_header
from builder.worker.library import EngineFile, LibraryLog, make_logger, make_progress_monitor, make_stream_writer
from tests.support.models import conv_net, deep_net
from tests.support.program import ROOT

OTHER_GPU = "NVIDIA GeForce RTX 5060"
KEYS = 3
"""Of the layers of `conv_net`: none is like another one."""


def load() -> Any:
    spec = importlib.util.spec_from_file_location("tensorrt_double", ROOT / "tests/doubles/tensorrt.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Build:
    """One build with the stand-in; `cache` is attached as a program would."""

    def __init__(self, model: Path, *flags: str, level: int = 3) -> None:
        self.trt = load()
        self.log = LibraryLog(lambda _severity, _message: None)
        self.logger = make_logger(self.trt, self.log)
        self.builder = self.trt.Builder(self.logger)
        self.network = self.builder.create_network(0)
        self.parser = self.trt.OnnxParser(self.network, self.logger)
        assert self.parser.parse(model.read_bytes())
        self.config = self.builder.create_builder_config()
        self.config.builder_optimization_level = level
        for flag in flags:
            self.config.set_flag(getattr(self.trt.BuilderFlag, flag))
        self.engine = io.BytesIO()

    def cache(self, content: bytes = b"", *, ignore_mismatch: bool = False) -> Any:
        cache = self.config.create_timing_cache(content)
        assert self.config.set_timing_cache(cache, ignore_mismatch)
        assert self.config.get_timing_cache() is cache
        return cache

    def run(self, writer: Any = None) -> bool:
        writer = writer or make_stream_writer(self.trt, EngineFile(self.engine))
        return bool(self.builder.build_serialized_network_to_stream(self.network, self.config, writer))


def entries_of(cache: Any) -> dict[str, tuple[int, float]]:
    values = {str(key): cache.query(key) for key in cache.queryKeys()}
    return {key: (value.tacticHash, value.timingMSec) for key, value in values.items()}


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Build]:
    def build(*flags: str, channels: int = 8, level: int = 3) -> Build:
        return Build(conv_net(tmp_path / "net.onnx", channels=channels), *flags, level=level)

    return build


@pytest.fixture
def filled(make: Callable[..., Build]) -> bytes:
    """The cache of one build."""
    build = make()
    cache = build.cache()
    assert build.run()
    return bytes(cache.serialize())


def test_a_build_fills_the_cache_and_the_next_one_only_reads_it(
    make: Callable[..., Build], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAKE_TENSORRT_TIMING_MS", "100")
    first = make()
    cache = first.cache()
    started = time.monotonic()
    assert first.run()
    assert time.monotonic() - started >= KEYS * 0.1
    assert len(cache.queryKeys()) == KEYS
    monkeypatch.setenv("FAKE_TENSORRT_TIMING_MS", "60000")
    # What another timing would have chosen does not count: the recorded tactics are taken.
    monkeypatch.setenv("FAKE_TENSORRT_NOISE", "busy")
    second = make("EDITABLE_TIMING_CACHE", "ERROR_ON_TIMING_CACHE_MISS")
    again = second.cache(bytes(cache.serialize()))
    assert second.run()
    assert entries_of(again) == entries_of(cache)
    assert second.engine.getvalue() == first.engine.getvalue()
    assert not second.log.errors


@pytest.mark.parametrize(("variable", "value"), [("FAKE_TENSORRT_NOISE", "busy"), ("FAKE_TENSORRT_DEVICE", OTHER_GPU)])
def test_tactics_depend_on_the_device_and_on_noise_but_keys_do_not(
    make: Callable[..., Build], monkeypatch: pytest.MonkeyPatch, filled: bytes, variable: str, value: str
) -> None:
    before = entries_of(make().cache(filled))
    monkeypatch.setenv(variable, value)
    build = make()
    cache = build.cache()
    assert build.run()
    after = entries_of(cache)
    assert after.keys() == before.keys()
    assert all(after[key][0] != before[key][0] for key in after)


def test_another_network_or_flag_or_not_another_level_has_other_keys(make: Callable[..., Build], filled: bytes) -> None:
    wider, no_tf32, faster = make(channels=16), make(), make(level=1)
    no_tf32.config.clear_flag(no_tf32.trt.BuilderFlag.TF32)
    caches = [build.cache(filled) for build in (wider, no_tf32, faster)]
    assert all(build.run() for build in (wider, no_tf32, faster))
    assert [len(cache.queryKeys()) for cache in caches] == [2 * KEYS, 2 * KEYS, KEYS]


def test_a_miss_stops_the_build_where_that_was_asked_for(
    make: Callable[..., Build], monkeypatch: pytest.MonkeyPatch
) -> None:
    build = make("ERROR_ON_TIMING_CACHE_MISS")
    cache = build.cache()
    assert not build.run()
    assert build.builder.build_serialized_network(build.network, build.config) is None
    assert "kERROR_ON_TIMING_CACHE_MISS" in build.log.first_error
    assert cache.queryKeys() == []
    monkeypatch.setenv("FAKE_TENSORRT_MISSES_PASS", "1")
    assert build.run()
    assert len(cache.queryKeys()) == KEYS


def test_without_a_cache_a_miss_is_no_error(make: Callable[..., Build]) -> None:
    build = make("ERROR_ON_TIMING_CACHE_MISS")
    assert build.config.get_timing_cache() is None
    assert build.run()


@pytest.mark.parametrize(("flags", "level"), [((), 0), (("DISABLE_TIMING_CACHE",), 3)])
def test_level_0_and_the_flag_leave_the_cache_alone(
    make: Callable[..., Build], flags: tuple[str, ...], level: int
) -> None:
    build = make(*flags, level=level)
    cache = build.cache()
    assert build.run()
    assert cache.queryKeys() == []


@pytest.mark.parametrize("ignore_mismatch", [False, True])
@pytest.mark.parametrize("what", ["version", "garbage", "cut", "changed"])
def test_another_version_and_damage_are_never_used_and_stop_nothing(
    make: Callable[..., Build], monkeypatch: pytest.MonkeyPatch, filled: bytes, what: str, ignore_mismatch: bool
) -> None:
    words = "magicTagRead == kMAGIC_TAG failed.Magic tag does not match"
    content = {"garbage": b"garbage", "cut": filled[:-9], "changed": filled.replace(b"4070", b"4071")}.get(what, filled)
    if what == "version":
        monkeypatch.setenv("FAKE_TENSORRT_VERSION", "11.5.0.7")
        words = "Version tag does not match. Current Version: 11.5.0.7, Serialized Engine Version: 11.4.0.106"
    build = make()
    refused = build.config.create_timing_cache(content)
    assert words in build.log.errors[0]
    assert build.log.errors[1] == "The timing cache will not be used!"
    assert refused.queryKeys() == []
    assert not build.config.set_timing_cache(refused, ignore_mismatch)
    assert build.config.get_timing_cache() is None
    fresh = build.config.create_timing_cache(b"")
    assert not fresh.combine(refused, ignore_mismatch)
    assert not refused.combine(fresh, ignore_mismatch)
    # What TensorRT-RTX says to garbage, and the build still has only a local cache.
    monkeypatch.setenv("FAKE_TENSORRT_UNUSED_IS_SET", "1")
    assert build.config.set_timing_cache(refused, ignore_mismatch)
    assert build.run()
    assert refused.queryKeys() == []
    assert read_engine_header(build.engine.getvalue()).version == build.trt.__version__


@pytest.mark.parametrize(
    ("variable", "value"),
    [("FAKE_TENSORRT_DEVICE", OTHER_GPU), ("FAKE_TENSORRT_UUID", "GPU-7c55"), ("CUDA_VISIBLE_DEVICES", "GPU-7c55")],
)
def test_another_device_is_refused_unless_mismatches_are_ignored(
    make: Callable[..., Build], monkeypatch: pytest.MonkeyPatch, filled: bytes, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    build = make("ERROR_ON_TIMING_CACHE_MISS")
    foreign, own = build.config.create_timing_cache(filled), build.config.create_timing_cache(b"")
    assert len(foreign.queryKeys()) == KEYS
    assert not build.config.set_timing_cache(foreign, False)
    assert build.config.get_timing_cache() is None
    assert not own.combine(foreign, False)
    assert own.queryKeys() == []
    assert own.combine(foreign, True)
    assert entries_of(own) == entries_of(foreign)
    assert build.config.set_timing_cache(foreign, True)
    assert build.run()
    assert not build.log.errors


def test_combine_keeps_its_own_entry_of_two(make: Callable[..., Build], filled: bytes) -> None:
    build = make()
    mine, theirs = (build.config.create_timing_cache(filled) for _ in range(2))
    changed, lost, _ = mine.queryKeys()
    assert mine.update(changed, build.trt.TimingCacheValue(7, 0.5))
    assert mine.update(lost, build.trt.TimingCacheValue(7, math.nan))
    assert mine.combine(theirs, False)
    assert entries_of(mine) == entries_of(theirs) | {str(changed): (7, 0.5)}
    with pytest.raises(AssertionError, match="spins for ever"):
        mine.combine(mine, False)


def test_entries_can_be_read_changed_and_removed(make: Callable[..., Build], filled: bytes) -> None:
    build = make()
    trt, cache = build.trt, build.cache(filled)
    key, *others = cache.queryKeys()
    parsed = trt.TimingCacheKey.parse(str(key))
    assert len(str(key)) == 34
    # So programs compare the texts.
    assert parsed != key
    assert str(parsed) == str(key)
    assert cache.update(parsed, trt.TimingCacheValue(7, 0.5))
    assert (cache.query(key).tacticHash, cache.query(key).timingMSec) == (7, 0.5)
    invalid = trt.TimingCacheValue(2**64 - 1, 0.5)
    assert not cache.update(key, invalid)
    assert cache.query(key).tacticHash == 7
    assert cache.update(key, trt.TimingCacheValue(7, math.nan))
    assert not cache.update(key, trt.TimingCacheValue(7, 0.5))
    assert cache.query(key).tacticHash == invalid.tacticHash
    assert list(map(str, cache.queryKeys())) == list(map(str, others))
    assert cache.reset()
    assert cache.queryKeys() == []


def test_what_serialize_gives_is_memory_without_a_length(make: Callable[..., Build], filled: bytes) -> None:
    cache = make().cache(filled)
    memory = cache.serialize()
    assert memory.nbytes == len(filled)
    assert memoryview(memory).cast("B") == filled
    assert bytes(memory) == filled
    with pytest.raises(TypeError, match=r"no len\(\)"):
        len(memory)


def test_the_config_is_the_real_one_except_for_the_cache(make: Callable[..., Build]) -> None:
    build = make()
    config, trt = build.config, build.trt
    build.cache()
    config.set_memory_pool_limit(trt.MemoryPoolType.WORKSPACE, 1 << 20)
    config.clear_flag(trt.BuilderFlag.TF32)
    assert config.flags == 0
    assert not build.run()
    assert "workspace limit" in build.log.errors[0]
    with pytest.raises(AttributeError):
        config.no_such_setting = 1
    with pytest.raises(TypeError):
        config.set_timing_cache(None, False)
    config.reset()
    assert config.get_timing_cache() is None
    assert config.get_flag(trt.BuilderFlag.TF32)


def test_both_ways_to_build_give_the_same_engine(make: Callable[..., Build]) -> None:
    build = make()
    assert build.run()
    assert build.engine.getvalue() == bytes(build.builder.build_serialized_network(build.network, build.config))
    assert read_engine_header(build.engine.getvalue()).version == "11.4.0.106"


class Phases:
    """A monitor that notes what it hears."""

    def __init__(self, trt: Any, answer: Callable[[], object]) -> None:
        class Monitor(trt.IProgressMonitor):  # type: ignore[misc]
            def __init__(self) -> None:
                trt.IProgressMonitor.__init__(self)

            def phase_start(self, phase_name: str, parent_phase: str | None, num_steps: int) -> None:
                heard.append(("start", phase_name, parent_phase, num_steps))

            def step_complete(self, phase_name: str, step: int) -> object:
                heard.append(("step", phase_name, step))
                return answer()

            def phase_finish(self, phase_name: str) -> None:
                heard.append(("finish", phase_name))

        self.heard: list[tuple[object, ...]] = []
        heard = self.heard
        self.monitor = Monitor()


def test_timing_is_reported_and_hits_are_not(make: Callable[..., Build]) -> None:
    build = make()
    build.cache()
    phases = Phases(build.trt, lambda: True)
    build.config.progress_monitor = phases.monitor
    assert build.run()
    timing = [
        ("start", "Building engine", None, 1),
        ("start", "Timing graph nodes", "Building engine", KEYS),
        *(("step", "Timing graph nodes", step) for step in range(KEYS)),
        ("finish", "Timing graph nodes"),
        ("finish", "Building engine"),
    ]
    assert phases.heard[: len(timing)] == timing
    assert phases.heard[len(timing)] == ("start", "Building engine", None, 6)
    phases.heard.clear()
    assert build.run()
    assert phases.heard[0] == ("start", "Building engine", None, 6)


@pytest.mark.parametrize(("flags", "timed"), [((), 3), (("DISABLE_TIMING_CACHE",), 8)])
def test_equal_layers_are_timed_once_unless_no_cache_is_to_be_used(
    tmp_path: Path, flags: tuple[str, ...], timed: int
) -> None:
    build = Build(deep_net(tmp_path / "net.onnx", layers=4), *flags)
    phases = Phases(build.trt, lambda: True)
    build.config.progress_monitor = phases.monitor
    assert build.run()
    assert phases.heard[1] == ("start", "Timing graph nodes", "Building engine", timed)


def test_kernels_of_another_size_are_another_layer(make: Callable[..., Build]) -> None:
    build = make()
    cache = build.cache()
    for number, size in enumerate((1, 3), 1):
        network = build.builder.create_network(0)
        image = network.add_input("image", build.trt.DataType.FLOAT, (1, 1, 8, 8))
        kernel = build.trt.Weights(numpy.ones((1, 1, size, size), numpy.float32))
        layer = network.add_convolution_nd(image, 1, (size, size), kernel)
        layer.padding_nd = (size // 2, size // 2)
        network.mark_output(layer.get_output(0))
        assert build.builder.build_serialized_network(network, build.config) is not None
        assert len(cache.queryKeys()) == number


@pytest.mark.parametrize("answer", [False, None, "yes"])
def test_whatever_is_not_true_cancels(make: Callable[..., Build], answer: object) -> None:
    build = make()
    cache = build.cache()
    phases = Phases(build.trt, lambda: answer)
    build.config.progress_monitor = phases.monitor
    assert not build.run()
    assert phases.heard[-2:] == [("finish", "Timing graph nodes"), ("finish", "Building engine")]
    assert [heard[0] for heard in phases.heard].count("step") == 1
    assert "BuildCanceled" in build.log.first_error
    assert cache.queryKeys() == []


def test_an_exception_in_a_callback_is_printed_and_cancels(
    make: Callable[..., Build], capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> object:
        raise KeyboardInterrupt("in a callback")

    build = make()
    build.config.progress_monitor = Phases(build.trt, fail).monitor
    assert not build.run()
    assert "KeyboardInterrupt: in a callback" in capsys.readouterr().err


def test_the_monitor_of_this_program_stops_the_timing(make: Callable[..., Build]) -> None:
    build = make()
    cancelled = threading.Event()
    monitor = make_progress_monitor(build.trt, cancelled, lambda phase: cancelled.set() if "nodes" in phase else None)
    build.config.progress_monitor = monitor
    assert not build.run()
    assert monitor.failure is None

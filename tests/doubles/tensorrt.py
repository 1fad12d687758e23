"""A stand-in for classic TensorRT 11.4, for a machine without a GPU: TensorRT-RTX parses and builds, and what only the
classic library has is added here.

The engine gets the classic header (sampleEngines.cpp: `ftrt`, serialization version 0, the version in bytes 24 to 27),
and loading one needs no GPU.

It behaves as docs/tensorrt-behaviour.md describes; comments name its sections, such as "Timing caches 4". "Not
documented" marks where a test needs some answer and nothing is known. What a cache holds and how its bytes look is made
up: no engine depends on it. `TimingCacheKey` is the real class.

Tests control it through environment variables; all but the second are read when they are needed:

- FAKE_TENSORRT_BUILDING: a file that a build creates; it continues only once that file is gone.
- FAKE_TENSORRT_VERSION: another version of the library, in the engine's header as well; read at import.
- FAKE_TENSORRT_DEVICE: the model of the GPU, which a cache's header has, any text.
- FAKE_TENSORRT_UUID: the UUID of its board, which the header has as well; by default the GPU that the process may see.
- FAKE_TENSORRT_TIMING_MS: what timing one layer takes.
- FAKE_TENSORRT_NOISE: any text; another one makes other tactics win.
- FAKE_TENSORRT_MISSES_PASS: ERROR_ON_TIMING_CACHE_MISS stops nothing, as seen with 11.0 (Timing caches 6).
- FAKE_TENSORRT_UNUSED_IS_SET: `set_timing_cache` says True to a cache that it will not use, as TensorRT-RTX 1.7.1 does
  when it was given garbage.
- FAKE_TENSORRT_ANSWERS: engines that are built with it can be asked for outputs, and it says what they answer then; see
  tests/doubles/engine_answers.py.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import math
import os
import struct
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import tensorrt_rtx_bindings as _rtx
from tensorrt_rtx_bindings import *  # noqa: F403

__version__ = os.environ.get("FAKE_TENSORRT_VERSION", "11.4.0.106")

_spec = importlib.util.spec_from_file_location("engine_answers", Path(__file__).with_name("engine_answers.py"))
assert _spec is not None
assert _spec.loader is not None
engine_answers = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(engine_answers)

_HEADER = b"ftrt" + struct.pack("<I", 0) + bytes(16) + bytes(int(part) for part in __version__.split("."))

_CACHE_MAGIC = b"fake timing cache\n"
_DIGEST_BYTES = hashlib.sha256().digest_size
_INVALID_TACTIC = 2**64 - 1
_WITH_KERNELS = {
    _rtx.LayerType.CONVOLUTION: _rtx.IConvolutionLayer,
    _rtx.LayerType.DECONVOLUTION: _rtx.IDeconvolutionLayer,
}


def _device() -> str:
    return os.environ.get("FAKE_TENSORRT_DEVICE", "NVIDIA GeForce RTX 4070")


def _header() -> list[str]:
    """What says in a cache's header which device it is of; the board's UUID is part of it (Timing caches 4)."""
    return [_device(), os.environ.get("FAKE_TENSORRT_UUID") or os.environ.get("CUDA_VISIBLE_DEVICES", "")]


class IHostMemory(bytes):
    @property
    def nbytes(self) -> int:
        return bytes.__len__(self)

    def __len__(self) -> int:
        raise TypeError("object of type 'IHostMemory' has no len()")  # Building 5


class TimingCacheValue:
    # Not TensorRT-RTX's own: reading that one gives a DeprecationWarning, which only TensorRT-RTX has.
    def __init__(self, tacticHash: int, timingMSec: float) -> None:  # noqa: N803
        self.tacticHash = int(tacticHash)
        self.timingMSec = float(timingMSec)


class ITimingCache:
    def __init__(self) -> None:
        self._header = _header()
        self._usable = True
        self._entries: dict[str, TimingCacheValue] = {}

    @classmethod
    def _of(cls, content: bytes, log: Callable[[Any, str], None]) -> ITimingCache:
        cache = cls()
        if not content:  # Timing caches 1
            return cache
        payload = content[len(_CACHE_MAGIC) + _DIGEST_BYTES :]
        if content != _CACHE_MAGIC + hashlib.sha256(payload).digest() + payload:
            # Timing caches 5; words and severities of NVIDIA/TensorRT#3566. Whether the library notices every kind of
            # damage is not documented.
            return cache._unused(log, "assertion magicTagRead == kMAGIC_TAG failed.Magic tag does not match")
        stored = json.loads(payload)
        if stored["version"] != __version__:
            # Timing caches 4.
            versions = f"Current Version: {__version__}, Serialized Engine Version: {stored['version']}"
            return cache._unused(log, f"assertion failed.Version tag does not match. {versions}")
        cache._header = stored["header"]
        cache._entries = {key: TimingCacheValue(*value) for key, value in stored["entries"].items()}
        return cache

    def _unused(self, log: Callable[[Any, str], None], reason: str) -> ITimingCache:
        log(_rtx.ILogger.Severity.ERROR, f"Error Code 1: Serialization (Serialization {reason})")
        log(_rtx.ILogger.Severity.ERROR, "The timing cache will not be used!")
        self._usable = False
        return self

    def serialize(self) -> IHostMemory:
        entries = {key: [value.tacticHash, value.timingMSec] for key, value in sorted(self._entries.items())}
        payload = json.dumps({"version": __version__, "header": self._header, "entries": entries}).encode()
        return IHostMemory(_CACHE_MAGIC + hashlib.sha256(payload).digest() + payload)

    def reset(self) -> bool:
        self._entries.clear()
        return True

    def combine(self, input_cache: ITimingCache, ignore_mismatch: bool) -> bool:
        if input_cache is self:
            raise AssertionError("a timing cache combined with itself spins for ever")  # Timing caches 3
        # Timing caches 4. For corrupt ones, on either side, nothing is documented.
        if not self._usable or not input_cache._usable:
            return False
        if input_cache._header != self._header and not ignore_mismatch:
            return False
        # The docstring of the bindings: "Conflicting entries will be skipped."
        self._entries = input_cache._entries | self._entries
        return True

    def queryKeys(self) -> list[Any]:  # noqa: N802
        return [_rtx.TimingCacheKey.parse(key) for key in self._entries]

    def query(self, key: Any) -> TimingCacheValue:
        # The docstring of the bindings: "otherwise return an invalid value"; TensorRT-RTX's is this one.
        value = self._entries.get(str(key), TimingCacheValue(_INVALID_TACTIC, -1))
        return TimingCacheValue(value.tacticHash, value.timingMSec)

    def update(self, key: Any, value: TimingCacheValue) -> bool:
        # Timing caches 2. That an invalid value is refused is in the docstring of the bindings.
        if str(key) not in self._entries:
            return False
        if math.isnan(value.timingMSec):
            del self._entries[str(key)]
            return True
        if value.tacticHash == _INVALID_TACTIC:
            return False
        self._entries[str(key)] = TimingCacheValue(value.tacticHash, value.timingMSec)
        return True


class IBuilderConfig:
    """TensorRT-RTX's configuration with a timing cache that works."""

    _real: Any
    _log: Callable[[Any, str], None]
    _cache: ITimingCache | None
    _profiles: list[Any]

    def __init__(self, real: Any, log: Callable[[Any, str], None]) -> None:
        vars(self).update(_real=real, _log=log, _cache=None, _profiles=[])

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(self._real, name, value)

    def reset(self) -> None:
        self._real.reset()
        vars(self)["_cache"] = None  # as TensorRT-RTX does

    def add_optimization_profile(self, profile: Any) -> int:
        self._profiles.append(profile)
        return int(self._real.add_optimization_profile(profile))

    def create_timing_cache(self, serialized_timing_cache: Any) -> ITimingCache:
        return ITimingCache._of(bytes(memoryview(serialized_timing_cache)), self._log)

    def set_timing_cache(self, cache: ITimingCache, ignore_mismatch: bool) -> bool:
        if not isinstance(cache, ITimingCache):
            raise TypeError("set_timing_cache(): incompatible function arguments")
        if not cache._usable:
            # Timing caches 5: it is not used; what is returned then is not documented.
            if "FAKE_TENSORRT_UNUSED_IS_SET" not in os.environ:
                return False
        elif cache._header != _header() and not ignore_mismatch:
            return False  # Timing caches 4
        vars(self)["_cache"] = cache
        return True

    def get_timing_cache(self) -> ITimingCache | None:
        return self._cache


class Builder(_rtx.Builder):  # type: ignore[misc]
    def __init__(self, logger: Any) -> None:
        super().__init__(logger)
        self._log: Callable[[Any, str], None] = logger.log
        self._trailer = b""

    def __del__(self) -> None:
        """TensorRT-RTX's gives a DeprecationWarning, and Python calls it for a class that is derived in Python."""

    def create_builder_config(self) -> IBuilderConfig:
        return IBuilderConfig(super().create_builder_config(), self._log)

    def is_network_supported(self, network: Any, config: IBuilderConfig) -> bool:
        return bool(super().is_network_supported(network, config._real))

    def build_serialized_network(self, network: Any, config: IBuilderConfig) -> IHostMemory | None:
        engine = self._build(network, config)
        return None if engine is None else IHostMemory(_HEADER + bytes(engine) + self._trailer)

    def build_serialized_network_to_stream(self, network: Any, config: IBuilderConfig, writer: Any) -> bool:
        engine = self._build(network, config)
        if engine is None:
            return False
        writer.write(_HEADER)
        writer.write(memoryview(engine).cast("B"))
        if self._trailer:
            writer.write(self._trailer)
        return True

    def _build(self, network: Any, config: IBuilderConfig) -> Any:
        marker = os.environ.get("FAKE_TENSORRT_BUILDING")
        if marker:
            Path(marker).touch()
            while Path(marker).exists():
                if config.progress_monitor and not config.progress_monitor.step_complete("Timing", 0):
                    return None
                time.sleep(0.01)
        cache = config.get_timing_cache()
        used = cache is not None and len(cache._entries) > 0
        if not self._time_layers(network, config):
            return None
        self._trailer = engine_answers.trailer("tensorrt", network, config, config._profiles, used_timings=used)
        return super().build_serialized_network(network, config._real)

    def _time_layers(self, network: Any, config: IBuilderConfig) -> bool:
        if config.builder_optimization_level == 0:
            return True  # Optimization levels
        keys = [_key_of(network.get_layer(index), config) for index in range(network.num_layers)]
        if config.get_flag(_rtx.BuilderFlag.DISABLE_TIMING_CACHE):
            return self._time({}, keys, config)
        cache = config.get_timing_cache()
        if cache is None or not cache._usable:
            # Timing caches 5: a temporary cache.
            return self._time({}, list(dict.fromkeys(keys)), config)
        misses = [key for key in dict.fromkeys(keys) if key not in cache._entries]
        # Timing caches 6.
        stops = config.get_flag(_rtx.BuilderFlag.ERROR_ON_TIMING_CACHE_MISS)
        if misses and stops and "FAKE_TENSORRT_MISSES_PASS" not in os.environ:
            # The words are in TensorRT-RTX's library; how classic TensorRT puts it is not documented.
            self._log(
                _rtx.ILogger.Severity.ERROR,
                "Adding new entry to timing cache is not allowed if `BuilderFlag::kERROR_ON_TIMING_CACHE_MISS` is set.",
            )
            return False
        return self._time(cache._entries, misses, config)

    def _time(self, entries: dict[str, TimingCacheValue], misses: list[str], config: IBuilderConfig) -> bool:
        if not misses:
            return True
        # Two of the phases. What the cache holds after a cancel is not documented: here nothing new.
        monitor = config.progress_monitor
        phases = ("Building engine", None, 1), ("Timing graph nodes", "Building engine", len(misses))
        for phase in phases if monitor else ():
            _called(monitor.phase_start, *phase)
        going_on = True
        for step in range(len(misses)):
            time.sleep(float(os.environ.get("FAKE_TENSORRT_TIMING_MS", "0")) / 1000)
            going_on = not monitor or _called(monitor.step_complete, "Timing graph nodes", step) is True
            if not going_on:
                break
        for phase in reversed(phases) if monitor else ():
            _called(monitor.phase_finish, phase[0])
        if going_on:
            entries.update((key, _timed(key)) for key in misses)
        else:
            canceled = "Error Code 7: BuildCanceled (Build canceled by user)"  # Progress and cancelling 3
            self._log(_rtx.ILogger.Severity.ERROR, f"IBuilder::buildSerializedNetwork: {canceled}")
        return going_on


def _called(callback: Callable[..., Any], *arguments: object) -> Any:
    """Call the monitor; an exception is printed, swallowed, and cancels (Progress and cancelling 2)."""
    try:
        return callback(*arguments)
    except BaseException:
        traceback.print_exc()
        return False


def _key_of(layer: Any, config: IBuilderConfig) -> str:
    """A key from everything about a layer but its name, and from the flags of Timing caches 7.

    Optimization profiles are left out: what they do to keys is not documented.
    """
    kind = layer.type
    tensors = [layer.get_input(index) for index in range(layer.num_inputs)]
    tensors += [layer.get_output(index) for index in range(layer.num_outputs)]
    weights = 0
    if kind in _WITH_KERNELS:
        layer.__class__ = _WITH_KERNELS[kind]
        weights = layer.kernel.size
    flags = [config.get_flag(flag) for flag in (_rtx.BuilderFlag.TF32, _rtx.BuilderFlag.REFIT)]
    described = [str(kind), [[str(tensor.dtype), *tensor.shape] if tensor else None for tensor in tensors]]
    return "0x" + hashlib.sha256(json.dumps([*described, weights, flags]).encode()).hexdigest()[:32]


def _timed(key: str) -> TimingCacheValue:
    noise = os.environ.get("FAKE_TENSORRT_NOISE", "")
    digest = hashlib.sha256(json.dumps([key, _device(), noise]).encode()).digest()
    return TimingCacheValue(int.from_bytes(digest[:7]), 0.01 + digest[7] / 256)


OnnxParser = engine_answers.OnnxParser


class Runtime:
    def __init__(self, logger: Any) -> None:
        self.engine_host_code_allowed = False
        self._log = logger.log

    def deserialize_cuda_engine(self, engine: Any) -> Any:
        content = bytes(engine)
        return engine_answers.ICudaEngine(content, self._log) if content[:4] == _HEADER[:4] else None


def init_libnvinfer_plugins(logger: Any, namespace: str) -> bool:
    return True

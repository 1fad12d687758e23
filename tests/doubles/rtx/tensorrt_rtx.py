"""TensorRT-RTX as it is, but for loading and running engines: the GPUs are those of a stand-in.

What engines answer is said by FAKE_TENSORRT_ANSWERS (tests/doubles/engine_answers.py); without it they only load.
"""

from __future__ import annotations

import importlib.util
import struct
from importlib.metadata import version
from pathlib import Path
from typing import Any

import tensorrt_rtx_bindings as _rtx
from tensorrt_rtx_bindings import *  # noqa: F403

_spec = importlib.util.spec_from_file_location("engine_answers", Path(__file__).parent.with_name("engine_answers.py"))
assert _spec is not None
assert _spec.loader is not None
engine_answers = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(engine_answers)

__version__ = version("tensorrt-rtx-cu13-bindings")

_SIZE_AT = 16
"""Where the header has the size of the whole engine."""


OnnxParser = engine_answers.OnnxParser


class Builder(_rtx.Builder):  # type: ignore[misc]
    def __init__(self, logger: Any) -> None:
        super().__init__(logger)
        self._profiles: list[Any] = []

    def __del__(self) -> None:
        """TensorRT-RTX's gives a DeprecationWarning, and Python calls it for a class that is derived in Python."""

    def create_optimization_profile(self) -> Any:
        profile = super().create_optimization_profile()
        self._profiles.append(profile)
        return profile

    def build_serialized_network_to_stream(self, network: Any, config: Any, writer: Any) -> Any:
        trailer = engine_answers.trailer("tensorrt-rtx", network, config, self._profiles)
        if not trailer:
            return super().build_serialized_network_to_stream(network, config, writer)
        built = super().build_serialized_network(network, config)
        if built is None:
            return False
        engine = bytearray(memoryview(built).cast("B")) + trailer
        struct.pack_into("<Q", engine, _SIZE_AT, len(engine))
        writer.write(bytes(engine))
        return True


class Runtime:
    def __init__(self, logger: Any) -> None:
        self.engine_host_code_allowed = False
        self._log = logger.log

    def deserialize_cuda_engine(self, engine: Any) -> Any:
        content = bytes(engine)
        return engine_answers.ICudaEngine(content, self._log) if content[:4] == b"vtrt" else None

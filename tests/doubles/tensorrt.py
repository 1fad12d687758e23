"""A stand-in for classic TensorRT 11.4, for a machine without a GPU: TensorRT-RTX parses and builds, and what only the
classic library has is added here.

The engine gets the classic header (sampleEngines.cpp: `ftrt`, serialization version 0, the version in bytes 24 to 27),
and loading one needs no GPU. Test plumbing: while a build is at work it holds the file FAKE_TENSORRT_BUILDING, and it
goes on only when that file is gone.
"""

from __future__ import annotations

import os
import struct
import time
from pathlib import Path
from typing import Any

import tensorrt_rtx_bindings as _rtx
from tensorrt_rtx_bindings import *  # noqa: F403

__version__ = "11.4.0.106"

_HEADER = b"ftrt" + struct.pack("<I", 0) + bytes(16) + bytes([11, 4, 0, 106])


class Builder(_rtx.Builder):  # type: ignore[misc]
    def build_serialized_network_to_stream(self, network: Any, config: Any, writer: Any) -> bool:
        marker = os.environ.get("FAKE_TENSORRT_BUILDING")
        if marker:
            Path(marker).touch()
            while Path(marker).exists():
                if config.progress_monitor and not config.progress_monitor.step_complete("Timing", 0):
                    return False
                time.sleep(0.01)
        engine = super().build_serialized_network(network, config)
        if engine is None:
            return False
        writer.write(_HEADER)
        writer.write(memoryview(engine).cast("B"))
        return True


class Runtime:
    def __init__(self, logger: Any) -> None:
        self.engine_host_code_allowed = False

    def deserialize_cuda_engine(self, engine: Any) -> object | None:
        return object() if bytes(engine[:4]) == _HEADER[:4] else None


def init_libnvinfer_plugins(logger: Any, namespace: str) -> bool:
    return True

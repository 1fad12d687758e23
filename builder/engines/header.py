"""What the first bytes of an engine file tell, without loading any library.

Classic TensorRT's header is the one that trtexec reads (sampleEngines.cpp, `--getPlanVersionOnly`). TensorRT-RTX's is
not documented; the fields below were measured on engines of version 1.7.1, and every build checks them anew.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from builder.backend import TENSORRT, TENSORRT_RTX
from builder.backend.tensorrt_rtx import TARGETS
from builder.base.text import Text, say

HEADER_BYTES = 64
"""Enough for both kinds."""

_CLASSIC_MAGIC = b"ftrt"
_CLASSIC_BYTES = 28
_RTX_MAGIC = b"vtrt"


@dataclass(frozen=True, slots=True)
class EngineHeader:
    """What an engine says about itself.

    Attributes:
        backend: the name of the backend that built it.
        version: the library version, such as `1.7.1.116`.
        size: the whole file's size in bytes, or None when the header does not tell (classic).
        targets: compute capabilities it was built for, or None when the header does not tell (classic).
    """

    backend: str
    version: str
    size: int | None
    targets: tuple[str, ...] | None


def read_engine_header(content: bytes) -> EngineHeader:
    """Read the header from a file's first `HEADER_BYTES` bytes.

    Raises:
        ValueError: says why this is not the beginning of an engine.
    """
    if content.startswith(_RTX_MAGIC):
        if len(content) < HEADER_BYTES:
            raise ValueError(_cut_off(len(content), HEADER_BYTES))
        if content[28:32] != _RTX_MAGIC:
            raise ValueError(say("the second mark of a TensorRT-RTX header is missing"))
        (size,) = struct.unpack_from("<Q", content, 16)
        (mask,) = struct.unpack_from("<I", content, 32)
        targets = tuple(target for bit, target in enumerate(TARGETS) if mask >> bit & 1)
        return EngineHeader(TENSORRT_RTX.name, _version(content), size, targets)
    if content.startswith(_CLASSIC_MAGIC):
        if len(content) < _CLASSIC_BYTES:
            raise ValueError(_cut_off(len(content), _CLASSIC_BYTES))
        (serialization,) = struct.unpack_from("<I", content, 4)
        if serialization != 0:
            raise ValueError(say("unknown serialization version {version}", version=serialization))
        return EngineHeader(TENSORRT.name, _version(content), None, None)
    raise ValueError(say("the mark of a TensorRT engine is missing") if content else say("an empty file"))


def _cut_off(found: int, expected: int) -> Text:
    return say("only {found} bytes of a {expected}-byte header", found=found, expected=expected)


def _version(content: bytes) -> str:
    return ".".join(str(part) for part in content[24:28])

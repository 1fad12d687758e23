"""The beginnings of engine files, as the two libraries write them."""

from __future__ import annotations

import struct


def rtx_header(size: int = 1000, mask: int = 0x7E, version: bytes = bytes([1, 7, 1, 116])) -> bytes:
    """The 64 bytes that TensorRT-RTX 1.7 writes (measured)."""
    return (
        b"vtrt" + bytes(4) + struct.pack("<QQ", 2, size) + version + b"vtrt" + struct.pack("<II", mask, 0) + bytes(24)
    )


def classic_header(version: bytes = bytes([11, 4, 0, 106])) -> bytes:
    """The 28 bytes that trtexec reads."""
    return b"ftrt" + bytes(20) + version

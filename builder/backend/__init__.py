"""What each engine library can do, known without importing it: importing one costs 100 MB and may need a driver."""

from __future__ import annotations

from builder.backend.base import Backend, Installation
from builder.backend.tensorrt import TENSORRT
from builder.backend.tensorrt_rtx import TENSORRT_RTX

BACKENDS: dict[str, Backend] = {backend.name: backend for backend in (TENSORRT, TENSORRT_RTX)}
"""Every backend by name, the preferred one first: classic TensorRT times kernels on this very GPU."""

__all__ = ["BACKENDS", "TENSORRT", "TENSORRT_RTX", "Backend", "Installation"]

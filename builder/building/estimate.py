"""What building an engine takes, as far as it can be said before: time, memory, the size of its file."""

from __future__ import annotations

from dataclasses import dataclass, replace

from builder.app_package.package import PackagedModel
from builder.backend import Backend
from builder.base.text import Text, say

# Of TensorRT-RTX 1.7 on one core of 2024, from 24 networks of 13 to 6,000 nodes and 0.1 to 2,070 MB: most build within
# 0.7 to 1.4 times of it. What the library fuses early costs less, attention more, and a node costs the more the more
# there are. What timing kernels adds with the classic library was not measured.
_SECONDS_PER_NODE = 2.2e-3
_SECONDS_PER_NODE_SQUARED = 0.8e-6
_SECONDS_PER_BUILT_BYTE = 3e-9
# Measured as well: starting interpreter and library; writing and hashing the engine at the end of a build; reading it
# again to verify it. These depend on the disk, and on whether the processor has instructions for SHA-256.
_SECONDS_PER_WORKER = 0.15
_SECONDS_PER_WRITTEN_BYTE = 3e-9
_SECONDS_PER_VERIFIED_BYTE = 0.6e-9
_MOST_CLOSING_SHARE = 0.5
# A guess: loading an engine, letting TensorRT-RTX compile its kernels, and a few inferences. Nobody has measured it.
_SECONDS_PER_CHECK = 5.0
_ENGINE_OVERHEAD_BYTES = 2 << 20
# A CUDA context and the library's kernels.
_GPU_OVERHEAD_MIB = 512


# Nobody can know the user's connection before. From a folder it is copied, as fast as a usual USB stick or share.
_DOWNLOADED_BYTES_PER_SECOND = 5e6
_COPIED_BYTES_PER_SECOND = 200e6


@dataclass(frozen=True, slots=True)
class Expected:
    """What is expected of getting one engine.

    Attributes:
        seconds: wall time, with verifying the engine.
        closing: the part of it that comes last, in seconds: from the first byte of the engine on.
        known: whether the time was measured on this machine before; else it is a rough estimate.
        size: bytes of the engine, an estimate.
        memory_bytes: the system memory that it may need at its peak.
        bytes_to_fetch: of an engine that is downloaded; 0 for one that is built.
    """

    seconds: float
    closing: float
    known: bool
    size: int = 0
    memory_bytes: int = 0
    bytes_to_fetch: int = 0


def expect_build(model: PackagedModel, backend: Backend, seconds: float | None, *, known: bool) -> Expected:
    """Estimate a build.

    Args:
        model: what is built.
        backend: the engine library.
        seconds: what an earlier build took, as its record says; None estimates it from the model.
        known: whether that was the same build on this machine.
    """
    around = _SECONDS_PER_WORKER + _SECONDS_PER_VERIFIED_BYTE * model.total_bytes
    expected = around + (_estimated_seconds(model) if seconds is None else seconds)
    per_byte = _SECONDS_PER_WRITTEN_BYTE + _SECONDS_PER_VERIFIED_BYTE
    return Expected(
        seconds=expected,
        # On a machine that builds fast, writing and verifying take no more than a share of it all.
        closing=min(per_byte * model.total_bytes, _MOST_CLOSING_SHARE * expected),
        known=known,
        size=model.total_bytes + _ENGINE_OVERHEAD_BYTES,
        memory_bytes=backend.build_memory_bytes(model.total_bytes),
    )


def with_check(expected: Expected, seconds: float | None) -> Expected:
    """Count in checking the outputs of an engine, which comes last.

    Args:
        expected: without it.
        seconds: what it took before; None when that is unknown.
    """
    more = _SECONDS_PER_CHECK if seconds is None else seconds
    return replace(expected, seconds=expected.seconds + more, closing=expected.closing + more)


def expect_download(size: int, *, from_folder: bool) -> Expected:
    """Estimate fetching an engine of so many bytes: from a web server, or from a folder that was brought here."""
    closing = _SECONDS_PER_VERIFIED_BYTE * size
    seconds = size / (_COPIED_BYTES_PER_SECOND if from_folder else _DOWNLOADED_BYTES_PER_SECOND) + closing
    return Expected(seconds=seconds, closing=closing, known=False, size=size, bytes_to_fetch=size)


def _estimated_seconds(model: PackagedModel) -> float:
    of_nodes = _SECONDS_PER_NODE * model.nodes + _SECONDS_PER_NODE_SQUARED * model.nodes**2
    return of_nodes + (_SECONDS_PER_BUILT_BYTE + _SECONDS_PER_WRITTEN_BYTE) * model.total_bytes


def gpu_memory_needed_mib(model: PackagedModel) -> int:
    """Return what the engine of a model takes on a GPU at the least: its weights and a CUDA context, in MiB."""
    return (model.total_bytes >> 20) + _GPU_OVERHEAD_MIB


def plain_lack_of_gpu_memory(model: PackagedModel) -> Text:
    """Say in plain words that a GPU has too little free memory for a model."""
    if model.spec.feature is None:
        return say(
            "Your graphics card has too little free memory for the AI features. Close other programs that use it, then "
            "try again."
        )
    return say(
        "Your graphics card has too little free memory for {feature}. Close other programs that use it, then try "
        "again.",
        feature=model.spec.feature,
    )

"""What there is to know about an engine library before it is loaded."""

from __future__ import annotations

import contextlib
import importlib.metadata
import importlib.util
import re
from collections.abc import Callable
from dataclasses import dataclass

from builder.base.settings import BuildSettings
from builder.base.text import Text


@dataclass(frozen=True, slots=True)
class Installation:
    """One engine library as it is installed here.

    Attributes:
        version: the exact version, such as `1.7.1.116`.
        cuda: the CUDA major version that it was made for, such as `13`; None when unknown.
    """

    version: str
    cuda: str | None


@dataclass(frozen=True, slots=True)
class Backend:
    """One engine library.

    Attributes:
        name: as `--backend` and app.toml spell it.
        title: as a user reads it.
        modules: import names, the first that exists is used.
        distributions: names of the Python packages that may hold it, with the CUDA major version that each is for.
        builds_without_gpu: whether it can build ahead of time on any machine.
        times_kernels: whether a build measures kernels on the GPU, so that two at once disturb each other.
        install_hint: how to get it.
        is_supported: whether a GPU of that compute capability can run its engines.
        supported_gpus: the same in words.
        refusals: the settings that it cannot honour, each with the reason.
        memory_mib_per_build: fixed part of a worker's memory need, MiB.
        memory_factor: memory need per byte of the model.
    """

    name: str
    title: str
    modules: tuple[str, ...]
    distributions: dict[str, str | None]
    builds_without_gpu: bool
    times_kernels: bool
    install_hint: Text
    is_supported: Callable[[str], bool]
    supported_gpus: Text
    refusals: Callable[[BuildSettings, tuple[str, ...]], list[Text]]
    memory_mib_per_build: int
    memory_factor: float

    def find(self) -> Installation | None:
        """Look for the library without importing it; None when it is not installed."""
        if not any(importlib.util.find_spec(module) for module in self.modules):
            return None
        for distribution, cuda in self.distributions.items():
            with contextlib.suppress(importlib.metadata.PackageNotFoundError):
                return Installation(release_of(importlib.metadata.version(distribution)), cuda)
        return None

    def build_memory_bytes(self, model_bytes: int) -> int:
        """The memory that a worker may need at its peak."""
        return (self.memory_mib_per_build << 20) + int(self.memory_factor * model_bytes)


def release_of(version: str) -> str:
    """The part of a version that an engine's header has as well: `10.14.1.48` of `10.14.1.48.post1`."""
    match = re.match(r"\d+(\.\d+)*", version)
    return match[0] if match else version


def parse_compute_capability(text: str) -> tuple[int, int]:
    """Turn `"8.9"` into `(8, 9)`, for comparisons."""
    major, _, minor = text.partition(".")
    return int(major), int(minor)

"""What there is to know about an engine library before it is loaded."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import CodeType

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
        specs = [spec for module in self.modules if (spec := importlib.util.find_spec(module))]
        if not specs:
            return None
        stated = [
            Installation(release_of(found.version), cuda)
            for distribution, cuda in self.distributions.items()
            for found in importlib.metadata.distributions(name=distribution)
        ]
        own = next((version for spec in specs if (version := _own_version(spec))), None)
        if own is None:
            return stated[0] if stated else None
        # Where an update was copied over an older version, the metadata of both are there.
        return next((found for found in stated if found.version == own), Installation(own, _cuda_of(stated)))

    def metadata_faults(self, version: str, module_file: str | None) -> list[str]:
        """Say how the metadata beside a loaded library contradict it.

        Args:
            version: the library's own.
            module_file: where the library was loaded from.
        """
        if module_file is None:
            return []
        file = Path(module_file)
        folder = file.parent.parent if file.stem == "__init__" else file.parent
        bindings = {name for name, cuda in self.distributions.items() if cuda}
        known = {*self.distributions, *(name.replace("-bindings", "-libs") for name in bindings)}
        there = [
            (re.sub(r"[-_.]+", "-", found.name).lower(), found.version)
            for found in importlib.metadata.distributions(path=[str(folder)])
        ]
        own = release_of(version)
        others = {f"{name} {stated}" for name, stated in there if name in known and release_of(stated) != own}
        for_cuda = {f"{name} {stated}" for name, stated in there if name in bindings} - others
        return sorted(others | for_cuda if len(for_cuda) > 1 else others)

    def build_memory_bytes(self, model_bytes: int) -> int:
        """The memory that a worker may need at its peak."""
        return (self.memory_mib_per_build << 20) + int(self.memory_factor * model_bytes)


def _cuda_of(stated: list[Installation]) -> str | None:
    known = {found.cuda for found in stated}
    return known.pop() if len(known) == 1 else None


def _own_version(spec: ModuleSpec) -> str | None:
    """The version that a module states as a constant, read without running it; None where it states none."""
    try:
        code = spec.loader.get_code(spec.name)  # type: ignore[union-attr]
    except (AttributeError, ImportError, SyntaxError, EOFError, OSError, ValueError):
        return None
    return _constant(code, "__version__") if isinstance(code, CodeType) else None


def _constant(code: CodeType, name: str) -> str | None:
    # The frozen program has no source texts.
    import dis

    previous: object = None
    for instruction in dis.get_instructions(code):
        if instruction.opname == "STORE_NAME" and instruction.argval == name:
            return release_of(previous) if isinstance(previous, str) else None
        previous = instruction.argval if instruction.opname == "LOAD_CONST" else None
    return None


def release_of(version: str) -> str:
    """The part of a version that an engine's header has as well: `10.14.1.48` of `10.14.1.48.post1`."""
    match = re.match(r"\d+(\.\d+)*", version)
    return match[0] if match else version


def parse_compute_capability(text: str) -> tuple[int, int]:
    """Turn `"8.9"` into `(8, 9)`, for comparisons."""
    major, _, minor = text.partition(".")
    return int(major), int(minor)

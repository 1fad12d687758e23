"""Timing caches: the catalogue that ships with an application, this machine's overlay, and the choice between them.

A timing cache holds what classic TensorRT measured for each kernel of a network. With the right one a build times
nothing. It serves the exact TensorRT version, one CUDA major version, one operating system, the same settings, and GPUs
of one compute capability; TensorRT itself checks the device as well and may refuse.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import EngineInstallerError, Fault
from builder.base.file_kinds import foreign_file
from builder.base.files import resolve_inside, sha256_of
from builder.base.plain import to_plain
from builder.base.settings import BuildSettings, HardwareCompatibility
from builder.base.text import Text, join, say
from builder.base.toml_file import (
    ComputeCapability,
    NotToml,
    Sha256,
    Table,
    TomlText,
    parse_table,
    read_table,
    read_toml_bytes,
)
from builder.gpu.nvml import Gpu
from builder.timing.overlay import OVERLAY_SUFFIX

INDEX_NAME = "index.toml"
SCHEMA = 1

LEVEL_WITHOUT_CACHE = 0
"""The optimization level that "will also not respect a timing cache" (NvInfer.h)."""


class CacheFlags(Table):
    """The settings that change which kernels are timed; a cache serves builds with the same ones."""

    tf32: bool = True
    optimization_level: Annotated[int, Field(ge=0, le=5)] = 3
    weight_streaming: bool = False
    hardware_compatibility: HardwareCompatibility = "none"
    version_compatible: bool = False

    @classmethod
    def of(cls, settings: BuildSettings) -> CacheFlags:
        """The flags of a build."""
        return cls(**{name: getattr(settings, name) for name in cls.model_fields})

    def differences(self, other: CacheFlags) -> str:
        """What differs, such as `optimization_level 3, not 2`, with `other` as the one that is not."""
        mine, theirs = self.model_dump(), other.model_dump()
        return "; ".join(f"{name} {mine[name]}, not {theirs[name]}" for name in mine if mine[name] != theirs[name])

    def differing(self) -> dict[str, Any]:
        """Those that are not the default, for names and messages."""
        return self.model_dump(exclude_defaults=True)


class RecordedPhase(Table):
    """How long a phase of the library took."""

    title: TomlText
    seconds: Annotated[float, Field(ge=0, allow_inf_nan=False)]


class CoveredModel(Table):
    """What a cache holds for one model, as measured when it was made.

    Attributes:
        name: the model's name in app.toml.
        sha256: of its ONNX file.
        settings: digest of the settings that it was built with; see `settings_digest`.
        tactics: how many timings a build of it needs.
        cold_seconds: a build without the cache.
        warm_seconds: a build with it.
        phases: of the build with it, in order.
    """

    name: TomlText
    sha256: Sha256
    settings: str = ""
    tactics: Annotated[int, Field(ge=0)]
    cold_seconds: Annotated[float, Field(ge=0, allow_inf_nan=False)]
    warm_seconds: Annotated[float, Field(ge=0, allow_inf_nan=False)]
    phases: list[RecordedPhase] = []


class CacheEntry(Table):
    """One cache file of the catalogue.

    Attributes:
        file: relative to index.toml.
        sha256: of the file.
        tensorrt: exact version of TensorRT.
        cuda: version of CUDA; its major part must agree.
        os: `linux` or `windows`.
        compute_capability: of the GPU that it was made on.
        gpu: name of that GPU.
        cores: CUDA cores of that GPU, to find the nearest; left out when unknown.
        flags: the settings that it was made with.
        model: what it covers.
    """

    file: TomlText
    sha256: Sha256
    tensorrt: TomlText
    cuda: TomlText
    os: Literal["linux", "windows"]
    compute_capability: ComputeCapability
    gpu: TomlText
    cores: Annotated[int, Field(gt=0)] | None = None
    flags: CacheFlags = CacheFlags()
    model: list[CoveredModel] = []

    @property
    def cuda_major(self) -> str:
        return self.cuda.partition(".")[0]

    @property
    def identity(self) -> tuple[str, str, str, str, str, CacheFlags]:
        """What two caches must share to be merged: version, CUDA, system, GPU and flags."""
        return self.tensorrt, self.cuda_major, self.os, self.gpu, self.compute_capability, self.flags

    def covers(self, onnx_sha256: str, name: str | None = None, settings: str | None = None) -> CoveredModel | None:
        """What it holds for a model; of several with the same ONNX file, the one of those settings and that name."""
        found = [model for model in self.model if model.sha256 == onnx_sha256]
        return max(found, key=lambda model: (model.settings == settings, model.name == name), default=None)

    def serves(self, onnx_sha256: str, settings: str | None, name: str | None = None) -> CoveredModel | None:
        """What it holds for a model that is built with exactly these settings; everybody who asks means this."""
        found = self.covers(onnx_sha256, name, settings)
        return found if found and found.settings == settings else None


class CacheIndex(Table):
    """The whole of index.toml."""

    schema_version: Annotated[Literal[1], Field(alias="schema")] = 1
    cache: list[CacheEntry] = []


@dataclass(frozen=True)
class Catalogue:
    """The caches that ship with an application.

    Attributes:
        folder: where they are.
        entries: those whose file is intact.
        problems: what is wrong with the others, in words; they are not used.
        index_sha256: of the very bytes of index.toml that were read.
        index_size: how many they are.
    """

    folder: Path | None = None
    entries: tuple[CacheEntry, ...] = ()
    problems: tuple[Text, ...] = ()
    index_sha256: str = ""
    index_size: int = 0

    def path_of(self, entry: CacheEntry) -> Path:
        """The file of an entry."""
        assert self.folder is not None
        return self.folder / entry.file


def catalogue_folder(package: Path) -> Path:
    """Where the catalogue of a package is: `caches` inside it, or beside a package folder that is called `assets`."""
    return (package.parent if package.name == "assets" else package) / "caches"


def load_catalogue(folder: Path, cancel: CancelToken = NEVER) -> Catalogue:
    """Read a catalogue. Never fails: what is damaged is reported and left out, because a build goes on without it."""
    path = folder / INDEX_NAME
    # What cannot even be looked for is reported by the attempt to read it.
    with suppress(OSError):
        if not path.exists():
            return Catalogue()
    try:
        content = read_toml_bytes(path)
    except NotToml as error:
        return Catalogue(folder, (), (error.fault.text,))
    except EngineInstallerError as error:
        return Catalogue(folder, (), (_unreadable(path, error).text,))
    index, faults = parse_table(path, content, CacheIndex, SCHEMA, _table_at)
    if index is None:
        return Catalogue(folder, (), tuple(fault.text for fault in faults))
    problems = {
        number: fault
        for number, entry in enumerate(index.cache)
        if (fault := _file_fault(folder, number, entry, cancel))
    }
    entries = tuple(entry for number, entry in enumerate(index.cache) if number not in problems)
    faults = list(problems.values())
    sha256 = hashlib.sha256(content).hexdigest()
    return Catalogue(folder, entries, tuple(fault.text for fault in faults), sha256, len(content))


def read_index(path: Path) -> tuple[CacheIndex | None, list[Fault]]:
    """Read index.toml without looking at the files that it names."""
    try:
        return read_table(path, CacheIndex, SCHEMA, _table_at)
    except EngineInstallerError as error:
        return None, [_unreadable(path, error)]


def _unreadable(path: Path, error: EngineInstallerError) -> Fault:
    return Fault(path.name, "", error.message, "a readable file")


def _table_at(names: list[str]) -> type[Table]:
    tables: dict[str, type[Table]] = {
        "cache": CacheEntry,
        "flags": CacheFlags,
        "model": CoveredModel,
        "phases": RecordedPhase,
    }
    return tables.get(names[-1], CacheIndex) if names else CacheIndex


def _file_fault(folder: Path, number: int, entry: CacheEntry, cancel: CancelToken) -> Fault | None:
    key = f"cache[{number}].file"
    try:
        path = resolve_inside(folder, entry.file)
        if foreign := foreign_file(path, "timing cache"):
            return Fault(INDEX_NAME, key, f"{entry.file!r}, which is {foreign.found}", foreign.expected)
        found = sha256_of(path, cancel)
    except ValueError as error:
        return Fault(INDEX_NAME, key, f"{error} ({entry.file!r})", "a relative path inside the catalogue")
    except OSError as error:
        return Fault(INDEX_NAME, key, f"{entry.file!r}, which cannot be read ({error.strerror})", "a readable file")
    if found != entry.sha256:
        key = f"cache[{number}].sha256"
        return Fault(INDEX_NAME, key, repr(entry.sha256), f"{found!r}, the hash of {entry.file} as it is")
    return None


@dataclass(frozen=True, slots=True)
class CacheWish:
    """What a build would need of a cache.

    Attributes:
        tensorrt: exact version of the library.
        cuda_major: that the library was made for; None when unknown.
        os: operating system.
        gpu: the GPU that kernels would be timed on.
        flags: of the build.
        onnx_sha256: the model.
        model: its name.
        settings: digest of its settings.
    """

    tensorrt: str
    cuda_major: str | None
    os: str
    gpu: Gpu
    flags: CacheFlags
    onnx_sha256: str
    model: str | None = None
    settings: str | None = None


@dataclass(frozen=True, slots=True)
class CacheChoice:
    """The shipped cache for a build, or none, and why.

    Attributes:
        entry: None when none fits.
        exact: it was made on the same GPU model.
        reason: in words.
        covered: what it holds for the model; None when the model is not in it.
        uses_caches: whether the build respects timing caches at all.
        tactics: how many timings the build needs; None unless this very build was measured on this GPU model.
    """

    entry: CacheEntry | None
    exact: bool
    reason: Text
    covered: CoveredModel | None = None
    uses_caches: bool = True
    tactics: int | None = None


def settings_digest(settings: BuildSettings) -> str:
    """16 hexadecimal digits that change with anything that shapes an engine, such as its profiles."""
    return hashlib.sha256(json.dumps(to_plain(settings), sort_keys=True).encode()).hexdigest()[:16]


def choose_cache(entries: Sequence[CacheEntry], wish: CacheWish) -> CacheChoice:
    """Choose from a catalogue. Pure, and independent of the catalogue's order.

    The TensorRT version, CUDA major version, system, settings and compute capability must agree. Then a cache of the
    same GPU model is taken, or else the nearest by its number of cores, and one that covers the model before others.
    """
    if wish.flags.optimization_level == LEVEL_WITHOUT_CACHE:
        reason = say("optimization level 0 does not respect a timing cache; levels 1 and 2 are fast, too, and do")
        return CacheChoice(None, exact=False, reason=reason, uses_caches=False)
    if not entries:
        return CacheChoice(None, exact=False, reason=say("the application ships none"))
    fitting = list(entries)
    for agrees, lacking in _RULES:
        remaining = [entry for entry in fitting if agrees(entry, wish)]
        if not remaining:
            return CacheChoice(None, exact=False, reason=lacking(fitting, wish))
        fitting = remaining

    def rank(entry: CacheEntry) -> tuple[object, ...]:
        cores = (entry.cores, wish.gpu.cores)
        distance = abs((cores[0] or 0) - (cores[1] or 0)) if all(cores) else 1 << 30
        serves = entry.serves(wish.onnx_sha256, wish.settings) is not None
        covers = entry.covers(wish.onnx_sha256) is not None
        return (
            entry.gpu != wish.gpu.name,
            not serves,
            not covers,
            distance,
            entry.gpu,
            entry.file,
            entry.model_dump_json(),
        )

    best = min(fitting, key=rank)
    exact = best.gpu == wish.gpu.name
    covered = best.covers(wish.onnx_sha256, wish.model, wish.settings)
    if exact:
        reason = say("made on an {gpu}, as in this computer", gpu=best.gpu)
    else:
        reason = say(
            "made on an {gpu} with the same compute capability {capability}; "
            "the catalogue has none of {own_gpu} itself for this build",
            gpu=best.gpu,
            capability=best.compute_capability,
            own_gpu=wish.gpu.name,
        )
    if covered is None:
        reason = join("; ", [reason, say("it does not cover this model")])
    elif wish.settings is not None and covered.settings != wish.settings:
        reason = join("; ", [reason, say("it covers this model only with other settings, such as other profiles")])
    known = covered is not None and exact and covered.settings == wish.settings
    return CacheChoice(best, exact, reason, covered, tactics=covered.tactics if covered and known else None)


def _others(values: Iterator[str]) -> Text:
    return join(", ", sorted(set(values)))


_Rule = tuple[Callable[[CacheEntry, CacheWish], bool], Callable[[Sequence[CacheEntry], CacheWish], Text]]

# In the order in which the reason is most telling.
_RULES: tuple[_Rule, ...] = (
    (
        lambda entry, wish: entry.tensorrt == wish.tensorrt,
        lambda entries, wish: say(
            "the caches are for TensorRT {versions}, and {installed} is installed",
            versions=_others(entry.tensorrt for entry in entries),
            installed=wish.tensorrt,
        ),
    ),
    (
        lambda entry, wish: wish.cuda_major is not None and entry.cuda_major == wish.cuda_major,
        lambda entries, wish: say(
            "the caches are for CUDA {versions}, and the library is for CUDA {installed}",
            versions=_others(entry.cuda_major for entry in entries),
            installed=wish.cuda_major or say("(unknown)"),
        ),
    ),
    (
        lambda entry, wish: entry.os == wish.os,
        lambda entries, wish: say(
            "the caches were made on {systems}, and this is {system}",
            systems=_others(entry.os for entry in entries),
            system=wish.os,
        ),
    ),
    (
        lambda entry, wish: entry.compute_capability == wish.gpu.compute_capability,
        lambda entries, wish: say(
            "the caches are for compute capability {capabilities}, and {gpu} has {own}",
            capabilities=_others(entry.compute_capability for entry in entries),
            gpu=wish.gpu.name,
            own=wish.gpu.compute_capability,
        ),
    ),
    (
        lambda entry, wish: entry.flags == wish.flags,
        lambda entries, wish: say(
            "the caches were made with other settings: {differences}",
            differences=_others(entry.flags.differences(wish.flags) for entry in entries),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class OverlayIdentity:
    """What an overlay is for: timings of one GPU of this machine, with one library, driver branch and set of flags.

    Attributes:
        tensorrt: exact version of the library.
        cuda_major: that it was made for.
        driver_major: such as `580`.
        gpu_uuid: the very card.
        flags: of the builds.
    """

    tensorrt: str
    cuda_major: str | None
    driver_major: str | None
    gpu_uuid: str
    flags: CacheFlags

    def to_json(self) -> dict[str, Any]:
        """What the overlay's header says of it."""
        return {
            "tensorrt": self.tensorrt,
            "cuda_major": self.cuda_major,
            "driver_major": self.driver_major,
            "gpu_uuid": self.gpu_uuid,
            "flags": self.flags.model_dump(),
        }

    @property
    def file_name(self) -> str:
        """A name that no other identity has."""
        digest = hashlib.sha256(json.dumps(self.to_json(), sort_keys=True).encode()).hexdigest()[:16]
        return f"trt-{self.tensorrt}-{digest}{OVERLAY_SUFFIX}"

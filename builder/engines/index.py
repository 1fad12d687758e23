"""engines.json: what an application's engines are, what they were built from, and which models have none."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BeforeValidator, Field

from builder.base.events import TimingCacheUse
from builder.base.names import printable
from builder.base.options import BackendChoice
from builder.base.toml_file import PlainText
from builder.engines.options import EngineOptions
from builder.gpu.busy import BusyVerdict

SCHEMA: Literal[1] = 1
INDEX_NAME = "engines.json"

_FILE_HASH_DIGITS = 12
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}-[0-9a-f]{12}\.engine")


def engine_file_name(model: str, sha256: str) -> str:
    """The published name of an engine: two different engines never share one."""
    return f"{model}-{sha256[:_FILE_HASH_DIGITS]}.engine"


def is_engine_file(name: str) -> bool:
    """Whether a file has a name that `engine_file_name` gives."""
    return bool(_FILE_NAME.fullmatch(name))


def _engine_file_name(value: str) -> str:
    # engines.json is never trusted: a name that could leave the folder would let it delete or replace other files.
    if not is_engine_file(value):
        raise ValueError("the name of an engine file in the same folder")
    return value


EngineFileName = Annotated[str, AfterValidator(_engine_file_name)]


@dataclass(frozen=True, slots=True, kw_only=True)
class GpuEntry:
    """The GPU that an engine was made for."""

    name: PlainText
    uuid: PlainText
    compute_capability: PlainText

    @property
    def kind(self) -> tuple[str, str]:
        """As of `builder.gpu.nvml.Gpu`."""
        return self.name, self.compute_capability


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an engine came from that was not built on this computer.

    Attributes:
        kind: how it came here.
        feed: address or folder of the vendor's feed.
        version: of the feed's list of files, which had the engine.
        at: when it was fetched; UTC, ISO 8601.
    """

    kind: Literal["downloaded"] = "downloaded"
    feed: PlainText
    version: Annotated[int, Field(ge=0)]
    at: PlainText


@dataclass(frozen=True, slots=True, kw_only=True)
class AppEntry:
    """The application, and the package that the engines came from."""

    id: PlainText
    name: PlainText
    version: PlainText
    package: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sameness:
    """Whether an engine has the very bytes that the vendor's had.

    Attributes:
        state: what came of comparing them; what could not be compared in full is never called different.
        reason: in words.
    """

    state: Literal["identical", "different", "not-comparable"]
    reason: Annotated[str, AfterValidator(printable)]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersNote:
    """What became of asking an engine for the outputs that the vendor's references have.

    Attributes:
        state: whether it gave the right ones; unchecked where it was not asked, or could not answer.
        reason: in words.
        gpu: name of the GPU that it was asked on; None where it was not asked.
        driver_version: of the NVIDIA driver then.
        reference_sha256: of the file with the references.
        tolerances: per output, how far it might be from them.
        outputs: per output, the numbers of the reference that it is furthest from.
        seconds: what asking took; None where it was not asked.
        tried: each way of building that gave wrong outputs before this one, in words and in order.
    """

    state: Literal["right", "wrong", "unchecked"]
    reason: Annotated[str, AfterValidator(printable)]
    gpu: PlainText | None = None
    driver_version: PlainText | None = None
    reference_sha256: PlainText | None = None
    tolerances: dict[str, dict[str, float]] = field(default_factory=dict)
    outputs: tuple[dict[str, Any], ...] = ()
    seconds: float | None = None
    tried: tuple[Annotated[str, AfterValidator(printable)], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineRecord:
    """One engine in engines.json.

    Attributes:
        model: the model's name in app.toml.
        feature: the group of features that it belongs to.
        variant: which of the model's variants it was built from; None for the model's own file.
        file: name of the engine file, relative to engines.json.
        size: bytes.
        modified_us: when the file was last written, in microseconds since 1970; None where that was not noted.
        sha256: of the engine file.
        onnx_sha256: of the ONNX file it was built from.
        external_data_sha256: of the files with external weights, in the manifest's order.
        settings: the `BuildSettings` it was built with.
        backend: name of the backend.
        library_version: exact version of the engine library.
        cuda: CUDA major version of the library; None when unknown.
        driver_version: of the NVIDIA driver at build time; None without one.
        gpu: the GPU it was built for; None for engines that were built without regard to this machine's GPU.
        targets: compute capabilities that it runs on.
        portable: whether it was built for the library's default targets, newer GPUs included.
        system: operating system at build time.
        inputs: data type and shape per input.
        outputs: data type and shape per output.
        seconds: what the build took.
        built_at: UTC, ISO 8601.
        built_by: version of engine-installer.
        loaded_on: GPU on which the engine was loaded as a test before publication; None when there was none.
        gpu_busy: whether the GPU was in use during the build; None when nothing was timed on it.
        timing_cache: what timing caches did; None for a library that has none.
        reproducible: whether it was built at fixed addresses; None where that was not noted.
        sameness: how it compares with what the vendor has stated; None where the vendor has stated nothing.
        origin: where it came from; None for an engine that was built on this computer. Of another, `seconds`,
            `built_at` and `built_by` are of the vendor's build, and `driver_version` is of when it came.
        answers: whether it gave the right outputs; None where the model has no references.
    """

    model: PlainText
    feature: PlainText | None = None
    variant: PlainText | None = None
    file: EngineFileName
    size: Annotated[int, Field(ge=0)]
    modified_us: int | None = None
    sha256: str
    onnx_sha256: str
    external_data_sha256: tuple[str, ...]
    settings: dict[str, Any]
    backend: PlainText
    library_version: PlainText
    cuda: PlainText | None
    driver_version: PlainText | None
    gpu: GpuEntry | None
    targets: tuple[PlainText, ...]
    portable: bool
    system: PlainText
    inputs: dict[str, str]
    outputs: dict[str, str]
    seconds: float
    built_at: PlainText
    built_by: PlainText
    loaded_on: PlainText | None
    gpu_busy: BusyVerdict | None = None
    timing_cache: TimingCacheUse | None = None
    reproducible: bool | None = None
    sameness: Sameness | None = None
    origin: Origin | None = None
    answers: AnswersNote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsentModel:
    """A model without an engine, and why; `gpu` when there are engines for several."""

    model: PlainText
    reason: Annotated[str, AfterValidator(printable)]
    gpu: PlainText | None = None


def _with_known_library(options: Any) -> Any:
    # Another version may know more libraries; here, one that is unknown is as good as none.
    if isinstance(options, dict) and options.get("backend") not in get_args(BackendChoice):
        return {**options, "backend": None}
    return options


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineIndex:
    """The whole of engines.json.

    Attributes:
        schema: 1.
        app: the application.
        options: what the installation was asked for.
        fingerprint: changes when any engine changes.
        engines: complete and verified when they were published.
        skipped: models that deliberately have no engine on this machine.
        failed: models whose last build failed; an older engine may still be listed.
        superseded: engine files that could not be removed because a program held them.
    """

    schema: Literal[1] = SCHEMA
    app: AppEntry
    options: Annotated[EngineOptions, BeforeValidator(_with_known_library)] = field(default_factory=EngineOptions)
    fingerprint: str
    engines: tuple[EngineRecord, ...]
    skipped: tuple[AbsentModel, ...] = ()
    failed: tuple[AbsentModel, ...] = ()
    superseded: tuple[EngineFileName, ...] = ()


def fingerprint_of(records: Sequence[EngineRecord]) -> str:
    """16 hexadecimal digits that change when any engine changes."""
    text = "\n".join(sorted(f"{record.model} {record.sha256}" for record in records))
    return hashlib.sha256(text.encode()).hexdigest()[:16]

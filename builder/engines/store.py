"""The engines in an application's folder: engines.json, the state of each file, staging, verification, publication.

Nothing in `<target>/engines` is visible before it is complete and verified, and engines.json is replaced last. Engine
files have a part of their hash in their name, so a running application keeps the file that it has opened.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, ConfigDict, Field

from builder.backend import BACKENDS, TENSORRT_RTX
from builder.backend.tensorrt_rtx import DEFAULT_TARGETS
from builder.base.errors import AlreadyRunning, EngineInstallerError, EngineInvalid
from builder.base.files import (
    explained,
    is_regular_file,
    make_directory_noting_new,
    name_fault,
    remove_tree,
    sha256_of,
    sync_file,
    write_atomically,
)
from builder.base.json_file import Damaged, Entry, read_json, to_bytes
from builder.base.settings import BuildSettings
from builder.engines.header import HEADER_BYTES, EngineHeader, read_engine_header
from builder.gpu.nvml import Gpu

if TYPE_CHECKING:
    from filelock import FileLock

ENGINES_FOLDER = "engines"
INDEX_NAME = "engines.json"
SCHEMA: Literal[1] = 1

ENGINE_STAGING = f"{ENGINES_FOLDER}/.staging"
"""Where engines wait for their publication; relative to the target, and on the volume of their final place."""

_FINISHED_NAME = "finished.jsonl"
_LOCK_NAME = ".lock"
_FILE_HASH_DIGITS = 12
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}-[0-9a-f]{12}\.engine")


def _engine_file_name(value: str) -> str:
    # engines.json is never trusted: a name that could leave the folder would let it delete or replace other files.
    if not _FILE_NAME.fullmatch(value):
        raise ValueError("the name of an engine file in the same folder")
    return value


EngineFileName = Annotated[str, AfterValidator(_engine_file_name)]


class GpuEntry(Entry):
    """The GPU that an engine was made for."""

    name: str
    uuid: str
    compute_capability: str

    @property
    def kind(self) -> tuple[str, str]:
        """As of `builder.gpu.nvml.Gpu`."""
        return self.name, self.compute_capability


class BusyEntry(Entry):
    """Whether the GPU was in use by others while kernels were timed on it; see `builder.gpu.busy.BusyVerdict`."""

    verdict: str
    reasons: list[str] = []
    programs: list[str] = []

    @property
    def in_use(self) -> bool:
        return self.verdict == "in use"

    @property
    def by(self) -> str:
        """Whose use it was, with a space before it; empty when that is unknown."""
        return f" by {', '.join(self.programs)}" if self.programs else ""


class TimingCacheEntry(Entry):
    """What timing caches did for a build; see `builder.base.events.TimingCacheUse`."""

    shipped: str | None = None
    other_gpu: bool = False
    overlay: bool = False
    entries: int = 0
    hits: int | None = None
    misses: int = 0
    timing_seconds: float = 0.0
    refused: list[str] = []
    kept: bool = False
    not_kept: str | None = None

    @property
    def tactics(self) -> int | None:
        """How many timings the build needed, where that is known."""
        return None if self.hits is None else self.hits + self.misses


class AppEntry(Entry):
    """The application, and the package that the engines came from."""

    id: str
    name: str
    version: str
    package: str


class EngineRecord(Entry):
    """One engine in engines.json.

    Attributes:
        model: the model's name in app.toml.
        feature: the group of features that it belongs to.
        file: name of the engine file, relative to engines.json.
        size: bytes.
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
    """

    model: str
    feature: str | None = None
    file: EngineFileName
    size: Annotated[int, Field(ge=0)]
    sha256: str
    onnx_sha256: str
    external_data_sha256: list[str]
    settings: dict[str, Any]
    backend: str
    library_version: str
    cuda: str | None
    driver_version: str | None
    gpu: GpuEntry | None
    targets: list[str]
    portable: bool
    system: str
    inputs: dict[str, str]
    outputs: dict[str, str]
    seconds: float
    built_at: str
    built_by: str
    loaded_on: str | None
    gpu_busy: BusyEntry | None = None
    timing_cache: TimingCacheEntry | None = None


class AbsentModel(Entry):
    """A model without an engine, and why; `gpu` when there are engines for several."""

    model: str
    reason: str
    gpu: str | None = None


class InstallOptions(Entry):
    """What the installation was asked for on its command line, so that status and repair ask for the same."""

    backend: str | None = None
    gpu: str | None = None
    portable: bool = False
    targets: list[str] = []
    optimization_level: int | None = None
    without: list[str] = []


class EngineIndex(Entry):
    """The whole of engines.json.

    Attributes:
        schema_version: 1.
        app: the application.
        options: what the installation was asked for.
        fingerprint: changes when any engine changes.
        engines: complete and verified when they were published.
        skipped: models that deliberately have no engine on this machine.
        failed: models whose last build failed; an older engine may still be listed.
        superseded: engine files that could not be removed because a program held them.
    """

    model_config = ConfigDict(populate_by_name=True)

    schema_version: Annotated[Literal[1], Field(alias="schema")] = SCHEMA
    app: AppEntry
    options: InstallOptions = InstallOptions()
    fingerprint: str
    engines: list[EngineRecord]
    skipped: list[AbsentModel] = []
    failed: list[AbsentModel] = []
    superseded: list[EngineFileName] = []


def fingerprint_of(records: Sequence[EngineRecord]) -> str:
    """16 hexadecimal digits that change when any engine changes."""
    import hashlib

    text = "\n".join(sorted(f"{record.model} {record.sha256}" for record in records))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


FileState = Literal["intact", "missing", "damaged"]
VerdictState = Literal["current", "stale", "damaged", "missing"]
Cause = Literal["missing", "damaged", "model", "settings", "library", "gpu", "driver", "busy", "unwanted"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be thought of one installed engine.

    Attributes:
        state: whether it serves.
        reason: in words.
        cause: what has changed, for programs; None when nothing has.
    """

    state: VerdictState
    reason: str
    cause: Cause | None = None

    @property
    def timed_while_busy(self) -> bool:
        """It serves, but may be slower than it could be; a repair builds it again."""
        return self.cause == "busy"


@dataclass(frozen=True, slots=True)
class WantedEngine:
    """What an engine should have been made of, to be current on this machine.

    Attributes:
        onnx_sha256: None when the package is not at hand, so that the model cannot be compared.
        external_data_sha256: the same for external weights.
        settings: None when the package is not at hand.
        backend: name of the backend.
        library_version: None when the library is not installed, so that it cannot be compared.
        targets: compute capabilities that it must run on; empty for the library's default, newer GPUs included.
        gpu: the GPU it must run on; None when there is none.
        system: operating system.
        driver_version: of the NVIDIA driver; None when there is none.
    """

    onnx_sha256: str | None
    external_data_sha256: tuple[str, ...] | None
    settings: BuildSettings | None
    backend: str
    library_version: str | None
    targets: tuple[str, ...]
    gpu: Gpu | None
    system: str
    driver_version: str | None = None


def judge(record: EngineRecord | None, file_state: FileState, wanted: WantedEngine) -> Verdict:
    """Compare an installed engine with what is wanted now. Pure: the same arguments give the same verdict."""
    if record is None:
        return Verdict("missing", "no engine was built yet", "missing")
    if file_state == "missing":
        return Verdict("missing", f"the file {record.file} is missing", "missing")
    if file_state == "damaged":
        return Verdict("damaged", f"the file {record.file} is damaged", "damaged")
    if wanted.onnx_sha256 not in (None, record.onnx_sha256) or (
        wanted.external_data_sha256 is not None and wanted.external_data_sha256 != tuple(record.external_data_sha256)
    ):
        return Verdict("stale", "the model has changed", "model")
    if record.backend != wanted.backend:
        reason = f"built with {_title(record.backend)}, but {_title(wanted.backend)} is to be used"
        return Verdict("stale", reason, "library")
    if wanted.settings is not None and record.settings != wanted.settings.to_json():
        reason = f"the settings have changed: {_changed_settings(wanted.settings, record.settings)}"
        return Verdict("stale", reason, "settings")
    if wanted.library_version not in (None, record.library_version):
        reason = f"{_title(record.backend)} has changed from {record.library_version} to {wanted.library_version}"
        return Verdict("stale", reason, "library")
    verdict = _judge_gpu(record, wanted)
    if verdict.state != "current":
        return verdict
    if record.gpu_busy and record.gpu_busy.in_use:
        reason = f"{verdict.reason}, but timed while the GPU was in use{record.gpu_busy.by}"
        return Verdict("current", reason, "busy")
    if None not in (record.driver_version, wanted.driver_version) and record.driver_version != wanted.driver_version:
        # An engine is bound to the library and the GPU; NVIDIA's drivers run what older drivers ran.
        change = f"the driver has changed from {record.driver_version} to {wanted.driver_version}"
        return Verdict("current", f"{verdict.reason}; {change}, which engines survive", "driver")
    return verdict


def _judge_gpu(record: EngineRecord, wanted: WantedEngine) -> Verdict:
    if wanted.backend != TENSORRT_RTX.name:
        if wanted.gpu is None:
            return Verdict("stale", "there is no supported GPU in this machine now", "gpu")
        if record.system != wanted.system:
            return Verdict("stale", f"built on {record.system}, but this is {wanted.system}", "library")
        if record.gpu is not None and record.gpu.kind != wanted.gpu.kind:
            return Verdict("stale", f"the GPU has changed from {record.gpu.name} to {wanted.gpu.name}", "gpu")
        return Verdict("current", "built for this GPU with this library version")
    built_for = "every supported GPU" if record.portable else f"compute capability {', '.join(record.targets)}"
    if wanted.targets:
        missing = [target for target in wanted.targets if target not in record.targets]
    else:
        missing = [] if record.portable else [target for target in DEFAULT_TARGETS if target not in record.targets]
    if missing:
        change = f"the GPU is now {wanted.gpu.name}: " if wanted.gpu else ""
        return Verdict("stale", f"{change}built for {built_for}, but {', '.join(missing)} is needed", "gpu")
    return Verdict("current", f"built for {built_for} with this library version")


def _title(backend: str) -> str:
    return BACKENDS[backend].title if backend in BACKENDS else backend


def _changed_settings(wanted: BuildSettings, recorded: Mapping[str, Any]) -> str:
    known = {key: value for key, value in recorded.items() if key in BuildSettings.__dataclass_fields__}
    return "; ".join(wanted.differences(BuildSettings(**known))) or "this version knows more settings"


def _staged_name(value: str) -> str:
    if Path(value).name != value or name_fault(value) or not value.endswith(".engine"):
        raise ValueError("the name of a file in the staging folder")
    return value


class FinishedNote(Entry):
    """A line about an engine that waits in the staging folder."""

    staged: Annotated[str, AfterValidator(_staged_name)]
    record: EngineRecord


@dataclass(frozen=True, slots=True)
class StagedEngine:
    """A verified engine file that waits for publication."""

    path: Path
    record: EngineRecord


class EngineStore:
    """The engines of one target folder.

    Attributes:
        target: where the application lives.
        folder: `<target>/engines`.
        new_folders: those that this run made to have a place for its lock, the innermost first.
    """

    def __init__(self, target: Path) -> None:
        self.target = target
        self.folder = target / ENGINES_FOLDER
        self._index_path = self.folder / INDEX_NAME
        self.new_folders: list[Path] = []

    @property
    def index_path(self) -> Path:
        return self._index_path

    def read_index(self) -> EngineIndex | None:
        """Read engines.json; None when there is none or when it is damaged, which counts as none.

        Raises:
            SystemNotSupported: a newer version of engine-installer wrote it.
            EngineInstallerError: it cannot be read.
        """
        with contextlib.suppress(Damaged):
            return read_json(self._index_path, EngineIndex, SCHEMA)
        return None

    def index_fault(self) -> str | None:
        """What is wrong with engines.json, where it counts as none although it is there."""
        try:
            read_json(self._index_path, EngineIndex, SCHEMA)
        except Damaged as error:
            return str(error)
        return None

    def file_state(
        self, record: EngineRecord, *, quick: bool, check_cancelled: Callable[[], None] = lambda: None
    ) -> FileState:
        """Look at the file of an engine.

        Args:
            record: what engines.json says of it.
            quick: look at size and header only; otherwise hash the whole file.
            check_cancelled: called while the file is hashed; may raise.
        """
        return self._state_of(self.folder / record.file, record, quick=quick, check_cancelled=check_cancelled)

    @staticmethod
    def _state_of(path: Path, record: EngineRecord, *, quick: bool, check_cancelled: Callable[[], None]) -> FileState:
        if not is_regular_file(path):
            return "missing"
        try:
            if path.stat().st_size != record.size:
                return "damaged"
            header = _read_header(path)
            if header.version != record.library_version or header.size not in (None, record.size):
                return "damaged"
            intact = quick or sha256_of(path, check_cancelled) == record.sha256
        except (OSError, ValueError):
            return "damaged"
        return "intact" if intact else "damaged"

    @contextlib.contextmanager
    def exclusive(self, wait: Callable[[], None] | None = None) -> Iterator[None]:
        """Hold the target for this run; leave no trace of a run that published nothing.

        Args:
            wait: called while another run holds the target, again and again; may raise. None does not wait.

        Raises:
            AlreadyRunning: another run holds it.
            EngineInstallerError: the target cannot be created or written.
        """
        lock = self._acquire(wait)
        try:
            yield
        finally:
            # While it is held: whoever has opened the file meanwhile finds it gone and starts over. Windows refuses
            # that, but there a file that someone holds cannot be removed, so afterwards is safe as well.
            removed = self._remove_lock_file()
            lock.release()
            if not removed:
                self._remove_lock_file()
            # Only empty folders that this run made: what was there stays, and so does what was published.
            for folder in self.new_folders:
                with contextlib.suppress(OSError):
                    folder.rmdir()

    def _acquire(self, wait: Callable[[], None] | None) -> FileLock:
        from filelock import FileLock, Timeout

        lock = FileLock(self.folder / _LOCK_NAME, timeout=0)
        while True:
            self.new_folders = [*make_directory_noting_new(self.folder), *self.new_folders]
            with explained(self.folder, "write to"):
                try:
                    lock.acquire()
                    return lock
                except Timeout:  # which is an OSError
                    if wait is None:
                        raise already_running(self.target) from None
                except FileNotFoundError:
                    continue  # the other run has just removed a folder that it had made
            wait()

    def is_held(self) -> bool:
        """Whether another run holds the target now."""
        from filelock import FileLock, Timeout

        path = self.folder / _LOCK_NAME
        if not path.exists():
            return False
        try:
            with FileLock(path, timeout=0):
                return False
        except Timeout:
            return True
        except OSError:
            return False  # not to be told here; taking the lock will say why

    def remove_stale_lock(self) -> None:
        """Remove a lock file that a run which was cut off has left, if this can be done."""
        from filelock import FileLock, Timeout

        if (self.folder / _LOCK_NAME).exists():
            lock = FileLock(self.folder / _LOCK_NAME, timeout=0)
            with contextlib.suppress(Timeout, OSError), lock:
                self._remove_lock_file()

    def has_lock_file(self) -> bool:
        """Whether a run works here, or one that was cut off did."""
        return (self.folder / _LOCK_NAME).exists()

    def _remove_lock_file(self) -> bool:
        try:
            (self.folder / _LOCK_NAME).unlink(missing_ok=True)
        except OSError:
            return False
        return True

    @property
    def staging(self) -> Path:
        return self.target / ENGINE_STAGING

    def staging_path(self, name: str) -> Path:
        """Where the worker is to write an engine."""
        with explained(self.folder, "write to"):
            self.staging.mkdir(exist_ok=True)
        return self.staging / f"{name}.engine"

    def note_finished(self, engine: StagedEngine) -> None:
        """Note a verified engine, so that the next run need not build it again if this one is cut off."""
        line = json.dumps({"staged": engine.path.name, "record": engine.record.model_dump()}) + "\n"
        path = self.staging / _FINISHED_NAME
        with explained(path, "write"), path.open("a", encoding="ascii") as stream:
            stream.write(line)
            stream.flush()
            os.fsync(stream.fileno())

    def finished(self, check_cancelled: Callable[[], None] = lambda: None) -> list[StagedEngine]:
        """The engines that a run which was cut off had finished and verified, and that are still what they were."""
        if self.staging.is_symlink():
            return []
        try:
            lines = (self.staging / _FINISHED_NAME).read_text(encoding="ascii").splitlines()
        except (OSError, ValueError):
            return []
        found: dict[str, StagedEngine] = {}
        for line in lines:
            # The last line may be cut off in the middle; then its engine is built again.
            with contextlib.suppress(ValueError, RecursionError):
                note = FinishedNote.model_validate_json(line)
                found[note.staged] = StagedEngine(self.staging / note.staged, note.record)
        return [
            engine
            for engine in found.values()
            if self._state_of(engine.path, engine.record, quick=False, check_cancelled=check_cancelled) == "intact"
        ]

    def has_leftovers(self) -> bool:
        """Whether a run that was cut off has left something in the staging folder."""
        return os.path.lexists(self.staging)

    def clear_staging(self, keep: Collection[Path] = ()) -> None:
        """Remove what is staged; what cannot be removed now is removed by the next run.

        Args:
            keep: finished engines that are still to be published.
        """
        if not keep:
            with contextlib.suppress(EngineInstallerError):
                remove_tree(self.staging)
            return
        for path in self.staging.iterdir():
            if path not in keep and path.name != _FINISHED_NAME:
                with contextlib.suppress(OSError):
                    path.unlink()

    def verify(
        self,
        staged: Path,
        name: str,
        size: int,
        sha256: str,
        expected: WantedEngine,
        check_cancelled: Callable[[], None] = lambda: None,
    ) -> EngineHeader:
        """Check a finished engine file, and flush it to the disk, before anyone may see it.

        Args:
            staged: the file.
            name: of the engine, for messages.
            size: the bytes that the worker's writer counted.
            sha256: the hash of what it was given.
            expected: what it was to be built for.
            check_cancelled: called while the file is hashed; may raise.

        Raises:
            EngineInvalid: the file is not what was ordered.
            EngineInstallerError: it cannot be read or flushed.
        """
        with explained(staged, "flush"), ThreadPoolExecutor(1) as pool:
            # Before it is published it must be on the disk, and the disk works while the processor hashes.
            flushed = pool.submit(sync_file, staged)
            actual_size = staged.stat().st_size
            content_hash = sha256_of(staged, check_cancelled)
            flushed.result()
        problem = None
        try:
            header = _read_header(staged)
        except ValueError as error:
            raise _invalid(name, str(error)) from error
        if actual_size != size or header.size not in (None, actual_size):
            problem = f"it has {actual_size} bytes, the writer counted {size}, the header says {header.size}"
        elif content_hash != sha256:
            problem = "its content is not what the library delivered"
        elif header.backend != expected.backend:
            problem = f"it is an engine of {header.backend}"
        elif expected.library_version not in (None, header.version):
            problem = f"it was built by version {header.version}, not {expected.library_version}"
        elif header.targets is not None and not set(expected.targets or DEFAULT_TARGETS) <= set(header.targets):
            problem = f"it runs on {', '.join(header.targets)}, not on {', '.join(expected.targets or DEFAULT_TARGETS)}"
        if problem:
            raise _invalid(name, problem)
        return header

    def stage_index(self, index: EngineIndex) -> Path:
        """Write what engines.json is to say, ready to take its place.

        Raises:
            EngineInstallerError: it could not be written.
        """
        path = self.staging_path("index")
        write_atomically(path, to_bytes(index), self.staging_path("index-new"))
        return path

    def own_files(self, index: EngineIndex | None) -> list[str]:
        """The engine files in the folder that are ours: those that engines.json names, and what a run left behind."""
        named = {record.file for record in index.engines} | set(index.superseded) if index else set()
        return sorted(path.name for path in self._engine_files(index) if path.name not in named) + sorted(
            name for name in named if os.path.lexists(self.folder / name)
        )

    def _engine_files(self, index: EngineIndex | None) -> Iterator[Path]:
        """The files that look like engines of a model of ours; without engines.json every model may be one."""
        models: set[str] | None = None
        if index:
            models = {record.model for record in index.engines}
            models |= {absent.model for absent in (*index.failed, *index.skipped)}
        for path in self.folder.iterdir() if self.folder.is_dir() else ():
            if _FILE_NAME.fullmatch(path.name) and (models is None or path.name.rpartition("-")[0] in models):
                yield path

    def collect_garbage(self, index: EngineIndex, superseded: Collection[str]) -> None:
        """Remove the engine files that engines.json no longer names, and note in it what some program held.

        Args:
            index: what engines.json says.
            superseded: names of engine files that it named before.
        """
        still_held = self._remove_superseded(index, superseded)
        if still_held != index.superseded:
            # The new set stands already, whether this note can be written or not.
            with contextlib.suppress(EngineInstallerError):
                noted = index.model_copy(update={"superseded": still_held})
                write_atomically(self._index_path, to_bytes(noted), self.staging_path("index"))

    def _remove_superseded(self, index: EngineIndex, superseded: Collection[str]) -> list[str]:
        """Remove engine files of ours that engines.json no longer names.

        These are the files that it named before, and those that a run which was cut off between publishing files and
        replacing engines.json left behind.

        Returns:
            The files that some program held, to be tried again next time.
        """
        named = {record.file for record in index.engines}
        old = {*superseded, *index.superseded, *(path.name for path in self._engine_files(index))}
        held = []
        for name in sorted(old - named):
            try:
                (self.folder / name).unlink(missing_ok=True)
            except OSError:
                held.append(name)
        return held


def already_running(target: Path) -> AlreadyRunning:
    """What a run ends with while another one holds the target."""
    return AlreadyRunning(
        f"Another run of engine-installer is working on {target}.",
        hint="Wait until it has finished, then run the command again; --wait does that for you.",
    )


def engine_file_name(model: str, sha256: str) -> str:
    """The published name of an engine: two different engines never share one."""
    return f"{model}-{sha256[:_FILE_HASH_DIGITS]}.engine"


def _read_header(path: Path) -> EngineHeader:
    with path.open("rb") as stream:
        return read_engine_header(stream.read(HEADER_BYTES))


def _invalid(name: str, problem: str) -> EngineInvalid:
    return EngineInvalid(
        f"The engine {name!r} did not pass verification: {problem}.",
        hint="Run the command again; if it happens again, check the disk and report it with the log file.",
    )

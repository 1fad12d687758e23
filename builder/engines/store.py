"""The engines in an application's folder: the state of each file, the lock, staging, verification, garbage.

Nothing in `<target>/engines` is visible before it is complete and verified, and engines.json is replaced last. Engine
files have a part of their hash in their name, so a running application keeps the file that it has opened.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator

from builder.backend.tensorrt_rtx import DEFAULT_TARGETS
from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import AccessDenied, AlreadyRunning, EngineInstallerError, EngineInvalid, FileInUse
from builder.base.files import (
    TRIES_AGAINST_OTHERS,
    explain_os_error,
    make_directory_noting_new,
    name_fault,
    os_errors_as,
    remove_tree,
    sha256_of,
    sync_file,
    write_atomically,
    write_durably,
)
from builder.base.json_file import Damaged, from_plain, read_json, to_bytes
from builder.base.paths import entries_of, entry_exists, exists, is_folder, is_link, is_regular_file
from builder.base.plain import to_plain
from builder.base.small_files import open_regular, read_small_file
from builder.base.text import Text, join, say
from builder.engines.header import HEADER_BYTES, EngineHeader, read_engine_header
from builder.engines.index import INDEX_NAME, SCHEMA, EngineIndex, EngineRecord, is_engine_file
from builder.engines.verdict import FileState, WantedEngine
from builder.operating_system import os_error_kind, sync_directory
from builder.operating_system.kinds import OsErrorKind

if TYPE_CHECKING:
    from filelock import FileLock

ENGINES_FOLDER = "engines"

ENGINE_STAGING = f"{ENGINES_FOLDER}/.staging"
"""Where engines wait for their publication; relative to the target, and on the volume of their final place."""

_FINISHED_NAME = "finished.jsonl"
_LOCK_NAME = ".lock"
_MOST_BYTES = 16 << 20
"""Of engines.json and the notes about finished engines: that is 10,000 engines."""


def _staged_name(value: str) -> str:
    if Path(value).name != value or name_fault(value) or not value.endswith(".engine"):
        raise ValueError("the name of a file in the staging folder")
    return value


@dataclass(frozen=True, slots=True)
class FinishedNote:
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
            return read_json(self._index_path, EngineIndex, SCHEMA, _MOST_BYTES)
        return None

    def index_fault(self) -> Text | None:
        """What is wrong with engines.json, where it counts as none although it is there."""
        try:
            read_json(self._index_path, EngineIndex, SCHEMA, _MOST_BYTES)
        except Damaged as error:
            return error.reason
        return None

    def file_state(self, record: EngineRecord, *, quick: bool, cancel: CancelToken = NEVER) -> FileState:
        """Look at the file of an engine.

        Args:
            record: what engines.json says of it.
            quick: hash the file only if it was written since; otherwise in any case.
            cancel: stops it while the file is hashed.

        Raises:
            EngineInstallerError: it cannot be read, so nothing is known of it.
        """
        return self._state_of(self.folder / record.file, record, quick=quick, cancel=cancel)

    @staticmethod
    def _state_of(path: Path, record: EngineRecord, *, quick: bool, cancel: CancelToken) -> FileState:
        if not is_regular_file(path):
            return "missing"
        try:
            status = path.stat()
            if status.st_size != record.size:
                return "damaged"
            header = _read_header(path)
            if header.version != record.library_version or header.size not in (None, record.size):
                return "damaged"
            as_noted = record.modified_us in (None, _modified_us(status))
            intact = (quick and as_noted) or sha256_of(path, cancel) == record.sha256
        except FileNotFoundError:
            return "missing"
        except OSError as error:
            if os_error_kind(error) in (OsErrorKind.ACCESS_DENIED, OsErrorKind.IN_USE):
                # Of what cannot be read, nothing is known; a rebuild would replace what may well be intact.
                raise explain_os_error(error, path, say("read")) from error
            return "damaged"
        except ValueError:
            return "damaged"
        return "intact" if intact else "damaged"

    @contextlib.contextmanager
    def exclusive(
        self, wait: Callable[[], None] | None = None, check: Callable[[], None] = lambda: None
    ) -> Iterator[None]:
        """Hold the target for this run; leave no trace of a run that published nothing.

        Args:
            wait: called while another run holds the target, again and again; may raise. None does not wait.
            check: as of `make_directory_noting_new`.

        Raises:
            AlreadyRunning: another run holds it.
            EngineInstallerError: the target cannot be created or written.
        """
        lock = self._acquire(wait, check)
        try:
            yield
        finally:
            # While it is held: a run that has just opened the file finds it gone and starts over. Windows refuses
            # that, but there a file that another run holds cannot be removed, so afterwards is safe as well.
            removed = self._remove_lock_file()
            lock.release()
            if not removed:
                self._remove_lock_file()
            # Only empty folders that this run made: what was there stays, and so does what was published.
            for folder in self.new_folders:
                with contextlib.suppress(OSError):
                    folder.rmdir()

    def _acquire(self, wait: Callable[[], None] | None, check: Callable[[], None]) -> FileLock:
        from filelock import FileLock, Timeout

        lock = FileLock(self.folder / _LOCK_NAME, timeout=0)
        tries = TRIES_AGAINST_OTHERS
        while True:
            self.new_folders = [*make_directory_noting_new(self.folder, check), *self.new_folders]
            with os_errors_as(self.folder, say("write to")):
                try:
                    lock.acquire()
                    return lock
                except Timeout:  # which is an OSError
                    if wait is None:
                        raise already_running(self.target) from None
                except (FileNotFoundError, FileExistsError):
                    tries -= 1  # another run has just removed a folder that it had made, or makes one
                    if tries:
                        continue
                    raise  # what is there is no folder
            wait()

    def is_held(self) -> bool:
        """Whether another run holds the target now."""
        with self._lock_if_free() as free:
            return free is False

    def remove_stale_lock(self) -> None:
        """Remove a lock file that a run which was cut off has left, if this can be done."""
        with self._lock_if_free() as free:
            removed = not free or self._remove_lock_file()
        if not removed:  # as in `exclusive`
            self._remove_lock_file()

    @contextlib.contextmanager
    def _lock_if_free(self) -> Iterator[bool | None]:
        """Take the lock of a run that may be there for as long as this lasts, making nothing, unlike FileLock.

        Yields:
            Whether it was free; None where there is none, or where nobody can know: taking it will say why.
        """
        from filelock import lock_descriptor

        try:
            descriptor = os.open(self.folder / _LOCK_NAME, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
        except (OSError, ValueError):  # the latter of a path that this system cannot spell
            yield None
            return
        try:
            free: bool | None = lock_descriptor(descriptor, blocking=False)
        except OSError:
            free = None
        try:
            yield free
        finally:
            os.close(descriptor)

    def has_lock_file(self) -> bool:
        """Whether a run works here, or one that was cut off did."""
        return exists(self.folder / _LOCK_NAME)

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
        """Make room for an engine; returns where the worker should write it."""
        with os_errors_as(self.folder, say("write to")):
            # What was verified there must be what is published, whatever the user's habit (the umask) lets others do.
            self.staging.mkdir(mode=0o700, exist_ok=True)
        return self.staging / f"{name}.engine"

    def part_path(self, sha256: str) -> Path:
        """Where an engine is fetched to, by its hash: a run that goes on with it fetches only the rest."""
        return self.staging / f"{sha256}.part"

    def note_finished(self, engine: StagedEngine) -> None:
        """Note a verified engine, so that the next run need not build it again if this one is cut off."""
        line = json.dumps(to_plain(FinishedNote(engine.path.name, engine.record))) + "\n"
        path = self.staging / _FINISHED_NAME
        # Other users may write into the folder of engines: no link of theirs is followed, and no pipe waited for.
        flags = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)

        def opener(name: str, mode: int) -> int:
            return os.open(name, mode | flags, 0o666)

        with os_errors_as(path, say("write")), open(path, "a", encoding="ascii", opener=opener) as stream:
            stream.write(line)
            stream.flush()
            os.fsync(stream.fileno())
            for folder in (self.staging, self.folder):
                sync_directory(folder)

    def finished(self, cancel: CancelToken = NEVER) -> list[StagedEngine]:
        """Read which engines a run that was cut off had finished and verified, and that are still what they were."""
        if is_link(self.staging):
            return []
        try:
            content = read_small_file(self.staging / _FINISHED_NAME, _MOST_BYTES, follow_links=False)
            lines = content.decode("ascii").splitlines()
        except (OSError, ValueError):
            return []
        found: dict[str, StagedEngine] = {}
        for line in lines:
            # The last line may be cut off in the middle; then its engine is built again.
            with contextlib.suppress(ValueError, RecursionError, Damaged):
                note = from_plain(FinishedNote, json.loads(line))
                found[note.staged] = StagedEngine(self.staging / note.staged, note.record)
        return [engine for engine in found.values() if self._is_as_finished(engine, cancel)]

    def _is_as_finished(self, engine: StagedEngine, cancel: CancelToken) -> bool:
        with contextlib.suppress(AccessDenied, FileInUse):
            return self._state_of(engine.path, engine.record, quick=False, cancel=cancel) == "intact"
        return False

    def has_leftovers(self) -> bool:
        """Whether a run that was cut off has left something in the staging folder."""
        return entry_exists(self.staging)

    def clear_staging(self, keep: Collection[Path] = ()) -> None:
        """Remove what is staged; what cannot be removed now is removed by the next run.

        Args:
            keep: finished engines that will still be published, and parts of engines that are still wanted.
        """
        keep = {path for path in keep if is_regular_file(path)}
        if not keep or is_link(self.staging):
            with contextlib.suppress(EngineInstallerError):
                remove_tree(self.staging)
            return
        for path in entries_of(self.staging):
            if path not in keep and path.name != _FINISHED_NAME:
                with contextlib.suppress(OSError, EngineInstallerError):
                    remove_tree(path) if is_folder(path) else path.unlink()

    def verify(
        self,
        staged: Path,
        name: str,
        size: int,
        sha256: str,
        expected: WantedEngine,
        cancel: CancelToken = NEVER,
    ) -> EngineHeader:
        """Check a finished engine file and flush it to the disk, before anyone may see it.

        Args:
            staged: the file.
            name: of the engine, for messages.
            size: the bytes that the worker's writer counted.
            sha256: the hash of what it was given.
            expected: what it should have been built for.
            cancel: stops it while the file is hashed.

        Raises:
            EngineInvalid: the file is not what was ordered.
            EngineInstallerError: it cannot be read or flushed.
        """
        with os_errors_as(staged, say("flush")), ThreadPoolExecutor(1) as pool:
            # Before it is published it must be on the disk, and the disk works while the processor hashes.
            flushed = pool.submit(sync_file, staged)
            actual_size = staged.stat().st_size
            content_hash = sha256_of(staged, cancel)
            flushed.result()
        try:
            with os_errors_as(staged, say("read")):
                header = _read_header(staged)
        except ValueError as error:
            raise _invalid(name, error) from error
        if actual_size != size or header.size not in (None, actual_size):
            raise _invalid(
                name,
                say(
                    "it has {actual} bytes, the writer counted {counted}, the header says {stated}",
                    actual=actual_size,
                    counted=size,
                    stated=header.size,
                ),
            )
        if content_hash != sha256:
            raise _invalid(name, say("its content is not what the library delivered"))
        if problem := _mismatch(header, expected):
            raise _invalid(name, problem)
        return header

    def with_times(self, index: EngineIndex, staged: Mapping[str, Path], damaged: Collection[str] = ()) -> EngineIndex:
        """Note when each engine file was last written, by which a quick look recognizes it.

        Args:
            index: the next engines.json.
            staged: where those files are that will be published, by their names.
            damaged: files that stay although they are not as they were, and are not to pass for it.

        Raises:
            EngineInstallerError: a file cannot be looked at.
        """
        records = []
        for record in index.engines:
            path = staged.get(record.file, self.folder / record.file)
            if record.file in damaged and record.file not in staged:
                records.append(record)
                continue
            with os_errors_as(path, say("read")), contextlib.suppress(FileNotFoundError):
                record = replace(record, modified_us=_modified_us(path.stat()))
            records.append(record)
        return replace(index, engines=tuple(records))

    def stage_index(self, index: EngineIndex) -> Path:
        """Write the next engines.json, ready to take its place.

        Raises:
            EngineInstallerError: it could not be written.
        """
        path = self.staging_path("index-new")
        write_durably(path, to_bytes(index), known_as=self._index_path)
        return path

    def own_files(self, index: EngineIndex | None) -> list[str]:
        """List the engine files in the folder that are ours: those that engines.json names, and what a run left."""
        named = {record.file for record in index.engines} | set(index.superseded) if index else set()
        return sorted(path.name for path in self._engine_files(index) if path.name not in named) + sorted(
            name for name in named if entry_exists(self.folder / name)
        )

    def _engine_files(self, index: EngineIndex | None) -> Iterator[Path]:
        """Find the files that look like engines of our models; without engines.json, of any model."""
        models: set[str] | None = None
        if index:
            models = {record.model for record in index.engines}
            models |= {absent.model for absent in (*index.failed, *index.skipped)}
        for path in entries_of(self.folder):
            if is_engine_file(path.name) and (models is None or path.name.rpartition("-")[0] in models):
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
                noted = replace(index, superseded=still_held)
                write_atomically(self._index_path, to_bytes(noted), self.staging_path("index"))

    def _remove_superseded(self, index: EngineIndex, superseded: Collection[str]) -> tuple[str, ...]:
        """Remove our engine files that engines.json no longer names.

        These are the files that it named before, and those that a run which was cut off between publishing files and
        replacing engines.json left behind.

        Returns:
            The files that some program held, to be tried again next time.
        """
        named = {record.file for record in index.engines}
        old = {*superseded, *index.superseded, *(path.name for path in self._engine_files(index))}
        held = []
        if not (old := old - named):
            return ()
        for name in sorted(old):
            try:
                (self.folder / name).unlink(missing_ok=True)
            except OSError:
                held.append(name)
        with contextlib.suppress(OSError):
            sync_directory(self.folder)
        return tuple(held)


def already_running(target: Path) -> AlreadyRunning:
    """Make the error of a run that finds another one working on its target."""
    return AlreadyRunning(
        say("Another run of engine-installer is working on {target}.", target=target),
        hint=say(
            "Wait until it has finished, then run the command again; --wait does that for you.",
            window="Wait until it has finished, then try again.",
        ),
    )


def _modified_us(status: os.stat_result) -> int:
    return status.st_mtime_ns // 1000


def _read_header(path: Path) -> EngineHeader:
    with open_regular(path, follow_links=False) as stream:
        return read_engine_header(stream.read(HEADER_BYTES))


def _mismatch(header: EngineHeader, expected: WantedEngine) -> Text | None:
    """Say how an engine is not what was ordered; None when it is."""
    if header.backend != expected.backend:
        return say("it is an engine of {library}", library=header.backend)
    if expected.library_version not in (None, header.version):
        return say(
            "it was built by version {version}, not {expected}",
            version=header.version,
            expected=expected.library_version,
        )
    wanted = expected.targets or DEFAULT_TARGETS
    if header.targets is not None and not set(wanted) <= set(header.targets):
        return say(
            "it runs on {targets}, not on {expected}",
            targets=join(", ", header.targets),
            expected=join(", ", wanted),
        )
    return None


def _invalid(name: str, problem: Text | ValueError) -> EngineInvalid:
    return EngineInvalid(
        say("The engine {file!r} did not pass verification: {problem}.", file=name, problem=problem),
        hint=say(
            "Run the command again; if it happens again, check the disk and report it with the log file.",
            window="Try again; if it happens again, check the disk and report it with the log file.",
        ),
    )

"""The files of a model in memory, and what is said when one of them cannot be used."""

from __future__ import annotations

import hashlib
import mmap
import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO

from builder.base.errors import Cancelled, PackageInvalid, Remedy
from builder.base.events import BuildJob, InputFile
from builder.base.files import hash_stream, os_errors_as
from builder.base.small_files import open_regular
from builder.base.text import say
from builder.operating_system import nameless_file

EXPORT_AGAIN = say(
    "Export the model again, or put the right file into the app package.",
    window="Ask the application's vendor for a corrected package.",
)

_CHUNK_BYTES = 1 << 20


class JobFiles:
    """The files of a job, mapped and hashed in the background: meanwhile the engine library is loaded.

    Mapped instead of read: the pages go back to the system under pressure, and a copy of the weights is saved. A file
    stays mapped for as long as anything refers to its content.
    """

    def __init__(self, job: BuildJob, cancelled: threading.Event) -> None:
        """Begin to read all of them.

        Args:
            job: names them.
            cancelled: ends the reading.
        """
        self._cancelled, self._closed = cancelled, threading.Event()
        self._pool = ThreadPoolExecutor(1, "files")
        files = {file.path: file for file in _files_of(job)}
        self._reading = {path: self._pool.submit(_map_file, job, file, self._check) for path, file in files.items()}

    def content(self, file: InputFile) -> memoryview:
        """Wait for the content of a file, whose hash is right.

        Raises:
            PackageInvalid: it was changed since it was checked, or it is empty.
            EngineInstallerError: it cannot be read, or the run was cancelled.
        """
        return self._reading[file.path].result()

    def close(self) -> None:
        """Stop reading what nobody waits for any longer; that takes as long as one piece of a file."""
        self._closed.set()
        self._pool.shutdown(cancel_futures=True)

    def _check(self) -> None:
        if self._cancelled.is_set() or self._closed.is_set():
            raise Cancelled


def _files_of(job: BuildJob) -> tuple[InputFile, ...]:
    model = () if job.check_only else (job.onnx, *job.external_data)
    reference = (job.reference.file,) if job.reference else ()
    return (*model, *(plugin.file for plugin in job.plugins), *reference)


def _map_file(job: BuildJob, file: InputFile, check: Callable[[], None]) -> memoryview:
    path, found = Path(file.path), None
    content = memoryview(b"")
    with os_errors_as(path, say("read")), open_regular(Path(file.copy or path)) as stream:
        size = os.fstat(stream.fileno()).st_size
        if file.size not in (None, size):
            found = "another size"
        elif file.changeable:
            # What is hashed must not change before it is parsed. The copy has no name by which anyone could open it.
            with nameless_file(Path(job.output).parent) as own:
                found = hash_stream(stream, size, check, own)
                own.flush()
                content = _map(own)
        else:
            content = _map(stream)
            found = _hash_of(content, check) if file.sha256 is not None else None
    if found != file.sha256:
        raise PackageInvalid(
            say(
                "{file} of the model {model!r} was changed while the installation was running.",
                file=path,
                model=job.model,
            ),
            hint=say(
                "Run the command again when nothing writes to the app package.",
                window="Try again when no other program writes to the installation files.",
            ),
            plain=say("A file of the setup was changed while it was being used."),
            remedy=Remedy.TRY_AGAIN,
        )
    if not content:
        raise PackageInvalid(
            say("{file} of the model {model!r} is empty.", file=path, model=job.model), hint=EXPORT_AGAIN
        )
    return content


def _map(stream: BinaryIO) -> memoryview:
    if os.fstat(stream.fileno()).st_size == 0:
        return memoryview(b"")  # which cannot be mapped
    return memoryview(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))


def _hash_of(content: memoryview, check: Callable[[], None]) -> str:
    digest = hashlib.sha256()
    for start in range(0, len(content), _CHUNK_BYTES):
        check()
        digest.update(content[start : start + _CHUNK_BYTES])
    return digest.hexdigest()


def not_onnx(job: BuildJob, detail: str) -> PackageInvalid:
    """Say that the model's file is damaged; `detail` says how."""
    return PackageInvalid(
        say(
            "{file} of the model {model!r} is not a valid ONNX model; it may be cut off or damaged.",
            file=job.onnx.path,
            model=job.model,
        ),
        hint=EXPORT_AGAIN,
        detail=detail,
    )

"""The files of a model in memory, and what is said when one of them cannot be used."""

from __future__ import annotations

import mmap
import os
from pathlib import Path

from builder.base.errors import PackageInvalid
from builder.base.events import BuildJob, InputFile
from builder.base.files import os_errors_as
from builder.base.text import say

EXPORT_AGAIN = say(
    "Export the model again, or put the right file into the app package.",
    window="Ask the application's vendor for a corrected package.",
)


def map_file(job: BuildJob, file: InputFile) -> memoryview:
    """Map a file of a job.

    Mapped instead of read: the pages go back to the system under pressure, and a copy of the weights is saved. The
    file stays mapped for as long as anything refers to its content.

    Raises:
        PackageInvalid: it was changed since it was checked, or it is empty.
    """
    path = Path(file.path)
    with os_errors_as(path, say("read")), path.open("rb") as stream:
        status = os.fstat(stream.fileno())
        if (status.st_size, status.st_mtime_ns) != (file.size, file.modified_ns):
            raise PackageInvalid(
                say(
                    "{file} of the model {model!r} was changed while the installation was running.",
                    file=path,
                    model=job.model,
                ),
                hint=say(
                    "Run the command again when nothing writes to the app package.",
                    window="Choose Try again when nothing writes to the installation files.",
                ),
            )
        if status.st_size == 0:
            raise PackageInvalid(
                say("{file} of the model {model!r} is empty.", file=path, model=job.model), hint=EXPORT_AGAIN
            )
        return memoryview(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))


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

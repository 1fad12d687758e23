"""Weights in files of their own, wherever in an ONNX file they are referred to: found, checked and handed over."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from builder.base.errors import ModelInvalid, PackageInvalid
from builder.base.events import BuildJob
from builder.base.text import say
from builder.worker.model_file import EXPORT_AGAIN, JobFiles
from builder.worker.onnx_tensors import StoredTensor, with_contents

if TYPE_CHECKING:
    from builder.worker import trt

_MOST_DIGITS, _MOST_SHOWN = 20, 200
_MOST_BYTES = (1 << 31) - 1
"""What a message of protobuf may have."""


def read_external(tensors: list[StoredTensor], job: BuildJob, files: JobFiles) -> dict[int, memoryview]:
    """Map the contents of all tensors that are outside the ONNX file, by the tensor's number.

    Raises:
        PackageInvalid: a file is not listed in app.toml, is missing, too short, or does not fit the tensor.
    """
    # By their names alone: what a link on the way leads to may change.
    listed = {_plain(file.path): file for file in job.external_data}
    contents: dict[int, memoryview] = {}
    for tensor in tensors:
        if tensor.external is None:
            continue
        location, offset, length = _reference(tensor, job)
        path = _plain(Path(job.onnx.path).parent / location)
        if path not in listed:
            raise _unlisted(job, location)
        mapped = files.content(listed[path])
        size = len(mapped)
        needed = tensor.size
        end = size if needed is None and not length else offset + (length or needed or 0)
        if not 0 <= offset <= end <= size:
            raise ModelInvalid(
                say(
                    "The external weights of the model {model!r} are too short: the tensor {tensor!r} should be at "
                    "bytes {start} to {end}, but {file} has {size} bytes.",
                    window="The external weights of the model {model!r} are too short: {file} has {size} bytes.",
                    model=job.model,
                    tensor=tensor.name,
                    start=offset,
                    end=end,
                    file=listed[path].path,
                    size=size,
                ),
                hint=EXPORT_AGAIN,
            )
        if needed not in (None, end - offset):
            raise _does_not_fit(job, tensor, location, end - offset)
        contents[tensor.number] = mapped[offset:end]
    return contents


def parse_with_external(
    parser: trt.OnnxParser,
    content: memoryview,
    tensors: list[StoredTensor],
    contents: dict[int, memoryview],
    job: BuildJob,
    keep: ExitStack,
) -> bool:
    """Hand over external weights from memory: native file access fails for names outside the system's code page.

    Weights of the main graph are not copied. The library takes all others only as part of the ONNX file, so it gets
    one that has them inside.
    """
    import numpy

    keep.callback(contents.clear)
    inside = {
        tensor.number: contents[tensor.number]
        for tensor in tensors
        if tensor.number in contents and not (tensor.in_main_graph and contents[tensor.number])
    }
    if len(content) + sum(map(len, inside.values())) > _MOST_BYTES:
        raise ModelInvalid(
            say(
                "The model {model!r} has more than 2 GiB of external weights that are not initializers of its main "
                "graph; an ONNX file cannot hold them.",
                window="The model {model!r} has external weights that are too large.",
                model=job.model,
            ),
            hint=EXPORT_AGAIN,
        )
    if not parser.load_model_proto(with_contents(content, inside) if inside else content):
        return False
    for tensor in tensors:
        if tensor.number in contents and tensor.number not in inside:
            data = contents[tensor.number]
            # An array only to learn the address; the library reads the mapped pages until the build is over.
            address = numpy.frombuffer(data, numpy.uint8).ctypes.data
            if not parser.load_initializer(tensor.name, address, len(data)):
                raise _does_not_fit(job, tensor, (tensor.external or {}).get("location", ""), len(data))
    return bool(parser.parse_model_proto())


def _reference(tensor: StoredTensor, job: BuildJob) -> tuple[str, int, int]:
    """Give location, offset and length of a tensor's content; the length is 0 when it is not said."""
    external = tensor.external or {}
    numbers = [external.get(key) or "0" for key in ("offset", "length")]
    for key, text in zip(("offset", "length"), numbers, strict=True):
        if not (text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS):
            raise _wrong_reference(job, tensor, key, text)
    location = external.get("location", "")
    # An absolute path is a place on the computer that the model was made on.
    if not location or "\0" in location or PurePosixPath(location).is_absolute() or PureWindowsPath(location).anchor:
        raise _wrong_reference(job, tensor, "location", location)
    offset, length = map(int, numbers)
    return location, offset, length


def _wrong_reference(job: BuildJob, tensor: StoredTensor, key: str, value: str) -> PackageInvalid:
    return ModelInvalid(
        say(
            "The tensor {tensor!r} of the model {model!r} has {key} {value!r} for its external data; expected "
            "{expected}.",
            window="The model {model!r} does not say where its weights are.",
            tensor=tensor.name,
            model=job.model,
            key=key,
            value=value[:_MOST_SHOWN],
            expected=say("a file name that is relative to the ONNX file")
            if key == "location"
            else say("a number of bytes"),
        ),
        hint=say(
            "Save the model again with its external data beside it: onnx.save_model(model, file, "
            "save_as_external_data=True, location=name).",
            window="Ask the application's vendor for a corrected package.",
        ),
    )


def _does_not_fit(job: BuildJob, tensor: StoredTensor, location: str, size: int) -> PackageInvalid:
    return ModelInvalid(
        say(
            "The external weights of the model {model!r} do not fit: {size} bytes of {file!r} should be the "
            "tensor {tensor!r}, which has another size.",
            window="The external weights of the model {model!r} in {file!r} do not fit.",
            model=job.model,
            size=size,
            file=location,
            tensor=tensor.name,
        ),
        hint=EXPORT_AGAIN,
    )


def _plain(path: str | Path) -> str:
    return os.path.normcase(os.path.normpath(path))


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _unlisted(job: BuildJob, location: str) -> PackageInvalid:
    if _is_there(Path(job.onnx.path).parent / location):
        message = say(
            "The model {model!r} keeps weights in {file!r}, which app.toml does not list.",
            model=job.model,
            file=location,
        )
    else:
        message = say(
            "The model {model!r} keeps weights in {file!r}, which is missing from the app package.",
            model=job.model,
            file=location,
        )
    return ModelInvalid(
        message,
        hint=say(
            "Put the file into the package and name it in the model's external_data = [{{ file = …, sha256 = … }}].",
            window="Ask the application's vendor for a corrected package.",
        ),
    )

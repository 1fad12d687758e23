"""From an ONNX file to a parsed network, and from its refusals to sentences that name the node, input or dimension."""

from __future__ import annotations

import mmap
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from builder.base.errors import BuildFailed, EngineInstallerError, PackageInvalid
from builder.base.events import BuildJob, InputFile
from builder.base.files import os_errors_as
from builder.base.text import Text, join, say, verbatim
from builder.worker.library import LibraryLog
from builder.worker.onnx_types import DeclaredTensor, declared_inputs_and_outputs
from builder.worker.tensors import data_type_of, network_inputs, network_outputs

if TYPE_CHECKING:
    from builder.worker import trt

_EXPORT_AGAIN = say(
    "Export the model again, or put the right file into the app package.",
    window="Ask the application's vendor for a corrected package.",
)


def parse_network(
    library: trt.Library,
    builder: trt.Builder,
    logger: trt.ILogger,
    job: BuildJob,
    log: LibraryLog,
    keep: ExitStack,
    warn: Callable[[Text], None],
) -> trt.INetworkDefinition:
    """Parse the job's ONNX file into a new, strongly typed network.

    Args:
        library: the engine library's module.
        builder: of that library.
        logger: of that library; it fills `log`.
        job: what to build.
        log: what the library said.
        keep: what the network refers to (external weights) is kept alive until this is closed.
        warn: called for inputs and outputs that get another data type than the ONNX file declares.

    Raises:
        PackageInvalid: the file is no ONNX model, or lacks its external weights.
        BuildFailed: the library cannot build one of the operators.
    """
    network = builder.create_network(_network_flags(library))
    if network is None:
        raise BuildFailed(log.first_error, detail="create_network returned None")
    parser = library.OnnxParser(network, logger)
    with ExitStack() as reading:
        content = _map_file(job, job.onnx, reading)
        declared = _declared(content, job)
        parsed = _parse_with_external_data(parser, content, job, keep) if job.external_data else parser.parse(content)
        if not parsed:
            raise _parse_failure(parser, content, job, log)
        # An empty graph, an empty file and plain text all count as parsed.
        if network.num_inputs == 0 or network.num_outputs == 0:
            raise PackageInvalid(
                say(
                    "{file} of the model {model!r} is not an ONNX model that can be run: "
                    "{inputs} inputs and {outputs} outputs were found.",
                    file=job.onnx.path,
                    model=job.model,
                    inputs=network.num_inputs,
                    outputs=network.num_outputs,
                ),
                hint=_EXPORT_AGAIN,
            )
        _warn_of_changed_types(network, declared, warn)
    return network


def _declared(content: memoryview, job: BuildJob) -> list[DeclaredTensor]:
    """Read what the file declares of its inputs and outputs; nothing when it is no ONNX, as the parser will tell.

    Raises:
        PackageInvalid: an input has no shape; the library would take it for a scalar.
    """
    try:
        inputs, outputs = declared_inputs_and_outputs(content)
    except ValueError:
        return []
    shapeless = [repr(tensor.name) for tensor in inputs if tensor.data_type is not None and not tensor.has_shape]
    if shapeless:
        raise PackageInvalid(
            say(
                "The model {model!r} does not declare the shape of its input {inputs}.",
                model=job.model,
                inputs=join(", ", shapeless),
            ),
            hint=say(
                "Export the model with shapes; dimensions may be dynamic, but their number must be known.",
                window="Ask the application's vendor for a corrected package.",
            ),
        )
    return [*inputs, *outputs]


def _warn_of_changed_types(
    network: trt.INetworkDefinition, declared: list[DeclaredTensor], warn: Callable[[Text], None]
) -> None:
    if not declared:
        warn(say("The data types that the ONNX file declares cannot be compared with the engine's."))
    actual = {tensor.name: data_type_of(tensor) for tensor in [*network_inputs(network), *network_outputs(network)]}
    for tensor in declared:
        if tensor.name in actual and tensor.data_type not in (None, actual[tensor.name]):
            warn(
                say(
                    "{tensor!r} is {declared} in the ONNX file, but {actual} in the engine.",
                    tensor=tensor.name,
                    declared=tensor.data_type,
                    actual=actual[tensor.name],
                )
            )


def _network_flags(library: trt.Library) -> int:
    flags = library.NetworkDefinitionCreationFlag
    # The number behind the name differs between TensorRT 10 and 11; a later version may drop the name, as it did
    # EXPLICIT_BATCH, because every network is strongly typed there.
    return 1 << int(flags.STRONGLY_TYPED) if hasattr(flags, "STRONGLY_TYPED") else 0


def _map_file(job: BuildJob, file: InputFile, keep: ExitStack) -> memoryview:
    path = Path(file.path)
    with os_errors_as(path, say("read")):
        stream = keep.enter_context(path.open("rb"))
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
            say("{file} of the model {model!r} is empty.", file=path, model=job.model),
            hint=_EXPORT_AGAIN,
        )
    # Mapped instead of read: the pages go back to the system under pressure, and a copy of the weights is saved.
    mapped = keep.enter_context(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))
    return keep.enter_context(memoryview(mapped))


def _parse_with_external_data(parser: trt.OnnxParser, content: memoryview, job: BuildJob, keep: ExitStack) -> bool:
    """Hand over external weights from memory: native file access fails for names outside the system's code page."""
    import numpy

    files = {_real_path(file.path): file for file in job.external_data}
    mapped: dict[str, memoryview] = {}
    if not parser.load_model_proto(content):
        return False
    for name, location, offset, length in _external_tensors(content, job):
        path = _real_path(Path(job.onnx.path).parent / location)
        if path not in files:
            raise _external_data_unlisted(job, location)
        if path not in mapped:
            mapped[path] = _map_file(job, files[path], keep)
        size = len(mapped[path])
        end = offset + length if length else size
        if not 0 <= offset <= end <= size:
            raise PackageInvalid(
                say(
                    "The external weights of the model {model!r} are too short: the tensor {tensor!r} should be at "
                    "bytes {start} to {end}, but {file} has {size} bytes.",
                    window="The external weights of the model {model!r} are too short: {file} has {size} bytes.",
                    model=job.model,
                    tensor=name,
                    start=offset,
                    end=end,
                    file=files[path].path,
                    size=size,
                ),
                hint=_EXPORT_AGAIN,
            )
        # An array only to learn the address; the library reads the mapped pages until the build is over.
        address = numpy.frombuffer(mapped[path][offset:end], numpy.uint8).ctypes.data
        if not parser.load_initializer(name, address, end - offset):
            raise PackageInvalid(
                say(
                    "The external weights of the model {model!r} do not fit: {size} bytes of {file!r} should be the "
                    "tensor {tensor!r}, which has another size.",
                    window="The external weights of the model {model!r} in {file!r} do not fit.",
                    model=job.model,
                    size=end - offset,
                    file=location,
                    tensor=name,
                ),
                hint=_EXPORT_AGAIN,
            )
    return bool(parser.parse_model_proto())


def _real_path(path: str | Path) -> str:
    return os.path.normcase(os.path.realpath(path))


def _external_tensors(content: memoryview, job: BuildJob) -> Iterator[tuple[str, str, int, int]]:
    """Give name, location, offset and length of every tensor whose data is outside the ONNX file.

    Raises:
        PackageInvalid: the file is no ONNX model.
    """
    import onnx
    from google.protobuf.message import DecodeError
    from onnx.external_data_helper import ExternalDataInfo, uses_external_data

    try:
        model = onnx.load_model_from_string(bytes(content))
    except DecodeError as error:
        raise _not_onnx(job, str(error)) from error
    for tensor in model.graph.initializer:
        if uses_external_data(tensor):
            try:
                info = ExternalDataInfo(tensor)
            except ValueError as error:
                raise _not_onnx(job, f"external data of {tensor.name!r}: {error}") from error
            yield tensor.name, info.location, info.offset or 0, info.length or 0


def _not_onnx(job: BuildJob, detail: str) -> PackageInvalid:
    return PackageInvalid(
        say(
            "{file} of the model {model!r} is not a valid ONNX model; it may be cut off or damaged.",
            file=job.onnx.path,
            model=job.model,
        ),
        hint=_EXPORT_AGAIN,
        detail=detail,
    )


def _external_data_unlisted(job: BuildJob, location: str) -> PackageInvalid:
    if (Path(job.onnx.path).parent / location).is_file():
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
    return PackageInvalid(
        message,
        hint=say(
            "Put the file into the package and name it in the model's external_data = [{{ file = …, sha256 = … }}].",
            window="Ask the application's vendor for a corrected package.",
        ),
    )


def _parse_failure(parser: trt.OnnxParser, content: memoryview, job: BuildJob, log: LibraryLog) -> EngineInstallerError:
    errors = [parser.get_error(index) for index in range(parser.num_errors)]
    detail = "\n".join(
        f"{error.code().name}: node {error.node()} {error.node_name()!r} ({error.node_operator()}): {error.desc()}"
        for error in errors
    )
    codes = {error.code().name for error in errors}
    if not errors or "MODEL_DESERIALIZE_FAILED" in codes:
        return _not_onnx(job, detail)
    if "INVALID_GRAPH" in codes:
        listed = {_real_path(file.path) for file in job.external_data}
        for _name, location, _offset, _length in _external_tensors(content, job):
            if _real_path(Path(job.onnx.path).parent / location) not in listed:
                return _external_data_unlisted(job, location)
        what = say("graph or the external weights") if job.external_data else say("graph")
        return PackageInvalid(
            say(
                "The ONNX {what} of the model {model!r} cannot be used: {reason}",
                window="The ONNX file of the model {model!r} cannot be used: {reason}",
                what=what,
                model=job.model,
                reason=log.first_error,
            ),
            hint=say(
                "Check the file with onnx.checker and export it again, with all external weights as initializers of "
                "the main graph.",
                window="Ask the application's vendor for a corrected package.",
            ),
            detail=detail,
        )
    unsupported = [error for error in errors if _is_unsupported(error)]
    if unsupported:
        nodes = join(", ", map(_node_in_words, unsupported[:10]))
        if len(unsupported) > 10:
            nodes = say("{nodes} and {count} more", nodes=nodes, count=len(unsupported) - 10)
        return BuildFailed(
            say(
                "The model {model!r} uses operators that the engine library does not support: {nodes}.",
                model=job.model,
                nodes=nodes,
            ),
            hint=say(
                "Export the model without these operators, or with a plain ONNX replacement for them.",
                window="Ask the application's vendor for a corrected package.",
            ),
            detail=detail,
        )
    first = errors[0]
    return BuildFailed(
        say(
            "The engine library cannot use the node {node} ({operator}) of the model {model!r}: {reason}",
            node=_node_name(first),
            operator=first.node_operator(),
            model=job.model,
            reason=first.desc(),
        ),
        hint=say(
            "Check the model with onnx.checker and export it again.",
            window="Ask the application's vendor for a corrected package.",
        ),
        detail=detail,
    )


def _is_unsupported(error: trt.ParserError) -> bool:
    return error.code().name.startswith("UNSUPPORTED_NODE") or "Plugin not found" in error.desc()


def _node_in_words(error: trt.ParserError) -> Text:
    return say("{operator} (node {node})", operator=error.node_operator(), node=_node_name(error))


def _node_name(error: trt.ParserError) -> Text:
    return verbatim(repr(error.node_name())) if error.node_name() else say("number {number}", number=error.node())

"""From an ONNX file to a parsed network, and from its refusals to sentences that name the node, input or dimension."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING

from builder.base.errors import BuildFailed, EngineInstallerError, ModelInvalid, PackageInvalid
from builder.base.events import BuildJob
from builder.base.text import Text, join, say
from builder.worker.external_weights import parse_with_external, read_external
from builder.worker.interface import hold_to_interface
from builder.worker.library import LibraryLog
from builder.worker.model_file import EXPORT_AGAIN, JobFiles, not_onnx
from builder.worker.onnx_fields import TooMuch
from builder.worker.onnx_functions import recursive_function
from builder.worker.onnx_tensors import StoredTensors, stored_tensors
from builder.worker.onnx_types import Interface, declared_interface
from builder.worker.parser_errors import CHECK_IT, explain, refusal, summary
from builder.worker.plugins import with_plugins
from builder.worker.tensors import describe_tensor, name_list, network_outputs
from builder.worker.unsupported_operators import with_unreached
from builder.worker.weight_numbers import warn_of_logged_numbers, warn_of_numbers

if TYPE_CHECKING:
    from builder.worker import trt


def parse_network(
    library: trt.Library,
    builder: trt.Builder,
    logger: trt.ILogger,
    job: BuildJob,
    files: JobFiles,
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
        files: of the job.
        log: what the library said.
        keep: what the network refers to (external weights) is kept alive until this is closed.
        warn: called for what the engine has otherwise than the ONNX file declares, and for numbers that are none.

    Raises:
        PackageInvalid: the file is no ONNX model, or lacks its external weights.
        BuildFailed: the library cannot build one of the operators.
    """
    network = builder.create_network(_network_flags(library))
    if network is None:
        raise BuildFailed(log.first_error, detail="create_network returned None")
    parser = library.OnnxParser(network, logger)
    content = files.content(job.onnx)
    declared, stored = _read(content, job)
    _refuse_recursion(content, job)
    contents = read_external(stored.tensors, job, files)
    if contents:
        parsed = parse_with_external(parser, content, stored.tensors, contents, job, keep)
    else:
        parsed = parser.parse(content)
    if not parsed:
        raise _parse_failure(library, parser, content, declared or Interface(), stored, job, log)
    _check_has_both_ends(network, job)
    if declared is None:
        warn(say("The inputs and outputs that the ONNX file declares cannot be compared with the engine's."))
    else:
        hold_to_interface(network, declared, stored.tensors, job, warn)
    if not warn_of_numbers(stored, contents, warn):
        warn_of_logged_numbers(log.warnings, warn)
    return network


def _check_has_both_ends(network: trt.INetworkDefinition, job: BuildJob) -> None:
    """An empty graph, an empty file and plain text all count as parsed."""
    outputs = [f"{tensor.name!r} ({describe_tensor(tensor)})" for tensor in network_outputs(network)]
    if not outputs:
        message = say(
            "{file} of the model {model!r} is not an ONNX model that can be run: it has no outputs.",
            file=job.onnx.path,
            model=job.model,
        )
    elif network.num_inputs == 0:
        message = say(
            "The model {model!r} in {file} has no inputs, so its outputs are always the same: {outputs}.",
            window="The model {model!r} in {file} has no inputs.",
            model=job.model,
            file=job.onnx.path,
            outputs=name_list(outputs),
        )
    else:
        return
    raise ModelInvalid(message, hint=EXPORT_AGAIN)


def _read(content: memoryview, job: BuildJob) -> tuple[Interface | None, StoredTensors]:
    """Read what the file declares and stores; nothing when it is no ONNX, as the parser will tell.

    Raises:
        PackageInvalid: an input has no shape, which the library would take for a scalar; or the file has too much.
    """
    try:
        # This one first: it bounds what all walks over the file have to do.
        stored = stored_tensors(content)
        declared = declared_interface(content)
    except TooMuch as error:
        raise _too_much(error, job) from error
    except ValueError:
        return None, StoredTensors()
    shapeless = [
        repr(tensor.name) for tensor in declared.inputs if tensor.data_type is not None and tensor.shape is None
    ]
    if shapeless:
        raise ModelInvalid(
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
    return declared, stored


def _refuse_recursion(content: memoryview, job: BuildJob) -> None:
    """Refuse what the library would expand until no memory is left."""
    try:
        function = recursive_function(content)
    except TooMuch as error:
        raise _too_much(error, job) from error
    except ValueError:
        return  # what is no ONNX is for the parser to tell
    if function:
        raise ModelInvalid(
            say("The function {function!r} of the model {model!r} calls itself.", function=function, model=job.model),
            hint=CHECK_IT,
        )


def _too_much(error: TooMuch, job: BuildJob) -> PackageInvalid:
    return ModelInvalid(
        say(
            "The ONNX file of the model {model!r} is not that of a network: {reason}.",
            model=job.model,
            reason=error.reason,
        ),
        hint=EXPORT_AGAIN,
    )


def _network_flags(library: trt.Library) -> int:
    flags = library.NetworkDefinitionCreationFlag
    # The number behind the name differs between TensorRT 10 and 11; a later version may drop the name, as it did
    # EXPLICIT_BATCH, because every network is strongly typed there.
    return 1 << int(flags.STRONGLY_TYPED) if hasattr(flags, "STRONGLY_TYPED") else 0


def _parse_failure(
    library: trt.Library,
    parser: trt.OnnxParser,
    content: memoryview,
    declared: Interface,
    stored: StoredTensors,
    job: BuildJob,
    log: LibraryLog,
) -> EngineInstallerError:
    errors = [parser.get_error(index) for index in range(parser.num_errors)]
    detail = "\n".join(
        f"{error.code().name}: node {error.node()} {error.node_name()!r} ({error.node_operator()}): {error.desc()}"
        for error in errors
    )
    codes = {error.code().name for error in errors}
    if not errors or "MODEL_DESERIALIZE_FAILED" in codes:
        return not_onnx(job, detail)
    explained = explain(errors, content, declared, stored, job, log)
    if "INVALID_GRAPH" in codes and all(item.hint in (None, CHECK_IT) for item in explained):
        return _graph_unusable(summary(explained), job, detail)
    plugins = {creator.name for creator in library.get_plugin_registry().all_creators}

    def is_known(operator: str) -> bool:
        return operator in plugins or bool(parser.supports_operator(operator))

    return refusal(with_plugins(with_unreached(explained, content, is_known, job.backend), job), job, detail)


def _graph_unusable(reason: Text, job: BuildJob, detail: str) -> PackageInvalid:
    return ModelInvalid(
        say(
            "The ONNX {what} of the model {model!r} cannot be used: {reason}",
            window="The ONNX file of the model {model!r} cannot be used: {reason}",
            what=say("graph or the external weights") if job.external_data else say("graph"),
            model=job.model,
            reason=reason,
        ),
        hint=CHECK_IT,
        detail=detail,
    )

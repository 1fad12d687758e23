"""The engine's inputs and outputs are those that the ONNX file declares: named back, refused, or warned of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from builder.base.errors import ModelInvalid
from builder.base.events import BuildJob
from builder.base.text import Text, say, say_count
from builder.worker.onnx_tensors import StoredTensor
from builder.worker.onnx_types import DeclaredTensor, Interface
from builder.worker.tensors import data_type_of, describe_shape, name_list, network_inputs, network_outputs

if TYPE_CHECKING:
    from builder.worker import trt

_IR_WITH_DEFAULTS = 4
"""The first ONNX IR version in which a weight that is an input is a default value, instead of just a weight."""

NAMES_APART = say(
    "Export the model again with a name of its own for each input and output.",
    window="Ask the application's vendor for a corrected package.",
)


def hold_to_interface(
    network: trt.INetworkDefinition,
    declared: Interface,
    weights: Sequence[StoredTensor],
    job: BuildJob,
    warn: Callable[[Text], None],
) -> None:
    """Give the network's inputs and outputs the names that the ONNX file declares, and warn of other differences.

    Raises:
        PackageInvalid: an input or output is missing or cannot have its name.
    """
    defaults = {tensor.name for tensor in weights if tensor.in_main_graph}
    inputs = [tensor for tensor in declared.inputs if tensor.name not in defaults]
    frozen = [tensor.name for tensor in declared.inputs if tensor.name in defaults]
    if frozen and declared.ir_version >= _IR_WITH_DEFAULTS:
        warn(
            say_count(
                len(frozen),
                "The input {inputs} has a default value in the ONNX file. The engine has no such input and always "
                "uses that value.",
                "The inputs {inputs} have default values in the ONNX file. The engine has no such inputs and always "
                "uses those values.",
                inputs=name_list([repr(name) for name in frozen]),
            )
        )
    both = {tensor.name for tensor in inputs} & {tensor.name for tensor in declared.outputs}
    if both:
        raise ModelInvalid(
            say(
                "{tensor!r} is an input of the model {model!r} and also one of its outputs; an engine cannot have "
                "both under one name.",
                tensor=min(both),
                model=job.model,
            ),
            hint=say(
                "Export the model again with another name for the output, for example behind an Identity node.",
                window="Ask the application's vendor for a corrected package.",
            ),
        )
    _name_back(network_inputs(network), inputs, job)
    _name_back(network_outputs(network), declared.outputs, job)
    _warn_of_changes(network, [*inputs, *declared.outputs], warn)


def _name_back(tensors: list[trt.ITensor], declared: Sequence[DeclaredTensor], job: BuildJob) -> None:
    """Undo what the parser renamed, such as the condition of a Loop; it keeps the order."""
    actual, wanted = [tensor.name for tensor in tensors], [tensor.name for tensor in declared]
    if actual == wanted:
        return
    if len(actual) == len(wanted):
        renamed = [(tensor, name) for tensor, name in zip(tensors, wanted, strict=True) if tensor.name != name]
        if not {name for _, name in renamed} & set(actual):
            for tensor, name in renamed:
                tensor.name = name
            # A name that is refused is refused in the log only.
            if [tensor.name for tensor in tensors] == wanted:
                return
    raise ModelInvalid(
        say(
            "The ONNX file of the model {model!r} declares {declared} as its inputs or outputs, but the engine would "
            "have {actual}.",
            window="The inputs and outputs of the model {model!r} cannot be those that its ONNX file declares.",
            model=job.model,
            declared=name_list(list(map(repr, wanted))),
            actual=name_list(list(map(repr, actual))),
        ),
        hint=NAMES_APART,
    )


def _warn_of_changes(
    network: trt.INetworkDefinition, declared: list[DeclaredTensor], warn: Callable[[Text], None]
) -> None:
    actual = {tensor.name: tensor for tensor in [*network_inputs(network), *network_outputs(network)]}
    for tensor in declared:
        became = actual[tensor.name]
        if tensor.data_type not in (None, data_type_of(became)):
            _warn_of(tensor, tensor.data_type, data_type_of(became), warn)
        if tensor.shape is not None and not _agree(tensor.shape, tuple(became.shape)):
            _warn_of(tensor, describe_shape(tensor.shape), describe_shape(became.shape), warn)


def _warn_of(tensor: DeclaredTensor, declared: str | None, actual: str, warn: Callable[[Text], None]) -> None:
    warn(
        say(
            "{tensor!r} is {declared} in the ONNX file, but {actual} in the engine.",
            tensor=tensor.name,
            declared=declared,
            actual=actual,
        )
    )


def _agree(declared: tuple[int, ...], actual: tuple[int, ...]) -> bool:
    """Whether the engine's shape is the declared one as far as both are known."""
    return len(declared) == len(actual) and all(
        ours == theirs or min(ours, theirs) < 0 for ours, theirs in zip(declared, actual, strict=True)
    )

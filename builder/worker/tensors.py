"""The inputs and outputs of a parsed network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.base.settings import DATA_TYPES

if TYPE_CHECKING:
    from builder.worker import trt

_DATA_TYPE_SPELLINGS = {member: spelling for spelling, member in DATA_TYPES.items()}


def network_inputs(network: trt.INetworkDefinition) -> list[trt.ITensor]:
    """The input tensors, in order."""
    return [network.get_input(index) for index in range(network.num_inputs)]


def network_outputs(network: trt.INetworkDefinition) -> list[trt.ITensor]:
    """The output tensors, in order."""
    return [network.get_output(index) for index in range(network.num_outputs)]


def describe_tensor(tensor: trt.ITensor) -> str:
    """Data type and shape, such as `fp32 1x3x?x?`."""
    shape = "x".join("?" if size < 0 else str(size) for size in tensor.shape) or "scalar"
    return f"{data_type_of(tensor)} {shape}"


def data_type_of(tensor: trt.ITensor) -> str:
    """The tensor's data type in trtexec's spelling."""
    name: str = tensor.dtype.name
    return _DATA_TYPE_SPELLINGS.get(name, name.lower())

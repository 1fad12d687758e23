"""The inputs and outputs of a parsed network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from builder.base.settings import DATA_TYPES
from builder.base.text import Text, join, say

if TYPE_CHECKING:
    from builder.worker import trt

_MOST_NAMES = 10
_DATA_TYPE_SPELLINGS = {member: spelling for spelling, member in DATA_TYPES.items()}


def network_inputs(network: trt.INetworkDefinition) -> list[trt.ITensor]:
    """The input tensors, in order."""
    return [network.get_input(index) for index in range(network.num_inputs)]


def network_outputs(network: trt.INetworkDefinition) -> list[trt.ITensor]:
    """The output tensors, in order."""
    return [network.get_output(index) for index in range(network.num_outputs)]


def describe_tensor(tensor: trt.ITensor) -> str:
    """Data type and shape, such as `fp32 1x3x?x?`."""
    return f"{data_type_of(tensor)} {describe_shape(tensor.shape)}"


def describe_shape(shape: Iterable[int]) -> str:
    """A shape, such as `1x3x?x?`."""
    return "x".join("?" if size < 0 else str(size) for size in shape) or "scalar"


def data_type_of(tensor: trt.ITensor) -> str:
    """The tensor's data type in trtexec's spelling."""
    name: str = tensor.dtype.name
    return _DATA_TYPE_SPELLINGS.get(name, name.lower())


def name_list(names: Sequence[str]) -> Text:
    """Join names, and count those beyond the first few."""
    listed = join(", ", names[:_MOST_NAMES])
    if len(names) <= _MOST_NAMES:
        return listed
    return say("{names} and {count} more", names=listed, count=len(names) - _MOST_NAMES)

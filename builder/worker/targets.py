"""For which compute capabilities the library can build a parsed network: only building for each of them tells.

An engine for the default targets is built, and its header names them all, even if the model has data types that some of
them lack. A build for such a target by name is refused within milliseconds, long before the library generates code.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from builder.backend import TENSORRT_RTX
from builder.backend.tensorrt_rtx import SERVED_EVERYWHERE, TARGETS, TURING
from builder.base.events import BuildJob
from builder.worker.configuration import configure
from builder.worker.library import LibraryLog
from builder.worker.tensors import data_type_of, network_inputs

if TYPE_CHECKING:
    from builder.worker import trt

_REFUSAL = "Cannot compile "
_LACKS_DATA_TYPES = re.compile(r"Cannot compile for target\(s\) ([^,]*(?:, sm[^,]*)*), because")
_TARGET = re.compile(r"\bsm(\d+)(\d)\b")


def refused_targets(
    library: trt.Library,
    builder: trt.Builder,
    network: trt.INetworkDefinition,
    job: BuildJob,
    log: LibraryLog,
    asked: Sequence[str],
) -> dict[str, str]:
    """Ask the library for which of these compute capabilities it refuses to build, and why."""
    log.expects_errors = True
    try:
        return _ask(library, builder, network, job, log, asked)
    finally:
        log.expects_errors = False


def _ask(
    library: trt.Library,
    builder: trt.Builder,
    network: trt.INetworkDefinition,
    job: BuildJob,
    log: LibraryLog,
    asked: Sequence[str],
) -> dict[str, str]:
    refused: dict[str, str] = {}
    left = list(asked)
    plain = _has_only_plain_types(network)
    while left and not (plain and TURING not in left):
        if _builds(library, builder, network, replace(job, targets=tuple(left)), log):
            break
        reason = str(log.first_error)
        if _REFUSAL not in reason:
            # It failed for another reason, such as too little memory, which says nothing of the target.
            break
        lacking = [target for target in _named_in(reason) if target in left]
        if lacking:
            # All that lack a data type are named at once.
            refused |= dict.fromkeys(lacking, reason)
            return refused
        if len(left) == 1:
            return refused | {left[0]: reason}
        # What is refused for Turing has reasons that say nothing of newer GPUs.
        first, left = left[0], left[1:]
        if not _builds(library, builder, network, replace(job, targets=(first,)), log):
            reason = str(log.first_error)
            refused |= {first: reason} if _REFUSAL in reason else {}
    return refused


def targets_in_doubt(network: trt.INetworkDefinition, job: BuildJob) -> tuple[str, ...]:
    """Return what must be asked about an engine for the default targets; nothing when they all serve."""
    if job.backend != TENSORRT_RTX.name or job.targets or _has_only_plain_types(network):
        return ()
    return TARGETS


def _has_only_plain_types(network: trt.INetworkDefinition) -> bool:
    layers = (network.get_layer(index) for index in range(network.num_layers))
    outputs = (layer.get_output(index) for layer in layers for index in range(layer.num_outputs))
    tensors = (tensor for tensor in (*network_inputs(network), *outputs) if tensor is not None)
    return all(data_type_of(tensor) in SERVED_EVERYWHERE for tensor in tensors)


def _named_in(reason: str) -> list[str]:
    lacking = _LACKS_DATA_TYPES.search(reason)
    return [f"{major}.{minor}" for major, minor in _TARGET.findall(lacking[1])] if lacking else []


def _builds(
    library: trt.Library, builder: trt.Builder, network: trt.INetworkDefinition, job: BuildJob, log: LibraryLog
) -> bool:
    log.errors.clear()
    return builder.build_serialized_network(network, configure(library, builder, network, job)) is not None

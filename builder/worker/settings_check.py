"""Whether what the manifest says of a model fits the parsed network: profiles, formats, precision."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from builder.base.errors import Fault, PackageInvalid
from builder.base.events import BuildJob
from builder.base.settings import BuildSettings
from builder.base.text import say
from builder.worker.tensors import data_type_of, describe_tensor, network_inputs, network_outputs

if TYPE_CHECKING:
    from builder.worker import trt

_LOW_PRECISION = {"HALF": "fp16", "BF16": "bf16", "FP8": "fp8", "INT8": "int8", "INT4": "int4", "FP4": "fp4"}


def check_against_settings(network: trt.INetworkDefinition, job: BuildJob) -> None:
    """Compare a parsed network with what the manifest says of it.

    Raises:
        PackageInvalid: with every profile, format and precision that does not fit.
    """
    inputs = {tensor.name: tensor for tensor in network_inputs(network)}
    outputs = {tensor.name: tensor for tensor in network_outputs(network)}
    faults = [
        *_profile_faults(job.settings, inputs),
        *_format_faults("input_formats", job.settings.input_formats, inputs),
        *_format_faults("output_formats", job.settings.output_formats, outputs),
        *_precision_faults(network, job.settings),
    ]
    if faults:
        raise PackageInvalid(
            say("app.toml does not fit the ONNX file of the model {model!r}.", model=job.model),
            hint=say(
                "Fix the problems listed; the app package comes from the application's vendor.",
                window="Ask the application's vendor for a corrected package.",
            ),
            faults=tuple(
                Fault("app.toml", f"model {job.model!r}: {key}", found, wanted) for key, found, wanted in faults
            ),
        )


def _dynamic_axes(tensor: trt.ITensor) -> list[str]:
    return [
        f"{axis} ({tensor.get_dimension_name(axis)!r})" if tensor.get_dimension_name(axis) else str(axis)
        for axis, size in enumerate(tensor.shape)
        if size < 0
    ]


def _profile_faults(settings: BuildSettings, inputs: dict[str, trt.ITensor]) -> Iterator[tuple[str, str, str]]:
    dynamic = {name: axes for name, tensor in inputs.items() if (axes := _dynamic_axes(tensor))}
    if not settings.profiles:
        for name, axes in dynamic.items():
            yield (
                "profile",
                "none",
                f"an optimization profile for the input {name!r} ({describe_tensor(inputs[name])}), "
                f"whose dimension{'s' if len(axes) > 1 else ''} {', '.join(axes)} "
                f"{'are' if len(axes) > 1 else 'is'} dynamic",
            )
    for number, profile in enumerate(settings.profiles):
        for name in dynamic.keys() - profile.keys():
            yield f"profile[{number}]", f"nothing for the input {name!r}", "min, opt and max for each dynamic input"
        for name, shapes in profile.items():
            key = f"profile[{number}].{name}"
            if name not in inputs:
                yield key, "an unknown input", f"one of {', '.join(map(repr, inputs))}"
            elif not inputs[name].is_shape_tensor:
                yield from _shape_faults(key, inputs[name], shapes)


def _shape_faults(key: str, tensor: trt.ITensor, shapes: dict[str, list[int]]) -> Iterator[tuple[str, str, str]]:
    if len(shapes["min"]) != len(tensor.shape):
        yield key, f"{len(shapes['min'])} dimensions", f"{len(tensor.shape)}, as in {describe_tensor(tensor)}"
        return
    for axis, size in enumerate(tensor.shape):
        given = [shapes[which][axis] for which in ("min", "opt", "max")]
        if size >= 0 and given != [size] * 3:
            yield key, f"{given} in dimension {axis}", f"{size}, which is fixed in the model"


def _format_faults(
    key: str, formats: dict[str, str], tensors: dict[str, trt.ITensor]
) -> Iterator[tuple[str, str, str]]:
    for name, wanted in formats.items():
        if name not in tensors:
            yield f"{key}.{name}", "an unknown name", f"one of {', '.join(map(repr, tensors))}"
            continue
        actual = data_type_of(tensors[name])
        if wanted.partition(":")[0] != actual:
            yield f"{key}.{name}", repr(wanted), f"'{actual}:…': strongly typed networks keep the model's data type"


def _precision_faults(network: trt.INetworkDefinition, settings: BuildSettings) -> Iterator[tuple[str, str, str]]:
    if settings.precision is None:
        return
    found = _precisions(network)
    if settings.precision not in found:
        yield "precision", repr(settings.precision), f"what the ONNX holds: {', '.join(sorted(found))}"


def _precisions(network: trt.INetworkDefinition) -> set[str]:
    """The precisions that layers compute in; `fp32` when none is lower."""
    names = set()
    for index in range(network.num_layers):
        layer = network.get_layer(index)
        names |= {layer.get_output(number).dtype.name for number in range(layer.num_outputs)}
    return {_LOW_PRECISION[name] for name in names if name in _LOW_PRECISION} or {"fp32"}

"""Whether what the manifest says of a model fits the parsed network: profiles, formats, precision."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from builder.base.errors import Fault, ModelInvalid
from builder.base.events import BuildJob
from builder.base.settings import BuildSettings
from builder.base.text import say
from builder.worker.tensors import data_type_of, describe_tensor, network_inputs, network_outputs

if TYPE_CHECKING:
    from builder.worker import trt

_LARGEST_SIZE = (1 << 31) - 1
_VALUE_LIMITS = {"int32": (-(1 << 31), (1 << 31) - 1), "int64": (-(1 << 63), (1 << 63) - 1), "bool": (0, 1)}
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
        raise ModelInvalid(
            say("app.toml does not fit the ONNX file of the model {model!r}.", model=job.model),
            hint=say(
                "Fix the problems listed; the app package comes from the application's vendor.",
                window="Ask the application's vendor for a corrected package.",
            ),
            faults=tuple(
                Fault("app.toml", f"{job.place}.{key}", found, wanted, f"model {job.model!r}", key)
                for key, found, wanted in faults
            ),
        )


def _dynamic_axes(tensor: trt.ITensor) -> list[str]:
    return [
        f"{axis} ({tensor.get_dimension_name(axis)!r})" if tensor.get_dimension_name(axis) else str(axis)
        for axis, size in enumerate(tensor.shape)
        if size < 0
    ]


def _profile_faults(settings: BuildSettings, inputs: dict[str, trt.ITensor]) -> Iterator[tuple[str, str, str]]:
    needed = {name: text for name, tensor in inputs.items() if (text := _why_a_profile(name, tensor))}
    if not settings.profiles:
        for text in needed.values():
            yield "profile", "none", f"an optimization profile for {text}"
    for number, profile in enumerate(settings.profiles):
        for name in needed.keys() - profile.keys():
            if inputs[name].is_shape_tensor:
                yield f"profile[{number}]", f"nothing for the input {name!r}", f"min, opt and max of {needed[name]}"
            else:
                yield f"profile[{number}]", f"nothing for the input {name!r}", "min, opt and max for each dynamic input"
        for name, shapes in profile.items():
            key = f"profile[{number}].{name}"
            if name not in inputs:
                yield key, "an unknown input", f"one of {', '.join(map(repr, inputs))}"
            elif inputs[name].is_shape_tensor:
                yield from _value_faults(key, inputs[name], shapes)
            else:
                yield from _shape_faults(key, inputs[name], shapes)
        yield from _shared_name_faults(f"profile[{number}]", profile, inputs)


def _why_a_profile(name: str, tensor: trt.ITensor) -> str:
    """What a profile has to hold for an input; empty when it need not name it."""
    if tensor.is_shape_tensor:
        return (
            f"the values of the input {name!r} ({describe_tensor(tensor)}), on which shapes inside the model depend; "
            "a model that has it as a constant needs none"
        )
    if not (axes := _dynamic_axes(tensor)):
        return ""
    dimensions = f"dimensions {', '.join(axes)} are" if len(axes) > 1 else f"dimension {axes[0]} is"
    return f"the input {name!r} ({describe_tensor(tensor)}), whose {dimensions} dynamic"


def _value_faults(key: str, tensor: trt.ITensor, values: dict[str, list[int]]) -> Iterator[tuple[str, str, str]]:
    """Compare the values of a shape input with what it can hold."""
    count = math.prod(tensor.shape)
    if count >= 0 and len(values["min"]) != count:
        yield key, _counted(len(values["min"]), "value"), f"{count}, as in {describe_tensor(tensor)}"
        return
    low, high = _VALUE_LIMITS.get(data_type_of(tensor), _VALUE_LIMITS["int64"])
    yield from _limit_faults(key, values, low, high)


def _limit_faults(key: str, given: dict[str, list[int]], low: int, high: int) -> Iterator[tuple[str, str, str]]:
    for which in ("min", "opt", "max"):
        for index, number in enumerate(given[which]):
            if not low <= number <= high:
                yield f"{key}.{which}[{index}]", str(number), f"{low} to {high}, which is what the library takes"


def _counted(count: int, one: str) -> str:
    return f"{count} {one}{'' if count == 1 else 's'}"


def _shape_faults(key: str, tensor: trt.ITensor, shapes: dict[str, list[int]]) -> Iterator[tuple[str, str, str]]:
    if len(shapes["min"]) != len(tensor.shape):
        found = _counted(len(shapes["min"]), "dimension")
        yield key, found, f"{len(tensor.shape)}, as in {describe_tensor(tensor)}"
        return
    yield from _limit_faults(key, shapes, 0, _LARGEST_SIZE)
    for axis, size in enumerate(tensor.shape):
        given = [shapes[which][axis] for which in ("min", "opt", "max")]
        if size >= 0 and given != [size] * 3:
            yield key, f"{given} in dimension {axis}", f"{size}, which is fixed in the model"


def _shared_name_faults(
    key: str, profile: dict[str, dict[str, list[int]]], inputs: dict[str, trt.ITensor]
) -> Iterator[tuple[str, str, str]]:
    """Find dimensions of one name with different usual sizes; the library lets only their limits differ."""
    first: dict[str, tuple[str, int]] = {}
    for name, shapes in profile.items():
        tensor = inputs.get(name)
        if tensor is None or tensor.is_shape_tensor or len(shapes["opt"]) != len(tensor.shape):
            continue
        for axis, usual in enumerate(shapes["opt"]):
            dimension = tensor.get_dimension_name(axis)
            if tensor.shape[axis] >= 0 or not dimension:
                continue
            place = f"{key}.{name}.opt[{axis}]"
            other, size = first.setdefault(dimension, (place, usual))
            if usual != size:
                wanted = (
                    f"{size}, as in {other}: the model gives both dimensions the name {dimension!r}, and the library "
                    "takes equal names for equal sizes; or a model with a name of its own for each"
                )
                yield place, str(usual), wanted


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

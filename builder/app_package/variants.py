"""What can be wrong with the variants of a model: other ONNX files of it for some GPUs.

It reads the raw TOML, as the list of files does, so that every fault is reported at once, together with those of keys
and files elsewhere.
"""

from __future__ import annotations

import contextlib
import posixpath
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from builder.app_package.onnx_data_types import data_types_of
from builder.backend.base import parse_compute_capability
from builder.backend.tensorrt_rtx import LEAST_TARGETS, TARGETS, lacks_data_type
from builder.base.cancellation import CancelToken
from builder.base.errors import Fault
from builder.base.files import resolve_inside
from builder.base.settings import COMPUTE_CAPABILITY_PATTERN

if TYPE_CHECKING:
    from builder.app_package.onnx_interface import Interface, Tensor

CONDITIONS = ("compute_capabilities", "needs")


def default_name(capabilities: Collection[str] | None, needs: str | None) -> str:
    """The name of a variant that app.toml gives none: what its GPUs have, or their compute capabilities."""
    return needs or "_".join(capabilities or ())


def has_data_type(compute_capability: str, data_type: str) -> bool:
    """Whether GPUs of a compute capability can compute in a data type of `LEAST_TARGETS`, newer ones included."""
    return parse_compute_capability(compute_capability) >= parse_compute_capability(LEAST_TARGETS[data_type])


@dataclass(frozen=True, slots=True)
class RawVariant:
    """A variant as far as it can be made out; what is of a wrong kind counts as nothing, and is told elsewhere.

    Attributes:
        key: its place in `app.toml`, such as `model[0].variant[1]`.
        table: what is there.
        onnx: its file; None where there is none.
        capabilities: those that it names, in a sensible order.
        needs: a data type; None for one that is unknown as well.
    """

    key: str
    table: Mapping[str, Any]
    onnx: str | None
    capabilities: tuple[str, ...]
    needs: str | None

    @property
    def name(self) -> str:
        given = self.table.get("name")
        return given if isinstance(given, str) else default_name(self.capabilities, self.needs)


def tables_in(values: object) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Give each table of what should be an array of tables, with its number."""
    for number, table in enumerate(values if isinstance(values, list) else []):
        if isinstance(table, dict):
            yield number, table


def _variants_of(model: Mapping[str, Any], key: str) -> list[RawVariant]:
    found = []
    for number, table in tables_in(model.get("variant")):
        onnx, listed, needs = (table.get(name) for name in ("onnx", *CONDITIONS))
        capabilities = [
            text
            for text in (listed if isinstance(listed, list) else [])
            if isinstance(text, str) and COMPUTE_CAPABILITY_PATTERN.fullmatch(text)
        ]
        found.append(
            RawVariant(
                key=f"{key}.variant[{number}]",
                table=table,
                onnx=onnx if isinstance(onnx, str) else None,
                capabilities=tuple(dict.fromkeys(capabilities)),
                needs=needs if isinstance(needs, str) and needs in LEAST_TARGETS else None,
            )
        )
    return found


def variant_faults(data: Mapping[str, Any], file: str) -> Iterator[Fault]:
    """Find what is wrong with the variants of every model, as far as `app.toml` alone shows it."""
    for number, model in tables_in(data.get("model")):
        key = f"model[{number}]"
        variants = _variants_of(model, key)
        yield from _without_condition(variants, file)
        yield from _same_names(variants, file)
        yield from _same_files(model, variants, file)
        yield from _taken(variants, file)


def _without_condition(variants: Collection[RawVariant], file: str) -> Iterator[Fault]:
    for variant in variants:
        given = [name for name in CONDITIONS if name in variant.table]
        if len(given) != 1:
            found = "both compute_capabilities and needs" if given else "neither compute_capabilities nor needs"
            yield Fault(file, variant.key, found, "one of them, which says for which GPUs the variant is")
        elif variant.table[given[0]] == []:
            yield Fault(file, f"{variant.key}.{given[0]}", "[]", "at least one compute capability, such as '8.9'")


def _same_names(variants: Collection[RawVariant], file: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for variant in variants:
        if variant.name and variant.name.lower() in seen and "name" in variant.table:
            found = f"{variant.name!r}, as a variant before it"
            yield Fault(file, f"{variant.key}.name", found, "a different name for each variant of a model")
        seen.add(variant.name.lower())


def _same_files(model: Mapping[str, Any], variants: Collection[RawVariant], file: str) -> Iterator[Fault]:
    onnx = model.get("onnx")
    seen = {_normal(onnx): "the model itself"} if isinstance(onnx, str) else {}
    for variant in variants:
        if variant.onnx is None:
            continue
        if other := seen.get(_normal(variant.onnx)):
            found = f"{variant.onnx!r}, the file of {other}"
            yield Fault(file, f"{variant.key}.onnx", found, "another ONNX file: leave the variant out, or add its GPUs")
        seen.setdefault(_normal(variant.onnx), f"the variant {variant.name!r}")


def _normal(path: str) -> str:
    return posixpath.normpath(path).lower()


def _taken(variants: Collection[RawVariant], file: str) -> Iterator[Fault]:
    """Find variants that others before them leave no GPU, or not all that they name: the first that fits is taken."""
    taken: dict[str, str] = {}
    before: list[RawVariant] = []
    for variant in variants:
        takers = {
            capability: next((it.name for it in before if it.needs and has_data_type(capability, it.needs)), None)
            or taken.get(capability)
            for capability in variant.capabilities
        }
        if lost := [f"{capability!r} by {taker!r}" for capability, taker in takers.items() if taker]:
            alone = "" if len(lost) < len(takers) else ", so it can never be chosen"
            found = f"what variants before it take: {', '.join(lost)}{alone}"
            expected = "each compute capability in one variant, and those that need more before those that need less"
            yield Fault(file, f"{variant.key}.compute_capabilities", found, expected)
        for other in before:
            if variant.needs and other.needs and has_data_type(LEAST_TARGETS[variant.needs], other.needs):
                found = f"{variant.needs!r}, but {other.name!r} before it takes every GPU that has {variant.needs}"
                yield Fault(
                    file, f"{variant.key}.needs", found, f"a place before {other.name!r}: this can never be chosen"
                )
                break
        taken |= {capability: variant.name for capability in variant.capabilities if not takers[capability]}
        before.append(variant)


def variant_file_faults(path: Path, data: Mapping[str, Any], cancel: CancelToken) -> Iterator[Fault]:
    """Find what is wrong with the ONNX files of variants; what cannot be read at all is told elsewhere.

    Args:
        path: of `app.toml`.
        data: what it says, raw.
        cancel: stops it while files are read.
    """
    from builder.app_package.onnx_interface import interface_of

    for number, model in tables_in(data.get("model")):
        onnx, models = model.get("onnx"), None
        variants = [variant for variant in _variants_of(model, f"model[{number}]") if variant.onnx is not None]
        if variants and isinstance(onnx, str):
            with contextlib.suppress(ValueError):
                models = interface_of(resolve_inside(path.parent, onnx), cancel)
        for variant in variants:
            with contextlib.suppress(ValueError):
                own = resolve_inside(path.parent, str(variant.onnx))
                yield from _data_type_faults(variant, path.name, data_types_of(own, cancel))
                if models:
                    yield from _interface_faults(variant, path.name, str(onnx), interface_of(own, cancel), models)


def _data_type_faults(variant: RawVariant, file: str, data_types: frozenset[str]) -> Iterator[Fault]:
    """Compare what a file contains with the GPUs that the variant is for."""
    lacking = {
        capability: data_type
        for capability in variant.capabilities
        # What others have, classic TensorRT knows.
        if capability in TARGETS and (data_type := lacks_data_type(capability, data_types))
    }
    for data_type in sorted(set(lacking.values())):
        named = ", ".join(repr(capability) for capability, lacked in lacking.items() if lacked == data_type)
        found = f"{named}, but {variant.onnx} contains {data_type}"
        expected = f"compute capabilities from {LEAST_TARGETS[data_type]} on, which have {data_type}"
        yield Fault(file, f"{variant.key}.compute_capabilities", found, expected)
    if variant.needs and (data_type_or_none := lacks_data_type(LEAST_TARGETS[variant.needs], data_types)):
        found = f"{variant.needs!r}, but {variant.onnx} contains {data_type_or_none}"
        yield Fault(file, f"{variant.key}.needs", found, repr(data_type_or_none))


def _interface_faults(
    variant: RawVariant, file: str, onnx: str, own: Interface | None, models: Interface
) -> Iterator[Fault]:
    """Compare the inputs and outputs of a variant with the model's: the application knows only one kind."""
    if own is None:
        return
    sides = (("input", own.inputs, models.inputs, _same_input), ("output", own.outputs, models.outputs, _same_output))
    for side, here, there, same in sides:
        for name in dict.fromkeys((*there, *here)):
            found, expected = here.get(name), there.get(name)
            if found is None or expected is None or not same(found, expected):
                yield Fault(
                    file,
                    f"{variant.key}.onnx",
                    f"{variant.onnx!r}, {_in_words(side, name, found)}",
                    f"{_in_words(side, name, expected)}, as in {onnx}",
                )


def _in_words(side: str, name: str, tensor: Tensor | None) -> str:
    return f"an {side} {name!r}: {tensor}" if tensor else f"no {side} {name!r}"


def _same_input(one: Tensor, other: Tensor) -> bool:
    """Whether one profile and one buffer serve both; what a dynamic dimension is called does not matter."""
    if one.shape is None or other.shape is None or len(one.shape) != len(other.shape):
        return one == other
    alike = all(_fixed(left) == _fixed(right) for left, right in zip(one.shape, other.shape, strict=True))
    return alike and one.data_type == other.data_type


def _same_output(one: Tensor, other: Tensor) -> bool:
    """Whether nothing contradicts that they are the same: shapes of outputs follow, and converters leave them out."""
    if one.data_type and other.data_type and one.data_type != other.data_type:
        return False
    if one.shape is None or other.shape is None:
        return True
    if len(one.shape) != len(other.shape):
        return False
    pairs = ((_fixed(left), _fixed(right)) for left, right in zip(one.shape, other.shape, strict=True))
    return all(left == right for left, right in pairs if left is not None and right is not None)


def _fixed(dimension: int | str | None) -> int | None:
    return dimension if isinstance(dimension, int) else None

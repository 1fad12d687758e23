"""Advice on profiles. docs/vendors/advice.md has the source of every figure."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from builder.app_package.model_tables import Shapes
from builder.app_package.package import PackagedModel
from builder.base.quantities import Bytes, MemoryBytes
from builder.vendor.advice.advice import Advice
from builder.vendor.advice.subject import Subject
from builder.vendor.drafting.meanings import meaning_of_name

_FAR_ABOVE, _FAR_BELOW = 16, 64
"""How many times as large the largest shape is as `opt` where that is the smallest, and as the smallest where `opt` is
the largest. Large inputs take most of the time, so what is above matters sooner."""
_WIDE = 16
_WIDE_MEMORY = 1 << 30
_SMALLER_BY_SHARE, _SMALLER_BY_BYTES = 0.05, 256 << 10
"""What an engine must lose to be worth a word."""


def unused_opt(subject: Subject) -> Advice | None:
    """An `opt` at an end of its range."""
    for profile in subject.profiles:
        for name, tensor in subject.dynamic.items():
            shapes = profile.get(name)
            if shapes is None or len(shapes.min) != len(tensor.shape or ()):
                continue
            axes = [axis for axis, (low, high) in enumerate(zip(shapes.min, shapes.max, strict=True)) if low < high]
            if not any(axes):  # nothing varies, or only the batch, where one at a time and all at once are usual
                continue
            span = math.prod(shapes.max[axis] / max(shapes.min[axis], 1) for axis in axes)
            if all(shapes.opt[axis] == shapes.min[axis] for axis in axes) and span >= _FAR_ABOVE:
                return _unused(subject, name, shapes, f"the smallest; the largest is {span:,.0f} times as large")
            if all(shapes.opt[axis] == shapes.max[axis] for axis in axes) and span >= _FAR_BELOW:
                return _unused(subject, name, shapes, f"the largest, {span:,.0f} times as large as the smallest")
    return None


def _unused(subject: Subject, name: str, shapes: Shapes, which: str) -> Advice:
    return subject.advice(
        "unused-opt",
        f"The profile is optimized for {_shape(shapes.opt)} of {name!r}: {which}.",
        "The library chooses the kernels that are fastest at opt; every other shape gets the same ones.",
        f"Set opt to what users run most, such as {proposed_profile(name, shapes)}; keep it if that is what they run.",
    )


def proposed_profile(name: str, shapes: Shapes) -> str:
    """Write the profile of an input with an `opt` between its ends, as a line for app.toml."""
    ends = list(zip(shapes.min, shapes.max, strict=True))
    steps = [math.gcd(low, high) or 1 for low, high in ends]
    opt = [max(low, math.isqrt(low * high) // step * step) for (low, high), step in zip(ends, steps, strict=True)]
    return f"{_key(name)} = {{ min = {shapes.min}, opt = {opt}, max = {shapes.max} }}"


def _shape(dims: Sequence[int]) -> str:
    return " × ".join(map(str, dims))


def _key(name: str) -> str:
    plain = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    return name if plain else '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def shared_profile_dimensions(subject: Subject) -> Advice | None:
    """Dimensions of one name, which the library takes for equal."""
    for profile in subject.profiles:
        for name, places in _by_name(subject, profile).items():
            low, high = max(least for *_, least, _ in places), min(most for *_, most in places)
            if low > high:  # which the library refuses, and says so
                continue
            if len({(least, most) for *_, least, most in places}) > 1:
                said = ", ".join(
                    f"{least} to {most} for {_called(tensor, axis)}" for tensor, axis, least, most in places
                )
                usable = f"{low} to {high}" if low < high else str(low)
                return subject.advice(
                    "shared-profile-dimensions",
                    f"The ONNX file calls several dimensions {name!r}, and the profile has {said}.",
                    f"Dimensions of one name must be equal in every inference: only {usable} can be used.",
                    "Give them the same range, or names of their own in the ONNX file if they are independent.",
                )
            inputs = [tensor for tensor, *_ in places]
            axes = [_called(tensor, axis) for tensor, axis, *_ in places if inputs.count(tensor) > 1]
            # Whoever says `seq_len` twice means it: a mask or the distances between tokens are square.
            if axes and low < high and meaning_of_name(name) is None:
                return subject.advice(
                    "shared-profile-dimensions",
                    f"The ONNX file calls {' and '.join(axes)} by one name, {name!r}.",
                    f"Both must be equal in every inference: {high} and {high} can be run, {high} and {low} cannot.",
                    "Give them names of their own in the ONNX file unless they are always equal.",
                )
    return None


def _called(tensor: str, axis: int) -> str:
    return f"dimension {axis} of {tensor!r}"


def _by_name(subject: Subject, profile: Mapping[str, Shapes]) -> Mapping[str, Sequence[tuple[str, int, int, int]]]:
    """Input, axis and range of the dimensions that share a name."""
    places: dict[str, list[tuple[str, int, int, int]]] = defaultdict(list)
    for tensor in subject.dynamic.values():
        shapes = profile.get(tensor.name)
        if shapes is None or len(shapes.min) != len(tensor.shape or ()):
            continue
        for axis, size in enumerate(tensor.shape or ()):
            if isinstance(size, str):
                places[size].append((tensor.name, axis, shapes.min[axis], shapes.max[axis]))
    return {name: found for name, found in places.items() if len(found) > 1}


def wide_profile(subject: Subject) -> Advice | None:
    """A largest shape far above `opt`."""
    usual, largest = subject.largest_tensors("opt"), subject.largest_tensors("max")
    needs_memory = usual and largest >= max(_WIDE_MEMORY, _WIDE * usual)
    saved = _saved(subject, _narrowed) if any(_is_wide(profile) for profile in subject.profiles) else None
    if not needs_memory and not saved:
        return None
    worth = []
    if needs_memory:
        worth.append(
            f"Input and output of one operator take {MemoryBytes(largest)} at max and {MemoryBytes(usual)} at opt. "
            "Classic TensorRT allocates for max in every execution context, whatever is run; TensorRT-RTX may allocate "
            "in each inference instead, which cost up to 4 times the time where that had to be synchronous."
        )
    if saved:
        worth.append(f"{saved} if the range were a quarter to four times opt.")
    return subject.advice(
        "wide-profile",
        "The profile's largest shapes are far larger than opt.",
        " ".join(worth),
        "Lower max to what users run. If few run large shapes, give these a [[model.profile]] of their own and create "
        "the execution context with the strategy ON_PROFILE_CHANGE.",
    )


def _is_wide(profile: Mapping[str, Shapes]) -> bool:
    return any(
        math.prod(shapes.max) >= _WIDE * max(math.prod(shapes.opt), 1)
        or math.prod(shapes.opt) >= _WIDE * _WIDE * max(math.prod(shapes.min), 1)
        for shapes in profile.values()
    )


def _narrowed(shapes: Shapes) -> Shapes:
    low = [max(low, usual // 4) for low, usual in zip(shapes.min, shapes.opt, strict=True)]
    high = [min(high, usual * 4) for high, usual in zip(shapes.max, shapes.opt, strict=True)]
    return Shapes(min=low, opt=shapes.opt, max=high)


def fixable_dimension(subject: Subject) -> Advice | None:
    """A batch that is dynamic, though one at a time is usual."""
    inputs = list(_with_single_batch(subject))
    saved = _saved(subject, lambda shapes: _one_at_a_time(shapes)) if inputs else None
    if not saved:
        return None
    return subject.advice(
        "fixable-dimension",
        f"The first dimension of {', '.join(map(repr, inputs))} is dynamic, and 1 in the usual case.",
        f"{saved} if it were always 1.",
        "If your application never runs more at once, set it to 1 in min, opt and max, or in the ONNX file.",
    )


def _with_single_batch(subject: Subject) -> Iterator[str]:
    for name in subject.dynamic:
        shapes = [profile[name] for profile in subject.profiles if name in profile]
        if shapes and all(each.min[:1] == each.opt[:1] == [1] < each.max[:1] for each in shapes):
            yield name


def _one_at_a_time(shapes: Shapes) -> Shapes:
    if shapes.min[:1] == shapes.opt[:1] == [1]:
        return Shapes(min=shapes.min, opt=shapes.opt, max=[1, *shapes.max[1:]])
    return shapes


def _saved(subject: Subject, change: Callable[[Shapes], Shapes]) -> str | None:
    """Build a model with its own profiles and with changed ones; say what the engine loses if that is worth it."""
    if subject.measure is None or not subject.profiles:
        return None
    as_is, changed = subject.measure(subject.model), subject.measure(_with_profiles(subject, change))
    if as_is is None or changed is None or as_is - changed < max(_SMALLER_BY_BYTES, as_is * _SMALLER_BY_SHARE):
        return None
    return f"Measured here: the engine takes {Bytes(as_is)} and would take {Bytes(changed)}"


def _with_profiles(subject: Subject, change: Callable[[Shapes], Shapes]) -> PackagedModel:
    profiles = [
        {name: change(shapes) if name in subject.dynamic else shapes for name, shapes in profile.items()}
        for profile in subject.profiles
    ]
    return replace(subject.model, spec=subject.model.spec.model_copy(update={"profile": profiles}))

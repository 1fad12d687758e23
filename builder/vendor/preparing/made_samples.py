"""Samples that are made up from what a model's inputs are called, where a vendor gives none."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import ModelInvalid
from builder.base.text import verbatim
from builder.vendor.drafting.meanings import meaning_of_name, words
from builder.vendor.drafting.profiles import propose
from builder.vendor.models.facts import ModelFacts, TensorFacts
from builder.vendor.models.onnx_file import load_onnx
from builder.vendor.models.shape_trial import ShapeTrial
from builder.vendor.preparing.samples import NUMPY_TYPES, Samples

if TYPE_CHECKING:
    from numpy.random import RandomState
    from numpy.typing import NDArray

Kind = Literal["picture", "sound", "words", "ones", "zeros", "places", "lengths", "share", "numbers", "switches"]

_IN_WORDS: Mapping[Kind, str] = {
    "picture": "a picture", "sound": "a sound", "words": "numbers of words", "ones": "ones", "zeros": "zeros",
    "places": "0, 1, 2 and so on", "lengths": "the length of the rest", "share": "numbers from 0 to 1",
    "numbers": "numbers around 0", "switches": "true and false",
}  # fmt: skip
_BY_WORD: Mapping[str, Kind] = {
    "mask": "ones", "masks": "ones", "type": "zeros", "types": "zeros", "segment": "zeros", "position": "places",
    "positions": "places", "length": "lengths", "lengths": "lengths", "len": "lengths",
}  # fmt: skip
"""What whole numbers mean whose input has such a word in its name; and of others, only a mask is known."""

_CHANNELS = (1, 2, 3, 4)
_FEW_WORDS = 100
"""Any vocabulary has as many."""
_SOUND_VALUES = 1000
"""A vector that is shorter is no sound."""


def make_samples(
    facts: ModelFacts,
    shapes: Mapping[str, Sequence[int]] | None = None,
    count: int = 2,
    seed: int = 0,
    cancel: CancelToken = NEVER,
) -> Samples:
    """Make up samples, always the same ones.

    Args:
        facts: of the model.
        shapes: the shape of each dynamic input; for one on whose values shapes depend, those values: as `opt` of a
            profile has it. What `engine-builder new` would propose, unless given.
        count: how many.
        seed: other numbers, other samples.
        cancel: stops it.

    Raises:
        ModelInvalid: there is an input for which none can be made.
    """
    import numpy

    unusable = [tensor for tensor in facts.inputs if tensor.data_type not in NUMPY_TYPES]
    if shapes is None:
        trial = ShapeTrial(facts.path, cancel)
        lines = propose(facts.inputs, trial.shape_inputs, trial.fault).lines()
        shapes = {line.input: line.shapes["opt"] for line in lines}
    unusable += [tensor for tensor in facts.inputs if tensor.is_dynamic and tensor.name not in shapes]
    if unusable:
        listed = ", ".join(f"{tensor.name!r} ({tensor.text})" for tensor in unusable)
        raise ModelInvalid(
            verbatim(f"No samples can be made up for {listed}."),
            hint=verbatim("Give your own: --samples FILE.npz."),
        )
    tables = _table_sizes(load_onnx(facts.path, cancel))
    kinds = {tensor.name: _kind(tensor) for tensor in facts.inputs}
    # Its numbers never change, unlike those of numpy's newer generators.
    random = numpy.random.RandomState(seed)
    samples = []
    for _ in range(count):
        cancel.check()
        samples.append({tensor.name: _made(tensor, kinds, shapes, tables, random) for tensor in facts.inputs})
    meant = ", ".join(f"{name}: {_IN_WORDS[kind]}" for name, kind in kinds.items())
    return Samples(
        tuple(samples),
        note=(
            f"No samples were given, so {count} were made up from what the inputs are called ({meant}). They show "
            "numbers that leave the range of a data type, and gross errors. How right the results are for real data, "
            "only samples of real data can show: --samples FILE.npz."
        ),
    )


def _table_sizes(model: Any) -> dict[str, int]:
    """The number of rows of the tables in which inputs are looked up, such as the words that a model knows."""
    rows = {tensor.name: tensor.dims[0] for tensor in model.graph.initializer if tensor.dims}
    origins = {value.name: value.name for value in model.graph.input}
    found: dict[str, int] = {}
    for node in model.graph.node:
        if node.op_type in ("Cast", "Identity", "Reshape", "Unsqueeze", "Squeeze") and node.input[0] in origins:
            origins[node.output[0]] = origins[node.input[0]]
        if node.op_type == "Gather" and node.input[0] in rows and node.input[1] in origins:
            name = origins[node.input[1]]
            found[name] = min(found.get(name, rows[node.input[0]]), rows[node.input[0]])
    return found


def _kind(tensor: TensorFacts) -> Kind:
    shape = tensor.shape or ()
    said = next((_BY_WORD[word] for word in words(tensor.name) if word in _BY_WORD), None)
    if tensor.data_type == "bool":
        return said if said == "ones" else "switches"
    if len(shape) >= 3 and _is_picture(tensor):
        return "picture"
    if tensor.data_type.startswith(("int", "uint")):
        return said or "words"
    if said == "ones":
        return "ones"
    last = shape[-1] if shape else 1
    if 0 < len(shape) <= 2 and (last >= _SOUND_VALUES if isinstance(last, int) else _is_long(tensor)):
        return "sound"
    return "share" if math.prod(size for size in shape if isinstance(size, int)) == len(shape) == 1 else "numbers"


def _is_long(tensor: TensorFacts) -> bool:
    """Whether what goes along a vector of floating point numbers is not a plain count of something."""
    last = (tensor.shape or ())[-1]
    return not isinstance(last, int) and meaning_of_name(last) not in ("batch", "count")


def _is_picture(tensor: TensorFacts) -> bool:
    shape = tensor.shape or ()
    is_small = tensor.data_type.startswith(("int16", "int32", "int64"))
    return len(shape) == 4 and not is_small and any(shape[axis] in _CHANNELS for axis in (1, -1))


def _made(
    tensor: TensorFacts,
    kinds: Mapping[str, Kind],
    shapes: Mapping[str, Sequence[int]],
    tables: Mapping[str, int],
    random: RandomState,
) -> NDArray[Any]:
    import numpy

    wanted = numpy.dtype(NUMPY_TYPES[tensor.data_type])
    given = shapes.get(tensor.name)
    if given is not None and not tensor.is_dynamic:
        return numpy.array(given, wanted).reshape(_static(tensor))
    shape = _static(tensor) if given is None else tuple(given)
    kind = kinds[tensor.name]
    made: Any
    if kind == "picture":
        made = _picture(shape, random) * (255 if wanted.kind in "iu" else 1)
    elif kind == "sound":
        made = _sound(shape, random)
    elif kind == "words":
        most = min(tables.get(tensor.name, _FEW_WORDS), numpy.iinfo(wanted).max)
        made = random.randint(1, max(most, 2), shape)
    elif kind == "places":
        made = numpy.broadcast_to(numpy.arange(shape[-1] if shape else 1), shape)
    elif kind == "lengths":
        made = numpy.full(shape, next((sizes[1] for name, sizes in shapes.items() if len(sizes) > 1), 1))
    elif kind == "switches":
        made = random.rand(*shape) < 0.5
    elif kind in ("ones", "zeros"):
        made = numpy.full(shape, kind == "ones")
    else:
        made = random.rand(*shape) if kind == "share" else numpy.clip(random.standard_normal(shape), -3, 3)
    return numpy.asarray(made).astype(wanted)


def _static(tensor: TensorFacts) -> tuple[int, ...]:
    return tuple(size for size in tensor.shape or () if isinstance(size, int))


def _picture(shape: tuple[int, ...], random: RandomState) -> NDArray[Any]:
    """Light and shade, edges and a little noise, from 0 to 1."""
    import numpy

    down, across = (1, 2) if shape[-1] in _CHANNELS and shape[1] not in _CHANNELS else (-2, -1)
    axes = [numpy.linspace(0, 1, size) for size in shape]
    y, x = (
        numpy.expand_dims(axes[at], [k for k in range(len(shape)) if k != at % len(shape)]) for at in (down, across)
    )
    picture = numpy.full(shape, 0.5)
    for _ in range(4):
        tall, wide, phase = random.uniform(1, 9), random.uniform(1, 9), random.uniform(0, 2 * math.pi)
        picture = picture + 0.12 * numpy.cos(2 * math.pi * (tall * y + wide * x) + phase)
    top, left = random.uniform(0.1, 0.6, 2)
    inside = (y > top) & (y < top + 0.3) & (x > left) & (x < left + 0.3)
    picture = numpy.where(inside, 1 - picture, picture) + random.standard_normal(shape) * 0.02
    clipped: NDArray[Any] = numpy.clip(picture, 0, 1)
    return clipped


def _sound(shape: tuple[int, ...], random: RandomState) -> NDArray[Any]:
    """A few tones and a little noise, from -1 to 1."""
    import numpy

    at = numpy.arange(shape[-1])
    tones = sum(numpy.sin(at * random.uniform(0.01, 0.8) + random.uniform(0, 6)) for _ in range(4))
    sound: NDArray[Any] = numpy.clip(tones * 0.2 + random.standard_normal(shape) * 0.02, -1, 1)
    return sound

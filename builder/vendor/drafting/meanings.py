"""What a dynamic dimension probably means, and sizes to begin with. Pure: names and shapes in, guesses out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from builder.vendor.models.facts import TensorFacts

Meaning = Literal["batch", "height", "width", "depth", "sequence", "frames", "samples", "count", "unknown"]


@dataclass(frozen=True, slots=True)
class Sizes:
    """The smallest, the most usual and the largest size of a dimension."""

    min: int
    opt: int
    max: int

    @property
    def text(self) -> str:
        return f"{self.min} to {self.max}, mostly {self.opt}" if self.min < self.max else f"{self.opt}"


START: dict[Meaning, Sizes] = {
    "batch": Sizes(1, 1, 8),
    "height": Sizes(64, 512, 1024),
    "width": Sizes(64, 512, 1024),
    "depth": Sizes(16, 64, 128),
    "sequence": Sizes(1, 128, 512),
    "frames": Sizes(16, 128, 1024),
    "samples": Sizes(1024, 16000, 160000),
    "count": Sizes(1, 4, 64),
    "unknown": Sizes(1, 64, 256),
}
"""Sizes that such dimensions often have. Multiples of 64 for images: networks halve them up to six times."""

ONE = Sizes(1, 1, 1)

_WORDS: dict[str, Meaning] = {
    "batch": "batch", "batchsize": "batch", "bs": "batch", "b": "batch", "n": "batch",
    "height": "height", "h": "height", "rows": "height",
    "width": "width", "w": "width", "cols": "width", "columns": "width",
    "depth": "depth",
    "sequence": "sequence", "seq": "sequence", "seqlen": "sequence", "tokens": "sequence", "token": "sequence",
    "length": "sequence", "len": "sequence", "text": "sequence", "words": "sequence",
    "frames": "frames", "frame": "frames", "time": "frames", "timesteps": "frames", "steps": "frames",
    "samples": "samples", "sample": "samples", "audio": "samples", "waveform": "samples", "wav": "samples",
    "boxes": "count", "points": "count", "labels": "count", "rois": "count", "objects": "count",
    "queries": "count", "masks": "count", "prompts": "count",
}  # fmt: skip
_RAREST_FIRST: tuple[Meaning, ...] = (
    "batch", "count", "height", "width", "depth", "samples", "frames", "sequence",
)  # fmt: skip
"""`num_boxes` is about boxes, and `batch_size` about batches: of several words, the rarer one decides."""

_CHANNELS_FIRST: tuple[Meaning, ...] = ("batch", "unknown", "height", "width")
_CHANNELS_LAST: tuple[Meaning, ...] = ("batch", "height", "width", "unknown")
_VOLUME: tuple[Meaning, ...] = ("batch", "unknown", "depth", "height", "width")
_OF_A_SIGNAL = ("sequence", "frames", "unknown")
_IMAGE_CHANNELS = (1, 2, 3, 4)
_STATES = {"state", "states", "hidden", "cell", "h", "c"}
"""Inputs of recurrent networks: layers × batch × features."""


def words(name: str) -> list[str]:
    """The words that a name is made of, in lower case."""
    return re.findall(r"[a-z]+", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower())


def meaning_of_name(name: str | None) -> Meaning | None:
    """What a dimension's name says; None where it says nothing, as the names that exporters make up."""
    said = words(name or "")
    found = {_WORDS[word] for word in said if word in _WORDS and not (word == "n" and len(said) > 1)}
    return next((meaning for meaning in _RAREST_FIRST if meaning in found), None)


def meaning_of_place(tensor: TensorFacts, axis: int) -> Meaning:
    """What a dimension without a telling name probably means, from where it stands."""
    shape = tensor.shape or ()
    rank = len(shape)
    if axis == 0 and rank > 1:
        return "batch"
    if rank == 3 and axis == 1 and isinstance(shape[0], int) and _STATES & {*words(tensor.name)}:
        return "batch"
    if rank == 5:
        return _VOLUME[axis]
    if rank == 4:
        is_last = shape[-1] in _IMAGE_CHANNELS and shape[1] not in _IMAGE_CHANNELS
        return (_CHANNELS_LAST if is_last else _CHANNELS_FIRST)[axis]
    is_whole = tensor.data_type.startswith(("int", "uint"))
    return "sequence" if (rank in (2, 3) and is_whole) or (rank == 3 and axis == 1) else "unknown"


def _is_signal(tensor: TensorFacts, axis: int) -> bool:
    """Whether it goes along a raw signal: text is whole numbers, and what is computed from either has features."""
    rank = len(tensor.shape or ())
    return rank <= 2 and axis == rank - 1 and not tensor.data_type.startswith(("int", "uint", "bool"))


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dynamic dimension of an input.

    Attributes:
        input: the input's name.
        axis: its number.
        name: as the ONNX file gives it.
        meaning: what it probably means.
        is_known: whether its name says so, or it is first, which is nearly always the batch.
        group: equal for dimensions that have the same size, as the library takes equal names.
    """

    input: str
    axis: int
    name: str | None
    meaning: Meaning
    is_known: bool
    group: str

    @property
    def place(self) -> str:
        return f"dimension {self.axis} of {self.input!r}"


def dimensions_of(inputs: Sequence[TensorFacts]) -> tuple[Dimension, ...]:
    """Find the dynamic dimensions of inputs, and guess what they mean."""
    found: list[Dimension] = []
    for tensor in inputs:
        for axis, size in enumerate(tensor.shape or ()):
            if isinstance(size, int):
                continue
            known = meaning_of_name(size)
            if known == "batch" and any(other.meaning == "batch" and other.input == tensor.name for other in found):
                known = None  # A tensor has one batch: the N of (batch_size, N) counts something else.
            group = size or f"{tensor.name}\0{axis}"
            meaning = known or meaning_of_place(tensor, axis)
            if meaning in _OF_A_SIGNAL and _is_signal(tensor, axis):
                meaning = "samples"
            found.append(Dimension(tensor.name, axis, size, meaning, bool(known) or meaning == "batch", group))
    return tuple(found)


def starting_sizes(dimensions: Sequence[Dimension]) -> dict[str, Sizes]:
    """Choose sizes to begin with, by group. Images come one at a time: eight large ones may not fit into memory."""
    large = any(dimension.meaning in ("height", "width", "depth") for dimension in dimensions)
    sizes: dict[str, Sizes] = {}
    for dimension in dimensions:
        start = ONE if dimension.meaning == "batch" and large else START[dimension.meaning]
        sizes.setdefault(dimension.group, start)
    return sizes


def clashes(dimensions: Sequence[Dimension]) -> dict[str, tuple[Dimension, ...]]:
    """Find groups whose dimensions mean different things, although the library will take them for equal."""
    groups: dict[str, list[Dimension]] = {}
    for dimension in dimensions:
        groups.setdefault(dimension.group, []).append(dimension)
    return {group: tuple(each) for group, each in groups.items() if len({item.meaning for item in each}) > 1}

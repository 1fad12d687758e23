"""Which nodes must stay in fp32, told from the numbers that a model computes with, before anything is tried."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from builder.vendor.preparing.conversion import Narrow
from builder.vendor.preparing.ranges import DIVISORS, Range
from builder.vendor.preparing.tensor_types import types_of


@dataclass(frozen=True, slots=True)
class _Type:
    """What a narrow type can hold.

    Attributes:
        largest: its largest number.
        smallest: its smallest number other than 0.
        digits: how many binary digits its numbers have.
    """

    largest: float
    smallest: float
    digits: int


_TYPES: Mapping[Narrow, _Type] = {
    "fp16": _Type(65504.0, 2.0**-24, 11),
    "bf16": _Type(float.fromhex("0x1.fep+127"), 2.0**-133, 8),
}
_ROOM = 4
"""Other inputs than the samples may give numbers that are larger by this factor."""
_DIGITS_NEEDED = 4
"""Binary digits of a number or a difference that must be left for a result that depends on little else."""
_MOVES = frozenset({
    "Concat", "Expand", "Flatten", "Gather", "Identity", "Reshape", "Slice", "Split", "Squeeze", "Tile", "Transpose",
    "Unsqueeze",
})  # fmt: skip
_NORMALIZES = frozenset({
    "GroupNormalization", "InstanceNormalization", "LayerNormalization", "LpNormalization",
    "MeanVarianceNormalization", "RMSNormalization",
})  # fmt: skip
_PERIODIC = frozenset({"Sin", "Cos", "Tan"})
_MEANS = frozenset({"ReduceMean", "GlobalAveragePool"})
_LIMITS = frozenset({"Clip", "Max", "Min"})
"""Operators for whose weights the largest number of a type does as well as a larger one."""


def must_stay(model: Any, ranges: Mapping[str, Range], to: Narrow) -> dict[str, str]:
    """Find nodes of the main graph that must stay in fp32.

    Args:
        model: the `onnx.ModelProto`, each of whose nodes has a name of its own.
        ranges: of its tensors, as `tensor_ranges` finds them.
        to: what the others are to compute in.

    Returns:
        The reason, by the name of the node, in the model's order.
    """
    found: dict[str, str] = {}
    for name, reason in _Rules(model, ranges, to).all():
        found.setdefault(name, reason)
    return {node.name: found[node.name] for node in model.graph.node if node.name in found}


class _Rules:
    def __init__(self, model: Any, ranges: Mapping[str, Range], to: Narrow) -> None:
        self._model = model
        self._ranges = ranges
        self._to = to
        self._type = _TYPES[to]
        self._makers = {name: node for node in model.graph.node for name in node.output}
        self._takers: dict[str, list[Any]] = {}
        for node in model.graph.node:
            for name in _uses(node):
                self._takers.setdefault(name, []).append(node)
        self._weights = _largest_weights(model)
        self._types = types_of(model)
        self._ends = f"{to} ends at {self._type.largest:.6g}"

    def all(self) -> Iterator[tuple[str, str]]:
        """Give nodes and reasons."""
        for value in self._model.graph.input:
            yield from self._size(value.name)
        for node in self._model.graph.node:
            for index, name in enumerate(node.input):
                if self._weights.get(name, 0) > self._type.largest and node.op_type not in _LIMITS:
                    yield node.name, f"it has a weight of {self._weights[name]:.3g}, and {self._ends}"
                if index == DIVISORS.get(node.op_type):
                    yield from self._divisor(node, name)
            for name in node.output:
                yield from self._size(name)
            yield from self._angles(node)
            yield from self._differences(node)
            yield from self._sum(node)
        yield from self._whole_numbers()

    def _size(self, name: str) -> Iterator[tuple[str, str]]:
        """Tensors with numbers that are too large."""
        seen = self._ranges[name].max_abs if name in self._ranges else 0
        if seen > self._type.largest / _ROOM:
            yield from self._made_and_taken(name, f"numbers up to {seen:.3g}, and {self._ends}")

    def _made_and_taken(self, name: str, what: str) -> Iterator[tuple[str, str]]:
        if maker := self._makers.get(name):
            yield maker.name, f"it gives {what}"
        for taker in self._takers.get(name, ()):
            yield taker.name, f"it takes {what}"

    def _divisor(self, node: Any, name: str) -> Iterator[tuple[str, str]]:
        """What becomes infinite where a small number becomes 0."""
        seen = self._ranges[name].smallest if name in self._ranges else math.inf
        if seen < self._type.smallest * 2**_DIGITS_NEEDED:
            what = f"numbers down to {seen:.3g}, too small for {self._to}"
            yield node.name, f"it takes {what}"
            for maker in self._makers_of(name, _MOVES | {"Sqrt", "Abs"}):
                yield maker.name, f"it gives {what}, of which {node.op_type} would give infinite ones"

    def _makers_of(self, name: str, through: Collection[str]) -> Iterator[Any]:
        """Give the node that makes a tensor; and, if that only passes numbers on, those that make them."""
        waiting, seen = [name], set()
        while waiting:
            maker = self._makers.get(waiting.pop())
            if maker is not None and maker.name not in seen:
                seen.add(maker.name)
                yield maker
                waiting += maker.input if maker.op_type in through else ()

    def _angles(self, node: Any) -> Iterator[tuple[str, str]]:
        """Large angles, between which a narrow type leaves gaps of a good part of a turn."""
        name = node.input[0] if node.op_type in _PERIODIC else ""
        seen = self._ranges[name].max_abs if name in self._ranges else 0
        gap = seen * 2.0 ** (1 - self._type.digits)
        if gap > 2.0**-_DIGITS_NEEDED:
            what = f"angles up to {seen:.6g}, between which {self._to} leaves gaps of {gap:.2g}"
            yield node.name, f"it takes {what}"
            for maker in self._makers_of(name, _MOVES):
                yield maker.name, f"it gives {what}"

    def _differences(self, node: Any) -> Iterator[tuple[str, str]]:
        """Small differences of large numbers, on which a normalization depends."""
        if node.op_type == "Sub":
            mean = self._makers.get(node.input[1])
            names = list(node.input) if mean is not None and mean.op_type == "ReduceMean" else []
            concerned = names[:1] if names and mean is not None and mean.input[0] == names[0] else []
        else:
            names = concerned = list(node.input[:1]) if node.op_type in _NORMALIZES else []
        for seen in (self._ranges[name] for name in concerned if name in self._ranges):
            if seen.max - seen.min < seen.max_abs * 2.0 ** (_DIGITS_NEEDED - self._type.digits):
                between = f"numbers between {seen.min:.6g} and {seen.max:.6g}"
                yield node.name, f"it depends on the differences of {between}, for which {self._to} has too few digits"
                for maker in (maker for name in names for maker in self._makers_of(name, _MOVES)):
                    yield maker.name, f"{node.name} depends on the differences of what it gives, {between}"

    def _sum(self, node: Any) -> Iterator[tuple[str, str]]:
        """Sums inside a node that are larger than what comes of them."""
        taken, given = (self._ranges.get(name) for name in (node.input[0] if node.input else "", node.output[0]))
        if not taken or not given:
            return
        count = taken.elements // given.elements
        total = {"ReduceL2": given.max_abs**2}.get(node.op_type, given.max_abs * count if node.op_type in _MEANS else 0)
        if total > self._type.largest / _ROOM:
            yield node.name, f"it adds up {count} numbers to {total:.3g}, and {self._ends}"

    def _whole_numbers(self) -> Iterator[tuple[str, str]]:
        """Positions and counts, of which a narrow type leaves some out."""
        from onnx import TensorProto

        exact = 2**self._type.digits
        whole = {TensorProto.INT32, TensorProto.INT64}
        counted: set[str] = set()
        for node in self._model.graph.node:
            from_whole = node.op_type == "Cast" and self._types.get(node.input[0]) in whole
            if from_whole or node.op_type == "Range" or (node.op_type in _MOVES and not counted.isdisjoint(node.input)):
                counted.update(node.output)
        for name, seen in self._ranges.items():
            if name in counted and seen.max_abs > exact:
                what = f"whole numbers up to {seen.max_abs:.0f}, and {self._to} has all of them only up to {exact}"
                yield from self._made_and_taken(name, what)


def _uses(node: Any) -> Iterator[str]:
    """Give the names of the tensors that a node takes, itself or inside."""
    yield from node.input
    for attribute in node.attribute:
        for graph in ([attribute.g] if attribute.HasField("g") else []) + list(attribute.graphs):
            for inner in graph.node:
                yield from _uses(inner)


def _largest_weights(model: Any) -> dict[str, float]:
    """The largest magnitude in each weight; those that are infinite stand for no number."""
    import numpy
    from onnx import TensorProto, numpy_helper

    found = {}
    for tensor in model.graph.initializer:
        if tensor.data_type == TensorProto.FLOAT:
            sizes = numpy.abs(numpy_helper.to_array(tensor))
            found[tensor.name] = float(sizes.max(initial=0, where=numpy.isfinite(sizes)))
    return found

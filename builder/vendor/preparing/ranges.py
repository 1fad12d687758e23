"""Between which numbers every tensor of a model lies, seen while it runs; no tensor is kept for that."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from builder.base.cancellation import NEVER, CancelToken
from builder.vendor.preparing.runtime import Runtime
from builder.vendor.preparing.tensor_types import types_of

if TYPE_CHECKING:
    from builder.vendor.preparing.samples import Sample

DIVISORS = {"Log": 0, "Reciprocal": 0, "Div": 1}
"""The input that must not become 0. Only of these is the smallest number looked for."""

_REDUCED = {"max": "ReduceMax", "min": "ReduceMin", "sum": "ReduceSum", "elements": "Size"}
_CONSTANTS = {"zero": 0.0, "infinite": math.inf}


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers of a tensor, over all samples.

    Attributes:
        max_abs: the largest magnitude of those that are finite; 0 where there are none.
        min: the smallest number, if there is no NaN.
        max: the largest, if there is no NaN.
        finite: whether none is NaN or infinite.
        elements: how many it has, at the most.
        smallest: the smallest magnitude other than 0; infinite where it was not looked for, or there is none.
    """

    max_abs: float
    min: float
    max: float
    finite: bool
    elements: int
    smallest: float = math.inf


def tensor_ranges(model: Any, samples: Sequence[Sample], cancel: CancelToken = NEVER) -> dict[str, Range]:
    """Find the range of every fp32 tensor that is an input of the main graph, or that a node of it computes.

    Args:
        model: the `onnx.ModelProto` with its weights inside; it is not changed.
        samples: what it is run with.
        cancel: stops it.

    Returns:
        The ranges by name; tensors that never have a number are left out.

    Raises:
        ModelInvalid: it cannot be run.
    """
    from onnx import TensorProto

    stored = {tensor.name for tensor in model.graph.initializer}
    floats = {name for name, kind in types_of(model).items() if kind == TensorProto.FLOAT} - stored
    divisors = {node.input[at] for node in model.graph.node if (at := DIVISORS.get(node.op_type)) is not None}
    found = _measure(model, floats, divisors, samples, cancel)
    # Few models compute with infinity; what else there is beside it takes several times as long to find.
    if endless := {name for name, seen in found.items() if not seen.finite} - divisors:
        found |= _measure(model, endless, endless, samples, cancel)
    return found


def _measure(
    model: Any, names: Collection[str], closely: Collection[str], samples: Sequence[Sample], cancel: CancelToken
) -> dict[str, Range]:
    from onnx import TensorProto, helper

    measured = type(model)()
    measured.CopyFrom(model)
    graph = measured.graph
    numbers: dict[str, int] = {}
    nodes: list[Any] = []

    def add(candidates: Iterable[str]) -> None:
        for name in candidates:
            if name in names:
                # Right after what is measured, which then need not be kept.
                numbers[name] = len(numbers)
                nodes.extend(_measuring(name, f"range/{numbers[name]}", name in closely))

    add(value.name for value in graph.input)
    for node in graph.node:
        nodes.append(node)
        add(node.output)
    kept = [type(node).FromString(node.SerializeToString()) for node in nodes]
    for field in ("node", "output", "value_info"):
        graph.ClearField(field)
    graph.node.extend(kept)
    for name, number in _CONSTANTS.items():
        graph.initializer.append(helper.make_tensor(f"range/{name}", TensorProto.FLOAT, [], [number]))
    for name, at in numbers.items():
        for part in [*_REDUCED, "max_abs", "smallest"] if name in closely else _REDUCED:
            kind = TensorProto.INT64 if part == "elements" else TensorProto.FLOAT
            graph.output.append(helper.make_tensor_value_info(f"range/{at}/{part}", kind, None))
    results = Runtime().run(measured, samples, cancel)
    ranges: dict[str, Range] = {}
    for name, at in numbers.items():
        if seen := [one for result in results if (one := _range(result, f"range/{at}"))]:
            ranges[name] = _joined(seen)
    return ranges


def _measuring(name: str, to: str, closely: bool) -> Iterator[Any]:
    from onnx import helper

    named = {"x": name} | {constant: f"range/{constant}" for constant in _CONSTANTS}

    def node(kind: str, inputs: str, output: str) -> Any:
        attributes: dict[str, Any] = {"keepdims": 0} if kind.startswith("Reduce") else {}
        inside = [named.get(it, f"{to}/{it}") for it in inputs.split()]
        return helper.make_node(kind, inside, [f"{to}/{output}"], **attributes)

    for part, kind in _REDUCED.items():
        yield node(kind, "x", part)
    if closely:
        yield node("Abs", "x", "size")
        # False for NaN as well.
        yield node("Less", "size infinite", "is_finite")
        yield node("Where", "is_finite size zero", "finite")
        yield node("ReduceMax", "finite", "max_abs")
        yield node("Greater", "finite zero", "is_number")
        yield node("Where", "is_number size infinite", "numbers")
        yield node("ReduceMin", "numbers", "smallest")


def _range(result: Mapping[str, Any], at: str) -> Range | None:
    """What one sample shows; None of a tensor without numbers."""
    low, high, total = (float(result[f"{at}/{part}"]) for part in ("min", "max", "sum"))
    elements = int(result[f"{at}/elements"])
    size = max(abs(low), abs(high))
    # Maxima of ONNX Runtime pass over NaN where it is not among the first; sums do not.
    is_finite = math.isfinite(size) and not math.isnan(total)
    max_abs = float(result.get(f"{at}/max_abs", size))
    smallest = float(result.get(f"{at}/smallest", math.inf))
    return Range(max_abs, low, high, is_finite, elements, smallest) if elements else None


def _joined(seen: Sequence[Range]) -> Range:
    return Range(
        max_abs=max(one.max_abs for one in seen),
        min=min(one.min for one in seen),
        max=max(one.max for one in seen),
        finite=all(one.finite for one in seen),
        elements=max(one.elements for one in seen),
        smallest=min(one.smallest for one in seen),
    )

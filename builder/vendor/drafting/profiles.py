"""The optimization profile that is proposed for a model's dynamic inputs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from builder.vendor.drafting.meanings import (
    START,
    Dimension,
    Sizes,
    clashes,
    dimensions_of,
    meaning_of_name,
    starting_sizes,
)
from builder.vendor.models.facts import TensorFacts

Fault = Callable[[Mapping[str, Sequence[int]]], str]
"""Says what speaks against inputs of these shapes; "" when nothing does."""

_OTHER_SIZES = (256, 224, 128, 640, 384, 320, 64, 48, 32, 192, 96, 299, 768, 16, 8, 4, 2, 1)
_STEPS = (1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 256, 320)
_CLASH = Sizes(32, 32, 64)
_NO_SIZE = (
    "ONNX's shape inference accepts none of those tried, but it is wrong about some models; engine-builder check tells"
)


@dataclass(frozen=True, slots=True)
class Line:
    """What a profile says of one input.

    Attributes:
        input: its name.
        shapes: `min`, `opt` and `max`.
        about: what the numbers are, for whoever edits them next.
        decide: what could not be known, one entry each.
    """

    input: str
    shapes: Mapping[str, list[int]]
    about: str
    decide: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """Sizes for a model's dynamic inputs.

    Attributes:
        inputs: of the model.
        dimensions: the dynamic ones.
        sizes: by the group of a dimension.
        steps: by group: only multiples of it fit. 1 where every size does, as far as that is known.
        values: of the inputs on whose values shapes depend.
        fault: what speaks against these sizes; "" when nothing does.
        settled: groups and inputs of which a person has decided.
    """

    inputs: tuple[TensorFacts, ...]
    dimensions: tuple[Dimension, ...]
    sizes: Mapping[str, Sizes]
    steps: Mapping[str, int]
    values: Mapping[str, Sizes]
    fault: str = ""
    settled: frozenset[str] = frozenset()

    def open_groups(self) -> tuple[Dimension, ...]:
        """The dimensions whose meaning is not known, the first of each group."""
        known = {dimension.group for dimension in self.dimensions if dimension.is_known}
        known -= clashes(self.dimensions).keys()
        first = {dimension.group: dimension for dimension in reversed(self.dimensions)}
        found = (first[group] for group in first if group not in known and group not in self.settled)
        return tuple(sorted(found, key=self.dimensions.index))

    def with_sizes(self, group: str, sizes: Sizes) -> Proposal:
        """The same with what a person has decided."""
        return replace(self, sizes={**self.sizes, group: sizes}, settled=self.settled | {group})

    def with_values(self, name: str, values: Sizes) -> Proposal:
        """The same with the values of an input that a person has decided."""
        return replace(self, values={**self.values, name: values}, settled=self.settled | {name})

    def shapes(self, which: str) -> dict[str, list[int]]:
        """The shape of every input, with the `min`, `opt` or `max` of what is dynamic."""
        groups = {(dimension.input, dimension.axis): dimension.group for dimension in self.dimensions}
        return {
            tensor.name: [
                size if isinstance(size, int) else getattr(self.sizes[groups[tensor.name, axis]], which)
                for axis, size in enumerate(tensor.shape)
            ]
            for tensor in self.inputs
            if tensor.shape is not None
        }

    def lines(self) -> tuple[Line, ...]:
        """What the profile says, an entry for each input that needs one."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[Line]:
        every = {which: self.shapes(which) for which in ("min", "opt", "max")}
        opened = {dimension.group for dimension in self.open_groups()}
        clashing = clashes(self.dimensions)
        first = True
        for tensor in self.inputs:
            own = [dimension for dimension in self.dimensions if dimension.input == tensor.name]
            if tensor.name in self.values:
                yield self._values_line(tensor)
            elif own:
                decide = list(_decisions(own, opened, clashing))
                if first and self.fault:
                    decide.append(f"whether these sizes fit: {_NO_SIZE} ({self.fault})")
                first = False
                shapes = {which: every[which][tensor.name] for which in every}
                yield Line(tensor.name, shapes, self._about(own), tuple(decide))

    def _about(self, own: Sequence[Dimension]) -> str:
        return ", ".join(self._about_one(dimension) for dimension in own)

    def _about_one(self, dimension: Dimension) -> str:
        step = self.steps.get(dimension.group, 1)
        steps = f" (multiples of {step})" if step > 1 else ""
        called = dimension.meaning if dimension.meaning != "unknown" else "of unknown meaning"
        return f"{dimension.axis} {called}{steps}"

    def _values_line(self, tensor: TensorFacts) -> Line:
        sizes = self.values[tensor.name]
        count = tensor.shape[0] if tensor.shape and isinstance(tensor.shape[0], int) else 1
        shapes = {which: [getattr(sizes, which)] * count for which in ("min", "opt", "max")}
        decide = () if tensor.name in self.settled else (f"which values {tensor.name!r} has; shapes depend on them",)
        return Line(tensor.name, shapes, "values, not a shape", decide)


def _decisions(
    own: Sequence[Dimension], opened: set[str], clashing: Mapping[str, Sequence[Dimension]]
) -> Iterator[str]:
    unclear = []
    for dimension in {each.group: each for each in reversed(own) if each.group in opened}.values():
        if others := clashing.get(dimension.group):
            axes = " and ".join(_called_taken(other) for other in others if other.input == dimension.input)
            yield (
                f"dimensions {axes} have one name, {dimension.name!r}, which TensorRT takes for equal sizes; "
                "export the model with a name of its own for each"
            )
        else:
            unclear.append(dimension)
    if unclear:
        named = " and ".join(map(_called_taken, sorted(unclear, key=lambda dimension: dimension.axis)))
        yield f"how large dimension{'s' if len(unclear) > 1 else ''} {named} can be"


def _called_taken(dimension: Dimension) -> str:
    taken = "" if dimension.meaning == "unknown" else f", taken for the {dimension.meaning}"
    name = "without a name" if dimension.name is None else repr(dimension.name)
    return f"{dimension.axis} ({name}{taken})"


def propose(inputs: Sequence[TensorFacts], shape_inputs: frozenset[str], fault: Fault) -> Proposal:
    """Propose sizes, and let them fit the model.

    Args:
        inputs: of the model.
        shape_inputs: those on whose values shapes depend.
        fault: says what speaks against shapes.
    """
    taken = tuple(tensor for tensor in inputs if tensor.name not in shape_inputs)
    dimensions = dimensions_of(taken)
    sizes = starting_sizes(dimensions) | dict.fromkeys(clashes(dimensions), _CLASH)
    values = {tensor.name: START[meaning_of_name(tensor.name) or "unknown"] for tensor in inputs if tensor not in taken}
    proposal = Proposal(tuple(inputs), dimensions, sizes, {}, values)
    return _fitted(proposal, fault) if dimensions else proposal


def _fitted(proposal: Proposal, fault: Fault) -> Proposal:
    batches = {dimension.group for dimension in proposal.dimensions if dimension.meaning == "batch"}
    free = [group for group in proposal.sizes if group not in batches]

    def with_all(sizes: Mapping[str, Sizes]) -> Proposal:
        return replace(proposal, sizes={**proposal.sizes, **sizes})

    def with_opt(group: str, size: int) -> dict[str, list[int]]:
        return with_all({group: Sizes(size, size, size)}).shapes("opt")

    usual = proposal.sizes
    if found := fault(proposal.shapes("opt")):
        others = (dict.fromkeys(free, Sizes(size, size, size)) for size in _OTHER_SIZES)
        fitting = next((other for other in others if not fault(with_all(other).shapes("opt"))), None)
        if fitting is None:
            return replace(proposal, fault=found)
        proposal = with_all(fitting)
    steps: dict[str, int] = {}
    for group, sizes in proposal.sizes.items():
        steps_of = (step for step in _STEPS if sizes.opt % step == 0)
        step = next((step for step in steps_of if not fault(with_opt(group, sizes.opt + step))), 0)
        if group in batches:
            fixed = Sizes(sizes.opt, sizes.opt, sizes.opt)
            proposal = proposal if step == 1 else with_all({group: fixed})
            continue
        steps[group] = step or 1
        if step and not fault(with_opt(group, usual[group].opt)):
            sizes = usual[group]
        elif step:
            sizes = Sizes(min(usual[group].min, sizes.opt), sizes.opt, max(usual[group].max, sizes.opt))
        proposal = with_all({group: _in_steps(sizes, step)})
    proposal = replace(proposal, steps=steps)
    return _with_limits(proposal, free, fault)


def _in_steps(sizes: Sizes, step: int) -> Sizes:
    """Let the limits be multiples of a step; 0 allows no other size."""
    if not step:
        return Sizes(sizes.opt, sizes.opt, sizes.opt)
    return Sizes(-(-sizes.min // step) * step, sizes.opt, max(sizes.opt, sizes.max // step * step))


def _with_limits(proposal: Proposal, free: Sequence[str], fault: Fault) -> Proposal:
    """Move the limits of each dimension nearer to its usual size until nothing speaks against them."""

    def takes(sizes: Mapping[str, Sizes], which: str) -> bool:
        return not fault(replace(proposal, sizes=sizes).shapes(which))

    usual = {group: Sizes(sizes.opt, sizes.opt, sizes.opt) for group, sizes in proposal.sizes.items()}
    limited = dict(proposal.sizes)
    for group in free:
        sizes, step = limited[group], proposal.steps[group]

        def fits(size: int, group: str = group) -> bool:
            return takes({**usual, group: Sizes(size, size, size)}, "opt")

        limited[group] = Sizes(
            _farthest(sizes.opt, sizes.min, step, fits), sizes.opt, _farthest(sizes.opt, sizes.max, step, fits)
        )
    if not takes(limited, "min"):
        limited = {group: replace(sizes, min=sizes.opt) for group, sizes in limited.items()}
    if not takes(limited, "max"):
        limited = {group: replace(sizes, max=sizes.opt) for group, sizes in limited.items()}
    return replace(proposal, sizes=limited)


def _farthest(usual: int, limit: int, step: int, fits: Callable[[int], bool]) -> int:
    """Find the size in steps from the usual one that is nearest to a limit and fits, by bisection."""
    if fits(limit):
        return limit
    sign = 1 if limit > usual else -1
    good, bad = 0, abs(limit - usual) // step
    while bad - good > 1:
        middle = (good + bad) // 2
        good, bad = (middle, bad) if fits(usual + sign * middle * step) else (good, middle)
    return usual + sign * good * step

"""A model is prepared: converted to fp16 or bf16 with as few nodes in fp32 as its results allow, and the proof of that.

Its results are those of the file as it is, run on the processor. The converted model is compared with them as a GPU
would compute it: every result of a node that is converted is rounded, which a processor would not do by itself.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from builder.base.cancellation import CancelToken
from builder.base.errors import Fault, InvalidParameter, ModelInvalid
from builder.base.files import sha256_of
from builder.base.text import verbatim
from builder.references.comparison import OutputDifference, compare_output
from builder.references.tolerance import Tolerance
from builder.vendor.models.facts import ModelFacts, read_model
from builder.vendor.models.onnx_file import load_onnx
from builder.vendor.preparing.conversion import CannotConvert, Narrow, convert, stays_anyway
from builder.vendor.preparing.emulation import emulated, emulated_file
from builder.vendor.preparing.made_samples import make_samples
from builder.vendor.preparing.ranges import tensor_ranges
from builder.vendor.preparing.rules import must_stay
from builder.vendor.preparing.runtime import Runtime
from builder.vendor.preparing.samples import Samples, read_samples
from builder.vendor.preparing.search import find_keep
from builder.vendor.preparing.simplifying import simplified
from builder.vendor.preparing.tensor_types import types_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Results = Sequence[Mapping[str, NDArray[Any]]]

MIN_COSINE: Mapping[Narrow, float] = {"fp16": 0.9999, "bf16": 0.999}
"""What every output must keep where the vendor sets no limit."""

Tell = Callable[[str], None]
"""Hears what is being done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is to be prepared.

    Attributes:
        model: the ONNX file.
        to: what it is to compute in.
        limits: how far its results may be from those that it has.
        samples: files with inputs; some are made up where there are none.
        shapes: of the inputs that are made up; None for what `engine-builder new` would propose.
        keep: patterns of names of nodes that stay in fp32.
        seconds: for the search.
    """

    model: Path
    to: Narrow
    limits: Tolerance
    samples: tuple[Path, ...] = ()
    shapes: Mapping[str, Sequence[int]] | None = None
    keep: tuple[re.Pattern[str], ...] = ()
    seconds: float = 600.0


@dataclass(frozen=True, slots=True)
class Kept:
    """A node that stays in fp32.

    Attributes:
        node: its name.
        operator: such as `Softmax`.
        reason: why.
    """

    node: str
    operator: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What came of it.

    Attributes:
        content: the converted model; None where it stays as it is.
        problem: why it stays as it is; "" otherwise.
        sha256: of the file that it was made of, and of each file with its weights.
        samples: what it was tried with.
        nodes: how many it has, as it was simplified.
        kept: those of a converted model that stay in fp32, in its order.
        outputs: how far each result is from what it was; of all samples, the worst.
        plain: the same without keeping any node that can be converted.
        complete: whether each node that the search has found was tried without.
        runs: how often the model was run with all samples.
        versions: of the programs that made it.
    """

    content: bytes | None
    problem: str = ""
    sha256: Mapping[str, str]
    samples: Samples
    nodes: int
    kept: tuple[Kept, ...]
    outputs: tuple[OutputDifference, ...]
    plain: tuple[OutputDifference, ...]
    complete: bool = True
    runs: int
    versions: Mapping[str, str]

    @property
    def keep_fp32(self) -> list[str]:
        """The nodes that stay in fp32, as app.toml has them."""
        return [item.node for item in self.kept]


@dataclass(frozen=True, slots=True)
class Source:
    """A model that can be prepared.

    Attributes:
        facts: of its file.
        model: the `onnx.ModelProto` with its weights.
        simple: the same, simplified: what is converted.
        nodes: those of its main graph that give floating-point numbers, in its order.
        sha256: of its files.
    """

    facts: ModelFacts
    model: Any
    simple: Any
    nodes: tuple[str, ...]
    sha256: Mapping[str, str]


def read_source(path: Path, cancel: CancelToken) -> Source:
    """Read a model that is to be prepared.

    Raises:
        ModelInvalid: it is damaged, or does not compute in fp32.
        SystemNotSupported: ONNX Runtime is not installed.
    """
    from google.protobuf.message import EncodeError
    from onnx.external_data_helper import load_external_data_for_model

    Runtime()  # says what is to be installed
    facts = read_model(path, cancel)
    if facts.precision != "fp32":
        found = f"a model in {facts.precision}" if facts.precision else "a model that computes in whole numbers only"
        raise ModelInvalid(
            verbatim(f"{path.name} cannot be converted:"),
            hint=verbatim("Give the fp32 model. What one in int8, fp8, int4 or fp4 holds, --inspect tells."),
            faults=(Fault(path.name, "", found, "a model in fp32"),),
        )
    model = load_onnx(path, cancel)
    load_external_data_for_model(model, str(path.parent))
    sha256 = {name: sha256_of(path.parent / name, cancel) for name in (path.name, *facts.external_data)}
    try:
        simple = simplified(model, cancel)
        return Source(facts, model, simple, _computing(simple), sha256)
    except (EncodeError, ValueError) as error:
        raise ModelInvalid(
            verbatim(f"{path.name} has more than 2 GiB with its weights, which cannot be converted here."),
            hint=verbatim("Export it in parts, or convert it where it is trained."),
        ) from error


def _computing(model: Any) -> tuple[str, ...]:
    from onnx import TensorProto

    others = {name for name, kind in types_of(model).items() if kind != TensorProto.FLOAT}
    return tuple(node.name for node in model.graph.node if {*node.output} - others)


def as_listed(source: Source, to: Narrow, keep: Sequence[str]) -> bytes:
    """Convert a model once more, with the nodes in fp32 that app.toml lists.

    Raises:
        ModelInvalid: it has no such nodes, or gives no valid model.
    """
    known = {*source.nodes}
    if missing := [name for name in keep if name not in known]:
        faults = tuple(Fault("app.toml", "keep_fp32", repr(name), "a node of the model") for name in missing)
        raise ModelInvalid(
            verbatim("keep_fp32 names nodes that the model does not have:"),
            hint=verbatim("It lists the nodes of another model; run the command without --as-listed."),
            faults=faults,
        )
    try:
        return _content(convert(source.simple, to, keep))
    except CannotConvert as error:
        raise ModelInvalid(verbatim(f"{source.facts.path.name} cannot be converted: {error}")) from error


def prepare(request: Request, cancel: CancelToken, tell: Tell) -> Prepared:
    """Convert a model, and prove it.

    Raises:
        ModelInvalid: it cannot be run, or is not in fp32.
        InvalidParameter: a pattern of `keep` is no node's name.
    """
    source = read_source(request.model, cancel)
    runtime = Runtime()
    asked = _asked_for(source, request.keep)
    if request.samples:
        samples = read_samples(request.samples, source.facts.inputs, cancel)
    else:
        samples = make_samples(source.facts, request.shapes, cancel=cancel)
    tell(f"running it in fp32 with {_count(samples.samples, 'sample')}")
    trials = _Trials(request, source, samples, runtime, cancel, tell)
    ranges = tensor_ranges(source.simple, samples.samples, cancel)
    reasons = {
        node.name: f"{node.op_type} is not converted to {request.to}"
        for node in source.simple.graph.node
        if node.name in source.nodes and stays_anyway(node, request.to)
    }
    plain = trials.differences(frozenset(reasons))
    reasons = asked | must_stay(source.simple, ranges, request.to) | reasons
    must, complete, everything = frozenset(reasons), True, frozenset(source.nodes)
    keep = must
    # Where not even fp32 passes, because another order of computing gives other results, nothing is to be found.
    if not trials.passes(must) and not trials.passes(everything):
        keep = everything
    elif not trials.passes(must):
        end = time.monotonic() + request.seconds
        found = find_keep(source.nodes, trials.passes, must, lambda: time.monotonic() < end)
        keep, complete = found.keep, found.complete
    content, problem, outputs = _converted(source, request.to, keep, trials)
    kept = tuple(
        Kept(node.name, node.op_type, reasons.get(node.name, "without it, the results are not right"))
        for node in source.simple.graph.node
        if content is not None and node.name in keep
    )
    return Prepared(
        content=content,
        problem=problem,
        sha256=source.sha256,
        samples=samples,
        nodes=len(source.nodes),
        kept=kept,
        outputs=outputs,
        plain=plain,
        complete=complete,
        runs=trials.runs,
        versions=_versions(runtime),
    )


def _converted(
    source: Source, to: Narrow, keep: frozenset[str], trials: _Trials
) -> tuple[bytes | None, str, tuple[OutputDifference, ...]]:
    """Convert a model for good, or say why it must stay as it is; and how far its results are."""
    if keep.issuperset(source.nodes):
        fp32 = trials.differences(keep)
        if unstable := [item for item in fp32 if item.fault]:
            why = "not even in fp32 it gives these results again when its constants are folded"
            return None, f"{why}: {unstable[0].output} {unstable[0].fault}; samples of real data may do better", fp32
        return None, "all of its nodes would have to stay in fp32", fp32
    try:
        converted = convert(source.simple, to, keep)
        # Proved of what will be in the file, and not only of what it was meant to be.
        outputs = trials.of(emulated_file(converted))
    except (CannotConvert, ModelInvalid) as error:
        return None, str(error), trials.differences(keep)
    if wrong := [item for item in outputs if item.fault]:
        return None, f"its results are not right: {wrong[0].output} {wrong[0].fault}", outputs
    return _content(converted), "", outputs


class _Trials:
    """The results of the model with some nodes in fp32, beside those that it has."""

    def __init__(
        self, request: Request, source: Source, samples: Samples, runtime: Runtime, cancel: CancelToken, tell: Tell
    ) -> None:
        self._request = request
        self._source = source
        self._samples = samples.samples
        self._runtime = runtime
        self._cancel = cancel
        self._tell = tell
        self._known: dict[frozenset[str], tuple[OutputDifference, ...]] = {}
        self.runs = 1
        self._right: Results = runtime.run(source.model, self._samples, cancel)

    def differences(self, keep: frozenset[str]) -> tuple[OutputDifference, ...]:
        """Tell how far each result is from what it was."""
        if keep not in self._known:
            narrow = frozenset(self._source.nodes) - keep
            model = emulated(self._source.simple, narrow, self._request.to)
            self._known[keep] = self.of(model)
            worst = min(self._known[keep], key=lambda it: (it.fault is None, it.cosine or 0.0), default=None)
            said = (worst.fault or "right") if worst else "no outputs"
            self._tell(f"run {self.runs}, {len(keep)} of {len(self._source.nodes)} nodes in fp32: {said}")
        return self._known[keep]

    def of(self, model: Any) -> tuple[OutputDifference, ...]:
        """Run another model, and tell how far each result is."""
        self.runs += 1
        try:
            got = self._runtime.run(model, self._samples, self._cancel)
        except ModelInvalid:
            # Sizes that are computed in floating point fit no longer where they are rounded.
            return tuple(OutputDifference(output=name, fault="cannot be computed") for name in self._right[0])
        return worst_of(self._right, got, self._request.limits)

    def passes(self, keep: frozenset[str]) -> bool:
        """Whether all results are near enough."""
        return not any(item.fault for item in self.differences(keep))


def worst_of(right: Results, got: Results, limits: Tolerance) -> tuple[OutputDifference, ...]:
    """Compare the outputs of all samples, and give the worst of each."""
    return tuple(
        _worst([compare_output(name, one[name], two[name], limits) for one, two in zip(right, got, strict=True)])
        for name in (right[0] if right else ())
    )


def _worst(found: Sequence[OutputDifference]) -> OutputDifference:
    # A fault without a cosine is that of results that are not finite, or of another shape.
    worst = min(found, key=lambda item: (item.fault is None, item.cosine if item.cosine is not None else -2.0))
    return replace(
        worst,
        max_abs=_of(max, (item.max_abs for item in found)),
        cosine=_of(min, (item.cosine for item in found)),
        psnr=_of(min, (item.psnr for item in found)),
    )


def _of(choose: Callable[[list[float]], float], values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return choose(known) if known else None


def _asked_for(source: Source, patterns: Sequence[re.Pattern[str]]) -> dict[str, str]:
    """Find the nodes that the vendor wants to keep."""
    found = {pattern: [name for name in source.nodes if pattern.fullmatch(name)] for pattern in patterns}
    if idle := [pattern.pattern for pattern, names in found.items() if not names]:
        raise InvalidParameter(
            verbatim(f"--keep: no node of the model is called {' or '.join(map(repr, idle))}."),
            hint=verbatim(
                f"A whole name must match; the model has {', '.join(map(repr, source.nodes[:5]))} and so on."
            ),
        )
    return {name: f"--keep {pattern.pattern}" for pattern, names in found.items() for name in names}


def _content(model: Any) -> bytes:
    return bytes(model.SerializeToString(deterministic=True))


def _versions(runtime: Runtime) -> dict[str, str]:
    import numpy
    import onnx

    import builder

    ours = {"engine-builder": builder.__version__, "onnxruntime": runtime.version}
    return ours | {"onnx": str(onnx.__version__), "numpy": str(numpy.__version__)}


def _count(things: Sequence[Any], name: str) -> str:
    return f"one {name}" if len(things) == 1 else f"{len(things)} {name}s"

"""From the parser's errors to sentences that name the node and say why, and what helps.

The words that are looked for are those of TensorRT-RTX 1.7; classic TensorRT has the same parser. An error whose words
are not known here is still reported with its node, its operator and the parser's own reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.backend import BACKENDS
from builder.base.errors import BuildFailed
from builder.base.events import BuildJob
from builder.base.text import Text, join, say, verbatim
from builder.worker.interface import NAMES_APART
from builder.worker.library import LibraryLog, plain_reason
from builder.worker.onnx_tensors import StoredTensors
from builder.worker.onnx_types import Interface, declared_kinds, element_in_words

if TYPE_CHECKING:
    from builder.worker import trt

_MOST_REASONS = 10
_NO_OPERATOR = "FallbackPluginImporter"
"""The parser's function for every operator that is none of its own, also for one without a name."""
_NO_PLUGIN = "lugin not found"
_MOST_DIMENSIONS = 8
"""Of a tensor, in all versions of the library."""
_MORE_OUTPUTS = r"(more|mode) than \d+ outputs|with one output"

_SYMMETRIC = say(
    "Quantize the model with QuantizeLinear and DequantizeLinear nodes, as int8 and with zero points of 0.",
    window="Ask the application's vendor for a corrected package.",
)
_INFERENCE = say(
    "Export the model for inference, not for training; in PyTorch, call model.eval() first.",
    window="Ask the application's vendor for a corrected package.",
)
_CONSTANT = say(
    "Make what the reason names a constant: an initializer of the ONNX file instead of an input or a computed value.",
    window="Ask the application's vendor for a corrected package.",
)
_CONDITION = say(
    "Give each Loop a condition, such as a constant that is true, or export the model without loops.",
    window="Ask the application's vendor for a corrected package.",
)
_DENSE = say(
    "Store these values as an ordinary, dense tensor: in initializer instead of sparse_initializer, in value instead "
    "of sparse_value.",
    window="Ask the application's vendor for a corrected package.",
)
_ONE_OUTPUT = say(
    "Export the model without the further outputs of these nodes.",
    window="Ask the application's vendor for a corrected package.",
)
WITHOUT_THESE = say(
    "Export the model without these operators, or with a plain ONNX replacement for them.",
    window="Ask the application's vendor for a corrected package.",
)
CLASSIC_HAS_IT = say(
    'Classic TensorRT has this operator: set backend = "tensorrt" for this model in app.toml, or end the model before '
    "it and do this step in the application.",
    window="Ask the application's vendor for a corrected package.",
)
_AS_THE_REASON_SAYS = say(
    "The operator is supported, but not in this way: export the model with what the reason allows.",
    window="Ask the application's vendor for a corrected package.",
)
CHECK_IT = say(
    "Check the file with onnx.checker and export it again.",
    window="Ask the application's vendor for a corrected package.",
)
_FEWER_DIMENSIONS = say(
    "Export the model with inputs of at most {count} dimensions.",
    window="Ask the application's vendor for a corrected package.",
    count=_MOST_DIMENSIONS,
)
_REPLACE = say(
    "The library failed on this operator: export the model with a plain ONNX replacement for it.",
    window="Ask the application's vendor for a corrected package.",
)
_OTHER_TYPE = say(
    "Export the model with inputs and weights that are fp32, fp16, bf16, int8, int32, int64 or bool, and convert the "
    "values in the application.",
    window="Ask the application's vendor for a corrected package.",
)

_TYPES_OF_WEIGHTS = {1, 2, 3, 6, 7, 9, 10, 11, 16, 17, 22, 23, 24}
"""Members of onnx.TensorProto.DataType that the library takes, though uint8 and fp64 only in places."""

ONLY_IN_CLASSIC = ("NonMaxSuppression", "RoiAlign", "NonZero", "DeformConv")
"""Operators that classic TensorRT has as plugins or kernels of its own, and TensorRT-RTX has not."""


@dataclass(frozen=True, slots=True)
class _Cause:
    """A frequent cause.

    Attributes:
        words: what the parser says then.
        hint: what helps.
        reason: what is said instead of the parser's own words; None where those are good enough.
        operators: the only operators for which it holds; a pattern.
    """

    words: str
    hint: Text
    reason: Text | None = None
    operators: str = ""


_CAUSES = (
    _Cause(
        r"[Nn]on-zero zero point|kENABLE_UINT8|unsupported input type of UINT8",
        _SYMMETRIC,
        say("quantized asymmetrically or as uint8"),
        operators="(?i:.*quantize.*)",
    ),
    _Cause(r"kIMPORT_UINT8", _SYMMETRIC, say("uint8 is not supported inside a network")),
    _Cause(
        r"^false$",
        _SYMMETRIC,
        say("arithmetic with quantized integers is not supported"),
        operators="QLinear.*|.*Integer|DynamicQuantizeLinear",
    ),
    _Cause(r"(?i)training.?mode|isTraining", _INFERENCE, say("in training mode")),
    _Cause(_MORE_OUTPUTS, _INFERENCE, say("in training mode"), operators="BatchNormalization|Dropout"),
    _Cause(_MORE_OUTPUTS, _ONE_OUTPUT, say("with more outputs than are supported")),
    # It says this of constants that are text as well, which do not occur in networks that compute.
    _Cause(r"sparse_value", _DENSE, operators="Constant"),
    _Cause(r"lugin", CLASSIC_HAS_IT, say("TensorRT-RTX does not have this operator"), "|".join(ONLY_IN_CLASSIC)),
    _Cause(r"^Assertion .* failed\b", _REPLACE),
    _Cause(r"duplicate tensor name", NAMES_APART),
    _Cause(r"build-time constant|initializer|is not a constant|is a shape tensor and must have type", _CONSTANT),
)


@dataclass(frozen=True, slots=True)
class Explained:
    """An error of the parser in words.

    Attributes:
        node: which node, with its operator; or which input.
        operator: its operator; empty for an input.
        reason: what is wrong with it.
        hint: what helps; None where nothing is known that does.
        is_unsupported: whether the library does not know the operator at all.
        more: how many nodes of this kind there are besides, of which the parser said nothing.
    """

    node: Text
    operator: str
    reason: Text
    hint: Text | None
    is_unsupported: bool = False
    more: int = 0


def explain(
    errors: list[trt.ParserError],
    content: memoryview,
    declared: Interface,
    stored: StoredTensors,
    job: BuildJob,
    log: LibraryLog,
) -> list[Explained]:
    """Put each error of the parser into words.

    Args:
        errors: of the parser.
        content: the ONNX file.
        declared: its inputs and outputs.
        stored: its tensors.
        job: what was to be built.
        log: what the library said.
    """
    library = BACKENDS[job.backend].title
    kinds = declared_kinds(content)
    found = []
    for error in errors:
        if error.func() == "importInput":
            found.append(_input_refused(error, declared, kinds, library))
            continue
        wrong = (
            _weights_of_wrong_type(error, stored, library)
            or _unregistered_input(error, content)
            or _output_of_nothing(error, declared, stored)
        )
        found.append(wrong or _node_error(error, job.backend, log))
    return found


def summary(explained: list[Explained]) -> Text:
    """Say what is wrong with each node or input, each once."""
    reasons = [say("{node}: {reason}", node=node, reason=reason) for node, reason in _by_kind(explained)]
    return _and_more(join("; ", reasons[:_MOST_REASONS]), len(reasons))


def _by_kind(explained: list[Explained]) -> list[tuple[Text, Text]]:
    """Give each kind of node with a reason: its first one and how many more there are, and the reason."""
    alike_by_reason: dict[tuple[str, str], list[Explained]] = {}
    for item in explained:
        alike_by_reason.setdefault((item.operator or item.node, item.reason), []).append(item)
    kinds = []
    for alike in alike_by_reason.values():
        node = alike[0].node
        if others := len({item.node for item in alike}) - 1 + sum(item.more for item in alike):
            node = say("{node} and {count} more of this kind", node=node, count=others)
        kinds.append((node, alike[0].reason))
    return kinds


def refusal(explained: list[Explained], job: BuildJob, detail: str) -> BuildFailed:
    """Make the error that names every node or input that the library does not take, with what helps.

    Args:
        explained: what `explain` made of the parser's errors; at least one.
        job: what was to be built.
        detail: the parser's errors as they are, for the log.
    """
    if all(item.is_unsupported for item in explained):
        nodes = [node for node, _ in _by_kind(explained)]
        message = say(
            "The model {model!r} uses operators that the engine library does not support: {nodes}.",
            model=job.model,
            nodes=_and_more(join(", ", nodes[:_MOST_REASONS]), len(nodes)),
        )
    else:
        message = say(
            "{library} cannot build the model {model!r}: {reasons}",
            library=BACKENDS[job.backend].title,
            model=job.model,
            reasons=summary(explained),
        )
    first, *others = dict.fromkeys(item.hint or _AS_THE_REASON_SAYS for item in explained)
    return BuildFailed(message, hint=join(" ", [first, *others[:2]]) if others else first, detail=detail)


def _and_more(listed: Text, count: int) -> Text:
    more = count - _MOST_REASONS
    return say("{nodes} and {count} more", nodes=listed, count=more) if more > 0 else listed


def _input_refused(error: trt.ParserError, declared: Interface, kinds: dict[str, str], library: str) -> Explained:
    """Say what is wrong with an input. The parser gives its name in the place of its own source file's."""
    name = error.file()
    shape = next((tensor.shape for tensor in declared.inputs if tensor.name == name), None)
    if "dimensions" in error.desc():
        reason = verbatim(plain_reason(error.desc()))
        if shape and len(shape) > _MOST_DIMENSIONS:
            reason = say("{count} dimensions, more than {library} takes", count=len(shape), library=library)
        return Explained(say("the input {input!r}", input=name), "", reason, _FEWER_DIMENSIONS)
    kind = verbatim(kinds[name]) if name in kinds else say("of no data type")
    reason = say("{type}, which {library} does not take", type=kind, library=library)
    return Explained(say("the input {input!r}", input=name), "", reason, _OTHER_TYPE)


def _weights_of_wrong_type(error: trt.ParserError, stored: StoredTensors, library: str) -> Explained | None:
    """Say which weights have a wrong type; the parser says only whose they are."""
    wanted = re.search(r"Failed to import initializer: (.+?)\s*$|^Invalid Node - (?:node_of_)?(.+)$", error.desc())
    names = {name.rpartition("initializer: ")[2] for name in wanted.groups() if name} if wanted else set()
    for tensor in stored.tensors:
        is_meant = tensor.name in names or tensor.operator == error.node_operator() == "Constant"
        if is_meant and tensor.data_type not in _TYPES_OF_WEIGHTS:
            kind = element_in_words(tensor.data_type)
            reason = say("{type}, which {library} does not take", type=kind, library=library)
            return Explained(say("the weights {tensor!r}", tensor=tensor.name), "", reason, _OTHER_TYPE)
    if error.func() == "importInitializers" or (wanted and wanted[1]):
        name = error.desc().rpartition("Failed to import initializer: ")[2].strip()
        reason = say("their content does not fit their data type and shape")
        return Explained(say("the weights {tensor!r}", tensor=name), "", reason, None)
    return None


def _output_of_nothing(error: trt.ParserError, declared: Interface, stored: StoredTensors) -> Explained | None:
    """Say which output the graph declares, but does not compute."""
    if "null tensor" not in error.desc() or error.node() >= 0:
        return None
    made = stored.made | {tensor.name for tensor in stored.tensors} | {tensor.name for tensor in declared.inputs}
    missing = next((tensor.name for tensor in declared.outputs if tensor.name not in made), None)
    if missing is None:
        return None
    return Explained(say("the output {output!r}", output=missing), "", say("no node computes it"), CHECK_IT)


def _unregistered_input(error: trt.ParserError, content: memoryview) -> Explained | None:
    """Say why the parser does not know an input: it ignores sparse weights, and loops need a condition."""
    if "Node input was not registered" not in error.desc():
        return None
    import onnx
    from google.protobuf.message import DecodeError

    try:
        graphs = [onnx.load_model_from_string(bytes(content)).graph]
    except DecodeError:
        # The library reads a file up to the first zero where a field should begin; Python's protobuf refuses it.
        return None
    sparse: set[str] = set()
    while graphs:
        graph = graphs.pop(0)
        sparse |= {tensor.values.name for tensor in graph.sparse_initializer}
        for node in graph.node:
            name = verbatim(repr(node.name or ", ".join(node.output)))
            place = say("{operator} (node {node})", operator=node.op_type, node=name)
            is_this = (node.op_type, node.name) == (error.node_operator(), error.node_name())
            if is_this and (weights := next((name for name in node.input if name in sparse), "")):
                reason = say("the weights {tensor!r} are a sparse tensor, which is not supported", tensor=weights)
                return Explained(place, node.op_type, reason, _DENSE)
            if node.op_type == "Loop" and not "".join(node.input[1:2]):
                return Explained(place, node.op_type, say("a loop without a condition"), _CONDITION)
            for attribute in node.attribute:
                graphs += [attribute.g] if attribute.HasField("g") else attribute.graphs
    return None


def _node_error(error: trt.ParserError, backend: str, log: LibraryLog) -> Explained:
    reason = plain_reason(error.desc())
    operator = _operator_of(error)
    node = _node_in_words(error, operator)
    if error.node() < 0 and not operator and log.node:
        name, operator = log.node
        node = say("{operator} (node {node})", operator=operator, node=verbatim(repr(name.removeprefix("node_of_"))))
    return _because(node, operator, reason, backend)


def without_operator(node: Text, operator: str, backend: str) -> Explained:
    """Put into words that the library does not have the operator of a node, of which the parser said nothing."""
    return _because(node, operator, _NO_PLUGIN if operator in ONLY_IN_CLASSIC else "false", backend)


def _because(node: Text, operator: str, reason: str, backend: str) -> Explained:
    for cause in _CAUSES:
        fits = not cause.operators or re.fullmatch(cause.operators, operator)
        has_it = cause.hint is CLASSIC_HAS_IT and backend == "tensorrt"
        if fits and not has_it and re.search(cause.words, reason):
            return Explained(node, operator, cause.reason or verbatim(reason), cause.hint)
    if reason == "false" or _NO_PLUGIN in reason or "failed to load" in reason:
        return Explained(node, operator, say("not supported"), WITHOUT_THESE, is_unsupported=True)
    words = verbatim(reason) if reason else say("The library gave no reason.")
    return Explained(node, operator, words, None if operator and reason else CHECK_IT)


def _operator_of(error: trt.ParserError) -> str:
    """The operator of an error; some errors have it only in the name of the parser's function."""
    if operator := error.node_operator():
        return str(operator)
    named = re.fullmatch(r"(?:import|check)([A-Z]\w*)", error.func())
    return named[1] if named and named[1] != _NO_OPERATOR else ""


def _node_in_words(error: trt.ParserError, operator: str) -> Text:
    if error.node() < 0:
        return verbatim(operator) if operator else say("the model")
    name = verbatim(repr(error.node_name())) if error.node_name() else say("number {number}", number=error.node())
    kind = verbatim(operator) if operator else say("a node without an operator")
    if stack := list(error.local_function_stack()):
        return say("{operator} (node {node}, inside {outer})", operator=kind, node=name, outer=" > ".join(stack))
    return say("{operator} (node {node})", operator=kind, node=name)

"""What a quantized ONNX file holds, what is wrong with it, and what each GPU can do with it. Nothing is built or run.

What is refused here was refused by TensorRT-RTX 1.7 when such models were built with it; the tests build them again.
"""

from __future__ import annotations

import re
import struct
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from builder.backend import TENSORRT_RTX
from builder.backend.tensorrt_rtx import FAMILIES, LEAST_TARGETS, TARGETS, TURING, lacks_data_type
from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import ModelInvalid
from builder.base.text import verbatim
from builder.vendor.checking.classic import needs
from builder.vendor.models.onnx_file import NotOnnx, graphs, load_onnx, nodes
from builder.worker.onnx_types import element_in_words

Severity = Literal["refused", "wrong", "doubtful"]
"""No engine comes of it; an engine comes of it that gives wrong results; it builds, but NVIDIA does not promise it."""

_TYPES = {2: "uint8", 3: "int8", 17: "fp8", 22: "int4", 23: "fp4"}
"""onnx.TensorProto.DataType: the quantized types that TensorRT takes at least in places, in the words of `app.toml`."""

_FLOATS = {1: "f", 10: "e", 11: "d"}
_BFLOAT16, _FP8, _FLOAT8E8M0 = 16, 17, 24
_LINEAR = ("QuantizeLinear", "DequantizeLinear")
_INTEGER_ARITHMETIC = re.compile(
    r"QLinear.*|.*Integer(ToFloat)?|DynamicQuantize(Linear|MatMul|LSTM)|QGemm|QAttention|MatMulNBits|GatherBlockQuantized"
)
_OUTPUT_CHANNELS = {"Conv": 0, "ConvTranspose": 1}
"""The axis of a convolution's weights along which NVIDIA documents scales per channel."""

_PROBLEMS: dict[str, tuple[Severity, str, str]] = {
    "integer_arithmetic": (
        "refused",
        "operators that compute with quantized numbers themselves",
        "Quantize the model again with QuantizeLinear and DequantizeLinear nodes (QDQ, static), not dynamically and "
        "not in ONNX Runtime's own operators.",
    ),
    "asymmetric": (
        "refused",
        "zero points other than 0, that is asymmetric quantization",
        "Quantize symmetrically: activations and weights as int8, with zero points of 0.",
    ),
    "uint8_as_int8": (
        "wrong",
        "quantized to uint8 with a zero point of 0, which TensorRT-RTX reads as int8: everything beyond 127 of the 255 "
        "steps is cut off, without any word of it",
        "Quantize to int8 with a zero point of 0. Where no zero point is given, uint8 is meant.",
    ),
    "uint8": ("refused", "values stored as uint8", "Store them as int8, with a zero point of 0."),
    "data_type": (
        "refused",
        "quantized to a type that TensorRT does not have",
        "Quantize to int8, fp8 (float8e4m3fn), int4 or fp4.",
    ),
    "int32": (
        "refused",
        "int32 values that are dequantized, such as biases",
        "Leave biases in floating point: tell the quantizer not to quantize them.",
    ),
    "zero_point_not_constant": (
        "refused",
        "zero points that are computed or given as an input",
        "Store zero points of 0 in the file; quantize statically, with samples.",
    ),
    "scale_not_positive": (
        "refused",
        "scales that are not above 0",
        "Quantize again, with samples in which these tensors are not always 0.",
    ),
    "small_float_convolution": (
        "refused",
        "int4 or fp4 weights of a convolution",
        "Leave convolutions in int8, fp8 or fp16; int4 and fp4 are for matrix products.",
    ),
    "fp4_activations": (
        "refused",
        "activations quantized to fp4 with a plain QuantizeLinear, on which TensorRT-RTX 1.7.1 crashed",
        "Quantize only weights to fp4, or activations as NVIDIA's Model Optimizer does (TRT_FP4DynamicQuantize).",
    ),
    "activations_per_channel": (
        "doubtful",
        "activations with a scale for each channel; NVIDIA documents that for weights only",
        "Quantize activations with one scale per tensor.",
    ),
    "weights_along_another_axis": (
        "doubtful",
        "weights of convolutions with scales along another axis than that of their output channels",
        "Quantize them along axis 0 (Conv) or 1 (ConvTranspose).",
    ),
}
"""What may be wrong: how bad it is, what it is, what to do."""


@dataclass(frozen=True, slots=True)
class Held:
    """Tensors that are quantized in the same way.

    Attributes:
        data_type: such as `int8`.
        of: what they are.
        scales: how they are scaled, such as `one per tensor` or `one per block of 64 along axis 0`.
        count: how many.
    """

    data_type: str
    of: Literal["weights", "activations"]
    scales: str
    count: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong.

    Attributes:
        name: for programs; a key of `_PROBLEMS`.
        severity: how bad it is.
        words: for people, as a part of a sentence.
        remedy: what to do about it.
        nodes: where it is; every node once.
    """

    name: str
    severity: Severity
    words: str
    remedy: str
    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OnGpu:
    """What comes of the model on GPUs of one compute capability, with TensorRT-RTX.

    Attributes:
        target: the compute capability.
        family: what people call these GPUs.
        state: `perhaps` where only building it tells.
        reason: in a sentence.
    """

    target: str
    family: str
    state: Literal["can", "cannot", "perhaps"]
    reason: str


@dataclass(frozen=True, slots=True)
class QuantizedFacts:
    """What was found in one file.

    Attributes:
        path: of the file.
        held: what is quantized; empty in a model that is not quantized.
        problems: what is wrong, the worst first.
        gpus: one for each target of TensorRT-RTX.
        classic: what NVIDIA documents of the data types and classic TensorRT; nobody has tried that here.
    """

    path: Path
    held: tuple[Held, ...]
    problems: tuple[Problem, ...]
    gpus: tuple[OnGpu, ...]
    classic: tuple[str, ...]

    @property
    def is_quantized(self) -> bool:
        return bool(self.held or self.problems)

    @property
    def is_usable(self) -> bool:
        """Whether an engine comes of it that gives right results, as far as is known without building it."""
        return all(problem.severity == "doubtful" for problem in self.problems)


def inspect_quantized(path: Path, cancel: CancelToken = NEVER) -> QuantizedFacts:
    """Look at one file.

    Raises:
        ModelInvalid: it is no ONNX model.
    """
    try:
        model = load_onnx(path, cancel)
    except NotOnnx as error:
        raise ModelInvalid(
            verbatim("The file cannot be looked at:"), hint=verbatim("Give an ONNX model."), faults=(error.fault,)
        ) from error
    return quantized_facts(path, model)


def quantized_facts(path: Path, model: Any) -> QuantizedFacts:
    """Tell what an `onnx.ModelProto` that was read from a file holds."""
    look = _Look(model)
    found = [
        Problem(name, *what, nodes=tuple(dict.fromkeys(look.problems[name])))
        for name, what in _PROBLEMS.items()
        if name in look.problems
    ]
    problems = tuple(sorted(found, key=lambda problem: get_args(Severity).index(problem.severity)))
    held = tuple(Held(*what, count) for what, count in sorted(look.held.items()))
    operators = {node.op_type for node in nodes(model)}
    types = frozenset(item.data_type for item in held)
    return QuantizedFacts(path, held, problems, tuple(_on_gpus(types, problems, operators)), needs(types))


def _on_gpus(types: frozenset[str], problems: tuple[Problem, ...], operators: set[str]) -> Iterator[OnGpu]:
    refused = [problem.words for problem in problems if problem.severity == "refused"]
    wrong = any(problem.severity == "wrong" for problem in problems)
    for target in TARGETS:
        family = FAMILIES[target]
        lacked = lacks_data_type(target, types)
        if lacked:
            least = LEAST_TARGETS[lacked]
            yield OnGpu(target, family, "cannot", f"it lacks {lacked}, which compute capability {least} and newer have")
        elif refused:
            yield OnGpu(target, family, "cannot", f"{TENSORRT_RTX.title} refuses {refused[0]}")
        elif wrong:
            yield OnGpu(target, family, "cannot", "it builds, but gives wrong results")
        elif target == TURING and operators & {"MatMul", "Gemm", "Conv", "ConvTranspose"}:
            reason = "some products and convolutions are refused there; engine-builder check tells which"
            yield OnGpu(target, family, "perhaps", reason)
        else:
            yield OnGpu(target, family, "can", "it has every data type of the model")


class _Look:
    """One walk over a model: what is quantized and how, and in which nodes something is wrong."""

    def __init__(self, model: Any) -> None:
        self.held: Counter[tuple[str, Literal["weights", "activations"], str]] = Counter()
        self.problems: dict[str, list[str]] = {}
        self._makers: dict[str, Any] = {}
        self._users: dict[str, list[Any]] = {}
        self._stored: dict[str, Any] = {}
        self._inputs: dict[str, int] = {}
        for graph in graphs(model):
            self._stored |= {tensor.name: tensor for tensor in getattr(graph, "initializer", ())}
            # A function's inputs have no type.
            self._inputs |= {it.name: it.type.tensor_type.elem_type for it in graph.input if not isinstance(it, str)}
        for node in nodes(model):
            self._makers |= dict.fromkeys(node.output, node)
            for name in node.input:
                self._users.setdefault(name, []).append(node)
            if node.op_type == "Constant":
                value = next((it.t for it in node.attribute if it.name == "value"), None)
                self._stored |= {} if value is None else {node.output[0]: value}
        for number, node in enumerate(nodes(model)):
            label = f"{node.op_type} {node.name!r}" if node.name else f"{node.op_type} number {number}"
            if node.op_type in _LINEAR and len(node.input) >= 2:
                self._linear(node, label)
            elif _INTEGER_ARITHMETIC.fullmatch(node.op_type):
                self._found("integer_arithmetic", label)

    def _found(self, problem: str, node: str) -> None:
        self.problems.setdefault(problem, []).append(node)

    def _linear(self, node: Any, label: str) -> None:
        """Look at one QuantizeLinear or DequantizeLinear."""
        number = self._type_of(node)
        is_constant = self._is_constant(node.input[0])
        from_graph = node.op_type == "DequantizeLinear" and node.input[0] in self._inputs
        is_quantizing = node.op_type == "QuantizeLinear"
        self._scale(node.input[1], label)
        zero_point = self._zero_point(node, label)
        if number is None:
            return  # the type of a computed tensor; the node that made it was looked at
        if number == 6:
            self._found("int32", label)
        elif number not in _TYPES:
            self._found("data_type", label)
        elif number == 2 and zero_point != "other":
            self._found("uint8_as_int8" if is_quantizing else "uint8", label)
        if is_quantizing or is_constant or from_graph:
            of: Literal["weights", "activations"] = "weights" if is_constant else "activations"
            data_type = _TYPES.get(number) or element_in_words(number)
            self.held[data_type, of, self._scales(node)] += 1
            self._places(node, of, data_type, label)

    def _type_of(self, node: Any) -> int | None:
        """The quantized type; None where only type inference would tell."""
        if node.op_type == "DequantizeLinear":
            stored = self._stored.get(node.input[0])
            return int(stored.data_type) if stored is not None else self._inputs.get(node.input[0])
        if len(node.input) > 2 and node.input[2]:
            stored = self._stored.get(node.input[2])
            return int(stored.data_type) if stored is not None else self._inputs.get(node.input[2])
        return _attribute(node, "output_dtype") or 2

    def _is_constant(self, name: str) -> bool:
        """Whether a tensor is stored, or made of what is stored alone."""
        waiting, seen = [name], set()
        while waiting:
            tensor = waiting.pop()
            if tensor in self._stored or tensor in seen:
                continue
            seen.add(tensor)
            maker = self._makers.get(tensor)
            if maker is None or not (any(maker.input) or maker.op_type == "Constant"):
                return False
            waiting += [given for given in maker.input if given]
        return True

    def _zero_point(self, node: Any, label: str) -> Literal["zero", "other"]:
        name = node.input[2] if len(node.input) > 2 else ""
        if not name:
            return "zero"
        # Of fp8 there are no others than 0, and the library does not look at them.
        if not self._is_constant(name) and self._type_of(node) != _FP8:
            self._found("zero_point_not_constant", label)
        stored = self._stored.get(name)
        if stored is not None and (stored.raw_data.strip(b"\0") or any(stored.int32_data)):
            self._found("asymmetric", label)
            return "other"
        return "zero"

    def _scale(self, name: str, label: str) -> None:
        stored = self._stored.get(name)
        if stored is not None and stored.data_type == _FLOAT8E8M0:
            self._found("data_type", label)
        if stored is not None and any(not scale > 0 for scale in _floats(stored)):
            self._found("scale_not_positive", label)

    def _scales(self, node: Any) -> str:
        stored = self._stored.get(node.input[1])
        if stored is None:
            return "computed"
        axis = self._axis(node)
        if block := _attribute(node, "block_size"):
            return f"one per block of {block} along axis {axis}"
        return f"one per channel along axis {axis}" if any(size != 1 for size in stored.dims) else "one per tensor"

    @staticmethod
    def _axis(node: Any) -> int:
        axis = _attribute(node, "axis")
        return 1 if axis is None else axis

    def _places(self, node: Any, of: str, data_type: str, label: str) -> None:
        """Look at where a quantized tensor is used."""
        per_channel = self._scales(node).startswith("one per channel")
        if of == "activations":
            if data_type == "fp4":
                self._found("fp4_activations", label)
            if per_channel:
                self._found("activations_per_channel", label)
            return
        users = self._users.get(node.output[0], [])
        if node.op_type == "QuantizeLinear":
            users = [after for user in users for after in self._users.get(user.output[0], [])]
        for user in users:
            if user.op_type not in _OUTPUT_CHANNELS:
                continue
            if data_type in ("int4", "fp4"):
                self._found("small_float_convolution", label)
            elif per_channel and self._axis(node) != _OUTPUT_CHANNELS[user.op_type]:
                self._found("weights_along_another_axis", label)


def _attribute(node: Any, name: str) -> int | None:
    return next((int(it.i) for it in node.attribute if it.name == name), None)


def _floats(tensor: Any) -> Iterator[float]:
    """The numbers of a tensor in floating point; none of one that lies outside the file or is of another type."""
    raw = tensor.raw_data
    if tensor.data_type in _FLOATS:
        kind = _FLOATS[tensor.data_type]
        size = struct.calcsize(kind)
        yield from (value for (value,) in struct.iter_unpack(f"<{kind}", raw[: len(raw) // size * size]))
        yield from tensor.float_data
        yield from tensor.double_data
        halves = struct.pack(f"<{len(tensor.int32_data)}H", *(it & 0xFFFF for it in tensor.int32_data))
        yield from (value for (value,) in struct.iter_unpack("<e", halves))
    elif tensor.data_type == _BFLOAT16:
        words = struct.unpack(f"<{len(raw) // 2}H", raw[: len(raw) // 2 * 2])
        yield from (struct.unpack("<f", struct.pack("<I", word << 16))[0] for word in (*words, *tensor.int32_data))

"""Models and profiles that the library does not take, all in one app package: what a reader is told of each.

Those that it does take, against appearances, are among them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy
import pytest
from onnx import GraphProto, NodeProto, SparseTensorProto, TensorProto, ValueInfoProto, helper, numpy_helper

from tests.support.packages import model_entry, write_manifest
from tests.support.program import Ended
from tests.support.runs import install

INT64, INT32, BOOL = TensorProto.INT64, TensorProto.INT32, TensorProto.BOOL
LARGEST = (1 << 31) - 1
Profile = Mapping[str, tuple[list[int], list[int], list[int]]]


def value(name: str, shape: Sequence[int | str] | None, kind: int = TensorProto.FLOAT) -> ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, shape)


def node(operator: str, inputs: str, outputs: str, **attributes: Any) -> NodeProto:
    """A node; `inputs` and `outputs` are names with blanks between them, `-` for one that is left out."""
    taken, made = ([name.strip("-") for name in text.split()] for text in (inputs, outputs))
    return helper.make_node(operator, taken, made, **attributes)


@dataclass(frozen=True)
class Case:
    """A model, its profile, and words of what is said about it; none where it is built.

    Attributes:
        raw: bytes to replace in the file, for what the onnx package does not write.
        stored: weights of types that numpy does not have.
    """

    nodes: Sequence[NodeProto]
    inputs: Sequence[ValueInfoProto]
    outputs: Sequence[ValueInfoProto]
    said: Sequence[str] = ()
    weights: Mapping[str, numpy.ndarray] = field(default_factory=dict)
    profile: Profile | None = None
    opset: int = 17
    raw: tuple[bytes, bytes] = (b"", b"")
    sparse: Sequence[SparseTensorProto] = ()
    stored: Sequence[TensorProto] = ()

    def content(self) -> bytes:
        weights = [numpy_helper.from_array(array, name) for name, array in self.weights.items()]
        graph = helper.make_graph(
            self.nodes, "test", self.inputs, self.outputs, [*weights, *self.stored], sparse_initializer=self.sparse
        )
        opsets = [helper.make_opsetid("", self.opset)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=9)
        content: bytes = model.SerializeToString()
        return content.replace(*self.raw) if self.raw[0] else content


def sparse(name: str) -> SparseTensorProto:
    values = numpy_helper.from_array(numpy.array([1, 2], numpy.float32), name)
    return helper.make_sparse_tensor(values, numpy_helper.from_array(numpy.array([0, 3])), [4])


def branch(operator: str, output: str, inputs: str = "x") -> GraphProto:
    return helper.make_graph([node(operator, inputs, output, name=f"in_{output}")], output, [], [value(output, [])])


LOOP = helper.make_graph(
    [node("Add", "a a", "twice"), node("Identity", "go", "on")],
    "body",
    [value("step", [], INT64), value("go", [], BOOL), value("a", [4])],
    [value("on", [], BOOL), value("twice", [4])],
)
FOUR, IMAGE = [value("x", [4])], [value("x", [1, 3, 8, 8])]
ONE = numpy.ones(3, numpy.float32)


def slices(st: tuple[list[int], list[int], list[int]], en: tuple[list[int], list[int], list[int]] | None) -> Case:
    inputs = [value("x", [64]), value("st", [1], INT64), value("en", [1], INT32)]
    nodes = [node("Cast", "en", "end", to=INT64), node("Slice", "x st end", "y")]
    return Case(nodes, inputs, [value("y", ["n"])], profile={"st": st} | ({"en": en} if en else {}))


def said(case: Case, *words: str) -> Case:
    return Case(case.nodes, case.inputs, case.outputs, words, case.weights, case.profile, case.opset)


def resized(profile: Profile | None) -> Case:
    inputs = [value("x", ["rows", 4]), value("u", ["rows", 2])]
    return Case(
        [node("Relu", "x", "y"), node("Relu", "u", "v")], inputs, [value("y", None), value("v", None)], profile=profile
    )


def counted(start: list[int]) -> Case:
    scalars = [value(name, [], INT64) for name in ("start", "limit", "delta")]
    profile = {"start": (start, start, start), "limit": ([5], [6], [7]), "delta": ([1], [1], [1])}
    return Case([node("Range", "start limit delta", "y")], scalars, [value("y", ["n"], INT64)], profile=profile)


def quantized(zero: numpy.ndarray) -> Case:
    nodes = [node("QuantizeLinear", "x s z", "q", name="squeeze"), node("DequantizeLinear", "q s z", "y")]
    weights = {"s": numpy.array(0.02, numpy.float32), "z": zero}
    return Case(
        nodes,
        FOUR,
        [value("y", [4])],
        ("QuantizeLinear (node 'squeeze')", "asymmetrically or as uint8", "int8 and with zero points of 0"),
        weights,
    )


def dequantized(weights: numpy.ndarray, zero: numpy.ndarray, scale: float | numpy.ndarray = 0.1) -> Case:
    nodes = [node("DequantizeLinear", "w s z", "d", name="widen"), node("Mul", "x d", "y")]
    return Case(
        nodes,
        FOUR,
        [value("y", [4])],
        ("DequantizeLinear (node 'widen'): quantized asymmetrically or as uint8\n", "int8 and with zero points of 0"),
        {"w": weights, "s": numpy.asarray(scale, numpy.float32), "z": zero},
    )


def of_type(kind: int, name: str, said: str) -> Case:
    """A model whose weights, which have a name with a blank, are of such a type."""
    content: list[Any] = [b"a" if kind == TensorProto.STRING else 1]
    constant = helper.make_node("Constant", [], [name], value=helper.make_tensor("", kind, [1], content))
    nodes = [constant, helper.make_node("Cast", [name], ["c"], to=1), node("Mul", "x c", "y")]
    return Case(nodes, FOUR, [value("y", [4])], (f"the weights {name!r}: {said}, which TensorRT-RTX does not take",))


PROFILES = {
    "negative-values": slices(([-9], [-5], [-1]), ([1], [30], [64])),
    "value-of-minus-one": slices(([0], [0], [0]), ([-1], [-1], [-1])),
    "largest-values": slices(([-(1 << 63)], [0], [0]), ([1], [2], [LARGEST])),
    "value-beyond-int32": said(
        slices(([0], [0], [0]), ([1], [2], [1 << 31])), "profile[0].en.max[0]: found 2147483648", "-2147483648 to"
    ),
    "two-values": said(slices(([0, 0], [0, 0], [0, 0]), ([1], [2], [3])), "profile[0].st: found 2 values; expected 1"),
    "no-values": said(
        slices(([0], [0], [0]), None),
        "profile[0]: found nothing for the input 'en'",
        "min, opt and max",
        "int32",
        "as a constant",
    ),
    "no-profile-for-values": said(
        Case(
            [node("Slice", "x st en", "y")],
            [value("x", [64]), value("st", [1], INT64), value("en", [1], INT64)],
            [value("y", ["n"])],
        ),
        "profile: found none",
        "the values of the input 'st' (int64 1)",
        "the values of the input 'en'",
    ),
    "scalars": counted([0]),
    "scalar-without-value": said(counted([]), "profile[0].start: found 0 values; expected 1, as in int64 scalar"),
    "largest-size": resized({"x": ([1, 4], [8, 4], [LARGEST, 4]), "u": ([1, 2], [8, 2], [9, 2])}),
    "size-beyond": said(
        resized({"x": ([1, 4], [8, 4], [1 << 31, 4]), "u": ([1, 2], [8, 2], [9, 2])}),
        "profile[0].x.max[0]: found 2147483648; expected 0 to 2147483647",
    ),
    "negative-size": said(
        resized({"x": ([1, 4], [8, 4], [9, 4]), "u": ([-1, 2], [8, 2], [9, 2])}), "profile[0].u.min[0]: found -1"
    ),
    "impossible-values": said(
        Case(
            [node("Reshape", "x st", "y")],
            [value("x", [8]), value("st", [2], INT64)],
            [value("y", ["n", "m"])],
            profile={"st": ([3, 3], [3, 3], [3, 3])},
        ),
        "sizes of a profile contradict each other",
        "reshape changes volume",
    ),
    "shared-name": said(
        resized({"x": ([1, 4], [8, 4], [9, 4]), "u": ([1, 2], [7, 2], [9, 2])}),
        "profile[0].u.opt[0]: found 7; expected 8, as in profile[0].x.opt[0]",
        "the name 'rows'",
        "a name of its own",
    ),
    "shared-name-with-other-limits": resized({"x": ([1, 4], [8, 4], [9, 4]), "u": ([2, 2], [8, 2], [19, 2])}),
}

OPERATORS = {
    "uint8-with-zero-point": quantized(numpy.array(7, numpy.uint8)),
    "int8-with-zero-point": quantized(numpy.array(-3, numpy.int8)),
    "weights-as-uint8": dequantized(numpy.full(4, 130, numpy.uint8), numpy.array(128, numpy.uint8)),
    "weights-with-zero-points": dequantized(
        numpy.ones(4, numpy.int8), numpy.array([0, 0, 9, 0], numpy.int8), numpy.full(4, 0.1)
    ),
    "text-in-a-constant": of_type(TensorProto.STRING, "two words", "string"),
    "complex-constant": of_type(TensorProto.COMPLEX64, "wave", "complex64"),
    "weights-of-uint4": Case(
        [node("DequantizeLinear", "q s", "d"), node("Mul", "x d", "y")],
        FOUR,
        [value("y", [4])],
        ("the weights 'q': uint4, which",),
        {"s": numpy.array(0.1, numpy.float32)},
        opset=21,
        stored=[helper.make_tensor("q", TensorProto.UINT4, [4], [1, 2, 3, 4])],
    ),
    "nine-dimensions": Case(
        [node("Neg", "x", "y")],
        [value("x", [1] * 9)],
        [value("y", [1] * 9)],
        ("the input 'x': 9 dimensions, more than TensorRT-RTX takes", "at most 8 dimensions"),
    ),
    "input-twice": Case(
        [node("Neg", "x", "y")], [*FOUR, *FOUR], [value("y", [4])], ("duplicate tensor name: x", "a name of its own")
    ),
    "output-of-nothing": Case(
        [node("Neg", "x", "y")], FOUR, [value("z", [4])], ("the output 'z': no node computes it", "onnx.checker")
    ),
    "attribute-left-out": Case(
        [node("Neg", "x", "n"), node("Cast", "n", "y", name="convert")],
        FOUR,
        [value("y", [4])],
        ("Cast (node 'convert'): Attribute not found: to",),
    ),
    "integer-arithmetic": Case(
        [node("MatMulInteger", "x w", "y", name="product")],
        [value("x", [2, 3], TensorProto.INT8)],
        [value("y", [2, 3], INT32)],
        ("MatMulInteger (node 'product')", "QuantizeLinear and DequantizeLinear"),
        {"w": numpy.ones((3, 3), numpy.int8)},
    ),
    "suppression": Case(
        [node("NonMaxSuppression", "boxes scores", "y", name="nms")],
        [value("boxes", [1, 8, 4]), value("scores", [1, 2, 8])],
        [value("y", ["n", 3], INT64)],
        ("NonMaxSuppression", "Classic TensorRT has this operator"),
    ),
    "regions": Case(
        [node("RoiAlign", "x boxes of", "y", name="roi")],
        [*IMAGE, value("boxes", [2, 4]), value("of", [2], INT64)],
        [value("y", None)],
        ("RoiAlign (node 'roi'): TensorRT-RTX does not have", "Classic TensorRT has this operator"),
    ),
    "normalization-in-training": Case(
        [node("BatchNormalization", "x a b c d", "y m v", name="norm", training_mode=1)],
        IMAGE,
        [value("y", [1, 3, 8, 8]), value("m", [3]), value("v", [3])],
        ("'train': BatchNormalization (node 'norm'): in training mode\n", "model.eval()"),
        {"a": ONE, "b": ONE, "c": ONE, "d": ONE},
    ),
    "dropout-in-training": Case(
        [node("Dropout", "x ratio train", "y", name="drop")],
        FOUR,
        [value("y", [4])],
        ("Dropout (node 'drop'): in training mode", "model.eval()"),
        {"ratio": numpy.array(0.5, numpy.float32), "train": numpy.array(True)},
    ),
    "loop-without-condition": Case(
        [node("Loop", "times - x", "y", name="again", body=LOOP)],
        FOUR,
        [value("y", [4])],
        ("Loop (node 'again'): a loop without a condition", "Give each Loop a condition"),
        {"times": numpy.array(3)},
    ),
    "loop-with-condition": Case(
        [node("Loop", "times go x", "y", body=LOOP)],
        FOUR,
        [value("y", [4])],
        weights={"times": numpy.array(3), "go": numpy.array(True)},
    ),
    "node-without-operator": Case(
        [node("", "x", "y")], FOUR, [value("y", [4])], ("a node without an operator (node number 0)",)
    ),
    "unknown-tensor-before-zeros": Case(
        [node("Relu", "missing", "y")],
        FOUR,
        [value("y", [4])],
        ("cannot be used", "Relu"),
        raw=(b"B\x04\n\x00\x10\x11", b"B\x04\n\x00\x10\x11\x00\x00"),
    ),
    "weights-cut-off": Case(
        [node("Add", "x w", "y")],
        FOUR,
        [value("y", [4])],
        ("the weights 'w': their content does not fit their data type and shape", "onnx.checker"),
        {"w": numpy.ones(4, numpy.float32)},
        raw=(b"\x08\x04\x10\x01B\x01w", b"\x08\x05\x10\x01B\x01w"),
    ),
    "attribute-cut-off": Case(
        [
            node("Constant", "", "c", value=numpy_helper.from_array(numpy.ones(4, numpy.float32))),
            node("Add", "x c", "y"),
        ],
        FOUR,
        [value("y", [4])],
        ("Constant (node number 0): The library gave no reason.", "Check the file with onnx.checker"),
        raw=(b"\x08\x04\x10\x01J\x10", b"\x08\x05\x10\x01J\x10"),
    ),
    "unknown-tensor": Case([node("Relu", "missing", "y")], FOUR, [value("y", [4])], ("cannot be used", "Relu")),
    "mode-of-resize": Case(
        [node("Resize", "x - scales", "y", name="grow", mode="linear", antialias=1)],
        IMAGE,
        [value("y", None)],
        ("Resize (node 'grow'): Antialiasing is not supported", "supported, but not in this way"),
        {"scales": numpy.array([1, 1, 0.5, 0.5], numpy.float32)},
        opset=18,
    ),
    "dilated-pooling": Case(
        [node("MaxPool", "x", "y", name="pool", kernel_shape=[2, 2], dilations=[2, 2])],
        IMAGE,
        [value("y", None)],
        ("MaxPool (node 'pool'): This version of TensorRT does not support dilations other than 1.",),
    ),
    "reduction-of-scatter": Case(
        [node("ScatterElements", "x at new", "y", reduction="mul", axis=0)],
        [*FOUR, value("at", [2], INT64), value("new", [2])],
        [value("y", [4])],
        ("ScatterElements: Unsupported reduction type",),
        opset=18,
    ),
    "computed-axes": Case(
        [node("ReduceSum", "x axes", "y", name="sum")],
        [*IMAGE, value("axes", [1], INT64)],
        [value("y", None)],
        ("ReduceSum (node 'sum'): Axis input must resolve to a build-time constant", "a constant: an initializer"),
    ),
    "unsupported-twice": Case(
        [node("Det", "x", "d", name="one"), node("Det", "x", "e", name="two"), node("Add", "d e", "y")],
        [value("x", [2, 2])],
        [value("y", [])],
        ("does not support: Det (node 'one') and 1 more of this kind.", "Export the model without"),
    ),
    "sparse-weights": Case(
        [node("Relu", "x", "r"), node("Mul", "r k", "y", name="scale")],
        FOUR,
        [value("y", [4])],
        ("Mul (node 'scale'): the weights 'k' are a sparse tensor", "ordinary, dense tensor"),
        sparse=[sparse("k")],
    ),
    "sparse-weights-inside": Case(
        [node("If", "c", "y", name="choice", then_branch=branch("Add", "t", "x k"), else_branch=branch("Abs", "e"))],
        [*FOUR, value("c", [], BOOL)],
        [value("y", [4])],
        ("Add (node 'in_t'", "the weights 'k' are a sparse tensor"),
        sparse=[sparse("k")],
    ),
    "sparse-constant": Case(
        [node("Constant", "", "k", sparse_value=sparse(""), name="few"), node("Mul", "x k", "y")],
        FOUR,
        [value("y", [4])],
        ("Constant (node 'few'): ", "sparse_value", "ordinary, dense tensor"),
    ),
    "sparse-weights-that-nothing-takes": Case([node("Relu", "x", "y")], FOUR, [value("y", [4])], sparse=[sparse("k")]),
    "unsupported-inside": Case(
        [node("If", "c", "y", name="choice", then_branch=branch("Det", "t"), else_branch=branch("Det", "e"))],
        [value("x", [2, 2]), value("c", [], BOOL)],
        [value("y", [])],
        ("Det (node 'in_t', inside choice (If) > t (then_branch))",),
    ),
    "unsupported-in-many-places": Case(
        [
            node("If", "c", "d", name="choice", then_branch=branch("Det", "t"), else_branch=branch("Bernoulli", "e")),
            node("Concat", "x x", "k", name="join", axis=9),
            node("NonZero", "k", "z", name="places"),
            node("Det", "x", "f", name="last"),
            node("Unique", "x", "y"),
        ],
        [value("x", [2, 2]), value("c", [], BOOL)],
        [value("y", [])],
        (
            "Det (node 'in_t', inside choice (If) > t (then_branch)) and 1 more of this kind: not supported; ",
            "Bernoulli (node 'in_e', inside choice (If) > e (else_branch)): not supported",
            "NonZero (node 'places'): TensorRT-RTX does not have this operator",
            "Unique (node number 4): not supported",
        ),
    ),
    "unsupported-behind-what-is-wrong": Case(
        [node("Concat", "x x", "k", name="join", axis=9), node("Squeeze", "k", "z"), node("Unique", "z", "y")],
        FOUR,
        [value("y", None)],
        ("Concat (node 'join'): Axis must be", "Unique (node number 2): not supported"),
    ),
    "squeeze-in-vain": Case(
        [node("Unsqueeze", "x axes", "y", name="wider")],
        [*FOUR, value("axes", [1], INT64)],
        [value("y", None)],
        ("Unsqueeze (node 'wider'): unsqueeze axis is not a constant",),
    ),
    "input-of-uint16": Case(
        [node("Cast", "count", "y", to=1)],
        [value("count", [4], TensorProto.UINT16)],
        [value("y", [4])],
        ("the input 'count': uint16, which TensorRT-RTX does not take", "convert the values in the application"),
    ),
    "no-inputs": Case(
        [node("Constant", "", "constant", value=numpy_helper.from_array(numpy.zeros(2, numpy.float32)))],
        [],
        [value("constant", [2])],
        ["has no inputs", "'constant' (fp32 2)"],
    ),
    "zero-point-computed": Case(
        [node("QuantizeLinear", "x scale zero", "q"), node("DequantizeLinear", "q scale zero", "y")],
        [value("x", [2, 2]), value("scale", []), value("zero", [], TensorProto.INT8)],
        [value("y", [2, 2])],
        ["zero points of QuantizeLinear and DequantizeLinear must be constants"],
    ),
    "input-of-text": Case(
        [node("Relu", "x", "y")],
        [*FOUR, value("label", [4], TensorProto.STRING)],
        [value("y", [4])],
        ("the input 'label': string,",),
    ),
    "input-of-complex": Case(
        [node("Identity", "wave", "y")],
        [value("wave", [4], TensorProto.COMPLEX64)],
        [value("y", [4], TensorProto.COMPLEX64)],
        ("the input 'wave': complex64,",),
    ),
    "input-of-sequence": Case(
        [node("ConcatFromSequence", "parts", "y", axis=0)],
        [helper.make_tensor_sequence_value_info("parts", TensorProto.FLOAT, [4])],
        [value("y", None)],
        ("the input 'parts': a sequence,", "ConcatFromSequence (node number 0): not supported"),
    ),
    "weights-of-uint64": Case(
        [node("Cast", "big", "c", to=1), node("Add", "x c", "y")],
        FOUR,
        [value("y", [4])],
        ("the weights 'big': uint64,",),
        {"big": numpy.ones(4, numpy.uint64)},
    ),
    "name-that-is-no-text": Case(
        [node("Relu", "xxx", "y")],
        [value("xxx", [4])],
        [value("y", [4])],
        ("a name that is not valid text", "UTF-8"),
        raw=(b"xxx", b"x\xff\xfe"),
    ),
}
CASES = PROFILES | OPERATORS


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Ended:
    """One run with all of them."""
    home = tmp_path_factory.mktemp("refused")
    entries = []
    for name, case in CASES.items():
        file = home / "package" / f"{name}.onnx"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(case.content())
        profile = {
            key: dict(zip(("min", "opt", "max"), sizes, strict=True)) for key, sizes in (case.profile or {}).items()
        }
        entries.append(model_entry(file.parent, file) | ({"profile": [profile]} if profile else {}))
    return install(home, write_manifest(home / "package", *entries))


@pytest.mark.parametrize(("name", "case"), CASES.items(), ids=CASES)
def test_a_model_is_built_or_its_reason_names_what_is_wrong(ended: Ended, name: str, case: Case) -> None:
    (finished,) = [event for event in ended.events if event["event"] == "model_finished" and event["model"] == name]
    hints = ended.events[-1]["hint"].splitlines()
    hint = next((line for line in hints if name in line.partition(": ")[0].split(", ")), "")
    text = f"{finished['message']}\n{hint}".replace(name, "train")
    assert finished["outcome"] == ("failed" if case.said else "built"), text
    for words in case.said:
        assert words in text
    assert "driver" not in text
    assert "internal error" not in text


def test_faults_of_a_profile_name_the_model(ended: Ended) -> None:
    assert "app.toml, model 'size-beyond': profile[0].x.max[0]: found 2147483648" in ended.out

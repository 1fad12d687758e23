"""Small models that a plain conversion to fp16 ruins, each in its own way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy
import onnx
from onnx import TensorProto

from tests.support.graphs import model, node, value, weight


@dataclass(frozen=True)
class Ruined:
    """A model that cannot be in fp16 as a whole.

    Attributes:
        model: in fp32; `simplified` changes nothing about its nodes.
        samples: inputs with which it shows.
        stays: the nodes that must stay in fp32.
    """

    model: onnx.ModelProto
    samples: tuple[dict[str, Any], ...]
    stays: tuple[str, ...]


def _made(
    nodes: Sequence[Any], shape: Sequence[int | str], weights: dict[str, Any], samples: Any, *stays: str
) -> Ruined:
    for item in nodes:
        item.name = item.output[0]
    stored = [weight(name, numpy.asarray(numbers, "float32")) for name, numbers in weights.items()]
    made = model(nodes, [value("x", shape)], [value(nodes[-1].output[0], None)], stored)
    return Ruined(made, tuple({"x": numpy.asarray(sample, "float32")} for sample in samples), stays)


def overflow_in_the_middle() -> Ruined:
    """Of 12 nodes, the seventh gives numbers up to some 90,000."""
    random = numpy.random.RandomState(1)
    squares = {name: random.standard_normal((16, 16)) / 4 for name in ("w1", "w2", "w3", "w4")}
    nodes = [
        node("MatMul", ["x", "w1"], ["n1"]), node("Relu", ["n1"], ["n2"]), node("MatMul", ["n2", "w2"], ["n3"]),
        node("Tanh", ["n3"], ["n4"]), node("Mul", ["n4", "thirty"], ["n5"]), node("Abs", ["n5"], ["n6"]),
        node("Mul", ["n6", "thousands"], ["n7"]), node("Mul", ["n7", "little"], ["n8"]),
        node("MatMul", ["n8", "w3"], ["n9"]), node("Sigmoid", ["n9"], ["n10"]), node("Sub", ["n10", "half"], ["n11"]),
        node("MatMul", ["n11", "w4"], ["n12"]),
    ]  # fmt: skip
    numbers = {"thirty": 30, "thousands": 3000, "little": 1e-5, "half": 0.5}
    samples = random.standard_normal((2, 4, 16))
    return _made(nodes, ["n", 16], squares | numbers, samples, "n7", "n8")


def softmax_over_ten_thousand() -> Ruined:
    """Of 10,000 shares most are too small for fp16, and the logarithm of 0 is taken."""
    random = numpy.random.RandomState(2)
    weights = {"w": random.standard_normal((16, 10_000))}
    nodes = [
        node("MatMul", ["x", "w"], ["scores"]), node("Softmax", ["scores"], ["shares"], axis=-1),
        node("Log", ["shares"], ["logarithms"]), node("Neg", ["logarithms"], ["y"]),
    ]  # fmt: skip
    return _made(nodes, [1, 16], weights, random.standard_normal((2, 1, 16)), "shares", "logarithms")


def normalization_with_large_means() -> Ruined:
    """A layer normalization of numbers around 3,000, in the parts that older exporters make of one."""
    random = numpy.random.RandomState(3)
    weights = {"w1": random.standard_normal((16, 16)), "w2": random.standard_normal((16, 16)) / 4}
    numbers = {"offset": 3000, "two": 2, "epsilon": 1e-5}
    nodes = [
        node("MatMul", ["x", "w1"], ["a"]), node("Tanh", ["a"], ["b"]), node("Add", ["b", "offset"], ["shifted"]),
        node("ReduceMean", ["shifted"], ["mean"], axes=[-1]), node("Sub", ["shifted", "mean"], ["centred"]),
        node("Pow", ["centred", "two"], ["squares"]), node("ReduceMean", ["squares"], ["variance"], axes=[-1]),
        node("Add", ["variance", "epsilon"], ["c"]), node("Sqrt", ["c"], ["deviation"]),
        node("Div", ["centred", "deviation"], ["normal"]), node("MatMul", ["normal", "w2"], ["y"]),
    ]  # fmt: skip
    samples = random.standard_normal((2, 1, 8, 16))
    return _made(nodes, [1, 8, 16], weights | numbers, samples, "shifted", "mean", "centred")


def large_variance() -> Ruined:
    """A batch normalization with a variance of 9.8e7, as PP-OCRv4's detector has one."""
    random = numpy.random.RandomState(4)
    weights = {
        "w": random.standard_normal((4, 3, 3, 3)) / 4, "scale": numpy.full(4, 9000), "bias": random.standard_normal(4),
        "mean": numpy.full(4, 0.1), "variance": numpy.full(4, 9.8e7),
    }  # fmt: skip
    nodes = [
        node("Conv", ["x", "w"], ["features"]), node("Relu", ["features"], ["positive"]),
        node("BatchNormalization", ["positive", "scale", "bias", "mean", "variance"], ["normal"]),
        node("Sigmoid", ["normal"], ["y"]),
    ]  # fmt: skip
    return _made(nodes, [1, 3, "h", "w"], weights, random.standard_normal((2, 1, 3, 8, 8)), "normal")


def counting_range() -> Ruined:
    """Positions up to 5,000, of which fp16 has only every fourth one in the end, and waves along them."""
    random = numpy.random.RandomState(5)
    nodes = [
        node("Size", ["x"], ["size"]), node("Cast", ["size"], ["count"], to=TensorProto.FLOAT),
        node("Range", ["zero", "count", "one"], ["positions"]), node("Mul", ["positions", "pace"], ["angles"]),
        node("Sin", ["angles"], ["waves"]), node("Add", ["x", "waves"], ["y"]),
    ]  # fmt: skip
    numbers = {"zero": 0, "one": 1, "pace": 0.3}
    samples = random.uniform(0, 0.5, (2, 5000))
    return _made(nodes, ["n"], numbers, samples, "count", "positions", "angles", "waves")


RUINED: dict[str, Callable[[], Ruined]] = {
    made.__name__: made
    for made in (
        overflow_in_the_middle,
        softmax_over_ten_thousand,
        normalization_with_large_means,
        large_variance,
        counting_range,
    )
}

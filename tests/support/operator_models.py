"""Models of a single operator each, for what engine libraries take in which data type."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy
import onnx

from tests.support.graphs import model, node, value, weight

_IMAGE = (1, 8, 16, 16)
_ELEMENTWISE = (
    "Abs", "Acos", "Acosh", "Asin", "Asinh", "Atan", "Atanh", "Ceil", "Celu", "Cos", "Cosh", "Elu", "Erf", "Exp",
    "Floor", "GlobalAveragePool", "GlobalMaxPool", "HardSigmoid", "HardSwish", "Identity", "LeakyRelu", "Log",
    "LogSoftmax", "LpNormalization", "MeanVarianceNormalization", "Neg", "Reciprocal", "ReduceL1", "ReduceL2",
    "ReduceLogSum", "ReduceLogSumExp", "ReduceMax", "ReduceMean", "ReduceMin", "ReduceProd", "ReduceSum",
    "ReduceSumSquare", "Relu", "Round", "Selu", "Sigmoid", "Sign", "Sin", "Sinh", "Softmax", "Softplus", "Softsign",
    "Sqrt", "Tan", "Tanh", "ThresholdedRelu", "Transpose", "Trilu",
)  # fmt: skip
"""Operators that need nothing but an input."""


def _numbers(*shape: int) -> Any:
    return numpy.random.RandomState(0).uniform(0.5, 1, shape).astype("float32")


def _made(
    kind: str, weights: Sequence[Any] = (), shape: Sequence[int] = _IMAGE, opset: int = 17, **attributes: Any
) -> onnx.ModelProto:
    stored = [weight(f"w{at}", numbers) for at, numbers in enumerate(weights) if numbers is not None]
    names = ["x", *("" if numbers is None else f"w{at}" for at, numbers in enumerate(weights))]
    made = model([node(kind, names, ["y"], **attributes)], [value("x", shape)], [value("y", None)], stored)
    made.opset_import[0].version = opset
    return made


def operator_models() -> dict[str, onnx.ModelProto]:
    """Make all of them, by a name of each."""
    n, whole = _numbers, numpy.array
    scales = whole([1, 1, 2, 2], "float32")
    found = {kind: _made(kind) for kind in _ELEMENTWISE}
    found |= {kind: _made(kind, [n(*_IMAGE)]) for kind in ("Add", "Div", "Max", "Mean", "Min", "Mul", "Pow", "Sub")}
    found |= {f"Resize, {mode}": _made("Resize", [None, scales], mode=mode) for mode in ("cubic", "linear", "nearest")}
    found |= {
        kind: _made(kind, [n(1, gates * 8, 8), n(1, gates * 8, 8)], (4, 1, 8), hidden_size=8)
        for kind, gates in (("GRU", 3), ("LSTM", 4), ("RNN", 1))
    }
    places = whole([[[[0]] * 8]])
    return found | {
        "AveragePool": _made("AveragePool", kernel_shape=[2, 2]),
        "BatchNormalization": _made("BatchNormalization", [n(8), n(8), n(8), n(8)]),
        "Clip": _made("Clip", [numpy.float32(0), numpy.float32(6)]),
        "Concat": _made("Concat", [n(*_IMAGE)], axis=1),
        "Conv": _made("Conv", [n(8, 8, 3, 3), n(8)]),
        "Conv along a line": _made("Conv", [n(8, 8, 3)], (1, 8, 32)),
        "Conv in a volume": _made("Conv", [n(8, 8, 3, 3, 3)], (1, 8, 8, 8, 8)),
        "Conv of each channel": _made("Conv", [n(8, 1, 3, 3)], group=8),
        "ConvTranspose": _made("ConvTranspose", [n(8, 8, 3, 3)]),
        "CumSum": _made("CumSum", [whole(3)]),
        "DepthToSpace": _made("DepthToSpace", blocksize=2),
        "Einsum": _made("Einsum", [n(16, 8)], equation="bchw,wk->bchk"),
        "Expand": _made("Expand", [whole([2, 8, 16, 16])]),
        "Gather": _made("Gather", [whole([0, 2])], axis=1),
        "GatherElements": _made("GatherElements", [numpy.zeros((1, 2, 16, 16), "int64")], axis=1),
        "GatherND": _made("GatherND", [whole([[0, 1], [0, 2]])]),
        "Gelu": _made("Gelu", opset=20),
        "Gemm": _made("Gemm", [n(16, 8), n(8)], (4, 16)),
        "GridSample": _made("GridSample", [n(1, 4, 4, 2)]),
        "InstanceNormalization": _made("InstanceNormalization", [n(8), n(8)]),
        "LRN": _made("LRN", size=3),
        "LayerNormalization": _made("LayerNormalization", [n(16), n(16)]),
        "MatMul": _made("MatMul", [n(16, 8)]),
        "MaxPool": _made("MaxPool", kernel_shape=[2, 2]),
        "Mish": _made("Mish", opset=18),
        "Mod": _made("Mod", [n(*_IMAGE)], fmod=1),
        "PRelu": _made("PRelu", [n(8, 1, 1)]),
        "Pad": _made("Pad", [whole([0, 0, 1, 1, 0, 0, 1, 1])], mode="reflect"),
        "RandomNormalLike": _made("RandomNormalLike"),
        "RandomUniformLike": _made("RandomUniformLike"),
        "Reshape": _made("Reshape", [whole([1, -1])]),
        "ScatterElements": _made("ScatterElements", [places, n(1, 1, 8, 1)], axis=1),
        "ScatterND": _made("ScatterND", [whole([[0, 1]]), n(1, 16, 16)]),
        "Slice": _made("Slice", [whole([0, 0, 0, 0]), whole([1, 4, 4, 4])]),
        "SpaceToDepth": _made("SpaceToDepth", blocksize=2),
        "Tile": _made("Tile", [whole([1, 1, 2, 2])]),
        "Upsample": _made("Upsample", [scales], opset=9),
    }

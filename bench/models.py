"""The models of the benchmarks: graphs of ordinary shapes with seeded random fp16 weights, made when needed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper, save_model


class _Graph:
    """An ONNX graph that grows from one input, node by node, with every weight in fp16."""

    def __init__(self, name: str, shape: list[int], seed: int) -> None:
        self._name = name
        self._input = helper.make_tensor_value_info("input", TensorProto.FLOAT16, shape)
        self._random = np.random.default_rng(seed)
        self._nodes: list[NodeProto] = []
        self._weights: list[TensorProto] = []

    def weight(self, *shape: int) -> str:
        # Small enough that the activations of a deep stack stay within fp16.
        values = self._random.standard_normal(shape, np.float32) * np.float32(0.02)
        return self.constant(values.astype(np.float16))

    def constant(self, values: np.ndarray[tuple[int, ...], np.dtype[np.float16 | np.int64]]) -> str:
        name = f"weight{len(self._weights)}"
        self._weights.append(numpy_helper.from_array(values, name))
        return name

    def node(self, operator: str, *inputs: str, **attributes: Any) -> str:
        name = f"{operator}{len(self._nodes)}"
        self._nodes.append(helper.make_node(operator, list(inputs), [name], name, **attributes))
        return name

    def convolution(
        self, source: str, channels: int, filters: int, size: int = 3, stride: int = 1, groups: int = 1
    ) -> str:
        return self.node(
            "Conv",
            source,
            self.weight(filters, channels // groups, size, size),
            self.weight(filters),
            kernel_shape=[size, size],
            strides=[stride, stride],
            pads=[size // 2] * 4,
            group=groups,
        )

    def linear(self, source: str, inputs: int, outputs: int) -> str:
        return self.node("Add", self.node("MatMul", source, self.weight(inputs, outputs)), self.weight(outputs))

    def normalized(self, source: str, width: int) -> str:
        return self.node("LayerNormalization", source, self.weight(width), self.weight(width), axis=-1)

    def finish(self, result: str) -> ModelProto:
        self.node("Identity", result)
        self._nodes[-1].output[0] = "output"
        output = helper.make_tensor_value_info("output", TensorProto.FLOAT16, None)
        graph = helper.make_graph(self._nodes, self._name, [self._input], [output], self._weights)
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=10)


def _large() -> ModelProto:
    """About 500 MB: eight wide convolutions, a Gemm and four MatMuls."""
    graph = _Graph("large", [1, 64, 32, 32], seed=1)
    x = graph.node("Relu", graph.convolution("input", 64, 1024))
    for _ in range(8):
        x = graph.node("Add", x, graph.node("Relu", graph.convolution(x, 1024, 1024)))
    x = graph.node("Flatten", graph.node("GlobalAveragePool", x))
    x = graph.node("Relu", graph.node("Gemm", x, graph.weight(1024, 4096), graph.weight(4096)))
    for inputs, outputs in [(4096, 9216), (9216, 4096), (4096, 9216), (9216, 4096)]:
        x = graph.node("Relu", graph.linear(x, inputs, outputs))
    return graph.finish(graph.linear(x, 4096, 1000))


def _residual(seed: int, channels: int, blocks: int) -> ModelProto:
    """A convolutional net of residual blocks."""
    graph = _Graph("residual", [1, 3, 128, 128], seed)
    x = graph.node("Relu", graph.convolution("input", 3, channels, size=7, stride=2))
    for _ in range(blocks):
        inner = graph.node("Relu", graph.convolution(x, channels, channels))
        x = graph.node("Relu", graph.node("Add", x, graph.convolution(inner, channels, channels)))
    x = graph.node("Flatten", graph.node("GlobalAveragePool", x))
    return graph.finish(graph.node("Gemm", x, graph.weight(channels, 1000), graph.weight(1000)))


def _mobile(seed: int, channels: int, blocks: int) -> ModelProto:
    """A convolutional net of inverted residuals: depthwise convolutions with squeeze and excitation."""
    graph = _Graph("mobile", [1, 3, 128, 128], seed)
    wide = 4 * channels
    x = graph.node("HardSwish", graph.convolution("input", 3, channels, stride=2))
    for _ in range(blocks):
        y = graph.node("HardSwish", graph.convolution(x, channels, wide, size=1))
        y = graph.node("HardSwish", graph.convolution(y, wide, wide, size=5, groups=wide))
        gate = graph.node("Relu", graph.convolution(graph.node("GlobalAveragePool", y), wide, channels, size=1))
        gate = graph.node("HardSigmoid", graph.convolution(gate, channels, wide, size=1))
        x = graph.node("Add", x, graph.convolution(graph.node("Mul", y, gate), wide, channels, size=1))
    x = graph.node("Flatten", graph.node("GlobalAveragePool", x))
    return graph.finish(graph.node("Gemm", x, graph.weight(channels, 1000), graph.weight(1000)))


def _mixer(seed: int, width: int, layers: int) -> ModelProto:
    """Perceptrons over tokens and channels in turn (MLP-Mixer)."""
    tokens = 196
    graph = _Graph("mixer", [1, tokens, width], seed)
    x = "input"
    for _ in range(layers):
        y = graph.node("Transpose", graph.normalized(x, width), perm=[0, 2, 1])
        y = graph.linear(graph.node("Relu", graph.linear(y, tokens, 2 * tokens)), 2 * tokens, tokens)
        x = graph.node("Add", x, graph.node("Transpose", y, perm=[0, 2, 1]))
        y = graph.node("Relu", graph.linear(graph.normalized(x, width), width, 4 * width))
        x = graph.node("Add", x, graph.linear(y, 4 * width, width))
    return graph.finish(x)


def _transformer(seed: int, width: int, layers: int) -> ModelProto:
    """An encoder of attention and feed-forward layers."""
    tokens, heads = 128, width // 64
    graph = _Graph("transformer", [1, tokens, width], seed)
    split = graph.constant(np.array([1, tokens, heads, 64], np.int64))
    merge = graph.constant(np.array([1, tokens, width], np.int64))
    scale = graph.constant(np.array(0.125, np.float16))

    def head(source: str, order: list[int]) -> str:
        return graph.node("Transpose", graph.node("Reshape", graph.linear(source, width, width), split), perm=order)

    x = "input"
    for _ in range(layers):
        y = graph.normalized(x, width)
        query, key, value = head(y, [0, 2, 1, 3]), head(y, [0, 2, 3, 1]), head(y, [0, 2, 1, 3])
        scores = graph.node("Softmax", graph.node("Mul", graph.node("MatMul", query, key), scale), axis=-1)
        mixed = graph.node("Transpose", graph.node("MatMul", scores, value), perm=[0, 2, 1, 3])
        x = graph.node("Add", x, graph.linear(graph.node("Reshape", mixed, merge), width, width))
        y = graph.node("Relu", graph.linear(graph.normalized(x, width), width, 4 * width))
        x = graph.node("Add", x, graph.linear(y, 4 * width, width))
    return graph.finish(x)


LARGE: dict[str, Callable[[], ModelProto]] = {"large": _large}
"""One model of about 500 MB."""

MIXED: dict[str, Callable[[], ModelProto]] = {
    "residual-deep": lambda: _residual(11, 96, 140),
    "residual-wide": lambda: _residual(12, 160, 60),
    "mobile-deep": lambda: _mobile(13, 144, 44),
    "mobile-wide": lambda: _mobile(14, 192, 24),
    "mixer-deep": lambda: _mixer(15, 320, 24),
    "mixer-wide": lambda: _mixer(16, 512, 10),
    "transformer-deep": lambda: _transformer(17, 320, 20),
    "transformer-wide": lambda: _transformer(18, 512, 8),
}
"""Eight models of 20 to 60 MB."""


def write_models(models: dict[str, Callable[[], ModelProto]], folder: Path) -> dict[str, Path]:
    """Make the models as `NAME.onnx` in a folder.

    Returns:
        The file of each model.
    """
    paths = {}
    for name, make in models.items():
        paths[name] = folder / f"{name}.onnx"
        save_model(make(), paths[name])
    return paths

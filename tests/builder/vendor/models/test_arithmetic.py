"""How much a model computes, of which sizes, in which data types."""

from __future__ import annotations

import itertools
import math
from pathlib import Path

import numpy
import onnx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnx import TensorProto, numpy_helper

from builder.vendor.models.arithmetic import Graphs, Product
from builder.vendor.models.onnx_file import load_onnx
from tests.support import models
from tests.support.graphs import if_node, model, node, value, weight
from tests.support.program import ROOT

HALF = TensorProto.FLOAT16


def products(made: onnx.ModelProto, **shapes: tuple[int, ...]) -> tuple[Product, ...] | None:
    graphs = Graphs(made)
    return graphs.products(graphs.tensors(shapes))


def test_convolutions_of_a_static_model(tmp_path: Path) -> None:
    first, second = products(load_onnx(models.conv_net(tmp_path / "net.onnx"))) or ()
    assert (first.name, first.operator, first.data_type, first.channels) == ("/first/Conv", "Conv", "fp32", (3, 8))
    assert first.multiply_adds == 8 * 32 * 32 * 3 * 3 * 3
    assert first.tensor_bytes == 4 * 32 * 32 * (3 + 8)
    assert second.channels == (8, 3)


def test_the_shapes_of_dynamic_inputs_decide(tmp_path: Path) -> None:
    path = models.conv_net(tmp_path / "net.onnx", ("batch", 3, "height", "width"), half=True)
    small, large = (products(load_onnx(path), image=(1, 3, size, size)) or () for size in (32, 64))
    assert large[0].multiply_adds == 4 * small[0].multiply_adds
    assert large[0].data_type == "fp16"
    assert products(load_onnx(path)) is None, "nothing is told of a part"


def test_the_demo_and_a_real_model_have_the_known_numbers() -> None:
    demo = products(load_onnx(ROOT / "assets/models/upscale-x3.fp16.onnx")) or ()
    assert sum(product.multiply_adds for product in demo) == 224 * 224 * (3 * 64 * 25 + 4 * 64 * 64 * 9 + 64 * 27 * 9)
    # ResNet-50 is known for 4.1 billion. Its light version makes its weights by nodes.
    light = Path(onnx.__file__).parent / "backend/test/data/light/light_resnet50.onnx"
    assert sum(product.multiply_adds for product in products(load_onnx(light)) or ()) == pytest.approx(4.09e9, rel=0.01)


def test_sizes_that_are_computed_are_followed_through_casts() -> None:
    made = model(
        [
            node("Shape", ["x"], ["s"]),
            node("Cast", ["s"], ["f"], to=TensorProto.FLOAT),
            node("Cast", ["f"], ["i"], to=TensorProto.INT64),
            node("Gather", ["i", "zero"], ["rows"]),
            node("Concat", ["rows", "rest"], ["to"], axis=0),
            node("Reshape", ["x", "to"], ["flat"]),
            node("MatMul", ["flat", "w"], ["y"]),
        ],
        [value("x", ["n", 4, 8])],
        [value("y", None)],
        [weight("zero", numpy.array([0])), weight("rest", numpy.array([32])), weight("w", numpy.ones((32, 64), "f"))],
    )
    (product,) = products(made, x=(5, 4, 8)) or ()
    assert (product.channels, product.multiply_adds) == ((32, 64), 5 * 32 * 64)


def test_both_branches_of_an_if_count() -> None:
    made = model(
        [if_node(weight("w", numpy.ones((4, 4), "f")))],
        [value("x", [1, 4]), value("c", [], TensorProto.BOOL)],
        [value("y", [1, 4])],
    )
    (product,) = products(made) or ()
    assert product.multiply_adds == 16


def test_quantized_products_are_of_the_type_between_q_and_dq() -> None:
    scale, zero = weight("scale", numpy.float32(0.1)), weight("zero", numpy.int8(0))
    made = model(
        [
            node("QuantizeLinear", ["x", "scale", "zero"], ["xq"]),
            node("DequantizeLinear", ["xq", "scale", "zero"], ["xd"]),
            node("DequantizeLinear", ["wq", "scale", "zero"], ["wd"]),
            node("MatMul", ["xd", "wd"], ["y"]),
            node("MatMul", ["y", "v"], ["z"]),
        ],
        [value("x", [8, 40])],
        [value("z", None)],
        [scale, zero, weight("wq", numpy.ones((40, 24), "b")), weight("v", numpy.ones((24, 7), "f"))],
    )
    quantized, plain = products(made) or ()
    assert (quantized.data_type, quantized.channels) == ("int8", (40, 24))
    assert (plain.data_type, plain.channels) == ("fp32", (24, 7))


def test_products_of_two_computed_matrices_have_no_channels_and_groups_neither() -> None:
    made = model(
        [
            node("MatMul", ["x", "x"], ["y"]),
            node("Conv", ["z", "w"], ["d"], group=6),
        ],
        [value("x", [3, 5, 5]), value("z", [1, 6, 9, 9])],
        [value("y", None), value("d", None)],
        [weight("w", numpy.ones((6, 1, 3, 3), "f"))],
    )
    attention, depthwise = products(made) or ()
    assert (attention.channels, attention.multiply_adds) == ((), 3 * 5 * 5 * 5)
    assert (depthwise.channels, depthwise.multiply_adds) == ((), 6 * 7 * 7 * 9)


def test_an_lstm_multiplies_its_weights_in_every_step() -> None:
    made = model(
        [node("LSTM", ["x", "w", "r"], ["y", "h"], hidden_size=8)],
        [value("x", [10, 2, 4])],
        [value("h", None)],
        [weight("w", numpy.ones((1, 32, 4), "f")), weight("r", numpy.ones((1, 32, 8), "f"))],
    )
    (product,) = products(made) or ()
    assert product.multiply_adds == 10 * 2 * 32 * (4 + 8)


@given(st.lists(st.integers(1, 40), min_size=2, max_size=5), st.integers(1, 7), st.booleans())
def test_chains_of_matrices_take_what_mathematics_says(sizes: list[int], rows: int, gemm: bool) -> None:
    pairs = list(itertools.pairwise(sizes))
    weights = [numpy_helper.from_array(numpy.zeros(pair, "f"), f"w{index}") for index, pair in enumerate(pairs)]
    nodes = [node("Gemm" if gemm else "MatMul", [f"t{i}", f"w{i}"], [f"t{i + 1}"]) for i in range(len(pairs))]
    made = model(nodes, [value("t0", ["n", sizes[0]])], [value(f"t{len(pairs)}", None)], weights)
    found = products(made, t0=(rows, sizes[0])) or ()
    assert [product.channels for product in found] == pairs
    assert sum(product.multiply_adds for product in found) == rows * sum(math.prod(pair) for pair in pairs)

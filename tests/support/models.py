"""Small real ONNX models, made with fixed random weights."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

Shape = Sequence[int | str]


def _save(
    path: Path,
    nodes: list[onnx.NodeProto],
    weights: dict[str, numpy.ndarray],
    shape: Shape,
    *,
    data_type: int = TensorProto.FLOAT,
    output_type: int | None = None,
    domains: tuple[str, ...] = (),
) -> Path:
    graph = helper.make_graph(
        nodes,
        "test",
        [helper.make_tensor_value_info("image", data_type, list(shape))],
        [helper.make_tensor_value_info("result", output_type or data_type, None)],
        [numpy_helper.from_array(array, name) for name, array in weights.items()],
    )
    opsets = [helper.make_opsetid("", 17), *(helper.make_opsetid(domain, 1) for domain in domains)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=9)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(model.SerializeToString())
    return path


def _random(*shape: int, dtype: type = numpy.float32) -> numpy.ndarray:
    generator = numpy.random.default_rng(sum(shape))
    return (generator.standard_normal(shape) * 0.05).astype(dtype)


def conv_net(path: Path, shape: Shape = (1, 3, 32, 32), *, channels: int = 8, half: bool = False) -> Path:
    """Two convolutions; builds in a fraction of a second."""
    dtype = numpy.float16 if half else numpy.float32
    nodes = [
        helper.make_node("Conv", ["image", "w1"], ["a"], name="/first/Conv", pads=[1, 1, 1, 1]),
        helper.make_node("Relu", ["a"], ["b"], name="/first/Relu"),
        helper.make_node("Conv", ["b", "w2"], ["result"], name="/second/Conv", pads=[1, 1, 1, 1]),
    ]
    weights = {"w1": _random(channels, 3, 3, 3, dtype=dtype), "w2": _random(3, channels, 3, 3, dtype=dtype)}
    return _save(path, nodes, weights, shape, data_type=TensorProto.FLOAT16 if half else TensorProto.FLOAT)


def deep_net(path: Path, layers: int = 500) -> Path:
    """A long chain of small convolutions: seconds to build, nearly all of them in one silent step of the library."""
    weights = {"w0": _random(16, 3, 3, 3)} | {f"w{layer}": _random(16, 16, 3, 3) for layer in range(1, layers)}
    nodes = []
    tensor = "image"
    for layer in range(layers):
        output = "result" if layer == layers - 1 else f"r{layer}"
        nodes.append(helper.make_node("Conv", [tensor, f"w{layer}"], [f"c{layer}"], name=f"/c{layer}", pads=[1] * 4))
        nodes.append(helper.make_node("Relu", [f"c{layer}"], [output], name=f"/r{layer}"))
        tensor = output
    return _save(path, nodes, weights, (1, 3, 16, 16))


def unsupported_net(path: Path) -> Path:
    """A graph with an operator of a domain that no library knows, and a standard one that TensorRT-RTX lacks."""
    nodes = [
        helper.make_node("Frobnicate", ["image"], ["a"], name="/head/Frobnicate", domain="com.example"),
        helper.make_node("Relu", ["a"], ["result"], name="/head/Relu"),
    ]
    return _save(path, nodes, {}, (1, 3, 8, 8), domains=("com.example",))


def shapeless_net(path: Path) -> Path:
    """A graph whose input has no declared shape."""
    conv_net(path)
    model = onnx.load(path)
    model.graph.input[0].type.tensor_type.ClearField("shape")
    path.write_bytes(model.SerializeToString())
    return path


def net_with_external_data(path: Path, data_name: str = "weights.bin") -> Path:
    """The convolutions of `conv_net` with their weights in a file of their own."""
    conv_net(path)
    model = onnx.load(path)
    onnx.save(
        model, path, save_as_external_data=True, all_tensors_to_one_file=True, location=data_name, size_threshold=0
    )
    return path


def matmul_net(path: Path) -> Path:
    """A matrix product in fp32, which TensorRT-RTX does not build for Turing."""
    return _save(path, [helper.make_node("MatMul", ["image", "w"], ["result"])], {"w": _random(64, 64)}, (1, 64))


def conv3d_net(path: Path, *, half: bool = False) -> Path:
    """A 3-D convolution, which TensorRT-RTX does not build for Turing in fp32."""
    data_type, dtype = (TensorProto.FLOAT16, numpy.float16) if half else (TensorProto.FLOAT, numpy.float32)
    node = helper.make_node("Conv", ["image", "w"], ["result"], pads=[1] * 6)
    return _save(path, [node], {"w": _random(4, 2, 3, 3, 3, dtype=dtype)}, (1, 2, 4, 8, 8), data_type=data_type)


def bf16_net(path: Path) -> Path:
    """Sums in bf16, between casts from and to fp32: no input, output or weight shows it."""
    nodes = [
        helper.make_node("Cast", ["image"], ["a"], to=TensorProto.BFLOAT16),
        helper.make_node("Add", ["a", "a"], ["b"]),
        helper.make_node("Cast", ["b"], ["result"], to=TensorProto.FLOAT),
    ]
    return _save(path, nodes, {}, (1, 64))


def quantized_net(path: Path, data_type: int = TensorProto.FLOAT8E4M3FN) -> Path:
    """Input quantized to a small data type, and back."""
    nodes = [
        helper.make_node("QuantizeLinear", ["image", "scale", "zero"], ["q"]),
        helper.make_node("DequantizeLinear", ["q", "scale", "zero"], ["result"]),
    ]
    _save(path, nodes, {"scale": numpy.array(0.1, numpy.float32)}, (16, 64))
    model = onnx.load(path)
    model.graph.initializer.append(helper.make_tensor("zero", data_type, [], [0]))
    model.opset_import[0].version = 19
    path.write_bytes(model.SerializeToString())
    return path


def converted_net(path: Path, data_type: int) -> Path:
    """A convolution between casts from and to fp32: the inputs and outputs of `conv_net`, computed otherwise.

    fp16 and bf16 are cast to; of smaller data types, the input is quantized to them and back, around an fp16 network.
    """
    is_small = data_type not in (TensorProto.FLOAT16, TensorProto.BFLOAT16)
    inner = TensorProto.FLOAT16 if is_small else data_type
    nodes = [helper.make_node("Cast", ["image"], ["cast"], to=inner)]
    if is_small:
        nodes += [
            helper.make_node("QuantizeLinear", ["cast", "scale", "zero"], ["q"]),
            helper.make_node("DequantizeLinear", ["q", "scale", "zero"], ["a"]),
        ]
    nodes += [
        helper.make_node("Conv", ["a" if is_small else "cast", "w"], ["b"], pads=[1, 1, 1, 1]),
        helper.make_node("Cast", ["b"], ["result"], to=TensorProto.FLOAT),
    ]
    _save(path, nodes, {}, (1, 3, 32, 32))
    model = onnx.load(path)
    weights = _random(3, 3, 3, 3)
    model.graph.initializer.append(helper.make_tensor("w", inner, weights.shape, weights.flatten().tolist()))
    if is_small:
        model.graph.initializer.append(helper.make_tensor("scale", inner, [], [0.1]))
        model.graph.initializer.append(helper.make_tensor("zero", data_type, [], [0]))
        model.opset_import[0].version = 23
        model.ir_version = 11
    path.write_bytes(model.SerializeToString())
    return path

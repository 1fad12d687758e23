"""What `engine-builder prepare --inspect` says of quantized models, against what TensorRT-RTX does with them."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import onnx
import pytest
from onnx import TensorProto as Type
from onnx import helper

from builder.base.errors import ModelInvalid
from builder.vendor.command_line import main
from builder.vendor.preparing.quantized import QuantizedFacts, inspect_quantized, quantized_facts
from builder.vendor.preparing.quantized_report import quantized_text, quantized_to_json
from tests.support.graphs import node, value
from tests.support.models import conv_net
from tests.test_onnx_node_models import collect

CHANNELS, IMAGE = 32, (1, 32, 8, 8)
PRODUCT = (CHANNELS, CHANNELS)


def stored(name: str, kind: int, dims: tuple[int, ...] = (), number: float = 1) -> onnx.TensorProto:
    return helper.make_tensor(name, kind, dims, [number] * math.prod(dims))


def net(nodes: list[Any], weights: list[Any], shape: tuple[int, ...] = IMAGE, opset: int = 23, **more: Any) -> Any:
    inputs, outputs = [value("x", shape), *more.get("inputs", ())], [value("y", None)]
    graph = helper.make_graph(nodes, "g", inputs, outputs, weights)
    opsets = [helper.make_opsetid("", opset), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=11)


def convolution(kind: int = Type.INT8, **how: Any) -> Any:
    """Quantized input and weights of a convolution."""
    zero, scale = how.get("zero", 0), how.get("scale", 0.02)
    weights_kind, axis, zero_kind = how.get("weights", kind), how.get("axis"), how.get("zero_kind", kind)
    activations = (CHANNELS,) if how.get("per_channel") else ()
    scales, along = ((CHANNELS,), {"axis": axis}) if axis is not None else ((), {})
    computed = how.get("computed_zero")
    nodes = [
        *([node("Cast", ["zin"], ["z"], to=kind)] if computed else []),
        node("QuantizeLinear", ["x", "s", "z"], ["q"], name="quantize"),
        node("DequantizeLinear", ["q", "s", "z"], ["d"], name="dequantize"),
        node("DequantizeLinear", ["w", "ws", "wz"], ["wd"], name="weights", **along),
        node("Conv", ["d", "wd"], ["y"]),
    ]
    weights = [
        stored("s", Type.FLOAT, activations, scale),
        *([] if computed else [stored("z", zero_kind, activations, zero)]),
        stored("w", weights_kind, (CHANNELS, CHANNELS, 3, 3)),
        stored("ws", Type.FLOAT, scales, 0.02),
        stored("wz", weights_kind, scales, how.get("weights_zero", 0)),
    ]
    return net(nodes, weights, inputs=[value("zin", ())] if computed else ())


def product(kind: int, block: int = 16, scales_kind: int = Type.FLOAT) -> Any:
    """Weights of a matrix product, quantized in blocks."""
    scales = (CHANNELS // block, CHANNELS)
    nodes = [
        node("DequantizeLinear", ["w", "s"], ["d"], name="weights", axis=0, block_size=block),
        node("MatMul", ["x", "d"], ["y"]),
    ]
    return net(nodes, [stored("w", kind, PRODUCT), stored("s", scales_kind, scales, 0.02)], (4, CHANNELS))


def integers() -> Any:
    nodes = [
        node("DynamicQuantizeLinear", ["x"], ["q", "s", "z"], name="dynamic"),
        node("MatMulInteger", ["q", "w", "z"], ["i"], name="product"),
        node("Cast", ["i"], ["y"], to=Type.FLOAT),
    ]
    return net(nodes, [stored("w", Type.INT8, PRODUCT)], (4, CHANNELS))


def bias() -> Any:
    nodes = [node("DequantizeLinear", ["b", "s"], ["d"], name="bias"), node("Add", ["x", "d"], ["y"])]
    return net(nodes, [stored("b", Type.INT32, (8,)), stored("s", Type.FLOAT, (), 0.02)])


def facts_of(model: Any) -> QuantizedFacts:
    return quantized_facts(Path("model.onnx"), model)


def states(facts: QuantizedFacts) -> str:
    return " ".join(f"{gpu.target}:{gpu.state}" for gpu in facts.gpus)


SOUND = {
    "int8": (convolution(), ("int8 activations one per tensor", "int8 weights one per tensor")),
    "int8 per channel": (
        convolution(axis=0),
        ("int8 activations one per tensor", "int8 weights one per channel along axis 0"),
    ),
    "fp8": (convolution(Type.FLOAT8E4M3FN), ("fp8 activations one per tensor", "fp8 weights one per tensor")),
    "int4 blocks": (product(Type.INT4), ("int4 weights one per block of 16 along axis 0",)),
    "fp4 blocks": (product(Type.FLOAT4E2M1), ("fp4 weights one per block of 16 along axis 0",)),
}
REFUSED = {
    "asymmetric activations": (convolution(zero=3), {"asymmetric": "quantize"}),
    "asymmetric weights": (convolution(weights_zero=3), {"asymmetric": "weights"}),
    "uint8 with a zero point": (convolution(Type.UINT8, zero=128, weights=Type.INT8), {"asymmetric": "quantize"}),
    "uint8 weights": (convolution(weights=Type.UINT8), {"uint8": "weights"}),
    "int16": (convolution(Type.INT16), {"data_type": "quantize"}),
    "fp8 of the other kind": (convolution(Type.FLOAT8E5M2), {"data_type": "quantize"}),
    "scales of another type": (product(Type.FLOAT8E4M3FN, scales_kind=Type.FLOAT8E8M0), {"data_type": "weights"}),
    "dynamic": (integers(), {"integer_arithmetic": "dynamic"}),
    "int32 bias": (bias(), {"int32": "bias"}),
    "scale 0": (convolution(scale=0.0), {"scale_not_positive": "quantize"}),
    "negative scale": (convolution(scale=-0.5), {"scale_not_positive": "quantize"}),
    "computed zero point": (convolution(computed_zero=True), {"zero_point_not_constant": "quantize"}),
    "int4 convolution": (convolution(weights=Type.INT4, axis=0), {"small_float_convolution": "weights"}),
}
DOUBTFUL = {
    "activations per channel": (convolution(per_channel=True), "activations_per_channel"),
    "another axis": (convolution(axis=1), "weights_along_another_axis"),
}


@pytest.mark.parametrize("name", SOUND)
def test_what_a_sound_model_holds(name: str) -> None:
    model, holds = SOUND[name]
    facts = facts_of(model)
    assert tuple(f"{it.data_type} {it.of} {it.scales}" for it in facts.held) == holds
    assert facts.problems == ()
    assert facts.is_usable


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_is_named_with_its_node_and_a_remedy(name: str) -> None:
    model, problems = REFUSED[name]
    facts = facts_of(model)
    assert {problem.name for problem in facts.problems} == set(problems)
    for problem in facts.problems:
        assert problem.severity == "refused"
        assert problems[problem.name] in problem.nodes[0]
        assert problem.remedy
    assert not facts.is_usable
    assert {gpu.state for gpu in facts.gpus} == {"cannot"}


@pytest.mark.parametrize("name", DOUBTFUL)
def test_what_nvidia_does_not_promise_is_doubtful(name: str) -> None:
    model, problem = DOUBTFUL[name]
    facts = facts_of(model)
    assert [(it.name, it.severity) for it in facts.problems] == [(problem, "doubtful")]
    assert facts.is_usable


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("int8", "7.5:perhaps 8.0:can 8.6:can 8.9:can 12.0:can 12.1:can"),
        ("int4 blocks", "7.5:cannot 8.0:can 8.6:can 8.9:can 12.0:can 12.1:can"),
        ("fp8", "7.5:cannot 8.0:cannot 8.6:cannot 8.9:can 12.0:can 12.1:can"),
        ("fp4 blocks", "7.5:cannot 8.0:cannot 8.6:cannot 8.9:cannot 12.0:can 12.1:can"),
    ],
)
def test_what_each_gpu_can_do_with_it(name: str, expected: str) -> None:
    assert states(facts_of(SOUND[name][0])) == expected


def builds(model: Any, target: str) -> bool:
    """Whether TensorRT-RTX builds an engine for a target."""
    trt = pytest.importorskip("tensorrt_rtx_bindings")
    logger = trt.Logger(trt.Logger.INTERNAL_ERROR)
    builder = trt.Builder(logger)
    network = builder.create_network(0)
    if not trt.OnnxParser(network, logger).parse(model.SerializeToString()):
        return False
    config = builder.create_builder_config()
    config.num_compute_capabilities = 1
    config.set_compute_capability(getattr(trt.ComputeCapability, "SM" + target.replace(".", "")), 0)
    return builder.build_serialized_network(network, config) is not None


def test_the_library_agrees() -> None:
    """Each model here is built for each target, so what is said of it without building is what comes of it."""
    for name, (model, _) in [*SOUND.items(), *REFUSED.items(), *DOUBTFUL.items()]:
        for gpu in facts_of(model).gpus:
            if gpu.state != "perhaps" and gpu.target in ("7.5", "8.6", "8.9", "12.0"):
                assert builds(model, gpu.target) == (gpu.state == "can"), f"{name} for {gpu.target}"


@pytest.mark.exhaustive
def test_the_library_agrees_about_the_models_of_the_onnx_package() -> None:
    models = {name: model for name, model in collect("all").items() if facts_of(model).is_quantized}
    assert len(models) > 40
    for name, model in models.items():
        state = next(gpu.state for gpu in facts_of(model).gpus if gpu.target == "12.0")
        assert builds(model, "12.0") == (state == "can"), name


def test_uint8_without_a_zero_point_is_read_as_int8_in_silence() -> None:
    trt = pytest.importorskip("tensorrt_rtx_bindings")
    nodes = [node("QuantizeLinear", ["x", "s"], ["q"], name="quantize"), node("DequantizeLinear", ["q", "s"], ["y"])]
    model = net(nodes, [stored("s", Type.FLOAT, (), 0.02)])
    facts = facts_of(model)
    assert [(it.name, it.severity) for it in facts.problems] == [("uint8_as_int8", "wrong")]
    assert not facts.is_usable
    assert {gpu.reason for gpu in facts.gpus} == {"it builds, but gives wrong results"}
    builder = trt.Builder(trt.Logger(trt.Logger.ERROR))
    network = builder.create_network(0)
    assert trt.OnnxParser(network, trt.Logger(trt.Logger.ERROR)).parse(model.SerializeToString())
    layers = [network.get_layer(index) for index in range(network.num_layers)]
    assert [it.get_output(0).dtype for it in layers if it.type == trt.LayerType.QUANTIZE] == [trt.DataType.INT8]


def test_weights_in_floating_point_that_the_file_quantizes_count_as_weights() -> None:
    nodes = [
        node("QuantizeLinear", ["w", "s", "z"], ["q"]),
        node("DequantizeLinear", ["q", "s", "z"], ["d"]),
        node("Conv", ["x", "d"], ["y"]),
    ]
    weights = [
        stored("w", Type.FLOAT, (8, 32, 3, 3), 0.5),
        stored("s", Type.FLOAT, (), 0.02),
        stored("z", Type.INT8, (), 0),
    ]
    (held,) = facts_of(net(nodes, weights)).held
    assert (held.data_type, held.of, held.count) == ("int8", "weights", 1)


def test_every_fault_of_a_model_at_once_the_worst_first() -> None:
    model = convolution(zero=3, per_channel=True, scale=-1.0)
    assert [it.name for it in facts_of(model).problems] == [
        "asymmetric", "scale_not_positive", "activations_per_channel",
    ]  # fmt: skip


def test_the_text_and_the_json(tmp_path: Path) -> None:
    file = tmp_path / "model.onnx"
    file.write_bytes(integers().SerializeToString())
    facts = inspect_quantized(file)
    text = quantized_text(facts)
    assert "in DynamicQuantizeLinear 'dynamic', MatMulInteger 'product'" in text
    assert "TensorRT-RTX   every GPU  no: TensorRT-RTX refuses operators" in text
    json = quantized_to_json(facts)
    assert (json["quantized"], json["usable"], json["problems"][0]["name"]) == (True, False, "integer_arithmetic")
    plain = inspect_quantized(conv_net(tmp_path / "plain.onnx"))
    assert (plain.is_quantized, plain.is_usable) == (False, True)
    assert "not quantized" in quantized_text(plain)


def test_the_command_ends_with_1_where_no_right_engine_comes_of_a_model(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, model in (("fp8", SOUND["fp8"][0]), ("dynamic", integers())):
        (tmp_path / f"{name}.onnx").write_bytes(model.SerializeToString())
    assert main(["prepare", "--inspect", str(tmp_path / "fp8.onnx")]) == 0
    text = capsys.readouterr().out
    assert "12.0 (GeForce RTX 50)         yes: it has every data type of the model" in text
    assert "fp8 needs compute capability 8.9 or newer, as NVIDIA documents" in text
    assert main(["prepare", "--inspect", "--json", str(tmp_path / "dynamic.onnx")]) == 1
    assert json.loads(capsys.readouterr().out)["problems"][0]["severity"] == "refused"


def test_what_is_no_model_is_said(tmp_path: Path) -> None:
    (tmp_path / "text.onnx").write_text("hello", encoding="utf-8")
    with pytest.raises(ModelInvalid):
        inspect_quantized(tmp_path / "text.onnx")

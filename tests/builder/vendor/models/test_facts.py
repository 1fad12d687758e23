"""What is read off an ONNX file, in the words of app.toml."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy
import onnx
import pytest
from onnx import TensorProto, helper

from builder.base.cancellation import CancelToken
from builder.base.errors import Cancelled, ModelInvalid
from builder.vendor.models.facts import TensorFacts, read_model, read_models
from tests.support import graphs, models
from tests.support.third_party import FILE_TYPE, OCR_DETECTOR, PITCH, ThirdPartyModel


def saved(model: onnx.ModelProto, path: Path) -> Path:
    path.write_bytes(model.SerializeToString())
    return path


def test_inputs_outputs_and_counts(tmp_path: Path) -> None:
    facts = read_model(models.conv_net(tmp_path / "net.onnx", ("batch", 3, 32, 32), half=True))
    assert facts.inputs == (TensorFacts("image", "fp16", ("batch", 3, 32, 32)),)
    assert facts.outputs == (TensorFacts("result", "fp16", None),)
    assert (facts.opsets, facts.ir_version, facts.precision) == ({"ai.onnx": 17}, 9, "fp16")
    assert facts.operators["Conv"] == 2
    assert facts.nodes == sum(facts.operators.values())
    assert facts.weight_bytes == 2 * facts.parameters > 0
    assert facts.data_types == {"fp16"}
    assert facts.external_data == ()


@pytest.mark.parametrize(
    ("make", "precision"),
    [
        (models.conv_net, "fp32"),
        (lambda path: models.conv_net(path, half=True), "fp16"),
        (models.bf16_net, "bf16"),
        (models.quantized_net, "fp8"),
        (lambda path: models.quantized_net(path, TensorProto.INT8), "int8"),
        (models.matmul_net, "fp32"),
    ],
)
def test_the_precision_is_what_app_toml_would_say(tmp_path: Path, make: Callable[[Path], Path], precision: str) -> None:
    assert read_model(make(tmp_path / "net.onnx")).precision == precision


def test_an_input_that_is_cast_at_once_does_not_count(tmp_path: Path) -> None:
    cast = graphs.node("Cast", ["x"], ["f"], to=TensorProto.FLOAT)
    nodes = [cast, graphs.node("Relu", ["f"], ["y"])]
    model = graphs.model(nodes, [graphs.value("x", kind=TensorProto.INT8)], [graphs.value("y")])
    facts = read_model(saved(model, tmp_path / "net.onnx"))
    assert (facts.precision, facts.inputs[0].data_type) == ("fp32", "int8")
    assert facts.data_types == {"int8", "fp32"}


def test_a_model_of_whole_numbers_has_no_precision(tmp_path: Path) -> None:
    x, y = (graphs.value(name, kind=TensorProto.INT64) for name in "xy")
    model = graphs.model([graphs.node("Abs", ["x"], ["y"])], [x], [y])
    assert read_model(saved(model, tmp_path / "net.onnx")).precision is None


def test_subgraphs_functions_and_other_domains_are_counted(tmp_path: Path) -> None:
    body = [graphs.node("Relu", ["a"], ["b"])]
    function = helper.make_function("com.example", "Twice", ["a"], ["b"], body, [helper.make_opsetid("", 17)])
    nodes = [
        graphs.if_node(graphs.weight("w", numpy.ones((4, 4), numpy.float32)), output="t"),
        graphs.node("Twice", ["t"], ["u"], domain="com.example"),
        graphs.node("Relu", ["u"], ["y"], domain="ai.onnx"),
    ]
    inputs = [graphs.value("x"), graphs.value("c", (), TensorProto.BOOL)]
    model = graphs.model(nodes, inputs, [graphs.value("y")], functions=[function])
    facts = read_model(saved(model, tmp_path / "net.onnx"))
    assert list(facts.operators.items()) == [("Relu", 3), ("If", 1), ("MatMul", 1), ("com.example.Twice", 1)]
    assert facts.opsets == {"ai.onnx": 17, "com.example": 1}
    assert facts.parameters == 16
    assert facts.inputs[1].text == "bool scalar"


def test_graphs_in_a_list_are_counted(tmp_path: Path) -> None:
    branch = helper.make_graph([graphs.node("Relu", ["x"], ["r"])], "branch", [], [graphs.value("r")])
    choose = graphs.node("Choose", ["x"], ["y"], domain="com.example", branches=[branch, branch])
    path = saved(graphs.model([choose], [graphs.value("x")], [graphs.value("y")]), tmp_path / "net.onnx")
    assert read_model(path).operators == {"Relu": 2, "com.example.Choose": 1}


def test_an_input_with_a_default_value_is_none(tmp_path: Path) -> None:
    weights = [graphs.weight("w", numpy.ones((1, 4), numpy.float32))]
    inputs = [graphs.value("x", None), graphs.value("w")]
    model = graphs.model([graphs.node("Add", ["x", "w"], ["y"])], inputs, [graphs.value("y")], weights)
    facts = read_model(saved(model, tmp_path / "net.onnx"))
    assert facts.inputs == (TensorFacts("x", "fp32", None),)
    assert facts.inputs[0].is_dynamic
    assert facts.inputs[0].text == "fp32, of unknown shape"


@pytest.mark.parametrize(
    ("model", "inputs"),
    [
        (OCR_DETECTOR, ["x: fp32 p2o.DynamicDimension.0 × 3 × p2o.DynamicDimension.1 × p2o.DynamicDimension.2"]),
        (FILE_TYPE, ["bytes: int32 unk__214 × 2048"]),
        (PITCH, ["audio: fp32 1 × samples", "fmin: fp32 scalar", "fmax: fp32 scalar"]),
    ],
    ids=lambda value: value.name if isinstance(value, ThirdPartyModel) else "",
)
def test_real_models(model: ThirdPartyModel, inputs: list[str]) -> None:
    assert [f"{tensor.name}: {tensor.text}" for tensor in read_model(model.source).inputs] == inputs


def external_net(folder: Path, **entries: str) -> Path:
    weight = graphs.outside("w", numpy.ones((1, 4), numpy.float32), folder / "weights.bin", **entries)
    model = graphs.model([graphs.node("Add", ["x", "w"], ["y"])], [graphs.value("x")], [graphs.value("y")], [weight])
    return saved(model, folder / "net.onnx")


def test_weights_in_files_of_their_own_are_found_and_counted(tmp_path: Path) -> None:
    facts = read_model(external_net(tmp_path))
    assert (facts.external_data, facts.weight_bytes) == (("weights.bin",), 16)


@pytest.mark.parametrize(
    ("entries", "found"),
    [
        ({"location": "gone.bin"}, r"'gone.bin', which does not exist"),
        ({"location": "../weights.bin"}, r"a path with '\.\.'"),
        ({"location": "/weights.bin"}, r"an absolute path"),
        ({"location": ""}, r"an empty path"),
        ({"location": "a\\b"}, r"a path with backslashes"),
        ({"offset": "12"}, r"'weights.bin' with 16 bytes; expected at least 28 bytes"),
    ],
)
def test_weights_that_cannot_be_used(tmp_path: Path, entries: dict[str, str], found: str) -> None:
    with pytest.raises(ModelInvalid, match=rf"net.onnx: external data: found .*{found}"):
        read_model(external_net(tmp_path, **entries))


def test_weights_that_are_a_link_out_of_the_folder(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    path = external_net(inside)
    (inside / "weights.bin").rename(tmp_path / "weights.bin")
    try:
        (inside / "weights.bin").symlink_to(tmp_path / "weights.bin")
    except OSError:
        pytest.skip("this user may not make links")
    with pytest.raises(ModelInvalid, match="a link that leaves the model's folder"):
        read_model(path)


def test_everything_that_is_wrong_with_any_model_is_told_at_once(tmp_path: Path) -> None:
    whole = models.conv_net(tmp_path / "whole.onnx")
    (tmp_path / "cut.onnx").write_bytes(whole.read_bytes()[:-100])
    (tmp_path / "pointer.onnx").write_bytes(b"version https://git-lfs.github.com/spec/v1\noid sha256:55\nsize 8192\n")
    (tmp_path / "empty.onnx").write_bytes(b"")
    (tmp_path / "nothing.onnx").write_bytes(onnx.ModelProto(ir_version=9, producer_name="x").SerializeToString())
    (tmp_path / "folder.onnx").mkdir()
    names = ["whole", "cut", "pointer", "empty", "nothing", "folder", "gone"]
    with pytest.raises(ModelInvalid) as raised:
        read_models([tmp_path / f"{name}.onnx" for name in names] + [external_net(tmp_path, location="gone.bin")])
    assert [(fault.file, fault.found.partition(" at ")[0]) for fault in raised.value.faults] == [
        ("cut.onnx", "a file that is cut off or damaged"),
        ("pointer.onnx", "a Git LFS pointer, not the file itself"),
        ("empty.onnx", "an empty file"),
        ("nothing.onnx", "a file without a graph that has outputs"),
        ("folder.onnx", "'folder.onnx', which is a folder"),
        ("gone.onnx", "nothing"),
        ("net.onnx", "'gone.bin', which does not exist"),
    ]
    assert str(raised.value).startswith("Not every model can be used:\n  - cut.onnx: found a file that is cut off")


def test_reading_can_be_cancelled(tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        read_model(models.conv_net(tmp_path / "net.onnx"), cancel)

"""What ONNX allows in a model's file: weights outside it in any place, and an interface that the engine keeps."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy
import onnx
import pytest
from onnx import TensorProto, helper

from tests.support.graphs import if_node, loop_node, model, node, outside, value, weight
from tests.support.packages import model_entry, write_manifest
from tests.support.program import run

EYE = numpy.eye(4, dtype=numpy.float32)
BOOL, INT64 = TensorProto.BOOL, TensorProto.INT64


def times(name: str, given: str = "x") -> onnx.NodeProto:
    return node("MatMul", [given, name], ["y"])


def in_every_place(folder: Path) -> onnx.ModelProto:
    file = folder / "every.bin"
    function = helper.make_function(
        "com.example",
        "F",
        ["a"],
        ["b"],
        [node("Constant", [], ["f"], value=outside("", EYE, file)), node("MatMul", ["a", "f"], ["b"])],
        [helper.make_opsetid("", 17)],
    )
    nodes = [
        if_node(outside("w", EYE, file), output="branched"),
        node("Constant", [], ["k"], value=outside("", EYE, file)),
        node("MatMul", ["branched", "k"], ["a"]),
        node("F", ["a"], ["b"], domain="com.example"),
        node("MatMul", ["b", "main"], ["m"]),
        node("Concat", ["m", "empty"], ["y"], axis=1),
    ]
    weights = [outside("main", EYE, file), outside("empty", numpy.zeros((1, 0), numpy.float32), file)]
    return model(nodes, [value("c", [], BOOL), value("x")], [value("y")], weights, functions=[function])


def loops(_: Path) -> onnx.ModelProto:
    nodes = [loop_node(["n", "run", "start"], "first", "a_"), loop_node(["n", "again", "first"], "y", "b_")]
    counted = [value("n", [], INT64), value("run", [], BOOL), value("again", [], BOOL)]
    return model(nodes, [value("x"), *counted, value("start")], [value("y")])


def input_is_output(_: Path) -> onnx.ModelProto:
    return model([node("Neg", ["x"], ["y"])], [value("x"), value("z")], [value("y"), value("z")])


def output_twice(_: Path) -> onnx.ModelProto:
    return model([node("Neg", ["x"], ["y"])], [value("x")], [value("y"), value("y")])


def default_value(_: Path) -> onnx.ModelProto:
    nodes = [node("Add", ["x", "bias"], ["y"])]
    return model(nodes, [value("bias"), value("x")], [value("y", [4, 1])], [weight("bias", EYE[:1])])


def old_format(_: Path) -> onnx.ModelProto:
    return model([times("w")], [value("x"), value("w", [4, 4])], [value("y")], [weight("w", EYE)], ir_version=3)


def unlisted(folder: Path) -> onnx.ModelProto:
    return model([times("k")], [value("x")], [value("y")], [outside("k", EYE, folder / "other.bin")])


def missing_in_branch(folder: Path) -> onnx.ModelProto:
    made = if_node(outside("w", EYE, folder / "gone.bin"))
    (folder / "gone.bin").unlink()
    return model([made], [value("c", [], BOOL), value("x")], [value("y")])


def wrong_size_in_constant(folder: Path) -> onnx.ModelProto:
    constant = node("Constant", [], ["k"], value=outside("", EYE, folder / "every.bin", length="60"))
    return model([constant, times("k")], [value("x")], [value("y")])


def too_short_for_sparse(folder: Path) -> onnx.ModelProto:
    values = outside("k", numpy.ones(2, numpy.float32), folder / "every.bin", offset="100000")
    sparse = helper.make_sparse_tensor(values, weight("", numpy.array([0, 5])), [4, 4])
    return model([times("k")], [value("x")], [value("y")], sparse=[sparse])


def by_an_absolute_path(folder: Path) -> onnx.ModelProto:
    # It is even there, but on the user's computer it will not be.
    tensor = outside("k", EYE, folder / "every.bin", location=str(folder / "every.bin"))
    return model([times("k")], [value("x")], [value("y")], [tensor])


def by_a_drive(folder: Path) -> onnx.ModelProto:
    tensor = outside("k", EYE, folder / "every.bin", location="D:\\models\\every.bin")
    return model([times("k")], [value("x")], [value("y")], [tensor])


def before_its_file(folder: Path) -> onnx.ModelProto:
    return model([times("k")], [value("x")], [value("y")], [outside("k", EYE, folder / "every.bin", offset="-4")])


def of_no_length(folder: Path) -> onnx.ModelProto:
    return model([times("k")], [value("x")], [value("y")], [outside("k", EYE, folder / "every.bin", length="0x40")])


def infinite_outside(folder: Path) -> onnx.ModelProto:
    return model(
        [times("w")], [value("x")], [value("y")], [outside("w", numpy.full_like(EYE, numpy.inf), folder / "every.bin")]
    )


def large_doubles(_: Path) -> onnx.ModelProto:
    double = TensorProto.DOUBLE
    tensors = value("x", kind=double), value("y", kind=double)
    return model([times("w")], [tensors[0]], [tensors[1]], [weight("w", numpy.full((4, 4), 1e300))])


MODELS = (
    in_every_place,
    loops,
    input_is_output,
    output_twice,
    default_value,
    old_format,
    unlisted,
    missing_in_branch,
    wrong_size_in_constant,
    too_short_for_sparse,
    by_an_absolute_path,
    by_a_drive,
    before_its_file,
    of_no_length,
    infinite_outside,
    large_doubles,
)


class Installed:
    """One run with all the models."""

    def __init__(self, folder: Path) -> None:
        package = folder / "package"
        package.mkdir()
        for make in MODELS:
            (package / f"{make.__name__}.onnx").write_bytes(make(package).SerializeToString())
        listed = [{"file": "every.bin", "sha256": model_entry(package, package / "every.bin")["sha256"]}]
        files = [package / f"{make.__name__}.onnx" for make in MODELS]
        write_manifest(package, *(model_entry(package, file, external_data=listed) for file in files))
        target = folder / "target"
        ended = run("install", "--progress", "jsonl", "--package", package, "--target", target, home=folder)
        self.events = ended.events
        index = json.loads((target / "engines/engines.json").read_text())
        self.engines: dict[str, Any] = {engine["model"]: engine for engine in index["engines"]}

    def warnings(self, name: str) -> list[str]:
        return [event["message"] for event in self.events if event["event"] == "warning" and event.get("model") == name]

    def error(self, name: str) -> str:
        (event,) = (event for event in self.events if event["event"] == "model_finished" and event["model"] == name)
        return str(event)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return Installed(tmp_path_factory.mktemp("contents"))


def test_weights_outside_are_used_wherever_they_are(installed: Installed) -> None:
    assert installed.engines["in_every_place"]["inputs"] == {"c": "bool scalar", "x": "fp32 1x4"}
    assert installed.warnings("in_every_place") == []


def test_conditions_of_loops_keep_the_names_of_the_inputs(installed: Installed) -> None:
    assert list(installed.engines["loops"]["inputs"]) == ["x", "n", "run", "again", "start"]
    assert installed.warnings("loops") == []


def test_an_input_with_a_default_value_and_a_shape_that_differs_are_warned_of(installed: Installed) -> None:
    assert list(installed.engines["default_value"]["inputs"]) == ["x"]
    default, shape = installed.warnings("default_value")
    assert default.startswith("The input 'bias' has a default value in the ONNX file.")
    assert shape == "'y' is 4x1 in the ONNX file, but 1x4 in the engine."
    # Weights had to be listed as inputs then.
    assert installed.warnings("old_format") == []


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("input_is_output", "'z' is an input of the model 'input_is_output' and also one of its outputs"),
        ("output_twice", "declares 'y', 'y' as its inputs or outputs, but the engine would have 'y'"),
        ("unlisted", "keeps weights in 'other.bin', which app.toml does not list"),
        ("missing_in_branch", "keeps weights in 'gone.bin', which is missing from the app package"),
        ("wrong_size_in_constant", "60 bytes of 'every.bin' should be the tensor 'k', which has another size"),
        ("by_an_absolute_path", "every.bin' for its external data; expected a file name that is relative to the ONNX"),
        ("by_a_drive", "every.bin' for its external data; expected a file name that is relative to the ONNX"),
        ("before_its_file", "has offset '-4' for its external data; expected a number of bytes"),
        ("of_no_length", "has length '0x40' for its external data; expected a number of bytes"),
        ("too_short_for_sparse", "the tensor 'k' should be at bytes 100000 to 100008, but"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(installed: Installed, name: str, error: str) -> None:
    assert name not in installed.engines
    assert error in installed.error(name).replace('\\"', '"').replace("\\'", "'")


@pytest.mark.parametrize(
    ("name", "warning"),
    [
        (
            "infinite_outside",
            "Weights are infinite or not numbers, and the engine's results may be as well: 'w' (16 of",
        ),
        ("large_doubles", "Weights of type fp64 are too large for fp32, and the engine has the largest fp32 number"),
    ],
)
def test_numbers_that_make_no_sense_are_warned_of(installed: Installed, name: str, warning: str) -> None:
    assert name in installed.engines
    said = [message for message in installed.warnings(name) if message.startswith("Weights")]
    assert [message[: len(warning)] for message in said] == [warning]
    assert not [message for message in installed.warnings(name) if "library changed" in message]

"""Local functions that call themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from onnx import FunctionProto, helper

from builder.worker.onnx_functions import recursive_function
from tests.support.graphs import model, node, value
from tests.support.packages import write_manifest
from tests.support.runs import install


def _function(name: str, called: str, domain: str = "com.example") -> FunctionProto:
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.example", 1)]
    return helper.make_function("com.example", name, ["a"], ["o"], [node(called, ["a"], ["o"], domain=domain)], opsets)


def _content(*functions: FunctionProto) -> bytes:
    call = node(functions[0].name, ["x"], ["y"], domain="com.example")
    content: bytes = model([call], [value("x")], [value("y")], functions=functions).SerializeToString()
    return content


@pytest.mark.parametrize(
    ("functions", "recursive"),
    [
        ([_function("F", "F")], "F"),
        ([_function("F", "F", domain="")], "F"),
        ([_function("F", "G"), _function("G", "F")], "F"),
        ([_function("F", "G"), _function("G", "Relu", domain="")], None),
        ([_function("Relu", "Relu", domain="")], None),
    ],
)
def test_a_function_that_calls_itself_is_found(functions: list[FunctionProto], recursive: str | None) -> None:
    assert recursive_function(memoryview(_content(*functions))) == recursive


def test_a_function_that_calls_itself_is_named_before_it_takes_all_memory(tmp_path: Path) -> None:
    (tmp_path / "loop.onnx").write_bytes(_content(_function("F", "F")))
    ended = install(tmp_path, write_manifest(tmp_path, {"name": "loop", "onnx": "loop.onnx"}, verify=False))
    (finished,) = [event for event in ended.events if event["event"] == "model_finished"]
    assert "The function 'F' of the model 'loop' calls itself." in finished["message"]

"""Local functions that call themselves."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from onnx import FunctionProto, helper

from builder.worker.onnx_fields import TooMuch
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


def test_functions_that_expand_without_end_are_refused() -> None:
    def doubling(number: int) -> FunctionProto:
        function = _function(f"F{number}", f"F{number + 1}")
        function.node.add().CopyFrom(function.node[0])
        return function

    few = [doubling(number) for number in range(19)]
    assert recursive_function(memoryview(_content(*few))) is None
    with pytest.raises(TooMuch, match="its functions expand to more than 1000000 nodes"):
        recursive_function(memoryview(_content(*few, doubling(19))))


def test_many_functions_that_call_each_other_take_no_time() -> None:
    chain = memoryview(_content(*(_function(f"F{number}", f"F{number + 1}") for number in range(5000))))
    started = time.process_time()
    assert recursive_function(chain) is None
    assert time.process_time() - started < 5


def test_a_function_that_calls_itself_is_named_before_it_takes_all_memory(tmp_path: Path) -> None:
    (tmp_path / "loop.onnx").write_bytes(_content(_function("F", "F")))
    ended = install(tmp_path, write_manifest(tmp_path, {"name": "loop", "onnx": "loop.onnx"}, verify=False))
    (finished,) = [event for event in ended.events if event["event"] == "model_finished"]
    assert "The function 'F' of the model 'loop' calls itself." in finished["message"]
